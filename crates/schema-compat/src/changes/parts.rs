//! Keywords whose members are facts of their own.

use std::slice;

use serde_json::Value;

use super::{
    diff::{Differ, Object, Pair, Place},
    edit::Edit,
    keyword::KNOWN_VALUES,
    kind::ChangeKind,
    lists::{Branches, ListDiff, key},
    own::Own,
    pointer::{child, item, split},
};

/// The members of a set, and the keyword that holds them.
#[derive(Clone, Copy)]
struct Members<'v> {
    keyword: &'static str,
    values: &'v [Value],
}

/// The fact about a member that came or went; `None` if it is told elsewhere.
type Fact<'f> = &'f dyn Fn(Value) -> Option<ChangeKind>;

impl<'a> Differ<'a> {
    /// `properties`, with what `required` says of fields that come or go.
    pub(super) fn fields(&self, own: &mut Own<'a>, inner: &mut Vec<Pair<'a>>) {
        const KEYWORD: &str = "properties";
        let (Ok(olds), Ok(news)) = (object(own.olds, KEYWORD), object(own.news, KEYWORD)) else {
            return self.whole_if_changed(KEYWORD, own);
        };
        if is_empty(olds) && is_empty(news) {
            return self.whole_if_changed(KEYWORD, own);
        }
        let place = own.at.child(KEYWORD);
        let list = child(&own.at.old, "required");
        let before = required(own.olds).unwrap_or_default();
        let after = required(own.news).unwrap_or_default();
        for (name, old) in olds.into_iter().flatten() {
            let at = place.child(name);
            if let Some(new) = news.and_then(|news| news.get(name)) {
                inner.push((old, new, at));
                continue;
            }
            let value = Value::from(name.as_str());
            let required = before.contains(&value) && !after.contains(&value);
            let kind = ChangeKind::FieldRemoved {
                name: name.clone(),
                required,
            };
            let mut edits = vec![take(&place.old, name)];
            if required {
                let list = list.clone();
                edits.push(Edit::Delete { list, value });
            }
            own.push(KEYWORD, kind, (Some(at.old), None), edits);
        }
        for (name, new) in news.into_iter().flatten() {
            if olds.is_some_and(|olds| olds.contains_key(name)) {
                continue;
            }
            let value = Value::from(name.as_str());
            let position = after.iter().position(|other| *other == value);
            let kind = ChangeKind::FieldAdded {
                name: name.clone(),
                required: position.is_some(),
            };
            let mut edits = vec![self.put(&place.old, name, new)];
            if let Some(at) = position
                && !before.contains(&value)
            {
                let list = list.clone();
                edits.push(Edit::Insert { list, at, value });
            }
            own.push(KEYWORD, kind, (None, Some(child(&place.new, name))), edits);
        }
    }

    /// `required`, apart from fields that come or go with it.
    pub(super) fn required(&self, own: &mut Own<'a>) {
        const KEYWORD: &str = "required";
        let (olds, news) = (own.olds, own.news);
        if olds.get(KEYWORD) == news.get(KEYWORD) {
            return;
        }
        let (Some(old), Some(new)) = (required(olds), required(news)) else {
            return self.whole(KEYWORD, own);
        };
        // The name of a field that does not come or go. Where a document has no sound `properties`,
        // they change as a whole.
        let stays = |value: &Value, here: &Object, there: &Object| {
            let name = value.as_str()?;
            let both = object(here, "properties")
                .ok()
                .zip(object(there, "properties").ok());
            let is_told = both.is_some_and(|(here, there)| {
                here.is_some_and(|here| here.contains_key(name))
                    && !there.is_some_and(|there| there.contains_key(name))
            });
            (!is_told).then(|| name.to_owned())
        };
        let of = |values| Members {
            keyword: KEYWORD,
            values,
        };
        self.set(
            of(old),
            of(new),
            own,
            &|value| stays(&value, olds, news).map(|name| ChangeKind::FieldOptional { name }),
            &|value| stays(&value, news, olds).map(|name| ChangeKind::FieldRequired { name }),
        );
    }

