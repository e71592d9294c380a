//! A key, and how it is called.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::tui::text::Charset;

/// A key with what is held down.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

pub(super) const fn key(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::NONE }
}

pub(super) const fn char(c: char) -> Key {
    key(KeyCode::Char(c))
}

pub(super) const fn shift(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::SHIFT }
}

pub(super) const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), modifiers: KeyModifiers::CONTROL }
}

pub(super) const fn ctrl_key(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::CONTROL }
}

impl Key {
    /// The key of a terminal's event; none for a key that is let go.
    pub fn of(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let mut modifiers =
            event.modifiers & (KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT);
        // A character already tells whether shift was held, and so does BackTab.
        if matches!(event.code, KeyCode::Char(_) | KeyCode::BackTab) {
            modifiers.remove(KeyModifiers::SHIFT);
        }
        Some(Self { code: event.code, modifiers })
    }

    /// The character that the key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() && !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// How the key is called on the screen.
    pub fn label(self, charset: Charset) -> String {
        let name = match (self.code, charset) {
            (KeyCode::Left, Charset::Unicode) => "←".to_owned(),
            (KeyCode::Right, Charset::Unicode) => "→".to_owned(),
            (KeyCode::Up, Charset::Unicode) => "↑".to_owned(),
            (KeyCode::Down, Charset::Unicode) => "↓".to_owned(),
            (KeyCode::Char(' '), _) => "space".to_owned(),
            (KeyCode::Char(c), _) => c.to_string(),
            (KeyCode::PageUp, _) => "PgUp".to_owned(),
            (KeyCode::PageDown, _) => "PgDn".to_owned(),
            (KeyCode::BackTab, _) => "shift-tab".to_owned(),
            (KeyCode::F(n), _) => format!("F{n}"),
            (code, _) => format!("{code:?}").to_lowercase(),
        };
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            return format!("ctrl-{name}");
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            return format!("alt-{name}");
        }
        if self.modifiers.contains(KeyModifiers::SHIFT) {
            return format!("shift-{name}");
        }
        name
    }

    /// The key of that name: as the screen calls it, in ASCII.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn named(name: &str) -> Result<Self, String> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = name;
        let prefixes =
            [("ctrl-", KeyModifiers::CONTROL), ("shift-", KeyModifiers::SHIFT), ("alt-", KeyModifiers::ALT)];
        // A key may be called `-`, so a prefix is only one before something.
        while let Some((rest_of, modifier)) = prefixes.iter().find_map(|(prefix, modifier)| {
            Some((rest.strip_prefix(prefix).filter(|rest| !rest.is_empty())?, *modifier))
        }) {
            modifiers |= modifier;
            rest = rest_of;
        }
        let code = code_named(rest).ok_or_else(|| {
            format!("{name:?} is no key; keys are written x, ctrl-x, right, shift-right, pgdn, space, f5 and so on")
        })?;
        if code == KeyCode::Tab && modifiers.contains(KeyModifiers::SHIFT) {
            return Ok(Self { code: KeyCode::BackTab, modifiers: modifiers - KeyModifiers::SHIFT });
        }
        if matches!(code, KeyCode::Char(_)) && modifiers.contains(KeyModifiers::SHIFT) {
            return Err(format!("{name:?}: a character says itself whether shift is held"));
        }
        Ok(Self { code, modifiers })
    }
}

/// The keys that have names.
const NAMED: [(&str, KeyCode); 15] = [
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("tab", KeyCode::Tab),
    ("esc", KeyCode::Esc),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

fn code_named(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(KeyCode::Char(c));
    }
    let lower = name.to_ascii_lowercase();
    let function = lower.strip_prefix('f').and_then(|number| number.parse().ok());
    if let Some(number @ 1..=12) = function {
        return Some(KeyCode::F(number));
    }
    NAMED.iter().find(|(name, _)| *name == lower).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_that_of_its_key() {
        for entry in super::super::KEYS {
            for key in entry.keys.iter().flat_map(|(_, keys)| *keys) {
                assert_eq!(Key::named(&key.label(Charset::Ascii)), Ok(*key));
            }
        }
        assert_eq!(Key::named("ctrl--"), Ok(ctrl('-')));
        assert_eq!(Key::named("shift-tab"), Ok(key(KeyCode::BackTab)));
    }

    #[test]
    fn what_is_no_key_is_said() {
        for wrong in ["", "ctrl-", "hyper-x", "f13", "shift-x", "two"] {
            assert!(Key::named(wrong).is_err(), "{wrong}");
        }
    }
}
