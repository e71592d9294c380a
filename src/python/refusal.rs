//! What a program gets for a text that is no program, or hardly one: `SyntaxError` and `SyntaxWarning`, in CPython's
//! words.

use std::fs;
use std::path::Path;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::compiler::ast::Mod;
use rustpython_vm::compiler::{Mode, parser};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::syntax::{self, Fault, FaultKind, Shown, Source};

/// A text that was refused.
#[derive(Clone, Copy)]
pub(super) struct Refused<'t> {
    pub(super) source: &'t str,
    pub(super) path: &'t str,
    pub(super) mode: Mode,
}

impl Refused<'_> {
    /// The error for it; nothing where CPython would find nothing wrong.
    pub(super) fn error(self, vm: &VirtualMachine) -> Option<PyBaseExceptionRef> {
        let source = Source::new(self.source);
        if let Some(fault) = syntax::fault_of_form(&source, is_expression(self.mode)) {
            return self.exception(&fault, &source, vm);
        }
        let program = parser::parse_unchecked(self.source, parser_mode(self.mode).into()).into_syntax();
        let fault = self.checked(&program).err()?;
        self.exception(&fault, &Source::as_it_is(self.source), vm)
    }

    /// What CPython warns of in a program, if it is one.
    pub(super) fn checked(self, program: &Mod) -> Result<Vec<Fault>, Box<Fault>> {
        let source = Source::as_it_is(self.source);
        match syntax::fault_of_program(&source, program) {
            Some(fault) => Err(Box::new(fault)),
            None => Ok(syntax::warnings(&source, program)),
        }
    }

    fn exception(self, fault: &Fault, source: &Source, vm: &VirtualMachine) -> Option<PyBaseExceptionRef> {
        let types = &vm.ctx.exceptions;
        let class = match fault.kind {
            FaultKind::Syntax => types.syntax_error,
            FaultKind::Indentation => types.indentation_error,
            FaultKind::Tab => types.tab_error,
        };
        // Where an expression's end is too soon CPython has no place: it reads on beyond the text.
        let is_beyond = is_expression(self.mode) && self.is_beyond(fault);
        let [start, end] = [fault.start, fault.end].map(|place| if is_beyond { 0 } else { place.column });
        let number = |number: usize| vm.ctx.new_int(number).into();
        let column = |column: i32| vm.ctx.new_int(column).into();
        let text: PyObjectRef = match self.shown(fault, source) {
            Some(line) => vm.ctx.new_str(line).into(),
            None => vm.ctx.none(),
        };
        let place: Vec<PyObjectRef> = vec![
            vm.ctx.new_str(self.path).into(),
            number(fault.start.line),
            column(start),
            text,
            number(fault.end.line),
            column(end),
        ];
        let args = vec![vm.ctx.new_str(fault.message.clone()).into(), vm.ctx.new_tuple(place).into()];
        vm.invoke_exception(class.to_owned(), args).ok()
    }

    fn is_beyond(self, fault: &Fault) -> bool {
        let line = self.source.lines().nth(fault.start.line - 1).unwrap_or_default();
        !self.source.ends_with('\n')
            && fault.start.column > i32::try_from(line.chars().count()).unwrap_or(i32::MAX)
    }

    /// The line that the error shows.
    fn shown(self, fault: &Fault, source: &Source) -> Option<String> {
        let line = source.line(fault.start.line);
        match fault.shown {
            Shown::Line if is_expression(self.mode) => {
                self.source.split_inclusive('\n').nth(fault.start.line - 1).map(str::to_owned)
            }
            Shown::Line => Some(line.to_owned()),
            Shown::Bare => Some(line.trim_end_matches('\n').to_owned()),
            // The compiler has no text any more, and looks for the file.
            Shown::FromFile if Path::new(self.path).is_file() => {
                let text = fs::read_to_string(self.path).ok()?;
                text.split_inclusive('\n').nth(fault.start.line - 1).map(str::to_owned)
            }
            Shown::FromFile => None,
        }
    }

    /// Gives the warnings that the program deserves, where it is compiled all the same.
    ///
    /// # Errors
    /// Where the program has made errors of such warnings.
    pub(super) fn warn(self, program: &[Fault], vm: &VirtualMachine) -> PyResult<()> {
        for fault in program {
            let class = vm.ctx.exceptions.syntax_warning;
            let args = (fault.message.clone(), class.to_owned(), self.path.to_owned(), fault.start.line);
            let warnings = vm.import("warnings", 0)?;
            if let Err(error) = vm.call_method(&warnings, "warn_explicit", args) {
                if !error.fast_isinstance(class) {
                    return Err(error);
                }
                let source = Source::as_it_is(self.source);
                return Err(self.exception(fault, &source, vm).unwrap_or(error));
            }
        }
        Ok(())
    }
}

/// How the parser reads a text that is compiled in this mode.
pub(super) const fn parser_mode(mode: Mode) -> parser::Mode {
    match mode {
        Mode::Eval => parser::Mode::Expression,
        Mode::Exec | Mode::Single | Mode::BlockExpr => parser::Mode::Module,
    }
}

/// Whether the text is that of one expression.
pub(super) const fn is_expression(mode: Mode) -> bool {
    matches!(mode, Mode::Eval)
}
