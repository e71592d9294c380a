//! Division by zero, and numbers that are no counts, in CPython's words: they differ by operator and type.
//!
//! The functions are wrapped where types keep them, and look at nothing unless there is an error.

use std::sync::OnceLock;

use rustpython_vm::builtins::PyType;
use rustpython_vm::protocol::{PyNumberBinaryFunc, PyNumberSlots};
use rustpython_vm::{AsObject, Py, PyObject, PyResult, VirtualMachine};

/// Which function of a type.
#[derive(Clone, Copy)]
enum Operator {
    Divide,
    FloorDivide,
    Remainder,
    DivMod,
}

/// Which type, which of its functions, and what it says of a division by zero.
const WORDS: [(Number, Operator, &str); 7] = [
    (Number::Int, Operator::FloorDivide, "integer division or modulo by zero"),
    (Number::Int, Operator::Remainder, "integer modulo by zero"),
    (Number::Int, Operator::DivMod, "integer division or modulo by zero"),
    (Number::Float, Operator::Divide, "float division by zero"),
    (Number::Float, Operator::FloorDivide, "float floor division by zero"),
    (Number::Float, Operator::Remainder, "float modulo by zero"),
    (Number::Float, Operator::DivMod, "float divmod()"),
];

#[derive(Clone, Copy)]
enum Number {
    Int,
    Float,
}

/// The functions as they were, in the order of [`WORDS`].
static ORIGINALS: OnceLock<Vec<PyNumberBinaryFunc>> = OnceLock::new();

/// From here on, what divides by zero says so as in CPython.
pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    let class = |number| match number {
        Number::Int => types.int_type,
        Number::Float => types.float_type,
    };
    let originals: Option<Vec<PyNumberBinaryFunc>> =
        WORDS.iter().map(|(number, operator, _)| left(class(*number), *operator)).collect();
    let Some(originals) = originals else { return };
    ORIGINALS.get_or_init(|| originals);
    let wrappers: [PyNumberBinaryFunc; WORDS.len()] =
        [worded::<0>, worded::<1>, worded::<2>, worded::<3>, worded::<4>, worded::<5>, worded::<6>];
    for ((number, operator, _), wrapper) in WORDS.iter().zip(wrappers) {
        put(class(*number), *operator, wrapper);
        if matches!(number, Number::Int) {
            put(types.bool_type, *operator, wrapper);
        }
    }
}

fn left(class: &Py<PyType>, operator: Operator) -> Option<PyNumberBinaryFunc> {
    let slots: &PyNumberSlots = &class.slots.as_number;
    match operator {
        Operator::Divide => slots.true_divide.load(),
        Operator::FloorDivide => slots.floor_divide.load(),
        Operator::Remainder => slots.remainder.load(),
        Operator::DivMod => slots.divmod.load(),
    }
}

/// One function is for both sides: it is given the operands in their order.
fn put(class: &Py<PyType>, operator: Operator, function: PyNumberBinaryFunc) {
    let slots: &PyNumberSlots = &class.slots.as_number;
    let (left, right) = match operator {
        Operator::Divide => (&slots.true_divide, &slots.right_true_divide),
        Operator::FloorDivide => (&slots.floor_divide, &slots.right_floor_divide),
        Operator::Remainder => (&slots.remainder, &slots.right_remainder),
        Operator::DivMod => (&slots.divmod, &slots.right_divmod),
    };
    left.store(Some(function));
    right.store(Some(function));
}

fn worded<const N: usize>(left: &PyObject, right: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(original) = ORIGINALS.get().map(|originals| originals[N]) else {
        return Ok(vm.ctx.not_implemented());
    };
    original(left, right, vm).map_err(|error| {
        let is_division = error.fast_isinstance(vm.ctx.exceptions.zero_division_error);
        if is_division { vm.new_zero_division_error(WORDS[N].2) } else { error }
    })
}
