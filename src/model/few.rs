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

    pub(super) fn remove(&mut self, old: T) {
        match self {
            Self::One(one) if *one == old => *self = Self::None,
            // Of those who wait, who waited longest goes on first, nearly always.
            Self::Many(many) if many.front() == Some(&old) => {
                many.pop_front();
            }
            Self::Many(many) => many.retain(|&other| other != old),
            _ => {}
        }
    }

    /// Takes away one that is equal, the latest: a semaphore may be held twice, a callback left twice.
    pub(super) fn remove_last(&mut self, old: T) {
        match self {
            Self::Many(many) => {
                if let Some(at) = many.iter().rposition(|&other| other == old) {
                    many.remove(at);
                }
            }
            _ => self.remove(old),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_two_that_are_equal_is_taken_away() {
        let mut few = Few::default();
        for n in [1, 2, 1] {
            few.add(n);
        }
        assert_eq!((few.len(), few.first()), (3, Some(1)));
        few.remove_last(1);
        assert_eq!(few.iter().collect::<Vec<_>>(), [1, 2]);
        few.remove(1);
        few.remove_last(2);
        assert!(few.is_empty());
    }

    #[test]
    fn it_takes_up_two_words() {
        assert_eq!(size_of::<Few<u32>>(), 16);
    }
}
