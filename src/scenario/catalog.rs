//! Scenarios in learning order: those that come with the program, or those of a folder.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::{Key, Scenario, ScenarioError, ScenarioSource};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// The chapters in learning order: folder and title.
const CHAPTERS: &[(&str, &str)] = &[
    ("coroutines", "Coroutines"),
    ("event-loop", "The event loop"),
    ("await", "Await"),
    ("tasks", "Tasks"),
    ("futures", "Futures"),
    ("waiting-for-many", "Waiting for many"),
    ("threads-and-processes", "Threads and processes"),
    ("asynchronous-protocols", "Asynchronous protocols"),
    ("io-and-servers", "I/O and servers"),
    ("pitfalls", "Pitfalls"),
    ("other-loops", "Other loops"),
];

/// The most differences between a name and what was typed for it to be suggested.
const LARGEST_TYPO: usize = 4;

/// How deep below a folder programs are looked for.
const DEEPEST: usize = 3;

/// Programs of a folder that are looked at; somebody's whole disk is no course.
const MOST_PROGRAMS: usize = 2000;

/// Scenarios that belong together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chapter {
    /// Its title.
    pub title: Cow<'static, str>,
    /// Its scenarios, in learning order.
    pub scenarios: Vec<Scenario>,
}

/// All chapters, in learning order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Catalog {
    chapters: Vec<Chapter>,
}

impl Catalog {
    /// The catalogue in this binary.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::read);
        &CATALOG
    }

    fn read() -> Self {
        let chapter = |&(folder, title): &(&str, &'static str)| {
            let files = FILES.get_dir(folder).into_iter().flat_map(Dir::files);
            let mut scenarios: Vec<Scenario> = files
                .filter(|file| file.path().extension().is_some_and(|extension| extension == "py"))
                .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
                .map(|(name, source)| Scenario::new(name, source))
                .collect();
            scenarios.sort_by(|a, b| a.front.order().cmp(&b.front.order()).then_with(|| a.name.cmp(&b.name)));
            Chapter { title: title.into(), scenarios }
        };
        Self { chapters: CHAPTERS.iter().map(chapter).collect() }
    }

    /// The programs of a folder and of the folders in it. Their chapters are those they name, else the folders they are
    /// in. What cannot be read is left out.
    ///
    /// # Errors
    /// When the folder cannot be read, or holds no program.
    pub fn of_folder(folder: &Path) -> Result<Self, ScenarioError> {
        let mut files = Vec::new();
        find_programs(folder, DEEPEST, &mut files)
            .map_err(|why| ScenarioError::Unreadable { path: folder.to_owned(), why })?;
        let mut chapters: Vec<Chapter> = Vec::new();
        for file in files {
            let Ok(scenario) = ScenarioSource::File(file.clone()).load() else { continue };
            let title = scenario.front.get(Key::Chapter).map_or_else(|| folder_name(&file), str::to_owned);
            match chapters.iter_mut().find(|chapter| chapter.title == title) {
                Some(chapter) => chapter.scenarios.push(scenario),
                None => chapters.push(Chapter { title: title.into(), scenarios: vec![scenario] }),
            }
        }
        if chapters.is_empty() {
            return Err(ScenarioError::NoPrograms { path: folder.to_owned() });
        }
        for chapter in &mut chapters {
            chapter.scenarios.sort_by_key(|scenario| scenario.front.order());
        }
        Ok(Self { chapters })
    }

    /// The chapters, in learning order.
    #[must_use]
    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
    }

    /// All scenarios, in learning order.
    pub fn scenarios(&self) -> impl Iterator<Item = &Scenario> {
        self.chapters.iter().flat_map(|chapter| &chapter.scenarios)
    }

    /// The scenario of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Scenario> {
        self.scenarios().find(|scenario| scenario.name == name)
    }

    /// The scenario whose name is most like `name`, if one is at all; the earlier of two.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&Scenario> {
        let name = name.to_lowercase().replace(['-', ' '], "_");
        let distance = |scenario: &&Scenario| strsim::osa_distance(&name, &scenario.name);
        let likeness = |scenario: &&Scenario| (distance(scenario), !scenario.name.contains(&name));
        self.scenarios()
            .filter(|scenario| {
                let begins = name.len() >= 3 && scenario.name.contains(&name);
                begins || distance(scenario) <= LARGEST_TYPO.min(name.len() / 2)
            })
            .min_by_key(likeness)
    }

    /// Whether the scenario answers to what somebody looks for: every word in its name, title, concept,
    /// chapter or lesson.
    #[must_use]
    pub fn matches(scenario: &Scenario, filter: &str) -> bool {
        let mut text = scenario.name.to_lowercase();
        for key in [Key::Title, Key::Concept, Key::Chapter, Key::Lesson] {
            text.push('\n');
            text.push_str(&scenario.front.get(key).unwrap_or_default().to_lowercase());
        }
        filter.split_whitespace().all(|word| text.contains(&word.to_lowercase()))
    }
}

