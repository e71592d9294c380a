//! `match` and its patterns.

use super::node::{Node, Shape};
use super::parser::{Parsed, Parser, Stop};
use super::tokens::{Kind, Token};

impl Parser<'_> {
    /// `match` begins a statement with cases only if nothing else can be made of the line.
    pub(super) fn matched(&mut self) -> Parsed {
        let keyword = self.token();
        if self.follows(Self::simple_statements) {
            return self.simple_statements();
        }
        let at = self.at;
        self.at += 1;
        match self.star_named_expressions() {
            Err(Stop::Unfitting) => {
                self.at = at;
                return self.simple_statements();
            }
            subject => subject?,
        };
        if !self.take_if(":") {
            return Err(self.no_colon());
        }
        if !self.take_kind(Kind::Newline) {
            return Err(Stop::Unfitting);
        }
        if !self.take_kind(Kind::Indent) {
            return Err(self.no_block("'match' statement", keyword));
        }
        while !self.take_kind(Kind::Dedent) {
            self.case()?;
        }
        Ok(())
    }

    fn case(&mut self) -> Parsed {
        let keyword = self.token();
        self.expect("case")?;
        self.patterns()?;
        if self.take_if("if") {
            self.named_expression()?;
        }
        self.colon_and_block("'case' statement", keyword)
    }

    fn patterns(&mut self) -> Parsed {
        self.pattern()?;
        while self.take_if(",") {
            if self.is(":") || self.is("if") {
                break;
            }
            self.pattern()?;
        }
        Ok(())
    }

    fn pattern(&mut self) -> Parsed {
        if self.take_if("*") {
            return self.name().map(drop);
        }
        loop {
            self.closed_pattern()?;
            if !self.take_if("|") {
                break;
            }
        }
        if !self.take_if("as") {
            return Ok(());
        }
        let token = self.token();
        if self.is("_") {
            return Err(self.fault_at_token("cannot use '_' as a target", token));
        }
        let is_plain = self.is_name(token) && !self.is_ahead(1, ".") && !self.is_ahead(1, "(");
        if is_plain {
            self.at += 1;
            return Ok(());
        }
        let target: Node = self.expression()?;
        Err(self.fault_of("invalid pattern target", &target))
    }

    fn closed_pattern(&mut self) -> Parsed {
        let token = self.token();
        match (token.kind, self.text_of(token)) {
            (Kind::Number | Kind::Text, _) | (_, "-" | "None" | "True" | "False") => self.operand().map(drop),
            (_, "(") => self.sequence(")"),
            (_, "[") => self.sequence("]"),
            (_, "{") => self.mapping(),
            _ => self.value_or_class(token),
        }
    }

    fn sequence(&mut self, closing: &str) -> Parsed {
        self.at += 1;
        while !self.is(closing) {
            self.pattern()?;
            if !self.take_if(",") {
                break;
            }
        }
        self.expect(closing)
    }

    fn mapping(&mut self) -> Parsed {
        self.at += 1;
        while !self.is("}") {
            if self.take_if("**") {
                if self.is("_") {
                    return Err(Stop::Unfitting);
                }
                self.name()?;
                self.take_if(",");
                break;
            }
            let key = self.operand()?;
            if !matches!(
                key.shape,
                Shape::Literal | Shape::Constant(_) | Shape::Attribute | Shape::Arithmetic
            ) {
                return Err(Stop::Unfitting);
            }
            self.expect(":")?;
            self.pattern()?;
            if !self.take_if(",") {
                break;
            }
        }
        self.expect("}")
    }

    fn value_or_class(&mut self, first: Token) -> Parsed {
        if !self.is_name(first) {
            return Err(Stop::Unfitting);
        }
        self.at += 1;
        while self.take_if(".") {
            self.name()?;
        }
        if !self.take_if("(") {
            return Ok(());
        }
        let mut has_keyword = false;
        while !self.is(")") {
            let token = self.token();
            if self.is_name(token) && self.is_ahead(1, "=") {
                self.at += 2;
                has_keyword = true;
                self.pattern()?;
            } else {
                self.pattern()?;
                if has_keyword {
                    let end = self.last_end();
                    while self.take_if(",") && !self.is(")") {
                        self.pattern()?;
                    }
                    return Err(self.fault_at(
                        "positional patterns follow keyword patterns",
                        token.start,
                        end,
                    ));
                }
            }
            if !self.take_if(",") {
                break;
            }
        }
        self.expect(")")
    }
}
