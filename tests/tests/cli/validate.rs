//! `validate` judges bodies by the schemas that they name.

use repository_tests::tool::{Outcome, Repository};
use serde_json::{Value, json};

use crate::{COMPLETED, EXAMPLES};

fn validate(input: impl Into<Vec<u8>>) -> Outcome {
    let repository = Repository::copy();
    repository.tool(["validate", "-"]).input(input).run()
}

fn body() -> Value {
    let path = format!("{EXAMPLES}/job.completed/failed.json");
    serde_json::from_str(&Repository::copy().read(&path)).unwrap()
}

#[test]
fn a_valid_body_is_named() {
    let path = format!("{EXAMPLES}/job.completed/failed.json");
    let repository = Repository::copy();
    let outcome = repository.run(["validate", &path]);
    outcome.exits(0);
    assert_eq!(outcome.stdout, format!("{path}: a valid `job.completed`\n"));
    let outcome = validate(body().to_string());
    outcome.exits(0);
    assert_eq!(outcome.stdout, "<stdin>: a valid `job.completed`\n");
}

#[test]
fn every_missing_field_is_named() {
    let outcome = validate(r#"{"event_type":"job.completed"}"#);
    outcome.exits(1).says("--> <stdin>:1:1");
    for field in ["event_id", "occurred_at", "org_id", "org_slug", "data"] {
        outcome.says(&format!("the field `{field}` is missing"));
    }
    outcome.says("`required` at schemas/webhooks/v1/envelope.json#/required rejects it");
    outcome.says("1 rejected, of 1 body\n");
    assert_eq!(outcome.stdout.matches("error[").count(), 5, "{outcome}");
}

#[test]
fn a_wrong_value_is_placed() {
    let mut body = body();
    body["data"]["duration_ms"] = json!(-1);
    let text = format!("{body:#}");
    let line = 1 + text
        .lines()
        .position(|line| line.contains("duration_ms"))
        .unwrap();
    let outcome = validate(text);
    outcome.exits(1).says(&format!("--> <stdin>:{line}:5\n"));
    outcome.says("-1 is less than the minimum of 0");
}

#[test]
fn the_schema_reference_decides_before_the_type() {
    let completed = "schemas/webhooks/v1/job.completed.json";
    let outcome =
        validate(json!({ "event_type": "job.created", "schema_ref": completed }).to_string());
    outcome.exits(1).says(&format!("`const` at {completed}#"));
    outcome.says_nothing_of("job.created.json");
    let unknown = validate(r#"{"event_type":"job.completed","schema_ref":"schemas/x.json"}"#);
    unknown
        .exits(1)
        .says("`schemas/x.json` names no event of this registry")
        .says(":1:31");
    let neither = validate(r#"{"event_type":"job.completed","schema_ref":7}"#);
    neither.exits(1).says("the field `data` is missing");
}

#[test]
fn what_names_no_event_is_refused() {
    let unnamed = "the body does not say which event it is";
    let known = "the registry has `job.created`, `job.completed`, `artifact.ready`";
    let cases: &[(&str, &str)] = &[
        (
            r#"{"event_type":"job.exploded"}"#,
            "`job.exploded` names no event of this registry",
        ),
        (r#"{"event_type":""}"#, "`` names no event of this registry"),
        (r#"{"event_type":7}"#, unnamed),
        (r#"{"event_type":null}"#, unnamed),
        ("{}", unnamed),
        ("[]", unnamed),
        ("[{\"event_type\":\"job.completed\"}]", unnamed),
        ("null", unnamed),
        ("7", unnamed),
        ("\"job.completed\"", unnamed),
    ];
    for (input, message) in cases {
        validate(*input)
            .exits(1)
            .says("error[unknown-event]: ")
            .says(message)
            .says(known);
    }
}

#[test]
fn what_is_not_json_is_refused() {
    let cases: &[(&[u8], &str)] = &[
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"nonsense", "unexpected word"),
        (b"{\"event_type\":\"job.completed\"", "unterminated object"),
        (
            b"{\"event_type\":\"job.completed\"}{}",
            "more than one JSON value",
        ),
        (
            b"{\"event_type\":\"job.completed\",}",
            "trailing commas are not allowed",
        ),
        (b"{\"event_type\":'job.completed'}", ":1:15"),
        (
            b"{\"event_type\":\"\xff\"}",
            "the body cannot be read: it is not UTF-8 at byte 15, in line 1",
        ),
        (b"\xff\xfe{\x00}\x00", "it is UTF-16"),
        (b"\xef\xbb\xbf{}", "a byte order mark"),
        (
            b"{\"event_type\":1e999}",
            "is not a number that JSON tools can hold",
        ),
        (b"{\"a\":1,\"a\":1}", "duplicate key `a`"),
        (b"\x00", "error[invalid-json]"),
    ];
    for (input, message) in cases {
        let outcome = validate(*input);
        outcome
            .exits(1)
            .says(message)
            .says("1 rejected, of 1 body\n");
    }
}

#[test]
fn every_body_is_reported() {
    let repository = Repository::copy();
    let file = |path: &str| format!("{EXAMPLES}/{path}.json");
    repository.write("wrong.json", r#"{"event_type":"job.created"}"#);
    repository.write("broken.json", "{");
    let created = file("job.created/queued");
    let failed = file("job.completed/failed");
    let outcome = repository.run(["validate", &created, "wrong.json", "broken.json", &failed]);
    outcome
        .exits(1)
        .says("--> wrong.json:1:1")
        .says("--> broken.json:1:1");
    outcome.says(&format!("{created}: a valid `job.created`\n"));
    outcome.says(&format!("{failed}: a valid `job.completed`\n"));
    outcome.says("2 rejected, of 4 bodies\n");
    let input = repository.read(&failed);
    let outcome = repository
        .tool(["validate", "-", &created])
        .input(input)
        .run();
    outcome
        .exits(0)
        .says("<stdin>: a valid")
        .says(&format!("{created}: a valid"));
}

/// An unreadable file does not keep the others from being checked.
#[test]
fn missing_files_are_named() {
    let repository = Repository::copy();
    let failed = format!("{EXAMPLES}/job.completed/failed.json");
    repository.write("wrong.json", r#"{"event_type":"job.created"}"#);
    let arguments = ["validate", "nowhere.json", "wrong.json", "schemas", &failed];
    let outcome = repository.run(arguments);
    outcome
        .exits(2)
        .complains("error: cannot read `nowhere.json`: No such file");
    outcome.complains("error: cannot read `schemas`: Is a directory");
    outcome
        .says("--> wrong.json:1:1")
        .says(&format!("{failed}: a valid"));
    outcome.says("1 rejected, of 4 bodies\n");
    repository.run(["validate", "nowhere.json"]).exits(2);
}

#[test]
fn a_broken_schema_judges_nothing() {
    let repository = Repository::copy();
    repository.replace(COMPLETED, "\"#/$defs/failure_reason\"", "\"#/$defs/none\"");
    let failed = format!("{EXAMPLES}/job.completed/failed.json");
    let created = format!("{EXAMPLES}/job.created/queued.json");
    let outcome = repository.run(["validate", &failed, &created]);
    outcome
        .exits(1)
        .says("the schema of `job.completed` is broken")
        .says("`check` shows what is wrong with it");
    outcome.says(&format!("{created}: a valid `job.created`\n"));
}

#[test]
fn a_huge_unknown_field_is_judged() {
    let mut body = body();
    body["unknown"] = "x".repeat(50_000_000).into();
    let repository = Repository::copy();
    repository.write("huge.json", body.to_string());
    let outcome = repository.run(["validate", "huge.json"]);
    outcome.exits(0).says("huge.json: a valid `job.completed`");
    body["data"]["status"] = "exploded".into();
    let outcome = validate(body.to_string());
    outcome
        .exits(1)
        .says("\"exploded\" is not one of \"succeeded\", \"failed\"");
    body["event_id"] = body["unknown"].take();
    let outcome = validate(body.to_string());
    outcome.exits(1).says("the value is not a \"uuid\"");
    assert!(outcome.stdout.len() < 4_000, "the value is not repeated");
}

#[test]
fn many_unknown_fields_are_judged() {
    let mut body = body();
    for index in 0..100_000 {
        body[format!("unknown_{index}")] = json!({ "index": index });
    }
    let outcome = validate(body.to_string());
    outcome.exits(0).says("a valid `job.completed`");
    body["org_slug"] = json!(7);
    validate(format!("{body:#}"))
        .exits(1)
        .says("7 is not of type \"string\"");
}

#[test]
fn deep_bodies_are_refused() {
    let start = "{\"event_type\":\"job.completed\",\"deep\":";
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[", "]}]")] {
        let deep = format!(
            "{start}{}1{}}}",
            open.repeat(100_000),
            close.repeat(100_000)
        );
        let unended = format!("{start}{}", open.repeat(100_000));
        for input in [deep, unended] {
            let outcome = validate(input);
            outcome
                .exits(1)
                .says("this is nested more than 127 levels deep")
                .says("<stdin>:1:");
        }
    }
    let deep = format!("{start}{}1{}}}", "[".repeat(126), "]".repeat(126));
    validate(deep).exits(1).says("the field `data` is missing");
}

/// Returns a registry of events that bodies do not name, as for senders that name them in a header.
fn unnamed(events: &[&str]) -> Repository {
    let repository = Repository::copy();
    repository.remove("schemas/webhooks");
    repository.remove("schemas/registry.toml");
    let config = "base-uri = \"https://docs.example.com/\"\n[families.plain]\ntitle = \"Plain\"\n";
    repository.write("schemas/registry.toml", config);
    for event in events {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": format!("https://docs.example.com/schemas/plain/v1/{event}.json"),
            "title": event, "description": "An event.", "x-event-version": "1.0.0",
            "type": "object", "required": [event],
            "properties": { (*event): { "description": "A count.", "type": "integer", "minimum": 0, "maximum": 9 } },
        });
        repository.write(
            &format!("schemas/plain/v1/{event}.json"),
            schema.to_string(),
        );
    }
    repository.write("body.json", "{\"paid\": 1}");
    repository
}

#[test]
fn a_body_that_names_no_event_is_judged_by_the_one_that_is_named() {
    let repository = unnamed(&["paid", "sent"]);
    let outcome = repository.run(["validate", "body.json"]);
    outcome
        .exits(1)
        .says("name it by `--event`; the registry has `paid`, `sent`");
    for name in ["paid", "plain/v1/paid", "v1/paid"] {
        let outcome = repository.run(["validate", "--event", name, "body.json"]);
        outcome.exits(0).says("body.json: a valid `paid`");
    }
    let outcome = repository.run(["validate", "--event", "sent", "body.json"]);
    outcome.exits(1).says("the field `sent` is missing");
    let outcome = repository.run(["validate", "--event", "aid", "body.json"]);
    outcome
        .exits(2)
        .complains("cannot use the event `aid`: the registry has no such event");
    // There is only one event.
    let repository = unnamed(&["paid"]);
    repository
        .run(["validate", "body.json"])
        .exits(0)
        .says("a valid `paid`");
    // A named event takes precedence, whatever the body says.
    let repository = Repository::copy();
    let path = format!("{EXAMPLES}/job.completed/failed.json");
    let outcome = repository.run(["validate", "--event", "job.created", &path]);
    outcome.exits(1).says("error[invalid-body]");
}
