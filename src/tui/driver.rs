//! The one loop that brings keys, records, signals and time together with the screen.
//!
//! ```text
//!  select: key · records · signal · terminal gone · panic elsewhere · next frame due
//!     └──► App::update / take / advance ──► draw, at most once a frame, only if something changed
//! ```

use std::future::poll_fn;
use std::path::PathBuf;
use std::task::Poll;
use std::time::{Duration, Instant};

use crossterm::event::{Event, EventStream};
use futures_util::StreamExt;
use tokio::time::sleep_until;

use super::app::{App, Effect, Origin};
use super::editor;
use super::feed::{Feed, Parcel};
use super::keymap::Key;
use super::mouse::Mouse;
use super::saved::Saved;
use super::terminal::{self, Screen};
use super::watcher::Watcher;
use super::{Options, Outcome, Start, TuiError, screen};

/// Between two frames while something moves.
const FRAME: Duration = Duration::from_millis(33);

/// Records taken up at once, before keys are looked at again.
const BATCH: usize = 4096;

/// Keys taken up at once, before a frame is drawn; a thousand resizes are one.
const BURST: usize = 1024;

/// Opens what is asked for and runs until it is left.
pub(super) fn drive(start: Start, options: Options) -> Result<Outcome, TuiError> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(TuiError::Terminal)?;
    runtime.block_on(async {
        // What cannot be had is said before the screen opens.
        let mut driver = Driver::open(start, options)?;
        let mut signals = Signals::install().map_err(TuiError::Terminal)?;
        driver.screen = Some(Screen::enter()?);
        terminal::set_mouse(driver.app.config().mouse).map_err(TuiError::Terminal)?;
        let outcome = match driver.run(&mut signals).await {
            Err(_) if terminal::is_gone() => Ok(Outcome::Signal(HANGUP)),
            outcome => outcome,
        };
        // The worker goes before the terminal comes back, and the terminal before any message.
        driver.feed = None;
        driver.screen = None;
        for panic in terminal::take_panics() {
            eprintln!("thread {:?} panicked: {}", panic.thread, panic.message);
        }
        outcome
    })
}

struct Driver {
    app: App,
    /// How every worker is to run its scenario.
    worker_options: Vec<String>,
    feed: Option<Feed>,
    screen: Option<Screen>,
    mouse: Mouse,
    watcher: Option<Watcher>,
    saved: Saved,
    /// A file to be opened in an editor as soon as nobody reads keys, and the line.
    to_edit: Option<(PathBuf, usize)>,
    is_dirty: bool,
    last_frame: Instant,
}

/// What woke the driver.
enum Wake {
    Terminal(Option<std::io::Result<Event>>),
    Records,
    Saved(Vec<PathBuf>),
    Signal(i32),
    Hangup,
    Panic,
    Frame,
}

impl Driver {
    fn open(start: Start, options: Options) -> Result<Self, TuiError> {
        let Options { theme, config, worker, notices } = options;
        let mut driver = Self {
            app: App::new(theme).with_config(config),
            worker_options: worker,
            feed: None,
            screen: None,
            mouse: Mouse::default(),
            watcher: None,
            saved: Saved::default(),
            to_edit: None,
            is_dirty: true,
            last_frame: Instant::now(),
        };
        match start {
            Start::Gallery(catalog) => {
                driver.app = App::with_gallery(catalog, theme).with_config(config);
            }
            Start::Scenario { source, args } => driver.play(Origin::Scenario { source, args })?,
            Start::Recording(path) => driver.play(Origin::Recording(path))?,
            Start::Live { header, records } => {
                driver.app.open(Origin::Live, &header.program, None);
                driver.feed = Some(Feed::live(header, records));
            }
        }
        if !notices.is_empty() {
            driver.app.set_notice(&notices.join("\n"));
        }
        Ok(driver)
    }

