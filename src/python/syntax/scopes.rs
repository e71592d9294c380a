//! Names: where `global` and `nonlocal` come too late or mean nothing, and parameters that are there twice.
//!
//! What CPython finds while it makes the table of a program's names, in the order in which it looks.

use std::collections::HashMap;

use ruff_text_size::{Ranged, TextRange};
use rustpython_vm::compiler::ast::visitor::{Visitor, walk_expr, walk_pattern, walk_stmt};
use rustpython_vm::compiler::ast::{
    Comprehension, ExceptHandler, Expr, ExprContext, Identifier, Parameter, Parameters, Pattern, Stmt,
    StmtFunctionDef,
};

use super::tokens::{Fault, Source};

/// What kind of block names live in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Module,
    Function,
    Class,
    Comprehension(&'static str),
}

/// How a block comes to have a name of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Binding {
    #[default]
    None,
    Assigned,
    Parameter,
}

/// What has happened to a name in its block so far.
#[derive(Clone, Copy, Default)]
struct Uses {
    binding: Binding,
    is_used: bool,
    is_annotated: bool,
    global: Option<TextRange>,
    nonlocal: Option<TextRange>,
}

impl Uses {
    /// A parameter stays one.
    fn assign(&mut self) {
        self.binding = self.binding.max(Binding::Assigned);
    }
}

struct Scope {
    block: Block,
    parent: Option<usize>,
    names: HashMap<String, Uses>,
    /// The names that `nonlocal` declares, as they come.
    nonlocals: Vec<String>,
}

struct Scopes<'s> {
    source: &'s Source,
    all: Vec<Scope>,
    current: usize,
    fault: Option<Fault>,
}

/// The first thing that is wrong with the names of a program.
pub(super) fn fault(source: &Source, body: &[Stmt]) -> Option<Fault> {
    let module = Scope { block: Block::Module, parent: None, names: HashMap::new(), nonlocals: Vec::new() };
    let mut scopes = Scopes { source, all: vec![module], current: 0, fault: None };
    scopes.visit_body(body);
    scopes.fault.take().or_else(|| scopes.unbound())
}

impl Scopes<'_> {
    fn says(&mut self, message: String, range: TextRange) {
        if self.fault.is_none() {
            self.fault = Some(super::fault_of_tree(self.source, message, range));
        }
    }

    fn uses(&mut self, name: &str) -> &mut Uses {
        self.all[self.current].names.entry(name.to_owned()).or_default()
    }

    fn bind(&mut self, name: &Identifier) {
        self.uses(name.as_str()).assign();
    }

    fn inside(&mut self, block: Block, visit: impl FnOnce(&mut Self)) {
        let outer = self.current;
        let (parent, names) = (Some(outer), HashMap::new());
        self.all.push(Scope { block, parent, names, nonlocals: Vec::new() });
        self.current = self.all.len() - 1;
        visit(self);
        self.current = outer;
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let name = parameter.name.as_str();
        if self.uses(name).binding == Binding::Parameter {
            let message = format!("duplicate argument '{name}' in function definition");
            self.says(message, parameter.range());
        }
        self.uses(name).binding = Binding::Parameter;
    }

    fn parameters(&mut self, parameters: &Parameters) {
        let plain = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
        for parameter in plain {
            self.parameter(&parameter.parameter);
        }
        for parameter in parameters.vararg.iter().chain(&parameters.kwarg) {
            self.parameter(parameter);
        }
    }

    fn function(&mut self, function: &StmtFunctionDef) {
        self.bind(&function.name);
        for decorator in &function.decorator_list {
            self.visit_decorator(decorator);
        }
        self.visit_parameters(&function.parameters);
        if let Some(returns) = &function.returns {
            self.visit_annotation(returns);
        }
        self.inside(Block::Function, |scopes| {
            scopes.parameters(&function.parameters);
            scopes.visit_body(&function.body);
        });
    }

    fn declare(&mut self, names: &[Identifier], range: TextRange, keyword: &str) {
        for name in names {
            let uses = *self.uses(name.as_str());
            let message = if uses.binding == Binding::Parameter {
                format!("name '{name}' is parameter and {keyword}")
            } else if uses.is_used {
                format!("name '{name}' is used prior to {keyword} declaration")
            } else if uses.is_annotated {
                format!("annotated name '{name}' can't be {keyword}")
            } else if uses.binding == Binding::Assigned {
                format!("name '{name}' is assigned to before {keyword} declaration")
            } else {
                String::new()
            };
            if !message.is_empty() {
                self.says(message, range);
            }
            if keyword == "global" {
                self.uses(name.as_str()).global = Some(range);
            } else {
                self.uses(name.as_str()).nonlocal = Some(range);
                self.all[self.current].nonlocals.push(name.to_string());
            }
        }
    }

    fn comprehension<'a>(&mut self, kind: &'static str, elements: &[&'a Expr], clauses: &'a [Comprehension]) {
        let Some((first, others)) = clauses.split_first() else { return };
        self.visit_expr(&first.iter);
        self.inside(Block::Comprehension(kind), |scopes| {
            scopes.visit_expr(&first.target);
            first.ifs.iter().for_each(|test| scopes.visit_expr(test));
            for clause in others {
                scopes.visit_expr(&clause.target);
                scopes.visit_expr(&clause.iter);
                clause.ifs.iter().for_each(|test| scopes.visit_expr(test));
            }
            for element in elements {
                scopes.visit_expr(element);
            }
        });
    }

    /// The first `nonlocal` whose name no function around it has.
    fn unbound(&self) -> Option<Fault> {
        self.all.iter().find_map(|scope| {
            scope.nonlocals.iter().find_map(|name| {
                let range = scope.names.get(name)?.nonlocal?;
                let message = if scope.names.get(name)?.global.is_some() {
                    format!("name '{name}' is nonlocal and global")
                } else if scope.block == Block::Module {
                    "nonlocal declaration not allowed at module level".to_owned()
                } else if self.is_bound_around(scope, name) {
                    return None;
                } else {
                    format!("no binding for nonlocal '{name}' found")
                };
                Some(super::fault_of_tree(self.source, message, range))
            })
        })
    }

    fn is_bound_around(&self, scope: &Scope, name: &str) -> bool {
        let mut around = scope.parent;
        while let Some(scope) = around.map(|index| &self.all[index]) {
            let uses = scope.names.get(name);
            let is_its = uses.is_some_and(|uses| {
                uses.global.is_none() && (uses.binding != Binding::None || uses.nonlocal.is_some())
            });
            if scope.block == Block::Function && is_its {
                return true;
            }
            around = scope.parent;
        }
        name == "__class__"
    }
}

