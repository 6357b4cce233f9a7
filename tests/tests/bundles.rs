//! Bundles of events: that they are complete, and can be split into their files again.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::path::Path;

use jsonschema::{Draft, PatternOptions, Validator};
use repository_tests::{
    registries::{everything, frozen, webhooks},
    targets,
};
use schema_registry::{
    bundle::{place_in_files, unbundle},
    config::{Config, FamilyConfig},
    json,
    layout::{FileRole, MajorFolder},
    load::{self, Loaded, LoadedFile, parse_source},
    model::{Event, Registry},
    released::{self, Release, ReleaseIndex, canonical_text},
    resolve,
    revision::Revision,
    source::{Source, Sources},
};
use serde_json::Value;

const REVISION: Revision = Revision {
    major: 1,
    minor: 7,
    patch: 0,
};

#[track_caller]
fn bundle(registry: &Registry, event: &Event) -> Value {
    registry.release_bundle(&event.schema, REVISION).unwrap()
}

/// Returns the files that a bundle was made of, by their paths, as strings.
#[track_caller]
fn taken_apart(bundle: &Value, folder: &MajorFolder, event: &Event) -> Vec<(String, String)> {
    let root = json::parse(&canonical_text(bundle)).unwrap().root;
    unbundle(&root, folder, &event.event_type)
        .unwrap()
        .into_iter()
        .map(|file| (file.path, file.value.to_string()))
        .collect()
}

#[track_caller]
fn as_they_are(registry: &Registry, event: &Event) -> Vec<(String, String)> {
    registry
        .closure(&event.schema)
        .unwrap()
        .into_iter()
        .map(|schema| (schema.path.clone(), schema.value.to_string()))
        .collect()
}

/// Sets the revision of an event's file to that of its bundle: the file names the current one.
fn of_revision(mut files: Vec<(String, String)>, revision: &str) -> Vec<(String, String)> {
    if let Some((_, event)) = files.first_mut() {
        *event = event.replace(
            "\"x-event-version\":\"1.7.0\"",
            &format!("\"x-event-version\":\"{revision}\""),
        );
    }
    files
}

#[test]
fn files_are_what_they_were_before() {
    let mut files = 0;
    for registry in [webhooks(), everything()] {
        for (_, major, event) in registry.events() {
            let bundle = bundle(&registry, event);
            let found = taken_apart(&bundle, &major.folder, event);
            let found = of_revision(found, event.revision().unwrap_or_default());
            assert_eq!(found, as_they_are(&registry, event), "{}", event.event_type);
            files += found.len();
        }
    }
    assert!(files > 20, "{files} files");
}

#[track_caller]
fn validator(schema: &Value) -> Validator {
    let options = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .offline();
    options
        .with_pattern_options(PatternOptions::regex())
        .build(schema)
        .unwrap()
}

#[test]
fn a_bundle_accepts_what_the_event_accepts() {
    let mut bodies = [0, 0];
    for registry in [webhooks(), everything()] {
        for (_, _, event) in registry.events() {
            let bundled = validator(&bundle(&registry, event));
            let apart = registry.validator(&event.schema).unwrap();
            let invalid = event.invalid_examples.iter();
            let invalid = invalid.filter_map(|example| example.root.get("body"));
            let valid = event.examples.iter().map(|example| &*example.root);
            for body in valid.chain(invalid) {
                let body = body.to_value();
                let is_valid = apart.is_valid(&body);
                assert_eq!(bundled.is_valid(&body), is_valid, "{body}");
                bodies[usize::from(is_valid)] += 1;
            }
        }
    }
    assert!(bodies[0] > 100 && bodies[1] > 30, "{bodies:?}");
}

