//! Deeply nested schemas, and those with many combinations, which a naive reader would recurse into or multiply
//! out.

use repository_tests::tool::Repository;
use serde_json::{Value, json};

use crate::{COMPLETED, EXAMPLES, add_property, fresh};

/// Runs every command that reads schemas. They may report anything, but have to end.
fn survives(repository: &Repository) -> Vec<Option<i32>> {
    let commands: &[&[&str]] = &[
        &["check"],
        &["codegen"],
        &["codegen", "--check"],
        &["fmt", "--check"],
        &[
            "validate",
            "schemas/webhooks/v1/examples/job.completed/failed.json",
        ],
    ];
    let run = |command: &&[&str]| repository.run(*command).code;
    commands.iter().map(run).collect()
}

#[test]
fn deep_files_are_refused() {
    for path in [COMPLETED, &format!("{EXAMPLES}/job.completed/failed.json")] {
        for (open, close) in [("{\"not\":", "}"), ("[", "]"), ("{\"allOf\":[", "]}")] {
            for deep in [
                format!("{}1{}", open.repeat(100_000), close.repeat(100_000)),
                open.repeat(100_000),
            ] {
                let repository = fresh();
                repository.write(path, deep);
                let before = repository.tree();
                for command in ["check", "codegen"] {
                    let outcome = repository.run([command]);
                    outcome
                        .exits(1)
                        .says("error[invalid-json]: this is nested more than 127 levels");
                    outcome.says(&format!("--> {path}:1:"));
                    assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
                }
                assert_eq!(repository.tree(), before);
            }
        }
    }
}

/// The greatest depth of JSON, which is deeper than anyone writes.
#[test]
fn the_deepest_schemas_are_survived() {
    for keyword in ["not", "items", "allOf", "oneOf", "anyOf", "if"] {
        for depth in [20, 50, 110] {
            let mut schema = json!({ "type": "string" });
            for _ in 0..depth {
                let is_list = keyword.ends_with("Of");
                schema = json!({ keyword: if is_list { json!([schema]) } else { schema } });
                if is_list && schema.to_string().matches('[').count() > 55 {
                    break;
                }
            }
            let repository = fresh();
            schema["description"] = "Deep.".into();
            add_property(&repository, "deep", schema);
            assert_eq!(repository.run(["check"]).code, Some(1), "{keyword} {depth}");
            repository.run(["codegen"]).exits(1);
        }
    }
}

#[test]
fn a_long_chain_of_references_is_followed() {
    let repository = fresh();
    repository.edit(COMPLETED, |root| {
        for index in 0..5_000 {
            let next = format!("#/$defs/link_{}", index + 1);
            root["$defs"][format!("link_{index}")] =
                json!({ "title": "A link", "description": "A link.", "$ref": next });
        }
        root["$defs"]["link_5000"] =
            json!({ "title": "The end", "description": "The end.", "type": "string" });
    });
    add_property(
        &repository,
        "chain",
        json!({ "description": "A chain.", "$ref": "#/$defs/link_0" }),
    );
    let codes = survives(&repository);
    assert_eq!(codes.last(), Some(&Some(0)), "the example is still valid");
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    repository.edit(&example, |body| body["data"]["chain"] = json!(7));
    repository
        .run(["validate", &example])
        .exits(1)
        .says("7 is not of type \"string\"");
}

#[test]
fn combinations_are_not_multiplied_out() {
    let two_ways = |name: String| json!({ "anyOf": [{ "required": [format!("a_{name}")] }, { "required": [format!("b_{name}")] }] });
    let mut many: Vec<Value> = (0..20).map(|index| two_ways(index.to_string())).collect();
    let repository = fresh();
    repository.edit(COMPLETED, |root| {
        root["$defs"]["job_completed_failed"]["allOf"] = many.clone().into();
    });
    let codes = survives(&repository);
    assert_eq!(codes[0], Some(1), "the examples have none of these fields");
    many.truncate(2);
    let repository = fresh();
    repository.edit(COMPLETED, |root| {
        for _ in 0..9 {
            let both = json!({ "anyOf": many });
            many = vec![both.clone(), both];
        }
        root["$defs"]["job_completed_failed"]["anyOf"] = many.into();
    });
    survives(&repository);
}

#[test]
fn many_branches_are_compared() {
    let branch = |index: usize| {
        json!({
            "title": format!("Kind {index}"),
            "description": format!("The kind {index}."),
            "type": "object",
            "required": ["kind"],
            "properties": {
                "kind": { "description": "The kind.", "type": "string", "const": format!("k{index}") },
                "size": { "description": "The size.", "type": "integer", "minimum": 0, "maximum": index }
            }
        })
    };
    let branches: Vec<Value> = (0..200).map(branch).collect();
    let repository = fresh();
    add_property(
        &repository,
        "many",
        json!({ "description": "One of many.", "oneOf": branches }),
    );
    survives(&repository);
    let alike: Vec<Value> = (0..200).map(|_| branch(1)).collect();
    let repository = fresh();
    add_property(
        &repository,
        "many",
        json!({ "description": "One of many.", "oneOf": alike }),
    );
    assert_eq!(survives(&repository)[0], Some(1));
}

#[test]
fn schemas_may_refer_to_themselves() {
    let itself = json!({ "$ref": "#" });
    let mut inside = itself.clone();
    for _ in 0..50 {
        inside =
            json!({ "description": "Inner.", "type": "object", "properties": { "inner": inside } });
    }
    for schema in [
        json!({ "description": "The same.", "$ref": "#" }),
        json!({ "description": "Several.", "type": "array", "items": itself }),
        json!({ "description": "Several.", "type": "array", "items": { "$ref": "#/$defs/job_completed" } }),
        json!({ "description": "Not.", "not": itself }),
        inside,
    ] {
        let repository = fresh();
        add_property(&repository, "same", schema);
        assert_eq!(*survives(&repository).last().unwrap(), Some(0));
    }
}

#[test]
fn references_in_a_circle_are_found() {
    for (name, schema) in [
        ("same", json!({ "$ref": "#/$defs/same" })),
        (
            "same",
            json!({ "allOf": [{ "anyOf": [{ "not": { "$ref": "#/$defs/same" } }] }] }),
        ),
        ("same", json!({ "if": { "$ref": "#/$defs/same" } })),
    ] {
        let repository = fresh();
        repository.edit(COMPLETED, |root| root["$defs"][name] = schema);
        add_property(
            &repository,
            "circle",
            json!({ "description": "x", "$ref": format!("#/$defs/{name}") }),
        );
        repository
            .run(["check"])
            .exits(1)
            .says("error[unresolved-ref]: ")
            .says("leads back to");
        assert_eq!(survives(&repository)[1], Some(1));
    }
    let repository = fresh();
    repository.edit(COMPLETED, |root| {
        for index in 0..2_000 {
            let next = (index + 1) % 2_000;
            root["$defs"][format!("link_{index}")] = json!({
                "title": "A link",
                "description": "A link.",
                "$ref": format!("#/$defs/link_{next}"),
            });
        }
    });
    repository
        .run(["check"])
        .exits(1)
        .says("error[unresolved-ref]: ");
}
