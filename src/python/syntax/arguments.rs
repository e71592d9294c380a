//! What stands in the parentheses of calls, and of functions and classes.

use super::node::Node;
use super::parser::{Parsed, Parser, Stop};
use super::tokens::Token;

/// The keyword arguments so far.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Keywords {
    #[default]
    None,
    Named,
    /// At least one `**mapping`.
    Unpacked,
}

/// What has been seen of a call's arguments.
#[derive(Default)]
struct Seen {
    keywords: Keywords,
    any: bool,
    is_class: bool,
}

/// What has been seen of a function's parameters.
#[derive(Default)]
struct SeenParameters {
    default: bool,
    slash: bool,
    star: bool,
    count: usize,
}

/// Whose parameters they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Function,
    Lambda,
}

impl Owner {
    const fn closing(self) -> &'static str {
        match self {
            Self::Function => ")",
            Self::Lambda => ":",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Function => "Function",
            Self::Lambda => "Lambda expression",
        }
    }
}

impl Parser<'_> {
    /// Arguments with their parentheses.
    pub(super) fn call(&mut self) -> Parsed {
        self.arguments(Seen::default())
    }

    /// What a class is made from: as a call's arguments, but no generator alone.
    pub(super) fn bases(&mut self) -> Parsed {
        self.arguments(Seen { is_class: true, ..Seen::default() })
    }

    fn arguments(&mut self, mut seen: Seen) -> Parsed {
        self.expect("(")?;
        while !self.is(")") {
            self.argument(&mut seen)?;
            if !self.take_if(",") {
                break;
            }
        }
        self.expect(")")
    }

    fn argument(&mut self, seen: &mut Seen) -> Parsed {
        let token = self.token();
        let is_first = !std::mem::replace(&mut seen.any, true);
        if self.take_if("**") {
            self.expression()?;
            seen.keywords = Keywords::Unpacked;
            return self.assigned_unpacking(token, "keyword argument unpacking");
        }
        if self.is("*") {
            return self.unpacked(token, seen);
        }
        if self.is_ahead(1, "=") && (self.is_name(token) || self.is_any(&["True", "False", "None"])) {
            seen.keywords = seen.keywords.max(Keywords::Named);
            return self.keyword(token);
        }
        let node = self.assigned_expression()?;
        if self.is("=") {
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            let end = self.token().end;
            return Err(self.fault_at(message, node.start, end));
        }
        if self.is(":=") {
            return Err(Stop::Unfitting);
        }
        if self.is_comprehension() && !seen.is_class {
            self.comprehension()?;
            if !is_first || self.is(",") {
                let message = "Generator expression must be parenthesized";
                return Err(self.fault_at(message, node.start, self.last_end()));
            }
        }
        if seen.keywords != Keywords::None {
            return Err(self.misplaced(seen));
        }
        Ok(())
    }

    /// A positional argument after keywords.
    fn misplaced(&mut self, seen: &Seen) -> Stop {
        // The place is the last that was looked at, after all that follows.
        while self.is_strict && self.take_if(",") && !self.is(")") {
            if self.attempt(|parser| parser.argument(&mut Seen::default())).is_none() {
                return Stop::Unfitting;
            }
        }
        let is_unpacked = seen.keywords == Keywords::Unpacked;
        let after = if is_unpacked { "keyword argument unpacking" } else { "keyword argument" };
        self.fault_here(format!("positional argument follows {after}"))
    }

    fn unpacked(&mut self, star: Token, seen: &Seen) -> Parsed {
        let comma = self.last();
        self.starred()?;
        self.assigned_unpacking(star, "iterable argument unpacking")?;
        if seen.keywords == Keywords::Unpacked {
            while self.take_if(",") && !self.is(")") {
                self.argument(&mut Seen::default())?;
            }
            let message = "iterable argument unpacking follows keyword argument unpacking";
            return Err(self.fault_at(message, comma.start, self.last_end()));
        }
        Ok(())
    }

    fn assigned_unpacking(&mut self, stars: Token, what: &str) -> Parsed {
        if !self.take_if("=") {
            return Ok(());
        }
        let value = self.expression()?;
        Err(self.fault_at(format!("cannot assign to {what}"), stars.start, value.end))
    }

    /// `name=value`.
    fn keyword(&mut self, name: Token) -> Parsed {
        self.at += 1;
        let equals = self.take();
        if !self.is_name(name) {
            let message = format!("cannot assign to {}", self.text_of(name));
            return Err(self.fault_at(message, name.start, equals.end));
        }
        if self.is(",") || self.is(")") {
            return Err(self.fault_at("expected argument value expression", name.start, equals.end));
        }
        self.expression()?;
        if self.is_comprehension() && self.follows(Self::comprehension) {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return Err(self.fault_at(message, name.start, equals.end));
        }
        Ok(())
    }

    /// The parameters of a function, up to the closing parenthesis.
    pub(super) fn parameters(&mut self) -> Parsed {
        self.parameters_of(Owner::Function)
    }

    /// The parameters of a lambda, up to the colon.
    pub(super) fn lambda_parameters(&mut self) -> Parsed {
        self.parameters_of(Owner::Lambda)
    }

    fn parameters_of(&mut self, owner: Owner) -> Parsed {
        let mut seen = SeenParameters::default();
        while !self.is(owner.closing()) {
            let token = self.token();
            match self.text_of(token) {
                "/" => self.slash(&mut seen, owner)?,
                "**" => return self.mapping_parameter(owner),
                "*" => self.star_parameter(&mut seen, owner)?,
                "(" => return Err(self.parenthesized_parameters(owner)),
                _ => self.parameter(&mut seen, owner)?,
            }
            seen.count += 1;
            if !self.take_if(",") {
                break;
            }
        }
        Ok(())
    }

    fn slash(&mut self, seen: &mut SeenParameters, owner: Owner) -> Parsed {
        let slash = self.take();
        let message = if seen.star {
            "/ must be ahead of *"
        } else if seen.slash {
            "/ may appear only once"
        } else if seen.count == 0 {
            "at least one argument must precede /"
        } else {
            seen.slash = true;
            let next = self.token();
            if self.is("*") {
                return Err(self.fault_at_token("expected comma between / and *", next));
            }
            return self.parameter_ends(owner);
        };
        Err(self.fault_at_token(message, slash))
    }

    /// Gives whether a parameter ends here; it is no error yet if not.
    fn parameter_ends(&mut self, owner: Owner) -> Parsed {
        if self.is(",") || self.is(owner.closing()) { Ok(()) } else { Err(Stop::Unfitting) }
    }

    fn annotated_name(&mut self, owner: Owner) -> Parsed<(usize, usize)> {
        let name = self.name()?;
        if owner == Owner::Function && self.take_if(":") {
            self.expression()?;
        }
        Ok((name.start, self.last_end()))
    }

    fn parameter(&mut self, seen: &mut SeenParameters, owner: Owner) -> Parsed {
        let (start, end) = self.annotated_name(owner)?;
        let equals = self.token();
        if self.take_if("=") {
            if self.is(",") || self.is(owner.closing()) {
                return Err(self.fault_at_token("expected default value expression", equals));
            }
            self.expression()?;
            seen.default = true;
        } else {
            self.parameter_ends(owner)?;
            if seen.default && !seen.star {
                let message = "parameter without a default follows parameter with a default";
                return Err(self.fault_at(message, start, end));
            }
        }
        self.parameter_ends(owner)
    }

    fn star_parameter(&mut self, seen: &mut SeenParameters, owner: Owner) -> Parsed {
        let star = self.take();
        if seen.star {
            return Err(self.fault_at_token("* argument may appear only once", star));
        }
        seen.star = true;
        if self.is(owner.closing()) {
            return Err(self.fault_at_token("named arguments must follow bare *", star));
        }
        if self.is(",") {
            if self.is_ahead(1, owner.closing()) || self.is_ahead(1, "**") {
                return Err(self.fault_at_token("named arguments must follow bare *", star));
            }
            return Ok(());
        }
        self.name()?;
        if owner == Owner::Function && self.take_if(":") {
            self.star_expression()?;
        }
        self.no_default("var-positional")?;
        self.parameter_ends(owner)
    }

    fn no_default(&mut self, kind: &str) -> Parsed {
        let equals = self.token();
        if self.is("=") {
            return Err(self.fault_at_token(format!("{kind} argument cannot have default value"), equals));
        }
        Ok(())
    }

    /// `**name`, which is the last.
    fn mapping_parameter(&mut self, owner: Owner) -> Parsed {
        self.at += 1;
        self.annotated_name(owner)?;
        self.no_default("var-keyword")?;
        if !self.take_if(",") || self.is(owner.closing()) {
            return Ok(());
        }
        let message = "arguments cannot follow var-keyword argument";
        let token = self.token();
        if self.is_any(&["*", "**", "/"]) {
            return Err(self.fault_at_token(message, token));
        }
        let (start, end) = self.annotated_name(owner)?;
        Err(self.fault_at(message, start, end))
    }

    fn parenthesized_parameters(&mut self, owner: Owner) -> Stop {
        let open = self.token();
        let names = |parser: &mut Self| {
            parser.expect("(")?;
            loop {
                parser.name()?;
                if !parser.take_if(",") || parser.is(")") {
                    break;
                }
            }
            parser.expect(")")?;
            Ok(parser.last_end())
        };
        let (at, furthest_end) = (self.at, self.attempt(names));
        self.at = at;
        match furthest_end {
            Some(end) => self.fault_at(
                format!("{} parameters cannot be parenthesized", owner.title()),
                open.start,
                end,
            ),
            None => Stop::Unfitting,
        }
    }

    /// `[T, *Ts, **P]` after the name of a function, a class or a type.
    pub(super) fn type_parameters(&mut self) -> Parsed {
        if !self.take_if("[") {
            return Ok(());
        }
        let token = self.token();
        if self.is("]") {
            return Err(self.fault_from("Type parameter list cannot be empty", token.start));
        }
        while !self.is("]") {
            let kind = self.token();
            let has_stars = self.take_if("*") || self.take_if("**");
            self.name()?;
            let colon = self.token();
            if self.take_if(":") {
                let bound: Node = self.expression()?;
                if has_stars {
                    let what = if matches!(bound.shape, super::node::Shape::Tuple(_)) {
                        "constraints"
                    } else {
                        "bound"
                    };
                    let owner = if self.text_of(kind) == "*" { "TypeVarTuple" } else { "ParamSpec" };
                    return Err(self.fault_at_token(format!("cannot use {what} with {owner}"), colon));
                }
            }
            if self.take_if("=") {
                self.star_expression()?;
            }
            if !self.take_if(",") {
                break;
            }
        }
        self.expect("]")
    }
}
