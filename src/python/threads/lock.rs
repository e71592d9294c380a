//! Locks in virtual time: `_thread.lock` and `_thread.RLock`.
//!
//! A released lock is free until its first waiter has run, as under CPython: whoever releases it and takes it
//! again at once wins. Somebody who does nothing else would starve the others for ever; CPython takes the
//! interpreter away from such a thread now and then, and so does [`give_way`].

use std::collections::VecDeque;

use rustpython_vm::builtins::{PyTupleRef, PyType};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::{FuncArgs, OptionalArg};
use rustpython_vm::types::{Constructor, Representable};
use rustpython_vm::{AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::super::bridge::bridge;
use super::super::clock;
use super::super::event_loop::seconds;
use super::{TAKEN_IN_A_ROW, ident_of, park};
use crate::id::ThreadId;
use crate::time::{Delay, Moment};

/// Locks taken in a row without ever blocking, after which a thread lets the others run.
const PATIENCE: u32 = 1_000;

/// Lets the other threads run, now and then.
fn give_way(vm: &VirtualMachine) {
    let taken = TAKEN_IN_A_ROW.get() + 1;
    TAKEN_IN_A_ROW.set(taken);
    if taken >= PATIENCE {
        TAKEN_IN_A_ROW.set(0);
        bridge().scheduler.spin();
        // Time passes for whoever spins until something happens.
        clock::read(vm);
    }
}

#[derive(FromArgs)]
struct AcquireArgs {
    #[pyarg(any, default = true)]
    blocking: bool,
    #[pyarg(any, optional)]
    timeout: OptionalArg<PyObjectRef>,
}

impl AcquireArgs {
    /// Until when to wait: not at all, until a deadline, or for ever.
    fn patience(self, vm: &VirtualMachine) -> PyResult<Patience> {
        let timeout = match self.timeout.into_option() {
            Some(timeout) => seconds(timeout, vm)?,
            None => -1.0,
        };
        if !self.blocking {
            // -1 is the default and means none was given.
            if timeout.to_bits() != (-1.0_f64).to_bits() {
                return Err(vm.new_value_error("can't specify a timeout for a non-blocking call"));
            }
            return Ok(Patience::None);
        }
        if timeout < 0.0 {
            if timeout.to_bits() != (-1.0_f64).to_bits() {
                return Err(vm.new_value_error("timeout value must be a non-negative number"));
            }
            return Ok(Patience::Endless);
        }
        Ok(Patience::Until(clock::read(vm) + Delay::from_secs_f64(timeout)))
    }
}

#[derive(Clone, Copy)]
enum Patience {
    None,
    Until(Moment),
    Endless,
}

/// Who holds a lock, how often, and who waits for it.
#[derive(Debug, Default)]
struct Holding {
    holder: Option<ThreadId>,
    count: usize,
    waiters: VecDeque<ThreadId>,
}

/// What both kinds of lock are made of.
#[derive(Debug, Default)]
struct Mutex(PyMutex<Holding>);

impl Mutex {
    fn acquire(&self, patience: Patience, vm: &VirtualMachine) -> PyResult<bool> {
        let scheduler = &bridge().scheduler;
        let me = scheduler.thread();
        give_way(vm);
        loop {
            {
                let mut holding = self.0.lock();
                if holding.holder.is_none() {
                    holding.holder = Some(me);
                    holding.count = 1;
                    return Ok(true);
                }
                if matches!(patience, Patience::None) {
                    return Ok(false);
                }
                holding.waiters.push_back(me);
            }
            let until = match patience {
                Patience::Until(deadline) => Some(deadline),
                _ => None,
            };
            let woken = park(until, vm);
            self.0.lock().waiters.retain(|waiter| *waiter != me);
            if !woken? {
                return Ok(false);
            }
        }
    }

    /// Frees the lock and makes its first waiter runnable, of those that still can be.
    fn free(&self) {
        let mut holding = self.0.lock();
        holding.holder = None;
        holding.count = 0;
        holding.waiters.retain(|waiter| !bridge().scheduler.is_gone(*waiter));
        if let Some(&first) = holding.waiters.front() {
            bridge().scheduler.unpark(first);
        }
    }

    fn is_locked(&self) -> bool {
        self.0.lock().holder.is_some()
    }

    fn holder(&self) -> Option<ThreadId> {
        self.0.lock().holder
    }
}

/// `_thread.lock`.
#[pyclass(name = "lock", module = "_thread")]
#[derive(Debug, PyPayload)]
pub(in crate::python) struct PyLock(Mutex);

impl PyLock {
    /// A lock that nobody holds.
    pub(super) fn unlocked() -> Self {
        Self(Mutex::default())
    }
}

impl Constructor for PyLock {
    type Args = FuncArgs;

    fn py_new(_: &Py<PyType>, _: FuncArgs, _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::unlocked())
    }
}

