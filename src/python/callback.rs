//! What callbacks are called in the record, and which are told of when they are left.

use rustpython_vm::builtins::{PyStr, PyType};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

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

/// Methods and partials around one another are followed this deep at most.
const DEEPEST: usize = 8;

/// A method and a `functools.partial` are named after their function; of what is no function, the class has to do.
/// Nothing is asked for its name that might run code of the program to give it.
fn function_name(callback: &PyObject, vm: &VirtualMachine) -> String {
    let mut callback = callback.to_owned();
    for _ in 0..DEEPEST {
        let Some(inner) = wrapped(&callback, vm) else { break };
        callback = inner;
    }
    let types = &vm.ctx.types;
    let class = callback.class();
    let knows_its_name = [
        types.function_type,
        types.builtin_function_or_method_type,
        types.method_descriptor_type,
        types.type_type,
    ];
    if knows_its_name.iter().any(|known| class.is(*known))
        && let Some(name) = native_attribute(&callback, "__qualname__", vm)
        && let Some(name) = name.downcast_ref::<PyStr>()
    {
        return name.to_string_lossy().replace("<locals>.", "");
    }
    callback
        .downcast_ref::<PyType>()
        .map_or_else(|| class.name().to_string(), |class| class.name().to_string())
}

/// What a method or a partial is of; a program's class that is derived from `partial` is neither.
fn wrapped(callback: &PyObject, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let class = callback.class();
    if class.is(vm.ctx.types.bound_method_type) {
        return native_attribute(callback, "__func__", vm);
    }
    let is_partial = &*class.name() == "partial" && !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
    if is_partial { native_attribute(callback, "func", vm) } else { None }
}

/// An attribute of an object whose type is known to have it, and to be no class of the program's.
fn native_attribute(object: &PyObject, name: &'static str, vm: &VirtualMachine) -> Option<PyObjectRef> {
    vm.get_attribute_opt(object.to_owned(), name).ok().flatten()
}
