//! `release` raises the version of the crate that contains the generated Rust.

use repository_tests::tool::Repository;

use crate::{
    CONFIG, CREATED,
    cli::release::{CHANGELOG, INDEX, RELEASE, add_region, unreleased},
};

const ORDER: &str = r#""order": ["job.created", "job.completed", "artifact.ready"]"#;
const MANIFEST: &str = "crates/scrapenest-webhooks/Cargo.toml";

/// Returns the version of the crate in its manifest, in the lock file and in the list of releases.
#[track_caller]
fn crate_versions(repository: &Repository) -> [String; 3] {
    let after = |path: &str, before: &str| {
        let text = repository.read(path);
        let (_, rest) = text.split_once(before).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    [
        after(MANIFEST, "\nversion = \""),
        after("Cargo.lock", "name = \"scrapenest-webhooks\"\nversion = \""),
        after(INDEX, "\"crate\": \""),
    ]
}

/// The derived `Ord` of the types of events follows `order` in `registry.toml`.
#[test]
fn another_order_of_events_is_noticed_by_programs() {
    let repository = unreleased();
    let manifest = "[package]\nname = \"scrapenest-webhooks\"\nversion = \"1.4.2\"\n";
    repository.write(MANIFEST, manifest);
    repository.run(RELEASE).exits(0);
    assert!(repository.read(INDEX).contains(ORDER));
    let reordered = ORDER.replace(
        "\"job.created\", \"job.completed\"",
        "\"job.completed\", \"job.created\"",
    );
    repository.replace(
        CONFIG,
        ORDER.split_once(": ").unwrap().1,
        reordered.split_once(": ").unwrap().1,
    );
    repository.run(["codegen"]).exits(0);
    let line = "`v1::EventType` has its variants in another order: compatible";
    repository.run(["diff"]).exits(0).says(line);
    // The schemas do not contain the order, so it waits for the next revision of any event.
    repository.run(RELEASE).exits(0).says("nothing to release");
    repository.edit(CREATED, |root| {
        root["description"] = "There is a job.".into()
    });
    let outcome = repository.run(RELEASE);
    outcome
        .exits(0)
        .says("crate scrapenest-webhooks 1.5.0 (minor since 1.4.2)");
    assert!(repository.read(CHANGELOG).contains(&format!("\n- {line}")));
    assert!(repository.read(INDEX).contains(&reordered));
    repository
        .run(["diff"])
        .exits(0)
        .says("no change that programs notice");

    // A list without an order is not compared.
    repository.replace(INDEX, &format!("  {reordered},\n"), "");
    repository
        .run(["diff"])
        .exits(0)
        .says("no change that programs notice");
}

/// Before 1.0.0, Cargo has no minor versions.
#[test]
fn a_step_is_called_by_what_it_is_to_cargo() {
    let repository = unreleased();
    let manifest = "[package]\nname = \"scrapenest-webhooks\"\nversion = \"0.4.2\"\n";
    repository.write(MANIFEST, manifest);
    repository.run(RELEASE).exits(0);
    add_region(&repository);
    repository
        .run(RELEASE)
        .exits(0)
        .says("crate scrapenest-webhooks 0.4.3 (compatible since 0.4.2)");
    let changelog = repository.read(CHANGELOG);
    assert!(
        changelog.contains("\n\nCompatible since 0.4.2.\n"),
        "{changelog}"
    );
}

#[test]
fn the_version_of_the_crate_follows_from_what_programs_notice() {
    let repository = unreleased();
    let manifest = "# The crate.\n[package]\nname = \"scrapenest-webhooks\"\nversion = \"1.4.2\" # By releases.\n";
    let package = "[[package]]\nname = \"scrapenest-webhooks\"\nversion = \"1.4.2\"\n";
    let source = "source = \"registry+https://example.com/index\"\n";
    repository.write(MANIFEST, manifest);
    repository.write(
        "Cargo.lock",
        format!("version = 4\n\n{package}\n{package}{source}"),
    );
    let release = repository.run(RELEASE);
    release
        .exits(0)
        .says("crate scrapenest-webhooks 1.4.2 (first release)");
    assert_eq!(crate_versions(&repository), ["1.4.2"; 3]);

    let describe = |text: &str| {
        repository.edit(CREATED, |root| root["description"] = text.into());
    };
    describe("There is a job.");
    let outcome = repository.run(["release", "--dry-run", "--date", "2026-01-02"]);
    outcome
        .exits(0)
        .says("crate scrapenest-webhooks 1.4.3 (patch since 1.4.2)");
    assert_eq!(crate_versions(&repository), ["1.4.2"; 3]);
    repository.run(RELEASE).exits(0);
    assert_eq!(crate_versions(&repository), ["1.4.3"; 3]);
    assert_eq!(
        repository.read(MANIFEST),
        manifest.replace("1.4.2", "1.4.3")
    );
    // A package with the same name from elsewhere is another one.
    let lock = format!(
        "version = 4\n\n{}\n{package}{source}",
        package.replace("1.4.2", "1.4.3")
    );
    assert_eq!(repository.read("Cargo.lock"), lock);

    add_region(&repository);
    repository.run(RELEASE).exits(0);
    assert_eq!(crate_versions(&repository), ["1.5.0"; 3]);
    let changelog = repository.read(CHANGELOG);
    let (_, entry) = changelog
        .split_once("### The crate `scrapenest-webhooks` 1.5.0, 2026-01-02\n\nMinor since 1.4.3.\n")
        .unwrap();
    assert!(entry.contains("- `v1::JobCompletedFailed::region` is a new field: compatible"));

    // A version that was raised by hand stays.
    repository.replace(MANIFEST, "1.5.0", "1.7.0");
    describe("There is a new job.");
    let release = repository.run(RELEASE);
    release
        .exits(0)
        .says("crate scrapenest-webhooks 1.7.0 (patch since 1.5.0)");

    repository.replace(MANIFEST, "1.7.0", "1.8.0-rc.1");
    describe("A job.");
    let outcome = repository.run(RELEASE);
    outcome
        .exits(2)
        .complains("its version is `1.8.0-rc.1`; write three numbers");
    repository.replace(
        MANIFEST,
        "version = \"1.8.0-rc.1\"",
        "version.workspace = true",
    );
    let release = repository.run(RELEASE);
    release
        .exits(0)
        .says_nothing_of("crate scrapenest-webhooks");
}
