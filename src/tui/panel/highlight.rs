//! What is looked for, made to stand out wherever it is on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::theme::Theme;

/// Marks every place in these rows where a text in small letters stands.
pub fn render(text: &str, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        let mut row = String::new();
        // By byte of the row in small letters, the cell that it is drawn in.
        let mut cells = Vec::new();
        for x in area.left()..area.right() {
            let symbol = buffer[(x, y)].symbol().to_lowercase();
            cells.extend(std::iter::repeat_n(x, symbol.len()));
            row.push_str(&symbol);
        }
        for (at, found) in row.match_indices(text) {
            for x in &cells[at..at + found.len()] {
                if let Some(cell) = buffer.cell_mut(Position::new(*x, y)) {
                    cell.set_style(theme.found());
                }
            }
        }
    }
}
