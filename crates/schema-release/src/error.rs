//! The error of releasing, and of starting an event or a major version.

use std::{error, fmt};

use schema_registry::{revision::Revision, text::Oddity};

/// An operation that failed, and the reason.
#[derive(Debug)]
pub struct Error {
    attempt: Attempt,
    reason: Reason,
}

impl Error {
    pub(crate) fn new(attempt: Attempt, reason: Reason) -> Self {
        Self { attempt, reason }
    }

    /// Returns the operation that failed, as a sentence fragment.
    #[must_use]
    pub fn doing(&self) -> String {
        self.attempt.to_string()
    }

    /// Returns the reason, as a sentence fragment.
    #[must_use]
    pub fn why(&self) -> String {
        self.reason.to_string()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.attempt, self.reason)
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.reason {
            Reason::NotToml(error) => Some(error),
            _ => None,
        }
    }
}

/// The operations that can fail.
#[derive(Debug)]
pub(crate) enum Attempt {
    AddEvent { event: String },
    AddTo { file: String },
    NextVersion { package: String },
    Read { file: String },
    Release { event: String },
    StartMajor { family: String },
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AddEvent { event } => write!(f, "cannot add `{event}`"),
            Self::AddTo { file } => write!(f, "cannot add to `{file}`"),
            Self::NextVersion { package } => {
                write!(
                    f,
                    "cannot determine the next version of the crate `{package}`"
                )
            }
            Self::Read { file } => write!(f, "cannot read `{file}`"),
            Self::Release { event } => write!(f, "cannot release `{event}`"),
            Self::StartMajor { family } => {
                write!(f, "cannot start a new major version of `{family}`")
            }
        }
    }
}

/// The reasons why an operation fails.
#[derive(Debug)]
pub(crate) enum Reason {
    /// The event exists in the newest major version.
    EventExists { family: String, major: String },
    /// An event type that is not in snake case.
    EventName,
    /// A schema that cannot be bundled.
    InvalidSchema,
    /// A family without a major version, for which an event is wanted.
    NoFirstMajor { family: String },
    /// A registry without families.
    NoFamily,
    /// A major version without an example of an event.
    NoModelExample,
    /// A family without a major version, of which a copy is wanted.
    NoMajorToCopy,
    /// A major version with the greatest number.
    NoMajorAfter,
    /// A version of a crate that cannot increase.
    NoVersionAfter(Revision),
    /// A file that is not TOML.
    NotToml(toml_edit::TomlError),
    /// A file with text that is not what it seems to be.
    Odd(Oddity),
    /// Several families, none of which was named.
    SeveralFamilies { known: Vec<String> },
    /// A family that is named as the argument of `new`, and that does not exist.
    UnknownFamily { family: String, known: Vec<String> },
    /// A family that is named as the argument of `new-major`, and that does not exist.
    UndeclaredFamily,
    /// A major version that was never released.
    Unreleased { major: String },
    /// A version of a crate that is not three numbers.
    Version { version: String },
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EventExists { family, major } => write!(f, "`{family}/{major}` has it already"),
            Self::EventName => f.write_str(
                "an event type consists of names in snake case, separated by dots: `job.cancelled`",
            ),
            Self::InvalidSchema => f.write_str("its schema has errors, which `check` shows"),
            Self::NoFirstMajor { family } => write!(
                f,
                "`{family}` has no major version yet: create the folder `v1` with its envelope"
            ),
            Self::NoFamily => f.write_str("`registry.toml` declares no family"),
            Self::NoModelExample => {
                f.write_str("no other event has an example to take the envelope's fields from")
            }
            Self::NoMajorToCopy => {
                f.write_str("it has no major version to copy; create the folder `v1`")
            }
            Self::NoMajorAfter => f.write_str("there is no number left"),
            Self::NoVersionAfter(last) => write!(f, "there is none after {last}"),
            Self::NotToml(error) => error.fmt(f),
            Self::Odd(oddity) => write!(f, "{}; {}", oddity.message, oddity.help),
            Self::SeveralFamilies { known } => {
                write!(f, "name its family with `--family`: {}", quoted(known))
            }
            Self::UnknownFamily { family, known } => write!(
                f,
                "there is no family `{family}`; the registry has {}",
                quoted(known)
            ),
            Self::UndeclaredFamily => f.write_str("`registry.toml` declares no such family"),
            Self::Unreleased { major } => {
                write!(f, "`{major}` was never released; make the change there")
            }
            Self::Version { version } => write!(
                f,
                "its version is `{version}`; write three numbers, such as `0.1.0`"
            ),
        }
    }
}

fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
