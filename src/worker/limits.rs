//! The limits of a run: an endless program ends with the cause and its last line instead of never.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::event::{Definition, Dictionary, Fields, LimitKind, Number, Place, RunOutcome, Text};
use crate::executor::scheduler::Scheduler;
use crate::id::{ChainId, LocationId};
use crate::time::{Delay, Moment, SECOND};
use crate::trace::{Sink, Stamp};

/// How far a run may go. Each has a flag of `loopscope run`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Events: 5 million by default, some 300 MB of recording and half a minute.
    pub events: u64,
    /// Virtual time: a day by default.
    pub time: Delay,
    /// Bytes written to standard output and error: 64 MiB by default.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { events: 5_000_000, time: Delay(86_400 * SECOND), output: 64 << 20 }
    }
}

/// Counts what happens, and asks the run to stop when a limit is passed.
#[derive(Debug)]
pub struct Watch {
    limits: Limits,
    scheduler: Arc<Scheduler>,
    dictionary: Dictionary,
    events: u64,
    tasks: u64,
    output: u64,
    exceeded: Option<LimitKind>,
    last: Option<Last>,
}

/// Where the program was last seen.
#[derive(Clone, Copy, Debug)]
enum Last {
    At(LocationId),
    Suspended(ChainId),
}

impl Watch {
    /// Watches the run of `scheduler`.
    #[must_use]
    pub fn new(limits: Limits, scheduler: Arc<Scheduler>) -> Self {
        scheduler.set_time_limit(Moment::START + limits.time);
        Self {
            limits,
            scheduler,
            dictionary: Dictionary::default(),
            events: 0,
            tasks: 0,
            output: 0,
            exceeded: None,
            last: None,
        }
    }

    /// Events so far.
    #[must_use]
    pub const fn events(&self) -> u64 {
        self.events
    }

    /// Tasks so far, without asyncio.run's own.
    #[must_use]
    pub const fn tasks(&self) -> u64 {
        self.tasks
    }

    /// What the numbers of the run mean.
    #[must_use]
    pub const fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// How the run ends, now that it was asked to stop.
    #[must_use]
    pub fn outcome(&self) -> RunOutcome {
        // Time can run out between events, when the program does nothing but read the clock.
        let late = self.scheduler.is_late(self.scheduler.clock().look()).then_some(LimitKind::VirtualTime);
        self.exceeded.or(late).map_or(RunOutcome::Killed, RunOutcome::Limit)
    }

    /// What is to be said of the limit that was passed: the cause, the program's last line, the remedy.
    #[must_use]
    pub fn explain(&self, kind: LimitKind) -> String {
        let (what, flag) = match kind {
            LimitKind::Events => (format!("{} events", self.limits.events), "--max-events"),
            LimitKind::VirtualTime => (format!("{} s of virtual time", self.limits.time), "--max-time"),
            LimitKind::Output => (format!("{} bytes of output", self.limits.output), "--max-output"),
        };
        let mut text = format!("stopped after {what}, the limit");
        if let Some(place) = self.last_place() {
            let function = place.function.map_or(String::new(), |name| format!(" in {name}"));
            write!(text, "; it had come to {}:{}{function}", place.file, place.line)
                .expect("writing to memory cannot fail");
        }
        write!(text, "; {flag} sets another limit").expect("writing to memory cannot fail");
        text
    }

    fn last_place(&self) -> Option<Place<'_>> {
        match self.last? {
            Last::At(id) => self.dictionary.place(id),
            // The library's files stand in folders; the program's own line is the one to know.
            Last::Suspended(id) => {
                let own = self.dictionary.chain(id).rev().find(|place| !place.file.contains('/'));
                own.or_else(|| self.dictionary.chain(id).next_back())
            }
        }
    }

    fn stop(&mut self, kind: LimitKind) {
        if self.exceeded.is_none() {
            self.exceeded = Some(kind);
            self.scheduler.request_stop();
        }
    }
}

impl Sink for Watch {
    fn definition(&mut self, fields: &Fields<'_>) {
        if let Ok(Some(definition)) = Definition::from_fields(fields) {
            self.dictionary.define(definition);
        }
    }

    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>) {
        self.events += 1;
        if let Some(location) = fields.number(Number::Location) {
            self.last = Some(Last::At(LocationId(location as u32)));
        } else if let Some(chain) = fields.number(Number::Chain) {
            self.last = Some(Last::Suspended(ChainId(chain as u32)));
        }
        match &*fields.tag {
            "task" if fields.number(Number::Housekeeping).is_none() => self.tasks += 1,
            "out" => self.output += fields.text(Text::Value).map_or(0, |text| text.len() as u64),
            _ => {}
        }
        if self.events >= self.limits.events {
            self.stop(LimitKind::Events);
        }
        if self.scheduler.is_late(stamp.at) {
            self.stop(LimitKind::VirtualTime);
        }
        if self.output > self.limits.output {
            self.stop(LimitKind::Output);
        }
    }
}
