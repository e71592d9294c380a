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
pub mod lists;
pub mod loop_state;
pub mod output;
pub mod overlay;
pub mod prompt;
pub mod sentence;
pub mod source;
pub mod sums;
pub mod timeline;
pub mod title;
pub mod wording;

/// What stands in the upper border of a panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heading {
    /// Its own title.
    Own,
    /// The titles of all panels: the others are behind it.
    All,
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
        Heading::All => block_of_all(theme, panel),
    };
    match panel {
        Panel::Timeline => timeline::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Source => source::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Loop if session.player().is_finished() => {
            sums::render(session, theme, frame("sums"), area, buffer);
        }
        Panel::Loop => loop_state::render(session, theme, frame(panel.title()), area, buffer),
        Panel::Output => output::render(session, theme, frame(panel.title()), area, buffer),
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

/// A frame that names all panels, the one that is seen brightest.
fn block_of_all<'a>(theme: Theme, seen: Panel) -> Block<'a> {
    let name = |panel: Panel| {
        let style = if panel == seen { theme.selected() } else { theme.dim() };
        Span::styled(format!(" {}", panel.title()), style)
    };
    let names = Panel::ALL.map(name).into_iter().chain([Span::raw(" ")]);
    Block::bordered()
        .border_set(theme.border_set())
        .border_style(theme.border(true))
        .title(names.collect::<Line<'_>>())
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
