//! The data of a change.

use serde::Serialize;
use serde_json::Value;

use super::edit::Edit;
use crate::Undecided;

/// One difference between two documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The difference.
    #[serde(flatten)]
    pub kind: ChangeKind,
    /// JSON pointer into the old document, if it has what changed.
    #[serde(rename = "old_pointer")]
    pub old: Option<String>,
    /// JSON pointer into the new document, if it has what changed.
    #[serde(rename = "new_pointer")]
    pub new: Option<String>,
    /// The fields of a body that the change concerns, in the form that people use: `data.jobs[].name`; `labels.*` is
    /// any member of `labels`. There can be several, because several fields can use one definition. The list is empty
    /// for a definition that nothing uses. An empty string stands for the body itself.
    pub fields: Vec<String>,
    /// The branches of unions that contain those fields, from the outermost one. There can be several lists, because
    /// several branches can use one definition. Empty if one of the fields is not in a branch.
    pub branches: Vec<Vec<Within>>,
    /// The edits that make this change without any other.
    #[serde(skip)]
    pub(super) edits: Vec<Edit>,
    /// The number of a group: changes with the same number make sense only together.
    #[serde(skip)]
    pub(super) group: usize,
}

impl Change {
    /// Creates a change without fields, branches and group, which are added later.
    pub(super) fn new(
        kind: ChangeKind,
        (old, new): (Option<String>, Option<String>),
        edits: impl IntoIterator<Item = Edit>,
    ) -> Self {
        Self {
            kind,
            old,
            new,
            fields: Vec::new(),
            branches: Vec::new(),
            edits: edits.into_iter().collect(),
            group: 0,
        }
    }

    /// Creates the change that replaces a list of changes that cannot be made.
    pub(crate) fn unlisted(new: &Value, undecided: Undecided) -> Self {
        let edit = Edit::Replace {
            at: String::new(),
            value: new.clone(),
        };
        let root = || Some(String::new());
        Self::new(ChangeKind::Unlisted(undecided), (root(), root()), [edit])
    }
}

/// A kind of difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ChangeKind {
    /// An object declares a new field.
    FieldAdded {
        /// The name of the field.
        name: String,
        /// True if an object must have it.
        required: bool,
    },
    /// An object no longer declares a field.
    FieldRemoved {
        /// The name of the field.
        name: String,
        /// True if an object had to have it.
        required: bool,
    },
    /// An object must have a field that was optional.
    FieldRequired {
        /// The name of the field.
        name: String,
    },
    /// A field is optional that an object had to have.
    FieldOptional {
        /// The name of the field.
        name: String,
    },
    /// An object has one more schema for a field that is declared elsewhere as well.
    FieldRefined {
        /// The name of the field.
        name: String,
        /// True if the object requires it, and nothing else did.
        required: bool,
    },
    /// An object no longer has a schema for a field that is declared elsewhere.
    FieldUnrefined {
        /// The name of the field.
        name: String,
        /// True if the object required it, and nothing else does.
        required: bool,
    },
    /// Another one of the schemas that describe the same object declares a field.
    FieldMoved {
        /// The name of the field.
        name: String,
    },
    /// An object lost a field, and has a new one with a similar schema: the field may have been renamed.
    FieldRenamed {
        /// The old name.
        from: String,
        /// The new name.
        to: String,
        /// True if an object had to have the old field.
        was_required: bool,
        /// True if an object has to have the new field.
        is_required: bool,
    },
    /// `type` is different.
    Type {
        /// The old types, if there were any.
        old: Option<Value>,
        /// The new types, if there are any.
        new: Option<Value>,
    },
    /// `const` is different.
    Const {
        /// The old value, if there was one.
        old: Option<Value>,
        /// The new value, if there is one.
        new: Option<Value>,
    },
    /// A closed set has a new member.
    MemberAdded {
        /// The member.
        value: Value,
    },
    /// A closed set no longer has a member.
    MemberRemoved {
        /// The member.
        value: Value,
    },
    /// An open set has a new known value.
    KnownValueAdded {
        /// The member.
        value: Value,
    },
    /// An open set no longer has a known value.
    KnownValueRemoved {
        /// The member.
        value: Value,
    },
    /// A limit of numbers, lengths or counts is different.
    Bound {
        /// The keyword, such as `maxLength`.
        keyword: String,
        /// The old limit, if there was one.
        old: Option<Value>,
        /// The new limit, if there is one.
        new: Option<Value>,
    },
    /// `pattern` is different.
    Pattern {
        /// The old pattern, if there was one.
        old: Option<Value>,
        /// The new pattern, if there is one.
        new: Option<Value>,
    },
    /// `format` is different.
    Format {
        /// The old format, if there was one.
        old: Option<Value>,
        /// The new format, if there is one.
        new: Option<Value>,
    },
    /// A keyword that only informs people and tools is different.
    Annotation {
        /// The keyword, such as `description`.
        keyword: String,
        /// The old value, if there was one.
        old: Option<Value>,
        /// The new value, if there is one.
        new: Option<Value>,
    },
    /// A union or an intersection has a new branch.
    BranchAdded {
        /// `oneOf`, `anyOf` or `allOf`.
        keyword: String,
        /// The name of the branch.
        branch: Branch,
    },
    /// A union or an intersection no longer has a branch.
    BranchRemoved {
        /// `oneOf`, `anyOf` or `allOf`.
        keyword: String,
        /// The name of the branch.
        branch: Branch,
    },
    /// A keyword describes another number of positions of an array.
    Positions {
        /// `prefixItems`, or `items` in older drafts.
        keyword: String,
        /// The number of positions that the old document describes.
        old: usize,
        /// The number of positions that the new document describes.
        new: usize,
    },
    /// A keyword that holds schemas by name has a new one.
    EntryAdded {
        /// The keyword, such as `patternProperties`.
        keyword: String,
        /// The name of the entry.
        name: String,
    },
    /// A keyword that holds schemas by name no longer has one.
    EntryRemoved {
        /// The keyword, such as `patternProperties`.
        keyword: String,
        /// The name of the entry.
        name: String,
    },
    /// There is a new definition.
    DefinitionAdded {
        /// The name of the definition.
        name: String,
    },
    /// A definition was removed.
    DefinitionRemoved {
        /// The name of the definition.
        name: String,
    },
    /// A definition was renamed, and all references use the new name.
    DefinitionRenamed {
        /// The old name.
        from: String,
        /// The new name.
        to: String,
    },
    /// A `$ref` leads to something else.
    Reference {
        /// The old reference, if there was one.
        old: Option<Value>,
        /// The new reference, if there is one.
        new: Option<Value>,
    },
    /// A `$ref` was replaced by the content of its definition.
    Inlined {
        /// The old reference.
        reference: String,
    },
    /// A schema was moved to a definition, and replaced by a `$ref` to it.
    Extracted {
        /// The new reference.
        reference: String,
    },
    /// Any other keyword is different.
    Keyword {
        /// The keyword.
        keyword: String,
        /// The old value, if there was one.
        old: Option<Value>,
        /// The new value, if there is one.
        new: Option<Value>,
    },
    /// The same members, or the same branches, are in another order.
    Reordered {
        /// The keyword.
        keyword: String,
    },
    /// `const` is written as an `enum` with one member, or vice versa.
    Rewritten {
        /// The keyword that was used.
        from: String,
        /// The keyword that is used.
        to: String,
    },
    /// The changes are not listed one by one, because a limit was reached.
    Unlisted(Undecided),
    /// A whole schema is replaced, because one of the two is not an object.
    Schema {
        /// The old schema.
        old: Value,
        /// The new schema.
        new: Value,
    },
}

