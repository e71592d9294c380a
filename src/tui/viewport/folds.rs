//! Long stretches of a run in which nothing happens, folded: on the time axis each takes as little as it must.
//!
//! ```text
//!  time     0 ──── 1 s ─────────────────────────── 3600 s ── 3601 s
//!  folded   0 ──── 1 s ──╱╱── 1.1 s ── 2.1 s
//! ```

use crate::model::History;
use crate::time::Moment;

/// Stretches that are folded at most.
const MOST: usize = 16;

/// Long stretches are this many times as long as those that are not.
const LONGER: u64 = 4;

/// What all folded stretches together take, as a part of everything that is not folded.
const FOLDED_PART: u64 = 4;

/// The least that a folded stretch takes: a thousandth of a second.
const LEAST: u64 = 1_000_000;

/// The longest stretches without an event, found as events arrive.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Gaps {
    seen: usize,
    /// How long, and from when; the longest first.
    longest: Vec<(u64, u64)>,
}

impl Gaps {
    /// Looks at the events that are new.
    pub fn update(&mut self, history: &History) {
        for n in self.seen.max(1)..history.len() {
            let (from, to) = (history.at(n - 1).0, history.at(n).0);
            self.note(from, to - from);
        }
        self.seen = history.len();
    }

    fn note(&mut self, from: u64, length: u64) {
        let shortest = self.longest.last().map_or(0, |(length, _)| *length);
        if length < LEAST || (self.longest.len() == MOST && length <= shortest) {
            return;
        }
        let place = self.longest.partition_point(|(longer, _)| *longer >= length);
        self.longest.insert(place, (length, from));
        self.longest.truncate(MOST);
    }

    /// The stretches that are worth folding in a run that ends at `end`.
    pub fn folds(&self, end: Moment) -> Folds {
        let stand_out = |pair: &[(u64, u64)]| pair[0].0 >= pair[1].0.saturating_mul(LONGER);
        let count = self.longest.windows(2).rposition(stand_out).map_or(0, |last| last + 1);
        let mut folded: Vec<_> = self.longest[..count].iter().map(|&(length, from)| (from, length)).collect();
        let rest = end.0.saturating_sub(folded.iter().map(|(_, length)| length).sum());
        let shortest = folded.iter().map(|(_, length)| *length).min().unwrap_or(0);
        let length = (rest / FOLDED_PART / count.max(1) as u64).max(LEAST).min(shortest);
        folded.sort_unstable();
        let mut saved = 0;
        let folds = folded.into_iter().map(|(from, real)| {
            let fold = Fold { from, to: from + real, at: from - saved, length };
            saved += real - length;
            fold
        });
        Folds(folds.collect())
    }
}

/// A folded stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fold {
    /// When it begins.
    pub from: u64,
    /// When it ends.
    pub to: u64,
    /// Where it begins on the folded axis.
    at: u64,
    /// What it takes there.
    length: u64,
}

/// The folded stretches of a run, in their order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Folds(Vec<Fold>);

/// Nothing is folded.
pub static UNFOLDED: Folds = Folds(Vec::new());

impl Folds {
    /// The stretches.
    pub fn iter(&self) -> impl Iterator<Item = &Fold> {
        self.0.iter()
    }

    /// The stretch in which an instant lies, but not at its beginning.
    pub fn around(&self, time: u64) -> Option<&Fold> {
        let after = self.0.partition_point(|fold| fold.from < time);
        self.0[..after].last().filter(|fold| time < fold.to)
    }

    /// Where an instant lies on the folded axis.
    pub fn fold(&self, time: u64) -> u64 {
        let after = self.0.partition_point(|fold| fold.from <= time);
        let Some(fold) = self.0[..after].last() else { return time };
        if time >= fold.to {
            return (time - fold.to).saturating_add(fold.at + fold.length);
        }
        let part = (time - fold.from) as f64 / (fold.to - fold.from) as f64;
        fold.at + ((fold.length as f64 * part) as u64).min(fold.length)
    }

    /// The instant at a place on the folded axis.
    pub fn unfold(&self, place: u64) -> u64 {
        let after = self.0.partition_point(|fold| fold.at <= place);
        let Some(fold) = self.0[..after].last() else { return place };
        let end = fold.at + fold.length;
        if place >= end {
            return (place - end).saturating_add(fold.to);
        }
        let real = fold.to - fold.from;
        let part = (place - fold.at) as f64 / fold.length as f64;
        fold.from + ((real as f64 * part) as u64).min(real)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folds(gaps: &[(u64, u64)], end: u64) -> Folds {
        let mut all = Gaps::default();
        for &(from, to) in gaps {
            all.note(from, to - from);
        }
        all.folds(Moment(end))
    }

    const S: u64 = 1_000_000_000;

    #[test]
    fn only_what_is_long_is_folded() {
        let folds = folds(&[(0, S), (S, 2 * S), (10 * S, 3610 * S)], 3700 * S);
        assert_eq!(folds.iter().map(|fold| (fold.from, fold.to)).collect::<Vec<_>>(), [(10 * S, 3610 * S)]);
        assert_eq!((folds.fold(10 * S), folds.unfold(10 * S)), (10 * S, 10 * S));
        assert!(folds.fold(3700 * S) < 130 * S);
        assert!(folds.around(20 * S).is_some() && folds.around(10 * S).is_none());
    }

    proptest::proptest! {
        #[test]
        fn folding_keeps_the_order_and_can_be_undone(
            lengths in proptest::collection::vec(0..5_000 * S, 1..40),
            times in proptest::collection::vec(0.0..1.1_f64, 1..40),
        ) {
            let mut at = 0;
            let gaps: Vec<_> = lengths.iter().map(|length| { at += length; (at - length, at) }).collect();
            let folds = folds(&gaps, at);
            let mut times: Vec<u64> = times.iter().map(|part| (at as f64 * part) as u64).collect();
            times.sort_unstable();
            for pair in times.windows(2) {
                proptest::prop_assert!(folds.fold(pair[0]) <= folds.fold(pair[1]));
            }
            for time in times {
                let place = folds.fold(time);
                proptest::prop_assert!(place <= time);
                let back = folds.unfold(place);
                match folds.around(time) {
                    // Within a fold several instants share a place.
                    Some(fold) => proptest::prop_assert!(fold.from <= back && back <= time + 1),
                    None => proptest::prop_assert_eq!(back, time),
                }
            }
        }
    }
}
