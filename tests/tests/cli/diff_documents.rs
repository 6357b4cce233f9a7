//! `diff` of files that hold definitions, and of files that refer to others.

use std::{os::unix::fs::symlink, process::Command};

use repository_tests::tool::Repository;
use serde_json::Value;

use crate::snapshot;

const OLD: &str = r##"{ "$defs": {
    "same": { "type": "null" },
    "order": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"] },
    "user": { "items": { "$ref": "#/$defs/order" } },
    "gone": { "type": "boolean" }
} }"##;

const NEW: &str = r##"{ "$defs": {
    "same": { "type": "null" },
    "order": { "type": "object", "properties": { "id": { "$ref": "#/$defs/id" } }, "required": ["id"] },
    "user": { "items": { "$ref": "#/$defs/order" } },
    "id": { "type": "integer" }
} }"##;

#[test]
fn files_of_definitions_are_compared_one_by_one() {
    let repository = Repository::copy();
    repository.write("old.json", OLD);
    repository.write("new.json", NEW);
    let outcome = repository.run(["diff", "old.json", "new.json"]);
    outcome.exits(1);
    snapshot("cli_diff_definitions", &outcome.stdout);

    let outcome = repository.run(["diff", "old.json", "new.json", "--format", "json"]);
    let lines: Vec<Value> = outcome
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let of = |name: &str, key: &str| {
        let mut lines = lines.iter().filter(|line| line["definition"] == name);
        lines.find_map(|line| line.get(key).cloned())
    };
    assert_eq!(of("same", "verdict").unwrap(), "compatible");
    assert_eq!(of("order", "verdict").unwrap(), "breaking");
    assert_eq!(of("gone", "state").unwrap(), "removed");
    assert_eq!(of("id", "state").unwrap(), "added");
    assert!(of("order", "changes").is_some());

    // No definition that can be referred to is removed or breaks.
    repository.write(
        "new.json",
        OLD.replace("\"gone\"", "\"more\": {}, \"gone\""),
    );
    repository.run(["diff", "old.json", "new.json"]).exits(0);
    repository.run(["diff", "new.json", "old.json"]).exits(1);

    repository.write("new.json", OLD.replace("\"gone\"", "\"flag\""));
    let outcome = repository.run(["diff", "old.json", "new.json"]);
    outcome
        .exits(1)
        .says("definition `gone`: removed, renamed? `flag` is new and similar")
        .says("definition `flag`: added\n");
}

/// A change is shown once, with the definition that contains it.
#[test]
fn a_definition_that_refers_to_a_changed_one_says_so() {
    let repository = Repository::copy();
    let of = |kind: &str| {
        format!(
            r##"{{ "$defs": {{ "a": {{ "type": "{kind}" }}, "b": {{ "items": {{ "$ref": "#/$defs/a" }} }} }} }}"##
        )
    };
    repository.write("old.json", of("string"));
    repository.write("new.json", of("integer"));
    let outcome = repository.run(["diff", "old.json", "new.json"]);
    outcome
        .exits(1)
        .says("definition `b`:\n  - it refers to `a`, which changed\n  backward (written");
    assert_eq!(outcome.stdout.matches("`type` is").count(), 1, "{outcome}");
    let outcome = repository.run(["diff", "old.json", "new.json", "--definition", "b"]);
    outcome.exits(1).says("- `[]`: `type` is");
}

#[test]
fn one_definition_is_compared_by_its_name_or_pointer() {
    let repository = Repository::copy();
    repository.write("old.json", OLD);
    // The root has assertions here, which are not compared.
    let new = NEW.replacen(
        '{',
        "{ \"type\": \"array\", \"items\": { \"type\": \"null\" }, ",
        1,
    );
    repository.write("new.json", new);
    for named in ["order", "/$defs/order", "#/$defs/order"] {
        let outcome = repository.run(["diff", "old.json", "new.json", "--definition", named]);
        outcome
            .exits(1)
            .says(&format!("definition `{named}`:\n"))
            .says("`id`: `type` is `\"integer\"`");
    }
    let run =
        |old: &str, new: &str, name: &str| repository.run(["diff", old, new, "--definition", name]);
    run("old.json", "new.json", "same").exits(0);
    run("new.json", "new.json", "/items").exits(0);
    run("old.json", "new.json", "gone")
        .exits(2)
        .complains("`new.json` has no such definition; it has `same`, `order`, `user`, `id`");
    repository
        .run(["diff", "job.created", "--definition", "a"])
        .exits(2)
        .complains("name two files");
}

