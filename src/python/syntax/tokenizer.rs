//! A text cut into tokens, up to the first thing that is none: as CPython's tokenizer has it.

use super::tokens::{Fault, FaultKind, Kind, Place, Shown, Source, Token};

/// How deep blocks and brackets may be nested.
const MAX_INDENTS: usize = 100;
const MAX_BRACKETS: usize = 200;

const TAB: usize = 8;

/// Operators of more than one character, the longer first.
const OPERATORS: [&str; 25] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "<>", "==", "<=", ">=", "->", ":=", "+=", "-=", "*=", "/=",
    "%=", "&=", "|=", "^=", "@=", "**", "//", "<<", ">>",
];

/// An open bracket.
#[derive(Clone, Copy)]
pub(super) struct Bracket {
    pub(super) opening: u8,
    pub(super) at: usize,
}

/// An f-string that is being read.
pub(super) struct FString {
    pub(super) start: usize,
    pub(super) quote: u8,
    pub(super) quotes: usize,
    pub(super) is_raw: bool,
    /// The number of brackets around each of its replacement fields that is open.
    pub(super) fields: Vec<usize>,
    /// Whether what follows is text and not an expression.
    pub(super) in_text: bool,
}

/// What came out.
pub(super) struct Tokens {
    pub(super) all: Vec<Token>,
    /// What stopped it before the end of the text.
    pub(super) fault: Option<Fault>,
    /// The innermost bracket that is open at the end of the text.
    pub(super) unclosed: Option<usize>,
}

pub(super) struct Tokenizer<'s> {
    pub(super) source: &'s Source,
    pub(super) bytes: &'s [u8],
    pub(super) at: usize,
    pub(super) tokens: Vec<Token>,
    pub(super) brackets: Vec<Bracket>,
    pub(super) f_strings: Vec<FString>,
    /// The columns of the blocks that are open: with tabs to the next eighth column, and with tabs as one.
    indents: Vec<(usize, usize)>,
}

/// Reads all of a text.
pub(super) fn tokens(source: &Source) -> Tokens {
    let mut tokenizer = Tokenizer {
        source,
        bytes: source.text.as_bytes(),
        at: 0,
        tokens: Vec::new(),
        brackets: Vec::new(),
        f_strings: Vec::new(),
        indents: vec![(0, 0)],
    };
    let fault = tokenizer.read().err();
    if fault.is_some() {
        let end = source.text.len();
        tokenizer.push(Kind::Broken, end.min(tokenizer.at));
    }
    let unclosed = tokenizer.brackets.last().map(|bracket| bracket.at).filter(|_| fault.is_none());
    Tokens { all: tokenizer.tokens, fault, unclosed }
}

pub(super) type Read<T = ()> = Result<T, Fault>;

