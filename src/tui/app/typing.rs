//! The line at the bottom: what is typed there, and what a command does.

use super::{App, Effect, Overlay};
use crate::model::Task;
use crate::player::Move;
use crate::player::breakpoint::matches;
use crate::tui::action::Action;
use crate::tui::command::{self, Command};
use crate::tui::prompt::{Asking, Edit, Past, Prompt};
use crate::tui::session::{Session, hold_said, idle_said};

/// What was typed before, by what was asked.
#[derive(Debug, Default)]
pub(super) struct Pasts {
    commands: Past,
    searches: Past,
}

impl Pasts {
    const fn of(&mut self, asking: Asking) -> &mut Past {
        match asking {
            Asking::Command => &mut self.commands,
            Asking::Search => &mut self.searches,
        }
    }
}

impl App {
    /// The line that is typed.
    pub const fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// Types a command and sends it off.
    pub fn type_command(&mut self, text: &str) -> Effect {
        let mut prompt = Prompt::new(Asking::Command);
        prompt.set(text.to_owned());
        self.prompt = Some(prompt);
        self.submit()
    }

    pub(super) fn ask(&mut self, asking: Asking) -> Effect {
        if self.session.is_none() {
            return Effect::None;
        }
        self.prompt = Some(Prompt::new(asking));
        Effect::Draw
    }

    /// Begins the command that says which tasks have a row.
    fn ask_for_rows(&mut self) -> Effect {
        let effect = self.ask(Asking::Command);
        if let Some(prompt) = &mut self.prompt {
            prompt.set("filter ".to_owned());
        }
        effect
    }

    pub(super) fn edit(&mut self, edit: Edit) -> Effect {
        let Some(prompt) = &mut self.prompt else { return Effect::None };
        if edit == Edit::Erase && prompt.text().is_empty() {
            self.prompt = None;
        } else {
            prompt.edit(edit, self.pasts.of(prompt.asking()));
        }
        Effect::Draw
    }

    pub(super) fn abandon(&mut self) -> Effect {
        self.prompt = None;
        Effect::Draw
    }

    pub(super) fn complete(&mut self) -> Effect {
        let Some(prompt) = self.prompt.as_ref().filter(|prompt| prompt.asking() == Asking::Command) else {
            return Effect::None;
        };
        let line = prompt.text().to_owned();
        let names = self.session().map(Session::task_names).unwrap_or_default();
        let found = command::completions(&line, &names);
        let completed = match &*found {
            [] => return Effect::None,
            [only] => format!("{only} "),
            several => command::common(several).to_owned(),
        };
        // What all have in common may be less than what was typed, where blanks stood before it.
        if completed.len() > line.trim_start().len()
            && let Some(prompt) = &mut self.prompt
        {
            prompt.set(completed);
        } else if let Some(session) = self.session_mut() {
            session.say(choices(&found));
        }
        Effect::Draw
    }

    pub(super) fn submit(&mut self) -> Effect {
        let Some(prompt) = self.prompt.take() else { return Effect::None };
        self.pasts.of(prompt.asking()).add(prompt.text());
        let command = match prompt.asking() {
            Asking::Command => command::read(prompt.text()),
            Asking::Search => Ok(Some(Command::Search(prompt.text().to_owned()))),
        };
        match command {
            Ok(Some(command)) => self.obey(command),
            Ok(None) => Effect::Draw,
            Err(what) => {
                if let Some(session) = self.session_mut() {
                    session.say(what);
                }
                Effect::Draw
            }
        }
    }

    /// Does what a command asks for.
    fn obey(&mut self, command: Command) -> Effect {
        match command {
            Command::Quit => return Effect::Quit,
            Command::Help => return self.toggle_overlay(Overlay::Commands),
            Command::Breakpoints => return self.toggle_overlay(Overlay::Breakpoints),
            Command::Bookmarks => return self.toggle_overlay(Overlay::Bookmarks),
            _ => {}
        }
        if let Some(session) = self.session_mut() {
            session.obey(command);
        }
        self.resize(self.size);
        Effect::Draw
    }

