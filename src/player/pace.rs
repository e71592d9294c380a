//! How fast playing goes: how long each event is shown before the next.
//!
//! Steps take no virtual time, so at true speed all that happens at one instant would flash by unseen, and
//! a sleep of an hour would be an hour of nothing. So each run of a step or callback is held for a moment,
//! all the runs of one instant for a few seconds at most, and a long stretch without events is shortened.

use std::fmt;
use std::time::Duration;

use crate::model::History;
use crate::time::{Delay, Moment};

/// How fast virtual time runs, as a power of two: from ⅛ to 64 times.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Speed(i8);

const SLOWEST: i8 = -3;
const FASTEST: i8 = 6;

impl Speed {
    /// Virtual time runs as fast as the clock on the wall.
    pub const TRUE: Self = Self(0);

    /// Twice as fast, as far as that goes.
    #[must_use]
    pub const fn faster(self) -> Self {
        Self(if self.0 < FASTEST { self.0 + 1 } else { FASTEST })
    }

    /// Half as fast, as far as that goes.
    #[must_use]
    pub const fn slower(self) -> Self {
        Self(if self.0 > SLOWEST { self.0 - 1 } else { SLOWEST })
    }

    /// So many virtual seconds in a second; none that is not one of the speeds.
    pub fn of(factor: f64) -> Option<Self> {
        (SLOWEST..=FASTEST).map(Self).find(|speed| (speed.factor() - factor).abs() < 1e-9)
    }

    /// Virtual seconds in a second.
    pub fn factor(self) -> f64 {
        f64::from(self.0).exp2()
    }
}

/// `1×`, `1/8×`.
impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = 1_u32 << self.0.unsigned_abs();
        if self.0 < 0 { write!(f, "1/{power}×") } else { write!(f, "{power}×") }
    }
}

/// The holds that follow one another, in milliseconds.
const HOLDS: [u16; 8] = [0, 50, 100, 250, 500, 1000, 2000, LONGEST_HOLD];

/// The longest hold, in milliseconds.
const LONGEST_HOLD: u16 = 10_000;

/// How long a step is held, at the speed 1, in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Hold(u16);

impl Default for Hold {
    /// A quarter of a second.
    fn default() -> Self {
        Self(250)
    }
}

impl Hold {
    /// True time: no hold.
    pub const NONE: Self = Self(0);

    /// As long as that, at most ten seconds.
    pub fn of(duration: Duration) -> Self {
        Self(u16::try_from(duration.as_millis()).unwrap_or(LONGEST_HOLD).min(LONGEST_HOLD))
    }

    /// The next longer one.
    #[must_use]
    pub fn longer(self) -> Self {
        Self(HOLDS.into_iter().find(|&other| other > self.0).unwrap_or(LONGEST_HOLD))
    }

    /// The next shorter one.
    #[must_use]
    pub fn shorter(self) -> Self {
        Self(HOLDS.into_iter().rev().find(|&other| other < self.0).unwrap_or(0))
    }

    /// How long that is.
    pub const fn duration(self) -> Duration {
        Duration::from_millis(self.0 as u64)
    }
}

/// The longest that everything at one instant is held, at the speed 1.
const INSTANT: Duration = Duration::from_secs(3);

/// What counts as one instant: reading the clock moves virtual time by a trifle, so the same instant is
/// not quite the same number.
const INSTANT_GRAIN: u64 = 1_000_000;

/// The longest wait without an event, at the speed 1 and above; below, as much longer as time is slower.
const IDLE: Duration = Duration::from_secs(4);

/// What is left of a wait that is skipped: enough to be seen.
const SKIPPED: Duration = Duration::from_millis(250);

/// What becomes of a long wait without an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Idle {
    /// It passes in a few seconds.
    #[default]
    Shortened,
    /// It passes at once.
    Skipped,
}

/// How fast playing goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Pace {
    /// How fast virtual time runs; holds are scaled by it too.
    pub speed: Speed,
    /// How long a step is held.
    pub hold: Hold,
    /// What becomes of long waits.
    pub idle: Idle,
}

/// What lies between an instant and the next event while playing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Interval {
    /// First the latest run is held.
    pub hold: Duration,
    /// Then virtual time passes, this long on the wall.
    pub passing: Duration,
    /// That much of it.
    pub virtual_time: Delay,
    /// Whether `passing` is shorter than the speed would have it.
    pub shortened: bool,
}

impl Interval {
    /// All of it.
    pub fn total(&self) -> Duration {
        self.hold + self.passing
    }

    /// How much virtual time has passed after `waited` of it.
    pub fn virtual_after(&self, waited: Duration) -> Delay {
        let passed = waited.saturating_sub(self.hold);
        if passed >= self.passing {
            return self.virtual_time;
        }
        let part = passed.as_secs_f64() / self.passing.as_secs_f64();
        Delay((self.virtual_time.0 as f64 * part) as u64)
    }

    /// After how much of it so much virtual time has passed.
    pub fn after_virtual(&self, passed: Delay) -> Duration {
        if self.virtual_time.0 == 0 || passed.0 == 0 {
            return Duration::ZERO;
        }
        let part = (passed.0 as f64 / self.virtual_time.0 as f64).min(1.0);
        self.hold + self.passing.mul_f64(part)
    }
}

impl Pace {
    /// How long the instant after `n` events is shown before event `n` follows; none where it is not there.
    pub fn interval(self, history: &History, n: usize) -> Option<Interval> {
        if n >= history.len() {
            return None;
        }
        let Some(last) = n.checked_sub(1) else { return Some(Interval::default()) };
        let virtual_time = history.at(n).since(history.at(last));
        let true_time = Duration::from(virtual_time).div_f64(self.speed.factor());
        let longest = match self.idle {
            Idle::Shortened => IDLE.div_f64(self.speed.factor().min(1.0)),
            Idle::Skipped => SKIPPED,
        };
        let hold = if history.begins_run(last) { self.hold_at(history, last) } else { Duration::ZERO };
        Some(Interval { hold, passing: true_time.min(longest), virtual_time, shortened: true_time > longest })
    }

    /// How long the run that begins with `event` is held: less where many share its instant.
    fn hold_at(self, history: &History, event: usize) -> Duration {
        let timeline = history.timeline();
        let instant = history.at(event).0 / INSTANT_GRAIN * INSTANT_GRAIN;
        let first = history.events_before(Moment(instant));
        let after = history.events_before(Moment(instant + INSTANT_GRAIN));
        let runs = timeline.column(after).saturating_sub(timeline.column(first)).max(1);
        let most = INSTANT.div_f64(runs as f64);
        self.hold.duration().min(most).div_f64(self.speed.factor())
    }
}
