//! The footer: the keys that are of use now, as many as there is room for, or a word about what was just done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::{Context, Entry};
use crate::tui::text::width;

/// Draws the keys.
pub fn render(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.theme();
    if let Some(prompt) = app.prompt() {
        return super::prompt::render(prompt, app.remark(), theme, area, buffer);
    }
    if let Some(remark) = app.remark() {
        let remark = theme.charset.fit(remark, usize::from(area.width).saturating_sub(2));
        Line::styled(format!(" {remark}"), theme.accent()).render(area, buffer);
        return;
    }
    let mut spans = vec![Span::raw(" ")];
    for entry in entries(app, area.width) {
        spans.push(Span::styled(entry.label(theme.charset), theme.accent()));
        spans.push(Span::styled(format!(" {}  ", entry.hint), theme.dim()));
    }
    Line::from(spans).render(area, buffer);
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
        Context::Overlay if app.session().is_some() => Context::Player,
        Context::Overlay => Context::Gallery,
        context => context,
    };
    let taken = |entry: &Entry| width(&entry.label(charset)) + 1 + width(entry.hint) + 2;
    let hinted = |context| keymap.entries(context).filter(|entry| !entry.hint.is_empty());
    // What counts everywhere stands last and always: it leads to everything else.
    let last: Vec<&Entry> = match context {
        Context::Filter => Vec::new(),
        Context::Gallery => hinted(Context::Anywhere).filter(|entry| entry.hint != "back").collect(),
        _ => hinted(Context::Anywhere).collect(),
    };
    let mut room = usize::from(cells).saturating_sub(last.iter().map(|entry| taken(entry)).sum());
    let fitting = hinted(context).take_while(|entry| {
        let fits = taken(entry) < room;
        room = room.saturating_sub(taken(entry));
        fits
    });
    fitting.chain(last.iter().copied()).collect()
}
