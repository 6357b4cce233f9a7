//! The steps that `ci` runs, and the list of those that it skips.

use std::{fs::Permissions, os::unix::fs::PermissionsExt};

use repository_tests::tool::{Outcome, Repository};

/// Runs `ci` with a program instead of cargo, which logs its arguments and runs the script.
#[track_caller]
fn run(script: &str, arguments: &[&str]) -> (Outcome, String) {
    let repository = Repository::copy();
    let cargo = repository.at("cargo");
    repository.write(
        "cargo",
        format!("#!/bin/sh\necho \"$*\" >> log\ncase \"$*\" in\n{METADATA}\n{script}\nesac\n"),
    );
    std::fs::set_permissions(&cargo, Permissions::from_mode(0o755)).unwrap();
    let outcome = repository
        .tool([&["ci"], arguments].concat())
        .env("CARGO", &cargo)
        .run();
    (outcome, repository.read("log"))
}

const METADATA: &str = "metadata*) echo '{ \"packages\": [] }' ;;";

#[test]
fn what_is_skipped_is_listed() {
    let script = r#"
        *"--ignored --list"*) echo 'slow::every_pair: test'; echo 'slow::every_program: test' ;;
        "test --workspace --all-features")
            printf 'svix::signs\tno signer; do this\n' >> "$SKIPPED_TESTS"
            printf 'svix::signs\tno signer; do this\n' >> "$SKIPPED_TESTS" ;;
        "deny --version") exit 1 ;;"#;
    let (outcome, log) = run(script, &[]);
    outcome.exits(0);
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    let start = lines.iter().position(|line| line.starts_with("skipped: "));
    let ignored = "it is ignored, since it takes minutes; run `cargo xtask ci --scheduled`";
    assert_eq!(
        lines[start.unwrap()..],
        [
            "skipped: the step `dependencies`: `cargo-deny` is not installed; `.ci/run` installs it",
            &format!("skipped: slow::every_pair: {ignored}"),
            &format!("skipped: slow::every_program: {ignored}"),
            "skipped: svix::signs: no signer; do this",
            "all 11 steps are green",
        ],
        "{outcome}"
    );
    assert!(!log.contains("deny check"), "{log}");
    assert!(!log.contains("deny fetch"), "{log}");
}

#[test]
fn a_scheduled_run_skips_nothing_that_can_be_run() {
    let (outcome, log) = run("", &["--scheduled"]);
    outcome.exits(0).complains("all 15 steps are green");
    assert!(!outcome.stderr.contains("skipped"), "{outcome}");
    for run in [
        "test --workspace --all-features --tests -- --ignored",
        "deny check bans licenses sources",
        "deny fetch db",
        "deny check advisories",
    ] {
        assert!(log.lines().any(|line| line == run), "{run}: {log}");
    }
    let (outcome, _) = run("\"deny fetch db\") exit 1 ;;", &["--scheduled"]);
    outcome
        .exits(0)
        .complains("skipped: the step `advisories`: ");
}

#[test]
fn steps_that_fail_are_named_and_the_others_run() {
    let (outcome, log) = run("clippy*|*\"--ignored --list\"*) exit 1 ;;", &[]);
    outcome
        .exits(1)
        .complains("skipped: the tests that are ignored: ");
    outcome.complains(
        "3 of 12 steps failed: clippy, clippy without features, clippy without network clients\n",
    );
    assert!(log.contains("deny check bans"), "{log}");
}
