//! Targets: each says what it cannot express, and only where it is switched on; a new one needs no change elsewhere.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod targets {
    pub(crate) mod names;
}

use repository_tests::{
    registries::written,
    targets::{TARGETS, findings, lower, render},
};
use schema_codegen::Generator;
use schema_registry::{diagnostic::Severity, model::Registry};
use serde_json::{Value, json};
use targets::names::Names;

const BASE: &str = "https://targets.example/";

/// An object whose integer has no bounds, with a family that has some targets.
fn registry(targets: &str) -> Registry {
    let config = format!(
        "[lints]\nclosed-object = \"off\"\nunbounded-integer = \"off\"\n[families.f]\ntitle = \"F\"\n{targets}"
    );
    let schema: Value = json!({
        "title": "Thing", "description": "A thing.", "type": "object", "required": ["n"],
        "properties": { "n": { "description": "A number.", "type": "integer" } },
        "additionalProperties": false,
    });
    written(BASE, &config, &[("f/v1/thing", schema)])
}

const MARKDOWN: &str = "[families.f.targets.markdown]\nfolder = \"../docs\"\n";
const RUST: &str = "[families.f.targets.rust]\nfolder = \"../out\"\n";

/// The findings that are no proposals, as codes and messages.
fn errors(registry: &Registry) -> Vec<(&'static str, String)> {
    let mut found = findings(registry);
    found.retain(|it| it.severity == Severity::Error && it.code != "missing-example");
    found.into_iter().map(|it| (it.code, it.message)).collect()
}

/// Without the Rust target, the limits of Rust reject nothing, and the page describes the schema.
#[test]
fn a_family_without_types_is_not_refused() {
    for targets in ["", MARKDOWN] {
        assert_eq!(errors(&registry(targets)), []);
    }
    let with_rust = errors(&registry(&format!("{MARKDOWN}{RUST}")));
    let codes: Vec<_> = with_rust.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["unmappable-schema"; 2], "{with_rust:?}");
    let registry = registry(MARKDOWN);
    let artifacts = render(&registry, &lower(&registry).0);
    let page = artifacts.iter().find(|it| it.path == "../docs/f/v1.md");
    let row = "| `n` | integer | yes | see the schema | A number. |";
    let page = &page.unwrap().text;
    assert!(page.lines().any(|line| line == row), "{page}");
}

#[test]
fn a_target_that_there_is_not_is_named() {
    let table = |key: &str| format!("[families.f.targets.{key}]\nfolder = \"../out\"\n");
    for (key, help) in [
        ("markdwn", "did you mean `markdown`?"),
        (
            "cobol",
            "the targets are `rust`, `typescript`, `python`, `markdown`",
        ),
    ] {
        let found = findings(&registry(&table(key)));
        let finding = found.iter().find(|it| it.code == "invalid-config");
        let finding = finding.unwrap_or_else(|| panic!("{found:?}"));
        assert_eq!(finding.message, format!("there is no target `{key}`"));
        assert_eq!(finding.help.as_deref(), Some(help));
        let place = finding.location.as_ref().unwrap();
        let shown = place.source.text.get(place.span.clone());
        assert_eq!(shown, Some(format!("families.f.targets.{key}").as_str()));
    }
}

#[test]
fn options_of_a_target_are_checked() {
    let found = findings(&registry(&format!("{MARKDOWN}style = \"dense\"\n")));
    let finding = found.iter().find(|it| it.code == "invalid-config");
    let message = "the options of the target `markdown` are invalid: unknown field `style`, there are no fields";
    assert_eq!(finding.unwrap().message, message);
}

