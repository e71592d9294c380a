//! What stands where it must not: `return` outside of a function, `break` outside of a loop, two stars in one target.
//!
//! What CPython's compiler finds while it makes code, in the order in which it looks.

use ruff_text_size::{Ranged, TextRange};
use rustpython_vm::compiler::ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_vm::compiler::ast::{
    Arguments, Comprehension, ExceptHandler, Expr, ExprContext, Stmt, StmtFunctionDef, StmtImportFrom,
    StmtTry,
};

use super::tokens::{Fault, Place, Source};

/// The features that `__future__` has.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// The code that a statement or an expression is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Module,
    Class,
    Function { is_async: bool, is_generator: bool },
    Lambda,
    Comprehension { in_async: bool, in_function: bool },
}

struct Placement<'s> {
    source: &'s Source,
    code: Code,
    /// Whether a loop is around, and whether a block of `except*` is in it.
    in_loop: bool,
    in_except_star: bool,
    fault: Option<Fault>,
}

/// The first thing that stands where it must not.
pub(super) fn fault(source: &Source, body: &[Stmt]) -> Option<Fault> {
    let mut placement =
        Placement { source, code: Code::Module, in_loop: false, in_except_star: false, fault: None };
    placement.futures(body);
    placement.visit_body(body);
    placement.fault
}

/// The first thing that stands where it must not in an expression by itself.
pub(super) fn fault_in_expression(source: &Source, expr: &Expr) -> Option<Fault> {
    let mut placement =
        Placement { source, code: Code::Module, in_loop: false, in_except_star: false, fault: None };
    placement.visit_expr(expr);
    placement.fault
}

/// Whether a function's body yields.
fn yields(body: &[Stmt]) -> bool {
    struct Yields(bool);

    impl<'a> Visitor<'a> for Yields {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            if !matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
                walk_stmt(self, stmt);
            }
        }

        fn visit_expr(&mut self, expr: &'a Expr) {
            self.0 |= matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_));
            if !matches!(expr, Expr::Lambda(_)) {
                walk_expr(self, expr);
            }
        }
    }

    let mut yields = Yields(false);
    yields.visit_body(body);
    yields.0
}

