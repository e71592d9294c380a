//! The selected row: the task, or the group of tasks, that is asked about and that moves can be about.

use super::{Marks, Panel, Position, Scroll, Session, bring_into_view};
use crate::id::TaskId;
use crate::model::timeline::TrackId;
use crate::tui::direction::{Direction, Stride};

/// What somebody selected in the timeline.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Selection {
    /// Nothing: it is about what changed last.
    #[default]
    Nothing,
    /// A task; it need not be there yet at the playhead.
    Task(TaskId),
    /// The tasks that have this number in common.
    Group(u32),
}

impl Selection {
    /// The row that it is, if it can be one.
    const fn of(track: TrackId) -> Option<Self> {
        match track {
            TrackId::Task(task) => Some(Self::Task(task)),
            TrackId::Group(key) => Some(Self::Group(key)),
            TrackId::Loop(_) | TrackId::Thread(_) => None,
        }
    }

    const fn track(self) -> Option<TrackId> {
        match self {
            Self::Nothing => None,
            Self::Task(task) => Some(TrackId::Task(task)),
            Self::Group(key) => Some(TrackId::Group(key)),
        }
    }
}

impl Session {
    /// What is selected.
    pub const fn selection(&self) -> Selection {
        self.selection
    }

    /// The task that somebody selected; it need not be there yet at the playhead.
    pub const fn selected(&self) -> Option<TaskId> {
        match self.selection {
            Selection::Task(task) => Some(task),
            Selection::Nothing | Selection::Group(_) => None,
        }
    }

    /// Whether this row is selected.
    pub fn is_selected(&self, track: TrackId) -> bool {
        self.selection.track() == Some(track)
    }

    /// Selects a task, and scrolls the timeline to its row.
    pub fn select(&mut self, task: TaskId) {
        self.select_track(TrackId::Task(task));
    }

    /// Selects what a row shows, and scrolls the timeline to it; a loop or a thread cannot be selected.
    pub fn select_track(&mut self, track: TrackId) {
        if let Some(selection) = Selection::of(track) {
            self.selection = selection;
            self.show_selected();
            self.mark_again();
        }
    }

    /// Selects nothing; says whether something was selected.
    pub fn deselect(&mut self) -> bool {
        let was_selected = std::mem::take(&mut self.selection) != Selection::Nothing;
        if was_selected {
            self.mark_again();
        }
        was_selected
    }

    /// Marks the line where the selected task raised, and scrolls to it.
    fn mark_again(&mut self) {
        let marks = Marks::after_selection(&self.player, self.selected());
        if marks != self.marks {
            self.marks = marks;
            self.find_file();
            self.positions[Panel::Source.index()].scroll = Scroll::Following;
            self.follow(Panel::Source);
        }
    }

    /// Selects the task or group in the row below or above.
    pub fn select_next(&mut self, direction: Direction) {
        self.select_by(direction, Stride::Line);
    }

    /// Selects what is further down or up in the timeline; at its ends it stays.
    pub(super) fn select_by(&mut self, direction: Direction, stride: Stride) {
        let by = stride.lines(self.room[Panel::Timeline.index()].unwrap_or(0).max(1));
        let here = self.selected_row();
        let can_be = |row: &usize| self.tracks.get(*row).copied().and_then(Selection::of).is_some();
        let row = match (here, direction) {
            // Nothing is selected yet: one begins with what is seen to change.
            (None, Direction::Forward) if stride == Stride::All => (0..self.tracks.len()).rfind(can_be),
            (None, Direction::Back) if stride == Stride::All => (0..self.tracks.len()).find(can_be),
            (None, _) => self.changed_track().or_else(|| (0..self.tracks.len()).find(can_be)),
            (Some(here), Direction::Forward) => {
                (here + 1..self.tracks.len()).filter(can_be).take(by).last().or(here.into())
            }
            (Some(here), Direction::Back) => (0..here).rev().filter(can_be).take(by).last().or(here.into()),
        };
        if let Some(track) = row.and_then(|row| self.tracks.get(row)) {
            self.select_track(*track);
        }
    }

    /// The row of what is selected, where it has one.
    pub(super) fn selected_row(&self) -> Option<usize> {
        let selected = self.selection.track()?;
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
