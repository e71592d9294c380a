//! What is done with the mouse, and with the parts of the timeline.

use ratatui::layout::Rect;

use super::{App, Effect, Overlay};
use crate::model::timeline::{Axis, TrackId};
use crate::player::Move;
use crate::time::Moment;
use crate::tui::action::{Action, Direction, Stride};
use crate::tui::mouse::Gesture;
use crate::tui::panel::timeline::Plan;
use crate::tui::screen::Areas;
use crate::tui::session::{Panel, Session};
use crate::tui::spot::Spot;

/// Lines that one turn of the wheel scrolls.
const WHEEL: usize = 3;

impl App {
    /// The whole screen.
    pub const fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }

    /// Something is done with the mouse at a place of the screen.
    pub fn point(&mut self, gesture: Gesture, place: (u16, u16)) -> Effect {
        let spot = Spot::at(self, place);
        match gesture {
            Gesture::Press => self.press_at(spot),
            Gesture::Double => self.double_at(spot),
            Gesture::Drag => self.drag_to(place),
            Gesture::Release => {
                self.is_dragged = false;
                Effect::None
            }
            Gesture::Wheel(direction) => self.wheel_at(spot, direction),
            Gesture::Zoom(direction) => self.zoom_at(spot, direction),
            Gesture::Pan(_) if self.overlay.is_some() => Effect::None,
            Gesture::Pan(direction) => self.update(Action::Pan(direction)),
        }
    }

    fn press_at(&mut self, spot: Spot) -> Effect {
        if self.fall_silent() && matches!(spot, Spot::Nothing) {
            return Effect::Draw;
        }
        if let (Some(panel), Some(session)) = (spot.panel(), self.session_mut()) {
            session.set_focus(panel);
        }
        if self.point_out(spot) {
            return Effect::Draw;
        }
        match spot {
            Spot::Key(action) => return self.update(action),
            Spot::Overlay if self.notice.take().is_some() => {}
            Spot::Overlay => return self.back(),
            Spot::Scenario(index) => {
                if let Some(gallery) = &mut self.gallery {
                    gallery.select_shown(index);
                }
            }
            Spot::Entry(index) => self.select_entry(index),
            Spot::Bars { cell, .. } => {
                self.is_dragged = true;
                self.move_to_cell(cell);
            }
            Spot::Track(track) => {
                if let Some(session) = self.session_mut() {
                    session.select_track(track);
                }
            }
            Spot::Line(Panel::Output, line) => self.move_to_output(line),
            Spot::Tab(panel) => {
                if let Some(session) = self.session_mut() {
                    session.bring_forward(panel);
                }
            }
            Spot::Line(Panel::Source, line) => {
                if let Some(session) = self.session_mut() {
                    session.set_cursor(line + 1);
                }
            }
            Spot::Line(..) | Spot::Panel(_) => {}
            Spot::Nothing => return Effect::None,
        }
        self.resize(self.size);
        Effect::Draw
    }

    /// In front of a class, a click marks a row; says whether it did.
    fn point_out(&mut self, spot: Spot) -> bool {
        let Some(session) = self.session_mut().filter(|session| session.is_classroom()) else { return false };
        let (panel, line) = match spot {
            Spot::Line(panel, line) => (panel, Some(line)),
            Spot::Track(track) => {
                (Panel::Timeline, session.tracks().iter().position(|other| *other == track))
            }
            _ => return false,
        };
        if let Some(line) = line {
            session.point_at(panel, line);
        }
        line.is_some()
    }

    fn double_at(&mut self, spot: Spot) -> Effect {
        match spot {
            Spot::Scenario(_) => self.update(Action::Open),
            Spot::Entry(_) => self.update(Action::Choose),
            _ if self.session().is_some_and(Session::is_classroom) => self.press_at(spot),
            Spot::Track(TrackId::Group(_)) => self.update(Action::Members),
            _ if spot.panel().is_some() => self.update(Action::Enlarge),
            _ => self.press_at(spot),
        }
    }

    /// The playhead follows the mouse, also beyond the ends of the bars.
    fn drag_to(&mut self, place: (u16, u16)) -> Effect {
        if !self.is_dragged {
            return Effect::None;
        }
        let Some(cell) = self.plan().map(|plan| plan.cell_at(place.0)) else { return Effect::None };
        self.move_to_cell(cell);
        Effect::Draw
    }

    fn wheel_at(&mut self, spot: Spot, direction: Direction) -> Effect {
        match spot {
            _ if self.overlay.is_some_and(Overlay::is_list) => {
                return self.update(Action::Select(direction, Stride::Line));
            }
            Spot::Overlay => {
                for _ in 0..WHEEL {
                    match self.notice {
                        Some(_) => self.move_notice(direction, Stride::Line),
                        None => drop(self.scroll_overlay(direction, Stride::Line)),
                    }
                }
            }
            Spot::Scenario(_) | Spot::Nothing if self.session.is_none() => {
                return self.update(Action::Select(direction, Stride::Line));
            }
            Spot::Bars { .. } => return self.zoom_at(spot, direction),
            _ => {
                let Some(panel) = spot.panel() else { return Effect::None };
                if let Some(session) = self.session_mut() {
                    session.scroll_panel(panel, direction, WHEEL);
                }
            }
        }
        Effect::Draw
    }

    /// The wheel away from oneself goes nearer.
    fn zoom_at(&mut self, spot: Spot, direction: Direction) -> Effect {
        let Spot::Bars { cell, cells } = spot else { return Effect::None };
        let nearer = match direction {
            Direction::Back => Direction::Forward,
            Direction::Forward => Direction::Back,
        };
        if let Some(session) = self.session_mut() {
            session.zoom(nearer, cell, cells);
        }
        Effect::Draw
    }

    /// Does what is asked with the visible part of the timeline; says whether that was it.
    pub(super) fn update_view(&mut self, action: Action) -> bool {
        if !matches!(action, Action::Zoom(_) | Action::Pan(_) | Action::Fit | Action::Fold) {
            return false;
        }
        let Some(plan) = self.plan() else { return false };
        let cells = usize::from(plan.bars.width);
        let playhead = self.session().and_then(|session| plan.playhead(session)).unwrap_or(cells / 2);
        let Some(session) = self.session_mut() else { return false };
        match action {
            Action::Zoom(direction) => session.zoom(direction, playhead, cells),
            Action::Pan(direction) => session.pan(direction, cells),
            Action::Fit => session.fit(),
            Action::Fold => session.toggle_folds(),
            _ => return false,
        }
        true
    }

    /// Where everything stands in the timeline; as in the whole screen where it is not visible.
    fn plan(&self) -> Option<Plan<'_>> {
        let session = self.session()?;
        let areas = Areas::of(self, self.area())?;
        let area = areas.panels[Panel::Timeline as usize].unwrap_or_else(|| self.area());
        Some(Plan::of(session, self.theme, area))
    }

    /// Moves the playhead to the end of what a cell of the timeline shows.
    fn move_to_cell(&mut self, cell: usize) {
        let Some(plan) = self.plan() else { return };
        let window = plan.window;
        let after = window.position(cell / window.scale + 1);
        let axis = window.view.axis;
        let Some(session) = self.session_mut() else { return };
        let movement = match axis {
            Axis::Time => Move::ToTime(Moment(after.saturating_sub(1))),
            Axis::Order => {
                let timeline = session.player().history().timeline();
                Move::To(timeline.event_at(Axis::Order, after))
            }
        };
        session.go(movement);
    }

    /// Moves the playhead to where a line of the output was printed.
    fn move_to_output(&mut self, line: usize) {
        let Some(session) = self.session_mut() else { return };
        let Some(write) = session.output().lines().get(line).map(|line| line.write) else { return };
        let event = session.player().history().outputs(write..write + 1).next().map(|part| part.event);
        if let Some(event) = event {
            session.go(Move::To(event + 1));
        }
    }
}
