//! The inspector of a group: what is known of many tasks together.

use ratatui::text::{Line, Span};

use super::Sheet;
use crate::id::ChainId;
use crate::model::crowd::{Awaiting, Crowd};
use crate::tui::panel::wait_wording::Namer;
use crate::tui::panel::wording;
use crate::tui::session::{Group, Session};
use crate::tui::theme::{Look, Theme};

/// The most kinds of waits, and the most places, that are listed.
const MOST: usize = 8;

/// The lines about the tasks of a group.
pub(super) fn lines(
    session: &Session,
    theme: Theme,
    (group, crowd): (&Group, &Crowd),
    cells: usize,
) -> Vec<Line<'static>> {
    let name = format!("{} {}{}", group.name, theme.times(), crowd.count);
    let name = theme.charset.fit(&name, cells.saturating_sub(2)).into_owned();
    let mut sheet = Sheet {
        theme,
        cells,
        lines: vec![Line::from(vec![Span::raw(" "), Span::styled(name, theme.strong())])],
    };
    sheet.text("state", &group.state());
    let times = theme.times();
    let namer = Namer::of(session, theme.charset);
    let waits = crowd.awaiting.iter().take(MOST).map(|(what, count)| {
        let what = match what {
            Awaiting::Task => "another task",
            Awaiting::Future(kind) => wording::future_kind(*kind),
        };
        format!("{count}{times} {what}")
    });
    sheet.list("waits for", waits, theme.look(Look::Waiting));
    let places = crowd.places.iter().take(MOST).filter_map(|(chain, count)| {
        place(session, namer, *chain).map(|place| format!("{count}{times} {place}"))
    });
    sheet.list("suspended", places, theme.text());
    let (fewest, most) = crowd.steps_of_one;
    let each = if fewest == most { format!("{most} each") } else { format!("{fewest} to {most} each") };
    sheet.text("steps", &format!("{}, {each}", crowd.steps));
    let (first, last) = crowd.made;
    let made = if first == last { first.to_string() } else { format!("from {first} to {last}") };
    sheet.text("made", &made);
    sheet.lines
}

/// Where in the program's files a chain is suspended: `line 6  await asyncio.sleep(1)`.
fn place(session: &Session, namer: Namer<'_>, chain: ChainId) -> Option<String> {
    let place = namer.history.scene().own_place(chain)?;
    let code = session.code_at(place).unwrap_or_default();
    Some(format!("{}  {code}", namer.place(place)).trim_end().to_owned())
}
