//! Questions about sets of documents, put to the experimental algebra of `jsonschema`. No other
//! module of this crate touches that algebra.

use std::collections::BTreeMap;

use jsonschema::{
    Draft,
    canonical::{self, PreparedDocument, Satisfiability, UnsatisfiableReason},
};
use serde_json::Value;

use crate::model::{Registry, Schema};

/// The algebra multiplies alternatives out, and its time grows with the product. A schema with
/// more combinations than this is not asked about.
const MOST_COMBINATIONS: u64 = 10_000;

/// What the algebra says of two schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// Proved: no document is admitted by both.
    Disjoint,
    /// Proved: some document is admitted by both.
    Overlapping,
    /// Neither is proved.
    Unknown,
}

/// A schema file, and all that it refers to, ready to be asked about.
pub struct Algebra<'a> {
    registry: jsonschema::Registry<'a>,
    schema: &'a Schema,
}

impl<'a> Algebra<'a> {
    /// Prepares a schema, or answers `None` if it is not sound or too large to be asked about.
    #[must_use]
    pub fn of(registry: &'a Registry, schema: &'a Schema) -> Option<Self> {
        let closure = registry.closure(schema)?;
        let is_small = closure
            .iter()
            .try_fold(1_u64, |product, schema| {
                product
                    .checked_mul(combinations(&schema.value))
                    .filter(|product| *product <= MOST_COMBINATIONS)
            })
            .is_some();
        if !is_small {
            return None;
        }
        Some(Self {
            registry: registry.resources(schema)?,
            schema,
        })
    }

    fn prepare(&self) -> Option<PreparedDocument<'_>> {
        canonical::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .with_registry(&self.registry)
            .with_base_uri(self.schema.uri.as_str())
            .offline()
            .prepare(&self.schema.value)
            .ok()
    }

    /// The schemas inside the file that admit no document at all, by JSON pointer. A `false` that
    /// somebody wrote is not among them.
    #[must_use]
    pub fn unsatisfiable(&self) -> Vec<(String, String)> {
        let reasons: BTreeMap<String, UnsatisfiableReason> = self
            .prepare()
            .and_then(|prepared| prepared.unsatisfiable().ok())
            .unwrap_or_default();
        reasons
            .into_iter()
            .filter_map(|(pointer, reason)| match reason {
                UnsatisfiableReason::Literal => None,
                UnsatisfiableReason::Empty(cause) => Some((pointer, describe(&[cause]))),
                UnsatisfiableReason::Conflict(causes) => Some((pointer, describe(&causes))),
            })
            .collect()
    }

    /// Whether two schemas inside the file admit a document in common.
    #[must_use]
    pub fn overlap(&self, left: &str, right: &str) -> Overlap {
        let Some(prepared) = self.prepare() else {
            return Overlap::Unknown;
        };
        let (Ok(left), Ok(right)) = (
            prepared.canonicalize_at(left),
            prepared.canonicalize_at(right),
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

fn describe(causes: &[canonical::Cause]) -> String {
    let parts: Vec<String> = causes
        .iter()
        .map(|cause| match cause.keywords.as_slice() {
            [] => format!("`{}`", cause.pointer),
            keywords => format!("`{}` at `{}`", keywords.join("`, `"), cause.pointer),
        })
        .collect();
    parts.join(" against ")
}

/// How many ways there are to choose a branch at every union of a schema.
fn combinations(schema: &Value) -> u64 {
    match schema {
        Value::Array(items) => items.iter().map(combinations).fold(1, u64::saturating_mul),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| match (name.as_str(), value) {
                ("oneOf" | "anyOf", Value::Array(branches)) => branches
                    .iter()
                    .map(combinations)
                    .fold(0, u64::saturating_add)
                    .max(1),
                (_, value) => combinations(value),
            })
            .fold(1, u64::saturating_mul),
        _ => 1,
    }
}
