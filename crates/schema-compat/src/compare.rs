//! The order in which a verdict is sought.

use jsonschema::Validator;
use schema_registry::json;
use serde_json::Value;

use crate::{
    Draft4Integers, Profile, Proof, Settings, Verdict, algebra,
    document::{Document, refusal, with_integers},
    lower::{document_registry, lower},
    model::Model,
    search::search,
    shrink::shrink,
    solve::{Found, Solver},
};

/// Decides whether the reader's schema accepts every document that the writer's does.
///
/// Both schemas are documents of any draft from 4 to 2020-12, complete in themselves: nothing is
/// fetched. They may be of different drafts.
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
            .map_or_else(|reason| Verdict::Undecided { reason }, |it| it.verdict())
    };
    match decide(settings) {
        Verdict::Breaking {
            witness,
            refused_at,
        } if settings.draft4_integers == Draft4Integers::ByLetter
            && with_integers(&witness).is_some() =>
        {
            // Few readers tell `1.0` from `1`. A document that breaks all of them is the better one.
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

/// Why a schema cannot be compared with any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// The JSON pointer of what is wrong.
    pub pointer: String,
    /// What is wrong, as a sentence fragment.
    pub reason: String,
}

/// Whether a schema can be compared: it is valid, and complete in itself.
///
/// # Errors
///
/// The first thing that is wrong with it.
///
/// # Examples
///
/// ```
/// use schema_compat::{Settings, comparable};
/// use serde_json::json;
///
/// let schema = json!({ "properties": { "a": { "$ref": "other.json" } } });
/// let objection = comparable(&schema, &Settings::default()).unwrap_err();
/// assert_eq!(objection.pointer, "/properties/a/$ref");
/// ```
pub fn comparable(schema: &Value, settings: &Settings) -> Result<(), Objection> {
    let document = Document::read(schema, settings)?;
    let prepared = document_registry(&document);
    prepared.map(drop).map_err(|reason| {
        let pointer = reference_outside(schema, &reason).unwrap_or_default();
        Objection { pointer, reason }
    })
}

/// The reference that a reason is about.
fn reference_outside(schema: &Value, reason: &str) -> Option<String> {
    let mut parts = vec![(String::new(), schema)];
    while let Some((pointer, part)) = parts.pop() {
        match part {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                parts.extend(items.map(|(at, item)| (format!("{pointer}/{at}"), item)));
            }
            Value::Object(members) => {
                for (name, value) in members {
                    let pointer = json::child(&pointer, name);
                    let address = value.as_str().and_then(|text| text.split('#').next());
                    let is_it = name == "$ref"
                        && address.is_some_and(|text| {
                            !text.is_empty() && reason.contains(&format!("{text}`"))
                        });
                    if is_it {
                        return Some(pointer);
                    }
                    parts.push((pointer, value));
                }
            }
            _ => {}
        }
    }
    None
}

/// Two schemas, ready to be compared.
struct Comparison<'a> {
    writer: Document<'a>,
    reader: Document<'a>,
    is_closed: bool,
}

impl<'a> Comparison<'a> {
    fn new(writer: &'a Value, reader: &'a Value, settings: &Settings) -> Result<Self, String> {
        Ok(Self {
            writer: Document::new(writer, settings).map_err(writer_unsound)?,
            reader: Document::new(reader, settings).map_err(reader_unsound)?,
            is_closed: settings.profile == Profile::Tolerant,
        })
    }

    fn verdict(&self) -> Verdict {
        if self.writer.schema == self.reader.schema && self.writer.dialect == self.reader.dialect {
            return Verdict::Compatible {
                proof: Proof::Identical,
            };
        }
        let mut model = Model::default();
        let sides = lower(&mut model, &self.writer, self.is_closed)
            .and_then(|writer| Ok((writer, lower(&mut model, &self.reader, false)?)));
        let (writer, reader) = match sides {
            Ok(sides) => sides,
            Err(reason) => return Verdict::Undecided { reason },
        };
        if model.is_endless() {
            return Verdict::Undecided {
                reason: "a reference leads back to itself without going into the value".into(),
            };
        }
        let mut solver = Solver::new(&model);
        let found = solver.solve([(writer, true), (reader, false)]);
        let candidate = match found {
            Found::Nothing => {
                let proof = match solver.used_automata() {
                    true => Proof::Automata,
                    false => Proof::Structural,
                };
                return Verdict::Compatible { proof };
            }
            Found::Value(value) => Some(value),
            Found::Unknown(candidate) => candidate,
        };
        let is_exhausted = solver.is_exhausted();
        let validators = self.writer.validator().map_err(writer_unsound);
        let validators = validators.and_then(|writer| {
            let reader = self.reader.validator().map_err(reader_unsound)?;
            Ok((writer, reader))
        });
        let (written, read) = match validators {
            Ok(validators) => validators,
            Err(reason) => return Verdict::Undecided { reason },
        };
        let accepts = |validator: &Validator, by: &Document<'_>, document: &Value| {
            let changed = with_integers(document).filter(|_| by.needs_integers());
            validator.is_valid(changed.as_ref().unwrap_or(document))
        };
        let is_written = |document: &Value| {
            accepts(written, &self.writer, document)
                && (!self.is_closed || model.accepts(writer, document) == Some(true))
        };
        let shows =
            |document: &Value| is_written(document) && !accepts(read, &self.reader, document);
        let starts: Vec<Value> = candidate.into_iter().collect();
        if let Some(verdict) = starts
            .first()
            .and_then(|value| breaking(value.clone(), read, &shows))
        {
            return verdict;
        }
        let schemas = [self.writer.schema, self.reader.schema];
        let found = search(schemas, starts, &is_written, &shows);
        if let Some(verdict) = found.and_then(|document| breaking(document, read, &shows)) {
            return verdict;
        }
        // What holds for all that the schema accepts holds for what a closed writer writes.
        if let Some(proof) = algebra::prove(&self.writer, &self.reader) {
            return Verdict::Compatible { proof };
        }
        let reason = match is_exhausted {
            true => "there are too many cases, and no document was found that breaks",
            false => "some assertions have no exact form, and no document was found that breaks",
        };
        Verdict::Undecided {
            reason: reason.into(),
        }
    }
}

fn writer_unsound(reason: String) -> String {
    format!("the writer's schema is not sound: {reason}")
}

fn reader_unsound(reason: String) -> String {
    format!("the reader's schema is not sound: {reason}")
}

/// The verdict for a document, if it shows that the reader breaks.
fn breaking(
    document: Value,
    reader: &Validator,
    shows: &dyn Fn(&Value) -> bool,
) -> Option<Verdict> {
    if !shows(&document) {
        return None;
    }
    let witness = shrink(document, &shows);
    let witness = with_integers(&witness).filter(shows).unwrap_or(witness);
    let refused_at = refusal(reader, &witness)?;
    Some(Verdict::Breaking {
        witness,
        refused_at,
    })
}
