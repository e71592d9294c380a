//! Handles, the ready queue and the timers as they stand at an instant.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use crate::event::{Cause, Subject};
use crate::id::HandleId;
use crate::time::Moment;

use super::table::LARGEST_GAP;

/// Where a handle is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HandlePlace {
    /// In the timer heap until its deadline.
    Timer,
    /// On the ready queue.
    Queued,
    /// Running.
    Running,
}

/// A callback on its way to being run, at an instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handle {
    /// What it will do.
    pub what: Subject,
    /// Who scheduled it.
    pub by: Cause,
    /// Where it is.
    pub place: HandlePlace,
    /// When it was scheduled, or its timer set.
    pub since: Moment,
    /// When it is due or was; none for one that never was a timer.
    pub deadline: Option<Moment>,
    /// How many events there were once it was scheduled, or its timer set.
    pub(super) events: u32,
}

impl Handle {
    /// One that is new: a timer if it has a deadline, else one that is ready.
    pub(super) const fn new(
        what: Subject,
        by: Cause,
        since: Moment,
        deadline: Option<Moment>,
        events: usize,
    ) -> Self {
        let place = if deadline.is_some() { HandlePlace::Timer } else { HandlePlace::Queued };
        Self { what, by, place, since, deadline, events: events as u32 }
    }
}

/// Handles in a page.
const PAGE: usize = 64;

#[derive(Clone, PartialEq, Eq, Debug)]
struct Page {
    slots: [Option<Handle>; PAGE],
    live: u8,
}

/// The handles that are still on their way. Ids only grow and handles are short-lived, so they are held in
/// pages, and a page goes when its last handle does.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Handles {
    pages: Vec<Option<Arc<Page>>>,
}

impl Handles {
    fn get(&self, id: HandleId) -> Option<&Handle> {
        self.pages.get(id.index() / PAGE)?.as_ref()?.slots[id.index() % PAGE].as_ref()
    }

    fn get_mut(&mut self, id: HandleId) -> Option<&mut Handle> {
        let page = self.pages.get_mut(id.index() / PAGE)?.as_mut()?;
        Arc::make_mut(page).slots[id.index() % PAGE].as_mut()
    }

    fn insert(&mut self, id: HandleId, handle: Handle) -> bool {
        let at = id.index() / PAGE;
        if at >= self.pages.len() {
            if at > self.pages.len() + LARGEST_GAP {
                return false;
            }
            self.pages.resize(at + 1, None);
        }
        let page = self.pages[at].get_or_insert_with(|| Arc::new(Page { slots: [None; PAGE], live: 0 }));
        let page = Arc::make_mut(page);
        if page.slots[id.index() % PAGE].replace(handle).is_none() {
            page.live += 1;
        }
        true
    }

    fn remove(&mut self, id: HandleId) -> Option<Handle> {
        let entry = self.pages.get_mut(id.index() / PAGE)?;
        let page = Arc::make_mut(entry.as_mut()?);
        let handle = page.slots[id.index() % PAGE].take()?;
        page.live -= 1;
        if page.live == 0 {
            *entry = None;
        }
        Some(handle)
    }
}

/// Ready queue and timers of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Queues {
    handles: Handles,
    ready: VecDeque<HandleId>,
    timers: BTreeSet<(Moment, HandleId)>,
    gone: Option<(HandleId, Handle)>,
}

impl Queues {
    /// A handle that is still on its way or running.
    pub fn handle(&self, id: HandleId) -> Option<&Handle> {
        self.handles.get(id)
    }

    /// The handle, also if it is the one that was the last to go.
    pub fn handle_or_gone(&self, id: HandleId) -> Option<&Handle> {
        let gone = self.gone.as_ref().filter(|(last, _)| *last == id).map(|(_, handle)| handle);
        self.handle(id).or(gone)
    }

    /// The ready queue, first to run first.
    pub fn ready(&self) -> impl DoubleEndedIterator<Item = (HandleId, &Handle)> {
        self.ready.iter().filter_map(|&id| Some((id, self.handles.get(id)?)))
    }

    /// The timers, first due first; those due at one instant in order of creation, though the loop, whose
    /// heap knows no such order, may move them in another.
    pub fn timers(&self) -> impl DoubleEndedIterator<Item = (Moment, HandleId, &Handle)> {
        self.timers.iter().filter_map(|&(deadline, id)| Some((deadline, id, self.handles.get(id)?)))
    }

    /// How many handles are on the ready queue.
    pub fn ready_len(&self) -> usize {
        self.ready.len()
    }

    /// How many timers are set.
    pub fn timers_len(&self) -> usize {
        self.timers.len()
    }

    /// Takes up a handle: onto the ready queue, or into the timer heap if it has a deadline.
    pub(super) fn add(&mut self, id: HandleId, handle: Handle) {
        self.remove(id);
        if !self.handles.insert(id, handle) {
            return;
        }
        match handle.deadline {
            Some(deadline) => {
                self.timers.insert((deadline, id));
            }
            None => self.ready.push_back(id),
        }
    }

    /// A timer is due: it goes to the ready queue.
    pub(super) fn move_timer(&mut self, id: HandleId) -> Option<Handle> {
        let handle = self.handles.get_mut(id)?;
        let handle_then = *handle;
        if let (HandlePlace::Timer, Some(deadline)) = (handle.place, handle.deadline) {
            handle.place = HandlePlace::Queued;
            self.timers.remove(&(deadline, id));
            self.ready.push_back(id);
        }
        Some(handle_then)
    }

    /// A handle leaves the ready queue, to run; `passed_over` says that what stood before it was cancelled,
    /// so the loop passed over it.
    pub(super) fn leave(&mut self, id: HandleId, passed_over: bool) {
        if self.ready.front() == Some(&id) {
            self.ready.pop_front();
        } else if let Some(place) = self.ready.iter().position(|&other| other == id) {
            self.ready.remove(place);
            if passed_over {
                for gone in self.ready.drain(..place) {
                    self.handles.remove(gone);
                }
            }
        } else if let Some(deadline) = self.handles.get(id).and_then(|handle| handle.deadline) {
            // Only a recording that contradicts itself runs a timer that was not moved.
            self.timers.remove(&(deadline, id));
        }
    }

    /// A handle that left the ready queue begins to run.
    pub(super) fn start(&mut self, id: HandleId) {
        if let Some(handle) = self.handles.get_mut(id) {
            handle.place = HandlePlace::Running;
        }
    }

    /// Keeps the last `len` handles of the ready queue: those before them were cancelled and passed over.
    pub(super) fn keep_ready(&mut self, len: usize) {
        while self.ready.len() > len {
            if let Some(gone) = self.ready.pop_front() {
                self.handles.remove(gone);
            }
        }
    }

    /// A handle is gone, wherever it was.
    pub(super) fn remove(&mut self, id: HandleId) {
        let Some(handle) = self.handles.get(id) else { return };
        match (handle.place, handle.deadline) {
            (HandlePlace::Timer, Some(deadline)) => {
                self.timers.remove(&(deadline, id));
            }
            (HandlePlace::Queued, _) => self.leave(id, false),
            _ => {}
        }
        self.forget(id);
    }

    /// A handle that is neither a timer nor on the ready queue any more is gone.
    pub(super) fn forget(&mut self, id: HandleId) {
        if let Some(handle) = self.handles.remove(id) {
            self.gone = Some((id, handle));
        }
    }
}
