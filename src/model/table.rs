//! A table by dense id whose copies share what they have in common.
//!
//! A checkpoint is a copy of the model. Most of a table does not change between two checkpoints, so it is
//! held in chunks, and a chunk is copied only when one of its owners writes to it.

use std::sync::Arc;

/// Entries in a chunk: large enough that a table of 100,000 is copied in 1,600 steps, small enough that a
/// write to a shared chunk copies a few kilobytes only.
const CHUNK: usize = 64;

/// Ids are dense; one this far beyond those seen is a mistake of the recording, not a reason to allocate.
pub(super) const LARGEST_GAP: usize = 1 << 16;

/// A growing table; a clone costs one reference count per chunk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table<T> {
    chunks: Vec<Arc<Vec<T>>>,
    len: usize,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { chunks: Vec::new(), len: 0 }
    }
}

impl<T> Table<T> {
    /// How many entries there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The entry at `index`.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    /// All entries, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }
}

impl<T: Clone> Table<T> {
    /// The entry at `index`, to be changed.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        Arc::make_mut(self.chunks.get_mut(index / CHUNK)?).get_mut(index % CHUNK)
    }

    /// Adds an entry at the end.
    pub fn push(&mut self, entry: T) {
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => Arc::make_mut(chunk).push(entry),
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK);
                chunk.push(entry);
                self.chunks.push(Arc::new(chunk));
            }
        }
        self.len += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_share_until_one_is_written_to() {
        let mut table = Table::default();
        (0..200).for_each(|n| table.push(n));
        let copy = table.clone();
        *table.get_mut(70).unwrap() = -1;
        assert_eq!((table.get(70), copy.get(70)), (Some(&-1), Some(&70)));
        let shared = table.chunks.iter().zip(&copy.chunks).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
        assert_eq!((shared, table.chunks.len()), (3, 4));
    }

    #[test]
    fn beyond_the_end_there_is_nothing() {
        let mut table = Table::default();
        table.push('a');
        assert_eq!((table.get(0), table.get(1), table.get(64), table.len()), (Some(&'a'), None, None, 1));
        assert!(table.get_mut(1).is_none());
    }
}
