//! The timeline panel: a row for each loop and task, who was in which state from when to when.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use self::head::{Head, head};
use super::{render_lines, with_place};
use crate::model::timeline::{Axis, Cell, Grid, SpanState, TrackId};
use crate::tui::feed::FeedEnd;
use crate::tui::session::{Panel, Session, Supply};
use crate::tui::text::{width, wrap};
use crate::tui::theme::{Look, Theme};
use crate::tui::viewport::{Tick, Window};

mod annotations;
mod head;

/// The narrowest panel in which what a task does stands below its name.
const STATES_BELOW: u16 = 60;

/// The narrowest panel in which that has a column of its own.
const STATES_BESIDE: u16 = 100;

/// The most cells for it.
const STATES: usize = 22;

/// The narrowest panel in which the axis is named.
const WITH_AXIS: u16 = 42;

/// Cells beside a folded stretch that its length may take up on the axis.
const BESIDE_FOLD: usize = 10;

/// Cells between two labels of the axis.
const APART: usize = 7;

/// Where everything stands in the panel: what is drawn, and what a click means.
pub struct Plan<'s> {
    /// The rows that are visible.
    pub tracks: &'s [TrackId],
    /// The first of them.
    first: usize,
    /// Lines from one row to the next.
    pitch: usize,
    heads: Vec<Head>,
    gutter: Gutter,
    /// Where axis and bars stand.
    pub bars: Rect,
    /// The part of the axis that is visible.
    pub window: Window<'s>,
}

impl<'s> Plan<'s> {
    /// The plan for a panel that stands there.
    pub fn of(session: &'s Session, theme: Theme, area: Rect) -> Self {
        let first = session.first_line(Panel::Timeline);
        let room = usize::from(area.height.saturating_sub(3));
        let visible = session.tracks().get(first..).unwrap_or_default();
        let tracks = &visible[..visible.len().min(room)];
        let heads: Vec<Head> = tracks.iter().map(|track| head(session, theme, *track)).collect();
        // Few rows stand apart, which is easier on the eye.
        let widest = if session.is_classroom() { 3 } else { 2 };
        let fits = |pitch: &usize| tracks.len() * pitch <= usize::from(area.height.saturating_sub(2));
        let pitch = (2..=widest).rev().find(fits).unwrap_or(1);
        let gutter = Gutter::of(&heads, pitch, area.width);
        let width = area.width.saturating_sub(2 + gutter.width() as u16 + 2);
        let window = session.viewport().window(session.extent(), width.into());
        let bars = Rect {
            x: area.right().saturating_sub(width + 2).max(area.x),
            y: area.y.saturating_add(1),
            width,
            height: area.height.saturating_sub(2),
        };
        Self { tracks, first, pitch, heads, gutter, bars, window }
    }

    /// Lines from one row to the next.
    pub const fn pitch(&self) -> usize {
        self.pitch
    }

    /// How many lines a bar is high: two where there is room for three.
    pub const fn thickness(&self) -> usize {
        if self.pitch > 2 { 2 } else { 1 }
    }

    /// The row at a line of the screen.
    pub fn track_at(&self, y: u16) -> Option<TrackId> {
        let line = usize::from(y.checked_sub(self.bars.y + 1)?);
        self.tracks.get(line / self.pitch).copied()
    }

    /// The cell of the axis at a column of the screen, the nearest where it is outside.
    pub fn cell_at(&self, x: u16) -> usize {
        usize::from(x.saturating_sub(self.bars.x).min(self.bars.width.saturating_sub(1)))
    }

    /// The cell where the playhead is, if it is visible.
    pub fn playhead(&self, session: &Session) -> Option<usize> {
        playhead_cell(session, self.window)
    }
}

