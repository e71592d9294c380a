//! The program that `loopscope new` writes: one that runs as it is, with what can be said about it.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const TEXT: &str = include_str!("template.py");

/// Where the title stands in the text.
const TITLE: &str = "TITLE";

/// Writes a program called `name`: a path, with or without `.py`. Folders that it names are made.
///
/// # Errors
/// When the file exists already (nothing is overwritten) or cannot be written.
pub fn write(name: &Path) -> io::Result<PathBuf> {
    let path = if name.extension().is_some_and(|extension| extension == "py") {
        name.to_owned()
    } else {
        let mut path = name.as_os_str().to_owned();
        path.push(".py");
        PathBuf::from(path)
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
    file.write_all(text(&path).as_bytes())?;
    Ok(path)
}

fn text(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().replace(['_', '-'], " ");
    let mut letters = stem.chars();
    let title =
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    TEXT.replacen(TITLE, &title, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{FrontMatter, Key};

    #[test]
    fn what_is_written_says_what_it_is_and_nothing_wrong() {
        let text = text(Path::new("x/my_first-loop.py"));
        let front = FrontMatter::parse(&text);
        assert_eq!(front.remarks(), []);
        assert_eq!(front.get(Key::Title), Some("My first loop"));
        assert!(!front.claims().is_empty() && !front.notes().is_empty());
    }

    #[test]
    fn nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = write(&folder.path().join("deep/first")).unwrap();
        assert_eq!(path, folder.path().join("deep/first.py"));
        std::fs::write(&path, "mine").unwrap();
        assert_eq!(write(&path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    }
}
