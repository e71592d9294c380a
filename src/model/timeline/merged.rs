//! The tracks of several tasks as one.

use super::{STATES, SpanState, Start, Timeline, Track, TrackId};
use crate::id::TaskId;

impl Timeline<'_> {
    /// One track for several tasks: at every instant it is in the state of the one that does most.
    #[must_use]
    pub fn merged(self, tasks: &[TaskId]) -> Track {
        const NONE: u64 = 7;
        // Each change as one number: the event, then the state that is left, then the one that is entered.
        let mut changes: Vec<u64> = Vec::new();
        for track in tasks.iter().filter_map(|task| self.track(TrackId::Task(*task))) {
            let mut before = NONE;
            for start in &track.starts {
                let state = start.state() as u64;
                changes.push(u64::from(start.event()) << 6 | before << 3 | state);
                before = state;
            }
        }
        changes.sort_unstable();
        let mut counts = [0_usize; STATES.len()];
        let mut merged = Track::default();
        for (index, change) in changes.iter().enumerate() {
            let (event, before, state) = (change >> 6, change >> 3 & 7, change & 7);
            if let Some(count) = counts.get_mut(before as usize) {
                *count -= 1;
            }
            counts[state as usize] += 1;
            // Of several changes at one event the last is what holds.
            if changes.get(index + 1).is_some_and(|next| next >> 6 == event) {
                continue;
            }
            let most = [SpanState::Blocked, SpanState::Running, SpanState::Queued, SpanState::Waiting]
                .into_iter()
                .find(|state| counts[*state as usize] > 0)
                .unwrap_or(SpanState::Over);
            merged.change(event as u32, most);
        }
        merged.starts.shrink_to_fit();
        debug_assert!(merged.starts.windows(2).all(|pair: &[Start]| pair[0].event() < pair[1].event()));
        merged
    }
}
