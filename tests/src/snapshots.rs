//! Large snapshots in parts, each in a file of its own, so that a reviewer can read them.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
};

/// The most lines of a snapshot. A longer part has several snapshots.
const MOST_LINES: usize = 290;

/// Compares each part with its snapshot in a folder below `tests/tests/snapshots`, and finds snapshots without a
/// part. When snapshots are updated, these are removed.
///
/// # Panics
///
/// Panics if a part differs from its snapshot, or a snapshot has no part.
#[track_caller]
pub fn assert_parts(folder: &str, parts: &BTreeMap<String, String>) {
    let parts: BTreeMap<String, String> = parts.iter().flat_map(split).collect();
    let path = format!("../tests/snapshots/{folder}");
    let present = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src")
        .join(&path);
    insta::with_settings!({
        snapshot_path => &path,
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        for (name, text) in &parts {
            insta::assert_snapshot!(name.as_str(), text);
        }
    });
    let names: BTreeSet<String> = parts.keys().map(|name| format!("{name}.snap")).collect();
    let found: BTreeSet<String> = fs::read_dir(&present)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".snap"))
        .collect();
    if env::var_os("INSTA_UPDATE").is_some_and(|it| it == "always") {
        for gone in found.difference(&names) {
            fs::remove_file(present.join(gone)).unwrap();
        }
        return;
    }
    assert_eq!(found, names, "the snapshots in {folder}");
}

/// Returns a part unchanged, or in numbered parts that a reviewer can read.
fn split((name, text): (&String, &String)) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= MOST_LINES {
        return vec![(name.clone(), text.clone())];
    }
    let parts = lines.chunks(MOST_LINES).enumerate();
    parts
        .map(|(index, lines)| (format!("{name}_{}", index + 1), lines.join("\n") + "\n"))
        .collect()
}
