//! The player in front of a class: source and timeline side by side, the sentence below, and much room between.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;

use super::timeline::Plan;
use super::{Heading, source};
use crate::tui::screen::Areas;
use crate::tui::session::{Panel, Session};
use crate::tui::theme::Theme;

/// From here on source and timeline stand side by side.
const BESIDE: u16 = 72;

/// The parts of the screen; where there is no room for both panels, the one with the focus.
pub fn areas(session: &Session, footer: u16, area: Rect) -> Areas {
    let roomy = area.height >= 20;
    let usual = if area.height >= 30 { 5 } else { 4 };
    let usual = usual.min(area.height / 4).max(1);
    let sentence = usual.max(super::sentence::needed(session, area));
    let gap = Constraint::Length(u16::from(roomy));
    let [title, _, body, _, sentence, _, footer] = Layout::vertical([
        Constraint::Length(1),
        gap,
        Constraint::Min(3),
        gap,
        Constraint::Length(sentence),
        gap,
        Constraint::Length(footer),
    ])
    .areas(area);
    let split = if body.width >= BESIDE {
        Layout::horizontal([Constraint::Percentage(45), Constraint::Min(1)])
    } else {
        Layout::vertical([Constraint::Percentage(50), Constraint::Min(1)])
    };
    let [source, timeline] = split.areas(body);
    let mut panels = [None; Panel::COUNT];
    if body.width < BESIDE && !roomy {
        let seen = if session.focus() == Panel::Timeline { Panel::Timeline } else { Panel::Source };
        panels[seen as usize] = Some(body);
        return Areas { title, panels, sentence, footer };
    }
    panels[Panel::Source as usize] = Some(source);
    panels[Panel::Timeline as usize] = Some(timeline);
    Areas { title, panels, sentence, footer }
}

/// Draws what is special: everything else is as in the player.
pub fn render(session: &Session, theme: Theme, areas: &Areas, buffer: &mut Buffer) {
    for panel in [Panel::Source, Panel::Timeline] {
        if let Some(area) = areas.panels[panel as usize] {
            super::render(panel, Heading::Bare, session, theme, area, buffer);
        }
    }
    if let Some(row) = pointed(session, theme, areas) {
        buffer.set_style(row, theme.pointed());
    }
    // It is read from the back of the room.
    buffer.set_style(areas.sentence, Modifier::BOLD);
}

/// The row that the pointer marks, where it is visible.
fn pointed(session: &Session, theme: Theme, areas: &Areas) -> Option<Rect> {
    let pointer = session.pointer()?;
    let area = areas.panels[pointer.panel as usize]?;
    let row = pointer.line.checked_sub(session.first_line(pointer.panel))?;
    let (first, pitch, height) = match pointer.panel {
        Panel::Timeline => {
            let plan = Plan::of(session, theme, area);
            (2, plan.pitch(), plan.thickness())
        }
        _ => (1, source::pitch(session, area), 1),
    };
    let y = usize::from(area.y) + first + row * pitch;
    let y = u16::try_from(y).ok().filter(|y| *y < area.bottom().saturating_sub(1))?;
    Some(
        Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: height as u16 }
            .intersection(area),
    )
}
