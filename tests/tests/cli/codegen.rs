//! `codegen` writes exactly the files that the schemas define.

use std::collections::BTreeMap;

use repository_tests::tool::{GENERATED, Repository};
use serde_json::json;

use crate::{CONFIG, CREATED, EXAMPLES, MANIFEST, fresh, make_duration_a_string, snapshot};

/// Returns the files that are written, without the schemas that they are generated from.
fn generated(repository: &Repository) -> BTreeMap<String, Vec<u8>> {
    let mut files = repository.files();
    // The benchmarks write their own page.
    files.retain(|path, _| !path.starts_with("schemas/webhooks") && path != "docs/benchmarks.md");
    files
}

#[test]
fn a_second_run_touches_nothing() {
    let repository = fresh();
    let before = repository.tree();
    let outcome = repository.run(["codegen"]);
    outcome.exits(0).says(": 0 changed, ");
    assert_eq!(outcome.stdout.lines().count(), 1, "{outcome}");
    let outcome = repository.run(["codegen", "--check"]);
    outcome.exits(0).says("generated files up to date");
    assert_eq!(repository.tree(), before);
}

#[test]
fn a_changed_schema_makes_files_stale() {
    let repository = fresh();
    make_duration_a_string(&repository);
    let before = repository.tree();
    let outcome = repository.run(["codegen", "--check"]);
    outcome.exits(4);
    let stale = [
        "crates/scrapenest-webhooks/src/generated/v1/job_completed.rs",
        "crates/scrapenest-webhooks/src/generated/v1/schemas/job.completed.json",
        "docs/webhooks/v1.md",
    ];
    for path in stale {
        outcome.says(&format!("stale: {path}\n"));
    }
    outcome.says("\n    -    pub fn duration_ms(&self) -> U53 {\n");
    outcome.says("\n    +    pub fn duration_ms(&self) -> &String {\n");
    outcome.says("\nout of date: 3 generated files; run `cargo xtask codegen`\n");
    outcome.says_nothing_of("job_created");
    assert!(
        outcome.stdout.lines().count() < 60,
        "the diff is short: {outcome}"
    );
    assert_eq!(repository.tree(), before, "nothing is written");
    let outcome = repository.run(["codegen"]);
    outcome.exits(0).says(": 3 changed, ");
    for path in stale {
        outcome.says(&format!("updated   {path}\n"));
    }
    repository.run(["codegen", "--check"]).exits(0);
}

#[test]
fn a_changed_schema_refuses_its_examples() {
    let repository = fresh();
    make_duration_a_string(&repository);
    let outcome = repository.run(["check"]);
    outcome.exits(1);
    for example in ["succeeded", "succeeded_minimal", "failed", "failed_minimal"] {
        let path = format!("{EXAMPLES}/job.completed/{example}.json");
        let text = repository.read(&path);
        let found = text
            .lines()
            .enumerate()
            .find_map(|(line, text)| Some((line + 1, text.find("\"duration_ms\"")? + 1)));
        let (line, column) = found.unwrap();
        outcome.says(&format!("--> {path}:{line}:{column}\n"));
    }
    outcome.says("error[invalid-example]: ");
    outcome.says("is not of type \"string\"");
}

/// The message of a rule about a keyword is more helpful than that it has no type.
#[test]
fn codegen_gives_the_help_that_check_gives() {
    for (keyword, value, help) in [
        (
            "nullable",
            json!(true),
            "write `\"type\": [\"string\", \"null\"]` instead",
        ),
        ("maxLenght", json!(3), "`maxLength`"),
    ] {
        let repository = fresh();
        repository.edit(CREATED, |root| {
            let field = json!({ "description": "A note.", "type": "string", keyword: value });
            root["$defs"]["job_created"]["properties"]["note"] = field;
        });
        let message = format!("error[unknown-keyword]: there is no keyword `{keyword}`");
        for command in ["codegen", "check"] {
            let outcome = repository.run([command]);
            outcome.exits(1).says(&message).says(help);
            outcome.says_nothing_of("unmappable-schema");
        }
    }
}

