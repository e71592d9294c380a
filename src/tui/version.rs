//! What the files of a program said when it was last run: a file that is saved and says the same is no new version.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The texts of a program's files as they were last run.
#[derive(Debug, Default)]
pub(super) struct Version {
    program: String,
    /// The files beside it that were seen to change; none for one that was taken away.
    others: HashMap<PathBuf, Option<String>>,
}

impl Version {
    pub(super) fn of(program: String) -> Self {
        Self { program, ..Self::default() }
    }

    /// Takes up the program's text and the files beside it that were saved. Says whether any of them is new: a
    /// program that writes the same file in every run must not run for ever.
    pub(super) fn is_new(&mut self, program: &str, others: &[PathBuf]) -> bool {
        let mut is_new = self.program != program;
        program.clone_into(&mut self.program);
        for path in others {
            is_new |= self.is_other_new(path);
        }
        is_new
    }

    /// Takes up what a file says before it is changed.
    pub(super) fn look_at(&mut self, path: &Path) {
        if !self.others.contains_key(path) {
            self.is_other_new(path);
        }
    }

    fn is_other_new(&mut self, path: &Path) -> bool {
        let text = std::fs::read_to_string(path).ok();
        match self.others.get_mut(path) {
            Some(known) => std::mem::replace(known, text.clone()) != text,
            None => {
                self.others.insert(path.to_owned(), text);
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_something_else_is_new() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("other.py");
        std::fs::write(&other, "1").unwrap();
        let mut version = Version::of("program".to_owned());
        let others = [other.clone()];
        assert!(!version.is_new("program", &[]));
        assert!(version.is_new("program", &others), "what it said before is not known");
        assert!(!version.is_new("program", &others));
        std::fs::write(&other, "2").unwrap();
        assert!(version.is_new("program", &others) && !version.is_new("program", &others));
        let third = [folder.path().join("third.py")];
        version.look_at(&third[0]);
        assert!(!version.is_new("program", &third), "it was looked at before, and is not there");
        assert!(version.is_new("another", &others) && !version.is_new("another", &others));
    }
}
