//! The source panel: the program, with every task at the lines where it stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};

use super::wording::Naming;
use super::{render_lines, with_place, wording};
use crate::player::Switch;
use crate::tui::session::{Level, Mark, Panel, Raise, Session};
use crate::tui::source_text::SourceLine;
use crate::tui::text::{clip, width, wrap};
use crate::tui::theme::{Look, Theme};

/// The most lines for notes, the rule above them included.
const MOST_NOTES: usize = 6;

/// Draws the program.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let first = session.first_line(Panel::Source);
    let room = usize::from(area.height.saturating_sub(2));
    let source = session.shown_source();
    let block = with_place(block, theme, first, room / pitch(session, area), source.len());
    let block = match session.other_file() {
        Some(file) => {
            let name = format!(" {} ", theme.charset.visible(file));
            block.title(Line::from(Span::styled(name, theme.changed())).right_aligned())
        }
        None if session.is_beyond_lines() => {
            // Beside how much of the program is seen there is not always room for a whole sentence.
            let whole = " lines are recorded no further ";
            let room = usize::from(area.width).saturating_sub(20);
            let said = if whole.len() <= room { whole } else { " no more lines " };
            block.title_bottom(Line::styled(said, theme.changed()))
        }
        None => block,
    };
    let inner = block.inner(area);
    block.render(area, buffer);
    if source.is_empty() {
        Line::styled(" This run has no source text.", theme.dim()).render(inner, buffer);
        return;
    }
    let pitch = pitch(session, area);
    let lines = source.lines().iter().enumerate().skip(first).take(room.div_ceil(pitch));
    let lines = lines.map(|(index, line)| source_line(session, theme, index + 1, line, inner.width.into()));
    let apart = std::iter::repeat_with(Line::default).take(pitch - 1);
    render_lines(lines.flat_map(|line| std::iter::once(line).chain(apart.clone())), inner, buffer);
    if let Some(row) = cursor_row(session, first, pitch, inner) {
        buffer.set_style(row, theme.cursor_row());
    }
    render_notes(session, theme, first, inner, buffer);
}

/// The line that the cursor is on, while the panel has the focus.
fn shown_cursor(session: &Session) -> Option<usize> {
    session.cursor().filter(|_| session.focus() == Panel::Source && !session.is_classroom())
}

fn cursor_row(session: &Session, first: usize, pitch: usize, inner: Rect) -> Option<Rect> {
    let row = shown_cursor(session)?.checked_sub(first + 1)? * pitch;
    let row = u16::try_from(row).ok().filter(|row| *row < inner.height)?;
    Some(Rect { y: inner.y + row, height: 1, ..inner })
}

/// Lines of the screen from one line of the program to the next: in front of a class they stand apart, where
/// enough of them are seen all the same.
pub fn pitch(session: &Session, area: Rect) -> usize {
    const ENOUGH: u16 = 16;
    if session.is_classroom() && area.height.saturating_sub(2) / 2 >= ENOUGH { 2 } else { 1 }
}

/// What is said about the line at the playhead: at the bottom, or where that would hide the line, at the top.
fn render_notes(session: &Session, theme: Theme, first: usize, area: Rect, buffer: &mut Buffer) {
    let cells = usize::from(area.width).saturating_sub(4);
    let text: Vec<String> = session.notes().iter().flat_map(|note| wrap(note, cells)).collect();
    let most = usize::from(area.height / 2).min(MOST_NOTES);
    if text.is_empty() || most < 2 || cells < 12 {
        return;
    }
    let is_cut = text.len() > most - 1;
    let text: Vec<String> = text.into_iter().take(most - 1).collect();
    let height = text.len() as u16 + 1;
    let line = session.shown_line().and_then(|line| line.checked_sub(first + 1)).unwrap_or(0);
    let is_below = line + usize::from(height) < usize::from(area.height);
    let y = if is_below { area.bottom() - height } else { area.y };
    let place = Rect { y, height, ..area };
    Clear.render(place, buffer);
    buffer.set_style(place, theme.ground());
    let rule = Line::styled(theme.rule().repeat(area.width.into()), theme.faint());
    let mut lines: Vec<Line<'_>> = text
        .into_iter()
        .enumerate()
        .map(|(index, text)| {
            let mark = if index == 0 { theme.note() } else { " " };
            Line::from(vec![
                Span::styled(format!(" {mark} "), theme.accent()),
                Span::styled(text, theme.text()),
            ])
        })
        .collect();
    if is_cut && let Some(last) = lines.last_mut() {
        last.spans.push(Span::styled(theme.charset.ellipsis(), theme.dim()));
    }
    lines.insert(if is_below { 0 } else { lines.len() }, rule);
    render_lines(lines, place, buffer);
}