/// Draws the timeline.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let plan = Plan::of(session, theme, area);
    let window = plan.window;
    let room = usize::from(area.height.saturating_sub(3));
    let block = if area.width >= WITH_AXIS { with_axis(block, theme, session, window) } else { block };
    let block = with_rows(block, session, theme, area.width);
    let block = with_place(block, theme, plan.first, room, session.tracks().len());
    let inner = block.inner(area);
    block.render(area, buffer);
    if session.tracks().is_empty() {
        render_empty(session, theme, inner, buffer);
        return;
    }
    if inner.height == 0 {
        return;
    }
    let place = Rect { height: inner.height, ..plan.bars };
    let playhead = plan.playhead(session);
    let ticks = window.ticks(APART);
    let breaks = breaks(theme, window, place.width.into());
    let taken: Vec<Range<usize>> = breaks.iter().map(|each| each.label.clone()).collect();
    render_axis(theme, &ticks, playhead, &taken, place, buffer);
    let height = (plan.tracks.len() * plan.pitch) as u16;
    let below = Rect { y: place.y + 1, height: height.min(place.height - 1), ..place };
    render_grid(theme, &ticks, playhead, below, buffer);
    let grid = grid(session, window);
    let timeline = session.player().history().timeline();
    let picture = Picture { theme, scale: window.scale, playhead };
    let rows = plan.tracks.iter().zip(&plan.heads).zip(inner.rows().skip(1).step_by(plan.pitch));
    for ((track, head), row) in rows {
        plan.gutter.render(
            theme,
            head,
            Rect { height: plan.pitch as u16, ..row }.intersection(inner),
            buffer,
        );
        let cells = session.track(*track).map(|track| timeline.row(track, &grid)).unwrap_or_default();
        for line in 0..plan.thickness() as u16 {
            let bar = Rect { x: place.x, width: place.width, y: row.y + line, height: 1 }.intersection(inner);
            picture.render_bar(*track, &cells, bar, buffer);
        }
    }
    render_breaks(theme, &breaks, place, below.height, buffer);
    let visible = plan.tracks;
    let place = annotations::Place { tracks: visible, pitch: plan.pitch, bars: place, window };
    annotations::render_wakes(session, theme, place, buffer);
    // Markers have a line of their own, where the rows leave one.
    if visible.len() * plan.pitch + 1 < usize::from(inner.height) {
        let y = inner.bottom() - 1;
        buffer.set_stringn(inner.x, y, "   marks", plan.gutter.width(), theme.faint());
        annotations::render_markers(session, theme, place, y, buffer);
    }
}

/// The cells over the visible part of the axis, up to the playhead.
fn grid(session: &Session, window: Window<'_>) -> Grid {
    let now = match window.view.axis {
        Axis::Time => session.player().now().0,
        Axis::Order => session.extent().column as u64,
    };
    let position = |cell| window.position(cell);
    let timeline = session.player().history().timeline();
    timeline.grid_at(window.view.axis, window.view.cells, position, session.player().playhead(), now)
}

/// Where time is folded, and what the axis says there.
struct Break {
    cell: usize,
    /// Where on the axis that stands.
    label: Range<usize>,
    text: String,
}

/// The folded stretches, as far as they are visible; each says its length where the one before leaves room for that.
fn breaks(theme: Theme, window: Window<'_>, cells: usize) -> Vec<Break> {
    let mut free = 0;
    let mut breaks = Vec::new();
    for (fold, length) in window.breaks() {
        let cell = fold.start + fold.len() / 2;
        let label = |text: &str| {
            let start = cell.saturating_sub(width(text) / 2).min(cells.saturating_sub(width(text)));
            start..start + width(text)
        };
        let long = format!("{0} {length} {0}", theme.broken());
        let mut texts = vec![theme.broken(), ""];
        if width(&long) <= fold.len() + BESIDE_FOLD {
            texts.insert(0, &long);
        }
        let fits = |text: &&&str| label(text).start >= free && label(text).end <= cells;
        let text = texts.iter().find(fits).copied().unwrap_or_default();
        let label = label(text);
        free = free.max(label.end + 1);
        breaks.push(Break { cell, label, text: text.to_owned() });
    }
    breaks
}

/// Marks where time is folded, and says on the axis how much.
fn render_breaks(theme: Theme, breaks: &[Break], area: Rect, rows: u16, buffer: &mut Buffer) {
    for each in breaks {
        for y in area.y + 1..=area.y + rows {
            buffer.set_string(area.x + each.cell as u16, y, theme.broken(), theme.faint());
        }
        buffer.set_string(area.x + each.label.start as u16, area.y, &each.text, theme.accent());
    }
}

