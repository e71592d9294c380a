//! Where the records of a run come from: a worker, a file, or a program in this process.
//!
//! ```text
//!  worker's stdout ─┐                     bounded
//!  recording file ──┼─► thread: Reader ──► channel ──► the screen takes as much as it looks ahead
//!  live program ────┘
//! ```
//!
//! Whoever does not take holds back the thread, the thread the pipe, and the pipe the worker. The source may
//! crash, be killed or send garbage: what came before stays, and the last word says what happened.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc as std_mpsc};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::TuiError;
use crate::event::{EventKind, Header};
use crate::scenario::ScenarioSource;
use crate::trace::{Reader, Record, RecordError};

/// Records on their way between thread and screen.
const CHANNEL: usize = 4096;

/// As much of the worker's standard error as is kept: its end.
const MOST_STDERR: usize = 16 << 10;

/// How long a worker that has closed its pipe may take to end.
const GRACE: Duration = Duration::from_secs(1);

/// What arrives.
#[derive(Debug)]
pub(super) enum Parcel {
    /// How the run is set up.
    Header(Header),
    /// A line of the recording.
    Record(Record),
    /// Nothing more comes.
    End(FeedEnd),
}

/// Why nothing more comes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FeedEnd {
    /// The recording came to its end.
    Complete,
    /// The recording ends before its run does.
    Broken {
        /// What happened, in one sentence.
        what: String,
        /// What the worker wrote to its standard error.
        details: String,
    },
}

/// A source of records; dropping it ends the worker.
#[derive(Debug)]
pub(super) struct Feed {
    parcels: mpsc::Receiver<Parcel>,
    worker: Option<SharedChild>,
}

type SharedChild = Arc<Mutex<Child>>;

impl Feed {
    /// Runs a scenario in a worker: this binary once more.
    pub(super) fn worker(
        options: &[String],
        source: &ScenarioSource,
        args: &[String],
    ) -> Result<Self, TuiError> {
        let binary = std::env::current_exe().map_err(TuiError::Worker)?;
        let mut command = Command::new(binary);
        command.arg("worker").args(options);
        match source {
            ScenarioSource::Catalog(name) => command.args(["--catalog", name]),
            ScenarioSource::File(path) => command.arg(path),
        };
        command.args(args);
        Self::command(command)
    }

    /// Runs a command whose standard output is a recording.
    pub(super) fn command(mut command: Command) -> Result<Self, TuiError> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(TuiError::Worker)?;
        let stdout = child.stdout.take().expect("its standard output is a pipe");
        let stderr = child.stderr.take().expect("its standard error is a pipe");
        let child: SharedChild = Arc::new(Mutex::new(child));
        let errors = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&errors);
        let (all_kept, is_all_kept) = std_mpsc::channel();
        spawn("loopscope-stderr", move || {
            keep_tail(stderr, &kept);
            // Nobody asks any more when the screen was closed meanwhile.
            let _ = all_kept.send(());
        });
        let ended = Arc::clone(&child);
        let parcels = start(move |sender| {
            let end = read(BufReader::new(stdout), sender);
            let status = wait(&ended);
            // Somebody else may still hold the pipe: what came so far must do then.
            let _ = is_all_kept.recv_timeout(GRACE);
            let details = String::from_utf8_lossy(&lock(&errors)).into_owned();
            end.explained(status, details)
        });
        Ok(Self { parcels, worker: Some(child) })
    }

    /// Reads a recording from a file.
    pub(super) fn recording(path: &Path) -> Result<Self, TuiError> {
        let unreadable =
            |why| TuiError::Recording { path: path.to_owned(), why: RecordError::Io { line: 1, why } };
        let metadata = std::fs::metadata(path).map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(unreadable(io::Error::other("this is no ordinary file")));
        }
        let mut input = BufReader::with_capacity(1 << 16, std::fs::File::open(path).map_err(unreadable)?);
        // What is no recording is refused before a screen opens.
        let reader = Reader::new(&mut input);
        let reader = reader.map_err(|why| TuiError::Recording { path: path.to_owned(), why })?;
        drop(reader);
        let file = std::fs::File::open(path).map_err(unreadable)?;
        let parcels = start(move |sender| read(BufReader::with_capacity(1 << 16, file), sender));
        Ok(Self { parcels, worker: None })
    }

    /// Takes the records of a program in this process.
    pub(super) fn live(header: Header, records: std_mpsc::Receiver<Record>) -> Self {
        let parcels = start(move |sender| {
            if sender.blocking_send(Parcel::Header(header)).is_err() {
                return FeedEnd::Complete;
            }
            let mut is_over = false;
            for record in records {
                is_over |= ends_run(&record);
                if sender.blocking_send(Parcel::Record(record)).is_err() {
                    return FeedEnd::Complete;
                }
            }
            if is_over {
                FeedEnd::Complete
            } else {
                FeedEnd::broken("The program went away before its run was over.")
            }
        });
        Self { parcels, worker: None }
    }

    /// Waits for what comes next, and takes up to `most` parcels at once.
    pub(super) async fn receive(&mut self, into: &mut Vec<Parcel>, most: usize) {
        self.parcels.recv_many(into, most).await;
    }
}

