//! Builds the events of a run by hand, one call per event, and holds them against the table of lifecycles.

use loopscope::event::lifecycle::Lifecycle;
use loopscope::event::{
    Awaited, Cause, ClockKind, Definition, Event, EventKind, FutureKind, FutureOutcome, Header, Owner,
    RunOutcome, StepOutcome, Stream, Subject, ThreadKind,
};
use loopscope::id::{ChainId, FutureId, HandleId, LocationId, LoopId, TaskId, TextId, ThreadId};
use loopscope::model::History;
use loopscope::time::{Delay, Moment, SECOND};

pub(crate) struct Script {
    pub(crate) history: History,
    lifecycle: Lifecycle,
    at: Moment,
    on_loop: Option<LoopId>,
    seq: u64,
    texts: Vec<String>,
    iteration: u32,
    chains: u32,
}

/// Location `n` is line `n` of the program, chain `n` that line alone.
const LINES: u32 = 40;

impl Script {
    pub(crate) fn new(program: &str, source: &str) -> Self {
        let mut history = History::new();
        history.set_header(Header {
            loopscope: 1,
            program: program.to_owned(),
            source: source.to_owned(),
            seed: 0,
            clock: ClockKind::Virtual,
            lines: 0,
            writer: "test".to_owned(),
        });
        let mut script = Self {
            history,
            lifecycle: Lifecycle::default(),
            at: Moment::START,
            on_loop: None,
            seq: 0,
            texts: Vec::new(),
            iteration: 0,
            chains: 0,
        };
        let file = script.text(program);
        for line in 1..=LINES {
            let id = LocationId(line);
            script.history.define(Definition::Location {
                id,
                file,
                line,
                function: None,
                owner: Owner::Program,
            });
            script.history.define(Definition::Chain { id: ChainId(line), links: [id].into() });
        }
        let name = script.text("MainThread");
        script.push(EventKind::ThreadStarted { name: Some(name), kind: ThreadKind::Main });
        script
    }

    pub(crate) fn text(&mut self, text: &str) -> TextId {
        if let Some(at) = self.texts.iter().position(|other| other == text) {
            return TextId(at as u32 + 1);
        }
        self.texts.push(text.to_owned());
        let id = TextId(self.texts.len() as u32);
        self.history.define(Definition::Text { id, text: text.into() });
        id
    }

    pub(crate) fn push(&mut self, kind: EventKind) -> &mut Self {
        let event = Event { seq: self.seq, at: self.at, thread: ThreadId(1), on_loop: self.on_loop, kind };
        self.lifecycle.check(&event).expect("the script is a legal run");
        self.seq += 1;
        self.history.push(event);
        self
    }

    pub(crate) fn wait_until(&mut self, seconds: f64) -> &mut Self {
        self.at = Moment::from_secs_f64(seconds);
        self
    }

    pub(crate) fn loop_started(&mut self) -> &mut Self {
        self.on_loop = Some(LoopId(1));
        self.push(EventKind::LoopStarted {})
    }

    pub(crate) fn loop_stopped(&mut self) -> &mut Self {
        self.push(EventKind::LoopStopped {});
        self.on_loop = None;
        self
    }

    pub(crate) fn iteration(&mut self, ready: u32, moved: u32, waited: f64) -> &mut Self {
        self.iteration += 1;
        let (n, waited) = (self.iteration, Delay::from_secs_f64(waited));
        self.push(EventKind::Iteration { n, ready, moved, waited })
    }

    pub(crate) fn task(&mut self, task: u32, coroutine: &str, parent: u32, line: u32) -> &mut Self {
        self.any_task(task, coroutine, parent, line, false)
    }

    pub(crate) fn any_task(
        &mut self,
        task: u32,
        coroutine: &str,
        parent: u32,
        line: u32,
        own: bool,
    ) -> &mut Self {
        let coroutine = self.text(coroutine);
        self.push(EventKind::TaskCreated {
            task: TaskId(task),
            name: None,
            coroutine,
            parent: (parent > 0).then_some(TaskId(parent)),
            location: (line > 0).then_some(LocationId(line)),
            housekeeping: own,
        })
    }

    pub(crate) fn ready(&mut self, handle: u32, task: u32, by: Cause) -> &mut Self {
        let what = Subject::Step(TaskId(task));
        self.push(EventKind::HandleScheduled { handle: HandleId(handle), what, by })
    }

    pub(crate) fn ready_callback(&mut self, handle: u32, name: &str, by: Cause) -> &mut Self {
        let what = Subject::Callback(self.text(name));
        self.push(EventKind::HandleScheduled { handle: HandleId(handle), what, by })
    }

