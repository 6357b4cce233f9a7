use codegen_rust::semver::{SourceChange, SourceChangeKind, Step};
use schema_registry::resolve::resolve;
use schema_release::{
    changelog::{EMPTY, entries, with_entries},
    entry::Entry,
    package::Package,
    release_files::Occasion,
};

use crate::{fixture, planned, revision};

const ENTRY: &str = "### The crate `shop` 1.1.0, 2026-01-02\n\nMinor since 1.0.0.\n";

fn package(changes: Vec<SourceChange>) -> Package {
    Package {
        family: "webhooks".into(),
        name: "shop".into(),
        version: revision("1.1.0"),
        before: Some((revision("1.0.0"), Step::Minor)),
        changes,
        written: revision("1.0.0"),
    }
}

fn change(path: &str, kind: SourceChangeKind) -> SourceChange {
    SourceChange {
        family: "webhooks".into(),
        path: path.into(),
        kind,
    }
}

/// Adds the entry of a crate whose programs notice no change.
fn with_entry(text: &str) -> String {
    let entry = Entry::of_package(&package(Vec::new()), "2026-01-02");
    with_entries(text, "CHANGELOG.md", &[entry]).unwrap()
}

#[test]
fn a_changelog_without_sections_gets_one() {
    let entry = format!("{ENTRY}\nOnly documentation and constants changed.\n");
    for before in [EMPTY, "# Changelog"] {
        let after = format!("# Changelog\n\n## Unreleased\n\n{entry}");
        assert_eq!(with_entry(before), after);
    }
    assert_eq!(with_entry(""), format!("\n## Unreleased\n\n{entry}"));
}

#[test]
fn the_section_is_inserted_before_that_of_the_last_release() {
    let after = with_entry("# Changelog\n\nThe changes.\n\n## 1.0.0\n\n- First.\n");
    assert_eq!(
        after,
        format!(
            "# Changelog\n\nThe changes.\n\n\n## Unreleased\n\n{ENTRY}\nOnly documentation and constants changed.\n\n\
             ## 1.0.0\n\n- First.\n"
        )
    );
}

#[test]
fn an_entry_is_the_last_of_its_section() {
    let before =
        "# Changelog\n\n## Unreleased\n\n- By hand.\n\n### An entry\n\nText.\n\n\n## 1.0.0\n";
    let after = with_entry(before);
    let (start, rest) = after.split_once(ENTRY).unwrap();
    assert_eq!(
        start,
        "# Changelog\n\n## Unreleased\n\n- By hand.\n\n### An entry\n\nText.\n\n"
    );
    assert_eq!(
        rest,
        "\nOnly documentation and constants changed.\n\n## 1.0.0\n"
    );
}

#[test]
fn an_entry_of_the_same_version_is_replaced() {
    let other = "### The crate `shop` 1.1.00, 2026-01-01\n\nKept.\n";
    let before = format!(
        "# Changelog\n\n## Unreleased\n\n### The crate `shop` 1.1.0, 2026-01-01\n\nOld.\n\n#### Details\n\n{other}"
    );
    let after = with_entry(&before);
    assert!(
        !after.contains("Old.") && !after.contains("Details"),
        "{after}"
    );
    assert!(
        after.starts_with(&format!("# Changelog\n\n## Unreleased\n\n{other}\n{ENTRY}")),
        "{after}"
    );
    assert_eq!(with_entry(&after), after, "it is the same again");
}

#[test]
fn a_changelog_with_conflict_markers_is_rejected() {
    let text = "# Changelog\n<<<<<<< a\n- One.\n=======\n- Two.\n>>>>>>> b\n";
    let error = with_entries(text, "docs/CHANGELOG.md", &[]).unwrap_err();
    assert_eq!(error.doing(), "cannot add to `docs/CHANGELOG.md`");
    assert!(
        error
            .why()
            .starts_with("this is a marker of a merge conflict"),
        "{error}"
    );
    assert_eq!(
        error.to_string(),
        format!("{}: {}", error.doing(), error.why())
    );
}

#[test]
fn the_entry_of_a_crate_lists_the_changes_that_programs_notice() {
    let package = package(vec![
        change("v1::A", SourceChangeKind::DescriptionChanged),
        change("v1::B", SourceChangeKind::TypeAdded),
    ]);
    let entry = Entry::of_package(&package, "2026-01-02");
    let (heading, lines) = entry
        .text
        .as_str()
        .split_once("\n\nMinor since 1.0.0.\n\n")
        .unwrap();
    assert_eq!(heading, "### The crate `shop` 1.1.0, 2026-01-02");
    assert_eq!(entry.heading.as_str(), "### The crate `shop` 1.1.0");
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert!(lines.starts_with("- ") && lines.contains("B"), "{lines}");
}

#[test]
fn a_first_release_has_no_changes() {
    let package = Package {
        before: None,
        ..package(Vec::new())
    };
    let entry = Entry::of_package(&package, "2026-01-02");
    assert!(
        entry.text.as_str().ends_with("\n\nFirst release.\n"),
        "{:?}",
        entry.text
    );
}

#[test]
fn the_entry_of_a_revision_has_notes_and_a_body() {
    let registry = resolve(fixture("webhooks"));
    let occasion = Occasion {
        date: "2026-01-02",
        notes: Some("Labels\nof jobs\n"),
        packages: &[package(Vec::new())],
    };
    let planned = [planned("job.created", "1.1.0", Some("1.0.0"))];
    let entries = entries(&registry.families[0], &planned, &registry, &occasion);
    assert_eq!(
        entries.len(),
        2,
        "that of the revision, and that of the crate"
    );
    let text = entries[0].text.as_str();
    let start = "### `job.created` 1.1.0 of webhooks/v1, 2026-01-02\n\nMinor since 1.0.0.\n\nLabels\nof jobs\n\nA body:\n\n";
    assert!(text.starts_with(start), "{text}");
    // The example has 1.0.0.
    assert!(text.contains("\"version\": \"1.1.0\""), "{text}");
    assert_eq!(entries[1].heading.as_str(), "### The crate `shop` 1.1.0");
}
