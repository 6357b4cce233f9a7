//! Compares two files without a registry.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    io,
};

use schema_compat::{
    Proof, Settings, Undecided, Verdict,
    changes::{self, Answer, Change, ChangeKind, Classified, Direction, Directions},
    definition::{Definition, definitions, document_of, says_nothing},
    worker::{Asks, Question, Workers},
};
use serde::Serialize;
use serde_json::Value;

use super::{
    definitions::{counterpart, others, pointer_of, unknown},
    input::Input,
    text::{Printer, word},
};
use crate::{
    cli::Format,
    context::Context,
    exit::{Exit, Failure},
    output::{self, Lines, print_json},
};

/// The order in which the directions of two files are printed.
const DIRECTIONS: [Direction; 2] = [Direction::Backward, Direction::Forward];

/// The verdict of one direction, for programs.
#[derive(Serialize)]
struct DirectionLine<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'a str>,
    direction: &'static str,
    /// The file with the writer's schema.
    writer: &'a str,
    /// The file with the reader's schema.
    reader: &'a str,
    #[serde(flatten)]
    answer: &'a Answer,
}

/// The changes, for programs.
#[derive(Serialize)]
struct ChangesLine<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'a str>,
    old: &'a str,
    new: &'a str,
    changes: &'a [Classified],
    /// The changed definitions that it refers to, if nothing else changed. Their changes are listed with them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    through: Vec<&'a str>,
    /// The files whose root accepts every document because it has no constraints.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accepts_everything: Vec<&'a str>,
}

/// A definition that only one of the files has, for programs.
#[derive(Serialize)]
struct OneSided<'a> {
    definition: &'a str,
    old: &'a str,
    new: &'a str,
    /// `added` or `removed`.
    state: &'static str,
    /// The new definition that is similar to a removed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    perhaps: Option<&'a str>,
}

/// Two files, and the settings of their comparison.
pub(super) struct Files<'a> {
    context: &'a Context,
    printer: Printer,
    settings: Settings,
    workers: &'a Workers<'a>,
    old: Input,
    new: Input,
}

/// A schema of both files, as text and as values.
struct Pair<'p> {
    /// The name of the definition, unless it is the root.
    definition: Option<&'p str>,
    texts: Directions<&'p str>,
    /// The old value and the new one. `None` if one is nested too deep to be looked at.
    values: Option<(&'p Value, &'p Value)>,
    /// The places of the definition in both files, if the others are compared as well.
    places: Option<[&'p str; 2]>,
}

/// The result of a pair.
struct Outcome {
    whole: Directions<Answer>,
    judged: Vec<Classified>,
    /// The definitions that changed, if the compared definition itself did not.
    through: Vec<String>,
}

impl<'a> Files<'a> {
    pub(super) fn read(
        context: &'a Context,
        (old, new): (&str, &str),
        printer: Printer,
        settings: Settings,
        workers: &'a Workers<'a>,
    ) -> Result<Self, Failure> {
        let (old, new) = (Input::read(old, &settings)?, Input::read(new, &settings)?);
        let files = old.files().chain(new.files()).collect();
        Ok(Self {
            context,
            printer: Printer { files, ..printer },
            settings,
            workers,
            old,
            new,
        })
    }

    /// Compares the files: one definition if one is named, all of them if the files hold nothing else.
    pub(super) fn compare(&self, definition: Option<&str>) -> Result<Exit, Failure> {
        let values = self.old.schema.as_ref().zip(self.new.schema.as_ref());
        match (definition, values) {
            (Some(name), Some((old, new))) => {
                let pointer = |input: &Input, schema: &Value| {
                    pointer_of(schema, name).ok_or_else(|| unknown(&input.path, schema, name))
                };
                let pointers = [pointer(&self.old, old)?, pointer(&self.new, new)?];
                self.definition(name, pointers.each_ref().map(String::as_str), false)
            }
            (Some(name), None) => Err(Failure::other(
                format!("cannot compare the definition `{name}`"),
                "a file is nested too deep",
            )),
            (None, Some((old, new)))
                if says_nothing(old)
                    && says_nothing(new)
                    && !(definitions(old).is_empty() && definitions(new).is_empty()) =>
            {
                self.all_definitions(old, new)
            }
            (None, values) => self.pair(&Pair {
                definition: None,
                texts: Directions {
                    forward: &self.new.text,
                    backward: &self.old.text,
                },
                values,
                places: None,
            }),
        }
    }

