//! `registry.toml` describes the registry, and every mistake in it is a finding.

use std::{os::unix::fs::symlink, process::Command};

use repository_tests::tool::Repository;
use serde_json::json;

use crate::{COMPLETED, CONFIG, CREATED, MANIFEST, add_property, cli::release::RELEASE, fresh};

const RUST: &str = "\"../crates/scrapenest-webhooks/src/generated\"";

/// Closes an object, which the rule `closed-object` finds.
fn close_an_object(repository: &Repository) {
    repository.edit(COMPLETED, |root| {
        root["$defs"]["job_completed_failed"]["additionalProperties"] = json!(false);
    });
}

fn with_lints(lints: &str) -> Repository {
    let repository = Repository::copy();
    let config = repository.read(CONFIG);
    repository.write(CONFIG, format!("{config}\n[lints]\n{lints}\n"));
    repository
}

/// An entry of a release could be a command to a program that reads the file.
#[test]
fn changelogs_are_markdown() {
    for path in [
        "../deploy.sh",
        "../.envrc",
        "../.hidden/notes.md",
        "../CHANGELOG",
    ] {
        let repository = Repository::copy();
        repository.replace(CONFIG, "\"../CHANGELOG.md\"", &format!("\"{path}\""));
        let before = repository.tree();
        for command in [&["check"][..], &RELEASE] {
            let outcome = repository.run(command);
            outcome.exits(1).says(&format!(
                "error[invalid-config]: `{path}` is not a Markdown file"
            ));
        }
        assert_eq!(repository.tree(), before);
    }
}

#[test]
fn severities_are_set() {
    let check = |level: &str| {
        let repository = with_lints(&format!("missing-description = \"{level}\""));
        repository.edit(COMPLETED, |root| {
            root["$defs"]["failure_reason"]
                .as_object_mut()
                .unwrap()
                .remove("description");
        });
        repository.run(["check"])
    };
    check("error")
        .exits(1)
        .says("error[missing-description]")
        .says("1 error, 0 warnings");
    check("warning")
        .exits(0)
        .says("warning[missing-description]")
        .says("0 errors, 1 warning");
    check("off")
        .exits(0)
        .says_nothing_of("missing-description")
        .says("0 errors, 0 warnings");
    let repository = with_lints("closed-object = \"off\"");
    close_an_object(&repository);
    repository
        .run(["check"])
        .says_nothing_of("error[closed-object]");
}

/// A schema from which nothing can be generated is an error, whatever `registry.toml` says about it.
#[test]
fn some_severities_are_fixed() {
    for rule in ["invalid-json", "unresolved-ref", "ref-outside-registry"] {
        let repository = with_lints(&format!("{rule} = \"off\""));
        let outcome = repository.run(["check"]);
        outcome
            .exits(1)
            .says(&format!("the severity of `{rule}` is fixed"));
    }
}

#[test]
fn what_it_does_not_know_is_found() {
    let cases: &[(&str, &str, &str)] = &[
        (
            "path = \"schemas\"",
            "path = \"schemas\"\ncolour = 1",
            "unknown field `colour`",
        ),
        ("base-uri", "base-url", "unknown field `base-url`"),
        (
            "compatibility = \"full\"",
            "compatibility = \"most\"",
            "unknown variant `most`",
        ),
        (
            "compatibility = \"full\"",
            "compatible = true",
            "unknown field `compatible`",
        ),
        (
            "payload = \"data\"",
            "payloads = \"data\"",
            "unknown field `payloads`",
        ),
        (
            "families.webhooks.targets.markdown",
            "families.webhooks.targets.html",
            "there is no target `html`",
        ),
        (
            "path = \"schemas\"",
            "path = 7",
            "invalid type: integer `7`",
        ),
        (
            "path = \"schemas\"",
            "path = \"schemas",
            "error[invalid-config]",
        ),
        (
            "path = \"schemas\"",
            "path = \"schemas\"\npath = \"schemas\"",
            "duplicate key",
        ),
        (
            "title = \"ScrapeNest webhook events\"",
            "",
            "family `webhooks` has no `title`",
        ),
    ];
    for (old, new, message) in cases {
        let repository = Repository::copy();
        repository.replace(CONFIG, old, new);
        let before = repository.tree();
        for command in ["check", "codegen"] {
            let outcome = repository.run([command]);
            outcome
                .exits(1)
                .says("error[invalid-config]: ")
                .says(message);
            outcome.says(&format!("--> {CONFIG}:"));
            assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
        }
        assert_eq!(repository.tree(), before, "{new}");
    }
    for (lint, message) in [
        ("no-such-rule = \"off\"", "there is no rule `no-such-rule`"),
        ("closed-object = \"loud\"", "unknown variant `loud`"),
        ("closed-object = true", "error[invalid-config]"),
    ] {
        with_lints(lint)
            .run(["check"])
            .exits(1)
            .says(message)
            .says(CONFIG);
    }
}

