//! How the things of a run are called, and what a loop does next.

use crate::event::{Awaited, Cause, Event, EventKind, FutureKind, Subject, SyncKind, callback};
use crate::id::{FutureId, HandleId, JobId, LocationId, LoopId, TaskId, TextId};
use crate::model::{End, Handle, History, Loop, Model, Resolution, Slot, Task, TaskState};
use crate::time::{Delay, Moment};

/// The longest that a name, a text or a result is quoted, in characters.
const QUOTE: usize = 36;

/// Knows the run at the instant of an event, and tells of it.
pub(in crate::model) struct Teller<'a> {
    pub(super) history: &'a History,
    pub(super) model: &'a Model,
    pub(super) at: Moment,
    on_loop: Option<LoopId>,
}

/// Shortens a text to one line of at most [`QUOTE`] characters.
pub(in crate::model) fn shorten(text: &str) -> String {
    let line = text.trim_end_matches('\n').replace('\n', "↵");
    if line.chars().count() <= QUOTE {
        return line;
    }
    line.chars().take(QUOTE - 1).chain(['…']).collect()
}

/// `1 handle`, `3 handles`.
pub(in crate::model) fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// `2 s`, `0.25 s`: as few decimals as say it, at most three.
pub(in crate::model) fn seconds(delay: Delay) -> String {
    let shown = delay.to_string();
    if delay > Delay::ZERO && shown == "0.000" {
        return "less than 0.001 s".to_owned();
    }
    format!("{} s", shown.trim_end_matches('0').trim_end_matches('.'))
}

/// The same text as the beginning of a sentence.
pub(super) fn capital(text: &str) -> String {
    match text.get(..1) {
        Some(first) => first.to_uppercase() + &text[1..],
        None => text.to_owned(),
    }
}

/// The kind of future in the words of a sentence.
pub(in crate::model) const fn future_kind(kind: FutureKind) -> &'static str {
    match kind {
        FutureKind::Plain => "a future",
        FutureKind::Sleep => "the future behind a sleep",
        FutureKind::Gather => "the future of a gather",
        FutureKind::Wait => "the future behind a wait",
        FutureKind::Shield => "the outer future of a shield",
        FutureKind::Pool => "the future of a pool's job",
        FutureKind::Lock => "a lock's future",
        FutureKind::Event => "an event's future",
        FutureKind::Condition => "a condition's future",
        FutureKind::Semaphore => "a semaphore's future",
        FutureKind::Barrier => "a barrier's future",
        FutureKind::Queue => "a queue's future",
        FutureKind::TaskGroup => "a task group's future",
    }
}

/// The kind of object with its article.
pub(super) const fn object(kind: SyncKind) -> &'static str {
    match kind {
        SyncKind::Lock => "the lock",
        SyncKind::Event => "the event",
        SyncKind::Condition => "the condition",
        SyncKind::Semaphore => "the semaphore",
        SyncKind::Barrier => "the barrier",
        SyncKind::Queue => "the queue",
    }
}

impl<'a> Teller<'a> {
    pub(in crate::model) fn new(history: &'a History, model: &'a Model, event: &Event) -> Self {
        Self { history, model, at: event.at, on_loop: event.on_loop }
    }

    /// `Task-2`, or the name it was given.
    pub(in crate::model) fn task(&self, id: TaskId) -> String {
        self.model.task(id).map_or_else(|| id.to_string(), |task| shorten(&task.name()))
    }

    pub(in crate::model) fn text(&self, id: TextId) -> String {
        shorten(self.history.text(id))
    }

    /// `work()`.
    pub(super) fn coroutine(&self, task: &Task) -> String {
        match self.history.coroutine(task) {
            "" => "its coroutine".to_owned(),
            name => format!("{}()", shorten(name)),
        }
    }