#[test]
fn a_bundle_refers_to_nothing_outside() {
    let registry = frozen();
    let (_, _, event) = registry
        .events()
        .find(|(_, _, event)| event.event_type == "job.completed")
        .unwrap();
    let bundle = bundle(&registry, event);
    let address = "https://docs.scrapenest.com/schemas/webhooks/v1/job.completed/1.7.0.json";
    assert_eq!(bundle["$id"], address);
    assert_eq!(bundle["$ref"], "#/$defs/envelope");
    assert_eq!(bundle["x-event-version"], "1.7.0");
    let envelope = &bundle["$defs"]["envelope"];
    assert_eq!(envelope["x-source"], "envelope.json");
    assert_eq!(envelope["$id"], Value::Null);
    let slug = &envelope["properties"]["org_slug"]["$ref"];
    assert_eq!(slug, "#/$defs/envelope/$defs/org_slug");
}

/// Returns a registry of files in memory.
#[track_caller]
fn registry(files: &[(&str, &str, Value)]) -> Registry {
    let family: FamilyConfig = serde_json::from_value(serde_json::json!({ "title": "T" })).unwrap();
    let mut loaded = Loaded {
        config: Config {
            command: "schemas".into(),
            base_uri: "https://schemas.example.com/".into(),
            path: "schemas".into(),
            families: Default::default(),
            lints: Default::default(),
            test_command: None,
            comparison: Default::default(),
        },
        config_source: {
            let mut sources = Sources::default();
            sources.add(Source {
                path: "schemas/registry.toml".into(),
                text: "".into(),
                root: None,
            })
        },
        sources: Sources::default(),
        files: Vec::new(),
        approvals: Vec::new(),
        findings: Vec::new(),
    };
    for (family_name, stem, value) in files {
        let families = &mut loaded.config.families;
        families.insert((*family_name).into(), family.clone());
        let path = format!("schemas/{family_name}/v1/{stem}.json");
        let mut schema = serde_json::json!({
            "$schema": resolve::DIALECT,
            "$id": format!("https://schemas.example.com/{path}"),
        });
        let members = schema.as_object_mut().unwrap();
        members.extend(value.as_object().unwrap().clone());
        let source = parse_source(path, canonical_text(&schema), &mut loaded.findings);
        loaded.files.push(LoadedFile {
            source: loaded.sources.add(source),
            folder: MajorFolder::new(family_name, "v1"),
            role: FileRole::Schema {
                stem: (*stem).to_owned(),
            },
        });
    }
    let registry = resolve::resolve(loaded);
    assert!(registry.findings.is_empty(), "{:?}", registry.findings);
    registry
}

/// Returns a registry with names that clash, circular references, references to other families, and names that a
/// URL has to escape.
#[track_caller]
fn odd() -> Registry {
    registry(&[
        (
            "one",
            "a",
            serde_json::json!({
                "properties": {
                    "own": { "$ref": "#/$defs/b" },
                    "other": { "$ref": "b.json" },
                    "inner": { "$ref": "b.json#/$defs/b~1x%25y" },
                    "far": { "$ref": "../../two/v1/a.json#/$defs/x" },
                    "$ref": { "const": { "$ref": "b.json" } }
                },
                "$defs": { "b": { "type": "integer" }, "b_2": { "type": "null" } }
            }),
        ),
        (
            "one",
            "b",
            serde_json::json!({
                "type": "object",
                "properties": {
                    "back": { "$ref": "a.json" },
                    "deep": { "$ref": "a.json#/$defs/b" },
                    "self": { "$ref": "#" },
                    "odd": { "$ref": "odd~name.json" }
                },
                "$defs": { "b/x%y": { "type": "boolean" } }
            }),
        ),
        (
            "one",
            "odd~name",
            serde_json::json!({ "properties": { "b": { "$ref": "b.json#/$defs/b~1x%25y" } } }),
        ),
        (
            "two",
            "a",
            serde_json::json!({
                "properties": { "x": { "$ref": "#/$defs/x" } },
                "$defs": { "x": { "$ref": "../../one/v1/odd~name.json#/properties/b" } }
            }),
        ),
    ])
}

#[test]
fn odd_references_come_back() {
    let registry = odd();
    for (_, major, event) in registry.events() {
        let bundle = bundle(&registry, event);
        let found = taken_apart(&bundle, &major.folder, event);
        assert_eq!(found, as_they_are(&registry, event), "{bundle:#}");
        validator(&bundle);
    }
}

