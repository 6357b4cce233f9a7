//! The effect of a change of schemas on programs that use the generated Rust.
//!
//! ```text
//! (Family, Family) ─source_changes→ Vec<SourceChange> ─crate_step→ Step ─next_version→ Revision
//! ```
//!
//! This is independent of the compatibility of bodies: old and new schemas may accept the same bodies while a program
//! no longer compiles, and the other way round. Facts are data; [`SourceChangeKind::effect`] judges them by the [rules
//! of Cargo](https://doc.rust-lang.org/cargo/reference/semver.html), where they apply, and strings are made at the
//! edge.
//!
//! A program uses the public interface: names, types of fields, constructors, variants, traits. The text of constants
//! and of documentation is not part of it.

mod compare;
mod effect;
mod pairs;

use std::{collections::BTreeMap, fmt};

use schema_codegen::model::{Family, Major};
use schema_registry::revision::Revision;

use crate::plan_of;

use compare::Comparison;
use pairs::Sides;

/// One difference between two states of generated Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceChange {
    /// The family whose code it is in.
    pub family: String,
    /// The path from the family's module on: `v1::JobSucceeded::artifact_count`. Types have their new names, if they
    /// still exist.
    pub path: String,
    /// The kind of difference.
    pub kind: SourceChangeKind,
}

/// The kinds of differences, with the old and the new state in Rust or JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceChangeKind {
    /// A module for a major version is added.
    MajorAdded,
    /// The module of a major version is gone.
    MajorRemoved,
    /// An envelope is added: `Event`, `Data` and the items that belong to them.
    EnvelopeAdded,
    /// The envelope is gone.
    EnvelopeRemoved,
    /// An event is added: a variant of `Data` and of the set of event types.
    EventAdded,
    /// An event is gone.
    EventRemoved,
    /// A type is added.
    TypeAdded,
    /// A type is gone.
    TypeRemoved,
    /// The type at the same place has another name, and is of the same kind.
    TypeRenamed {
        /// The name that it had.
        old: String,
        /// The name that it has.
        new: String,
    },
    /// A type of this name is of another kind.
    KindChanged {
        /// The old kind.
        old: &'static str,
        /// The kind of difference.
        new: &'static str,
    },
    /// A field is added.
    FieldAdded {
        /// True if it is a parameter of the constructor.
        given: bool,
    },
    /// A field is gone.
    FieldRemoved,
    /// A field that held a value holds an `Option` of it.
    BecameOptional,
    /// A field that held an `Option` of a value holds the value.
    BecameRequired,
    /// A field of the same type is a new parameter of the constructor.
    BecameGiven,
    /// A field of the same type is no longer a parameter of the constructor.
    BecameImplied,
    /// A field, a variant, an item or an alias has another type.
    TypeChanged {
        /// The type that it had, as Rust.
        old: String,
        /// The type that it has, as Rust.
        new: String,
    },
    /// A tuple has another number of items.
    LengthChanged {
        /// The old number of items.
        old: usize,
        /// The new number of items.
        new: usize,
    },
    /// A variant is added.
    VariantAdded {
        /// True if programs can name all variants, because the enum is not `#[non_exhaustive]`.
        exhaustive: bool,
    },
    /// A variant is gone.
    VariantRemoved,
    /// The variants of a set are in another order. The set derives `Ord`, so its values are sorted by it.
    VariantsReordered {
        /// True if programs can name all variants. They can cast such a set to integers, too.
        exhaustive: bool,
    },
    /// The same type accepts other values, or has another meaning in JSON.
    ValuesChanged {
        /// The old constraints on values, in words.
        old: String,
        /// The new constraints on values, in words.
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

/// The effect of a change on programs. The effect of several changes is the greatest of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// No effect: programs are the same, and there is nothing new to use.
    None,
    /// Programs compile as before. There is more to use, or other values are accepted.
    Compatible,
    /// Programs that used the old code correctly may not compile with the new code.
    Breaking,
}

/// The step of a crate's version, in the words of semantic versioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The crate is the same to programs.
    Patch,
    /// Programs compile as before.
    Minor,
    /// Programs may have to be changed.
    Major,
}

/// Returns the differences between the Rust that is generated from two states of a family, in the order of the new one:
/// for each major version the envelope, the events and the types.
///
/// A field with another name in Rust counts as removed and added, because schemas do not say that both are the same. A
/// type counts as renamed if the old name is gone, the new name did not exist, and both are at the same place.
#[must_use]
pub fn source_changes(old: &Family, new: &Family) -> Vec<SourceChange> {
    let (old, new_majors) = (by_name(old), by_name(new));
    let mut changes = Vec::new();
    for (name, major) in &new_majors {
        match old.get(name) {
            Some(old) => changes.extend(changes_of_major(&new.name, old, major)),
            None => changes.push(of_module(&new.name, name, SourceChangeKind::MajorAdded)),
        }
    }
    let removed = old.keys().filter(|name| !new_majors.contains_key(*name));
    changes.extend(removed.map(|name| of_module(&new.name, name, SourceChangeKind::MajorRemoved)));
    changes
}

/// Returns the differences between the Rust that is generated from two states of a major version of a family, in the
/// order of the new one.
#[must_use]
pub fn changes_of_major(family: &str, old: &Major, new: &Major) -> Vec<SourceChange> {
    Comparison::run(family, Sides::new(&plan_of(old), &plan_of(new)))
}

fn by_name(family: &Family) -> BTreeMap<&str, &Major> {
    let majors = family.majors.iter();
    majors.map(|major| (major.name.as_str(), major)).collect()
}

fn of_module(family: &str, module: &str, kind: SourceChangeKind) -> SourceChange {
    SourceChange {
        family: family.to_owned(),
        path: module.to_owned(),
        kind,
    }
}

/// Returns the smallest step that a crate with these changes needs.
#[must_use]
pub fn crate_step(changes: &[SourceChange]) -> Step {
    let effects = changes.iter().map(|change| change.kind.effect());
    match effects.max() {
        None | Some(Effect::None) => Step::Patch,
        Some(Effect::Compatible) => Step::Minor,
        Some(Effect::Breaking) => Step::Major,
    }
}

/// Returns the version of a crate after a step, or `None` past the largest number.
///
/// Before 1.0.0 Cargo treats the first number that is not 0 as the major version. So a major step raises the second
/// number there, and any other step the third.
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
