//! Simulated processes: which virtual threads belong to one, how it ends on the spot, and signals to it.
//!
//! What a process is to the program (its modules, its exit code, its ends of pipes) is the business of
//! `lib/_loopscope_process.py`. Threads of a process that is over never get the baton again: no `finally` and no
//! `__exit__` of theirs runs, as under CPython.

pub(super) use _process::module_def;

use std::sync::atomic::AtomicU32;

use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

use super::bridge::bridge;
use super::output;
use super::threads::PyThreadHandle;
use crate::id::ThreadId;

/// How often shared things are asked for before others have their turn. They are slow compared to CPython's, and a lock
/// of threads is not, so that it is less often than there.
const PATIENCE: u32 = 100;

/// How often they were.
static ASKED: AtomicU32 = AtomicU32::new(0);

struct Member {
    process: u32,
    thread: ThreadId,
    handle: PyRef<PyThreadHandle>,
}

/// The threads that were started and are not over.
static MEMBERS: PyMutex<Vec<Member>> = PyMutex::new(Vec::new());

/// The threads that have a signal to see to.
static SIGNALLED: PyMutex<Vec<ThreadId>> = PyMutex::new(Vec::new());

/// A thread of the running process begins.
pub(super) fn thread_started(thread: ThreadId, handle: PyRef<PyThreadHandle>) {
    MEMBERS.lock().push(Member { process: output::process(), thread, handle });
}

/// A thread is over, or never began.
pub(super) fn thread_ended(thread: ThreadId) {
    MEMBERS.lock().retain(|member| member.thread != thread);
}

/// Lets the running thread see to signals that were sent to its process.
pub(super) fn see_to_signals(vm: &VirtualMachine) -> PyResult<()> {
    let me = bridge().scheduler.thread();
    let signalled = {
        let mut signalled = SIGNALLED.lock();
        let before = signalled.len();
        signalled.retain(|thread| *thread != me);
        signalled.len() < before
    };
    if signalled {
        vm.call_method(&*vm.import("_loopscope_process", 0)?, "see_to_signals", ())?;
    }
    Ok(())
}

/// Ends all threads of a process but the running one.
fn end_threads(process: u32) {
    let me = bridge().scheduler.thread();
    let (over, going_on) = std::mem::take(&mut *MEMBERS.lock())
        .into_iter()
        .partition(|member| member.process == process && member.thread != me);
    *MEMBERS.lock() = going_on;
    let over: Vec<Member> = over;
    for member in over {
        bridge().scheduler.end(member.thread);
        member.handle.finish();
    }
}

#[rustpython_vm::pymodule]
mod _process {
    use std::sync::atomic::Ordering::Relaxed;

    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use super::super::bridge::bridge;
    use super::super::{clock, ending, output, threads};
    use crate::event::RunOutcome;

    /// From here on, the running thread plays a process of this number.
    #[pyfunction]
    fn enter(process: u32) {
        let thread = bridge().scheduler.thread();
        output::enter_process(process);
        for member in super::MEMBERS.lock().iter_mut().filter(|member| member.thread == thread) {
            member.process = process;
        }
    }

    /// Ends all threads of a process but the running one.
    #[pyfunction]
    fn end_threads(process: u32) {
        super::end_threads(process);
    }

    /// Ends the running thread here: nothing of it runs any more.
    #[pyfunction]
    fn end_thread(vm: &VirtualMachine) -> PyResult<()> {
        let thread = bridge().scheduler.thread();
        let handle = super::MEMBERS
            .lock()
            .iter()
            .find(|member| member.thread == thread)
            .map(|member| member.handle.clone());
        super::thread_ended(thread);
        if let Some(handle) = handle {
            handle.finish();
        }
        if bridge().scheduler.exit().is_err() {
            ending::conclude(RunOutcome::Deadlock, vm);
        }
        loop {
            std::thread::park();
        }
    }

    /// What a process wrote and did not pass on is lost.
    #[pyfunction]
    fn discard_output(process: u32) {
        output::discard(process);
    }

    /// Whoever asks for shared things again and again lets the others run, now and then.
    #[pyfunction]
    fn give_way(vm: &VirtualMachine) {
        if super::ASKED.fetch_add(1, Relaxed) % super::PATIENCE == super::PATIENCE - 1 {
            bridge().scheduler.spin();
            clock::read(vm);
        }
    }

    /// This stays to the very end, and goes without a word: it is in the memory of a process that was simulated.
    #[pyfunction]
    fn keep(object: PyObjectRef) {
        std::mem::forget(object);
    }

    /// A thread has a signal to see to: if it waits, it wakes for that.
    #[pyfunction]
    fn signal(ident: u64) {
        let thread = threads::thread_of(ident);
        super::SIGNALLED.lock().push(thread);
        bridge().scheduler.interrupt(thread);
    }
}