impl Tokenizer<'_> {
    pub(super) fn push(&mut self, kind: Kind, start: usize) {
        let end = self.at.min(self.bytes.len());
        self.tokens.push(Token { kind, start, end, level: self.brackets.len() });
    }

    pub(super) fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// A fault whose caret is under the character before this byte: what was read last.
    pub(super) fn fault_before(&self, end: usize, message: impl Into<String>) -> Fault {
        let last = self.source.text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
        Fault { shown: Shown::Bare, ..self.source.fault(message, last, last) }
    }

    fn read(&mut self) -> Read {
        let mut at_line_start = true;
        loop {
            if self.f_strings.last().is_some_and(|f_string| f_string.in_text) {
                self.f_string_text()?;
                continue;
            }
            if at_line_start && self.brackets.is_empty() && !self.indentation()? {
                continue;
            }
            at_line_start = false;
            let start = self.at;
            match self.peek(0) {
                _ if start >= self.bytes.len() => return self.end(),
                b' ' | b'\t' | b'\x0c' => self.at += 1,
                b'#' => self.skip_comment(),
                b'\n' => {
                    self.at += 1;
                    if self.brackets.is_empty() {
                        self.push(Kind::Newline, start);
                        at_line_start = true;
                    }
                }
                b'\\' => self.continuation()?,
                b'0'..=b'9' => self.number()?,
                b'.' if self.peek(1).is_ascii_digit() => self.number()?,
                b'"' | b'\'' => self.string(start)?,
                b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => self.name()?,
                c if c.is_ascii_control() => {
                    self.at += 1;
                    return Err(
                        self.fault_before(self.at, format!("invalid non-printable character U+{c:04X}"))
                    );
                }
                _ => self.operator()?,
            }
        }
    }

    fn skip_comment(&mut self) {
        while self.peek(0) != b'\n' {
            self.at += 1;
        }
    }

    /// The blank at the start of a line. Gives whether the line has anything in it.
    fn indentation(&mut self) -> Read<bool> {
        let line_start = self.at;
        let (mut column, mut tabless) = (0, 0);
        loop {
            match self.peek(0) {
                b' ' => (column, tabless) = (column + 1, tabless + 1),
                b'\t' => (column, tabless) = ((column / TAB + 1) * TAB, tabless + 1),
                b'\x0c' => (column, tabless) = (0, 0),
                _ => break,
            }
            self.at += 1;
        }
        if self.peek(0) == b'#' {
            self.skip_comment();
        }
        if self.peek(0) == b'\n' {
            self.at += 1;
            return Ok(false);
        }
        if self.at >= self.bytes.len() {
            return Ok(true);
        }
        let top = *self.indents.last().expect("the first is never taken off");
        if column > top.0 {
            if tabless <= top.1 {
                return Err(
                    self.layout_fault(FaultKind::Tab, "inconsistent use of tabs and spaces in indentation")
                );
            }
            if self.indents.len() >= MAX_INDENTS {
                return Err(self.layout_fault(FaultKind::Indentation, "too many levels of indentation"));
            }
            self.indents.push((column, tabless));
            self.push(Kind::Indent, line_start);
            return Ok(true);
        }
        while self.indents.last().is_some_and(|top| column < top.0) {
            self.indents.pop();
            self.push(Kind::Dedent, line_start);
        }
        let top = *self.indents.last().expect("the first is never taken off");
        if column != top.0 {
            let mut fault = self
                .layout_fault(FaultKind::Indentation, "unindent does not match any outer indentation level");
            let length = self.source.line(fault.start.line).chars().count();
            fault.start.column = i32::try_from(length).unwrap_or(i32::MAX);
            fault.end.column = -1;
            return Err(fault);
        }
        if tabless != top.1 {
            return Err(
                self.layout_fault(FaultKind::Tab, "inconsistent use of tabs and spaces in indentation")
            );
        }
        Ok(true)
    }

    fn layout_fault(&self, kind: FaultKind, message: &str) -> Fault {
        let line = self.source.line_of(self.at);
        let (start, end) = (Place { line, column: 1 }, Place { line, column: 0 });
        Fault { kind, message: message.to_owned(), start, end, shown: Shown::Line }
    }

    fn end(&mut self) -> Read {
        let start = self.at;
        // In brackets the end comes too soon, and no block ends.
        for _ in 1..self.indents.len() {
            if self.brackets.is_empty() {
                self.push(Kind::Dedent, start);
            }
        }
        self.push(Kind::End, start);
        Ok(())
    }

    fn continuation(&mut self) -> Read {
        if self.peek(1) != b'\n' {
            let mut fault = self.source.fault(
                "unexpected character after line continuation character",
                self.at + 1,
                self.at,
            );
            fault.end.column = 0;
            return Err(fault);
        }
        self.at += 2;
        if self.at < self.bytes.len() {
            return Ok(());
        }
        let mut fault = self.source.fault("unexpected EOF while parsing", self.at - 1, self.at - 1);
        fault.end.column = -1;
        Err(fault)
    }

    fn name(&mut self) -> Read {
        let start = self.at;
        let text = &self.source.text;
        let is_part = |c: char| c == '_' || c.is_ascii_alphanumeric() || !c.is_ascii();
        let length = text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
        let name = &text[start..start + length];
        let is_prefix = matches!(self.bytes[start + length], b'"' | b'\'')
            && matches!(
                name.to_ascii_lowercase().as_str(),
                "r" | "u" | "b" | "br" | "rb" | "f" | "fr" | "rf"
            );
        if is_prefix {
            self.at += length;
            return self.string(start);
        }
        for (offset, c) in name.char_indices() {
            if !may_be_in_name(c, offset == 0) {
                let code = u32::from(c);
                let message = if is_printable(c) {
                    format!("invalid character '{c}' (U+{code:04X})")
                } else {
                    format!("invalid non-printable character U+{code:04X}")
                };
                return Err(self.fault_before(start + offset + c.len_utf8(), message));
            }
        }
        self.at += length;
        self.push(Kind::Name, start);
        Ok(())
    }

    fn operator(&mut self) -> Read {
        let start = self.at;
        let c = self.peek(0);
        match c {
            b'(' | b'[' | b'{' => {
                self.at += 1;
                if self.brackets.len() >= MAX_BRACKETS {
                    return Err(self.fault_before(self.at, "too many nested parentheses"));
                }
                self.brackets.push(Bracket { opening: c, at: start });
            }
            b')' | b']' | b'}' => {
                self.at += 1;
                self.close(c)?;
            }
            b':' if self.is_end_of_expression() => {
                self.at += 1;
                self.push(Kind::Operator, start);
                if let Some(f_string) = self.f_strings.last_mut() {
                    f_string.in_text = true;
                }
                return Ok(());
            }
            _ => {
                let longer =
                    OPERATORS.iter().find(|operator| self.bytes[start..].starts_with(operator.as_bytes()));
                self.at += longer.map_or(1, |operator| operator.len());
            }
        }
        self.push(Kind::Operator, start);
        Ok(())
    }

    /// Whether a colon here begins the format of a replacement field.
    fn is_end_of_expression(&self) -> bool {
        let field = self.f_strings.last().and_then(|f_string| f_string.fields.last());
        field.is_some_and(|&level| self.brackets.len() == level)
    }

    fn close(&mut self, closing: u8) -> Read {
        let shown = char::from(closing);
        let f_string = self.f_strings.last();
        if closing == b'}' && f_string.is_some_and(|f_string| f_string.fields.is_empty()) {
            return Err(self.fault_before(self.at, "f-string: single '}' is not allowed"));
        }
        let Some(open) = self.brackets.last().copied() else {
            return Err(self.fault_before(self.at, format!("unmatched '{shown}'")));
        };
        let is_field = f_string.is_some_and(|f_string| f_string.fields.last() == Some(&self.brackets.len()));
        if !matches!((open.opening, closing), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
            if is_field {
                return Err(self.fault_before(self.at, format!("f-string: unmatched '{shown}'")));
            }
            let opening = char::from(open.opening);
            let mut message =
                format!("closing parenthesis '{shown}' does not match opening parenthesis '{opening}'");
            let line = self.source.line_of(open.at);
            if line != self.source.line_of(self.at - 1) {
                message.push_str(" on line ");
                message.push_str(&line.to_string());
            }
            return Err(self.fault_before(self.at, message));
        }
        self.brackets.pop();
        if is_field && let Some(f_string) = self.f_strings.last_mut() {
            f_string.fields.pop();
            f_string.in_text = true;
        }
        Ok(())
    }
}

/// Whether the character may stand in a name, or begin it.
fn may_be_in_name(c: char, is_first: bool) -> bool {
    // Marks that letters are made of are no letters for the standard library.
    let is_mark = matches!(u32::from(c), 0x300..=0x36f | 0x483..=0x487 | 0x591..=0x5bd | 0x64b..=0x669 | 0x900..=0x963
        | 0x981..=0xe4e | 0x1ab0..=0x1aff | 0x20d0..=0x20dc | 0x3099 | 0x309a | 0xfe00..=0xfe0f | 0xe0100..=0xe01ef);
    c == '_' || c.is_alphabetic() || (!is_first && (c.is_alphanumeric() || c == '\u{b7}' || is_mark))
}

fn is_printable(c: char) -> bool {
    let is_invisible = matches!(u32::from(c), 0x80..=0xa0 | 0xad | 0x600..=0x605 | 0x61c | 0x1680 | 0x180e | 0x2000..=0x200f
        | 0x2028..=0x202f | 0x205f..=0x206f | 0x3000 | 0xe000..=0xf8ff | 0xfeff | 0xfff9..=0xfffb);
    !c.is_control() && !is_invisible
}
