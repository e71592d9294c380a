//! The `contextvars` module: contexts are copied for every task and callback, so copying is sharing here, and
//! the first change after it makes the copy.

use std::cell::RefCell;
use std::sync::Arc;

use rustpython_vm::builtins::PyType;
use rustpython_vm::object::{Traverse, TraverseFn};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyRef, PyResult, VirtualMachine};

pub(super) use _contextvars::{PyContext, make_types, module_def};

/// The values of a context; nothing as long as there are none, as in most programs. Those that have variables
/// have a handful, so a list beats a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Values(Option<Arc<Vec<Entry>>>);

/// A variable and its value.
type Entry = (PyObjectRef, PyObjectRef);

impl Values {
    fn get(&self, variable: &PyObjectRef) -> Option<PyObjectRef> {
        self.entries().iter().find(|entry| entry.0.is(variable)).map(|entry| entry.1.clone())
    }

    fn entries(&self) -> &[Entry] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    fn set(&mut self, variable: PyObjectRef, value: Option<PyObjectRef>) -> Option<PyObjectRef> {
        let entries = Arc::make_mut(self.0.get_or_insert_default());
        let at = entries.iter().position(|entry| entry.0.is(&variable));
        match (at, value) {
            (Some(at), Some(value)) => Some(std::mem::replace(&mut entries[at].1, value)),
            (Some(at), None) => Some(entries.remove(at).1),
            (None, Some(value)) => {
                entries.push((variable, value));
                None
            }
            (None, None) => None,
        }
    }
}

thread_local! {
    /// The contexts entered on this thread; the first is the thread's own.
    static ENTERED: RefCell<Vec<PyRef<PyContext>>> = const { RefCell::new(Vec::new()) };
}

/// The context that code on this thread runs in.
pub(super) fn current(vm: &VirtualMachine) -> PyRef<PyContext> {
    ENTERED.with_borrow_mut(|entered| {
        if entered.is_empty() {
            entered.push(PyContext::default().into_ref_with(vm));
        }
        entered[entered.len() - 1].clone()
    })
}

/// A copy of the current context, as every task and callback gets one.
pub(super) fn copy_current(vm: &VirtualMachine) -> PyRef<PyContext> {
    current(vm).copied().into_ref_with(vm)
}

/// Runs `body` within `context`.
///
/// # Errors
/// When the context is already entered, or what `body` raises.
pub(super) fn run_in<R>(
    context: &Py<PyContext>,
    vm: &VirtualMachine,
    body: impl FnOnce() -> PyResult<R>,
) -> PyResult<R> {
    if context.is_entered() {
        let shown = context.as_object().repr(vm)?;
        return Err(vm.new_runtime_error(format!(
            "cannot enter context: {} is already entered",
            shown.to_string_lossy()
        )));
    }
    // The thread's own context must be at the bottom, or leaving would uncover nothing.
    drop(current(vm));
    context.set_entered(true);
    ENTERED.with_borrow_mut(|entered| entered.push(context.to_owned()));
    let result = body();
    let left = ENTERED.with_borrow_mut(Vec::pop);
    context.set_entered(false);
    drop(left);
    result
}

// The variables are traversed through the context that holds them; what is shared is traversed once for each.
#[allow(unsafe_code, reason = "the trait is unsafe to implement; this only visits every object it holds")]
unsafe impl Traverse for Values {
    fn traverse(&self, tracer: &mut TraverseFn<'_>) {
        // A list shared by several contexts is owned by none of them alone: visiting it from each would count
        // its objects more often than they are referenced.
        if let Some(entries) = self.0.as_ref().filter(|entries| Arc::strong_count(entries) == 1) {
            entries.traverse(tracer);
        }
    }
}

