//! Keywords that hold sets of values: lists in which the order does not matter.

use std::{collections::BTreeSet, slice};

use serde_json::Value;

use super::{
    branches::{ListDiff, key},
    change::ChangeKind,
    diff::{Differ, Object},
    edit::Edit,
    keyword::KNOWN_VALUES,
    local::LocalChanges,
    pointer::{child, item},
    subschemas::object,
};

/// A set of values, and the keyword that holds it.
#[derive(Clone, Copy)]
struct ValueSet<'v> {
    keyword: &'static str,
    values: &'v [Value],
}

/// A function that makes the change for an added or removed member; `None` if another change reports it.
type MemberChange<'f> = &'f dyn Fn(Value) -> Option<ChangeKind>;

impl<'a> Differ<'a> {
    /// Compares `required`, except for names whose fields are added or removed at the same time.
    pub(super) fn required(&self, local: &mut LocalChanges<'a>) {
        const KEYWORD: &str = "required";
        let (olds, news) = (local.olds, local.news);
        if olds.get(KEYWORD) == news.get(KEYWORD) {
            return;
        }
        let (Some(old), Some(new)) = (required(olds), required(news)) else {
            return self.whole(KEYWORD, local);
        };
        // Returns the name of a field that is neither added nor removed. If `properties` of a document is not an
        // object, it changes as a whole, so it reports no fields.
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
        let of = |values| ValueSet {
            keyword: KEYWORD,
            values,
        };
        let _ = self.set(
            of(old),
            of(new),
            local,
            &|value| stays(&value, olds, news).map(|name| ChangeKind::FieldOptional { name }),
            &|value| stays(&value, news, olds).map(|name| ChangeKind::FieldRequired { name }),
        );
    }

    /// Compares `const` and `enum`. A constant is a set with one member.
    pub(super) fn values(&self, local: &mut LocalChanges<'a>) {
        match (closed_set(local.olds), closed_set(local.news)) {
            (Some(old), Some(new)) if old.keyword != new.keyword && old.values == new.values => {
                self.rewritten(local);
            }
            (Some(old), Some(new)) if old.keyword == "enum" || new.keyword == "enum" => {
                let start = local.len();
                let have_common = self.set(
                    old,
                    new,
                    local,
                    &|value| Some(ChangeKind::MemberRemoved { value }),
                    &|value| Some(ChangeKind::MemberAdded { value }),
                );
                // A set that loses all of its members accepts nothing until the new members are added.
                if !have_common {
                    local.join_since(start);
                }
            }
            _ => {
                self.whole_if_changed("const", local);
                self.whole_if_changed("enum", local);
            }
        }
    }

    /// Reports the same single value under another keyword: `const` instead of `enum`, or vice versa.
    fn rewritten(&self, local: &mut LocalChanges<'a>) {
        let object = local.at.edit.clone();
        let (from, to, edits) = match local.news.get("const") {
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
        let places = (
            Some(child(&local.at.old, from)),
            Some(child(&local.at.new, to)),
        );
        let kind = ChangeKind::Rewritten {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        local.push(to, kind, places, edits);
    }

    /// Compares `x-known-values`.
    pub(super) fn known_values(
        &self,
        old: &'a [Value],
        new: &'a [Value],
        local: &mut LocalChanges<'a>,
    ) {
        let of = |values| ValueSet {
            keyword: KNOWN_VALUES,
            values,
        };
        self.set(
            of(old),
            of(new),
            local,
            &|value| Some(ChangeKind::KnownValueRemoved { value }),
            &|value| Some(ChangeKind::KnownValueAdded { value }),
        );
    }

    /// Compares two sets of values. Returns whether they have a member in common.
    fn set(
        &self,
        old: ValueSet<'_>,
        new: ValueSet<'_>,
        local: &mut LocalChanges<'a>,
        removed: MemberChange<'_>,
        added: MemberChange<'_>,
    ) -> bool {
        let keys = |members: ValueSet<'_>| members.values.iter().map(key).collect::<Vec<_>>();
        let (olds, news) = (keys(old), keys(new));
        let diff = match ListDiff::of(&olds, &news) {
            Some(diff) if diff.is_difference() => diff,
            _ => {
                self.whole_if_changed("const", local);
                self.whole_if_changed(new.keyword, local);
                let known: BTreeSet<String> = olds.into_iter().collect();
                return news.iter().any(|key| known.contains(key));
            }
        };
        let schema = local.at.edit.clone();
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
                let place = old.pointer(&local.at.old, index);
                local.push(keyword, kind, (Some(place), None), edits(edit));
            }
        }
        for (index, value) in pick(new.values, &diff.added) {
            let edit = Edit::Insert {
                list: list.clone(),
                at: index,
                value: value.clone(),
            };
            if let Some(kind) = added(value.clone()) {
                let place = new.pointer(&local.at.new, index);
                local.push(keyword, kind, (None, Some(place)), edits(edit));
            }
        }
        self.reordered(keyword, old.values, &diff, local);
        !diff.common.is_empty()
    }
}

impl ValueSet<'_> {
    fn pointer(&self, schema: &str, index: usize) -> String {
        let place = child(schema, self.keyword);
        if self.keyword == "const" {
            place
        } else {
            item(&place, index)
        }
    }
}

/// Returns the values at some positions of a list.
pub(super) fn pick<'v>(
    list: &'v [Value],
    positions: &[usize],
) -> impl Iterator<Item = (usize, &'v Value)> {
    positions
        .iter()
        .filter_map(|index| Some((*index, list.get(*index)?)))
}

/// Returns the names in `required`, or `None` if it is not a list of strings.
pub(super) fn required(schema: &Object) -> Option<&[Value]> {
    match schema.get("required") {
        None => Some(&[]),
        Some(Value::Array(items)) if items.iter().all(Value::is_string) => Some(items),
        Some(_) => None,
    }
}

/// Returns the values of a schema that lists them under either `const` or `enum`.
fn closed_set(schema: &Object) -> Option<ValueSet<'_>> {
    match (schema.get("const"), schema.get("enum")) {
        (Some(value), None) => Some(ValueSet {
            keyword: "const",
            values: slice::from_ref(value),
        }),
        (None, Some(Value::Array(values))) if !values.is_empty() => Some(ValueSet {
            keyword: "enum",
            values,
        }),
        _ => None,
    }
}
