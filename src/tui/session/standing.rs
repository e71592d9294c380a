//! Which tasks stand at which lines of a file: of the program, or of another one that is shown in its place.

use std::collections::{BTreeMap, HashMap};

use crate::event::Place;
use crate::id::{ChainId, TaskId};
use crate::model::{Pending, TaskState};
use crate::player::Player;

/// Which level of its await chain a task has at a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// A line that awaits what is further in.
    Outer,
    /// The line where it really is.
    Innermost,
}

/// A task at a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The task.
    pub task: TaskId,
    /// Which level of its await chain that is.
    pub level: Level,
}

/// The tasks at the lines of one file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Standing(BTreeMap<usize, Vec<Mark>>);

impl Standing {
    /// Where the tasks that are suspended stand at the playhead: in the program's own file, or in this one.
    pub(super) fn of_suspended(player: &Player, file: Option<&str>) -> Self {
        let mut standing = Self::default();
        let mut chains = HashMap::new();
        for task in player.model().tasks().filter(|task| !task.info.housekeeping) {
            if let Some(chain) = task.chain
                && matches!(task.state, TaskState::Pending(Pending::Queued | Pending::Waiting))
            {
                // Thousands of tasks stand in the same few places.
                let levels = chains.entry(chain).or_insert_with(|| levels(player, chain, file));
                for (line, level) in levels {
                    standing.add(*line, task.id(), *level);
                }
            }
        }
        standing
    }

    pub(super) fn add(&mut self, line: usize, task: TaskId, level: Level) {
        let marks = self.0.entry(line).or_default();
        // A recursion is at one line with many levels.
        let mut own = marks.iter().rev().take_while(|mark| mark.task == task);
        if !own.any(|mark| mark.level == level) {
            marks.push(Mark { task, level });
        }
    }

    /// The line where the task really is.
    pub(super) fn line_of(&self, task: TaskId) -> Option<usize> {
        let innermost = Mark { task, level: Level::Innermost };
        self.0.iter().find(|(_, marks)| marks.contains(&innermost)).map(|(line, _)| *line)
    }

    /// The tasks at a line, from 1.
    pub fn on(&self, line: usize) -> &[Mark] {
        self.0.get(&line).map_or(&[], |marks| marks)
    }
}

/// The lines of a file in an await chain, outermost first.
fn levels(player: &Player, chain: ChainId, file: Option<&str>) -> Vec<(usize, Level)> {
    let places = places(player, chain).filter(|place| is_of(player, *place, file));
    let mut levels: Vec<_> = places.map(|place| (place.line as usize, Level::Outer)).collect();
    if let Some((_, level)) = levels.last_mut() {
        *level = Level::Innermost;
    }
    levels
}

/// The places of a chain, outermost first.
pub(super) fn places(player: &Player, chain: ChainId) -> impl DoubleEndedIterator<Item = Place<'_>> {
    player.history().dictionary().chain(chain)
}

pub(super) fn is_own(player: &Player, place: Place<'_>) -> bool {
    is_of(player, place, None)
}

/// Whether a place is in this file, or without one, in the program's own.
fn is_of(player: &Player, place: Place<'_>, file: Option<&str>) -> bool {
    file.map_or_else(|| player.history().is_main(place), |file| file == place.file)
}
