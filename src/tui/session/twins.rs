//! What somebody chose of one run, found again in another: numbers are a run's own, names are not.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::rows::Grouping;
use super::{Selection, Session};
use crate::id::{TaskId, TextId};
use crate::model::{History, Task};

/// What a task is called, and its coroutine.
type Name = (String, String);

fn name(history: &History, task: &Task) -> Name {
    (task.name(), history.coroutine(task).to_owned())
}

/// The tasks and groups of another run that are called as those of this one.
pub(super) struct Twins<'h> {
    old: &'h History,
    new: &'h History,
    grouping: Grouping,
    tasks: HashMap<TaskId, TaskId>,
}

impl<'h> Twins<'h> {
    fn of(wanted: &BTreeSet<TaskId>, grouping: Grouping, old: &'h History, new: &'h History) -> Self {
        let tasks = wanted.iter().filter_map(|task| old.latest().task(*task));
        let names: HashSet<Name> = tasks.map(|task| name(old, task)).collect();
        // There may be many tasks, and nothing chosen of them.
        let tasks = if names.is_empty() { HashMap::new() } else { pairs(&names, old, new) };
        Self { old, new, grouping, tasks }
    }

    /// The task of the same name; of several, the one that was made as the same of them.
    pub(super) fn task(&self, task: TaskId) -> Option<TaskId> {
        self.tasks.get(&task).copied()
    }

    /// What the tasks of a group have in common there.
    pub(super) fn group(&self, key: u32) -> Option<u32> {
        match self.grouping {
            Grouping::Single => None,
            Grouping::Coroutine => {
                let coroutine = self.old.text(TextId(key));
                let mut tasks = self.new.latest().tasks();
                let twin = tasks.find(|task| self.new.coroutine(task) == coroutine)?;
                Some(self.grouping.key(twin))
            }
            Grouping::Parent if key == 0 => Some(0),
            Grouping::Parent => self.task(TaskId(key)).map(|task| task.0),
        }
    }
}

/// The tasks of these names in one run, each with that of the other.
fn pairs(names: &HashSet<Name>, old: &History, new: &History) -> HashMap<TaskId, TaskId> {
    let find = |history: &History| {
        let mut tasks: HashMap<Name, Vec<TaskId>> = HashMap::new();
        for task in history.latest().tasks() {
            let name = name(history, task);
            if names.contains(&name) {
                tasks.entry(name).or_default().push(task.id());
            }
        }
        tasks
    };
    let twins = find(new);
    let tasks = find(old).into_iter();
    tasks
        .flat_map(|(name, tasks)| tasks.into_iter().zip(twins.get(&name).cloned().unwrap_or_default()))
        .collect()
}

impl Session {
    /// Whether another run, still growing, has come far enough for what somebody chose: of what is made later than
    /// at the playhead, as far as this one.
    pub(super) fn is_choice_known(&self, new: &History) -> bool {
        let is_there = |task| self.player.model().task(task).is_some();
        new.len() >= self.player.history().len() || self.rows.chosen().chain(self.selected()).all(is_there)
    }

    /// Makes what is selected, pinned and folded that of another run, which takes this one's place.
    pub(super) fn choose_again(&mut self, new: &History) {
        let grouping = self.rows.grouping();
        let group = match self.selection {
            Selection::Group(key) if grouping == Grouping::Parent => Some(TaskId(key)),
            _ => None,
        };
        let wanted = self.rows.chosen().chain(self.selected()).chain(group).collect();
        let twins = Twins::of(&wanted, grouping, self.player.history(), new);
        self.selection = match self.selection {
            Selection::Nothing => None,
            Selection::Task(task) => twins.task(task).map(Selection::Task),
            Selection::Group(key) => twins.group(key).map(Selection::Group),
        }
        .unwrap_or_default();
        self.rows.choose_again(&twins);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Definition, Event, EventKind};
    use crate::id::ThreadId;
    use crate::model::timeline::TrackId;
    use crate::time::Moment;
    use crate::tui::session::Folding;
    use crate::tui::text::Charset;

    /// A run with these tasks: name, coroutine and maker.
    fn run(tasks: &[(&str, &str, u32)]) -> Session {
        let mut history = History::new();
        for (n, &(name, coroutine, parent)) in tasks.iter().enumerate() {
            let id = TextId(n as u32 + 1);
            history.define(Definition::Text { id, text: coroutine.into() });
            let same = tasks.iter().position(|other| other.1 == coroutine).unwrap();
            let kind = EventKind::TaskCreated {
                task: TaskId(n as u32 + 1),
                name: Some(name.into()),
                coroutine: TextId(same as u32 + 1),
                parent: (parent > 0).then_some(TaskId(parent)),
                location: None,
                housekeeping: false,
            };
            let at = Moment::START;
            history.push(Event { seq: n as u64, at, thread: ThreadId(1), on_loop: None, kind });
        }
        let end = history.len();
        let mut session = Session::of("", history, Charset::default());
        session.go(crate::player::Move::To(end));
        session
    }

    const OLD: [(&str, &str, u32); 5] =
        [("Main", "main", 0), ("a", "work", 1), ("a", "work", 1), ("b", "eat", 1), ("c", "eat", 2)];
    const NEW: [(&str, &str, u32); 7] = [
        ("Other", "before", 0),
        ("Main", "main", 1),
        ("a", "eat", 2),
        ("b", "eat", 2),
        ("a", "work", 2),
        ("a", "work", 4),
        ("c", "eat", 5),
    ];

    #[test]
    fn a_task_is_found_again_by_its_name_and_coroutine() {
        let mut session = run(&OLD);
        session.select(TaskId(4));
        session.toggle_pin();
        session.select(TaskId(3));
        session.toggle_pin();
        session.adopt(run(&NEW));
        assert_eq!(session.selected(), Some(TaskId(6)), "the second of two");
        assert!(session.is_pinned(TaskId(6)) && session.is_pinned(TaskId(4)));
        assert!(!session.is_pinned(TaskId(3)));
        session.adopt(run(&OLD[..2]));
        assert_eq!(session.selection(), Selection::Nothing, "there is no second");
    }

    #[test]
    fn a_task_that_is_made_later_is_waited_for() {
        let mut session = run(&OLD);
        session.select(TaskId(4));
        let new = run(&NEW[..2]);
        assert!(session.is_choice_known(new.player.history()));
        session.go(crate::player::Move::To(1));
        assert!(!session.is_choice_known(new.player.history()));
        assert!(session.is_choice_known(run(&NEW).player.history()));
        session.deselect();
        assert!(session.is_choice_known(new.player.history()));
    }

    #[test]
    fn a_group_is_found_again_by_its_coroutine_or_its_maker() {
        let mut session = run(&OLD);
        session.next_grouping();
        session.select_track(TrackId::Group(4));
        session.toggle_group();
        session.adopt(run(&NEW));
        assert_eq!(session.selection(), Selection::Group(3));
        assert_eq!((session.folding(3), session.folding(4)), (Folding::Unfolded, Folding::Folded));
        assert_eq!(session.group(3).unwrap().name, "eat");

        let mut session = run(&OLD);
        session.next_grouping();
        session.next_grouping();
        session.select_track(TrackId::Group(1));
        session.toggle_group();
        session.adopt(run(&NEW));
        assert_eq!(session.selection(), Selection::Group(2));
        assert_eq!((session.folding(2), session.folding(1)), (Folding::Unfolded, Folding::Folded));
    }
}
