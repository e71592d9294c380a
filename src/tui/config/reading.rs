//! Reading the configuration: entry by entry, so that one that is wrong takes no other with it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Complaint, Config, Setting, holds, speed_name, speeds};
use crate::tui::action::Action;
use crate::tui::keymap::{Binding, Context, Key, Keymap, entries};
use crate::tui::text::Charset;
use crate::tui::theme::Scheme;

/// The table of keys, by context.
const KEYS: &str = "keys";

/// Reads a configuration.
pub(super) fn read(text: &str) -> (Config, Vec<Complaint>) {
    let (text, complaints) = without_broken_lines(text);
    let (table, _) = DeTable::parse_recoverable(&text);
    let mut reading = Reading { text: &text, config: Config::default(), bindings: Vec::new(), complaints };
    for (name, value) in table.get_ref() {
        reading.entry(name, value);
    }
    reading.config.keymap = Keymap::with(&reading.bindings);
    reading.complaints.sort_by_key(|complaint| complaint.line);
    (reading.config, reading.complaints)
}

/// Lines that are looked at: a file with more wrong ones is none.
const MOST_BROKEN: usize = 50;

/// The text with blanks in place of the lines that are no TOML, and what is wrong with them.
fn without_broken_lines(text: &str) -> (String, Vec<Complaint>) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut complaints = Vec::new();
    let mut good = text.to_owned();
    for _ in 0..MOST_BROKEN {
        let Err(error) = DeTable::parse(&good) else { break };
        let line = line_of(&good, error.span().map_or(0, |span| span.start));
        complaints.push(Complaint { line: Some(line), what: error.message().to_owned() });
        // Where blanking a line does not help, there is nothing more to be done.
        match lines.get_mut(line - 1) {
            Some(broken) if !broken.is_empty() => *broken = "",
            _ => break,
        }
        good = lines.join("\n");
    }
    (good, complaints)
}

/// The line of a byte, from 1.
fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|&byte| byte == b'\n').count() + 1
}

/// The name that is most like a word, if one is, and where all of them stand.
fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    const LIKE: f64 = 0.6;
    let likeness = |name: &&str| strsim::normalized_damerau_levenshtein(word, name);
    let best = names.into_iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match best.filter(|name| likeness(name) >= LIKE) {
        Some(name) => format!("; is {name:?} meant? `loopscope config` lists all"),
        None => "; `loopscope config` lists all".to_owned(),
    }
}

struct Reading<'t> {
    text: &'t str,
    config: Config,
    bindings: Vec<Binding>,
    complaints: Vec<Complaint>,
}

