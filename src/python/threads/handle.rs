//! `_thread._ThreadHandle`: a thread to be joined.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use rustpython_vm::builtins::PyType;
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::OptionalArg;
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::super::bridge::bridge;
use super::super::clock;
use super::super::event_loop::seconds;
use super::{ident_of, park};
use crate::id::ThreadId;
use crate::time::{Delay, Moment};

/// `_thread._ThreadHandle`: a thread to be joined.
#[pyclass(name = "_ThreadHandle", module = "_thread")]
#[derive(Debug, PyPayload)]
pub(in crate::python) struct PyThreadHandle {
    thread: AtomicU32,
    progress: PyMutex<Progress>,
}

#[derive(Debug, Default)]
struct Progress {
    started: bool,
    done: bool,
    joiners: Vec<ThreadId>,
}

impl PyThreadHandle {
    /// For the thread of this number; 0 where that is not known yet.
    pub(super) fn new(thread: ThreadId) -> Self {
        Self { thread: AtomicU32::new(thread.0), progress: PyMutex::default() }
    }

    /// Notes that the thread is started; says whether it is for the first time.
    pub(super) fn begin(&self) -> bool {
        !std::mem::replace(&mut self.progress.lock().started, true)
    }

    /// Now its thread is known.
    pub(super) fn set_thread(&self, thread: ThreadId) {
        self.thread.store(thread.0, Relaxed);
    }

    /// The number of its thread.
    pub(super) fn thread(&self) -> ThreadId {
        ThreadId(self.thread.load(Relaxed))
    }

    pub(in crate::python) fn finish(&self) {
        let joiners = {
            let mut progress = self.progress.lock();
            progress.done = true;
            std::mem::take(&mut progress.joiners)
        };
        for joiner in joiners {
            bridge().scheduler.unpark(joiner);
        }
    }

    /// Waits until the thread is done; says whether it is.
    pub(super) fn wait(&self, until: Option<Moment>, vm: &VirtualMachine) -> PyResult<bool> {
        loop {
            {
                let mut progress = self.progress.lock();
                if progress.done {
                    return Ok(true);
                }
                progress.joiners.push(bridge().scheduler.thread());
            }
            let woken = park(until, vm);
            let me = bridge().scheduler.thread();
            self.progress.lock().joiners.retain(|joiner| *joiner != me);
            if !woken? {
                return Ok(self.progress.lock().done);
            }
        }
    }
}

impl Constructor for PyThreadHandle {
    type Args = ();

    fn py_new(_: &Py<PyType>, (): (), _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::new(ThreadId(0)))
    }
}

#[pyclass(with(Constructor, Representable), flags(HAS_WEAKREF))]
impl PyThreadHandle {
    #[pygetset]
    fn ident(&self) -> u64 {
        match self.thread.load(Relaxed) {
            0 => 0,
            thread => ident_of(ThreadId(thread)),
        }
    }

    #[pymethod]
    fn is_done(&self) -> bool {
        self.progress.lock().done
    }

    #[pymethod]
    fn _set_done(&self) {
        self.finish();
    }

    #[pymethod]
    fn join(&self, timeout: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        if !self.progress.lock().started {
            return Err(vm.new_runtime_error("thread not started"));
        }
        if self.thread.load(Relaxed) == bridge().scheduler.thread().0 {
            return Err(vm.new_runtime_error("Cannot join current thread"));
        }
        let timeout = timeout.into_option().filter(|timeout| !vm.is_none(timeout));
        let timeout = timeout.map(|timeout| seconds(timeout, vm)).transpose()?;
        let until = timeout.filter(|timeout| *timeout >= 0.0);
        let until = until.map(|timeout| clock::read(vm) + Delay::from_secs_f64(timeout));
        self.wait(until, vm).map(drop)
    }
}

impl Representable for PyThreadHandle {
    fn repr_str(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        Ok(format!("<_ThreadHandle object: ident={}>", zelf.ident()))
    }
}
