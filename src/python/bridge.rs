//! What the Python side of a run shares: the scheduler, the places of the program, the types of exceptions.
//!
//! There is one interpreter per process (each further one would leak megabytes), so there is one bridge.

use std::sync::{Arc, OnceLock};

use rustpython_vm::builtins::{PyBaseExceptionRef, PyStr, PyTypeRef};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::address::stable_text;
use super::place::Places;
use crate::executor::instrument;
use crate::executor::scheduler::Scheduler;

/// Results are shown up to this many characters.
const SHOWN: usize = 80;

/// See the module's documentation.
#[derive(Debug)]
pub(super) struct Bridge {
    pub(super) scheduler: Arc<Scheduler>,
    pub(super) places: Places,
    /// Names given out to tasks that have none, as `Task-N`; not the same as the tasks' numbers.
    pub(super) task_names: crate::id::Counter,
    exceptions: OnceLock<Exceptions>,
}

#[derive(Debug)]
struct Exceptions {
    cancelled: PyTypeRef,
    invalid_state: PyTypeRef,
}

static BRIDGE: OnceLock<Bridge> = OnceLock::new();

/// Sets the process's bridge up; the first call counts.
pub(super) fn install(scheduler: Arc<Scheduler>, places: Places) -> &'static Bridge {
    let fresh = || Bridge {
        scheduler,
        places,
        task_names: crate::id::Counter::default(),
        exceptions: OnceLock::new(),
    };
    BRIDGE.get_or_init(fresh)
}

/// The process's bridge.
pub(super) fn bridge() -> &'static Bridge {
    BRIDGE.get().expect("the bridge is installed before the interpreter starts")
}

impl Bridge {
    fn exceptions(&self, vm: &VirtualMachine) -> &Exceptions {
        self.exceptions.get_or_init(|| Exceptions {
            cancelled: vm.class("asyncio.exceptions", "CancelledError"),
            invalid_state: vm.class("asyncio.exceptions", "InvalidStateError"),
        })
    }

    /// `asyncio.CancelledError`.
    pub(super) fn cancelled_error(&self, vm: &VirtualMachine) -> PyTypeRef {
        self.exceptions(vm).cancelled.clone()
    }

    /// An `asyncio.InvalidStateError` with this text.
    pub(super) fn invalid_state(&self, text: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
        vm.new_exception_msg(self.exceptions(vm).invalid_state.clone(), text.to_owned().into())
    }

    /// Whether `exception` is a `CancelledError`.
    pub(super) fn is_cancelled(&self, exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> bool {
        exception.fast_isinstance(&self.exceptions(vm).cancelled)
    }
}

/// The `repr` of an object of ours, as a function of the library words it.
pub(super) fn represented(
    object: &PyObject,
    module: &'static str,
    function: &'static str,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyStr>> {
    let text = library(module, function, vm)?.call((object.to_owned(),), vm)?;
    text.downcast().map_err(|_| vm.new_type_error("__repr__ returned non-string"))
}

/// `repr(object)`, shortened; only made when somebody listens. An object whose `repr` fails, or would run code
/// of the program, is shown by its type.
pub(super) fn shown(object: &PyObject, vm: &VirtualMachine) -> Box<str> {
    if !instrument::enabled() || vm.is_none(object) {
        return "None".into();
    }
    let types = &vm.ctx.types;
    let class = object.class();
    let plain = [types.int_type, types.float_type, types.bool_type, types.str_type, types.bytes_type];
    if !plain.iter().any(|known| class.is(*known)) {
        return format!("<{}>", class.name()).into();
    }
    object.repr(vm).map_or_else(|_| "<?>".into(), |text| shorten(&text.to_string_lossy()))
}

/// The first characters of a text, with addresses made the same in every run.
pub(super) fn shorten(text: &str) -> Box<str> {
    let stable = stable_text(text.as_bytes());
    let text = std::str::from_utf8(&stable).unwrap_or(text);
    match text.char_indices().nth(SHOWN) {
        None => text.into(),
        Some((end, _)) => format!("{}…", &text[..end]).into(),
    }
}

/// An exception's type and text.
pub(super) fn shown_exception(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> (Box<str>, Box<str>) {
    let is_programs = exception.class().slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
    // The text of a `SyntaxError` is made of attributes, which a program's class may have as properties.
    let text = if is_programs && exception.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        exception.args().first().and_then(|first| first.downcast_ref::<PyStr>().map(ToOwned::to_owned))
    } else {
        exception.as_object().str(vm).ok()
    };
    let text = text.map_or_else(|| "".into(), |text| shorten(&text.to_string_lossy()));
    (exception.class().name().to_string().into(), text)
}

/// An attribute of the program's side of things, by a path such as `asyncio.base_futures._future_repr`.
pub(super) fn library(module: &'static str, name: &'static str, vm: &VirtualMachine) -> PyResult {
    // `import` gives the top-level package; what was imported is found in `sys.modules`.
    vm.import(module, 0)?;
    let modules = vm.sys_module.get_attr("modules", vm)?;
    let module: PyObjectRef = modules.get_item(module, vm)?;
    module.get_attr(name, vm)
}
