//! The source panel: the program, with every task at the lines where it stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::wording::Naming;
use super::{render_lines, with_place, wording};
use crate::player::Switch;
use crate::tui::session::{Level, Mark, Panel, Session};
use crate::tui::source_text::SourceLine;
use crate::tui::text::{clip, width};
use crate::tui::theme::Theme;

/// Draws the program.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let first = session.first_line(Panel::Source);
    let room = usize::from(area.height.saturating_sub(2));
    let block = with_place(block, theme, first, room / pitch(session, area), session.source().len());
    let inner = block.inner(area);
    block.render(area, buffer);
    if session.source().is_empty() {
        Line::styled(" This run has no source text.", theme.dim()).render(inner, buffer);
        return;
    }
    let pitch = pitch(session, area);
    let lines = session.source().lines().iter().enumerate().skip(first).take(room.div_ceil(pitch));
    let lines = lines.map(|(index, line)| source_line(session, theme, index + 1, line, inner.width.into()));
    let apart = std::iter::repeat_with(Line::default).take(pitch - 1);
    render_lines(lines.flat_map(|line| std::iter::once(line).chain(apart.clone())), inner, buffer);
}

/// Lines of the screen from one line of the program to the next: in front of a class they stand apart, where
/// enough of them are seen all the same.
pub fn pitch(session: &Session, area: Rect) -> usize {
    const ENOUGH: u16 = 16;
    if session.is_classroom() && area.height.saturating_sub(2) / 2 >= ENOUGH { 2 } else { 1 }
}

fn source_line(
    session: &Session,
    theme: Theme,
    number: usize,
    line: &SourceLine,
    cells: usize,
) -> Line<'static> {
    let is_running = session.marks().running() == Some(number);
    let digits = session.source().number_width();
    let gutter = digits + 3;
    let code: usize = line.pieces.iter().map(|piece| width(&piece.text)).sum();
    let marks = session.marks().on(number);
    // Where names have no room beside the code, numbers must do.
    let long = labels(session, theme, marks, Naming::Long);
    let fits = gutter + code + long.iter().map(Span::width).sum::<usize>() <= cells;
    let tasks = if fits { long } else { labels(session, theme, marks, Naming::Short) };
    let (pointer, number_style) = if is_running {
        (theme.pointer(), theme.look(crate::tui::theme::Look::Running))
    } else {
        (" ", theme.dim())
    };
    let breakpoint = session.player().breakpoints().on_line(number);
    let breakpoint = breakpoint.map_or(" ", |switch| theme.breakpoint(switch == Switch::On));
    let mut spans = vec![
        Span::styled(format!("{pointer}{number:>digits$}"), number_style),
        Span::styled(breakpoint, theme.error()),
        Span::raw(" "),
    ];
    // Labels stand behind the line; where there is still no room, they cover its end.
    let labels_width: usize = tasks.iter().map(Span::width).sum();
    let room = cells.saturating_sub(gutter).saturating_sub(labels_width);
    let is_cut = code > room;
    let mut left = if is_cut { room.saturating_sub(1) } else { room };
    for piece in &line.pieces {
        let text = clip(&piece.text, left);
        left -= width(text);
        let mut style = theme.syntax(piece.syntax);
        if is_running {
            style = style.patch(theme.strong());
        }
        spans.push(Span::styled(text.to_owned(), style));
        if text.len() < piece.text.len() {
            break;
        }
    }
    if is_cut && room > 0 {
        spans.push(Span::styled(theme.charset.ellipsis(), theme.dim()));
    }
    spans.extend(tasks);
    Line::from(spans)
}

/// The tasks at a line: glyph and name each, few of them.
fn labels(session: &Session, theme: Theme, marks: &[Mark], naming: Naming) -> Vec<Span<'static>> {
    const MOST: usize = 3;
    let player = session.player();
    let mut spans = Vec::new();
    for mark in marks.iter().take(MOST) {
        let Some(task) = player.model().task(mark.task) else { continue };
        let look = wording::look(player.model(), task, player.now());
        let name = wording::task_name(player.model(), mark.task, theme.charset);
        let (glyph, style) = match mark.level {
            Level::Innermost => (theme.mark(look), theme.look(look)),
            Level::Outer => (theme.arrow(), theme.dim()),
        };
        let style = if session.has_changed_task(mark.task) && mark.level == Level::Innermost {
            style.patch(theme.strong())
        } else {
            style
        };
        spans.push(Span::styled(
            match naming {
                Naming::Long => format!("  {glyph} {name}"),
                Naming::Short => format!(" {glyph}{}", mark.task.0),
            },
            style,
        ));
    }
    if marks.len() > MOST {
        spans.push(Span::styled(format!(" +{}", marks.len() - MOST), theme.dim()));
    }
    spans
}
