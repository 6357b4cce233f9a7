//! The codes of undecided verdicts.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    io, iter,
    process::{Command, Stdio},
    time::Duration,
};

use schema_compat::{
    Draft, Settings, Undecided, UndecidedCode, Verdict, compare,
    worker::{Asks, Limits, Question, Workers},
};
use serde_json::{Map, Value, json};

const PAGE: &str = include_str!("../../../docs/compatibility.md");

/// Returns the code after another one in the table in `docs/compatibility.md`.
fn next(code: &UndecidedCode) -> Option<UndecidedCode> {
    Some(match code {
        UndecidedCode::TimeLimit => UndecidedCode::MemoryLimit,
        UndecidedCode::MemoryLimit => UndecidedCode::StackLimit,
        UndecidedCode::StackLimit => UndecidedCode::WorkerFailed,
        UndecidedCode::WorkerFailed => UndecidedCode::NotCompared,
        UndecidedCode::NotCompared => UndecidedCode::TooManyCases,
        UndecidedCode::TooManyCases => UndecidedCode::InexactPattern,
        UndecidedCode::InexactPattern => UndecidedCode::InexactFormat,
        UndecidedCode::InexactFormat => UndecidedCode::DynamicReference,
        UndecidedCode::DynamicReference => UndecidedCode::InexactKeyword,
        UndecidedCode::InexactKeyword => UndecidedCode::InexactCombination,
        UndecidedCode::InexactCombination => UndecidedCode::UnconfirmedDocument,
        UndecidedCode::UnconfirmedDocument => UndecidedCode::InexactNumber,
        UndecidedCode::InexactNumber => UndecidedCode::NotJson,
        UndecidedCode::NotJson => UndecidedCode::NotAPair,
        UndecidedCode::NotAPair => UndecidedCode::UnknownDraft,
        UndecidedCode::UnknownDraft => UndecidedCode::InvalidSchema,
        UndecidedCode::InvalidSchema => UndecidedCode::InvalidPattern,
        UndecidedCode::InvalidPattern => UndecidedCode::UnresolvedReference,
        UndecidedCode::UnresolvedReference => UndecidedCode::ExternalReference,
        UndecidedCode::ExternalReference => UndecidedCode::EndlessReference,
        UndecidedCode::EndlessReference => return None,
    })
}

/// Checks that a comparison is undecided with a code.
#[track_caller]
fn is_undecided(code: UndecidedCode, draft: Draft, writer: &Value, reader: &Value) {
    let settings = Settings {
        draft,
        ..Settings::default()
    };
    match compare(writer, reader, &settings) {
        Verdict::Undecided(undecided) => assert_eq!(undecided.code(), code, "{undecided:?}"),
        other => panic!("{writer} for {reader} is decided: {other:?}"),
    }
}

fn pattern(text: &str) -> Value {
    json!({ "type": "string", "pattern": text })
}

/// Returns definitions that refer to each other in a circle that is too long to be followed at once.
fn circle() -> Value {
    let count = 100;
    let definition = |at: usize| {
        let next = format!("#/$defs/{}", (at + 1) % count);
        let schema = json!({ "anyOf": [{ "$ref": next }, { "type": "string" }] });
        (at.to_string(), schema)
    };
    let definitions: Map<String, Value> = (0..count).map(definition).collect();
    json!({ "$ref": "#/$defs/0", "$defs": definitions })
}

/// Returns a schema with a choice of two members, many times.
fn choices(count: usize, most: u64) -> Value {
    let two = |at: usize| json!({ "anyOf": [{ "required": [format!("a{at}")] }, { "required": [format!("b{at}")] }] });
    let all: Vec<Value> = (0..count).map(two).collect();
    json!({ "type": "object", "allOf": all, "maxProperties": most })
}

#[test]
fn schemas_that_cannot_be_compared_have_codes() {
    let string = json!({ "type": "string" });
    for (code, schema) in [
        (
            UndecidedCode::UnknownDraft,
            json!({ "$schema": "https://example.com/own" }),
        ),
        (UndecidedCode::InvalidSchema, json!({ "type": "text" })),
        (UndecidedCode::InvalidSchema, json!(3)),
        (UndecidedCode::InvalidPattern, pattern("(")),
        (UndecidedCode::InvalidPattern, pattern("(?=a)(")),
        (
            UndecidedCode::UnresolvedReference,
            json!({ "$ref": "#/$defs/missing" }),
        ),
        (
            UndecidedCode::UnresolvedReference,
            json!({ "$ref": "#missing" }),
        ),
        (
            UndecidedCode::ExternalReference,
            json!({ "$ref": "other.json" }),
        ),
        (UndecidedCode::EndlessReference, circle()),
    ] {
        is_undecided(
            code,
            Draft::Draft202012,
            &schema,
            &json!({ "maxLength": 3 }),
        );
        is_undecided(code, Draft::Draft202012, &string, &schema);
    }
}