impl Reading<'_> {
    fn complain(&mut self, span: Option<Range<usize>>, what: impl Into<String>) {
        let line = span.map(|span| line_of(self.text, span.start));
        self.complaints.push(Complaint { line, what: what.into() });
    }

    fn entry(&mut self, name: &Spanned<toml::de::DeString<'_>>, value: &Spanned<DeValue<'_>>) {
        let word: &str = name.get_ref();
        if word == KEYS {
            return self.keys(value);
        }
        let Some(setting) = Setting::ALL.into_iter().find(|setting| setting.name() == word) else {
            let names = Setting::ALL.map(Setting::name).into_iter().chain([KEYS]);
            let what = format!("there is no setting {word:?}{}", nearest(word, names));
            return self.complain(Some(name.span()), what);
        };
        if self.set(setting, value.get_ref()).is_none() {
            let what = format!("{word} can be {}", setting.allowed());
            self.complain(Some(value.span()), what);
        }
    }

    /// Takes up a setting; none where it cannot have that value.
    fn set(&mut self, setting: Setting, value: &DeValue<'_>) -> Option<()> {
        let config = &mut self.config;
        match setting {
            Setting::Theme => config.scheme = Scheme::named(value.as_str()?)?,
            Setting::Ascii => config.charset = value.as_bool()?.then_some(Charset::Ascii),
            Setting::Mouse => config.mouse = value.as_bool()?,
            Setting::Reload => config.reload = value.as_bool()?,
            Setting::Classroom => config.classroom = value.as_bool()?,
            Setting::Speed => {
                let wanted =
                    value.as_str().or_else(|| value.as_integer().map(toml::de::DeInteger::as_str))?;
                config.pace.speed = speeds().find(|speed| speed_name(*speed) == wanted)?;
            }
            Setting::Hold => {
                let wanted: u128 = value.as_integer()?.as_str().parse().ok()?;
                config.pace.hold = holds().find(|hold| hold.duration().as_millis() == wanted)?;
            }
        }
        Some(())
    }

    fn keys(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(contexts) = value.get_ref().as_table() else {
            return self.complain(Some(value.span()), "keys is a table: [keys.player]");
        };
        for (name, actions) in contexts {
            let word: &str = name.get_ref();
            let Some(context) = Context::ALL.into_iter().find(|context| context.word() == word) else {
                let what = format!(
                    "there is no place {word:?} for keys{}",
                    nearest(word, Context::ALL.map(Context::word))
                );
                self.complain(Some(name.span()), what);
                continue;
            };
            let Some(actions) = actions.get_ref().as_table() else {
                self.complain(Some(actions.span()), format!("keys.{word} is a table: [keys.{word}]"));
                continue;
            };
            for (name, keys) in actions {
                self.binding(context, name, keys);
            }
        }
    }

    fn binding(
        &mut self,
        context: Context,
        name: &Spanned<toml::de::DeString<'_>>,
        keys: &Spanned<DeValue<'_>>,
    ) {
        let word: &str = name.get_ref();
        let actions = || entries(context).flat_map(|entry| entry.keys).map(|(action, _)| *action);
        let Some(action) = actions().find(|action| action.name() == word) else {
            let names: Vec<String> = actions().map(Action::name).collect();
            let near = nearest(word, names.iter().map(String::as_str));
            let what = format!("there is no action {word:?} for {}{near}", context.word());
            return self.complain(Some(name.span()), what);
        };
        let names: Vec<&Spanned<DeValue<'_>>> = match keys.get_ref() {
            DeValue::Array(names) => names.iter().collect(),
            DeValue::String(_) => vec![keys],
            _ => return self.complain(Some(keys.span()), "keys are strings: [\"right\", \"l\"]"),
        };
        let mut binding = Binding { context, action, keys: Vec::new() };
        for name in names {
            match name.get_ref().as_str().map(Key::named) {
                Some(Ok(key)) => match self.owner(context, key) {
                    Some(other) => {
                        let label = key.label(Charset::Ascii);
                        self.complain(Some(name.span()), format!("{label} is given to {other} already"));
                    }
                    None => binding.keys.push(key),
                },
                Some(Err(why)) => self.complain(Some(name.span()), why),
                None => self.complain(Some(name.span()), "a key is a string, such as \"right\""),
            }
        }
        // Where no key of several is good, the action keeps its own.
        if !binding.keys.is_empty() || keys.get_ref().as_array().is_some_and(|array| array.is_empty()) {
            self.bindings.push(binding);
        }
    }

    /// The action that the file has given the key to before.
    fn owner(&self, context: Context, key: Key) -> Option<String> {
        let mut here = self.bindings.iter().filter(|binding| binding.context == context);
        here.find(|binding| binding.keys.contains(&key)).map(|binding| binding.action.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::action::Direction;

    fn complaints(text: &str) -> Vec<String> {
        Config::parse(text).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_right_counts() {
        let text =
            "theme = 'light'\nmouse = false\nspeed = 2\nhold = 0\n[keys.player]\nevent-forward = ['n']\n";
        let (config, complaints) = Config::parse(text);
        assert_eq!(complaints, []);
        assert_eq!((config.scheme, config.mouse, config.reload), (Scheme::Light, false, true));
        assert_eq!(config.pace.speed.to_string(), "2×");
        assert!(config.pace.hold.duration().is_zero());
        let key = Key::named("n").unwrap();
        assert_eq!(config.keymap.action(Context::Player, key), Some(Action::Event(Direction::Forward)));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line_and_takes_nothing_with_it() {
        let text =
            "theme = 'mauve'\nascii = true\nspeeed = 2\n\n[keys.player]\nevent-forward = ['hyper-x']\n";
        let (config, _) = Config::parse(text);
        assert_eq!(config.charset, Some(Charset::Ascii));
        let said = complaints(text);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("line 1: theme can be \"terminal\", \"dark\""), "{said:?}");
        assert!(
            said[1].starts_with("line 3: there is no setting \"speeed\"; is \"speed\" meant?"),
            "{said:?}"
        );
        assert!(said[2].starts_with("line 6: \"hyper-x\" is no key"), "{said:?}");
    }

    #[test]
    fn a_line_that_is_no_toml_leaves_the_others() {
        let text = "theme = 'dark'\nthis is nothing\nmouse = false\n";
        let (config, complaints) = Config::parse(text);
        assert_eq!((config.scheme, config.mouse), (Scheme::Dark, false));
        assert!(complaints.iter().all(|complaint| complaint.line == Some(2)), "{complaints:?}");
        assert!(!complaints.is_empty());
    }

    #[test]
    fn wrong_keys_are_said() {
        assert!(complaints("keys = 1")[0].starts_with("line 1: keys is a table"));
        assert!(complaints("[keys.space]")[0].contains("there is no place \"space\" for keys"));
        assert_eq!(
            complaints("[keys.player]\nevent-foward = ['x']\nfly = ['y']"),
            [
                "line 2: there is no action \"event-foward\" for player; is \"event-forward\" meant? `loopscope config` lists all",
                "line 3: there is no action \"fly\" for player; `loopscope config` lists all",
            ]
        );
        let twice = "[keys.player]\nevent-forward = ['n']\nevent-back = ['n', 'p']";
        assert_eq!(complaints(twice).len(), 1, "{:?}", complaints(twice));
    }

    proptest::proptest! {
        #[test]
        fn nothing_in_a_file_stops_the_program(text in "\\PC{0,60}|([a-z =\\[\\]\"'\n.]{0,80})") {
            let _ = Config::parse(&text);
        }
    }
}
