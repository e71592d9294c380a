//! A list that nearly always holds nothing or one thing, in one word and a tag.

use std::collections::VecDeque;

/// A short list of small things; two and more are boxed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Few<T> {
    /// Nothing.
    #[default]
    None,
    /// One.
    One(T),
    /// Several, in the order in which they came.
    Many(Box<VecDeque<T>>),
}

impl<T: Copy + PartialEq> Few<T> {
    /// All of them, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        let (one, many) = match self {
            Self::None => (None, None),
            Self::One(one) => (Some(*one), None),
            Self::Many(many) => (None, Some(many.iter().copied())),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::None => 0,
            Self::One(_) => 1,
            Self::Many(many) => many.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one that came first.
    pub fn first(&self) -> Option<T> {
        self.iter().next()
    }

    pub(super) fn add(&mut self, new: T) {
        match self {
            Self::None => *self = Self::One(new),
            Self::One(first) => *self = Self::Many(Box::new([*first, new].into())),
            Self::Many(many) => many.push_back(new),
        }
    }

    /// Takes away one that is equal, the earliest: of those who wait, who waited longest goes on first, nearly always.
    pub(super) fn remove_first(&mut self, old: T) {
        self.remove_found(old, |many| many.iter().position(|&other| other == old));
    }

    /// Takes away one that is equal, the latest: a semaphore may be held twice, a callback left twice.
    pub(super) fn remove_last(&mut self, old: T) {
        self.remove_found(old, |many| many.iter().rposition(|&other| other == old));
    }

    fn remove_found(&mut self, old: T, find: impl FnOnce(&VecDeque<T>) -> Option<usize>) {
        match self {
            Self::One(one) if *one == old => *self = Self::None,
            Self::Many(many) => {
                if let Some(at) = find(many) {
                    many.remove(at);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_two_that_are_equal_is_taken_away() {
        let few = |all: &[i32]| {
            let mut few = Few::default();
            for n in all {
                few.add(*n);
            }
            few
        };
        for (all, first, last) in [
            (&[1, 2, 1][..], &[2, 1][..], &[1, 2][..]),
            (&[2, 1, 3, 1], &[2, 3, 1], &[2, 1, 3]),
            (&[1], &[], &[]),
            (&[2], &[2], &[2]),
            (&[2, 3], &[2, 3], &[2, 3]),
            (&[], &[], &[]),
        ] {
            let (mut without_first, mut without_last) = (few(all), few(all));
            without_first.remove_first(1);
            without_last.remove_last(1);
            assert_eq!(without_first.iter().collect::<Vec<_>>(), first);
            assert_eq!(without_last.iter().collect::<Vec<_>>(), last);
            assert_eq!((few(all).len(), few(all).first()), (all.len(), all.first().copied()));
        }
    }

    #[test]
    fn it_takes_up_two_words() {
        assert_eq!(size_of::<Few<u32>>(), 16);
    }
}