    /// `const` and `enum`. A constant is a set of one.
    pub(super) fn values(&self, own: &mut Own<'a>) {
        match (closed_set(own.olds), closed_set(own.news)) {
            (Some(old), Some(new)) if old.keyword != new.keyword && old.values == new.values => {
                self.rewritten(own);
            }
            (Some(old), Some(new)) if old.keyword == "enum" || new.keyword == "enum" => {
                let start = own.len();
                self.set(
                    old,
                    new,
                    own,
                    &|value| Some(ChangeKind::MemberRemoved { value }),
                    &|value| Some(ChangeKind::MemberAdded { value }),
                );
                // A set that loses all of its members admits nothing until others come.
                if !old.values.iter().any(|value| new.values.contains(value)) {
                    own.join_since(start);
                }
            }
            _ => {
                self.whole_if_changed("const", own);
                self.whole_if_changed("enum", own);
            }
        }
    }

    /// One value, under another keyword.
    fn rewritten(&self, own: &mut Own<'a>) {
        let object = own.at.old.clone();
        let (from, to, edits) = match own.news.get("const") {
            None => ("const", "enum", vec![Edit::Spread { schema: object }]),
            Some(value) => {
                let take = Edit::Take {
                    object: object.clone(),
                    name: "enum".to_owned(),
                };
                let put = Edit::Put {
                    object,
                    name: "const".to_owned(),
                    value: value.clone(),
                };
                ("enum", "const", vec![take, put])
            }
        };
        let places = (Some(child(&own.at.old, from)), Some(child(&own.at.new, to)));
        let kind = ChangeKind::Rewritten {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        own.push(to, kind, places, edits);
    }

    /// `x-known-values`.
    pub(super) fn known_values(&self, old: &'a [Value], new: &'a [Value], own: &mut Own<'a>) {
        let of = |values| Members {
            keyword: KNOWN_VALUES,
            values,
        };
        self.set(
            of(old),
            of(new),
            own,
            &|value| Some(ChangeKind::KnownValueRemoved { value }),
            &|value| Some(ChangeKind::KnownValueAdded { value }),
        );
    }

    /// A list of which only the members count.
    fn set(
        &self,
        old: Members<'_>,
        new: Members<'_>,
        own: &mut Own<'a>,
        removed: Fact<'_>,
        added: Fact<'_>,
    ) {
        let keys = |members: Members<'_>| members.values.iter().map(key).collect::<Vec<_>>();
        let diff = match ListDiff::of(&keys(old), &keys(new)) {
            Some(diff) if diff.is_difference() => diff,
            _ => {
                self.whole_if_changed("const", own);
                return self.whole_if_changed(new.keyword, own);
            }
        };
        let schema = own.at.old.clone();
        let (keyword, spread) = match old.keyword {
            "const" => (
                "enum",
                Some(Edit::Spread {
                    schema: schema.clone(),
                }),
            ),
            keyword => (keyword, None),
        };
        let list = child(&schema, keyword);
        let edits = |edit: Edit| spread.clone().into_iter().chain([edit]);
        for (index, value) in pick(old.values, &diff.removed) {
            let edit = Edit::Delete {
                list: list.clone(),
                value: value.clone(),
            };
            if let Some(kind) = removed(value.clone()) {
                let place = old.pointer(&own.at.old, index);
                own.push(keyword, kind, (Some(place), None), edits(edit));
            }
        }
        for (index, value) in pick(new.values, &diff.added) {
            let edit = Edit::Insert {
                list: list.clone(),
                at: index,
                value: value.clone(),
            };
            if let Some(kind) = added(value.clone()) {
                let place = new.pointer(&own.at.new, index);
                own.push(keyword, kind, (None, Some(place)), edits(edit));
            }
        }
        self.reordered(keyword, old.values, &diff, own);
    }

    /// `oneOf`, `anyOf` and `allOf`.
    pub(super) fn branches(
        &self,
        keyword: &str,
        (old, new): (&'a [Value], &'a [Value]),
        own: &mut Own<'a>,
        inner: &mut Vec<Pair<'a>>,
    ) {
        let branches = Branches::new((self.old, old), (self.new, new), &self.renames);
        let diff = branches.diff();
        let place = own.at.child(keyword);
        let start = own.len();
        for (index, branch) in pick(old, &diff.removed) {
            let kind = ChangeKind::BranchRemoved {
                keyword: keyword.to_owned(),
                branch: branches.old_name(index),
            };
            let edit = Edit::Delete {
                list: place.old.clone(),
                value: branch.clone(),
            };
            own.push(keyword, kind, (Some(item(&place.old, index)), None), [edit]);
        }
        for (index, branch) in pick(new, &diff.added) {
            let kind = ChangeKind::BranchAdded {
                keyword: keyword.to_owned(),
                branch: branches.new_name(index),
            };
            let edit = Edit::Insert {
                list: place.old.clone(),
                at: index,
                value: self.renames.value_to_old(branch),
            };
            own.push(keyword, kind, (None, Some(item(&place.new, index))), [edit]);
        }
        if diff.common.is_empty() {
            own.join_since(start);
        }
        self.reordered(keyword, old, &diff, own);
        for (old_index, new_index) in diff.common {
            if let (Some(old), Some(new)) = (old.get(old_index), new.get(new_index)) {
                let at = Place {
                    old: item(&place.old, old_index),
                    new: item(&place.new, new_index),
                };
                inner.push((old, new, at));
            }
        }
    }

    /// `prefixItems`, and `items` of older drafts.
    pub(super) fn positions(
        &self,
        keyword: &str,
        (old, new): (&'a [Value], &'a [Value]),
        own: &mut Own<'a>,
        inner: &mut Vec<Pair<'a>>,
    ) {
        let place = own.at.child(keyword);
        for (index, (old, new)) in old.iter().zip(new).enumerate() {
            inner.push((old, new, place.child(&index.to_string())));
        }
        if old.len() == new.len() {
            return;
        }
        let more = new.iter().skip(old.len());
        let value = old
            .iter()
            .take(new.len())
            .cloned()
            .chain(more.map(|schema| self.renames.value_to_old(schema)))
            .collect();
        let kind = ChangeKind::Positions {
            keyword: keyword.to_owned(),
            old: old.len(),
            new: new.len(),
        };
        let edit = Edit::Replace {
            at: place.old.clone(),
            value,
        };
        own.push(keyword, kind, (Some(place.old), Some(place.new)), [edit]);
    }

    /// `patternProperties` and `dependentSchemas`.
    pub(super) fn entries(
        &self,
        keyword: &str,
        (old, new): (&'a Object, &'a Object),
        own: &mut Own<'a>,
        inner: &mut Vec<Pair<'a>>,
    ) {
        let place = own.at.child(keyword);
        for (name, schema) in old {
            let at = place.child(name);
            if let Some(other) = new.get(name) {
                inner.push((schema, other, at));
                continue;
            }
            let kind = ChangeKind::EntryRemoved {
                keyword: keyword.to_owned(),
                name: name.clone(),
            };
            own.push(
                keyword,
                kind,
                (Some(at.old), None),
                [take(&place.old, name)],
            );
        }
        for (name, schema) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
            let kind = ChangeKind::EntryAdded {
                keyword: keyword.to_owned(),
                name: name.clone(),
            };
            let at = child(&place.new, name);
            own.push(
                keyword,
                kind,
                (None, Some(at)),
                [self.put(&place.old, name, schema)],
            );
        }
    }

