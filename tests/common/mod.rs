//! A trace as text, one line an event, so that tests read as traces.
#![allow(dead_code, unreachable_pub, reason = "each test program uses its part")]

use std::fmt::Write as _;
use std::sync::OnceLock;

use loopscope::event::lifecycle::Lifecycle;
use loopscope::event::{
    Awaited, Cause, Definition, Dictionary, Event, EventKind, Fields, FutureOutcome, Number, RunOutcome,
    StepOutcome, Subject,
};
use loopscope::id::{ChainId, LocationId};
use loopscope::trace::{Reader, Record, Shared, Sink, Stamp, TraceLayer};
use tracing::Dispatch;
use tracing_subscriber::layer::SubscriberExt;

/// Keeps what was traced, and holds each event against the table of legal transitions.
#[derive(Default)]
pub struct Kept {
    pub dictionary: Dictionary,
    pub events: Vec<Event>,
    lifecycle: Lifecycle,
}

impl Sink for Kept {
    fn definition(&mut self, fields: &Fields<'_>) {
        let definition = Definition::from_fields(fields).expect("a good definition");
        self.dictionary.define(definition.expect("a definition"));
    }

    fn event(&mut self, stamp: Stamp, fields: &Fields<'_>) {
        let kind = EventKind::from_fields(fields).unwrap_or_else(|error| panic!("{error}: {fields:?}"));
        assert_eq!(kind.to_fields().numbers().collect::<Vec<_>>(), fields.numbers().collect::<Vec<_>>());
        let seq = self.events.len() as u64;
        let event = Event { seq, at: stamp.at, thread: stamp.thread, on_loop: stamp.on_loop, kind };
        self.lifecycle.check(&event).expect("a legal transition");
        self.events.push(event);
    }
}

/// A callsite that is first reached while no subscriber is there would never be asked about again: `tracing`
/// remembers. Two subscribers that want everything and do nothing keep every callsite open.
static LISTENERS: OnceLock<[Dispatch; 2]> = OnceLock::new();

/// Runs `program` and gives back what was traced meanwhile.
pub fn traced(program: impl FnOnce()) -> Kept {
    LISTENERS.get_or_init(|| [(); 2].map(|()| Dispatch::new(tracing_subscriber::registry())));
    let kept = Shared::new(Kept::default());
    let subscriber = tracing_subscriber::registry().with(TraceLayer::new(kept.clone()));
    tracing::subscriber::with_default(subscriber, program);
    kept.with(std::mem::take)
}

impl Kept {
    /// A recording, as far as it is one.
    pub fn read(recording: &[u8]) -> Self {
        let mut kept = Self::default();
        for record in Reader::new(recording).expect("a header") {
            match record.expect("a line of a recording") {
                Record::Definition(definition) => kept.dictionary.define(definition),
                Record::Event(event) => {
                    kept.lifecycle.check(&event).expect("a legal transition");
                    kept.events.push(event);
                }
            }
        }
        kept
    }

    /// The whole trace, one line an event: virtual milliseconds, then what happened.
    pub fn lines(&self) -> Vec<String> {
        self.events.iter().map(|event| self.line(event)).collect()
    }

    /// Only the events whose tag is among `tags`.
    pub fn only(&self, tags: &[&str]) -> Vec<String> {
        let wanted = self.events.iter().filter(|event| tags.contains(&event.kind.tag()));
        wanted.map(|event| self.line(event)).collect()
    }

    fn line(&self, event: &Event) -> String {
        let mut line = format!("{:>4} {}", event.at.0 / 1_000_000, event.kind.tag());
        self.describe(&event.kind, &mut line);
        line
    }

    fn place(&self, location: Option<LocationId>) -> String {
        let place = location.and_then(|id| self.dictionary.place(id));
        place.map_or(String::new(), |place| {
            let file = place.file.rsplit('/').next().unwrap_or_default();
            format!(" at {file}:{}", place.line)
        })
    }

    /// The program's own places of a traceback: those of the library are another version's under CPython.
    fn chain(&self, chain: Option<ChainId>) -> String {
        let places = chain.into_iter().flat_map(|id| self.dictionary.chain(id));
        let own = places.filter(|place| !place.file.contains('/'));
        let shown = own.map(|place| format!("{} {}", place.line, place.function.unwrap_or_default()));
        let shown: Vec<String> = shown.collect();
        if shown.is_empty() { String::new() } else { format!(", at {}", shown.join(" > ")) }
    }

    fn what(&self, what: Subject) -> String {
        match what {
            Subject::Step(task) => format!("step of {task}"),
            Subject::Callback(name) => self.dictionary.text(name).to_owned(),
        }
    }