impl Drop for Feed {
    fn drop(&mut self) {
        // The reading thread may be blocked on a full channel: it must not be waited for.
        self.parcels.close();
        if let Some(worker) = &self.worker {
            let mut child = lock(worker);
            // It may be gone already, which is what is wanted.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl FeedEnd {
    fn broken(what: impl Into<String>) -> Self {
        Self::Broken { what: what.into(), details: String::new() }
    }

    /// Says it in the words of the worker's end, where that is the cause.
    fn explained(self, status: Option<ExitStatus>, stderr: String) -> Self {
        let Self::Broken { what, .. } = self else { return self };
        let what = match status {
            Some(status) if !status.success() => format!("{} {what}", describe(status)),
            Some(_) => what,
            None => format!("The worker did not end by itself and was stopped. {what}"),
        };
        Self::Broken { what, details: stderr }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(work);
    // Without threads there is no run; the channel closes, and the screen says so.
    drop(spawned);
}

/// Starts the reading thread; what it gives back is the last parcel.
fn start(work: impl FnOnce(&mpsc::Sender<Parcel>) -> FeedEnd + Send + 'static) -> mpsc::Receiver<Parcel> {
    let (sender, receiver) = mpsc::channel(CHANNEL);
    spawn("loopscope-feed", move || {
        let end = work(&sender);
        // Nobody listens when the screen was closed meanwhile.
        let _ = sender.blocking_send(Parcel::End(end));
    });
    receiver
}

const fn ends_run(record: &Record) -> bool {
    matches!(record, Record::Event(event) if matches!(event.kind, EventKind::RunEnded { .. }))
}

/// Sends everything that can be read.
fn read(input: impl BufRead, sender: &mpsc::Sender<Parcel>) -> FeedEnd {
    let reader = match Reader::new(input) {
        Ok(reader) => reader,
        Err(why) => return FeedEnd::broken(format!("Nothing could be read: {why}.")),
    };
    if sender.blocking_send(Parcel::Header(reader.header().clone())).is_err() {
        return FeedEnd::Complete;
    }
    let mut is_over = false;
    for record in reader {
        match record {
            Ok(record) => {
                is_over |= ends_run(&record);
                if sender.blocking_send(Parcel::Record(record)).is_err() {
                    return FeedEnd::Complete;
                }
            }
            Err(why) => return FeedEnd::broken(format!("The recording is damaged: {why}.")),
        }
    }
    if is_over { FeedEnd::Complete } else { FeedEnd::broken("The recording stops before the run is over.") }
}

/// Keeps the end of what is written.
fn keep_tail(mut input: impl Read, kept: &Mutex<Vec<u8>>) {
    let mut chunk = [0; 4096];
    while let Ok(read @ 1..) = input.read(&mut chunk) {
        let mut kept = lock(kept);
        kept.extend_from_slice(&chunk[..read]);
        let excess = kept.len().saturating_sub(MOST_STDERR);
        kept.drain(..excess);
    }
}

/// Waits for the worker's end, but not for ever; none where it had to be stopped.
fn wait(child: &Mutex<Child>) -> Option<ExitStatus> {
    let until = Instant::now() + GRACE;
    loop {
        // Locked for a moment only: the screen may want to kill it meanwhile.
        match lock(child).try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < until => {}
            Ok(None) | Err(_) => break,
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut child = lock(child);
    let _ = child.kill();
    let _ = child.wait();
    None
}

/// How a worker ended that did not end well.
fn describe(status: ExitStatus) -> String {
    let mut text = "The worker ended".to_owned();
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        if let Some(signal) = status.signal() {
            let name = signal_hook::low_level::signal_name(signal).unwrap_or("an unknown signal");
            let _ = write!(text, " by {name}.");
            return text;
        }
    }
    let _ = match status.code() {
        Some(code) => write!(text, " with exit code {code}."),
        None => write!(text, " badly."),
    };
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str =
        "{\"loopscope\":1,\"program\":\"a.py\",\"seed\":0,\"clock\":\"virtual\",\"writer\":\"test\"}\n";

    fn drain(mut feed: Feed) -> (usize, FeedEnd) {
        let mut records = 0;
        loop {
            match feed.parcels.blocking_recv().expect("the end comes last") {
                Parcel::Header(header) => assert_eq!(header.program, "a.py"),
                Parcel::Record(_) => records += 1,
                Parcel::End(end) => return (records, end),
            }
        }
    }

    #[cfg(unix)]
    fn shell(script: &str) -> (usize, String, String) {
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh", HEADER]);
        let (records, end) = drain(Feed::command(command).unwrap());
        let FeedEnd::Broken { what, details } = end else { panic!("it did not come to its end") };
        (records, what, details)
    }

    #[cfg(unix)]
    #[test]
    fn a_worker_that_dies_is_survived_and_explained() {
        let (records, what, details) =
            shell("printf '%s{\"e\":\"loop\",\"lp\":1}\\n' \"$1\"; echo no memory >&2; kill -9 $$");
        assert_eq!(records, 1);
        assert_eq!(what, "The worker ended by SIGKILL. The recording stops before the run is over.");
        assert_eq!(details, "no memory\n");
        let (_, what, _) = shell("exit 3");
        assert!(
            what.starts_with("The worker ended with exit code 3. Nothing could be read: line 1: "),
            "{what}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn garbage_on_the_pipe_ends_the_feed_with_its_line() {
        let (records, what, _) = shell("printf '%s{\"e\":\"loop\",\"lp\":1}\\ngarbage\\n' \"$1\"");
        assert_eq!(records, 1);
        assert!(what.starts_with("The recording is damaged: line 3: "), "{what}");
        let (_, what, _) = shell("printf '%s{\"e\":\"lo' \"$1\"");
        assert!(what.contains("line 2: cut off in the middle"), "{what}");
    }

    #[cfg(unix)]
    #[test]
    fn a_worker_is_held_back_and_ended() {
        let mut command = Command::new("sh");
        let endless = "printf '%s' \"$1\"; while :; do echo '{\"e\":\"loop\",\"lp\":1}'; done";
        command.args(["-c", endless, "sh", HEADER]);
        let feed = Feed::command(command).unwrap();
        let worker = Arc::clone(feed.worker.as_ref().unwrap());
        std::thread::sleep(Duration::from_millis(100));
        assert!(feed.parcels.len() <= CHANNEL);
        drop(feed);
        assert!(lock(&worker).try_wait().unwrap().is_some(), "the worker outlived its feed");
    }

    #[test]
    fn a_recording_that_is_none_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let refuse = |path: &Path| Feed::recording(path).unwrap_err().to_string();
        assert!(refuse(folder.path()).ends_with("this is no ordinary file"));
        assert!(refuse(&folder.path().join("nowhere")).contains("nowhere"));
        let file = folder.path().join("a.jsonl");
        std::fs::write(&file, "nonsense\n").unwrap();
        assert!(refuse(&file).contains("line 1: this is not a loopscope recording"));
        std::fs::write(&file, format!("{HEADER}{{\"e\":\"end\",\"o\":\"finished\",\"w\":0}}\n")).unwrap();
        assert_eq!(drain(Feed::recording(&file).unwrap()), (1, FeedEnd::Complete));
    }

    #[test]
    fn a_live_program_is_a_source_like_any_other() {
        let (sender, records) = std_mpsc::channel();
        let header = Reader::new(HEADER.as_bytes()).unwrap().header().clone();
        let feed = Feed::live(header, records);
        drop(sender);
        assert!(matches!(drain(feed), (0, FeedEnd::Broken { .. })));
    }
}