    /// `$defs` and `definitions`.
    pub(super) fn definitions(&self, keyword: &str, own: &mut Own<'a>, inner: &mut Vec<Pair<'a>>) {
        let (Ok(olds), Ok(news)) = (object(own.olds, keyword), object(own.news, keyword)) else {
            return self.whole(keyword, own);
        };
        if is_empty(olds) && is_empty(news) {
            return self.whole(keyword, own);
        }
        let place = own.at.child(keyword);
        for (name, schema) in olds.into_iter().flatten() {
            let mut at = place.child(name);
            if let Some(other) = news.and_then(|news| news.get(name)) {
                inner.push((schema, other, at));
                continue;
            }
            let renamed = self.renames.get(&at.old).map(str::to_owned);
            let Some((new, renamed)) = renamed.and_then(|at| Some((self.new.pointer(&at)?, at)))
            else {
                let kind = ChangeKind::DefinitionRemoved { name: name.clone() };
                own.push(
                    keyword,
                    kind,
                    (Some(at.old), None),
                    [take(&place.old, name)],
                );
                continue;
            };
            let to = self.renames.place_in_old(&renamed);
            let kind = ChangeKind::DefinitionRenamed {
                from: name.clone(),
                to: split(&renamed).map(|(_, name)| name).unwrap_or_default(),
            };
            let edit = Edit::Rename {
                from: at.old.clone(),
                to,
            };
            let places = (Some(at.old.clone()), Some(renamed.clone()));
            own.push(keyword, kind, places, [edit]);
            at.new = renamed;
            inner.push((schema, new, at));
        }
        for (name, schema) in news.into_iter().flatten() {
            let at = child(&place.new, name);
            let is_known = olds.is_some_and(|olds| olds.contains_key(name));
            if is_known || self.renames.is_renamed(&at) {
                continue;
            }
            let kind = ChangeKind::DefinitionAdded { name: name.clone() };
            own.push(
                keyword,
                kind,
                (None, Some(at)),
                [self.put(&place.old, name, schema)],
            );
        }
    }

