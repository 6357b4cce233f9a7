//! Hostile strings in the files that the tool reads: none of them controls the terminal, forges a line, or is a
//! command to a program that reads the output.

use std::{fs, path::Path};

use repository_tests::tool::{Outcome, Repository};
use schema_registry::{escape::is_hidden, released::digest};
use serde_json::{Value, json};

use super::release::{INDEX, RELEASE, add_region, released};
use crate::{COMPLETED, CONFIG, CREATED, EXAMPLES, MANIFEST};

/// Moves the cursor, sets the clipboard, blinks, rings, turns and hides text, begins lines that look like the
/// tool's own, and has both forms of commands to GitHub's runners.
const HOSTILE: &str = "x\u{1b}[2J\u{1b}]52;c;eA==\u{7}\u{1b}[5m\u{7f}\u{9b}5m\u{9d}0;t\u{9c}\u{8}\u{202e}\u{2066}\
                       \u{200b}\u{feff}\u{e0041}\u{2028}\r::error::forged\nerror: forged\n  ::warning::forged\n\
                       ##[group]forged";

/// Runs the tool with colours, as on a terminal, and checks its output.
#[track_caller]
fn run(repository: &Repository, arguments: &[&str]) -> Outcome {
    let arguments = [arguments, &["--color", "always"]].concat();
    run_as_it_is(repository, &arguments)
}

#[track_caller]
fn run_as_it_is(repository: &Repository, arguments: &[&str]) -> Outcome {
    let tool = repository.tool(arguments).env("CLICOLOR_FORCE", "1");
    let outcome = tool.run();
    for text in [&outcome.stdout, &outcome.stderr] {
        assert_harmless(text, arguments);
    }
    outcome
}

/// Checks that no part of [`HOSTILE`] takes effect in an output.
#[track_caller]
fn assert_harmless(text: &str, arguments: &[&str]) {
    let mut rest = text;
    while let Some(at) = rest.find(|c| c != '\n' && is_hidden(c)) {
        let (_, after) = rest.split_at(at);
        // The colours that the tool sets, none of which blinks.
        let colour = after.strip_prefix("\u{1b}[").and_then(|after| {
            let (parameters, after) = after.split_once('m')?;
            let is_colour = parameters
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b';');
            (is_colour && parameters != "5").then_some(after)
        });
        rest = colour.unwrap_or_else(|| panic!("{arguments:?} prints {after:?}\n{text:?}"));
    }
    for line in text.lines().map(str::trim_start) {
        let is_command = line.starts_with("::");
        let is_ours = ["::error title=", "::warning title=", "::notice title="]
            .iter()
            .any(|ours| line.starts_with(ours));
        assert!(!is_command || is_ours, "{arguments:?} prints {line:?}");
        assert!(!line.contains("##["), "{arguments:?} prints {line:?}");
    }
    let forged = text.lines().find(|line| line.starts_with("error: forged"));
    assert_eq!(forged, None, "{arguments:?}");
}

/// Runs the commands that read a registry, in all formats.
#[track_caller]
fn run_all(repository: &Repository) {
    for format in ["human", "json", "github", "sarif"] {
        run(repository, &["check", "--format", format]);
        run(repository, &["codegen", "--check", "--format", format]);
    }
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    for format in ["human", "json", "github"] {
        run(repository, &["validate", &example, "--format", format]);
        run(repository, &["fmt", "--check", "--format", format]);
    }
    for format in ["human", "json"] {
        run(repository, &["diff", "--format", format]);
        run(
            repository,
            &["diff", "--against", "other", "--format", format],
        );
    }
    let release = [&RELEASE[..], &["--dry-run"]].concat();
    run(repository, &release);
    run(repository, &["publish", "--to", "site", "--dry-run"]);
    run(repository, &["verify", "site"]);
    run(repository, &["new", "job.x"]);
}

