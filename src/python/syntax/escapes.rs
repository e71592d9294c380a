//! Backslashes in strings: what cannot be decoded, and what means nothing.

/// How long a character beyond ASCII counts: CPython writes it as `\U0001f600` before it decodes the text.
const WRITTEN_OUT: usize = 10;

/// A string in the source: how its text is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Encoding {
    Text,
    Bytes,
    /// As it stands.
    Raw,
}

/// The text of a string token between its quotes, and how it is read.
pub(super) fn body_of(token: &str) -> (&str, Encoding) {
    let opening = token.find(['"', '\'']).unwrap_or(0);
    let (prefix, literal) = token.split_at(opening);
    let prefix = prefix.to_ascii_lowercase();
    let quotes = if literal.len() >= 6 && (literal.starts_with("\"\"\"") || literal.starts_with("'''")) {
        3
    } else {
        1
    };
    let encoding = if prefix.contains('r') {
        Encoding::Raw
    } else if prefix.contains('b') {
        Encoding::Bytes
    } else {
        Encoding::Text
    };
    (literal.get(quotes..literal.len().saturating_sub(quotes)).unwrap_or(""), encoding)
}

/// One backslash and what belongs to it.
enum Escape<'t> {
    Fine(usize),
    /// Cannot be decoded: the length of it, and why.
    Broken(usize, &'static str),
    /// Stays as it is: the length of it, and what it is.
    Meaningless(usize, &'t str),
    /// An octal number beyond a byte.
    TooLarge(usize, &'t str),
}

/// What CPython says of the first escape that cannot be decoded.
pub(super) fn undecodable(body: &str, encoding: Encoding) -> Option<String> {
    let mut position = 0;
    let mut at = 0;
    while let Some(c) = body[at..].chars().next() {
        if c != '\\' || encoding == Encoding::Raw {
            at += c.len_utf8();
            position += if c.is_ascii() { 1 } else { WRITTEN_OUT };
            continue;
        }
        let length = match escape(&body[at..], encoding) {
            Escape::Broken(_, why) if encoding == Encoding::Bytes => {
                return Some(format!("(value error) {why} at position {position}"));
            }
            Escape::Broken(length, why) => {
                let place = match position + length - 1 {
                    end if end == position => format!("{position}"),
                    end => format!("{position}-{end}"),
                };
                return Some(format!(
                    "(unicode error) 'unicodeescape' codec can't decode bytes in position {place}: {why}"
                ));
            }
            Escape::Fine(length) | Escape::Meaningless(length, _) | Escape::TooLarge(length, _) => length,
        };
        at += length;
        position += length;
    }
    None
}

/// What CPython warns of in a string: the first escape that means nothing.
pub(super) fn meaningless(body: &str, encoding: Encoding) -> Option<String> {
    if encoding == Encoding::Raw {
        return None;
    }
    let mut at = 0;
    while let Some(next) = body[at..].find('\\') {
        at += next;
        at += match escape(&body[at..], encoding) {
            Escape::Meaningless(_, what) => return Some(format!("invalid escape sequence '{what}'")),
            Escape::TooLarge(_, what) => return Some(format!("invalid octal escape sequence '{what}'")),
            Escape::Fine(length) | Escape::Broken(length, _) => length,
        };
    }
    None
}

fn escape(text: &str, encoding: Encoding) -> Escape<'_> {
    let Some(c) = text[1..].chars().next() else { return Escape::Broken(1, "\\ at end of string") };
    let length = 1 + c.len_utf8();
    let digits = |most: usize| text[length..].chars().take(most).take_while(char::is_ascii_hexdigit).count();
    let fixed = |most: usize, why| match digits(most) {
        count if count == most => Escape::Fine(length + most),
        count => Escape::Broken(length + count, why),
    };
    match c {
        '\n' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' => Escape::Fine(length),
        '0'..='7' => {
            let count = text[1..].chars().take(3).take_while(|digit| ('0'..='7').contains(digit)).count();
            let is_large = count == 3 && c > '3';
            if is_large { Escape::TooLarge(1 + count, &text[..=count]) } else { Escape::Fine(1 + count) }
        }
        'x' if encoding == Encoding::Bytes => fixed(2, "invalid \\x escape"),
        'x' => fixed(2, "truncated \\xXX escape"),
        'u' if encoding == Encoding::Text => fixed(4, "truncated \\uXXXX escape"),
        'U' if encoding == Encoding::Text => match fixed(8, "truncated \\UXXXXXXXX escape") {
            Escape::Fine(all)
                if text[length..all] > *"0010ffff" && !text[length..].starts_with("0010FFFF") =>
            {
                Escape::Broken(all, "illegal Unicode character")
            }
            fixed => fixed,
        },
        'N' if encoding == Encoding::Text => named(text, length),
        _ => Escape::Meaningless(length, &text[..length]),
    }
}

fn named(text: &str, length: usize) -> Escape<'_> {
    let why = "malformed \\N character escape";
    if !text[length..].starts_with('{') {
        return Escape::Broken(length, why);
    }
    match text.find('}') {
        Some(end) if end > length + 1 => Escape::Fine(end + 1),
        Some(_) => Escape::Broken(length + 2, why),
        None => Escape::Broken(text.len(), why),
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, body_of, meaningless, undecodable};

    #[test]
    fn a_path_of_windows_is_no_text() {
        let says = undecodable(r"C:\Users", Encoding::Text);
        let why = "truncated \\UXXXXXXXX escape";
        let cpython =
            format!("(unicode error) 'unicodeescape' codec can't decode bytes in position 2-3: {why}");
        assert_eq!(says, Some(cpython));
        assert_eq!(undecodable(r"C:\Users", Encoding::Raw), None);
        assert_eq!(
            undecodable(r"\x4", Encoding::Bytes).as_deref(),
            Some("(value error) invalid \\x escape at position 0")
        );
    }

    #[test]
    fn the_first_escape_without_a_meaning_is_named() {
        assert_eq!(meaningless(r"\n\d\s", Encoding::Text).as_deref(), Some(r"invalid escape sequence '\d'"));
        assert_eq!(
            meaningless(r"\N{DASH}", Encoding::Bytes).as_deref(),
            Some(r"invalid escape sequence '\N'")
        );
        assert_eq!(
            meaningless(r"\477", Encoding::Text).as_deref(),
            Some(r"invalid octal escape sequence '\477'")
        );
        assert_eq!(meaningless(r"\d", Encoding::Raw), None);
    }

    #[test]
    fn quotes_and_prefixes_are_no_part_of_a_string() {
        assert_eq!(body_of(r#"b"""x""""#), ("x", Encoding::Bytes));
        assert_eq!(body_of("''"), ("", Encoding::Text));
        assert_eq!(body_of("rb'x'"), ("x", Encoding::Raw));
    }
}
