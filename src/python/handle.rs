//! `asyncio.Handle` and `TimerHandle`: callbacks on their way to being run once.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

use rustpython_vm::builtins::{PyBaseExceptionRef, PyStr, PyType};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{OptionalOption, PyComparisonValue};
use rustpython_vm::types::{Comparable, Constructor, Hashable, PyComparisonOp, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine,
    pyclass,
};

use super::bridge::{library, represented};
use super::context::{PyContext, copy_current, run_in};
use super::event_loop::{PyLoopCore, is_debug, source_traceback};
use super::future::context_of;
use super::task::{PyTask, PyTaskWakeup};
use crate::executor::core::Callback;
use crate::id::HandleId;

/// What a handle of a Python loop does. The steps of tasks, by far the most, need no object to stand for them.
#[derive(Debug)]
pub(super) enum Job {
    /// Call what a handle says.
    Handle(PyRef<PyHandle>),
    /// The same, with a deadline.
    Timer(PyRef<PyTimerHandle>),
    /// Resume a task from the start, after `sleep(0)`, or with a mistake thrown in.
    Step { task: PyRef<PyTask>, exception: Option<PyBaseExceptionRef> },
    /// Resume a task because what it awaited is resolved.
    Wakeup { wakeup: PyRef<PyTaskWakeup>, future: PyObjectRef },
}

impl Callback for Job {
    fn is_cancelled(&self) -> bool {
        match self {
            Self::Handle(handle) => handle.cancelled.load(Relaxed),
            Self::Timer(timer) => timer.base.cancelled.load(Relaxed),
            Self::Step { .. } | Self::Wakeup { .. } => false,
        }
    }

    fn left_heap(&self) {
        if let Self::Timer(timer) = self {
            timer.in_heap.store(false, Relaxed);
        }
    }
}

/// What a handle calls; nothing once it is cancelled.
#[derive(Debug, Traverse)]
pub(super) struct Call {
    pub(super) function: PyObjectRef,
    pub(super) args: Vec<PyObjectRef>,
}

/// `asyncio.Handle`.
#[pyclass(name = "Handle", module = "asyncio.events", traverse)]
#[derive(Debug, PyPayload)]
#[repr(C)]
pub(super) struct PyHandle {
    pub(super) call: PyMutex<Option<Call>>,
    context: PyRef<PyContext>,
    event_loop: PyObjectRef,
    source_traceback: PyMutex<Option<PyObjectRef>>,
    /// How a cancelled handle showed itself, in debug mode.
    shown: PyMutex<Option<PyObjectRef>>,
    #[pytraverse(skip)]
    cancelled: AtomicBool,
}

impl PyHandle {
    pub(super) fn new(
        function: PyObjectRef,
        args: Vec<PyObjectRef>,
        event_loop: PyObjectRef,
        context: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Self> {
        let context = match context {
            Some(context) => context_of(context, vm)?,
            None => copy_current(vm),
        };
        let traceback = source_traceback(&event_loop, vm)?;
        Ok(Self {
            call: PyMutex::new(Some(Call { function, args })),
            context,
            event_loop,
            source_traceback: PyMutex::new(traceback),
            shown: PyMutex::new(None),
            cancelled: AtomicBool::new(false),
        })
    }

    /// Calls what is to be called, within the handle's context.
    pub(super) fn run(&self, vm: &VirtualMachine) -> PyResult<()> {
        let call = self.call.lock().as_ref().map(|call| (call.function.clone(), call.args.clone()));
        let Some((function, args)) = call else { return Ok(()) };
        run_in(&self.context, vm, || function.call(args, vm).map(drop))
    }

    fn drop_call(&self, this: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
        if self.cancelled.swap(true, Relaxed) {
            return Ok(false);
        }
        if is_debug(&self.event_loop, vm)? {
            // What it was is worth keeping for messages; the call itself is let go.
            *self.shown.lock() = Some(this.repr(vm)?.into());
        }
        let call = self.call.lock().take();
        drop(call);
        Ok(true)
    }

    /// The task that the handle would resume, if it is one's.
    pub(super) fn wakeup(&self) -> Option<PyRef<PyTaskWakeup>> {
        let function = self.call.lock().as_ref()?.function.clone();
        function.downcast().ok()
    }
}

#[derive(FromArgs)]
pub(super) struct HandleArgs {
    #[pyarg(any)]
    callback: PyObjectRef,
    #[pyarg(any)]
    args: PyObjectRef,
    #[pyarg(any, name = "loop")]
    event_loop: PyObjectRef,
    #[pyarg(any, optional)]
    context: OptionalOption<PyObjectRef>,
}

impl Constructor for PyHandle {
    type Args = HandleArgs;

    fn py_new(_: &Py<PyType>, args: HandleArgs, vm: &VirtualMachine) -> PyResult<Self> {
        let list = args.args.try_to_value(vm)?;
        Self::new(args.callback, list, args.event_loop, args.context.flatten(), vm)
    }
}

#[pyclass(flags(BASETYPE, HAS_WEAKREF, HAS_DICT), with(Constructor, Representable))]
impl PyHandle {
    #[pymethod]
    fn cancel(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        zelf.drop_call(zelf.as_object(), vm).map(drop)
    }

