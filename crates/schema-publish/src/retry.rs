//! Limits on retries.

use std::{
    thread,
    time::{Duration, Instant},
};

/// The most attempts.
const ATTEMPTS: u32 = 7;

/// The time after which nothing is retried: a server that does not answer for a minute is down.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// The failed attempts so far.
#[derive(Debug)]
pub(crate) struct Attempts {
    started: Instant,
    failed: u32,
}

impl Attempts {
    pub(crate) fn new() -> Self {
        Self {
            started: Instant::now(),
            failed: 0,
        }
    }

    /// Counts a failure, and reports whether to try again. If so, it waits first, longer each time.
    pub(crate) fn goes_on(&mut self) -> bool {
        self.failed += 1;
        if self.failed == ATTEMPTS || self.started.elapsed() > PATIENCE {
            return false;
        }
        let pause = Duration::from_millis(100) * 2_u32.pow(self.failed);
        thread::sleep(pause.min(Duration::from_secs(5)));
        true
    }
}
