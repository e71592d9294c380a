//! The gallery: the list of scenarios, and what is said about the selected one.

use super::action::{Direction, Stride};
use super::source_text::SourceText;
use super::text::Charset;
use crate::scenario::{Catalog, Scenario, ScenarioSource};

/// The longest filter that is taken: it is typed by hand, or pasted by mistake.
const LONGEST_FILTER: usize = 64;

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    /// Between two chapters.
    Gap,
    /// A chapter begins: its place among the chapters.
    Chapter(usize),
    /// A scenario, by its place among those that are shown.
    Scenario(usize),
}

/// Whether the filter is being typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Keys select.
    #[default]
    Browsing,
    /// Keys are added to the filter.
    Filtering,
}

/// The list and where one is in it.
#[derive(Clone, Debug)]
pub struct Gallery {
    catalog: &'static Catalog,
    charset: Charset,
    filter: String,
    mode: Mode,
    shown: Vec<&'static Scenario>,
    rows: Vec<Row>,
    selected: usize,
    preview: SourceText,
}

impl Gallery {
    /// All scenarios of a catalogue, the first one selected.
    #[must_use]
    pub fn new(catalog: &'static Catalog, charset: Charset) -> Self {
        let mut gallery = Self {
            catalog,
            charset,
            filter: String::new(),
            mode: Mode::Browsing,
            shown: Vec::new(),
            rows: Vec::new(),
            selected: 0,
            preview: SourceText::default(),
        };
        gallery.refresh(None);
        gallery
    }

    /// The words that are looked for.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Whether the filter is being typed.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// The lines of the list.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The line of the selected scenario.
    pub fn selected_row(&self) -> usize {
        self.rows.iter().position(|row| *row == Row::Scenario(self.selected)).unwrap_or(0)
    }

    /// A scenario by its place among those that are shown.
    pub fn shown(&self, index: usize) -> Option<&'static Scenario> {
        self.shown.get(index).copied()
    }

    /// The title of a chapter, and how many of its scenarios are shown.
    pub fn chapter(&self, index: usize) -> Option<(&'static str, usize)> {
        let chapter = self.catalog.chapters().get(index)?;
        let shown =
            chapter.scenarios.iter().filter(|scenario| Catalog::matches(scenario, &self.filter)).count();
        Some((&chapter.title, shown))
    }

    /// How many scenarios are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The selected scenario; none where nothing fits the filter.
    pub fn selected(&self) -> Option<&'static Scenario> {
        self.shown(self.selected)
    }

    /// Where the selected scenario is to be had.
    pub fn selected_source(&self) -> Option<ScenarioSource> {
        self.selected().map(Scenario::origin)
    }

    /// The selected scenario's program.
    pub const fn preview(&self) -> &SourceText {
        &self.preview
    }

    /// Moves the selection; `page` is how many lines are visible.
    pub fn select(&mut self, direction: Direction, stride: Stride, page: usize) {
        let by = match stride {
            Stride::Line => 1,
            Stride::Page => page.max(1),
            Stride::All => self.shown.len(),
        };
        let last = self.shown.len().saturating_sub(1);
        let before = self.selected;
        self.selected = match direction {
            Direction::Back => self.selected.saturating_sub(by),
            Direction::Forward => self.selected.saturating_add(by).min(last),
        };
        if self.selected != before {
            self.prepare_preview();
        }
    }

    /// Begins to type a filter.
    pub const fn begin_filter(&mut self) {
        self.mode = Mode::Filtering;
    }

    /// Goes back to the list with the filter as it is.
    pub const fn keep_filter(&mut self) {
        self.mode = Mode::Browsing;
    }

    /// Goes back to the whole list.
    pub fn drop_filter(&mut self) {
        self.mode = Mode::Browsing;
        self.change_filter(String::clear);
    }

    /// Adds what was typed or pasted, as far as it is text and not too long.
    pub fn type_text(&mut self, text: &str) {
        self.change_filter(|filter| {
            for c in text.chars().filter(|c| !c.is_control()) {
                if filter.len() + c.len_utf8() > LONGEST_FILTER {
                    break;
                }
                filter.push(c);
            }
        });
    }

    /// Takes back the last character.
    pub fn erase(&mut self) {
        self.change_filter(|filter| {
            filter.pop();
        });
    }

    fn change_filter(&mut self, change: impl FnOnce(&mut String)) {
        let selected = self.selected();
        change(&mut self.filter);
        self.refresh(selected);
    }

    /// Finds what fits the filter; `wanted` stays selected if it does.
    fn refresh(&mut self, wanted: Option<&Scenario>) {
        self.shown.clear();
        self.rows.clear();
        for (index, chapter) in self.catalog.chapters().iter().enumerate() {
            let fitting =
                chapter.scenarios.iter().filter(|scenario| Catalog::matches(scenario, &self.filter));
            let first = self.shown.len();
            self.shown.extend(fitting);
            if self.shown.len() == first {
                continue;
            }
            if !self.rows.is_empty() {
                self.rows.push(Row::Gap);
            }
            self.rows.push(Row::Chapter(index));
            self.rows.extend((first..self.shown.len()).map(Row::Scenario));
        }
        let place = wanted.and_then(|wanted| self.shown.iter().position(|other| *other == wanted));
        self.selected = place.unwrap_or(0);
        self.prepare_preview();
    }

    fn prepare_preview(&mut self) {
        let charset = self.charset;
        let program = |scenario: &Scenario| {
            let lines = scenario.source.lines().skip(scenario.front.lines());
            let mut text = String::new();
            for line in lines.skip_while(|line| line.trim().is_empty()) {
                text.push_str(line);
                text.push('\n');
            }
            SourceText::new(&text, charset)
        };
        self.preview = self.selected().map(program).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selecting_stays_within_the_list() {
        let names: Vec<_> = Catalog::embedded().scenarios().map(|scenario| &*scenario.name).collect();
        let last = names.len() - 1;
        let mut gallery = Gallery::new(Catalog::embedded(), Charset::Unicode);
        let name = |gallery: &Gallery| gallery.selected().map(|scenario| &*scenario.name);
        assert_eq!(name(&gallery), Some(names[0]));
        gallery.select(Direction::Back, Stride::Line, 9);
        assert_eq!(name(&gallery), Some(names[0]));
        gallery.select(Direction::Forward, Stride::All, 9);
        assert_eq!(name(&gallery), Some(names[last]));
        gallery.select(Direction::Back, Stride::Page, 4);
        assert_eq!(name(&gallery), Some(names[last - 4]));
    }

    #[test]
    fn a_filter_keeps_the_selection_where_it_fits() {
        let mut gallery = Gallery::new(Catalog::embedded(), Charset::Unicode);
        let place =
            |name| Catalog::embedded().scenarios().position(|scenario| scenario.name == name).unwrap();
        for _ in 0..place("unset_future") {
            gallery.select(Direction::Forward, Stride::Line, 9);
        }
        gallery.begin_filter();
        gallery.type_text("future that nobody sets");
        assert!(!gallery.is_empty() && gallery.len() < 5);
        assert_eq!(&*gallery.selected().unwrap().name, "unset_future");
        gallery.type_text("zzz\x1b[2J");
        assert!(gallery.is_empty() && gallery.selected_source().is_none());
        gallery.type_text(&"x".repeat(1_000_000));
        assert!(gallery.filter().len() <= LONGEST_FILTER);
        gallery.drop_filter();
        assert_eq!(
            (gallery.len(), gallery.mode()),
            (Catalog::embedded().scenarios().count(), Mode::Browsing)
        );
    }
}
