//! Finds the first thing in a text that is no Python, in the order in which CPython's parser meets it.
//!
//! It is asked only where the interpreter's own parser has refused the text, and makes no tree: each function reads
//! what its name says and stops at what is wrong. Where CPython has a message of its own for the mistake, that is what
//! it stops with; else it is "invalid syntax", at the token furthest on that was looked at.

use super::literals::OPEN_FIELD;
use super::node::{Node, Shape, Target};
use super::tokenizer::Tokens;
use super::tokens::{Fault, FaultKind, Kind, Place, Source, Token};

/// Why reading stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// At something that fits nowhere.
    Unfitting,
    /// At a mistake that has a message of its own.
    Fault(Fault),
}

pub(super) type Parsed<T = ()> = Result<T, Stop>;

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

pub(super) struct Parser<'s> {
    pub(super) source: &'s Source,
    tokens: &'s [Token],
    pub(super) at: usize,
    furthest: usize,
    /// Whether the place has been looked at where the tokens end, or where the tokenizer stopped.
    has_seen_end: bool,
    /// Whether mistakes that have messages of their own are looked for; a look ahead does without.
    pub(super) is_strict: bool,
    /// Whether the expression being read is that of an f-string's replacement field.
    pub(super) in_field: bool,
}

/// The first fault of a text, unless it has none.
pub(super) fn fault(source: &Source, read: Tokens, is_expression: bool) -> Option<Fault> {
    // Whatever the tokenizer cannot read counts more than what the parser finds before it; only that a field of an
    // f-string is open may follow from the mistake.
    if read.fault.as_ref().is_some_and(|fault| fault.message != OPEN_FIELD) {
        return read.fault;
    }
    let mut parser = Parser {
        source,
        tokens: &read.all,
        at: 0,
        furthest: 0,
        has_seen_end: false,
        is_strict: true,
        in_field: false,
    };
    let stop = if is_expression { parser.lone_expression() } else { parser.file() }.err();
    if read.fault.is_some() && (parser.has_seen_end || !matches!(stop, Some(Stop::Fault(_)))) {
        return read.fault;
    }
    let last = parser.tokens.get(parser.furthest).or(parser.tokens.last());
    if let Some(open) = read.unclosed {
        let is_after = last.is_some_and(|last| source.line_of(last.start) > source.line_of(open));
        if is_after || parser.has_seen_end {
            return Some(never_closed(source, open));
        }
    }
    match stop? {
        Stop::Fault(fault) => Some(fault),
        Stop::Unfitting => Some(parser.unfitting()),
    }
}

fn never_closed(source: &Source, open: usize) -> Fault {
    let bracket = &source.text[open..=open];
    let mut fault = source.fault(format!("'{bracket}' was never closed"), open, open);
    fault.end.column = 0;
    fault
}

impl<'s> Parser<'s> {
    pub(super) fn token(&mut self) -> Token {
        let at = self.at.min(self.tokens.len() - 1);
        self.furthest = self.furthest.max(at);
        self.has_seen_end |= matches!(self.tokens[at].kind, Kind::End | Kind::Broken);
        self.tokens[at]
    }

    /// The token so many further on.
    pub(super) fn ahead(&self, count: usize) -> Token {
        self.tokens[(self.at + count).min(self.tokens.len() - 1)]
    }

