//! The playhead: playing, pausing and stepping through a recorded run. Pure: no terminal, no process.
