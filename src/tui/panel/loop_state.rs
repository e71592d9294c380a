//! The loop panel: what runs, what the loop will run next, and what it waits for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::with_place;
use super::wording::{self, Naming, Purpose};
use crate::event::{Cause, ThreadKind};
use crate::id::HandleId;
use crate::model::{Activity, Handle};
use crate::tui::session::{Panel, Session};
use crate::tui::text::width;
use crate::tui::theme::{Look, Theme};

/// The names of the parts, all as wide as the widest.
const NAMES: usize = 9;

/// From so many lines on there is room to say which part of the iteration it is.
const WITH_PHASE: usize = 7;

/// Draws the loop.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let inner = block.inner(area);
    let cells = usize::from(inner.width);
    let room = usize::from(inner.height);
    let queues = session.player().model().queues();
    let mut rows = Vec::new();
    running(session, theme, &mut rows);
    if room >= WITH_PHASE {
        phase(session, theme, &mut rows);
    }
    let threads = threads(session, theme);
    let all = rows.len() + queues.ready_len().max(1) + queues.timers_len().max(1) + threads.len();
    let first = session.first_line(Panel::Loop).min(all.saturating_sub(room));
    with_place(block, theme, first, room, all).render(area, buffer);
    let wanted = first + room;
    let ready = queues.ready().take(wanted).map(|(id, handle)| {
        let mark = Span::styled(format!("{} ", theme.mark(Look::Queued)), theme.look(Look::Queued));
        entry(session, theme, cells, mark, (id, handle), None)
    });
    part(theme, "ready", queues.ready_len(), ready, &mut rows);
    let now = session.player().now();
    let timers = queues.timers().take(wanted).map(|(deadline, id, handle)| {
        let mark = Span::styled(format!("{deadline} "), theme.look(Look::Waiting));
        let rest = format!(" {}", wording::remaining(deadline, now));
        entry(session, theme, cells, mark, (id, handle), Some(Span::styled(rest, theme.dim())))
    });
    part(theme, "timers", queues.timers_len(), timers, &mut rows);
    // Before them stand as many timers as there are, or as are visible: then none of these is.
    rows.extend(threads);
    for (line, row) in rows.into_iter().skip(first).zip(inner.rows()) {
        line.fitted(theme, cells).render(row, buffer);
    }
}

/// Which part of the iteration this is.
fn phase(session: &Session, theme: Theme, rows: &mut Vec<Row>) {
    let player = session.player();
    let loops = player.model().loops();
    let next = player.model().queues().timers().next().map(|(deadline, _, _)| deadline);
    for each in loops.iter().filter(|each| each.running && each.iteration > 0) {
        let number = if loops.len() > 1 { format!("{}, ", each.id) } else { String::new() };
        let what = match (each.begun, each.batch) {
            (0, batch) if each.running_now.is_empty() => format!("{batch} to run"),
            (begun, batch) if begun < batch || !each.running_now.is_empty() => format!("{begun} of {batch}"),
            _ if player.model().queues().ready_len() > 0 => "over, the next follows".to_owned(),
            _ => next.map_or_else(
                || "over, waits for events".to_owned(),
                |deadline| format!("over, waits until {deadline}"),
            ),
        };
        let text = format!("{number}iteration {}: {what}", each.iteration);
        rows.push(Row { name: "", spans: vec![Span::styled(text, theme.dim())] });
    }
}

/// The threads other than the first, with what each does.
fn threads(session: &Session, theme: Theme) -> Vec<Row> {
    let player = session.player();
    let (history, model) = (player.history(), player.model());
    let others = model.threads().iter().filter(|thread| thread.alive && thread.kind != ThreadKind::Main);
    let mut rows = Vec::new();
    for thread in others {
        let name = thread.name.map_or_else(|| thread.id.to_string(), |name| history.text(name).to_owned());
        let job = thread.job.and_then(|id| model.job(id));
        let is_blocked = thread.blocked_until > player.now();
        let (look, what) = match job {
            Some(job) => {
                let function = theme.charset.visible(history.text(job.function)).into_owned();
                let whose = match job.by {
                    Cause::Task(task) => format!(" for {}", wording::task_name(model, task, theme.charset)),
                    _ => String::new(),
                };
                let until =
                    if is_blocked { format!(", until {}", thread.blocked_until) } else { String::new() };
                (theme.look(Look::Running), format!("{function}{whose}{until}"))
            }
            None if is_blocked => (theme.dim(), format!("sleeps until {}", thread.blocked_until)),
            None => (theme.dim(), thread.kind.word().to_owned()),
        };
        let mark = if job.is_some() { theme.mark(Look::Running) } else { theme.separator() };
        let spans = vec![
            Span::styled(format!("{mark} "), look),
            Span::styled(format!("{}  ", theme.charset.visible(&name)), theme.text()),
            Span::styled(what, look),
        ];
        rows.push(Row { name: if rows.is_empty() { "threads" } else { "" }, spans });
    }
    rows
}

