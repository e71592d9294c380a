//! What is drawn over the bars: who woke the selected task and whom it woke, and below them the markers of
//! what was printed, cancelled and found, and of the timers that are set.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::event::Cause;
use crate::model::timeline::{Axis, MarkerKind, TrackId};
use crate::tui::session::Session;
use crate::tui::theme::{Look, Theme};
use crate::tui::viewport::Window;

/// Markers of one cell that are looked at for the gravest.
const LOOK: usize = 8;

/// Timers that are drawn.
const TIMERS: usize = 256;

/// Where the rows and the axis stand.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) tracks: &'a [TrackId],
    pub(super) pitch: usize,
    /// The bars, the axis above them included.
    pub(super) bars: Rect,
    pub(super) window: Window<'a>,
}

impl Place<'_> {
    fn cell(self, session: &Session, event: usize) -> Option<usize> {
        let position = session.player().history().timeline().position(self.window.view.axis, event);
        self.window.cell(position).filter(|cell| *cell < usize::from(self.bars.width))
    }

    /// The line of a row.
    fn line(self, track: TrackId) -> Option<u16> {
        let row = self.tracks.iter().position(|other| *other == track)?;
        let y = self.bars.y + 1 + (row * self.pitch) as u16;
        (y < self.bars.bottom()).then_some(y)
    }
}

/// Draws the wake-ups of the selected task: from the row of the one who wakes to the row of the one that is
/// woken.
pub(super) fn render_wakes(session: &Session, theme: Theme, place: Place<'_>, buffer: &mut Buffer) {
    let first_loop = session.player().model().loops().first().map(|each| TrackId::Loop(each.id));
    for wake in session.wakes() {
        let from = match wake.by {
            Cause::Task(task) => Some(TrackId::Task(task)),
            // A timer's callback is the loop's.
            Cause::Handle(_) | Cause::Thread => first_loop,
        };
        let ends = from.and_then(|from| place.line(from)).zip(place.line(TrackId::Task(wake.task)));
        let (Some((from, to)), Some(cell)) = (ends, place.cell(session, wake.event)) else { continue };
        if from == to {
            continue;
        }
        let x = place.bars.x + cell as u16;
        let (low, high, head) =
            if from < to { (from + 1, to, theme.wake_down()) } else { (to + 1, from, theme.wake_up()) };
        for y in low..high {
            put(buffer, x, y, theme.wake_way(), theme.changed(), true);
        }
        // The head stands just before the row where there is a free line, else on its bar.
        let y = match place.pitch {
            1 => to,
            _ if from < to => to - 1,
            _ => to + 1,
        };
        put(buffer, x, y, head, theme.changed(), false);
    }
}

/// A glyph; over a bar only where it must.
fn put(buffer: &mut Buffer, x: u16, y: u16, glyph: &str, style: Style, only_if_free: bool) {
    let Some(cell) = buffer.cell_mut(Position::new(x, y)) else { return };
    let is_free = matches!(cell.symbol(), " " | "┊" | "│" | "|" | "╎" | ":");
    if is_free || !only_if_free {
        cell.set_symbol(glyph).set_style(style);
    }
}

/// Draws a line of markers.
pub(super) fn render_markers(session: &Session, theme: Theme, place: Place<'_>, y: u16, buffer: &mut Buffer) {
    let player = session.player();
    let all = player.history().timeline().markers();
    let markers = &all[..player.model().markers().min(all.len())];
    let from = player.history().timeline().event_at(place.window.view.axis, place.window.position(0));
    let mut at = markers.partition_point(|marker| (marker.event as usize) < from);
    while let Some(marker) = markers.get(at) {
        let Some(cell) = place.cell(session, marker.event as usize) else { break };
        // All that lie in this cell, found by halving.
        let is_here = |event: u32| place.cell(session, event as usize).is_some_and(|other| other <= cell);
        let count = markers[at..].partition_point(|marker| is_here(marker.event)).max(1);
        let gravest = markers[at..at + count].iter().take(LOOK).map(|marker| marker.kind).max_by_key(
            |kind| match kind {
                MarkerKind::Output => 0,
                MarkerKind::Blocked => 1,
                MarkerKind::Cancel => 2,
                MarkerKind::Finding => 3,
            },
        );
        if let Some(kind) = gravest {
            let style = match kind {
                MarkerKind::Output => theme.dim(),
                MarkerKind::Blocked | MarkerKind::Finding => theme.error(),
                MarkerKind::Cancel => theme.look(Look::Cancelled),
            };
            put(buffer, place.bars.x + cell as u16, y, theme.marker(kind), style, false);
        }
        at += count;
    }
    if place.window.view.axis == Axis::Time {
        for (deadline, _, _) in player.model().queues().timers().take(TIMERS) {
            if let Some(cell) =
                place.window.cell(deadline.0).filter(|cell| *cell < usize::from(place.bars.width))
            {
                put(buffer, place.bars.x + cell as u16, y, theme.timer(), theme.look(Look::Waiting), true);
            }
        }
    }
}
