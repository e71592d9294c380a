//! All that the screen is made of, and how actions change it.

use std::path::PathBuf;
use std::time::Duration;

use super::action::{Action, Direction, Stride};
use super::config::Config;
use super::feed::Parcel;
use super::gallery::{Gallery, Mode};
use super::keymap::{Context, Key, Keymap};
use super::prompt::Prompt;
use super::screen;
use super::session::{Panel, Session, Supply};
use super::theme::{Palette, Theme};
use crate::model::History;
use crate::player::Move;
use crate::scenario::{Catalog, Scenario, ScenarioSource};

mod handling;
mod lists;
mod notice;
mod reload;
mod typing;

use typing::Pasts;

/// What lies over the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Overlay {
    /// The keys.
    Help,
    /// The sums of the run.
    Sums,
    /// The commands.
    Commands,
    /// The breakpoints.
    Breakpoints,
    /// The marked instants.
    Bookmarks,
}

impl Overlay {
    /// Whether it is a list of which an entry is selected.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Breakpoints | Self::Bookmarks)
    }
}

/// What an update asks the driver to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing changed.
    None,
    /// Draw a frame.
    Draw,
    /// Paint everything anew.
    Repaint,
    /// Listen to the mouse, or leave it to the terminal.
    Mouse,
    /// Watch the program's file, or leave it.
    Watch,
    /// Open a file in an editor, at a line.
    Edit {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// Stop the process for a while.
    Suspend,
    /// Leave.
    Quit,
    /// Play this.
    Open(Origin),
    /// End the run that is played.
    Close,
}

/// What a session plays, so that it can be played once more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A scenario.
    Scenario {
        /// Which one.
        source: ScenarioSource,
        /// What it finds in `sys.argv`.
        args: Vec<String>,
    },
    /// A recording.
    Recording(PathBuf),
    /// A program of this process, which cannot be run once more.
    Live,
}

/// All that the screen is made of.
#[derive(Debug)]
pub struct App {
    theme: Theme,
    config: Config,
    size: (u16, u16),
    gallery: Option<Gallery>,
    session: Option<(Origin, Box<Session>)>,
    overlay: Option<Overlay>,
    overlay_top: usize,
    /// The selected entry of an overlay that is a list.
    overlay_at: usize,
    notice: Option<String>,
    notice_top: usize,
    prompt: Option<Prompt>,
    pasts: Pasts,
    remark: Option<String>,
    /// Whether the mouse holds the playhead.
    is_dragged: bool,
    /// A new version of the program that is played, which is not shown yet.
    candidate: Option<Box<Session>>,
}

impl App {
    /// The gallery of a catalogue.
    #[must_use]
    pub fn with_gallery(catalog: &'static Catalog, theme: Theme) -> Self {
        Self { gallery: Some(Gallery::new(catalog, theme.charset)), ..Self::new(theme) }
    }

    /// Nothing yet but a session that will be opened.
    #[must_use]
    pub fn new(theme: Theme) -> Self {
        Self {
            theme,
            config: Config::default(),
            size: (80, 24),
            gallery: None,
            session: None,
            overlay: None,
            overlay_top: 0,
            overlay_at: 0,
            notice: None,
            notice_top: 0,
            prompt: None,
            pasts: Pasts::default(),
            remark: None,
            is_dragged: false,
            candidate: None,
        }
    }

    /// The same with what somebody has chosen.
    #[must_use]
    pub fn with_config(self, config: Config) -> Self {
        Self { config, ..self }
    }

    /// What somebody has chosen, here or once for all.
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// The keys.
    pub const fn keymap(&self) -> Keymap {
        self.config.keymap
    }

    /// How everything looks.
    pub const fn theme(&self) -> Theme {
        self.theme
    }

    /// The gallery, where there is one to go back to.
    pub const fn gallery(&self) -> Option<&Gallery> {
        self.gallery.as_ref()
    }

