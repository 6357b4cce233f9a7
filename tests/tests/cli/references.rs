//! References and links never lead out of the registry.

use std::{fs, io, net::TcpListener, os::unix::fs::symlink};

use repository_tests::tool::Repository;
use serde_json::json;

use crate::{COMPLETED, CONFIG, CREATED, EXAMPLES, add_property, fresh};

const OUTSIDE: &str = "{ \"type\": \"string\", \"description\": \"TOP SECRET\" }\n";

/// Runs `check` and `codegen`, which must both end with exit code 1 and change nothing.
#[track_caller]
fn refused(repository: &Repository, rule: &str, messages: &[&str]) {
    let before = repository.tree();
    for command in ["check", "codegen"] {
        let outcome = repository.run([command]);
        outcome
            .exits(1)
            .says(&format!("error[{rule}]: "))
            .says_nothing_of("TOP SECRET");
        for message in messages {
            outcome.says(message);
        }
    }
    assert_eq!(repository.tree(), before);
}

#[test]
fn references_do_not_leave_the_registry() {
    let repository = fresh();
    repository.write("outside.json", OUTSIDE);
    let secret = repository.at("outside.json");
    let absolute = secret.to_str().unwrap().to_owned();
    // A fetched reference would be noticed here.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let local = format!("http://{}/x.json", listener.local_addr().unwrap());
    let references = [
        &*local,
        "http://docs.scrapenest.com/schemas/webhooks/v1/envelope.json",
        "https://169.254.169.254/latest/meta-data/",
        "https://docs.scrapenest.com/other/x.json",
        "https://docs.scrapenest.com/schemas/../../outside.json",
        "https://docs.scrapenest.com.evil.example/schemas/webhooks/v1/envelope.json",
        "HTTPS://docs.scrapenest.com/schemas/webhooks/v1/envelope.json",
        "//docs.scrapenest.com/schemas/webhooks/v1/envelope.json",
        "../../../outside.json",
        "../../../schemas/webhooks/v1/envelope.json",
        "./.././../../outside.json",
        "%2e%2e/%2e%2e/%2e%2e/outside.json",
        "/etc/passwd",
        "file:///etc/passwd",
        "file:../../../outside.json",
        "urn:uuid:9e8e64d4-0d5c-4c8f-9a3e-2f4b7c1d6e5a",
        "data:application/json,1",
        &format!("file://{absolute}"),
        &absolute,
    ];
    let original = repository.read(COMPLETED);
    for reference in references {
        add_property(
            &repository,
            "other",
            json!({ "description": "Another.", "$ref": reference }),
        );
        let message = format!("`{reference}` leads out of the registry; nothing is fetched");
        refused(
            &repository,
            "ref-outside-registry",
            &[&message, &format!("--> {COMPLETED}:")],
        );
        repository.write(COMPLETED, &original);
    }
    // The first is a path on some systems; neither is a URI.
    for reference in [r"..\..\..\outside.json", "data:application/json,{}"] {
        add_property(
            &repository,
            "other",
            json!({ "description": "Another.", "$ref": reference }),
        );
        let message = format!("`{reference}` has characters that a URI cannot have");
        refused(&repository, "unresolved-ref", &[&message]);
        repository.write(COMPLETED, &original);
    }
    let asked = listener.accept().map(|(_, address)| address);
    let asked = asked.map_err(|error| error.kind());
    assert_eq!(asked, Err(io::ErrorKind::WouldBlock), "nothing is fetched");
}

#[test]
fn references_do_not_lead_to_other_files() {
    let repository = fresh();
    repository.write("schemas/webhooks/outside.json", OUTSIDE);
    repository.write("schemas/outside.json", OUTSIDE);
    repository.write("schemas/webhooks/v1/notes.md", OUTSIDE);
    let original = repository.read(COMPLETED);
    for reference in [
        "../../outside.json",
        "../outside.json",
        "outside.json",
        "notes.md",
        "../../registry.toml",
        "../../registry.schema.json",
        "examples/job.completed/failed.json",
    ] {
        add_property(
            &repository,
            "other",
            json!({ "description": "Another.", "$ref": reference }),
        );
        let message =
            format!("error[unresolved-ref]: `{reference}` names a file that is not there");
        refused(
            &repository,
            "unresolved-ref",
            &[&message, &format!("--> {COMPLETED}:")],
        );
        repository.write(COMPLETED, &original);
    }
}

