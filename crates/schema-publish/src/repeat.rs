//! How often, and for how long, something that failed is done again.

use std::{
    thread,
    time::{Duration, Instant},
};

/// It is done so many times,
const ATTEMPTS: u32 = 7;

/// unless that has taken so long: a server that does not answer for a minute is down.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// What was tried so far.
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

    /// After a failure: waits, each time longer, and says whether to try again; or does not wait, and says that
    /// it is enough.
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