    /// Compares the definitions that both files have, and lists those that one of them has.
    fn all_definitions(&self, old: &Value, new: &Value) -> Result<Exit, Failure> {
        self.context.say(
            "both files contain only definitions, and their roots accept every document, so each definition is \
             compared",
        );
        let (olds, news) = (definitions(old), definitions(new));
        let mut exit = Exit::Fine;
        let mut worse = |other: Exit| {
            if other != Exit::Fine {
                exit = other;
            }
        };
        let renames: BTreeMap<String, String> = self
            .changes(old, new)?
            .into_iter()
            .filter_map(|change| match (change.kind, change.old) {
                (ChangeKind::DefinitionRenamed { to, .. }, Some(old)) => Some((old, to)),
                _ => None,
            })
            .collect();
        let mut paired: BTreeSet<&str> = BTreeSet::new();
        for definition in &olds {
            let Some(other) = counterpart(definition, &olds, &news) else {
                // Every reference to it is broken.
                worse(Exit::Findings);
                let perhaps = renames.get(&definition.pointer).map(String::as_str);
                self.one_sided(definition, "removed", perhaps)?;
                continue;
            };
            paired.insert(&other.pointer);
            let places = [definition.pointer.as_str(), other.pointer.as_str()];
            worse(self.definition(&definition.name, places, true)?);
        }
        for definition in &news {
            if !paired.contains(definition.pointer.as_str()) {
                self.one_sided(definition, "added", None)?;
            }
        }
        Ok(exit)
    }

    fn one_sided(
        &self,
        definition: &Definition,
        state: &'static str,
        perhaps: Option<&str>,
    ) -> Result<(), Failure> {
        let name = &definition.name;
        if self.context.format == Format::Human {
            let renamed = perhaps.map(|to| format!(", renamed? `{to}` is new and similar"));
            let renamed = renamed.unwrap_or_default();
            self.context
                .say(&format!("definition `{name}`: {state}{renamed}"));
            return Ok(());
        }
        print_json(&super::json_line(&OneSided {
            definition: name,
            old: &self.old.path,
            new: &self.new.path,
            state,
            perhaps,
        })?);
        Ok(())
    }

    /// Compares a definition, by its places in both files. If all definitions are compared, the changes of others are
    /// listed with those.
    fn definition(
        &self,
        name: &str,
        places: [&str; 2],
        is_one_of_all: bool,
    ) -> Result<Exit, Failure> {
        let [old, new] = places;
        let document = |input: &Input, pointer: &str| {
            let schema = input.schema.as_ref().unwrap_or(&Value::Null);
            document_of(schema, pointer).map_err(|error| {
                let doing = format!("cannot compare `{name}` of `{}`", input.path);
                Failure::new(doing, io::Error::other(error))
            })
        };
        let (old, new) = (document(&self.old, old)?, document(&self.new, new)?);
        let (old_text, new_text) = (old.to_string(), new.to_string());
        self.pair(&Pair {
            definition: Some(name),
            texts: Directions {
                forward: &new_text,
                backward: &old_text,
            },
            values: Some((&old, &new)),
            places: Some(places).filter(|_| is_one_of_all),
        })
    }

    fn pair(&self, pair: &Pair<'_>) -> Result<Exit, Failure> {
        let whole = self.whole(pair)?;
        let mut judged = Vec::new();
        let mut through = Vec::new();
        if let Some((old, new)) = pair.values {
            let failed = RefCell::new(None);
            let mut compare = |writer: &Value, reader: &Value, settings: &Settings| {
                let asked = self.ask((&writer.to_string(), &reader.to_string()), *settings);
                answer_or_keep(asked, &failed)
            };
            let verdicts = Directions::from_fn(|direction| whole.get(direction).verdict.clone());
            let changes = self.changes(old, new)?;
            through = self.others(&changes, pair.places);
            if through.is_empty() {
                let settings = &self.settings;
                judged = changes::classify(old, new, &changes, &verdicts, settings, &mut compare);
            }
            failed
                .into_inner()
                .map_or(Ok(()), |error| Err(super::no_worker(error)))?;
        }
        let outcome = Outcome {
            whole,
            judged,
            through,
        };
        match self.context.format {
            Format::Human => self.print(pair, &outcome),
            _ => self.print_json(pair, &outcome)?,
        }
        let whole = &outcome.whole;
        let is_fine = |direction: Direction| whole.get(direction).verdict.is_compatible();
        Ok(match Direction::ALL.into_iter().all(is_fine) {
            true => Exit::Fine,
            false => Exit::Findings,
        })
    }

