//! The comparison of two documents, schema by schema.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{
    change::{Change, ChangeKind},
    declared::Declared,
    edit::Edit,
    fields::{self, Fields},
    keyword::{KNOWN_VALUES, KeywordKind, is_text},
    local::LocalChanges,
    moves,
    pointer::{self, child},
    renames::{Renames, is_container},
};

pub(super) type Object = Map<String, Value>;

/// The pointers of two schemas that are compared, and how edits reach the old one.
#[derive(Clone, Debug, Default)]
pub(super) struct PointerPair {
    pub(super) old: String,
    pub(super) new: String,
    /// The pointer at which edits change the old document. If a definition is compared with a schema that is written
    /// out elsewhere, the edits change that place, and not the definition for all its users.
    pub(super) edit: String,
    /// Edits that come before any other edit of this place.
    pub(super) before: Vec<Edit>,
    pub(super) followed: FollowedReferences,
}

/// The references that were followed in one document only, because the other document has the definition inline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FollowedReferences {
    /// True if the last reference led to exactly this place.
    pub(super) is_here: bool,
    /// The number of references that were followed.
    pub(super) count: usize,
}

impl PointerPair {
    pub(super) fn child(&self, token: &str) -> Self {
        Self {
            old: child(&self.old, token),
            new: child(&self.new, token),
            edit: child(&self.edit, token),
            before: self.before.clone(),
            followed: FollowedReferences {
                is_here: false,
                ..self.followed
            },
        }
    }
}

/// Two schemas inside the documents, and their pointers.
pub(super) type SchemaPair<'a> = (&'a Value, &'a Value, PointerPair);

/// Two documents, and the differences found so far.
pub(super) struct Differ<'a> {
    pub(super) old: &'a Value,
    pub(super) new: &'a Value,
    pub(super) renames: Renames,
    /// Schemas of each document that describe a value together.
    pub(super) old_declared: Declared<'a>,
    pub(super) new_declared: Declared<'a>,
    old_fields: Fields,
    new_fields: Fields,
    /// The fields that each document describes regardless of branches and conditions.
    certain: (BTreeSet<String>, BTreeSet<String>),
    /// The targets of the references of both documents.
    targets: BTreeSet<String>,
    changes: Vec<Change>,
    groups: usize,
}

impl<'a> Differ<'a> {
    pub(super) fn new(old: &'a Value, new: &'a Value) -> Self {
        let mut targets = BTreeSet::new();
        for document in [old, new] {
            pointer::each_reference(document, &mut |reference| {
                targets.extend(pointer::target(reference));
            });
        }
        Self {
            old,
            new,
            renames: Renames::of(old, new),
            old_declared: Declared::of(old),
            new_declared: Declared::of(new),
            old_fields: Fields::of(old),
            new_fields: Fields::of(new),
            certain: (Fields::certain(old), Fields::certain(new)),
            targets,
            changes: Vec::new(),
            groups: 0,
        }
    }

    pub(super) fn run(mut self) -> Vec<Change> {
        self.schema(self.old, self.new, PointerPair::default());
        moves::settle(&mut self.changes);
        self.changes
    }

    fn schema(&mut self, old: &'a Value, new: &'a Value, at: PointerPair) {
        if old == new {
            return;
        }
        let (Value::Object(olds), Value::Object(news)) = (old, new) else {
            return self.replaced(old, new, &at);
        };
        let mut local = LocalChanges::new(at.clone(), olds, news);
        let inner = match self.inline_or_extract(&mut local) {
            Some(pair) => vec![pair],
            None => self.keywords(&mut local),
        };
        for mut change in local.grouped(&mut self.groups) {
            self.locate(&mut change, &at);
            self.changes.push(change);
        }
        for (old, new, at) in inner {
            self.schema(old, new, at);
        }
    }

    /// Reports the replacement of a schema, if at least one of the two is not an object.
    fn replaced(&mut self, old: &Value, new: &Value, at: &PointerPair) {
        let kind = ChangeKind::Schema {
            old: old.clone(),
            new: new.clone(),
        };
        let edit = Edit::Replace {
            at: at.edit.clone(),
            value: self.renames.value_to_old(new),
        };
        let places = (Some(at.old.clone()), Some(at.new.clone()));
        let edits = at.before.iter().cloned().chain([edit]);
        let mut change = Change::new(kind, places, edits);
        self.groups += 1;
        change.group = self.groups;
        self.locate(&mut change, at);
        self.changes.push(change);
    }

