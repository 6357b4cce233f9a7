//! Limits on what one run reads, since a source can contain anything.

use std::{
    fmt,
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use super::sink::Sink;
use crate::error::{Attempt, Error};

/// The most bytes of one file that are read.
pub(crate) const LARGEST: u64 = 256 << 20;

/// Limits on what one run reads from a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The number of files that are requested or listed.
    pub files: u64,
    /// The number of bytes of all files together.
    pub bytes: u64,
    /// The time that the run takes.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            files: 1_000_000,
            bytes: 1 << 30,
            time: Duration::from_hours(1),
        }
    }
}

impl Limits {
    /// No limits, for a destination that the user writes to.
    pub(super) const NONE: Self = Self {
        files: u64::MAX,
        bytes: u64::MAX,
        time: Duration::MAX,
    };
}

/// The limits of a run, and how much of them is used.
#[derive(Debug)]
pub(super) struct Budget {
    limits: Limits,
    started: Instant,
    files: AtomicU64,
    bytes: AtomicU64,
}

impl Budget {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            started: Instant::now(),
            files: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
        }
    }

    /// Counts one file, or returns the limit because of which it may not be read.
    pub(super) fn file(&self) -> Result<(), Excess> {
        let most = self.limits.files;
        if self.files.fetch_add(1, Ordering::Relaxed) < most {
            self.time()
        } else {
            Err(Excess::Files { most })
        }
    }

    /// Returns the limit because of which the run has to end, if its time is up.
    pub(super) fn time(&self) -> Result<(), Excess> {
        let most = self.limits.time;
        if self.started.elapsed() <= most {
            Ok(())
        } else {
            Err(Excess::Time { most })
        }
    }

    fn bytes(&self, count: u64) -> Result<(), Excess> {
        let most = self.limits.bytes;
        let before = self.bytes.fetch_add(count, Ordering::Relaxed);
        if before.saturating_add(count) <= most {
            self.time()
        } else {
            Err(Excess::Bytes { most })
        }
    }
}

/// The limit because of which a file is not read to its end.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Excess {
    /// The bytes of all files together.
    Bytes { most: u64 },
    /// The bytes of this file, with its size if that is known.
    FileBytes { size: Option<u64>, most: u64 },
    /// The number of files.
    Files { most: u64 },
    /// The time of the run.
    Time { most: Duration },
}

impl Excess {
    /// Returns the error about an operation.
    pub(super) fn error(self, attempt: Attempt) -> Error {
        let error = Error::new(attempt, self);
        match self {
            Self::FileBytes { .. } => error.of_file(),
            Self::Bytes { .. } | Self::Files { .. } | Self::Time { .. } => error,
        }
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes { most } => write!(
                f,
                "the files have more than {} MiB together, the limit of one run (`--read-limit`)",
                most >> 20
            ),
            Self::FileBytes {
                size: Some(size),
                most,
            } => write!(f, "it has {size} bytes, and the limit is {most}"),
            Self::FileBytes { size: None, most } => {
                write!(f, "it has more than {most} bytes, which is the limit")
            }
            Self::Files { most } => write!(
                f,
                "there are more than {most} files, the limit of one run (`--file-limit`)"
            ),
            Self::Time { most } => write!(
                f,
                "reading takes longer than {} s, the limit of one run (`--time-limit`)",
                most.as_secs_f64()
            ),
        }
    }
}

/// The limits of reading one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'b> {
    pub(super) most: u64,
    pub(super) budget: &'b Budget,
}

impl Reading<'_> {
    /// Rejects a file whose declared size exceeds the limit.
    pub(super) fn size(&self, size: u64) -> Result<(), Excess> {
        if size <= self.most {
            Ok(())
        } else {
            Err(Excess::FileBytes {
                size: Some(size),
                most: self.most,
            })
        }
    }

    /// Adds the next part of the file to a sink, unless a limit is exceeded.
    pub(super) fn part(&self, sink: &mut impl Sink, part: &[u8]) -> Result<(), Excess> {
        let count = part.len() as u64;
        self.budget.bytes(count)?;
        if sink.size().saturating_add(count) > self.most {
            return Err(Excess::FileBytes {
                size: None,
                most: self.most,
            });
        }
        sink.take(part);
        Ok(())
    }
}
