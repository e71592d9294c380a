//! The recording format: every event survives the way out and back, and through `tracing`.

mod common;

use loopscope::event::{
    Awaited, BlockCause, Cause, ClockKind, Definition, Event, EventKind, FORMAT_VERSION, FindingKind,
    FutureKind, FutureOutcome, Header, LimitKind, Owner, RunOutcome, StepOutcome, Stream, Subject, SyncKind,
    SyncOperation, ThreadKind,
};
use loopscope::id::{
    ChainId, FutureId, HandleId, JobId, LocationId, LoopId, ObjectId, TaskId, TextId, ThreadId,
};
use loopscope::time::{Delay, Moment};
use loopscope::trace::{Reader, Record, Sink, Writer};
use proptest::prelude::*;

fn causes() -> [Cause; 3] {
    [Cause::Thread, Cause::Task(TaskId(7)), Cause::Handle(HandleId(8))]
}

fn raised() -> (Box<str>, Box<str>) {
    ("ValueError".into(), "a \"quoted\"\n\u{1b}[31m text\u{202e}".into())
}

fn step_outcomes() -> Vec<StepOutcome> {
    let (exception, text) = raised();
    vec![
        StepOutcome::Waiting(Awaited::Future(FutureId(3))),
        StepOutcome::Waiting(Awaited::Task(TaskId(4))),
        StepOutcome::Yielded,
        StepOutcome::Returned("None".into()),
        StepOutcome::Returned("'x'".into()),
        StepOutcome::Raised { exception: exception.clone(), text },
        StepOutcome::Raised { exception, text: "".into() },
        StepOutcome::Cancelled,
    ]
}

fn future_outcomes() -> Vec<FutureOutcome> {
    let (exception, text) = raised();
    vec![
        FutureOutcome::Result("None".into()),
        FutureOutcome::Result("42".into()),
        FutureOutcome::Raised { exception, text },
        FutureOutcome::Cancelled,
    ]
}

/// At least one of every variant, with every shape of its parts.
fn every_kind() -> Vec<EventKind> {
    let location = Some(LocationId(5));
    let mut kinds = vec![
        EventKind::ThreadEnded {},
        EventKind::LoopStarted {},
        EventKind::LoopStopped {},
        EventKind::Iteration { n: 1, ready: 2, moved: 3, waited: Delay(u64::MAX) },
        EventKind::TimerMoved { handle: HandleId(1) },
        EventKind::HandleStarted { handle: HandleId(1) },
        EventKind::HandleEnded { handle: HandleId(u32::MAX) },
        EventKind::StepStarted { task: TaskId(1), handle: None, n: 1 },
        EventKind::StepStarted { task: TaskId(1), handle: Some(HandleId(2)), n: 9 },
        EventKind::JobStarted { job: JobId(1) },
        EventKind::Line { location: LocationId(1), task: None },
        EventKind::Line { location: LocationId(1), task: Some(TaskId(1)) },
        EventKind::Decision { ready: 4, choice: 0 },
    ];
    for name in [None, Some("a name".into())] {
        kinds.push(EventKind::TaskCreated {
            task: TaskId(1),
            housekeeping: name.is_none(),
            name,
            coroutine: TextId(2),
            parent: Some(TaskId(3)),
            location,
        });
    }
    for &kind in ThreadKind::ALL {
        kinds.push(EventKind::ThreadStarted { name: Some(TextId(1)), kind });
    }
    for &cause in BlockCause::ALL {
        kinds.push(EventKind::Blocked { duration: Delay(5), cause, location });
    }
    for (&kind, &operation) in SyncKind::ALL.iter().cycle().zip(SyncOperation::ALL) {
        kinds.push(EventKind::Sync { object: ObjectId(1), kind, operation, task: None });
    }
    for &stream in Stream::ALL {
        let text = "tab\t, nul\0, é, \u{1F600}, \\xff\n".into();
        kinds.push(EventKind::Output { stream, text, task: Some(TaskId(1)), location: None });
    }
    for &kind in FindingKind::ALL {
        kinds.push(EventKind::Finding { kind, text: "why".into(), task: None, location });
    }
    kinds.extend(with_causes(location));
    kinds.extend(with_outcomes());
    kinds
}

fn with_causes(location: Option<LocationId>) -> Vec<EventKind> {
    let mut kinds = Vec::new();
    let subjects = [Subject::Step(TaskId(1)), Subject::Callback(TextId(2))];
    for by in causes() {
        for what in subjects {
            kinds.push(EventKind::HandleScheduled { handle: HandleId(1), what, by });
            kinds.push(EventKind::TimerSet {
                handle: HandleId(2),
                deadline: Moment(u64::MAX),
                delay: Some(Delay(0)),
                what,
                by,
            });
        }
        for &kind in FutureKind::ALL {
            kinds.push(EventKind::FutureCreated { future: FutureId(1), kind, by, location });
        }
        for on in [Awaited::Task(TaskId(1)), Awaited::Future(FutureId(2))] {
            kinds.push(EventKind::CallbackAdded { on, callback: TextId(3), by });
            kinds.push(EventKind::CallbackRemoved { on, callback: TextId(3), by });
        }
        kinds.push(EventKind::TimerCancelled { handle: HandleId(1), by });
        kinds.push(EventKind::CancelRequested { task: TaskId(1), by, location, message: Some("".into()) });
        kinds.push(EventKind::JobSubmitted { job: JobId(1), function: TextId(1), future: None, by });
        for outcome in future_outcomes() {
            kinds.push(EventKind::FutureResolved { future: FutureId(1), outcome, by });
        }
    }
    kinds
}

