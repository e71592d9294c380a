//! The `_loopscope` module: what the Python half of the bridge calls.

pub(super) use _loopscope::module_def;

#[rustpython_vm::pymodule]
mod _loopscope {
    use rustpython_vm::builtins::{PyBaseExceptionRef, PyStr, PyStrRef, PyTypeRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::common::wtf8::Wtf8Buf;
    use rustpython_vm::convert::ToPyException;
    use rustpython_vm::frame::Frame;
    use rustpython_vm::function::{ArgBytesLike, OptionalOption, PosArgs};
    use rustpython_vm::{AsObject, FromArgs, PyObjectRef, PyRef, PyResult, VirtualMachine};

    use super::super::bridge::{bridge, shown_exception};
    use super::super::event_loop::{PyLoopCore, seconds};
    use super::super::handle::{PyHandle, PyTimerHandle};
    use super::super::signals::PySignalHandler;
    use super::super::{address, clock, event_loop, lines, output, threads};
    use crate::event::{FindingKind, FutureOutcome, Stream, SyncKind, SyncOperation};
    use crate::executor::instrument;
    use crate::id::{JobId, ObjectId, ThreadId};
    use crate::time::{Delay, Moment};

    /// In seconds: nanoseconds in 63 bits, as CPython counts them.
    const LONGEST_SLEEP: f64 = 9_223_372_036.0;

    #[pyattr(name = "LoopCore")]
    fn loop_core_type(_: &VirtualMachine) -> PyTypeRef {
        PyLoopCore::make_static_type()
    }

    #[pyattr(name = "Handle")]
    fn handle_type(_: &VirtualMachine) -> PyTypeRef {
        PyHandle::make_static_type()
    }

    #[pyattr(name = "TimerHandle")]
    fn timer_handle_type(_: &VirtualMachine) -> PyTypeRef {
        PyTimerHandle::make_static_type()
    }

    #[pyfunction]
    fn time(vm: &VirtualMachine) -> f64 {
        Moment(clock::date(vm)).as_secs_f64()
    }

    #[pyfunction]
    fn time_ns(vm: &VirtualMachine) -> u64 {
        clock::date(vm)
    }

    #[pyfunction]
    fn monotonic(vm: &VirtualMachine) -> f64 {
        clock::read(vm).as_secs_f64()
    }

    #[pyfunction]
    fn monotonic_ns(vm: &VirtualMachine) -> u64 {
        clock::read(vm).0
    }

    #[pyfunction]
    fn perf_counter(vm: &VirtualMachine) -> f64 {
        clock::read(vm).as_secs_f64()
    }

    #[pyfunction]
    fn perf_counter_ns(vm: &VirtualMachine) -> u64 {
        clock::read(vm).0
    }

    #[pyfunction]
    fn sleep(delay: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let delay = seconds(delay, vm)?;
        if delay < 0.0 {
            return Err(vm.new_value_error("sleep length must be non-negative"));
        }
        if delay.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        if delay > LONGEST_SLEEP {
            let overflow = vm.ctx.exceptions.overflow_error.to_owned();
            return Err(vm.new_exception_msg(overflow, "timestamp out of range for platform time_t".into()));
        }
        clock::block(Delay::from_secs_f64(delay), vm)
    }

    /// A signal has arrived for the main thread: whatever it waits for, it runs the handler first.
    #[pyfunction]
    fn wake_main_thread() {
        bridge().scheduler.interrupt(ThreadId(1));
    }

    /// A handler for a signal that is called with the frame that was interrupted.
    #[pyfunction]
    fn with_frame(handler: PyObjectRef, vm: &VirtualMachine) -> PyRef<PySignalHandler> {
        PySignalHandler::before(handler, vm)
    }

    /// `signal.pause`: waits until a signal has come and its handler has run.
    #[pyfunction]
    fn pause(vm: &VirtualMachine) -> PyResult<()> {
        threads::pause(vm)
    }

    /// The time as a date, in UTC; `now` where no time is given.
    fn date(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let seconds = seconds.flatten().unwrap_or_else(|| vm.ctx.new_float(time(vm)).into());
        vm.import("time", 0)?.get_attr("_date", vm)?.call((seconds,), vm)
    }

    #[pyfunction]
    fn gmtime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        date(seconds, vm)
    }