#[test]
fn places_of_a_bundle_lead_back_to_files() {
    let registry = odd();
    let (_, _, event) = registry.events().next().unwrap();
    let bundle = bundle(&registry, event);
    let place = |pointer: &str| {
        let place = place_in_files(&registry, &event.schema, &bundle, pointer).unwrap();
        (place.source.path.clone(), place.pointer)
    };
    for (pointer, file, inside) in [
        ("", "a", ""),
        ("/properties/own", "a", "/properties/own"),
        ("/$defs", "a", "/$defs"),
        // The event itself has `b` and `b_2`.
        ("/$defs/b", "a", "/$defs/b"),
        ("/$defs/b_2", "a", "/$defs/b_2"),
        ("/$defs/b_3", "b", ""),
        ("/$defs/b_3/properties/back", "b", "/properties/back"),
        ("/$defs/odd~0name/properties/b", "odd~name", "/properties/b"),
        ("/other/b_3/x", "a", "/other/b_3/x"),
    ] {
        let file = format!("schemas/one/v1/{file}.json");
        assert_eq!(place(pointer), (file, inside.to_owned()), "{pointer}");
    }
    let far = ("schemas/two/v1/a.json".to_owned(), "/$defs/x".to_owned());
    assert_eq!(place("/$defs/a/$defs/x"), far);
}

/// Returns the registry of webhooks, with the revision 1.7.0 of every event of version 1 released.
fn released() -> Registry {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let mut loaded = load::load(&folder, "schemas").unwrap();
    let is_released = |file: &LoadedFile| {
        matches!(
            file.role,
            FileRole::ReleaseIndex | FileRole::Released { .. }
        )
    };
    loaded.files.retain(|file| !is_released(file));
    let folder = MajorFolder::new("webhooks", "v1");
    let mut add = |path: &str, text: String, role: FileRole| {
        let source = parse_source(format!("schemas/{path}"), text, &mut loaded.findings);
        loaded.files.push(LoadedFile {
            source: loaded.sources.add(source),
            folder: folder.clone(),
            role,
        });
    };
    let mut index = ReleaseIndex::default();
    let webhooks = webhooks();
    for event in &webhooks.families[0].majors[0].events {
        let text = canonical_text(&bundle(&webhooks, event));
        index.releases.push(Release {
            event: event.event_type.clone(),
            revision: REVISION.to_string(),
            date: "2026-01-02".into(),
            sha256: released::digest(&text),
            notes: String::new(),
        });
        let role = FileRole::Released {
            event: event.event_type.clone(),
            revision: REVISION,
        };
        let path = folder.released(&event.event_type, REVISION);
        add(&path, text, role);
    }
    index
        .releases
        .sort_by(|left, right| left.event.cmp(&right.event));
    add(
        &folder.release_index(),
        index.text(),
        FileRole::ReleaseIndex,
    );
    let registry = resolve::resolve(loaded);
    assert!(registry.findings.is_empty(), "{:?}", registry.findings);
    registry
}

/// The model for generated code is that of the files, except for the revision, and for the examples, which are not
/// released.
#[test]
fn what_was_released_is_a_registry() {
    let registry = released();
    let major = &registry.families[0].majors[0];
    assert_eq!(major.released.len(), major.events.len());
    let latest = registry.latest_released(major).unwrap();
    assert!(latest.findings.is_empty(), "{:?}", latest.findings);
    let (api, findings) = targets::lower(&latest);
    assert!(findings.is_empty(), "{findings:?}");
    let (now, _) = targets::lower(&registry);
    let (then, now) = (&api.families[0].majors[0], &now.families[0].majors[0]);
    assert_eq!(then.events.len(), now.events.len());
    assert!(!then.events.is_empty());
    let shown = |major: &schema_codegen::model::Major| {
        let mut types = major.types.clone();
        types.change(|types| types.iter_mut().for_each(|ty| ty.sample = None));
        format!("{types:?}")
    };
    assert_eq!(shown(then), shown(now));
    assert!(then.events.iter().all(|event| event.revision == "1.7.0"));
}
