//! The cursor of the source panel: a line of the program that somebody points at, until the playhead moves.

use super::{Panel, Position, Scroll, Session, bring_into_view};
use crate::tui::direction::Direction;

impl Session {
    /// The line of the shown source that the cursor is on, from 1; none until somebody moves it.
    pub const fn cursor(&self) -> Option<usize> {
        self.cursor
    }

    /// Puts the cursor on a line, from 1; beyond the end there is none.
    pub fn set_cursor(&mut self, line: usize) {
        if (1..=self.shown_source().len()).contains(&line) {
            self.cursor = Some(line);
        }
    }

    /// Takes the cursor away; says whether there was one.
    pub fn drop_cursor(&mut self) -> bool {
        self.cursor.take().is_some()
    }

    /// Moves the cursor by so many lines; at first it goes to the line at the playhead.
    pub(super) fn move_cursor(&mut self, direction: Direction, by: usize) {
        let index = Panel::Source.index();
        let room = self.room[index].unwrap_or(0).max(1);
        let (first, last) = (self.positions[index].first, self.shown_source().len());
        let is_visible = |line: &usize| (first..first + room).contains(&(line - 1));
        let here = self.cursor.or(self.shown_line().filter(is_visible));
        let line = match (here, direction) {
            (None, _) => first + 1,
            (Some(line), Direction::Back) => line.saturating_sub(by).max(1),
            (Some(line), Direction::Forward) => line.saturating_add(by).min(last),
        };
        self.set_cursor(line);
        let first = bring_into_view(first, room, line.saturating_sub(1)..line);
        self.positions[index] = Position { first, scroll: Scroll::Held };
    }
}
