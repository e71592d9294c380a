//! The one table of keys. Looking a key up, the footer, the help overlay and the documentation all read it.

use crossterm::event::KeyCode;

use super::action::Direction::{Back, Forward};
use super::action::{Action, Stride};
use super::prompt::{Asking, Edit};
use super::session::Panel;
use super::text::Charset;
use crate::player::Landmark;

mod bindings;
mod key;

pub use bindings::{Binding, Keymap};
pub use key::Key;
use key::{char, ctrl, ctrl_key, key, shift};

/// Where a key is pressed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Context {
    /// Everywhere, after the place itself was asked.
    Anywhere,
    /// In the list of scenarios.
    Gallery,
    /// While a filter is typed.
    Filter,
    /// In the player.
    Player,
    /// In the player in front of a class, before what counts in the player.
    Classroom,
    /// While a command or a search is typed.
    Prompt,
    /// In the source panel, where it has the focus, before what counts in the player.
    Source,
    /// In a list of breakpoints or marked instants.
    List,
    /// On an overlay.
    Overlay,
}

impl Context {
    /// Every place.
    pub const ALL: [Self; 9] = [
        Self::Gallery,
        Self::Filter,
        Self::Player,
        Self::Source,
        Self::List,
        Self::Classroom,
        Self::Prompt,
        Self::Overlay,
        Self::Anywhere,
    ];

    /// How it is called in the configuration.
    pub fn word(self) -> &'static str {
        // A place is called by one word, the first of its title.
        self.title().split(' ').next().unwrap_or_default()
    }

    /// The place around it, whose keys count where it has none of its own.
    pub const fn around(self) -> Option<Self> {
        match self {
            Self::Classroom | Self::Source => Some(Self::Player),
            _ => None,
        }
    }

    /// What stands above its keys.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "everywhere",
            Self::Gallery => "gallery",
            Self::Filter => "filter",
            Self::Player => "player",
            Self::Classroom => "classroom",
            Self::Prompt => "command line",
            Self::Source => "source",
            Self::List => "lists",
            Self::Overlay => "overlays",
        }
    }
}

/// A line of the table: keys that belong together, and what they do.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Where they count.
    pub context: Context,
    /// Each action with its keys; the first key is the one that is named.
    pub keys: &'static [(Action, &'static [Key])],
    /// What they do, in a word for the footer; empty where the footer does not name them.
    pub hint: &'static str,
    /// What they do, for the help overlay.
    pub what: &'static str,
}

impl Entry {
    /// The first key of each action: `←/→`.
    pub fn label(&self, charset: Charset) -> String {
        let labels: Vec<String> = self.keys.iter().map(|(_, keys)| keys[0].label(charset)).collect();
        labels.join("/")
    }

    /// Every key of the entry, the alternatives after the first in their turn: `←/→  h/l`.
    pub fn all_labels(&self, charset: Charset) -> String {
        let longest = self.keys.iter().map(|(_, keys)| keys.len()).max().unwrap_or(0);
        let row = |nth: usize| {
            let labels: Vec<String> =
                self.keys.iter().filter_map(|(_, keys)| Some(keys.get(nth)?.label(charset))).collect();
            labels.join("/")
        };
        (0..longest).map(row).collect::<Vec<_>>().join("  ")
    }
}

macro_rules! entry {
    ($context:ident, $hint:literal, $what:literal, $($action:expr => [$($key:expr),+ $(,)?]),+ $(,)?) => {
        Entry {
            context: Context::$context,
            keys: &[$(($action, &[$($key),+])),+],
            hint: $hint,
            what: $what,
        }
    };
}

