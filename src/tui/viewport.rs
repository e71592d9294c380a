//! What part of the timeline is visible, and where its ticks stand.

use super::direction::Direction;
use crate::model::timeline::{Axis, View};
use crate::time::{Moment, SECOND};

mod folds;

pub use folds::{Fold, Folds, Gaps, UNFOLDED};

/// Runs that last less are nothing on a time axis: they are shown by order.
const NO_TIME: u64 = SECOND / 1000;

/// A day, in nanoseconds.
const DAY: u64 = 86_400 * SECOND;

/// What is left out of the length of a run: a thousandth of a second.
const TRIFLE: u64 = SECOND / 1000;

/// The most cells for one column of the order axis where all of it is shown, and where somebody zooms in.
const WIDEST_COLUMN: usize = 3;
const WIDEST_ZOOMED: usize = 12;

/// What somebody has chosen to see; everything else follows the playhead.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Viewport {
    /// The axis; none for the one that fits the run.
    pub axis: Option<Axis>,
    frame: Frame,
}

/// How much of the axis is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Frame {
    /// As much as fits: of time everything, of the order one column a cell.
    #[default]
    Fitting,
    /// This part of it, until somebody chooses another or the playhead leaves it.
    Part {
        /// Where it begins.
        from: u64,
        /// How much it is.
        visible: u64,
    },
}

/// The run, as far as it matters for what is visible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent<'f> {
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
    /// The stretches of time that are folded.
    pub folds: &'f Folds,
}

/// The visible part of an axis, in cells.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Window<'f> {
    /// The part of the axis, of time as it is folded.
    pub view: View,
    /// How many cells on the screen one cell of the view takes up.
    pub scale: usize,
    /// What is folded of it.
    pub folds: &'f Folds,
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
    pub fn axis(self, extent: Extent<'_>) -> Axis {
        let fitting = if extent.is_complete && extent.end.0 < NO_TIME { Axis::Order } else { Axis::Time };
        self.axis.unwrap_or(fitting)
    }

    /// Exchanges the axes.
    pub fn toggle_axis(&mut self, extent: Extent<'_>) {
        self.axis = Some(match self.axis(extent) {
            Axis::Time => Axis::Order,
            Axis::Order => Axis::Time,
        });
        self.frame = Frame::Fitting;
    }

    /// Shows half as much or twice as much, at most everything; what is seen in the cell stays there.
    pub fn zoom(&mut self, direction: Direction, cell: usize, extent: Extent<'_>, cells: usize) {
        let axis = self.axis(extent);
        let (window, total) = (self.window(extent, cells), total(axis, extent));
        let visible = window.visible();
        let least = match axis {
            Axis::Time => cells as u64,
            Axis::Order => (cells / WIDEST_ZOOMED) as u64,
        };
        let wanted = match direction {
            Direction::Forward => visible.div_ceil(2).max(least.max(1)),
            Direction::Back => visible.saturating_mul(2),
        };
        if wanted >= total {
            self.fit(extent);
            return;
        }
        let seen = window.view.from as f64 + cell as f64 * window.step();
        let before = cell as f64 * step(axis, wanted, cells);
        self.frame = Frame::Part { from: from_float(seen - before).min(total - wanted), visible: wanted };
    }

    /// Shows what lies beside, a quarter of what is visible further on.
    pub fn pan(&mut self, direction: Direction, extent: Extent<'_>, cells: usize) {
        let (window, total) = (self.window(extent, cells), total(self.axis(extent), extent));
        let visible = window.visible();
        let by = (visible / 4).max(1);
        let from = match direction {
            Direction::Back => window.view.from.saturating_sub(by),
            Direction::Forward => window.view.from.saturating_add(by).min(total.saturating_sub(visible)),
        };
        if visible < total {
            self.frame = Frame::Part { from, visible };
        }
    }

    /// Shows everything.
    pub fn fit(&mut self, extent: Extent<'_>) {
        self.frame = match self.axis(extent) {
            Axis::Time => Frame::Fitting,
            Axis::Order => Frame::Part { from: 0, visible: total(Axis::Order, extent) },
        };
    }

    /// Turns the page where the playhead has left it.
    pub fn follow(&mut self, extent: Extent<'_>) {
        let Frame::Part { from, visible } = self.frame else { return };
        let axis = self.axis(extent);
        let playhead = extent.position(axis);
        if !(from..=from.saturating_add(visible)).contains(&playhead) {
            let latest = total(axis, extent).saturating_sub(visible);
            self.frame = Frame::Part { from: playhead.saturating_sub(visible / 4).min(latest), visible };
        }
    }

    /// Whether somebody chose to see a part only.
    pub fn is_part(self, extent: Extent<'_>) -> bool {
        match self.frame {
            Frame::Fitting => false,
            Frame::Part { visible, .. } => visible < total(self.axis(extent), extent),
        }
    }

    /// The visible part of the axis in so many cells of the screen.
    pub fn window(self, extent: Extent<'_>, cells: usize) -> Window<'_> {
        let axis = self.axis(extent);
        match (axis, self.frame) {
            (Axis::Time, Frame::Fitting) => part(axis, 0, total(axis, extent), extent, cells),
            (Axis::Order, Frame::Fitting) => order_window(extent, cells),
            (_, Frame::Part { from, visible }) => part(axis, from, visible, extent, cells),
        }
    }
}

