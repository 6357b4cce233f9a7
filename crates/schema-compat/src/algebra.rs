//! Questions put to the experimental algebra of `jsonschema`. No other module touches it.

use jsonschema::{
    Draft as Dialect,
    canonical::{self, CanonicalSchema, Containment, Satisfiability},
};
use serde_json::Value;

use crate::{Proof, document::Document, format::is_defined};

/// The algebra multiplies alternatives out, and its time grows with the product. A schema with more
/// combinations than this is not asked about.
const MOST_COMBINATIONS: u64 = 2_000;

/// It goes down by recursion, and compares every branch of a `oneOf` with all others. A schema of more
/// values than this is not asked about.
const MOST_VALUES: u64 = 2_000;

/// Doubles are exact integers up to here.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// Proves that the reader's schema accepts all that the writer's does, if it can.
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

/// Returns whether a schema may have what the algebra asserts and the validator here does not, or otherwise.
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
        .canonicalize(document.read_by_letter())
        .ok()
}

/// How many ways there are to choose a branch at every union, and how many values the schema has.
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
        // It calculates with doubles, and a number that these round would be taken for another.
        Value::Number(number) if number.as_f64().is_none_or(|it| it.abs() >= LARGEST_EXACT) => {
            u64::MAX
        }
        _ => 1,
    }
}