fn source_line(
    session: &Session,
    theme: Theme,
    number: usize,
    line: &SourceLine,
    cells: usize,
) -> Line<'static> {
    let is_own = session.other_file().is_none();
    let is_running = session.is_running_line(number);
    let raise = session.raised_at(number);
    let digits = session.shown_source().number_width();
    let gutter = digits + 3;
    let code: usize = line.pieces.iter().map(|piece| width(&piece.text)).sum();
    let marks = session.standing().on(number);
    // Where names have no room beside the code, numbers must do.
    let labels = |naming| {
        let raised = raise.and_then(|raise| raised_label(session, theme, raise, naming));
        raised.into_iter().chain(labels(session, theme, marks, naming)).collect::<Vec<_>>()
    };
    let long = labels(Naming::Long);
    let fits = gutter + code + long.iter().map(Span::width).sum::<usize>() <= cells;
    let tasks = if fits { long } else { labels(Naming::Short) };
    let is_raised = raise.is_some() && !is_running;
    let (pointer, number_style, code_style) = match () {
        () if is_running => (theme.pointer(), theme.look(Look::Running), theme.strong()),
        () if is_raised => (theme.mark(Look::Raised), theme.look(Look::Raised), theme.raised_code()),
        () if shown_cursor(session) == Some(number) => (theme.cursor(), theme.selected(), Style::new()),
        () => (" ", theme.dim(), Style::new()),
    };
    let note = if is_own && session.has_note(number) { theme.note() } else { " " };
    let breakpoint = session.player().breakpoints().on_line(&session.line_of_shown(number));
    let breakpoint = breakpoint.map_or(" ", |switch| theme.breakpoint(switch == Switch::On));
    let mut spans = vec![
        Span::styled(format!("{pointer}{number:>digits$}"), number_style),
        Span::styled(breakpoint, theme.error()),
        Span::styled(note, theme.accent()),
    ];
    // Labels stand behind the line; where there is still no room, they cover its end.
    let labels_width: usize = tasks.iter().map(Span::width).sum();
    let room = cells.saturating_sub(gutter).saturating_sub(labels_width);
    spans.extend(code_spans(theme, line, code_style, room));
    spans.extend(tasks);
    Line::from(spans)
}

/// The code of a line in a style of its own beside that of its syntax, as far as there is room.
fn code_spans(theme: Theme, line: &SourceLine, style: Style, room: usize) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let is_cut = line.pieces.iter().map(|piece| width(&piece.text)).sum::<usize>() > room;
    let mut left = if is_cut { room.saturating_sub(1) } else { room };
    for (index, piece) in line.pieces.iter().enumerate() {
        let text = clip(&piece.text, left);
        left -= width(text);
        // The blanks that a line begins with are not underlined.
        let is_bare = index == 0 && style.add_modifier.contains(Modifier::UNDERLINED);
        let blanks = if is_bare { text.len() - text.trim_start().len() } else { 0 };
        spans.push(Span::raw(text[..blanks].to_owned()));
        spans.push(Span::styled(text[blanks..].to_owned(), theme.syntax(piece.syntax).patch(style)));
        if text.len() < piece.text.len() {
            break;
        }
    }
    if is_cut && room > 0 {
        spans.push(Span::styled(theme.charset.ellipsis(), theme.dim()));
    }
    spans
}

/// What was raised at a line, and in which task.
fn raised_label(session: &Session, theme: Theme, raise: &Raise, naming: Naming) -> Option<Span<'static>> {
    let glyph = theme.mark(Look::Raised);
    let name = |task| wording::task_name(session.player().model(), task, theme.charset) + " ";
    let text = match naming {
        Naming::Long => {
            let name = raise.task.map(name).unwrap_or_default();
            format!("  {glyph} {name}{}", theme.charset.visible(&raise.exception))
        }
        // Where it was in no task, the glyph before the line says enough.
        Naming::Short => format!(" {glyph}{}", raise.task?.0),
    };
    Some(Span::styled(text, theme.look(Look::Raised)))
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