#[test]
fn obstacles_of_the_search_have_codes() {
    let is_undecided = |code, writer, reader| {
        is_undecided(code, Draft::Draft202012, &writer, &reader);
    };
    is_undecided(
        UndecidedCode::InexactPattern,
        pattern("^(.)\\1$"),
        pattern("^(..)\\1$"),
    );
    let members = |text: &str| json!({ "type": "object", "patternProperties": { text: { "type": "integer" } } });
    is_undecided(
        UndecidedCode::InexactPattern,
        members("^(.)\\1$|^(..)\\2$"),
        members("^(.)\\1$"),
    );
    is_undecided(
        UndecidedCode::InexactFormat,
        json!({ "type": "string" }),
        json!({ "not": { "format": "regex", "pattern": "^\\(+$" } }),
    );
    // The target of the reference is of a draft of its own.
    let other = json!({ "$id": "b", "$schema": "https://example.com/own", "type": "string" });
    is_undecided(
        UndecidedCode::InexactKeyword,
        json!({ "$ref": "#/$defs/a", "$defs": { "a": other } }),
        json!({ "properties": { "a": { "maxLength": 1 } } }),
    );
    // Above 1e30, no double is odd, but other numbers are.
    is_undecided(
        UndecidedCode::InexactCombination,
        json!({ "type": "integer", "multipleOf": 3, "minimum": 1e30 }),
        json!({ "multipleOf": 2 }),
    );
    is_undecided(
        UndecidedCode::TooManyCases,
        choices(24, 23),
        json!({ "maxProperties": 0 }),
    );
}

#[test]
fn dynamic_references_have_a_code() {
    let inner = json!({
        "$id": "b",
        "$recursiveAnchor": true,
        "type": "object",
        "properties": { "o": { "$recursiveRef": "#" } },
        "additionalProperties": false,
    });
    let writer = json!({
        "$id": "https://example.com/a",
        "type": "object",
        "properties": { "a": { "$recursiveRef": "#" }, "v": { "type": "integer" }, "o": inner },
        "additionalProperties": false,
    });
    let properties = json!({ "a": { "properties": { "v": { "type": "number" } } } });
    let reader = json!({ "type": "object", "properties": properties });
    let code = UndecidedCode::DynamicReference;
    is_undecided(code, Draft::Draft201909, &writer, &reader);
}

/// Asks a worker that is a shell script.
#[cfg(unix)]
fn asked(script: &str) -> UndecidedCode {
    let command = || {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]).stdin(Stdio::piped());
        command
    };
    let limits = Limits {
        time: Duration::from_secs(2),
        memory: 64 << 20,
        stack: 1 << 20,
    };
    let workers = Workers::new(&command, limits);
    let question = Question {
        asks: Asks::Verdict,
        writer: "true",
        reader: "false",
        settings: Settings::default(),
    };
    match workers.compare(&question).unwrap().verdict {
        Verdict::Undecided(undecided) => undecided.code(),
        other => panic!("a script decided: {other:?}"),
    }
}

/// Checks the codes of workers that end without an answer. The tests of the program make real workers reach limits.
#[cfg(unix)]
#[test]
fn workers_without_an_answer_have_codes() {
    let ends =
        |message: &str| format!("echo ready; read -r line; echo '{message}' >&2; kill -ABRT $$");
    let overflow = ends("thread 'main' (1) has overflowed its stack");
    assert_eq!(asked(&overflow), UndecidedCode::StackLimit);
    let allocation = ends("memory allocation of 8 bytes failed");
    assert_eq!(asked(&allocation), UndecidedCode::MemoryLimit);
    assert_eq!(asked(&ends("a bug")), UndecidedCode::WorkerFailed);
    let sleeps = "echo ready; read -r line; exec sleep 60";
    assert_eq!(asked(sleeps), UndecidedCode::TimeLimit);
}

#[test]
fn comparisons_that_were_not_made_have_codes() {
    let undecided = Undecided::not_compared();
    assert_eq!(undecided.code(), UndecidedCode::NotCompared);
    let undecided = Undecided::no_worker(&io::Error::other("gone"));
    assert_eq!(undecided.code(), UndecidedCode::WorkerFailed);
    assert_eq!(undecided.reason(), "cannot compare: gone");
    let error = serde_json::from_str::<Value>("{").unwrap_err();
    let undecided = Undecided::not_a_pair(3, &error);
    assert_eq!(undecided.code(), UndecidedCode::NotAPair);
}

#[test]
fn an_undecided_verdict_is_data() {
    let verdict = compare(
        &json!({ "type": "text" }),
        &json!(true),
        &Settings::default(),
    );
    let text = serde_json::to_string(&verdict).unwrap();
    let start = r#"{"verdict":"undecided","code":"invalid-schema","reason":"the writer's schema"#;
    assert!(text.starts_with(start), "{text}");
    assert_eq!(serde_json::from_str::<Verdict>(&text).unwrap(), verdict);
}

#[test]
fn the_documentation_lists_every_code() {
    let (_, table) = PAGE.split_once("## Undecided").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let rows = table.lines().filter_map(|line| {
        let code = line.strip_prefix("| `")?;
        Some(code.split_once('`').unwrap().0)
    });
    let codes = iter::successors(Some(UndecidedCode::TimeLimit), next);
    let codes: Vec<Value> = codes
        .map(|code| serde_json::to_value(code).unwrap())
        .collect();
    let codes = codes.iter().map(|code| code.as_str().unwrap());
    assert_eq!(rows.collect::<Vec<_>>(), codes.collect::<Vec<_>>());
}