    /// `line 6`, or `queues.py line 158` for another file than the program's own.
    pub(super) fn place(&self, place: crate::event::Place<'_>) -> String {
        if self.history.is_main(place) || place.file.is_empty() {
            format!("line {}", place.line)
        } else {
            format!("{} line {}", shorten(place.file), place.line)
        }
    }

    /// ` at line 6`, or nothing where the place is not known.
    pub(super) fn at(&self, location: Option<LocationId>) -> String {
        let place = location.and_then(|id| self.history.place(id));
        place.map_or_else(String::new, |place| format!(" at {}", self.place(place)))
    }

    /// ` at line 6`, where the task is suspended or was last, or where it raised.
    pub(super) fn suspended(&self, task: &Task) -> String {
        let place = self.history.suspended_at(task);
        place.map_or_else(String::new, |place| format!(" at {}", self.place(place)))
    }

    /// Who did something, as the subject of a sentence's middle.
    pub(super) fn by(&self, cause: Cause) -> String {
        match cause {
            Cause::Task(task) => self.task(task),
            Cause::Handle(handle) => self.handle(handle),
            Cause::Thread => "code outside any task".to_owned(),
        }
    }

    /// The same as the beginning of a sentence.
    pub(super) fn who(&self, cause: Cause) -> String {
        match cause {
            // A task keeps its name, however it is spelled.
            Cause::Task(task) => self.task(task),
            other => capital(&self.by(other)),
        }
    }

    /// A callback with what it is for: `the callback of Task-2's timer`, `the callback done()`.
    pub(super) fn handle(&self, id: HandleId) -> String {
        let Some(handle) = self.model.queues().handle_or_gone(id) else { return "a callback".to_owned() };
        match (handle.what, handle.deadline, handle.by) {
            (Subject::Step(task), ..) => format!("{}'s step", self.task(task)),
            (Subject::Callback(name), _, Cause::Task(task))
                if self.history.text(name) == callback::TIMEOUT =>
            {
                format!("the timeout of {}, which has run out,", self.task(task))
            }
            (Subject::Callback(_), Some(_), Cause::Task(task)) => {
                format!("the callback of {}'s timer", self.task(task))
            }
            (Subject::Callback(name), ..) => self.callback(name),
        }
    }

    /// `the callback stop`, `the callback of gather`.
    pub(super) fn callback(&self, name: TextId) -> String {
        let name = self.history.text(name);
        match (name, callback::left_by(name)) {
            ("", _) => "a callback".to_owned(),
            (_, Some(whose)) => format!("the callback of {whose}"),
            _ => format!("the callback {}", shorten(name)),
        }
    }

    /// What a handle will do, as a noun.
    pub(super) fn subject(&self, what: Subject) -> String {
        match what {
            Subject::Step(task) => self.task(task),
            Subject::Callback(name) => self.callback(name),
        }
    }

    /// The sleeping task that this timer will wake, and the future it will resolve: known where the task
    /// awaits a sleep's future and set the timer after it made that future.
    pub(super) fn sleeper(&self, handle: &Handle) -> Option<&Task> {
        let Cause::Task(by) = handle.by else { return None };
        handle.deadline?;
        let task = self.model.task(by).filter(|task| task.is_waiting())?;
        let Some(Awaited::Future(future)) = task.awaits else { return None };
        let slot = self.model.future(future)?;
        let origin = self.history.future_origin(slot)?;
        let its_own = slot.kind == FutureKind::Sleep && origin.by == handle.by;
        let later = History::is_later(handle, slot);
        (its_own && slot.outcome.is_none() && later).then_some(task)
    }

    /// A future with what it is for and whose it is: `the future that Task-2 awaits`.
    pub(super) fn future(&self, id: FutureId) -> String {
        let Some(slot) = self.model.future(id) else { return id.to_string() };
        match slot.waiters.first() {
            Some(task) if slot.waiters.len() == 1 => {
                format!("the future that {} awaits", self.task(task))
            }
            _ => self.made(slot),
        }
    }

