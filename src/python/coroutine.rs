//! Coroutines that were made and never awaited: the interpreter lets them go without a word, CPython warns.

use rustpython_vm::builtins::PyCoroutine;
use rustpython_vm::types::Destructor;
use rustpython_vm::{Py, PyObject, PyResult, VirtualMachine};

use super::bridge::{bridge, library};
use crate::event::FindingKind;
use crate::executor::instrument;

/// From here on, a coroutine that goes away before its first step is warned about.
pub(super) fn watch(vm: &VirtualMachine) {
    vm.ctx.types.coroutine_type.slots.del.store(Some(let_go));
}

fn let_go(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if let Some(coroutine) = object.downcast_ref::<PyCoroutine>() {
        let inner = coroutine.as_coro();
        if !inner.closed() && !inner.running() && inner.frame().lasti() == 0 {
            warn(coroutine, vm)?;
        }
    }
    PyCoroutine::slot_del(object, vm)
}

fn warn(coroutine: &Py<PyCoroutine>, vm: &VirtualMachine) -> PyResult<()> {
    let bridge = bridge();
    let said =
        || format!("coroutine '{}' was never awaited", coroutine.as_coro().qualname().to_string_lossy());
    if instrument::enabled() {
        let text = said() + ": calling it only makes it, nothing runs it";
        let location = bridge.places.caller(bridge.scheduler.names(), vm);
        let task = bridge.scheduler.task();
        instrument::finding(&bridge.scheduler, FindingKind::NeverAwaited, &text, task, location);
    }
    if vm.current_frame().is_none() {
        // At the very end, no line of the program is to blame.
        let category = vm.ctx.exceptions.runtime_warning.to_owned();
        return library("warnings", "warn_explicit", vm)?.call((said(), category, "<sys>", 0), vm).map(drop);
    }
    library("warnings", "_warn_unawaited_coroutine", vm)?.call((coroutine.to_owned(),), vm).map(drop)
}
