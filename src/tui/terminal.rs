//! The terminal: taken over when the screen opens, given back exactly once, whatever happens.
//!
//! ```text
//!            enter                       leave: quit, error, panic, SIGINT, SIGTERM, SIGHUP, SIGQUIT
//!  shell's ────────► ours (raw mode, alternate screen) ────────► shell's
//!                     ▲   │ Ctrl-Z, SIGTSTP: leave, really stop
//!                     └───┘ SIGCONT: enter again, repaint everything
//! ```
//!
//! ratatui alone restores on quit and on a panic of the main thread; everything else is done here.

use std::io::{self, IsTerminal, Stdout, Write};
use std::mem::ManuallyDrop;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::ThreadId;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use tokio::sync::Notify;

use super::TuiError;

/// Whether the terminal is ours. Whoever turns this off gives it back; so that happens once.
static OURS: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is to be listened to while the terminal is ours.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Panics of other threads, until the screen's own thread takes them up.
static PANICS: Mutex<Vec<ThreadPanic>> = Mutex::new(Vec::new());
static PANICKED: Notify = Notify::const_new();

/// A panic of a thread that is not the screen's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThreadPanic {
    /// The thread's name.
    pub thread: String,
    /// What the panic said, with its place.
    pub message: String,
}

/// Whether a screen can be opened here at all.
///
/// # Errors
/// When standard output is no terminal, when the terminal can do nothing, or when there is none to read keys from.
pub fn check() -> Result<(), TuiError> {
    if !io::stdout().is_terminal() {
        return Err(TuiError::NoTerminal("standard output is not a terminal".to_owned()));
    }
    let term = std::env::var("TERM").unwrap_or_default();
    if cfg!(unix) && matches!(&*term, "" | "dumb" | "unknown") {
        let what = if term.is_empty() { "TERM is not set".to_owned() } else { format!("TERM is {term:?}") };
        return Err(TuiError::NoTerminal(what));
    }
    #[cfg(unix)]
    if !io::stdin().is_terminal() {
        let opened = std::fs::File::options().read(true).write(true).open("/dev/tty");
        if let Err(why) = opened {
            return Err(TuiError::NoTerminal(format!("there is no terminal to read keys from ({why})")));
        }
    }
    Ok(())
}

/// The terminal while it is ours; dropping it gives it back.
pub(super) struct Screen {
    /// Never dropped: that would write to a terminal that is the shell's again, or gone.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<Stdout>>>,
}

impl Screen {
    /// Takes the terminal over.
    pub(super) fn enter() -> Result<Self, TuiError> {
        check()?;
        install_panic_hook();
        take_over().map_err(TuiError::Terminal)?;
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout())).map_err(|why| {
            give_back();
            TuiError::Terminal(why)
        })?;
        Ok(Self { terminal: ManuallyDrop::new(terminal) })
    }

    /// Draws one frame.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        // One frame reaches the terminal as a whole, where it knows how.
        queue!(io::stdout(), crossterm::terminal::BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        execute!(io::stdout(), crossterm::terminal::EndSynchronizedUpdate)
    }

    /// Ctrl-Z or SIGTSTP: gives the terminal back, stops for real, and takes it over again when continued.
    #[cfg(unix)]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        give_back();
        // The whole process stops in here; the line after it runs when the shell continues us.
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        self.resume()
    }

    /// After SIGCONT: whoever had the terminal meanwhile may have left it in any state.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        if OURS.swap(false, Ordering::SeqCst) {
            crossterm::terminal::disable_raw_mode()?;
        }
        take_over()?;
        queue!(io::stdout(), Clear(ClearType::All))?;
        // Not `Terminal::clear`: it asks the terminal for its cursor, and the answer is read by somebody else.
        *self.terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn take_over() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    OURS.store(true, Ordering::SeqCst);
    let entered = execute!(
        io::stdout(),
        EnterAlternateScreen,
        SetTitle("loopscope"),
        DisableLineWrap,
        EnableBracketedPaste,
        cursor::Hide
    );
    let entered = entered.and_then(|()| if MOUSE.load(Ordering::SeqCst) { listen(true) } else { Ok(()) });
    if entered.is_err() {
        give_back();
    }
    entered
}

