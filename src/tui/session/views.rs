//! What the panels show that is more than a look at the model: worked out when the playhead moves or a panel
//! comes into sight, and only for those that are in sight.

use std::ops::Range;

use super::{Panel, Selection, Session};
use crate::event::Cause;
use crate::id::{ObjectId, TaskId};
use crate::model::crowd::Crowd;
use crate::model::inspection::{Inspection, Wake, wakes};
use crate::model::waiting::{Tree, Waiting};
use crate::model::{History, Model};

/// The most objects that are listed.
const MOST_OBJECTS: usize = 1000;

/// Events that are looked back upon for the wake-ups of the selected task.
const LOOK_BACK: usize = 4096;

/// The most of them.
const MOST_WAKES: usize = 64;

/// The most lines that the levels of a traceback take up in the inspector; an await chain may have more, and is cut off
/// as it is recorded.
pub const MOST_LEVELS: usize = 13;

/// A synchronisation object with those who wait for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ObjectView {
    /// The object.
    pub object: ObjectId,
    /// Those who wait for it, first come first.
    pub waiters: Vec<TaskId>,
    /// Its levels until now, each with its event; only where there is room to draw them.
    pub levels: Vec<(usize, i64)>,
}

/// Who waits for whom.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WaitsView {
    /// Tasks that wait for one another in a circle.
    pub circles: Vec<Vec<TaskId>>,
    /// Tasks that hold one another up, one does not know exactly how.
    pub knot: Vec<TaskId>,
    /// The await tree.
    pub tree: Tree,
}

impl WaitsView {
    /// How many lines it takes up: circles have a line above and below, and a blank one follows.
    pub fn lines(&self) -> usize {
        let circles: usize = self.circles.iter().map(|circle| circle.len() + 3).sum();
        let knot = if self.knot.is_empty() { 0 } else { self.knot.len() + 2 };
        circles + knot + self.tree.branches.len() + usize::from(self.tree.more > 0)
    }
}

/// What was seen when the views were worked out last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Moment {
    events: usize,
    known: usize,
    subject: Option<TaskId>,
    selection: Selection,
    visible: [bool; Panel::COUNT],
    is_enlarged: bool,
}

/// What the panels show.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Views {
    moment: Option<Moment>,
    /// The task that the inspector is about.
    subject: Option<TaskId>,
    inspection: Option<Inspection>,
    /// Where a group is selected, its tasks together.
    crowd: Option<Crowd>,
    objects: Vec<ObjectView>,
    waits: WaitsView,
    wakes: Vec<Wake>,
}

impl Views {
    /// How many lines a panel would show at most.
    pub(super) fn lines(&self, panel: Panel) -> usize {
        match panel {
            Panel::Inspector => match (&self.crowd, &self.inspection) {
                (Some(crowd), _) => 6 + crowd.awaiting.len() + crowd.places.len(),
                // Its eleven rows, some of which may be wrapped, and lists.
                (None, Some(inspection)) => 24 + MOST_LEVELS + inspection.requests.len(),
                (None, None) => 1,
            },
            Panel::Sync => self.objects.iter().map(ObjectView::lines).sum::<usize>().max(1),
            Panel::Waits => self.waits.lines().max(1),
            Panel::Timeline | Panel::Source | Panel::Loop | Panel::Output => 0,
        }
    }

    /// The lines of the object that the last move was about.
    pub(super) fn changed_object(&self, session: &Session) -> Option<Range<usize>> {
        let changes = session.changes()?;
        let objects = session.player().model().sync_objects();
        let is_new = |view: &ObjectView| {
            objects.get(view.object).is_some_and(|object| changes.events.contains(&(object.last.events - 1)))
        };
        let at = self.objects.iter().position(is_new)?;
        let first: usize = self.objects[..at].iter().map(ObjectView::lines).sum();
        Some(first..first + self.objects[at].lines())
    }
}

impl ObjectView {
    /// How many lines it takes up: one, and one each for those who wait and for its levels.
    pub fn lines(&self) -> usize {
        1 + usize::from(!self.waiters.is_empty()) + usize::from(!self.levels.is_empty())
    }
}

