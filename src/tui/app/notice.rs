//! Something to be said that belongs to no run: it lies over the screen until the next key.

use super::App;
use crate::tui::action::{Action, Direction, Stride};
use crate::tui::keymap::{Context, Key};
use crate::tui::panel::overlay;
use crate::tui::screen;

impl App {
    /// Something to be said that belongs to no run.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// The first visible line of it.
    pub const fn notice_top(&self) -> usize {
        self.notice_top
    }

    /// Says something, until the next key.
    pub fn set_notice(&mut self, notice: &str) {
        let lines: Vec<_> = notice.lines().map(|line| self.theme.charset.said(line)).collect();
        self.notice = Some(lines.join("\n"));
        self.notice_top = 0;
    }

    /// Where a notice is longer than the screen, the keys that scroll an overlay scroll it, and any other takes it away.
    /// Says whether the key was one of these.
    pub(super) fn scroll_notice(&mut self, key: Key) -> bool {
        let Some(notice) = &self.notice else { return false };
        let last = overlay::last_top_of_notice(notice, self.theme, self.area());
        let Some(Action::Scroll(direction, stride)) = self.keymap().action(Context::Overlay, key) else {
            return false;
        };
        if last == 0 {
            return false;
        }
        self.move_notice(direction, stride);
        true
    }

    /// Scrolls a notice that is longer than its box.
    pub(super) fn move_notice(&mut self, direction: Direction, stride: Stride) {
        let Some(notice) = &self.notice else { return };
        let last = overlay::last_top_of_notice(notice, self.theme, self.area());
        let by = stride.lines(screen::overlay_room(self.size).max(1));
        self.notice_top = direction.moved(self.notice_top, by, last);
    }
}
