//! The objects panel: locks, semaphores, events, conditions, barriers and queues, who has them and who waits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::wait_wording::Namer;
use super::{render_lines, with_place};
use crate::model::sync::{Flag, Gate};
use crate::model::{SyncObject, SyncState};
use crate::tui::session::{ObjectView, Panel, Session};
use crate::tui::text::width;
use crate::tui::theme::{Look, Theme};

/// The most cells for a drawing of levels.
const MOST_LEVELS: usize = 60;

/// Draws the objects.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let objects = session.objects();
    let inner = block.inner(area);
    let room = usize::from(inner.height);
    let all = objects.iter().map(ObjectView::lines).sum();
    let first = session.first_line(Panel::Sync).min(usize::saturating_sub(all, room));
    with_place(block, theme, first, room, all).render(area, buffer);
    if objects.is_empty() {
        let text = " no lock, event, semaphore or queue was used yet";
        let text = theme.charset.fit(text, inner.width.into()).into_owned();
        Line::styled(text, theme.dim()).render(inner, buffer);
        return;
    }
    let namer = Namer::of(session, theme.charset);
    let widest = objects.iter().map(|view| width(&namer.object(view.object))).max().unwrap_or(0);
    let sheet = Sheet { session, namer, theme, widest, cells: inner.width.into() };
    // Only what is visible is put into words.
    let mut above = 0;
    let mut lines = Vec::new();
    for view in objects {
        if above + view.lines() > first && lines.len() < room {
            let skipped = first.saturating_sub(above);
            lines.extend(sheet.object(view).into_iter().skip(skipped));
        }
        above += view.lines();
    }
    render_lines(lines, inner, buffer);
}

struct Sheet<'s> {
    session: &'s Session,
    namer: Namer<'s>,
    theme: Theme,
    /// The widest name, in cells.
    widest: usize,
    cells: usize,
}

impl Sheet<'_> {
    fn object(&self, view: &ObjectView) -> Vec<Line<'static>> {
        let theme = self.theme;
        let Some(object) = self.namer.model.sync_objects().get(view.object) else { return Vec::new() };
        let is_new = self
            .session
            .changed_events()
            .is_some_and(|events| events.contains(&object.last.events.saturating_sub(1)));
        let (look, state) = self.state(object);
        let style = if is_new { theme.changed() } else { theme.text() };
        let name = theme.charset.pad(&object.to_string(), self.widest);
        let room = self.cells.saturating_sub(self.widest + 5);
        let mut lines = vec![Line::from(vec![
            Span::styled(format!(" {} ", theme.mark(look)), theme.look(look)),
            Span::styled(format!("{name}  "), style),
            Span::styled(theme.charset.fit(&state, room).into_owned(), theme.text()),
        ])];
        let indent = " ".repeat(self.widest + 5);
        if !view.waiters.is_empty() {
            let count = view.waiters.len();
            let verb = if count == 1 { "waits" } else { "wait" };
            let text = format!("{count} {verb}: {}", self.namer.list(&view.waiters));
            let text = theme.charset.fit(&text, room).into_owned();
            lines.push(Line::from(vec![
                Span::raw(indent.clone()),
                Span::styled(text, theme.look(Look::Waiting)),
            ]));
        }
        if !view.levels.is_empty() {
            let spark = spark(theme, &view.levels, room.min(MOST_LEVELS));
            let most = view.levels.iter().map(|(_, level)| *level).max().unwrap_or(0);
            lines.push(Line::from(vec![
                Span::raw(indent),
                Span::styled(spark, theme.accent()),
                Span::styled(format!(" at most {most}"), theme.dim()),
            ]));
        }
        lines
    }

    /// Its state as a look, whose glyph stands before it, and in words.
    fn state(&self, object: &SyncObject) -> (Look, String) {
        let holders: Vec<_> = object.holders().collect();
        match &object.state {
            SyncState::Lock { holder: None } => (Look::Returned, "free".to_owned()),
            SyncState::Lock { holder: Some(holder) } => {
                let who =
                    holder.task.map_or_else(|| "code outside tasks".to_owned(), |task| self.namer.long(task));
                (Look::Running, format!("held by {who} since {}", holder.since))
            }
            SyncState::Semaphore { taken: 0, .. } => (Look::Returned, "not taken".to_owned()),
            SyncState::Semaphore { taken, .. } if holders.is_empty() => {
                (Look::Running, format!("{taken} taken"))
            }
            SyncState::Semaphore { taken, .. } => {
                (Look::Running, format!("{taken} taken, by {}", self.namer.list(&holders)))
            }
            SyncState::Event(Flag::Set) => (Look::Returned, "set".to_owned()),
            SyncState::Event(Flag::Cleared) => (Look::Waiting, "not set".to_owned()),
            SyncState::Condition { notified } => (Look::Waiting, notifications(*notified)),
            SyncState::Barrier { arrived } => (Look::Waiting, format!("{arrived} stand before it")),
            SyncState::Queue { items, put, dealt_with, gate } => {
                let items_word = if *items == 1 { "item" } else { "items" };
                let mut text = format!("{items} {items_word}");
                let in_work = put - dealt_with - items;
                if *dealt_with > 0 && in_work > 0 {
                    text = format!("{text}, {in_work} being dealt with");
                }
                if *gate == Gate::Shut {
                    text.push_str(", shut down");
                }
                (if *items > 0 { Look::Queued } else { Look::Returned }, text)
            }
        }
    }
}

fn notifications(count: u32) -> String {
    if count == 1 { "notified once".to_owned() } else { format!("notified {count} times") }
}

/// Levels as a row of bars, the latest on the right.
fn spark(theme: Theme, levels: &[(usize, i64)], cells: usize) -> String {
    let shown = &levels[levels.len().saturating_sub(cells)..];
    let most = shown.iter().map(|(_, level)| *level).max().unwrap_or(1).max(1);
    let steps = theme.levels();
    let last = steps.len() - 1;
    let bar = |level: i64| (level.max(0) as usize * last).div_ceil(most as usize).min(last);
    shown.iter().map(|(_, level)| steps[bar(*level)]).collect()
}
