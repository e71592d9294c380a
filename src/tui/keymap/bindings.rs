//! The table of keys that counts: the program's own, with what somebody has chosen instead.

use super::{Action, Context, Entry, KEYS, Key, action_in};

/// Keys that somebody has chosen for an action in one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// What they do.
    pub action: Action,
    /// All of them; none takes the action its keys.
    pub keys: Vec<Key>,
}

/// The table of keys that counts.
#[derive(Clone, Copy, Debug)]
pub struct Keymap(&'static [Entry]);

impl Default for Keymap {
    /// The program's own.
    fn default() -> Self {
        Self(KEYS)
    }
}

impl Keymap {
    /// The program's own table with these bindings in place of its own. It lives to the program's end, as the
    /// program's own does.
    #[must_use]
    pub fn with(bindings: &[Binding]) -> Self {
        if bindings.is_empty() {
            return Self::default();
        }
        let table: Vec<Entry> = KEYS.iter().filter_map(|entry| changed(entry, bindings)).collect();
        Self(table.leak())
    }

    /// The entries of one place.
    pub fn entries(self, context: Context) -> impl Iterator<Item = &'static Entry> {
        self.0.iter().filter(move |entry| entry.context == context)
    }

    /// What the key does there.
    pub fn action(self, context: Context, pressed: Key) -> Option<Action> {
        action_in(self, context, pressed)
    }
}

/// The entry as the bindings leave it; none where no key is left.
fn changed(entry: &Entry, bindings: &[Binding]) -> Option<Entry> {
    let here = || bindings.iter().filter(|binding| binding.context == entry.context);
    // A key that was given to something else is no longer this one's.
    let is_taken = |key: &Key| here().any(|binding| binding.keys.contains(key));
    let keys: Vec<(Action, &'static [Key])> = entry
        .keys
        .iter()
        .map(|&(action, keys)| match here().find(|binding| binding.action == action) {
            Some(binding) => (action, &*binding.keys.clone().leak()),
            None if keys.iter().any(is_taken) => {
                (action, &*keys.iter().copied().filter(|key| !is_taken(key)).collect::<Vec<_>>().leak())
            }
            None => (action, keys),
        })
        .filter(|(_, keys)| !keys.is_empty())
        .collect();
    (!keys.is_empty()).then(|| Entry { keys: keys.leak(), ..*entry })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::action::Direction;

    fn key(name: &str) -> Key {
        Key::named(name).unwrap()
    }

    #[test]
    fn a_binding_takes_the_place_of_the_keys_of_its_action_and_of_others() {
        let context = Context::Player;
        let action = Action::Event(Direction::Forward);
        let keymap = Keymap::with(&[Binding { context, action, keys: vec![key("n"), key("space")] }]);
        assert_eq!(keymap.action(context, key("n")), Some(action));
        assert_eq!(keymap.action(context, key("space")), Some(action));
        assert_eq!(keymap.action(context, key("right")), None);
        assert_eq!(keymap.action(context, key("left")), Some(Action::Event(Direction::Back)));
        assert!(keymap.entries(context).all(|entry| entry.keys.iter().all(|(_, keys)| !keys.is_empty())));
        let elsewhere = Keymap::default().action(Context::Gallery, key("right"));
        assert_eq!(keymap.action(Context::Gallery, key("right")), elsewhere);
    }

    #[test]
    fn an_action_can_be_left_without_keys() {
        let context = Context::Anywhere;
        let keymap = Keymap::with(&[Binding { context, action: Action::Suspend, keys: Vec::new() }]);
        assert_eq!(keymap.action(context, key("ctrl-z")), None);
    }
}
