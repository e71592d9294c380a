//! Boxes that lie over the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::{block, render_lines, with_place};
use crate::tui::text::wrap;
use crate::tui::theme::Theme;

/// The widest text: longer lines are hard to read.
const WIDEST: u16 = 76;

/// Border and a blank on both sides.
const SIDES: u16 = 4;

/// How wide the text in an overlay is.
pub fn text_width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(SIDES + 2).min(WIDEST))
}

/// How many lines of text an overlay has room for.
pub fn room(area: Rect) -> u16 {
    area.height.saturating_sub(4)
}

/// The last first line.
pub fn last_top(lines: &[Line<'_>], area: Rect) -> usize {
    lines.len().saturating_sub(room(area).into())
}

/// Draws a box in the middle with lines from `top` on.
pub fn render(
    title: &str,
    lines: Vec<Line<'static>>,
    top: usize,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let top = top.min(last_top(&lines, area));
    let place = place(lines.len(), area);
    Clear.render(place, buffer);
    buffer.set_style(place, theme.ground());
    let block = with_place(block(theme, title, true), theme, top, room(area).into(), lines.len());
    let mut inner = block.inner(place);
    block.render(place, buffer);
    inner.x = inner.x.saturating_add(1);
    inner.width = inner.width.saturating_sub(2);
    render_lines(lines.into_iter().skip(top), inner.intersection(area), buffer);
}

/// Where the box of so many lines stands.
fn place(lines: usize, area: Rect) -> Rect {
    let height = u16::try_from(lines).unwrap_or(u16::MAX).min(room(area)) + 2;
    centred(area, text_width(area) as u16 + SIDES, height)
}

/// What of an overlay stands at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// One of its lines, by its place among all.
    Line(usize),
    /// Its frame.
    Frame,
    /// Nothing of it.
    Outside,
}

/// What of an overlay with so many lines, of which those from `top` on are seen, stands at a place.
pub fn part_at(lines: usize, top: usize, area: Rect, at: Position) -> Part {
    let place = place(lines, area);
    let inner = place.inner(Margin::new(1, 1));
    match () {
        () if inner.contains(at) => {
            Part::Line(top.min(lines.saturating_sub(room(area).into())) + usize::from(at.y - inner.y))
        }
        () if place.contains(at) => Part::Frame,
        () => Part::Outside,
    }
}

/// The lines of a message.
fn notice_lines(text: &str, theme: Theme, area: Rect) -> Vec<Line<'static>> {
    let lines = text.lines().flat_map(|line| wrap(line, text_width(area)));
    lines.map(|line| Line::styled(line, theme.error())).collect()
}

/// The last first line of a message.
pub fn last_top_of_notice(text: &str, theme: Theme, area: Rect) -> usize {
    last_top(&notice_lines(text, theme, area), area)
}

/// Draws a short message in the middle, from line `top` on.
pub fn render_notice(text: &str, top: usize, theme: Theme, area: Rect, buffer: &mut Buffer) {
    render("notice", notice_lines(text, theme, area), top, theme, area, buffer);
}

fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 2;
    Rect::new(x, y, width, height)
}
