//! What the program does, from the command line to the exit code.

#[cfg(feature = "python")]
mod program;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use crate::cli::{Cli, Command};
use crate::error::Error;
use crate::scenario::{Catalog, ScenarioSource, template};
use crate::tui::text::Charset;
use crate::tui::{self, Config, Options, Start, Theme};

/// Does what the command line asks for; gives the exit code.
///
/// # Errors
/// What could not be done, to be printed.
pub fn run(cli: Cli) -> Result<i32, Error> {
    match cli.command {
        #[cfg(feature = "python")]
        Some(Command::Run(run)) => program::run(&run),
        #[cfg(feature = "python")]
        Some(Command::Worker(worker)) => program::work(worker),
        #[cfg(not(feature = "python"))]
        Some(Command::Run(_) | Command::Worker(_)) => Err(Error::NoPython),
        Some(Command::List { folder }) => {
            Ok(list(folder.as_deref().map_or_else(|| Ok(Catalog::embedded()), of_folder)?))
        }
        Some(Command::New { name }) => new(&name),
        Some(Command::Config) => Ok(config()),
        None => {
            let options = options(&cli);
            Ok(tui::run_with(start(cli.target, cli.args)?, options)?.exit_code())
        }
    }
}

/// How the screen opens: the command line goes before the configuration.
fn options(cli: &Cli) -> Options {
    let path = cli.config.clone().or_else(Config::path);
    let (mut config, complaints) = match (&cli.config, &path) {
        (Some(asked), _) => Config::read_asked(asked),
        (None, Some(usual)) => Config::read(usual),
        (None, None) => Default::default(),
    };
    config.scheme = cli.theme.unwrap_or(config.scheme);
    config.mouse &= !cli.no_mouse;
    config.reload &= !cli.no_reload;
    config.classroom |= cli.classroom;
    let mut notices: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    if let Some(path) = path
        && !notices.is_empty()
    {
        notices.insert(0, format!("{}: what follows does not count, the rest does.", path.display()));
    }
    let is_ascii = cli.ascii || config.charset == Some(Charset::Ascii);
    let theme = Theme::from_environment(is_ascii).with(config.scheme);
    Options { theme, config, worker: cli.bounds.to_options(), notices }
}

/// Prints a configuration to begin with.
fn config() -> i32 {
    let path = Config::path().map_or_else(
        || "There is no home, and so no place for this file; `--config FILE` names one.".to_owned(),
        |path| format!("This file belongs in {}", path.display()),
    );
    // Whoever closed the pipe has read enough.
    drop(write!(io::stdout().lock(), "# {path}\n{}", tui::config::default_file()));
    0
}

/// What the screen opens with.
fn start(target: Option<String>, args: Vec<String>) -> Result<Start, Error> {
    let Some(target) = target else { return Ok(Start::Gallery(Catalog::embedded())) };
    let path = Path::new(&target);
    if is_recording(path) {
        return Ok(Start::Recording(path.to_owned()));
    }
    let source = ScenarioSource::from_argument(&target);
    match &source {
        ScenarioSource::File(path) if path.is_dir() => Ok(Start::Gallery(of_folder(path)?)),
        _ => Ok(Start::Scenario { source, args }),
    }
}

/// The catalogue of a folder. It is needed to the program's end, so nobody owns it.
fn of_folder(folder: &Path) -> Result<&'static Catalog, Error> {
    Ok(Box::leak(Box::new(Catalog::of_folder(folder)?)))
}

fn new(name: &Path) -> Result<i32, Error> {
    let path = template::write(name).map_err(|why| match why.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists(name.to_owned()),
        _ => Error::New { path: name.to_owned(), why },
    })?;
    let word = shell_word(&path.to_string_lossy());
    println!(
        "wrote {}\n  loopscope {word}        watches it\n  loopscope run {word}    runs it",
        path.display()
    );
    Ok(0)
}

/// A word as one types it into a shell: in quotes where it would be taken for several, or for something else.
fn shell_word(text: &str) -> String {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '+' | ',' | ':' | '@' | '%');
    // Windows has its strokes, and no other quotes than these.
    let is_path = |c: char| is_plain(c) || (cfg!(windows) && c == '\\');
    match text.chars().all(is_path) {
        true if !text.is_empty() => text.to_owned(),
        _ if cfg!(windows) => format!("\"{text}\""),
        _ => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

/// A recording is known by its name, or by how it begins.
fn is_recording(path: &Path) -> bool {
    const BEGINNING: &[u8] = b"{\"loopscope\":";
    if path.extension() == Some(OsStr::new("jsonl")) {
        return true;
    }
    if path.extension() == Some(OsStr::new("py")) || !path.is_file() {
        return false;
    }
    let mut beginning = Vec::new();
    let read =
        File::open(path).and_then(|file| file.take(BEGINNING.len() as u64).read_to_end(&mut beginning));
    read.is_ok() && beginning == BEGINNING
}

fn list(catalog: &Catalog) -> i32 {
    // Whoever closed the pipe has read enough.
    drop(write_list(catalog, &mut io::stdout().lock()));
    0
}

fn write_list(catalog: &Catalog, out: &mut impl Write) -> io::Result<()> {
    for chapter in catalog.chapters() {
        writeln!(out, "{} ({})", chapter.title, chapter.scenarios.len())?;
        for scenario in &chapter.scenarios {
            writeln!(out, "  {:<28} {}", scenario.name, scenario.title())?;
        }
    }
    let (scenarios, chapters) = (catalog.scenarios().count(), catalog.chapters().len());
    writeln!(out, "{scenarios} scenarios in {chapters} chapters")
}

#[cfg(all(test, unix))]
mod tests {
    use super::shell_word;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        assert_eq!(shell_word("a/b_c-1.py"), "a/b_c-1.py");
        assert_eq!(shell_word("a b/c.py"), "'a b/c.py'");
        assert_eq!(shell_word("it's.py"), "'it'\\''s.py'");
        assert_eq!(shell_word("~/$x.py"), "'~/$x.py'");
    }
}
