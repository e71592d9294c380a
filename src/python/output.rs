//! Standard output and error: every write becomes an event, and the bytes go where they would go under CPython.
//!
//! `sys.stdout` stays the library's `TextIOWrapper`, so that encoding, newlines and errors are its business;
//! what is ours is the binary buffer below it. Buffering is CPython's: lines to a terminal, blocks to a file or
//! a pipe, and standard error at once.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, OnceLock, PoisonError};

use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};

use super::address::stable_text;
use super::bridge::{bridge, shown_exception};
use super::ending;
use crate::event::Stream;
use crate::executor::instrument;

/// `io.DEFAULT_BUFFER_SIZE`.
const BLOCK: usize = 8192;

/// Where the program's output goes besides the trace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Destination {
    /// To the process's own standard output and error.
    Process,
    /// Nowhere: whoever reads the recording shows it.
    Recording,
}

static DESTINATION: OnceLock<Destination> = OnceLock::new();

/// What each process, simulated ones included, wrote to standard output and did not yet pass on.
static PENDING: Mutex<BTreeMap<u32, Vec<u8>>> = Mutex::new(BTreeMap::new());

/// The process number that a program finds, the same in every run.
const PID: u32 = 4242;

thread_local! {
    static PROCESS: Cell<u32> = const { Cell::new(PID) };
}

/// The number of the process, perhaps a simulated one, that this thread belongs to.
pub(super) fn process() -> u32 {
    PROCESS.get()
}

/// This thread belongs to the process with this number.
pub(super) fn enter_process(pid: u32) {
    PROCESS.set(pid);
}

/// The text streams above: `sys.stdout` and `sys.stderr` as the program finds them at its start.
static OWN: Mutex<Vec<PyObjectRef>> = Mutex::new(Vec::new());

/// Notes the run's own text streams.
pub(super) fn set_own(stdout: PyObjectRef, stderr: PyObjectRef) {
    *OWN.lock().unwrap_or_else(PoisonError::into_inner) = vec![stdout, stderr];
}

/// Whether `stream` is one of the run's own.
pub(super) fn is_own(stream: &PyObjectRef) -> bool {
    OWN.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|own| own.is(stream))
}

/// Sets where output goes; the first call counts.
pub(super) fn install(destination: Destination) {
    DESTINATION.get_or_init(|| destination);
}

fn to_process() -> bool {
    DESTINATION.get() == Some(&Destination::Process)
}

/// Whether the program finds a terminal there.
pub(super) fn is_terminal(stream: Stream) -> bool {
    to_process()
        && match stream {
            Stream::Stdout => io::stdout().is_terminal(),
            Stream::Stderr => io::stderr().is_terminal(),
        }
}

/// Takes what the program writes.
pub(super) fn write(stream: Stream, bytes: &[u8], vm: &VirtualMachine) -> io::Result<()> {
    let bridge = bridge();
    let scheduler = &bridge.scheduler;
    let bytes = &*stable_text(bytes);
    if instrument::enabled() && !bytes.is_empty() {
        let location = bridge.places.caller(scheduler.names(), vm);
        instrument::output(scheduler, stream, &marked(bytes), location);
        scheduler.clock().disturb();
    }
    let result = if to_process() { pass_on(stream, bytes) } else { Ok(()) };
    if scheduler.stop_requested() {
        ending::stopped(vm);
    }
    result
}

fn pass_on(stream: Stream, bytes: &[u8]) -> io::Result<()> {
    if stream == Stream::Stderr {
        return io::stderr().write_all(bytes);
    }
    let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
    let pending = pending.entry(process()).or_default();
    pending.extend_from_slice(bytes);
    let line_ended = bytes.contains(&b'\n') && io::stdout().is_terminal();
    if pending.len() >= BLOCK || line_ended { drain(pending) } else { Ok(()) }
}

fn drain(pending: &mut Vec<u8>) -> io::Result<()> {
    let bytes = std::mem::take(pending);
    let mut stdout = io::stdout().lock();
    stdout.write_all(&bytes)?;
    stdout.flush()
}

/// Passes on what is pending.
pub(super) fn flush(stream: Stream) -> io::Result<()> {
    match stream {
        Stream::Stderr => io::stderr().flush(),
        Stream::Stdout => {
            let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
            pending.get_mut(&process()).map_or(Ok(()), drain)
        }
    }
}

/// What this process has pending is lost.
pub(super) fn discard(process: u32) {
    PENDING.lock().unwrap_or_else(PoisonError::into_inner).remove(&process);
}

/// Passes everything on, also what `sys.stdout` holds.
pub(super) fn flush_all(vm: &VirtualMachine) -> io::Result<()> {
    for name in ["stdout", "stderr"] {
        if let Ok(stream) = vm.sys_module.get_attr(name, vm)
            && is_own(&stream)
            && let Err(error) = vm.call_method(&stream, "flush", ())
        {
            let (kind, text) = shown_exception(&error, vm);
            return Err(io::Error::other(format!("{kind}: {text}")));
        }
    }
    // What simulated processes hold is passed on too.
    let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
    pending.values_mut().try_for_each(drain)
}

/// As text; a byte that is not UTF-8 is kept as `\x` and two digits.
fn marked(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            write!(text, "\\x{byte:02x}").expect("writing to memory cannot fail");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_not_text_are_kept_and_marked() {
        assert_eq!(marked("é\n".as_bytes()), "é\n");
        assert_eq!(marked(b"a\xff\xfeb"), "a\\xff\\xfeb");
    }
}