/// Returns a copy that was released, published and fetched, and has changed since.
fn repository() -> Repository {
    let repository = released();
    add_region(&repository);
    repository.run(RELEASE).exits(0);
    repository.run(["publish", "--to", "site"]).exits(0);
    repository.run(["fetch", "site", "vendored"]).exits(0);
    for path in [CONFIG, COMPLETED, CREATED] {
        let other = path.replace("schemas/", "other/");
        repository.write(&other, repository.read(path));
    }
    let envelope = "webhooks/v1/envelope.json";
    let text = repository.read(&format!("schemas/{envelope}"));
    repository.write(&format!("other/{envelope}"), text);
    repository
}

/// Puts [`HOSTILE`] into strings of a JSON value: the values of these members, or all values, or all names.
fn infect(value: &mut Value, into: &dyn Fn(&str) -> bool) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if into(name) => text.push_str(HOSTILE),
                    member => infect(member, into),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| match item {
            Value::String(text) if into("") => text.push_str(HOSTILE),
            item => infect(item, into),
        }),
        _ => {}
    }
}

#[test]
fn texts_of_schemas_are_text() {
    let repository = repository();
    let is_text = |name: &str| ["title", "description", "x-sunset"].contains(&name);
    for path in [COMPLETED, CREATED, "schemas/webhooks/v1/envelope.json"] {
        repository.edit(path, |root| infect(root, &is_text));
    }
    run_all(&repository);
    repository.replace(
        CONFIG,
        "[families.webhooks]\n",
        &format!("[families.webhooks]\n\"x\" = {}\n", toml(HOSTILE)),
    );
    run_all(&repository);
}

#[test]
fn names_and_values_of_schemas_are_text() {
    for keyword in [
        "const",
        "$ref",
        "$id",
        "x-event-version",
        "type",
        "format",
        "",
    ] {
        let repository = repository();
        repository.edit(COMPLETED, |root| infect(root, &|name| name == keyword));
        run(&repository, &["check"]);
        run(&repository, &["check", "--format", "github"]);
        run(&repository, &["diff"]);
        run(
            &repository,
            &["diff", COMPLETED, "other/webhooks/v1/job.completed.json"],
        );
    }
    let repository = repository();
    repository.edit(COMPLETED, |root| {
        let properties = &mut root["$defs"]["job_completed_failed"]["properties"];
        properties[HOSTILE] = json!({ "description": "x", "enum": [HOSTILE], "pattern": HOSTILE });
        properties["y"] = json!({ "$ref": format!("#/$defs/{HOSTILE}"), HOSTILE: true });
        properties["z"] = json!({ "x-allow": { HOSTILE: HOSTILE } });
        root["$defs"][HOSTILE] = json!({ "type": HOSTILE });
    });
    run_all(&repository);
    repository.write(
        "old.json",
        json!({ "$defs": { HOSTILE: { "const": HOSTILE } } }).to_string(),
    );
    repository.write(
        "new.json",
        json!({ "$defs": { HOSTILE: { "const": "x" } } }).to_string(),
    );
    for format in ["human", "json"] {
        run(
            &repository,
            &["diff", "old.json", "new.json", "--format", format],
        );
        let one = ["diff", "old.json", "new.json", "--definition", HOSTILE];
        run(&repository, &[&one[..], &["--format", format]].concat());
    }
    repository.write("pairs.jsonl", format!("{}\n{HOSTILE}\n", json!({
        "id": HOSTILE, "writer": { "const": HOSTILE }, "reader": { "const": 1, "$ref": HOSTILE },
    })));
    run(&repository, &["diff", "--pairs", "pairs.jsonl"]);
}

#[test]
fn files_that_are_none_and_their_names_are_text() {
    let repository = repository();
    let raw = format!("{{ \"x\": {HOSTILE}");
    repository.write(COMPLETED, &raw);
    repository.write(
        &format!("{EXAMPLES}/job.created/{}.json", HOSTILE.replace('/', "")),
        &raw,
    );
    repository.write(&format!("schemas/webhooks/v1/{HOSTILE}.json"), "{}");
    repository.write(&format!("schemas/{HOSTILE}/v1/x.json"), "{}");
    repository.write(&format!("site/{HOSTILE}.json"), "{}");
    run_all(&repository);
    let example = format!("{EXAMPLES}/job.completed/failed.json");
    repository.edit(&example, |root| infect(root, &|_| true));
    repository.edit(&example, |root| root[HOSTILE] = json!(HOSTILE));
    repository.write(
        MANIFEST,
        format!("{}  ../docs/{HOSTILE}\n{HOSTILE}\n", digest(b"")),
    );
    let page = "docs/webhooks/v1.md";
    repository.write(page, format!("<!-- @generated -->\n{HOSTILE}\n"));
    run_all(&repository);
}

