//! Limits on what one run reads, since a source can contain anything.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use super::sink::Sink;
use crate::error::Error;

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

    /// Counts one file, or returns the reason why it may not be read.
    pub(super) fn file(&self) -> Result<(), String> {
        let most = self.limits.files;
        if self.files.fetch_add(1, Ordering::Relaxed) < most {
            self.time()
        } else {
            Err(format!(
                "there are more than {most} files, the limit of one run (`--file-limit`)"
            ))
        }
    }

    /// Returns the reason why the run has to end, if its time is up.
    pub(super) fn time(&self) -> Result<(), String> {
        let most = self.limits.time;
        if self.started.elapsed() <= most {
            Ok(())
        } else {
            Err(format!(
                "reading takes longer than {} s, the limit of one run (`--time-limit`)",
                most.as_secs_f64()
            ))
        }
    }

    fn bytes(&self, count: u64) -> Result<(), String> {
        let most = self.limits.bytes;
        let before = self.bytes.fetch_add(count, Ordering::Relaxed);
        if before.saturating_add(count) <= most {
            self.time()
        } else {
            Err(format!(
                "the files have more than {} MiB together, the limit of one run (`--read-limit`)",
                most >> 20
            ))
        }
    }
}

/// The reason why a file is not read to its end.
#[derive(Debug)]
pub(super) enum Excess {
    /// The file is too long.
    OfFile(String),
    /// The run has read enough.
    OfRun(String),
}

impl Excess {
    /// Returns the error about the operation that `doing` names.
    pub(super) fn error(self, doing: String) -> Error {
        match self {
            Self::OfFile(why) => Error::refused(doing, why).of_file(),
            Self::OfRun(why) => Error::refused(doing, why),
        }
    }

    /// Returns the reason for a file that has more than `most` bytes, with its size if that is known.
    pub(super) fn of_file(size: Option<u64>, most: u64) -> Self {
        Self::OfFile(match size {
            Some(size) => format!("it has {size} bytes, and the limit is {most}"),
            None => format!("it has more than {most} bytes, which is the limit"),
        })
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
            Err(Excess::of_file(Some(size), self.most))
        }
    }

    /// Adds the next part of the file to a sink, unless a limit is exceeded.
    pub(super) fn part(&self, sink: &mut impl Sink, part: &[u8]) -> Result<(), Excess> {
        let count = part.len() as u64;
        self.budget.bytes(count).map_err(Excess::OfRun)?;
        if sink.size().saturating_add(count) > self.most {
            return Err(Excess::of_file(None, self.most));
        }
        sink.take(part);
        Ok(())
    }
}