/// Listens to the mouse, or leaves it to the terminal.
pub(super) fn set_mouse(is_wanted: bool) -> io::Result<()> {
    MOUSE.store(is_wanted, Ordering::SeqCst);
    listen(is_wanted)
}

/// Switches reports of the mouse on or off. Of moves only those with a button held are asked for: others would be
/// a flood, and nothing is done with them.
fn listen(is_wanted: bool) -> io::Result<()> {
    const BUTTONS_DRAGS_AND_LARGE_SCREENS: [&str; 3] = ["?1000", "?1002", "?1006"];
    if cfg!(windows) {
        return if is_wanted {
            execute!(io::stdout(), crossterm::event::EnableMouseCapture)
        } else {
            execute!(io::stdout(), crossterm::event::DisableMouseCapture)
        };
    }
    let mut out = io::stdout();
    for mode in BUTTONS_DRAGS_AND_LARGE_SCREENS {
        write!(out, "\x1b[{mode}{}", if is_wanted { 'h' } else { 'l' })?;
    }
    out.flush()
}

/// Gives the terminal back if it is ours. Failures are ignored: there is nobody left to tell.
pub(super) fn give_back() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = listen(false);
    let _ = queue!(
        out,
        crossterm::terminal::EndSynchronizedUpdate,
        DisableBracketedPaste,
        EnableLineWrap,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = out.flush();
    let _ = crossterm::terminal::disable_raw_mode();
}

/// The panics of other threads since the last call.
pub(super) fn take_panics() -> Vec<ThreadPanic> {
    std::mem::take(&mut *PANICS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Waits for a panic of another thread.
pub(super) async fn panicked() {
    PANICKED.notified().await;
}

/// On the screen's own thread a panic gives the terminal back before its message is printed. On any other
/// it would write into the picture, so it is handed to the screen's thread, which ends in order.
fn install_panic_hook() {
    static INSTALLED: Once = Once::new();
    static OWN_THREAD: Mutex<Option<ThreadId>> = Mutex::new(None);
    *OWN_THREAD.lock().unwrap_or_else(PoisonError::into_inner) = Some(std::thread::current().id());
    INSTALLED.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let own = *OWN_THREAD.lock().unwrap_or_else(PoisonError::into_inner);
            if own == Some(std::thread::current().id()) || !OURS.load(Ordering::SeqCst) {
                give_back();
                before(info);
            } else {
                PANICS.lock().unwrap_or_else(PoisonError::into_inner).push(thread_panic(info));
                PANICKED.notify_one();
            }
        }));
    });
}

fn thread_panic(info: &PanicHookInfo<'_>) -> ThreadPanic {
    let thread = std::thread::current().name().unwrap_or("unnamed").to_owned();
    let text = info.payload_as_str().unwrap_or("no message");
    let place = info.location().map_or_else(String::new, |place| format!(" at {place}"));
    ThreadPanic { thread, message: format!("{text}{place}") }
}

/// Whether the terminal is gone, so that nobody can be told anything any more.
pub(super) fn is_gone() -> bool {
    #[cfg(unix)]
    return rustix::termios::tcgetattr(io::stdout()).err() == Some(rustix::io::Errno::IO);
    #[cfg(not(unix))]
    return false;
}

/// Waits until the terminal is gone: closed under a program that ignores SIGHUP. Reading keys would then
/// spin for ever, so somebody else has to notice.
#[cfg(unix)]
pub(super) fn watch_hangup() -> std::sync::Arc<Notify> {
    use rustix::event::{PollFd, PollFlags, poll};

    let gone = std::sync::Arc::new(Notify::new());
    let notify = std::sync::Arc::clone(&gone);
    // The thread lives as long as the process; it sleeps in the kernel and owns nothing.
    let thread = std::thread::Builder::new().name("loopscope-hangup".to_owned());
    let spawned = thread.spawn(move || {
        let terminal = io::stdout();
        let mut polled = [PollFd::new(&terminal, PollFlags::empty())];
        loop {
            match poll(&mut polled, None) {
                Ok(_) if polled[0].revents().is_empty() => {}
                Ok(_) => break,
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => return,
            }
        }
        notify.notify_one();
    });
    // Without the thread everything works but this one fault.
    drop(spawned);
    gone
}
