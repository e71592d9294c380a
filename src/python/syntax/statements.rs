//! Statements on one line.

use super::node::{Node, Shape, Target};
use super::parser::{Parsed, Parser, Stop};
use super::tokens::Kind;

const AUGMENTED: [&str; 13] =
    ["+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", "<<=", ">>=", "**="];

impl Parser<'_> {
    /// The whole text.
    pub(super) fn file(&mut self) -> Parsed {
        while !self.is_kind(Kind::End) {
            self.statement()?;
        }
        Ok(())
    }

    /// Simple statements up to the end of the line.
    pub(super) fn simple_statements(&mut self) -> Parsed {
        loop {
            self.simple_statement()?;
            if !self.take_if(";") {
                break;
            }
            if self.is_kind(Kind::Newline) {
                break;
            }
        }
        if self.take_kind(Kind::Newline) { Ok(()) } else { Err(Stop::Unfitting) }
    }

    fn simple_statement(&mut self) -> Parsed {
        let token = self.token();
        if token.kind == Kind::Name {
            match self.text_of(token) {
                "pass" | "break" | "continue" => {
                    self.at += 1;
                    return Ok(());
                }
                "return" => {
                    self.at += 1;
                    return if self.may_begin() { self.star_expressions().map(drop) } else { Ok(()) };
                }
                "raise" => return self.raise(),
                "import" => return self.import(),
                "from" => return self.import_from(),
                "del" => return self.delete(),
                "assert" => return self.assert(),
                "global" | "nonlocal" => return self.declaration(),
                "type" if self.is_name(self.ahead(1)) => return self.type_alias(),
                _ => {}
            }
        }
        self.assignment()
    }

    /// An expression, or what is made of one by `=`, `:` or `+=`.
    fn assignment(&mut self) -> Parsed {
        let first = self.value_of_assignment()?;
        let token = self.token();
        match self.text_of(token) {
            ":" if token.kind == Kind::Operator => self.annotation(&first),
            ":=" if !matches!(first.shape, Shape::Name) && self.is_strict => self.named_statement(&first),
            "=" => self.assigned(first),
            operator if AUGMENTED.contains(&operator) => self.augmented(&first),
            _ => Ok(()),
        }
    }

    fn value_of_assignment(&mut self) -> Parsed<Node> {
        if self.is("yield") { self.yielded() } else { self.star_expressions() }
    }

    /// `f() := 1`.
    fn named_statement(&mut self, first: &Node) -> Parsed {
        if self.follows(|parser| parser.expect(":=").and_then(|()| parser.expression())) {
            return Err(
                self.fault_of(format!("cannot use assignment expressions with {}", first.name()), first)
            );
        }
        Err(Stop::Unfitting)
    }

    fn annotation(&mut self, target: &Node) -> Parsed {
        if target.is_single_target() {
            self.at += 1;
            self.expression()?;
            if self.take_if("=") {
                self.value_of_assignment()?;
            }
            return Ok(());
        }
        if !self.follows(|parser| parser.expect(":").and_then(|()| parser.expression())) {
            return Err(Stop::Unfitting);
        }
        let (message, part) = match &target.shape {
            Shape::List(_) => ("only single target (not list) can be annotated", target),
            Shape::Tuple(items) if !target.in_parens => {
                ("only single target (not tuple) can be annotated", items.first().unwrap_or(target))
            }
            Shape::Tuple(_) => ("only single target (not tuple) can be annotated", target),
            _ => ("illegal target for annotation", target),
        };
        Err(self.fault_of(message, part))
    }

    fn assigned(&mut self, first: Node) -> Parsed {
        if first.invalid_target(Target::Assigned).is_some() {
            // Of a tuple it is the last item that stands before the sign.
            match &first.shape {
                Shape::Tuple(items) if !first.in_parens => {
                    if let Some(last) = items.last().cloned() {
                        self.assigned_wrongly(&last)?;
                    }
                }
                _ => self.assigned_wrongly(&first)?,
            }
        }
        let mut targets = vec![first];
        while self.take_if("=") {
            // What is no target is found before anything right of the sign is.
            let last = targets.last().expect("there is the first");
            self.assignable(last)?;
            targets.push(self.value_of_assignment()?);
        }
        let is_augmented = self.is_any(&AUGMENTED);
        if is_augmented || self.is(":=") {
            return Err(Stop::Unfitting);
        }
        Ok(())
    }

    fn assignable(&self, node: &Node) -> Parsed {
        if matches!(node.shape, Shape::Yield) && !node.in_parens {
            return Err(self.fault_of("assignment to yield expression not possible", node));
        }
        match self.invalid_target(node, Target::Assigned) {
            Stop::Unfitting => Ok(()),
            Stop::Fault(fault) => Err(Stop::Fault(fault)),
        }
    }

    fn augmented(&mut self, target: &Node) -> Parsed {
        self.at += 1;
        self.value_of_assignment()?;
        if target.is_single_target() {
            return Ok(());
        }
        let message = format!("'{}' is an illegal expression for augmented assignment", target.name());
        Err(self.fault_of(message, target))
    }

    fn raise(&mut self) -> Parsed {
        self.at += 1;
        if self.may_begin() {
            self.expression()?;
            if self.take_if("from") {
                self.expression()?;
            }
        }
        Ok(())
    }

    fn delete(&mut self) -> Parsed {
        self.at += 1;
        let targets = self.star_expressions()?;
        if targets.invalid_target(Target::Deleted).is_some() {
            return Err(self.invalid_target(&targets, Target::Deleted));
        }
        Ok(())
    }

    fn assert(&mut self) -> Parsed {
        self.at += 1;
        self.expression()?;
        if self.take_if(",") {
            self.expression()?;
        }
        Ok(())
    }

    fn declaration(&mut self) -> Parsed {
        self.at += 1;
        loop {
            self.name()?;
            if !self.take_if(",") {
                return Ok(());
            }
        }
    }

    fn type_alias(&mut self) -> Parsed {
        self.at += 1;
        self.name()?;
        self.type_parameters()?;
        self.expect("=")?;
        self.expression().map(drop)
    }

    fn dotted_name(&mut self) -> Parsed {
        self.name()?;
        while self.take_if(".") {
            self.name()?;
        }
        Ok(())
    }

    fn import(&mut self) -> Parsed {
        let import = self.take();
        let token = self.token();
        if token.kind == Kind::Newline {
            return Err(self.fault_from("Expected one or more names after 'import'", token.start));
        }
        loop {
            self.dotted_name()?;
            if self.take_if("as") {
                self.name()?;
            }
            if !self.take_if(",") {
                break;
            }
        }
        if self.take_if("from") && self.follows(Self::dotted_name) {
            self.dotted_name()?;
            return Err(self.fault_from("Did you mean to use 'from ... import ...' instead?", import.start));
        }
        Ok(())
    }

    fn import_from(&mut self) -> Parsed {
        self.at += 1;
        let mut has_dots = false;
        while self.take_if(".") || self.take_if("...") {
            has_dots = true;
        }
        if !has_dots || !self.is("import") {
            self.dotted_name()?;
        }
        self.expect("import")?;
        let token = self.token();
        if token.kind == Kind::Newline {
            return Err(self.fault_from("Expected one or more names after 'import'", token.start));
        }
        if self.take_if("*") {
            return Ok(());
        }
        let in_parens = self.take_if("(");
        loop {
            self.name()?;
            if self.take_if("as") {
                self.name()?;
            }
            if !self.take_if(",") {
                break;
            }
            if in_parens && self.is(")") {
                break;
            }
            if self.is_kind(Kind::Newline) {
                return Err(self.fault_here("trailing comma not allowed without surrounding parentheses"));
            }
        }
        if in_parens { self.expect(")") } else { Ok(()) }
    }
}
