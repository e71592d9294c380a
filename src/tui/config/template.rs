//! The configuration file as it is before anybody changes it: every entry commented out, with what it is for. It
//! is made from the tables that count, so it says what is.

use std::fmt::Write as _;

use super::{Setting, quoted};
use crate::tui::action::Action;
use crate::tui::keymap::{Context, Key, entries};
use crate::tui::text::Charset;

/// The file.
#[must_use]
pub fn default_file() -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let _ = write(&mut text);
    text
}

fn write(text: &mut String) -> std::fmt::Result {
    writeln!(
        text,
        "# loopscope: what stands here counts for every run. Take away the # before what you change."
    )?;
    for setting in Setting::ALL {
        writeln!(text, "\n# {}\n# One of: {}", setting.what(), setting.allowed())?;
        writeln!(text, "#{} = {}", setting.name(), setting.default_value())?;
    }
    writeln!(
        text,
        "\n# Keys, by where they count. A key that is given to an action here is taken from any other;"
    )?;
    writeln!(text, "# [] leaves an action without keys.")?;
    for context in Context::ALL {
        writeln!(text, "\n[keys.{}]", context.word())?;
        for entry in entries(context) {
            writeln!(text, "# {}", entry.what)?;
            for (action, keys) in entry.keys {
                writeln!(text, "#{}", binding(*action, keys))?;
            }
        }
    }
    Ok(())
}

fn binding(action: Action, keys: &[Key]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| quoted_key(*key)).collect();
    format!("{} = [{}]", action.name(), keys.join(", "))
}

fn quoted_key(key: Key) -> String {
    match key.label(Charset::Ascii) {
        label if label.contains(['"', '\\']) => format!("'{label}'"),
        label => quoted(&label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::config::Config;

    #[test]
    fn the_default_file_says_nothing_and_without_its_comment_signs_what_is() {
        assert_eq!(Config::parse(&default_file()).1, []);
        let file = default_file();
        let active =
            |line| str::strip_prefix(line, "#").filter(|rest| !rest.starts_with(' ')).unwrap_or(line);
        let all: Vec<&str> = file.lines().map(active).collect();
        assert_eq!(Config::parse(&all.join("\n")).1, []);
    }
}
