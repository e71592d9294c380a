//! Somebody's own editor, opened at a line.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// The editor where none is named.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// What the shell gives back for a command that is not there.
const NOT_FOUND: i32 = 127;

/// How an editor is told the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum LineStyle {
    /// `+12 FILE`, as nearly all have it.
    Plus,
    /// `FILE:12`.
    Colon,
    /// `--goto FILE:12`.
    Goto,
    /// It cannot be told.
    None,
}

impl LineStyle {
    fn of(editor: &str) -> Self {
        let program = editor.split_whitespace().next().unwrap_or_default();
        let name = Path::new(program).file_stem().map(|name| name.to_string_lossy().to_lowercase());
        match name.as_deref().unwrap_or_default() {
            "code" | "code-insiders" | "codium" | "vscodium" | "cursor" => Self::Goto,
            "hx" | "helix" | "subl" | "zed" => Self::Colon,
            "notepad" | "ed" => Self::None,
            _ => Self::Plus,
        }
    }
}

/// The command that is named in the environment: `$VISUAL`, else `$EDITOR`.
fn named() -> String {
    let variable = |name| std::env::var(name).ok().filter(|value: &String| !value.trim().is_empty());
    variable("VISUAL").or_else(|| variable("EDITOR")).unwrap_or_else(|| USUAL.to_owned())
}

/// What an editor is given to open a file at a line.
fn arguments(editor: &str, file: &Path, line: usize) -> Vec<OsString> {
    let with_line = || {
        let mut place = file.as_os_str().to_owned();
        place.push(format!(":{line}"));
        place
    };
    match LineStyle::of(editor) {
        LineStyle::Plus => vec![format!("+{line}").into(), file.into()],
        LineStyle::Colon => vec![with_line()],
        LineStyle::Goto => vec!["--goto".into(), with_line()],
        LineStyle::None => vec![file.into()],
    }
}

/// Opens a file at a line, and waits until the editor is left. The terminal must not be ours meanwhile.
///
/// # Errors
/// When the editor cannot be started, or says that something went wrong.
pub(super) fn edit(file: &Path, line: usize) -> Result<(), String> {
    let editor = named();
    // A name that begins with a hyphen would be taken for an option.
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let status = run(&editor, &arguments(&editor, &file, line));
    match status {
        Err(why) => Err(format!("the editor {editor:?} cannot be started: {why}")),
        Ok(status) if status.success() => Ok(()),
        Ok(status) if status.code() == Some(NOT_FOUND) => {
            Err(format!("there is no editor {editor:?}; $VISUAL or $EDITOR names one"))
        }
        Ok(status) => Err(format!("the editor {editor:?} failed: {status}")),
    }
}

#[cfg(unix)]
fn run(editor: &str, arguments: &[OsString]) -> io::Result<ExitStatus> {
    use rustix::process::{Pid, WaitOptions, waitpid};
    use std::os::unix::process::ExitStatusExt;

    // By the shell: the variable may hold options, and quotes.
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg("sh").args(arguments);
    let child = command.spawn()?;
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    loop {
        match waitpid(pid, WaitOptions::UNTRACED) {
            // Ctrl-Z in the editor stops it; the shell must get the terminal, so we stop with it.
            Ok(Some((_, status))) if status.stopped() => {
                signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
            }
            Ok(Some((_, status))) => return Ok(ExitStatus::from_raw(status.as_raw())),
            Ok(None) | Err(rustix::io::Errno::INTR) => {}
            Err(why) => return Err(why.into()),
        }
    }
}

#[cfg(not(unix))]
fn run(editor: &str, arguments: &[OsString]) -> io::Result<ExitStatus> {
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or(USUAL);
    Command::new(program).args(words).args(arguments).status()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        let told = |editor| {
            let words = arguments(editor, Path::new("/a/b.py"), 12);
            words.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told("vim -u NONE"), "+12 /a/b.py");
        assert_eq!(told("/usr/bin/nano"), "+12 /a/b.py");
        assert_eq!(told("code --wait"), "--goto /a/b.py:12");
        assert_eq!(told("hx"), "/a/b.py:12");
    }
}
