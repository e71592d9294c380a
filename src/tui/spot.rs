//! What stands at a place of the screen: what a click there is about.

use ratatui::layout::{Position, Rect};

use super::action::Action;
use super::app::App;
use super::panel;
use super::panel::overlay::Part;
use super::panel::timeline::Plan;
use super::screen::{self, Areas};
use super::session::{Panel, Session};
use crate::model::timeline::TrackId;

/// What stands at a place of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spot {
    /// A key of the footer, by what it does.
    Key(Action),
    /// The timeline's axis or bars: the cell, of so many.
    Bars {
        /// The cell.
        cell: usize,
        /// How many there are.
        cells: usize,
    },
    /// The head of a row of the timeline.
    Track(TrackId),
    /// A line of a panel, by its place among all of the panel's lines.
    Line(Panel, usize),
    /// A panel, but no line of it.
    Panel(Panel),
    /// The name of a panel in the border of one that shares its place.
    Tab(Panel),
    /// An entry of the gallery, by its place among those that are shown.
    Scenario(usize),
    /// An entry of a list that lies over the screen.
    Entry(usize),
    /// What lies over the screen.
    Overlay,
    /// Nothing.
    Nothing,
}

impl Spot {
    /// What stands there.
    pub fn at(app: &App, place: (u16, u16)) -> Self {
        let screen = app.area();
        let position = Position::from(place);
        if app.notice().is_some() {
            return Self::Overlay;
        }
        if let Some(overlay) = app.overlay() {
            return match screen::overlay_part(app, position) {
                Part::Line(line) if overlay.is_list() && line < app.entries() => Self::Entry(line),
                Part::Line(_) | Part::Frame if overlay.is_list() => Self::Nothing,
                _ => Self::Overlay,
            };
        }
        if !screen.contains(position) {
            return Self::Nothing;
        }
        match app.session() {
            Some(session) => Self::in_player(app, session, position),
            None => Self::in_gallery(app, position),
        }
    }

    fn in_gallery(app: &App, position: Position) -> Self {
        let Some([body, footer]) = screen::gallery_areas(app, app.area()) else { return Self::Nothing };
        if footer.contains(position) {
            return Self::key(app, footer, position);
        }
        let row = app.gallery().and_then(|gallery| panel::gallery::scenario_at(gallery, body, position));
        row.map_or(Self::Nothing, Self::Scenario)
    }

    fn key(app: &App, footer: Rect, position: Position) -> Self {
        let action = panel::footer::action_at(app, footer.width, position.x - footer.x);
        action.map_or(Self::Nothing, Self::Key)
    }

    fn in_player(app: &App, session: &Session, position: Position) -> Self {
        let Some(areas) = Areas::of(app, app.area()) else { return Self::Nothing };
        if areas.footer.contains(position) {
            return Self::key(app, areas.footer, position);
        }
        let mut panels = Panel::ALL.into_iter().zip(areas.panels);
        let found =
            panels.find_map(|(panel, area)| Some((panel, area.filter(|area| area.contains(position))?)));
        let Some((panel, area)) = found else { return Self::Nothing };
        let inner =
            Rect::new(area.x + 1, area.y + 1, area.width.saturating_sub(2), area.height.saturating_sub(2));
        if !inner.contains(position) {
            return Self::in_border(session, &areas, panel, area, position);
        }
        if panel == Panel::Timeline {
            return Self::in_timeline(&Plan::of(session, app.theme(), area), position);
        }
        let pitch = if panel == Panel::Source { panel::source::pitch(session, area) } else { 1 };
        Self::Line(panel, session.first_line(panel) + usize::from(position.y - inner.y) / pitch)
    }

    fn in_border(session: &Session, areas: &Areas, panel: Panel, area: Rect, position: Position) -> Self {
        let heading = screen::heading(session, &areas.panels, panel);
        let (panel::Heading::Among(panels), true) =
            (heading, position.y == area.y && !session.is_classroom())
        else {
            return Self::Panel(panel);
        };
        let tab = panel::tabs::panel_at(session, panels, panel, area.width, position.x - area.x);
        tab.map_or(Self::Panel(panel), Self::Tab)
    }

    fn in_timeline(plan: &Plan<'_>, position: Position) -> Self {
        if position.x >= plan.bars.x {
            return Self::Bars { cell: plan.cell_at(position.x), cells: plan.bars.width.into() };
        }
        plan.track_at(position.y).map_or(Self::Panel(Panel::Timeline), Self::Track)
    }

    /// The panel that it is in.
    pub const fn panel(self) -> Option<Panel> {
        match self {
            Self::Bars { .. } | Self::Track(_) => Some(Panel::Timeline),
            Self::Line(panel, _) | Self::Panel(panel) => Some(panel),
            _ => None,
        }
    }
}