fn with_outcomes() -> Vec<EventKind> {
    let (exception, text) = raised();
    let ends = [
        RunOutcome::Finished,
        RunOutcome::Exited(255),
        RunOutcome::Raised { exception, text },
        RunOutcome::Deadlock,
        RunOutcome::Killed,
    ];
    let limits = LimitKind::ALL.iter().map(|&kind| RunOutcome::Limit(kind));
    let mut kinds: Vec<_> = ends
        .into_iter()
        .chain(limits)
        .flat_map(|outcome| {
            [None, Some(ChainId(2))].map(|chain| EventKind::RunEnded {
                outcome: outcome.clone(),
                elapsed: Delay(3),
                chain,
            })
        })
        .collect();
    for outcome in step_outcomes() {
        kinds.push(EventKind::StepEnded { task: TaskId(1), outcome, chain: Some(ChainId(2)) });
    }
    for outcome in future_outcomes() {
        kinds.push(EventKind::JobEnded { job: JobId(1), outcome });
    }
    kinds
}

fn header() -> Header {
    Header {
        loopscope: FORMAT_VERSION,
        program: "a.py".into(),
        source: "print(1)\n".into(),
        seed: 7,
        clock: ClockKind::Virtual,
        lines: 0,
        writer: "test".into(),
    }
}

fn written(events: &[Event]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes);
    writer.header(&header());
    for event in events {
        writer.write_event(event);
    }
    writer.finish().expect("memory can be written to");
    bytes
}

fn read(bytes: &[u8]) -> Vec<Event> {
    let reader = Reader::new(bytes).expect("a header");
    assert_eq!(*reader.header(), header());
    let event = |record| match record {
        Record::Event(event) => event,
        Record::Definition(definition) => panic!("no definition was written: {definition:?}"),
    };
    reader.map(|record| event(record.expect("a good line"))).collect()
}

#[test]
fn every_event_survives_the_way_out_and_back() {
    let kinds = every_kind();
    for tag in EventKind::TAGS {
        assert!(kinds.iter().any(|kind| kind.tag() == *tag), "no example of {tag}");
    }
    let event = |(seq, kind): (usize, EventKind)| Event {
        seq: seq as u64,
        at: Moment(seq as u64 * 100),
        thread: ThreadId(1 + seq as u32 / 20),
        on_loop: (seq % 7 > 2).then_some(LoopId(1 + seq as u32 % 3)),
        kind,
    };
    let events: Vec<_> = kinds.into_iter().enumerate().map(event).collect();
    assert_eq!(read(&written(&events)), events);
}

#[test]
fn definitions_survive_too() {
    let definitions = [
        Definition::Text { id: TextId(1), text: "a.py".into() },
        Definition::Location {
            id: LocationId(1),
            file: TextId(1),
            line: 9,
            function: None,
            owner: Owner::Program,
        },
        Definition::Location {
            id: LocationId(2),
            file: TextId(1),
            line: 1,
            function: Some(TextId(1)),
            owner: Owner::Library,
        },
        Definition::Chain { id: ChainId(1), links: [LocationId(1), LocationId(2)].into() },
    ];
    for definition in definitions {
        let fields = definition.to_fields();
        assert_eq!(Definition::from_fields(&fields), Ok(Some(definition.clone())));
    }
}

proptest! {
    #[test]
    fn any_order_of_times_threads_and_loops_is_carried_forward(
        stamps in prop::collection::vec((0_u64..5, 1_u32..4, prop::option::of(1_u32..3), 0_usize..60), 1..80)
    ) {
        let kinds = every_kind();
        let mut at = 0;
        let events: Vec<_> = stamps.into_iter().enumerate().map(|(seq, (passed, thread, on_loop, kind))| {
            at += passed;
            Event {
                seq: seq as u64,
                at: Moment(at),
                thread: ThreadId(thread),
                on_loop: on_loop.map(LoopId),
                kind: kinds[kind % kinds.len()].clone(),
            }
        }).collect();
        prop_assert_eq!(read(&written(&events)), events);
    }

    /// Whatever stands in a file, reading it ends, and an error names its line.
    #[test]
    fn garbage_is_refused_and_never_panics(lines in prop::collection::vec("\\PC{0,40}|\\{\"e\":\"[a-z-]{1,6}\",\"[a-z+]{1,2}\":[0-9]{1,20}\\}", 0..20)) {
        let mut bytes = written(&[]);
        bytes.extend_from_slice(lines.join("\n").as_bytes());
        for record in Reader::new(&*bytes).expect("a header") {
            if let Err(error) = record {
                prop_assert!(error.to_string().starts_with("line "), "{}", error);
            }
        }
    }
}