/// How long the axis is.
fn total(axis: Axis, extent: Extent<'_>) -> u64 {
    match axis {
        Axis::Order => (extent.columns.max(extent.column) + 1) as u64,
        // Reading the clock costs a trifle; the end lies on a tick where it does but for that.
        Axis::Time if extent.is_complete => {
            let end = extent.folds.fold(extent.end.0);
            end - end % TRIFLE.min(end.max(1))
        }
        // What is still growing is drawn on round numbers, so that it is not rescaled all the time.
        Axis::Time => {
            let now = extent.folds.fold(extent.now.0);
            round_up(now.saturating_add(now / 4).max(SECOND))
        }
    }
}

/// How much of an axis one cell on the screen is, where so much of it is visible.
fn step(axis: Axis, visible: u64, cells: usize) -> f64 {
    let (width, scale) = grain(axis, visible, cells);
    width / scale as f64
}

/// How much one cell of the view is, and how many cells of the screen it takes up.
fn grain(axis: Axis, visible: u64, cells: usize) -> (f64, usize) {
    let columns = usize::try_from(visible).unwrap_or(usize::MAX).max(1);
    match axis {
        // The last instant has a cell of its own.
        Axis::Time => (visible.max(cells as u64) as f64 / cells.saturating_sub(1).max(1) as f64, 1),
        Axis::Order if columns <= cells => (1.0, (cells / columns).clamp(1, WIDEST_ZOOMED)),
        Axis::Order => (visible as f64 / cells.max(1) as f64, 1),
    }
}

