//! The `_asyncio` module: which loop runs on this thread, which task, and which tasks there are.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustpython_vm::builtins::PyWeak;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::event_loop::PyLoopCore;
use super::task::PyTask;

pub(super) use _asyncio::module_def;

/// Tasks that are not done, by number, so that they are listed in one and the same order in every run.
static TASKS: Mutex<BTreeMap<u32, PyRef<PyWeak>>> = Mutex::new(BTreeMap::new());

/// Tasks of types that are not ours.
static FOREIGN: Mutex<Vec<PyRef<PyWeak>>> = Mutex::new(Vec::new());

fn lock<T>(table: &Mutex<T>) -> MutexGuard<'_, T> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes a task, without keeping it alive.
pub(super) fn register(task: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let weak = task.downgrade(None, vm)?;
    match task.downcast_ref::<PyTask>() {
        Some(native) => drop(lock(&TASKS).insert(native.number().0, weak)),
        None => lock(&FOREIGN).push(weak),
    }
    Ok(())
}

/// Strikes a task off.
pub(super) fn unregister(task: &PyObject) {
    let struck = match task.downcast_ref::<PyTask>() {
        Some(native) => lock(&TASKS).remove(&native.number().0),
        None => {
            let mut foreign = lock(&FOREIGN);
            let at = foreign.iter().position(|weak| weak.upgrade().is_none_or(|known| known.is(task)));
            at.map(|at| foreign.swap_remove(at))
        }
    };
    // Dropped only now: it may be the last trace of an object whose destructor looks in here.
    drop(struck);
}

/// Every task that is noted, in order.
pub(super) fn tasks() -> Vec<PyObjectRef> {
    let mut weak: Vec<_> = lock(&TASKS).values().cloned().collect();
    weak.extend(lock(&FOREIGN).iter().cloned());
    weak.iter().filter_map(|weak| weak.upgrade()).collect()
}

/// Makes a task the running one of its loop.
pub(super) fn enter(event_loop: &PyObjectRef, task: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let running = vm.asyncio_running_task.borrow().clone();
    if let Some(running) = running {
        let (task, running) = (task.repr(vm)?, running.repr(vm)?);
        return Err(vm.new_runtime_error(format!(
            "Cannot enter into task {} while another task {} is being executed.",
            task.to_string_lossy(),
            running.to_string_lossy()
        )));
    }
    set_current(event_loop, Some(task.to_owned()), vm);
    Ok(())
}

/// The running task runs no longer.
pub(super) fn leave(event_loop: &PyObjectRef, task: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let running = vm.asyncio_running_task.borrow().clone();
    if running.as_ref().is_some_and(|running| running.is(task)) {
        set_current(event_loop, None, vm);
        return Ok(());
    }
    let shown = |object: &PyObject| object.repr(vm).map(|text| text.to_string_lossy().into_owned());
    let running = running.map_or(Ok("None".to_owned()), |running| shown(&running))?;
    Err(vm.new_runtime_error(format!(
        "Leaving task {} does not match the current task {running}.",
        shown(task)?
    )))
}

