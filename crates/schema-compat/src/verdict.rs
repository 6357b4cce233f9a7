//! What is asked, and what is answered.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How two schemas are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which documents the writer is taken to write.
    pub profile: Profile,
    /// What `format` means, on both sides alike and in every draft.
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
    /// A number without fraction and exponent, so that `1.0` is none. A document that breaks for this alone
    /// is shown if no other was found, and the refusal says so.
    #[default]
    ByLetter,
    /// Any whole number, as in later drafts and in most readers.
    #[serde(rename = "as-draft-6")]
    AsDraft6,
}

/// Which documents the writer is taken to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// All that its schema accepts.
    #[default]
    Exact,
    /// Those whose objects hold declared properties only, where their schema declares any. The reader
    /// stays as it is.
    Tolerant,
}

/// What `format` means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Formats {
    /// A string has to be of the format, where the draft defines it.
    #[default]
    Assert,
    /// Any string will do.
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

/// Whether the reader accepts all that the writer writes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
pub enum Verdict {
    /// It does, and this is how that was proved.
    Compatible {
        /// How it was proved.
        proof: Proof,
    },
    /// It does not.
    Breaking {
        /// A document that the writer's schema accepts and the reader's refuses, as small as could be
        /// found. The validators of both schemas have confirmed it.
        witness: Value,
        /// Why and where the reader refuses it.
        refused_at: Refusal,
    },
    /// The writer sends nothing in this profile, so nothing can break, and nothing is promised either.
    Vacuous {
        /// Why that is so, as a sentence fragment.
        reason: String,
    },
    /// Neither is proved.
    Undecided {
        /// What stood in the way, as a sentence fragment.
        reason: String,
    },
}

impl Verdict {
    /// Whether compatibility is proved.
    #[must_use]
    pub fn is_compatible(&self) -> bool {
        matches!(self, Self::Compatible { .. })
    }
}

/// How compatibility was proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// The two schemas say the same.
    Identical,
    /// Case by case, down the structure of both schemas.
    Structural,
    /// The same, with automata for the patterns of strings.
    Automata,
    /// The canonical form of the reader's schema covers that of the writer's.
    Covers,
    /// The canonical form of what the writer may write and the reader refuses is empty.
    EmptyDifference,
}

/// Why and where a document is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The JSON pointer of the refused value in the document.
    pub instance: String,
    /// The keyword that refuses it.
    pub keyword: String,
    /// The JSON pointer of that keyword in the reader's schema.
    pub schema: String,
    /// What is wrong, in words.
    pub message: String,
}

impl Refusal {
    /// The same, where it is one only to those who read draft 4 by its letter.
    pub(crate) fn by_letter(mut self) -> Self {
        self.message += " (by the letter of draft 4, where `1.0` is not an integer; most validators accept it as one)";
        self
    }
}
