//! A key in the lock stays, and is bound to its registry.

use repository_tests::tool::Repository;
use schema_registry::released::digest;

use super::{COMPLETED, FETCH, LOCK};
use crate::cli::{
    release::{RELEASE, add_region, released},
    signature::{PUBLIC, SECRET},
    verify::relist,
};

/// Returns the line of the key that signs.
pub(super) fn key() -> &'static str {
    PUBLIC.lines().nth(1).unwrap()
}

/// Returns the arguments of a fetch with the key, and other arguments.
pub(super) fn with_key<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&FETCH[..], &["--key", key()], more].concat()
}

pub(super) const SIGN: [&str; 5] = ["publish", "--to", "site", "--key", "secret.key"];

/// Returns a signed publication with one revision of each event.
pub(super) fn signed() -> Repository {
    let repository = released();
    repository.write("secret.key", SECRET);
    repository.run(SIGN).exits(0);
    repository
}

/// Publishes another revision.
pub(super) fn publish_more(repository: &Repository) {
    add_region(repository);
    repository.run(RELEASE).exits(0);
    repository.run(SIGN).exits(0).says("; signed");
}

#[test]
fn what_was_verified_and_by_what_is_said() {
    let repository = signed();
    repository
        .run(with_key(&[]))
        .exits(0)
        .says(&format!(
            "3 schemas, 0 equal; verified by the key {}: ",
            key()
        ))
        .says("publication of https://docs.scrapenest.com/, signed on 20");
    repository
        .run(with_key(&[]))
        .exits(0)
        .says("up to date (no requests made)");
    assert!(
        repository
            .read(LOCK)
            .contains(&format!("key = \"{}\"", key()))
    );
    // The key of the lock is used if none is given.
    repository.remove(COMPLETED);
    repository
        .run(FETCH)
        .exits(0)
        .says("; verified by the key ");
    repository.remove("vendored");
    repository.run(FETCH).exits(0).says(
        "signed, but no key was given (`--key`): the digests match the source's own manifest",
    );
    // A lock without a key does not get one silently.
    repository
        .run(with_key(&[]))
        .exits(2)
        .complains("its files were not verified with this key; pass `--update` to make a new lock");
    repository
        .run(with_key(&["--update"]))
        .exits(0)
        .says("; verified by the key ");
    repository
        .run(["verify", "site", "--key", key()])
        .exits(0)
        .says(&format!(
            "signed by the key {}: publication of https://docs.scra",
            key()
        ));
}

#[test]
fn an_update_without_the_key_of_the_lock_is_rejected() {
    let repository = signed();
    repository.run(with_key(&[])).exits(0);
    let lock = repository.read(LOCK);
    add_region(&repository);
    repository.run(RELEASE).exits(0);
    repository.run(["publish", "--to", "unsigned"]).exits(0);
    for source in ["site", "unsigned"] {
        for more in [&[][..], &["--pin", "job.completed@1.0.0"]] {
            let update = [&["fetch", source, "vendored", "--update"], more].concat();
            repository
                .run(update)
                .exits(2)
                .complains(&format!("its files were verified with the key {}", key()))
                .complains("pass that key with `--key`");
            assert_eq!(repository.read(LOCK), lock);
        }
    }
    repository
        .run(["fetch", "unsigned", "vendored", "--update", "--key", key()])
        .exits(2)
        .complains("it is missing: the manifest is not signed");
    assert_eq!(repository.read(LOCK), lock);
}

