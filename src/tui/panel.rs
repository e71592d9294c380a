//! The parts of the screen. Each is one function that draws what it is given, and changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::session::{Panel, Session};
use super::theme::Theme;

pub mod classroom;
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
pub(super) mod tabs;
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
    /// Its own title, without a border.
    Bare,
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
        // As much room as a border takes, but nothing there.
        Heading::Bare => block(theme, title, has_focus).border_set(border::EMPTY),
        Heading::Among(panels) => tabs::block(session, theme, panels, panel, area.width),
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
