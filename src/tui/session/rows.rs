//! Which rows the timeline has, and in which order: grouped, sorted, pinned and filtered as somebody chose.
//!
//! Worked out when the playhead moves or the choice changes. What of it is the same wherever the playhead is,
//! such as names and what a group's bar shows, is kept until the run has grown.

use std::collections::BTreeMap;

use super::{Panel, Scroll, Session};
use crate::event::ThreadKind;
use crate::id::{TaskId, TextId};
use crate::model::timeline::{Track, TrackId};
use crate::model::{End, History, Model, Pending, Task, TaskState};
use crate::player::Player;
use crate::tui::panel::wording;

/// What the rows of tasks are put together by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Grouping {
    /// Nothing: each has its own.
    #[default]
    Single,
    /// Their coroutine.
    Coroutine,
    /// The task that made them.
    Parent,
}

/// What comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sorting {
    /// Who was made first.
    #[default]
    Creation,
    /// The first name, numbers in it by their value.
    Name,
    /// Who runs, then who is ready, then who waits, then who is done.
    State,
    /// Who had the most steps.
    Steps,
}

/// Whether the tasks of a group have rows of their own below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Folding {
    /// They have none.
    #[default]
    Folded,
    /// They have.
    Unfolded,
}

/// Which tasks have a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    text: String,
    states: Vec<String>,
    words: Vec<String>,
}

impl Filter {
    /// From `state:waiting worker`: the states of which one must be the task's, and the words all of which
    /// must be in its name or its coroutine.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut filter = Self { text: text.trim().to_owned(), ..Self::default() };
        for word in text.split_whitespace().map(str::to_lowercase) {
            match word.split_once(':') {
                Some(("state", state)) => filter.states.push(state.to_owned()),
                Some(("name" | "coroutine", part)) => filter.words.push(part.to_owned()),
                _ => filter.words.push(word),
            }
        }
        filter
    }

    fn has_words(&self, history: &History, task: &Task) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let label = format!("{} {}", task.name(), history.coroutine(task)).to_lowercase();
        self.words.iter().all(|word| label.contains(word))
    }

    fn has_state(&self, task: &Task) -> bool {
        let word = match &task.state {
            TaskState::Pending(Pending::New | Pending::Queued) => "ready",
            TaskState::Pending(Pending::Waiting) => "waiting",
            TaskState::Running => "running",
            TaskState::Done(End::Returned(_)) => "returned",
            TaskState::Done(End::Raised(_)) => "raised",
            TaskState::Done(End::Cancelled) => "cancelled",
        };
        let is_meant = |state: &String| {
            word.starts_with(state.as_str()) || (task.is_done() && "done".starts_with(state.as_str()))
        };
        self.states.is_empty() || self.states.iter().any(is_meant)
    }
}

/// Several tasks in one row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Group {
    /// What they have in common.
    pub name: String,
    /// How many there are at the playhead that pass the filter.
    pub count: usize,
    /// How many of them run.
    pub running: usize,
    /// How many of them are ready.
    pub ready: usize,
    /// How many of them wait.
    pub waiting: usize,
    /// How many of them are done in each way.
    pub returned: usize,
    /// By an exception.
    pub raised: usize,
    /// By a cancellation.
    pub cancelled: usize,
}

impl Group {
    fn add(&mut self, task: &Task) {
        self.count += 1;
        *match &task.state {
            TaskState::Pending(Pending::New | Pending::Queued) => &mut self.ready,
            TaskState::Pending(Pending::Waiting) => &mut self.waiting,
            TaskState::Running => &mut self.running,
            TaskState::Done(End::Returned(_)) => &mut self.returned,
            TaskState::Done(End::Raised(_)) => &mut self.raised,
            TaskState::Done(End::Cancelled) => &mut self.cancelled,
        } += 1;
    }

    /// `2 running, 40 waiting, 7 returned`.
    pub fn state(&self) -> String {
        let parts = [
            (self.running, "running"),
            (self.ready, "ready"),
            (self.waiting, "waiting"),
            (self.returned, "returned"),
            (self.raised, "raised"),
            (self.cancelled, "cancelled"),
        ];
        let said: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        said.join(", ")
    }
}

/// What tasks of a group have in common.
type Key = (Grouping, u32);