#[test]
fn an_edited_lock_fetches_nothing_unsigned() {
    let repository = signed();
    repository.run(with_key(&[])).exits(0);
    // Someone who can edit the lock and controls the server has a schema of his own.
    let path = "schemas/webhooks/v1/job.completed/1.0.0.json";
    let own = repository.read(&format!("site/{path}"));
    let forged = own.replace("A job has ended", "No job has ended");
    assert_ne!(forged, own);
    repository.write(&format!("site/{path}"), &forged);
    let lock = repository
        .read(LOCK)
        .replace(&digest(&own), &digest(&forged));
    repository.write(LOCK, &lock);
    let rejected = |says: &str| {
        for arguments in [FETCH.to_vec(), with_key(&[])] {
            repository.run(arguments).exits(2).complains(says);
            assert_eq!(repository.read(COMPLETED), own);
            assert_eq!(repository.read(LOCK), lock);
        }
    };
    rejected("cannot trust `schemas.lock`: job.completed@1.0.0 is not published at ");
    let signature = repository.read("site/manifest.json.minisig");
    repository.edit("site/index.json", |index| {
        let text = index.to_string().replace(&digest(&own), &digest(&forged));
        *index = serde_json::from_str(&text).unwrap();
    });
    relist(&repository);
    rejected("it does not verify this manifest by the key");
    repository.remove("site/manifest.json.minisig");
    rejected("it is missing: the manifest is not signed");
    repository.write("site/manifest.json.minisig", signature);
    // Without any key, digests decide, and the output says so.
    repository.write(LOCK, lock.replace(&format!("key = \"{}\"\n", key()), ""));
    repository
        .run(FETCH)
        .exits(0)
        .says("replaced schemas/webhooks/v1/job.completed.json 1.0.0")
        .says("verified them against the lock, which records no key");
    assert_eq!(repository.read(COMPLETED), forged);
}

/// The same key signs the publications of several registries.
#[test]
fn a_signature_for_another_registry_is_rejected() {
    let repository = signed();
    let other = "https://staging.example.com/";
    let ours = "https://docs.scrapenest.com/";
    repository.run(with_key(&[])).exits(0);
    let lock = repository.read(LOCK);
    let staging = Repository::of(&repository_tests::tool::root().join("tests/fixtures/base"));
    staging.write("secret.key", SECRET);
    let config = staging.read("schemas/registry.toml");
    let line = config
        .lines()
        .find(|it| it.starts_with("base-uri"))
        .unwrap();
    let (_, base_uri) = line.split_once('"').unwrap();
    let base_uri = base_uri.trim_end_matches('"');
    assert_ne!(base_uri, ours);
    staging.run(RELEASE).exits(0);
    staging.run(SIGN).exits(0);
    let site = staging.at("site").display().to_string();
    let says = format!("it is for the registry {base_uri}, and this is {ours}");
    // The registry is known from the lock or from the caller.
    let update = ["fetch", &site, "vendored", "--key", key(), "--update"];
    repository.run(update).exits(2).complains(&says);
    for address in [ours, "https://docs.scrapenest.com"] {
        let named = [
            "fetch",
            &site,
            "elsewhere",
            "--key",
            key(),
            "--base-uri",
            address,
        ];
        repository.run(named).exits(2).complains(&says);
        repository
            .run(["verify", &site, "--key", key(), "--base-uri", address])
            .exits(1)
            .says(&says);
    }
    assert!(!repository.at("elsewhere").exists());
    assert_eq!(repository.read(LOCK), lock);
    let named = [
        "fetch",
        &site,
        "elsewhere",
        "--key",
        key(),
        "--base-uri",
        base_uri,
    ];
    repository.run(named).exits(0);
    // A lock stays with its registry without a key, too.
    repository.write(LOCK, lock.replace(&format!("key = \"{}\"\n", key()), ""));
    repository
        .run(["fetch", &site, "vendored", "--update"])
        .exits(2)
        .complains(&format!(
            "it is for the registry {ours}, and this is {base_uri}"
        ));
    // An index of another registry with a signature for this one is rejected, too.
    repository.edit("site/index.json", |index| index["base_uri"] = other.into());
    relist(&repository);
    repository.run(["verify", "site"]).exits(1).says(&format!(
        "its signature is for the registry {ours}, and the index is that of {other}"
    ));
}
