//! What each cell of a drawn timeline shows.
//!
//! The edges of the cells are looked up once for a picture; each row then walks over its own spans only,
//! and jumps from cell to cell by halving, so that what it costs depends on the cells, not on the spans.

use crate::time::Moment;

use super::{SpanState, Start, Timeline, Track};

/// What the horizontal axis counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Axis {
    /// Virtual time, in nanoseconds.
    #[default]
    Time,
    /// Steps and callbacks: one column for each.
    Order,
}

/// The part of an axis that is to be drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct View {
    /// Which axis.
    pub axis: Axis,
    /// Where the first cell begins: nanoseconds or columns.
    pub from: u64,
    /// How much a cell covers: nanoseconds or columns.
    pub width: f64,
    /// How many cells there are.
    pub cells: usize,
}

impl View {
    /// Where a cell begins.
    pub fn position(self, cell: usize) -> u64 {
        // A float-to-integer cast saturates: beyond the end is beyond the end.
        self.from.saturating_add((cell as f64 * self.width).round() as u64)
    }
}

/// The cells of a picture, and the events at which each begins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grid {
    /// One more than cells: the first event of each cell, and of what follows the last.
    edges: Vec<u32>,
    /// By cell, the event before which what holds is the first thing seen in the cell: on the time axis the
    /// second event, since what is over at the first took no time in the cell; on the order axis the end of
    /// the cell's first column, since what changes within a column fills it.
    settled: Vec<u32>,
    /// Only this many events are shown.
    until: u32,
    /// Only this many cells are: those after it are still to come.
    shown: usize,
}

/// What a cell shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Cell {
    /// The most telling of the states within the cell.
    pub state: SpanState,
    /// Whether the cell holds more than one span.
    pub merged: bool,
}

/// Spans looked at within one cell. A task that changes more often than that runs in between, and running
/// is the most telling state of all but one.
const LOOK: usize = 8;

impl Grid {
    /// How many cells there are.
    pub fn cells(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// The cell in which an event is drawn; none where it is outside the picture.
    pub fn cell_of(&self, event: usize) -> Option<usize> {
        let cell = self.edges.partition_point(|&edge| edge as usize <= event).checked_sub(1)?;
        (cell < self.cells()).then_some(cell)
    }
}

/// How much a state tells: what is short-lived and what is wrong must not vanish beside a long wait.
const fn weight(state: SpanState) -> u8 {
    match state {
        SpanState::Blocked => 5,
        SpanState::Running => 4,
        SpanState::Queued => 3,
        SpanState::Waiting => 2,
        SpanState::Idle => 1,
        SpanState::Over => 0,
    }
}

impl Timeline<'_> {
    /// Where an event lies on an axis: nanoseconds or columns.
    pub fn position(self, axis: Axis, event: usize) -> u64 {
        match axis {
            Axis::Time => self.log.at(event).0,
            Axis::Order => self.column(event) as u64,
        }
    }

    /// The first event at or after a position on an axis.
    pub fn event_at(self, axis: Axis, position: u64) -> usize {
        match axis {
            Axis::Time => self.log.first_at(Moment(position)),
            Axis::Order => self.column_start(usize::try_from(position).unwrap_or(usize::MAX)),
        }
    }

    /// Lays cells over an axis. The first `until` events are shown, up to the position `now`, where the
    /// playhead is.
    pub fn grid(self, view: View, until: usize, now: u64) -> Grid {
        self.grid_at(view.axis, view.cells, |cell| view.position(cell), until, now)
    }

    /// The same where cells need not be of one width: `position` says where each begins.
    pub fn grid_at(
        self,
        axis: Axis,
        cells: usize,
        position: impl Fn(usize) -> u64,
        until: usize,
        now: u64,
    ) -> Grid {
        let edge = |cell: usize| self.event_at(axis, position(cell)) as u32;
        let shown = (0..cells).take_while(|&cell| position(cell) <= now).count();
        let edges: Vec<u32> = (0..=cells).map(edge).collect();
        let settled = |(cell, edge): (usize, &[u32])| match axis {
            Axis::Time => (edge[0] + 1).min(edge[1]),
            Axis::Order => self.event_at(Axis::Order, position(cell) + 1) as u32,
        };
        Grid {
            settled: edges.windows(2).enumerate().map(settled).collect(),
            edges,
            until: until.min(self.log.len()) as u32,
            shown: if until == 0 { 0 } else { shown },
        }
    }

    /// What the cells of a grid show of a track; none where the track has not begun or is over.
    pub fn row(self, track: &Track, grid: &Grid) -> Vec<Option<Cell>> {
        let starts = &track.starts;
        let mut at = 0;
        grid.edges
            .windows(2)
            .enumerate()
            .map(|(cell, edge)| {
                if cell >= grid.shown {
                    return None;
                }
                let settled = grid.settled[cell].min(grid.until);
                // `at` becomes the first span seen in the cell, `next` the first after it.
                let before = starts[at..].partition_point(|start| start.event() < settled);
                at += before.saturating_sub(1);
                let end = edge[1].max(settled).min(grid.until);
                let next = at + starts[at..].partition_point(|start| start.event() < end);
                // A block within a step takes no column, but must not vanish.
                let is_block = |start: &&Start| start.state() == SpanState::Blocked;
                let earlier =
                    starts[..at].iter().rev().take(LOOK).take_while(|start| start.event() >= edge[0]);
                let in_step = starts.get(at).is_some_and(|start| start.event() >= edge[0]);
                if in_step && earlier.clone().any(|start| is_block(&start)) {
                    return Some(Cell { state: SpanState::Blocked, merged: true });
                }
                let seen = starts.get(at..next).unwrap_or_default();
                let state = seen.iter().take(LOOK).map(|start| start.state()).max_by_key(|&s| weight(s))?;
                let count = seen.iter().take(LOOK).filter(|start| start.state() != SpanState::Over).count();
                (state != SpanState::Over).then_some(Cell { state, merged: count > 1 })
            })
            .collect()
    }
}
