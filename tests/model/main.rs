//! The model and the player, held against runs written by hand and against themselves.

mod big;
mod fold;
mod narration;
mod player;
mod properties;
mod random;
mod runs;
mod script;
mod sums;
mod waiting;
