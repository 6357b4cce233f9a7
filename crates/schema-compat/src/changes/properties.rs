//! The fields of an object: those that are added, removed, moved and renamed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    branches::key,
    change::ChangeKind,
    diff::{Differ, PointerPair, SchemaPair},
    edit::Edit,
    enums::required,
    keyword::is_text,
    local::LocalChanges,
    pointer::{child, item},
    renames::shared,
    subschemas::{is_empty, object, take},
};

const PROPERTIES: &str = "properties";
const REQUIRED: &str = "required";

/// The maximum number of added or removed fields among which renamed ones are searched.
const MOST_FIELDS: usize = 64;

/// A field that one of two objects declares.
#[derive(Clone, Copy)]
struct Field<'a> {
    name: &'a String,
    schema: &'a Value,
    /// Its position in `required`, if it is listed there.
    required: Option<usize>,
    /// True if `required` of the other object lists it.
    stays_required: bool,
}

impl<'a> Differ<'a> {
    /// Compares `properties`, and the names in `required` of fields that are added or removed.
    pub(super) fn fields(&self, local: &mut LocalChanges<'a>, inner: &mut Vec<SchemaPair<'a>>) {
        let (Ok(olds), Ok(news)) = (
            object(local.olds, PROPERTIES),
            object(local.news, PROPERTIES),
        ) else {
            return self.whole_if_changed(PROPERTIES, local);
        };
        if is_empty(olds) && is_empty(news) {
            return self.whole_if_changed(PROPERTIES, local);
        }
        let place = local.at.child(PROPERTIES);
        let lists = [
            required(local.olds).unwrap_or_default(),
            required(local.news).unwrap_or_default(),
        ];
        for (name, old) in olds.into_iter().flatten() {
            if let Some(new) = news.and_then(|news| news.get(name)) {
                inner.push((old, new, place.child(name)));
            }
        }
        let [before, after] = lists;
        let mut gone = only(olds, news, before, after);
        let mut come = only(news, olds, after, before);
        gone.retain(|field| !self.moved_away(*field, local, inner));
        come.retain(|field| !self.moved_here(*field, local, inner));
        for (old, new) in self.renamed(&gone, &come) {
            gone.retain(|field| field.name != old.name);
            come.retain(|field| field.name != new.name);
            self.field_renamed(old, new, local, inner);
        }
        for field in gone {
            let kind = ChangeKind::FieldRemoved {
                name: field.name.clone(),
                required: field.required.is_some(),
            };
            let edits = self.removal(field, local);
            let at = child(&place.old, field.name);
            local.push(PROPERTIES, kind, (Some(at), None), edits);
        }
        for field in come {
            let kind = ChangeKind::FieldAdded {
                name: field.name.clone(),
                required: field.required.is_some(),
            };
            let edits = self.addition(field, local);
            let at = child(&place.new, field.name);
            local.push(PROPERTIES, kind, (None, Some(at)), edits);
        }
    }

    /// Reports a field that another schema of the same object declares in the new document. Returns whether it is such
    /// a field.
    fn moved_away(
        &self,
        field: Field<'a>,
        local: &mut LocalChanges<'a>,
        inner: &mut Vec<SchemaPair<'a>>,
    ) -> bool {
        let name = field.name;
        if self.old_declared.elsewhere(&local.at.old, name).is_some() {
            return false;
        }
        let Some(target) = self.new_declared.elsewhere(&local.at.new, name) else {
            return false;
        };
        let Some(schema) = self.new.pointer(&target) else {
            return false;
        };
        let place = PointerPair {
            new: target,
            ..local.at.child(PROPERTIES).child(name)
        };
        let mut edits = vec![take(&local.at.child(PROPERTIES).edit, name)];
        let is_optional =
            field.required.is_some() && !self.new_declared.requires(&local.at.new, name);
        if is_optional {
            let list = local.at.child(REQUIRED);
            let at = field.required.map(|at| item(&list.old, at));
            let kind = ChangeKind::FieldOptional { name: name.clone() };
            local.push(REQUIRED, kind, (at, None), not_required(field, local));
        } else {
            edits.extend(not_required(field, local));
        }
        let kind = ChangeKind::FieldMoved { name: name.clone() };
        let places = (Some(place.old.clone()), Some(place.new.clone()));
        local.push(PROPERTIES, kind, places, edits);
        inner.push((field.schema, schema, place));
        true
    }

