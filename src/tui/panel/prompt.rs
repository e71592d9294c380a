//! The last line of the screen where it does not name keys: what is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::prompt::Prompt;
use crate::tui::text::{clip, width, wrap};
use crate::tui::theme::Theme;

/// Draws what is typed, with the cursor in sight, and behind it or above it the choices that there are.
pub fn render(prompt: &Prompt, said: Option<&str>, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let (before, behind) = prompt.halves();
    let before = theme.charset.visible(before).into_owned();
    let behind = theme.charset.visible(behind).into_owned();
    let room = usize::from(area.width).saturating_sub(3);
    let cursor = if behind.is_empty() { " " } else { clip(&behind, 2) };
    let cursor = cursor.chars().next().map_or(1, char::len_utf8).min(cursor.len());
    let (at, rest) = if behind.is_empty() { (" ", "") } else { behind.split_at(cursor) };
    // Where there is no room for all of it, the end before the cursor is seen.
    let mut start = 0;
    while width(&before[start..]) + 1 > room {
        start += before[start..].chars().next().map_or(1, char::len_utf8);
    }
    let mut line = Line::from(vec![
        Span::styled(format!(" {}", prompt.asking().sign()), theme.accent()),
        Span::styled(before[start..].to_owned(), theme.text()),
        Span::styled(at.to_owned(), Style::new().add_modifier(Modifier::REVERSED)),
        Span::styled(rest.to_owned(), theme.text()),
    ]);
    if let Some(said) = said {
        let above = choices(prompt, said, area.width);
        if above.is_empty() {
            line.push_span(Span::styled(format!("  {said}"), theme.dim()));
        } else {
            let place = Rect { height: area.height - 1, ..area };
            super::footer::render_said(above, theme.dim(), theme, place, buffer);
        }
    }
    let last = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
    line.render(last, buffer);
}

/// The choices in lines above what is typed, where they have no room beside it.
pub(super) fn choices(prompt: &Prompt, said: &str, cells: u16) -> Vec<String> {
    // A blank and a sign before it, the cursor behind it, and two blanks.
    let beside = width(prompt.text()) + width(said) + 5;
    if beside < usize::from(cells) { Vec::new() } else { wrap(said, usize::from(cells).saturating_sub(2)) }
}
