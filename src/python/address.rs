//! Addresses of objects, which differ from run to run, made the same in every run.
//!
//! Programs print them (`<Worker object at 0x7f…>`) and ask for them (`id`). Each object gets the next number the
//! first time somebody asks. Which addresses are used again after an object is gone is chance, so the number
//! belongs to the object and not to the address, as far as the object can be watched: instances of classes can.
//! What stands in a text that the interpreter made (`<coroutine object …>`) is known by its address alone.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;
use rustpython_vm::builtins::{PyStr, PyWeak};
use rustpython_vm::function::PyMethodFlags;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, identifier};

/// Where the stable addresses begin: they look like real ones, but no system puts anything there.
const FIRST: u64 = 0x2000_0000_0010;

/// How far apart they are.
const STEP: u64 = 0x30;

/// What stands before an address in a default `repr`.
const MARK: &str = " at 0x";

/// A number that is written out with fewer digits is no address of this machine.
const DIGITS: usize = 9;

/// How many stable addresses were given out.
static GIVEN: AtomicU64 = AtomicU64::new(0);

fn next() -> u64 {
    FIRST + STEP * GIVEN.fetch_add(1, Relaxed)
}

fn is_stable(address: u64) -> bool {
    (FIRST..FIRST + STEP * GIVEN.load(Relaxed)).contains(&address)
}

/// Addresses found in texts.
static SEEN: Mutex<Option<FxHashMap<u64, u64>>> = Mutex::new(None);

/// Objects that were asked about, by address.
static KNOWN: Mutex<Option<FxHashMap<u64, Known>>> = Mutex::new(None);

struct Known {
    stable: u64,
    /// Says whether the object is still the same; none where its type cannot be watched.
    watch: Option<PyRef<PyWeak>>,
}

/// The stable address for a real one.
fn stable(address: u64) -> u64 {
    if is_stable(address) {
        return address;
    }
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    *seen.get_or_insert_default().entry(address).or_insert_with(next)
}

/// The stable address of an object.
pub(super) fn of(object: &PyObject, vm: &VirtualMachine) -> u64 {
    let address = object.get_id() as u64;
    let is_same = |known: &Known| match &known.watch {
        Some(watch) => watch.upgrade().is_some_and(|found| found.is(object)),
        None => true,
    };
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if let Some(found) = known.get(&address).filter(|found| is_same(found)) {
        return found.stable;
    }
    let watch = object.downgrade(None, vm).ok();
    let stable = if watch.is_some() { next() } else { stable(address) };
    let replaced = known.insert(address, Known { stable, watch });
    // What watched the object before this one at the same address has nothing left to do.
    drop(replaced);
    stable
}

/// From here on, instances of classes that the program defines show their stable address.
pub(super) fn install(vm: &VirtualMachine) {
    let class = vm.ctx.types.object_type;
    let shown = |object: PyObjectRef, vm: &VirtualMachine| repr(&object, vm);
    let method = vm.ctx.new_method_def("__repr__", shown, PyMethodFlags::METHOD, None);
    class.set_attr(identifier!(vm, __repr__), method.build_method(class, vm).into());
    class.slots.repr.store(Some(repr));
}

/// `object.__repr__`.
fn repr(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let class = object.class();
    let qualname = class.__qualname__(vm).str(vm)?.to_string_lossy().into_owned();
    let module = class.__module__(vm).str(vm)?.to_string_lossy().into_owned();
    let name = if module == "builtins" { qualname } else { format!("{module}.{qualname}") };
    Ok(vm.ctx.new_str(format!("<{name} object at {:#x}>", of(object, vm))))
}

/// The text with every address in it made stable.
pub(super) fn stable_text(text: &[u8]) -> Cow<'_, [u8]> {
    let mark = MARK.as_bytes();
    let mut out = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text[at..].windows(mark.len()).position(|window| window == mark) {
        let start = at + found + mark.len();
        let digits = text[start..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        at = start + digits;
        let number = std::str::from_utf8(&text[start..at]).ok();
        let shown = digits >= DIGITS && is_inside_brackets(&text[..start]);
        let address = number.filter(|_| shown).and_then(|number| u64::from_str_radix(number, 16).ok());
        if let Some(address) = address {
            out.extend_from_slice(&text[copied..start]);
            out.extend_from_slice(format!("{:x}", stable(address)).as_bytes());
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.extend_from_slice(&text[copied..]);
    Cow::Owned(out)
}

/// Default `repr`s stand in angle brackets, `<Worker object at 0x7f…>`; anything else is the program's own.
fn is_inside_brackets(before: &[u8]) -> bool {
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or(before);
    line.contains(&b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_wherever_it_stands() {
        let text =
            b"<A object at 0x55d0c0ffee10> and <A object at 0x55d0c0ffee10>, <B object at 0x55d0c0ffee80>";
        let stable = String::from_utf8(stable_text(text).into_owned()).unwrap();
        let parts: Vec<&str> = stable.split(" at 0x").map(|part| part.split('>').next().unwrap()).collect();
        assert_eq!(parts[1], parts[2]);
        assert_ne!(parts[1], parts[3]);
        assert!(parts[1].starts_with("20000"), "{stable}");
        assert_eq!(stable_text(stable.as_bytes()), stable.as_bytes(), "it is not changed twice");
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in ["fault at 0xdead", "fault at 0xdeadbeef00", "0x55d0c0ffee10", "", " at 0x"] {
            assert_eq!(stable_text(text.as_bytes()), text.as_bytes());
        }
    }
}
