//! The levels of an await chain or of a traceback, a line each.

use super::Sheet;
use crate::event::{MOST_FRAMES, Owner, Place};
use crate::model::inspection::Inspection;
use crate::model::{End, Task, TaskState};
use crate::tui::panel::wait_wording::Namer;
use crate::tui::session::{MOST_LEVELS, Session};
use crate::tui::text::width;
use crate::tui::theme::Look;

/// Levels of a traceback that are shown from its outer end.
const HEAD: usize = 4;

/// Levels that are shown from its inner end; a line says how many were left out, and the last is where it was raised.
const TAIL: usize = MOST_LEVELS - HEAD - 2;

/// How far levels are indented at most.
const DEEPEST: usize = 8;

/// What a level is to the task.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It is or was suspended there.
    Suspended,
    /// An exception passed it.
    Passed,
    /// The exception was raised there.
    Raised,
}

/// Where the task is suspended, or was before it was cancelled.
pub(super) fn chain(
    session: &Session,
    namer: Namer<'_>,
    inspection: &Inspection,
    task: &Task,
    sheet: &mut Sheet,
) {
    let name = match &task.state {
        TaskState::Done(End::Cancelled) => "last await",
        TaskState::Done(_) => return,
        _ if task.is_waiting() => "suspended",
        TaskState::Pending(_) => "resumes at",
        TaskState::Running => "resumed at",
    };
    for (depth, place) in namer.chain(inspection).into_iter().enumerate() {
        let name = if depth == 0 { name } else { "" };
        let level = Level { place, count: 1, is_cut: false };
        row(session, &level, Kind::Suspended, (name, depth), sheet);
    }
}

/// Where a task that raised did so, and what the exception passed on its way out.
pub(super) fn traceback(
    session: &Session,
    namer: Namer<'_>,
    inspection: &Inspection,
    task: &Task,
    sheet: &mut Sheet,
) {
    if !matches!(task.state, TaskState::Done(End::Raised(_))) {
        return;
    }
    let levels = together(&namer.chain(inspection));
    let Some((innermost, passed)) = levels.split_last() else { return };
    let left_out = passed.len().saturating_sub(HEAD + TAIL);
    let (head, rest) = passed.split_at(if left_out > 0 { HEAD } else { passed.len() });
    for (depth, level) in head.iter().enumerate() {
        let name = if depth == 0 { "traceback" } else { "" };
        row(session, level, Kind::Passed, (name, depth), sheet);
    }
    let depth = head.len();
    if left_out > 0 {
        let more = or_more(rest[..left_out].iter().any(|level| level.is_cut));
        let text =
            format!("{}{} {left_out} levels{more}", "  ".repeat(depth), sheet.theme.charset.ellipsis());
        sheet.line("", &text, sheet.theme.dim());
    }
    for level in rest.iter().skip(left_out) {
        row(session, level, Kind::Passed, ("", depth), sheet);
    }
    row(session, innermost, Kind::Raised, ("raised at", depth), sheet);
}

/// A place of a chain, and how many times in a row it is there.
struct Level<'h> {
    place: Place<'h>,
    count: usize,
    /// Others were there before it or as it, perhaps, that the recording left out.
    is_cut: bool,
}

impl Level<'_> {
    /// ` ×40`, ` ×32 or more`; nothing for a place that is there once.
    fn times(&self, sign: &str) -> String {
        match (self.count, self.is_cut) {
            (1, false) => String::new(),
            (count, is_cut) => format!(" {sign}{count}{}", or_more(is_cut)),
        }
    }
}

const fn or_more(is_cut: bool) -> &'static str {
    if is_cut { " or more" } else { "" }
}

/// The levels of a traceback, those of a recursion put together.
fn together<'h>(places: &[Place<'h>]) -> Vec<Level<'h>> {
    let mut levels = Vec::new();
    let mut before = 0;
    for run in places.chunk_by(|one, other| one == other) {
        // What was left out when it was recorded was in the middle.
        let is_cut = places.len() >= MOST_FRAMES && (before..before + run.len()).contains(&(MOST_FRAMES / 2));
        levels.push(Level { place: run[0], count: run.len(), is_cut });
        before += run.len();
    }
    levels
}

/// A level, indented by its depth.
fn row(
    session: &Session,
    level: &Level<'_>,
    kind: Kind,
    (name, depth): (&'static str, usize),
    sheet: &mut Sheet,
) {
    let theme = sheet.theme;
    let (place, times) = (level.place, level.times(theme.times()));
    let code = session.code_at(place).unwrap_or_default();
    let at = Namer::of(session, theme.charset).place(place);
    let function = place.function.unwrap_or_default();
    let function = theme.charset.visible(function.rsplit('.').next().unwrap_or_default());
    let at = format!("{}{at}{times}  ", "  ".repeat(depth.min(DEEPEST)));
    let both = format!("{function}: {code}");
    // Where there is no room for both, the code says more than the function that it is in.
    let has_room = width(&at) + width(&both) <= sheet.room();
    let what = match kind {
        _ if code.is_empty() => &*function,
        Kind::Passed | Kind::Raised if has_room && !function.is_empty() => &both,
        _ => &*code,
    };
    let style = match kind {
        Kind::Raised => theme.look(Look::Raised),
        _ if place.owner == Owner::Program => theme.text(),
        _ => theme.dim(),
    };
    sheet.line(name, &format!("{at}{what}"), style);
}
