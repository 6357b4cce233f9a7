//! Proves facts about the sets of documents that schemas admit, with the experimental algebra of `jsonschema`. No other
//! module of this crate uses that algebra.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::{
    Draft,
    canonical::{self, PreparedDocument, Satisfiability, UnsatisfiableReason},
};
use serde_json::Value;

use crate::{
    json::{Node, NodeKind},
    model::{Registry, Schema},
};

/// The most combinations of branches in a schema that the algebra is used for. The algebra expands alternatives, and
/// its time grows with their product.
const MOST_COMBINATIONS: u64 = 10_000;

/// The most branches in a `oneOf` without tags that the algebra is used for. It compares each of these branches with
/// all others, which takes seconds for a few hundred branches.
const MOST_UNTAGGED_BRANCHES: usize = 24;

/// The most values in a schema that the algebra is used for. The algebra recurses into them, and keeps what it has
/// visited.
const MOST_VALUES: usize = 20_000;

/// The relation of two schemas that the algebra proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// Proved: no document is admitted by both.
    Disjoint,
    /// Proved: some document is admitted by both.
    Overlapping,
    /// Neither is proved.
    Unknown,
}

/// A schema file, and every schema that it refers to, prepared for the algebra.
pub struct Algebra<'a> {
    registry: jsonschema::Registry<'a>,
    schema: &'a Schema,
    /// The schema with each tagged `oneOf` written as `anyOf`. It admits the same documents, and the algebra does not
    /// have to compare the branches.
    simple: Value,
}

impl<'a> Algebra<'a> {
    /// Prepares a schema. Returns `None` if it is not sound, or too large for the algebra.
    #[must_use]
    pub fn of(registry: &'a Registry, schema: &'a Schema) -> Option<Self> {
        let closure = registry.closure(schema)?;
        let simple = simplify(registry, schema, &schema.root);
        let mut cost = Cost {
            combinations: 1,
            values: 0,
            untagged: 0,
        };
        cost.add(&simple);
        for other in closure.into_iter().skip(1) {
            cost.add(&other.value);
        }
        if !cost.is_bearable() {
            return None;
        }
        Some(Self {
            registry: registry.resources(schema)?,
            schema,
            simple,
        })
    }

    fn prepare(&self) -> Option<PreparedDocument<'_>> {
        canonical::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .with_registry(&self.registry)
            .with_base_uri(self.schema.uri.as_str())
            .offline()
            .prepare(&self.simple)
            .ok()
    }

    /// Returns the schemas inside the file that admit no document, by JSON pointer, each with help on how to fix it. A
    /// literal `false` is left out.
    #[must_use]
    pub fn unsatisfiable(&self) -> Vec<(String, String)> {
        let reasons: BTreeMap<String, UnsatisfiableReason> = self
            .prepare()
            .and_then(|prepared| prepared.unsatisfiable().ok())
            .unwrap_or_default();
        reasons
            .into_iter()
            .map(|(pointer, reason)| (self.original(pointer), reason))
            .filter_map(|(pointer, reason)| match reason {
                UnsatisfiableReason::Literal => None,
                UnsatisfiableReason::Empty(cause) => {
                    let help = describe(&pointer, &[cause]);
                    Some((pointer, help))
                }
                UnsatisfiableReason::Conflict(causes) => {
                    let help = describe(&pointer, &causes);
                    Some((pointer, help))
                }
            })
            .collect()
    }

    /// Converts a pointer into the simple form to a pointer into the original schema.
    fn original(&self, pointer: String) -> String {
        if self.schema.root.at(&pointer).is_some() {
            return pointer;
        }
        let written = pointer.replace("/anyOf/", "/oneOf/");
        if self.schema.root.at(&written).is_some() {
            written
        } else {
            pointer
        }
    }

    /// Converts a pointer into the original schema to a pointer into the simple form.
    fn simplified(&self, pointer: &str) -> String {
        let mut found = String::new();
        for token in pointer.split('/').skip(1) {
            let written = format!("{found}/{token}");
            found = match self.simple.pointer(&written) {
                None if token == "oneOf" => format!("{found}/anyOf"),
                _ => written,
            };
        }
        found
    }

    /// Returns the proved relation of two schemas inside the file, given by their JSON pointers.
    #[must_use]
    pub fn overlap(&self, left: &str, right: &str) -> Overlap {
        let Some(prepared) = self.prepare() else {
            return Overlap::Unknown;
        };
        let (Ok(left), Ok(right)) = (
            prepared.canonicalize_at(&self.simplified(left)),
            prepared.canonicalize_at(&self.simplified(right)),
        ) else {
            return Overlap::Unknown;
        };
        match left.intersect(&right).map(|both| both.satisfiability()) {
            Ok(Satisfiability::No) => Overlap::Disjoint,
            Ok(Satisfiability::Yes) => Overlap::Overlapping,
            Ok(Satisfiability::Unknown) | Err(_) => Overlap::Unknown,
        }
    }
}

