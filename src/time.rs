//! Virtual time: instants of a run, in nanoseconds since it started.

use std::fmt;
use std::ops::{Add, Sub};
use std::time::Duration;

/// Nanoseconds in a second.
pub const SECOND: u64 = 1_000_000_000;

/// An instant of a run: nanoseconds of virtual time since the run started.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Moment(pub u64);

impl Moment {
    /// The start of the run.
    pub const START: Self = Self(0);

    /// The instant as seconds, the way Python's clocks give it.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / SECOND as f64
    }

    /// The instant nearest to `seconds`; what lies before the start becomes the start, what lies beyond
    /// the range (584 years) or is not a number becomes its end.
    #[must_use]
    pub fn from_secs_f64(seconds: f64) -> Self {
        if seconds.is_nan() {
            return Self(u64::MAX);
        }
        // A float-to-integer cast saturates, which is the rule stated above.
        Self((seconds * SECOND as f64).round() as u64)
    }

    /// Time from `earlier` to here; zero where `earlier` is in fact later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Delay {
        Delay(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Delay> for Moment {
    type Output = Self;

    fn add(self, delay: Delay) -> Self {
        Self(self.0.saturating_add(delay.0))
    }
}

impl Sub<Delay> for Moment {
    type Output = Self;

    fn sub(self, delay: Delay) -> Self {
        Self(self.0.saturating_sub(delay.0))
    }
}

/// Seconds with three decimals: `2.000`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Delay(self.0).fmt(f)
    }
}

/// A stretch of virtual time, in nanoseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Delay(pub u64);

impl Delay {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// The stretch in seconds.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / SECOND as f64
    }

    /// The stretch nearest to `seconds`; negative becomes zero, too long or not a number the longest.
    #[must_use]
    pub fn from_secs_f64(seconds: f64) -> Self {
        Self(Moment::from_secs_f64(seconds).0)
    }
}

impl From<Duration> for Delay {
    fn from(duration: Duration) -> Self {
        Self(u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX))
    }
}

impl From<Delay> for Duration {
    fn from(delay: Delay) -> Self {
        Self::from_nanos(delay.0)
    }
}

/// Seconds with three decimals, rounded to the nearest: `0.250`.
impl fmt::Display for Delay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = self.0 / 1_000_000 + u64::from(self.0 % 1_000_000 >= 500_000);
        write!(f, "{}.{:03}", ms / 1000, ms % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_survive_the_way_through_floats() {
        assert_eq!(Moment::from_secs_f64(2.000_000_1), Moment(2_000_000_100));
        assert_eq!(Moment(1_500_000_000).as_secs_f64().to_string(), "1.5");
        assert_eq!(Moment::from_secs_f64(-1.0), Moment::START);
        assert_eq!(Moment::from_secs_f64(f64::INFINITY), Moment(u64::MAX));
        assert_eq!(Moment::from_secs_f64(f64::NAN), Moment(u64::MAX));
    }

    #[test]
    fn shown_with_three_decimals_rounded() {
        assert_eq!(Moment(3_000_000_700).to_string(), "3.000");
        assert_eq!(Delay(999_600).to_string(), "0.001");
    }
}