#[test]
fn a_missing_file_is_made_again() {
    let repository = fresh();
    let before = repository.files();
    for path in ["v1/job_created.rs", "mod.rs", "v1/schemas"] {
        repository.remove(&format!("{GENERATED}/{path}"));
    }
    repository.remove("docs/webhooks");
    let outcome = repository.run(["codegen", "--check"]);
    outcome.exits(4).says("missing: docs/webhooks/v1.md\n");
    outcome.says(&format!(
        "missing: {GENERATED}/v1/schemas/job.created.json\n"
    ));
    let outcome = repository.run(["codegen"]);
    outcome
        .exits(0)
        .says(&format!("created   {GENERATED}/v1/job_created.rs\n"));
    assert_eq!(repository.files(), before);
}

#[test]
fn a_file_changed_by_hand_is_restored() {
    let repository = fresh();
    let before = repository.files();
    let path = format!("{GENERATED}/v1/job_created.rs");
    let text = repository.read(&path);
    let (header, _) = text.split_once('\n').unwrap();
    for changed in [
        format!("{text}// mine\n").into_bytes(),
        header.into(),
        format!("{header}\n{}", "\u{0}\n".repeat(50_000)).into(),
        [header.as_bytes(), b"\n\xff\xfe"].concat(),
    ] {
        repository.write(&path, changed);
        let outcome = repository.run(["codegen", "--check"]);
        outcome.exits(4).says(&format!("edited by hand: {path}\n"));
        outcome.says_nothing_of("stale: ");
        let outcome = repository.run(["codegen"]);
        outcome.exits(0).says(&format!("restored  {path}\n"));
        assert_eq!(repository.files(), before);
    }
}

#[test]
fn a_lost_manifest_is_made_again() {
    let repository = fresh();
    let before = repository.files();
    let outside = format!("{}  /etc/passwd\n", "0".repeat(64));
    for manifest in [
        "",
        "nonsense\n\n  \n  ../../x\nx  docs\n",
        "\u{0}",
        &outside,
    ] {
        repository.write(MANIFEST, manifest);
        repository.run(["codegen"]).exits(0);
        assert_eq!(repository.files(), before);
    }
    repository.remove(MANIFEST);
    repository.run(["codegen"]).exits(0);
    assert_eq!(repository.files(), before);
}

fn remove_created(repository: &Repository) -> [String; 2] {
    repository.remove(CREATED);
    repository.remove(&format!("{EXAMPLES}/job.created"));
    ["v1/job_created.rs", "v1/schemas/job.created.json"].map(|path| format!("{GENERATED}/{path}"))
}

#[test]
fn orphans_are_removed() {
    let repository = fresh();
    let orphans = remove_created(&repository);
    let check = repository.run(["codegen", "--check"]);
    check.exits(4);
    let outcome = repository.run(["codegen"]);
    outcome.exits(0);
    for orphan in orphans {
        check.says(&format!("orphaned: {orphan}\n"));
        outcome.says(&format!("removed   {orphan}\n"));
        assert!(!repository.at(&orphan).exists());
    }
    repository.run(["codegen", "--check"]).exits(0);
    let manifest = repository.read(MANIFEST);
    assert!(!manifest.contains("job_created"), "{manifest}");
}

#[test]
fn an_orphan_changed_by_hand_is_kept() {
    let repository = fresh();
    let [code, schema] = remove_created(&repository);
    let mine = repository.read(&code) + "// mine\n";
    repository.write(&code, &mine);
    let check = repository.run(["codegen", "--check"]);
    check
        .exits(4)
        .says(&format!("orphaned, and edited by hand: {code}\n"));
    let json = repository.run(["codegen", "--check", "--format", "json"]);
    json.exits(4).says("remove or move it yourself");
    let outcome = repository.run(["codegen"]);
    outcome
        .exits(4)
        .says(&format!("kept      {code}\n"))
        .says("remove or move it yourself");
    assert_eq!(repository.read(&code), mine);
    assert!(!repository.at(&schema).exists());
}

#[test]
fn folders_without_files_go_as_well() {
    let repository = fresh();
    repository.write(
        "crates/scrapenest-webhooks/src/lib.rs",
        "pub mod generated;\n",
    );
    repository.remove("schemas/webhooks");
    repository.replace(CONFIG, "[families.webhooks]", "[families.parcels]");
    let config = repository
        .read(CONFIG)
        .replace("families.webhooks.", "families.parcels.");
    repository.write(CONFIG, config);
    repository.write("schemas/parcels/README.md", "Nothing yet.\n");
    repository.run(["codegen"]).exits(0);
    assert!(!repository.at(GENERATED).exists() || repository.at(GENERATED).join("mod.rs").exists());
    assert!(!repository.at("docs/webhooks").exists());
    assert!(
        repository
            .at("crates/scrapenest-webhooks/src/lib.rs")
            .exists()
    );
    repository.run(["codegen", "--check"]).exits(0);
}

