//! What the files of a program say: the program's own, those that it imports, and those that these import. A version
//! that says the same as the one that was run last is none.
//!
//! Which files that are is found in the texts: a word of an import is looked for beside the program and beside the
//! file that imports. Files that are found in no text are added once they were seen to run, or are opened in an editor.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::watcher::is_python;
use crate::scenario::{MAX_SOURCE, Scenario};

/// The most files of a program that are read.
const MOST_FILES: usize = 256;

/// The files of a program as they were last run.
#[derive(Debug, Default)]
pub(super) struct Saved {
    program: Option<PathBuf>,
    source: String,
    /// What the other files say, by where they really are.
    others: BTreeMap<PathBuf, Fingerprint>,
    /// The folders that are imported, whatever is in them.
    packages: BTreeSet<PathBuf>,
    /// Those of the files that are found in no text.
    added: BTreeSet<PathBuf>,
}

/// What a file says, in short; none where it cannot be read.
type Fingerprint = Option<u64>;

impl Saved {
    /// Reads what a program's files say.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let program = scenario.file.as_deref().map(real);
        let mut saved = Self { program, source: scenario.source.clone().into_owned(), ..Self::default() };
        let folder = scenario.file.as_deref().and_then(|file| Some(real(file.parent()?)));
        if let Some(folder) = folder {
            saved.follow(&folder);
        }
        saved
    }

    /// Takes up what the files say by now, and those that were saved and are known to be the program's. Says whether
    /// anything is new: a program that writes the same file in every run must not run for ever.
    pub(super) fn renew(&mut self, scenario: &Scenario, known: impl IntoIterator<Item = PathBuf>) -> bool {
        let mut now = Self::of(scenario);
        now.add(self.added.iter().cloned());
        now.add(known.into_iter().map(|path| real(&path)));
        let is_new = now.source != self.source || now.others != self.others;
        *self = now;
        is_new
    }

    /// Takes up what a file says before it is changed.
    pub(super) fn look_at(&mut self, path: &Path) {
        self.add([real(path)]);
    }

    /// The folders that the files are in.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let files = self.program.iter().chain(self.others.keys());
        let folders = files.filter_map(|file| file.parent()).map(Path::to_owned);
        folders.chain(self.packages.iter().cloned()).collect()
    }

    fn add(&mut self, paths: impl IntoIterator<Item = PathBuf>) {
        for path in paths {
            if Some(&path) != self.program.as_ref() && !self.others.contains_key(&path) {
                self.others.insert(path.clone(), read(&path).as_deref().map(fingerprint));
                self.added.insert(path);
            }
        }
    }

    /// Reads the files that the program imports, and those that these import.
    fn follow(&mut self, folder: &Path) {
        let mut seen = HashSet::new();
        let mut texts = vec![(folder.to_owned(), self.source.clone())];
        while let Some((beside, text)) = texts.pop() {
            for word in imported(&text) {
                for base in [folder, &beside] {
                    let place = base.join(word);
                    if !seen.insert(place.clone()) {
                        continue;
                    }
                    if place.is_dir() {
                        self.packages.insert(real(&place));
                    }
                    for path in module(&place) {
                        let path = real(&path);
                        let is_known =
                            self.others.contains_key(&path) || self.program.as_ref() == Some(&path);
                        if is_known || self.others.len() >= MOST_FILES {
                            continue;
                        }
                        let text = read(&path);
                        self.others.insert(path.clone(), text.as_deref().map(fingerprint));
                        if let (Some(folder), Some(text)) = (path.parent(), text) {
                            texts.push((folder.to_owned(), text));
                        }
                    }
                }
            }
        }
    }
}

/// The words in the imports of a text: the names of modules are among them.
pub(super) fn imported(text: &str) -> impl Iterator<Item = &str> {
    let mut is_open = false;
    let lines = text.lines().filter(move |line| {
        let is_import = is_open || line.contains("import");
        // A list of names in parentheses ends with them.
        is_open = is_import && !line.contains(')') && (is_open || line.contains('('));
        is_import
    });
    let words = lines.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'));
    words.filter(|word| !word.is_empty())
}

/// The files that are a module, or a package.
fn module(place: &Path) -> Vec<PathBuf> {
    let file = place.with_extension("py");
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(|path| is_python(path)).collect();
    files.sort_unstable();
    files.extend(file.is_file().then_some(file));
    files
}

