//! The steps by which a verdict is found, in their order.

use jsonschema::Validator;
use schema_registry::json;
use serde_json::Value;

use crate::{
    Draft4Integers, Error, Profile, Proof, Settings, Verdict, algebra,
    document::{Document, with_integers},
    lower::{address, document_registry, lower},
    model::{Id, Model, Role},
    sampling::sample,
    shrink::shrink,
    solve::{Outcome, SearchObstacle, SearchResult, find},
    undecided::Reason,
};

/// Decides whether the reader's schema accepts every document that the writer's schema accepts.
///
/// Both schemas are self-contained documents of any draft from 4 to 2020-12, and may be of different drafts. Nothing is
/// fetched.
///
/// # Examples
///
/// ```
/// use schema_compat::{Settings, Verdict, compare};
/// use serde_json::json;
///
/// let old = json!({ "type": "string", "maxLength": 3 });
/// let new = json!({ "type": "string", "maxLength": 4 });
/// let settings = Settings::default();
/// assert!(matches!(compare(&old, &new, &settings), Verdict::Compatible { .. }));
///
/// let Verdict::Breaking { witness, refused_at } = compare(&new, &old, &settings) else {
///     panic!("a longer text breaks");
/// };
/// assert_eq!(witness, json!("aaaa"));
/// assert_eq!(refused_at.schema, "/maxLength");
/// ```
#[must_use]
pub fn compare(writer: &Value, reader: &Value, settings: &Settings) -> Verdict {
    let decide = |settings: &Settings| {
        Comparison::new(writer, reader, settings)
            .and_then(|it| it.verdict())
            .unwrap_or_else(|reason| Verdict::Undecided(reason.into()))
    };
    match decide(settings) {
        Verdict::Breaking {
            witness,
            refused_at,
        } if settings.draft4_integers == Draft4Integers::ByLetter
            && with_integers(&witness).is_some() =>
        {
            // Few readers distinguish `1.0` from `1`. A document that breaks all readers is better.
            let as_others = Settings {
                draft4_integers: Draft4Integers::AsDraft6,
                ..*settings
            };
            match decide(&as_others) {
                breaking @ Verdict::Breaking { .. } => breaking,
                _ => Verdict::Breaking {
                    witness,
                    refused_at: refused_at.by_letter(),
                },
            }
        }
        verdict => verdict,
    }
}

/// Checks that a schema can be compared: it is valid and self-contained.
///
/// # Errors
///
/// Returns the first problem.
///
/// # Examples
///
/// ```
/// use schema_compat::{Settings, comparable};
/// use serde_json::json;
///
/// let schema = json!({ "properties": { "a": { "$ref": "other.json" } } });
/// let error = comparable(&schema, &Settings::default()).unwrap_err();
/// assert_eq!(error.pointer(), "/properties/a/$ref");
/// ```
pub fn comparable(schema: &Value, settings: &Settings) -> Result<(), Error> {
    let document = Document::new(schema, settings)?;
    document_registry(&document).map(drop)
}

/// Two schemas, ready to be compared.
struct Comparison<'a> {
    writer: Document<'a>,
    reader: Document<'a>,
    profile: Profile,
}

