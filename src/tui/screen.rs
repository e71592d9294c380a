//! Where everything stands on the screen, and the way from the state to the picture.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget};

use super::app::{App, Overlay};
use super::panel;
use super::session::{Arrangement, Panel, Room, Session};
use super::text::wrap;
use super::theme::Theme;

/// Below this nothing useful can be shown.
const SMALLEST: (u16, u16) = (24, 7);

/// From here on four panels fit beside and below one another.
const FOUR_PANELS: (u16, u16) = (72, 18);

/// From here on five do.
const FIVE_PANELS: (u16, u16) = (112, 32);

/// From here on all do.
const ALL_PANELS: (u16, u16) = (170, 44);

/// From here on four panels fit below one another, where they do not beside.
const STACKED_HEIGHT: u16 = 30;

/// By panel, where it stands; none where it is not visible.
pub(super) type Panels = [Option<Rect>; Panel::COUNT];

/// Where the parts of the player stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Areas {
    /// What is played, and where the playhead is.
    pub title: Rect,
    /// The panels, where they are visible.
    pub panels: Panels,
    /// What happened.
    pub sentence: Rect,
    /// The keys.
    pub footer: Rect,
}

impl Areas {
    /// The parts for what is played on a screen of this size; none where it is too small, or nothing is played.
    pub fn of(app: &App, area: Rect) -> Option<Self> {
        let session = app.session()?;
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let footer = panel::footer::height(app, area);
        if session.is_classroom() {
            return Some(panel::classroom::areas(session, footer, area));
        }
        let sentence = panel::sentence::height(session, area);
        let [title, body, sentence, footer] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Min(3),
            Constraint::Length(sentence),
            Constraint::Length(footer),
        ])
        .areas(area);
        Some(Self { title, panels: panels(session, area, body), sentence, footer })
    }
}

fn panels(session: &Session, screen: Rect, body: Rect) -> Panels {
    let fits = |(width, height)| screen.width >= width && screen.height >= height;
    let places = match () {
        () if session.arrangement() == Arrangement::Enlarged => vec![(session.focus(), body)],
        () if fits(ALL_PANELS) => all(body),
        () if fits(FIVE_PANELS) => five(session, body),
        () if fits(FOUR_PANELS) => beside(session, body),
        () if screen.height >= STACKED_HEIGHT => stacked(session, body),
        () => vec![(session.focus(), body)],
    };
    let mut panels = [None; Panel::COUNT];
    for (panel, area) in places {
        panels[panel as usize] = Some(area);
    }
    panels
}

/// Source on the left, the timeline on the right, all others below.
fn all(body: Rect) -> Vec<(Panel, Rect)> {
    let bottom = (body.height * 4 / 9).clamp(18, 26);
    let [top, bottom] = Layout::vertical([Constraint::Min(1), Constraint::Length(bottom)]).areas(body);
    let left = (body.width / 3).min(72);
    let [source, timeline] = Layout::horizontal([Constraint::Length(left), Constraint::Min(1)]).areas(top);
    let [first, task, third] =
        Layout::horizontal([Constraint::Length(left), Constraint::Fill(1), Constraint::Fill(1)])
            .areas(bottom);
    let halves = Layout::vertical([Constraint::Fill(1), Constraint::Fill(1)]);
    let [own, waits] = halves.areas(first);
    let [sync, output] = halves.areas(third);
    vec![
        (Panel::Source, source),
        (Panel::Timeline, timeline),
        (Panel::Loop, own),
        (Panel::Waits, waits),
        (Panel::Inspector, task),
        (Panel::Sync, sync),
        (Panel::Output, output),
    ]
}

/// Source and timeline, below them the loop, one of the panels that share a place, and the output.
fn five(session: &Session, body: Rect) -> Vec<(Panel, Rect)> {
    let left = (body.width * 2 / 5).min(72);
    let bottom = (body.height * 3 / 8).clamp(7, 14);
    let [top, bottom] = Layout::vertical([Constraint::Min(1), Constraint::Length(bottom)]).areas(body);
    let [source, timeline] = Layout::horizontal([Constraint::Length(left), Constraint::Min(1)]).areas(top);
    let [own, second, output] = Layout::horizontal([Constraint::Fill(1); 3]).areas(bottom);
    vec![
        (Panel::Source, source),
        (Panel::Timeline, timeline),
        (Panel::Loop, own),
        (session.second_aside(), second),
        (Panel::Output, output),
    ]
}