impl Session {
    /// The task that the inspector is about: the one that was selected, or else the one that raised or changed last.
    pub const fn subject(&self) -> Option<TaskId> {
        self.views.subject
    }

    /// All about that task.
    pub const fn inspection(&self) -> Option<&Inspection> {
        self.views.inspection.as_ref()
    }

    /// All about the tasks of the group that is selected.
    pub const fn crowd(&self) -> Option<&Crowd> {
        self.views.crowd.as_ref()
    }

    /// The synchronisation objects.
    pub fn objects(&self) -> &[ObjectView] {
        &self.views.objects
    }

    /// Who waits for whom.
    pub const fn waits(&self) -> &WaitsView {
        &self.views.waits
    }

    /// The latest wake-ups that the selected task got or gave.
    pub fn wakes(&self) -> &[Wake] {
        &self.views.wakes
    }

    /// Whether the panel is on the screen.
    pub fn is_visible(&self, panel: Panel) -> bool {
        self.room[panel.index()].is_some()
    }

    /// Works out what is in sight, unless it is what was worked out last.
    pub(super) fn look(&mut self) {
        let subject = self.find_subject();
        let moment = Moment {
            events: self.player.playhead(),
            known: self.player.history().len(),
            subject,
            selection: self.selection,
            visible: self.room.map(|room| room.is_some()),
            is_enlarged: self.arrangement == super::Arrangement::Enlarged,
        };
        if self.views.moment == Some(moment) {
            return self.let_time_pass();
        }
        let (history, model) = (self.player.history(), self.player.model());
        let mut views = Views { moment: Some(moment), subject, ..Views::default() };
        if self.is_visible(Panel::Inspector) {
            let now = self.player.now();
            match self.selection {
                Selection::Group(key) => views.crowd = Some(Crowd::of(model, self.members(key))),
                _ => views.inspection = subject.and_then(|task| Inspection::of(history, model, task, now)),
            }
        }
        if self.is_visible(Panel::Sync) {
            views.objects = objects(history, model, moment.is_enlarged);
        }
        if self.is_visible(Panel::Waits) {
            let waiting = Waiting::new(history, model);
            let circles = waiting.circles();
            let knot = if circles.is_empty() { waiting.knot() } else { Vec::new() };
            views.waits = WaitsView { circles, knot, tree: Tree::of(history, model) };
        }
        if let Some(task) = self.selected() {
            let here = self.player.playhead();
            let is_own = |wake: &Wake| (wake.task == task) != (wake.by == Cause::Task(task));
            let wakes = wakes(history, here.saturating_sub(LOOK_BACK)..here).filter(is_own);
            views.wakes = wakes.take(MOST_WAKES).collect();
        }
        self.views = views;
    }

    /// While a wait passes nothing changes but how long somebody has been in a state.
    fn let_time_pass(&mut self) {
        let now = self.player.now();
        if let Some(inspection) = &self.views.inspection
            && inspection.now != now
        {
            let (history, model) = (self.player.history(), self.player.model());
            self.views.inspection = Inspection::of(history, model, inspection.task, now);
        }
    }

    fn find_subject(&self) -> Option<TaskId> {
        let model = self.player.model();
        let exists = |task: &TaskId| model.task(*task).is_some();
        self.selected()
            .or_else(|| self.marks.raise().and_then(|raise| raise.task))
            .or_else(|| self.player.subject().filter(exists))
            .or_else(|| model.running_task())
            .or_else(|| self.views.subject.filter(exists))
            .or_else(|| model.tasks().next().map(crate::model::Task::id))
    }
}

fn objects(history: &History, model: &Model, with_levels: bool) -> Vec<ObjectView> {
    let mut waiters = Waiting::new(history, model).waiters();
    let all = model.sync_objects().iter().take(MOST_OBJECTS);
    all.map(|object| ObjectView {
        object: object.id,
        waiters: waiters.remove(&object.id).unwrap_or_default(),
        levels: if with_levels { history.levels(model, object.id) } else { Vec::new() },
    })
    .collect()
}
