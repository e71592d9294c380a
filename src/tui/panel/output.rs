//! The output panel: what the program printed, when, and by whom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::{render_lines, with_place, wording};
use crate::event::Stream;
use crate::tui::session::{OutputLine, Panel, Session};
use crate::tui::text::width;
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
        Line::styled(" nothing yet", theme.dim()).render(inner, buffer);
        return;
    }
    let visible = || lines.iter().skip(first).take(room);
    let name = |line: &OutputLine| {
        line.task.map_or_else(String::new, |task| {
            wording::task_name(session.player().model(), task, theme.charset)
        })
    };
    let widest = visible().map(|line| width(&name(line))).max().unwrap_or(0);
    let names = if inner.width < WITH_NAMES { 0 } else { widest.min(16) };
    let times = visible().map(|line| line.at.to_string().len()).max().unwrap_or(0);
    let drawn = visible().map(|line| {
        let time = Span::styled(format!(" {:>times$} ", line.at.to_string()), theme.dim());
        let name = theme.charset.pad(&name(line), names);
        output_line(theme, line, time, &name, session.has_changed_output(line.write), inner.width.into())
    });
    render_lines(drawn, inner, buffer);
}

fn output_line(
    theme: Theme,
    line: &OutputLine,
    time: Span<'static>,
    name: &str,
    is_new: bool,
    cells: usize,
) -> Line<'static> {
    let mut spans = vec![time];
    if !name.is_empty() {
        spans.push(Span::styled(format!(" {name} "), theme.accent()));
    }
    let style = match (line.stream, is_new) {
        (Stream::Stderr, _) => theme.error(),
        (Stream::Stdout, true) => theme.changed(),
        (Stream::Stdout, false) => theme.text(),
    };
    spans.push(match line.stream {
        Stream::Stderr => Span::styled("! ", style),
        Stream::Stdout => Span::raw(" "),
    });
    let used: usize = spans.iter().map(Span::width).sum();
    spans.push(Span::styled(theme.charset.fit(&line.text, cells.saturating_sub(used)).into_owned(), style));
    Line::from(spans)
}