#[test]
fn configurations_and_lists_are_text() {
    let hostile = toml(HOSTILE);
    for line in [
        format!("x = {hostile}"),
        format!("{hostile} = 1"),
        format!("base-uri = {hostile}"),
        format!("path = {hostile}"),
        format!("[lints]\n{hostile} = \"off\""),
        format!("[lints]\nbidi-control = {hostile}"),
        format!("[families.{hostile}]\ntitle = \"x\""),
        format!("x = {HOSTILE}"),
    ] {
        let repository = repository();
        let text = repository.read(CONFIG);
        repository.write(CONFIG, format!("{line}\n{text}"));
        run(&repository, &["check"]);
        run(&repository, &["check", "--format", "github"]);
    }
    let repository = repository();
    for (key, value) in [("reason", HOSTILE), ("event", HOSTILE), (HOSTILE, "x")] {
        repository.write(
            "schemas/approvals.toml",
            format!(
                "[[approval]]\nevent = \"job.completed\"\nrevision = \"1.0.0\"\n{} = {}\n",
                toml(key),
                toml(value)
            ),
        );
        run(&repository, &["check"]);
        run(&repository, &["diff"]);
    }
    repository.remove("schemas/approvals.toml");
    let list: Value = serde_json::from_str(&repository.read(INDEX)).unwrap();
    for pointer in leaves(&list) {
        repository.write(INDEX, with(&list, &pointer));
        run(&repository, &["check"]);
        run(
            &repository,
            &["release", "--dry-run", "--date", "2026-01-03"],
        );
    }
}

#[test]
fn publications_and_locks_are_text() {
    let repository = repository();
    let index: Value = serde_json::from_str(&repository.read("site/index.json")).unwrap();
    for pointer in leaves(&index) {
        repository.write("site/index.json", with(&index, &pointer));
        sum_up(&repository);
        run(&repository, &["verify", "site"]);
        run(&repository, &["fetch", "site", "new"]);
        let pin = ["--pin", "job.completed@1.0.0"];
        run(
            &repository,
            &[&["fetch", "site", "pinned"][..], &pin].concat(),
        );
        run(&repository, &["fetch", "site", "vendored", "--update"]);
    }
    repository.write("site/index.json", format!("{index:#}\n"));
    sum_up(&repository);
    let manifest: Value = serde_json::from_str(&repository.read("site/manifest.json")).unwrap();
    for pointer in leaves(&manifest).iter().take(8) {
        repository.write("site/manifest.json", with(&manifest, pointer));
        run(&repository, &["verify", "site", "--format", "github"]);
        run(&repository, &["fetch", "site", "new"]);
        run(&repository, &["publish", "--to", "site", "--dry-run"]);
    }
    repository.write("site/manifest.json", format!("{manifest:#}\n"));
    for file in [
        "SHA256SUMS",
        "claims.json",
        "manifest.json.minisig",
        "index.schema.json",
    ] {
        for text in [
            HOSTILE.to_owned(),
            json!({ HOSTILE: [HOSTILE] }).to_string(),
        ] {
            let before = fs::read(repository.at("site").join(file)).ok();
            repository.write(&format!("site/{file}"), text);
            run(&repository, &["verify", "site"]);
            run(&repository, &["publish", "--to", "site", "--dry-run"]);
            match before {
                Some(bytes) => repository.write(&format!("site/{file}"), bytes),
                None => repository.remove(&format!("site/{file}")),
            }
        }
    }
    let lock = repository.read("vendored/schemas.lock");
    for at in 0..lock.lines().count() {
        let lines = lock
            .lines()
            .enumerate()
            .map(|(number, line)| match line.split_once(" = ") {
                Some((key, _)) if number == at => format!("{key} = {}\n", toml(HOSTILE)),
                _ if number == at => format!("{line}{HOSTILE}\n"),
                _ => format!("{line}\n"),
            });
        repository.write("vendored/schemas.lock", lines.collect::<String>());
        run(&repository, &["fetch", "site", "vendored"]);
    }
}