/// The next run removes incomplete files of killed runs, whether it has something to write or not.
#[test]
fn leftovers_are_removed() {
    let repository = fresh();
    let before = repository.files();
    let folders = ["schemas", GENERATED, "docs", "docs/webhooks"];
    for folder in folders {
        repository.write(&format!("{folder}/.codegen-xyz.tmp"), "half");
    }
    repository.write(&format!("{GENERATED}/v1/schemas/.codegen-.tmp"), "");
    repository.run(["codegen"]).exits(0).says(": 0 changed, ");
    assert_eq!(repository.files(), before);
    let orphan = format!("{GENERATED}/v1/.codegen-AbC123.tmp");
    repository.write(&orphan, "half");
    remove_created(&repository);
    repository.run(["codegen"]).exits(0);
    assert!(!repository.at(&orphan).exists());
}

#[test]
fn it_works_from_a_sub_folder() {
    let repository = fresh();
    make_duration_a_string(&repository);
    let folder = "crates/scrapenest-webhooks/src";
    let check = repository.tool(["codegen", "--check"]).folder(folder).run();
    check
        .exits(4)
        .says(&format!("stale: {GENERATED}/v1/job_completed.rs\n"));
    repository.tool(["codegen"]).folder(folder).run().exits(0);
    repository.run(["codegen", "--check"]).exits(0);
    let registry = repository.at("schemas");
    let outside = Repository::copy();
    outside
        .run([
            "codegen",
            "--check",
            "--registry",
            registry.to_str().unwrap(),
        ])
        .exits(0);
}

#[test]
fn every_environment_gives_the_same_bytes() {
    let expected = generated(&fresh());
    for (name, value) in [
        ("TZ", "Asia/Kathmandu"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "C"),
        ("LC_ALL", "de_DE.UTF-8"),
        ("SOURCE_DATE_EPOCH", "1"),
    ] {
        let repository = Repository::copy();
        repository.remove(GENERATED);
        repository.remove("docs");
        repository.tool(["codegen"]).env(name, value).run().exits(0);
        assert!(generated(&repository) == expected, "{name}={value}");
    }
}

#[test]
fn line_endings_and_the_order_of_folders_change_nothing() {
    let expected = generated(&fresh());
    let repository = Repository::copy();
    let sources: Vec<(String, Vec<u8>)> = repository
        .files()
        .into_iter()
        .filter(|(path, _)| path.starts_with("schemas/webhooks"))
        .collect();
    repository.remove("schemas/webhooks");
    repository.remove(GENERATED);
    repository.remove("docs");
    for (path, bytes) in sources.iter().rev() {
        let text = str::from_utf8(bytes).unwrap();
        // A released file keeps its bytes.
        let is_released = path.contains("/released/");
        let text = if is_released {
            text.to_owned()
        } else {
            text.replace('\n', "\r\n")
        };
        repository.write(path, text);
    }
    let config = repository.read(CONFIG).replace('\n', "\r\n");
    repository.write(CONFIG, config);
    repository.run(["check"]).exits(0);
    repository.run(["codegen"]).exits(0);
    let mut actual = generated(&repository);
    let mut expected = expected;
    actual.remove(CONFIG);
    expected.remove(CONFIG);
    for (path, bytes) in &expected {
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(shown(&actual[path]), shown(bytes), "{path}");
    }
    assert_eq!(actual.len(), expected.len());
}

#[test]
fn without_rustfmt_it_says_how_to_get_it() {
    let repository = fresh();
    let before = repository.tree();
    let outcome = repository.tool(["codegen"]).env("PATH", "").run();
    outcome
        .exits(2)
        .complains("cannot format generated Rust")
        .complains("rustup component add");
    assert_eq!(repository.tree(), before);
}

#[test]
fn nothing_is_generated_from_broken_schemas() {
    let repository = fresh();
    make_duration_a_string(&repository);
    repository.write(CREATED, "{");
    let before = repository.tree();
    for arguments in [&["codegen"] as &[&str], &["codegen", "--check"]] {
        let outcome = repository.run(arguments);
        outcome
            .exits(1)
            .says("error[invalid-json]")
            .says("nothing was generated");
    }
    assert_eq!(repository.tree(), before);
}

