//! The output panel: what the program printed, when, and by whom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::{render_lines, with_place, wording};
use crate::event::Stream;
use crate::tui::session::{Arrangement, OutputLine, Panel, Session};
use crate::tui::text::{clip, width};
use crate::tui::theme::Theme;

/// Below this the writer's name has no room.
const WITH_NAMES: u16 = 36;

/// Draws the output.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let lines = session.output().lines();
    let first = session.first_line(Panel::Output);
    let room = usize::from(area.height.saturating_sub(2));
    let block = with_place(block, theme, first, room, lines.len());
    let inner = block.inner(area);
    block.render(area, buffer);
    if lines.is_empty() {
        let text = if session.player().is_finished() { " nothing was printed" } else { " nothing yet" };
        Line::styled(text, theme.dim()).render(inner, buffer);
        return;
    }
    if session.arrangement() == Arrangement::Enlarged {
        return render_wrapped(session, theme, inner, buffer);
    }
    let visible = || lines.iter().skip(first).take(room);
    let columns = Columns::of(session, theme, visible(), inner.width);
    let drawn = visible().map(|line| {
        let mut spans = columns.before(line);
        let used: usize = spans.iter().map(Span::width).sum();
        let room = usize::from(inner.width).saturating_sub(used);
        let text = theme.charset.fit(&line.text, room).into_owned();
        spans.push(Span::styled(text, columns.style(line)));
        Line::from(spans)
    });
    render_lines(drawn, inner, buffer);
}

/// Where there is room long lines are wrapped; the latest are at the bottom.
fn render_wrapped(session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let lines = session.output().lines();
    let room = usize::from(area.height);
    let latest = &lines[lines.len().saturating_sub(room)..];
    let columns = Columns::of(session, theme, latest.iter(), area.width);
    let mut drawn: Vec<Line<'static>> = Vec::new();
    for line in latest {
        let before = columns.before(line);
        let used: usize = before.iter().map(Span::width).sum();
        let room = usize::from(area.width).saturating_sub(used).max(1);
        let mut rest = line.text.as_str();
        let mut spans = before;
        loop {
            let mut part = clip(rest, room);
            // A wide character where there is one cell: it is cut off.
            if part.is_empty() {
                part = rest;
            }
            rest = &rest[part.len()..];
            spans.push(Span::styled(part.to_owned(), columns.style(line)));
            drawn.push(Line::from(std::mem::take(&mut spans)));
            if rest.is_empty() {
                break;
            }
            spans.push(Span::raw(" ".repeat(used)));
        }
    }
    let skipped = drawn.len().saturating_sub(room);
    render_lines(drawn.into_iter().skip(skipped), area, buffer);
}

/// What stands before a line: when it was printed, and by whom.
struct Columns<'s> {
    session: &'s Session,
    theme: Theme,
    times: usize,
    names: usize,
    /// The event that began the line of the playhead.
    here: Option<usize>,
}

impl<'s> Columns<'s> {
    fn of<'l>(
        session: &'s Session,
        theme: Theme,
        lines: impl Iterator<Item = &'l OutputLine>,
        cells: u16,
    ) -> Self {
        let here = session.output().lines().last().map(|line| line.event);
        let mut columns = Self { session, theme, times: 0, names: 0, here };
        for line in lines {
            columns.times = columns.times.max(line.at.to_string().len());
            columns.names = columns.names.max(width(&columns.name(line)));
        }
        columns.names = if cells < WITH_NAMES { 0 } else { columns.names.min(16) };
        columns
    }

    fn name(&self, line: &OutputLine) -> String {
        let model = self.session.player().model();
        line.task.map_or_else(String::new, |task| wording::task_name(model, task, self.theme.charset))
    }

    fn before(&self, line: &OutputLine) -> Vec<Span<'static>> {
        let theme = self.theme;
        let is_here = self.here == Some(line.event) && self.session.focus() == Panel::Output;
        let pointer = if is_here { theme.pointer() } else { " " };
        let mut spans = vec![
            Span::styled(pointer, theme.selected()),
            Span::styled(format!("{:>times$} ", line.at.to_string(), times = self.times), theme.dim()),
        ];
        if self.names > 0 {
            let name = theme.charset.pad(&self.name(line), self.names);
            spans.push(Span::styled(format!(" {name} "), theme.accent()));
        }
        spans.push(match line.stream {
            Stream::Stderr => Span::styled("! ", self.style(line)),
            Stream::Stdout => Span::raw(" "),
        });
        spans
    }

    fn style(&self, line: &OutputLine) -> Style {
        match (line.stream, self.session.has_changed_output(line.write)) {
            (Stream::Stderr, _) => self.theme.error(),
            (Stream::Stdout, true) => self.theme.changed(),
            (Stream::Stdout, false) => self.theme.text(),
        }
    }
}