    #[pymethod]
    fn cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }

    #[pymethod]
    fn get_context(&self) -> PyRef<PyContext> {
        self.context.clone()
    }

    #[pymethod]
    fn _run(&self, vm: &VirtualMachine) -> PyResult<()> {
        self.run(vm)
    }

    #[pymethod]
    fn _repr_info(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        library("asyncio.unix_events", "_handle_info", vm)?.call((zelf,), vm)
    }

    #[pygetset]
    fn _callback(&self) -> Option<PyObjectRef> {
        self.call.lock().as_ref().map(|call| call.function.clone())
    }

    #[pygetset]
    fn _args(&self, vm: &VirtualMachine) -> PyObjectRef {
        let args = self.call.lock().as_ref().map(|call| call.args.clone());
        args.map_or_else(|| vm.ctx.none(), |args| vm.ctx.new_tuple(args).into())
    }

    #[pygetset]
    fn _cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }

    #[pygetset]
    fn _context(&self) -> PyRef<PyContext> {
        self.context.clone()
    }

    #[pygetset]
    fn _loop(&self) -> PyObjectRef {
        self.event_loop.clone()
    }

    #[pygetset]
    fn _source_traceback(&self) -> Option<PyObjectRef> {
        self.source_traceback.lock().clone()
    }

    #[pygetset]
    fn _repr(&self) -> Option<PyObjectRef> {
        self.shown.lock().clone()
    }
}

impl Representable for PyHandle {
    fn repr(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        represented(zelf.as_object(), "asyncio.unix_events", "_handle_repr", vm)
    }

    fn repr_str(_: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        unreachable!("repr is given above")
    }
}

/// `asyncio.TimerHandle`.
#[pyclass(name = "TimerHandle", module = "asyncio.events", base = PyHandle, traverse)]
#[derive(Debug)]
#[repr(C)]
pub(super) struct PyTimerHandle {
    pub(super) base: PyHandle,
    #[pytraverse(skip)]
    when: f64,
    #[pytraverse(skip)]
    in_heap: AtomicBool,
    #[pytraverse(skip)]
    pub(super) id: AtomicU32,
}

impl PyTimerHandle {
    pub(super) fn new(when: f64, base: PyHandle) -> Self {
        Self { base, when, in_heap: AtomicBool::new(false), id: AtomicU32::new(0) }
    }

    /// The timer is in the heap of its loop, under this number.
    pub(super) fn entered_heap(&self, id: HandleId) {
        self.id.store(id.0, Relaxed);
        self.in_heap.store(true, Relaxed);
    }
}

#[derive(FromArgs)]
pub(super) struct TimerArgs {
    #[pyarg(any)]
    when: f64,
    #[pyarg(flatten)]
    handle: HandleArgs,
}

impl Constructor for PyTimerHandle {
    type Args = TimerArgs;

    fn py_new(class: &Py<PyType>, args: TimerArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::new(args.when, PyHandle::py_new(class, args.handle, vm)?))
    }
}

#[pyclass(flags(BASETYPE, HAS_WEAKREF, HAS_DICT), with(Constructor, Representable, Comparable, Hashable))]
impl PyTimerHandle {
    #[pymethod]
    fn cancel(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        if zelf.base.drop_call(zelf.as_object(), vm)?
            && zelf.in_heap.load(Relaxed)
            && let Some(core) = zelf.base.event_loop.downcast_ref::<PyLoopCore>()
        {
            core.timer_cancelled(HandleId(zelf.id.load(Relaxed)));
        }
        Ok(())
    }

    #[pymethod]
    fn when(&self) -> f64 {
        self.when
    }

    #[pygetset]
    fn _when(&self) -> f64 {
        self.when
    }

    #[pygetset]
    fn _scheduled(&self) -> bool {
        self.in_heap.load(Relaxed)
    }
}

impl Representable for PyTimerHandle {
    fn repr(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        represented(zelf.as_object(), "asyncio.unix_events", "_handle_repr", vm)
    }

    fn repr_str(_: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        unreachable!("repr is given above")
    }
}

impl Hashable for PyTimerHandle {
    fn hash(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<rustpython_vm::common::hash::PyHash> {
        Ok(zelf.when.to_bits().cast_signed())
    }
}

/// By deadline alone, as asyncio compares them.
impl Comparable for PyTimerHandle {
    fn cmp(
        zelf: &Py<Self>,
        other: &PyObject,
        op: PyComparisonOp,
        _: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        let Some(other) = other.downcast_ref::<Self>() else {
            return Ok(PyComparisonValue::NotImplemented);
        };
        let same = zelf.is(other);
        Ok(match op {
            PyComparisonOp::Eq => same.into(),
            PyComparisonOp::Ne => (!same).into(),
            _ => zelf.when.partial_cmp(&other.when).is_some_and(|order| op.eval_ord(order)).into(),
        })
    }
}