/// Two types cannot have the same name.
#[test]
fn files_do_not_share_a_name() {
    let repository = fresh();
    let config = repository.read(CONFIG);
    let family = "\n[families.parcels]\ntitle = \"Parcels\"\n\n[families.parcels.targets.rust]\nfolder = \"../crates/scrapenest-webhooks/src/generated\"\n";
    repository.write(CONFIG, config + family);
    let plain = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://docs.scrapenest.com/schemas/parcels/v1/parcel.json",
        "title": "parcel",
        "description": "A parcel.",
        "x-event-version": "1.0.0",
        "type": "object",
        "required": ["weight"],
        "properties": {
            "weight": {
                "description": "Weight in grams.",
                "type": "integer",
                "minimum": 0,
                "maximum": 1000
            }
        }
    });
    repository.write("schemas/parcels/v1/parcel.json", format!("{plain:#}\n"));
    repository.write(
        "schemas/parcels/v1/examples/parcel/light.json",
        "{ \"weight\": 1 }\n",
    );
    let before = repository.tree();
    let outcome = repository.run(["codegen"]);
    outcome
        .exits(1)
        .says("the families `parcels` and `webhooks` have one folder");
    assert_eq!(repository.tree(), before);
}

#[test]
fn what_it_did_reads_well() {
    let repository = fresh();
    make_duration_a_string(&repository);
    remove_created(&repository);
    repository.remove("docs/README.md");
    let code = format!("{GENERATED}/mod.rs");
    repository.write(&code, repository.read(&code) + "// mine\n");
    let check = repository.run(["codegen", "--check"]);
    check.exits(4);
    let words: Vec<&str> = check
        .stdout
        .lines()
        .filter(|line| !line.starts_with(' '))
        .collect();
    snapshot("cli_codegen_check", &words.join("\n"));
    let write = repository.run(["codegen"]);
    write.exits(0);
    snapshot("cli_codegen", &write.stdout);
}

#[test]
fn what_people_wrote_is_not_written_over() {
    let repository = fresh();
    repository.write("README.md", "# Mine\n");
    repository.replace(CONFIG, "\"../docs\"", "\"..\"");
    let before = repository.tree();
    let outcome = repository.run(["codegen"]);
    outcome
        .exits(1)
        .says("error[foreign-file]: ")
        .says("--> README.md\n");
    assert_eq!(repository.tree(), before);
}

#[test]
fn a_missing_manifest_is_noticed() {
    let repository = fresh();
    repository.remove(MANIFEST);
    let check = repository.run(["codegen", "--check"]);
    check.exits(4).says(&format!("stale: {MANIFEST}\n"));
    repository.run(["codegen"]).exits(0);
    repository.run(["codegen", "--check"]).exits(0);
}

#[test]
fn an_orphan_that_was_kept_stays_known() {
    let repository = fresh();
    let code = format!("{GENERATED}/v1/job_created.rs");
    repository.remove(CREATED);
    repository.remove(&format!("{EXAMPLES}/job.created"));
    repository.replace(CONFIG, "\"job.created\", ", "");
    repository.write(&code, "// mine\n");
    for _ in 0..2 {
        let outcome = repository.run(["codegen"]);
        outcome.exits(4).says(&format!("kept      {code}\n"));
    }
    repository.remove(&code);
    repository.run(["codegen"]).exits(0);
}

/// An allowance of a lint does not affect the generator.
#[test]
fn an_allowed_lint_does_not_hide_what_has_no_type() {
    let repository = fresh();
    repository.edit(CREATED, |schema| {
        schema["$defs"]["job_created"]["properties"]["attempt"] = serde_json::json!({
            "description": "How often the job was tried.",
            "type": "integer",
            "x-allow": { "unbounded-integer": "Counts without end." }
        });
    });
    let before = repository.files();
    let outcome = repository.run(["codegen"]);
    outcome.exits(1).says("error[unmappable-schema]");
    let check = repository.run(["check"]);
    check.exits(1).says("error[unmappable-schema]");
    assert_eq!(repository.files(), before);
}

#[test]
fn what_has_no_type_cannot_be_switched_off() {
    let repository = fresh();
    let config = repository.read(CONFIG) + "\n[lints]\nunmappable-schema = \"off\"\n";
    repository.write(CONFIG, config);
    let outcome = repository.run(["check"]);
    outcome
        .exits(1)
        .says("error[invalid-config]: the severity of `unmappable-schema` is fixed");
}
