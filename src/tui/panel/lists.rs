//! The lists that lie over the screen: commands, breakpoints, bookmarks.

use ratatui::text::{Line, Span};

use crate::player::Switch;
use crate::tui::command::{COMMANDS, PLACES};
use crate::tui::session::Session;
use crate::tui::text::{Charset, width, wrap};
use crate::tui::theme::Theme;

/// The commands, with what they do.
pub fn commands(theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let names = |names: &[&str]| names.iter().map(|name| format!(":{name}")).collect::<Vec<_>>().join(" ");
    let places =
        PLACES.iter().map(|(form, what)| (String::new(), format!(":{}", form.replace("· ", "· :")), *what));
    let entries = COMMANDS.iter().map(|entry| (names(entry.names), entry.form.to_owned(), entry.what));
    let mut lines = Vec::new();
    for (name, form, what) in places.chain(entries) {
        let forms: Vec<String> = form.split(" · ").map(str::to_owned).collect();
        let form = match theme.charset {
            Charset::Ascii => forms.join(" | "),
            Charset::Unicode => form,
        };
        let blank = if name.is_empty() || form.is_empty() { "" } else { " " };
        let beside = width(&name) + blank.len() + width(&form) <= cells;
        let (first, below) = if beside { (form, Vec::new()) } else { (String::new(), forms) };
        lines.push(Line::from(vec![
            Span::styled(name, theme.accent()),
            Span::styled(format!("{blank}{first}"), theme.strong()),
        ]));
        lines.extend(below.into_iter().map(|form| Line::styled(format!("  {form}"), theme.strong())));
        lines.extend(
            wrap(what, cells.saturating_sub(4)).into_iter().map(|part| Line::raw(format!("    {part}"))),
        );
    }
    lines
}

/// The breakpoints, with their numbers; one of them is selected.
pub fn breakpoints(session: &Session, selected: usize, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let list = session.player().breakpoints().list();
    if list.is_empty() {
        return told(
            "No breakpoint is set. b sets one on the line at the playhead, on the cursor's line in the source or on the selected task; so do :break 12, :break worker-* cancelled, :break out \"text\".",
            cells,
        );
    }
    let here = session.player().breakpoint_here();
    let line = |(index, each): (usize, &crate::player::Breakpoint)| {
        let is_on = each.switch == Switch::On;
        let state = match (is_on, here == Some(index)) {
            (false, _) => "  off",
            (true, true) => "  stops here",
            (true, false) => "",
        };
        let condition = theme.charset.visible(&each.condition.to_string()).into_owned();
        let room = cells.saturating_sub(8 + state.len());
        let style = if is_on { theme.text() } else { theme.dim() };
        Line::from(vec![
            pointer(theme, index == selected),
            Span::styled(format!("{:>3} ", index + 1), theme.dim()),
            Span::styled(theme.breakpoint(is_on), theme.error()),
            Span::styled(
                format!(" {}", theme.charset.fit(&condition, room)),
                if index == selected { theme.selected() } else { style },
            ),
            Span::styled(state, theme.dim()),
        ])
    };
    let mut lines: Vec<Line<'static>> = list.iter().enumerate().map(line).collect();
    lines.push(Line::default());
    lines.extend(told("c and C run to the next one and the one before that is on.", cells));
    lines
}

/// The marked instants; one of them is selected.
pub fn bookmarks(session: &Session, selected: usize, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let player = session.player();
    if player.bookmarks().is_empty() {
        return told("No instant is marked. m marks the one at the playhead.", cells);
    }
    let line = |(index, &n): (usize, &usize)| {
        let at = if n == 0 { crate::time::Moment::START } else { player.history().at(n - 1) };
        let here = if player.playhead() == n { "  here" } else { "" };
        let style = if index == selected { theme.selected() } else { theme.text() };
        Line::from(vec![
            pointer(theme, index == selected),
            Span::styled(format!(" event {n}"), style),
            Span::styled(format!("  {at} s{here}"), theme.dim()),
        ])
    };
    let mut lines: Vec<Line<'static>> = player.bookmarks().iter().enumerate().map(line).collect();
    lines.push(Line::default());
    lines.extend(told("' and \" go to the next one and the one before; m marks an instant.", cells));
    lines
}

fn pointer(theme: Theme, is_selected: bool) -> Span<'static> {
    Span::styled(if is_selected { theme.pointer() } else { " " }, theme.selected())
}

fn told(text: &str, cells: usize) -> Vec<Line<'static>> {
    debug_assert!(width(text) > 0, "something is told");
    wrap(text, cells).into_iter().map(Line::from).collect()
}