    /// Reports a field that another schema of the same object declared in the old document. Returns whether it is such
    /// a field.
    fn moved_here(
        &self,
        field: Field<'a>,
        local: &mut LocalChanges<'a>,
        inner: &mut Vec<SchemaPair<'a>>,
    ) -> bool {
        let name = field.name;
        if self.new_declared.elsewhere(&local.at.new, name).is_some() {
            return false;
        }
        let Some(source) = self.old_declared.elsewhere(&local.at.old, name) else {
            return false;
        };
        let Some(schema) = self.old.pointer(&source) else {
            return false;
        };
        let place = PointerPair {
            old: source.clone(),
            edit: source,
            ..local.at.child(PROPERTIES).child(name)
        };
        let mut edits = vec![self.put(&local.at.child(PROPERTIES).edit, name, field.schema)];
        let is_required =
            field.required.is_some() && !self.old_declared.requires(&local.at.old, name);
        if is_required {
            let list = local.at.child(REQUIRED);
            let at = field.required.map(|at| item(&list.new, at));
            let kind = ChangeKind::FieldRequired { name: name.clone() };
            local.push(REQUIRED, kind, (None, at), now_required(field, local));
        } else {
            edits.extend(now_required(field, local));
        }
        let kind = ChangeKind::FieldMoved { name: name.clone() };
        let places = (Some(place.old.clone()), Some(place.new.clone()));
        local.push(PROPERTIES, kind, places, edits);
        inner.push((schema, field.schema, place));
        true
    }

    /// Reports a field that seems to be renamed.
    fn field_renamed(
        &self,
        old: Field<'a>,
        new: Field<'a>,
        local: &mut LocalChanges<'a>,
        inner: &mut Vec<SchemaPair<'a>>,
    ) {
        let kind = ChangeKind::FieldRenamed {
            from: old.name.clone(),
            to: new.name.clone(),
            was_required: old.required.is_some(),
            is_required: new.required.is_some(),
        };
        let place = local.at.child(PROPERTIES);
        let place = PointerPair {
            new: child(&place.new, new.name),
            ..place.child(old.name)
        };
        let places = (Some(place.old.clone()), Some(place.new.clone()));
        let edits = [self.removal(old, local), self.addition(new, local)].concat();
        local.push(PROPERTIES, kind, places, edits);
        inner.push((old.schema, new.schema, place));
    }

    fn removal(&self, field: Field<'a>, local: &LocalChanges<'a>) -> Vec<Edit> {
        let mut edits = vec![take(&local.at.child(PROPERTIES).edit, field.name)];
        edits.extend(not_required(field, local));
        edits
    }

    fn addition(&self, field: Field<'a>, local: &LocalChanges<'a>) -> Vec<Edit> {
        let object = local.at.child(PROPERTIES).edit;
        let mut edits = vec![self.put(&object, field.name, field.schema)];
        edits.extend(now_required(field, local));
        edits
    }

