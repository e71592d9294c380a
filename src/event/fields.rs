//! The flat form of an event: a tag and a few scalars.
//!
//! Three things speak it: `tracing`, whose fields are scalars; the recording, whose lines are flat JSON
//! objects; and [`EventKind`](super::EventKind), which is made from it and turned into it. So each of the
//! three needs one codec, not one per variant.

use std::borrow::Cow;

use thiserror::Error;

macro_rules! keys {
    ($kind:ident: $($(#[$doc:meta])* $name:ident = $long:literal, $short:literal;)*) => {
        /// A field of an event, by its place in [`Fields`].
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $kind { $($(#[$doc])* #[doc = concat!("`", $long, "`, `", $short, "` in a recording.")] $name),* }

        impl $kind {
            /// All of them, in the order in which a recording writes them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name of the `tracing` field.
            #[must_use]
            pub const fn long(self) -> &'static str {
                match self { $(Self::$name => $long),* }
            }

            /// The key in a line of a recording.
            #[must_use]
            pub const fn short(self) -> &'static str {
                match self { $(Self::$name => $short),* }
            }

            /// The field with this `tracing` name.
            #[must_use]
            pub fn from_long(name: &str) -> Option<Self> {
                match name { $($long => Some(Self::$name),)* _ => None }
            }

            /// The field with this key in a recording.
            #[must_use]
            pub fn from_short(key: &str) -> Option<Self> {
                match key { $($short => Some(Self::$name),)* _ => None }
            }
        }
    };
}

keys! { Number:
    Task = "task", "t";
    Handle = "handle", "h";
    Future = "future", "f";
    Job = "job", "j";
    Object = "object", "ob";
    Count = "n", "n";
    Ready = "ready", "r";
    Moved = "moved", "m";
    Waited = "waited", "w";
    Deadline = "deadline", "d";
    Delay = "delay", "y";
    ByTask = "by_task", "bt";
    ByHandle = "by_handle", "bh";
    Parent = "parent", "p";
    Name = "name", "nm";
    Location = "location", "l";
    Chain = "chain", "c";
    Housekeeping = "housekeeping", "hk";
    Choice = "choice", "ch";
    Code = "code", "x";
    Id = "id", "i";
    File = "file", "fi";
    Library = "library", "lb";
}

keys! { Text:
    Kind = "kind", "k";
    Outcome = "outcome", "o";
    Type = "type", "ty";
    Value = "value", "v";
}

/// A flat event under construction or being read. Strings are borrowed where they come from a line.
#[derive(Clone, Debug, Default)]
pub struct Fields<'a> {
    /// Which event it is; see [`EventKind::tag`](super::EventKind::tag).
    pub tag: Cow<'a, str>,
    present: u32,
    numbers: [u64; Number::ALL.len()],
    texts: [Option<Cow<'a, str>>; Text::ALL.len()],
}

impl<'a> Fields<'a> {
    /// No fields yet.
    #[must_use]
    pub fn new(tag: impl Into<Cow<'a, str>>) -> Self {
        Self { tag: tag.into(), ..Self::default() }
    }

    /// Puts a number.
    pub fn set(&mut self, key: Number, value: u64) {
        self.present |= 1 << key as u32;
        self.numbers[key as usize] = value;
    }

    /// Puts a string.
    pub fn set_text(&mut self, key: Text, value: impl Into<Cow<'a, str>>) {
        self.texts[key as usize] = Some(value.into());
    }

    /// The number under `key`, if it is there.
    #[must_use]
    pub fn number(&self, key: Number) -> Option<u64> {
        (self.present & (1 << key as u32) != 0).then(|| self.numbers[key as usize])
    }

    /// The string under `key`, if it is there.
    #[must_use]
    pub fn text(&self, key: Text) -> Option<&str> {
        self.texts[key as usize].as_deref()
    }

    /// The numbers that are there.
    pub fn numbers(&self) -> impl Iterator<Item = (Number, u64)> + '_ {
        let mut left = self.present;
        std::iter::from_fn(move || {
            (left != 0).then(|| {
                let at = left.trailing_zeros() as usize;
                left &= left - 1;
                (Number::ALL[at], self.numbers[at])
            })
        })
    }

    /// The strings that are there.
    pub fn texts(&self) -> impl Iterator<Item = (Text, &str)> + '_ {
        Text::ALL.iter().filter_map(|&key| Some((key, self.text(key)?)))
    }
}

/// What is wrong with a flat event.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum FieldError {
    /// A field that this event cannot be without is missing.
    #[error("event \"{tag}\" has no \"{key}\"")]
    Missing {
        /// The event.
        tag: String,
        /// The missing key.
        key: &'static str,
    },
    /// A field has a value outside its range.
    #[error("event \"{tag}\": \"{key}\" cannot be {value}")]
    Value {
        /// The event.
        tag: String,
        /// The key.
        key: &'static str,
        /// What stands there.
        value: String,
    },
    /// The tag names no event of this version of the format.
    #[error("there is no event \"{0}\"")]
    UnknownTag(String),
}

