//! The order in which a verdict is sought.

use serde_json::Value;

use crate::{
    Profile, Proof, Settings, Verdict, algebra,
    document::Document,
    lower::lower,
    model::{Id, Model},
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
    Comparison::new(writer, reader, settings)
        .map_or_else(|reason| Verdict::Undecided { reason }, |it| it.verdict())
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
            writer: Document::new(writer, settings)
                .map_err(|reason| format!("the writer's schema is not sound: {reason}"))?,
            reader: Document::new(reader, settings)
                .map_err(|reason| format!("the reader's schema is not sound: {reason}"))?,
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
        let starts: Vec<Value> = candidate.into_iter().collect();
        if let Some(verdict) = starts
            .first()
            .and_then(|value| self.breaks(&model, writer, value.clone()))
        {
            return verdict;
        }
        let is_written = |document: &Value| self.is_written(&model, writer, document);
        let shows = |document: &Value| is_written(document) && !self.reader.accepts(document);
        let schemas = [self.writer.schema, self.reader.schema];
        let found = search(schemas, starts, &is_written, &shows);
        if let Some(verdict) = found.and_then(|document| self.breaks(&model, writer, document)) {
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

    /// Whether the writer may write a document.
    fn is_written(&self, model: &Model, writer: Id, document: &Value) -> bool {
        self.writer.accepts(document)
            && (!self.is_closed || model.accepts(writer, document) == Some(true))
    }

    /// The verdict for a document, if it shows that the reader breaks.
    fn breaks(&self, model: &Model, writer: Id, document: Value) -> Option<Verdict> {
        let shows = |document: &Value| {
            self.is_written(model, writer, document) && !self.reader.accepts(document)
        };
        if !shows(&document) {
            return None;
        }
        let witness = shrink(document, &shows);
        let refused_at = self.reader.refusal(&witness)?;
        Some(Verdict::Breaking {
            witness,
            refused_at,
        })
    }
}