impl<'a> Visitor<'a> for Scopes<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => {
                self.bind(&class.name);
                for decorator in &class.decorator_list {
                    self.visit_decorator(decorator);
                }
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                self.inside(Block::Class, |scopes| scopes.visit_body(&class.body));
            }
            Stmt::Global(global) => self.declare(&global.names, global.range, "global"),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, nonlocal.range, "nonlocal"),
            Stmt::AnnAssign(assign) => {
                if let Expr::Name(name) = &*assign.target {
                    let uses = *self.uses(name.id.as_str());
                    let declared = uses.global.map(|_| "global").or(uses.nonlocal.map(|_| "nonlocal"));
                    if let Some(keyword) = declared.filter(|_| assign.simple) {
                        let message = format!("annotated name '{}' can't be {keyword}", name.id);
                        self.says(message, assign.range);
                    }
                    self.uses(name.id.as_str()).is_annotated = true;
                }
                walk_stmt(self, stmt);
            }
            Stmt::ImportFrom(import) if &import.names[0].name == "*" => {
                if self.all[self.current].block != Block::Module {
                    let range = import.names[0].range();
                    self.says("import * only allowed at module level".to_owned(), range);
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind(name),
                        None => {
                            let first = alias.name.split('.').next().unwrap_or_default();
                            self.uses(first).assign();
                        }
                    }
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        if let Some(kind) = &handler.type_ {
            self.visit_expr(kind);
        }
        if let Some(name) = &handler.name {
            self.bind(name);
        }
        self.visit_body(&handler.body);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name);
        }
        walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                let uses = self.uses(name.id.as_str());
                uses.is_used |= name.ctx == ExprContext::Load;
                if name.ctx != ExprContext::Load {
                    uses.assign();
                }
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
                self.inside(Block::Function, |scopes| {
                    if let Some(parameters) = &lambda.parameters {
                        scopes.parameters(parameters);
                    }
                    scopes.visit_expr(&lambda.body);
                });
            }
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                // It is bound where the comprehension stands.
                let inner = self.current;
                while let (Block::Comprehension(_), Some(outer)) =
                    (self.all[self.current].block, self.all[self.current].parent)
                {
                    self.current = outer;
                }
                self.visit_expr(&named.target);
                self.current = inner;
            }
            Expr::ListComp(list) => self.comprehension("list comprehension", &[&list.elt], &list.generators),
            Expr::SetComp(set) => self.comprehension("set comprehension", &[&set.elt], &set.generators),
            Expr::Generator(generator) => {
                self.comprehension("generator expression", &[&generator.elt], &generator.generators);
            }
            Expr::DictComp(dict) => {
                self.comprehension("dict comprehension", &[&dict.key, &dict.value], &dict.generators);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                if let Block::Comprehension(kind) = self.all[self.current].block {
                    self.says(format!("'yield' inside {kind}"), expr.range());
                }
                walk_expr(self, expr);
            }
            _ => walk_expr(self, expr),
        }
    }
}