impl Placement<'_> {
    fn says(&mut self, message: impl Into<String>, range: TextRange) {
        if self.fault.is_none() {
            self.fault = Some(super::fault_of_tree(self.source, message.into(), range));
        }
    }

    /// As [`Self::says`], without an end.
    fn says_of_start(&mut self, message: impl Into<String>, range: TextRange) {
        let is_first = self.fault.is_none();
        self.says(message, range);
        if let Some(fault) = self.fault.as_mut().filter(|_| is_first) {
            fault.end = Place { line: fault.start.line, column: 0 };
        }
    }

    const fn is_async(&self) -> bool {
        matches!(
            self.code,
            Code::Function { is_async: true, .. } | Code::Comprehension { in_async: true, .. }
        )
    }

    const fn in_function(&self) -> bool {
        matches!(
            self.code,
            Code::Function { .. } | Code::Lambda | Code::Comprehension { in_function: true, .. }
        )
    }

    fn futures(&mut self, body: &[Stmt]) {
        let mut is_at_start = true;
        for (n, stmt) in body.iter().enumerate() {
            match stmt {
                Stmt::ImportFrom(import) if import.module.as_deref() == Some("__future__") => {
                    self.future(import, is_at_start);
                }
                Stmt::Expr(docstring) if n == 0 && docstring.value.is_string_literal_expr() => {}
                _ => is_at_start = false,
            }
        }
    }

    fn future(&mut self, import: &StmtImportFrom, is_at_start: bool) {
        if !is_at_start {
            return self
                .says("from __future__ imports must occur at the beginning of the file", import.range);
        }
        for alias in &import.names {
            match alias.name.as_str() {
                "braces" => self.says_of_start("not a chance", import.range),
                name if !FEATURES.contains(&name) => {
                    self.says_of_start(format!("future feature {name} is not defined"), import.range);
                }
                _ => {}
            }
        }
    }

    /// Visits what is code of its own.
    fn inside(&mut self, code: Code, visit: impl FnOnce(&mut Self)) {
        let outer = (self.code, self.in_loop, self.in_except_star);
        (self.code, self.in_loop, self.in_except_star) = (code, false, false);
        visit(self);
        (self.code, self.in_loop, self.in_except_star) = outer;
    }

    fn function(&mut self, function: &StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_decorator(decorator);
        }
        self.visit_parameters(&function.parameters);
        if let Some(returns) = &function.returns {
            self.visit_annotation(returns);
        }
        let code = Code::Function { is_async: function.is_async, is_generator: yields(&function.body) };
        self.inside(code, |placement| placement.visit_body(&function.body));
    }

    fn loop_body(&mut self, body: &[Stmt], orelse: &[Stmt]) {
        let outer = (self.in_loop, self.in_except_star);
        (self.in_loop, self.in_except_star) = (true, false);
        self.visit_body(body);
        (self.in_loop, self.in_except_star) = outer;
        self.visit_body(orelse);
    }

    fn tried(&mut self, tried: &StmtTry) {
        self.visit_body(&tried.body);
        for (n, handler) in tried.handlers.iter().enumerate() {
            let ExceptHandler::ExceptHandler(inner) = handler;
            if inner.type_.is_none() && n + 1 < tried.handlers.len() {
                self.says("default 'except:' must be last", inner.range);
            }
            if let Some(kind) = &inner.type_ {
                self.visit_expr(kind);
            }
            let outer = self.in_except_star;
            self.in_except_star |= tried.is_star;
            self.visit_body(&inner.body);
            self.in_except_star = outer;
        }
        self.visit_body(&tried.orelse);
        self.visit_body(&tried.finalbody);
    }

    fn jump(&mut self, stmt: &Stmt) {
        let in_function = matches!(self.code, Code::Function { .. });
        if self.in_except_star && (in_function || !stmt.is_return_stmt()) {
            let message = "'break', 'continue' and 'return' cannot appear in an except* block";
            return self.says(message, stmt.range());
        }
        match stmt {
            Stmt::Break(_) if !self.in_loop => self.says("'break' outside loop", stmt.range()),
            Stmt::Continue(_) if !self.in_loop => self.says("'continue' not properly in loop", stmt.range()),
            Stmt::Return(value) => match self.code {
                Code::Function { is_async: true, is_generator: true } if value.value.is_some() => {
                    self.says("'return' with value in async generator", stmt.range());
                }
                Code::Function { .. } => {}
                _ => self.says("'return' outside function", stmt.range()),
            },
            _ => {}
        }
    }

    /// What is assigned to: stars may stand in lists and tuples, one in each.
    fn target(&mut self, target: &Expr) {
        match target {
            Expr::Starred(starred) => {
                self.says("starred assignment target must be in a list or tuple", starred.range);
            }
            Expr::List(list) => self.targets(&list.elts, target.range()),
            Expr::Tuple(tuple) => self.targets(&tuple.elts, target.range()),
            _ => self.visit_expr(target),
        }
    }

    fn targets(&mut self, items: &[Expr], range: TextRange) {
        if items.iter().filter(|item| item.is_starred_expr()).count() > 1 {
            self.says("multiple starred expressions in assignment", range);
        }
        for item in items {
            match item {
                Expr::Starred(starred) => self.target(&starred.value),
                item => self.target(item),
            }
        }
    }

    /// What may have stars in front of it.
    fn items(&mut self, items: &[Expr]) {
        for item in items {
            match item {
                Expr::Starred(starred) => self.visit_expr(&starred.value),
                item => self.visit_expr(item),
            }
        }
    }

    fn asynchronous(&mut self, what: &str, range: TextRange) {
        if !self.is_async() {
            self.says(format!("'async {what}' outside async function"), range);
        }
    }

    fn comprehension(&mut self, expr: &Expr, elements: &[&Expr], clauses: &[Comprehension]) {
        let is_generator = expr.is_generator_expr();
        let awaits =
            clauses.iter().any(|clause| clause.is_async) || elements.iter().any(|element| awaits(element));
        if let Some(first) = clauses.first() {
            self.visit_expr(&first.iter);
        }
        let in_comprehension = matches!(self.code, Code::Comprehension { .. });
        if awaits && !is_generator && !self.is_async() && !in_comprehension {
            let message = "asynchronous comprehension outside of an asynchronous function";
            self.says(message, expr.range());
        }
        let in_async = self.is_async() || is_generator || awaits;
        let code = Code::Comprehension { in_async, in_function: self.in_function() };
        self.inside(code, |placement| {
            for (n, clause) in clauses.iter().enumerate() {
                if n > 0 {
                    placement.visit_expr(&clause.iter);
                }
                placement.target(&clause.target);
                clause.ifs.iter().for_each(|test| placement.visit_expr(test));
            }
            for element in elements {
                placement.visit_expr(element);
            }
        });
    }

    fn awaited(&mut self, range: TextRange) {
        match self.code {
            Code::Module | Code::Class => self.says("'await' outside function", range),
            Code::Comprehension { in_function: false, in_async: false } => {
                self.says("'await' outside function", range);
            }
            _ if !self.is_async() => self.says("'await' outside async function", range),
            _ => {}
        }
    }
}

