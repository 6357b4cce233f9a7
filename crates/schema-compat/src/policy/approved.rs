//! Breaks of a released revision that no approval covers.

use serde_json::{Map, Value, json};

use crate::{
    Profile, Proof, Refusal, Settings, Verdict,
    changes::{self, Change, Compare, Direction},
};

/// The prefix of the addresses of schemas inside a combined schema.
const ADDRESS: &str = "urn:schema:";

/// The maximum number of comparisons to find the constraints that one approved schema meets.
const MOST_ASKED: usize = 512;

/// Decides whether a schema breaks a released revision in a way in which none of the approved schemas does.
///
/// - Forward: an approval gives up the constraints of the revision that the approved writer breaks, and no others. A
///   break is a document of the new writer that is rejected both by the revision and by each approved schema combined
///   with the constraints of the revision that its writer meets. The approved schema alone is not enough: it accepts
///   any value under a name that it no longer declares, and the revision does not.
/// - Backward: a break is a document of the revision that each approved schema accepts, and the new one rejects.
///   Documents that an approved schema rejects were given up already.
///
/// In both directions, the approved schema itself has no break, regardless of how it breaks the revision.
pub fn beyond_approved(
    released: &Value,
    approved: &[&Value],
    new: &Value,
    direction: Direction,
    settings: &Settings,
    compare: Compare<'_>,
) -> Verdict {
    let mut question = BreakQuestion {
        released,
        approved,
        new,
        settings,
        compare,
    };
    match direction {
        Direction::Forward => question.forward(),
        Direction::Backward => question.backward(),
    }
}

/// The schemas of one question, and the function that compares them.
struct BreakQuestion<'q, 'c> {
    released: &'q Value,
    approved: &'q [&'q Value],
    new: &'q Value,
    settings: &'q Settings,
    compare: Compare<'c>,
}

impl BreakQuestion<'_, '_> {
    fn compare(&mut self, writer: &Value, reader: &Value) -> Verdict {
        (self.compare)(writer, reader, self.settings)
    }

    fn forward(&mut self) -> Verdict {
        let (released, new) = (self.released, self.new);
        let kept: Vec<Value> = self
            .approved
            .iter()
            .map(|approved| self.kept(approved))
            .collect();
        let readers: Vec<&Value> = [released].into_iter().chain(&kept).collect();
        let mut reader = together(&readers);
        let any: Vec<Value> = (0..readers.len()).map(reference).collect();
        reader.insert("anyOf".into(), any.into());
        match self.compare(new, &reader.into()) {
            Verdict::Breaking {
                witness,
                refused_at,
            } => {
                let refused_at = self.refusal(&witness).unwrap_or(refused_at);
                Verdict::Breaking {
                    witness,
                    refused_at,
                }
            }
            verdict => verdict,
        }
    }

    /// Returns the reason why the revision alone rejects a document. The reason of the combined schema would only name
    /// its `anyOf`.
    fn refusal(&mut self, document: &Value) -> Option<Refusal> {
        let settings = Settings {
            profile: Profile::Exact,
            ..*self.settings
        };
        match (self.compare)(&json!({ "const": document }), self.released, &settings) {
            Verdict::Breaking { refused_at, .. } => Some(refused_at),
            _ => None,
        }
    }

    fn backward(&mut self) -> Verdict {
        let schemas: Vec<&Value> = [self.released]
            .into_iter()
            .chain(self.approved.iter().copied())
            .collect();
        let mut writer = together(&schemas);
        // Schemas below `not` declare no members, so the writer declares exactly the members that the revision
        // declares.
        let filters: Vec<Value> = (1..schemas.len())
            .map(|at| json!({ "not": { "not": reference(at) } }))
            .collect();
        writer.extend([
            ("$ref".to_owned(), address(0).into()),
            ("allOf".to_owned(), filters.into()),
        ]);
        match self.compare(&writer.into(), self.new) {
            // The approved schemas reject everything that the revision allows, so nothing is left to break.
            Verdict::Vacuous { .. } => Verdict::Compatible {
                proof: Proof::Structural,
            },
            verdict => verdict,
        }
    }

    /// Returns an approved schema with all constraints of the released revision that its writer meets anyway. A
    /// constraint is a change from the approved schema to the released one. The result accepts everything that the
    /// approved writer sends.
    ///
    /// A constraint counts as given up if no proof shows that the writer meets it, because the approval was given
    /// without that proof. So do the constraints that are left after too many comparisons.
    fn kept(&mut self, approved: &Value) -> Value {
        let released = self.released;
        let groups = changes::effective_groups(&changes::changes(approved, released));
        let mut kept = Vec::new();
        // This is a binary search: most constraints are met, so few comparisons find the others.
        let mut waiting = vec![&*groups];
        let mut left = MOST_ASKED;
        while let Some(tried) = waiting.pop() {
            let Some(fewer) = left.checked_sub(1) else {
                break;
            };
            left = fewer;
            let both: Vec<Change> = kept.iter().chain(tried.iter().flatten()).cloned().collect();
            let reader = changes::apply(approved, released, &both);
            if self.compare(approved, &reader).is_compatible() {
                kept = both;
            } else if tried.len() > 1 {
                let (first, second) = tried.split_at(tried.len() / 2);
                waiting.extend([second, first]);
            }
        }
        changes::apply(approved, released, &kept)
    }
}

/// Returns the start of a combined schema, which has other schemas in its `$defs`. Each is a resource of its own, so
/// its references lead into itself.
fn together(schemas: &[&Value]) -> Map<String, Value> {
    let mut definitions = Map::new();
    for (at, schema) in schemas.iter().enumerate() {
        let mut schema = (*schema).clone();
        if let Some(members) = schema.as_object_mut() {
            members.insert("$id".into(), address(at).into());
        }
        definitions.insert(at.to_string(), schema);
    }
    let dialect = schemas.iter().find_map(|schema| schema.get("$schema"));
    let mut members = Map::new();
    members.extend(dialect.map(|dialect| ("$schema".to_owned(), dialect.clone())));
    members.insert("$defs".into(), definitions.into());
    members
}

fn reference(at: usize) -> Value {
    json!({ "$ref": address(at) })
}

fn address(at: usize) -> String {
    format!("{ADDRESS}{at}")
}
