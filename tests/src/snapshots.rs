//! Large snapshots in parts, each in a file of its own, so that a reviewer can read them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Compares each part with its snapshot in a folder below `tests/tests/snapshots`, and finds the snapshots of parts that are gone.
///
/// # Panics
///
/// If a part is not as it was, or a snapshot has no part.
#[track_caller]
pub fn assert_parts(folder: &str, parts: &BTreeMap<String, String>) {
    let path = format!("../tests/snapshots/{folder}");
    let present = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src")
        .join(&path);
    insta::with_settings!({
        snapshot_path => &path,
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        for (name, text) in parts {
            insta::assert_snapshot!(name.as_str(), text);
        }
    });
    let names: BTreeSet<String> = parts.keys().map(|name| format!("{name}.snap")).collect();
    let present: BTreeSet<String> = fs::read_dir(present)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".snap"))
        .collect();
    assert_eq!(present, names, "the snapshots in {folder}");
}