#[rustpython_vm::pymodule]
mod _contextvars {
    use rustpython_vm::builtins::{PyGenericAlias, PyStrRef, PyTypeRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::common::hash::PyHash;
    use rustpython_vm::common::lock::PyMutex;
    use rustpython_vm::function::PyComparisonValue;
    use rustpython_vm::function::{FuncArgs, OptionalArg};
    use rustpython_vm::protocol::{PyMappingMethods, PySequenceMethods};
    use rustpython_vm::types::{
        AsMapping, AsSequence, Comparable, Constructor, Hashable, Iterable, PyComparisonOp, Representable,
    };
    use rustpython_vm::{FromArgs, PyObject, PyPayload, Traverse, atomic_func, pyclass};
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

    use super::{
        AsObject, Py, PyObjectRef, PyRef, PyResult, PyType, Values, VirtualMachine, current, run_in,
    };

    /// A mapping of context variables to their values.
    #[pyattr]
    #[pyclass(name = "Context", module = "_contextvars", traverse)]
    #[derive(Debug, PyPayload, Default)]
    pub(in crate::python) struct PyContext {
        values: PyMutex<Values>,
        #[pytraverse(skip)]
        entered: AtomicBool,
    }

    impl PyContext {
        pub(super) fn into_ref_with(self, vm: &VirtualMachine) -> PyRef<Self> {
            self.into_ref(&vm.ctx)
        }

        pub(super) fn copied(&self) -> Self {
            Self { values: PyMutex::new(self.values.lock().clone()), entered: AtomicBool::new(false) }
        }

        pub(super) fn is_entered(&self) -> bool {
            self.entered.load(Relaxed)
        }

        pub(super) fn set_entered(&self, entered: bool) {
            self.entered.store(entered, Relaxed);
        }

        fn entries(&self) -> Vec<(PyObjectRef, PyObjectRef)> {
            self.values.lock().entries().to_vec()
        }

        fn lookup(&self, key: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
            if !key.downcastable::<PyContextVar>() {
                return Err(vm.new_type_error(format!(
                    "a ContextVar key was expected, got {}",
                    key.repr(vm)?.to_string_lossy()
                )));
            }
            Ok(self.values.lock().get(&key.to_owned()))
        }

        fn item(&self, key: &PyObject, vm: &VirtualMachine) -> PyResult {
            self.lookup(key, vm)?.ok_or_else(|| vm.new_key_error(key.to_owned()))
        }
    }

    #[pyclass(with(Constructor, AsMapping, AsSequence, Iterable, Comparable), flags(HAS_WEAKREF))]
    impl PyContext {
        #[pymethod]
        fn run(zelf: PyRef<Self>, callable: PyObjectRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            run_in(&zelf, vm, || callable.call_with_args(args, vm))
        }

        #[pymethod]
        fn copy(&self) -> Self {
            self.copied()
        }

        #[pymethod]
        fn get(&self, key: PyObjectRef, default: OptionalArg, vm: &VirtualMachine) -> PyResult {
            Ok(self.lookup(&key, vm)?.unwrap_or_else(|| default.unwrap_or_none(vm)))
        }

        #[pymethod]
        fn keys(&self, vm: &VirtualMachine) -> PyResult {
            let keys = self.entries().into_iter().map(|entry| entry.0).collect();
            vm.ctx.new_list(keys).as_object().get_iter(vm).map(Into::into)
        }

        #[pymethod]
        fn values(&self, vm: &VirtualMachine) -> PyResult {
            let values = self.entries().into_iter().map(|entry| entry.1).collect();
            vm.ctx.new_list(values).as_object().get_iter(vm).map(Into::into)
        }

        #[pymethod]
        fn items(&self, vm: &VirtualMachine) -> PyResult {
            let pair = |(key, value)| vm.ctx.new_tuple(vec![key, value]).into();
            vm.ctx
                .new_list(self.entries().into_iter().map(pair).collect())
                .as_object()
                .get_iter(vm)
                .map(Into::into)
        }
    }

    impl Constructor for PyContext {
        type Args = ();

        fn py_new(_: &Py<PyType>, (): (), _: &VirtualMachine) -> PyResult<Self> {
            Ok(Self::default())
        }
    }

    impl AsMapping for PyContext {
        fn as_mapping() -> &'static PyMappingMethods {
            static METHODS: PyMappingMethods = PyMappingMethods {
                length: atomic_func!(|mapping, _| Ok(PyContext::mapping_downcast(mapping).entries().len())),
                subscript: atomic_func!(|mapping, key, vm| PyContext::mapping_downcast(mapping).item(key, vm)),
                ass_subscript: None,
            };
            &METHODS
        }
    }

