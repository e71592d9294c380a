//! The waits panel: the await tree, and the circles in which nobody can go on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::wait_wording::Namer;
use super::{render_lines, with_place, wording};
use crate::id::TaskId;
use crate::model::waiting::{Below, Branch, Relation, Waiting};
use crate::tui::session::{Panel, Session, WaitsView};
use crate::tui::text::width;
use crate::tui::theme::Theme;

/// The deepest branch that is indented further.
const DEEPEST: usize = 12;

/// Draws who waits for whom.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let waits = session.waits();
    let inner = block.inner(area);
    let room = usize::from(inner.height);
    let all = waits.lines();
    let first = session.first_line(Panel::Waits).min(all.saturating_sub(room));
    with_place(block, theme, first, room, all).render(area, buffer);
    if all == 0 {
        Line::styled(" nobody waits", theme.dim()).render(inner, buffer);
        return;
    }
    let sheet = Sheet { session, namer: Namer::of(session, theme.charset), theme, cells: inner.width.into() };
    let mut lines = Vec::new();
    waits.circles.iter().for_each(|circle| sheet.circle(circle, &mut lines));
    sheet.knot(&waits.knot, &mut lines);
    // Only what is visible is put into words.
    let skipped = first.saturating_sub(lines.len());
    let mut lines: Vec<Line<'_>> = lines.into_iter().skip(first).collect();
    let rails = Rails::of(waits);
    let branches = waits.tree.branches.iter().enumerate().skip(skipped).take(room);
    lines.extend(branches.map(|(index, branch)| sheet.branch(branch, &rails.before(theme, index))));
    if waits.tree.more > 0 {
        lines.push(Line::styled(format!("   and {} more", waits.tree.more), theme.dim()));
    }
    render_lines(lines, inner, buffer);
}

/// Which levels above a branch go on below it.
struct Rails<'w> {
    branches: &'w [Branch],
}

impl<'w> Rails<'w> {
    const fn of(waits: &'w WaitsView) -> Self {
        Self { branches: waits.tree.branches.as_slice() }
    }

    /// What stands before a branch.
    fn before(&self, theme: Theme, index: usize) -> String {
        let branch = &self.branches[index];
        if branch.depth == 0 {
            return String::new();
        }
        let own = if branch.is_last { theme.last_branch() } else { theme.branch() };
        let mut parts = vec![own];
        // From here upwards, whether the branch at each level has younger siblings.
        let mut depth = branch.depth;
        for above in self.branches[..index].iter().rev() {
            if above.depth < depth && above.depth > 0 {
                depth = above.depth;
                parts.push(if above.is_last { "  " } else { theme.rail() });
            }
            if depth <= 1 {
                break;
            }
        }
        parts.truncate(DEEPEST);
        parts.reverse();
        parts.concat()
    }
}

struct Sheet<'s> {
    session: &'s Session,
    namer: Namer<'s>,
    theme: Theme,
    cells: usize,
}