    pub(super) fn text_of(&self, token: Token) -> &'s str {
        &self.source.text[token.start..token.end]
    }

    /// Whether the next token is this keyword or operator.
    pub(super) fn is(&mut self, text: &str) -> bool {
        let token = self.token();
        matches!(token.kind, Kind::Name | Kind::Operator) && self.text_of(token) == text
    }

    pub(super) fn is_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.is(text))
    }

    pub(super) fn is_kind(&mut self, kind: Kind) -> bool {
        self.token().kind == kind
    }

    /// Whether the token so many further on is this keyword or operator. It does not count as looked at.
    pub(super) fn is_ahead(&self, count: usize, text: &str) -> bool {
        let token = self.ahead(count);
        matches!(token.kind, Kind::Name | Kind::Operator) && self.text_of(token) == text
    }

    pub(super) fn take(&mut self) -> Token {
        let token = self.token();
        self.at += 1;
        token
    }

    pub(super) fn take_if(&mut self, text: &str) -> bool {
        let is = self.is(text);
        self.at += usize::from(is);
        is
    }

    pub(super) fn take_kind(&mut self, kind: Kind) -> bool {
        let is = self.is_kind(kind);
        self.at += usize::from(is);
        is
    }

    pub(super) fn expect(&mut self, text: &str) -> Parsed {
        if self.take_if(text) { Ok(()) } else { Err(Stop::Unfitting) }
    }

    /// What can be nothing else here.
    pub(super) fn force(&mut self, text: &str) -> Parsed {
        if self.take_if(text) {
            return Ok(());
        }
        let token = self.token();
        Err(self.fault_at_token(format!("expected '{text}'"), token))
    }

    pub(super) fn is_name(&self, token: Token) -> bool {
        token.kind == Kind::Name && !KEYWORDS.contains(&self.text_of(token))
    }

    pub(super) fn name(&mut self) -> Parsed<Token> {
        let token = self.token();
        if !self.is_name(token) {
            return Err(Stop::Unfitting);
        }
        self.at += 1;
        Ok(token)
    }

    /// Where the token before the next one ends.
    pub(super) fn last_end(&self) -> usize {
        self.last().end
    }

    pub(super) fn last(&self) -> Token {
        self.tokens[self.at.clamp(1, self.tokens.len()) - 1]
    }

    pub(super) fn node(&self, shape: Shape, start: usize) -> Node {
        Node { shape, start, end: self.last_end(), in_parens: false }
    }

    /// Reads on trial: nothing has happened if it fails, nor does it say what is wrong.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Option<T> {
        let (at, furthest, is_strict) = (self.at, self.furthest, self.is_strict);
        self.is_strict = false;
        let result = read(self).ok();
        self.is_strict = is_strict;
        if result.is_none() {
            (self.at, self.furthest) = (at, furthest);
        }
        result
    }

    /// Whether this can be read next; nothing has happened either way.
    pub(super) fn follows<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> bool {
        let (at, furthest) = (self.at, self.furthest);
        let follows = self.attempt(read).is_some();
        (self.at, self.furthest) = (at, furthest);
        follows
    }

    /// A fault of these bytes. Where only a look ahead is made it is like any other.
    pub(super) fn fault_at(&self, message: impl Into<String>, start: usize, end: usize) -> Stop {
        if self.is_strict { Stop::Fault(self.source.fault(message, start, end)) } else { Stop::Unfitting }
    }

    pub(super) fn fault_of(&self, message: impl Into<String>, node: &Node) -> Stop {
        self.fault_at(message, node.start, node.end)
    }

    pub(super) fn fault_at_token(&self, message: impl Into<String>, token: Token) -> Stop {
        if !self.is_strict {
            return Stop::Unfitting;
        }
        let (start, end) = self.places_of(token);
        Stop::Fault(Fault { start, end, ..self.source.fault(message, token.start, token.start) })
    }

    /// A fault at the token furthest on.
    pub(super) fn fault_here(&self, message: impl Into<String>) -> Stop {
        self.fault_at_token(message, self.tokens[self.furthest])
    }

    /// A fault from here to the token furthest on.
    pub(super) fn fault_from(&self, message: impl Into<String>, start: usize) -> Stop {
        let (_, end) = self.places_of(self.tokens[self.furthest]);
        match self.fault_at(message, start, start) {
            Stop::Fault(fault) => {
                Stop::Fault(Fault { end: Place { column: end.column - 1, ..end }, ..fault })
            }
            Stop::Unfitting => Stop::Unfitting,
        }
    }

    /// That a block does not begin.
    pub(super) fn no_block(&mut self, after: &str, keyword: Token) -> Stop {
        let line = self.source.line_of(keyword.start);
        self.token();
        match self.fault_here(format!("expected an indented block after {after} on line {line}")) {
            Stop::Fault(fault) => Stop::Fault(Fault { kind: FaultKind::Indentation, ..fault }),
            Stop::Unfitting => Stop::Unfitting,
        }
    }

    /// `cannot assign to …`, of what can be no target. A valid one does not fit for another reason.
    pub(super) fn invalid_target(&self, node: &Node, target: Target) -> Stop {
        match node.invalid_target(target) {
            Some(part) if target == Target::Deleted => {
                self.fault_of(format!("cannot delete {}", part.name()), part)
            }
            Some(part) => self.fault_of(format!("cannot assign to {}", part.name()), part),
            None => Stop::Unfitting,
        }
    }

    /// Where CPython has a token: those that are made of blank have no end.
    fn places_of(&self, token: Token) -> (Place, Place) {
        let start = self.source.place(token.start);
        let nowhere = Place { line: start.line, column: -1 };
        match token.kind {
            Kind::Indent => (Place { column: self.source.place(token.end).column - 1, ..start }, nowhere),
            Kind::Dedent if token.start < self.source.text.len() => {
                (Place { column: self.source.place(token.end).column - 1, ..start }, nowhere)
            }
            Kind::End | Kind::Dedent => {
                let length = self.source.line(start.line).chars().count();
                (Place { column: i32::try_from(length).unwrap_or(i32::MAX), ..start }, nowhere)
            }
            Kind::Newline => (start, Place { column: start.column + 1, ..start }),
            _ => (start, self.source.place(token.end)),
        }
    }

    fn unfitting(&self) -> Fault {
        let token = self.tokens[self.furthest];
        let (start, end) = self.places_of(token);
        let (kind, message) = match token.kind {
            Kind::Indent => (FaultKind::Indentation, "unexpected indent"),
            Kind::Dedent => (FaultKind::Indentation, "unexpected unindent"),
            _ => (FaultKind::Syntax, "invalid syntax"),
        };
        Fault { kind, start, end, ..self.source.fault(message, token.start, token.start) }
    }
}