    impl AsSequence for PyContext {
        fn as_sequence() -> &'static PySequenceMethods {
            static METHODS: std::sync::LazyLock<PySequenceMethods> =
                std::sync::LazyLock::new(|| PySequenceMethods {
                    contains: atomic_func!(|sequence, key, vm| {
                        Ok(PyContext::sequence_downcast(sequence).lookup(key, vm)?.is_some())
                    }),
                    ..PySequenceMethods::NOT_IMPLEMENTED
                });
            &METHODS
        }
    }

    impl Iterable for PyContext {
        fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
            zelf.keys(vm)
        }
    }

    impl Comparable for PyContext {
        fn cmp(
            zelf: &Py<Self>,
            other: &PyObject,
            op: PyComparisonOp,
            vm: &VirtualMachine,
        ) -> PyResult<PyComparisonValue> {
            op.eq_only(|| {
                let Some(other) = other.downcast_ref::<Self>() else {
                    return Ok(PyComparisonValue::NotImplemented);
                };
                let (mine, theirs) = (zelf.entries(), other.values.lock().clone());
                let same = mine.len() == theirs.entries().len();
                let mut pairs = mine.iter();
                let equal = same
                    && pairs.try_fold(true, |equal, (key, value)| match theirs.get(key) {
                        Some(other) if equal => vm.identical_or_equal(value, &other),
                        _ => Ok(false),
                    })?;
                Ok(PyComparisonValue::Implemented(equal))
            })
        }
    }

    /// A variable with a value of its own in every context.
    #[pyattr]
    #[pyclass(name = "ContextVar", module = "_contextvars", traverse)]
    #[derive(Debug, PyPayload)]
    pub(in crate::python) struct PyContextVar {
        name: PyObjectRef,
        default: Option<PyObjectRef>,
    }

    #[derive(FromArgs)]
    pub(in crate::python) struct VarArgs {
        #[pyarg(positional)]
        name: PyObjectRef,
        #[pyarg(any, optional)]
        default: OptionalArg,
    }

    impl Constructor for PyContextVar {
        type Args = VarArgs;

        fn py_new(_: &Py<PyType>, args: VarArgs, vm: &VirtualMachine) -> PyResult<Self> {
            let name: PyStrRef =
                args.name.downcast().map_err(|_| vm.new_type_error("context variable name must be a str"))?;
            Ok(Self { name: name.into(), default: args.default.into_option() })
        }
    }

    #[pyclass(with(Constructor, Representable, Hashable), flags(HAS_WEAKREF))]
    impl PyContextVar {
        #[pygetset]
        fn name(&self) -> PyObjectRef {
            self.name.clone()
        }

        #[pymethod]
        fn get(zelf: PyRef<Self>, default: OptionalArg, vm: &VirtualMachine) -> PyResult {
            let variable: PyObjectRef = zelf.clone().into();
            let found = current(vm).values.lock().get(&variable);
            found
                .or_else(|| default.into_option())
                .or_else(|| zelf.default.clone())
                .ok_or_else(|| vm.new_exception(vm.ctx.exceptions.lookup_error.to_owned(), vec![variable]))
        }

        #[pymethod]
        fn set(zelf: PyRef<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyToken {
            let context = current(vm);
            let variable: PyObjectRef = zelf.into();
            let old = context.values.lock().set(variable.clone(), Some(value));
            PyToken { context, variable, old, used: AtomicBool::new(false) }
        }

        #[pymethod]
        fn reset(zelf: PyRef<Self>, token: PyRef<PyToken>, vm: &VirtualMachine) -> PyResult<()> {
            let shown = || token.as_object().repr(vm).map(|text| text.to_string_lossy().into_owned());
            if token.used.load(Relaxed) {
                return Err(vm.new_runtime_error(format!("{} has already been used once", shown()?)));
            }
            if !token.variable.is(zelf.as_object()) {
                return Err(vm.new_value_error(format!("{} was created by a different ContextVar", shown()?)));
            }
            let context = current(vm);
            if !token.context.is(&context) {
                return Err(vm.new_value_error(format!("{} was created in a different Context", shown()?)));
            }
            token.used.store(true, Relaxed);
            let replaced = context.values.lock().set(zelf.into(), token.old.clone());
            drop(replaced);
            Ok(())
        }

        #[pyclassmethod]
        fn __class_getitem__(class: PyTypeRef, args: PyObjectRef, vm: &VirtualMachine) -> PyGenericAlias {
            PyGenericAlias::from_args(class, args, vm)
        }
    }

    impl Hashable for PyContextVar {
        fn hash(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<PyHash> {
            Ok(zelf.get_id().cast_signed() as PyHash)
        }
    }

    impl Representable for PyContextVar {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let name = zelf.name.repr(vm)?;
            let default = match &zelf.default {
                Some(value) => format!(" default={}", value.repr(vm)?.to_string_lossy()),
                None => String::new(),
            };
            Ok(format!("<ContextVar name={}{default} at {:#x}>", name.to_string_lossy(), zelf.get_id()))
        }
    }

    /// What `ContextVar.set` gives back, to undo it.
    #[pyattr]
    #[pyclass(name = "Token", module = "_contextvars", traverse)]
    #[derive(Debug, PyPayload)]
    pub(in crate::python) struct PyToken {
        context: PyRef<PyContext>,
        variable: PyObjectRef,
        old: Option<PyObjectRef>,
        #[pytraverse(skip)]
        used: AtomicBool,
    }

    #[pyclass(with(Representable))]
    impl PyToken {
        #[pyattr(name = "MISSING")]
        fn missing(ctx: &rustpython_vm::Context) -> PyObjectRef {
            static MISSING: std::sync::OnceLock<PyObjectRef> = std::sync::OnceLock::new();
            MISSING.get_or_init(|| PyMissing.into_ref(ctx).into()).clone()
        }

        #[pygetset]
        fn var(&self) -> PyObjectRef {
            self.variable.clone()
        }

        #[pygetset]
        fn old_value(&self, vm: &VirtualMachine) -> PyObjectRef {
            self.old.clone().unwrap_or_else(|| Self::missing(&vm.ctx))
        }

        #[pymethod]
        fn __enter__(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }

        #[pymethod]
        fn __exit__(zelf: PyRef<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            let variable: PyRef<PyContextVar> =
                zelf.variable.clone().downcast().map_err(|_| vm.new_type_error("not a ContextVar"))?;
            PyContextVar::reset(variable, zelf, vm)
        }

        #[pyclassmethod]
        fn __class_getitem__(class: PyTypeRef, args: PyObjectRef, vm: &VirtualMachine) -> PyGenericAlias {
            PyGenericAlias::from_args(class, args, vm)
        }
    }

    impl Representable for PyToken {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let used = if zelf.used.load(Relaxed) { " used" } else { "" };
            let variable = zelf.variable.repr(vm)?;
            Ok(format!("<Token{used} var={} at {:#x}>", variable.to_string_lossy(), zelf.get_id()))
        }
    }

    /// The type of `Token.MISSING`.
    #[pyclass(no_attr, name = "Token.MISSING", module = "_contextvars")]
    #[derive(Debug, PyPayload)]
    struct PyMissing;

    #[pyclass(with(Representable))]
    impl PyMissing {}

    impl Representable for PyMissing {
        fn repr_str(_: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
            Ok("<Token.MISSING>".to_owned())
        }
    }

    /// Makes the types before their module is imported: every task has a context.
    pub(in crate::python) fn make_types() {
        PyContext::make_static_type();
        PyContextVar::make_static_type();
        // A token shows its `MISSING`, so that has to be there first.
        PyMissing::make_static_type();
        PyToken::make_static_type();
    }

    /// A copy of the current context.
    #[pyfunction]
    fn copy_context(vm: &VirtualMachine) -> PyContext {
        current(vm).copied()
    }
}