    fn reordered(&self, keyword: &str, old: &[Value], diff: &ListDiff, own: &mut Own<'a>) {
        if !diff.is_reordered() {
            return;
        }
        let place = own.at.child(keyword);
        let kind = ChangeKind::Reordered {
            keyword: keyword.to_owned(),
        };
        let edit = Edit::Replace {
            at: place.old.clone(),
            value: Value::Array(diff.reordered(old)),
        };
        own.push(keyword, kind, (Some(place.old), Some(place.new)), [edit]);
    }

    fn whole_if_changed(&self, keyword: &str, own: &mut Own<'a>) {
        if own.olds.get(keyword) != own.news.get(keyword) {
            self.whole(keyword, own);
        }
    }

    /// The edit that gives an object of the old document a schema of the new one.
    fn put(&self, object: &str, name: &str, schema: &Value) -> Edit {
        Edit::Put {
            object: object.to_owned(),
            name: name.to_owned(),
            value: self.renames.value_to_old(schema),
        }
    }
}

fn take(object: &str, name: &str) -> Edit {
    Edit::Take {
        object: object.to_owned(),
        name: name.to_owned(),
    }
}

impl Members<'_> {
    fn pointer(&self, schema: &str, index: usize) -> String {
        let place = child(schema, self.keyword);
        if self.keyword == "const" {
            place
        } else {
            item(&place, index)
        }
    }
}

/// The values at some positions of a list.
fn pick<'v>(list: &'v [Value], positions: &[usize]) -> impl Iterator<Item = (usize, &'v Value)> {
    positions
        .iter()
        .filter_map(|index| Some((*index, list.get(*index)?)))
}

/// The object that a keyword holds, or `None` if the schema lacks the keyword. An error if the keyword
/// holds something else.
fn object<'v>(schema: &'v Object, keyword: &str) -> Result<Option<&'v Object>, ()> {
    match schema.get(keyword) {
        None => Ok(None),
        Some(Value::Object(members)) => Ok(Some(members)),
        Some(_) => Err(()),
    }
}

fn is_empty(object: Option<&Object>) -> bool {
    object.is_none_or(Object::is_empty)
}

/// What `required` lists, if it is a list of texts.
fn required(schema: &Object) -> Option<&[Value]> {
    match schema.get("required") {
        None => Some(&[]),
        Some(Value::Array(items)) if items.iter().all(Value::is_string) => Some(items),
        Some(_) => None,
    }
}

/// The set of values of a schema that lists them under one keyword.
fn closed_set(schema: &Object) -> Option<Members<'_>> {
    match (schema.get("const"), schema.get("enum")) {
        (Some(value), None) => Some(Members {
            keyword: "const",
            values: slice::from_ref(value),
        }),
        (None, Some(Value::Array(values))) if !values.is_empty() => Some(Members {
            keyword: "enum",
            values,
        }),
        _ => None,
    }
}
