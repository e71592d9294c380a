//! The `_loopscope` module: what the Python half of the bridge calls.

pub(super) use _loopscope::module_def;

#[rustpython_vm::pymodule]
mod _loopscope {
    use rustpython_vm::builtins::{PyStrRef, PyTypeRef};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::convert::ToPyException;
    use rustpython_vm::function::ArgBytesLike;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use super::super::bridge::bridge;
    use super::super::event_loop::{PyLoopCore, seconds};
    use super::super::handle::{PyHandle, PyTimerHandle};
    use super::super::{clock, output};
    use crate::event::{FindingKind, Stream};
    use crate::executor::instrument;
    use crate::time::{Delay, Moment};

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
        clock::block(Delay::from_secs_f64(delay), vm)
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
