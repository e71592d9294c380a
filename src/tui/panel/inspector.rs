//! The inspector: all that is known of one task, or of the tasks of a group.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::wait_wording::Namer;
use super::{render_lines, with_place, wording};
use crate::event::{Awaited, Cause};
use crate::id::LocationId;
use crate::model::inspection::{Inspection, Waker, WokenBy};
use crate::model::{End, Task, TaskState};
use crate::time::Delay;
use crate::tui::session::{Panel, Selection, Session};
use crate::tui::text::wrap;
use crate::tui::theme::Theme;

mod crowd;
mod levels;

/// The names of the rows, all as wide as the widest.
const NAMES: usize = 10;

/// What is less is nothing: so much reading the clock costs.
const TRIFLE: Delay = Delay(500_000);

/// Draws the task.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let inner = block.inner(area);
    let lines = lines(session, theme, inner.width.into());
    let room = usize::from(inner.height);
    let first = session.first_line(Panel::Inspector).min(lines.len().saturating_sub(room));
    with_place(block, theme, first, room, lines.len()).render(area, buffer);
    render_lines(lines.into_iter().skip(first), inner, buffer);
}

fn lines(session: &Session, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let group = match session.selection() {
        Selection::Group(key) => session.group(key).zip(session.crowd()),
        _ => None,
    };
    if let Some(group) = group {
        return crowd::lines(session, theme, group, cells);
    }
    let player = session.player();
    let model = player.model();
    let task = session.inspection().and_then(|inspection| Some((inspection, model.task(inspection.task)?)));
    let Some((inspection, task)) = task else {
        let text = if session.selection() == Selection::Nothing { " no task yet" } else { " not made yet" };
        return vec![Line::styled(text, theme.dim())];
    };
    let look = wording::look(model, task, player.now());
    let name = wording::task_label(player.history(), model, task.id(), theme.charset);
    let head = Line::from(vec![
        Span::styled(format!(" {} ", theme.mark(look)), theme.look(look)),
        Span::styled(theme.charset.fit(&name, cells.saturating_sub(4)).into_owned(), theme.strong()),
    ]);
    let mut sheet = Sheet { theme, cells, lines: vec![head] };
    let namer = Namer::of(session, theme.charset);
    state(session, namer, (task, inspection), &mut sheet);
    levels::traceback(session, namer, inspection, task, &mut sheet);
    waits(session, namer, inspection, task, &mut sheet);
    levels::chain(session, namer, inspection, task, &mut sheet);
    callbacks(namer, task, &mut sheet);
    for request in &inspection.requests {
        let is_below = |location: &LocationId| namer.history.is_below_callback(request.by, *location);
        let line = namer.line(request.location.filter(|location| !is_below(location)));
        let line = if line.is_empty() { line } else { format!(" at {line}") };
        let message = request.message.as_deref();
        let message = message.map_or_else(String::new, |text| format!(": {}", theme.charset.visible(text)));
        let text = format!("{} by {}{line}{message}", request.at, namer.cause(request.by));
        sheet.row("cancelled", &text, theme.look(crate::tui::theme::Look::Cancelled));
    }
    made(namer, task, &mut sheet);
    times(inspection, &mut sheet);
    sheet.lines
}

/// Rows with a name before them, wrapped.
struct Sheet {
    theme: Theme,
    cells: usize,
    lines: Vec<Line<'static>>,
}

impl Sheet {
    /// The cells beside the names.
    fn room(&self) -> usize {
        self.cells.saturating_sub(NAMES + 3).max(1)
    }

    fn row(&mut self, name: &'static str, text: &str, style: Style) {
        for (index, part) in wrap(text, self.room()).into_iter().enumerate() {
            let name = if index == 0 { name } else { "" };
            self.lines.push(Line::from(vec![
                Span::styled(format!(" {name:NAMES$} "), self.theme.dim()),
                Span::styled(part, style),
            ]));
        }
    }

    /// Rows of one line each, with a name before the first.
    fn list(&mut self, name: &'static str, texts: impl Iterator<Item = String>, style: Style) {
        for (index, text) in texts.enumerate() {
            self.line(if index == 0 { name } else { "" }, &text, style);
        }
    }

    /// A row of one line, cut off where it is too long.
    fn line(&mut self, name: &'static str, text: &str, style: Style) {
        self.lines.push(Line::from(vec![
            Span::styled(format!(" {name:NAMES$} "), self.theme.dim()),
            Span::styled(self.theme.charset.fit(text, self.room()).into_owned(), style),
        ]));
    }