#[test]
fn a_root_that_says_nothing_is_told() {
    const NOTE: &str =
        "the root of `old.json` accepts every document, because it has no constraints";
    let repository = Repository::copy();
    repository.write("old.json", r#"{ "$defs": { "a": {} } }"#);
    repository.write("new.json", r#"{ "type": "string" }"#);
    repository
        .run(["diff", "old.json", "new.json"])
        .exits(1)
        .says(NOTE);
    repository.write("new.json", "{}");
    repository.write("old.json", "{}");
    repository
        .run(["diff", "old.json", "new.json"])
        .exits(0)
        .says(NOTE)
        .says("the root of `new.json`");
}

/// Returns a repository with two files next to each other, in each of two folders.
fn shared(old: &str, new: &str) -> Repository {
    let repository = Repository::copy();
    for (folder, text) in [("old", old), ("new", new)] {
        repository.write(&format!("{folder}/common/money.json"), text);
        repository.write(
            &format!("{folder}/order.json"),
            r#"{ "type": "object", "properties": { "price": { "$ref": "common/money.json#/$defs/cents" } } }"#,
        );
    }
    repository
}

#[test]
fn files_beside_the_compared_ones_are_taken_in() {
    let of = |most: u64| {
        format!(
            r##"{{ "$defs": {{
                "cents": {{ "allOf": [{{ "$ref": "#whole" }}, {{ "$ref": "../order.json#/$defs/none" }}] }},
                "n": {{ "$anchor": "whole", "type": "integer", "maximum": {most} }} }} }}"##
        )
    };
    let repository = shared(&of(9), &of(8));
    for folder in ["old", "new"] {
        repository.replace(
            &format!("{folder}/order.json"),
            "\"type\": \"object\"",
            "\"type\": \"object\", \"$defs\": { \"none\": {} }",
        );
    }
    let outcome = repository.run(["diff", "old/order.json", "new/order.json"]);
    outcome
        .exits(1)
        .says("- `price`: `maximum` is `8` instead of `9`\n")
        .says("old `common/money.json#/$defs/n/maximum`")
        .says("at `common/money.json#/$defs/n/maximum`: 9 is greater than");
    // With an address, the references lead to the same files.
    for folder in ["old", "new"] {
        repository.replace(
            &format!("{folder}/order.json"),
            "\"type\": \"object\"",
            "\"$id\": \"https://example.com/v1/order.json\", \"type\": \"object\"",
        );
        repository.replace(
            &format!("{folder}/order.json"),
            "common/money.json",
            "https://example.com/v1/common/money.json",
        );
    }
    let outcome = repository.run(["diff", "old/order.json", "new/order.json"]);
    outcome.exits(1).says("`maximum` is `8` instead of `9`");
    repository
        .run(["diff", "old/order.json", "old/order.json"])
        .exits(0);
}

