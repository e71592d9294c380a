//! What part of the timeline is visible, and where its ticks stand.

use crate::model::timeline::{Axis, View};
use crate::time::{Moment, SECOND};

/// Runs that last less are nothing on a time axis: they are shown by order.
const NO_TIME: u64 = SECOND / 1000;

/// A day, in nanoseconds.
const DAY: u64 = 86_400 * SECOND;

/// What is left out of the length of a run: a thousandth of a second.
const TRIFLE: u64 = SECOND / 1000;

/// The most cells for one column of the order axis.
const WIDEST_COLUMN: usize = 3;

/// How far one can zoom in: each level shows half of the one before.
const DEEPEST: u32 = 20;

/// What somebody has chosen to see; everything else follows the playhead.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Viewport {
    /// The axis; none for the one that fits the run.
    pub axis: Option<Axis>,
    zoom: u32,
}

/// The run, as far as it matters for what is visible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent {
    /// The instant at the playhead.
    pub now: Moment,
    /// The last instant that is known.
    pub end: Moment,
    /// The column at the playhead.
    pub column: usize,
    /// The columns that are known.
    pub columns: usize,
    /// Whether the run is over there, so that nothing grows any more.
    pub is_complete: bool,
}

/// The visible part of an axis, in cells.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Window {
    /// What the model is asked for.
    pub view: View,
    /// How many cells on the screen one cell of the view takes up.
    pub scale: usize,
}

/// A tick of an axis.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tick {
    /// The cell on the screen.
    pub cell: usize,
    /// What stands there.
    pub label: String,
}

impl Viewport {
    /// The axis that is shown.
    pub fn axis(self, extent: Extent) -> Axis {
        let fitting = if extent.is_complete && extent.end.0 < NO_TIME { Axis::Order } else { Axis::Time };
        self.axis.unwrap_or(fitting)
    }

    /// Exchanges the axes.
    pub fn toggle_axis(&mut self, extent: Extent) {
        self.axis = Some(match self.axis(extent) {
            Axis::Time => Axis::Order,
            Axis::Order => Axis::Time,
        });
        self.zoom = 0;
    }

    /// Shows half as much.
    pub fn zoom_in(&mut self) {
        self.zoom = (self.zoom + 1).min(DEEPEST);
    }

    /// Shows twice as much, at most everything.
    pub const fn zoom_out(&mut self) {
        self.zoom = self.zoom.saturating_sub(1);
    }

    /// Whether only a part is shown.
    pub const fn is_zoomed(self) -> bool {
        self.zoom > 0
    }

    /// The visible part of the axis in so many cells of the screen.
    pub fn window(self, extent: Extent, cells: usize) -> Window {
        match self.axis(extent) {
            Axis::Time => self.time_window(extent, cells),
            Axis::Order => Self::order_window(extent, cells),
        }
    }

    fn time_window(self, extent: Extent, cells: usize) -> Window {
        // What is still growing is drawn on round numbers, so that it is not rescaled all the time.
        let total = if extent.is_complete {
            // Reading the clock costs a trifle; the end lies on a tick where it does but for that.
            extent.end.0 - extent.end.0 % TRIFLE.min(extent.end.0.max(1))
        } else {
            round_up(extent.now.0.saturating_add(extent.now.0 / 4).max(SECOND))
        };
        let visible = (total >> self.zoom).max(cells as u64).max(1);
        // The last instant has a cell of its own.
        let width = visible as f64 / cells.saturating_sub(1).max(1) as f64;
        let latest = total.saturating_sub(visible);
        // The playhead moves through the picture and turns it over at its end, like a page.
        let pages = visible / 2;
        let from = if latest == 0 || pages == 0 {
            0
        } else {
            (extent.now.0.saturating_sub(pages / 2) / pages * pages).min(latest)
        };
        Window { view: View { axis: Axis::Time, from, width, cells }, scale: 1 }
    }

    fn order_window(extent: Extent, cells: usize) -> Window {
        let columns = extent.columns.max(extent.column) + 1;
        let scale = (cells / columns).clamp(1, WIDEST_COLUMN);
        let visible = (cells / scale).max(1);
        let page = (visible / 2).max(1);
        let latest = columns.saturating_sub(visible);
        let from = (extent.column.saturating_sub(page / 2) / page * page).min(latest);
        let cells = visible.min(columns - from);
        let view = View { axis: Axis::Order, from: from as u64, width: 1.0, cells };
        Window { view, scale }
    }
}

impl Window {
    /// The cell on the screen for a position on the axis; none where it is not visible.
    pub fn cell(self, position: u64) -> Option<usize> {
        let offset = position.checked_sub(self.view.from)? as f64 / self.view.width;
        // An instant lies in the cell whose edge is at or before it.
        let cell = (0..=2)
            .map(|back| (offset as usize + 1).saturating_sub(back))
            .find(|&cell| self.view.position(cell) <= position)?;
        (cell < self.view.cells).then_some(cell * self.scale)
    }