    /// The run that is played.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref().map(|(_, session)| &**session)
    }

    /// What is played, so that it can be played once more.
    pub fn origin(&self) -> Option<&Origin> {
        self.session.as_ref().map(|(origin, _)| origin)
    }

    fn session_mut(&mut self) -> Option<&mut Session> {
        self.session.as_mut().map(|(_, session)| &mut **session)
    }

    /// What lies over the screen.
    pub const fn overlay(&self) -> Option<Overlay> {
        self.overlay
    }

    /// The first visible line of the overlay.
    pub const fn overlay_top(&self) -> usize {
        self.overlay_top
    }

    /// Says a word about what was just done, until the next key.
    pub(super) fn say(&mut self, remark: &str) {
        match &mut self.session {
            Some((_, session)) => session.say(remark.to_owned()),
            None => self.remark = Some(self.theme.charset.said(remark)),
        }
    }

    /// Says nothing any more; says whether something was.
    fn fall_silent(&mut self) -> bool {
        let had_message = self.session_mut().is_some_and(Session::fall_silent);
        self.remark.take().is_some() || had_message
    }

    /// A word about what was just done.
    pub fn remark(&self) -> Option<&str> {
        self.remark.as_deref().or_else(|| self.session()?.said())
    }

    /// Where the next key is pressed.
    pub fn context(&self) -> Context {
        if self.prompt.is_some() {
            Context::Prompt
        } else if let Some(overlay) = self.overlay {
            if overlay.is_list() { Context::List } else { Context::Overlay }
        } else if self.session().is_some_and(Session::is_classroom) {
            Context::Classroom
        } else if let Some(session) = self.session() {
            if session.focus() == Panel::Source { Context::Source } else { Context::Player }
        } else if self.gallery.as_ref().is_some_and(|gallery| gallery.mode() == Mode::Filtering) {
            Context::Filter
        } else {
            Context::Gallery
        }
    }

    /// Begins to play something.
    pub fn open(&mut self, origin: Origin, title: &str, scenario: Option<&Scenario>) {
        let mut session = Session::new(title, scenario, self.theme.charset);
        session.set_pace(self.config.pace);
        if self.config.classroom {
            session.toggle_classroom();
        }
        // Run once more, it stops where it stopped before.
        if let Some((_, old)) = self.session.as_ref().filter(|(before, _)| *before == origin) {
            session.take_marks(old);
        }
        // A pipe may be a program that never ends; a file is one that did.
        if matches!(&origin, Origin::Recording(path) if path.is_file()) {
            session.read_all();
        }
        self.prompt = None;
        self.session = Some((origin, Box::new(session)));
        self.candidate = None;
        self.overlay = None;
        self.resize(self.size);
    }

    /// Shows a run that is already known.
    pub fn show(&mut self, title: &str, history: History) {
        let session = Session::of(title, history, self.theme.charset);
        self.session = Some((Origin::Live, Box::new(session)));
        self.overlay = None;
        self.resize(self.size);
    }

    /// The screen has this many columns and lines.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        let room = self.session().map(|session| screen::room(self, session, size));
        if let Some((session, room)) = self.session_mut().zip(room) {
            session.set_room(room);
        }
    }

    /// Takes up what the feed brings.
    pub(super) fn take(&mut self, parcels: impl IntoIterator<Item = Parcel>) {
        if let Some(candidate) = &mut self.candidate {
            candidate.take(parcels);
            self.finish_reload();
        } else if let Some(session) = self.session_mut() {
            session.take(parcels);
            // What is said, and the sentence, may have more to say than before.
            self.resize(self.size);
        }
    }

    /// Lets time pass; says whether anything looks different.
    pub fn advance(&mut self, dt: Duration) -> bool {
        let is_different = self.session_mut().is_some_and(|session| session.advance(dt));
        // Where playing stops, the sentence gets all the lines that it needs; and a word may have come.
        if is_different {
            self.resize(self.size);
        }
        is_different
    }

    /// Whether the screen changes with time alone.
    pub fn is_moving(&self) -> bool {
        self.session().is_some_and(Session::is_moving)
    }

    /// Whether more records are wanted.
    pub fn wants_more(&self) -> bool {
        match self.candidate() {
            // All that there is until it has come as far as the picture is.
            Some(candidate) => matches!(candidate.supply(), Supply::Open),
            None => self.session().is_some_and(Session::wants_more),
        }
    }

    /// A key is pressed.
    pub fn press(&mut self, key: Key) -> Effect {
        if self.scroll_notice(key) {
            return Effect::Draw;
        }
        let context = self.context();
        let had_message = self.fall_silent();
        let had_notice = self.notice.take().is_some() || had_message;
        if had_message {
            self.resize(self.size);
        }
        if let Some(action) = self.keymap().action(context, key) {
            let effect = self.update(action);
            return if effect == Effect::None && had_notice { Effect::Draw } else { effect };
        }
        match key.typed() {
            Some(c) if matches!(context, Context::Filter | Context::Prompt) => {
                self.paste(c.encode_utf8(&mut [0; 4]))
            }
            _ if had_notice => Effect::Draw,
            _ => Effect::None,
        }
    }

    /// Text is typed or pasted: only a line that is typed takes it.
    pub fn paste(&mut self, text: &str) -> Effect {
        if let Some(prompt) = &mut self.prompt {
            prompt.insert(text);
            return Effect::Draw;
        }
        match &mut self.gallery {
            Some(gallery) if self.session.is_none() && gallery.mode() == Mode::Filtering => {
                gallery.type_text(text);
                Effect::Draw
            }
            _ => Effect::None,
        }
    }

    /// Does what is asked.
    pub fn update(&mut self, action: Action) -> Effect {
        if let Some(effect) = self.update_prompt(action) {
            return effect;
        }
        match action {
            Action::Quit => Effect::Quit,
            Action::Back => self.back(),
            Action::Suspend => Effect::Suspend,
            Action::Repaint => Effect::Repaint,
            Action::Help => self.toggle_overlay(Overlay::Help),
            Action::Sums if self.session.is_some() => self.toggle_overlay(Overlay::Sums),
            Action::Breakpoints if self.session.is_some() => self.toggle_overlay(Overlay::Breakpoints),
            Action::Bookmarks if self.session.is_some() => self.toggle_overlay(Overlay::Bookmarks),
            Action::Theme => self.next_theme(),
            Action::Reload => self.toggle_reload(),
            Action::Edit => self.open_editor(),
            Action::Mouse => {
                self.config.mouse = !self.config.mouse;
                self.say(if self.config.mouse { "mouse on" } else { "mouse off: the terminal has it" });
                Effect::Mouse
            }
            Action::Again => match &self.session {
                Some((origin, _)) if *origin != Origin::Live => Effect::Open(origin.clone()),
                _ => Effect::None,
            },
            Action::Scroll(direction, stride) if self.overlay.is_some() => {
                self.scroll_overlay(direction, stride)
            }
            _ if self.context() == Context::List => self.update_list(action),
            _ if self.update_view(action) => Effect::Draw,
            _ if self.session.is_some() => self.update_session(action),
            _ => self.update_gallery(action),
        }
    }

    fn update_gallery(&mut self, action: Action) -> Effect {
        let page = usize::from(self.size.1) / 2;
        let Some(gallery) = &mut self.gallery else { return Effect::None };
        match action {
            Action::Select(direction, stride) => gallery.select(direction, stride, page),
            Action::Filter => gallery.begin_filter(),
            Action::KeepFilter => gallery.keep_filter(),
            Action::DropFilter => gallery.drop_filter(),
            Action::Erase => gallery.erase(),
            Action::Open => {
                let Some(source) = gallery.selected_source() else { return Effect::None };
                return Effect::Open(Origin::Scenario { source, args: Vec::new() });
            }
            _ => return Effect::None,
        }
        Effect::Draw
    }

    fn update_session(&mut self, action: Action) -> Effect {
        let Some(session) = self.session_mut() else { return Effect::None };
        match action {
            Action::Event(direction) => session.go(Move::Event(sign(direction))),
            Action::Step(direction) => session.go(Move::Step(sign(direction))),
            Action::TaskStep(direction) => session.go_to_task_step(sign(direction)),
            Action::Iteration(direction) => session.go(Move::Iteration(sign(direction))),
            Action::Landmark(landmark, direction) => {
                session.go(Move::Landmark(landmark, sign(direction)));
            }
            Action::Edge(Direction::Back) => session.go(Move::Start),
            Action::Edge(Direction::Forward) => session.go(Move::End),
            Action::PlayPause => session.toggle(),
            Action::Rewind => session.rewind(),
            Action::Hold(direction) => session.change_hold(direction),
            Action::Idle => session.toggle_idle(),
            Action::Limit => session.raise_limit(),
            Action::Run(direction) => session.run(direction),
            Action::Breakpoint => session.toggle_breakpoint(),
            Action::Bookmark => session.toggle_bookmark(),
            Action::Match(direction) => session.next_match(direction),
            Action::Speed(direction) => session.change_speed(direction),
            Action::Axis => session.toggle_axis(),
            Action::Focus(direction) => session.move_focus(direction),
            Action::Scroll(direction, stride) => session.scroll(direction, stride),
            Action::Group => session.next_grouping(),
            Action::Members => session.toggle_group(),
            Action::Groups => session.toggle_groups(),
            Action::Sort => session.next_sorting(),
            Action::Pin => session.toggle_pin(),
            Action::Show(panel) => session.show_panel(panel),
            Action::Enlarge => session.enlarge(),
            Action::Classroom => session.toggle_classroom(),
            Action::Point(direction) => session.point(direction),
            _ => return Effect::None,
        }
        // What is visible where may have changed with it.
        self.resize(self.size);
        Effect::Draw
    }

    fn next_theme(&mut self) -> Effect {
        let scheme = self.theme.scheme.next();
        self.theme = self.theme.with(scheme);
        match self.theme.palette {
            Palette::Plain => self.say("NO_COLOR is set, so all themes look the same"),
            _ => self.say(&format!("theme: {}", scheme.name())),
        }
        Effect::Draw
    }

    fn toggle_overlay(&mut self, overlay: Overlay) -> Effect {
        self.overlay = if self.overlay == Some(overlay) { None } else { Some(overlay) };
        self.overlay_top = 0;
        self.overlay_at = 0;
        self.select_present();
        Effect::Draw
    }

    fn scroll_overlay(&mut self, direction: Direction, stride: Stride) -> Effect {
        let last = screen::overlay_last(self, self.size);
        let by = stride.lines(usize::from(self.size.1) / 2);
        self.overlay_top = direction.moved(self.overlay_top, by, last);
        Effect::Draw
    }

    fn back(&mut self) -> Effect {
        if self.overlay.take().is_some() {
            return Effect::Draw;
        }
        if self.session_mut().is_some_and(|session| {
            session.put_back() || session.forget_search() || session.drop_cursor() || session.deselect()
        }) {
            self.resize(self.size);
            return Effect::Draw;
        }
        if self.session.is_some() {
            if self.gallery.is_none() {
                return Effect::Quit;
            }
            self.session = None;
            self.candidate = None;
            return Effect::Close;
        }
        match &mut self.gallery {
            Some(gallery) if !gallery.filter().is_empty() => {
                gallery.drop_filter();
                Effect::Draw
            }
            _ => Effect::None,
        }
    }
}

const fn sign(direction: Direction) -> isize {
    match direction {
        Direction::Back => -1,
        Direction::Forward => 1,
    }
}
