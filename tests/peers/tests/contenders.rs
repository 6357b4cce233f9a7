//! Contenders do what their list claims.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{fs, path::Path};

use peers::{
    contenders::{OURS, WRITERS, readers},
    documents::{self, Document, Kind},
};
use serde_json::Value;

/// Returns all examples, with whether they are valid.
fn examples() -> Vec<(String, Document, bool)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/webhooks/v1/examples");
    let mut examples = Vec::new();
    for kind in [Kind::JobCreated, Kind::JobCompleted, Kind::ArtifactReady] {
        for (below, is_valid) in [("", true), ("invalid", false)] {
            let folder = folder.join(kind.event_type()).join(below);
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                let body = if is_valid {
                    text
                } else {
                    serde_json::from_str::<Value>(&text).unwrap()["body"].to_string()
                };
                let document = Document {
                    kind,
                    body: body.into_bytes(),
                };
                examples.push((path.display().to_string(), document, is_valid));
            }
        }
    }
    examples
}

/// A reader that is listed as exact accepts exactly the examples that their schemas accept.
#[test]
fn exact_readers_accept_valid_examples_alone() {
    let examples = examples();
    let valid = examples.iter().filter(|(_, _, is_valid)| *is_valid).count();
    assert!(
        valid >= 10 && examples.len() - valid >= 50,
        "{valid} of {}",
        examples.len()
    );
    for reader in readers().unwrap() {
        for (path, document, is_valid) in &examples {
            // This project's events may be of any type: another type is an unknown one, not a wrong one.
            let names_another_type = path.contains("event_type_of_another_event");
            let accepted = (reader.read)(document);
            if *is_valid || (reader.exact && !names_another_type) {
                assert_eq!(accepted, *is_valid, "{} on {path}", reader.name);
            }
        }
    }
}

/// A reader that is not listed as exact accepts something that the schema rejects: otherwise it would be exact.
#[test]
fn other_readers_accept_invalid_examples() {
    let examples = examples();
    for reader in readers().unwrap().iter().filter(|reader| !reader.exact) {
        let wrong = examples
            .iter()
            .filter(|(_, document, is_valid)| !is_valid && (reader.read)(document))
            .count();
        println!("{} accepts {wrong} invalid examples", reader.name);
        assert!(wrong > 0, "{} is exact", reader.name);
    }
}

#[test]
fn workloads_are_what_they_are_called() {
    let readers = readers().unwrap();
    let ours = readers.iter().find(|reader| reader.name == OURS).unwrap();
    let usual = documents::usual();
    assert!(
        (450..=550).contains(&usual.mean_bytes()),
        "{}",
        usual.mean_bytes()
    );
    for workload in [documents::long_text(), documents::unknown_fields()] {
        assert!(
            (9_900..=10_200).contains(&workload.mean_bytes()),
            "{}",
            workload.mean_bytes()
        );
    }
    for workload in [
        usual.clone(),
        documents::payload_first(),
        documents::long_text(),
        documents::unknown_fields(),
        documents::unknown_events(),
    ] {
        for document in &workload.documents {
            let text = std::str::from_utf8(&document.body).unwrap();
            let value: Value = serde_json::from_slice(&document.body).unwrap();
            assert_eq!(text.len(), value.to_string().len(), "{text} is not compact");
            assert_eq!(value["event_type"], document.kind.event_type());
            assert!((ours.read)(document), "{text}");
        }
    }
    for document in documents::payload_first().documents {
        assert!(document.body.starts_with(br#"{"data":"#));
    }
}

/// All contenders write what this project's types write.
#[test]
fn writers_write_the_same() {
    for document in documents::usual().documents {
        let read: Value = serde_json::from_slice(&document.body).unwrap();
        for writer in WRITERS {
            let mut body = Vec::new();
            assert!((writer.prepare)(&document).unwrap()(&mut body));
            let written: Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(written, read, "{}", writer.name);
        }
    }
}

/// Exact readers reject duplicate names in values that they ignore, and values that are nested too deeply, whatever
/// comes first.
#[test]
fn readers_of_types_look_into_what_they_ignore() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    // The event and the payload are levels too.
    let cases = [
        (r#""x":1,"y":{"x":2}"#.to_owned(), true),
        (r#""x":1,"x":2"#.to_owned(), false),
        (r#""x":[{"y":1,"y":2}]"#.to_owned(), false),
        (format!(r#""x":{}"#, nested(125)), true),
        (format!(r#""x":{}"#, nested(126)), false),
    ];
    let names = [
        "ours, owned",
        "ours, borrowed",
        "hand-written, owned",
        "hand-written, borrowed",
    ];
    let readers = readers().unwrap();
    for (members, is_accepted) in cases {
        for documents in [
            documents::usual(),
            documents::payload_first(),
            documents::unknown_events(),
        ] {
            for mut document in documents.documents {
                let body = String::from_utf8(document.body).unwrap();
                let data = r#""data":{"#;
                let body = body.replacen(data, &format!("{data}{members},"), 1);
                document.body = body.into_bytes();
                for name in names {
                    let reader = readers.iter().find(|reader| reader.name == name).unwrap();
                    let accepted = (reader.read)(&document);
                    assert_eq!(accepted, is_accepted, "{name} on {members}");
                }
            }
        }
    }
}
