//! What expressions are made of: names, literals, what stands in brackets, f-strings.

use super::escapes::{self, Encoding};
use super::node::{Node, Shape, Target};
use super::parser::{Parsed, Parser, Stop};
use super::tokens::Kind;

impl Parser<'_> {
    pub(super) fn atom(&mut self) -> Parsed<Node> {
        let token = self.token();
        match token.kind {
            Kind::Number => {
                self.at += 1;
                return Ok(self.node(Shape::Literal, token.start));
            }
            Kind::Text | Kind::FStart => return self.strings(),
            _ => {}
        }
        let shape = match self.text_of(token) {
            "(" => return self.parenthesized(),
            "[" => return self.list(),
            "{" => return self.dict_or_set(),
            "..." => Shape::Ellipsis,
            "None" => Shape::Constant("None"),
            "True" => Shape::Constant("True"),
            "False" => Shape::Constant("False"),
            _ if self.is_name(token) => Shape::Name,
            _ => return Err(Stop::Unfitting),
        };
        self.at += 1;
        Ok(self.node(shape, token.start))
    }

    /// Strings side by side are one.
    fn strings(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        let mut shape = Shape::Literal;
        let (mut has_bytes, mut has_text) = (false, false);
        loop {
            let token = self.token();
            match token.kind {
                Kind::Text => {
                    self.at += 1;
                    let text = self.text_of(token);
                    let quote = text.find(['"', '\'']).unwrap_or(0);
                    let is_bytes = text[..quote].contains(['b', 'B']);
                    if is_bytes && !text.is_ascii() {
                        let message = "bytes can only contain ASCII literal characters";
                        return Err(self.fault_at_token(message, token));
                    }
                    let (body, encoding) = escapes::body_of(text);
                    if let Some(message) = escapes::undecodable(body, encoding) {
                        return Err(self.fault_at_token(message, token));
                    }
                    has_bytes |= is_bytes;
                    has_text |= !is_bytes;
                }
                Kind::FStart => {
                    self.f_string()?;
                    shape = Shape::FString;
                    has_text = true;
                }
                _ => break,
            }
        }
        if has_bytes && has_text {
            return Err(self.fault_here("cannot mix bytes and nonbytes literals"));
        }
        Ok(self.node(shape, start))
    }

    fn f_string(&mut self) -> Parsed {
        let in_field = std::mem::replace(&mut self.in_field, true);
        let start = self.take();
        let is_raw = self.text_of(start).contains(['r', 'R']);
        while !self.take_kind(Kind::FEnd) {
            let token = self.token();
            if !self.take_kind(Kind::FMiddle) {
                self.field()?;
            } else if let Some(message) = escapes::undecodable(self.text_of(token), Encoding::Text)
                && !is_raw
            {
                self.token();
                return Err(self.fault_here(message));
            }
        }
        self.in_field = in_field;
        Ok(())
    }

    /// A replacement field: `{expression=!r:format}`.
    fn field(&mut self) -> Parsed {
        self.expect("{")?;
        let token = self.token();
        let missing = ["=", "!", ":", "}"].into_iter().find(|end| self.is(end));
        if let Some(missing) = missing {
            return Err(
                self.fault_at_token(format!("f-string: valid expression required before '{missing}'"), token)
            );
        }
        let begin = self.at;
        let read = if self.is("yield") { self.yielded() } else { self.star_expressions() };
        match read {
            Err(Stop::Unfitting) => {
                self.at = begin;
                if self.attempt(Self::primary).is_some() {
                    let next = self.token();
                    return Err(self.fault_at_token("f-string: expecting '=', or '!', or ':', or '}'", next));
                }
                return Err(self.fault_at_token("f-string: expecting a valid expression after '{'", token));
            }
            read => read?,
        };
        self.take_if("=");
        if !self.is_any(&["!", ":", "}"]) {
            let message = "f-string: expecting '=', or '!', or ':', or '}'";
            return Err(self.fault_here(message));
        }
        self.conversion()?;
        if self.take_if(":") {
            while !self.is("}") {
                if self.take_kind(Kind::FMiddle) {
                    continue;
                }
                if !self.is("{") {
                    return Err(self.fault_here("f-string: expecting '}', or format specs"));
                }
                self.field()?;
            }
        }
        if !self.is("}") {
            return Err(self.fault_here("f-string: expecting '}'"));
        }
        self.at += 1;
        Ok(())
    }

    fn conversion(&mut self) -> Parsed {
        let mark = self.token();
        if !self.take_if("!") {
            return Ok(());
        }
        let token = self.token();
        if self.is(":") || self.is("}") {
            return Err(self.fault_at_token("f-string: missing conversion character", token));
        }
        if token.start != mark.end {
            let message = "f-string: conversion type must come right after the exclamation mark";
            return Err(self.fault_at(message, mark.start, token.end));
        }
        let Ok(token) = self.name() else {
            return Err(self.fault_at_token("f-string: invalid conversion character", token));
        };
        let name = self.text_of(token);
        if !matches!(name, "s" | "r" | "a") {
            let message =
                format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
            return Err(self.fault_at_token(message, token));
        }
        if !self.is(":") && !self.is("}") {
            return Err(self.fault_here("f-string: expecting ':' or '}'"));
        }
        Ok(())
    }

    fn parenthesized(&mut self) -> Parsed<Node> {
        let open = self.take().start;
        if self.take_if(")") {
            return Ok(Node { in_parens: true, ..self.node(Shape::Tuple(Vec::new()), open) });
        }
        if self.is("yield") {
            let node = self.yielded()?;
            self.expect(")")?;
            return Ok(Node { in_parens: true, ..node });
        }
        let stars = self.token();
        if self.take_if("**") {
            if self.follows(|parser| parser.expression().and_then(|_| parser.expect(")"))) {
                return Err(self.fault_at_token("cannot use double starred expression here", stars));
            }
            self.at -= 1;
            return Err(Stop::Unfitting);
        }
        let first = self.first_item()?;
        if self.is_comprehension() {
            self.unpacked_wrongly(&first)?;
            self.comprehension()?;
            self.expect(")")?;
            return Ok(Node { in_parens: true, ..self.node(Shape::Generator, open) });
        }
        if self.is(")") && matches!(first.shape, Shape::Starred(_)) {
            return Err(self.fault_of("cannot use starred expression here", &first));
        }
        if self.take_if(")") {
            return Ok(Node { in_parens: true, ..first });
        }
        let items = self.rest_of_items(first, ")")?;
        self.expect(")")?;
        Ok(Node { in_parens: true, ..self.node(Shape::Tuple(items), open) })
    }

    fn first_item(&mut self) -> Parsed<Node> {
        if self.is("*") { self.starred() } else { self.named_expression() }
    }

    /// What follows the first item of a list, a set or a tuple.
    fn rest_of_items(&mut self, first: Node, closing: &str) -> Parsed<Vec<Node>> {
        let mut items = vec![first];
        while self.take_if(",") && !self.is(closing) {
            if self.is_comprehension() {
                break;
            }
            items.push(self.star_named_expression()?);
        }
        Ok(items)
    }

    /// `[a, b for …]` and `{a, b for …}`.
    fn targets_without_parens(&mut self, items: &[Node]) -> Parsed {
        let (Some(first), true) = (items.first(), self.is_comprehension()) else { return Ok(()) };
        if !self.follows(Self::comprehension) {
            return Ok(());
        }
        let message = "did you forget parentheses around the comprehension target?";
        Err(self.fault_at(message, first.start, self.last_end()))
    }

    fn list(&mut self) -> Parsed<Node> {
        let open = self.take().start;
        if self.take_if("]") {
            return Ok(self.node(Shape::List(Vec::new()), open));
        }
        let first = self.first_item()?;
        if self.is_comprehension() {
            self.unpacked_wrongly(&first)?;
            self.comprehension()?;
            self.expect("]")?;
            return Ok(self.node(Shape::ListComprehension, open));
        }
        let items = self.rest_of_items(first, "]")?;
        self.targets_without_parens(&items)?;
        self.expect("]")?;
        Ok(self.node(Shape::List(items), open))
    }

    fn dict_or_set(&mut self) -> Parsed<Node> {
        let open = self.take().start;
        if self.take_if("}") {
            return Ok(self.node(Shape::Dict, open));
        }
        if self.is("**") {
            return self.dict(open);
        }
        let first = self.first_item()?;
        if self.is(":") && !matches!(first.shape, Shape::Starred(_)) {
            self.value()?;
            return self.dict_after_pair(open);
        }
        if self.is_comprehension() {
            self.unpacked_wrongly(&first)?;
            self.comprehension()?;
            self.expect("}")?;
            return Ok(self.node(Shape::SetComprehension, open));
        }
        let items = self.rest_of_items(first, "}")?;
        self.targets_without_parens(&items)?;
        self.expect("}")?;
        Ok(self.node(Shape::Set, open))
    }

    fn dict(&mut self, open: usize) -> Parsed<Node> {
        let stars = self.token();
        self.pair()?;
        if self.text_of(stars) == "**" && self.follows(Self::comprehension) {
            return Err(self.fault_at_token("dict unpacking cannot be used in dict comprehension", stars));
        }
        self.dict_after_pair(open)
    }

    fn dict_after_pair(&mut self, open: usize) -> Parsed<Node> {
        if self.is_comprehension() {
            self.comprehension()?;
            self.expect("}")?;
            return Ok(self.node(Shape::DictComprehension, open));
        }
        while self.take_if(",") && !self.is("}") {
            self.pair()?;
        }
        self.expect("}")?;
        Ok(self.node(Shape::Dict, open))
    }

    /// `key: value` or `**mapping`.
    fn pair(&mut self) -> Parsed {
        if self.take_if("**") {
            return self.operand().map(drop);
        }
        let key = self.key()?;
        if self.is(":") {
            return self.value();
        }
        match self.fault_at("':' expected after dictionary key", key.end, key.end) {
            Stop::Fault(mut fault) => {
                fault.start.column -= 1;
                fault.end.column = 0;
                Err(Stop::Fault(fault))
            }
            Stop::Unfitting => Err(Stop::Unfitting),
        }
    }

    /// The `:` after a key and the value.
    fn value(&mut self) -> Parsed {
        let colon = self.take();
        if self.is("}") || self.is(",") {
            return Err(self.fault_at_token("expression expected after dictionary key and ':'", colon));
        }
        let star = self.token();
        if self.is("*") && self.attempt(Self::star_expression).is_some() {
            self.token();
            return Err(self.fault_from("cannot use a starred expression in a dictionary value", star.start));
        }
        self.expression().map(drop)
    }

    pub(super) fn is_comprehension(&mut self) -> bool {
        self.is("for") || (self.is("async") && self.is_ahead(1, "for"))
    }

    fn unpacked_wrongly(&mut self, first: &Node) -> Parsed {
        if matches!(first.shape, Shape::Starred(_)) && self.follows(Self::comprehension) {
            return Err(self.fault_of("iterable unpacking cannot be used in comprehension", first));
        }
        Ok(())
    }

    /// `for … in … if …`, as often as it comes.
    pub(super) fn comprehension(&mut self) -> Parsed {
        loop {
            self.take_if("async");
            self.expect("for")?;
            let targets = self.loop_targets()?;
            if !self.is("in") {
                return Err(self.fault_here("'in' expected after for-loop variables"));
            }
            if targets.invalid_target(Target::Looped).is_some() {
                return Err(self.invalid_target(&targets, Target::Looped));
            }
            self.at += 1;
            self.disjunction()?;
            while self.take_if("if") {
                self.disjunction()?;
            }
            if !self.is_comprehension() {
                return Ok(());
            }
        }
    }

    /// What stands between `for` and `in`.
    pub(super) fn loop_targets(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        let mut items = Vec::new();
        loop {
            let begin = self.token().start;
            let is_starred = self.take_if("*");
            let node = self.operand()?;
            items.push(if is_starred { self.node(Shape::Starred(Box::new(node)), begin) } else { node });
            if !self.take_if(",") {
                break;
            }
            if self.is("in") || !self.may_begin() {
                return Ok(self.node(Shape::Tuple(items), start));
            }
        }
        match items.len() {
            1 => Ok(items.swap_remove(0)),
            _ => Ok(self.node(Shape::Tuple(items), start)),
        }
    }
}
