//! Verdicts that a test expects.

use schema_compat::{Proof, Settings, Verdict, compare};
use serde_json::Value;

/// Returns the proof that the reader accepts all that the writer sends.
#[track_caller]
pub(crate) fn compatible(writer: &Value, reader: &Value, settings: &Settings) -> Proof {
    match compare(writer, reader, settings) {
        Verdict::Compatible { proof } => proof,
        other => panic!("{writer} for {reader}: {other:?}"),
    }
}

/// Returns the document that breaks the reader.
#[track_caller]
pub(crate) fn witness(writer: &Value, reader: &Value, settings: &Settings) -> Value {
    match compare(writer, reader, settings) {
        Verdict::Breaking { witness, .. } => witness,
        other => panic!("{writer} for {reader}: {other:?}"),
    }
}
