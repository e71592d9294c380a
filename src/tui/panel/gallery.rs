//! The gallery: the list on the left, what is said about the selected scenario on the right.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{block, render_lines, with_place};
use crate::scenario::{Key, Scenario};
use crate::tui::gallery::{Gallery, Mode, Row};
use crate::tui::source_text::Piece;
use crate::tui::text::wrap;
use crate::tui::theme::Theme;

/// From here on list and description stand beside one another.
const BESIDE: u16 = 64;

/// From here on the description has room below the list.
const BELOW: u16 = 16;

/// Draws the gallery.
pub fn render(gallery: &Gallery, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let areas = Areas::of(area);
    render_head(theme, areas.head, buffer);
    render_list(gallery, theme, areas.list, buffer);
    if let Some(about) = areas.about {
        render_about(gallery, theme, about, buffer);
    }
}

/// The scenario at a place of the screen, by its place among those that are shown.
pub fn scenario_at(gallery: &Gallery, area: Rect, place: Position) -> Option<usize> {
    let list = Areas::of(area).list;
    let line = place.y.checked_sub(list.y + 1)?;
    let room = list.height.saturating_sub(2);
    if line >= room || !list.contains(place) {
        return None;
    }
    match gallery.rows().get(first_row(gallery, room.into()) + usize::from(line))? {
        Row::Scenario(index) => Some(*index),
        Row::Gap | Row::Chapter(_) => None,
    }
}

/// Where the parts stand.
struct Areas {
    head: Rect,
    list: Rect,
    about: Option<Rect>,
}

impl Areas {
    fn of(area: Rect) -> Self {
        let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
        let split = if body.width >= BESIDE {
            let list = (body.width * 2 / 5).clamp(28, 52);
            Layout::horizontal([Constraint::Length(list), Constraint::Min(1)])
        } else if body.height >= BELOW {
            Layout::vertical([Constraint::Percentage(45), Constraint::Min(1)])
        } else {
            return Self { head, list: body, about: None };
        };
        let [list, about] = split.areas(body);
        Self { head, list, about: Some(about) }
    }
}

/// The first visible line of the list: the selected one stays in the middle, as far as the list has something
/// to show around it.
fn first_row(gallery: &Gallery, room: usize) -> usize {
    gallery.selected_row().saturating_sub(room / 2).min(gallery.rows().len().saturating_sub(room))
}

fn render_head(theme: Theme, area: Rect, buffer: &mut Buffer) {
    let spans = vec![
        Span::styled(" loopscope", theme.selected()),
        Span::styled("  see what an event loop does", theme.dim()),
    ];
    Line::from(spans).render(area, buffer);
}

fn render_list(gallery: &Gallery, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.height.saturating_sub(2));
    let rows = gallery.rows();
    let first = first_row(gallery, room);
    let mut block = with_place(block(theme, "scenarios", true), theme, first, room, rows.len());
    if let Some(filter) = filter_line(gallery, theme) {
        block = block.title_bottom(filter);
    }
    let inner = block.inner(area);
    block.render(area, buffer);
    if rows.is_empty() {
        Line::styled(" nothing fits the filter", theme.dim()).render(inner, buffer);
        return;
    }
    let selected = gallery.selected_row();
    let lines = rows.iter().enumerate().skip(first).take(room);
    let lines = lines.map(|(index, row)| list_line(gallery, theme, *row, index == selected, inner.width));
    render_lines(lines, inner, buffer);
}

fn filter_line(gallery: &Gallery, theme: Theme) -> Option<Line<'static>> {
    let filter = theme.charset.visible(gallery.filter()).into_owned();
    let cursor = match gallery.mode() {
        Mode::Filtering => "_",
        Mode::Browsing if filter.is_empty() => return None,
        Mode::Browsing => "",
    };
    Some(Line::from(vec![
        Span::styled(" / ", theme.accent()),
        Span::styled(format!("{filter}{cursor} "), theme.strong()),
    ]))
}

fn list_line(gallery: &Gallery, theme: Theme, row: Row, is_selected: bool, cells: u16) -> Line<'static> {
    let fit = |text: &str, indent: u16| {
        theme.charset.fit(&theme.charset.visible(text), cells.saturating_sub(indent).into()).into_owned()
    };
    match row {
        Row::Gap => Line::default(),
        Row::Chapter(index) => {
            let (title, count) = gallery.chapter(index).unwrap_or_default();
            let count = format!(" {count}");
            let reserved = 5 + count.len() as u16;
            Line::from(vec![
                Span::styled(format!(" {:<3}", index + 1), theme.dim()),
                Span::styled(fit(title, reserved), theme.strong()),
                Span::styled(count, theme.dim()),
            ])
        }
        Row::Scenario(index) => {
            let title = gallery.shown(index).map_or("", Scenario::title);
            let (pointer, style) =
                if is_selected { (theme.pointer(), theme.selected()) } else { (" ", theme.text()) };
            Line::styled(format!("  {pointer} {}", fit(title, 5)), style)
        }
    }
}

fn render_about(gallery: &Gallery, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(scenario) = gallery.selected() else {
        block(theme, "", false).render(area, buffer);
        return;
    };
    let block = block(theme, &scenario.file_name(), false);
    let mut inner = block.inner(area);
    block.render(area, buffer);
    inner.x += 1;
    inner.width = inner.width.saturating_sub(2);
    let mut lines = about(scenario, theme, inner.width.into());
    let span = |piece: &Piece| Span::styled(piece.text.clone(), theme.syntax(piece.syntax));
    let program = gallery.preview().lines().iter().map(|line| line.pieces.iter().map(span).collect());
    lines.extend(program);
    render_lines(lines, inner, buffer);
}

/// Title, concept, what is known of its run, and lesson.
fn about(scenario: &Scenario, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let visible = |text: &str| theme.charset.visible(text).into_owned();
    let mut lines = vec![Line::styled(visible(scenario.title()), theme.selected())];
    if let Some(concept) = scenario.front.get(Key::Concept) {
        lines.extend(wrap(&visible(concept), cells).into_iter().map(|line| Line::styled(line, theme.dim())));
    }
    let facts = scenario.facts().replace('·', theme.separator().trim());
    if !facts.is_empty() {
        lines.extend(wrap(&visible(&facts), cells).into_iter().map(|line| Line::styled(line, theme.dim())));
    }
    for paragraph in scenario.front.lesson() {
        lines.push(Line::default());
        lines.extend(wrap(&visible(paragraph), cells).into_iter().map(Line::from));
    }
    lines.push(Line::default());
    lines.push(Line::styled(theme.rule().repeat(cells), theme.dim()));
    lines
}