#[pyclass(with(Constructor, Representable), flags(HAS_WEAKREF))]
impl PyLock {
    #[pymethod]
    #[pymethod(name = "acquire_lock")]
    fn acquire(&self, args: AcquireArgs, vm: &VirtualMachine) -> PyResult<bool> {
        let patience = args.patience(vm)?;
        self.0.acquire(patience, vm)
    }

    #[pymethod]
    #[pymethod(name = "release_lock")]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        if !self.0.is_locked() {
            return Err(vm.new_runtime_error("release unlocked lock"));
        }
        self.0.free();
        Ok(())
    }

    #[pymethod]
    #[pymethod(name = "locked_lock")]
    fn locked(&self) -> bool {
        self.0.is_locked()
    }

    #[pymethod]
    fn _at_fork_reinit(&self) {
        self.0.free();
    }

    #[pymethod]
    fn __reduce__(&self, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_type_error("cannot pickle '_thread.lock' object"))
    }

    #[pymethod]
    fn __enter__(&self, vm: &VirtualMachine) -> PyResult<bool> {
        self.0.acquire(Patience::Endless, vm)
    }

    #[pymethod]
    fn __exit__(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        self.release(vm)
    }
}

impl Representable for PyLock {
    fn repr_str(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.0.is_locked() { "locked" } else { "unlocked" };
        Ok(format!("<{state} _thread.lock object at {:#x}>", zelf.get_id()))
    }
}

/// `_thread.RLock`: its holder may take it again.
#[pyclass(name = "RLock", module = "_thread")]
#[derive(Debug, PyPayload)]
pub(in crate::python) struct PyRLock(Mutex);

impl Constructor for PyRLock {
    type Args = FuncArgs;

    fn py_new(_: &Py<PyType>, _: FuncArgs, _: &VirtualMachine) -> PyResult<Self> {
        Ok(Self(Mutex::default()))
    }
}

impl PyRLock {
    fn is_mine(&self) -> bool {
        self.0.holder() == Some(bridge().scheduler.thread())
    }

    fn take(&self, patience: Patience, vm: &VirtualMachine) -> PyResult<bool> {
        if self.is_mine() {
            self.0.0.lock().count += 1;
            return Ok(true);
        }
        self.0.acquire(patience, vm)
    }
}

#[pyclass(with(Constructor, Representable), flags(BASETYPE, HAS_WEAKREF))]
impl PyRLock {
    #[pymethod]
    fn acquire(&self, args: AcquireArgs, vm: &VirtualMachine) -> PyResult<bool> {
        let patience = args.patience(vm)?;
        self.take(patience, vm)
    }

    #[pymethod]
    fn release(&self, vm: &VirtualMachine) -> PyResult<()> {
        if !self.is_mine() {
            return Err(vm.new_runtime_error("cannot release un-acquired lock"));
        }
        let mut holding = self.0.0.lock();
        holding.count -= 1;
        if holding.count == 0 {
            drop(holding);
            self.0.free();
        }
        Ok(())
    }

    #[pymethod]
    fn locked(&self) -> bool {
        self.0.is_locked()
    }

    #[pymethod]
    fn _is_owned(&self) -> bool {
        self.is_mine()
    }

    #[pymethod]
    fn _recursion_count(&self) -> usize {
        if self.is_mine() { self.0.0.lock().count } else { 0 }
    }

    #[pymethod]
    fn _release_save(&self, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        if !self.is_mine() {
            return Err(vm.new_runtime_error("cannot release un-acquired lock"));
        }
        let count = self.0.0.lock().count;
        self.0.free();
        let ident = ident_of(bridge().scheduler.thread());
        Ok(vm.ctx.new_tuple(vec![vm.ctx.new_int(count).into(), vm.ctx.new_int(ident).into()]))
    }

    #[pymethod]
    fn _acquire_restore(&self, state: PyTupleRef, vm: &VirtualMachine) -> PyResult<()> {
        let count = state.first().cloned().unwrap_or_else(|| vm.ctx.new_int(1).into());
        let count: usize = count.try_to_value(vm)?;
        self.0.acquire(Patience::Endless, vm)?;
        self.0.0.lock().count = count;
        Ok(())
    }

    #[pymethod]
    fn _at_fork_reinit(&self) {
        self.0.free();
    }

    #[pymethod]
    fn __reduce__(&self, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_type_error("cannot pickle '_thread.RLock' object"))
    }

    #[pymethod]
    fn __enter__(&self, vm: &VirtualMachine) -> PyResult<bool> {
        self.take(Patience::Endless, vm)
    }

    #[pymethod]
    fn __exit__(&self, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        self.release(vm)
    }
}

impl Representable for PyRLock {
    fn repr_str(zelf: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        let state = if zelf.0.is_locked() { "locked" } else { "unlocked" };
        let (owner, count) = {
            let holding = zelf.0.0.lock();
            (holding.holder.map_or(0, ident_of), holding.count)
        };
        let name = zelf.class().name().to_string();
        Ok(format!("<{state} _thread.{name} object owner={owner} count={count} at {:#x}>", zelf.get_id()))
    }
}
