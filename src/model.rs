//! The state of a run at an instant: events folded into tasks, queues and timelines.