/// Where what a task does is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum StatePlace {
    /// There is no room for it: the glyph must do.
    Nowhere,
    /// Below the name.
    Below,
    /// In a column of its own.
    Beside,
}

/// What stands before the bars.
struct Gutter {
    name: usize,
    state: usize,
    place: StatePlace,
}

impl Gutter {
    fn of(heads: &[Head], pitch: usize, panel: u16) -> Self {
        let widest = |part: fn(&Head) -> &str| heads.iter().map(|head| width(part(head))).max().unwrap_or(0);
        let place = match pitch {
            2.. if panel >= STATES_BELOW => StatePlace::Below,
            1 if panel >= STATES_BESIDE => StatePlace::Beside,
            _ => StatePlace::Nowhere,
        };
        // Always as wide as a usual state is, so that the bars do not move while states change.
        let state = widest(|head| &head.state).clamp(20, STATES);
        let name = widest(|head| &head.name).clamp(4, 24).min(usize::from(panel) / 3);
        Self { name, state, place }
    }

    /// A blank, the glyph, a blank, and what comes after.
    fn width(&self) -> usize {
        3 + match self.place {
            StatePlace::Nowhere => self.name,
            StatePlace::Below => self.name.max(self.state) + 1,
            StatePlace::Beside => self.name + 2 + self.state,
        }
    }

    fn render(&self, theme: Theme, head: &Head, area: Rect, buffer: &mut Buffer) {
        let name = theme.charset.pad(&head.name, self.name);
        let state = Span::styled(theme.charset.fit(&head.state, self.state).into_owned(), head.look);
        let pointer = if head.is_selected { theme.pointer() } else { " " };
        let mut first = vec![
            Span::styled(pointer, theme.selected()),
            Span::styled(format!("{} ", head.glyph), head.look),
            Span::styled(name, head.name_style),
        ];
        let mut second = Vec::new();
        match self.place {
            StatePlace::Nowhere => {}
            StatePlace::Below => second.extend([Span::raw("   "), state]),
            StatePlace::Beside => first.extend([Span::raw("  "), state]),
        }
        render_lines([first, second].map(Line::from), area, buffer);
    }
}

/// Says in the border which rows there are.
fn with_rows<'b>(block: Block<'b>, session: &Session, theme: Theme, cells: u16) -> Block<'b> {
    let Some(said) = session.rows_said() else { return block };
    // Title and axis have their place first.
    let room = usize::from(cells).saturating_sub(30);
    let said = theme.charset.fit(&said, room).into_owned();
    block.title(Line::from(Span::styled(format!(" {said} "), theme.changed())))
}

/// Says in the border which axis it is, and whether all of it is shown.
fn with_axis<'b>(block: Block<'b>, theme: Theme, session: &Session, window: Window<'_>) -> Block<'b> {
    let axis = match window.view.axis {
        Axis::Time => "by time",
        Axis::Order => "by order",
    };
    let folded = if session.is_folded() && window.view.axis == Axis::Time { ", waits folded" } else { "" };
    let part = if session.viewport().is_part(session.extent()) { ", a part" } else { "" };
    let text = format!(" {axis}{folded}{part} ");
    block.title(Line::from(Span::styled(text, theme.dim())).right_aligned())
}

fn playhead_cell(session: &Session, window: Window<'_>) -> Option<usize> {
    let extent = session.extent();
    window.cell(match window.view.axis {
        Axis::Time => extent.now.0,
        Axis::Order => extent.column as u64,
    })
}

