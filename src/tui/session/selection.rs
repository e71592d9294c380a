//! The selected task: the one that is asked about, and that moves can be about.

use super::{Panel, Position, Scroll, Session, bring_into_view};
use crate::id::TaskId;
use crate::model::timeline::TrackId;
use crate::tui::action::{Direction, Stride};

impl Session {
    /// The task that somebody selected; it need not be there yet at the playhead.
    pub const fn selected(&self) -> Option<TaskId> {
        self.selected
    }

    /// Selects a task, and scrolls the timeline to its row.
    pub fn select(&mut self, task: TaskId) {
        self.selected = Some(task);
        self.show_selected();
    }

    /// Selects none; says whether one was selected.
    pub const fn deselect(&mut self) -> bool {
        self.selected.take().is_some()
    }

    /// Selects the task in the row below or above.
    pub fn select_next(&mut self, direction: Direction) {
        self.select_by(direction, Stride::Line);
    }

    /// Selects a task further down or up in the timeline; at its ends it stays.
    pub(super) fn select_by(&mut self, direction: Direction, stride: Stride) {
        let by = match stride {
            Stride::Line => 1,
            Stride::Page => self.room[Panel::Timeline.index()].unwrap_or(0).max(1),
            Stride::All => usize::MAX,
        };
        let here = self.selected_row();
        let is_task = |row: &usize| matches!(self.tracks.get(*row), Some(TrackId::Task(_)));
        let row = match (here, direction) {
            // Nothing is selected yet: one begins with what is seen to change.
            (None, _) => self.changed_track().or_else(|| (0..self.tracks.len()).find(is_task)),
            (Some(here), Direction::Forward) => {
                (here + 1..self.tracks.len()).filter(is_task).take(by).last().or(here.into())
            }
            (Some(here), Direction::Back) => (0..here).rev().filter(is_task).take(by).last().or(here.into()),
        };
        if let Some(TrackId::Task(task)) = row.and_then(|row| self.tracks.get(row)) {
            self.select(*task);
        }
    }

    /// The row of the selected task, where it has one.
    pub(super) fn selected_row(&self) -> Option<usize> {
        let selected = TrackId::Task(self.selected?);
        self.tracks.iter().position(|track| *track == selected)
    }

    fn show_selected(&mut self) {
        let Some(row) = self.selected_row() else { return };
        let timeline = Panel::Timeline.index();
        let room = self.room[timeline].unwrap_or(0);
        let last = self.tracks.len().saturating_sub(room);
        let first = bring_into_view(self.positions[timeline].first, room, row..row + 1).min(last);
        self.positions[timeline] = Position { first, scroll: Scroll::Held };
    }
}
