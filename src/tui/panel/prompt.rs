//! The last line of the screen where it does not name keys: what is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::prompt::Prompt;
use crate::tui::text::{clip, width};
use crate::tui::theme::Theme;

/// Draws what is typed, with the cursor in sight, and behind it the choices that there are.
pub fn render(prompt: &Prompt, choices: Option<&str>, theme: Theme, area: Rect, buffer: &mut Buffer) {
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
    if let Some(choices) = choices {
        let room = usize::from(area.width).saturating_sub(line.width() + 3);
        line.push_span(Span::styled(format!("  {}", theme.charset.fit(choices, room)), theme.dim()));
    }
    line.render(area, buffer);
}
