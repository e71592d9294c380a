//! Breakpoints, as somebody sets, switches and deletes them: each change is said.

use super::{Panel, Session};
use crate::player::{Breakpoints, Change, Condition, Line, Move, Switch};
use crate::tui::command::Which;

/// What is said where there is no such breakpoint.
fn missing(which: Which) -> String {
    match which {
        Which::All => "no breakpoint is set".to_owned(),
        Which::At(_) => "there is no breakpoint with this number; B shows them".to_owned(),
    }
}

impl Session {
    /// Sets a breakpoint; a line must be one of the program's.
    pub fn set_breakpoint(&mut self, mut condition: Condition) {
        let lines = self.source.len();
        let program = self.player.history().header().map(|header| header.program.as_str());
        if let Condition::Line(line) = &mut condition
            && line.file.as_deref() == program
        {
            line.file = None;
        }
        match &condition {
            Condition::Line(Line { file: None, number }) if lines > 0 && *number as usize > lines => {
                self.say(format!("there is no line {number}: the program has {lines}"));
            }
            Condition::Line(Line { file: Some(file), .. }) if !self.has_file(file) => {
                self.say(format!("nothing of {file} is known in this program"));
            }
            _ => {
                self.say(format!("breakpoint set: {condition}"));
                self.player.breakpoints_mut().set(condition);
            }
        }
    }

    /// Sets a breakpoint on the line of the cursor in the source, on the selected task in the timeline, else on the
    /// line at the playhead, or takes it away.
    pub fn toggle_breakpoint(&mut self) {
        let selected = self.selected().filter(|_| self.focus == Panel::Timeline);
        let task = selected.and_then(|task| self.player.model().task(task));
        let cursor = self.cursor.filter(|_| self.focus == Panel::Source);
        let condition = match (task, cursor.or(self.shown_line())) {
            (Some(task), _) => Condition::Task { pattern: task.name(), change: Change::Any },
            (None, Some(line)) => Condition::Line(self.line_of_shown(line)),
            (None, None) => {
                self.say("no line is known here; :break 12 sets a breakpoint on one".to_owned());
                return;
            }
        };
        let text = condition.to_string();
        self.player.breakpoints_mut().toggle(condition.clone());
        let is_set = self.player.breakpoints().list().iter().any(|each| each.condition == condition);
        self.say(format!("{} {text}", if is_set { "breakpoint set:" } else { "breakpoint deleted:" }));
    }

    /// A line of the file that is shown.
    pub fn line_of_shown(&self, line: usize) -> Line {
        Line { file: self.other_file().map(str::to_owned), number: line as u32 }
    }

    /// Moves the playhead to the next event at which this breakpoint stops, on or off; after the last that is known comes
    /// the first. Says whether there is one.
    pub fn go_to_hit_of(&mut self, index: usize) -> bool {
        let Some(hit) = self.player.next_hit_of(index) else {
            self.say("nothing that is known stops there".to_owned());
            return false;
        };
        self.go(Move::To(hit + 1));
        true
    }

    /// Takes the mark of an instant away.
    pub fn remove_bookmark(&mut self, index: usize) {
        if let Some(event) = self.player.remove_bookmark(index) {
            self.say(format!("bookmark deleted at event {event}"));
        }
    }

    /// Deletes breakpoints.
    pub fn delete_breakpoints(&mut self, which: Which) {
        let deleted = self.said_of(which);
        let breakpoints = self.player.breakpoints_mut();
        match which {
            Which::All => breakpoints.clear(),
            Which::At(index) => drop(breakpoints.delete(index)),
        }
        self.say(deleted.map_or_else(|| missing(which), |what| format!("breakpoint deleted: {what}")));
    }

    /// Switches breakpoints on or off.
    pub fn switch_breakpoints(&mut self, which: Which, switch: Switch) {
        let switched = self.said_of(which);
        switch_some(self.player.breakpoints_mut(), which, switch);
        let how = match switch {
            Switch::On => "on",
            Switch::Off => "off",
        };
        self.say(switched.map_or_else(|| missing(which), |what| format!("breakpoint {how}: {what}")));
    }

    /// The breakpoints that are meant, in words; none where there is no such.
    fn said_of(&self, which: Which) -> Option<String> {
        let list = self.player.breakpoints().list();
        match which {
            Which::All => Some(format!("all {}", list.len())).filter(|_| !list.is_empty()),
            Which::At(index) => list.get(index).map(|each| each.condition.to_string()),
        }
    }
}

fn switch_some(breakpoints: &mut Breakpoints, which: Which, switch: Switch) {
    let which = match which {
        Which::At(index) => index..index + 1,
        Which::All => 0..breakpoints.list().len(),
    };
    for index in which {
        breakpoints.switch(index, switch);
    }
}
