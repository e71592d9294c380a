//! Small numbers that name the things of a run, given out in order of creation.
//!
//! Numbers, not addresses: an id is the same in every run of the same program, and `TaskId(1)` is the
//! task that CPython calls `Task-1`.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The id as an index into a table that holds one entry per id, the first being id 1.
            #[must_use]
            pub const fn index(self) -> usize {
                (self.0 as usize).saturating_sub(1)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    )*};
}

ids! {
    /// A task of any loop of the run; numbered across loops, as CPython numbers its task names.
    TaskId, "Task-";
    /// A callback on its way to being run once, or a timer that will become one.
    HandleId, "handle ";
    /// A slot for a result that is not itself a task.
    FutureId, "future ";
    /// A virtual thread; thread 1 is the main thread.
    ThreadId, "thread ";
    /// An event loop.
    LoopId, "loop ";
    /// A function handed to a thread or process pool.
    JobId, "job ";
    /// A lock, semaphore, event, condition, barrier or queue.
    ObjectId, "object ";
    /// A string of the recording's dictionary.
    TextId, "text ";
    /// A place in the program: file, line, function.
    LocationId, "location ";
    /// A list of locations: a task's await chain, outermost first.
    ChainId, "chain ";
}

/// Gives out the ids of one kind, starting at 1.
#[derive(Debug, Default)]
pub struct Counter(AtomicU32);

impl Counter {
    /// The next number. Wraps after 2³² − 1, which the limits on a run's events keep out of reach.
    pub fn next(&self) -> u32 {
        self.0.fetch_add(1, Ordering::Relaxed).wrapping_add(1)
    }

    /// How many numbers were given out.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}
