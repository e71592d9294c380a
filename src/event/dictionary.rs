//! What the numbers in events mean: strings, places and chains of them.

use super::{Definition, Field, FieldError, Fields, Number};
use crate::id::{ChainId, LocationId, TextId};

/// A place in a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place<'a> {
    /// The file: the program's own by its bare name, a library's by its path within the library.
    pub file: &'a str,
    /// The line, from 1.
    pub line: u32,
    /// The function, where it is known.
    pub function: Option<&'a str>,
    /// Whose file it is.
    pub owner: Owner,
}

/// Whose a file is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Owner {
    /// The program's: its own, or one beside it.
    #[default]
    Program,
    /// A library's.
    Library,
}

impl Field for Owner {
    type Key = Number;

    fn put<'a>(&'a self, key: Number, fields: &mut Fields<'a>) {
        if *self == Self::Library {
            fields.set(key, 1);
        }
    }

    fn take(key: Number, fields: &Fields<'_>) -> Result<Self, FieldError> {
        Ok(if bool::take(key, fields)? { Self::Library } else { Self::Program })
    }
}

#[derive(Clone, Copy, Debug)]
struct Location {
    file: TextId,
    line: u32,
    function: Option<TextId>,
    owner: Owner,
}

/// The definitions of a recording, by number. It only grows: a meaning never changes.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    texts: Vec<Box<str>>,
    locations: Vec<Option<Location>>,
    chains: Vec<Box<[LocationId]>>,
}

/// Ids are dense, so one this far beyond those seen is a mistake, not a reason to allocate.
const LARGEST_GAP: usize = 1 << 16;

fn put<T: Default>(table: &mut Vec<T>, index: usize, value: T) {
    if index >= table.len() + LARGEST_GAP {
        return;
    }
    if index >= table.len() {
        table.resize_with(index + 1, T::default);
    }
    table[index] = value;
}

impl Dictionary {
    /// Takes up a definition.
    pub fn define(&mut self, definition: Definition) {
        match definition {
            Definition::Text { id, text } => put(&mut self.texts, id.index(), text),
            Definition::Location { id, file, line, function, owner } => {
                put(&mut self.locations, id.index(), Some(Location { file, line, function, owner }));
            }
            Definition::Chain { id, links } => put(&mut self.chains, id.index(), links),
        }
    }

    /// The string; empty where it was never defined.
    #[must_use]
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(id.index()).map_or("", |text| text)
    }

    /// The place.
    #[must_use]
    pub fn place(&self, id: LocationId) -> Option<Place<'_>> {
        let location = (*self.locations.get(id.index())?)?;
        let function = location.function.map(|name| self.text(name));
        let Location { line, owner, .. } = location;
        Some(Place { file: self.text(location.file), line, function, owner })
    }

    /// The locations so far, with their places.
    pub fn places(&self) -> impl Iterator<Item = (LocationId, Place<'_>)> {
        (1..=self.locations.len() as u32).map(LocationId).filter_map(|id| Some((id, self.place(id)?)))
    }

    /// How many locations and chains are known: what is worked out from them holds until that changes.
    #[must_use]
    pub fn extent(&self) -> (usize, usize) {
        (self.locations.len(), self.chains.len())
    }

    /// The places of an await chain or a traceback, outermost first.
    pub fn chain(&self, id: ChainId) -> impl DoubleEndedIterator<Item = Place<'_>> {
        self.chains.get(id.index()).into_iter().flatten().filter_map(|&link| self.place(link))
    }
}
