//! The clock of a run: virtual by default, real on request.
//!
//! Virtual time moves in three ways only: to the next deadline when all is idle, by the length of a blocking
//! call, and by a *creep* at every reading. The creep is what makes virtual runs print what real ones
//! print: without it, delays that CPython sees a few hundred nanoseconds apart become equal deadlines, and
//! equal deadlines run in heap order. Whoever only watches looks at the clock without moving it.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use crate::event::ClockKind;
use crate::time::{Delay, Moment};

/// What one reading adds to virtual time. With 0.1 µs, all of 244 programs that were compared printed what
/// they print under CPython; it vanishes in every figure rounded to a microsecond.
pub const CREEP: Delay = Delay(100);

/// Readings in a row, with nothing happening in between, after which the creep doubles: a program that spins
/// until the clock says so would otherwise read it millions of times.
const PATIENCE: u32 = 1024;

/// The creep is doubled at most this often: to 0.8 ms a reading.
const LARGEST_DOUBLING: u32 = 13;

/// Virtual time does not go beyond this, 146 years, so that readings after it cannot wrap round.
const END: u64 = 1 << 62;

/// The clock of a run. All of its threads share it.
#[derive(Debug)]
pub enum Clock {
    /// Moves as told.
    Virtual {
        /// Nanoseconds since the start.
        now: AtomicU64,
        /// Readings since anything else happened.
        readings: AtomicU32,
    },
    /// The machine's monotonic clock.
    Real {
        /// When the run started.
        start: Instant,
    },
}

impl Clock {
    /// A clock that stands at the start of the run.
    #[must_use]
    pub fn new(kind: ClockKind) -> Self {
        match kind {
            ClockKind::Virtual => Self::Virtual { now: AtomicU64::new(0), readings: AtomicU32::new(0) },
            ClockKind::Real => Self::Real { start: Instant::now() },
        }
    }

    /// Which clock it is.
    pub const fn kind(&self) -> ClockKind {
        match self {
            Self::Virtual { .. } => ClockKind::Virtual,
            Self::Real { .. } => ClockKind::Real,
        }
    }

    /// The time, without moving it: for instrumentation.
    pub fn look(&self) -> Moment {
        match self {
            Self::Virtual { now, .. } => Moment(now.load(Relaxed)),
            Self::Real { start } => Moment(Delay::from(start.elapsed()).0),
        }
    }

    /// The time as the program reads it: moves by the creep first.
    pub fn read(&self) -> Moment {
        match self {
            Self::Virtual { now, readings } => {
                let doublings = (readings.fetch_add(1, Relaxed) / PATIENCE).min(LARGEST_DOUBLING);
                let creep = CREEP.0 << doublings;
                Moment(now.fetch_add(creep, Relaxed).saturating_add(creep))
            }
            Self::Real { .. } => self.look(),
        }
    }

    /// Something else than a reading happened: the creep is small again.
    pub fn disturb(&self) {
        if let Self::Virtual { readings, .. } = self {
            readings.store(0, Relaxed);
        }
    }

    /// Moves virtual time forward to `moment`; never back. A real clock moves by itself.
    pub fn advance_to(&self, moment: Moment) {
        if let Self::Virtual { now, readings } = self {
            now.fetch_max(moment.0.min(END), Relaxed);
            readings.store(0, Relaxed);
        }
    }
}

/// Measures real time, for the sum that `loopscope run --summary` gives.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts measuring.
    #[must_use]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Real time since the start.
    #[must_use]
    pub fn elapsed(self) -> Delay {
        self.0.elapsed().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_does_not_move_it_and_reading_does() {
        let clock = Clock::new(ClockKind::Virtual);
        assert_eq!((clock.look(), clock.look()), (Moment(0), Moment(0)));
        assert_eq!((clock.read(), clock.read()), (Moment(100), Moment(200)));
    }

    #[test]
    fn it_never_goes_back() {
        let clock = Clock::new(ClockKind::Virtual);
        clock.advance_to(Moment(5_000));
        clock.advance_to(Moment(4_000));
        assert_eq!(clock.look(), Moment(5_000));
    }

    #[test]
    fn a_program_that_spins_on_the_clock_gets_there() {
        let clock = Clock::new(ClockKind::Virtual);
        let mut readings = 0;
        while clock.read() < Moment(200_000_000) {
            readings += 1;
        }
        assert!(readings < 20_000, "{readings} readings for 0.2 s");
        clock.disturb();
        let before = clock.look();
        assert_eq!(clock.read(), before + CREEP);
    }
}