    /// The ticks: on 1, 2 or 5 times a power of ten, labels at least `apart` cells from one another.
    pub fn ticks(self, apart: usize) -> Vec<Tick> {
        let width = self.view.width / self.scale as f64;
        let least = (width * apart.max(1) as f64).ceil() as u64;
        let step = match self.view.axis {
            Axis::Time => round_up_time(least),
            Axis::Order => round_up(least),
        };
        let mut ticks = Vec::new();
        let mut position = self.view.from.div_ceil(step).saturating_mul(step);
        while let Some(cell) = self.cell(position) {
            let label = match self.view.axis {
                Axis::Time => time_label(position, step),
                Axis::Order => position.to_string(),
            };
            ticks.push(Tick { cell, label });
            let Some(next) = position.checked_add(step) else { break };
            position = next;
        }
        ticks
    }
}

/// The next number of the form 1, 2 or 5 times a power of ten.
fn round_up(number: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            let Some(candidate) = power.checked_mul(factor) else { return u64::MAX };
            if candidate >= number {
                return candidate;
            }
        }
        let Some(next) = power.checked_mul(10) else { return u64::MAX };
        power = next;
    }
}

/// The steps between a minute and a day that read well, in seconds.
const LONG_STEPS: [u64; 12] = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

/// The next stretch of time that reads well.
fn round_up_time(number: u64) -> u64 {
    let short = round_up(number);
    if short < 60 * SECOND {
        return short;
    }
    let long = LONG_STEPS.into_iter().map(|step| step * SECOND).find(|&step| step >= number);
    long.unwrap_or_else(|| round_up(number.div_ceil(DAY)).saturating_mul(DAY))
}

/// A time with the unit and the decimals that fit the distance of the ticks.
fn time_label(position: u64, step: u64) -> String {
    let (unit, name) = match step {
        0..1_000 => (1, "ns"),
        1_000..1_000_000 => (1_000, "us"),
        1_000_000..100_000_000 => (1_000_000, "ms"),
        100_000_000..60_000_000_000 => (SECOND, "s"),
        60_000_000_000..3_600_000_000_000 => (60 * SECOND, "min"),
        3_600_000_000_000..DAY => (3600 * SECOND, "h"),
        _ => (DAY, "d"),
    };
    let whole = position as f64 / unit as f64;
    let decimals = usize::from(step < unit);
    if position == 0 { format!("0 {name}") } else { format!("{whole:.decimals$} {name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn extent(now: u64, end: u64) -> Extent {
        Extent { now: Moment(now), end: Moment(end), column: 0, columns: 10, is_complete: true }
    }

    fn labels(window: Window, apart: usize) -> Vec<(usize, String)> {
        window.ticks(apart).into_iter().map(|tick| (tick.cell, tick.label)).collect()
    }

    #[test]
    fn a_whole_run_fits_and_its_end_has_a_cell() {
        let window = Viewport::default().window(extent(0, 3 * SECOND), 31);
        assert_eq!(window.cell(0), Some(0));
        assert_eq!(window.cell(3 * SECOND), Some(30));
        assert_eq!(window.cell(3 * SECOND + 200_000_000), None);
        let expected = ["0 s", "1 s", "2 s", "3 s"].map(str::to_owned);
        assert_eq!(labels(window, 8), [0, 10, 20, 30].into_iter().zip(expected).collect::<Vec<_>>());
    }

    #[test]
    fn ticks_are_round_at_any_size() {
        for end in [5, 999, 12_345, 7_000_000, 60 * SECOND, 86_400 * SECOND, u64::MAX / 2] {
            for cells in [1, 2, 7, 40, 200] {
                let window = Viewport::default().window(extent(end / 2, end), cells);
                let ticks = window.ticks(7);
                assert!(ticks.len() <= cells / 5 + 2, "{end} in {cells}: {ticks:?}");
                assert!(ticks.iter().all(|tick| tick.cell < cells));
            }
        }
        assert_eq!(
            [3, 61, 2000, 100_000].map(|s| round_up_time(s * SECOND) / SECOND),
            [5, 120, 3600, 172_800]
        );
        assert_eq!(time_label(250_000_000, 50_000_000), "250 ms");
        assert_eq!(time_label(500_000_000, 500_000_000), "0.5 s");
        assert_eq!(time_label(120 * SECOND, 60 * SECOND), "2 min");
    }

    #[test]
    fn the_playhead_is_always_visible() {
        for axis in [Axis::Time, Axis::Order] {
            for zoom in 0..8 {
                for now in (0..=100_u64).map(|part| part * SECOND) {
                    let viewport = Viewport { axis: Some(axis), zoom };
                    let mut extent = extent(now, 100 * SECOND);
                    extent.columns = 1000;
                    extent.column = now as usize * 10 / SECOND as usize;
                    let window = viewport.window(extent, 50);
                    let position = if axis == Axis::Time { now } else { extent.column as u64 };
                    assert!(window.cell(position).is_some(), "{axis:?} zoom {zoom} at {position}");
                }
            }
        }
    }

    #[test]
    fn few_columns_are_drawn_wide() {
        let mut extent = extent(0, SECOND);
        extent.columns = 9;
        let viewport = Viewport { axis: Some(Axis::Order), zoom: 0 };
        let window = viewport.window(extent, 40);
        assert_eq!((window.scale, window.cell(2)), (3, Some(6)));
    }
}
