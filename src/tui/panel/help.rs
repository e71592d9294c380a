//! The help overlay: every key of the place one is in, and the signs of the timeline.

use ratatui::text::{Line, Span};

use crate::tui::keymap::{Context, Keymap};
use crate::tui::text::{width, wrap};
use crate::tui::theme::{Look, Theme};

/// The lines of the help.
pub fn lines(is_playing: bool, keymap: Keymap, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let contexts: &[Context] = if is_playing {
        &[Context::Player, Context::Source, Context::List, Context::Classroom, Context::Anywhere]
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
            let keys = wrap_keys(&entry.all_labels(theme.charset), widest);
            let what = wrap(entry.what, cells.saturating_sub(widest + 2).max(1));
            for index in 0..keys.len().max(what.len()) {
                let part = |parts: &[String]| parts.get(index).cloned().unwrap_or_default();
                lines.push(Line::from(vec![
                    Span::styled(theme.charset.pad(&part(&keys), widest), theme.accent()),
                    Span::raw(format!("  {}", part(&what))),
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

/// The keys in lines of at most `cells` cells, broken between alternatives where that is possible, else behind the
/// strokes between the keys of several actions.
fn wrap_keys(labels: &str, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for row in labels.split("  ") {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(row) <= cells => {
                line.push_str("  ");
                line.push_str(row);
                continue;
            }
            _ => lines.push(String::new()),
        }
        // A key may itself be called `/`, and then nothing follows.
        for key in row.split_inclusive('/') {
            match lines.last_mut() {
                Some(line) if line.is_empty() || width(line) + width(key) <= cells => line.push_str(key),
                _ => lines.push(key.to_owned()),
            }
        }
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