    /// Adds the fields and branches that a change concerns.
    fn locate(&self, change: &mut Change, at: &PointerPair) {
        let declared = |root: &Value, schema: &str, name: &str| {
            let place = child(&child(schema, "properties"), name);
            root.pointer(&place).is_some().then_some(place)
        };
        let mut field = None;
        let mut schema = (Some(at.old.as_str()), Some(at.new.as_str()));
        match &change.kind {
            ChangeKind::FieldAdded { name, .. }
            | ChangeKind::FieldRemoved { name, .. }
            | ChangeKind::FieldMoved { name }
            | ChangeKind::FieldRenamed { from: name, .. } => {
                field = Some(name.clone());
            }
            ChangeKind::FieldRequired { name } | ChangeKind::FieldOptional { name } => {
                // People look for the declaration of the field, and not for its name in `required`.
                let places = (
                    declared(self.old, &at.old, name),
                    declared(self.new, &at.new, name),
                );
                if places.0.is_some() || places.1.is_some() {
                    (change.old, change.new) = places;
                }
                field = Some(name.clone());
            }
            ChangeKind::DefinitionAdded { .. }
            | ChangeKind::DefinitionRemoved { .. }
            | ChangeKind::DefinitionRenamed { .. } => {
                schema = (change.old.as_deref(), change.new.as_deref());
            }
            _ => {}
        }
        let described = schema.1.map_or(&[][..], |new| self.new_fields.at(new));
        let described = match (described, schema.0) {
            ([], Some(old)) => self.old_fields.at(old),
            (described, _) => described,
        };
        // There are at most `MOST_FIELDS` of them, so the lists need no index.
        for used in described {
            let field = match &field {
                Some(name) => fields::inside(&used.field, name),
                None => used.field.clone(),
            };
            if !change.fields.contains(&field) {
                change.fields.push(field);
            }
            if !change.branches.contains(&used.branches) {
                change.branches.push(used.branches.clone());
            }
        }
        if change.branches.iter().any(Vec::is_empty) {
            change.branches.clear();
        }
        self.refine(change, at);
    }

    /// Distinguishes added and removed fields from those that another schema describes as well, such as the fields of
    /// an envelope, which the schema of an event describes too.
    fn refine(&self, change: &mut Change, at: &PointerPair) {
        let are_all_in = |certain: &BTreeSet<String>| {
            !change.fields.is_empty() && change.fields.iter().all(|field| certain.contains(field))
        };
        match &change.kind {
            ChangeKind::FieldAdded { name, required } if are_all_in(&self.certain.0) => {
                change.kind = ChangeKind::FieldRefined {
                    name: name.clone(),
                    required: *required && !self.old_declared.requires(&at.old, name),
                }
            }
            ChangeKind::FieldRemoved { name, required } if are_all_in(&self.certain.1) => {
                change.kind = ChangeKind::FieldUnrefined {
                    name: name.clone(),
                    required: *required && !self.new_declared.requires(&at.new, name),
                }
            }
            _ => {}
        }
    }

