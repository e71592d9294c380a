//! The lists that lie over the screen, in which one selects, goes to, switches and deletes: breakpoints and marked
//! instants.

use super::{App, Effect, Overlay};
use crate::player::{Move, Switch};
use crate::tui::action::Action;
use crate::tui::command::Which;
use crate::tui::screen;

impl App {
    /// The selected entry of the list that lies over the screen.
    pub const fn selected_entry(&self) -> usize {
        self.overlay_at
    }

    /// How many entries the list that lies over the screen has; none where none does.
    pub(in crate::tui) fn entries(&self) -> usize {
        match (self.overlay, self.session()) {
            (Some(Overlay::Breakpoints), Some(session)) => session.player().breakpoints().list().len(),
            (Some(Overlay::Bookmarks), Some(session)) => session.player().bookmarks().len(),
            _ => 0,
        }
    }

    /// Selects what is at the playhead as a list opens.
    pub(super) fn select_present(&mut self) {
        let Some(session) = self.session() else { return };
        let player = session.player();
        let present = match self.overlay {
            Some(Overlay::Breakpoints) => player.breakpoint_here(),
            // Where the playhead is not marked, the mark before it.
            Some(Overlay::Bookmarks) => {
                player.bookmarks().partition_point(|&event| event <= player.playhead()).checked_sub(1)
            }
            _ => None,
        };
        self.select_entry(present.unwrap_or(0));
    }

    /// Selects an entry, and scrolls to it.
    pub(super) fn select_entry(&mut self, index: usize) {
        self.overlay_at = index.min(self.entries().saturating_sub(1));
        // In a terminal of a few lines there is room for none; the entry is at the top then.
        let room = screen::overlay_room(self.size).max(1);
        self.overlay_top =
            self.overlay_top.clamp((self.overlay_at + 1).saturating_sub(room), self.overlay_at);
    }

    /// Does what is asked of the list.
    pub(super) fn update_list(&mut self, action: Action) -> Effect {
        match action {
            Action::Select(direction, stride) => {
                let by = stride.lines(screen::overlay_room(self.size).max(1));
                self.select_entry(direction.moved(self.overlay_at, by, self.entries()));
            }
            Action::Choose => self.choose_entry(),
            Action::Switch => self.switch_entry(),
            Action::Remove => self.remove_entry(),
            _ => return Effect::None,
        }
        self.resize(self.size);
        Effect::Draw
    }

    fn choose_entry(&mut self) {
        let (index, overlay) = (self.overlay_at, self.overlay);
        if index >= self.entries() {
            return;
        }
        let Some(session) = self.session_mut() else { return };
        let has_moved = match overlay {
            Some(Overlay::Bookmarks) => {
                let event = session.player().bookmarks()[index];
                session.go(Move::To(event));
                true
            }
            _ => session.go_to_hit_of(index),
        };
        if has_moved {
            self.overlay = None;
        }
    }

    fn switch_entry(&mut self) {
        let (index, overlay) = (self.overlay_at, self.overlay);
        let Some(session) = self.session_mut() else { return };
        if overlay == Some(Overlay::Bookmarks) {
            return session.say("a marked instant is not switched; d takes it away".to_owned());
        }
        let Some(breakpoint) = session.player().breakpoints().list().get(index) else { return };
        let switch = match breakpoint.switch {
            Switch::On => Switch::Off,
            Switch::Off => Switch::On,
        };
        session.switch_breakpoints(Which::At(index), switch);
    }

    fn remove_entry(&mut self) {
        let (index, overlay) = (self.overlay_at, self.overlay);
        if index >= self.entries() {
            return;
        }
        let Some(session) = self.session_mut() else { return };
        match overlay {
            Some(Overlay::Bookmarks) => session.remove_bookmark(index),
            _ => session.delete_breakpoints(Which::At(index)),
        }
        self.select_entry(index);
    }
}
