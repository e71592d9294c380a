//! The player in front of a class: little on the screen, and a pointer that marks a row of it for the audience.

use super::{Arrangement, Panel, Session};
use crate::tui::direction::Direction;

/// What the pointer marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pointer {
    /// The panel: source or timeline.
    pub panel: Panel,
    /// The line of the source, or the row of the timeline, from 0.
    pub line: usize,
}

impl Session {
    /// What the pointer marks.
    pub const fn pointer(&self) -> Option<Pointer> {
        self.pointer
    }

    /// Whether the player is in front of a class.
    pub fn is_classroom(&self) -> bool {
        self.arrangement == Arrangement::Classroom
    }

    /// Goes in front of a class, or comes back.
    pub fn toggle_classroom(&mut self) {
        self.pointer = None;
        if self.is_classroom() {
            self.arrangement = Arrangement::Shared;
        } else {
            self.arrangement = Arrangement::Classroom;
            self.focus = Panel::Source;
        }
    }

    /// Marks a line.
    pub const fn point_at(&mut self, panel: Panel, line: usize) {
        self.pointer = Some(Pointer { panel, line });
    }

    /// Moves the pointer by a line; at first it goes to what runs or changed last.
    pub fn point(&mut self, direction: Direction) {
        let panel = if self.focus == Panel::Timeline { Panel::Timeline } else { Panel::Source };
        let last = self.lines_of(panel).saturating_sub(1);
        let here = self.pointer.filter(|pointer| pointer.panel == panel).map(|pointer| pointer.line);
        let line = match (here, direction) {
            (None, _) => self.line_of_interest(panel),
            (Some(line), Direction::Back) => line.saturating_sub(1),
            (Some(line), Direction::Forward) => (line + 1).min(last),
        };
        self.pointer = Some(Pointer { panel, line });
        let room = self.room[panel.index()].unwrap_or(1);
        let first = self.positions[panel.index()].first;
        let first = super::bring_into_view(first, room, line..line + 1);
        self.positions[panel.index()] = super::Position { first, scroll: super::Scroll::Held };
    }

    fn line_of_interest(&self, panel: Panel) -> usize {
        let line = match panel {
            Panel::Timeline => self.changed_track(),
            _ => self.marks.running().or_else(|| self.marks.focus()).map(|line| line - 1),
        };
        line.unwrap_or_else(|| self.first_line(panel))
    }
}