#[test]
fn links_are_not_followed() {
    let link = "it is a symbolic link, and a registry does not follow links";
    let cases: &[(&str, &str)] = &[
        (COMPLETED, "../../../outside.json"),
        (CREATED, "job.completed.json"),
        ("schemas/webhooks/v1/envelope.json", "/etc/passwd"),
        ("schemas/webhooks/v1/more.json", "nowhere.json"),
        ("schemas/webhooks/v1/more.json", "more.json"),
        ("schemas/webhooks/v1/more", "../../../elsewhere"),
        ("schemas/webhooks/v2", "v1"),
        ("schemas/webhooks/v1/examples/job.created", "job.completed"),
        (
            "schemas/webhooks/v1/examples/job.created/more.json",
            "queued.json",
        ),
        ("schemas/webhooks", "../elsewhere"),
        ("schemas/loop", ".."),
    ];
    for (path, target) in cases {
        let repository = fresh();
        repository.write("outside.json", OUTSIDE);
        repository.write("elsewhere/v1/outside.json", OUTSIDE);
        if repository.at(path).exists() {
            repository.remove(path);
        }
        symlink(target, repository.at(path)).unwrap();
        refused(
            &repository,
            "unreadable-file",
            &[link, &format!("--> {path}\n")],
        );
    }
}

#[test]
fn a_reference_through_a_link_is_refused() {
    let repository = fresh();
    repository.write("outside.json", OUTSIDE);
    symlink(
        "../../../outside.json",
        repository.at("schemas/webhooks/v1/linked.json"),
    )
    .unwrap();
    add_property(
        &repository,
        "other",
        json!({ "description": "Another.", "$ref": "linked.json" }),
    );
    refused(
        &repository,
        "unreadable-file",
        &["--> schemas/webhooks/v1/linked.json"],
    );
    let repository = fresh();
    repository.write("elsewhere/x.json", OUTSIDE);
    symlink(
        "../../../elsewhere",
        repository.at("schemas/webhooks/v1/sub"),
    )
    .unwrap();
    add_property(
        &repository,
        "other",
        json!({ "description": "Another.", "$ref": "sub/x.json" }),
    );
    refused(
        &repository,
        "unreadable-file",
        &["`sub/x.json` names a file that is not there"],
    );
}

/// Anyone can commit a link: the folder that it leads to has to be named.
#[test]
fn a_linked_registry_is_named_by_its_folder() {
    let repository = fresh();
    fs::rename(repository.at("schemas"), repository.at("real")).unwrap();
    symlink("real", repository.at("schemas")).unwrap();
    for command in [&["check"] as &[&str], &["codegen", "--check"]] {
        let outcome = repository.run(command);
        outcome
            .exits(2)
            .complains("a symbolic link leads to the registry's folder");
        let named = [command, &["--registry", "real"]].concat();
        repository.run(named).exits(0);
    }
}

#[test]
fn what_is_no_file_is_not_read() {
    let repository = fresh();
    let pipe = "schemas/webhooks/v1/pipe.json";
    let made = std::process::Command::new("mkfifo")
        .arg(repository.at(pipe))
        .status();
    assert!(made.unwrap().success());
    for command in ["check", "codegen"] {
        let outcome = repository.run([command]);
        outcome.exits(1).says(&format!("--> {pipe}\n"));
    }
    repository.remove(pipe);
    fs::rename(repository.at(CONFIG), repository.at("schemas/registry")).unwrap();
    fs::create_dir(repository.at(CONFIG)).unwrap();
    repository
        .run(["check", "--registry", "schemas"])
        .exits(2)
        .complains("cannot read");
}

#[test]
fn a_broken_schema_is_one_finding() {
    for (bytes, rule, message) in [
        (b"{ \"title\": " as &[u8], "invalid-json", "expected value"),
        (b"", "invalid-json", "the file is empty"),
        (b"// no\n{}", "invalid-json", ":1:1"),
        (
            b"{ \"title\": \"\xff\" }",
            "unreadable-file",
            "it is not UTF-8 at byte 12",
        ),
        (b"\xff\xfe{\0}\0", "unreadable-file", "it is UTF-16"),
        (b"[]", "invalid-schema", "this schema is not an object"),
        (b"true", "invalid-schema", "this schema is not an object"),
    ] {
        let repository = fresh();
        repository.write(COMPLETED, bytes);
        let before = repository.tree();
        for command in ["check", "codegen"] {
            let outcome = repository.run([command]);
            outcome
                .exits(1)
                .says(&format!("error[{rule}]: "))
                .says(message)
                .says(COMPLETED);
            assert_eq!(outcome.stdout.matches("error[").count(), 1, "{outcome}");
        }
        assert_eq!(repository.tree(), before);
    }
    let repository = fresh();
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    repository.write(&example, b"\xff");
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("it is not UTF-8 at byte 0")
        .says(&format!("--> {example}\n"));
}
