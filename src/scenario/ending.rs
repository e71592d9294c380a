//! Which versions of Python a program is for, and how it ends there.

use std::fmt;
use std::str::FromStr;

/// A version of Python: `3.13`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Version {
    /// The 3 of 3.13.
    pub major: u8,
    /// The 13 of 3.13.
    pub minor: u8,
}

impl FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.trim().split_once('.');
        let version = numbers
            .and_then(|(major, minor)| Some(Self { major: major.parse().ok()?, minor: minor.parse().ok()? }));
        version.ok_or_else(|| format!("{text:?} is no version; one is written 3.13"))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The versions a program runs under: `3.8`, `3.7+`, `3.7 to 3.13`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Versions {
    /// The first.
    pub first: Version,
    /// The last; none where no end is known.
    pub last: Option<Version>,
}

impl Versions {
    /// Whether the program runs under this one.
    #[must_use]
    pub fn contains(self, version: Version) -> bool {
        self.first <= version && self.last.is_none_or(|last| version <= last)
    }
}

impl FromStr for Versions {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(first) = text.strip_suffix('+') {
            return Ok(Self { first: first.parse()?, last: None });
        }
        let (first, last) = text.split_once(" to ").unwrap_or((text, text));
        Ok(Self { first: first.parse()?, last: Some(last.parse()?) })
    }
}

impl fmt::Display for Versions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.last {
            None => write!(f, "{}+", self.first),
            Some(last) if last == self.first => last.fmt(f),
            Some(last) => write!(f, "{} to {last}", self.first),
        }
    }
}

/// How a program ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ending {
    /// It comes to its last line, or leaves with `sys.exit(0)`.
    Returns,
    /// An exception of this name reaches the top.
    Raises(String),
    /// It leaves with this exit code.
    Exits(i32),
    /// It goes on until somebody stops it.
    Never,
    /// It waits for something that cannot happen any more; CPython waits for ever, without a word.
    Deadlock,
}

impl Ending {
    /// The exit code of `loopscope run`.
    #[must_use]
    pub const fn exit_code(&self) -> i32 {
        match self {
            Self::Returns => 0,
            Self::Raises(_) => 1,
            Self::Exits(code) => *code,
            Self::Deadlock => 3,
            Self::Never => 4,
        }
    }
}

impl FromStr for Ending {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        match words[..] {
            ["returns"] => Ok(Self::Returns),
            ["never"] => Ok(Self::Never),
            ["deadlock"] => Ok(Self::Deadlock),
            ["raises", exception] => Ok(Self::Raises(exception.to_owned())),
            ["exits", code] => code.parse().map(Self::Exits).map_err(|_| format!("{code:?} is no exit code")),
            _ => Err(format!(
                "{text:?} is no end; it is one of: returns, raises NAME, exits CODE, never, deadlock"
            )),
        }
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Returns => f.write_str("returns"),
            Self::Raises(exception) => write!(f, "raises {exception}"),
            Self::Exits(code) => write!(f, "exits {code}"),
            Self::Never => f.write_str("never ends"),
            Self::Deadlock => f.write_str("deadlock"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_one_or_a_range() {
        let contains = |versions: &str, version: &str| {
            versions.parse::<Versions>().unwrap().contains(version.parse().unwrap())
        };
        assert!(contains("3.8", "3.8") && !contains("3.8", "3.9"));
        assert!(contains("3.7+", "3.14") && !contains("3.11+", "3.8"));
        assert!(contains("3.7 to 3.13", "3.10") && !contains("3.7 to 3.13", "3.14"));
        for text in ["3.8", "3.7+", "3.7 to 3.13"] {
            assert_eq!(text.parse::<Versions>().unwrap().to_string(), text);
        }
        for text in ["", "3", "3.x", "+", "3.8 to", "3.8 - 3.9"] {
            assert!(text.parse::<Versions>().is_err(), "{text}");
        }
    }

    #[test]
    fn endings_are_words() {
        for (text, code) in
            [("returns", 0), ("raises KeyError", 1), ("exits 7", 7), ("deadlock", 3), ("never", 4)]
        {
            assert_eq!(text.parse::<Ending>().unwrap().exit_code(), code);
        }
        for text in ["", "raises", "exits x", "hangs"] {
            assert!(text.parse::<Ending>().is_err(), "{text}");
        }
    }
}
