//! Proofs by the experimental algebra of `jsonschema`. No other module uses it.

use jsonschema::{
    Draft as Dialect,
    canonical::{self, CanonicalSchema, Containment, Satisfiability},
};
use serde_json::Value;

use crate::{Proof, document::Document, format::is_defined, number::FIRST_GAP};

/// The maximum number of combinations of a schema. The algebra multiplies alternatives, and its time grows with the
/// product.
const MOST_COMBINATIONS: u64 = 2_000;

/// The maximum number of values of a schema. The algebra is recursive, and compares every branch of a `oneOf` with all
/// others.
const MOST_VALUES: u64 = 2_000;

/// Proves that the reader's schema accepts everything that the writer's schema accepts; `None` if there is no proof.
pub(crate) fn prove(writer: &Document<'_>, reader: &Document<'_>) -> Option<Proof> {
    let is_bearable = |document: &Document<'_>| {
        let mut values = 0;
        let combinations = combinations(document.schema, &mut values);
        combinations <= MOST_COMBINATIONS
            && values <= MOST_VALUES
            && !reads_otherwise(document.schema, document.dialect)
    };
    if !is_bearable(writer) || !is_bearable(reader) {
        return None;
    }
    let (writer, reader) = (canonical(writer)?, canonical(reader)?);
    if reader.covers(&writer).ok()? == Containment::Yes {
        return Some(Proof::Covers);
    }
    let difference = writer.subtract(&reader).ok()?;
    (difference.satisfiability() == Satisfiability::No).then_some(Proof::EmptyDifference)
}

/// Reports whether a schema may have a keyword that the algebra asserts and the validator here does not, or vice versa.
fn reads_otherwise(schema: &Value, dialect: Dialect) -> bool {
    let is_other = |(name, value): (&String, &Value)| match (name.as_str(), value) {
        ("contentEncoding" | "contentMediaType", _) => true,
        ("format", Value::String(format)) => {
            matches!(format.as_str(), "email" | "idn-email") || !is_defined(dialect, format)
        }
        _ => reads_otherwise(value, dialect),
    };
    match schema {
        Value::Array(items) => items.iter().any(|item| reads_otherwise(item, dialect)),
        Value::Object(members) => members.iter().any(is_other),
        _ => false,
    }
}

fn canonical(document: &Document<'_>) -> Option<CanonicalSchema> {
    canonical::options()
        .with_draft(document.dialect)
        .should_validate_formats(document.asserts_formats)
        .offline()
        .canonicalize(document.with_ecma_patterns())
        .ok()
}

/// Returns the number of ways to choose a branch of every union, and adds the number of values of the schema to
/// `values`.
fn combinations(schema: &Value, values: &mut u64) -> u64 {
    *values += 1;
    match schema {
        Value::Array(items) => items.iter().fold(1, |product: u64, item| {
            product.saturating_mul(combinations(item, values))
        }),
        Value::Object(members) => members.iter().fold(1, |product: u64, (name, value)| {
            let ways = match (name.as_str(), value) {
                ("oneOf" | "anyOf", Value::Array(branches)) => branches
                    .iter()
                    .fold(0, |sum: u64, branch| {
                        sum.saturating_add(combinations(branch, values))
                    })
                    .max(1),
                (_, value) => combinations(value, values),
            };
            product.saturating_mul(ways)
        }),
        // The algebra calculates with doubles, which would round this number to another one.
        Value::Number(number) if number.as_f64().is_none_or(|it| it.abs() >= FIRST_GAP) => u64::MAX,
        _ => 1,
    }
}