/// A name that distinguishes a branch of a union or an intersection from the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Branch {
    /// A property with a constant value.
    Tag {
        /// The name of the property.
        property: String,
        /// The constant value.
        value: Value,
    },
    /// The reference that the branch consists of.
    Reference {
        /// The text of the reference.
        reference: String,
    },
    /// A type that no other branch has.
    Type {
        /// The name of the type.
        name: String,
    },
    /// Only its position, which begins at 0.
    Position {
        /// The position.
        index: usize,
    },
}

/// A branch of a union, and the keyword of the union.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Within {
    /// `oneOf` or `anyOf`.
    pub keyword: String,
    /// The name of the branch.
    #[serde(flatten)]
    pub branch: Branch,
}

impl ChangeKind {
    /// Reports whether a change of this kind affects only annotations, order or names, so that both documents accept
    /// the same values.
    #[must_use]
    pub fn is_neutral(&self) -> bool {
        match self {
            Self::Annotation { .. }
            | Self::KnownValueAdded { .. }
            | Self::KnownValueRemoved { .. }
            | Self::DefinitionRenamed { .. }
            | Self::Inlined { .. }
            | Self::Extracted { .. }
            | Self::Reordered { .. }
            | Self::Rewritten { .. } => true,
            Self::FieldAdded { .. }
            | Self::FieldRemoved { .. }
            | Self::FieldRequired { .. }
            | Self::FieldOptional { .. }
            | Self::FieldRefined { .. }
            | Self::FieldUnrefined { .. }
            | Self::FieldMoved { .. }
            | Self::FieldRenamed { .. }
            | Self::Type { .. }
            | Self::Const { .. }
            | Self::MemberAdded { .. }
            | Self::MemberRemoved { .. }
            | Self::Bound { .. }
            | Self::Pattern { .. }
            | Self::Format { .. }
            | Self::BranchAdded { .. }
            | Self::BranchRemoved { .. }
            | Self::Positions { .. }
            | Self::EntryAdded { .. }
            | Self::EntryRemoved { .. }
            | Self::DefinitionAdded { .. }
            | Self::DefinitionRemoved { .. }
            | Self::Reference { .. }
            | Self::Keyword { .. }
            | Self::Unlisted { .. }
            | Self::Schema { .. } => false,
        }
    }
}
