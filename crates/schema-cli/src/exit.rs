//! The end of a run.

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
    /// Generated files differ from the schemas.
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

/// The reason why the tool could not work: the action, and the cause of its failure.
#[derive(Debug)]
pub struct Failure {
    pub(crate) doing: String,
    pub(crate) source: std::io::Error,
}

impl Failure {
    /// Makes a failure of the operating system during an action.
    pub fn new(doing: impl Into<String>, source: std::io::Error) -> Self {
        Self {
            doing: doing.into(),
            source,
        }
    }

    /// Makes a failure that does not come from the operating system.
    pub fn other(doing: impl Into<String>, why: impl Into<String>) -> Self {
        Self::new(doing, std::io::Error::other(why.into()))
    }
}

impl From<schema_release::Error> for Failure {
    fn from(error: schema_release::Error) -> Self {
        Self::new(
            error.doing(),
            std::io::Error::other(Why {
                text: error.why(),
                error,
            }),
        )
    }
}

impl From<schema_publish::Error> for Failure {
    fn from(error: schema_publish::Error) -> Self {
        Self::new(
            error.doing(),
            std::io::Error::other(Why {
                text: error.why(),
                error,
            }),
        )
    }
}

/// The reason of an error without the operation, which a [`Failure`] names already.
#[derive(Debug)]
struct Why<E> {
    text: String,
    error: E,
}

impl<E> std::fmt::Display for Why<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl<E: std::error::Error> std::error::Error for Why<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.source()
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
