//! Numbers, strings and f-strings.

use super::tokenizer::{Bracket, FString, Read, Tokenizer};
use super::tokens::{Fault, Kind, Shown};

/// How deep replacement fields may be nested in the formats of each other.
const MAX_FIELDS: usize = 3;

/// What a quote in the expression of a replacement field means that ends the f-string.
pub(super) const OPEN_FIELD: &str = "f-string: expecting '}'";

/// Keywords that may follow a number without a blank, for now.
const AFTER_NUMBERS: [&str; 8] = ["and", "else", "for", "if", "in", "is", "or", "not"];

impl Tokenizer<'_> {
    pub(super) fn number(&mut self) -> Read {
        let start = self.at;
        let radix = match (self.peek(0), self.peek(1).to_ascii_lowercase()) {
            (b'0', b'x') => Some(("hexadecimal", 16)),
            (b'0', b'o') => Some(("octal", 8)),
            (b'0', b'b') => Some(("binary", 2)),
            _ => None,
        };
        match radix {
            Some((name, radix)) => {
                self.at += 2;
                self.digits_of(name, radix)?;
                self.number_ends(name)?;
            }
            None => self.decimal(start)?,
        }
        self.push(Kind::Number, start);
        Ok(())
    }

    fn digits_of(&mut self, name: &str, radix: u32) -> Read {
        loop {
            if self.peek(0) == b'_' {
                self.at += 1;
            }
            let before = self.at;
            while char::from(self.peek(0)).is_digit(radix) {
                self.at += 1;
            }
            let next = self.peek(0);
            if next.is_ascii_digit() {
                let message = format!("invalid digit '{}' in {name} literal", char::from(next));
                return Err(self.fault_before(self.at + 1, message));
            }
            if self.at == before {
                return Err(self.fault_before(self.at, format!("invalid {name} literal")));
            }
            if next != b'_' {
                return Ok(());
            }
        }
    }

    fn decimal(&mut self, start: usize) -> Read {
        if self.peek(0) != b'.' {
            self.decimal_digits()?;
        }
        let integer_end = self.at;
        let mut kind = "decimal";
        if self.peek(0) == b'.' {
            self.at += 1;
            if self.peek(0).is_ascii_digit() {
                self.decimal_digits()?;
            }
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let sign = usize::from(matches!(self.peek(1), b'+' | b'-'));
            if self.peek(1 + sign).is_ascii_digit() {
                self.at += 1 + sign;
                self.decimal_digits()?;
            } else if sign == 1 {
                return Err(self.fault_before(self.at + 2, "invalid decimal literal"));
            }
        }
        if matches!(self.peek(0), b'j' | b'J') {
            self.at += 1;
            kind = "imaginary";
        } else if self.at == integer_end {
            let digits = &self.bytes[start..integer_end];
            let zeros = digits.iter().take_while(|&&digit| matches!(digit, b'0' | b'_')).count();
            if zeros > 0 && zeros < digits.len() {
                let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
                let fault = self.source.fault(message, start, start + zeros);
                return Err(Fault { shown: Shown::Bare, ..fault });
            }
        }
        self.number_ends(kind)
    }

    fn decimal_digits(&mut self) -> Read {
        loop {
            while self.peek(0).is_ascii_digit() {
                self.at += 1;
            }
            if self.peek(0) != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek(0).is_ascii_digit() {
                return Err(self.fault_before(self.at, "invalid decimal literal"));
            }
        }
    }

    fn number_ends(&self, kind: &str) -> Read {
        let next = self.peek(0);
        let rest = &self.bytes[self.at..];
        let is_part = next == b'_' || next.is_ascii_alphanumeric();
        if is_part && !AFTER_NUMBERS.iter().any(|keyword| rest.starts_with(keyword.as_bytes())) {
            return Err(self.fault_before(self.at, format!("invalid {kind} literal")));
        }
        Ok(())
    }

    /// A string whose prefix has been read.
    pub(super) fn string(&mut self, start: usize) -> Read {
        let prefix = self.source.text[start..self.at].to_ascii_lowercase();
        let quote = self.peek(0);
        let quotes = if self.peek(1) == quote && self.peek(2) == quote { 3 } else { 1 };
        self.at += quotes;
        if prefix.contains('f') {
            self.push(Kind::FStart, start);
            let is_raw = prefix.contains('r');
            self.f_strings.push(FString { start, quote, quotes, is_raw, fields: Vec::new(), in_text: true });
            return Ok(());
        }
        let mut is_escaped = false;
        loop {
            match self.peek(0) {
                _ if self.at >= self.bytes.len() => return Err(self.unterminated(start, quotes, "string")),
                b'\n' if quotes == 1 => return Err(self.unterminated_line(start, quote, is_escaped)),
                b'\\' => {
                    is_escaped |= self.peek(1) == quote;
                    self.at += 2;
                }
                c if c == quote && self.is_quote(quote, quotes) => break,
                _ => self.at += 1,
            }
        }
        self.at += quotes;
        self.push(Kind::Text, start);
        Ok(())
    }

    fn is_quote(&self, quote: u8, quotes: usize) -> bool {
        (0..quotes).all(|ahead| self.peek(ahead) == quote)
    }

    /// A string that the line's end ends; in an f-string that can be its own quote.
    fn unterminated_line(&self, start: usize, quote: u8, is_escaped: bool) -> Fault {
        if self.f_strings.last().is_some_and(|f_string| f_string.quote == quote && f_string.quotes == 1) {
            return self.fault_before(start + 1, OPEN_FIELD);
        }
        let mut fault = self.unterminated(start, 1, "string");
        if is_escaped {
            fault.message += "; perhaps you escaped the end quote?";
        }
        fault
    }

    fn unterminated(&self, start: usize, quotes: usize, name: &str) -> Fault {
        let line = self.source.line_of(self.at.min(self.bytes.len()));
        let kind = if quotes == 3 { "triple-quoted " } else { "" };
        self.fault_before(start + 1, format!("unterminated {kind}{name} literal (detected at line {line})"))
    }

    /// The text of an f-string or of a format in it, up to what ends it.
    pub(super) fn f_string_text(&mut self) -> Read {
        let f_string = self.f_strings.last().expect("it is read only inside of one");
        let (f_start, quote, quotes, is_raw) =
            (f_string.start, f_string.quote, f_string.quotes, f_string.is_raw);
        let in_format = !f_string.fields.is_empty();
        let start = self.at;
        loop {
            match self.peek(0) {
                _ if self.at >= self.bytes.len() => {
                    return Err(self.unterminated(f_start, quotes, "f-string"));
                }
                b'\n' if quotes == 1 => {
                    if in_format {
                        break;
                    }
                    return Err(self.unterminated(f_start, quotes, "f-string"));
                }
                c if c == quote && self.is_quote(quote, quotes) => break,
                b'\\' if !is_raw && self.peek(1) == b'N' && self.peek(2) == b'{' => {
                    let rest = &self.bytes[self.at..];
                    self.at += rest.iter().position(|&c| c == b'}').map_or(3, |end| end + 1);
                }
                b'\\' if !matches!(self.peek(1), b'{' | b'}') => self.at += 2,
                b'{' if self.peek(1) == b'{' && !in_format => self.at += 2,
                b'}' if self.peek(1) == b'}' && !in_format => self.at += 2,
                b'{' | b'}' => break,
                _ => self.at += 1,
            }
        }
        if self.at > start {
            self.push(Kind::FMiddle, start);
        }
        self.after_f_string_text(quote, quotes)
    }

    fn after_f_string_text(&mut self, quote: u8, quotes: usize) -> Read {
        let start = self.at;
        let f_string = self.f_strings.last_mut().expect("it is read only inside of one");
        match self.bytes.get(start) {
            Some(b'{') => {
                self.at += 1;
                self.brackets.push(Bracket { opening: b'{', at: start });
                f_string.fields.push(self.brackets.len());
                f_string.in_text = false;
                let is_too_deep = f_string.fields.len() > MAX_FIELDS;
                if is_too_deep {
                    return Err(self.fault_before(start, "f-string: expressions nested too deeply"));
                }
                self.push(Kind::Operator, start);
            }
            // Also where a replacement field is open: its bracket stays so.
            Some(&c) if c == quote => {
                self.at += quotes;
                self.f_strings.pop();
                self.push(Kind::FEnd, start);
            }
            // The expression goes on: it is its reader that says what is wrong with it.
            _ => f_string.in_text = false,
        }
        Ok(())
    }
}