/// Source and loop on the left, timeline and output on the right.
fn beside(session: &Session, body: Rect) -> Vec<(Panel, Rect)> {
    let left = if body.width < 100 { body.width * 9 / 20 } else { (body.width * 2 / 5).min(72) };
    let bottom = (body.height * 3 / 8).clamp(7, 14);
    let [top, bottom] = Layout::vertical([Constraint::Min(1), Constraint::Length(bottom)]).areas(body);
    let columns = Layout::horizontal([Constraint::Length(left), Constraint::Min(1)]);
    let [source, timeline] = columns.areas(top);
    let [below, output] = columns.areas(bottom);
    vec![
        (Panel::Timeline, timeline),
        (Panel::Source, source),
        (session.aside(), below),
        (Panel::Output, output),
    ]
}

/// All below one another; the timeline takes as much as it has rows.
fn stacked(session: &Session, body: Rect) -> Vec<(Panel, Rect)> {
    // Words below may leave little: then it takes its third, however small that is.
    let rows = u16::try_from(session.tracks().len() + 3).unwrap_or(u16::MAX).max(5).min(body.height / 3);
    let [timeline, source, below, output] = Layout::vertical([
        Constraint::Length(rows),
        Constraint::Fill(3),
        Constraint::Length(6),
        Constraint::Fill(2),
    ])
    .areas(body);
    vec![
        (Panel::Timeline, timeline),
        (Panel::Source, source),
        (session.aside(), below),
        (Panel::Output, output),
    ]
}

/// How many lines each panel has room for.
pub fn room(app: &App, session: &Session, size: (u16, u16)) -> Room {
    let Some(areas) = Areas::of(app, Rect::new(0, 0, size.0, size.1)) else {
        return [None; Panel::COUNT];
    };
    let mut room = areas.panels.map(|area| area.map(|area| usize::from(area.height.saturating_sub(2))));
    // The axis takes a line.
    if let Some(timeline) = &mut room[Panel::Timeline as usize] {
        *timeline = timeline.saturating_sub(1);
    }
    if let (Some(source), Some(area)) =
        (&mut room[Panel::Source as usize], areas.panels[Panel::Source as usize])
    {
        *source /= panel::source::pitch(session, area);
    }
    room
}

/// The last line from which an overlay still fills its box.
pub(super) fn overlay_last(app: &App, size: (u16, u16)) -> usize {
    let area = Rect::new(0, 0, size.0, size.1);
    app.overlay().map_or(0, |overlay| panel::overlay::last_top(&overlay_lines(app, overlay, area), area))
}

/// How many lines an overlay has room for.
pub(super) fn overlay_room(size: (u16, u16)) -> usize {
    panel::overlay::room(Rect::new(0, 0, size.0, size.1)).into()
}

/// What of an overlay stands at a place: one of its lines, its box, or nothing of it.
pub(super) fn overlay_part(app: &App, at: Position) -> panel::overlay::Part {
    let area = app.area();
    let Some(overlay) = app.overlay() else { return panel::overlay::Part::Outside };
    panel::overlay::part_at(overlay_lines(app, overlay, area).len(), app.overlay_top(), area, at)
}

fn overlay_lines(app: &App, overlay: Overlay, area: Rect) -> Vec<Line<'static>> {
    let cells = panel::overlay::text_width(area);
    match (overlay, app.session()) {
        (Overlay::Sums, Some(session)) => panel::sums::lines(session, app.theme(), cells),
        (Overlay::Breakpoints, Some(session)) => {
            panel::lists::breakpoints(session, app.selected_entry(), app.theme(), cells)
        }
        (Overlay::Bookmarks, Some(session)) => {
            panel::lists::bookmarks(session, app.selected_entry(), app.theme(), cells)
        }
        (Overlay::Commands, _) => panel::lists::commands(app.theme(), cells),
        _ => panel::help::lines(app.session().is_some(), app.keymap(), app.theme(), cells),
    }
}