/// Returns the help for a schema that admits no document, by the keywords that are the cause.
fn describe(pointer: &str, causes: &[canonical::Cause]) -> String {
    let parts: Vec<String> = causes
        .iter()
        .map(|cause| {
            let keywords = cause.keywords.join("`, `");
            match cause.pointer.as_str() {
                at if keywords.is_empty() => format!("`{at}`"),
                at if at == pointer => format!("`{keywords}`"),
                "" => format!("`{keywords}` at the top of the file"),
                at => format!("`{keywords}` at `{at}`"),
            }
        })
        .collect();
    let is_alone = matches!(causes, [cause] if cause.keywords.len() < 2);
    let parts = parts.join(" and ");
    match is_alone {
        true => format!("nothing meets {parts}: correct it, or remove it"),
        false => format!("these contradict each other: {parts}"),
    }
}

/// The cost of using the algebra for schemas.
struct Cost {
    /// The number of ways to choose a branch at every union.
    combinations: u64,
    values: usize,
    /// The most branches of a `oneOf` without tags.
    untagged: usize,
}

impl Cost {
    fn add(&mut self, schema: &Value) {
        self.combinations = self.combinations.saturating_mul(self.visit(schema));
    }

    fn is_bearable(&self) -> bool {
        self.combinations <= MOST_COMBINATIONS
            && self.values <= MOST_VALUES
            && self.untagged <= MOST_UNTAGGED_BRANCHES
    }

    fn visit(&mut self, schema: &Value) -> u64 {
        self.values += 1;
        match schema {
            Value::Array(items) => items.iter().fold(1, |product: u64, item| {
                product.saturating_mul(self.visit(item))
            }),
            Value::Object(members) => members.iter().fold(1, |product: u64, (name, value)| {
                let ways = match (name.as_str(), value) {
                    ("oneOf" | "anyOf", Value::Array(branches)) => {
                        if name == "oneOf" {
                            self.untagged = self.untagged.max(branches.len());
                        }
                        let sum = branches
                            .iter()
                            .fold(0, |sum: u64, branch| sum.saturating_add(self.visit(branch)));
                        sum.max(1)
                    }
                    (_, value) => self.visit(value),
                };
                product.saturating_mul(ways)
            }),
            _ => 1,
        }
    }
}

/// Converts a schema to a value, with each `oneOf` whose branches have different tags written as `anyOf`.
fn simplify(registry: &Registry, schema: &Schema, node: &Node) -> Value {
    match &node.kind {
        NodeKind::Array(items) => items
            .iter()
            .map(|item| simplify(registry, schema, item))
            .collect(),
        NodeKind::Object(members) => members
            .iter()
            .map(|member| {
                let is_tagged = member.name == "oneOf"
                    && node.get("anyOf").is_none()
                    && are_tagged(registry, schema, member.value.items());
                let name = if is_tagged { "anyOf" } else { &member.name };
                (name.to_owned(), simplify(registry, schema, &member.value))
            })
            .collect(),
        _ => node.to_value(),
    }
}

/// Reports whether one required constant distinguishes all branches.
fn are_tagged(registry: &Registry, schema: &Schema, branches: &[Node]) -> bool {
    let all: Vec<_> = branches
        .iter()
        .map(|branch| registry.branch_tags(schema, branch))
        .collect();
    let Some(first) = all.first() else {
        return false;
    };
    first.iter().any(|(tag, _)| {
        let values: BTreeSet<&str> = all
            .iter()
            .filter_map(|tags| tags.iter().find(|(name, _)| name == tag))
            .map(|(_, value)| *value)
            .collect();
        values.len() == branches.len()
    })
}