/// The Python files below a folder, in the order of their names; not those that are hidden or that Python keeps.
fn find_programs(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(['.', '_']) || found.len() >= MOST_PROGRAMS {
            continue;
        }
        if path.is_dir() {
            // A folder that cannot be looked into is one the less.
            if depth > 0 {
                drop(find_programs(&path, depth - 1, found));
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    Ok(())
}

/// The name of the folder that a file is in.
fn folder_name(file: &Path) -> String {
    let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
    folder.as_deref().and_then(Path::file_name).map_or_else(String::new, |name| name.to_string_lossy().into())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn chapters_and_scenarios_stand_in_learning_order() {
        let mut names = HashSet::new();
        for chapter in Catalog::embedded().chapters() {
            let orders: Vec<_> = chapter.scenarios.iter().map(|scenario| scenario.front.order()).collect();
            assert!(!orders.is_empty() && orders.is_sorted(), "{}: {orders:?}", chapter.title);
            for scenario in &chapter.scenarios {
                assert!(names.insert(&scenario.name), "two are called {}", scenario.name);
                let place = (scenario.front.order(), &scenario.name);
                let same = chapter.scenarios.iter().filter(|other| other.front.order() == place.0).count();
                assert_eq!(same, 1, "{place:?}: another one has this place in the chapter");
            }
        }
    }

    #[test]
    fn every_scenario_says_what_it_is() {
        for chapter in Catalog::embedded().chapters() {
            for scenario in &chapter.scenarios {
                let front = &scenario.front;
                assert_eq!(front.remarks(), [], "{}", scenario.name);
                for key in Key::REQUIRED {
                    assert!(front.get(key).is_some(), "{}: no {}", scenario.name, key.word());
                }
                assert!(!front.claims().is_empty(), "{}: claims nothing", scenario.name);
                assert_eq!(front.get(Key::Chapter), Some(&*chapter.title), "{}", scenario.name);
            }
        }
    }

    #[test]
    fn no_file_of_the_folder_is_left_out() {
        fn count(folder: &Dir<'_>) -> usize {
            folder.files().count() + folder.dirs().map(count).sum::<usize>()
        }
        assert_eq!(count(&FILES), Catalog::embedded().scenarios().count());
    }

    #[test]
    fn names_are_found_by_likeness() {
        let nearest = |name| Catalog::embedded().nearest(name).map(|scenario| &*scenario.name);
        assert_eq!(nearest("Two-Sleepers"), Some("two_sleepers"));
        assert_eq!(nearest("two_slepeers"), Some("two_sleepers"));
        assert_eq!(nearest("one_after_another"), Some("gather_or_one_after_another"));
        assert_eq!(nearest("q"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    fn a_folder_is_a_catalogue_too() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("week_1/b.py", "# title: Second\n# order: 2\n");
        write("week_1/a.py", "# title: First\n# order: 1\n");
        write("week_2/c.py", "# chapter: More of week 1\nprint(1)\n");
        write("week_2/__pycache__/x.py", "");
        write("week_2/notes.txt", "");
        let catalog = Catalog::of_folder(folder.path()).unwrap();
        let titles =
            |chapter: &Chapter| chapter.scenarios.iter().map(|s| s.title().to_owned()).collect::<Vec<_>>();
        let found: Vec<_> = catalog.chapters().iter().map(|c| (c.title.to_string(), titles(c))).collect();
        let first = ("week_1".to_owned(), vec!["First".to_owned(), "Second".to_owned()]);
        assert_eq!(found, [first, ("More of week 1".to_owned(), vec!["c".to_owned()])]);
        let c = catalog.find("c").unwrap();
        assert_eq!(c.origin(), ScenarioSource::File(folder.path().join("week_2/c.py")));
        let empty = tempfile::tempdir().unwrap();
        assert!(Catalog::of_folder(empty.path()).unwrap_err().to_string().contains("no Python file"));
    }

    #[test]
    fn a_filter_is_words_anywhere() {
        let matches =
            |filter| Catalog::embedded().scenarios().filter(|s| Catalog::matches(s, filter)).count();
        assert_eq!(matches(""), Catalog::embedded().scenarios().count());
        assert_eq!(matches("  UNSET_future nobody"), 1);
        assert_eq!(matches("no such words"), 0);
    }
}
