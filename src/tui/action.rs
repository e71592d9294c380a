//! What can be asked of the screen, whatever key asked for it.

use super::prompt::{Asking, Edit};
use super::session::Panel;
use crate::player::Landmark;

pub use super::direction::{Direction, Stride};

/// What can be asked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Action {
    /// Leave the program.
    Quit,
    /// Leave what is open: an overlay, an enlarged panel, the player; at last the program.
    Back,
    /// Show or hide the keys.
    Help,
    /// Stop the process, as shells do on Ctrl-Z.
    Suspend,
    /// Paint everything anew.
    Repaint,
    /// Move through the list of scenarios.
    Select(Direction, Stride),
    /// Play the selected scenario.
    Open,
    /// Go to what is selected in a list.
    Choose,
    /// Switch what is selected in a list on or off.
    Switch,
    /// Take what is selected out of its list.
    Remove,
    /// Begin to type a filter.
    Filter,
    /// Keep the filter and go back to the list.
    KeepFilter,
    /// Drop the filter and go back to the list.
    DropFilter,
    /// Take back the last character typed.
    Erase,
    /// Move the playhead by one event.
    Event(Direction),
    /// Move it by one step of a task.
    Step(Direction),
    /// Move it by one step of the selected task.
    TaskStep(Direction),
    /// Move it to the next of these, or the one before.
    Landmark(Landmark, Direction),
    /// Run to the next breakpoint.
    Run(Direction),
    /// Set or delete a breakpoint where the playhead is.
    Breakpoint,
    /// Show or hide the breakpoints.
    Breakpoints,
    /// Mark the instant, or take the mark away.
    Bookmark,
    /// Show or hide the marked instants.
    Bookmarks,
    /// Move it by one iteration of the loop.
    Iteration(Direction),
    /// Move it to the start or the end.
    Edge(Direction),
    /// Start or stop playing.
    PlayPause,
    /// Play backwards, or stop that.
    Rewind,
    /// Hold steps longer or shorter.
    Hold(Direction),
    /// Skip long waits, or shorten them only.
    Idle,
    /// Let a program that does not end run ahead further.
    Limit,
    /// Begin to type a command or a search.
    Ask(Asking),
    /// Change what is typed.
    Amend(Edit),
    /// Complete it.
    Complete,
    /// Do what is typed.
    Submit,
    /// Give it up.
    Abandon,
    /// Go to the next match of the search, or the one before.
    Match(Direction),
    /// Play faster or slower.
    Speed(Direction),
    /// Exchange time axis and order axis.
    Axis,
    /// Show a smaller part of the timeline, or a larger one.
    Zoom(Direction),
    /// Show what lies beside in the timeline.
    Pan(Direction),
    /// Show all of the timeline.
    Fit,
    /// Fold the stretches in which nothing happens, or unfold them.
    Fold,
    /// Show or hide the sums of the run.
    Sums,
    /// Give the focus to the next or previous panel.
    Focus(Direction),
    /// Scroll the panel that has the focus.
    Scroll(Direction, Stride),
    /// Put the rows of tasks together by something else.
    Group,
    /// Show the tasks of the selected group below it, or not.
    Members,
    /// Fold all groups of tasks, or unfold them.
    Groups,
    /// Sort the rows by something else.
    Sort,
    /// Put the selected task on top, or back.
    Pin,
    /// Begin to type which tasks have a row.
    Rows,
    /// Show a panel where several share a place.
    Show(Panel),
    /// Enlarge the panel that has the focus, or put it back.
    Enlarge,
    /// Run the scenario once more.
    Again,
    /// Take the next theme.
    Theme,
    /// Listen to the mouse, or leave it to the terminal.
    Mouse,
    /// Run a program again whenever it is saved, or leave it.
    Reload,
    /// Open the program in an editor.
    Edit,
    /// Go in front of a class, or come back.
    Classroom,
    /// Move the pointer that marks a row for the audience.
    Point(Direction),
}

impl Action {
    /// How it is called in the configuration: `Event(Forward)` is `event-forward`.
    #[must_use]
    pub fn name(self) -> String {
        let mut name = String::new();
        for c in format!("{self:?}").chars() {
            match c {
                '(' | ' ' if !name.ends_with('-') => name.push('-'),
                c if c.is_ascii_uppercase() => {
                    if !name.is_empty() && !name.ends_with('-') {
                        name.push('-');
                    }
                    name.push(c.to_ascii_lowercase());
                }
                c if c.is_ascii_alphanumeric() => name.push(c),
                _ => {}
            }
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words() {
        assert_eq!(Action::PlayPause.name(), "play-pause");
        assert_eq!(Action::Event(Direction::Forward).name(), "event-forward");
        assert_eq!(Action::Scroll(Direction::Back, Stride::Page).name(), "scroll-back-page");
    }
}
