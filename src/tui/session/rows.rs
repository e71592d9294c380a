//! Which rows the timeline has, and in which order: grouped, sorted, pinned and filtered as somebody chose.
//!
//! Worked out when the playhead moves or the choice changes. What of it is the same wherever the playhead is,
//! such as names and what a group's bar shows, is kept until the run has grown.

use std::collections::BTreeMap;

use super::twins::Twins;
use super::{Panel, Scroll, Selection, Session};
use crate::event::ThreadKind;
use crate::id::TaskId;
use crate::model::timeline::{Track, TrackId};
use crate::model::{History, Model, Pending, Task, TaskState};
use crate::player::Player;

mod filter;
mod group;

pub use filter::Filter;
use group::Groups;
pub use group::{Folding, Group, Grouping};

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

/// The rows that were chosen, and what is kept for them.
#[derive(Debug, Default)]
pub(super) struct Rows {
    grouping: Grouping,
    sorting: Sorting,
    pinned: Vec<TaskId>,
    filter: Filter,
    groups: Groups,
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
    pub(super) const fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// The tasks that somebody chose by pinning them, or by folding or unfolding what they made.
    pub(super) fn chosen(&self) -> impl Iterator<Item = TaskId> {
        let is_made = self.grouping == Grouping::Parent;
        let makers = self.groups.exceptions().iter().filter(move |_| is_made).map(|key| TaskId(*key));
        self.pinned.iter().copied().chain(makers)
    }

    /// Another run takes the place of this one: what was worked out of it counts no more, what was chosen does.
    pub(super) fn choose_again(&mut self, twins: &Twins<'_>) {
        self.groups.renumber(|key| twins.group(key));
        self.pinned = self.pinned.iter().filter_map(|task| twins.task(*task)).collect();
        self.bars = (0, BTreeMap::new());
        self.has_words = Vec::new();
        self.by_name = Vec::new();
        self.hidden = 0;
        self.usual = None;
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
                members.entry(self.grouping.key(task)).or_default().push(task.id());
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
        self.groups.all_mut().clear();
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

    /// Puts the tasks together; groups stand where the first of their tasks would.
    fn group(&mut self, history: &History, model: &Model, tasks: &[&Task], rows: &mut Vec<TrackId>) {
        let mut at: BTreeMap<u32, usize> = BTreeMap::new();
        let mut members: Vec<(u32, Vec<TaskId>)> = Vec::new();
        let groups = self.groups.all_mut();
        for task in tasks {
            let key = self.grouping.key(task);
            let index = *at.entry(key).or_insert_with(|| {
                members.push((key, Vec::new()));
                members.len() - 1
            });
            let new = || Group { name: self.grouping.name(history, model, key), ..Group::default() };
            groups.entry(key).or_insert_with(new).add(task);
            members[index].1.push(task.id());
        }
        for (key, tasks) in members {
            let is_single = tasks.len() == 1;
            if !is_single {
                rows.push(TrackId::Group(key));
            }
            if is_single || self.groups.folding(key) == Folding::Unfolded {
                rows.extend(tasks.into_iter().map(TrackId::Task));
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
    /// The group of the tasks that have this number in common.
    pub fn group(&self, key: u32) -> Option<&Group> {
        self.rows.groups.get(key)
    }

    /// The tasks of a group, as far as they pass the filter.
    pub(super) fn members(&self, group: u32) -> impl Iterator<Item = &Task> {
        let rows = &self.rows;
        let is_member = move |task: &&Task| {
            rows.grouping.key(task) == group && rows.passes(task) && !rows.pinned.contains(&task.id())
        };
        self.player.model().tasks().filter(is_member)
    }

    /// Whether the tasks of a group have rows of their own.
    pub fn folding(&self, group: u32) -> Folding {
        self.rows.groups.folding(group)
    }

    /// What a row's bar shows.
    pub fn track(&self, id: TrackId) -> Option<&Track> {
        match id {
            TrackId::Group(key) => self.rows.bars.1.get(&key),
            _ => self.player.history().timeline().track(id),
        }
    }

    /// The group that the selected row is, or that it belongs to.
    fn selected_group(&self) -> Option<u32> {
        match self.selection {
            Selection::Group(key) => Some(key),
            Selection::Task(task) if self.rows.grouping != Grouping::Single => {
                let key = self.rows.grouping.key(self.player.model().task(task)?);
                self.rows.groups.get(key).filter(|group| group.count > 1).map(|_| key)
            }
            _ => None,
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
        self.rows.groups.regroup();
        if matches!(self.selection, Selection::Group(_)) {
            self.selection = Selection::Nothing;
        }
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

    /// Folds the selected group, or unfolds it; where none is selected, all of them.
    pub fn toggle_group(&mut self) {
        let Some(key) = self.selected_group() else { return self.toggle_groups() };
        self.rows.groups.toggle(key);
        // The row of a task that is folded away is that of its group.
        self.selection = Selection::Group(key);
        self.rearrange();
    }

    /// Folds all groups, or unfolds them.
    pub fn toggle_groups(&mut self) {
        if self.rows.grouping == Grouping::Single {
            self.say("nothing is grouped; v groups tasks by their coroutine".to_owned());
            return;
        }
        if let Some(key) = self.selected_group() {
            self.selection = Selection::Group(key);
        }
        self.rows.groups.toggle_all();
        self.rearrange();
    }

    /// Puts the selected task on top, or back in its place.
    pub fn toggle_pin(&mut self) {
        let Some(task) = self.selected() else {
            self.say("no task is selected".to_owned());
            return;
        };
        match self.rows.pinned.iter().position(|other| *other == task) {
            Some(at) => drop(self.rows.pinned.remove(at)),
            None => self.rows.pinned.push(task),
        }
        self.rearrange();
    }

    /// Shows only those tasks that are meant; without anything said of them, all.
    pub fn filter_rows(&mut self, filter: Filter) {
        self.rows.filter = filter;
        self.rows.forget();
        self.rearrange();
        let has_rows = self.tracks.iter().any(|track| matches!(track, TrackId::Task(_) | TrackId::Group(_)));
        if !has_rows && !self.rows.filter.text.is_empty() {
            self.say("no task has a row now; :filter alone shows all again".to_owned());
        }
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
        for group in self.rows.groups.all_mut().values_mut() {
            group.name = charset.visible(&group.name).into_owned();
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
}
