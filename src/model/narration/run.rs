//! What is said of the run as a whole: threads, loops, blocking, output, findings and the end.

use crate::event::{BlockCause, EventKind, LimitKind, RunOutcome, Stream, ThreadKind};
use crate::id::{LocationId, TaskId, TextId};
use crate::model::Activity;
use crate::time::Delay;

use super::Sentence;
use super::teller::{Teller, count, seconds, shorten};

pub(super) fn tell(teller: &Teller<'_>, kind: &EventKind) -> Sentence {
    match kind {
        EventKind::ThreadStarted { name, kind } => thread_started(teller, *name, *kind),
        EventKind::ThreadEnded {} => Sentence::new("A thread ends.", ""),
        EventKind::LoopStarted {} => Sentence::new(
            "The event loop starts.",
            match teller.model.queues().ready_len() {
                0 => "Nothing is on its ready queue yet.".to_owned(),
                n => format!("{} on its ready queue when the first iteration begins.", are(n)),
            },
        ),
        EventKind::LoopStopped {} => Sentence::new(
            "The event loop stops.",
            "Whoever ran it goes on: code outside any task, until the loop is started again.",
        ),
        EventKind::Blocked { duration, cause, location } => blocked(teller, *duration, *cause, *location),
        EventKind::Output { stream, text, task, location } => output(teller, *stream, text, *task, *location),
        EventKind::Line { location, task } => line(teller, *location, *task),
        EventKind::Finding { text, .. } => Sentence::new(sentence(text), ""),
        EventKind::RunEnded { outcome, elapsed, .. } => run_ended(teller, outcome, *elapsed),
        _ => Sentence::default(),
    }
}

fn are(handles: usize) -> String {
    if handles == 1 { "1 handle is".to_owned() } else { format!("{handles} handles are") }
}

/// A remark as a sentence: shortened where it is very long, and with its full stop.
fn sentence(text: &str) -> String {
    let short: String = text.chars().take(230).collect();
    let stop = if short.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{short}{stop}")
}

fn thread_started(teller: &Teller<'_>, name: Option<TextId>, kind: ThreadKind) -> Sentence {
    let called = name.map(|id| teller.text(id)).filter(|name| !name.is_empty());
    let called = called.map_or_else(String::new, |name| format!(", {name}"));
    match kind {
        ThreadKind::Main => Sentence::new(
            format!("The program begins on its main thread{called}."),
            "No event loop runs yet: until one is started, this is ordinary code.",
        ),
        ThreadKind::Plain => Sentence::new(format!("The program starts a thread{called}."), ""),
        ThreadKind::Pool => Sentence::new(
            format!("A pool starts a thread{called}."),
            "What blocks this thread does not block the loop.",
        ),
        ThreadKind::Process => Sentence::new(format!("A pool starts a process{called}."), ""),
    }
}

fn blocked(
    teller: &Teller<'_>,
    duration: Delay,
    cause: BlockCause,
    location: Option<LocationId>,
) -> Sentence {
    let how = match cause {
        BlockCause::Sleep => "with time.sleep",
        BlockCause::Join => "waiting for a thread to end",
        BlockCause::Lock => "waiting for a thread's lock",
        BlockCause::Input => "reading standard input",
    };
    let (who, on_loop) = match teller.model.running() {
        Some(Activity::Step(task)) => (teller.task(task), true),
        Some(Activity::Callback(_)) => ("A callback".to_owned(), true),
        None => ("The program".to_owned(), false),
    };
    let happened =
        format!("{who} blocks its thread for {}, {how}{}.", seconds(duration), teller.at(location));
    let until = seconds(Delay((teller.at + duration).0));
    let next = if on_loop {
        format!("Until {until} no task of this loop can run, whatever is ready or due.")
    } else {
        format!("Nothing else happens on this thread until {until}.")
    };
    Sentence::new(happened, next)
}

fn output(
    teller: &Teller<'_>,
    stream: Stream,
    text: &str,
    task: Option<TaskId>,
    location: Option<LocationId>,
) -> Sentence {
    let who = task.map_or_else(|| "The program".to_owned(), |task| teller.task(task));
    let place = teller.at(location);
    let verb = match stream {
        Stream::Stdout => "prints",
        Stream::Stderr => "writes to standard error",
    };
    if text.trim().is_empty() {
        let what = if text.contains('\n') { "a line's end" } else { "blanks" };
        return Sentence::new(format!("{who} {verb} {what}{place}."), "");
    }
    let what = shorten(text);
    Sentence::new(format!("{who} {verb} “{what}”{place}."), "")
}

fn line(teller: &Teller<'_>, id: LocationId, task: Option<TaskId>) -> Sentence {
    let who = task.map_or_else(|| "The program".to_owned(), |task| teller.task(task));
    let place = teller.history.place(id).map_or_else(|| "a line".to_owned(), |place| teller.place(place));
    let code = teller.history.place(id).and_then(|place| {
        let header = teller.history.header().filter(|header| header.program == place.file)?;
        header.source.lines().nth((place.line as usize).checked_sub(1)?)
    });
    match code {
        Some(code) => Sentence::new(format!("{who} comes to {place}: “{}”.", shorten(code.trim())), ""),
        None => Sentence::new(format!("{who} comes to {place}."), ""),
    }
}

fn run_ended(teller: &Teller<'_>, outcome: &RunOutcome, elapsed: Delay) -> Sentence {
    let own = teller.model.tasks_len() - teller.model.housekeeping_len();
    let sums = format!("It took {} of virtual time and {}.", seconds(elapsed), count(own, "task"));
    let (happened, next) = match outcome {
        RunOutcome::Finished => ("The program came to its end.".to_owned(), sums),
        RunOutcome::Exited(code) => (format!("The program ended itself with exit code {code}."), sums),
        RunOutcome::Raised { exception, text } => {
            let colon = if text.is_empty() { "" } else { ": " };
            let error = format!("{}{colon}{}", shorten(exception), shorten(text));
            let raised = teller.model.traceback().and_then(|chain| teller.history.scene().own_place(chain));
            let place = raised.map_or_else(String::new, |place| format!(", at {}", teller.place(place)));
            (format!("The program ended with an exception that nobody caught, {error}{place}."), sums)
        }
        RunOutcome::Deadlock => (
            "Deadlock: nothing is ready, no timer is set, and nobody is left who could wake the tasks that wait.".to_owned(),
            "The run ends here; under plain asyncio the program would hang forever.".to_owned(),
        ),
        RunOutcome::Limit(kind) => {
            let what = match kind {
                LimitKind::Events => "as many events as are recorded at most",
                LimitKind::VirtualTime => "as much virtual time as is allowed",
                LimitKind::Output => "as much output as is allowed",
            };
            (format!("The run was ended at a limit: there was {what}."), sums)
        }
        RunOutcome::Killed => ("The run was ended from outside.".to_owned(), sums),
    };
    Sentence::new(happened, next)
}
