//! Python source to code, put right where the interpreter's compiler errs.
//!
//! Some mistakes reach the programs that people write, and one of loopscope's own is made good here too:
//!
//! - A `with` block that lets an exception pass does not stop handling it: `sys.exc_info()` goes on showing it, and
//!   every later exception of the function gets it as its context. The instruction that raises it again is left out of
//!   the exception table; [`mended`] puts it in.
//! - After a `with` block that can only be left by `return`, `raise` and the like, or by `__exit__` swallowing an
//!   exception, the compiler loses count of the handlers: the code below it is under those of the `try` that the block
//!   is in. It counts right where the block's end can be reached, so that is what [`Rewriter`] makes of it.
//! - A coroutine that is through can be awaited again, and gives `None`. Every `await` of the program asks
//!   [`awaited`] first.
//! - What `__anext__` gives is not asked for its `__await__`. Every `async for` asks [`async_iterator::iterated`] first.
//! - A thread that goes round a loop without ever blocking would keep the others waiting for ever, since a virtual thread
//!   runs until it blocks. Every such round calls [`clock::round`].

use std::sync::OnceLock;

mod line_table;

use malachite_bigint::BigInt;
use ruff_text_size::{Ranged, TextRange};
use rustpython_vm::builtins::{PyBaseExceptionRef, PyBytes, PyCode, PyCoroutine, PyStr, PyStrRef};
use rustpython_vm::bytecode::oparg::OpArgByte;
use rustpython_vm::bytecode::{
    AsBag, BorrowedConstant, CodeObject, CodeUnit, Constant, ConstantBag, ExceptionTableEntry, Instruction,
    decode_exception_table, encode_exception_table, find_exception_handler,
};
use rustpython_vm::compiler::ast::name::Name;
use rustpython_vm::compiler::ast::visitor::transformer::{
    Transformer, walk_comprehension, walk_expr, walk_stmt,
};
use rustpython_vm::compiler::ast::visitor::{Visitor, walk_expr as walk_expr_of};
use rustpython_vm::compiler::ast::{
    Arguments, AtomicNodeIndex, Comprehension, Expr, ExprCall, ExprContext, ExprName, Mod, PythonVersion,
    Stmt, StmtExpr, StmtIf, StmtWith,
};
use rustpython_vm::compiler::codegen::error::{CodegenError, CodegenErrorType};
use rustpython_vm::compiler::core::SourceFileBuilder;
use rustpython_vm::compiler::parser::{ParseErrorType, ParseOptions};
use rustpython_vm::compiler::{CompileError, Mode, codegen, parser};
use rustpython_vm::function::{FuncArgs, OptionalOption};
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::refusal::{Refused, is_expression, parser_mode};
use super::syntax::Fault;
use super::{async_iterator, clock};

/// The built-in function that every `await` asks. No program can have a name like it.
const AWAITED: &str = "@awaited";

/// The built-in function that every `async for` asks.
const ITERATED: &str = "@iterated";

/// The built-in function that every round of a `while` loop calls that may go on without ever blocking.
const ROUND: &str = "@round";

/// The built-in constant that is true, though the compiler cannot know.
const REACHED: &str = "@reached";

/// What [`AWAITED`] does: gives the object back, unless it is a coroutine that is through.
fn awaited(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    match object.downcast_ref::<PyCoroutine>() {
        Some(coroutine) if coroutine.as_coro().closed() => Err(already_awaited(vm)),
        _ => Ok(object),
    }
}

/// CPython's error for a coroutine that is used again.
pub(super) fn already_awaited(vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_runtime_error("cannot reuse already awaited coroutine")
}

/// Compiles a source text.
///
/// # Errors
/// `SyntaxError`.
pub(super) fn compile(source: &str, path: &str, mode: Mode, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
    let text = Refused { source, path, mode };
    let (code, warnings) = to_code(text, vm)
        .map_err(|error| text.error(vm).unwrap_or_else(|| vm.new_syntax_error(&error, Some(source))))?;
    text.warn(&warnings, vm)?;
    let bag = Mending { bag: vm.as_bag(), path: None };
    Ok(vm.ctx.new_code(bag.mended(code.map_bag(bag))))
}

