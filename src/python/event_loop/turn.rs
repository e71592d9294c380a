//! The running of handles: a task's step, or a callback; and what is made of their failures.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::super::bridge::library;
use super::super::context::run_in;
use super::super::handle::{Job, PyHandle};
use super::super::process;
use super::super::task::{PyTask, PyTaskStep};
use super::PyLoopCore;
use crate::event::Cause;
use crate::executor::core::{Driver, Handle};
use crate::executor::instrument;
use crate::id::HandleId;

/// Runs the handles of one loop.
pub(super) struct Turn<'a> {
    pub(super) event_loop: &'a Py<PyLoopCore>,
    pub(super) vm: &'a VirtualMachine,
}

impl Driver<Job> for Turn<'_> {
    type Error = PyBaseExceptionRef;

    fn run(&mut self, handle: Handle<Job>) -> PyResult<()> {
        let debug = self.event_loop.is_debug().then(|| self.event_loop.time(self.vm));
        let (id, job) = (handle.id, handle.callback);
        let result = match &job {
            Job::Step { task, exception } => {
                self.in_context_of(task, |vm| PyTask::step(task, Some(id), exception.clone(), vm))
            }
            Job::Wakeup { wakeup, future } => {
                self.in_context_of(&wakeup.task, |vm| wakeup.run(Some(id), future, vm))
            }
            Job::Handle(handle) => self.call(id, handle),
            Job::Timer(timer) => self.call(id, &timer.base),
        };
        if let Some(started) = debug {
            self.note_slow(&job, self.event_loop.time(self.vm) - started)?;
        }
        result.or_else(|error| self.failed(&job, error))?;
        self.vm.check_signals()
    }

    fn poll_signals(&mut self) -> PyResult<()> {
        process::see_to_signals(self.vm)?;
        self.vm.check_signals()
    }
}

impl Turn<'_> {
    fn in_context_of(
        &self,
        task: &PyRef<PyTask>,
        body: impl FnOnce(&VirtualMachine) -> PyResult<()>,
    ) -> PyResult<()> {
        let context = task.driver.lock().context.clone();
        match context {
            Some(context) => run_in(&context, self.vm, || body(self.vm)),
            None => body(self.vm),
        }
    }

    /// A callback that is no task's step, unless a program scheduled a step by itself.
    fn call(&self, id: HandleId, handle: &PyHandle) -> PyResult<()> {
        if let Some(wakeup) = handle.wakeup() {
            let future = handle.call.lock().as_ref().and_then(|call| call.args.first().cloned());
            let future = future.unwrap_or_else(|| self.vm.ctx.none());
            return self.in_context_of(&wakeup.task, |vm| wakeup.run(Some(id), &future, vm));
        }
        let scheduler = self.event_loop.scheduler();
        instrument::handle_started(scheduler, id);
        let before = scheduler.set_cause(Cause::Handle(id));
        let result = handle.run(self.vm);
        scheduler.set_cause(before);
        instrument::handle_ended(scheduler, id);
        result
    }

    /// `SystemExit` and `KeyboardInterrupt` end the loop; anything else is the exception handler's.
    fn failed(&self, job: &Job, error: PyBaseExceptionRef) -> PyResult<()> {
        let exceptions = &self.vm.ctx.exceptions;
        if error.fast_isinstance(exceptions.system_exit)
            || error.fast_isinstance(exceptions.keyboard_interrupt)
        {
            return Err(error);
        }
        let report = library("asyncio.unix_events", "_callback_failed", self.vm)?;
        let event_loop = self.event_loop.as_object().to_owned();
        report.call((event_loop, self.handle_object(job)?, error), self.vm).map(drop)
    }

    fn note_slow(&self, job: &Job, took: f64) -> PyResult<()> {
        let event_loop = self.event_loop.as_object().to_owned();
        let note = library("asyncio.unix_events", "_note_slow", self.vm)?;
        note.call((event_loop, self.handle_object(job)?, self.vm.ctx.new_float(took)), self.vm).map(drop)
    }

    /// An object for messages; steps have none of their own.
    fn handle_object(&self, job: &Job) -> PyResult<PyObjectRef> {
        let event_loop = self.event_loop.as_object().to_owned();
        let (callback, args): (PyObjectRef, Vec<PyObjectRef>) = match job {
            Job::Handle(handle) => return Ok(handle.clone().into()),
            Job::Timer(timer) => return Ok(timer.clone().into()),
            Job::Step { task, .. } => {
                let step = PyTaskStep { task: task.clone(), exception: None };
                (step.into_ref(&self.vm.ctx).into(), Vec::new())
            }
            Job::Wakeup { wakeup, future } => (wakeup.clone().into(), vec![future.clone()]),
        };
        Ok(PyHandle::new(callback, args, event_loop, None, self.vm)?.into_ref(&self.vm.ctx).into())
    }
}