#[test]
fn arguments_are_text() {
    let repository = repository();
    let path = format!("{HOSTILE}.json");
    for arguments in [
        &[HOSTILE][..],
        &["explain", HOSTILE],
        &["check", HOSTILE],
        &["check", "--registry", HOSTILE],
        &["check", "--format", HOSTILE],
        &["check", "--color", HOSTILE],
        &["check", &format!("--{HOSTILE}")],
        &["diff", HOSTILE],
        &["diff", &path, &path],
        &["diff", "--against", HOSTILE],
        &["diff", "--pairs", HOSTILE],
        &["diff", "--time-limit", HOSTILE],
        &["diff", CREATED, COMPLETED, "--definition", HOSTILE],
        &["validate", HOSTILE, &path],
        &["release", HOSTILE],
        &["release", "--date", HOSTILE],
        &["new", HOSTILE],
        &["new", "job.x", "--family", HOSTILE],
        &["new-major", HOSTILE],
        &["publish", "--to", HOSTILE, "--dry-run"],
        &[
            "publish",
            "--to",
            &format!("s3://{HOSTILE}"),
            "--endpoint",
            HOSTILE,
        ],
        &["publish", "--to", "site", "--key", HOSTILE],
        &["verify", HOSTILE],
        &["verify", &format!("https://{HOSTILE}")],
        &["verify", "site", "--key", HOSTILE],
        &["fetch", HOSTILE, HOSTILE],
        &["fetch", "site", "new", "--pin", HOSTILE],
        &["fetch", "site", "new", "--pin", &format!("{HOSTILE}@1.0.0")],
    ] {
        run_as_it_is(&repository, arguments);
    }
    assert!(!Path::new(&repository.at(HOSTILE)).exists());
}

/// Returns the pointers of the strings of a value.
fn leaves(value: &Value) -> Vec<String> {
    let inside = |name: &str, value: &Value| -> Vec<String> {
        let leaves = leaves(value).into_iter();
        leaves.map(|leaf| format!("/{name}{leaf}")).collect()
    };
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(name, _)| !name.contains('/'));
            members
                .flat_map(|(name, value)| inside(name, value))
                .collect()
        }
        // The first items are typical.
        Value::Array(items) => {
            let items = items.iter().take(1).enumerate();
            items
                .flat_map(|(at, item)| inside(&at.to_string(), item))
                .collect()
        }
        Value::String(_) => vec![String::new()],
        _ => Vec::new(),
    }
}

/// Returns the JSON of a value, with [`HOSTILE`] at a pointer.
fn with(value: &Value, pointer: &str) -> String {
    let mut value = value.clone();
    *value.pointer_mut(pointer).unwrap() = HOSTILE.into();
    format!("{value:#}\n")
}

/// Updates the lists of a publication to its index.
fn sum_up(repository: &Repository) {
    let index = repository.read("site/index.json");
    repository.edit("site/manifest.json", |manifest| {
        let files = manifest["files"].as_array_mut().unwrap();
        let entry = files.iter_mut().find(|file| file["path"] == "index.json");
        let entry = entry.unwrap();
        entry["sha256"] = digest(index.as_bytes()).into();
        entry["size"] = index.len().into();
    });
    let manifest = repository.read("site/manifest.json");
    let sums = repository.read("site/SHA256SUMS");
    let lines = sums.lines().map(|line| match line.split_once("  ") {
        Some((_, "index.json")) => format!("{}  index.json\n", digest(index.as_bytes())),
        Some((_, "manifest.json")) => format!("{}  manifest.json\n", digest(manifest.as_bytes())),
        _ => format!("{line}\n"),
    });
    repository.write("site/SHA256SUMS", lines.collect::<String>());
}

/// Returns a string in TOML.
fn toml(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            character if character.is_control() => {
                out.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            character => out.push(character),
        }
    }
    out.push('"');
    out
}
