use std::error::Error as _;

use codegen_rust::semver::{SourceChange, SourceChangeKind, Step};
use schema_registry::{
    layout::{FileRole, MajorFolder},
    model::Registry,
    resolve::resolve,
};
use schema_release::{
    Error,
    package::{Manifest, Package},
    plan::Planned,
    registry_file::{RegistryFile, put},
};

use crate::{fixture, planned, revision};

/// Returns a registry whose list of releases has a version of the crate.
fn registry(last: Option<&str>) -> Registry {
    let mut loaded = fixture("webhooks");
    let version = last.map_or(String::new(), |last| format!("\"crate\": \"{last}\","));
    let index = RegistryFile {
        folder: MajorFolder::new("webhooks", "v1"),
        role: FileRole::ReleaseIndex,
        text: format!("{{{version} \"order\": [], \"releases\": []}}\n"),
    };
    put(&mut loaded, "schemas", &[index]);
    resolve(loaded)
}

fn next(
    last: Option<&str>,
    written: &str,
    planned: &[Planned],
    changes: &[SourceChange],
) -> Result<Package, Error> {
    let manifest = Manifest {
        name: "shop".into(),
        version: written.into(),
    };
    Package::next(&registry(last).families[0], manifest, planned, changes)
}

fn change(family: &str, kind: SourceChangeKind) -> SourceChange {
    SourceChange {
        family: family.into(),
        path: "v1::Job".into(),
        kind,
    }
}

#[test]
fn a_first_release_keeps_the_version_of_the_manifest() {
    let package = next(None, "0.3.0", &[], &[]).unwrap();
    assert_eq!((package.version, package.before), (revision("0.3.0"), None));
    assert!(!package.is_raised());
    assert_eq!(package.summary(), "crate shop 0.3.0 (first release)");
}

#[test]
fn the_next_version_follows_from_the_changes() {
    use SourceChangeKind::{DescriptionChanged, TypeAdded, TypeRemoved};
    let revised = || planned("job.created", "1.0.1", Some("1.0.0"));
    let first = || planned("job.created", "1.0.0", None);
    let of_others = || Planned {
        folder: MajorFolder::new("others", "v1"),
        ..first()
    };
    for (last, planned, kind, expected, word) in [
        ("1.4.2", revised(), DescriptionChanged, "1.4.3", "patch"),
        ("1.4.2", revised(), TypeAdded, "1.5.0", "minor"),
        ("1.4.2", revised(), TypeRemoved, "2.0.0", "major"),
        // The code of a first revision is new, although no change lists it.
        ("1.4.2", first(), DescriptionChanged, "1.5.0", "minor"),
        ("1.4.2", first(), TypeRemoved, "2.0.0", "major"),
        ("1.4.2", of_others(), DescriptionChanged, "1.4.3", "patch"),
        (
            "0.4.2",
            revised(),
            DescriptionChanged,
            "0.4.3",
            "compatible",
        ),
        ("0.4.2", revised(), TypeAdded, "0.4.3", "compatible"),
        ("0.4.2", revised(), TypeRemoved, "0.5.0", "breaking"),
    ] {
        let changes = [change("webhooks", kind), change("others", TypeRemoved)];
        let package = next(Some(last), last, &[planned], &changes).unwrap();
        assert_eq!(package.version, revision(expected), "{last} {changes:?}");
        assert_eq!(package.changes, changes[..1], "those of the family");
        assert!(package.is_raised());
        let summary = format!("crate shop {expected} ({word} since {last})");
        assert_eq!(package.summary(), summary);
    }
}

#[test]
fn a_higher_version_in_the_manifest_is_kept() {
    let changes = [change("webhooks", SourceChangeKind::TypeAdded)];
    let package = next(Some("1.4.2"), "3.0.0", &[], &changes).unwrap();
    assert_eq!(package.version, revision("3.0.0"));
    assert_eq!(package.before, Some((revision("1.4.2"), Step::Minor)));
    assert!(!package.is_raised());
    let package = next(Some("1.4.2"), "1.5.0", &[], &changes).unwrap();
    assert!(!package.is_raised(), "a killed run has raised it");
}

#[test]
fn a_version_without_a_successor_is_an_error() {
    let doing = "cannot determine the next version of the crate `shop`";
    let error = next(Some("1.0.0"), "1.0.0-rc.1", &[], &[]).unwrap_err();
    assert_eq!(error.doing(), doing);
    assert_eq!(
        error.why(),
        "its version is `1.0.0-rc.1`; write three numbers, such as `0.1.0`"
    );
    let last = format!("1.0.{}", u32::MAX);
    let error = next(Some(&last), "1.0.0", &[], &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("{doing}: there is none after {last}")
    );
}

#[test]
fn a_manifest_has_a_name_and_a_version_of_its_own() {
    let read = |text| Manifest::read(text, "Cargo.toml").unwrap();
    let manifest = Manifest {
        name: "shop".into(),
        version: "1.0.0".into(),
    };
    assert_eq!(
        read("[package]\nname = \"shop\"\nversion = \"1.0.0\"\n"),
        Some(manifest)
    );
    assert_eq!(read("[package]\nname = \"shop\"\n"), None);
    assert_eq!(
        read("[package]\nname = \"shop\"\nversion.workspace = true\n"),
        None
    );
    assert_eq!(read("[workspace]\nmembers = []\n"), None);
}

#[test]
fn a_manifest_that_is_not_toml_is_an_error() {
    let error = Manifest::read("[package\n", "crates/shop/Cargo.toml").unwrap_err();
    assert_eq!(error.doing(), "cannot read `crates/shop/Cargo.toml`");
    assert!(
        error.why().starts_with("TOML parse error at line 1"),
        "{error}"
    );
    assert!(error.source().is_some());
    let error = Manifest::read("<<<<<<< a\n[package]\n", "Cargo.toml").unwrap_err();
    assert!(
        error
            .why()
            .contains("a merge conflict that is not resolved; choose"),
        "{error}"
    );
    assert!(error.source().is_none());
}

#[test]
fn only_the_version_changes_in_a_manifest() {
    let package = next(Some("1.0.0"), "1.0.0", &[], &[]).unwrap();
    let before = "# Ours\n[package]\nname = \"shop\"\nversion =  \"1.0.0\" # of the release\n\n[dependencies]\na = \"1.0.0\"\n";
    let after = package.in_manifest(before, "Cargo.toml").unwrap();
    assert_eq!(after, before.replace("\"1.0.0\" #", "\"1.0.1\" #"));
}

#[test]
fn only_the_package_of_the_workspace_changes_in_a_lock_file() {
    let package = next(Some("1.0.0"), "1.0.0", &[], &[]).unwrap();
    let entry = |name: &str, version: &str, rest: &str| {
        format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n{rest}\n")
    };
    let lock = |version: &str| {
        [
            "version = 4\n\n".to_owned(),
            entry("other", "1.0.0", ""),
            entry("shop", "0.9.0", ""),
            entry(
                "shop",
                "1.0.0",
                "source = \"registry+https://example.com\"\n",
            ),
            entry("shop", version, "dependencies = [\n \"other\",\n]\n"),
        ]
        .concat()
    };
    let after = package.in_lock_file(&lock("1.0.0"), "Cargo.lock").unwrap();
    assert_eq!(after, lock("1.0.1"));
    let other = "version = 4\n";
    assert_eq!(package.in_lock_file(other, "Cargo.lock").unwrap(), other);
}