impl<'a> Comparison<'a> {
    fn new(
        writer: &'a Value,
        reader: &'a Value,
        settings: &Settings,
    ) -> Result<Self, Reason<'static>> {
        Ok(Self {
            writer: Document::new(writer, settings).map_err(unsound(Role::Writer))?,
            reader: Document::new(reader, settings).map_err(unsound(Role::Reader))?,
            profile: settings.profile,
        })
    }

    fn verdict(&self) -> Result<Verdict, Reason<'static>> {
        let is_identical =
            self.writer.schema == self.reader.schema && self.writer.dialect == self.reader.dialect;
        let mut model = Model::default();
        let lowered = self.lower(&mut model);
        if is_identical {
            let is_empty = lowered.is_ok_and(|(writer, _)| sends_nothing(&model, writer));
            return Ok(if is_empty {
                self.vacuous()
            } else {
                Verdict::Compatible {
                    proof: Proof::Identical,
                }
            });
        }
        let (writer, reader) = lowered?;
        let search = find(&model, &[(writer, true), (reader, false)]);
        let candidate = match &search.found {
            Outcome::Nothing => {
                let proof = if search.used_automata {
                    Proof::Automata
                } else {
                    Proof::Structural
                };
                return Ok(if sends_nothing(&model, writer) {
                    self.vacuous()
                } else {
                    Verdict::Compatible { proof }
                });
            }
            Outcome::Value(value) => Some(value.clone()),
            Outcome::Unknown(candidate) => candidate.clone(),
        };
        let written = self.writer.validator().map_err(unsound(Role::Writer))?;
        let read = self.reader.validator().map_err(unsound(Role::Reader))?;
        let accepts = |validator: &Validator, by: &Document<'_>, document: &Value| {
            let changed = with_integers(document).filter(|_| by.needs_integers());
            validator.is_valid(changed.as_ref().unwrap_or(document))
        };
        let is_written = |document: &Value| {
            accepts(written, &self.writer, document)
                && (self.profile == Profile::Exact || model.accepts(writer, document) == Some(true))
        };
        let shows =
            |document: &Value| is_written(document) && !accepts(read, &self.reader, document);
        // A document that breaks every reader is better.
        let shows_to_all = |document: &Value| {
            shows(document)
                && self.writer.accepts_as_written(document) != Some(false)
                && self.reader.accepts_as_written(document) != Some(true)
        };
        let starts: Vec<Value> = candidate.into_iter().collect();
        let schemas = [self.writer.schema, self.reader.schema];
        let witness = |shows: &dyn Fn(&Value) -> bool| {
            let first = starts.first();
            first
                .and_then(|value| breaking(value.clone(), &self.reader, shows))
                .or_else(|| {
                    let found = sample(schemas, model.size(), starts.clone(), &is_written, shows)?;
                    breaking(found, &self.reader, shows)
                })
        };
        let are_read_alike = self.writer.is_read_alike() && self.reader.is_read_alike();
        let found =
            witness(&shows_to_all).or_else(|| (!are_read_alike).then(|| witness(&shows))?);
        if let Some(verdict) = found {
            return Ok(verdict);
        }
        // In every profile, a writer sends only what its schema accepts, so a proof for the whole schema is enough.
        if let Some(proof) = algebra::prove(&self.writer, &self.reader) {
            return Ok(Verdict::Compatible { proof });
        }
        if sends_nothing(&model, writer) {
            return Ok(self.vacuous());
        }
        Err(self.reason(&model, &search))
    }

    /// Returns the obstacle to a verdict, with its place in both schemas.
    fn reason(&self, model: &Model, search: &SearchResult) -> Reason<'static> {
        // The model and a validator disagree about this value, so one of them is wrong.
        if matches!(search.found, Outcome::Value(_)) {
            return Reason::Unconfirmed;
        }
        let sides = [
            (Role::Writer, self.writer.schema),
            (Role::Reader, self.reader.schema),
        ];
        let places = |ids: &[Id]| -> Vec<(Role, String)> {
            let of_role = |(role, schema): (Role, &Value)| {
                let mut origins = ids.iter().filter_map(|id| model.origin(*id, role));
                let (at, keyword) = origins.next()?;
                Some(json::child(&pointer_of(schema, at)?, keyword))
            };
            let found = sides.map(of_role);
            let [writer, reader] = &found;
            // Schemas with the same value at the pointer have the same obstacle there.
            let same = writer.as_ref().xor(reader.as_ref()).filter(|pointer| {
                let there = self.writer.schema.pointer(pointer);
                there.is_some() && there == self.reader.schema.pointer(pointer)
            });
            let of_sides = sides.iter().zip(&found);
            let places = of_sides.filter_map(|((role, _), pointer)| {
                Some((*role, pointer.as_ref().or(same)?.clone()))
            });
            places.collect()
        };
        match &search.obstacle {
            SearchObstacle::Cases(union) => Reason::Cases {
                places: union.map_or_else(Vec::new, |union| places(&[union])),
            },
            SearchObstacle::Assertions { ids, kind } => Reason::Assertions {
                kind: *kind,
                places: places(ids),
            },
        }
    }

    /// Lowers both schemas to one model: what the writer sends, and what the reader accepts.
    fn lower(&self, model: &mut Model) -> Result<(Id, Id), Reason<'static>> {
        let writer = lower(model, &self.writer, Role::Writer, self.profile);
        let writer = writer.map_err(Reason::References)?;
        let reader = lower(model, &self.reader, Role::Reader, Profile::Exact);
        let reader = reader.map_err(Reason::References)?;
        if model.is_endless() {
            return Err(Reason::Endless);
        }
        let [writer, reader] = model.merge([writer, reader]);
        Ok((writer, reader))
    }

    fn vacuous(&self) -> Verdict {
        let reason = match self.profile {
            Profile::Exact => "no document is valid under the writer's schema",
            Profile::Tolerant => {
                "the writer's schema accepts no document whose members it declares"
            }
        };
        Verdict::Vacuous {
            reason: reason.into(),
        }
    }
}