/// The table.
pub const KEYS: &[Entry] = &[
    entry!(Gallery, "play", "play the selected scenario", Action::Open => [key(KeyCode::Enter), key(KeyCode::Right), char('l')]),
    entry!(Gallery, "select", "select a scenario",
        Action::Select(Back, Stride::Line) => [key(KeyCode::Up), char('k')],
        Action::Select(Forward, Stride::Line) => [key(KeyCode::Down), char('j')]),
    entry!(Gallery, "", "a page up or down",
        Action::Select(Back, Stride::Page) => [key(KeyCode::PageUp)],
        Action::Select(Forward, Stride::Page) => [key(KeyCode::PageDown)]),
    entry!(Gallery, "", "first or last scenario",
        Action::Select(Back, Stride::All) => [key(KeyCode::Home), char('g')],
        Action::Select(Forward, Stride::All) => [key(KeyCode::End), char('G')]),
    entry!(Gallery, "filter", "show only what contains some words", Action::Filter => [char('/')]),
    entry!(Filter, "keep", "keep the filter", Action::KeepFilter => [key(KeyCode::Enter), key(KeyCode::Tab)]),
    entry!(Filter, "drop", "drop the filter", Action::DropFilter => [key(KeyCode::Esc)]),
    entry!(Filter, "", "take back a character", Action::Erase => [key(KeyCode::Backspace)]),
    entry!(Filter, "select", "select a scenario meanwhile",
        Action::Select(Back, Stride::Line) => [key(KeyCode::Up)],
        Action::Select(Forward, Stride::Line) => [key(KeyCode::Down)]),
    entry!(Player, "event", "one event back or on",
        Action::Event(Back) => [key(KeyCode::Left), char('h')],
        Action::Event(Forward) => [key(KeyCode::Right), char('l')]),
    entry!(Player, "step", "to the task step before or after",
        Action::Step(Back) => [char(','), shift(KeyCode::Left), key(KeyCode::PageUp)],
        Action::Step(Forward) => [char('.'), shift(KeyCode::Right), key(KeyCode::PageDown)]),
    entry!(Player, "play", "play or pause; at the end, from the start", Action::PlayPause => [char(' ')]),
    entry!(Player, "speed", "slower or faster",
        Action::Speed(Back) => [char('-'), char('_')],
        Action::Speed(Forward) => [char('+'), char('=')]),
    entry!(Player, "axis", "timeline by time, or by order (one column per step)", Action::Axis => [char('x')]),
    entry!(Player, "panel", "focus the next panel", Action::Focus(Forward) => [key(KeyCode::Tab)]),
    entry!(Player, "enlarge", "enlarge the focused panel, or put it back",
        Action::Enlarge => [char('z'), key(KeyCode::Enter)]),
    entry!(Player, "iteration", "to the loop iteration before or after",
        Action::Iteration(Back) => [char('[')],
        Action::Iteration(Forward) => [char(']')]),
    entry!(Player, "sums", "the sums of the run", Action::Sums => [char('s')]),
    entry!(Player, "", "to the start or the end of the run",
        Action::Edge(Back) => [key(KeyCode::Home), char('g')],
        Action::Edge(Forward) => [key(KeyCode::End), char('G')]),
    entry!(Player, "", "the loop, the task, locks and queues, who waits for whom",
        Action::Show(Panel::Loop) => [char('1')],
        Action::Show(Panel::Inspector) => [char('2')],
        Action::Show(Panel::Sync) => [char('3')],
        Action::Show(Panel::Waits) => [char('4')]),
    entry!(Player, "", "which tasks have a row: state:waiting worker", Action::Rows => [char('t')]),
    entry!(Player, "", "group tasks by coroutine, by maker, or not", Action::Group => [char('v')]),
    entry!(Player, "", "unfold the selected group or fold it; all",
        Action::Members => [char('u')],
        Action::Groups => [char('U')]),
    entry!(Player, "", "sort tasks by creation, name, state or steps", Action::Sort => [char('S')]),
    entry!(Player, "", "the selected task on top, or back", Action::Pin => [char('p')]),
    entry!(Player, "", "focus the panel before", Action::Focus(Back) => [key(KeyCode::BackTab)]),
    entry!(Player, "", "select a task in the timeline, a line of the output; scroll another panel",
        Action::Scroll(Back, Stride::Line) => [key(KeyCode::Up), char('k')],
        Action::Scroll(Forward, Stride::Line) => [key(KeyCode::Down), char('j')]),
    entry!(Player, "", "a larger or a smaller part of the timeline",
        Action::Zoom(Back) => [char('<')],
        Action::Zoom(Forward) => [char('>')]),
    entry!(Player, "", "the part of the timeline before or after",
        Action::Pan(Back) => [ctrl_key(KeyCode::Left)],
        Action::Pan(Forward) => [ctrl_key(KeyCode::Right)]),
    entry!(Player, "", "all of the timeline", Action::Fit => [char('0')]),
    entry!(Player, "", "fold the long waits of the timeline, or unfold them", Action::Fold => [char('I')]),
    entry!(Player, "", "run the scenario once more", Action::Again => [char('r')]),
    entry!(Player, "", "step of the selected task before or after: over its await",
        Action::TaskStep(Back) => [char('{')],
        Action::TaskStep(Forward) => [char('}')]),
    entry!(Player, "", "source line before or after",
        Action::Landmark(Landmark::Line, Back) => [char('(')],
        Action::Landmark(Landmark::Line, Forward) => [char(')')]),
    entry!(Player, "", "wake-up before or after",
        Action::Landmark(Landmark::Wakeup, Back) => [char('W')],
        Action::Landmark(Landmark::Wakeup, Forward) => [char('w')]),
    entry!(Player, "", "output before or after",
        Action::Landmark(Landmark::Output, Back) => [char('O')],
        Action::Landmark(Landmark::Output, Forward) => [char('o')]),
    entry!(Player, "", "finding before or after",
        Action::Landmark(Landmark::Finding, Back) => [char('F')],
        Action::Landmark(Landmark::Finding, Forward) => [char('f')]),
    entry!(Player, "", "error before or after: raised, cancelled, failed",
        Action::Landmark(Landmark::Error, Back) => [char('D')],
        Action::Landmark(Landmark::Error, Forward) => [char('d')]),
    entry!(Player, "", "play backwards or pause", Action::Rewind => [key(KeyCode::Backspace)]),
    entry!(Player, "", "hold each step shorter or longer",
        Action::Hold(Back) => [char('H')],
        Action::Hold(Forward) => [char('L')]),
    entry!(Player, "", "skip long waits, or shorten them only", Action::Idle => [char('i')]),
    entry!(Player, "command", "type a command; :help names them", Action::Ask(Asking::Command) => [char(':')]),
    entry!(Player, "search", "search tasks, source, output and events", Action::Ask(Asking::Search) => [char('/')]),
    entry!(Player, "", "next match or the one before",
        Action::Match(Forward) => [char('n')],
        Action::Match(Back) => [char('N')]),
    entry!(Player, "", "breakpoint on this line or the selected task", Action::Breakpoint => [char('b')]),
    entry!(Player, "", "run to the next breakpoint or the one before",
        Action::Run(Forward) => [char('c'), key(KeyCode::F(5))],
        Action::Run(Back) => [char('C'), shift(KeyCode::F(5))]),
    entry!(Player, "", "the breakpoints", Action::Breakpoints => [char('B')]),
    entry!(Player, "", "mark this instant, or take the mark away", Action::Bookmark => [char('m')]),
    entry!(Player, "", "marked instant after or before",
        Action::Landmark(Landmark::Bookmark, Forward) => [char('\'')],
        Action::Landmark(Landmark::Bookmark, Back) => [char('"')]),
    entry!(Player, "", "the marked instants", Action::Bookmarks => [char(';')]),
    entry!(Player, "", "double how far an endless program runs ahead", Action::Limit => [char('A')]),
    entry!(Prompt, "do it", "do what is typed", Action::Submit => [key(KeyCode::Enter)]),
    entry!(Prompt, "give up", "give it up", Action::Abandon => [key(KeyCode::Esc)]),
    entry!(Prompt, "complete", "complete a command or a task's name", Action::Complete => [key(KeyCode::Tab)]),
    entry!(Prompt, "", "what was typed before, or after that",
        Action::Amend(Edit::Past(Back)) => [key(KeyCode::Up), ctrl('p')],
        Action::Amend(Edit::Past(Forward)) => [key(KeyCode::Down), ctrl('n')]),
    entry!(Prompt, "", "a character back or on",
        Action::Amend(Edit::Character(Back)) => [key(KeyCode::Left), ctrl('b')],
        Action::Amend(Edit::Character(Forward)) => [key(KeyCode::Right), ctrl('f')]),
    entry!(Prompt, "", "to the start or the end of the line",
        Action::Amend(Edit::Edge(Back)) => [key(KeyCode::Home), ctrl('a')],
        Action::Amend(Edit::Edge(Forward)) => [key(KeyCode::End), ctrl('e')]),
    entry!(Prompt, "", "take back a character; on an empty line, give up",
        Action::Amend(Edit::Erase) => [key(KeyCode::Backspace), ctrl('h')]),
    entry!(Prompt, "", "take out the character at the cursor", Action::Amend(Edit::Delete) => [key(KeyCode::Delete)]),
    entry!(Prompt, "", "take back a word, or all",
        Action::Amend(Edit::EraseWord) => [ctrl('w')],
        Action::Amend(Edit::EraseAll) => [ctrl('u')]),
    entry!(Player, "", "open the program in $VISUAL or $EDITOR, at the line where it is", Action::Edit => [char('e')]),
    entry!(Player, "", "run the program again whenever it is saved, or leave it", Action::Reload => [char('R')]),
    entry!(Player, "", "large and sparse, for a class", Action::Classroom => [char('P')]),
    entry!(Classroom, "point", "mark a row for the audience",
        Action::Point(Back) => [key(KeyCode::Up), char('k')],
        Action::Point(Forward) => [key(KeyCode::Down), char('j')]),
    entry!(Source, "line", "move the cursor to another line",
        Action::Scroll(Back, Stride::Line) => [key(KeyCode::Up), char('k')],
        Action::Scroll(Forward, Stride::Line) => [key(KeyCode::Down), char('j')]),
    entry!(Source, "", "move it by a page",
        Action::Scroll(Back, Stride::Page) => [key(KeyCode::PageUp)],
        Action::Scroll(Forward, Stride::Page) => [key(KeyCode::PageDown)]),
    entry!(Source, "breakpoint", "breakpoint on the cursor's line, or take it away", Action::Breakpoint => [char('b')]),
    entry!(List, "select", "select an entry of breakpoints or marked instants",
        Action::Select(Back, Stride::Line) => [key(KeyCode::Up), char('k')],
        Action::Select(Forward, Stride::Line) => [key(KeyCode::Down), char('j')]),
    entry!(List, "", "a page up or down",
        Action::Select(Back, Stride::Page) => [key(KeyCode::PageUp)],
        Action::Select(Forward, Stride::Page) => [key(KeyCode::PageDown)]),
    entry!(List, "", "first or last entry",
        Action::Select(Back, Stride::All) => [key(KeyCode::Home), char('g')],
        Action::Select(Forward, Stride::All) => [key(KeyCode::End), char('G')]),
    entry!(List, "go there", "go to the marked instant, or to where the breakpoint stops next", Action::Choose => [key(KeyCode::Enter)]),
    entry!(List, "on/off", "switch the breakpoint on or off", Action::Switch => [char(' ')]),
    entry!(List, "delete", "take it away", Action::Remove => [char('d'), key(KeyCode::Delete)]),
    entry!(Overlay, "scroll", "scroll",
        Action::Scroll(Back, Stride::Line) => [key(KeyCode::Up), char('k')],
        Action::Scroll(Forward, Stride::Line) => [key(KeyCode::Down), char('j')]),
    entry!(Overlay, "", "scroll by a page",
        Action::Scroll(Back, Stride::Page) => [key(KeyCode::PageUp)],
        Action::Scroll(Forward, Stride::Page) => [key(KeyCode::PageDown)]),
    entry!(Anywhere, "keys", "these keys", Action::Help => [char('?'), key(KeyCode::F(1))]),
    entry!(Anywhere, "back", "back: close what is open, leave the player", Action::Back => [key(KeyCode::Esc)]),
    entry!(Anywhere, "quit", "quit", Action::Quit => [char('q'), ctrl('c')]),
    entry!(Anywhere, "", "the next theme", Action::Theme => [char('T')]),
    entry!(Anywhere, "", "listen to the mouse, or leave it to the terminal", Action::Mouse => [char('M')]),
    entry!(Anywhere, "", "stop for a while; `fg` in the shell comes back", Action::Suspend => [ctrl('z')]),
    entry!(Anywhere, "", "paint everything anew", Action::Repaint => [ctrl('l')]),
];

