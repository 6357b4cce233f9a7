//! The progress of long work, which only a terminal shows.

use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

use crate::output;

/// The time after which work shows its progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// The shortest time between two changes of the line.
const PACE: Duration = Duration::from_millis(100);

/// A line with the progress of the work. It disappears when the work is done.
pub(crate) struct Progress {
    is_shown: bool,
    state: Mutex<State>,
}

struct State {
    /// The time of the next change of the line.
    next: Instant,
    width: usize,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self {
            is_shown: output::is_watched(),
            state: Mutex::new(State {
                next: Instant::now() + PATIENCE,
                width: 0,
            }),
        }
    }

    /// Shows the part of the work that is done.
    pub(crate) fn say(&self, what: &str, done: usize, total: usize) {
        let Ok(mut state) = self.state.lock() else {
            return;
        };
        let now = Instant::now();
        if !self.is_shown || now < state.next {
            return;
        }
        state.next = now + PACE;
        let text = format!("{what} {done} of {total} files");
        let width = state.width;
        state.width = text.len();
        output::show_status(&format!("{text:width$}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Ok(state) = self.state.get_mut()
            && state.width > 0
        {
            output::show_status(&" ".repeat(state.width));
            output::show_status("");
        }
    }
}