    /// Returns the verdicts on both directions.
    fn whole(&self, pair: &Pair<'_>) -> Result<Directions<Answer>, Failure> {
        if let (Some(_), Some((old, new))) = (pair.definition, pair.values)
            && old == new
        {
            return Ok(Directions::from_fn(|_| Answer {
                verdict: Verdict::Compatible {
                    proof: Proof::Identical,
                },
                counts_in_tolerant: None,
            }));
        }
        let texts = |direction: Direction| match direction {
            Direction::Forward => (pair.texts.forward, pair.texts.backward),
            Direction::Backward => (pair.texts.backward, pair.texts.forward),
        };
        let questions = Direction::ALL.map(|direction| {
            let (writer, reader) = texts(direction);
            Question {
                asks: Asks::Verdict,
                writer,
                reader,
                settings: self.settings,
            }
        });
        let answers = self.workers.compare_all(&questions, questions.len());
        let mut verdicts = answers.map_err(super::no_worker)?.into_iter();
        let failed = RefCell::new(None);
        let whole = Directions::from_fn(|direction| {
            let answer = verdicts.next().map(|answer| answer.verdict);
            let verdict = answer.unwrap_or_else(not_compared);
            Answer::new(verdict, &self.settings, &mut |settings| {
                answer_or_keep(self.ask(texts(direction), *settings), &failed)
            })
        });
        match failed.into_inner() {
            Some(error) => Err(super::no_worker(error)),
            None => Ok(whole),
        }
    }

    fn changes(&self, old: &Value, new: &Value) -> Result<Vec<Change>, Failure> {
        let ask = |question: &Question<'_>| Ok(self.workers.compare(question)?.verdict);
        changes::changes_within_limits(old, new, ask).map_err(super::no_worker)
    }

    fn ask(&self, (writer, reader): (&str, &str), settings: Settings) -> io::Result<Verdict> {
        let question = Question {
            asks: Asks::Verdict,
            writer,
            reader,
            settings,
        };
        Ok(self.workers.compare(&question)?.verdict)
    }

    fn writer_and_reader(&self, direction: Direction) -> (&Input, &Input) {
        match direction {
            Direction::Forward => (&self.new, &self.old),
            Direction::Backward => (&self.old, &self.new),
        }
    }

    fn print(&self, pair: &Pair<'_>, outcome: &Outcome) {
        let whole = &outcome.whole;
        let mut out = Lines::default();
        if let Some(name) = pair.definition {
            out.line(&format!("definition `{name}`:"));
        }
        let indent = if pair.definition.is_some() { "  " } else { "" };
        let verdicts = Directions::from_fn(|direction| Some(whole.get(direction).verdict.clone()));
        self.printer
            .changes(&mut out, &outcome.judged, &verdicts, indent);
        for name in &outcome.through {
            out.line(&format!("{indent}- it refers to `{name}`, which changed"));
        }
        for file in self.silent(pair) {
            out.line(&format!(
                "the root of `{file}` accepts every document, because it has no constraints; `--definition` \
                 compares one of its definitions"
            ));
        }
        for direction in DIRECTIONS {
            let (writer, reader) = self.writer_and_reader(direction);
            let inner = format!("{indent}    ");
            out.write(&format!(
                "{indent}{} (written with `{}`, read with `{}`): ",
                word(direction),
                writer.path,
                reader.path
            ));
            self.printer
                .verdict(&mut out, whole.get(direction), "", &inner);
        }
        output::print(&out);
    }

    fn print_json(&self, pair: &Pair<'_>, outcome: &Outcome) -> Result<(), Failure> {
        for direction in DIRECTIONS {
            let (writer, reader) = self.writer_and_reader(direction);
            print_json(&super::json_line(&DirectionLine {
                definition: pair.definition,
                direction: word(direction),
                writer: &writer.path,
                reader: &reader.path,
                answer: outcome.whole.get(direction),
            })?);
        }
        if pair.values.is_none() {
            return Ok(());
        }
        print_json(&super::json_line(&ChangesLine {
            definition: pair.definition,
            old: &self.old.path,
            new: &self.new.path,
            changes: &outcome.judged,
            through: outcome.through.iter().map(String::as_str).collect(),
            accepts_everything: self.silent(pair),
        })?);
        Ok(())
    }

    /// Returns the names of the definitions that changed, if no change is in the definition at these places, and all
    /// are listed with other definitions.
    fn others(&self, changes: &[Change], places: Option<[&str; 2]>) -> Vec<String> {
        let schemas = self.old.schema.as_ref().zip(self.new.schema.as_ref());
        match (places, schemas) {
            (Some(places), Some(schemas)) => others(changes, places, schemas),
            _ => Vec::new(),
        }
    }

    /// Returns the files whose root has no constraints.
    fn silent(&self, pair: &Pair<'_>) -> Vec<&str> {
        if pair.definition.is_some() {
            return Vec::new();
        }
        let says_nothing = |input: &&Input| input.schema.as_ref().is_some_and(says_nothing);
        let files = [&self.old, &self.new].into_iter().filter(says_nothing);
        files.map(|input| input.path.as_str()).collect()
    }
}

/// Returns the verdict. For an error, keeps the first one and returns a verdict that is not used.
fn answer_or_keep(asked: io::Result<Verdict>, failed: &RefCell<Option<io::Error>>) -> Verdict {
    asked.unwrap_or_else(|error| {
        failed.borrow_mut().get_or_insert(error);
        not_compared()
    })
}

fn not_compared() -> Verdict {
    Verdict::Undecided(Undecided::not_compared())
}
