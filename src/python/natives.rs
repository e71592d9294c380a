//! Functions of the interpreter that are called with too few or too many arguments: CPython's words name the function.
//!
//! The interpreter checks arguments where the name is no longer known, so the calls are wrapped where the types of
//! functions keep them. A call that succeeds is not looked at.

use std::sync::OnceLock;

use rustpython_vm::builtins::{PyBaseException, PyBaseExceptionRef, PyStr, PyType};
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine};

type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;
type VectorCall = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;

/// The functions and methods that take exactly so many arguments.
const EXACT: [(usize, &[&str]); 4] = [
    (
        0,
        &[
            "dict.clear",
            "dict.copy",
            "dict.items",
            "dict.keys",
            "dict.popitem",
            "dict.values",
            "globals",
            "list.clear",
            "list.copy",
            "list.reverse",
            "locals",
            "set.clear",
            "set.copy",
            "set.pop",
            "str.capitalize",
            "str.casefold",
            "str.isalnum",
            "str.isalpha",
            "str.isdecimal",
            "str.isdigit",
            "str.isidentifier",
            "str.islower",
            "str.isnumeric",
            "str.isspace",
            "str.istitle",
            "str.isupper",
            "str.lower",
            "str.swapcase",
            "str.title",
            "str.upper",
        ],
    ),
    (
        1,
        &[
            "abs",
            "all",
            "any",
            "ascii",
            "bin",
            "callable",
            "chr",
            "deque.append",
            "deque.appendleft",
            "deque.count",
            "deque.extend",
            "deque.extendleft",
            "deque.remove",
            "hash",
            "hex",
            "len",
            "list.append",
            "list.count",
            "list.extend",
            "list.remove",
            "oct",
            "ord",
            "repr",
            "set.add",
            "set.discard",
            "set.issubset",
            "set.issuperset",
            "set.remove",
            "str.join",
            "tuple.count",
        ],
    ),
    (2, &["delattr", "divmod", "hasattr", "isinstance", "issubclass"]),
    (3, &["setattr"]),
];

/// The calls of functions, and of methods that are not bound yet, as they were.
static CALLS: OnceLock<[(Call, VectorCall); 2]> = OnceLock::new();

/// From here on, such errors name the function.
pub(super) fn install(vm: &VirtualMachine) {
    let classes = [vm.ctx.types.builtin_function_or_method_type, vm.ctx.types.method_descriptor_type];
    let [Some(functions), Some(methods)] = classes.map(calls_of) else { return };
    CALLS.get_or_init(|| [functions, methods]);
    let wrappers: [(Call, VectorCall); 2] = [(call::<0>, vector_call::<0>), (call::<1>, vector_call::<1>)];
    for (class, (call, vector_call)) in classes.into_iter().zip(wrappers) {
        class.slots.call.store(Some(call));
        class.slots.vectorcall.store(Some(vector_call));
    }
}

fn calls_of(class: &'static Py<PyType>) -> Option<(Call, VectorCall)> {
    Some((class.slots.call.load()?, class.slots.vectorcall.load()?))
}

fn calls<const N: usize>() -> (Call, VectorCall) {
    CALLS.get().expect("calls are wrapped after this is set")[N]
}

fn call<const N: usize>(function: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let has_keywords = !args.kwargs.is_empty();
    calls::<N>().0(function, args, vm).map_err(|error| named(function, has_keywords, error, vm))
}

fn vector_call<const N: usize>(
    function: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    let has_keywords = names.is_some_and(|names| !names.is_empty());
    calls::<N>().1(function, args, count, names, vm).map_err(|error| named(function, has_keywords, error, vm))
}

