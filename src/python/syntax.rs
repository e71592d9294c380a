//! CPython's `SyntaxError` and `SyntaxWarning`: their words, and the places that they name.
//!
//! The interpreter's parser and compiler find the mistakes as well, but they word them otherwise and often name another
//! place. So where they refuse a text it is looked at again: by a reader of our own that goes about it as CPython's
//! parser does, and then, if the form is right, for what stands where it must not.

mod arguments;
mod atoms;
mod blocks;
mod escapes;
mod expressions;
mod literals;
mod node;
mod parser;
mod patterns;
mod placement;
mod scopes;
mod statements;
mod tokenizer;
mod tokens;
mod warnings;

use ruff_text_size::TextRange;
use rustpython_vm::compiler::ast::Mod;

pub(super) use tokens::{Fault, FaultKind, Shown, Source};
pub(super) use warnings::warnings;

/// What is wrong with the form of a text.
pub(super) fn fault_of_form(source: &Source, is_expression: bool) -> Option<Fault> {
    parser::fault(source, tokenizer::tokens(source), is_expression)
}

/// What is wrong with a program whose form is right.
pub(super) fn fault_of_program(source: &Source, program: &Mod) -> Option<Fault> {
    match program {
        Mod::Module(module) => {
            scopes::fault(source, &module.body).or_else(|| placement::fault(source, &module.body))
        }
        Mod::Expression(expression) => placement::fault_in_expression(source, &expression.body),
    }
}

/// What the compiler says of a part of the tree: the line is shown as it stands in the file.
fn fault_of_tree(source: &Source, message: String, range: TextRange) -> Fault {
    let (start, end) = (range.start().to_usize(), range.end().to_usize());
    Fault { shown: Shown::FromFile, ..source.fault(message, start, end) }
}
