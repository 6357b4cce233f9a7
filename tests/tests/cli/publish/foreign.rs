//! Someone else's files stay, whatever lists them.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
};

use repository_tests::tool::{Outcome, Repository};
use schema_registry::released::digest;
use serde_json::json;

use super::{SITE, files, publish, published};
use crate::cli::release::released;

const SECRET: &str = include_str!("../signature/test.key");

fn publish_signed(repository: &Repository) -> Outcome {
    repository.write("secret.key", SECRET);
    fs::set_permissions(repository.at("secret.key"), Permissions::from_mode(0o600)).unwrap();
    repository.run(["publish", "--to", SITE, "--key", "secret.key"])
}

/// Adds an entry to the manifest, as an attacker would who can write there.
fn list(repository: &Repository, path: &str, bytes: &[u8]) {
    repository.edit("site/manifest.json", |manifest| {
        manifest["files"].as_array_mut().unwrap().push(json!({
            "path": path, "size": bytes.len(), "sha256": digest(bytes),
            "media_type": "application/json", "immutable": false,
        }));
    });
}

#[test]
fn an_entry_that_nobody_signed_removes_nothing() {
    let repository = released();
    publish_signed(&repository).exits(0);
    let mine = "schemas/webhooks/v1/mine.json";
    repository.write(&format!("site/{mine}"), "mine");
    list(&repository, mine, b"mine");
    publish_signed(&repository)
        .exits(0)
        .says_nothing_of("removed  ")
        .says("note: this key did not sign the previous manifest")
        .says(&format!(
            "note: `{mine}` is at the destination, but is not part"
        ));
    assert_eq!(repository.read(&format!("site/{mine}")), "mine");
    // A file that the signed manifest lists is removed.
    repository.remove("schemas/webhooks/v1/examples/job.completed/newer_minor_version.json");
    repository.run(["codegen"]).exits(0);
    publish_signed(&repository)
        .exits(0)
        .says("removed  schemas/webhooks/v1/examples/job.completed/newer_minor_version.json")
        .says_nothing_of("did not sign");
}

/// Files of other forms are never published in these folders.
#[test]
fn an_entry_of_another_form_removes_nothing() {
    let repository = published();
    for path in [
        "schemas/notes.txt",
        "reference/logo.svg",
        "reference/data.json",
    ] {
        repository.write(&format!("site/{path}"), "mine");
        list(&repository, path, b"mine");
    }
    publish(&repository).exits(0).says_nothing_of("removed  ");
    for path in [
        "schemas/notes.txt",
        "reference/logo.svg",
        "reference/data.json",
    ] {
        assert_eq!(repository.read(&format!("site/{path}")), "mine");
    }
}

#[test]
fn an_entry_that_names_a_folder_stops_nothing() {
    let repository = published();
    repository.write("site/schemas/mine.json/file", "mine");
    list(&repository, "schemas/mine.json", b"mine");
    publish(&repository).exits(0).says_nothing_of("removed  ");
    assert_eq!(repository.read("site/schemas/mine.json/file"), "mine");
}

#[test]
fn an_empty_list_of_claims_makes_no_publication() {
    let repository = released();
    let empty = schema_publish::claims::Claims::default().file();
    repository.write("site/claims.json", empty.bytes);
    repository.write("site/reference/README.md", "mine");
    let before = files(&repository);
    publish(&repository)
        .exits(1)
        .says("site/reference/README.md")
        .says("another file is already there, which is not part of a publication");
    assert_eq!(files(&repository), before);
    // The claimed files of an interrupted publication may exist.
    repository.remove("site/reference/README.md");
    publish(&repository).exits(0);
}

#[test]
fn a_key_that_others_can_read_is_noted() {
    let repository = released();
    let note = "other users of this machine can read or write the secret key in `secret.key`";
    publish_signed(&repository).exits(0).says_nothing_of(note);
    for mode in [0o644, 0o666, 0o620] {
        repository.write("secret.key", SECRET);
        fs::set_permissions(repository.at("secret.key"), Permissions::from_mode(mode)).unwrap();
        repository
            .run(["publish", "--to", SITE, "--key", "secret.key"])
            .exits(0)
            .says(note);
    }
}