/// A handle on the ready queue or in the timer heap, named as fully as there is room.
fn entry(
    session: &Session,
    theme: Theme,
    cells: usize,
    mark: Span<'static>,
    (id, handle): (HandleId, &Handle),
    rest: Option<Span<'static>>,
) -> Vec<Span<'static>> {
    let player = session.player();
    let purpose = Purpose::of(player.history(), handle, theme.charset);
    let label = |naming| purpose.label(player.history(), player.model(), theme.charset, naming);
    let room =
        cells.saturating_sub(NAMES + 1 + mark.width()).saturating_sub(rest.as_ref().map_or(0, Span::width));
    let long = label(Naming::Long);
    let text = if width(&long) <= room { long } else { label(Naming::Short) };
    let style = if session.has_changed_handle(id) { theme.strong() } else { theme.text() };
    [mark, Span::styled(text, style)].into_iter().chain(rest).collect()
}

/// A row: its name, which is set for the first of a part only, and what stands there.
struct Row {
    name: &'static str,
    spans: Vec<Span<'static>>,
}

impl Row {
    fn fitted(self, theme: Theme, cells: usize) -> Line<'static> {
        let name = Span::styled(format!(" {:NAMES$}", self.name), theme.dim());
        let mut left = cells.saturating_sub(NAMES + 1);
        let mut spans = vec![name];
        for span in self.spans {
            let text = theme.charset.fit(&span.content, left).into_owned();
            let fitted = Span::styled(text, span.style);
            left = left.saturating_sub(fitted.width());
            spans.push(fitted);
        }
        Line::from(spans)
    }
}

fn part(
    theme: Theme,
    name: &'static str,
    count: usize,
    entries: impl Iterator<Item = Vec<Span<'static>>>,
    rows: &mut Vec<Row>,
) {
    if count == 0 {
        rows.push(Row { name, spans: vec![Span::styled(theme.nothing(), theme.dim())] });
    }
    for (index, spans) in entries.enumerate() {
        rows.push(Row { name: if index == 0 { name } else { "" }, spans });
    }
}

fn running(session: &Session, theme: Theme, rows: &mut Vec<Row>) {
    let player = session.player();
    let model = player.model();
    let before = rows.len();
    for activity in model.loops().iter().flat_map(|each| &each.running_now) {
        let is_blocked = wording::is_blocked(model, player.now());
        let look = if is_blocked { Look::Blocked } else { Look::Running };
        let what = match activity {
            Activity::Step(task) => {
                let steps = model.task(*task).map_or(0, |task| task.steps);
                let label = wording::task_label(player.history(), model, *task, theme.charset);
                format!("{label}, step {steps}")
            }
            Activity::Callback(handle) => model.queues().handle(*handle).map_or_else(
                || handle.to_string(),
                |handle| {
                    let purpose = Purpose::of(player.history(), handle, theme.charset);
                    purpose.label(player.history(), model, theme.charset, Naming::Long)
                },
            ),
        };
        let mut spans = vec![Span::styled(format!("{} {what}", theme.mark(look)), theme.look(look))];
        if is_blocked {
            spans.push(Span::styled("  blocks all", theme.look(look)));
        }
        let name = if rows.len() == before { "running" } else { "" };
        rows.push(Row { name, spans });
    }
    if rows.len() == before {
        let text = match model.loops().iter().find(|each| each.running) {
            Some(_) if model.queues().ready_len() > 0 => "between two handles",
            Some(_) => "nothing: the loop waits",
            None if player.playhead() == 0 => "the run has not begun",
            None => "the loop does not run",
        };
        rows.push(Row { name: "running", spans: vec![Span::styled(text, theme.dim())] });
    }
}
