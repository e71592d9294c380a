//! Expressions: from conditions down to operands.

use super::node::{Node, Shape};
use super::parser::{Parsed, Parser, Stop};
use super::tokens::{Kind, Token};

/// Operators between operands, from those that bind least.
const OPERATORS: [&[&str]; 6] =
    [&["|"], &["^"], &["&"], &["<<", ">>"], &["+", "-"], &["*", "/", "//", "%", "@"]];

/// The first of them that is arithmetic.
const ARITHMETIC: usize = 4;

const COMPARISONS: [&str; 6] = ["==", "!=", "<", "<=", ">", ">="];

/// Statements of Python 2 that are functions now.
const OLD_STATEMENTS: [&str; 2] = ["print", "exec"];

const SOFT_KEYWORDS: [&str; 4] = ["_", "case", "match", "type"];

impl Parser<'_> {
    /// The text of `eval`.
    pub(super) fn lone_expression(&mut self) -> Parsed {
        self.expressions()?;
        while self.take_kind(Kind::Newline) {}
        if self.is_kind(Kind::End) { Ok(()) } else { Err(Stop::Unfitting) }
    }

    /// One or more with commas between them, some of them starred.
    pub(super) fn star_expressions(&mut self) -> Parsed<Node> {
        self.tuple_of(Self::star_expression)
    }

    /// As [`Self::star_expressions`], without stars.
    pub(super) fn expressions(&mut self) -> Parsed<Node> {
        self.tuple_of(Self::expression)
    }

    /// As [`Self::star_expressions`], where each may be named.
    pub(super) fn star_named_expressions(&mut self) -> Parsed<Node> {
        self.tuple_of(Self::star_named_expression)
    }

    fn tuple_of(&mut self, item: impl Fn(&mut Self) -> Parsed<Node>) -> Parsed<Node> {
        let start = self.token().start;
        let first = item(self)?;
        if !self.is(",") {
            return Ok(first);
        }
        let mut items = vec![first];
        while self.take_if(",") {
            if !self.may_begin() {
                break;
            }
            items.push(item(self)?);
        }
        Ok(self.node(Shape::Tuple(items), start))
    }

    /// Whether an expression can begin with the next token.
    pub(super) fn may_begin(&mut self) -> bool {
        let token = self.token();
        let text = self.text_of(token);
        match token.kind {
            Kind::Number | Kind::Text | Kind::FStart => true,
            Kind::Operator => matches!(text, "(" | "[" | "{" | "-" | "+" | "~" | "..." | "*"),
            Kind::Name => {
                self.is_name(token)
                    || matches!(text, "not" | "lambda" | "await" | "yield" | "None" | "True" | "False")
            }
            _ => false,
        }
    }

    pub(super) fn star_expression(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        if !self.take_if("*") {
            return self.expression();
        }
        let inner = self.operand()?;
        Ok(self.node(Shape::Starred(Box::new(inner)), start))
    }

    /// An expression with a star, where it may stand: in calls and brackets.
    pub(super) fn starred(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        self.expect("*")?;
        match self.expression() {
            Ok(inner) => Ok(self.node(Shape::Starred(Box::new(inner)), start)),
            Err(Stop::Unfitting) => Err(self.fault_here("Invalid star expression")),
            Err(stop) => Err(stop),
        }
    }

    pub(super) fn star_named_expression(&mut self) -> Parsed<Node> {
        if self.is("*") { self.star_expression() } else { self.named_expression() }
    }

    /// An expression that may be given a name, and where a single `=` is a mistake.
    pub(super) fn named_expression(&mut self) -> Parsed<Node> {
        let node = self.assigned_expression()?;
        if self.is(":=") {
            return self.named_wrongly(&node);
        }
        if self.is("=") {
            self.assigned_wrongly(&node)?;
        }
        Ok(node)
    }

    /// `name := expression`, or an expression.
    pub(super) fn assigned_expression(&mut self) -> Parsed<Node> {
        let token = self.token();
        if !self.is_name(token) || !self.is_ahead(1, ":=") {
            return self.expression();
        }
        self.at += 2;
        self.expression()?;
        Ok(self.node(Shape::Named, token.start))
    }

    fn named_wrongly(&mut self, node: &Node) -> Parsed<Node> {
        if self.is_strict && self.follows(|parser| parser.expect(":=").and_then(|()| parser.expression())) {
            return Err(
                self.fault_of(format!("cannot use assignment expressions with {}", node.name()), node)
            );
        }
        Err(Stop::Unfitting)
    }

    /// Looks at the `=` after an expression: where it is meant as a comparison.
    pub(super) fn assigned_wrongly(&mut self, node: &Node) -> Parsed {
        if !self.is_strict || !node.is_operand() {
            return Ok(());
        }
        let (at, mut end) = (self.at, 0);
        let is_one = self.follows(|parser| {
            parser.expect("=")?;
            parser.operand()?;
            end = parser.last_end();
            if parser.is("=") || parser.is(":=") { Err(Stop::Unfitting) } else { Ok(()) }
        });
        self.at = at;
        if !is_one {
            return Ok(());
        }
        match node.shape {
            Shape::Name if !node.in_parens => {
                let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
                Err(self.fault_at(message, node.start, end))
            }
            Shape::List(_) | Shape::Tuple(_) | Shape::Generator | Shape::Constant(_) => Ok(()),
            _ => {
                let message =
                    format!("cannot assign to {} here. Maybe you meant '==' instead of '='?", node.name());
                Err(self.fault_of(message, node))
            }
        }
    }

    pub(super) fn expression(&mut self) -> Parsed<Node> {
        let first = self.token();
        if self.is("lambda") {
            return self.lambda();
        }
        let node = self.disjunction()?;
        self.something_forgotten(&node, first)?;
        self.condition(node)
    }

    /// An expression of which it does not matter what follows it.
    pub(super) fn key(&mut self) -> Parsed<Node> {
        if self.is("lambda") {
            return self.lambda();
        }
        let node = self.disjunction()?;
        self.condition(node)
    }

    /// `if … else …` after an expression, if there is one.
    fn condition(&mut self, node: Node) -> Parsed<Node> {
        if !self.take_if("if") {
            return Ok(node);
        }
        let test = self.disjunction()?;
        if !self.is("else") && !self.is(":") {
            return Err(self.fault_at("expected 'else' after 'if' expression", node.start, test.end));
        }
        self.expect("else")?;
        self.expression()?;
        Ok(self.node(Shape::Conditional, node.start))
    }

    /// Looks at what follows an expression: where it is another one, a comma or a parenthesis is missing.
    fn something_forgotten(&mut self, node: &Node, first: Token) -> Parsed {
        if !self.is_strict || !self.may_begin() {
            return Ok(());
        }
        let name = self.text_of(first);
        let is_name = self.is_name(first) && node.start == first.start;
        if is_name && node.end == first.end && OLD_STATEMENTS.contains(&name) {
            let rest = self.star_expressions()?;
            let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
            return Err(self.fault_at(message, node.start, rest.end));
        }
        let is_text_prefix = is_name && node.end == first.end && self.is_kind(Kind::Text);
        if is_text_prefix || (is_name && SOFT_KEYWORDS.contains(&name)) {
            return Ok(());
        }
        let mut last = None;
        let follows = self.follows(|parser| {
            let next = parser.expression()?;
            last = Some((next.end, parser.last().level));
            Ok(())
        });
        match last {
            Some((end, level)) if follows && level > 0 => {
                Err(self.fault_at("invalid syntax. Perhaps you forgot a comma?", node.start, end))
            }
            _ => Ok(()),
        }
    }

    fn lambda(&mut self) -> Parsed<Node> {
        let start = self.take().start;
        self.lambda_parameters()?;
        let colon = self.token();
        self.expect(":")?;
        let next = self.token();
        if self.in_field && (next.kind == Kind::FMiddle || self.is("}")) {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            return Err(self.fault_at(message, start, colon.end));
        }
        self.expression()?;
        Ok(self.node(Shape::Lambda, start))
    }

    pub(super) fn disjunction(&mut self) -> Parsed<Node> {
        self.chain("or", |parser| parser.chain("and", Self::inversion))
    }

    fn chain(&mut self, operator: &str, item: impl Fn(&mut Self) -> Parsed<Node>) -> Parsed<Node> {
        let first = item(self)?;
        if !self.is(operator) {
            return Ok(first);
        }
        while self.take_if(operator) {
            item(self)?;
        }
        Ok(self.node(Shape::Logical, first.start))
    }

    fn inversion(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        if !self.take_if("not") {
            return self.comparison();
        }
        self.inversion()?;
        Ok(self.node(Shape::Logical, start))
    }

    fn comparison(&mut self) -> Parsed<Node> {
        let first = self.operand()?;
        let is_in = self.is("in");
        let start = first.start;
        let mut is_compared = false;
        while self.comparison_operator() {
            self.operand()?;
            is_compared = true;
        }
        if !is_compared {
            return Ok(first);
        }
        Ok(self.node(Shape::Comparison(is_in.then(|| Box::new(first))), start))
    }

    fn comparison_operator(&mut self) -> bool {
        if self.is_any(&COMPARISONS) || self.is("in") {
            self.at += 1;
            return true;
        }
        if self.take_if("is") {
            self.take_if("not");
            return true;
        }
        if !self.take_if("not") {
            return false;
        }
        let is_not_in = self.take_if("in");
        self.at -= usize::from(!is_not_in);
        is_not_in
    }

    /// What stands between the operators of a comparison.
    pub(super) fn operand(&mut self) -> Parsed<Node> {
        self.binary(0)
    }

    fn binary(&mut self, precedence: usize) -> Parsed<Node> {
        let Some(operators) = OPERATORS.get(precedence) else { return self.factor() };
        let first = self.binary(precedence + 1)?;
        if !self.is_any(operators) {
            return Ok(first);
        }
        while self.is_any(operators) {
            self.at += 1;
            if precedence >= ARITHMETIC {
                self.negated_operand()?;
            }
            self.binary(precedence + 1)?;
        }
        Ok(self.node(Shape::Arithmetic, first.start))
    }

    /// `not` binds less than the operator before it.
    fn negated_operand(&mut self) -> Parsed {
        let start = self.token().start;
        let mut end = start;
        if self.is("not") && self.follows(|parser| parser.inversion().map(|node| end = node.end)) {
            return Err(self.fault_at("'not' after an operator must be parenthesized", start, end));
        }
        Ok(())
    }

    fn factor(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        if self.is_any(&["+", "-", "~"]) {
            self.at += 1;
            self.negated_operand()?;
            self.factor()?;
            return Ok(self.node(Shape::Arithmetic, start));
        }
        let base = self.awaited()?;
        if !self.take_if("**") {
            return Ok(base);
        }
        self.factor()?;
        Ok(self.node(Shape::Arithmetic, start))
    }

    fn awaited(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        if !self.take_if("await") {
            return self.primary();
        }
        self.primary()?;
        Ok(self.node(Shape::Await, start))
    }

    /// `yield` and what follows it.
    pub(super) fn yielded(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        self.expect("yield")?;
        if self.take_if("from") {
            self.expression()?;
        } else if self.may_begin() {
            self.star_expressions()?;
        }
        Ok(self.node(Shape::Yield, start))
    }

    pub(super) fn primary(&mut self) -> Parsed<Node> {
        let start = self.token().start;
        let mut node = self.atom()?;
        loop {
            let shape = if self.take_if(".") {
                self.name()?;
                Shape::Attribute
            } else if self.is("(") {
                self.call()?;
                Shape::Call
            } else if self.take_if("[") {
                self.slices()?;
                self.expect("]")?;
                Shape::Subscript
            } else {
                return Ok(node);
            };
            node = self.node(shape, start);
        }
    }

    fn slices(&mut self) -> Parsed {
        loop {
            self.slice()?;
            if !self.take_if(",") || self.is("]") {
                return Ok(());
            }
        }
    }

    fn slice(&mut self) -> Parsed {
        if self.is("*") {
            return self.starred().map(drop);
        }
        if !self.is(":") {
            self.named_expression()?;
        }
        for _ in 0..2 {
            if self.take_if(":") && !self.is_any(&[":", ",", "]"]) {
                self.expression()?;
            }
        }
        Ok(())
    }
}