/// The entries of one place.
pub fn entries(context: Context) -> impl Iterator<Item = &'static Entry> {
    Keymap::default().entries(context)
}

/// What the key does there, in this table.
fn action_in(keymap: Keymap, context: Context, pressed: Key) -> Option<Action> {
    let find = |context| {
        keymap
            .entries(context)
            .flat_map(|entry| entry.keys)
            .find(|(_, keys)| keys.contains(&pressed))
            .map(|&(action, _)| action)
    };
    let own = find(context);
    // While something is typed, a letter is a letter.
    if matches!(context, Context::Filter | Context::Prompt) && pressed.typed().is_some() {
        return own;
    }
    let around = context.around().and_then(find);
    own.or(around).or_else(|| find(Context::Anywhere))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn action(context: Context, pressed: Key) -> Option<Action> {
        Keymap::default().action(context, pressed)
    }

    #[test]
    fn no_key_stands_twice_in_one_place() {
        for context in Context::ALL {
            let mut seen = HashSet::new();
            for (action, keys) in entries(context).flat_map(|entry| entry.keys) {
                for key in *keys {
                    assert!(seen.insert(*key), "{context:?}: {key:?} twice, the second for {action:?}");
                }
            }
        }
    }

    #[test]
    fn every_key_does_what_the_table_says() {
        for entry in KEYS {
            for (does, keys) in entry.keys {
                for key in *keys {
                    assert_eq!(action(entry.context, *key), Some(*does), "{key:?}");
                }
            }
        }
    }

    #[test]
    fn every_action_has_a_key() {
        use Action as A;
        let bound: HashSet<Action> =
            KEYS.iter().flat_map(|entry| entry.keys).map(|&(action, _)| action).collect();
        let single = [
            A::Quit,
            A::Back,
            A::Help,
            A::Suspend,
            A::Repaint,
            A::Open,
            A::Choose,
            A::Switch,
            A::Remove,
            A::Filter,
            A::KeepFilter,
            A::DropFilter,
            A::Erase,
            A::PlayPause,
            A::Axis,
            A::Sums,
            A::Enlarge,
            A::Group,
            A::Groups,
            A::Sort,
            A::Pin,
            A::Rows,
            A::Again,
            A::Theme,
            A::Mouse,
            A::Reload,
            A::Edit,
            A::Fit,
            A::Fold,
            A::Classroom,
            A::Rewind,
            A::Idle,
            A::Limit,
            A::Breakpoint,
            A::Breakpoints,
            A::Bookmark,
            A::Bookmarks,
            A::Complete,
            A::Submit,
            A::Abandon,
            A::Ask(Asking::Command),
            A::Ask(Asking::Search),
        ];
        let directed = [
            A::Event,
            A::Step,
            A::TaskStep,
            A::Iteration,
            A::Edge,
            A::Speed,
            A::Hold,
            A::Zoom,
            A::Pan,
            A::Point,
            A::Focus,
            A::Run,
            A::Match,
        ];
        let strided = [A::Select, A::Scroll];
        let both = [Back, Forward];
        let all = single
            .into_iter()
            .chain(directed.iter().flat_map(|make| both.map(make)))
            .chain(Panel::ASIDE.map(A::Show))
            .chain(strided.iter().flat_map(|make| both.map(|way| make(way, Stride::Line))));
        for action in all {
            assert!(bound.contains(&action), "no key for {action:?}");
        }
    }

    #[test]
    fn a_typed_letter_is_no_command_while_filtering() {
        assert_eq!(action(Context::Filter, char('q')), None);
        assert_eq!(action(Context::Filter, ctrl('c')), Some(Action::Quit));
        assert_eq!(action(Context::Gallery, char('q')), Some(Action::Quit));
    }

    #[test]
    fn labels_name_what_is_pressed() {
        let event = entries(Context::Player).next().expect("the player has keys");
        assert_eq!(event.label(Charset::Unicode), "←/→");
        assert_eq!(event.label(Charset::Ascii), "left/right");
        assert_eq!(event.all_labels(Charset::Unicode), "←/→  h/l");
    }
}
