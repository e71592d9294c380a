//! Scenarios: program files that can be run and shown, with what is said about them.
//!
//! ```text
//!  scenarios/<chapter>/<name>.py ──embedded──► Catalog ──┐
//!                                                        ├──► Scenario ──► worker runs it, gallery shows it
//!  any other .py file ────────────────read───────────────┘
//! ```
//!
//! What is said about a program stands in comments at its top, see [`front_matter`]; a program without
//! them is a scenario too.

pub mod catalog;
pub mod claim;
pub mod ending;
pub mod front_matter;
pub mod note;
pub mod template;

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

pub use catalog::{Catalog, Chapter};
pub use claim::{Claim, Evidence};
pub use ending::{Ending, Version, Versions};
pub use front_matter::{FrontMatter, Key, Remark};
pub use note::Note;

/// The longest program that is read, in bytes; a longer one was not written by hand.
pub const MAX_SOURCE: u64 = 4 << 20;

/// A program that can be run and shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scenario {
    /// What it is called where it is asked for: the file's name without `.py`.
    pub name: Cow<'static, str>,
    /// The program.
    pub source: Cow<'static, str>,
    /// What is said about it.
    pub front: FrontMatter,
    /// Its file, unless it comes with the program.
    pub file: Option<PathBuf>,
}

impl Scenario {
    /// A scenario from its text.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, source: impl Into<Cow<'static, str>>) -> Self {
        let source = source.into();
        let front = FrontMatter::parse(&source);
        Self { name: name.into(), source, front, file: None }
    }

    /// Where it is to be had.
    #[must_use]
    pub fn origin(&self) -> ScenarioSource {
        match &self.file {
            Some(path) => ScenarioSource::File(path.clone()),
            None => ScenarioSource::Catalog(self.name.to_string()),
        }
    }

    /// Its title; its name where it has none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.front.get(Key::Title).unwrap_or(&self.name)
    }

    /// What its front matter says about its run, in a line: `takes 3 s · returns · Python 3.7+`.
    #[must_use]
    pub fn facts(&self) -> String {
        let takes = self.front.duration().filter(|_| self.front.ends() != Some(&Ending::Never));
        let facts = [
            takes.map(|time| format!("takes {} s", time.as_secs_f64())),
            self.front.ends().map(|ending| match ending {
                Ending::Deadlock => "ends in a deadlock".to_owned(),
                other => other.to_string(),
            }),
            self.front.python().map(|versions| format!("Python {versions}")),
        ];
        facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The file name that tracebacks and recordings give it.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.py", self.name)
    }
}

/// Where a scenario comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScenarioSource {
    /// A file.
    File(PathBuf),
    /// One of the catalogue, by name.
    Catalog(String),
}

impl ScenarioSource {
    /// What somebody typed: a file where there is one or where it looks like a path, else a name.
    #[must_use]
    pub fn from_argument(argument: &str) -> Self {
        let path = Path::new(argument);
        let looks_like_a_path = path.components().count() > 1 || path.extension().is_some();
        // A folder that happens to have a scenario's name is not meant.
        let is_named = Catalog::embedded().find(argument).is_some() && !path.is_file();
        if looks_like_a_path || (path.exists() && !is_named) {
            Self::File(path.to_owned())
        } else {
            Self::Catalog(argument.to_owned())
        }
    }

    /// Reads the scenario.
    ///
    /// # Errors
    /// When there is no such scenario, or its file cannot be read or is no text.
    pub fn load(&self) -> Result<Scenario, ScenarioError> {
        match self {
            Self::Catalog(name) => {
                let catalog = Catalog::embedded();
                catalog.find(name).cloned().ok_or_else(|| ScenarioError::Unknown {
                    name: name.clone(),
                    nearest: catalog.nearest(name).map(|found| found.name.to_string()),
                })
            }
            Self::File(path) => {
                let name =
                    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
                Ok(Scenario { file: Some(path.clone()), ..Scenario::new(name, read_source(path)?) })
            }
        }
    }
}

/// As it was asked for.
impl fmt::Display for ScenarioSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Catalog(name) => f.write_str(name),
        }
    }
}