/// The code of a text, and what is to be warned of in it.
fn to_code(text: Refused<'_>, vm: &VirtualMachine) -> Result<(CodeObject, Vec<Fault>), CompileError> {
    let Refused { source, path, mode } = text;
    let file = SourceFileBuilder::new(path, source).finish();
    let options = ParseOptions::from(parser_mode(mode)).with_target_version(PythonVersion::PY313);
    let parsed =
        parser::parse(source, options).map_err(|error| CompileError::from_ruff_parse_error(error, &file))?;
    // What later versions allow.
    if let Some(unsupported) = parsed.unsupported_syntax_errors().first() {
        let error = ParseErrorType::OtherError(unsupported.to_string());
        let error = parser::ParseError { error, location: unsupported.range };
        return Err(CompileError::from_ruff_parse_error(error, &file));
    }
    let mut tree = parsed.into_syntax();
    // Some of it the interpreter's compiler would let pass.
    let warnings = text.checked(&tree).map_err(|fault| {
        let error = CodegenErrorType::SyntaxError(fault.message);
        CompileError::Codegen(CodegenError { error, location: None, source_path: path.to_owned() })
    })?;
    match &mut tree {
        Mod::Module(module) => Rewriter.visit_body(&mut module.body),
        Mod::Expression(expression) => Rewriter.visit_expr(&mut expression.body),
    }
    Ok((codegen::compile::compile_top(tree, file, mode, vm.compile_opts())?, warnings))
}

/// Rewrites a program where the compiler or the interpreter would take it wrongly.
struct Rewriter;

impl Transformer for Rewriter {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        walk_stmt(self, stmt);
        if let Stmt::With(with) = stmt {
            if let Some(first) = with.body.first()
                && !with.body.iter().all(goes_on)
            {
                // `with …: if @reached: …`, on the line of the first statement.
                let (range, node_index) = (first.range(), AtomicNodeIndex::NONE);
                let test = Box::new(built_in_name(REACHED, range));
                let body = std::mem::take(&mut with.body);
                let all = StmtIf { test, body, elif_else_clauses: Vec::new(), range, node_index };
                with.body = vec![Stmt::If(all)];
            }
            take_items_apart(with);
        }
        match stmt {
            Stmt::For(stmt) if stmt.is_async => {
                let range = stmt.iter.range();
                ask(ITERATED, &mut stmt.iter, range);
            }
            Stmt::While(stmt) if !gives_way(&stmt.body) => {
                let range = stmt.test.range();
                let value = Box::new(call(ROUND, Vec::new(), range));
                stmt.body.insert(0, Stmt::Expr(StmtExpr { value, range, node_index: AtomicNodeIndex::NONE }));
            }
            _ => {}
        }
    }

    fn visit_comprehension(&self, comprehension: &mut Comprehension) {
        walk_comprehension(self, comprehension);
        if comprehension.is_async {
            let range = comprehension.iter.range();
            ask(ITERATED, &mut comprehension.iter, range);
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        walk_expr(self, expr);
        if let Expr::Await(awaiting) = expr {
            ask(AWAITED, &mut awaiting.value, awaiting.range);
        }
    }
}

/// Makes `@function(expr)` of an expression; `range` is what a traceback underlines.
fn ask(function: &'static str, expr: &mut Expr, range: TextRange) {
    let asked = std::mem::replace(expr, built_in_name(function, range));
    *expr = call(function, vec![asked], range);
}

fn call(function: &'static str, args: Vec<Expr>, range: TextRange) -> Expr {
    let node_index = AtomicNodeIndex::NONE;
    let keywords = Box::default();
    let arguments = Arguments { args: args.into(), keywords, range, node_index: node_index.clone() };
    let func = Box::new(built_in_name(function, range));
    Expr::Call(ExprCall { func, arguments, range, node_index })
}

/// Whether a loop with this body waits for something in every round, or ends.
fn gives_way(body: &[Stmt]) -> bool {
    struct Waits(bool);

    impl<'a> Visitor<'a> for Waits {
        fn visit_expr(&mut self, expr: &'a Expr) {
            self.0 |= matches!(expr, Expr::Await(_) | Expr::Yield(_) | Expr::YieldFrom(_));
            walk_expr_of(self, expr);
        }
    }

    // What stands inside another statement may be passed by.
    body.iter().any(|stmt| match stmt {
        Stmt::Expr(_) | Stmt::Assign(_) | Stmt::AugAssign(_) | Stmt::AnnAssign(_) | Stmt::Return(_) => {
            let mut waits = Waits(matches!(stmt, Stmt::Return(_)));
            waits.visit_stmt(stmt);
            waits.0
        }
        Stmt::With(with) => with.is_async,
        Stmt::For(stmt) => stmt.is_async,
        _ => false,
    })
}

