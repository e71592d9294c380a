//! CPython's wording of the errors that beginners meet, where the interpreter words them differently.
//!
//! The texts are made deep inside the interpreter, so they are put right where they are shown: `str` and `repr`
//! of the errors of a few types. Only texts that are the interpreter's own to the letter are touched. Where a text could
//! be of several mistakes, the instruction that the error is from tells which it was.

use rustpython_vm::builtins::{PyBaseException, PyStr};
use rustpython_vm::bytecode::Instruction;
use rustpython_vm::bytecode::oparg::{BinaryOperator, OpArg};
use rustpython_vm::function::PyMethodFlags;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, identifier};

/// From here on, errors are shown in CPython's words.
pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.exceptions;
    let worded = [
        types.type_error,
        types.index_error,
        types.value_error,
        types.attribute_error,
        types.unbound_local_error,
        types.recursion_error,
        types.zero_division_error,
        types.overflow_error,
    ];
    for class in worded {
        class.slots.str.store(Some(str));
        class.slots.repr.store(Some(repr));
        // `str()` looks for the method; the slot is for whoever asks the type.
        let shown = |error: PyObjectRef, vm: &VirtualMachine| str(&error, vm);
        let method = vm.ctx.new_method_def("__str__", shown, PyMethodFlags::METHOD, None);
        class.set_attr(identifier!(vm, __str__), method.build_method(class, vm).into());
    }
}

/// The error's only argument in CPython's words, where it has one that needs them.
fn reworded(object: &PyObject) -> Option<String> {
    let error = object.downcast_ref::<PyBaseException>()?;
    let args = error.args();
    let [text] = args.as_slice() else { return None };
    let text = text.downcast_ref::<PyStr>()?.to_string_lossy();
    cpython(&text).or_else(|| by_instruction(&text, origin(error)?))
}

/// What the instructions do whose errors share their texts with others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Doing {
    /// `a in b`
    Containing,
    /// `a + b`
    Adding,
    /// `a * b`
    Multiplying,
    /// `a.b = c`
    SettingAttribute,
}

