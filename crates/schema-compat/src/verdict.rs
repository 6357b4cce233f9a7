//! Settings and verdicts of a comparison.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Undecided;

/// Settings for a comparison of two schemas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The documents that the writer is assumed to write.
    pub profile: Profile,
    /// The meaning of `format`, for both schemas and in every draft.
    pub formats: Formats,
    /// The draft of a schema without `$schema`.
    pub draft: Draft,
    /// The meaning of `integer` in draft 4.
    pub draft4_integers: Draft4Integers,
}

/// The meaning of `integer` in draft 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Draft4Integers {
    /// A number without fraction and exponent, so `1.0` is not an integer. A document that breaks only for this reason
    /// is reported only if no other was found, and the message says so.
    #[default]
    ByLetter,
    /// Any whole number, as in later drafts and in most readers.
    #[serde(rename = "as-draft-6")]
    AsDraft6,
}

/// The documents that the writer is assumed to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// All documents that its schema accepts.
    #[default]
    Exact,
    /// Those documents in which objects have only declared properties, if their schema declares any. The reader is not
    /// affected.
    Tolerant,
}

/// The meaning of `format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Formats {
    /// A string must have the format, if the draft defines it.
    #[default]
    Assert,
    /// Any string is valid.
    Annotate,
}

/// A draft of JSON Schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Draft {
    /// Draft 4.
    #[serde(rename = "4")]
    Draft4,
    /// Draft 6.
    #[serde(rename = "6")]
    Draft6,
    /// Draft 7.
    #[serde(rename = "7")]
    Draft7,
    /// Draft 2019-09.
    #[serde(rename = "2019-09")]
    Draft201909,
    /// Draft 2020-12.
    #[default]
    #[serde(rename = "2020-12")]
    Draft202012,
}

/// The answer to whether the reader accepts everything that the writer writes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
pub enum Verdict {
    /// The reader accepts everything.
    Compatible {
        /// The kind of proof.
        proof: Proof,
    },
    /// The reader rejects something.
    Breaking {
        /// A document that the writer's schema accepts and the reader's rejects, as small as could be found. The
        /// validators of both schemas have confirmed it.
        witness: Value,
        /// The reason why the reader rejects it, and the place.
        refused_at: Refusal,
    },
    /// The writer sends nothing in this profile, so nothing can break, and nothing is promised.
    Vacuous {
        /// The reason, as a sentence fragment.
        reason: String,
    },
    /// Neither is proved, for this reason.
    Undecided(Undecided),
}

impl Verdict {
    /// Reports whether compatibility is proved.
    #[must_use]
    pub fn is_compatible(&self) -> bool {
        matches!(self, Self::Compatible { .. })
    }
}

/// The kind of a proof of compatibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// The two schemas are equal.
    Identical,
    /// Case by case, down the structure of both schemas.
    Structural,
    /// Like `Structural`, with automata for the patterns of strings.
    Automata,
    /// The canonical form of the reader's schema covers that of the writer's.
    Covers,
    /// The canonical form of everything that the writer accepts and the reader rejects is empty.
    EmptyDifference,
}

/// The reason why a document is rejected, and the place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The JSON pointer of the rejected value in the document.
    pub instance: String,
    /// The keyword that rejects it.
    pub keyword: String,
    /// The JSON pointer of that keyword in the reader's schema.
    pub schema: String,
    /// A description of what is wrong.
    pub message: String,
}

impl Refusal {
    /// Adds to the message that only readers that follow draft 4 to the letter reject the document.
    pub(crate) fn by_letter(mut self) -> Self {
        self.message += " (by the letter of draft 4, where `1.0` is not an integer; most validators accept it as one)";
        self
    }
}
