//! `diff` of two files and of many pairs, however hostile they are.

use repository_tests::tool::{Outcome, Repository};
use serde_json::{Value, json};

use crate::snapshot;

#[track_caller]
fn pairs(lines: &[String], arguments: &[&str]) -> (Outcome, Vec<Value>) {
    let repository = Repository::copy();
    let mut all = vec!["diff", "--pairs", "-"];
    all.extend(arguments);
    let outcome = repository.tool(all).input(lines.join("\n")).run();
    let answers = outcome.stdout.lines();
    let answers = answers.map(|line| serde_json::from_str(line).unwrap());
    let answers: Vec<Value> = answers.collect();
    assert_eq!(answers.len(), lines.len(), "{outcome}");
    (outcome, answers)
}

fn pair(id: &str, writer: &Value, reader: &Value) -> String {
    json!({ "id": id, "writer": writer, "reader": reader }).to_string()
}

fn nested(opening: &str, levels: usize, closing: &str) -> String {
    format!("{}true{}", opening.repeat(levels), closing.repeat(levels))
}

#[test]
fn two_files_are_compared_in_both_directions() {
    let repository = Repository::copy();
    repository.write("old.json", r#"{ "type": "string", "maxLength": 3 }"#);
    repository.write("new.json", r#"{ "type": "string", "maxLength": 4 }"#);
    let outcome = repository.run(["diff", "old.json", "new.json"]);
    outcome.exits(1);
    snapshot("cli_diff_files", &outcome.stdout);

    let outcome = repository.run(["diff", "old.json", "new.json", "--format", "json"]);
    outcome.exits(1);
    let lines: Vec<Value> = outcome
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["direction"], "backward");
    assert_eq!(lines[0]["verdict"], "compatible");
    assert!(lines[0]["proof"].is_string());
    assert_eq!(lines[1]["direction"], "forward");
    assert_eq!(lines[1]["verdict"], "breaking");
    assert_eq!(lines[1]["witness"], "aaaa");
    assert_eq!(lines[1]["refused_at"]["keyword"], "maxLength");
    let judged = &lines[2]["changes"][0];
    assert_eq!(judged["changes"][0]["kind"], "bound");
    assert_eq!(judged["verdicts"]["backward"]["verdict"], "not-asked");
    assert_eq!(judged["verdicts"]["forward"]["witness"], "aaaa");
    assert_eq!(lines.len(), 3);

    let outcome = repository.run(["diff", "old.json", "old.json"]);
    outcome.exits(0);
}

#[test]
fn files_need_no_registry_and_errors_name_them() {
    let repository = Repository::copy();
    repository.write("old.json", "{}");
    repository.remove("schemas");
    repository.run(["diff", "old.json", "old.json"]).exits(0);
    let outcome = repository.run(["diff", "old.json", "none.json"]);
    outcome.exits(2).complains("cannot read `none.json`");
}

#[test]
fn what_cannot_be_compared_is_said_once() {
    let repository = Repository::copy();
    repository.write("ok.json", "{}");
    let cases = [
        (
            "{\n  \"type\": ",
            "not JSON: EOF while parsing a value at line 2 column",
        ),
        (
            "{\n  \"type\": \"nothing\"\n}",
            "line 2, column 3: `/type`: ",
        ),
        ("3", "line 1, column 1: 3 is not of types"),
        (
            r#"{ "items": { "$ref": "other.json#/a" } }"#,
            "line 1, column 14: cannot read `other.json`: ",
        ),
        (
            r#"{ "items": { "$ref": "https://example.com/other.json" } }"#,
            "line 1, column 14: `/items/$ref`: `https://example.com/other.json` is not in the file; a \
             compared schema has to be self-contained; ",
        ),
        (
            "{ \"title\": \"a\",\n  \"title\": \"b\" }",
            "line 2, column 3: duplicate key `title`, first at line 1; keep one of them",
        ),
        (
            r##"{ "items": { "$ref": "#/$defs/a" }, "$defs": { "b": {} } }"##,
            "line 1, column 14: `/items/$ref`: `#/$defs/a` leads to nothing; the schema has `#/$defs/b`",
        ),
        (
            r#"{ "items": { "pattern": "(" } }"#,
            "line 1, column 14: `/items/pattern`: ",
        ),
    ];
    for (text, what) in cases {
        repository.write("bad.json", text);
        for named in [
            ["bad.json", "ok.json"],
            ["ok.json", "bad.json"],
            ["bad.json", "bad.json"],
        ] {
            let outcome = repository.run([&["diff"][..], &named].concat());
            outcome
                .exits(2)
                .complains("error: cannot compare `bad.json`: ")
                .complains(what);
            assert_eq!(outcome.stdout, "");
            assert_eq!(outcome.stderr.lines().count(), 1, "{outcome}");
        }
    }
    // The worker reports a file that is nested too deeply for the tool.
    repository.write("bad.json", nested(r#"{"not":"#, 300, "}"));
    repository.run(["diff", "bad.json", "bad.json"]).exits(0);
}

#[test]
fn two_files_or_events_are_named() {
    let repository = Repository::copy();
    repository.write("a.json", "{}");
    repository.write("b.txt", "{}");
    for (named, what) in [
        (
            &["a.json"] as &[&str],
            "cannot compare `a.json`: name the other file as well",
        ),
        (
            &["a.json", "a.json", "a.json"],
            "cannot compare 3 files: name two",
        ),
        (
            &["a.json", "b.txt"],
            "cannot compare `b.txt`: a file has to end in `.json`",
        ),
        (
            &["job.created", "a.json"],
            "cannot compare `job.created`: name two files, or only events: `a.json` is a file",
        ),
    ] {
        let outcome = repository.run([&["diff"], named].concat());
        outcome.exits(2).complains(what);
    }
    for format in ["github", "sarif"] {
        let outcome = repository.run(["diff", "--format", format]);
        outcome.exits(2).complains("and `--format json`");
    }
}

#[test]
fn the_profile_says_what_a_writer_writes() {
    let repository = Repository::copy();
    let old = r#"{ "type": "object", "properties": { "a": { "type": "string" } } }"#;
    let new = r#"{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "null" } } }"#;
    repository.write("old.json", old);
    repository.write("new.json", new);
    let run = |profile| repository.run(["diff", "old.json", "new.json", "--profile", profile]);
    run("tolerant").exits(0);
    run("exact").exits(1).says(r#""b""#);
}

#[test]
fn every_pair_has_an_answer_in_its_place() {
    let (outcome, answers) = pairs(
        &[
            pair("wider", &json!({ "type": "integer" }), &json!({ "type": "number" })),
            "no JSON".into(),
            String::new(),
            r#"{ "id": 4, "writer": true }"#.into(),
            r#"{ "draft": "4", "writer": { "type": "number", "maximum": 3, "exclusiveMaximum": true }, "reader": { "type": "number", "maximum": 3 } }"#.into(),
            pair("narrower", &json!({ "type": "number" }), &json!({ "type": "integer" })),
        ],
        &[],
    );
    outcome.exits(1);
    let verdicts: Vec<&str> = answers
        .iter()
        .map(|answer| answer["verdict"].as_str().unwrap())
        .collect();
    assert_eq!(
        verdicts,
        [
            "compatible",
            "undecided",
            "undecided",
            "undecided",
            "compatible",
            "breaking"
        ]
    );
    let codes: Vec<&Value> = answers.iter().map(|answer| &answer["code"]).collect();
    let none = &Value::Null;
    let not_a_pair = &json!("not-a-pair");
    assert_eq!(
        codes,
        [none, not_a_pair, not_a_pair, not_a_pair, none, none]
    );
    assert_eq!(answers[0]["id"], "wider");
    assert!(answers[0]["ms"].is_number());
    assert_eq!(answers[5]["line"], 6);
    assert_eq!(answers[5]["refused_at"]["schema"], "/type");
}

#[test]
fn no_pair_takes_the_tool_down() {
    let chosen = |count: usize| {
        let two = |at: usize| {
            json!({ "anyOf": [
                { "required": [format!("a{at}")] },
                { "required": [format!("b{at}")] },
            ] })
        };
        json!({ "allOf": (0..count).map(two).collect::<Vec<_>>() })
    };
    let deep = nested(r#"{"not":"#, 1_000_000, "}");
    let wide = nested(r#"{"items":"#, 100_000, "}");
    let (outcome, answers) = pairs(
        &[
            format!(r#"{{"id":"deep","writer":{deep},"reader":true}}"#),
            format!(r#"{{"id":"nested","writer":{wide},"reader":{{"type":"string"}}}}"#),
            pair("alternatives", &chosen(40), &chosen(41)),
            pair("itself", &json!({ "$ref": "#" }), &json!(false)),
            pair("elsewhere", &json!({ "$ref": "https://example.com/" }), &json!(false)),
            pair("file", &json!({ "$ref": "file:///etc/passwd" }), &json!(false)),
            pair(
                "pattern",
                &json!({ "type": "string", "pattern": "^(a+)+$" }),
                &json!({ "type": "string", "pattern": "^((a{1,200}){1,200}){1,200}$" }),
            ),
            r#"{ "id": "rounded", "writer": { "const": 18446744073709551616 }, "reader": { "const": 18446744073709551617 } }"#.into(),
            r#"{ "id": "infinite", "writer": { "maximum": 1e400 }, "reader": true }"#.into(),
            pair("after", &json!(true), &json!(false)),
        ],
        &["--time-limit", "1"],
    );
    outcome.exits(0);
    let answer = |id: &str| {
        let found = answers.iter().find(|answer| answer["id"] == id);
        found.unwrap_or_else(|| panic!("no answer to `{id}`"))
    };
    for (id, code) in [
        ("deep", "stack-limit"),
        ("elsewhere", "external-reference"),
        ("file", "external-reference"),
        ("rounded", "inexact-number"),
        ("infinite", "inexact-number"),
    ] {
        assert_eq!(answer(id)["verdict"], "undecided", "{id}");
        assert_eq!(answer(id)["code"], code, "{id}");
    }
    assert_eq!(answer("after")["verdict"], "breaking");
}

#[test]
fn limits_end_a_comparison_and_say_which_they_are() {
    let deep = nested(r#"{"not":"#, 200_000, "}");
    let line = format!(r#"{{"writer":{deep},"reader":true}}"#);
    let (_, answers) = pairs(std::slice::from_ref(&line), &["--stack-limit", "1"]);
    let reason = answers[0]["reason"].as_str().unwrap();
    assert_eq!(
        reason,
        "over budget: the comparison used more than 1 MiB of stack"
    );
    assert_eq!(answers[0]["code"], "stack-limit");

    let large = format!(
        r#"{{"writer":{{"enum":[{}0]}},"reader":true}}"#,
        "0,".repeat(4_000_000)
    );
    let (_, answers) = pairs(
        &[large],
        &[
            "--memory-limit",
            "16",
            "--stack-limit",
            "1",
            "--time-limit",
            "60",
        ],
    );
    let reason = answers[0]["reason"].as_str().unwrap();
    assert_eq!(
        reason,
        "over budget: the comparison used more than 16 MiB of memory"
    );
    assert_eq!(answers[0]["code"], "memory-limit");

    let (_, answers) = pairs(&[line], &["--time-limit", "0.001"]);
    let reason = answers[0]["reason"].as_str().unwrap();
    assert_eq!(reason, "over budget: the comparison took more than 1ms");
    assert_eq!(answers[0]["code"], "time-limit");

    let repository = Repository::copy();
    repository
        .run(["diff", "--pairs", "-", "--time-limit", "0"])
        .exits(2);
}