    /// `a future made at line 8`.
    pub(super) fn made(&self, slot: &Slot) -> String {
        let made = self.at(slot.location);
        let made = if made.is_empty() { made } else { format!(" made{made}") };
        format!("{}{made}", future_kind(slot.kind))
    }

    /// What a task awaits, as the object of a sentence.
    pub(super) fn awaited(&self, awaited: Awaited) -> String {
        match awaited {
            Awaited::Task(task) => self.task(task),
            Awaited::Future(id) => {
                self.model.future(id).map_or_else(|| id.to_string(), |slot| self.made(slot))
            }
        }
    }

    pub(super) fn job(&self, id: JobId) -> String {
        match self.model.job(id).map(|job| self.history.text(job.function)) {
            None | Some("") => id.to_string(),
            Some(name) => format!("{}()", shorten(name)),
        }
    }

    /// Why a task could go on: what became of what it awaited. Empty where that is not known.
    pub(super) fn reason(&self, task: &Task) -> String {
        match task.awaits {
            None => String::new(),
            Some(Awaited::Task(other)) => {
                let name = self.task(other);
                match self.model.task(other).map(|other| &other.state) {
                    Some(TaskState::Done(End::Returned(_))) => format!("{name}, which it awaited, returned"),
                    Some(TaskState::Done(End::Raised(error))) => {
                        format!("{name}, which it awaited, raised {}", shorten(&error.kind))
                    }
                    Some(TaskState::Done(End::Cancelled)) => {
                        format!("{name}, which it awaited, was cancelled")
                    }
                    Some(TaskState::Running) if task.woken_by == Some(Cause::Task(other)) => {
                        format!("{name}, which it awaits, is ending")
                    }
                    _ => String::new(),
                }
            }
            Some(Awaited::Future(id)) => {
                let Some(slot) = self.model.future(id) else { return String::new() };
                match slot.outcome {
                    Some(Resolution::Result) if slot.kind == FutureKind::Sleep => {
                        "its sleep is over".to_owned()
                    }
                    Some(Resolution::Result) => "the future it awaited has its result".to_owned(),
                    Some(Resolution::Raised) => "the future it awaited got an exception".to_owned(),
                    Some(Resolution::Cancelled) => "the future it awaited was cancelled".to_owned(),
                    None => String::new(),
                }
            }
        }
    }

    fn this_loop(&self) -> Option<&Loop> {
        self.model.event_loop(self.on_loop?)
    }

    /// Whether one loop runs alone and takes handles in turn, so that what comes next is certain.
    fn in_turn(&self) -> bool {
        self.model.loops().len() == 1 && !self.model.decides()
    }

    /// What the loop does once a step or callback is over.
    pub(super) fn then(&self) -> String {
        let Some(each) = self.this_loop() else { return String::new() };
        if !each.running_now.is_empty() || !self.in_turn() {
            return String::new();
        }
        let following = self.history.event(self.model.events()).map(|event| event.kind);
        if matches!(following, Some(EventKind::LoopStopped {})) {
            return "With that the loop stops.".to_owned();
        }
        let queues = self.model.queues();
        // In the midst of a sentence, and as its beginning.
        let first = queues.ready().next().map(|(id, handle)| match handle.what {
            // A task keeps its name, however it is spelled.
            Subject::Step(task) => (self.task(task), self.task(task)),
            Subject::Callback(_) => (self.handle(id), capital(&self.handle(id))),
        });
        match (first, queues.timers().next()) {
            (Some((_, first)), _) if each.begun < each.batch => format!("{first} is next in this iteration."),
            (Some((first, _)), _) => format!("The iteration is over; {first} is first in the next."),
            (None, Some((deadline, ..))) => {
                format!("Nothing is ready now; the next timer is due at {}.", seconds(Delay(deadline.0)))
            }
            (None, None) => "Nothing is ready now, and no timer is set.".to_owned(),
        }
    }
}