fn read(path: &Path) -> Option<String> {
    let is_short = std::fs::metadata(path).is_ok_and(|data| data.is_file() && data.len() <= MAX_SOURCE);
    std::fs::read_to_string(path).ok().filter(|_| is_short)
}

fn fingerprint(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Where a file really is, also if it was taken away.
pub(super) fn real(path: &Path) -> PathBuf {
    // The folder of a file without one.
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let found = std::fs::canonicalize(&path).ok().or_else(|| {
        let folder = std::fs::canonicalize(path.parent()?).ok()?;
        Some(folder.join(path.file_name()?))
    });
    found.unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a program that imports `helper`, which imports of the package `pkg`.
    fn program() -> (tempfile::TempDir, Scenario) {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        std::fs::create_dir(folder.path().join("pkg")).unwrap();
        write("helper.py", "from pkg import (\n    inner,\n)\n");
        write("pkg/inner.py", "from . import deep\n");
        write("pkg/deep.py", "1");
        write("other.py", "1");
        write("main.py", "import helper\nother = 1\n");
        let scenario = load(folder.path());
        (folder, scenario)
    }

    fn load(folder: &Path) -> Scenario {
        crate::scenario::ScenarioSource::File(folder.join("main.py")).load().unwrap()
    }

    #[test]
    fn a_program_that_is_saved_and_says_the_same_is_not_new() {
        let (folder, scenario) = program();
        let mut saved = Saved::of(&scenario);
        let own = folder.path().join("main.py");
        assert!(!saved.renew(&scenario, [own.clone()]), "its own file is not one beside it");
        std::fs::write(&own, "import helper\n").unwrap();
        let scenario = load(folder.path());
        assert!(saved.renew(&scenario, [own.clone()]) && !saved.renew(&scenario, [own]));
    }

    #[test]
    fn what_an_imported_file_said_is_known_from_the_beginning() {
        let (folder, scenario) = program();
        let mut saved = Saved::of(&scenario);
        assert!(!saved.renew(&scenario, []));
        for name in ["helper.py", "pkg/inner.py", "pkg/deep.py"] {
            let path = folder.path().join(name);
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&path, &text).unwrap();
            assert!(!saved.renew(&scenario, [path.clone()]), "{name} says the same");
            std::fs::write(&path, format!("{text}# more\n")).unwrap();
            assert!(saved.renew(&scenario, []) && !saved.renew(&scenario, []), "{name} says more");
        }
        std::fs::write(folder.path().join("other.py"), "2").unwrap();
        assert!(!saved.renew(&scenario, []), "nothing imports it");
        assert_eq!(saved.folders().len(), 2);
    }

    #[test]
    fn the_folder_of_a_package_is_known_before_its_files() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("main.py"), "import pkg").unwrap();
        let mut saved = Saved::of(&load(folder.path()));
        assert_eq!(saved.folders(), [real(folder.path())].into());
        std::fs::create_dir(folder.path().join("pkg")).unwrap();
        assert!(!saved.renew(&load(folder.path()), []));
        assert_eq!(saved.folders(), [real(folder.path()), real(&folder.path().join("pkg"))].into());
    }

    #[test]
    fn a_module_that_appears_or_goes_is_new() {
        let (folder, scenario) = program();
        let helper = folder.path().join("helper.py");
        std::fs::remove_file(&helper).unwrap();
        let mut saved = Saved::of(&scenario);
        std::fs::write(&helper, "import asyncio").unwrap();
        assert!(saved.renew(&scenario, []));
        std::fs::remove_file(&helper).unwrap();
        assert!(saved.renew(&scenario, []));
    }

    #[test]
    fn a_place_has_one_name() {
        assert_eq!(real(Path::new("")), std::env::current_dir().unwrap().canonicalize().unwrap());
        let folder = tempfile::tempdir().unwrap();
        let none = folder.path().join("none.py");
        assert_eq!(real(&folder.path().join("./none.py")), real(&none));
        assert!(real(&none).ends_with("none.py"));
    }

    #[test]
    fn a_file_that_is_opened_counts_by_whatever_name() {
        let (folder, scenario) = program();
        let mut saved = Saved::of(&scenario);
        let other = folder.path().join("other.py");
        saved.look_at(&folder.path().join("pkg/../other.py"));
        assert!(!saved.renew(&scenario, [other.clone()]));
        std::fs::write(&other, "2").unwrap();
        assert!(saved.renew(&scenario, []) && !saved.renew(&scenario, [other]));
    }
}