    #[pyfunction]
    fn localtime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        date(seconds, vm)
    }

    #[pyfunction]
    fn asctime(date_given: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let date = date_given.flatten().map_or_else(|| date(OptionalOption::Missing, vm), Ok)?;
        vm.import("time", 0)?.get_attr("_asctime", vm)?.call((date,), vm)
    }

    #[pyfunction]
    fn ctime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let date = date(seconds, vm)?;
        vm.import("time", 0)?.get_attr("_asctime", vm)?.call((date,), vm)
    }

    #[pyfunction]
    fn strftime(format: PyStrRef, date_given: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let date = date_given.flatten().map_or_else(|| date(OptionalOption::Missing, vm), Ok)?;
        vm.import("time", 0)?.get_attr("_strftime", vm)?.call((format, date), vm)
    }

    #[derive(FromArgs)]
    struct PrintArgs {
        #[pyarg(named, default)]
        sep: Option<PyObjectRef>,
        #[pyarg(named, default)]
        end: Option<PyObjectRef>,
        #[pyarg(named, default)]
        file: Option<PyObjectRef>,
        #[pyarg(named, default)]
        flush: Option<PyObjectRef>,
    }

    /// `print`. To the run's own streams it is one write, so that it is one event; to anything else it is the
    /// writes that CPython makes, for whoever counts them.
    #[pyfunction]
    fn print(values: PosArgs<PyObjectRef>, args: PrintArgs, vm: &VirtualMachine) -> PyResult<()> {
        let given = |object: Option<PyObjectRef>| object.filter(|object| !vm.is_none(object));
        let text = |object: Option<PyObjectRef>, name: &str, default: &'static str| match given(object) {
            None => Ok(vm.ctx.new_str(default)),
            Some(object) => object.downcast::<PyStr>().map_err(|object| {
                vm.new_type_error(format!("{name} must be None or a string, not {}", object.class().name()))
            }),
        };
        let (sep, end) = (text(args.sep, "sep", " ")?, text(args.end, "end", "\n")?);
        let file = match given(args.file) {
            Some(file) => file,
            None => vm.sys_module.get_attr("stdout", vm)?,
        };
        if vm.is_none(&file) {
            return Ok(());
        }
        let mut parts = Vec::new();
        let mut failure = None;
        for (n, value) in values.iter().enumerate() {
            if n > 0 {
                parts.push(sep.clone());
            }
            match value.str(vm) {
                Ok(part) => parts.push(part),
                Err(error) => {
                    failure = Some(error);
                    break;
                }
            }
        }
        // A value that cannot be shown ends the line where it is.
        if failure.is_none() {
            parts.push(end);
        }
        write_parts(&file, parts, vm)?;
        if let Some(error) = failure {
            return Err(error);
        }
        if given(args.flush).is_some_and(|flush| flush.try_to_bool(vm).unwrap_or(false)) {
            vm.call_method(&file, "flush", ())?;
        }
        Ok(())
    }

    fn write_parts(file: &PyObjectRef, mut parts: Vec<PyStrRef>, vm: &VirtualMachine) -> PyResult<()> {
        if output::is_own(file) {
            let mut whole = Wtf8Buf::new();
            for part in &parts {
                whole.push_wtf8(part.as_wtf8());
            }
            parts = vec![vm.ctx.new_str(whole)];
        }
        for part in parts {
            vm.call_method(file, "write", (part,))?;
        }
        Ok(())
    }

    /// These are the streams of the run.
    #[pyfunction]
    fn own_streams(stdout: PyObjectRef, stderr: PyObjectRef) {
        output::set_own(stdout, stderr);
    }

    /// `id`: a number that is the same in every run, and that fits the addresses in what is printed.
    #[pyfunction]
    fn id(object: PyObjectRef, vm: &VirtualMachine) -> u64 {
        address::of(&object, vm)
    }

    /// The class of event loops that are ours alone.
    #[pyfunction]
    fn set_native_class(class: PyObjectRef) {
        event_loop::set_native_class(&class);
    }

    /// Whether anybody listens, so that telling is worth its cost.
    #[pyfunction]
    fn is_recorded() -> bool {
        instrument::enabled()
    }

    /// Tells what happens to a lock, an event, a queue …
    #[pyfunction]
    fn sync(object: PyObjectRef, kind: PyStrRef, operation: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
        let scheduler = &bridge().scheduler;
        let number = match vm.get_attribute_opt(object.clone(), "_loopscope_number")? {
            Some(number) => number.try_to_value(vm)?,
            None => {
                let number = scheduler.ids().objects.next();
                object.set_attr("_loopscope_number", vm.ctx.new_int(number), vm)?;
                number
            }
        };
        let kind = SyncKind::from_word(&kind.to_string_lossy());
        let operation = SyncOperation::from_word(&operation.to_string_lossy());
        if let (Some(kind), Some(operation)) = (kind, operation) {
            instrument::sync(scheduler, ObjectId(number), kind, operation);
        }
        Ok(())
    }

    #[pyfunction]
    fn job_submitted(function: PyStrRef) -> u32 {
        let scheduler = &bridge().scheduler;
        let job = JobId(scheduler.ids().jobs.next());
        let function = scheduler.names().text(&function.to_string_lossy());
        instrument::job_submitted(scheduler, job, function);
        job.0
    }

    #[pyfunction]
    fn job_started(job: u32) {
        instrument::job_started(&bridge().scheduler, JobId(job));
    }

    #[pyfunction]
    fn job_ended(job: u32, error: Option<PyBaseExceptionRef>, vm: &VirtualMachine) {
        let outcome = match error {
            None => FutureOutcome::Result("None".into()),
            Some(error) => {
                let (exception, text) = shown_exception(&error, vm);
                FutureOutcome::Raised { exception, text }
            }
        };
        instrument::job_ended(&bridge().scheduler, JobId(job), &outcome);
    }

    #[pyfunction]
    fn getpid() -> u32 {
        output::process()
    }

    /// The function for `sys.settrace` that records lines of the program, up to a number of them.
    #[pyfunction]
    fn trace_lines(
        frame: PyRef<Frame>,
        event: PyStrRef,
        _arg: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<Option<PyObjectRef>> {
        lines::trace(&frame, event.as_bytes() == b"line", vm)
    }

    fn stream(fd: u32) -> Stream {
        if fd == 2 { Stream::Stderr } else { Stream::Stdout }
    }

    #[pyfunction]
    fn write(fd: u32, bytes: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        bytes.with_ref(|bytes| {
            output::write(stream(fd), bytes, vm).map_err(|error| error.to_pyexception(vm))?;
            Ok(bytes.len())
        })
    }

    #[pyfunction]
    fn flush(fd: u32, vm: &VirtualMachine) -> PyResult<()> {
        output::flush(stream(fd)).map_err(|error| error.to_pyexception(vm))
    }

    #[pyfunction]
    fn is_terminal(fd: u32) -> bool {
        output::is_terminal(stream(fd))
    }

    #[pyfunction]
    fn finding(kind: PyStrRef, text: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
        let bridge = bridge();
        let kind = FindingKind::from_word(&kind.to_string_lossy())
            .ok_or_else(|| vm.new_value_error("there is no such kind of finding"))?;
        let location = bridge.places.caller(bridge.scheduler.names(), vm);
        let task = bridge.scheduler.task();
        instrument::finding(&bridge.scheduler, kind, &text.to_string_lossy(), task, location);
        Ok(())
    }
}