    fn play(&mut self, origin: Origin) -> Result<(), TuiError> {
        // The run before it ends first.
        self.feed = None;
        match &origin {
            Origin::Scenario { source, args } => {
                let scenario = source.load()?;
                // Before it runs: what is saved from now on is another version.
                self.saved = Saved::of(&scenario);
                self.feed = Some(Feed::worker(&self.worker_options, source, args)?);
                self.app.open(origin.clone(), scenario.title(), Some(&scenario));
            }
            Origin::Recording(path) => {
                self.feed = Some(Feed::recording(path)?);
                let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
                self.app.open(origin.clone(), &name, None);
            }
            Origin::Live => {}
        }
        self.watch();
        Ok(())
    }

    /// Watches the program's files, where there are any and somebody wants that.
    fn watch(&mut self) {
        let file = self.app.file().filter(|_| self.app.config().reload);
        self.watcher = file.and_then(Watcher::of);
        self.watch_folders();
    }

    /// Watches the folders that the files are in, and says whether any of them was not watched before.
    fn watch_folders(&mut self) -> bool {
        let folders = self.saved.folders();
        self.watcher.as_mut().is_some_and(|watcher| watcher.add(folders))
    }

    /// Runs the program again if its file says something else than before, or another of its files.
    fn reload(&mut self, mut saved: Vec<PathBuf>) {
        let Some(Origin::Scenario { source, args }) = self.app.origin().cloned() else { return };
        let scenario = match source.load() {
            Ok(scenario) => scenario,
            // An editor may take it away before it puts another in its place.
            Err(_) if self.app.file().is_some_and(|file| !file.exists()) => return,
            Err(why) => return self.refuse(&why.to_string()),
        };
        saved.retain(|path| self.app.has_seen(path));
        let mut is_new = self.saved.renew(&scenario, saved);
        if self.watch_folders() {
            // Of what was saved there meanwhile nobody told.
            is_new |= self.saved.renew(&scenario, []);
        }
        if !is_new {
            return;
        }
        // The run before it ends first.
        self.feed = None;
        self.app.begin_reload(&scenario);
        match Feed::worker(&self.worker_options, &source, &args) {
            Ok(feed) => self.feed = Some(feed),
            Err(why) => self.refuse(&why.to_string()),
        }
    }

    fn refuse(&mut self, what: &str) {
        self.app.refuse_reload(what);
        self.is_dirty = true;
    }

    /// Opens an editor, and comes back when it is left.
    fn edit(&mut self, file: PathBuf, line: usize) -> Result<(), TuiError> {
        self.saved.look_at(&file);
        terminal::give_back();
        if let Err(why) = editor::edit(&file, line) {
            self.app.set_notice(&why);
        }
        if let Some(screen) = &mut self.screen {
            screen.resume().map_err(TuiError::Terminal)?;
        }
        self.reload(Vec::new());
        self.continued();
        Ok(())
    }

    async fn run(&mut self, signals: &mut Signals) -> Result<Outcome, TuiError> {
        let mut events = EventStream::new();
        let mut parcels: Vec<Parcel> = Vec::with_capacity(BATCH);
        #[cfg(unix)]
        let gone = terminal::watch_hangup();
        #[cfg(unix)]
        let hangup = || gone.notified();
        #[cfg(not(unix))]
        let hangup = std::future::pending::<()>;
        self.measure();
        loop {
            let frame = self.next_frame();
            let wants_more = self.app.wants_more();
            let wake = tokio::select! {
                biased;
                signal = signals.next() => Wake::Signal(signal),
                () = hangup() => Wake::Hangup,
                () = terminal::panicked() => Wake::Panic,
                event = events.next() => Wake::Terminal(event),
                files = saved(&mut self.watcher), if self.watcher.is_some() => Wake::Saved(files),
                () = sleep_until(frame.unwrap_or(self.last_frame).into()), if frame.is_some() => Wake::Frame,
                () = receive(&mut self.feed, &mut parcels), if wants_more && self.feed.is_some() => Wake::Records,
            };
            match wake {
                Wake::Signal(signal) => {
                    if let Some(outcome) = self.signal(signal)? {
                        return Ok(outcome);
                    }
                }
                Wake::Panic => self.panic()?,
                Wake::Hangup | Wake::Terminal(None) => return Ok(Outcome::Signal(HANGUP)),
                Wake::Terminal(Some(event)) => {
                    if self.burst(event, &mut events).await? {
                        return Ok(Outcome::Quit);
                    }
                    if let Some((file, line)) = self.to_edit.take() {
                        // The keys are the editor's; and so are the signals that reach both.
                        drop(events);
                        self.edit(file, line)?;
                        events = EventStream::new();
                        *signals = Signals::install().map_err(TuiError::Terminal)?;
                    }
                }
                Wake::Saved(files) => self.reload(files),
                Wake::Records => self.take(&mut parcels),
                Wake::Frame => self.frame()?,
            }
        }
    }

