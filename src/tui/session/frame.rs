//! What part of the timeline somebody chose to see.

use super::{Session, Supply};
use crate::tui::direction::Direction;
use crate::tui::viewport::{Extent, UNFOLDED, Viewport};

impl Session {
    /// What part of the timeline is visible.
    pub const fn viewport(&self) -> Viewport {
        self.viewport
    }

    /// What the timeline's window is worked out from.
    pub fn extent(&self) -> Extent<'_> {
        let history = self.player.history();
        Extent {
            now: self.player.now(),
            end: history.at(history.len().saturating_sub(1)),
            column: history.timeline().column(self.player.playhead().saturating_sub(1)),
            columns: history.timeline().columns(),
            is_complete: !matches!(self.supply, Supply::Open) || history.outcome().is_some(),
            folds: self.folds.as_ref().unwrap_or(&UNFOLDED),
        }
    }

    /// Exchanges the axes.
    pub fn toggle_axis(&mut self) {
        self.view(Viewport::toggle_axis);
    }

    /// Shows more or less of the timeline, which has so many cells; what is seen in one of them stays there.
    pub fn zoom(&mut self, direction: Direction, cell: usize, cells: usize) {
        self.view(|viewport, extent| viewport.zoom(direction, cell, extent, cells));
    }

    /// Shows what lies beside in the timeline, which has so many cells.
    pub fn pan(&mut self, direction: Direction, cells: usize) {
        self.view(|viewport, extent| viewport.pan(direction, extent, cells));
    }

    /// Shows all of the timeline.
    pub fn fit(&mut self) {
        self.view(Viewport::fit);
    }

    /// Folds the long stretches in which nothing happens, or unfolds them.
    pub fn toggle_folds(&mut self) {
        self.folds = match self.folds {
            Some(_) => None,
            None => Some(crate::tui::viewport::Folds::default()),
        };
        self.update_folds();
        self.fit();
    }

    /// Whether long stretches in which nothing happens are folded.
    pub const fn is_folded(&self) -> bool {
        self.folds.is_some()
    }

    /// Looks at what has arrived for stretches to be folded.
    pub(super) fn update_folds(&mut self) {
        if self.folds.is_some() {
            let history = self.player.history();
            self.gaps.update(history);
            self.folds = Some(self.gaps.folds(history.at(history.len().saturating_sub(1))));
        }
    }

    /// Turns the page where the playhead has left it.
    pub(super) fn follow_playhead(&mut self) {
        self.view(Viewport::follow);
    }

    fn view(&mut self, change: impl FnOnce(&mut Viewport, Extent<'_>)) {
        let mut viewport = self.viewport;
        change(&mut viewport, self.extent());
        self.viewport = viewport;
    }
}
