//! The parts of the screen. Each is one function that draws what it is given, and changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::session::{Panel, Session};
use super::theme::Theme;

pub mod footer;
pub mod gallery;
pub mod help;
pub mod highlight;
pub mod inspector;
pub mod lists;
pub mod loop_state;
pub mod output;
pub mod overlay;
pub mod prompt;
pub mod sentence;
pub mod source;
pub mod sums;
pub mod sync;
pub mod timeline;
pub mod title;
mod wait_wording;
pub mod waits;
pub mod wording;

/// What stands in the upper border of a panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heading {
    /// Its own title.
    Own,
    /// The titles of the panels that share its place: the others are behind it.
    Among(&'static [Panel]),
}

/// Draws one panel of the player.
pub fn render(
    panel: Panel,
    heading: Heading,
    session: &Session,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let has_focus = session.focus() == panel;
    let frame = |title: &str| match heading {
        Heading::Own => block(theme, title, has_focus),
        Heading::Among(panels) => block_among(session, theme, panels, panel, area.width),
    };
    match panel {
        Panel::Timeline => timeline::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Source => source::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Loop if session.player().is_finished() => {
            sums::render(session, theme, frame("sums"), area, buffer);
        }
        Panel::Loop => loop_state::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Output => output::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Inspector => inspector::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Sync => sync::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Waits => waits::render(session, theme, frame(panel.title()), area, buffer),
    }
}

/// A panel's frame.
fn block<'a>(theme: Theme, title: &str, has_focus: bool) -> Block<'a> {
    let style = if has_focus { theme.selected() } else { theme.text() };
    Block::bordered()
        .border_set(theme.border_set())
        .border_style(theme.border(has_focus))
        .title(Line::from(Span::styled(format!(" {title} "), style)))
}

/// A frame that names several panels, the one that is seen brightest; where there is no room for all, its
/// neighbours go.
fn block_among<'a>(session: &Session, theme: Theme, panels: &[Panel], seen: Panel, cells: u16) -> Block<'a> {
    let title = |panel: Panel| match panel {
        Panel::Loop if session.player().is_finished() => "sums",
        _ => panel.title(),
    };
    let room = usize::from(cells).saturating_sub(3);
    let at = panels.iter().position(|panel| *panel == seen).unwrap_or(0);
    let needed = |panels: &[Panel]| panels.iter().map(|panel| title(*panel).len() + 1).sum::<usize>();
    let mut shown = 0..panels.len();
    // The farther end goes first; what went is said by an ellipsis of a blank and a character.
    while shown.len() > 1 && needed(&panels[shown.clone()]) + 4 > room {
        if shown.end - 1 - at > at - shown.start { shown.end -= 1 } else { shown.start += 1 }
    }
    let more =
        |is_more: bool| is_more.then(|| Span::styled(format!(" {}", theme.charset.ellipsis()), theme.dim()));
    let name = |panel: &Panel| {
        let has_focus = *panel == seen && session.focus() == seen;
        let style = match () {
            () if has_focus => theme.selected(),
            () if *panel == seen => theme.text(),
            () => theme.dim(),
        };
        Span::styled(format!(" {}", title(*panel)), style)
    };
    let (start, end) = (shown.start > 0, shown.end < panels.len());
    let names = panels[shown].iter().map(name);
    let spans: Vec<Span<'_>> =
        more(start).into_iter().chain(names).chain(more(end)).chain([Span::raw(" ")]).collect();
    Block::bordered()
        .border_set(theme.border_set())
        .border_style(theme.border(session.focus() == seen))
        .title(Line::from(spans))
}

/// Says in a panel's lower border how much lies outside of it.
fn with_place(block: Block<'_>, theme: Theme, first: usize, room: usize, all: usize) -> Block<'_> {
    if all <= room || room == 0 {
        return block;
    }
    let last = (first + room).min(all);
    let text = format!(" {}-{last} of {all} ", first + 1);
    block.title_bottom(Line::from(Span::styled(text, theme.dim())).right_aligned())
}

/// Draws lines from the top, as far as there is room.
fn render_lines<'a>(lines: impl IntoIterator<Item = Line<'a>>, area: Rect, buffer: &mut Buffer) {
    for (row, line) in area.rows().zip(lines) {
        line.render(row, buffer);
    }
}