fn part(axis: Axis, from: u64, visible: u64, extent: Extent<'_>, cells: usize) -> Window<'_> {
    let (width, scale) = grain(axis, visible, cells);
    let mut cells = cells / scale;
    if axis == Axis::Order {
        let rest = total(axis, extent).saturating_sub(from) as f64 / width;
        cells = cells.min(rest.ceil() as usize);
    }
    Window { view: View { axis, from, width, cells }, scale, folds: extent.folds }
}

fn order_window(extent: Extent<'_>, cells: usize) -> Window<'_> {
    let columns = extent.columns.max(extent.column) + 1;
    let scale = (cells / columns).clamp(1, WIDEST_COLUMN);
    let visible = (cells / scale).max(1);
    let page = (visible / 2).max(1);
    let latest = columns.saturating_sub(visible);
    // The playhead moves through the picture and turns it over at its end, like a page.
    let from = (extent.column.saturating_sub(page / 2) / page * page).min(latest);
    let cells = visible.min(columns - from);
    let view = View { axis: Axis::Order, from: from as u64, width: 1.0, cells };
    Window { view, scale, folds: extent.folds }
}

/// Below zero there is nothing.
fn from_float(number: f64) -> u64 {
    // A float-to-integer cast saturates.
    number.round() as u64
}

impl Extent<'_> {
    /// Where the playhead is on an axis, of time as it is folded.
    fn position(self, axis: Axis) -> u64 {
        match axis {
            Axis::Time => self.folds.fold(self.now.0),
            Axis::Order => self.column as u64,
        }
    }
}

impl Window<'_> {
    /// How much of the axis one cell on the screen is.
    fn step(self) -> f64 {
        self.view.width / self.scale as f64
    }

    /// How much of the axis is visible.
    fn visible(self) -> u64 {
        let cells = match self.view.axis {
            Axis::Time => self.view.cells.saturating_sub(1).max(1),
            Axis::Order => self.view.cells,
        };
        (cells as f64 * self.view.width).round() as u64
    }

    /// Where a cell of the view begins: nanoseconds or columns.
    pub fn position(self, cell: usize) -> u64 {
        self.unfold(self.view.position(cell))
    }

    fn fold(self, position: u64) -> u64 {
        if self.view.axis == Axis::Time { self.folds.fold(position) } else { position }
    }

    fn unfold(self, place: u64) -> u64 {
        if self.view.axis == Axis::Time { self.folds.unfold(place) } else { place }
    }

    /// The cell on the screen for a position on the axis; none where it is not visible.
    pub fn cell(self, position: u64) -> Option<usize> {
        let position = self.fold(position);
        let offset = position.checked_sub(self.view.from)? as f64 / self.view.width;
        // An instant lies in the cell whose edge is at or before it.
        let cell = (0..=2)
            .map(|back| (offset as usize + 1).saturating_sub(back))
            .find(|&cell| self.view.position(cell) <= position)?;
        (cell < self.view.cells).then_some(cell * self.scale)
    }

    /// The folded stretches that are visible: the cells of each, and how long it is.
    pub fn breaks(self) -> Vec<(std::ops::Range<usize>, String)> {
        if self.view.axis != Axis::Time {
            return Vec::new();
        }
        let cells = |fold: &Fold| {
            let end = self.cell(fold.to).unwrap_or(self.view.cells);
            let start = if fold.from < self.position(0) { 0 } else { self.cell(fold.from)? };
            (self.position(0) < fold.to).then_some(start..end)
        };
        let label = |fold: &Fold| length_label(fold.to - fold.from);
        self.folds.iter().filter_map(|fold| Some((cells(fold)?, label(fold)))).collect()
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
        let mut position = self.unfold(self.view.from).div_ceil(step).saturating_mul(step);
        while let Some(cell) = self.cell(position) {
            // Where time is folded, there is no room for ticks.
            if self.view.axis == Axis::Time
                && let Some(fold) = self.folds.around(position)
            {
                position = fold.to.div_ceil(step).saturating_mul(step);
                continue;
            }
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

/// A stretch of time in a word: `58 min`, `1.5 s`.
fn length_label(length: u64) -> String {
    let units = [(DAY, "d"), (3600 * SECOND, "h"), (60 * SECOND, "min"), (SECOND, "s")];
    let (unit, name) = units.into_iter().find(|(unit, _)| length >= *unit).unwrap_or((1_000_000, "ms"));
    let tenths = (length as f64 / unit as f64 * 10.0).round() as u64;
    match tenths % 10 {
        0 => format!("{} {name}", tenths / 10),
        rest => format!("{}.{rest} {name}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn extent(now: u64, end: u64) -> Extent<'static> {
        Extent {
            now: Moment(now),
            end: Moment(end),
            column: 0,
            columns: 10,
            is_complete: true,
            folds: &UNFOLDED,
        }
    }

    fn labels(window: Window<'_>, apart: usize) -> Vec<(usize, String)> {
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
                let mut viewport = Viewport { axis: Some(axis), ..Viewport::default() };
                for now in (0..=100_u64).map(|part| part * SECOND) {
                    let mut extent = extent(now, 100 * SECOND);
                    extent.columns = 1000;
                    extent.column = now as usize * 10 / SECOND as usize;
                    if now == 0 {
                        (0..zoom).for_each(|_| viewport.zoom(Direction::Forward, 0, extent, 50));
                    }
                    viewport.follow(extent);
                    let window = viewport.window(extent, 50);
                    let position = if axis == Axis::Time { now } else { extent.column as u64 };
                    assert!(window.cell(position).is_some(), "{axis:?} zoom {zoom} at {position}");
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn zoom_keeps_what_is_under_the_pointer(
            end in 1..10_000 * SECOND,
            columns in 1..100_000_usize,
            axis in proptest::sample::select(vec![Axis::Time, Axis::Order]),
            cells in 2..250_usize,
            gestures in proptest::collection::vec((0..250_usize, 0..4_u8), 1..40),
        ) {
            let extent = Extent { columns, ..extent(0, end) };
            let mut viewport = Viewport { axis: Some(axis), ..Viewport::default() };
            for (cell, gesture) in gestures {
                let cell = cell % cells;
                let before = viewport.window(extent, cells);
                let under = before.view.from as f64 + cell as f64 * before.step();
                match gesture {
                    0 => viewport.zoom(Direction::Back, cell, extent, cells),
                    3 => viewport.pan(Direction::Forward, extent, cells),
                    _ => viewport.zoom(Direction::Forward, cell, extent, cells),
                }
                let after = viewport.window(extent, cells);
                let total = total(axis, extent) as f64;
                let now_under = after.view.from as f64 + cell as f64 * after.step();
                let is_at_edge = after.view.from == 0 || after.view.from as f64 + after.visible() as f64 >= total - 1.0;
                // Positions are whole numbers; at the edges of the run there is nothing more to be shown.
                let off = (now_under - under).abs();
                proptest::prop_assert!(gesture == 3 || is_at_edge || off <= 1.0 + after.step() * 1e-6, "{off}");
                proptest::prop_assert!(after.view.width > 0.0 && after.view.cells <= cells);
            }
        }
    }

    #[test]
    fn zooming_in_and_out_comes_back() {
        let extent = extent(0, 100 * SECOND);
        let mut viewport = Viewport::default();
        let whole = viewport.window(extent, 60);
        for _ in 0..5 {
            viewport.zoom(Direction::Forward, 30, extent, 60);
        }
        assert!(viewport.is_part(extent));
        for _ in 0..5 {
            viewport.zoom(Direction::Back, 30, extent, 60);
        }
        assert_eq!(viewport.window(extent, 60), whole);
        viewport.zoom(Direction::Forward, 0, extent, 60);
        viewport.pan(Direction::Forward, extent, 60);
        assert_eq!(viewport.window(extent, 60).position(0), 12_500_000_000);
        viewport.fit(extent);
        assert_eq!(viewport.window(extent, 60), whole);
    }

    #[test]
    fn a_folded_stretch_is_short_and_says_how_long_it_is() {
        use crate::event::{Event, EventKind};

        let mut history = crate::model::History::new();
        for at in [0, 1, 2, 3602, 3603] {
            let kind = EventKind::LoopStarted {};
            history.push(Event {
                seq: 0,
                at: Moment(at * SECOND),
                thread: crate::id::ThreadId(1),
                on_loop: None,
                kind,
            });
        }
        let mut gaps = Gaps::default();
        gaps.update(&history);
        let folds = gaps.folds(Moment(3603 * SECOND));
        let extent = Extent { folds: &folds, ..extent(0, 3603 * SECOND) };
        let window = Viewport::default().window(extent, 60);
        assert_eq!(window.breaks().len(), 1);
        assert_eq!(window.breaks()[0].1, "1 h");
        assert!(window.cell(2 * SECOND).unwrap() > 25, "{:?}", window.cell(2 * SECOND));
        assert!(
            window.ticks(7).iter().all(|tick| !window.breaks()[0]
                .0
                .clone()
                .skip(1)
                .any(|cell| cell == tick.cell))
        );
    }

    #[test]
    fn few_columns_are_drawn_wide() {
        let mut extent = extent(0, SECOND);
        extent.columns = 9;
        let viewport = Viewport { axis: Some(Axis::Order), ..Viewport::default() };
        let window = viewport.window(extent, 40);
        assert_eq!((window.scale, window.cell(2)), (3, Some(6)));
    }
}