impl Sheet<'_> {
    fn line(&self, parts: Vec<(String, Style)>) -> Line<'static> {
        let mut left = self.cells;
        let mut spans = Vec::new();
        for (text, style) in parts {
            let text = self.theme.charset.fit(&text, left).into_owned();
            left = left.saturating_sub(width(&text));
            spans.push(Span::styled(text, style));
        }
        Line::from(spans)
    }

    /// Tasks that wait for one another, with the way back drawn on the left.
    fn circle(&self, circle: &[TaskId], lines: &mut Vec<Line<'static>>) {
        let theme = self.theme;
        let error = theme.error();
        let head = if circle.len() == 1 {
            " it waits for itself: it can never go on"
        } else {
            " a circle: none of these can go on"
        };
        lines.push(self.line(vec![(head.to_owned(), error)]));
        for (index, task) in circle.iter().enumerate() {
            let rail = if index == 0 { theme.loop_top() } else { theme.loop_side() };
            lines.push(self.line(vec![
                (format!(" {rail} "), error),
                (self.namer.long(*task), theme.strong()),
                (format!("  {}", self.reason(*task)), theme.text()),
            ]));
        }
        let first = circle.first().map_or_else(String::new, |task| self.namer.short(*task));
        lines.push(self.line(vec![
            (format!(" {} ", theme.loop_bottom()), error),
            (format!("back to {first}"), theme.dim()),
        ]));
        lines.push(Line::default());
    }

    fn knot(&self, knot: &[TaskId], lines: &mut Vec<Line<'static>>) {
        if knot.is_empty() {
            return;
        }
        let head = " a knot: each wants what another has";
        lines.push(self.line(vec![(head.to_owned(), self.theme.error())]));
        for task in knot {
            let belongings: Vec<String> = self
                .namer
                .model
                .sync_objects()
                .iter()
                .filter(|object| object.holders().any(|holder| holder == *task))
                .map(ToString::to_string)
                .collect();
            let entry = self.namer.model.task(*task);
            let line = entry.map_or_else(String::new, |task| self.namer.where_suspended(task));
            let has = if belongings.is_empty() {
                String::new()
            } else {
                format!("has {}, ", belongings.join(", "))
            };
            lines.push(self.line(vec![
                (format!("   {}", self.namer.long(*task)), self.theme.strong()),
                (format!("  {has}wants another{line}"), self.theme.text()),
            ]));
        }
        lines.push(Line::default());
    }

    /// `waits for Lock 2 at line 9`.
    fn reason(&self, task: TaskId) -> String {
        let Some(entry) = self.namer.model.task(task) else { return String::new() };
        let wait = Waiting::new(self.namer.history, self.namer.model).of(entry);
        // Who has it stands in the next line.
        let what = match &wait {
            Some(crate::model::waiting::Wait::Object(object)) => self.namer.object(*object),
            Some(wait) => self.namer.wait(wait),
            None => "something".to_owned(),
        };
        let line = self.namer.where_suspended(entry);
        format!("waits for {what}{line}")
    }

    fn branch(&self, branch: &Branch, rails: &str) -> Line<'static> {
        let theme = self.theme;
        let player = self.session.player();
        let Some(task) = player.model().task(branch.task) else { return Line::default() };
        let look = wording::look(player.model(), task, player.now());
        let is_subject = self.session.selected() == Some(branch.task);
        let has_changed = self.session.has_changed_task(branch.task);
        let name_style = match () {
            () if is_subject => theme.selected(),
            () if has_changed => theme.strong(),
            () if task.is_done() => theme.dim(),
            () => theme.text(),
        };
        let relation = match branch.relation {
            Relation::Holds => " has it",
            Relation::MayHold => " may have it",
            Relation::Root | Relation::Awaited => "",
        };
        let (what, what_style) = match (branch.below, &branch.wait) {
            (Below::Circle, _) => ("a circle closes".to_owned(), theme.error()),
            (Below::Elsewhere, _) => ("see elsewhere".to_owned(), theme.dim()),
            (Below::Shown, Some(wait)) => (self.short(branch, wait), theme.dim()),
            (Below::Shown, None) => (
                wording::state(player.history(), player.model(), task, player.now(), theme.charset),
                theme.look(look),
            ),
        };
        self.line(vec![
            (format!(" {rails}"), theme.faint()),
            (format!("{} ", theme.mark(look)), theme.look(look)),
            (self.namer.long(branch.task), name_style),
            (relation.to_owned(), theme.dim()),
            (format!("  {what}"), what_style),
        ])
    }

    /// What a branch waits for; what hangs below it need not be said.
    fn short(&self, branch: &Branch, wait: &crate::model::waiting::Wait) -> String {
        use crate::model::waiting::Wait;
        let player = self.session.player();
        let line = player
            .model()
            .task(branch.task)
            .map_or_else(String::new, |task| self.namer.where_suspended(task));
        let what = match wait {
            Wait::Task(_) => "awaits".to_owned(),
            Wait::Tasks(kind, tasks) => format!("awaits {} ({})", tasks.len(), kind.word()),
            Wait::Object(object) => format!("waits for {}", self.namer.object(*object)),
            Wait::OneOf(..) => format!("waits for {}", self.namer.wait(wait)),
            Wait::Future(..) | Wait::Unknown => {
                let task = player.model().task(branch.task);
                task.map_or_else(String::new, |task| {
                    wording::state(player.history(), player.model(), task, player.now(), self.theme.charset)
                })
            }
        };
        format!("{what}{line}")
    }
}