    /// Compares two schemas keyword by keyword, and returns the pairs of schemas inside them that have to be compared
    /// next.
    fn keywords(&self, local: &mut LocalChanges<'a>) -> Vec<SchemaPair<'a>> {
        let (olds, news) = (local.olds, local.news);
        let mut inner = Vec::new();
        let mut definitions = Vec::new();
        let only_new = news.keys().filter(|keyword| !olds.contains_key(*keyword));
        for keyword in olds.keys().chain(only_new) {
            let (old, new) = (olds.get(keyword), news.get(keyword));
            let is_address = local.at.old.is_empty() && keyword == "$id";
            // The definition and the place where it is written out may have different annotations.
            let is_apart = local.at.followed.is_here && is_text(keyword);
            if old == new || is_address || is_apart {
                continue;
            }
            match (keyword.as_str(), old, new) {
                // They are compared together, below.
                ("properties" | "required" | "const" | "enum", _, _) => {}
                ("$ref", Some(old), Some(new)) if self.renames.are_same(old, new) => {}
                (KNOWN_VALUES, Some(Value::Array(old)), Some(Value::Array(new))) => {
                    self.known_values(old, new, local);
                }
                (keyword, _, _) if is_container(keyword) => {
                    self.definitions(keyword, local, &mut definitions);
                }
                ("allOf", None, Some(Value::Array(new))) if !new.is_empty() => {
                    self.branches("allOf", (&[], new), local, &mut inner);
                }
                ("allOf", Some(Value::Array(old)), None) if !old.is_empty() => {
                    self.branches("allOf", (old, &[]), local, &mut inner);
                }
                (keyword, Some(old), Some(new)) => match (KeywordKind::of(keyword), old, new) {
                    (
                        KeywordKind::Schema | KeywordKind::Positions,
                        Value::Object(_),
                        Value::Object(_),
                    ) => inner.push((old, new, local.at.child(keyword))),
                    (KeywordKind::Positions, Value::Array(old), Value::Array(new)) => {
                        self.positions(keyword, (old, new), local, &mut inner);
                    }
                    (KeywordKind::Branches, Value::Array(old), Value::Array(new))
                        if !old.is_empty() && !new.is_empty() =>
                    {
                        self.branches(keyword, (old, new), local, &mut inner);
                    }
                    (KeywordKind::Named, Value::Object(old), Value::Object(new)) => {
                        self.entries(keyword, (old, new), local, &mut inner);
                    }
                    _ => self.whole(keyword, local),
                },
                (keyword, _, _) => self.whole(keyword, local),
            }
        }
        self.fields(local, &mut inner);
        self.required(local);
        self.values(local);
        inner.append(&mut definitions);
        inner
    }

    /// Compares the keywords of a schema that only inform people.
    pub(super) fn texts(&self, local: &mut LocalChanges<'a>) {
        let (olds, news) = (local.olds, local.news);
        let only_new = news.keys().filter(|keyword| !olds.contains_key(*keyword));
        for keyword in olds.keys().chain(only_new) {
            if is_text(keyword) && olds.get(keyword) != news.get(keyword) {
                self.whole(keyword, local);
            }
        }
    }

    /// Reports a keyword that changed as a whole.
    pub(super) fn whole(&self, keyword: &str, local: &mut LocalChanges<'a>) {
        let (old, new) = (
            local.olds.get(keyword).cloned(),
            local.news.get(keyword).cloned(),
        );
        let place = local.at.child(keyword);
        let places = (
            old.is_some().then(|| place.old.clone()),
            new.is_some().then(|| place.new.clone()),
        );
        let object = local.at.edit.clone();
        let name = keyword.to_owned();
        let edit = match &new {
            Some(value) => Edit::Put {
                object,
                name: name.clone(),
                value: self.renames.keyword_to_old(keyword, value),
            },
            None => Edit::Take {
                object,
                name: name.clone(),
            },
        };
        let kind = match (KeywordKind::of(keyword), keyword) {
            // The target of a reference is a schema, even below an annotation.
            (KeywordKind::Annotation, _) if !self.is_target(&place) => ChangeKind::Annotation {
                keyword: name,
                old,
                new,
            },
            (KeywordKind::Bound, _) => ChangeKind::Bound {
                keyword: name,
                old,
                new,
            },
            (_, "$ref") => ChangeKind::Reference { old, new },
            (_, "type") => ChangeKind::Type { old, new },
            (_, "const") => ChangeKind::Const { old, new },
            (_, "pattern") => ChangeKind::Pattern { old, new },
            (_, "format") => ChangeKind::Format { old, new },
            _ => ChangeKind::Keyword {
                keyword: name,
                old,
                new,
            },
        };
        local.push(keyword, kind, places, [edit]);
    }

    /// Reports whether a reference of one of the documents leads to a place or below it.
    fn is_target(&self, place: &PointerPair) -> bool {
        [&place.old, &place.new].into_iter().any(|pointer| {
            // Pointers with the same prefix are next to each other.
            let inside = format!("{pointer}/");
            let mut next = self.targets.range(inside.clone()..);
            self.targets.contains(pointer)
                || next
                    .next()
                    .is_some_and(|target| target.starts_with(&inside))
        })
    }
}
