//! The scheduling policy: which of the ready handles runs next.
//!
//! `asyncio` is first in, first out, and so is the default. The seam is here because other orders teach:
//! a program that is right only under one of them has a race.

use std::collections::VecDeque;

/// Chooses among the ready handles of one iteration.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Policy {
    /// The one that waited longest.
    #[default]
    Fifo,
    /// As decided beforehand, a number per choice, then first in, first out. What is out of range is taken
    /// as the last.
    Scripted(VecDeque<u32>),
    /// At random, but the same for the same seed.
    Seeded(u64),
}

impl Policy {
    /// The place of the handle to run, among `ready` of them.
    pub fn choose(&mut self, ready: usize) -> usize {
        if ready < 2 {
            return 0;
        }
        match self {
            Self::Fifo => 0,
            Self::Scripted(decisions) => decisions.pop_front().map_or(0, |n| (n as usize).min(ready - 1)),
            Self::Seeded(state) => (split_mix(state) % ready as u64) as usize,
        }
    }

    /// Whether choices are made at all, and so are worth recording.
    pub const fn decides(&self) -> bool {
        !matches!(self, Self::Fifo)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): a small generator whose every seed is good.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripted_decisions_are_taken_in_turn_then_it_is_first_in_first_out() {
        let mut policy = Policy::Scripted([2, 9].into());
        assert_eq!([policy.choose(3), policy.choose(3), policy.choose(3)], [2, 2, 0]);
    }

    #[test]
    fn the_same_seed_chooses_the_same() {
        let choices = |seed| {
            let mut policy = Policy::Seeded(seed);
            (0..20).map(|_| policy.choose(5)).collect::<Vec<_>>()
        };
        assert_eq!(choices(7), choices(7));
        assert_ne!(choices(7), choices(8));
    }
}