/// Whether an expression waits, by itself.
fn awaits(expr: &Expr) -> bool {
    struct Awaits(bool);

    impl<'a> Visitor<'a> for Awaits {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.0 |= expr.is_await_expr();
            if !matches!(expr, Expr::Lambda(_) | Expr::Generator(_)) {
                walk_expr(self, expr);
            }
        }
    }

    let mut awaits = Awaits(false);
    awaits.visit_expr(expr);
    awaits.0
}

impl<'a> Visitor<'a> for Placement<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => {
                for decorator in &class.decorator_list {
                    self.visit_decorator(decorator);
                }
                // What a generic class is made from has rules of its own.
                if let (Some(arguments), None) = (&class.arguments, &class.type_params) {
                    self.visit_arguments(arguments);
                }
                self.inside(Code::Class, |placement| placement.visit_body(&class.body));
            }
            Stmt::TypeAlias(_) => {}
            Stmt::Break(_) | Stmt::Continue(_) => self.jump(stmt),
            Stmt::Return(value) => {
                self.jump(stmt);
                value.value.iter().for_each(|value| self.visit_expr(value));
            }
            Stmt::While(stmt) => {
                self.visit_expr(&stmt.test);
                self.loop_body(&stmt.body, &stmt.orelse);
            }
            Stmt::For(each) => {
                if each.is_async {
                    self.asynchronous("for", stmt.range());
                }
                self.visit_expr(&each.iter);
                self.target(&each.target);
                self.loop_body(&each.body, &each.orelse);
            }
            Stmt::With(with) => {
                if with.is_async {
                    self.asynchronous("with", stmt.range());
                }
                for item in &with.items {
                    self.visit_expr(&item.context_expr);
                    item.optional_vars.iter().for_each(|target| self.target(target));
                }
                self.visit_body(&with.body);
            }
            Stmt::Try(tried) => self.tried(tried),
            Stmt::Assign(assign) => {
                self.visit_expr(&assign.value);
                assign.targets.iter().for_each(|target| self.target(target));
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
                self.inside(Code::Lambda, |placement| placement.visit_expr(&lambda.body));
            }
            Expr::Await(await_) => {
                self.awaited(expr.range());
                self.visit_expr(&await_.value);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                if !self.in_function() {
                    self.says("'yield' outside function", expr.range());
                } else if expr.is_yield_from_expr() && self.is_async() {
                    self.says("'yield from' inside async function", expr.range());
                }
                walk_expr(self, expr);
            }
            Expr::Starred(starred) => match starred.ctx {
                ExprContext::Store => {
                    self.says("starred assignment target must be in a list or tuple", starred.range);
                }
                _ => self.says("can't use starred expression here", starred.range),
            },
            Expr::List(list) => self.items(&list.elts),
            Expr::Tuple(tuple) => self.items(&tuple.elts),
            Expr::Set(set) => self.items(&set.elts),
            Expr::ListComp(list) => self.comprehension(expr, &[&list.elt], &list.generators),
            Expr::SetComp(set) => self.comprehension(expr, &[&set.elt], &set.generators),
            Expr::Generator(generator) => self.comprehension(expr, &[&generator.elt], &generator.generators),
            Expr::DictComp(dict) => self.comprehension(expr, &[&dict.key, &dict.value], &dict.generators),
            _ => walk_expr(self, expr),
        }
    }

    fn visit_arguments(&mut self, arguments: &'a Arguments) {
        for (n, keyword) in arguments.keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            let earlier = arguments.keywords[..n].iter().filter_map(|keyword| keyword.arg.as_ref());
            let is_repeated = earlier.into_iter().any(|earlier| earlier.as_str() == name.as_str());
            if is_repeated {
                self.says(format!("keyword argument repeated: {name}"), keyword.range);
            }
        }
        self.items(&arguments.args);
        arguments.keywords.iter().for_each(|keyword| self.visit_expr(&keyword.value));
    }

    fn visit_annotation(&mut self, annotation: &'a Expr) {
        match annotation {
            // `*args: *Ts`
            Expr::Starred(starred) => self.visit_expr(&starred.value),
            annotation => self.visit_expr(annotation),
        }
    }
}
