//! The title bar: what is played, and where the playhead is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::player::{Idle, Motion};
use crate::tui::session::{Session, Supply};
use crate::tui::text::{Charset, width};
use crate::tui::theme::Theme;

/// Draws the title bar.
pub fn render(session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width).saturating_sub(2);
    let mut facts = facts(session, theme);
    // The least important goes first where there is no room.
    let used = |facts: &[Fact]| -> usize { facts.iter().map(|fact| fact.width() + 3).sum() };
    let wanted = width(session.title()).min(room / 2);
    while facts.len() > 1 && used(&facts) + wanted > room {
        facts.pop();
    }
    let title = theme.charset.pad(session.title(), room.saturating_sub(used(&facts)));
    let mut spans = vec![Span::raw(" "), Span::styled(title, theme.selected())];
    for fact in facts {
        spans.push(Span::raw("   "));
        spans.push(Span::styled(fact.name, theme.dim()));
        spans.push(fact.value);
    }
    Line::from(spans).render(area, buffer);
}

/// A value with its name before it.
struct Fact {
    name: &'static str,
    value: Span<'static>,
}

impl Fact {
    fn width(&self) -> usize {
        width(self.name) + self.value.width()
    }
}

/// What is said, the most important first.
fn facts(session: &Session, theme: Theme) -> Vec<Fact> {
    let player = session.player();
    let model = player.model();
    let known = player.history().len();
    let more = if matches!(session.supply(), Supply::Open) { "+" } else { "" };
    let iteration = model.loops().iter().map(|each| each.iteration).max().unwrap_or(0);
    vec![
        Fact { name: "", value: motion(session, theme) },
        Fact { name: "t ", value: Span::styled(format!("{} s", player.now()), theme.strong()) },
        Fact { name: "event ", value: Span::raw(format!("{}/{known}{more}", player.playhead())) },
        Fact { name: "iteration ", value: Span::raw(iteration.to_string()) },
    ]
}

fn motion(session: &Session, theme: Theme) -> Span<'static> {
    let player = session.player();
    let mut speed = player.pace().speed.to_string();
    if theme.charset == Charset::Ascii {
        speed = speed.replace('×', "x");
    }
    if session.is_at_limit() {
        return Span::styled(format!("at the limit of {}", session.limit()), theme.changed());
    }
    if session.is_live() {
        return Span::styled(format!("{} live", theme.play()), theme.accent());
    }
    if player.is_at_end() && matches!(session.supply(), Supply::Open) {
        // It computes, or it has only just been started.
        return Span::styled("waiting for the program", theme.dim());
    }
    let sign = if player.motion() == Motion::Rewinding { theme.rewind() } else { theme.play() };
    match player.motion() {
        Motion::Playing | Motion::Rewinding if player.interval().shortened => {
            let what = match player.pace().idle {
                Idle::Shortened => "wait shortened",
                Idle::Skipped => "wait skipped",
            };
            Span::styled(format!("{sign} {speed}, {what}"), theme.changed())
        }
        Motion::Playing | Motion::Rewinding => Span::styled(format!("{sign} {speed}"), theme.accent()),
        Motion::Paused if player.is_finished() => Span::styled("end", theme.dim()),
        Motion::Paused => Span::styled(format!("{} {speed}", theme.pause()), theme.dim()),
    }
}
