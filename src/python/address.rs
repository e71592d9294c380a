//! Addresses of objects, which differ from run to run, made the same in every run.
//!
//! Programs print them (`<Worker object at 0x7f…>`) and ask for them (`id`). Each gets the next number the
//! first time it is seen. What the program *does* with memory is deterministic, so which addresses come up
//! again is, too.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

/// Where the stable addresses begin; they look like real ones.
const FIRST: u64 = 0x7f00_0000_0010;

/// How far apart they are.
const STEP: u64 = 0x30;

/// What stands before an address in a default `repr`.
const MARK: &str = " at 0x";

/// A number that is written out with fewer digits is no address of this machine.
const DIGITS: usize = 9;

static SEEN: Mutex<Option<FxHashMap<u64, u64>>> = Mutex::new(None);

/// The stable address for a real one.
pub(super) fn stable(address: u64) -> u64 {
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let seen = seen.get_or_insert_default();
    let next = FIRST + STEP * seen.len() as u64;
    *seen.entry(address).or_insert(next)
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
        assert!(parts[1].starts_with("7f"), "{stable}");
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in ["fault at 0xdead", "fault at 0xdeadbeef00", "0x55d0c0ffee10", "", " at 0x"] {
            assert_eq!(stable_text(text.as_bytes()), text.as_bytes());
        }
    }
}
