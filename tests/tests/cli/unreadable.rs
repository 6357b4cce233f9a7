//! A file that cannot be read is one finding, which says why. Nothing is concluded from what may be in it.

use repository_tests::tool::Repository;
use serde_json::Value;

use crate::{
    CONFIG, CREATED, EXAMPLES,
    cli::{
        policy::{approve, set_length},
        release::{INDEX, commit, released},
    },
};

const APPROVALS: &str = "schemas/approvals.toml";
const ENVELOPE: &str = "schemas/webhooks/v1/envelope.json";
const RELEASED: &str = "schemas/webhooks/v1/released/job.created/1.0.0.json";

/// Makes a text unreadable.
type Spoil = fn(&str) -> Vec<u8>;

/// The ways to make a file unreadable, and what is said of it.
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

/// Puts the last line in two versions, as git does.
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
    // Hints are about the layout of what can be read.
    let counted = findings.into_iter().filter(|it| it["severity"] != "hint");
    counted.collect()
}

/// A registry with everything that an unreadable file could cast doubt on: a history, and an approved break.
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
    for path in [CONFIG, INDEX, CREATED, ENVELOPE, &example] {
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
    // A broken list of approvals makes an approved break one that is not.
    let text = repository.read(APPROVALS);
    for (spoil, what) in &DEFECTS {
        repository.write(APPROVALS, spoil(&text));
        let found = findings(&repository, &["check"]);
        let message = found[0]["message"].as_str().unwrap();
        assert!(message.contains(what), "{what}: {message}");
        assert!(found.iter().all(|it| it["code"] != "unused-approval"));
    }
    repository.write(APPROVALS, text);
    let text = repository.read(RELEASED);
    for (spoil, _) in &DEFECTS {
        repository.write(RELEASED, spoil(&text));
        let found = findings(&repository, &["check"]);
        assert_eq!(found.len(), 1, "{found:#?}");
    }
}

/// Whatever is asked of a registry whose configuration cannot be understood, the configuration is what is wrong.
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

/// Files that are no part of the registry are named as well.
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