#[test]
fn unknown_names_in_the_order_are_found() {
    for (old, new, message, help) in [
        (
            "[\"job.created\"",
            "[\"job.creatd\"",
            "`order` has `job.creatd`, and `webhooks` has no such event",
            "it is `job.created` that is meant",
        ),
        (
            "\"artifact.ready\"]",
            "\"artifact.ready\", \"invoice\"]",
            "`order` has `invoice`, and `webhooks` has no such event",
            "add its schema, or remove the name",
        ),
        (
            "\"artifact.ready\"]",
            "\"artifact.ready\", \"job.created\"]",
            "`order` has `job.created` twice",
            "remove one of them",
        ),
    ] {
        let repository = fresh();
        repository.replace(CONFIG, old, new);
        let before = repository.tree();
        for command in ["check", "codegen"] {
            let outcome = repository.run([command]);
            outcome.exits(1).says(message).says(help);
            outcome.says(&format!("--> {CONFIG}:12:"));
            assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
        }
        assert_eq!(repository.tree(), before);
    }
    // The unreadable schema may be that of the named event.
    let repository = fresh();
    repository.write(CREATED, "{");
    let outcome = repository.run(["check"]);
    outcome.exits(1).says_nothing_of("`order` has");
}

#[test]
fn addresses_are_web_addresses() {
    for (uri, message) in [
        ("https://docs.scrapenest.com", "has to end in `/`"),
        ("docs.scrapenest.com/", "is not the address of a web site"),
        ("file:///etc/", "is not the address of a web site"),
        ("https://", "is not the address of a web site"),
        ("https://a b/", "is not the address of a web site"),
        (
            "https://user:secret@a/",
            "`base-uri` has the name of a user, or a password",
        ),
        (
            "ftp://secret@a/",
            "`base-uri` has the name of a user, or a password",
        ),
        ("", "is not the address of a web site"),
    ] {
        let repository = Repository::copy();
        repository.replace(
            CONFIG,
            "\"https://docs.scrapenest.com/\"",
            &format!("\"{uri}\""),
        );
        let outcome = repository.run(["check"]);
        outcome
            .exits(1)
            .says(message)
            .says(&format!("--> {CONFIG}:3:1"));
        assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
        let message = outcome.stdout.lines().next().unwrap();
        assert!(!message.contains("secret"), "{message}");
    }
    let repository = Repository::copy();
    repository.replace(CONFIG, "scrapenest.com/\"", "scrapenest.com/a@b/\"");
    repository
        .run(["check"])
        .says_nothing_of("error[invalid-config]");
}

#[test]
fn a_registry_cannot_raise_its_own_limits() {
    for (limit, most) in [
        ("time-ms", 600_000_u64),
        ("memory-mib", 16_384),
        ("stack-mib", 4_096),
    ] {
        for (value, is_fine) in [
            (most, true),
            (most + 1, false),
            (u32::MAX.into(), false),
            (u64::from(u32::MAX) + 1, false),
        ] {
            let repository = Repository::copy();
            let config = repository.read(CONFIG);
            repository.write(
                CONFIG,
                format!("{config}\n[comparison]\n{limit} = {value}\n"),
            );
            let outcome = repository.run(["check"]);
            if is_fine {
                outcome.exits(0);
            } else {
                outcome
                    .exits(1)
                    .says("error[invalid-config]: ")
                    .says(&format!("{limit} = {value}"));
            }
            if value == most + 1 {
                outcome.says(&format!(
                    "{value} is more than the maximum, which is {most}"
                ));
            }
        }
        let schema = Repository::copy().read("schemas/registry.schema.json");
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        let maximum = &schema["$defs"]["Comparison"]["properties"][limit]["maximum"];
        assert_eq!(*maximum, most, "{limit}");
    }
}

#[test]
fn outputs_stay_where_they_may_be() {
    let elsewhere = tempfile::tempdir().unwrap();
    let absolute = elsewhere.path().join("generated");
    let absolute = absolute.to_str().unwrap();
    let not_relative = "is not a path relative to this file";
    let inside = "leads into the registry";
    for (output, message) in [
        (absolute, not_relative),
        ("", not_relative),
        ("C:/generated", not_relative),
        ("..\\\\generated", not_relative),
        (".", inside),
        ("generated", inside),
        ("webhooks/v1", inside),
        ("../schemas/webhooks", inside),
        ("../docs/../schemas", inside),
    ] {
        let repository = fresh();
        repository.replace(CONFIG, RUST, &format!("\"{output}\""));
        let before = repository.tree();
        for command in [&["check"] as &[&str], &["codegen"], &["codegen", "--check"]] {
            let outcome = repository.run(command);
            outcome
                .exits(1)
                .says("error[invalid-config]: ")
                .says(message);
        }
        assert_eq!(repository.tree(), before, "{output}");
    }
    assert!(!elsewhere.path().join("generated").exists());
}