/// Registries that were written before there were targets go on working, and learn the new form.
#[test]
fn folders_may_be_written_in_the_older_form() {
    let old = registry("[families.f.outputs]\nmarkdown = \"../docs\"\n");
    let new = registry(MARKDOWN);
    let rendered = |registry: &Registry| render(registry, &lower(registry).0);
    assert_eq!(rendered(&old), rendered(&new));
    let found = findings(&old);
    let finding = found.iter().find(|it| it.code == "invalid-config").unwrap();
    assert_eq!(finding.severity, Severity::Hint);
    assert_eq!(
        finding.help.as_deref(),
        Some("write `folder` into a table `[families.f.targets.markdown]`")
    );
    assert!(!findings(&new).iter().any(|it| it.code == "invalid-config"));
    let both = errors(&registry(&format!(
        "outputs.markdown = \"../docs\"\n{MARKDOWN}"
    )));
    assert!(
        both.contains(&(
            "invalid-config",
            "the target `markdown` of the family `f` is configured twice".to_owned()
        )),
        "{both:?}"
    );
}

/// A list of names is a target: one module, and one entry in the list of targets.
#[test]
fn a_target_is_one_crate_and_one_line() {
    let targets: Vec<&dyn Generator> = [TARGETS, &[&Names]].concat();
    let config =
        format!("{MARKDOWN}[families.f.targets.names]\nfolder = \"../names\"\nmarker = \"- \"\n");
    let registry = registry(&config);
    let (api, _) = schema_codegen::lower(&registry);
    assert!(schema_codegen::check(&registry, &api, &targets).is_empty());
    let artifacts = schema_codegen::render(&registry.config, &api, &targets);
    let mut texts = artifacts
        .iter()
        .map(|it| (it.path.as_str(), it.text.as_str()));
    assert!(texts.any(|it| it == ("../names/f.txt", "- Thing\n")));
    let schema = &artifacts
        .iter()
        .find(|it| it.path == "registry.schema.json");
    let schema: Value = serde_json::from_str(&schema.unwrap().text).unwrap();
    let options = &schema["$defs"]["FamilyConfig"]["properties"]["targets"]["properties"]["names"];
    assert_eq!(options["properties"]["marker"]["type"], "string");
    assert_eq!(options["required"], json!(["folder", "marker"]));
    assert!(!schema_codegen::check(&registry, &api, TARGETS).is_empty());
}

/// A field of the envelope can have a name that every object of JavaScript inherits. Each module that asks for such a
/// member imports the function that does.
#[test]
fn an_inherited_name_is_imported_where_it_is_read() {
    let text = |description: &str| json!({ "description": description, "type": "string" });
    let envelope = json!({
        "title": "E", "description": "E.", "type": "object", "required": ["constructor", "data"],
        "properties": { "constructor": text("T."), "data": { "description": "D.", "type": "object" } },
    });
    let event = json!({
        "title": "A", "description": "A.", "$ref": "envelope.json", "x-event-version": "1.0.0",
        "properties": {
            "constructor": { "description": "T.", "const": "a" },
            "data": { "$ref": "#/$defs/payload" },
        },
        "$defs": { "payload": {
            "title": "P", "description": "P.", "type": "object",
            "properties": { "x": { "description": "X.", "type": "boolean" } },
        } },
    });
    let config = "[families.f]\ntitle = \"F\"\n[families.f.envelope]\nevent-type = \"constructor\"\n\
                  [families.f.targets.typescript]\nfolder = \"../out\"\n";
    let registry = written(
        BASE,
        config,
        &[("f/v1/envelope", envelope), ("f/v1/a", event)],
    );
    let artifacts = render(&registry, &lower(&registry).0);
    for module in ["../out/v1/a.js", "../out/v1/event.js"] {
        let found = artifacts.iter().find(|it| it.path == module);
        let text = &found.unwrap_or_else(|| panic!("{module}")).text;
        assert!(text.contains("own(value, \"constructor\")"), "{text}");
        let imports = text
            .lines()
            .find(|line| line.ends_with("\"../runtime.js\";"));
        assert!(imports.unwrap().contains(" own,"), "{text}");
    }
}
