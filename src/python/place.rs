//! Places: which line of the program is running, where a coroutine is suspended, and the way of an exception.
//!
//! The program's own files are shown by their path below the program's folder, library files by their path
//! within the library. Looking a place up is one walk over a few frames and one hash lookup.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;
use rustpython_vm::builtins::{
    PyAsyncGen, PyBaseExceptionRef, PyCode, PyCoroutine, PyGenerator, PyInt, PyStr,
};
use rustpython_vm::frame::{Frame, FrameRef};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyRef, VirtualMachine};

use crate::event::{FutureKind, MOST_FRAMES, Owner};
use crate::executor::instrument::{self, Names};
use crate::id::{ChainId, LocationId};

/// An await chain is followed this deep at most; a deeper one is a recursion of which the top is enough.
const DEEPEST_CHAIN: usize = 64;

/// Frames looked at in search of the program's own: the library is never nested deeper.
const DEEPEST_LIBRARY: usize = 32;

/// The places of one program.
#[derive(Debug)]
pub(super) struct Places {
    /// The program's folder, with links resolved.
    folder: PathBuf,
    /// How the program's own file is known to the interpreter.
    main: String,
    known: Mutex<FxHashMap<usize, Code>>,
}

/// What is known of a code object.
#[derive(Debug)]
struct Code {
    /// Keeps the object, and so its address, from being used again.
    _keep: PyRef<PyCode>,
    owner: Owner,
    file: Box<str>,
    function: Box<str>,
    lines: FxHashMap<u32, LocationId>,
}

impl Places {
    /// The places of the program `main`, as the interpreter will name it.
    pub(super) fn new(main: &str) -> Self {
        let folder = Path::new(main).parent().map(Path::to_path_buf).unwrap_or_default();
        Self { folder, main: main.to_owned(), known: Mutex::default() }
    }

    fn with_code<R>(&self, code: &PyRef<PyCode>, look: impl FnOnce(&mut Code) -> R) -> R {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = known.entry(code.as_object().get_id()).or_insert_with(|| self.describe(code));
        look(entry)
    }

    fn describe(&self, code: &PyRef<PyCode>) -> Code {
        let (owner, file) = self.file(code.source_path().as_str());
        let function = code.qualname.as_str().replace("<locals>.", "");
        Code {
            _keep: code.clone(),
            owner,
            file: file.into(),
            function: function.into(),
            lines: FxHashMap::default(),
        }
    }

