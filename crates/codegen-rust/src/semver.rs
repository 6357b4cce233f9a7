//! What a change of schemas does to programs that use the generated Rust.
//!
//! ```text
//! (Family, Family) ─source_changes→ Vec<SourceChange> ─crate_step→ Step ─next_version→ Revision
//! ```
//!
//! This axis is not that of the wire: a body can be read by old and new schemas alike while a program
//! no longer compiles, and the other way round. Facts are data; [`SourceChangeKind::effect`] judges
//! them by the [rules of Cargo](https://doc.rust-lang.org/cargo/reference/semver.html), where these
//! say something, and strings are made at the edge.
//!
//! A program uses what is public: names, types of fields, constructors, variants, traits. Text that
//! stands in constants and in documentation is not part of it.

mod compare;
mod effect;
mod pairs;

use std::fmt;

use schema_registry::revision::Revision;

pub use compare::source_changes;

/// One difference between two states of generated Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceChange {
    /// The family whose code it is in.
    pub family: String,
    /// Where it is, from the family's module on: `v1::JobSucceeded::artifact_count`. Types are called
    /// by their new names, if they have them.
    pub path: String,
    /// What it is.
    pub kind: SourceChangeKind,
}

/// What a difference is, with the old and the new state as Rust or JSON has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceChangeKind {
    /// There is a module for another major version.
    MajorAdded,
    /// The module of a major version is gone.
    MajorRemoved,
    /// There is an envelope: `Event`, `Data` and what belongs to them.
    EnvelopeAdded,
    /// The envelope is gone.
    EnvelopeRemoved,
    /// There is another event: a variant of `Data` and of the set of event types.
    EventAdded,
    /// An event is gone.
    EventRemoved,
    /// There is another type.
    TypeAdded,
    /// A type is gone.
    TypeRemoved,
    /// What stands in its place has another name, and what it is has not changed its kind.
    TypeRenamed {
        /// The name that it had.
        old: String,
        /// The name that it has.
        new: String,
    },
    /// A type of this name is of another kind.
    KindChanged {
        /// What it was.
        old: &'static str,
        /// What it is.
        new: &'static str,
    },
    /// There is another field.
    FieldAdded {
        /// Whether the constructor asks for it.
        given: bool,
    },
    /// A field is gone.
    FieldRemoved,
    /// A field that held a value holds an `Option` of it.
    BecameOptional,
    /// A field that held an `Option` of a value holds the value.
    BecameRequired,
    /// The constructor asks for a field of the same type that it did not ask for.
    BecameGiven,
    /// The constructor does not ask for a field of the same type any longer.
    BecameImplied,
    /// A field, a variant, an item or another name stands for another type.
    TypeChanged {
        /// The type that it had, as Rust.
        old: String,
        /// The type that it has, as Rust.
        new: String,
    },
    /// A tuple has another number of items.
    LengthChanged {
        /// How many items it had.
        old: usize,
        /// How many items it has.
        new: usize,
    },
    /// There is another variant.
    VariantAdded {
        /// Whether programs can name all variants, because the enum is not `#[non_exhaustive]`.
        exhaustive: bool,
    },
    /// A variant is gone.
    VariantRemoved,
    /// The variants of a set are in another order. The set derives `Ord`, so its values are sorted by it.
    VariantsReordered {
        /// True if programs can name all variants. They can cast such a set to integers, too.
        exhaustive: bool,
    },
    /// The same type takes other values, or what it means in JSON is another thing.
    ValuesChanged {
        /// What was asked of values, in words.
        old: String,
        /// What is asked of values, in words.
        new: String,
    },
    /// A field, a variant or an event has another name in JSON, and the same one in Rust.
    JsonNameChanged {
        /// The name that it had.
        old: String,
        /// The name that it has.
        new: String,
    },
    /// The constant that names the revision of a schema has another value.
    RevisionChanged {
        /// The revision that it was.
        old: String,
        /// The revision that it is.
        new: String,
    },
    /// The documentation says something else.
    DescriptionChanged,
}

/// What a change does to programs. The greatest of several is the effect of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing: programs are the same, and there is nothing new to use.
    None,
    /// Programs compile as before. There is more to use, or other values are taken.
    Compatible,
    /// There are programs that used the old code rightly and do not compile with the new one.
    Breaking,
}

/// How the version of a crate has to change, in the words of semantic versioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The crate is the same to programs.
    Patch,
    /// Programs compile as before.
    Minor,
    /// Programs may have to be changed.
    Major,
}

/// The step that a crate with these changes has to make at least.
#[must_use]
pub fn crate_step(changes: &[SourceChange]) -> Step {
    let effects = changes.iter().map(|change| change.kind.effect());
    match effects.max() {
        None | Some(Effect::None) => Step::Patch,
        Some(Effect::Compatible) => Step::Minor,
        Some(Effect::Breaking) => Step::Major,
    }
}

/// The version of a crate after a step; `None` past the largest number.
///
/// Before 1.0.0 Cargo takes the first number that is not 0 for the major version. So a major step
/// raises the second number there, and any other step the third.
#[must_use]
pub fn next_version(current: Revision, step: Step) -> Option<Revision> {
    match (step, current.major) {
        (Step::Patch, _) | (Step::Minor, 0) => current.next_patch(),
        (Step::Minor, _) | (Step::Major, 0) => current.next_minor(),
        (Step::Major, major) => Some(Revision::first(major.checked_add(1)?)),
    }
}

/// The change with its effect and the reason: "`v1::Job::id` is gone: breaking, …".
impl fmt::Display for SourceChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, kind, .. } = self;
        let (effect, reason) = (kind.effect(), kind.reason());
        write!(f, "`{path}` {kind}: {effect}, {reason}")
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "no effect",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        })
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}
