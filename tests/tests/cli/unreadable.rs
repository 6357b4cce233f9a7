//! A file that cannot be read is one finding, which names the reason. Nothing is concluded from its possible
//! content.

use repository_tests::tool::Repository;
use serde_json::Value;

use crate::{
    CONFIG, CREATED, EXAMPLES,
    cli::{
        policy::{approve, set_length},
        release::{INDEX, RELEASE, commit, released},
    },
};

const APPROVALS: &str = "schemas/approvals.toml";
const ENVELOPE: &str = "schemas/webhooks/v1/envelope.json";
const RELEASED: &str = "schemas/webhooks/v1/released/job.created/1.0.0.json";

/// A function that makes a file unreadable.
type Spoil = fn(&str) -> Vec<u8>;

/// The ways to make a file unreadable, and the message of each.
const DEFECTS: [(Spoil, &str); 6] = [
    (
        |text| format!("\u{feff}{text}").into(),
        "begins with a byte order mark (U+FEFF)",
    ),
    (|text| utf_16(&format!("\u{feff}{text}")), "it is UTF-16"),
    (utf_16, "looks like UTF-16"),
    (
        conflict,
        "a marker of a merge conflict that is not resolved",
    ),
    (|text| text.replace(['"', '='], "\u{1}").into(), ""),
    (
        |text| [text.as_bytes(), b"\xff"].concat(),
        "it is not UTF-8 at byte ",
    ),
];

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Adds a conflict about the last line, as git does.
fn conflict(text: &str) -> Vec<u8> {
    let (before, last) = text.trim_end().rsplit_once('\n').unwrap();
    format!("{before}\n<<<<<<< HEAD\n{last}\n=======\n{last}\n>>>>>>> topic\n").into()
}

#[track_caller]
fn findings(repository: &Repository, arguments: &[&str]) -> Vec<Value> {
    let outcome = repository.run([arguments, &["--format", "json"]].concat());
    let Value::Array(findings) = outcome.exits(1).json() else {
        panic!("{outcome}");
    };
    // Hints are about the formatting of readable files.
    let counted = findings.into_iter().filter(|it| it["severity"] != "hint");
    counted.collect()
}

/// Returns a registry with everything that an unreadable file could affect: a history, and an approved break.
fn approved() -> Repository {
    let repository = released();
    set_length(&repository, 200);
    approve(&repository, "Only ours read it.");
    commit(&repository, "2026-01-02T03:04:05Z");
    repository.run(["check"]).exits(0).says_nothing_of("note: ");
    repository
}

#[test]
fn an_unreadable_file_is_one_finding() {
    let repository = approved();
    let example = format!("{EXAMPLES}/job.created/queued.json");
    for path in [CONFIG, INDEX, CREATED, ENVELOPE, APPROVALS, &example] {
        let text = repository.read(path);
        for (spoil, what) in &DEFECTS {
            repository.write(path, spoil(&text));
            let found = findings(&repository, &["check"]);
            let messages: Vec<&Value> = found.iter().map(|it| &it["message"]).collect();
            assert_eq!(messages.len(), 1, "{path}, {what}: {found:#?}");
            let message = messages[0].as_str().unwrap();
            assert!(message.contains(what), "{path}, {what}: {message}");
        }
        repository.write(path, text);
    }
    let text = repository.read(RELEASED);
    for (spoil, _) in &DEFECTS {
        repository.write(RELEASED, spoil(&text));
        let found = findings(&repository, &["check"]);
        assert_eq!(found.len(), 1, "{found:#?}");
    }
}

