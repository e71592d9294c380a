//! Line events: each line of the program as it begins. They cost about a microsecond each, so they are asked for.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use rustpython_vm::bytecode::Instruction;
use rustpython_vm::frame::Frame;
use rustpython_vm::{Py, PyObjectRef, PyResult, VirtualMachine};

use super::bridge::bridge;
use crate::executor::instrument;

/// How many lines are still to be recorded.
static LEFT: AtomicU32 = AtomicU32::new(0);

/// The function that is asked for every frame and every line.
static TRACE: OnceLock<PyObjectRef> = OnceLock::new();

/// Records the next `most` lines of the program; none if it is 0.
pub(super) fn record(most: u32, vm: &VirtualMachine) -> PyResult<()> {
    LEFT.store(most, Relaxed);
    if most == 0 {
        return Ok(());
    }
    let trace = vm.import("_loopscope", 0)?.get_attr("trace_lines", vm)?;
    set_trace(TRACE.get_or_init(|| trace).clone(), vm)
}

fn set_trace(trace: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    vm.sys_module.get_attr("settrace", vm)?.call((trace,), vm).map(drop)
}

/// Whether a line of the program can begin with the instruction that runs. Those that only hand an exception on belong
/// to a line that was left already, or to the last one of the function.
fn begins_line(frame: &Py<Frame>) -> bool {
    let instructions = &frame.code.instructions;
    let at = (frame.lasti() as usize).saturating_sub(1);
    match instructions.get(at).map(|unit| unit.op) {
        Some(
            Instruction::CleanupThrow
            | Instruction::Reraise { .. }
            | Instruction::Copy { .. }
            | Instruction::CallIntrinsic1 { .. },
        ) => false,
        // What ends the handling of an exception that is handed on; by itself it is the handler's last line.
        Some(Instruction::PopExcept) => {
            let before = at.checked_sub(1).and_then(|before| instructions.get(before));
            !matches!(before.map(|unit| unit.op), Some(Instruction::Copy { .. }))
        }
        _ => true,
    }
}

/// What `sys.settrace` calls: for a new frame it answers whether its lines are wanted.
pub(super) fn trace(
    frame: &Py<Frame>,
    line_begins: bool,
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    let bridge = bridge();
    if !bridge.places.is_programs(frame) {
        return Ok(None);
    }
    if line_begins && begins_line(frame) {
        if LEFT.load(Relaxed) == 0 {
            set_trace(vm.ctx.none(), vm)?;
            return Ok(None);
        }
        LEFT.fetch_sub(1, Relaxed);
        instrument::line(&bridge.scheduler, bridge.places.line(frame, bridge.scheduler.names()));
    }
    Ok(TRACE.get().cloned())
}
