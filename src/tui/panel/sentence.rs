//! The sentence: what happened, why, and what follows; and what went wrong with the recording itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::render_lines;
use crate::player::Motion;
use crate::tui::feed::FeedEnd;
use crate::tui::session::{Arrangement, Session, Supply};
use crate::tui::text::{width, wrap};
use crate::tui::theme::Theme;

/// Blanks on both sides.
const MARGIN: u16 = 4;

/// How many lines the sentence gets: always the same on one screen, so that nothing jumps while playing. What has no
/// room in them is seen when playing stops.
pub fn height(session: &Session, area: Rect) -> u16 {
    let usual = match area.height {
        0..14 => 2,
        14..30 => 3,
        _ => 4,
    };
    let trouble = trouble(session).map_or(0, |what| wrap(&what, text_width(area)).len() as u16);
    (usual + trouble.min(area.height / 4)).max(needed(session, area))
}

/// How many lines are needed for all that is said, half of the screen at most; none while it plays, and none where
/// somebody wants a panel large.
pub(super) fn needed(session: &Session, area: Rect) -> u16 {
    if session.player().motion() != Motion::Paused || session.arrangement() == Arrangement::Enlarged {
        return 0;
    }
    let cells = text_width(area);
    let trouble = trouble(session).map_or(0, |what| wrap(&what, cells).len());
    let sentence = session.sentence();
    let said = flow(&[(&sentence.happened, Style::new()), (&sentence.next, Style::new())], cells).len();
    u16::try_from(trouble + said).unwrap_or(u16::MAX).min(area.height / 2)
}

fn text_width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(MARGIN))
}

/// What is wrong with where the records come from, or with the version of the program that was saved last.
fn trouble(session: &Session) -> Option<String> {
    if let Some(what) = session.complaint() {
        return Some(what.to_owned());
    }
    let Supply::Ended(FeedEnd::Broken { what, .. }) = session.supply() else { return None };
    Some(what.clone())
}

/// Draws it.
pub fn render(session: &Session, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let cells = text_width(area);
    let mut lines: Vec<(Style, Line<'static>)> = Vec::new();
    if let Some(what) = trouble(session) {
        let what = theme.charset.visible(&what);
        lines.extend(
            wrap(&what, cells).into_iter().map(|line| (theme.error(), Line::styled(line, theme.error()))),
        );
    }
    let sentence = session.sentence();
    let said = flow(&[(&sentence.happened, theme.text()), (&sentence.next, theme.dim())], cells);
    lines.extend(said.into_iter().map(|line| (theme.accent(), line)));
    let room = usize::from(area.height);
    let is_cut = lines.len() > room;
    lines.truncate(room);
    if is_cut && let Some((_, line)) = lines.last_mut() {
        line.spans.push(Span::styled(theme.charset.ellipsis(), theme.dim()));
    }
    let bar = |style| Span::styled(format!(" {} ", theme.instant()), style);
    let lines = lines.into_iter().map(|(style, mut line)| {
        line.spans.insert(0, bar(style));
        line
    });
    render_lines(lines, area, buffer);
}

/// Wraps texts of different looks as one paragraph.
fn flow(parts: &[(&str, Style)], cells: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for (text, style) in parts {
        for word in text.split_whitespace().flat_map(|word| wrap(word, cells)) {
            let more = width(&word);
            if used > 0 && used + 1 + more > cells {
                lines.push(Line::from(std::mem::take(&mut spans)));
                used = 0;
            }
            let blank = if used > 0 { " " } else { "" };
            used += blank.len() + more;
            match spans.last_mut().filter(|span| span.style == *style) {
                Some(span) => {
                    let content = span.content.to_mut();
                    content.push_str(blank);
                    content.push_str(&word);
                }
                None => spans.push(Span::styled(format!("{blank}{word}"), *style)),
            }
        }
    }
    if !spans.is_empty() {
        lines.push(Line::from(spans));
    }
    lines
}