/// With an unreadable configuration, every command reports the configuration.
#[test]
fn an_unreadable_configuration_is_what_every_command_reports() {
    let repository = approved();
    let text = repository.read(CONFIG);
    repository.write(CONFIG, conflict(&text));
    repository.write("body.json", "{}");
    let before = repository.files();
    let commands: [&[&str]; 10] = [
        &["check"],
        &["codegen"],
        &["codegen", "--check"],
        &["fmt"],
        &["diff"],
        &["validate", "body.json"],
        &["new", "job.cancelled"],
        &["new-major", "webhooks"],
        &["release", "job.created"],
        &["publish", "--to", "public"],
    ];
    for command in commands {
        let outcome = repository.run(command);
        outcome
            .exits(1)
            .says("a merge conflict that is not resolved");
        assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
    }
    assert_eq!(repository.files(), before);
}

/// Files that are not part of the registry are named as well.
#[test]
fn unreadable_files_are_named_wherever_they_are() {
    let repository = Repository::copy();
    let body = repository.read(&format!("{EXAMPLES}/job.created/queued.json"));
    for (spoil, what) in &DEFECTS {
        repository.write("body.json", spoil(&body));
        repository
            .run(["validate", "body.json"])
            .exits(1)
            .says(what);
        repository.write("old.json", spoil("{\n  \"type\": \"object\"\n}\n"));
        repository.write("new.json", "{}");
        let outcome = repository.run(["diff", "old.json", "new.json"]);
        outcome.exits(2).complains(what);
    }
}

/// An entry that is added between both sides of a conflict may be lost when the conflict is resolved.
#[test]
fn a_changelog_in_conflict_is_not_added_to() {
    let repository = released();
    set_length(&repository, 200);
    approve(&repository, "Only ours read it.");
    let text = repository.read("CHANGELOG.md");
    repository.write("CHANGELOG.md", conflict(&text));
    let before = repository.files();
    repository
        .run(RELEASE)
        .exits(2)
        .complains("cannot add to `CHANGELOG.md`: this is a marker of a merge conflict");
    assert_eq!(repository.files(), before);
    // The line between both sides also underlines a heading, and a text may quote one of the other marks.
    let heading = "Before\n=======\n\n```text\n<<<<<<< HEAD\n```\n";
    repository.write("CHANGELOG.md", format!("{text}\n{heading}"));
    repository.run(RELEASE).exits(0);
}

/// An unreadable list of generated files does not say whose files they are.
#[test]
fn an_unreadable_manifest_is_what_codegen_reports() {
    let repository = Repository::copy();
    repository.run(["codegen"]).exits(0);
    let manifest = "schemas/codegen.manifest";
    let text = repository.read(manifest);
    repository.edit(CREATED, |root| root["description"] = "Another one.".into());
    let before = repository.files();
    let spoils: [Spoil; 4] = [
        utf_16,
        |text| utf_16(&format!("\u{feff}{text}")),
        |text| format!("\u{feff}{text}").into(),
        |text| [text.as_bytes(), b"\xff"].concat(),
    ];
    for spoil in spoils {
        repository.write(manifest, spoil(&text));
        let outcome = repository.run(["codegen"]);
        outcome
            .exits(2)
            .complains("cannot read `schemas/codegen.manifest`: ")
            .says_nothing_of("foreign-file");
        outcome.complains("bring it back from the history");
    }
    repository.write(manifest, text);
    assert_eq!(repository.files(), before);
}

/// An unreadable entry may be the one that would be missing.
#[test]
fn a_malformed_list_of_releases_is_no_rewritten_one() {
    let repository = approved();
    let text = repository.read(INDEX);
    for (from, to) in [
        ("\"event\":", "\"foo\": 1, \"event\":"),
        ("\"sha256\":", "\"sha512\":"),
        ("\"revision\": \"1.0.0\"", "\"revision\": \"one\""),
        ("\"releases\": [", "\"releases\": \"x\", \"others\": ["),
    ] {
        let broken = text.replacen(from, to, 1);
        assert_ne!(broken, text);
        repository.write(INDEX, broken);
        let found = findings(&repository, &["check"]);
        let is_about_the_list = |it: &Value| it["code"] == "invalid-release-index";
        assert!(found.iter().all(is_about_the_list), "{from}: {found:#?}");
    }
    repository.write(INDEX, text);
}