/// Draws everything.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    paint(app, frame.area(), frame.buffer_mut());
}

/// Draws everything into a buffer.
pub fn paint(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.theme();
    buffer.set_style(area, theme.ground());
    let drawn = match app.session() {
        Some(session) => player(app, session, area, buffer),
        None => gallery(app, area, buffer),
    };
    if drawn.is_none() {
        too_small(theme, area, buffer);
        return;
    }
    if let Some(overlay) = app.overlay() {
        let title = match overlay {
            Overlay::Help => "keys",
            Overlay::Sums => "sums",
            Overlay::Commands => "commands",
            Overlay::Breakpoints => "breakpoints",
            Overlay::Bookmarks => "bookmarks",
        };
        let lines = overlay_lines(app, overlay, area);
        panel::overlay::render(title, lines, app.overlay_top(), theme, area, buffer);
    }
    if let Some(notice) = app.notice() {
        panel::overlay::render_notice(notice, app.notice_top(), theme, area, buffer);
    }
}

fn player(app: &App, session: &Session, area: Rect, buffer: &mut Buffer) -> Option<()> {
    let theme = app.theme();
    let areas = Areas::of(app, area)?;
    panel::title::render(session, theme, areas.title, buffer);
    for (panel, area) in Panel::ALL.into_iter().zip(areas.panels) {
        if let Some(area) = area.filter(|_| !session.is_classroom()) {
            panel::render(panel, heading(session, &areas.panels, panel), session, theme, area, buffer);
        }
    }
    panel::sentence::render(session, theme, areas.sentence, buffer);
    if session.is_classroom() {
        panel::classroom::render(session, theme, &areas, buffer);
    }
    if let Some(search) = session.search() {
        for area in areas.panels.into_iter().flatten().chain([areas.sentence]) {
            panel::highlight::render(search.text(), theme, area, buffer);
        }
    }
    panel::footer::render(app, areas.footer, buffer);
    Some(())
}

/// What stands above a panel: also the names of those that share its place.
pub(super) fn heading(session: &Session, panels: &Panels, panel: Panel) -> panel::Heading {
    let is_visible = |panel: Panel| panels[panel as usize].is_some();
    if panels.iter().flatten().count() == 1 && session.arrangement() == Arrangement::Shared {
        return panel::Heading::Among(&Panel::ORDER);
    }
    let visible = Panel::ASIDE.into_iter().filter(|panel| is_visible(*panel)).count();
    match visible {
        1 if panel.is_aside() && session.arrangement() == Arrangement::Shared => {
            panel::Heading::Among(&Panel::ASIDE)
        }
        2 if panel.is_aside() && panel != Panel::Loop => panel::Heading::Among(&Panel::ASIDE[1..]),
        _ => panel::Heading::Own,
    }
}

/// Where gallery and keys stand; none where there is no room.
pub fn gallery_areas(app: &App, area: Rect) -> Option<[Rect; 2]> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return None;
    }
    let footer = panel::footer::height(app, area);
    Some(Layout::vertical([Constraint::Min(1), Constraint::Length(footer)]).areas(area))
}

fn gallery(app: &App, area: Rect, buffer: &mut Buffer) -> Option<()> {
    let [body, footer] = gallery_areas(app, area)?;
    if let Some(gallery) = app.gallery() {
        panel::gallery::render(gallery, app.theme(), body, buffer);
    }
    panel::footer::render(app, footer, buffer);
    Some(())
}

/// Says what size is needed, as far as there is room to say it.
fn too_small(theme: Theme, area: Rect, buffer: &mut Buffer) {
    let text = format!("too small: {}x{} needed", SMALLEST.0, SMALLEST.1);
    let lines: Vec<Line<'_>> = wrap(&text, area.width.into()).into_iter().map(Line::from).collect();
    Paragraph::new(lines).style(theme.dim()).render(area, buffer);
}
