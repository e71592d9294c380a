//! Expressions, as far as messages speak of them.

/// What an expression is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    Name,
    /// `None`, `True` and `False`, by their own names.
    Constant(&'static str),
    Ellipsis,
    Literal,
    FString,
    Attribute,
    Subscript,
    Call,
    Tuple(Vec<Node>),
    List(Vec<Node>),
    Starred(Box<Node>),
    Dict,
    Set,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    Generator,
    Lambda,
    Conditional,
    /// `and`, `or` and `not`.
    Logical,
    /// Arithmetic.
    Arithmetic,
    /// A chain of comparisons; where its first operator is `in`, what stands left of it.
    Comparison(Option<Box<Node>>),
    Await,
    Yield,
    Named,
}

/// An expression and where it stands, without parentheses around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Node {
    pub(super) shape: Shape,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether parentheses are around it.
    pub(super) in_parens: bool,
}

/// Where an expression is assigned to, or deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    Assigned,
    /// By a `for`: what is assigned to may have been read as the left side of an `in`.
    Looped,
    Deleted,
}

impl Node {
    /// CPython's name for such an expression.
    pub(super) const fn name(&self) -> &'static str {
        match self.shape {
            Shape::Name => "name",
            Shape::Constant(name) => name,
            Shape::Ellipsis => "ellipsis",
            Shape::Literal => "literal",
            Shape::FString => "f-string expression",
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Call => "function call",
            Shape::Tuple(_) => "tuple",
            Shape::List(_) => "list",
            Shape::Starred(_) => "starred",
            Shape::Dict => "dict literal",
            Shape::Set => "set display",
            Shape::ListComprehension => "list comprehension",
            Shape::SetComprehension => "set comprehension",
            Shape::DictComprehension => "dict comprehension",
            Shape::Generator => "generator expression",
            Shape::Lambda => "lambda",
            Shape::Conditional => "conditional expression",
            Shape::Logical | Shape::Arithmetic => "expression",
            Shape::Comparison(_) => "comparison",
            Shape::Await => "await expression",
            Shape::Yield => "yield expression",
            Shape::Named => "named expression",
        }
    }

    /// Whether it binds closer than `not`, `and`, comparisons and the like: an operand, in parentheses or by itself.
    pub(super) const fn is_operand(&self) -> bool {
        let binds_weakly = matches!(
            self.shape,
            Shape::Logical
                | Shape::Comparison(_)
                | Shape::Conditional
                | Shape::Lambda
                | Shape::Named
                | Shape::Yield
        );
        let is_open = matches!(self.shape, Shape::Starred(_));
        !is_open && (self.in_parens || !binds_weakly)
    }

    /// Whether one name, attribute or element is assigned to.
    pub(super) const fn is_single_target(&self) -> bool {
        matches!(self.shape, Shape::Name | Shape::Attribute | Shape::Subscript)
    }

    /// The part that can be no target.
    pub(super) fn invalid_target(&self, target: Target) -> Option<&Self> {
        match &self.shape {
            Shape::Name | Shape::Attribute | Shape::Subscript => None,
            Shape::Tuple(items) | Shape::List(items) => {
                items.iter().find_map(|item| item.invalid_target(target))
            }
            Shape::Starred(inner) if target != Target::Deleted => inner.invalid_target(target),
            Shape::Comparison(Some(left)) if target == Target::Looped => left.invalid_target(target),
            _ => Some(self),
        }
    }
}
