//! The lines of instructions, where the interpreter's compiler gives them another than CPython's does.
//!
//! Line events, and with them breakpoints and the arrow in the source, go by these. Three things are put right here:
//! what begins the handling of an exception has the line of the statement after the one that raised, which is never
//! reached; where the end of a function is repeated after a handler, its `return` has the handler's line; and where a
//! function ends without a `return`, it does so at its last line, wherever it comes from.

use rustpython_vm::bytecode::{BorrowedConstant, CodeObject, Constant, Instruction};

/// Instructions of a `return` that are repeated at most: CPython repeats blocks of up to four.
const LONGEST_RETURN: usize = 6;

/// Puts the lines of a code object right.
pub(super) fn put_right<C: Constant>(code: &mut CodeObject<C>) {
    let count = code.instructions.len().min(code.locations.len());
    let mut locations = code.locations.to_vec();
    for at in 0..count.saturating_sub(1) {
        match code.instructions[at].op {
            Instruction::PushExcInfo => locations[at] = locations[at + 1],
            Instruction::LoadConst { .. } if at > 0 && is_implicit_return(code, at) => {
                // It belongs to no line: to whatever came before it.
                locations[at] = locations[at - 1];
                locations[at + 1] = locations[at - 1];
            }
            _ => {}
        }
    }
    let is_return = |&at: &usize| {
        matches!(code.instructions[at].op, Instruction::ReturnValue) && is_load(code.instructions[at - 1].op)
    };
    let returns: Vec<usize> = (1..count).filter(is_return).collect();
    for &copy in &returns {
        if let Some((begin, end)) = original_of(code, copy, &returns) {
            for back in 0..=end - begin {
                locations[copy - back] = code.locations[end - back];
            }
        }
    }
    code.locations = locations.into();
}

/// Whether a function ends there without a `return` in its text: then the place is that of its last statement.
fn is_implicit_return<C: Constant>(code: &CodeObject<C>, at: usize) -> bool {
    let constant = code.constants.get(usize::from(u8::from(code.instructions[at].arg)));
    let is_none =
        constant.is_some_and(|constant| matches!(constant.borrow_constant(), BorrowedConstant::None));
    let is_last = matches!(code.instructions[at + 1].op, Instruction::ReturnValue);
    // What hands exceptions on has the place of the last statement too.
    let is_of_text = |op| {
        !matches!(
            op,
            Instruction::LoadConst { .. }
                | Instruction::ReturnValue
                | Instruction::PopExcept
                | Instruction::Copy { .. }
                | Instruction::Reraise { .. }
                | Instruction::CallIntrinsic1 { .. }
        )
    };
    let mut others = code.instructions.iter().zip(&code.locations);
    is_last && is_none && others.any(|(unit, place)| *place == code.locations[at] && is_of_text(unit.op))
}

/// The `return` of a variable that is repeated there: its first and its last instruction.
fn original_of<C: Constant>(code: &CodeObject<C>, copy: usize, returns: &[usize]) -> Option<(usize, usize)> {
    let line = |at: usize| code.locations[at].0.line;
    let begin_of = |end: usize| {
        (end.saturating_sub(LONGEST_RETURN)..=end).rev().take_while(|&at| line(at) == line(end)).last()
    };
    let is_same = |one: usize, other: usize| {
        let (one, other) = (&code.instructions[one], &code.instructions[other]);
        let is_op = (is_load(one.op) && is_load(other.op))
            || std::mem::discriminant(&one.op) == std::mem::discriminant(&other.op);
        is_op && u8::from(one.arg) == u8::from(other.arg)
    };
    returns.iter().filter_map(|&end| Some((begin_of(end)?, end))).find(|&(begin, end)| {
        let length = end - begin + 1;
        // The repeated instructions stand for nothing in the text where they are.
        let is_bare = copy
            .checked_sub(length)
            .is_some_and(|before| (before + 1..=copy).all(|at| code.locations[at] == code.locations[before]));
        is_bare && line(end) != line(copy) && (0..length).all(|back| is_same(copy - back, end - back))
    })
}

/// Whether it takes a local variable; which of the two ways is the compiler's choice.
const fn is_load(op: Instruction) -> bool {
    matches!(op, Instruction::LoadFast { .. } | Instruction::LoadFastBorrow { .. })
}