/// The rows that were chosen, and what is kept for them.
#[derive(Debug, Default)]
pub(super) struct Rows {
    grouping: Grouping,
    sorting: Sorting,
    folding: Folding,
    pinned: Vec<TaskId>,
    filter: Filter,
    groups: Vec<(Key, Group)>,
    /// What the bars of the groups show; of a run with so many events.
    bars: (usize, BTreeMap<u32, Track>),
    /// By task, whether its name has the words of the filter.
    has_words: Vec<bool>,
    /// All tasks by name.
    by_name: Vec<TaskId>,
    /// How many tasks have no row.
    hidden: usize,
    /// How the rows came about, if they are those that nobody chose.
    usual: Option<Usual>,
}

/// Rows that nobody chose: loops and threads, then all tasks as they were made.
#[derive(Clone, Copy, Debug)]
struct Usual {
    /// How many rows are no tasks.
    heads: usize,
    /// How many tasks there were, housekeeping included.
    tasks: usize,
}

impl Rows {
    /// Another run takes the place of this one: what was worked out of it counts no more, what was chosen does.
    pub(super) fn forget_run(&mut self) {
        self.groups = Vec::new();
        self.bars = (0, BTreeMap::new());
        self.has_words = Vec::new();
        self.by_name = Vec::new();
        self.hidden = 0;
        self.usual = None;
    }

    fn key(&self, task: &Task) -> u32 {
        match self.grouping {
            Grouping::Single => 0,
            Grouping::Coroutine => task.info.coroutine.0,
            Grouping::Parent => task.info.parent.map_or(0, |parent| parent.0),
        }
    }

    /// Forgets what depends on the choice.
    fn forget(&mut self) {
        self.bars = (0, BTreeMap::new());
        self.has_words.clear();
    }

    /// Works out what is the same wherever the playhead is, as far as the run has grown.
    fn prepare(&mut self, history: &History, is_complete: bool) {
        let latest = history.latest();
        if !self.filter.words.is_empty() {
            for index in self.has_words.len()..latest.tasks_len() {
                let task = latest.task(TaskId(index as u32 + 1));
                self.has_words.push(task.is_some_and(|task| self.filter.has_words(history, task)));
            }
        }
        if self.sorting == Sorting::Name && self.by_name.len() != latest.tasks_len() {
            self.by_name = latest.tasks().map(Task::id).collect();
            let key = |task: &TaskId| latest.task(*task).map(|task| natural(&task.name()));
            self.by_name.sort_by_cached_key(key);
        }
        // While a run grows, bars are made anew only now and then.
        let (known, bars) = &self.bars;
        let grown = history.len() - known.min(&history.len());
        let is_stale = grown > known / 8 || (is_complete && grown > 0) || bars.is_empty();
        if self.grouping != Grouping::Single && is_stale {
            let mut members: BTreeMap<u32, Vec<TaskId>> = BTreeMap::new();
            for task in latest.tasks().filter(|task| !task.info.housekeeping) {
                members.entry(self.key(task)).or_default().push(task.id());
            }
            let timeline = history.timeline();
            let bars = members.into_iter().filter(|(_, tasks)| tasks.len() > 1);
            let bars = bars.map(|(key, tasks)| (key, timeline.merged(&tasks))).collect();
            self.bars = (history.len(), bars);
        }
    }

    fn passes(&self, task: &Task) -> bool {
        let has_words =
            self.filter.words.is_empty() || self.has_words.get(task.id().index()).copied().unwrap_or(false);
        !task.info.housekeeping && has_words && self.filter.has_state(task)
    }

