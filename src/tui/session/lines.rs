//! What a program printed, in lines: programs write in pieces that need not be lines.

use crate::event::Stream;
use crate::id::TaskId;
use crate::model::History;
use crate::time::Moment;
use crate::tui::text::Charset;

/// Writes that are looked at: the panel shows the end of the output, and scrolls back a little.
const MOST: usize = 2000;

/// The longest line that is kept.
const LONGEST: usize = 4096;

/// A line that was printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutputLine {
    /// When it was begun.
    pub at: Moment,
    /// The task that began it; none for code outside any task.
    pub task: Option<TaskId>,
    /// Where to.
    pub stream: Stream,
    /// The line, safe to be drawn.
    pub text: String,
    /// The event that began it.
    pub event: usize,
    /// The number of the last write that is part of it.
    pub write: usize,
    is_open: bool,
}

/// The last lines that were printed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OutputLines {
    lines: Vec<OutputLine>,
}

impl OutputLines {
    /// The lines of the first `count` writes of a run, as far as they are kept.
    pub(super) fn until(history: &History, count: usize, charset: Charset) -> Self {
        let mut lines = Self::default();
        let first = count.saturating_sub(MOST);
        for (write, part) in history.outputs(first..count).enumerate() {
            let begun = OutputLine {
                at: part.at,
                task: part.task,
                stream: part.stream,
                text: String::new(),
                event: part.event,
                write: first + write,
                is_open: true,
            };
            lines.add(&begun, part.text, charset);
        }
        lines
    }

    fn add(&mut self, begun: &OutputLine, text: &str, charset: Charset) {
        for piece in text.split_inclusive('\n') {
            let ends = piece.ends_with('\n');
            let piece = piece.strip_suffix('\n').unwrap_or(piece);
            // Both streams write to one screen, but each goes on with its own line.
            let open = self.lines.iter().rposition(|line| line.is_open && line.stream == begun.stream);
            let index = open.unwrap_or_else(|| {
                self.lines.push(begun.clone());
                self.lines.len() - 1
            });
            let line = &mut self.lines[index];
            if line.text.len() < LONGEST {
                line.text.push_str(&charset.visible(piece.trim_end_matches('\r')));
            }
            line.write = begun.write;
            line.is_open = !ends;
        }
    }

    /// The event of the line so many before the last one, or of the first that is kept; none where there is
    /// no line.
    pub(super) fn event_before(&self, by: usize) -> Option<usize> {
        let last = self.lines.len().checked_sub(1)?;
        Some(self.lines[last.saturating_sub(by)].event)
    }

    /// The lines, the latest last.
    pub fn lines(&self) -> &[OutputLine] {
        &self.lines
    }
}