/// Returns the pointer of a value inside a schema, by its address in memory.
fn pointer_of(schema: &Value, wanted: usize) -> Option<String> {
    let mut found = values(schema).filter(|(_, value)| address(value) == wanted);
    found.next().map(|(pointer, _)| pointer)
}

/// Returns all values inside a schema, with their pointers.
fn values(schema: &Value) -> impl Iterator<Item = (String, &Value)> {
    let mut waiting = vec![(String::new(), schema)];
    std::iter::from_fn(move || {
        let (pointer, value) = waiting.pop()?;
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                waiting.extend(items.map(|(at, item)| (format!("{pointer}/{at}"), item)));
            }
            Value::Object(members) => {
                let members = members.iter();
                waiting.extend(members.map(|(name, value)| (json::child(&pointer, name), value)));
            }
            _ => {}
        }
        Some((pointer, value))
    })
}

/// Reports whether it is proved that the writer sends no document.
fn sends_nothing(model: &Model, writer: Id) -> bool {
    matches!(find(model, &[(writer, true)]).found, Outcome::Nothing)
}

fn unsound(side: Role) -> impl FnOnce(Error) -> Reason<'static> {
    move |error| Reason::Unsound { side, error }
}

/// Returns the verdict for a document, if the document shows a break.
fn breaking(
    document: Value,
    reader: &Document<'_>,
    shows: &dyn Fn(&Value) -> bool,
) -> Option<Verdict> {
    if !shows(&document) {
        return None;
    }
    let witness = shrink(document, &shows);
    let witness = with_integers(&witness).filter(shows).unwrap_or(witness);
    let refused_at = reader.refusal(&witness)?;
    Some(Verdict::Breaking {
        witness,
        refused_at,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Comparison, Outcome, SearchResult};
    use crate::{Settings, Undecided, UndecidedCode, model::Model};

    #[test]
    fn a_document_that_a_validator_does_not_confirm_has_a_code() {
        let (writer, reader) = (json!({ "type": "string" }), json!(true));
        let comparison = Comparison::new(&writer, &reader, &Settings::default()).unwrap();
        let search = SearchResult {
            found: Outcome::Value(json!(1)),
            ..SearchResult::default()
        };
        let undecided = Undecided::from(comparison.reason(&Model::default(), &search));
        assert_eq!(undecided.code(), UndecidedCode::UnconfirmedDocument);
    }
}
