//! The tools that are compared, each with the same input.

use std::{
    panic,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use jsoncompat::{CompatibilityResult, Role, SchemaDocument, analyze_compat};
use schema_compat::{Formats, Settings, Verdict, compare};
use serde_json::Value;

use crate::Pair;

/// The answer of a tool.
pub enum Answer {
    Compatible,
    /// The reader rejects this document.
    Breaking(Value),
    Undecided,
    Failed(String),
}

pub struct Tool {
    pub name: &'static str,
    decide: fn(&Value, &Value) -> Answer,
}

pub const TOOLS: [Tool; 2] = [
    Tool {
        name: "schema-compat",
        decide: schema_compat,
    },
    Tool {
        name: "jsoncompat 0.5.0",
        decide: jsoncompat,
    },
];

/// The longest time for an answer.
const LIMIT: Duration = Duration::from_secs(20);

impl Tool {
    /// Returns the answer about a pair, and the time that it took.
    pub fn ask(&self, pair: &Pair) -> (Answer, Duration) {
        let decide = self.decide;
        let (writer, reader) = (pair.writer.clone(), pair.reader.clone());
        let (sender, receiver) = mpsc::channel();
        let run = move || {
            let start = Instant::now();
            let answer = panic::catch_unwind(|| decide(&writer, &reader))
                .unwrap_or_else(|_| Answer::Failed("a panic".into()));
            // Nothing receives an answer that comes too late.
            drop(sender.send((answer, start.elapsed())));
        };
        let thread = thread::Builder::new().stack_size(256 << 20);
        if let Err(error) = thread.spawn(run) {
            return (Answer::Failed(error.to_string()), Duration::ZERO);
        }
        let answer = receiver.recv_timeout(LIMIT);
        answer.unwrap_or_else(|_| (Answer::Failed("no answer in time".into()), LIMIT))
    }
}

fn schema_compat(writer: &Value, reader: &Value) -> Answer {
    let settings = Settings {
        formats: Formats::Annotate,
        ..Settings::default()
    };
    match compare(writer, reader, &settings) {
        Verdict::Compatible { .. } | Verdict::Vacuous { .. } => Answer::Compatible,
        Verdict::Breaking { witness, .. } => Answer::Breaking(witness),
        Verdict::Undecided { .. } => Answer::Undecided,
    }
}

fn jsoncompat(writer: &Value, reader: &Value) -> Answer {
    let read = |schema: &Value| SchemaDocument::from_json(schema).map_err(|it| it.to_string());
    let result = read(reader).and_then(|old| {
        let new = read(writer)?;
        analyze_compat(&old, &new, Role::Serializer).map_err(|it| it.to_string())
    });
    match result {
        Ok(CompatibilityResult::Compatible) => Answer::Compatible,
        Ok(CompatibilityResult::Incompatible { counterexample, .. }) => {
            Answer::Breaking(counterexample)
        }
        Ok(CompatibilityResult::Unknown { .. }) => Answer::Undecided,
        Err(reason) => Answer::Failed(reason),
    }
}