/// What the innermost frame was doing.
fn origin(error: &PyBaseException) -> Option<Doing> {
    let mut innermost = error.__traceback__()?;
    loop {
        let next = innermost.next.lock().clone();
        match next {
            Some(next) => innermost = next,
            None => break,
        }
    }
    // Two bytes make an instruction.
    let at = innermost.lasti as usize / 2;
    let unit = innermost.frame.code.instructions.get(at)?;
    match innermost.frame.code.instructions.read_op(at).deoptimize() {
        Instruction::ContainsOp { .. } => Some(Doing::Containing),
        Instruction::StoreAttr { .. } => Some(Doing::SettingAttribute),
        Instruction::BinaryOp { op } => {
            let operator = op.get(OpArg::from(u32::from(u8::from(unit.arg))));
            match operator {
                BinaryOperator::Add | BinaryOperator::InplaceAdd => Some(Doing::Adding),
                BinaryOperator::Multiply | BinaryOperator::InplaceMultiply => Some(Doing::Multiplying),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Texts that are said of several mistakes.
fn by_instruction(text: &str, doing: Doing) -> Option<String> {
    match doing {
        Doing::Containing => {
            let name = between(text, "'", "' object is not iterable")?;
            Some(format!("argument of type '{name}' is not iterable"))
        }
        Doing::Adding => {
            let name = between(text, "a bytes-like object is required, not '", "'")?;
            Some(format!("can't concat {name} to bytes"))
        }
        Doing::Multiplying => {
            let name = between(text, "'", "' object cannot be interpreted as an integer")?;
            Some(format!("can't multiply sequence by non-int of type '{name}'"))
        }
        Doing::SettingAttribute => {
            let (before, name) = text.split_once("' object has no attribute '")?;
            let is_plain = before.starts_with('\'') && name.ends_with('\'');
            is_plain.then(|| format!("{text} and no __dict__ for setting new attributes"))
        }
    }
}

fn str(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    if let Some(text) = reworded(object) {
        return Ok(vm.ctx.new_str(text));
    }
    // As `BaseException.__str__` has it.
    let Some(error) = object.downcast_ref::<PyBaseException>() else { return object.repr(vm) };
    let args = error.args();
    match args.as_slice() {
        [] => Ok(vm.ctx.empty_str.to_owned()),
        [only] => only.str(vm),
        _ => args.as_object().str(vm),
    }
}

fn repr(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let name = object.class().name().to_string();
    let inside = match (reworded(object), object.downcast_ref::<PyBaseException>()) {
        (Some(text), _) => {
            let shown: rustpython_vm::PyObjectRef = vm.ctx.new_str(text).into();
            shown.repr(vm)?.to_string_lossy().into_owned()
        }
        (None, Some(error)) => match error.args().as_slice() {
            [only] => only.repr(vm)?.to_string_lossy().into_owned(),
            args => {
                let args: PyResult<Vec<String>> =
                    args.iter().map(|arg| Ok(arg.repr(vm)?.to_string_lossy().into_owned())).collect();
                args?.join(", ")
            }
        },
        (None, None) => String::new(),
    };
    Ok(vm.ctx.new_str(format!("{name}({inside})")))
}

/// What stands between `before` and `after`, if that is the whole text.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.strip_prefix(before)?.strip_suffix(after)
}

/// The interpreter's text in CPython's words; nothing where they are the same.
fn cpython(text: &str) -> Option<String> {
    if let Some(name) = between(text, "'", "' object can't be awaited") {
        return Some(format!("object {name} can't be used in 'await' expression"));
    }
    if let Some(name) = between(text, "local variable '", "' referenced before assignment") {
        return Some(format!(
            "cannot access local variable '{name}' where it is not associated with a value"
        ));
    }
    if let Some((start, _)) = text.split_once(" context manager protocol (missed ") {
        return Some(format!("{start} context manager protocol"));
    }
    if let Some((start, _)) =
        text.split_once(", got ").filter(|_| text.starts_with("too many values to unpack ("))
    {
        return Some(format!("{start})"));
    }
    if let Some(given) =
        between(text, "BaseExceptionGroup.__new__() takes exactly 2 positional arguments (", ")")
    {
        return Some(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given})"));
    }
    if let Some(kind) = text.strip_prefix("argument 1 must be str, not ") {
        return Some(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {kind}"));
    }
    if text.starts_with("type ") && text.ends_with(" doesn't define __round__") {
        return Some(format!("{text} method"));
    }
    if let Some(rest) = text.strip_prefix("class ").filter(|rest| rest.contains(" for abstract method")) {
        return Some(abstract_class(rest));
    }
    whole(text)
        .or_else(|| empty_range(text))
        .or_else(|| argument(text))
        .or_else(|| concatenation(text))
        .or_else(|| indices(text))
        .or_else(|| {
            let rest = text.split_once(" format: a number is required, not ")?;
            Some(format!("{} format: a real number is required, not {}", rest.0, rest.1))
        })
}

/// Texts that are always the same.
fn whole(text: &str) -> Option<String> {
    let cpython = match text {
        "index out of range" => "string index out of range",
        "maximum recursion depth exceeded " => "maximum recursion depth exceeded",
        "byte must be in range(0, 256)" => "bytes must be in range(0, 256)",
        "zero to a negative power" => "0.0 cannot be raised to a negative power",
        "ValueError: cannot convert float NaN to integer" => "cannot convert float NaN to integer",
        "OverflowError: cannot convert float infinity to integer" => {
            "cannot convert float infinity to integer"
        }
        "Unexpected error parsing format string" => "Single '}' encountered in format string",
        "multiple bases have instance layout conflict" => "multiple bases have instance lay-out conflict",
        "I/O operation on closed file" => "I/O operation on closed file.",
        "parties must be >= 1" => "parties must be > 0",
        _ => return None,
    };
    Some(cpython.to_owned())
}

/// `random.randint`: of the range that it makes, whose end is one beyond.
fn empty_range(text: &str) -> Option<String> {
    let (start, end) = between(text, "empty range in randint(", ")")?.split_once(", ")?;
    let end: i64 = end.parse().ok()?;
    Some(format!("empty range in randrange({start}, {})", end + 1))
}

/// What is said of an argument or an object of the wrong type.
fn argument(text: &str) -> Option<String> {
    if text.starts_with("exceptions must be classes or instances deriving from BaseException, not ") {
        return Some("exceptions must derive from BaseException".to_owned());
    }
    for kind in [
        "isinstance() arg 2 must be a type, a tuple of types, or a union",
        "issubclass() arg 1 must be a class",
    ] {
        if text.strip_prefix(kind).is_some_and(|rest| rest.starts_with(", not ")) {
            return Some(kind.to_owned());
        }
    }
    if let Some(name) = between(text, "an integer is required (got type ", ")") {
        return Some(format!("'{name}' object cannot be interpreted as an integer"));
    }
    if let Some(name) = text.strip_suffix(" object is not an iterator").filter(|name| !name.starts_with('\''))
    {
        return Some(format!("'{name}' object is not an iterator"));
    }
    for (verb, ours) in
        [("does not support item assignment", "does not"), ("does not support item deletion", "doesn't")]
    {
        if let Some(name) = between(text, "'", &format!("' {verb}")) {
            return Some(format!("'{name}' object {ours}{}", verb.trim_start_matches("does not")));
        }
    }
    None
}

/// `A without an implementation for abstract methods 'foo', 'bar'`: CPython sorts them.
fn abstract_class(rest: &str) -> String {
    let sorted = rest.split_once(" for abstract methods ").map(|(start, names)| {
        let mut names: Vec<&str> = names.split(", ").collect();
        names.sort_unstable();
        format!("{start} for abstract methods {}", names.join(", "))
    });
    format!("Can't instantiate abstract class {}", sorted.as_deref().unwrap_or(rest))
}

fn concatenation(text: &str) -> Option<String> {
    let says = |kind, other| Some(format!("can only concatenate {kind} (not \"{other}\") to {kind}"));
    for operator in ["+", "+="] {
        let before = format!("unsupported operand type(s) for {operator}: 'str' and '");
        if let Some(other) = between(text, &before, "'") {
            return says("str", other);
        }
    }
    if let Some(other) = text.strip_prefix("Cannot add list and ") {
        return says("list", other);
    }
    says("tuple", between(text, "can only concatenate tuple (not '", "') to tuple")?)
}

fn indices(text: &str) -> Option<String> {
    let middle = " indices must be integers or slices or classes that override __index__ operator, not '";
    let (kind, other) = text.strip_suffix('\'')?.split_once(middle)?;
    Some(match kind {
        "str" => format!("string indices must be integers, not '{other}'"),
        kind => format!("{kind} indices must be integers or slices, not {other}"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Doing, by_instruction, cpython};

    #[test]
    fn the_interpreters_words_become_cpythons() {
        for (ours, theirs) in [
            ("'int' object can't be awaited", "object int can't be used in 'await' expression"),
            (
                "unsupported operand type(s) for +: 'str' and 'int'",
                "can only concatenate str (not \"int\") to str",
            ),
            ("an integer is required (got type str)", "'str' object cannot be interpreted as an integer"),
            ("Cannot add list and int", "can only concatenate list (not \"int\") to list"),
            (
                "can only concatenate tuple (not 'list') to tuple",
                "can only concatenate tuple (not \"list\") to tuple",
            ),
            (
                "class A without an implementation for abstract methods 'foo', 'bar'",
                "Can't instantiate abstract class A without an implementation for abstract methods 'bar', 'foo'",
            ),
            (
                "'int' object does not support the context manager protocol (missed __exit__ method)",
                "'int' object does not support the context manager protocol",
            ),
        ] {
            assert_eq!(cpython(ours).as_deref(), Some(theirs));
            assert_eq!(cpython(theirs), None, "it is not touched twice");
        }
        assert_eq!(cpython("unsupported operand type(s) for +: 'int' and 'str'"), None);
    }

    #[test]
    fn the_versions_differ_in_what_they_tell() {
        for (later, earlier) in [
            ("too many values to unpack (expected 2, got 3)", "too many values to unpack (expected 2)"),
            ("empty range in randint(5, 1)", "empty range in randrange(5, 2)"),
            ("parties must be >= 1", "parties must be > 0"),
        ] {
            assert_eq!(cpython(later).as_deref(), Some(earlier));
        }
    }

    #[test]
    fn what_was_being_done_tells_mistakes_apart() {
        let text = "'int' object is not iterable";
        let contained = by_instruction(text, Doing::Containing);
        assert_eq!(contained.as_deref(), Some("argument of type 'int' is not iterable"));
        assert_eq!(by_instruction(text, Doing::Multiplying), None);
        let set = by_instruction("'int' object has no attribute 'x'", Doing::SettingAttribute);
        let words = "'int' object has no attribute 'x' and no __dict__ for setting new attributes";
        assert_eq!(set.as_deref(), Some(words));
    }
}