    fn describe(&self, kind: &EventKind, line: &mut String) {
        let text = match kind {
            EventKind::Iteration { n, ready, moved, waited } => {
                format!(" {n}: {ready} ready, {moved} were timers, waited {waited}")
            }
            EventKind::TaskCreated { task, coroutine, parent, housekeeping, .. } => {
                let mut text = format!(" {task} {}", self.dictionary.text(*coroutine));
                parent.inspect(|parent| write!(text, " by {parent}").expect("written to memory"));
                if *housekeeping {
                    text.push_str(" (housekeeping)");
                }
                text
            }
            EventKind::FutureCreated { future, kind, by, .. } => {
                format!(" {future} {}{}", kind.word(), by_whom(*by))
            }
            EventKind::HandleScheduled { handle, what, by } => {
                format!(" {handle}: {}{}", self.what(*what), by_whom(*by))
            }
            EventKind::TimerSet { handle, deadline, what, by, .. } => {
                format!(" {handle} for {deadline}: {}{}", self.what(*what), by_whom(*by))
            }
            EventKind::StepStarted { task, handle, n } => {
                let handle = handle.map_or("eagerly".to_owned(), |handle| handle.to_string());
                format!(" {n} of {task}, {handle}")
            }
            EventKind::StepEnded { task, outcome, chain } => {
                let raised = chain.filter(|_| matches!(outcome, StepOutcome::Raised { .. }));
                format!(" of {task}: {}{}", step_end(outcome), self.chain(raised))
            }
            EventKind::CallbackAdded { on, callback, by }
            | EventKind::CallbackRemoved { on, callback, by } => {
                format!(" {} of {}{}", self.dictionary.text(*callback), awaited(*on), by_whom(*by))
            }
            EventKind::FutureResolved { future, outcome, by } => {
                format!(" {future}: {}{}", future_end(outcome), by_whom(*by))
            }
            EventKind::CancelRequested { task, by, location, message } => {
                let message = message.as_deref().map_or(String::new(), |text| format!(" {text:?}"));
                format!(" {task}{}{}{message}", by_whom(*by), self.place(*location))
            }
            EventKind::Output { text, task, .. } => {
                format!(" {text:?}{}", task.map_or(String::new(), |task| format!(" by {task}")))
            }
            EventKind::Blocked { duration, location, .. } => {
                format!(" {duration}{}", self.place(*location))
            }
            EventKind::Finding { kind, text, .. } => format!(" {}: {text}", kind.word()),
            EventKind::RunEnded { outcome, elapsed, chain } => {
                format!(" {} after {elapsed}{}", run_end(outcome), self.chain(*chain))
            }
            other => match other.to_fields().number(Number::Handle) {
                Some(handle) => format!(" handle {handle}"),
                None => String::new(),
            },
        };
        line.push_str(&text);
    }
}

fn by_whom(by: Cause) -> String {
    match by {
        Cause::Task(task) => format!(" by {task}"),
        Cause::Handle(handle) => format!(" by {handle}"),
        Cause::Thread => String::new(),
    }
}

fn awaited(on: Awaited) -> String {
    match on {
        Awaited::Future(future) => future.to_string(),
        Awaited::Task(task) => task.to_string(),
    }
}

fn step_end(outcome: &StepOutcome) -> String {
    match outcome {
        StepOutcome::Waiting(on) => format!("waits for {}", awaited(*on)),
        StepOutcome::Yielded => "yields".to_owned(),
        StepOutcome::Returned(value) => format!("returns {value}"),
        StepOutcome::Raised { exception, text } => format!("raises {exception}: {text}"),
        StepOutcome::Cancelled => "is cancelled".to_owned(),
    }
}

fn future_end(outcome: &FutureOutcome) -> String {
    match outcome {
        FutureOutcome::Result(value) => value.to_string(),
        FutureOutcome::Raised { exception, text } => format!("raises {exception}: {text}"),
        FutureOutcome::Cancelled => "cancelled".to_owned(),
    }
}

fn run_end(outcome: &RunOutcome) -> String {
    match outcome {
        RunOutcome::Finished => "finished".to_owned(),
        RunOutcome::Exited(code) => format!("exited with {code}"),
        RunOutcome::Raised { exception, text } => format!("raised {exception}: {text}"),
        RunOutcome::Deadlock => "deadlock".to_owned(),
        RunOutcome::Limit(kind) => format!("limit of {}", kind.word()),
        RunOutcome::Killed => "killed".to_owned(),
    }
}
