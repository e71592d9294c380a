//! What callbacks are called in the record, and which are told of when they are left.

use rustpython_vm::{PyObject, VirtualMachine};

use super::bridge::bridge;
use super::task::{PyTaskStep, PyTaskWakeup};
use crate::event::Subject;
use crate::event::callback::{Role, role};
use crate::executor::instrument;
use crate::id::TextId;

/// What a callback will do, as it is shown.
pub(super) fn subject(callback: &PyObject, vm: &VirtualMachine) -> Subject {
    if let Some(wakeup) = callback.downcast_ref::<PyTaskWakeup>() {
        return Subject::Step(wakeup.task.number());
    }
    if let Some(step) = callback.downcast_ref::<PyTaskStep>() {
        return Subject::Step(step.task.number());
    }
    Subject::Callback(callback_name(callback, vm))
}

/// How a callback is called, in the record; nothing in particular while nobody listens.
fn callback_name(callback: &PyObject, vm: &VirtualMachine) -> TextId {
    if !instrument::enabled() {
        return TextId(0);
    }
    bridge().scheduler.names().text(&function_name(callback, vm))
}

/// How a callback that is left with a future or taken back is called, if that is told: not of what wakes a task, for
/// that the task waits says the same.
pub(super) fn told_name(callback: &PyObject, vm: &VirtualMachine) -> Option<TextId> {
    if !instrument::enabled() || callback.downcastable::<PyTaskWakeup>() {
        return None;
    }
    let name = function_name(callback, vm);
    (role(&name) != Some(Role::Wakes)).then(|| bridge().scheduler.names().text(&name))
}

fn function_name(callback: &PyObject, vm: &VirtualMachine) -> String {
    let named = |name| {
        let name = vm.get_attribute_opt(callback.to_owned(), name).ok().flatten()?;
        Some(name.str(vm).ok()?.to_string_lossy().replace("<locals>.", ""))
    };
    if let Some(name) = named("__qualname__") {
        return name;
    }
    // A `functools.partial` is named after its function.
    match vm.get_attribute_opt(callback.to_owned(), "func") {
        Ok(Some(function)) => function_name(&function, vm),
        _ => callback.class().name().to_string(),
    }
}
