//! The facts that a person would write about two documents.

use serde::Serialize;
use serde_json::Value;

use super::edit::Edit;

/// One difference between two documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What is different.
    #[serde(flatten)]
    pub kind: ChangeKind,
    /// JSON pointer into the old document, if what changed stands there.
    #[serde(rename = "old_pointer")]
    pub old: Option<String>,
    /// JSON pointer into the new document, if what changed stands there.
    #[serde(rename = "new_pointer")]
    pub new: Option<String>,
    /// The values of a body that the change is about, as people write them: `data.jobs[].name`;
    /// `labels.*` is any member of `labels`. A definition can be used by several. It is empty for a
    /// definition that nothing uses, and holds an empty text for the body itself.
    pub fields: Vec<String>,
    /// The branches of unions that those values are in, from the outermost one; a definition can be used
    /// in several. It is empty if one of the values is in no branch.
    pub branches: Vec<Vec<Within>>,
    /// What makes this change alone.
    #[serde(skip)]
    pub(super) edits: Vec<Edit>,
    /// Changes with the same number make sense only together.
    #[serde(skip)]
    pub(super) group: usize,
}

impl Change {
    /// A change of which it is not known yet what fields it is about, and what it goes with.
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

    /// A change that stands for all of them, whatever they are.
    pub(crate) fn unlisted(new: &Value, reason: String) -> Self {
        let edit = Edit::Replace {
            at: String::new(),
            value: new.clone(),
        };
        let root = || Some(String::new());
        Self::new(ChangeKind::Unlisted { reason }, (root(), root()), [edit])
    }
}

/// What is different.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ChangeKind {
    /// An object declares a new field.
    FieldAdded {
        /// The name of the field.
        name: String,
        /// Whether an object must have it.
        required: bool,
    },
    /// An object no longer declares a field.
    FieldRemoved {
        /// The name of the field.
        name: String,
        /// Whether an object had to have it.
        required: bool,
    },
    /// An object must have a field that it could be without.
    FieldRequired {
        /// The name of the field.
        name: String,
    },
    /// An object can be without a field that it had to have.
    FieldOptional {
        /// The name of the field.
        name: String,
    },
    /// An object says more about a field that is declared elsewhere as well.
    FieldRefined {
        /// The name of the field.
        name: String,
        /// True if the object requires it, and nothing else did.
        required: bool,
    },
    /// An object no longer says anything about a field that is declared elsewhere.
    FieldUnrefined {
        /// The name of the field.
        name: String,
        /// True if the object required it, and nothing else does.
        required: bool,
    },
    /// Another one of the schemas that describe an object together declares a field.
    FieldMoved {
        /// The name of the field.
        name: String,
    },
    /// An object lost a field and has a new one that says much the same: the field may have another name.
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
    /// A closed set has lost a member.
    MemberRemoved {
        /// The member.
        value: Value,
    },
    /// An open set has a new member that is known.
    KnownValueAdded {
        /// The member.
        value: Value,
    },
    /// A member of an open set is no longer known.
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
    /// What a keyword for people and tools says is different.
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
        /// The mark by which the branch is told from others.
        branch: Branch,
    },
    /// A union or an intersection has lost a branch.
    BranchRemoved {
        /// `oneOf`, `anyOf` or `allOf`.
        keyword: String,
        /// The mark by which the branch is told from others.
        branch: Branch,
    },
    /// A list describes another number of positions.
    Positions {
        /// `prefixItems`, or `items` in older drafts.
        keyword: String,
        /// How many positions the old document describes.
        old: usize,
        /// How many positions the new document describes.
        new: usize,
    },
    /// A keyword that holds schemas by name has a new one.
    EntryAdded {
        /// The keyword, such as `patternProperties`.
        keyword: String,
        /// The name of the entry.
        name: String,
    },
    /// A keyword that holds schemas by name has lost one.
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
    /// A definition is gone.
    DefinitionRemoved {
        /// The name of the definition.
        name: String,
    },
    /// A definition has another name, and what referred to the old name refers to the new one.
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
    /// What a `$ref` led to is written out in its place.
    Inlined {
        /// The old reference.
        reference: String,
    },
    /// What was written out is a definition, and a `$ref` leads to it.
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
    /// The same members, or the same branches, stand in another order.
    Reordered {
        /// The keyword.
        keyword: String,
    },
    /// `const` is written as an `enum` of one, or the other way round.
    Rewritten {
        /// The keyword that was used.
        from: String,
        /// The keyword that is used.
        to: String,
    },
    /// The changes are not listed one by one, because a limit was reached.
    Unlisted {
        /// The limit, as a sentence fragment.
        reason: String,
    },
    /// A whole schema is replaced, because one of the two is no object.
    Schema {
        /// The old schema.
        old: Value,
        /// The new schema.
        new: Value,
    },
}

/// What tells a branch of a union or an intersection from the others.
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
    /// The reference that the branch is.
    Reference {
        /// The text of the reference.
        reference: String,
    },
    /// A type that no other branch has.
    Type {
        /// The name of the type.
        name: String,
    },
    /// Nothing but its position, which begins at 0.
    Position {
        /// The position.
        index: usize,
    },
}

/// A branch of a union, and the union.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Within {
    /// `oneOf` or `anyOf`.
    pub keyword: String,
    /// The mark by which the branch is told from others.
    #[serde(flatten)]
    pub branch: Branch,
}

impl ChangeKind {
    /// Whether both documents admit the same, whatever else they hold: the change is one of words,
    /// order or names.
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
