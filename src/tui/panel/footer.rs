//! The footer: the keys that are of use now, as many as there is room for, or a word about what was just done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::action::Action;
use crate::tui::app::{App, Overlay};
use crate::tui::keymap::{Context, Entry};
use crate::tui::session::Session;
use crate::tui::text::{width, wrap};
use crate::tui::theme::Theme;

/// How many lines it takes: one, or as many as what is said needs, a third of the screen at most.
pub fn height(app: &App, area: Rect) -> u16 {
    let Some(said) = app.remark() else { return 1 };
    let lines = match app.prompt() {
        Some(prompt) => super::prompt::choices(prompt, said, area.width).len() + 1,
        None => wrap(said, text_width(area)).len(),
    };
    u16::try_from(lines).unwrap_or(u16::MAX).min(area.height / 3).max(1)
}

fn text_width(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(2)
}

/// Draws the keys.
pub fn render(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.theme();
    if let Some(prompt) = app.prompt() {
        return super::prompt::render(prompt, app.remark(), theme, area, buffer);
    }
    if let Some(remark) = app.remark() {
        return render_said(wrap(remark, text_width(area)), theme.accent(), theme, area, buffer);
    }
    let mut spans = vec![Span::raw(" ")];
    for entry in entries(app, area.width) {
        spans.push(Span::styled(entry.label(theme.charset), theme.accent()));
        spans.push(Span::styled(format!(" {}  ", entry.hint), theme.dim()));
    }
    Line::from(spans).render(area, buffer);
}

/// Draws lines; what has no room is said to be there.
pub(super) fn render_said(lines: Vec<String>, style: Style, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.height);
    let is_cut = lines.len() > room;
    let shown = lines.into_iter().take(room).enumerate().map(|(index, line)| {
        let line = if is_cut && index + 1 == room {
            theme.charset.fit(&format!("{line} {}", theme.charset.ellipsis()), text_width(area)).into_owned()
        } else {
            line
        };
        Line::styled(format!(" {line}"), style)
    });
    super::render_lines(shown, area, buffer);
}

/// What a click so many cells from the left does.
pub fn action_at(app: &App, cells: u16, at: u16) -> Option<Action> {
    if app.remark().is_some() || app.prompt().is_some() {
        return None;
    }
    let charset = app.theme().charset;
    let mut left = 1;
    for entry in entries(app, cells) {
        for (index, (action, keys)) in entry.keys.iter().enumerate() {
            left += width(&keys[0].label(charset)) + usize::from(index > 0);
            if usize::from(at) < left {
                return Some(*action);
            }
        }
        left += 1 + width(entry.hint);
        if usize::from(at) < left {
            return entry.keys.last().map(|(action, _)| *action);
        }
        left += 2;
    }
    None
}

/// The entries that are named, in their order.
fn entries(app: &App, cells: u16) -> Vec<&'static Entry> {
    let (keymap, charset) = (app.keymap(), app.theme().charset);
    // An overlay lies over what its keys lead back to.
    let context = match app.context() {
        Context::Overlay if app.session().is_some_and(Session::is_classroom) => Context::Classroom,
        Context::Overlay if app.session().is_some() => Context::Player,
        Context::Overlay => Context::Gallery,
        context => context,
    };
    let taken = |entry: &Entry| width(&entry.label(charset)) + 1 + width(entry.hint) + 2;
    // Of what is marked nothing can be switched.
    let is_of_use = |entry: &&Entry| {
        let is_marked = app.overlay() == Some(Overlay::Bookmarks);
        let is_idle = is_marked && entry.keys.iter().any(|(action, _)| *action == Action::Switch);
        !entry.hint.is_empty() && !is_idle
    };
    let hinted = |context| keymap.entries(context).filter(is_of_use);
    // What counts everywhere stands last and always: it leads to everything else.
    let last: Vec<&Entry> = match context {
        Context::Filter => Vec::new(),
        Context::Gallery => hinted(Context::Anywhere).filter(|entry| entry.hint != "back").collect(),
        _ => hinted(Context::Anywhere).collect(),
    };
    let mut room = usize::from(cells).saturating_sub(last.iter().map(|entry| taken(entry)).sum());
    let own = hinted(context).chain(context.around().into_iter().flat_map(hinted));
    let fitting = own.take_while(|entry| {
        let fits = taken(entry) < room;
        room = room.saturating_sub(taken(entry));
        fits
    });
    fitting.chain(last.iter().copied()).collect()
}
