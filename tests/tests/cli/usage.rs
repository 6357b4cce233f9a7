//! Help texts, and the rejection of unknown arguments.

use std::fs;

use repository_tests::tool::Repository;
use serde_json::json;

use crate::{COMPLETED, cli::release::commit, make_duration_a_string, snapshot};

const DATE: &str = "2026-01-02T03:04:05Z";

/// Returns the commands, as the command line lists them itself, so that a new one has snapshots as well.
fn commands() -> Vec<String> {
    let help = Repository::copy().run(["--help"]);
    let (_, listed) = help.stdout.split_once("Commands:\n").unwrap();
    let lines = listed.lines().take_while(|line| !line.is_empty());
    // The description of a command can continue in a line with deeper indentation.
    let lines = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = lines.map(|line| line.split_whitespace().next().unwrap().to_owned());
    names.filter(|name| name != "help").collect()
}

#[test]
fn no_command_lists_the_commands() {
    let outcome = Repository::copy().run::<&str>([]);
    outcome.exits(2);
    snapshot("cli_no_command", &outcome.stderr);
    for command in commands() {
        outcome.complains(&format!("\n  {command} "));
    }
}

#[test]
fn every_command_explains_itself() {
    let repository = Repository::copy();
    let help = repository.run(["--help"]);
    help.exits(0);
    snapshot("cli_help", &help.stdout);
    for command in commands() {
        let help = repository.run([&command, "--help"]);
        help.exits(0);
        snapshot(&format!("cli_help_{command}"), &help.stdout);
    }
}

#[test]
fn rules_are_explained() {
    let repository = Repository::copy();
    let list = repository.run(["explain"]);
    list.exits(0);
    snapshot("cli_explain", &list.stdout);
    let rule = repository.run(["explain", "closed-object"]);
    rule.exits(0);
    snapshot("cli_explain_closed_object", &rule.stdout);
    let broken = repository.run(["explain", "breaking-change"]);
    broken
        .exits(0)
        .says("add the approval that its help shows to `approvals.toml`, with your reason")
        .says("whose help shows no approval cannot be accepted")
        .says_nothing_of("cannot be allowed");
    repository
        .run(["explain", "breking-change"])
        .exits(2)
        .complains("there is no rule `breking-change`: did you mean `breaking-change`? ");
    let fixed = repository.run(["explain", "invalid-json"]);
    fixed.exits(0).says("cannot be allowed");
    for line in list.stdout.lines() {
        let name = line.split_whitespace().next().unwrap();
        repository.run(["explain", name]).exits(0).says("Why: ");
    }
}

#[test]
fn unknown_words_are_refused() {
    let repository = Repository::copy();
    let before = repository.tree();
    let cases: &[(&[&str], &str)] = &[
        (&["explode"], "unrecognized subcommand 'explode'"),
        (
            &["explain", "no-such-rule"],
            "there is no rule `no-such-rule`",
        ),
        (&["check", "more"], "unexpected argument 'more'"),
        (
            &["--format", "xml", "check"],
            "possible values: human, json, github, sarif",
        ),
        (
            &["--color", "pink", "check"],
            "possible values: auto, always, never",
        ),
        (
            &["--registry"],
            "a value is required for '--registry <DIR>'",
        ),
        (&["validate"], "<FILE>..."),
        (&["new"], "<EVENT>"),
    ];
    for (arguments, message) in cases {
        repository.run(*arguments).exits(2).complains(message);
    }
    assert_eq!(repository.tree(), before);
}

#[test]
fn a_registry_is_found_or_named() {
    let repository = Repository::copy();
    for arguments in [
        ["--registry", "schemas", "check"],
        ["--registry", "./schemas/", "check"],
        ["check", "--registry", "schemas"],
    ] {
        repository.run(arguments).exits(0).says("checked 4 schemas");
    }
    let elsewhere = tempfile::tempdir().unwrap();
    let registry = repository.at("schemas");
    let named = Repository::copy();
    make_duration_a_string(&repository);
    let outcome = named.run(["--registry", registry.to_str().unwrap(), "check"]);
    outcome
        .exits(1)
        .says(&format!("{}/webhooks/v1/examples", registry.display()));
    for folder in ["schemas", "schemas/webhooks/v1", "docs"] {
        let outcome = repository.tool(["check"]).folder(folder).run();
        outcome.exits(1).says("--> schemas/webhooks/v1/examples");
    }
    let nowhere = repository
        .tool(["check"])
        .folder(elsewhere.path().to_str().unwrap())
        .run();
    nowhere
        .exits(2)
        .complains("there is no registry here")
        .complains("--registry");
    for folder in ["nowhere", "docs", "/nowhere", COMPLETED] {
        let outcome = repository.run(["--registry", folder, "check"]);
        outcome
            .exits(2)
            .complains(&format!("cannot read `{folder}/registry.toml`"));
    }
}

