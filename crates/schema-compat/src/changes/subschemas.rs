//! Keywords that hold subschemas, each of which is compared on its own.

use serde_json::Value;

use super::{
    branches::{Branches, ListDiff},
    change::ChangeKind,
    diff::{Differ, Object, PointerPair, SchemaPair},
    edit::Edit,
    enums::pick,
    local::LocalChanges,
    pointer::{child, item, split},
};

impl<'a> Differ<'a> {
    /// Compares `oneOf`, `anyOf` or `allOf`.
    pub(super) fn branches(
        &self,
        keyword: &str,
        (old, new): (&'a [Value], &'a [Value]),
        local: &mut LocalChanges<'a>,
        inner: &mut Vec<SchemaPair<'a>>,
    ) {
        let branches = Branches::new((self.old, old), (self.new, new), &self.renames);
        let diff = branches.diff();
        let place = local.at.child(keyword);
        let start = local.len();
        for (index, branch) in pick(old, &diff.removed) {
            let kind = ChangeKind::BranchRemoved {
                keyword: keyword.to_owned(),
                branch: branches.old_name(index),
            };
            let edit = Edit::Delete {
                list: place.edit.clone(),
                value: branch.clone(),
            };
            local.push(keyword, kind, (Some(item(&place.old, index)), None), [edit]);
        }
        for (index, branch) in pick(new, &diff.added) {
            let kind = ChangeKind::BranchAdded {
                keyword: keyword.to_owned(),
                branch: branches.new_name(index),
            };
            let edit = Edit::Insert {
                list: place.edit.clone(),
                at: index,
                value: self.renames.value_to_old(branch),
            };
            local.push(keyword, kind, (None, Some(item(&place.new, index))), [edit]);
        }
        // All branches of `allOf` hold at once, so each addition or removal has an effect by itself.
        if diff.common.is_empty() && keyword != "allOf" {
            local.join_since(start);
        }
        self.reordered(keyword, old, &diff, local);
        for (old_index, new_index) in diff.common {
            if let (Some(old), Some(new)) = (old.get(old_index), new.get(new_index)) {
                let at = PointerPair {
                    new: item(&place.new, new_index),
                    ..place.child(&old_index.to_string())
                };
                inner.push((old, new, at));
            }
        }
    }

    /// Compares `prefixItems`, or `items` in older drafts.
    pub(super) fn positions(
        &self,
        keyword: &str,
        (old, new): (&'a [Value], &'a [Value]),
        local: &mut LocalChanges<'a>,
        inner: &mut Vec<SchemaPair<'a>>,
    ) {
        let place = local.at.child(keyword);
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
            at: place.edit.clone(),
            value,
        };
        local.push(keyword, kind, (Some(place.old), Some(place.new)), [edit]);
    }

    /// Compares `patternProperties` or `dependentSchemas`.
    pub(super) fn entries(
        &self,
        keyword: &str,
        (old, new): (&'a Object, &'a Object),
        local: &mut LocalChanges<'a>,
        inner: &mut Vec<SchemaPair<'a>>,
    ) {
        let place = local.at.child(keyword);
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
            local.push(
                keyword,
                kind,
                (Some(at.old), None),
                [take(&place.edit, name)],
            );
        }
        for (name, schema) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
            let kind = ChangeKind::EntryAdded {
                keyword: keyword.to_owned(),
                name: name.clone(),
            };
            let at = child(&place.new, name);
            local.push(
                keyword,
                kind,
                (None, Some(at)),
                [self.put(&place.edit, name, schema)],
            );
        }
    }

    /// Compares `$defs` or `definitions`.
    pub(super) fn definitions(
        &self,
        keyword: &str,
        local: &mut LocalChanges<'a>,
        inner: &mut Vec<SchemaPair<'a>>,
    ) {
        let (Ok(olds), Ok(news)) = (object(local.olds, keyword), object(local.news, keyword))
        else {
            return self.whole(keyword, local);
        };
        if is_empty(olds) && is_empty(news) {
            return self.whole(keyword, local);
        }
        let place = local.at.child(keyword);
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
                local.push(
                    keyword,
                    kind,
                    (Some(at.old), None),
                    [take(&place.edit, name)],
                );
                continue;
            };
            let to = self.renames.place_in_old(&renamed);
            let kind = ChangeKind::DefinitionRenamed {
                from: name.clone(),
                to: split(&renamed).map(|(_, name)| name).unwrap_or_default(),
            };
            let edit = Edit::Rename {
                from: at.edit.clone(),
                to,
            };
            let places = (Some(at.old.clone()), Some(renamed.clone()));
            local.push(keyword, kind, places, [edit]);
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
            local.push(
                keyword,
                kind,
                (None, Some(at)),
                [self.put(&place.edit, name, schema)],
            );
        }
    }

    pub(super) fn reordered(
        &self,
        keyword: &str,
        old: &[Value],
        diff: &ListDiff,
        local: &mut LocalChanges<'a>,
    ) {
        if !diff.is_reordered() {
            return;
        }
        let place = local.at.child(keyword);
        let kind = ChangeKind::Reordered {
            keyword: keyword.to_owned(),
        };
        let edit = Edit::Replace {
            at: place.edit.clone(),
            value: Value::Array(diff.reordered(old)),
        };
        local.push(keyword, kind, (Some(place.old), Some(place.new)), [edit]);
    }

    pub(super) fn whole_if_changed(&self, keyword: &str, local: &mut LocalChanges<'a>) {
        if local.olds.get(keyword) != local.news.get(keyword) {
            self.whole(keyword, local);
        }
    }

    /// Returns the edit that adds a schema of the new document to an object of the old one.
    pub(super) fn put(&self, object: &str, name: &str, schema: &Value) -> Edit {
        Edit::Put {
            object: object.to_owned(),
            name: name.to_owned(),
            value: self.renames.value_to_old(schema),
        }
    }
}

pub(super) fn take(object: &str, name: &str) -> Edit {
    Edit::Take {
        object: object.to_owned(),
        name: name.to_owned(),
    }
}

/// Returns the object that a keyword holds, or `None` if the schema does not have the keyword. An error means that the
/// keyword holds something else.
pub(super) fn object<'v>(schema: &'v Object, keyword: &str) -> Result<Option<&'v Object>, ()> {
    match schema.get(keyword) {
        None => Ok(None),
        Some(Value::Object(members)) => Ok(Some(members)),
        Some(_) => Err(()),
    }
}

pub(super) fn is_empty(object: Option<&Object>) -> bool {
    object.is_none_or(Object::is_empty)
}
