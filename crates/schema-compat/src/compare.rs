//! The order in which a verdict is sought.

use serde_json::Value;

use crate::{Proof, Settings, Verdict, algebra, document::Document};

/// Decides whether the reader's schema accepts every document that the writer's does.
///
/// Both schemas are documents of any draft from 4 to 2020-12, complete in themselves: nothing is
/// fetched. They may be of different drafts.
#[must_use]
pub fn compare(writer: &Value, reader: &Value, settings: &Settings) -> Verdict {
    let documents = Document::new(writer, settings)
        .map_err(|reason| format!("the writer's schema is not sound: {reason}"))
        .and_then(|writer| {
            let reader = Document::new(reader, settings)
                .map_err(|reason| format!("the reader's schema is not sound: {reason}"))?;
            Ok((writer, reader))
        });
    match documents {
        Ok((writer, reader)) => decide(&writer, &reader),
        Err(reason) => Verdict::Undecided { reason },
    }
}

fn decide(writer: &Document<'_>, reader: &Document<'_>) -> Verdict {
    if writer.schema == reader.schema && writer.dialect == reader.dialect {
        return Verdict::Compatible {
            proof: Proof::Identical,
        };
    }
    if let Some(proof) = algebra::prove(writer, reader) {
        return Verdict::Compatible { proof };
    }
    for candidate in simple_values() {
        if writer.accepts(&candidate)
            && let Some(refused_at) = reader.refusal(&candidate)
        {
            return Verdict::Breaking {
                witness: candidate,
                refused_at,
            };
        }
    }
    Verdict::Undecided {
        reason: "no proof and no witness was found".into(),
    }
}

fn simple_values() -> Vec<Value> {
    use serde_json::json;
    vec![
        json!(null),
        json!(false),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(0.5),
        json!(""),
        json!("a"),
        json!([]),
        json!({}),
    ]
}
