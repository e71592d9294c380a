//! Statements with blocks.

use super::node::Target;
use super::parser::{Parsed, Parser, Stop};
use super::tokens::{Kind, Token};

impl Parser<'_> {
    pub(super) fn statement(&mut self) -> Parsed {
        let token = self.token();
        if self.is("@") {
            return self.decorated();
        }
        if token.kind != Kind::Name {
            return self.simple_statements();
        }
        match self.text_of(token) {
            "if" => self.conditional(),
            "while" => {
                self.at += 1;
                self.named_expression()?;
                self.colon_and_block("'while' statement", token)?;
                self.else_block()
            }
            "for" => self.loop_over(token),
            "try" => self.attempted(),
            "with" => self.with(token),
            "def" => self.function(token),
            "class" => self.class(),
            "async" => self.asynchronous(),
            "match" => self.matched(),
            _ => self.simple_statements(),
        }
    }

    /// The statements after a colon.
    pub(super) fn block(&mut self, after: &str, keyword: Token) -> Parsed {
        if !self.take_kind(Kind::Newline) {
            return self.simple_statements();
        }
        if !self.take_kind(Kind::Indent) {
            return Err(self.no_block(after, keyword));
        }
        while !self.take_kind(Kind::Dedent) {
            self.statement()?;
        }
        Ok(())
    }

    /// Where the colon of a statement is due, the end of the line says that it is missing.
    pub(super) fn colon_and_block(&mut self, after: &str, keyword: Token) -> Parsed {
        if !self.take_if(":") {
            return Err(self.no_colon());
        }
        self.block(after, keyword)
    }

    pub(super) fn no_colon(&mut self) -> Stop {
        if self.is_kind(Kind::Newline) { self.fault_here("expected ':'") } else { Stop::Unfitting }
    }

    fn conditional(&mut self) -> Parsed {
        let mut keyword = self.take();
        let mut after = "'if' statement";
        loop {
            self.named_expression()?;
            self.colon_and_block(after, keyword)?;
            if !self.is("elif") {
                return self.else_block();
            }
            keyword = self.take();
            after = "'elif' statement";
        }
    }

    fn else_block(&mut self) -> Parsed {
        let keyword = self.token();
        if !self.take_if("else") {
            return Ok(());
        }
        self.force(":")?;
        self.block("'else' statement", keyword)
    }

    fn loop_over(&mut self, keyword: Token) -> Parsed {
        self.at += 1;
        let targets = self.loop_targets()?;
        if targets.invalid_target(Target::Looped).is_some() {
            if self.is("in") && !self.follows(|parser| parser.expect("in").and_then(|()| parser.operand())) {
                self.expect("in")?;
                self.star_expressions()?;
            }
            return Err(self.invalid_target(&targets, Target::Looped));
        }
        self.expect("in")?;
        self.star_expressions()?;
        self.colon_and_block("'for' statement", keyword)?;
        self.else_block()
    }

    fn asynchronous(&mut self) -> Parsed {
        self.at += 1;
        let token = self.token();
        match self.text_of(token) {
            "def" => self.function(token),
            "for" => self.loop_over(token),
            "with" => self.with(token),
            _ => Err(Stop::Unfitting),
        }
    }

    fn decorated(&mut self) -> Parsed {
        while self.take_if("@") {
            self.named_expression()?;
            if !self.take_kind(Kind::Newline) {
                return Err(Stop::Unfitting);
            }
        }
        let token = self.token();
        match self.text_of(token) {
            "def" => self.function(token),
            "class" => self.class(),
            "async" if self.is_ahead(1, "def") => self.asynchronous(),
            "async" => {
                self.at += 1;
                self.token();
                Err(Stop::Unfitting)
            }
            _ => Err(Stop::Unfitting),
        }
    }

    fn function(&mut self, keyword: Token) -> Parsed {
        self.at += 1;
        self.name()?;
        self.type_parameters()?;
        self.force("(")?;
        self.parameters()?;
        self.expect(")")?;
        if self.take_if("->") {
            self.expression()?;
        }
        self.force(":")?;
        self.block("function definition", keyword)
    }

    fn class(&mut self) -> Parsed {
        let keyword = self.take();
        self.name()?;
        self.type_parameters()?;
        if self.is("(") {
            self.bases()?;
        }
        self.colon_and_block("class definition", keyword)
    }

    fn with(&mut self, keyword: Token) -> Parsed {
        self.at += 1;
        let in_parens = self.is("(")
            && self.follows(|parser| {
                parser.items_in_parens()?;
                if parser.is(":") || parser.is_kind(Kind::Newline) { Ok(()) } else { Err(Stop::Unfitting) }
            });
        if in_parens {
            self.items_in_parens()?;
        } else {
            self.items()?;
        }
        self.colon_and_block("'with' statement", keyword)
    }

    fn items_in_parens(&mut self) -> Parsed {
        self.expect("(")?;
        loop {
            self.item()?;
            if !self.take_if(",") || self.is(")") {
                break;
            }
        }
        self.expect(")")
    }

    fn items(&mut self) -> Parsed {
        loop {
            self.item()?;
            if !self.take_if(",") {
                return Ok(());
            }
        }
    }

    fn item(&mut self) -> Parsed {
        self.expression()?;
        if !self.take_if("as") {
            return Ok(());
        }
        let target = self.star_expression()?;
        if target.invalid_target(Target::Assigned).is_some() && self.is_any(&[",", ")", ":"]) {
            return Err(self.invalid_target(&target, Target::Assigned));
        }
        Ok(())
    }

    fn attempted(&mut self) -> Parsed {
        let keyword = self.take();
        self.force(":")?;
        self.block("'try' statement", keyword)?;
        if !self.is("except") && !self.is("finally") {
            return Err(self.fault_here("expected 'except' or 'finally' block"));
        }
        let mut first_is_star = None;
        while self.is("except") {
            let keyword = self.token();
            let is_star = self.is_ahead(1, "*");
            if *first_is_star.get_or_insert(is_star) != is_star {
                let end = if is_star { self.ahead(1).end } else { keyword.end };
                let message = "cannot have both 'except' and 'except*' on the same 'try'";
                return Err(self.fault_at(message, keyword.start, end));
            }
            self.handler(keyword)?;
        }
        if first_is_star.is_some() {
            self.else_block()?;
        }
        let keyword = self.token();
        if self.take_if("finally") {
            self.force(":")?;
            self.block("'finally' statement", keyword)?;
        }
        Ok(())
    }

    fn handler(&mut self, keyword: Token) -> Parsed {
        self.at += 1;
        let is_star = self.take_if("*");
        let after = if is_star { "'except*' statement" } else { "'except' statement" };
        if self.is(":") || self.is_kind(Kind::Newline) {
            if is_star {
                return Err(self.fault_here("expected one or more exception types"));
            }
            return self.colon_and_block(after, keyword);
        }
        let first = self.expression()?;
        if self.is(",") {
            let list = self.attempt(|parser| {
                parser.expect(",")?;
                parser.expressions()?;
                if parser.take_if("as") {
                    parser.name()?;
                }
                parser.expect(":")
            });
            return Err(match list {
                Some(()) => self.fault_from("multiple exception types must be parenthesized", first.start),
                None => Stop::Unfitting,
            });
        }
        if self.take_if("as") {
            self.name()?;
        }
        self.colon_and_block(after, keyword)
    }
}