    /// Returns pairs of a removed and an added field whose schemas are similar, if neither has another match.
    fn renamed(&self, gone: &[Field<'a>], come: &[Field<'a>]) -> Vec<(Field<'a>, Field<'a>)> {
        if gone.len() > MOST_FIELDS || come.len() > MOST_FIELDS {
            return Vec::new();
        }
        let olds: Vec<String> = gone
            .iter()
            .map(|field| key(&without_texts(field.schema)))
            .collect();
        let renamed: Vec<Value> = come
            .iter()
            .map(|field| self.renames.value_to_old(field.schema))
            .collect();
        let news: Vec<String> = renamed.iter().map(|new| key(&without_texts(new))).collect();
        let mut pairs = pairs(gone, come, |old, new| olds.get(old) == news.get(new));
        let is_left = |field: &Field<'a>, pairs: &[(Field<'a>, Field<'a>)]| {
            let is_it = |(old, new): &(Field<'a>, Field<'a>)| {
                field.name == old.name || field.name == new.name
            };
            !pairs.iter().any(is_it)
        };
        let left = |fields: &[Field<'a>]| -> Vec<Field<'a>> {
            let left = fields.iter().filter(|field| is_left(field, &pairs));
            left.copied().collect()
        };
        let (gone, come) = (left(gone), left(come));
        let renamed: Vec<Value> = come
            .iter()
            .map(|field| self.renames.value_to_old(field.schema))
            .collect();
        pairs.extend(self::pairs(&gone, &come, |old, new| {
            /// The minimum number of statements that two similar schemas share.
            const FEWEST_SHARED: usize = 2;
            let old = gone.get(old).and_then(|field| field.schema.as_object());
            let new = renamed.get(new).and_then(Value::as_object);
            old.zip(new)
                .and_then(|(old, new)| shared(old, new))
                .is_some_and(|shared| shared >= FEWEST_SHARED)
        }));
        pairs
    }
}

/// Returns the pairs for which `holds` is true, if neither of the two fields is in another such pair.
fn pairs<'a>(
    gone: &[Field<'a>],
    come: &[Field<'a>],
    holds: impl Fn(usize, usize) -> bool,
) -> Vec<(Field<'a>, Field<'a>)> {
    let all = (0..gone.len()).flat_map(|old| (0..come.len()).map(move |new| (old, new)));
    let all: Vec<(usize, usize)> = all.filter(|(old, new)| holds(*old, *new)).collect();
    let is_only = |(old, new): &&(usize, usize)| {
        let with_old = all.iter().filter(|(other, _)| other == old);
        let with_new = all.iter().filter(|(_, other)| other == new);
        with_old.count() == 1 && with_new.count() == 1
    };
    let unique = all.iter().filter(is_only);
    unique
        .filter_map(|(old, new)| Some((*gone.get(*old)?, *come.get(*new)?)))
        .collect()
}

/// Returns the fields that only the first of two objects declares.
fn only<'a>(
    here: Option<&'a Map<String, Value>>,
    there: Option<&'a Map<String, Value>>,
    required: &[Value],
    other_required: &[Value],
) -> Vec<Field<'a>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, other) in required.iter().enumerate() {
        if let Some(name) = other.as_str() {
            places.entry(name).or_insert(at);
        }
    }
    let others: BTreeSet<&str> = other_required.iter().filter_map(Value::as_str).collect();
    let fields = here.into_iter().flatten();
    let missing = fields.filter(|(name, _)| !there.is_some_and(|there| there.contains_key(*name)));
    missing
        .map(|(name, schema)| Field {
            name,
            schema,
            required: places.get(name.as_str()).copied(),
            stays_required: others.contains(name.as_str()),
        })
        .collect()
}

/// Returns the edit that removes a removed field from `required`.
fn not_required(field: Field<'_>, local: &LocalChanges<'_>) -> Option<Edit> {
    let is_changed = field.required.is_some() && !field.stays_required;
    is_changed.then(|| Edit::Delete {
        list: child(&local.at.edit, REQUIRED),
        value: field.name.as_str().into(),
    })
}

/// Returns the edit that adds an added field to `required`.
fn now_required(field: Field<'_>, local: &LocalChanges<'_>) -> Option<Edit> {
    let at = field.required.filter(|_| !field.stays_required)?;
    Some(Edit::Insert {
        list: child(&local.at.edit, REQUIRED),
        at,
        value: field.name.as_str().into(),
    })
}

/// Returns a schema without the keywords that only inform people.
fn without_texts(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let members = members.iter().filter(|(name, _)| !is_text(name));
            let members = members.map(|(name, value)| (name.clone(), value.clone()));
            Value::Object(members.collect())
        }
        other => other.clone(),
    }
}