    /// The tasks that have a row, in order; the pinned ones left out.
    fn tasks<'m>(&self, model: &'m Model) -> Vec<&'m Task> {
        let wanted = |task: &&Task| self.passes(task) && !self.pinned.contains(&task.id());
        let mut tasks: Vec<&Task> = match self.sorting {
            Sorting::Name => self.by_name.iter().filter_map(|id| model.task(*id)).filter(wanted).collect(),
            _ => model.tasks().filter(wanted).collect(),
        };
        match self.sorting {
            Sorting::Creation | Sorting::Name => {}
            Sorting::State => tasks.sort_by_key(|task| match task.state {
                TaskState::Running => 0,
                TaskState::Pending(Pending::New | Pending::Queued) => 1,
                TaskState::Pending(Pending::Waiting) => 2,
                TaskState::Done(_) => 3,
            }),
            Sorting::Steps => tasks.sort_by_key(|task| std::cmp::Reverse(task.steps)),
        }
        tasks
    }

    /// Brings the rows up to the playhead.
    pub(super) fn arrange(&mut self, player: &Player, is_complete: bool, rows: &mut Vec<TrackId>) {
        self.prepare(player.history(), is_complete);
        let model = player.model();
        let loops = model.loops().iter().map(|each| TrackId::Loop(each.id));
        let threads = model.threads().iter().filter(|thread| thread.kind != ThreadKind::Main);
        let pinned: Vec<TaskId> =
            self.pinned.iter().copied().filter(|task| model.task(*task).is_some()).collect();
        let heads: Vec<TrackId> = loops
            .chain(threads.map(|thread| TrackId::Thread(thread.id)))
            .chain(pinned.iter().map(|task| TrackId::Task(*task)))
            .collect();
        self.groups.clear();
        if self.is_usual() {
            return self.arrange_as_usual(model, &heads, rows);
        }
        self.usual = None;
        rows.clear();
        rows.extend(heads);
        let tasks = self.tasks(model);
        let visible = model.tasks_len() - model.housekeeping_len();
        self.hidden = visible.saturating_sub(tasks.len() + pinned.len());
        if self.grouping == Grouping::Single {
            rows.extend(tasks.into_iter().map(|task| TrackId::Task(task.id())));
        } else {
            self.group(player.history(), model, &tasks, rows);
        }
    }

    const fn is_usual(&self) -> bool {
        matches!((self.grouping, self.sorting), (Grouping::Single, Sorting::Creation))
            && self.filter.text.is_empty()
            && self.pinned.is_empty()
    }

    /// All tasks in the order in which they were made. Those of an earlier instant are the first of those of
    /// a later one, so a move adds some rows or takes some away, and the other 100,000 stay as they are.
    fn arrange_as_usual(&mut self, model: &Model, heads: &[TrackId], rows: &mut Vec<TrackId>) {
        let known = match self.usual.take() {
            Some(usual) if usual.heads == heads.len() && rows.starts_with(heads) => usual.tasks,
            _ => {
                rows.clear();
                rows.extend(heads);
                0
            }
        };
        let tasks = model.tasks_len();
        rows.truncate(heads.len() + tasks - model.housekeeping_len());
        let new = (known..tasks).filter_map(|index| model.task(TaskId(index as u32 + 1)));
        rows.extend(new.filter(|task| !task.info.housekeeping).map(|task| TrackId::Task(task.id())));
        self.usual = Some(Usual { heads: heads.len(), tasks });
    }

    fn group(&mut self, history: &History, model: &Model, tasks: &[&Task], rows: &mut Vec<TrackId>) {
        // Groups stand where the first of their tasks would.
        let mut at: BTreeMap<u32, usize> = BTreeMap::new();
        let mut members: Vec<Vec<TaskId>> = Vec::new();
        for task in tasks {
            let key = self.key(task);
            let index = *at.entry(key).or_insert_with(|| {
                let name = self.group_name(history, model, key);
                self.groups.push(((self.grouping, key), Group { name, ..Group::default() }));
                members.push(Vec::new());
                self.groups.len() - 1
            });
            self.groups[index].1.add(task);
            members[index].push(task.id());
        }
        for (index, tasks) in members.into_iter().enumerate() {
            let is_single = tasks.len() == 1;
            if !is_single {
                rows.push(TrackId::Group(index as u32));
            }
            if is_single || self.folding == Folding::Unfolded {
                rows.extend(tasks.into_iter().map(TrackId::Task));
            }
        }
    }

    fn group_name(&self, history: &History, model: &Model, key: u32) -> String {
        match (self.grouping, key) {
            (Grouping::Parent, 0) => "made outside tasks".to_owned(),
            (Grouping::Parent, task) => {
                let parent = TaskId(task);
                format!("of {}", model.task(parent).map_or_else(|| parent.to_string(), Task::name))
            }
            _ => {
                let name = history.text(TextId(key));
                name.rsplit('.').next().unwrap_or(name).to_owned()
            }
        }
    }
}

