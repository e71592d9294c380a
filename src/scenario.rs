//! Scenarios: program files that can be run and shown, with what is said about them.
