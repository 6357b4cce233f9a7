use schema_registry::{
    layout::{FileRole, MajorFolder, RELEASED_FOLDER},
    load::Loaded,
    resolve::resolve,
};
use schema_release::{
    new_major::NewMajor,
    registry_file::{RegistryFile, add},
};
use serde_json::Value;

use crate::{fixture, text};

fn copy(loaded: &Loaded) -> Vec<RegistryFile> {
    let registry = resolve(loaded.clone());
    NewMajor::new(&registry, "webhooks").unwrap().files(loaded)
}

#[test]
fn schemas_and_examples_are_copied() {
    let loaded = fixture("webhooks");
    let registry = resolve(loaded.clone());
    let major = NewMajor::new(&registry, "webhooks").unwrap();
    assert_eq!((&*major.name(), &*major.copied().name), ("v2", "v1"));
    let files = major.files(&loaded);
    let is_released =
        |role: &FileRole| matches!(role, FileRole::ReleaseIndex | FileRole::Released { .. });
    let kept: Vec<_> = loaded
        .files
        .iter()
        .filter(|file| !is_released(&file.role))
        .collect();
    assert!(kept.len() < loaded.files.len());
    assert_eq!(files.len(), kept.len());
    for (file, old) in files.iter().zip(kept) {
        let path = &loaded.sources.get(old.source).unwrap().path;
        let path = path.strip_prefix("schemas/webhooks/v1/").unwrap();
        assert_eq!(file.path(), format!("webhooks/v2/{path}"));
        assert_eq!(file.role, old.role);
        assert_eq!(file.folder, MajorFolder::new("webhooks", "v2"));
    }
    assert!(
        !files
            .iter()
            .any(|file| file.path().contains(RELEASED_FOLDER))
    );
}

#[test]
fn schemas_have_the_next_number() {
    let files = copy(&fixture("webhooks"));
    let schema = text(&files, "webhooks/v2/job.created.json");
    assert!(
        schema.contains("\"x-event-version\": \"2.0.0\""),
        "{schema}"
    );
    assert!(
        schema.contains("/schemas/webhooks/v2/job.created.json"),
        "{schema}"
    );
    let envelope = text(&files, "webhooks/v2/envelope.json");
    assert!(
        envelope.contains(r#""pattern": "^2\\.(0|[1-9]"#),
        "{envelope}"
    );
    assert!(
        envelope.contains("within this major version: `2.x.y`"),
        "{envelope}"
    );
    assert!(envelope.contains("Written `2.x.y`."), "{envelope}");
    for file in files
        .iter()
        .filter(|file| matches!(file.role, FileRole::Schema { .. }))
    {
        assert!(!file.text.contains("webhooks/v1"), "{}", file.text);
    }
}

#[test]
fn only_numbers_change_in_examples() {
    let loaded = fixture("webhooks");
    let files = copy(&loaded);
    let source = |path: &str| {
        let mut sources = loaded.sources.iter();
        let (_, source) = sources.find(|(_, source)| source.path == path).unwrap();
        source.text.to_string()
    };
    let queued = "examples/job.created/queued.json";
    let before = source(&format!("schemas/webhooks/v1/{queued}"));
    let after = before
        .replace("webhooks/v1/", "webhooks/v2/")
        .replace("\"1.0.0\"", "\"2.0.0\"");
    assert_ne!(before, after);
    assert_eq!(text(&files, &format!("webhooks/v2/{queued}")), after);
}

/// A revision that the old major version rejects stays one that the new major version rejects, for the same reason.
#[test]
fn rejected_revisions_are_shifted() {
    let files = copy(&fixture("webhooks"));
    let invalid = |case: &str| -> Value {
        let path = format!("webhooks/v2/examples/job.completed/invalid/{case}.json");
        serde_json::from_str(text(&files, &path)).unwrap()
    };
    for (case, version) in [
        ("version_other_major", Value::from("3.0.0")),
        ("version_leading_zero", Value::from("2.00.0")),
        ("version_pre_release", Value::from("2.0.0-rc")),
        ("version_two_parts", Value::from("2.0")),
        ("version_is_number", Value::from(1)),
        ("version_null", Value::Null),
    ] {
        assert_eq!(invalid(case)["body"]["version"], version, "{case}");
    }
    assert_eq!(
        invalid("version_other_major")["reason"],
        "`version` is of another major version, `3.0.0`."
    );
    // A number that is not a revision is not touched.
    assert_eq!(
        invalid("duration_ms_fraction")["body"]["data"]["duration_ms"],
        serde_json::json!(1.5)
    );
}

#[test]
fn what_cannot_be_copied_is_rejected() {
    let loaded = fixture("webhooks");
    let why = |loaded: &Loaded, family: &str| {
        let registry = resolve(loaded.clone());
        let error = NewMajor::new(&registry, family).unwrap_err();
        assert_eq!(
            error.doing(),
            format!("cannot start a new major version of `{family}`")
        );
        error.why()
    };
    assert_eq!(
        why(&loaded, "gadgets"),
        "`registry.toml` declares no such family"
    );
    let mut empty = loaded.clone();
    empty.files.clear();
    assert_eq!(
        why(&empty, "webhooks"),
        "it has no major version to copy; create the folder `v1`"
    );
    let files = copy(&loaded);
    let mut twice = loaded;
    add(&mut twice, "schemas", &files);
    assert_eq!(
        why(&twice, "webhooks"),
        "`v2` was never released; make the change there"
    );
}