    pub(super) fn update_prompt(&mut self, action: Action) -> Option<Effect> {
        Some(match action {
            Action::Ask(asking) => self.ask(asking),
            Action::Rows => self.ask_for_rows(),
            Action::Amend(edit) => self.edit(edit),
            Action::Complete => self.complete(),
            Action::Submit => self.submit(),
            Action::Abandon => self.abandon(),
            _ => return None,
        })
    }
}

/// The choices in a line, by their last words.
fn choices(lines: &[String]) -> String {
    const MOST: usize = 12;
    let last = |line: &String| line.rsplit(' ').next().unwrap_or_default().to_owned();
    let mut words: Vec<String> = lines.iter().take(MOST).map(last).collect();
    if lines.len() > MOST {
        words.push(format!("and {} more", lines.len() - MOST));
    }
    words.join("  ")
}

impl Session {
    /// Does what a command asks for, as far as it is about the run.
    fn obey(&mut self, command: Command) {
        match command {
            Command::Go(movement) => self.go_as_told(movement),
            Command::Run(direction) => self.run(direction),
            Command::Mark => self.toggle_bookmark(),
            Command::Search(text) => self.look_for(&text),
            Command::Filter(filter) => self.filter_rows(filter),
            Command::Task(pattern) => self.select_by_name(&pattern),
            Command::Limit(Some(limit)) => self.set_limit(limit),
            Command::Limit(None) => self.say(format!("runs ahead by {}", self.limit())),
            Command::Speed(_) | Command::Hold(_) | Command::Idle(_) => self.obey_pace(&command),
            Command::Break(condition) => self.set_breakpoint(condition),
            Command::Delete(which) => self.delete_breakpoints(which),
            Command::Switch(which, switch) => self.switch_breakpoints(which, switch),
            Command::Breakpoints | Command::Bookmarks | Command::Help | Command::Quit => {}
        }
    }

    fn obey_pace(&mut self, command: &Command) {
        let mut pace = self.player().pace();
        match command {
            Command::Speed(speed) => pace.speed = *speed,
            Command::Hold(hold) => pace.hold = *hold,
            Command::Idle(idle) => pace.idle = *idle,
            _ => {}
        }
        self.set_pace(pace);
        self.say(match command {
            Command::Hold(_) => hold_said(pace.hold),
            Command::Idle(_) => idle_said(pace.idle).to_owned(),
            _ => format!("speed {}", pace.speed),
        });
    }

    /// Moves the playhead to where a command says; where the run does not go as far, says so.
    fn go_as_told(&mut self, movement: Move) {
        let history = self.player().history();
        let known = history.at(history.len().saturating_sub(1));
        let beyond = match movement {
            Move::To(event) if event > history.len() => Some(format!("{} events", history.len())),
            // What is shown as the same time is not beyond it.
            Move::ToTime(at) if at.0 / 1_000_000 > known.0 / 1_000_000 => Some(format!("{known} s")),
            _ => None,
        };
        self.go(movement);
        if let Some(extent) = beyond {
            let run = if self.is_growing() { "so far the run is known for" } else { "the run ends after" };
            self.say(format!("{run} {extent}: this is the end"));
        }
    }

    fn select_by_name(&mut self, pattern: &str) {
        let history = self.player().history();
        let is_meant =
            |task: &&Task| matches(pattern, &task.name()) || matches(pattern, history.coroutine(task));
        let mut tasks = history.latest().tasks().filter(|task| !task.info.housekeeping);
        let found = tasks.find(is_meant).map(Task::id);
        drop(tasks);
        match found {
            Some(task) => {
                self.select(task);
                if self.player().model().task(task).is_none() {
                    self.say("selected; it is made later in the run".to_owned());
                }
            }
            None => self.say(format!("there is no task {pattern:?}")),
        }
    }
}