#[test]
fn references_do_not_leave_the_folder() {
    const SECRET: &str = r#"{ "const": "TOP SECRET" }"#;
    let repository = Repository::copy();
    repository.write("secret.json", SECRET);
    repository.write("in/sub/ok.json", "{}");
    symlink(repository.at("secret.json"), repository.at("in/link.json")).unwrap();
    symlink(repository.at(""), repository.at("in/up")).unwrap();
    symlink(
        repository.at("in/sub/ok.json"),
        repository.at("in/inside.json"),
    )
    .unwrap();
    let status = Command::new("mkfifo")
        .arg(repository.at("in/pipe.json"))
        .status();
    assert!(status.unwrap().success());
    repository.write("in/large.json", vec![b' '; 9 << 20]);
    repository.write("in/broken.json", "{");
    repository.write("in/twice.json", "{ \"a\": 1,\n\"a\": 2 }");
    repository.write(
        "in/other.json",
        r#"{ "$schema": "http://json-schema.org/draft-04/schema#" }"#,
    );
    for (reference, what) in [
        ("../secret.json", "leads out of the folder"),
        ("sub/../../secret.json", "leads out of the folder"),
        ("link.json", "a link that leads out of the folder"),
        ("up/secret.json", "a link that leads out of the folder"),
        ("%2e%2e/secret.json", "leads out of the folder"),
        ("pipe.json", "not a plain file"),
        ("sub", "not a plain file"),
        ("large.json", "and the limit is 8388608"),
        ("none.json", "cannot read `none.json`"),
        ("broken.json", "`broken.json`, line 1, column "),
        (
            "twice.json",
            "`twice.json`, line 2, column 1: duplicate key `a`",
        ),
        ("other.json", "its draft is not that of the compared file"),
        ("sub/ok.json#/nowhere", "leads to nothing"),
        ("sub/ok.json#nowhere", "has no anchor `nowhere`"),
        ("/etc/passwd", "is not in the file"),
        ("file:///etc/passwd", "is not in the file"),
        ("http://127.0.0.1:9/x.json", "is not in the file"),
    ] {
        let schema = format!("{{\n  \"items\": {{ \"$ref\": \"{reference}\" }}\n}}");
        repository.write("in/schema.json", schema);
        let outcome = repository.run(["diff", "in/schema.json", "in/schema.json"]);
        outcome
            .exits(2)
            .complains("cannot compare `in/schema.json`: ")
            .complains(what);
        assert!(!outcome.stderr.contains("TOP SECRET"), "{outcome}");
        assert!(outcome.stderr.contains("line "), "{outcome}");
    }
    for reference in [
        "sub/ok.json",
        "./sub/ok.json#",
        "sub/ok",
        "inside.json",
        "schema.json",
    ] {
        let schema = format!("{{ \"items\": {{ \"$ref\": \"{reference}\" }} }}");
        repository.write("in/schema.json", schema);
        repository
            .run(["diff", "in/schema.json", "in/schema.json"])
            .exits(0);
    }
}

/// A broken reference in a file next to the compared one is shown there.
#[test]
fn what_is_wrong_beside_the_compared_file_has_its_place() {
    let repository = shared(
        "{}",
        "{\n  \"$defs\": { \"cents\": { \"type\": \"money\" } }\n}",
    );
    repository.write("old/common/money.json", r#"{ "$defs": { "cents": {} } }"#);
    let outcome = repository.run(["diff", "old/order.json", "new/order.json"]);
    outcome
        .exits(2)
        .complains("cannot compare `new/order.json`: `common/money.json`, line 2, column 25: `/$defs/cents/type`: ");
}

/// A reference to a definition that was renamed is a defect of the new file. The same defect in both files does not
/// make them equal.
#[test]
fn a_reference_that_a_rename_forgot_is_named() {
    let repository = Repository::copy();
    let with = |definition: &str| {
        format!(
            "{{\n  \"properties\": {{\n    \"a\": {{\n      \"$ref\": \"#/$defs/money\"\n    }}\n  }},\n  \
             \"$defs\": {{ \"{definition}\": {{ \"type\": \"integer\" }} }}\n}}\n"
        )
    };
    repository.write("old.json", with("money"));
    repository.write("new.json", with("amount"));
    for files in [["old.json", "new.json"], ["new.json", "new.json"]] {
        let outcome = repository.run(["diff", files[0], files[1]]);
        outcome.exits(2).complains(
            "cannot compare `new.json`: line 4, column 7: `/properties/a/$ref`: `#/$defs/money` leads to nothing; \
             the schema has `#/$defs/amount`",
        );
        assert_eq!(outcome.stdout, "");
    }
}