/// Names in an order that people expect: `worker-2` before `worker-10`.
fn natural(name: &str) -> (String, u64, String) {
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (text, number) = name.split_at(name.len() - digits);
    (text.to_lowercase(), number.parse().unwrap_or(0), name.to_owned())
}

impl Session {
    /// The group with this number among the rows.
    pub fn group(&self, id: u32) -> Option<&Group> {
        self.rows.groups.get(id as usize).map(|(_, group)| group)
    }

    /// What a row's bar shows.
    pub fn track(&self, id: TrackId) -> Option<&Track> {
        match id {
            TrackId::Group(group) => {
                let ((_, key), _) = self.rows.groups.get(group as usize)?;
                self.rows.bars.1.get(key)
            }
            _ => self.player.history().timeline().track(id),
        }
    }

    /// Whether a task stands on top.
    pub fn is_pinned(&self, task: TaskId) -> bool {
        self.rows.pinned.contains(&task)
    }

    /// How the rows were chosen, where that is not as usual: for the panel's border.
    pub fn rows_said(&self) -> Option<String> {
        let rows = &self.rows;
        let grouping = match rows.grouping {
            Grouping::Single => None,
            Grouping::Coroutine => Some("grouped by coroutine"),
            Grouping::Parent => Some("grouped by maker"),
        };
        let sorting = match rows.sorting {
            Sorting::Creation => None,
            Sorting::Name => Some("sorted by name"),
            Sorting::State => Some("sorted by state"),
            Sorting::Steps => Some("sorted by steps"),
        };
        let mut parts: Vec<String> = [grouping, sorting].into_iter().flatten().map(str::to_owned).collect();
        if !rows.filter.text.is_empty() {
            let text = self.charset.visible(&rows.filter.text).into_owned();
            parts.push(format!("only {text} ({} hidden)", rows.hidden));
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Puts tasks together by the next thing that they may have in common.
    pub fn next_grouping(&mut self) {
        self.rows.grouping = match self.rows.grouping {
            Grouping::Single => Grouping::Coroutine,
            Grouping::Coroutine => Grouping::Parent,
            Grouping::Parent => Grouping::Single,
        };
        self.rows.forget();
        self.rearrange();
    }

    /// Sorts the rows by the next thing.
    pub fn next_sorting(&mut self) {
        self.rows.sorting = match self.rows.sorting {
            Sorting::Creation => Sorting::Name,
            Sorting::Name => Sorting::State,
            Sorting::State => Sorting::Steps,
            Sorting::Steps => Sorting::Creation,
        };
        self.rearrange();
    }

    /// Folds the groups, or unfolds them.
    pub fn toggle_groups(&mut self) {
        self.rows.folding = match self.rows.folding {
            Folding::Folded => Folding::Unfolded,
            Folding::Unfolded => Folding::Folded,
        };
        self.rearrange();
    }

    /// Puts the selected task on top, or back in its place.
    pub fn toggle_pin(&mut self) {
        let Some(task) = self.selected else { return };
        match self.rows.pinned.iter().position(|other| *other == task) {
            Some(at) => drop(self.rows.pinned.remove(at)),
            None => self.rows.pinned.push(task),
        }
        self.rearrange();
    }

    /// Shows only those tasks that are meant; with an empty text, all.
    pub fn filter_rows(&mut self, text: &str) {
        self.rows.filter = Filter::parse(text);
        self.rows.forget();
        self.rearrange();
    }

    fn rearrange(&mut self) {
        self.arrange_rows();
        self.positions[Panel::Timeline.index()].scroll = Scroll::Following;
        self.follow(Panel::Timeline);
    }

    /// Works out the rows.
    pub(super) fn arrange_rows(&mut self) {
        let is_complete = !matches!(self.supply, super::Supply::Open);
        self.rows.arrange(&self.player, is_complete, &mut self.tracks);
        let charset = self.charset;
        for (_, group) in &mut self.rows.groups {
            group.name = wording::visible(&group.name, charset);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_sorted_by_their_value() {
        let mut names = ["worker-10", "worker-2", "Main", "worker-1"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["Main", "worker-1", "worker-2", "worker-10"]);
    }

    #[test]
    fn a_filter_tells_states_from_words() {
        let filter = Filter::parse(" state:waiting  state:ready Worker name:x");
        assert_eq!(filter.states, ["waiting", "ready"]);
        assert_eq!(filter.words, ["worker", "x"]);
    }
}
