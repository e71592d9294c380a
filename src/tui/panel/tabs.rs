//! The names of panels that share a place, in the border of the one that is seen; a click on one brings it forward.

use std::ops::Range;

use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use crate::tui::session::{Panel, Session};
use crate::tui::theme::Theme;

/// Which names have room, and where they stand.
struct Tabs<'p> {
    panels: &'p [Panel],
    is_finished: bool,
    /// Those that have room; where it is not enough for all, the neighbours of the one that is seen.
    shown: Range<usize>,
}

/// A blank and an ellipsis stand for those that have no room on one side.
const MORE: usize = 2;

impl<'p> Tabs<'p> {
    fn of(session: &Session, panels: &'p [Panel], seen: Panel, cells: u16) -> Self {
        let is_finished = session.player().is_finished();
        let mut tabs = Tabs { panels, is_finished, shown: 0..panels.len() };
        let room = usize::from(cells).saturating_sub(3);
        let at = panels.iter().position(|panel| *panel == seen).unwrap_or(0);
        // The farther end goes first.
        while tabs.shown.len() > 1 && tabs.width() + 2 * MORE > room {
            if tabs.shown.end - 1 - at > at - tabs.shown.start {
                tabs.shown.end -= 1;
            } else {
                tabs.shown.start += 1;
            }
        }
        tabs
    }

    fn title(&self, panel: Panel) -> &'static str {
        match panel {
            Panel::Loop if self.is_finished => "sums",
            _ => panel.title(),
        }
    }

    /// Each name has a blank before it.
    fn width(&self) -> usize {
        self.panels[self.shown.clone()].iter().map(|panel| self.title(*panel).len() + 1).sum()
    }
}

/// A frame that names several panels, the one that is seen brightest.
pub(super) fn block<'a>(
    session: &Session,
    theme: Theme,
    panels: &[Panel],
    seen: Panel,
    cells: u16,
) -> Block<'a> {
    let tabs = Tabs::of(session, panels, seen, cells);
    let has_focus = session.focus() == seen;
    let more =
        |is_more: bool| is_more.then(|| Span::styled(format!(" {}", theme.charset.ellipsis()), theme.dim()));
    let name = |panel: &Panel| {
        let style = match () {
            () if *panel == seen && has_focus => theme.selected(),
            () if *panel == seen => theme.text(),
            () => theme.dim(),
        };
        Span::styled(format!(" {}", tabs.title(*panel)), style)
    };
    let (start, end) = (tabs.shown.start > 0, tabs.shown.end < panels.len());
    let names = panels[tabs.shown.clone()].iter().map(name);
    let spans: Vec<Span<'_>> =
        more(start).into_iter().chain(names).chain(more(end)).chain([Span::raw(" ")]).collect();
    Block::bordered()
        .border_set(theme.border_set())
        .border_style(theme.border(has_focus))
        .title(Line::from(spans))
}

/// The panel whose name stands so many cells behind the left edge of the frame; behind an ellipsis, the next one that
/// has no room.
pub(in crate::tui) fn panel_at(
    session: &Session,
    panels: &[Panel],
    seen: Panel,
    cells: u16,
    at: u16,
) -> Option<Panel> {
    let tabs = Tabs::of(session, panels, seen, cells);
    // The corner stands before the first.
    let mut left = usize::from(at).checked_sub(1)?;
    let before = tabs.shown.start.checked_sub(1).map(|index| (index, MORE));
    let after = (tabs.shown.end < panels.len()).then_some((tabs.shown.end, MORE));
    let names = tabs.shown.clone().map(|index| (index, tabs.title(panels[index]).len() + 1));
    for (index, width) in before.into_iter().chain(names).chain(after) {
        if left < width {
            return Some(panels[index]);
        }
        left -= width;
    }
    None
}