#[test]
fn families_are_called_after_folders() {
    for name in [
        "../x",
        "a/b",
        "..",
        "",
        "Webhooks",
        "web hooks",
        "web-hooks",
        "C:",
    ] {
        let repository = fresh();
        let config = repository.read(CONFIG);
        repository.write(
            CONFIG,
            format!("{config}\n[families.\"{name}\"]\ntitle = \"X\"\n"),
        );
        repository.write("x/v1/a.b.json", "{}");
        let before = repository.tree();
        for command in ["check", "codegen"] {
            let outcome = repository.run([command]);
            outcome
                .exits(1)
                .says(&format!("`{name}` is not a name in snake case"));
            assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
        }
        assert_eq!(repository.tree(), before, "{name}");
    }
    let repository = Repository::copy();
    let config = repository.read(CONFIG);
    repository.write(
        CONFIG,
        format!("{config}\n[families.parcels]\ntitle = \"X\"\n"),
    );
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("family `parcels` has no folder")
        .says("schemas/parcels/v1");
}

#[test]
fn an_unreadable_configuration_is_no_registry() {
    let repository = Repository::copy();
    repository.remove(CONFIG);
    for command in ["check", "codegen", "fmt"] {
        let outcome = repository.run([command]);
        outcome.exits(2).complains("there is no registry here");
        let outcome = repository.run([command, "--registry", "schemas"]);
        outcome
            .exits(2)
            .complains("cannot read `schemas/registry.toml`");
    }
    repository.write(CONFIG, b"base-uri = \"\xff\"");
    repository
        .run(["check"])
        .exits(1)
        .says("error[unreadable-file]")
        .says("it is not UTF-8 at byte 12, in line 1");
    repository.write(CONFIG, "");
    repository
        .run(["check"])
        .exits(1)
        .says("missing field `base-uri`");
}

/// A registry may be empty, without findings. Files in folders that are not outputs any more are left to the user.
#[test]
fn a_registry_may_be_empty() {
    let repository = fresh();
    let base = "base-uri = \"https://docs.scrapenest.com/\"\n";
    let (manifest, page) = (repository.read(MANIFEST), repository.read("docs/README.md"));
    repository.remove("schemas/webhooks");
    for config in [
        base.to_owned(),
        format!("{base}[families]\n"),
        format!("{base}[families.webhooks]\ntitle = \"X\"\n"),
    ] {
        if config.contains("webhooks") {
            repository.write("schemas/webhooks/v1/README.md", "Nothing yet.\n");
        }
        repository.write(CONFIG, config);
        repository
            .run(["check"])
            .exits(0)
            .says("checked 0 schemas and 0 examples: 0 errors");
        repository.run(["codegen"]).exits(0);
        repository.run(["codegen", "--check"]).exits(0);
        repository.run(["fmt", "--check"]).exits(0).says("0 files");
        repository
            .run(["new", "job.cancelled"])
            .exits(2)
            .complains("cannot add `job.cancelled`");
        let outcome = repository.tool(["validate", "-"]).input("{}").run();
        outcome.exits(1).says("the registry has no events");
    }
    repository.write(MANIFEST, manifest);
    let outcome = repository.run(["codegen"]);
    outcome
        .exits(0)
        .says("`../docs/README.md` is not in an output folder of `registry.toml`");
    assert_eq!(repository.read("docs/README.md"), page);
    assert!(!repository.read(MANIFEST).contains("docs"));
}

/// The name that a schema gives itself does not determine the path of its output.
#[test]
fn titles_are_only_text() {
    let repository = fresh();
    add_property(
        &repository,
        "other",
        json!({ "title": "../../x", "description": "A name.", "type": "string" }),
    );
    let before: Vec<String> = repository.tree().into_keys().collect();
    repository.run(["codegen"]).exits(0);
    let after: Vec<String> = repository.tree().into_keys().collect();
    assert_eq!(after, before);
}

#[test]
fn a_registry_toml_that_is_a_fifo_or_endless_is_rejected() {
    let commands: [&[&str]; 4] = [&["check"], &["codegen"], &["fmt"], &RELEASE];
    let repository = fresh();
    let is_rejected = |why: &str| {
        for command in commands {
            let outcome = repository.run(command);
            outcome
                .exits(2)
                .complains(&format!("cannot read `{CONFIG}`: {why}"));
        }
    };
    let config = repository.read(CONFIG);
    repository.remove(CONFIG);
    let made = Command::new("mkfifo").arg(repository.at(CONFIG)).status();
    assert!(made.unwrap().success());
    is_rejected("it is not a plain file");
    repository.remove(CONFIG);
    symlink("/dev/zero", repository.at(CONFIG)).unwrap();
    is_rejected("it is a symbolic link");
    repository.remove(CONFIG);
    repository.write("registry.toml", &config);
    symlink("../registry.toml", repository.at(CONFIG)).unwrap();
    is_rejected("it is a symbolic link");
    repository.remove(CONFIG);
    let comment = format!("#{}\n", " ".repeat(1022)).repeat(8 * 1024);
    repository.write(CONFIG, format!("{config}{comment}"));
    is_rejected("it has ");
}
