//! The help overlay: every key of the place one is in, and the signs of the timeline.

use ratatui::text::{Line, Span};

use crate::tui::keymap::{Context, Keymap};
use crate::tui::text::{width, wrap};
use crate::tui::theme::{Look, Theme};

/// The lines of the help.
pub fn lines(is_playing: bool, keymap: Keymap, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let contexts: &[Context] = if is_playing {
        &[Context::Player, Context::Anywhere]
    } else {
        &[Context::Gallery, Context::Filter, Context::Anywhere]
    };
    let labels = |context| keymap.entries(context).map(|entry| width(&entry.all_labels(theme.charset)));
    let widest = contexts.iter().copied().flat_map(labels).max().unwrap_or(0).min(cells / 2);
    let mut lines = Vec::new();
    for &context in contexts {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(context.title(), theme.strong()));
        for entry in keymap.entries(context) {
            let keys = theme.charset.pad(&entry.all_labels(theme.charset), widest);
            let what = wrap(entry.what, cells.saturating_sub(widest + 2).max(1));
            for (index, part) in what.into_iter().enumerate() {
                let keys = if index == 0 { keys.clone() } else { " ".repeat(widest) };
                lines.push(Line::from(vec![
                    Span::styled(keys, theme.accent()),
                    Span::raw(format!("  {part}")),
                ]));
            }
        }
    }
    if is_playing {
        lines.push(Line::default());
        lines.extend(legend(theme));
    }
    lines
}

/// The signs of the timeline.
fn legend(theme: Theme) -> Vec<Line<'static>> {
    let mut lines = vec![Line::styled("signs", theme.strong())];
    for look in Look::ALL {
        let pattern = theme.pattern(look).repeat(4);
        let what = match look {
            Look::Queued => "pending: on the ready queue",
            Look::Waiting => "pending: suspended until something is done",
            Look::Running => "running: in a step",
            Look::Blocked => "running, and blocking its whole thread",
            Look::Returned => "done: returned",
            Look::Raised => "done: raised an exception",
            Look::Cancelled => "done: cancelled",
        };
        let style = theme.look(look);
        lines.push(Line::from(vec![
            Span::styled(format!("{} {pattern}", theme.mark(look)), style),
            Span::raw(format!("  {what}")),
        ]));
    }
    lines
}