#[cold]
fn named(
    function: &PyObject,
    has_keywords: bool,
    error: PyBaseExceptionRef,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    // With a traceback it is from a function that this one has called.
    if !error.class().is(vm.ctx.exceptions.type_error) || error.__traceback__().is_some() {
        return error;
    }
    // A class statement's are those of a class that cannot be seen from here.
    if function.is(&vm.builtins.get_attr("__build_class__", vm).unwrap_or_else(|_| vm.ctx.none())) {
        return error;
    }
    let Some(fault) = text_of(&error).as_deref().and_then(Fault::of) else { return error };
    let attribute = |name: &'static str| {
        let value = function.get_attr(name, vm).ok()?;
        Some(value.downcast_ref::<PyStr>()?.to_string_lossy().into_owned())
    };
    let (Some(name), Some(full_name)) = (attribute("__name__"), attribute("__qualname__")) else {
        return error;
    };
    // A method's own object counts for the interpreter.
    let own = usize::from(full_name != name);
    vm.new_type_error(fault.said_of(&name, &full_name, own, has_keywords))
}

fn text_of(error: &Py<PyBaseException>) -> Option<String> {
    let args = error.args();
    let [text] = args.as_slice() else { return None };
    Some(text.downcast_ref::<PyStr>()?.to_string_lossy().into_owned())
}

/// What is wrong with the arguments.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Fault {
    Count { bound: &'static str, limit: usize, given: usize },
    Keyword(String),
}

impl Fault {
    /// From the interpreter's words.
    fn of(text: &str) -> Option<Self> {
        if let Some(name) = text.strip_prefix("Unexpected keyword argument ") {
            return Some(Self::Keyword(name.to_owned()));
        }
        let rest = text.strip_prefix("expected ")?;
        let bound = ["at least", "at most"].into_iter().find(|bound| rest.starts_with(bound))?;
        let (limit, given) = rest[bound.len()..].trim_start().split_once(" arguments, got ")?;
        Some(Self::Count { bound, limit: limit.parse().ok()?, given: given.parse().ok()? })
    }

    /// In CPython's words.
    fn said_of(&self, name: &str, full_name: &str, own: usize, has_keywords: bool) -> String {
        let exact = EXACT.iter().find(|(_, names)| names.contains(&full_name)).map(|(count, _)| *count);
        let (bound, limit, given) = match self {
            _ if exact.is_some() && has_keywords => {
                return format!("{full_name}() takes no keyword arguments");
            }
            Self::Keyword(keyword) => {
                return format!("{name}() got an unexpected keyword argument '{keyword}'");
            }
            Self::Count { bound, limit, given } => {
                (bound, limit.saturating_sub(own), given.saturating_sub(own))
            }
        };
        match exact {
            Some(0) => format!("{full_name}() takes no arguments ({given} given)"),
            Some(1) => format!("{full_name}() takes exactly one argument ({given} given)"),
            Some(count) => format!("{name} expected {count} arguments, got {given}"),
            None => {
                let plural = if limit == 1 { "" } else { "s" };
                format!("{name} expected {bound} {limit} argument{plural}, got {given}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn the_words_depend_on_how_many_are_allowed() {
        let says = |text, name, full_name, own| {
            Fault::of(text).map(|fault| fault.said_of(name, full_name, own, text.starts_with("Unexpected")))
        };
        for (text, name, full_name, own, words) in [
            (
                "expected at least 1 arguments, got 0",
                "len",
                "len",
                0,
                "len() takes exactly one argument (0 given)",
            ),
            (
                "expected at most 2 arguments, got 3",
                "append",
                "list.append",
                1,
                "list.append() takes exactly one argument (2 given)",
            ),
            (
                "expected at most 1 arguments, got 2",
                "upper",
                "str.upper",
                1,
                "str.upper() takes no arguments (1 given)",
            ),
            (
                "expected at least 2 arguments, got 1",
                "get",
                "dict.get",
                1,
                "get expected at least 1 argument, got 0",
            ),
            (
                "expected at least 2 arguments, got 1",
                "isinstance",
                "isinstance",
                0,
                "isinstance expected 2 arguments, got 1",
            ),
            (
                "Unexpected keyword argument foo",
                "print",
                "print",
                0,
                "print() got an unexpected keyword argument 'foo'",
            ),
            ("Unexpected keyword argument x", "len", "len", 0, "len() takes no keyword arguments"),
        ] {
            assert_eq!(says(text, name, full_name, own).as_deref(), Some(words));
        }
        assert_eq!(Fault::of("f() missing 1 required positional argument: 'a'"), None);
    }
}
