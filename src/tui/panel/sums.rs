//! The sums of a run: how it ended, what it took, and what each task did with its time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget};

use super::{render_lines, wording};
use crate::event::RunOutcome;
use crate::model::summary::TaskSum;
use crate::tui::session::{Panel, Session};
use crate::tui::text::{width, wrap};
use crate::tui::theme::Theme;

/// Tasks that have a row: nobody reads more, and they are made for every frame.
const MOST_TASKS: usize = 100;

/// Draws the sums in a panel.
pub fn render(session: &Session, theme: Theme, block: Block<'_>, area: Rect, buffer: &mut Buffer) {
    let mut inner = block.inner(area);
    block.render(area, buffer);
    inner.x += 1;
    inner.width = inner.width.saturating_sub(1);
    let lines = lines(session, theme, inner.width.into());
    let first = session.first_line(Panel::Loop).min(lines.len().saturating_sub(1));
    render_lines(lines.into_iter().skip(first), inner, buffer);
}

/// The sums in lines.
pub fn lines(session: &Session, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    let Some(outcome) = session.player().history().outcome() else {
        return vec![Line::styled("The run is not over yet.", theme.dim())];
    };
    let mut lines = Vec::new();
    let mut explanation = session.explanation().iter();
    // What went wrong comes first; what might be better, last.
    match verdict(outcome) {
        Verdict::Good(text) => {
            push_wrapped(&mut lines, &text, theme.strong(), cells);
            facts(session, theme, cells, &mut lines);
            if !session.explanation().is_empty() {
                lines.push(Line::default());
            }
            explanation.for_each(|text| push_wrapped(&mut lines, text, theme.changed(), cells));
        }
        Verdict::Bad(text) => {
            let text =
                explanation.next().cloned().unwrap_or_else(|| theme.charset.visible(&text).into_owned());
            push_wrapped(&mut lines, &text, theme.error(), cells);
            explanation.for_each(|text| push_wrapped(&mut lines, text, theme.text(), cells));
            lines.push(Line::default());
            facts(session, theme, cells, &mut lines);
        }
    }
    lines
}

/// What it took, and who did what.
fn facts(session: &Session, theme: Theme, cells: usize, lines: &mut Vec<Line<'static>>) {
    let summary = session.summary();
    lines.push(fact(theme, "took", format!("{} s", summary.elapsed)));
    if summary.one_after_another > summary.elapsed {
        lines.push(fact(theme, "one after another", format!("{} s", summary.one_after_another)));
    }
    let count = |n: u64, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let counts = [
        count(summary.tasks as u64, "task"),
        count(summary.iterations, "iteration"),
        count(summary.events as u64, "event"),
    ];
    let counts = counts.join(", ");
    lines.push(Line::styled(theme.charset.fit(&counts, cells).into_owned(), theme.dim()));
    if !summary.by_task.is_empty() {
        lines.push(Line::default());
        table(session, theme, cells, lines);
    }
}

fn fact(theme: Theme, name: &str, value: String) -> Line<'static> {
    Line::from(vec![Span::styled(format!("{name} "), theme.dim()), Span::styled(value, theme.strong())])
}

/// How a run ended, in a sentence.
enum Verdict {
    Good(String),
    Bad(String),
}

fn verdict(outcome: &RunOutcome) -> Verdict {
    match outcome {
        RunOutcome::Finished => Verdict::Good("The program came to its end.".to_owned()),
        RunOutcome::Exited(code) => Verdict::Good(format!("The program ended itself with code {code}.")),
        RunOutcome::Raised { exception, text } if text.is_empty() => Verdict::Bad(exception.to_string()),
        RunOutcome::Raised { exception, text } => Verdict::Bad(format!("{exception}: {text}")),
        RunOutcome::Deadlock => Verdict::Bad("Deadlock".to_owned()),
        RunOutcome::Limit(kind) => Verdict::Bad(format!("Stopped at the limit of {}.", kind.word())),
        RunOutcome::Killed => Verdict::Bad("The run was ended from outside.".to_owned()),
    }
}

fn push_wrapped(lines: &mut Vec<Line<'static>>, text: &str, style: Style, cells: usize) {
    // Blanks at the beginning are meant: a caret stands below its place.
    if width(text) <= cells {
        lines.push(Line::styled(text.to_owned(), style));
    } else {
        lines.extend(wrap(text, cells).into_iter().map(|line| Line::styled(line, style)));
    }
}

/// A row for each task: how long it ran, was ready and waited.
fn table(session: &Session, theme: Theme, cells: usize, lines: &mut Vec<Line<'static>>) {
    let player = session.player();
    let sums = &session.summary().by_task;
    let shown = || sums.iter().take(MOST_TASKS);
    // As wide as the longest of the numbers, and a blank before it.
    let widths: Vec<usize> = [5, 6, 6, 6]
        .into_iter()
        .enumerate()
        .map(|(column, least)| {
            let widest = shown().map(|sum| numbers(sum)[column].len()).max().unwrap_or(0);
            1 + widest.max(least)
        })
        .collect();
    let row = |texts: [String; 4]| {
        let cells: Vec<String> =
            texts.iter().zip(&widths).map(|(text, width)| format!("{text:>width$}")).collect();
        cells.concat()
    };
    let names = cells.saturating_sub(widths.iter().sum::<usize>()).min(24);
    let head = format!("{:names$}{}", "", row(["steps", "ran", "ready", "waited"].map(str::to_owned)));
    lines.push(Line::styled(theme.charset.fit(&head, cells).into_owned(), theme.dim()));
    for sum in shown() {
        let label = wording::task_label(player.history(), player.model(), sum.task, theme.charset);
        let row = format!("{}{}", theme.charset.pad(&label, names), row(numbers(sum)));
        lines.push(Line::raw(theme.charset.fit(&row, cells).into_owned()));
    }
    if sums.len() > MOST_TASKS {
        lines.push(Line::styled(format!("and {} more", sums.len() - MOST_TASKS), theme.dim()));
    }
}

/// Steps, and how long it ran, was ready and waited.
fn numbers(sum: &TaskSum) -> [String; 4] {
    [sum.steps.to_string(), sum.running.to_string(), sum.queued.to_string(), sum.waiting.to_string()]
}