    /// When the next frame is due; never while nothing changes.
    fn next_frame(&self) -> Option<Instant> {
        (self.is_dirty || self.app.is_moving()).then(|| self.last_frame + FRAME)
    }

    fn frame(&mut self) -> Result<(), TuiError> {
        let now = Instant::now();
        let passed = now.duration_since(self.last_frame);
        if self.app.is_moving() {
            self.is_dirty |= self.app.advance(passed);
        }
        self.last_frame = now;
        self.draw()
    }

    fn draw(&mut self) -> Result<(), TuiError> {
        if std::mem::take(&mut self.is_dirty)
            && let Some(screen) = &mut self.screen
        {
            let app = &self.app;
            screen.draw(|frame| screen::draw(app, frame)).map_err(TuiError::Terminal)?;
        }
        Ok(())
    }

    fn take(&mut self, parcels: &mut Vec<Parcel>) {
        let was_moving = self.app.is_moving();
        self.app.take(parcels.drain(..));
        self.is_dirty = true;
        if !was_moving {
            // Time that passed while nothing was there to be shown does not count.
            let now = Instant::now();
            self.last_frame = self.last_frame.max(now.checked_sub(FRAME).unwrap_or(now));
        }
    }

    fn measure(&mut self) {
        // Where the size cannot be had, the last one stays.
        if let Ok(size) = crossterm::terminal::size() {
            self.app.resize(size);
        }
    }

    /// Takes up an event and all that came with it; says whether to quit.
    async fn burst(
        &mut self,
        first: std::io::Result<Event>,
        events: &mut EventStream,
    ) -> Result<bool, TuiError> {
        let mut next = Poll::Ready(Some(first));
        for _ in 0..BURST {
            let Poll::Ready(Some(event)) = next else { break };
            if self.to_edit.is_some() {
                break;
            }
            if self.event(event.map_err(TuiError::Terminal)?)? {
                return Ok(true);
            }
            // Looked at with this task's own waker: the stream remembers whom it last told to wait.
            next = poll_fn(|context| Poll::Ready(events.poll_next_unpin(context))).await;
        }
        // A key is answered at once; only what moves by itself waits for its frame.
        if self.is_dirty {
            self.draw()?;
        }
        Ok(false)
    }

    fn event(&mut self, event: Event) -> Result<bool, TuiError> {
        let was_moving = self.app.is_moving();
        let effect = match event {
            Event::Key(key) => Key::of(&key).map_or(Effect::None, |key| self.app.press(key)),
            Event::Mouse(event) => match self.mouse.read(event, Instant::now()) {
                Some(gesture) => self.app.point(gesture, (event.column, event.row)),
                None => Effect::None,
            },
            Event::Paste(text) => self.app.paste(&text),
            Event::Resize(columns, lines) => {
                self.app.resize((columns, lines));
                Effect::Draw
            }
            _ => Effect::None,
        };
        if !was_moving {
            self.last_frame = Instant::now();
        }
        self.perform(effect)
    }

