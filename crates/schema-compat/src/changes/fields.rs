//! The fields of a body that each schema inside a document describes.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use schema_registry::keywords::{self, Purpose, Types};
use serde_json::Value;

use super::{
    branches::branch_names,
    change::Within,
    pointer::{self, child, item},
};

/// The maximum number of fields that are shown for one schema. A definition may be used for more.
const MOST_FIELDS: usize = 16;

/// The maximum number of steps back, in one document, to find out whether a schema was reached through itself. After
/// that, a schema is shown with its nearest field alone.
const MOST_LOOKED_BACK: usize = 4_000_000;

/// The fields of a body, by the pointers of the schemas that describe them.
pub(super) struct Fields(BTreeMap<String, Vec<FieldUse>>);

/// A field of a body that a schema describes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FieldUse {
    pub(super) field: String,
    /// The branches of unions that contain the value, from the outermost one.
    pub(super) branches: Vec<Within>,
}

impl FieldUse {
    /// Returns another field in the same branches.
    pub(super) fn of(&self, field: String) -> Self {
        Self {
            field,
            branches: self.branches.clone(),
        }
    }

    fn in_branch(&self, branch: Within) -> Self {
        let mut inner = self.clone();
        inner.branches.push(branch);
        inner
    }
}

/// A schema that was visited, and the visit that led to it.
struct Visit {
    pointer: String,
    from: Option<usize>,
}

impl Fields {
    /// Follows a document from its root, through local references, nearest first.
    pub(super) fn of(root: &Value) -> Self {
        Self::reached(root, |_| true)
    }

    /// Returns the fields that a document describes regardless of branches and conditions.
    pub(super) fn certain(root: &Value) -> BTreeSet<String> {
        let fields = Self::reached(root, |keyword| {
            matches!(
                keyword,
                "$ref" | "allOf" | "properties" | "items" | "prefixItems"
            )
        });
        let uses = fields.0.into_values().flatten();
        uses.map(|used| used.field).collect()
    }

    /// Follows a document through some of its keywords.
    fn reached(root: &Value, follows: impl Fn(&str) -> bool) -> Self {
        let mut fields = Self(BTreeMap::new());
        let mut visits: Vec<Visit> = Vec::new();
        let whole = FieldUse {
            field: String::new(),
            branches: Vec::new(),
        };
        let mut waiting = VecDeque::from([(String::new(), whole, None)]);
        let mut left = MOST_LOOKED_BACK;
        while let Some((pointer, used, from)) = waiting.pop_front() {
            let known = fields.0.entry(pointer.clone()).or_default();
            if known.len() >= MOST_FIELDS
                || known.contains(&used)
                // A schema that is reached for the first time was not reached through itself.
                || (!known.is_empty() && comes_from(&visits, from, &pointer, &mut left))
            {
                continue;
            }
            known.push(used.clone());
            let here = Some(visits.len());
            if let Some(schema) = root.pointer(&pointer) {
                let mut visit = |pointer, used| waiting.push_back((pointer, used, here));
                each_part((root, schema), &follows, &pointer, &used, &mut visit);
            }
            visits.push(Visit { pointer, from });
        }
        fields
    }

    /// Returns the fields that the schema at a pointer describes.
    pub(super) fn at(&self, pointer: &str) -> &[FieldUse] {
        self.0.get(pointer).map_or(&[], Vec::as_slice)
    }
}

/// Returns the name of a field inside another one.
pub(super) fn inside(field: &str, name: &str) -> String {
    if field.is_empty() {
        name.to_owned()
    } else {
        format!("{field}.{name}")
    }
}

/// Reports whether a schema was reached through itself. Also returns true if no steps are left to find that out.
fn comes_from(visits: &[Visit], mut from: Option<usize>, pointer: &str, left: &mut usize) -> bool {
    while let Some(visited) = from.and_then(|from| visits.get(from)) {
        if visited.pointer == pointer || *left == 0 {
            return true;
        }
        *left -= 1;
        from = visited.from;
    }
    false
}

/// Calls `visit` with each schema directly inside a schema, and the field that it describes.
fn each_part(
    (root, schema): (&Value, &Value),
    follows: &impl Fn(&str) -> bool,
    at: &str,
    used: &FieldUse,
    visit: &mut impl FnMut(String, FieldUse),
) {
    let Value::Object(members) = schema else {
        return;
    };
    let named = |name: &str| used.of(inside(&used.field, name));
    for (name, value) in members.iter().filter(|(name, _)| follows(name)) {
        let Some(keyword) = keywords::find(name) else {
            continue;
        };
        let place = child(at, name);
        match (keyword.purpose, keyword.applies_to, value) {
            (Purpose::Reference, _, Value::String(reference)) => {
                if let Some(target) = pointer::target(reference) {
                    visit(target, used.clone());
                }
            }
            (Purpose::InPlaceApplicator, Types::Objects, Value::Object(schemas)) => {
                for name in schemas.keys() {
                    visit(child(&place, name), used.clone());
                }
            }
            (Purpose::InPlaceApplicator | Purpose::Content, _, Value::Object(_)) => {
                visit(place, used.clone());
            }
            (Purpose::InPlaceApplicator, _, Value::Array(branches)) if name == "allOf" => {
                for index in 0..branches.len() {
                    visit(item(&place, index), used.clone());
                }
            }
            (Purpose::InPlaceApplicator, _, Value::Array(branches)) => {
                for (index, branch) in branch_names(root, branches).into_iter().enumerate() {
                    let within = Within {
                        keyword: name.clone(),
                        branch,
                    };
                    visit(item(&place, index), used.in_branch(within));
                }
            }
            (Purpose::ChildApplicator, Types::Arrays, Value::Array(items)) => {
                for index in 0..items.len() {
                    let field = format!("{}[{index}]", used.field);
                    visit(item(&place, index), used.of(field));
                }
            }
            (Purpose::ChildApplicator, Types::Arrays, Value::Object(_)) => {
                visit(place, used.of(format!("{}[]", used.field)));
            }
            (Purpose::ChildApplicator, _, Value::Object(members)) => match keyword.name {
                "properties" => {
                    for name in members.keys() {
                        visit(child(&place, name), named(name));
                    }
                }
                "patternProperties" => {
                    for pattern in members.keys() {
                        visit(child(&place, pattern), named("*"));
                    }
                }
                "propertyNames" => visit(place, used.clone()),
                _ => visit(place, named("*")),
            },
            _ => {}
        }
    }
}
