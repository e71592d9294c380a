//! What holds for every run and every way through it.
