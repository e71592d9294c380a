//! What a task waits for, and where, in the words of the screen.

use super::wording::{callback_name, task_label, task_name};
use crate::event::{Cause, FutureKind, Place, SyncKind};
use crate::id::{LocationId, ObjectId, TaskId};
use crate::model::inspection::Inspection;
use crate::model::waiting::Wait;
use crate::model::{History, Model, Task};
use crate::tui::session::Session;
use crate::tui::text::Charset;

/// The most names in a list.
const MOST: usize = 4;

/// Names things at an instant.
#[derive(Clone, Copy)]
pub(super) struct Namer<'h> {
    pub(super) history: &'h History,
    pub(super) model: &'h Model,
    pub(super) charset: Charset,
}

impl<'h> Namer<'h> {
    /// For the instant at a session's playhead.
    pub(super) const fn of(session: &'h Session, charset: Charset) -> Self {
        let player = session.player();
        Self { history: player.history(), model: player.model(), charset }
    }

    /// `Task-2`.
    pub(super) fn short(self, task: TaskId) -> String {
        task_name(self.model, task, self.charset)
    }

    /// `Task-2 work`.
    pub(super) fn long(self, task: TaskId) -> String {
        task_label(self.history, self.model, task, self.charset)
    }

    /// `Task-2, Task-3 and 5 more`.
    pub(super) fn list(self, tasks: &[TaskId]) -> String {
        let mut text: Vec<String> = tasks.iter().take(MOST).map(|task| self.short(*task)).collect();
        if tasks.len() > MOST {
            text.push(format!("{} more", tasks.len() - MOST));
        }
        text.join(", ")
    }

    /// What a task's end will call: `gather's callback, on_done ×2`.
    pub(super) fn callbacks(self, task: &Task, times: &str) -> String {
        let mut counted: Vec<(String, usize)> = Vec::new();
        for name in task.callbacks.iter() {
            let name = callback_name(self.history.text(name), self.charset);
            match counted.iter_mut().find(|(other, _)| *other == name) {
                Some((_, count)) => *count += 1,
                None => counted.push((name, 1)),
            }
        }
        let said = |(name, count): &(String, usize)| match count {
            1 => name.clone(),
            _ => format!("{name} {times}{count}"),
        };
        let mut text: Vec<String> = counted.iter().take(MOST).map(said).collect();
        if counted.len() > MOST {
            text.push(format!("{} more", counted.len() - MOST));
        }
        text.join(", ")
    }

    /// `Lock 2`.
    pub(super) fn object(self, id: ObjectId) -> String {
        self.model.sync_objects().get(id).map_or_else(|| id.to_string(), ToString::to_string)
    }

    /// `Lock 2, held by Task-3`.
    pub(super) fn object_with_holder(self, id: ObjectId) -> String {
        let holders: Vec<TaskId> =
            self.model.sync_objects().get(id).map_or_else(Vec::new, |object| object.holders().collect());
        let name = self.object(id);
        if holders.is_empty() { name } else { format!("{name}, held by {}", self.list(&holders)) }
    }

    /// ` line 6`, with the file where it is not the program's own; nothing where it is not known.
    pub(super) fn line(self, location: Option<LocationId>) -> String {
        let place = location.and_then(|id| self.history.place(id));
        place.map_or_else(String::new, |place| self.place(place))
    }

    /// `line 6`, or `work.py:6` in another file than the program's own.
    pub(super) fn place(self, place: Place<'_>) -> String {
        if self.history.is_main(place) {
            format!("line {}", place.line)
        } else {
            format!("{}:{}", self.charset.visible(place.file), place.line)
        }
    }

    /// `, line 6`, where the task is suspended; nothing where that is not known.
    pub(super) fn where_suspended(self, task: &Task) -> String {
        let place = self.history.suspended_at(task);
        place.map_or_else(String::new, |place| format!(", {}", self.place(place)))
    }

    /// Who did something.
    pub(super) fn cause(self, by: Cause) -> String {
        match by {
            Cause::Task(task) => self.long(task),
            Cause::Handle(id) => self.model.queues().handle_or_gone(id).map_or_else(
                || "a callback".to_owned(),
                |handle| {
                    let purpose = super::wording::Purpose::of(self.history, handle, self.charset);
                    match purpose {
                        super::wording::Purpose::Wake(_) => "its timer".to_owned(),
                        super::wording::Purpose::Timeout(task) => {
                            format!("the timeout of {}", self.short(task))
                        }
                        super::wording::Purpose::Step(task) => self.short(task),
                        super::wording::Purpose::Call(name) => format!("callback {name}"),
                    }
                },
            ),
            Cause::Thread => "code outside tasks".to_owned(),
        }
    }

    /// What is waited for: `Lock 2, held by Task-3`.
    pub(super) fn wait(self, wait: &Wait) -> String {
        match wait {
            Wait::Task(task) => self.long(*task),
            Wait::Object(object) => self.object_with_holder(*object),
            Wait::OneOf(kind, objects) => {
                let numbers: Vec<String> = objects
                    .iter()
                    .take(MOST)
                    .filter_map(|id| Some(self.model.sync_objects().get(*id)?.number.to_string()))
                    .collect();
                let more = if objects.len() > MOST { ", …" } else { "" };
                let more =
                    if self.charset == Charset::Ascii { more.replace('…', "...") } else { more.to_owned() };
                format!("one of {} {}{more}", plural(*kind), numbers.join(", "))
            }
            Wait::Tasks(kind, tasks) => {
                let how = match kind {
                    FutureKind::Gather => "gather of ",
                    FutureKind::TaskGroup => "group of ",
                    _ => "",
                };
                format!("{how}{}", self.list(tasks))
            }
            Wait::Future(id, kind) => {
                let made = self.model.future(*id).map_or_else(String::new, |slot| self.line(slot.location));
                let made = match kind {
                    FutureKind::Plain if !made.is_empty() => format!(" made at {made}"),
                    _ => String::new(),
                };
                format!("{}{made}", super::wording::future_kind(*kind))
            }
            Wait::Unknown => "something unknown".to_owned(),
        }
    }

    /// The places at which the task is suspended, outermost first.
    pub(super) fn chain(self, inspection: &Inspection) -> Vec<Place<'h>> {
        let chain = self.model.task(inspection.task).and_then(|task| task.chain);
        chain.map_or_else(Vec::new, |chain| self.history.dictionary().chain(chain).collect())
    }
}

const fn plural(kind: SyncKind) -> &'static str {
    match kind {
        SyncKind::Lock => "locks",
        SyncKind::Event => "events",
        SyncKind::Condition => "conditions",
        SyncKind::Semaphore => "semaphores",
        SyncKind::Barrier => "barriers",
        SyncKind::Queue => "queues",
    }
}