/// A misspelt name in `registry.toml` is one mistake, and the finding suggests the right one.
#[test]
fn a_misspelt_name_is_not_a_missing_folder() {
    let repository = approved();
    let text = repository.read(CONFIG);
    repository.write(
        CONFIG,
        text.replace("[families.webhooks", "[families.webhook"),
    );
    let found = findings(&repository, &["check"]);
    let codes: Vec<&Value> = found.iter().map(|it| &it["code"]).collect();
    assert_eq!(codes, ["invalid-config", "unexpected-file"], "{found:#?}");
    assert_eq!(
        found[0]["help"],
        "the folder is called `webhooks`: write this name"
    );
    let envelope = "[families.webhooks.envelope]";
    repository.write(
        CONFIG,
        text.replace(envelope, "[families.webhook.envelope]"),
    );
    let found = findings(&repository, &["check"]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0]["message"], "family `webhook` has no `title`");
    let line = repository
        .read(CONFIG)
        .lines()
        .position(|line| line == "[families.webhook.envelope]");
    assert_eq!(
        found[0]["line"].as_u64(),
        line.map(|line| line as u64 + 1),
        "{found:#?}"
    );
    assert_eq!(
        found[0]["help"],
        "the family is called `webhooks`: write this name"
    );
    repository.write(CONFIG, text.replace("envelope.json", "envelop.json"));
    let found = findings(&repository, &["check"]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(
        found[0]["message"],
        "the envelope `webhooks/v1/envelop.json` does not exist"
    );
}

/// A body may be of the unreadable event.
#[test]
fn a_body_is_not_blamed_for_a_schema() {
    let repository = Repository::copy();
    let text = repository.read(CREATED);
    repository.write(CREATED, conflict(&text));
    let body = format!("{EXAMPLES}/job.created/queued.json");
    let outcome = repository.run(["validate", &body]);
    outcome
        .exits(1)
        .says("a merge conflict that is not resolved")
        .says_nothing_of("unknown-event");
    let other = format!("{EXAMPLES}/artifact.ready/ready.json");
    repository.run(["validate", &other]).exits(0);
    repository
        .run(["validate", "--event", "job.created", &body])
        .exits(1)
        .says("a merge conflict that is not resolved");
    repository.write(CREATED, text);
    repository
        .run(["validate", "--event", "job.creatd", &body])
        .exits(2)
        .complains("did you mean `job.created`?");
    repository.edit(&body, |body| {
        body.as_object_mut().unwrap().remove("schema_ref");
        body["event_type"] = "job.create".into();
    });
    repository
        .run(["validate", &body])
        .exits(1)
        .says("it is called `job.created`");
}

/// Findings name bytes that a released file cannot have had, and those of a generated file.
#[test]
fn spoilt_files_of_the_tool_are_named() {
    let repository = approved();
    let text = repository.read(RELEASED);
    repository.write(RELEASED, conflict(&text));
    repository
        .run(["check"])
        .exits(1)
        .says("is not as it was released: this is a marker of a merge conflict");
    repository.write(RELEASED, [text.as_bytes(), b"\xe9"].concat());
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("bring it back from the history")
        .says_nothing_of("or remove it");
    repository.write(RELEASED, text);
    repository.run(["codegen"]).exits(0);
    let page = "docs/webhooks/v1.md";
    let text = repository.read(page);
    for (spoil, what) in &DEFECTS[..3] {
        repository.write(page, spoil(&text));
        for arguments in [vec!["codegen"], vec!["codegen", "--check"]] {
            let outcome = repository.run(arguments);
            assert_ne!(outcome.code, Some(0), "{outcome}");
            outcome
                .says(what)
                .says("remove it, and generate again")
                .says("run: `cargo xtask codegen`");
        }
    }
}