#[test]
fn programs_can_read_what_is_found() {
    let repository = Repository::copy();
    repository.run(["codegen"]).exits(0);
    // A missing history is reported.
    commit(&repository, DATE);
    let body = "schemas/webhooks/v1/examples/job.completed/failed.json";
    let commands: &[&[&str]] = &[
        &["check"],
        &["codegen"],
        &["codegen", "--check"],
        &["fmt"],
        &["fmt", "--check"],
        &["validate", body],
    ];
    let run =
        |command: &[&str], format: &str| repository.run([command, &["--format", format]].concat());
    for command in commands {
        assert_eq!(run(command, "json").exits(0).stdout, "[]\n", "{command:?}");
        assert_eq!(run(command, "github").exits(0).stdout, "", "{command:?}");
        let sarif = run(command, "sarif").exits(0).json();
        assert_eq!(sarif["runs"][0]["results"], json!([]), "{command:?}");
    }
    make_duration_a_string(&repository);
    let text = repository.read(COMPLETED);
    repository.write(COMPLETED, text.replace("  ", "\t"));
    for (command, code, rule) in [
        (&["check"] as &[&str], 1, "invalid-example"),
        (&["codegen", "--check"], 4, "stale-file"),
        (&["fmt", "--check"], 1, "other-layout"),
        (&["validate", body], 1, "invalid-body"),
    ] {
        let found = run(command, "json").exits(code).json();
        let first = &found.as_array().unwrap()[0];
        assert_eq!(first["code"], rule);
        assert!(first["line"].as_u64() >= Some(1), "{first}");
        assert!(
            first["message"].is_string()
                && (first["help"].is_string() || first["fixes"].is_array()),
            "{first}"
        );
        let github = run(command, "github");
        github
            .exits(code)
            .says(&format!("::error title={rule},file="));
        let sarif = run(command, "sarif").exits(code).json();
        assert_eq!(sarif["version"], "2.1.0");
        assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], rule);
    }
}

#[test]
fn colours_are_asked_for() {
    let repository = Repository::copy();
    make_duration_a_string(&repository);
    for (color, has_escapes) in [("always", true), ("never", false), ("auto", false)] {
        let outcome = repository.run(["check", "--color", color]);
        outcome.exits(1);
        assert_eq!(outcome.stdout.contains('\u{1b}'), has_escapes, "{color}");
    }
}

/// The output for people has the first hundred findings, and that for programs has all.
#[test]
fn long_reports_are_cut_for_people() {
    let repository = Repository::copy();
    commit(&repository, DATE);
    repository.edit(COMPLETED, |root| {
        for index in 0..150 {
            let name = format!("untold_{index}");
            root["$defs"]["job_completed_failed"]["properties"][name] =
                json!({ "type": "boolean" });
        }
    });
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("… and 201 more findings; `--format json` prints all");
    // No example shows the new fields, and the file is not formatted: hints, which come last.
    outcome.says("150 errors, 0 warnings, 151 hints");
    assert_eq!(
        outcome.stdout.matches("error[missing-description]").count(),
        100
    );
    let all = repository.run(["check", "--format", "json"]).json();
    assert_eq!(all.as_array().unwrap().len(), 301);
}

/// No output is lost silently, except if the reader has closed the pipe.
#[test]
fn the_output_may_be_full_or_gone() {
    let repository = Repository::copy();
    make_duration_a_string(&repository);
    for arguments in [
        &["check"] as &[&str],
        &["explain"],
        &["explain", "bidi-control"],
    ] {
        let tool = repository.tool(arguments);
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = tool
            .command()
            .stdout(full)
            .stderr(std::process::Stdio::piped())
            .output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(
            message.starts_with("error: cannot write the output: "),
            "{message}"
        );
        assert_eq!(message.lines().count(), 1, "{message}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = tool.command();
        let output = command
            .stdout(writer)
            .stderr(std::process::Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(
            output.status.code(),
            Some(i32::from(arguments[0] == "check"))
        );
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}