    /// Does what an update asks for; says whether to quit.
    fn perform(&mut self, effect: Effect) -> Result<bool, TuiError> {
        match effect {
            Effect::None => return Ok(false),
            Effect::Quit => return Ok(true),
            Effect::Draw => {}
            Effect::Repaint => {
                if let Some(screen) = &mut self.screen {
                    screen.resume().map_err(TuiError::Terminal)?;
                }
            }
            Effect::Mouse => {
                terminal::set_mouse(self.app.config().mouse).map_err(TuiError::Terminal)?;
            }
            Effect::Watch => {
                self.watch();
                if self.watcher.is_some() {
                    self.reload(Vec::new());
                }
            }
            Effect::Edit { file, line } => self.to_edit = Some((file, line)),
            Effect::Suspend => self.suspend()?,
            Effect::Open(origin) => {
                if let Err(error) = self.play(origin) {
                    self.app.set_notice(&error.to_string());
                }
                self.measure();
            }
            Effect::Close => {
                self.feed = None;
                self.watcher = None;
            }
        }
        self.is_dirty = true;
        Ok(false)
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> Result<(), TuiError> {
        if let Some(screen) = &mut self.screen {
            screen.suspend().map_err(TuiError::Terminal)?;
        }
        self.continued();
        Ok(())
    }

    #[cfg(not(unix))]
    fn suspend(&mut self) -> Result<(), TuiError> {
        Ok(())
    }

    /// The process goes on after a stop: the time meanwhile does not count.
    fn continued(&mut self) {
        self.measure();
        self.last_frame = Instant::now();
        self.is_dirty = true;
    }

    #[cfg(unix)]
    fn signal(&mut self, signal: i32) -> Result<Option<Outcome>, TuiError> {
        use signal_hook::consts::{SIGCONT, SIGTSTP};
        match signal {
            SIGTSTP => self.suspend()?,
            SIGCONT => {
                if let Some(screen) = &mut self.screen {
                    screen.resume().map_err(TuiError::Terminal)?;
                }
                self.continued();
            }
            _ => return Ok(Some(Outcome::Signal(signal))),
        }
        Ok(None)
    }

    #[cfg(not(unix))]
    fn signal(&mut self, signal: i32) -> Result<Option<Outcome>, TuiError> {
        Ok(Some(Outcome::Signal(signal)))
    }

    /// A thread of ours that panics ends the screen; one of the program that is watched is only told.
    fn panic(&mut self) -> Result<(), TuiError> {
        for panic in terminal::take_panics() {
            if panic.thread.starts_with("loopscope") {
                return Err(TuiError::Panicked(panic));
            }
            self.app.set_notice(&format!("thread {:?} panicked: {}", panic.thread, panic.message));
            self.is_dirty = true;
        }
        Ok(())
    }
}

async fn saved(watcher: &mut Option<Watcher>) -> Vec<PathBuf> {
    match watcher {
        Some(watcher) => watcher.saved().await,
        None => std::future::pending().await,
    }
}

async fn receive(feed: &mut Option<Feed>, parcels: &mut Vec<Parcel>) {
    match feed {
        Some(feed) => feed.receive(parcels, BATCH).await,
        None => std::future::pending().await,
    }
}

/// SIGHUP, by the number that every Unix gives it.
const HANGUP: i32 = 1;

/// The signals that end or stop the program.
#[cfg(unix)]
struct Signals(Vec<(i32, tokio::signal::unix::Signal)>);

#[cfg(unix)]
impl Signals {
    fn install() -> std::io::Result<Self> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
        use tokio::signal::unix::{SignalKind, signal};
        let install = |number| Ok((number, signal(SignalKind::from_raw(number))?));
        let numbers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT];
        numbers.into_iter().map(install).collect::<std::io::Result<_>>().map(Self)
    }

    /// Waits for the next signal.
    async fn next(&mut self) -> i32 {
        let signals = self.0.iter_mut().map(|(number, signal)| {
            let number = *number;
            Box::pin(async move {
                signal.recv().await;
                number
            })
        });
        futures_util::future::select_all(signals).await.0
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn install() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> i32 {
        // There are no others there, and without Ctrl-C the keys still work.
        let _ = tokio::signal::ctrl_c().await;
        2
    }
}