/// Why there is no scenario.
#[derive(Debug, Error)]
pub enum ScenarioError {
    /// The catalogue has none of this name.
    #[error("there is no scenario or file {name:?}{}", suggestion(nearest.as_deref()))]
    Unknown {
        /// The name that was asked for.
        name: String,
        /// The one that was perhaps meant.
        nearest: Option<String>,
    },
    /// The file cannot be read.
    #[error("{}: {why}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// There is no program in the folder.
    #[error("{}: there is no Python file in this folder; `loopscope new NAME` writes one to begin with", path.display())]
    NoPrograms {
        /// The folder.
        path: PathBuf,
    },
    /// It is a folder, a pipe or a device.
    #[error("{}: this is no ordinary file", path.display())]
    NoFile {
        /// What was named.
        path: PathBuf,
    },
    /// The file is longer than [`MAX_SOURCE`].
    #[error("{}: longer than {} MiB; this is no program to look at", path.display(), MAX_SOURCE >> 20)]
    TooLong {
        /// The file.
        path: PathBuf,
    },
    /// The file is not UTF-8.
    #[error("{}: line {line}: this is not UTF-8 text", path.display())]
    NoText {
        /// The file.
        path: PathBuf,
        /// The first line that is not, from 1.
        line: usize,
    },
}

fn suggestion(nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || "; `loopscope list` names the scenarios".to_owned(),
        |nearest| format!("; did you mean {nearest:?}?"),
    )
}

/// Reads a program; a byte-order mark is dropped, as Python does.
fn read_source(path: &Path) -> Result<String, ScenarioError> {
    let unreadable = |why| ScenarioError::Unreadable { path: path.to_owned(), why };
    // Asked before opening: opening a pipe would wait for a writer.
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(ScenarioError::NoFile { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(MAX_SOURCE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_SOURCE {
        return Err(ScenarioError::TooLong { path: path.to_owned() });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|&byte| byte == b'\n').count();
        ScenarioError::NoText { path: path.to_owned(), line }
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_a_file_or_a_name() {
        assert_eq!(
            ScenarioSource::from_argument("two_sleepers"),
            ScenarioSource::Catalog("two_sleepers".into())
        );
        for path in ["a.py", "./a", "x/a.py", "Cargo.toml", "src"] {
            assert_eq!(ScenarioSource::from_argument(path), ScenarioSource::File(path.into()));
        }
    }

    #[test]
    fn a_typo_is_answered_with_the_nearest_name() {
        let error = ScenarioSource::Catalog("two_sleeper".into()).load().unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no scenario or file \"two_sleeper\"; did you mean \"two_sleepers\"?"
        );
        let error = ScenarioSource::Catalog("zzz".into()).load().unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no scenario or file \"zzz\"; `loopscope list` names the scenarios"
        );
    }

    #[test]
    fn the_facts_are_what_the_front_matter_says() {
        let facts = |source: &'static str| Scenario::new("x", source).facts();
        assert_eq!(facts("print(1)\n"), "");
        let known = "# python: 3.7+\n# ends: returns\n# claims: takes 2.5 s\n";
        assert_eq!(facts(known), "takes 2.5 s · returns · Python 3.7+");
        assert_eq!(facts("# ends: never\n# claims: takes 10 s\n"), "never ends");
    }

    #[test]
    fn files_are_read_or_refused_with_a_reason() {
        let folder = tempfile::tempdir().unwrap();
        let load = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            ScenarioSource::File(path).load()
        };
        let scenario = load("hello.py", b"\xef\xbb\xbf# title: Hello\r\nprint(1)\r\n").unwrap();
        assert_eq!((scenario.title(), &*scenario.name), ("Hello", "hello"));
        assert_eq!(load("empty.py", b"").unwrap().title(), "empty");
        let error = load("bytes.py", b"a\nb\n\xff").unwrap_err();
        assert!(error.to_string().ends_with("bytes.py: line 3: this is not UTF-8 text"));
        let error = ScenarioSource::File(folder.path().to_owned()).load().unwrap_err();
        assert!(error.to_string().ends_with("this is no ordinary file"));
        let error = ScenarioSource::File("nowhere.py".into()).load().unwrap_err();
        assert!(error.to_string().starts_with("nowhere.py: "));
    }
}
