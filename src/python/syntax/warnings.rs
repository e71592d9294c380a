//! What CPython warns of when it compiles: programs that are right in form, but hardly in what they mean.

use ruff_text_size::Ranged;
use rustpython_vm::compiler::ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_vm::compiler::ast::{
    BytesLiteral, CmpOp, Expr, ExprCompare, ExprSubscript, FString, InterpolatedStringElement, Mod, Number,
    Stmt, StringLiteral, UnaryOp,
};

use super::escapes::{self, Encoding};
use super::tokens::{Fault, Source};

struct Warnings<'s> {
    source: &'s Source,
    /// Of escapes: CPython's parser finds them, before the compiler looks at anything.
    escapes: Vec<Fault>,
    others: Vec<Fault>,
    has_escapes: bool,
}

/// The warnings that a program deserves.
pub(in crate::python) fn warnings(source: &Source, program: &Mod) -> Vec<Fault> {
    let has_escapes = source.text.contains('\\');
    let mut warnings = Warnings { source, escapes: Vec::new(), others: Vec::new(), has_escapes };
    match program {
        Mod::Module(module) => warnings.visit_body(&module.body),
        Mod::Expression(expression) => warnings.visit_expr(&expression.body),
    }
    warnings.escapes.append(&mut warnings.others);
    warnings.escapes
}

/// The type of a value that is written out in the program, where that is sure.
fn type_of(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) => "str",
        _ => return constant_type(expr),
    })
}

/// The type of a value that is no name's, and that never changes.
fn constant_type(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::BooleanLiteral(_) => "bool",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::Tuple(tuple) if tuple.elts.iter().all(|item| constant_type(item).is_some()) => "tuple",
        Expr::UnaryOp(negative)
            if negative.op == UnaryOp::USub && negative.operand.is_number_literal_expr() =>
        {
            return constant_type(&negative.operand);
        }
        _ => return None,
    })
}

/// The type of what only by chance is the same object as another that is equal.
fn literal_type(expr: &Expr) -> Option<&'static str> {
    constant_type(expr).filter(|kind| !matches!(*kind, "bool" | "NoneType" | "ellipsis"))
}

impl Warnings<'_> {
    fn warn(&mut self, message: String, expr: &impl Ranged) {
        self.others.push(super::fault_of_tree(self.source, message, expr.range()));
    }

    fn compared(&mut self, compare: &ExprCompare) {
        let mut left = &*compare.left;
        for (operator, right) in compare.ops.iter().zip(&compare.comparators) {
            let words = match operator {
                CmpOp::Is => Some(("is", "==")),
                CmpOp::IsNot => Some(("is not", "!=")),
                _ => None,
            };
            let literal = literal_type(left).or_else(|| literal_type(right));
            if let (Some((is, equals)), Some(kind)) = (words, literal) {
                self.warn(format!("\"{is}\" with '{kind}' literal. Did you mean \"{equals}\"?"), compare);
                return;
            }
            left = right;
        }
    }

    fn subscripted(&mut self, subscript: &ExprSubscript) {
        let Some(kind) = type_of(&subscript.value) else { return };
        let message = match kind {
            "list" | "tuple" | "str" | "bytes" => {
                let index = type_of(&subscript.slice).filter(|index| !matches!(*index, "int" | "bool"));
                let Some(index) = index else { return };
                format!("{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?")
            }
            "dict" => return,
            kind => format!("'{kind}' object is not subscriptable; perhaps you missed a comma?"),
        };
        self.warn(message, subscript);
    }

    fn string(&mut self, literal: &impl Ranged) {
        if !self.has_escapes {
            return;
        }
        let range = literal.range();
        let token = &self.source.text[range.start().to_usize()..range.end().to_usize()];
        let (body, encoding) = escapes::body_of(token);
        self.escapes_of(body, encoding, range.start().to_usize(), range.end().to_usize());
    }

    fn escapes_of(&mut self, body: &str, encoding: Encoding, start: usize, end: usize) {
        if let Some(message) = escapes::meaningless(body, encoding) {
            self.escapes.push(self.source.fault(message, start, end));
        }
    }
}

impl<'a> Visitor<'a> for Warnings<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assert(assert) => {
                if assert.test.as_tuple_expr().is_some_and(|tuple| !tuple.elts.is_empty()) {
                    self.warn("assertion is always true, perhaps remove parentheses?".to_owned(), stmt);
                }
                walk_stmt(self, stmt);
            }
            // The walk would look at every `elif` twice.
            Stmt::If(stmt) => {
                self.visit_expr(&stmt.test);
                self.visit_body(&stmt.body);
                for clause in &stmt.elif_else_clauses {
                    self.visit_elif_else_clause(clause);
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Compare(compare) => self.compared(compare),
            Expr::Subscript(subscript) => self.subscripted(subscript),
            Expr::Call(call) if !call.func.is_lambda_expr() => {
                if let Some(kind) = type_of(&call.func) {
                    let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
                    self.warn(message, call);
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn visit_string_literal(&mut self, literal: &'a StringLiteral) {
        self.string(literal);
    }

    fn visit_bytes_literal(&mut self, literal: &'a BytesLiteral) {
        self.string(literal);
    }

    fn visit_f_string(&mut self, f_string: &'a FString) {
        let start = f_string.range.start().to_usize();
        let prefix = self.source.text[start..].split(['"', '\'']).next().unwrap_or_default();
        let is_raw = prefix.contains(['r', 'R']);
        for element in &f_string.elements {
            if let InterpolatedStringElement::Literal(literal) = element {
                let (start, end) = (literal.range.start().to_usize(), literal.range.end().to_usize());
                if self.has_escapes && !is_raw {
                    let body = self.source.text[start..end].to_owned();
                    self.escapes_of(&body, Encoding::Text, start, end);
                }
            } else {
                self.visit_interpolated_string_element(element);
            }
        }
    }
}
