//! The configuration: what somebody has chosen once for all, in a file in the platform's place for it.
//!
//! Whatever is wrong in the file is left out and said, with its line; the rest counts.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::keymap::Keymap;
use super::text::Charset;
use super::theme::Scheme;
use crate::player::{Hold, Pace, Speed};

mod reading;
mod template;

pub use template::default_file;

/// A longer file was not written by hand.
const LONGEST: u64 = 1 << 20;

/// What somebody has chosen.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// The colours.
    pub scheme: Scheme,
    /// The characters; none for those that the locale has.
    pub charset: Option<Charset>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether a program that is saved runs again at once.
    pub reload: bool,
    /// Whether the player opens for a class.
    pub classroom: bool,
    /// How fast playing goes.
    pub pace: Pace,
    /// The keys.
    pub keymap: Keymap,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            scheme: Scheme::default(),
            charset: None,
            mouse: true,
            reload: true,
            classroom: false,
            pace: Pace::default(),
            keymap: Keymap::default(),
        }
    }
}

/// Something in the file that does not count, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Complaint {
    /// The line, from 1; none where it is about the whole file.
    pub line: Option<usize>,
    /// What is wrong, and what is allowed.
    pub what: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

impl Config {
    /// Where the file belongs on this machine; none where nobody has a home.
    #[must_use]
    pub fn path() -> Option<PathBuf> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("loopscope").join("config.toml"))
    }

    /// What the file says, and what does not count of it. A file that is not there says nothing.
    #[must_use]
    pub fn read(path: &Path) -> (Self, Vec<Complaint>) {
        if path.exists() { Self::read_asked(path) } else { (Self::default(), Vec::new()) }
    }

    /// The same of a file that was asked for by its name: that it is not there is worth a word.
    #[must_use]
    pub fn read_asked(path: &Path) -> (Self, Vec<Complaint>) {
        match read_text(path) {
            Ok(text) => Self::parse(&text),
            Err(why) => {
                (Self::default(), vec![Complaint { line: None, what: format!("it cannot be read: {why}") }])
            }
        }
    }

    /// What the text of a file says, and what does not count of it.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<Complaint>) {
        reading::read(text)
    }
}

fn read_text(path: &Path) -> io::Result<String> {
    use std::io::Read;
    let mut text = String::new();
    let file = std::fs::File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("this is no ordinary file"));
    }
    if file.take(LONGEST + 1).read_to_string(&mut text)? as u64 > LONGEST {
        return Err(io::Error::other("it is too long"));
    }
    Ok(text)
}

/// A setting: what stands in the file before `=`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Setting {
    Theme,
    Ascii,
    Mouse,
    Reload,
    Classroom,
    Speed,
    Hold,
}

impl Setting {
    const ALL: [Self; 7] =
        [Self::Theme, Self::Ascii, Self::Mouse, Self::Reload, Self::Classroom, Self::Speed, Self::Hold];

    const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Ascii => "ascii",
            Self::Mouse => "mouse",
            Self::Reload => "reload",
            Self::Classroom => "classroom",
            Self::Speed => "speed",
            Self::Hold => "hold",
        }
    }

    /// What it is for.
    const fn what(self) -> &'static str {
        match self {
            Self::Theme => "The colours. NO_COLOR forbids all of them.",
            Self::Ascii => "Whether to draw with ASCII characters only, as a locale without UTF-8 does.",
            Self::Mouse => {
                "Whether the mouse is listened to; without it, the terminal selects text as usual."
            }
            Self::Reload => "Whether a program that is saved runs again at once.",
            Self::Classroom => "Whether the player opens large and sparse, for a class.",
            Self::Speed => "How fast playing goes: virtual seconds in a second.",
            Self::Hold => "How long each step is held while playing, in milliseconds.",
        }
    }

    /// The value that counts where the file does not name the setting.
    fn default_value(self) -> String {
        let default = Config::default();
        match self {
            Self::Theme => quoted(default.scheme.name()),
            Self::Ascii => default.charset.is_some().to_string(),
            Self::Mouse => default.mouse.to_string(),
            Self::Reload => default.reload.to_string(),
            Self::Classroom => default.classroom.to_string(),
            Self::Speed => quoted(&speed_name(default.pace.speed)),
            Self::Hold => default.pace.hold.duration().as_millis().to_string(),
        }
    }

    /// Every value, for those who wrote another.
    fn allowed(self) -> String {
        match self {
            Self::Theme => Scheme::ALL.map(|scheme| quoted(scheme.name())).join(", "),
            Self::Ascii | Self::Mouse | Self::Reload | Self::Classroom => "true, false".to_owned(),
            Self::Speed => speeds().map(|speed| quoted(&speed_name(speed))).collect::<Vec<_>>().join(", "),
            Self::Hold => {
                holds().map(|hold| hold.duration().as_millis().to_string()).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// `1/8`, `64`.
fn speed_name(speed: Speed) -> String {
    speed.to_string().trim_end_matches('×').to_owned()
}

/// Every speed, the slowest first.
fn speeds() -> impl Iterator<Item = Speed> {
    let mut slowest = Speed::TRUE;
    while slowest.slower() != slowest {
        slowest = slowest.slower();
    }
    std::iter::successors(Some(slowest), |speed| Some(speed.faster()).filter(|faster| faster != speed))
}

/// Every hold, the shortest first.
fn holds() -> impl Iterator<Item = Hold> {
    std::iter::successors(Some(Hold::NONE), |hold| Some(hold.longer()).filter(|longer| longer != hold))
}