    /// Whose a file is, and how it is shown.
    fn file<'p>(&self, path: &'p str) -> (Owner, Cow<'p, str>) {
        if path == self.main {
            (Owner::Program, Path::new(path).file_name().map_or(path.into(), |name| name.to_string_lossy()))
        } else if let Ok(below) = Path::new(path).strip_prefix(&self.folder)
            && !self.folder.as_os_str().is_empty()
        {
            (Owner::Program, below.to_string_lossy())
        } else {
            (Owner::Library, path.into())
        }
    }

    fn location(&self, code: &PyRef<PyCode>, line: u32, names: &Names) -> LocationId {
        self.with_code(code, |code| {
            let Code { owner, file, function, lines, .. } = code;
            *lines.entry(line).or_insert_with(|| names.location(file, line, Some(function), *owner))
        })
    }

    /// The nearest line of the program itself on the running thread's stack, if anybody listens.
    pub(super) fn caller(&self, names: &Names, vm: &VirtualMachine) -> Option<LocationId> {
        if !instrument::enabled() {
            return None;
        }
        let mut frame = vm.current_frame();
        for _ in 0..DEEPEST_LIBRARY {
            let here = frame?;
            if self.with_code(&here.code, |code| code.owner) == Owner::Program {
                return Some(self.location(&here.code, line_of(&here), names));
            }
            frame = here.f_back(vm);
        }
        None
    }

    /// Whether a frame runs code of the program's own.
    pub(super) fn is_programs(&self, frame: &Py<Frame>) -> bool {
        self.with_code(&frame.code, |code| code.owner) == Owner::Program
    }

    /// The line that a frame is at.
    pub(super) fn line(&self, frame: &Py<Frame>, names: &Names) -> LocationId {
        self.location(&frame.code, line_of(frame), names)
    }

    /// What a future that is being made is for, from the library function that makes it.
    pub(super) fn purpose(&self, vm: &VirtualMachine) -> FutureKind {
        let Some(frame) = vm.current_frame() else { return FutureKind::Plain };
        self.with_code(&frame.code, |code| {
            if code.owner == Owner::Program { FutureKind::Plain } else { purpose(&code.file, &code.function) }
        })
    }

    /// The qualified name of a coroutine's function, and where it is suspended or began.
    pub(super) fn function(&self, coroutine: &PyObjectRef) -> String {
        if let Some(frame) = frame_of(coroutine) {
            return self.with_code(&frame.code, |code| code.function.to_string());
        }
        let of_coroutine = |coroutine: &PyCoroutine| coroutine.as_coro().qualname();
        let of_generator = |generator: &PyGenerator| generator.as_coro().qualname();
        let name = coroutine.downcast_ref::<PyCoroutine>().map(|known| of_coroutine(known));
        let name = name.or_else(|| coroutine.downcast_ref::<PyGenerator>().map(|known| of_generator(known)));
        // A class of the program's might run code of it to give its name.
        name.map_or_else(|| coroutine.class().name().to_string(), |name| name.to_string_lossy().into())
    }

    /// Where a suspended coroutine waits, level by level: `main:12 → fetch:5 → sleep`.
    pub(super) fn await_chain(&self, coroutine: &PyObjectRef, names: &Names) -> Option<ChainId> {
        let mut links = Vec::new();
        let mut level = Some(coroutine.clone());
        while let Some(here) = level
            && links.len() < DEEPEST_CHAIN
            && let Some(frame) = frame_of(&here)
        {
            links.push(self.location(&frame.code, line_of(&frame), names));
            level = frame.yield_from_target();
        }
        (!links.is_empty()).then(|| names.chain(&links))
    }

    /// The frames that an exception passed, if anybody listens: `main:12 → fetch:5`, where it was raised. Those in the
    /// middle of a very deep recursion are left out.
    pub(super) fn traceback(
        &self,
        error: &PyBaseExceptionRef,
        names: &Names,
        vm: &VirtualMachine,
    ) -> Option<ChainId> {
        if !instrument::enabled() {
            return None;
        }
        let outermost = error.__traceback__();
        let frames = || outermost.iter().flat_map(PyRef::iter);
        let wrong_text = self.wrong_text(error, names, vm);
        let depth = frames().count() + usize::from(wrong_text.is_some());
        let is_kept = |level: usize| level < MOST_FRAMES / 2 || level + MOST_FRAMES / 2 >= depth;
        let kept = frames().enumerate().filter(|(level, _)| is_kept(*level));
        let places = kept.map(|(_, here)| self.location(&here.frame.code, here.lineno.get() as u32, names));
        let places: Vec<LocationId> = places.chain(wrong_text).collect();
        (!places.is_empty()).then(|| names.chain(&places))
    }

    /// Where the text stands that a `SyntaxError` is about: no frame passes there.
    fn wrong_text(
        &self,
        error: &PyBaseExceptionRef,
        names: &Names,
        vm: &VirtualMachine,
    ) -> Option<LocationId> {
        if !error.fast_isinstance(vm.ctx.exceptions.syntax_error) {
            return None;
        }
        // Not as attributes: a program's class may have properties of these names, which would run.
        let fields = error.as_object().dict()?;
        let field = |name| fields.get_item_opt::<str>(name, vm).ok().flatten();
        let path = field("filename")?.downcast::<PyStr>().ok()?;
        let line = field("lineno")?.downcast_ref::<PyInt>()?.try_to_primitive::<u32>(vm).ok()?;
        let path = path.to_string_lossy();
        let (owner, file) = self.file(&path);
        Some(names.location(&file, line, None, owner))
    }
}

fn line_of(frame: &Py<Frame>) -> u32 {
    frame.f_lineno() as u32
}

fn frame_of(awaitable: &PyObjectRef) -> Option<FrameRef> {
    let coro = if let Some(coroutine) = awaitable.downcast_ref::<PyCoroutine>() {
        coroutine.as_coro()
    } else if let Some(generator) = awaitable.downcast_ref::<PyGenerator>() {
        generator.as_coro()
    } else {
        awaitable.downcast_ref::<PyAsyncGen>()?.as_coro()
    };
    (!coro.closed()).then(|| coro.frame())
}

/// The functions of the standard library that make futures, and what for.
fn purpose(file: &str, function: &str) -> FutureKind {
    let module = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".py");
    match (module, function.split('.').next().unwrap_or(function)) {
        ("tasks", "sleep") => FutureKind::Sleep,
        ("tasks", "gather" | "_GatheringFuture") => FutureKind::Gather,
        ("tasks", "shield") => FutureKind::Shield,
        ("tasks" | "timeouts", _) => FutureKind::Wait,
        ("futures", "wrap_future") | ("base_events", _) => FutureKind::Pool,
        ("locks", "Lock") => FutureKind::Lock,
        ("locks", "Event") => FutureKind::Event,
        ("locks", "Condition") => FutureKind::Condition,
        ("locks", "Semaphore" | "BoundedSemaphore") => FutureKind::Semaphore,
        ("locks", "Barrier") => FutureKind::Barrier,
        ("queues", _) => FutureKind::Queue,
        ("taskgroups", _) => FutureKind::TaskGroup,
        _ => FutureKind::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn futures_are_known_by_who_makes_them() {
        assert_eq!(purpose("asyncio/tasks.py", "sleep"), FutureKind::Sleep);
        assert_eq!(purpose("asyncio/locks.py", "Lock.acquire"), FutureKind::Lock);
        assert_eq!(purpose("asyncio/queues.py", "Queue.get"), FutureKind::Queue);
        assert_eq!(purpose("json/decoder.py", "decode"), FutureKind::Plain);
    }
}
