//! The footer: the keys that are of use now, as many as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::keymap::{Context, Entry, entries};
use crate::tui::text::width;
use crate::tui::theme::Theme;

/// Draws the keys.
pub fn render(context: Context, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let cells = |entry: &Entry| width(&entry.label(theme.charset)) + 1 + width(entry.hint) + 2;
    let hinted = |context| entries(context).filter(|entry| !entry.hint.is_empty());
    // What counts everywhere stands last and always: it leads to everything else.
    let last: Vec<&Entry> = match context {
        Context::Filter => Vec::new(),
        Context::Gallery => hinted(Context::Anywhere).filter(|entry| entry.hint != "back").collect(),
        _ => hinted(Context::Anywhere).collect(),
    };
    let mut room = usize::from(area.width).saturating_sub(last.iter().map(|entry| cells(entry)).sum());
    let fitting = hinted(context).take_while(|entry| {
        let fits = cells(entry) < room;
        room = room.saturating_sub(cells(entry));
        fits
    });
    let mut spans = vec![Span::raw(" ")];
    for entry in fitting.chain(last.iter().copied()) {
        spans.push(Span::styled(entry.label(theme.charset), theme.accent()));
        spans.push(Span::styled(format!(" {}  ", entry.hint), theme.dim()));
    }
    Line::from(spans).render(area, buffer);
}