/// Exchanges the running task; gives back the one before.
pub(super) fn swap_current(
    event_loop: &PyObjectRef,
    task: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> Option<PyObjectRef> {
    let before = vm.asyncio_running_task.borrow().clone();
    set_current(event_loop, task, vm);
    before
}

fn set_current(event_loop: &PyObjectRef, task: Option<PyObjectRef>, vm: &VirtualMachine) {
    if let Some(core) = event_loop.downcast_ref::<PyLoopCore>() {
        core.set_current_task(task.clone());
    }
    let before = std::mem::replace(&mut *vm.asyncio_running_task.borrow_mut(), task);
    drop(before);
}

#[rustpython_vm::pymodule]
mod _asyncio {
    use rustpython_vm::builtins::{PySet, PyTypeRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::function::OptionalOption;
    use rustpython_vm::{FromArgs, PyPayload};

    use super::super::bridge::library;
    use super::super::event_loop::{PyLoopCore, is_running_loop};
    use super::super::future::{PyFuture, PyFutureIter, as_future};
    use super::super::task::PyTask;
    use super::{AsObject, PyObjectRef, PyResult, VirtualMachine, tasks};

    #[derive(FromArgs)]
    struct LoopArg {
        #[pyarg(any, name = "loop", optional)]
        event_loop: OptionalOption<PyObjectRef>,
    }

    #[pyattr(name = "Future")]
    fn future_type(_: &VirtualMachine) -> PyTypeRef {
        PyFuture::make_static_type()
    }

    #[pyattr(name = "Task")]
    fn task_type(_: &VirtualMachine) -> PyTypeRef {
        PyTask::make_static_type()
    }

    #[pyattr(name = "FutureIter")]
    fn future_iter_type(_: &VirtualMachine) -> PyTypeRef {
        PyFutureIter::make_static_type()
    }

    fn running_loop(vm: &VirtualMachine) -> Option<PyObjectRef> {
        vm.asyncio_running_loop.borrow().clone()
    }

    #[pyfunction]
    fn _get_running_loop(vm: &VirtualMachine) -> Option<PyObjectRef> {
        running_loop(vm)
    }

    #[pyfunction]
    fn _set_running_loop(event_loop: PyObjectRef, vm: &VirtualMachine) {
        let running = (!vm.is_none(&event_loop)).then_some(event_loop);
        let before = std::mem::replace(&mut *vm.asyncio_running_loop.borrow_mut(), running);
        drop(before);
    }

    #[pyfunction]
    fn get_running_loop(vm: &VirtualMachine) -> PyResult {
        running_loop(vm).ok_or_else(|| vm.new_runtime_error("no running event loop"))
    }

    #[pyfunction]
    fn get_event_loop(vm: &VirtualMachine) -> PyResult {
        if let Some(running) = running_loop(vm) {
            return Ok(running);
        }
        let policy = library("asyncio.events", "_get_event_loop_policy", vm)?.call((), vm)?;
        vm.call_method(&policy, "get_event_loop", ())
    }

    #[pyfunction]
    fn current_task(args: LoopArg, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let event_loop = match args.event_loop.flatten() {
            Some(given) => given,
            None => get_running_loop(vm)?,
        };
        if is_running_loop(&event_loop, vm) {
            return Ok(vm.asyncio_running_task.borrow().clone());
        }
        Ok(event_loop.downcast_ref::<PyLoopCore>().and_then(|core| core.current_task()))
    }

    #[pyfunction]
    fn all_tasks(args: LoopArg, vm: &VirtualMachine) -> PyResult {
        let event_loop = match args.event_loop.flatten() {
            Some(given) => given,
            None => get_running_loop(vm)?,
        };
        let found = PySet::default().into_ref(&vm.ctx);
        for task in tasks() {
            let its_loop = match as_future(&task) {
                Some(future) if !future.is_pending() => continue,
                Some(future) => future.event_loop(vm)?,
                None if vm.call_method(&task, "done", ())?.try_to_bool(vm)? => continue,
                None => vm.call_method(&task, "get_loop", ())?,
            };
            if its_loop.is(&event_loop) {
                found.add(task, vm)?;
            }
        }
        Ok(found.into())
    }

    #[pyfunction]
    fn _register_task(task: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        super::register(&task, vm)
    }

    #[pyfunction]
    fn _unregister_task(task: PyObjectRef) {
        super::unregister(&task);
    }

    #[pyfunction]
    fn _register_eager_task(task: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        super::register(&task, vm)
    }

    #[pyfunction]
    fn _unregister_eager_task(task: PyObjectRef) {
        super::unregister(&task);
    }

    #[pyfunction]
    fn _enter_task(event_loop: PyObjectRef, task: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        super::enter(&event_loop, &task, vm)
    }

    #[pyfunction]
    fn _leave_task(event_loop: PyObjectRef, task: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        super::leave(&event_loop, &task, vm)
    }

    #[pyfunction]
    fn _swap_current_task(
        event_loop: PyObjectRef,
        task: PyObjectRef,
        vm: &VirtualMachine,
    ) -> Option<PyObjectRef> {
        let task = (!vm.is_none(&task)).then_some(task);
        super::swap_current(&event_loop, task, vm)
    }

    #[pyfunction]
    fn future_add_to_awaited_by(future: PyObjectRef, waiter: PyObjectRef) {
        if let Some(known) = as_future(&future) {
            known.slot.lock().awaited_by.push(waiter);
        }
    }

    #[pyfunction]
    fn future_discard_from_awaited_by(future: PyObjectRef, waiter: PyObjectRef) {
        if let Some(known) = as_future(&future) {
            known.slot.lock().awaited_by.retain(|other| !other.is(waiter.as_object()));
        }
    }
}