/// Makes `with a: with b: …` of `with a, b: …`, each at the place of its item: that is where a traceback points to.
fn take_items_apart(with: &mut StmtWith) {
    for item in with.items.split_off(1).into_iter().rev() {
        let inner = StmtWith {
            range: item.context_expr.range(),
            items: vec![item],
            body: std::mem::take(&mut with.body),
            is_async: with.is_async,
            node_index: AtomicNodeIndex::NONE,
        };
        with.body = vec![Stmt::With(inner)];
    }
    with.range = with.items[0].context_expr.range();
}

/// Whether what follows the statement can be reached, as the compiler sees it.
const fn goes_on(stmt: &Stmt) -> bool {
    matches!(
        stmt,
        Stmt::Expr(_)
            | Stmt::Assign(_)
            | Stmt::AugAssign(_)
            | Stmt::AnnAssign(_)
            | Stmt::Delete(_)
            | Stmt::Pass(_)
    )
}

fn built_in_name(name: &'static str, range: TextRange) -> Expr {
    let id = Name::new_static(name);
    Expr::Name(ExprName { id, range, ctx: ExprContext::Load, node_index: AtomicNodeIndex::NONE })
}

/// The code of a frozen module of the library, if there is one of this name.
pub(super) fn frozen(name: &str, vm: &VirtualMachine) -> Option<PyRef<PyCode>> {
    let module = vm.state.frozen.get(name)?;
    let end = if module.package { "/__init__.py" } else { ".py" };
    let path = name.replace('.', "/") + end;
    let bag = Mending { bag: vm.as_bag(), path: Some(&path) };
    Some(vm.ctx.new_code(bag.mended(module.code.decode(bag))))
}

/// Mends every piece of code on its way to where it is kept.
#[derive(Clone, Copy)]
struct Mending<'p, B> {
    bag: B,
    /// Where the code is from, if it does not know that itself: the library's knows its module's name alone.
    path: Option<&'p str>,
}

impl<B: ConstantBag> ConstantBag for Mending<'_, B> {
    type Constant = B::Constant;

    fn make_constant<C: Constant>(&self, constant: BorrowedConstant<'_, C>) -> Self::Constant {
        match constant {
            BorrowedConstant::Code { code } => self.make_code(code.map_clone_bag(self)),
            other => self.bag.make_constant(other),
        }
    }

    fn make_int(&self, value: BigInt) -> Self::Constant {
        self.bag.make_int(value)
    }

    fn make_tuple(&self, elements: impl Iterator<Item = Self::Constant>) -> Self::Constant {
        self.bag.make_tuple(elements)
    }

    fn make_code(&self, code: CodeObject<Self::Constant>) -> Self::Constant {
        self.bag.make_code(self.mended(code))
    }

    fn make_name(&self, name: &str) -> <Self::Constant as Constant>::Name {
        self.bag.make_name(name)
    }
}

/// How deep below the exception the instruction finds its place that raises again what a `with` block lets pass.
/// No other instruction looks as deep.
const DEPTH_IN_WITH: u8 = 2;

impl<B: ConstantBag> Mending<'_, B> {
    /// Puts what a `with` block raises again under the handler that ends its handling.
    fn mended(self, mut code: CodeObject<B::Constant>) -> CodeObject<B::Constant> {
        if let Some(path) = self.path {
            code.source_path = self.bag.make_name(path);
        }
        line_table::put_right(&mut code);
        let mut handler = None;
        let mut missing = Vec::new();
        for (unit, at) in code.instructions.iter().zip(0..) {
            match unit.op {
                Instruction::WithExceptStart => handler = find_exception_handler(&code.exceptiontable, at),
                Instruction::Reraise { .. } if u8::from(unit.arg) == DEPTH_IN_WITH => {
                    let entry = handler.take();
                    missing.extend(entry.map(|entry| ExceptionTableEntry {
                        start: at,
                        end: at + 1,
                        ..entry
                    }));
                }
                _ => {}
            }
        }
        if missing.is_empty() {
            return code;
        }
        // The handler wants the stack as it was at the call of `__exit__`: only the exception is taken off it.
        let mut units: Vec<CodeUnit> = code.instructions.to_vec();
        for entry in &missing {
            units[entry.start as usize].arg = OpArgByte::NULL;
        }
        code.instructions = units.into();
        // The first entry that covers an instruction counts.
        missing.extend(decode_exception_table(&code.exceptiontable));
        code.exceptiontable = encode_exception_table(&missing);
        code
    }
}

/// The built-in functions that compile, as they were.
static BUILT_IN: OnceLock<[PyObjectRef; 3]> = OnceLock::new();

