//! The reasons why a verdict is undecided: a code for programs, and a text for people.

use std::{fmt, io, process::ExitStatus, time::Duration};

use serde::{Deserialize, Serialize};

use crate::{Error, model::Role};

/// The reason why neither compatibility nor a break is proved.
///
/// Code and text are made from one value, so they always agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undecided {
    code: UndecidedCode,
    reason: String,
}

impl Undecided {
    /// Creates the reason of a comparison that was not made.
    #[must_use]
    pub fn not_compared() -> Self {
        Reason::NotCompared.into()
    }

    /// Creates the reason of a comparison for which no worker could be started or asked.
    #[must_use]
    pub fn no_worker(error: &io::Error) -> Self {
        Reason::NoWorker(error).into()
    }

    /// Creates the reason of a line that does not contain two schemas.
    #[must_use]
    pub fn not_a_pair(line: usize, error: &serde_json::Error) -> Self {
        Reason::NotAPair { line, error }.into()
    }

    /// Returns the code of the reason.
    #[must_use]
    pub fn code(&self) -> UndecidedCode {
        self.code
    }

    /// Returns the reason as a sentence fragment.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl From<Reason<'_>> for Undecided {
    fn from(reason: Reason<'_>) -> Self {
        Self {
            code: reason.code(),
            reason: reason.to_string(),
        }
    }
}

/// A kind of reason for an undecided verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UndecidedCode {
    /// The comparison reached its time limit.
    TimeLimit,
    /// The comparison reached its memory limit.
    MemoryLimit,
    /// The comparison reached its stack limit.
    StackLimit,
    /// The process that compares failed, or could not be started.
    WorkerFailed,
    /// The comparison was not made.
    NotCompared,
    /// The search has too many cases.
    TooManyCases,
    /// A pattern has no automaton, for example because of a back-reference or of its size.
    InexactPattern,
    /// No exact form of a format is known.
    InexactFormat,
    /// A dynamic reference has more than one possible target.
    DynamicReference,
    /// Another keyword has no exact form.
    InexactKeyword,
    /// Keywords that have an exact form each cannot be decided together.
    InexactCombination,
    /// A document was found, but the validators of the two schemas do not confirm that it breaks. The comparison or a
    /// validator has a bug.
    UnconfirmedDocument,
    /// A schema contains a number that a double cannot distinguish from its neighbours.
    InexactNumber,
    /// A schema is not JSON.
    NotJson,
    /// A line is not an object with two schemas.
    NotAPair,
    /// A schema is of no known draft.
    UnknownDraft,
    /// A schema is invalid under its draft.
    InvalidSchema,
    /// A schema contains a pattern that is not a regular expression, or that is too large for the validator.
    InvalidPattern,
    /// A reference leads to nothing.
    UnresolvedReference,
    /// A reference leads to another file.
    ExternalReference,
    /// A reference leads back to itself without descending into the value.
    EndlessReference,
}

/// The reason for an undecided verdict, before it is put into words.
#[derive(Debug)]
pub(crate) enum Reason<'a> {
    /// These assertions have no exact form, at these places of the schemas.
    Assertions {
        kind: Inexact,
        places: Vec<(Role, String)>,
    },
    /// The search has too many cases, most of them from these places.
    Cases {
        places: Vec<(Role, String)>,
    },
    Endless,
    /// The process ended without an answer.
    Failed {
        status: ExitStatus,
        output: String,
    },
    InexactNumber {
        side: Role,
        number: &'a str,
        pointer: String,
    },
    MemoryLimit {
        bytes: u64,
    },
    NoWorker(&'a io::Error),
    NotAPair {
        line: usize,
        error: &'a serde_json::Error,
    },
    NotCompared,
    /// A schema of one side is not JSON, or those of both sides.
    NotJson {
        side: Option<Role>,
        error: serde_json::Error,
    },
    /// References that cannot be resolved. The text of the error names them.
    References(Error),
    StackLimit {
        bytes: u64,
    },
    TimeLimit(Duration),
    /// A document that the validators do not confirm.
    Unconfirmed,
    /// A schema that cannot be compared with any other.
    Unsound {
        side: Role,
        error: Error,
    },
}

