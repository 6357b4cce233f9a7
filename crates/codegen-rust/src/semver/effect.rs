//! The effect of each kind of change, and the words for both.

use std::fmt;

use super::{Effect, SourceChangeKind};

impl SourceChangeKind {
    /// Returns the effect on programs.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.judge().0
    }

    /// Returns the reason for the effect.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        self.judge().1
    }

    fn judge(&self) -> (Effect, &'static str) {
        match self {
            Self::MajorAdded | Self::EnvelopeAdded | Self::TypeAdded => {
                (Effect::Compatible, "no program uses it yet")
            }
            Self::MajorRemoved
            | Self::EnvelopeRemoved
            | Self::TypeRemoved
            | Self::FieldRemoved
            | Self::VariantRemoved => (Effect::Breaking, "programs that name it do not compile"),
            Self::EventAdded => (
                Effect::Compatible,
                "programs have to handle events that they do not know",
            ),
            Self::EventRemoved => (
                Effect::Breaking,
                "programs that name its variants or its schema do not compile",
            ),
            Self::TypeRenamed { .. } => (
                Effect::Breaking,
                "programs that name the old one do not compile",
            ),
            Self::KindChanged { .. } => (
                Effect::Breaking,
                "a value of it is made, taken apart or matched in another way",
            ),
            Self::FieldAdded { given: false } => (
                Effect::Compatible,
                "the struct is `#[non_exhaustive]`, and its constructor leaves the field out or fills it in",
            ),
            Self::FieldAdded { given: true } => (
                Effect::Breaking,
                "programs that make the struct have to give the field",
            ),
            Self::BecameOptional => (
                Effect::Breaking,
                "programs that read the field have to handle `None`",
            ),
            Self::BecameRequired => (
                Effect::Breaking,
                "programs that read the field expect an `Option`",
            ),
            Self::BecameGiven => (
                Effect::Breaking,
                "programs that make the struct have to give the field",
            ),
            Self::BecameImplied => (
                Effect::Breaking,
                "programs that make the struct give a field that no longer exists",
            ),
            Self::TypeChanged { .. } => (Effect::Breaking, "programs expect the old type"),
            Self::LengthChanged { .. } => (
                Effect::Breaking,
                "programs that make or take apart the tuple name all of its items",
            ),
            Self::VariantAdded { exhaustive: true } => (
                Effect::Breaking,
                "a `match` of all variants no longer has all of them",
            ),
            Self::VariantAdded { exhaustive: false } => (
                Effect::Compatible,
                "the enum is `#[non_exhaustive]`, and the value was `Unknown` before",
            ),
            // Cargo's rules do not mention the order of a derived `Ord`, and every program compiles.
            Self::VariantsReordered { exhaustive: true } => (
                Effect::Compatible,
                "programs compile as before, but the derived `Ord` sorts values by the new order, and casts to integers follow it",
            ),
            Self::VariantsReordered { exhaustive: false } => (
                Effect::Compatible,
                "programs compile as before, but the derived `Ord` sorts values by the new order",
            ),
            Self::ValuesChanged { .. } => (
                Effect::Compatible,
                "programs compile as before, and accept, reject or write other values",
            ),
            Self::JsonNameChanged { .. } => (
                Effect::Compatible,
                "programs compile as before, and read and write the new name",
            ),
            Self::RevisionChanged { .. } => (Effect::None, "the constant has the same type"),
            Self::DescriptionChanged => (Effect::None, "only documentation differs"),
        }
    }
}

/// The change, as the rest of a sentence that begins with the path.
impl fmt::Display for SourceChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MajorAdded => f.write_str("is a new major version"),
            Self::EnvelopeAdded => f.write_str("is a new envelope"),
            Self::EventAdded => f.write_str("is a new event"),
            Self::TypeAdded => f.write_str("is a new type"),
            Self::FieldAdded { given: false } => f.write_str("is a new field"),
            Self::FieldAdded { given: true } => f.write_str("is a new field that has to be given"),
            Self::VariantAdded { .. } => f.write_str("is a new variant"),
            Self::MajorRemoved
            | Self::EnvelopeRemoved
            | Self::EventRemoved
            | Self::TypeRemoved
            | Self::FieldRemoved
            | Self::VariantRemoved => f.write_str("is gone"),
            Self::TypeRenamed { old, .. } => write!(f, "was called `{old}`"),
            Self::KindChanged { old, new } => write!(f, "was {old} and is {new}"),
            Self::BecameOptional => f.write_str("became optional"),
            Self::BecameRequired => f.write_str("became required"),
            Self::BecameGiven => f.write_str("has to be given now"),
            Self::BecameImplied => f.write_str("is no longer given"),
            Self::TypeChanged { old, new } => write!(f, "was `{old}` and is `{new}`"),
            Self::LengthChanged { old, new } => write!(f, "had {old} items and has {new}"),
            Self::VariantsReordered { .. } => f.write_str("has its variants in another order"),
            Self::ValuesChanged { old, new } => write!(f, "was {old} and is {new}"),
            Self::JsonNameChanged { old, new } => {
                write!(f, "was `{old}` in JSON and is `{new}`")
            }
            Self::RevisionChanged { old, new } => write!(f, "was {old} and is {new}"),
            Self::DescriptionChanged => f.write_str("is described in other words"),
        }
    }
}