/// From here on, whatever the program compiles or imports is put right, and every `await` is asked.
///
/// # Errors
/// When the interpreter lacks what is replaced.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let builtins = vm.builtins.as_object();
    let before =
        [builtins.get_attr("compile", vm)?, builtins.get_attr("exec", vm)?, builtins.get_attr("eval", vm)?];
    BUILT_IN.get_or_init(|| before);
    builtins.set_attr(AWAITED, vm.new_function(AWAITED, awaited), vm)?;
    builtins.set_attr(ITERATED, vm.new_function(ITERATED, async_iterator::iterated), vm)?;
    builtins.set_attr(ROUND, vm.new_function(ROUND, clock::round), vm)?;
    builtins.set_attr(REACHED, vm.ctx.new_bool(true), vm)?;
    builtins.set_attr("compile", vm.new_function("compile", compile_function), vm)?;
    builtins.set_attr("exec", vm.new_function("exec", exec_function), vm)?;
    builtins.set_attr("eval", vm.new_function("eval", eval_function), vm)?;
    let imports = vm.import("_imp", 0)?;
    let frozen_code = vm.new_function("get_frozen_object", frozen_object);
    imports.set_attr("get_frozen_object", frozen_code, vm)
}

fn built_in(n: usize, vm: &VirtualMachine) -> PyObjectRef {
    BUILT_IN.get().map_or_else(|| vm.ctx.none(), |functions| functions[n].clone())
}

/// `compile(source, filename, mode)`. With anything that is no plain text, or with flags, it is the interpreter's own.
fn compile_function(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    match plain_source(&args, vm) {
        Some((source, path, mode)) => compile(&source, &path, mode, vm).map(Into::into),
        None => built_in(0, vm).call_with_args(args.clone(), vm).map_err(|error| {
            let is_refused = error.fast_isinstance(vm.ctx.exceptions.syntax_error);
            let text = given_source(&args).filter(|_| is_refused);
            let refused = text
                .and_then(|(source, path, mode)| Refused { source: &source, path: &path, mode }.error(vm));
            refused.unwrap_or(error)
        }),
    }
}

fn plain_source(args: &FuncArgs, vm: &VirtualMachine) -> Option<(String, String, Mode)> {
    let is_zero = |flags: &PyObjectRef| flags.try_to_value::<i64>(vm).is_ok_and(|flags| flags == 0);
    if !given(args, 3, "flags").is_none_or(is_zero) {
        return None;
    }
    given_source(args)
}

fn given<'a>(args: &'a FuncArgs, position: usize, name: &str) -> Option<&'a PyObjectRef> {
    args.args.get(position).or_else(|| args.kwargs.get(name))
}

fn given_source(args: &FuncArgs) -> Option<(String, String, Mode)> {
    let given = |position: usize, name: &str| given(args, position, name);
    let source = given(0, "source")?;
    let source = match source.downcast_ref::<PyBytes>() {
        Some(bytes) => std::str::from_utf8(bytes.as_bytes()).ok()?.to_owned(),
        None => source.downcast_ref::<PyStr>()?.to_str()?.to_owned(),
    };
    if source.contains('\0') {
        return None;
    }
    let path = given(1, "filename")?.downcast_ref::<PyStr>()?.to_str()?.to_owned();
    let mode = given(2, "mode")?.downcast_ref::<PyStr>()?.to_str()?.parse().ok()?;
    Some((source, path, mode))
}

/// `exec(source, …)`, where the source may be text.
fn exec_function(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    run_text(args, Mode::Exec, &built_in(1, vm), vm)
}

/// `eval(source, …)`, where the source may be text.
fn eval_function(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    run_text(args, Mode::Eval, &built_in(2, vm), vm)
}

fn run_text(mut args: FuncArgs, mode: Mode, function: &PyObjectRef, vm: &VirtualMachine) -> PyResult {
    if let Some(first) = args.args.first_mut()
        && let Some(source) = first.downcast_ref::<PyStr>().and_then(|source| source.to_str())
        && !source.contains('\0')
    {
        let source = if is_expression(mode) { source.trim_start_matches([' ', '\t']) } else { source };
        *first = compile(source, "<string>", mode, vm)?.into();
    }
    function.call_with_args(args, vm)
}

/// `_imp.get_frozen_object(name, data=None)`.
fn frozen_object(
    name: PyStrRef,
    data: OptionalOption<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<PyRef<PyCode>> {
    let _ = data;
    frozen(&name.to_string_lossy(), vm)
        .ok_or_else(|| vm.new_import_error(format!("No such frozen object named {name}"), name))
}