/// A type that an event holds, as one or more flat fields.
///
/// `key` is where a single scalar goes; types made of several parts use keys of their own besides it.
pub trait Field: Sized {
    /// The key of the part that every value of the type has.
    type Key: Copy;
    /// Puts the value.
    fn put<'a>(&'a self, key: Self::Key, fields: &mut Fields<'a>);
    /// Takes the value.
    ///
    /// # Errors
    /// Where the field is missing or its value is out of range.
    fn take(key: Self::Key, fields: &Fields<'_>) -> Result<Self, FieldError>;
}

impl Fields<'_> {
    /// The error for a missing number.
    #[must_use]
    pub fn missing(&self, key: &'static str) -> FieldError {
        FieldError::Missing { tag: self.tag.to_string(), key }
    }

    /// The error for a value out of range.
    #[must_use]
    pub fn wrong(&self, key: &'static str, value: impl ToString) -> FieldError {
        FieldError::Value { tag: self.tag.to_string(), key, value: value.to_string() }
    }
}

impl Field for u64 {
    type Key = Number;

    fn put<'a>(&'a self, key: Number, fields: &mut Fields<'a>) {
        fields.set(key, *self);
    }

    fn take(key: Number, fields: &Fields<'_>) -> Result<Self, FieldError> {
        fields.number(key).ok_or_else(|| fields.missing(key.short()))
    }
}

impl Field for u32 {
    type Key = Number;

    fn put<'a>(&'a self, key: Number, fields: &mut Fields<'a>) {
        fields.set(key, u64::from(*self));
    }

    fn take(key: Number, fields: &Fields<'_>) -> Result<Self, FieldError> {
        let value = u64::take(key, fields)?;
        Self::try_from(value).map_err(|_| fields.wrong(key.short(), value))
    }
}

/// Written only where true, so that the common case costs nothing.
impl Field for bool {
    type Key = Number;

    fn put<'a>(&'a self, key: Number, fields: &mut Fields<'a>) {
        if *self {
            fields.set(key, 1);
        }
    }

    fn take(key: Number, fields: &Fields<'_>) -> Result<Self, FieldError> {
        match fields.number(key) {
            None | Some(0) => Ok(false),
            Some(1) => Ok(true),
            Some(other) => Err(fields.wrong(key.short(), other)),
        }
    }
}

impl Field for Box<str> {
    type Key = Text;

    fn put<'a>(&'a self, key: Text, fields: &mut Fields<'a>) {
        fields.set_text(key, &**self);
    }

    fn take(key: Text, fields: &Fields<'_>) -> Result<Self, FieldError> {
        fields.text(key).map(Self::from).ok_or_else(|| fields.missing(key.short()))
    }
}

impl Field for Option<Box<str>> {
    type Key = Text;

    fn put<'a>(&'a self, key: Text, fields: &mut Fields<'a>) {
        if let Some(value) = self {
            fields.set_text(key, &**value);
        }
    }

    fn take(key: Text, fields: &Fields<'_>) -> Result<Self, FieldError> {
        Ok(fields.text(key).map(Box::from))
    }
}

macro_rules! number_fields {
    ($($type:ty),*) => {$(
        impl Field for $type {
            type Key = Number;

            fn put<'a>(&'a self, key: Number, fields: &mut Fields<'a>) {
                self.0.put(key, fields);
            }

            fn take(key: Number, fields: &Fields<'_>) -> Result<Self, FieldError> {
                Field::take(key, fields).map(Self)
            }
        }

        impl Field for Option<$type> {
            type Key = Number;

            fn put<'a>(&'a self, key: Number, fields: &mut Fields<'a>) {
                if let Some(value) = self {
                    value.put(key, fields);
                }
            }

            fn take(key: Number, fields: &Fields<'_>) -> Result<Self, FieldError> {
                fields.number(key).map(|_| Field::take(key, fields)).transpose()
            }
        }
    )*};
}

number_fields! {
    crate::id::TaskId, crate::id::HandleId, crate::id::FutureId, crate::id::JobId, crate::id::ObjectId,
    crate::id::TextId, crate::id::LocationId, crate::id::ChainId, crate::time::Moment, crate::time::Delay
}