    pub(crate) fn timer(&mut self, handle: u32, deadline: f64, name: &str, task: u32) -> &mut Self {
        let what = Subject::Callback(self.text(name));
        let deadline = Moment::from_secs_f64(deadline);
        let delay = Some(deadline.since(self.at));
        let by = Cause::Task(TaskId(task));
        self.push(EventKind::TimerSet { handle: HandleId(handle), deadline, delay, what, by })
    }

    pub(crate) fn due(&mut self, handle: u32) -> &mut Self {
        self.push(EventKind::TimerMoved { handle: HandleId(handle) })
    }

    pub(crate) fn run(&mut self, handle: u32) -> &mut Self {
        self.push(EventKind::HandleStarted { handle: HandleId(handle) })
    }

    pub(crate) fn run_ended(&mut self, handle: u32) -> &mut Self {
        self.push(EventKind::HandleEnded { handle: HandleId(handle) })
    }

    pub(crate) fn step(&mut self, task: u32, handle: u32, n: u32) -> &mut Self {
        let handle = (handle > 0).then_some(HandleId(handle));
        self.push(EventKind::StepStarted { task: TaskId(task), handle, n })
    }

    pub(crate) fn ends(&mut self, task: u32, outcome: StepOutcome) -> &mut Self {
        self.push(EventKind::StepEnded { task: TaskId(task), outcome, chain: None })
    }

    pub(crate) fn returns(&mut self, task: u32) -> &mut Self {
        self.ends(task, StepOutcome::Returned("None".into()))
    }

    pub(crate) fn awaits(&mut self, task: u32, what: Awaited, line: u32) -> &mut Self {
        let chain = Some(ChainId(line));
        self.push(EventKind::StepEnded { task: TaskId(task), outcome: StepOutcome::Waiting(what), chain })
    }

    pub(crate) fn future(&mut self, future: u32, kind: FutureKind, task: u32, line: u32) -> &mut Self {
        let (by, location) = (Cause::Task(TaskId(task)), Some(LocationId(line)));
        self.push(EventKind::FutureCreated { future: FutureId(future), kind, by, location })
    }

    pub(crate) fn resolves(&mut self, future: u32, by: Cause) -> &mut Self {
        let outcome = FutureOutcome::Result("None".into());
        self.push(EventKind::FutureResolved { future: FutureId(future), outcome, by })
    }

    pub(crate) fn prints(&mut self, task: u32, text: &str, line: u32) -> &mut Self {
        let (task, location) = (Some(TaskId(task)), Some(LocationId(line)));
        self.push(EventKind::Output { stream: Stream::Stdout, text: text.into(), task, location })
    }

    pub(crate) fn run_over(&mut self, outcome: RunOutcome) -> &mut Self {
        let elapsed = self.at.since(Moment::START);
        self.push(EventKind::RunEnded { outcome, elapsed, chain: None })
    }

    /// The step ends by an exception that passed these lines, outermost first.
    pub(crate) fn raises(&mut self, task: u32, exception: &str, text: &str, lines: &[u32]) -> &mut Self {
        let chain = Some(self.chain(lines));
        let outcome = StepOutcome::Raised { exception: exception.into(), text: text.into() };
        self.push(EventKind::StepEnded { task: TaskId(task), outcome, chain })
    }

    /// So does the run.
    pub(crate) fn run_raised(&mut self, exception: &str, text: &str, lines: &[u32]) -> &mut Self {
        let (chain, elapsed) = (Some(self.chain(lines)), self.at.since(Moment::START));
        let outcome = RunOutcome::Raised { exception: exception.into(), text: text.into() };
        self.push(EventKind::RunEnded { outcome, elapsed, chain })
    }

    fn chain(&mut self, lines: &[u32]) -> ChainId {
        self.chains += 1;
        let id = ChainId(LINES + self.chains);
        let places = lines.iter().map(|&line| LocationId(line));
        self.history.define(Definition::Chain { id, links: places.collect() });
        id
    }

    pub(crate) fn callback(&mut self, on: Awaited, name: &str, by: Cause) -> &mut Self {
        let callback = self.text(name);
        self.push(EventKind::CallbackAdded { on, callback, by })
    }

    pub(crate) fn callback_removed(&mut self, on: Awaited, name: &str, by: Cause) -> &mut Self {
        let callback = self.text(name);
        self.push(EventKind::CallbackRemoved { on, callback, by })
    }
}

pub(crate) const fn by_task(task: u32) -> Cause {
    Cause::Task(TaskId(task))
}

pub(crate) const fn by_handle(handle: u32) -> Cause {
    Cause::Handle(HandleId(handle))
}

pub(crate) const fn seconds(n: u64) -> Moment {
    Moment(n * SECOND)
}
