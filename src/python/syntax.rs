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

#[cfg(test)]
mod tests {
    use rustpython_vm::compiler::parser::{self, Mode};

    use super::{Fault, FaultKind, Source, fault_of_form, fault_of_program, warnings};

    fn fault(text: &str) -> Option<Fault> {
        let program = parser::parse_unchecked(text, Mode::Module.into()).into_syntax();
        let of_form = fault_of_form(&Source::new(text), false);
        of_form.or_else(|| fault_of_program(&Source::as_it_is(text), &program))
    }

    #[test]
    fn mistakes_are_named_where_they_are() {
        for (text, message, line, column) in [
            ("if x\n    y", "expected ':'", 1, 5),
            ("print('a'\nprint('b')", "'(' was never closed", 1, 6),
            ("print('a'))", "unmatched ')'", 1, 11),
            ("if x = 5: pass", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 4),
            ("print 'a'", "Missing parentheses in call to 'print'. Did you mean print(...)?", 1, 1),
            ("f(a b)", "invalid syntax. Perhaps you forgot a comma?", 1, 3),
            ("x = 'a", "unterminated string literal (detected at line 1)", 1, 5),
            ("x = 0x", "invalid hexadecimal literal", 1, 6),
            ("f'{x'", "f-string: expecting '}'", 1, 5),
            ("f() = 1", "cannot assign to function call here. Maybe you meant '==' instead of '='?", 1, 1),
            ("def f(a=1, b): pass", "parameter without a default follows parameter with a default", 1, 12),
            ("try:\n    x\nexcept A, B: y", "multiple exception types must be parenthesized", 3, 8),
            ("match x:\n    case 1 as _: y", "cannot use '_' as a target", 2, 15),
            ("x = 1\nreturn x", "'return' outside function", 2, 1),
            ("f(a=1, a=2)", "keyword argument repeated: a", 1, 8),
            ("def f():\n    x = 1\n    global x", "name 'x' is assigned to before global declaration", 3, 5),
            ("x + ", "invalid syntax", 1, 5),
        ] {
            let found = fault(text).map(|fault| (fault.message, fault.start.line, fault.start.column));
            assert_eq!(found, Some((message.to_owned(), line, column)), "{text}");
        }
    }

    #[test]
    fn blocks_have_errors_of_their_own() {
        for (text, kind, message) in [
            ("if x:\ny", FaultKind::Indentation, "expected an indented block after 'if' statement on line 1"),
            ("x\n  y", FaultKind::Indentation, "unexpected indent"),
            ("if x:\n  y\n z", FaultKind::Indentation, "unindent does not match any outer indentation level"),
            ("if x:\n\ty\n        z", FaultKind::Tab, "inconsistent use of tabs and spaces in indentation"),
        ] {
            let found = fault(text).map(|fault| (fault.kind, fault.message));
            assert_eq!(found, Some((kind, message.to_owned())), "{text}");
        }
    }

    #[test]
    fn programs_have_no_fault() {
        for text in [
            "match x:\n    case [1, *_] | {'a': b, **c} if d: pass\nmatch = match.x(1)\nprint(match, type, _)\n",
            "with (a as b, c): pass\nwith (yield_)(1) as x, y: pass\n",
            "def f[T: int](a, /, b: T = 1, *args: *Ts, c, **d) -> x: return [*a, *b]\n",
            "async def f():\n    return [await x async for x in y if (z := 1)], f'{x!r:>{y}} {{}}'\n",
            "x = a if b else lambda *c, d=1: (yield)\nx: int = 5\nx[1:2, ::3] += -1 ** 2j\n",
            "try: pass\nexcept* A as b: pass\nfinally: pass\nif x: pass\nelif y: pass\nelse: pass\n",
        ] {
            assert_eq!(fault_of_form(&Source::new(text), false), None, "{text}");
        }
    }

    #[test]
    fn what_hardly_means_anything_is_warned_of() {
        for (text, message, line) in [
            ("x = 1\nx is 5", "\"is\" with 'int' literal. Did you mean \"==\"?", 2),
            ("[(1, 2) (3, 4)]", "'tuple' object is not callable; perhaps you missed a comma?", 1),
            ("assert (x, 'text')", "assertion is always true, perhaps remove parentheses?", 1),
            ("'a'\n'\\d'", "invalid escape sequence '\\d'", 2),
        ] {
            let program = parser::parse_unchecked(text, Mode::Module.into()).into_syntax();
            let found = warnings(&Source::as_it_is(text), &program);
            let found: Vec<(&str, usize)> =
                found.iter().map(|fault| (&*fault.message, fault.start.line)).collect();
            assert_eq!(found, [(message, line)], "{text}");
        }
    }
}
