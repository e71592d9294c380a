//! The model and the player, held against runs written by hand and against themselves.

mod fold;
mod narration;
mod properties;
mod runs;
mod script;
mod sums;
