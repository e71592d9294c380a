//! What stands before a row of the timeline: glyph, name and state of a loop, a thread, a group or a task.

use ratatui::style::Style;

use super::super::wording;
use super::STATES;
use crate::id::TaskId;
use crate::model::timeline::TrackId;
use crate::tui::session::Session;
use crate::tui::text::width;
use crate::tui::theme::{Look, Theme};

/// What stands before a row's bar.
pub(super) struct Head {
    pub(super) is_selected: bool,
    pub(super) glyph: &'static str,
    pub(super) look: Style,
    pub(super) name: String,
    pub(super) name_style: Style,
    pub(super) state: String,
}

/// What stands before the row of a track.
pub(super) fn head(session: &Session, theme: Theme, track: TrackId) -> Head {
    let player = session.player();
    let model = player.model();
    match track {
        TrackId::Loop(id) => {
            let each = model.event_loop(id);
            let is_busy = each.is_some_and(|each| !each.running_now.is_empty());
            let is_blocked = is_busy && wording::is_blocked(model, player.now());
            let (glyph, look) = match () {
                () if is_blocked => (theme.mark(Look::Blocked), theme.look(Look::Blocked)),
                () if is_busy => (theme.mark(Look::Running), theme.accent()),
                () => (theme.separator(), theme.dim()),
            };
            let name = if model.loops().len() > 1 { id.to_string() } else { "loop".to_owned() };
            let state = match each {
                Some(each) if !each.running => "not running".to_owned(),
                Some(_) if is_blocked => "blocked".to_owned(),
                Some(each) => format!("iteration {}", each.iteration),
                None => String::new(),
            };
            Head { is_selected: false, glyph, look, name, name_style: theme.text(), state }
        }
        TrackId::Thread(id) => {
            let thread = model.thread(id);
            let name = thread.and_then(|thread| thread.name).map(|name| player.history().text(name));
            let name = name.map_or_else(|| id.to_string(), |name| theme.charset.visible(name).into_owned());
            let is_busy = thread.is_some_and(|thread| thread.alive && thread.job.is_some());
            let look = if is_busy { theme.look(Look::Running) } else { theme.dim() };
            let glyph = if is_busy { theme.mark(Look::Running) } else { theme.separator() };
            Head {
                is_selected: false,
                glyph,
                look,
                name,
                name_style: theme.text(),
                state: thread.and_then(|thread| model.job(thread.job?)).map_or_else(
                    || "thread".to_owned(),
                    |job| theme.charset.visible(player.history().text(job.function)).into_owned(),
                ),
            }
        }
        TrackId::Group(id) => group_head(session, theme, id),
        TrackId::Task(id) => task_head(session, theme, id),
    }
}

/// What stands before the row of a group.
fn group_head(session: &Session, theme: Theme, id: u32) -> Head {
    let group = session.group(id).cloned().unwrap_or_default();
    let is_alive = group.running + group.ready + group.waiting > 0;
    let look = match group.states().next() {
        Some((look, _)) if is_alive => look,
        _ if group.raised > 0 => Look::Raised,
        _ if group.cancelled > 0 => Look::Cancelled,
        _ => Look::Returned,
    };
    let is_selected = session.is_selected(TrackId::Group(id));
    let name =
        format!("{} {} {}{}", theme.folding(session.folding(id)), group.name, theme.times(), group.count);
    let name_style = if is_selected { theme.selected() } else { theme.accent() };
    let mut state = group.state();
    if width(&state) > STATES {
        // There is no room for words, but for the glyphs that stand for them.
        let short: Vec<String> =
            group.states().map(|(look, count)| format!("{}{count}", theme.mark(look))).collect();
        state = short.join(" ");
    }
    Head { is_selected, glyph: theme.mark(look), look: theme.look(look), name, name_style, state }
}

/// What stands before the row of a task.
fn task_head(session: &Session, theme: Theme, id: TaskId) -> Head {
    let player = session.player();
    let model = player.model();
    let name = wording::task_label(player.history(), model, id, theme.charset);
    let is_selected = session.is_selected(TrackId::Task(id));
    let Some(task) = model.task(id) else {
        return Head {
            is_selected,
            glyph: " ",
            look: theme.dim(),
            name,
            name_style: theme.dim(),
            state: String::new(),
        };
    };
    let look = wording::look(model, task, player.now());
    let has_changed = session.has_changed_task(id);
    let name_style = match () {
        () if is_selected => theme.selected(),
        () if has_changed => theme.strong(),
        () if task.is_done() => theme.dim(),
        () => theme.text(),
    };
    let state = wording::state(player.history(), model, task, player.now(), theme.charset);
    Head { is_selected, glyph: theme.mark(look), look: theme.look(look), name, name_style, state }
}