/// The labels of the axis, as far as nothing else stands there.
fn render_axis(
    theme: Theme,
    ticks: &[Tick],
    playhead: Option<usize>,
    taken: &[Range<usize>],
    area: Rect,
    buffer: &mut Buffer,
) {
    let cells = usize::from(area.width);
    let mut free = 0;
    for tick in ticks {
        // The last label would stand outside: it moves to the left, if it can.
        let mut start = tick.cell.min(cells.saturating_sub(width(&tick.label)));
        if playhead == Some(start) {
            start += 1;
        }
        let end = start + width(&tick.label);
        let is_taken = taken.iter().any(|taken| start <= taken.end && taken.start <= end);
        if is_taken
            || start < free
            || end > cells
            || playhead.is_some_and(|cell| (start..end).contains(&cell))
        {
            continue;
        }
        free = end + 1;
        let room = cells.saturating_sub(start);
        buffer.set_stringn(area.x + start as u16, area.y, &tick.label, room, theme.dim());
    }
    if let Some(cell) = playhead.filter(|&cell| cell < cells) {
        buffer.set_string(area.x + cell as u16, area.y, theme.playhead_mark(), theme.changed());
    }
}

/// Lines below the ticks and below the playhead, on which the bars are drawn.
fn render_grid(theme: Theme, ticks: &[Tick], playhead: Option<usize>, area: Rect, buffer: &mut Buffer) {
    let columns = ticks.iter().map(|tick| (tick.cell, theme.tick(), theme.faint()));
    let playhead = playhead.map(|cell| (cell, theme.playhead(), theme.changed()));
    for (cell, symbol, style) in columns.chain(playhead) {
        if cell < usize::from(area.width) {
            for y in area.top()..area.bottom() {
                buffer.set_string(area.x + cell as u16, y, symbol, style);
            }
        }
    }
}

/// What the bars of one picture have in common.
#[derive(Clone, Copy)]
struct Picture {
    theme: Theme,
    scale: usize,
    playhead: Option<usize>,
}

impl Picture {
    fn render_bar(self, track: TrackId, cells: &[Option<Cell>], area: Rect, buffer: &mut Buffer) {
        for offset in 0..usize::from(area.width) {
            let Some(cell) = cells.get(offset / self.scale).copied().flatten() else { continue };
            let (symbol, mut style) = pattern(self.theme, track, cell.state);
            if self.playhead == Some(offset) {
                style = style.patch(self.theme.strong());
            }
            if let Some(drawn) = buffer.cell_mut(Position::new(area.x + offset as u16, area.y)) {
                drawn.set_symbol(symbol).set_style(style);
            }
        }
    }
}

fn pattern(theme: Theme, track: TrackId, state: SpanState) -> (&'static str, Style) {
    let of = |look| (theme.pattern(look), theme.look(look));
    match (state, track) {
        (SpanState::Queued, _) => of(Look::Queued),
        (SpanState::Running, TrackId::Loop(_)) => (theme.pattern(Look::Running), theme.accent()),
        (SpanState::Running, _) => of(Look::Running),
        (SpanState::Waiting, _) => of(Look::Waiting),
        (SpanState::Blocked, _) => of(Look::Blocked),
        (SpanState::Idle, _) => (theme.separator(), theme.dim()),
        (SpanState::Over, _) => (" ", theme.text()),
    }
}

/// Nothing ran yet, or nothing ever will: never only a blank.
fn render_empty(session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let cells = usize::from(area.width);
    let visible = |text: &str| theme.charset.visible(text).into_owned();
    let mut lines = Vec::new();
    match session.supply() {
        Supply::Ended(FeedEnd::Broken { what, details }) => {
            lines.extend(
                wrap(&visible(what), cells).into_iter().map(|line| Line::styled(line, theme.error())),
            );
            lines.extend(details.lines().map(|line| Line::raw(visible(line))));
        }
        // What Python says of a program that it cannot run, with the place and the caret.
        _ if session.player().is_finished() => {
            for line in session.output().lines() {
                let is_caret = width(&line.text) <= cells || line.text.trim_start().starts_with(['^', '~']);
                let parts = if is_caret { vec![line.text.clone()] } else { wrap(&line.text, cells) };
                lines.extend(parts.into_iter().map(|part| Line::styled(part, theme.error())));
            }
        }
        _ if session.player().history().is_empty() => lines.push(Line::styled(" starting", theme.dim())),
        _ => lines.push(Line::styled(" nothing yet", theme.dim())),
    }
    render_lines(lines, area, buffer);
}