    fn text(&mut self, name: &'static str, text: &str) {
        self.row(name, text, self.theme.text());
    }
}

fn state(session: &Session, namer: Namer<'_>, (task, inspection): (&Task, &Inspection), sheet: &mut Sheet) {
    let player = session.player();
    let theme = sheet.theme;
    let look = wording::look(player.model(), task, player.now());
    let visible = |text: &str| theme.charset.visible(text).into_owned();
    let what = match &task.state {
        TaskState::Done(End::Returned(value)) => format!("returned {}", visible(value)),
        TaskState::Done(End::Raised(exception)) => format!("raised {}", visible(&exception.to_string())),
        _ => look.word().to_owned(),
    };
    let lasted = player.now().since(task.since);
    let since = match () {
        () if task.is_done() => format!(" at {}", task.since),
        () if lasted > TRIFLE => format!(" since {}, for {lasted}", task.since),
        () => format!(" since {}", task.since),
    };
    let steps = if task.steps == 1 { "1 step".to_owned() } else { format!("{} steps", task.steps) };
    sheet.row("state", &format!("{what}{since}; {steps}"), theme.look(look));
    if let Some(by) = inspection.woken_by.filter(|_| !task.is_done()) {
        let who = match by {
            WokenBy::Task(task) => namer.long(task),
            WokenBy::Timer => "its timer".to_owned(),
            WokenBy::Callback(id) => namer.cause(Cause::Handle(id)),
            WokenBy::Outside => namer.cause(Cause::Thread),
        };
        sheet.text("woken by", &who);
    }
}

fn waits(session: &Session, namer: Namer<'_>, inspection: &Inspection, task: &Task, sheet: &mut Sheet) {
    if let Some(wait) = &inspection.wait {
        sheet.text("waits for", &namer.wait(wait));
    }
    let now = session.player().now();
    let will = match &inspection.waker {
        None => String::new(),
        Some(Waker::Queued(_, 0)) => "the loop: it is next on the ready queue".to_owned(),
        Some(Waker::Queued(_, ahead)) => format!("the loop: {ahead} before it on the ready queue"),
        Some(Waker::Timer(_, deadline)) => {
            format!("its timer at {deadline}, {}", wording::remaining(*deadline, now))
        }
        Some(Waker::Tasks(tasks)) => {
            let how = match task.awaits {
                Some(Awaited::Task(_)) => "when it ends",
                _ if matches!(inspection.wait, Some(crate::model::waiting::Wait::Tasks(..))) => {
                    "when they end"
                }
                _ => "by giving it back",
            };
            format!("{}, {how}", namer.list(tasks))
        }
        Some(Waker::Somebody) if session.player().is_finished() => "nobody any more".to_owned(),
        Some(Waker::Somebody) => "whoever resolves that".to_owned(),
    };
    if !will.is_empty() {
        sheet.text("wakes it", &will);
    }
    let waiters: Vec<_> = task.waiters.iter().collect();
    if !waiters.is_empty() {
        sheet.text("awaited by", &namer.list(&waiters));
    }
    if !inspection.woke.is_empty() {
        sheet.text("woke", &namer.list(&inspection.woke));
    }
}

/// What its end will call, beside waking those who wait for it; once it is done, that is over.
fn callbacks(namer: Namer<'_>, task: &Task, sheet: &mut Sheet) {
    if !task.is_done() && !task.callbacks.is_empty() {
        sheet.text("callbacks", &namer.callbacks(task, sheet.theme.times()));
    }
}

fn made(namer: Namer<'_>, task: &Task, sheet: &mut Sheet) {
    let by = task.info.parent.map_or_else(|| "code outside tasks".to_owned(), |parent| namer.long(parent));
    let line = namer.line(task.info.location);
    let line = if line.is_empty() { line } else { format!(" at {line}") };
    sheet.text("made", &format!("{} by {by}{line}", task.info.created));
}

fn times(inspection: &Inspection, sheet: &mut Sheet) {
    let times = inspection.times;
    let parts = [
        ("waiting", times.waiting),
        ("ready", times.queued),
        ("running", times.running),
        ("blocking", times.blocked),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter(|(_, time)| *time > TRIFLE)
        .map(|(name, time)| format!("{name} {time} s"))
        .collect();
    let text = if said.is_empty() { "no time in any state yet".to_owned() } else { said.join(", ") };
    sheet.row("times", &text, sheet.theme.dim());
}