/// The kinds of assertions that prevent a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inexact {
    /// Each has an exact form, but they cannot be decided together.
    Combination,
    DynamicReference,
    Format,
    Keyword,
    Pattern,
}

impl Reason<'_> {
    fn code(&self) -> UndecidedCode {
        match self {
            Self::Assertions { kind, .. } => match kind {
                Inexact::Combination => UndecidedCode::InexactCombination,
                Inexact::DynamicReference => UndecidedCode::DynamicReference,
                Inexact::Format => UndecidedCode::InexactFormat,
                Inexact::Keyword => UndecidedCode::InexactKeyword,
                Inexact::Pattern => UndecidedCode::InexactPattern,
            },
            Self::Cases { .. } => UndecidedCode::TooManyCases,
            Self::Endless => UndecidedCode::EndlessReference,
            Self::Failed { .. } | Self::NoWorker(_) => UndecidedCode::WorkerFailed,
            Self::InexactNumber { .. } => UndecidedCode::InexactNumber,
            Self::MemoryLimit { .. } => UndecidedCode::MemoryLimit,
            Self::NotAPair { .. } => UndecidedCode::NotAPair,
            Self::NotCompared => UndecidedCode::NotCompared,
            Self::NotJson { .. } => UndecidedCode::NotJson,
            Self::References(error) | Self::Unsound { error, .. } => error.code(),
            Self::StackLimit { .. } => UndecidedCode::StackLimit,
            Self::TimeLimit(_) => UndecidedCode::TimeLimit,
            Self::Unconfirmed => UndecidedCode::UnconfirmedDocument,
        }
    }
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Assertions { places, .. } => {
                match places.as_slice() {
                    [] => f.write_str("some assertions")?,
                    places => write_places(f, places)?,
                }
                f.write_str(" cannot be compared exactly, and no breaking document was found")
            }
            Self::Cases { places } => {
                f.write_str("there are too many cases")?;
                if !places.is_empty() {
                    f.write_str(", most of them from ")?;
                    write_places(f, places)?;
                }
                f.write_str(", and no breaking document was found")
            }
            Self::Endless => {
                f.write_str("a reference leads back to itself without descending into the value")
            }
            Self::Failed { status, output } => {
                write!(f, "the comparison failed ({status}): {output}")
            }
            Self::InexactNumber {
                side,
                number,
                pointer,
            } => write!(
                f,
                "`{number}` at `{pointer}` in the {}'s schema has more digits than can be compared exactly",
                name(*side)
            ),
            Self::MemoryLimit { bytes } => write!(
                f,
                "over budget: the comparison used more than {} MiB of memory",
                bytes >> 20
            ),
            Self::NoWorker(error) => write!(f, "cannot compare: {error}"),
            Self::NotAPair { line, error } => write!(
                f,
                "line {line} is not an object with `writer` and `reader`: {error}"
            ),
            Self::NotCompared => f.write_str("it was not compared"),
            Self::NotJson { side: None, error } => write!(f, "the schemas are not JSON: {error}"),
            Self::NotJson {
                side: Some(side),
                error,
            } => write!(f, "the {}'s schema is not JSON: {error}", name(*side)),
            Self::References(error) => error.fmt(f),
            Self::StackLimit { bytes } => write!(
                f,
                "over budget: the comparison used more than {} MiB of stack",
                bytes >> 20
            ),
            Self::TimeLimit(time) => {
                write!(f, "over budget: the comparison took more than {time:?}")
            }
            Self::Unconfirmed => f.write_str(
                "the validators of the two schemas do not confirm the only document that was found",
            ),
            Self::Unsound { side, error } => write!(
                f,
                "the {}'s schema cannot be compared: `{}`: {error}",
                name(*side),
                error.pointer()
            ),
        }
    }
}

fn write_places(f: &mut fmt::Formatter<'_>, places: &[(Role, String)]) -> fmt::Result {
    for (at, (side, pointer)) in places.iter().enumerate() {
        let and = if at > 0 { " and " } else { "" };
        write!(f, "{and}`{pointer}` in the {}'s schema", name(*side))?;
    }
    Ok(())
}

fn name(side: Role) -> &'static str {
    match side {
        Role::Writer => "writer",
        Role::Reader => "reader",
    }
}
