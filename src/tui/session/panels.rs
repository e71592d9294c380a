//! The panels of the player: which has the focus, and where each is scrolled to.

use std::ops::Range;

use super::Session;
use crate::model::history::OutputPart;
use crate::player::Move;
use crate::tui::direction::Direction;

/// The most lines of the output that are passed over at once.
const OUTPUTS_AHEAD: usize = 10_000;

/// A panel of the player.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Panel {
    /// Who was in which state since when.
    Timeline,
    /// The program.
    Source,
    /// What the loop does next; at the end, the sums.
    Loop,
    /// What was printed.
    Output,
    /// All about one task.
    Inspector,
    /// Locks, queues and the like.
    Sync,
    /// Who waits for whom.
    Waits,
}

impl Panel {
    /// How many there are.
    pub const COUNT: usize = 7;

    /// Every panel, by its number.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Timeline, Self::Source, Self::Loop, Self::Output, Self::Inspector, Self::Sync, Self::Waits];

    /// Those that share a place where there is no room for all.
    pub const ASIDE: [Self; 4] = [Self::Loop, Self::Inspector, Self::Sync, Self::Waits];

    /// Every panel, in the order in which the focus goes.
    pub const ORDER: [Self; Self::COUNT] =
        [Self::Timeline, Self::Source, Self::Loop, Self::Inspector, Self::Sync, Self::Waits, Self::Output];

    /// Whether it is one of those that share a place.
    pub fn is_aside(self) -> bool {
        Self::ASIDE.contains(&self)
    }

    /// What stands in its border.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Source => "source",
            Self::Loop => "loop",
            Self::Output => "output",
            Self::Inspector => "task",
            Self::Sync => "sync",
            Self::Waits => "waits",
        }
    }

    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

impl Session {
    /// The panel that stands where several share a place: the one that was asked for, or else the one that
    /// says most.
    pub fn aside(&self) -> Panel {
        self.aside.unwrap_or(Panel::Loop)
    }

    /// The panel that stands beside the loop where there is room for two.
    pub fn second_aside(&self) -> Panel {
        match self.aside {
            Some(panel) if panel != Panel::Loop => panel,
            _ if self.player.is_finished() && !self.explanation.is_empty() => Panel::Waits,
            _ => Panel::Inspector,
        }
    }

    /// Shows a panel where several share a place; asked for a second time, the loop again. The focus stays
    /// where it is, unless the panel that has it goes.
    pub fn show_panel(&mut self, panel: Panel) {
        let is_there = self.room[panel.index()].is_some();
        let next = if is_there && self.aside == Some(panel) { Panel::Loop } else { panel };
        self.aside = Some(next);
        let is_alone = self.room.iter().flatten().count() <= 1;
        let is_all = self.room.iter().all(Option::is_some);
        if is_all {
            self.focus = panel;
        } else if is_alone || self.focus.is_aside() {
            self.focus = next;
        }
    }

    /// Shows a panel in the place that it shares with others, and gives it the focus.
    pub fn bring_forward(&mut self, panel: Panel) {
        self.focus = panel;
        if panel.is_aside() {
            self.aside = Some(panel);
        }
    }

    /// Moves the playhead to the line of the output so many before this one, or after it.
    pub(super) fn go_to_output(&mut self, direction: Direction, by: usize) {
        let history = self.player.history();
        let here = self.player.model().outputs();
        let event = match direction {
            Direction::Back => self.output.event_before(by),
            Direction::Forward => {
                // What is written without an end of the line goes on with what was written before.
                let ahead = || history.outputs(here..history.outputs_len());
                let ends = |part: &OutputPart<'_>| part.text.ends_with('\n');
                let open =
                    history.outputs(here.saturating_sub(1)..here).next().is_some_and(|part| !ends(&part));
                let rest = if open { ahead().position(|part| ends(&part)).map_or(0, |at| at + 1) } else { 0 };
                let begins = ahead().skip(rest).scan(true, |begins, part| {
                    let is_first = std::mem::replace(begins, ends(&part));
                    Some((is_first, part.event))
                });
                let mut begins = begins.filter(|(is_first, _)| *is_first).map(|(_, event)| event);
                let wanted = by.saturating_sub(1).min(OUTPUTS_AHEAD);
                begins.by_ref().take(wanted + 1).last()
            }
        };
        if let Some(event) = event {
            self.go(Move::To(event + 1));
        }
    }

    /// Gives the focus to the next panel or the one before: among those that are visible, or where there is
    /// room for one only, among all.
    pub fn move_focus(&mut self, direction: Direction) {
        if self.is_classroom() {
            self.focus = if self.focus == Panel::Timeline { Panel::Source } else { Panel::Timeline };
            return;
        }
        let is_alone = self.room.iter().flatten().count() <= 1;
        let order: Vec<Panel> =
            Panel::ORDER.into_iter().filter(|panel| is_alone || self.room[panel.index()].is_some()).collect();
        let here = order.iter().position(|panel| *panel == self.focus).unwrap_or(0);
        let by = match direction {
            Direction::Back => order.len() - 1,
            Direction::Forward => 1,
        };
        self.bring_forward(order[(here + by) % order.len()]);
    }
}

/// By panel, the lines that it has room for; none where it is not visible.
pub type Room = [Option<usize>; Panel::COUNT];

/// Whether all panels share the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Arrangement {
    /// They do.
    #[default]
    Shared,
    /// The one with the focus has it alone.
    Enlarged,
    /// Source, timeline and sentence have it, with much room, for a class.
    Classroom,
}

/// Where a panel is scrolled to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Scroll {
    /// It follows the playhead.
    #[default]
    Following,
    /// Somebody scrolled it; it stays until the playhead moves.
    Held,
}

/// The first visible line of a panel, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Position {
    /// The first visible line.
    pub first: usize,
    /// Why that one.
    pub scroll: Scroll,
}

/// The first line from which `wanted` is visible that is nearest to `first`.
pub(super) const fn bring_into_view(first: usize, room: usize, wanted: Range<usize>) -> usize {
    if wanted.start < first {
        wanted.start
    } else if wanted.end > first + room {
        wanted.end.saturating_sub(room)
    } else {
        first
    }
}
