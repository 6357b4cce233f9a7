//! How a run ends.

use std::process::ExitCode;

/// The ends of a run, with their exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything is fine.
    Fine,
    /// Something was found: a lint, an invalid body.
    Findings,
    /// The tool could not work.
    Failed,
    /// Generated files are not what the schemas say.
    Stale,
}

impl Exit {
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Failed => 2,
            Self::Stale => 4,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Why the tool could not work: what it was doing, and what stopped it.
#[derive(Debug)]
pub struct Failure {
    pub(crate) doing: String,
    pub(crate) source: std::io::Error,
}

impl Failure {
    /// A failure of the operating system while something was done.
    pub fn new(doing: impl Into<String>, source: std::io::Error) -> Self {
        Self {
            doing: doing.into(),
            source,
        }
    }

    /// A failure that is not the operating system's.
    pub fn other(doing: impl Into<String>, why: impl Into<String>) -> Self {
        Self::new(doing, std::io::Error::other(why.into()))
    }
}

impl From<schema_release::Error> for Failure {
    fn from(error: schema_release::Error) -> Self {
        Self::new(error.doing(), std::io::Error::other(Why(error)))
    }
}

/// The reason of an error without the operation, which a [`Failure`] names already.
#[derive(Debug)]
struct Why(schema_release::Error);

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.why())
    }
}

impl std::error::Error for Why {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.doing, self.source)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
