//! The output of `diff` for two files: for programs, and for people.

use repository_tests::tool::{Outcome, Repository};
use serde_json::{Value, json};

use crate::snapshot;

/// Writes `old.json` and `new.json`, and compares them.
fn compared(old: &Value, new: &Value, arguments: &[&str]) -> Outcome {
    let repository = Repository::copy();
    repository.write("old.json", old.to_string());
    repository.write("new.json", new.to_string());
    repository.run([&["diff", "old.json", "new.json"], arguments].concat())
}

#[track_caller]
fn lines(outcome: &Outcome) -> Vec<Value> {
    let lines = outcome.stdout.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// No character is lost or controls a terminal, in any format.
#[test]
fn control_characters_are_kept_and_escaped() {
    let text = "a\u{1b}[31m\u{7f}\u{9b}\u{200e}\u{202e}\u{2066}\u{2028}\u{feff}b";
    let old = json!({ "const": text });
    let new = json!({ "const": "b" });
    for color in ["never", "always"] {
        let outcome = compared(&old, &new, &["--color", color]);
        let shown = r"a\u001b[31m\u007f\u009b\u200e\u202e\u2066\u2028\ufeffb";
        outcome.exits(1).says(&format!("    \"{shown}\"\n"));
        let plain = |character: char| character == '\n' || !character.is_control();
        assert!(outcome.stdout.chars().all(plain), "{outcome}");
        assert!(
            !outcome
                .stdout
                .contains(['\u{200e}', '\u{202e}', '\u{2028}', '\u{feff}'])
        );

        let outcome = compared(&old, &new, &["--color", color, "--format", "json"]);
        assert_eq!(lines(&outcome)[0]["witness"], text);
        assert!(outcome.stdout.chars().all(plain), "{outcome}");
    }
    // A file name is escaped like any other string.
    let repository = Repository::copy();
    let outcome = repository.run(["diff", "\u{1b}[1m.json", "\u{202e}.json"]);
    outcome.exits(2).complains(r"cannot read `\u001b[1m.json`");
}

#[test]
fn every_change_says_what_it_does() {
    let old = json!({
        "title": "Old",
        "type": "object",
        "required": ["size"],
        "properties": {
            "size": { "type": "integer", "maximum": 9 },
            "name": { "type": "string", "maxLength": 4 },
            "code": { "pattern": "^a$" },
        },
        "additionalProperties": false,
    });
    let new = json!({
        "title": "New",
        "type": "object",
        "required": ["size"],
        "properties": {
            "size": { "type": "integer", "maximum": 8 },
            "name": { "type": "string", "maxLength": 5 },
            "code": { "maxLength": 3, "minLength": 2 },
        },
        "additionalProperties": false,
    });
    let outcome = compared(&old, &new, &[]);
    outcome.exits(1);
    snapshot("cli_diff_changes", &outcome.stdout);
}

/// The causes that a group has are shown together.
#[test]
fn changes_that_belong_together_are_judged_alone_too() {
    let old = json!({ "pattern": "^a+$" });
    let new = json!({ "maxLength": 3, "minLength": 2 });
    let outcome = compared(&old, &new, &["--format", "json"]);
    let all = lines(&outcome);
    let group = &all[2]["changes"][0];
    assert_eq!(group["changes"].as_array().unwrap().len(), 3);
    let backward: Vec<&Value> = group["each"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| &each["backward"])
        .collect();
    let verdicts: Vec<&str> = backward
        .iter()
        .map(|verdict| verdict["verdict"].as_str().unwrap())
        .collect();
    assert_eq!(verdicts, ["compatible", "breaking", "breaking"]);
    assert_eq!(backward[1]["witness"], "aaaa");
    assert_eq!(backward[2]["witness"], "a");
}

/// All changes are named as the cause if none breaks anything by itself.
#[test]
fn no_line_contradicts_the_verdict() {
    let old = json!({ "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] });
    let new =
        json!({ "anyOf": [{ "required": ["a"], "minProperties": 2 }, { "required": ["b", "c"] }] });
    let outcome = compared(&old, &new, &[]);
    outcome.exits(1).says("breaking");
    for (verdict, whole) in [("backward", 0), ("forward", 1)] {
        let all = lines(&compared(&old, &new, &["--format", "json"]));
        let breaks = all[whole]["verdict"] == "breaking";
        let judged = all[2]["changes"].as_array().unwrap();
        let is_cause = |part: &Value| part["verdicts"][verdict]["verdict"] == "breaking";
        assert_eq!(judged.iter().any(is_cause), breaks, "{verdict}");
    }
}

#[test]
fn long_documents_are_cut_unless_all_is_wanted() {
    let names: Vec<String> = (0..100).map(|at| format!("field_{at:03}")).collect();
    let old = json!({ "type": "object", "required": names });
    let new = json!({ "type": "object", "required": names, "maxProperties": 3 });
    let outcome = compared(&old, &new, &[]);
    outcome
        .exits(1)
        .says("… and 62 more lines; `--full` prints all\n");
    outcome
        .says("field_010")
        .says_nothing_of("    \"field_099\"");
    let outcome = compared(&old, &new, &["--full"]);
    outcome
        .says("    \"field_099\"")
        .says_nothing_of("more lines");

    let old = json!({ "type": "string", "minLength": 1000 });
    let new = json!({ "type": "string", "minLength": 2000 });
    let outcome = compared(&old, &new, &[]);
    outcome.says("… and 602 more characters\n");
    compared(&old, &new, &["--full"]).says(&"a".repeat(1000));
}

#[test]
fn a_break_that_needs_an_undeclared_member_says_so() {
    const NOTE: &str = "`--profile tolerant` does not count it";
    let old = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let mut new = old.clone();
    new["properties"]["b"] = json!({ "type": "integer" });
    compared(&old, &new, &[]).exits(1).says(NOTE);
    let outcome = compared(&old, &new, &["--format", "json"]);
    let all = lines(&outcome);
    assert_eq!(all[0]["counts_in_tolerant"], false);
    assert_eq!(
        all[2]["changes"][0]["verdicts"]["backward"]["counts_in_tolerant"],
        false
    );
    // A declared member that breaks is a break in both profiles.
    new["properties"]["b"] = json!(true);
    new["properties"]["a"] = json!({ "type": "integer" });
    let outcome = compared(&old, &new, &[]);
    outcome.exits(1).says_nothing_of(NOTE);
    compared(&old, &new, &["--profile", "tolerant"]).says_nothing_of(NOTE);
}

#[test]
fn refactors_are_told_as_such() {
    let old = json!({
        "type": "object",
        "required": ["id"],
        "properties": { "id": { "type": "integer" }, "note": { "$ref": "#/$defs/text" } },
        "$defs": { "text": { "type": "string", "maxLength": 9 } },
    });
    let new = json!({
        "type": "object",
        "allOf": [{ "$ref": "#/$defs/base" }],
        "properties": { "note": { "type": "string", "maxLength": 8, "minLength": 1 } },
        "$defs": { "base": { "required": ["id"], "properties": { "id": { "type": "integer" } } } },
    });
    let outcome = compared(&old, &new, &[]);
    outcome
        .says("- `id`: is now declared at `#/$defs/base`\n")
        .says("- `note`: `#/$defs/text` was inlined\n")
        .says("- `note`: `maxLength` is `8` instead of `9`\n")
        .says("- `note`: `minLength` `1` added\n")
        .says_nothing_of("removed, was required");

    let old = json!({ "type": "object", "properties": { "colour": { "enum": ["a", "b"] } } });
    let new = json!({ "type": "object", "properties": { "color": { "enum": ["a", "b"] } } });
    compared(&old, &new, &[]).says("`colour`: renamed? `colour` was removed, and `color` is new");

    let of = |most: u64| {
        json!({ "oneOf": [
            { "properties": { "kind": { "const": "a" }, "size": { "maximum": most } }, "required": ["kind"] },
            { "properties": { "kind": { "const": "b" }, "size": { "maximum": 9 } }, "required": ["kind"] },
        ] })
    };
    let outcome = compared(&of(1), &of(2), &[]);
    outcome.says("- `size`: `maximum` is `2` instead of `1`, in branch `kind` = `\"a\"`\n");
}

#[test]
fn a_recursive_break_is_shown_where_it_is() {
    let of = |kind: &str| {
        let node = |tag: &str| {
            json!({
                "properties": { "t": { "const": tag }, "n": { "$ref": "#/$defs/node" } },
                "required": ["t", "n"],
            })
        };
        let leaf = json!({
            "properties": { "t": { "const": "c" }, "z": { "type": kind } },
            "required": ["t", "z"],
        });
        json!({
            "$ref": "#/$defs/node",
            "$defs": { "node": { "type": "object", "oneOf": [node("a"), node("b"), leaf] } },
        })
    };
    let outcome = compared(&of("integer"), &of("string"), &["--format", "json"]);
    assert_eq!(lines(&outcome)[1]["witness"], json!({ "t": "c", "z": "" }));
}

#[test]
fn a_writer_that_sends_nothing_promises_nothing() {
    let outcome = compared(&json!(false), &json!({ "type": "string" }), &[]);
    outcome
        .exits(1)
        .says("vacuous: no document is valid under the writer's schema, so nothing is promised");
}
