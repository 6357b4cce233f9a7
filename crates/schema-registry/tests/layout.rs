//! The layout agrees with what loading finds in real folders, and paths come back from their parts.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{collections::BTreeMap, path::Path};

use schema_registry::{
    layout::{
        MajorFolder, file_name, is_ignored, major_name, major_number, parent, published_revision,
        resolved, stem,
    },
    load::{LoadedFile, load},
};

const REGISTRIES: [&str; 2] = ["schemas", "tests/fixtures/everything"];

/// Returns the files of the repository's registries: the path of each as it was read, and its role.
fn files() -> Vec<(String, LoadedFile)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for registry in REGISTRIES {
        let loaded = load(&top.join(registry), "shown").unwrap();
        for file in &loaded.files {
            let source = loaded.sources.get(file.source).unwrap();
            let path = source.path.strip_prefix("shown/").unwrap();
            files.push((path.to_owned(), file.clone()));
        }
    }
    files
}

#[test]
fn the_place_of_a_file_is_where_it_was_read() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (path, file) in files() {
        assert_eq!(file.folder.file(&file.role), path);
        assert_eq!(MajorFolder::of(&path), Some(file.folder.clone()));
        assert!(file.folder.contains(&path), "{path}");
        let kind = format!("{:?}", file.role);
        let kind = kind.split(' ').next().unwrap().to_owned();
        *kinds.entry(kind).or_default() += 1;
    }
    let kinds: Vec<&str> = kinds.keys().map(String::as_str).collect();
    assert_eq!(kinds, ["Example", "ReleaseIndex", "Released", "Schema"]);
}

#[test]
fn a_folder_holds_only_what_is_below_it() {
    let folder = MajorFolder::new("webhooks", "v1");
    assert!(folder.contains("webhooks/v1/released/index.json"));
    for path in ["webhooks/v1", "webhooks/v10/a.json", "webhooks/a.json", ""] {
        assert!(!folder.contains(path), "{path}");
    }
    assert!(is_ignored(folder.draft().major()));
    assert!(!is_ignored(folder.major()));
    assert_eq!(MajorFolder::of("webhooks"), None);
}

#[test]
fn names_of_major_versions_have_one_form() {
    for number in [1, 9, 10, u32::MAX] {
        assert_eq!(major_number(&major_name(number)), Some(number));
    }
    for name in [
        "",
        "v",
        "v0",
        "v01",
        "v+1",
        "V1",
        "1",
        "v1 ",
        "vv1",
        "v4294967296",
    ] {
        assert_eq!(major_number(name), None, "{name}");
    }
}

#[test]
fn paths_are_split_at_their_names() {
    let schema = MajorFolder::new("shop", "v2").schema("order.placed");
    assert_eq!(schema, "shop/v2/order.placed.json");
    assert_eq!(parent(&schema), Some("shop/v2"));
    assert_eq!(file_name(&schema), "order.placed.json");
    assert_eq!(stem(file_name(&schema)), Some("order.placed"));
    assert_eq!((parent("a.toml"), stem("a.toml")), (None, None));
    let revision = "2.1.0".parse().unwrap();
    for schema in ["a/b.json", "a/b"] {
        assert_eq!(published_revision(schema, revision), "a/b/2.1.0.json");
    }
}

#[test]
fn a_relative_path_stays_below_the_topmost_folder() {
    for (path, expected) in [
        ("../v2/a.json", Some("shop/v2/a.json")),
        ("./a.json", Some("shop/v1/a.json")),
        ("../../b/c.json", Some("b/c.json")),
        ("../../../c.json", None),
        ("a/../../../../c.json", None),
    ] {
        assert_eq!(resolved("shop/v1", path).as_deref(), expected, "{path}");
    }
}
