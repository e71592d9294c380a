//! The terminal: gallery and player screens. Keys become actions, actions update, drawing only reads.
