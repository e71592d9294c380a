//! The scenarios that come with the program, in learning order.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::{Key, Scenario};

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

/// Scenarios that belong together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chapter {
    /// Its title.
    pub title: &'static str,
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
            Chapter { title, scenarios }
        };
        Self { chapters: CHAPTERS.iter().map(chapter).collect() }
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
                assert_eq!(front.get(Key::Chapter), Some(chapter.title), "{}", scenario.name);
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
    fn a_filter_is_words_anywhere() {
        let matches =
            |filter| Catalog::embedded().scenarios().filter(|s| Catalog::matches(s, filter)).count();
        assert_eq!(matches(""), Catalog::embedded().scenarios().count());
        assert_eq!(matches("  UNSET_future nobody"), 1);
        assert_eq!(matches("no such words"), 0);
    }
}
