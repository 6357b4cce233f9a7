//! Anyone who may change the consumer's repository can edit a lock.

use std::{fs, os::unix::fs::PermissionsExt};

use super::{COMPLETED, FETCH, LOCK, published};

#[test]
fn a_lock_that_is_none_is_an_error() {
    let repository = published();
    repository.run(FETCH).exits(0);
    let lock = repository.read(LOCK);
    repository.write(LOCK, "schema = 1");
    repository
        .run(FETCH)
        .exits(2)
        .complains("cannot read `schemas.lock`");
    let elsewhere = lock.replace(
        "path = \"schemas/webhooks/v1/job.completed.json\"",
        "path = \"../out\"",
    );
    assert_ne!(elsewhere, lock);
    repository.write(LOCK, elsewhere);
    repository
        .run(FETCH)
        .exits(2)
        .complains("`../out` cannot be a schema: `..` leads elsewhere");
    let (without, _) = lock.split_once("[[schema]]").unwrap();
    let created = "path = \"schemas/webhooks/v1/job.created.json\"";
    for (text, says) in [
        (without.to_owned(), "it lists no schemas"),
        (
            lock.replace(created, "path = \"schemas/webhooks/v1/job.completed.json\""),
            "`schemas/webhooks/v1/job.completed.json` is not the path of `job.created`",
        ),
        (
            lock.replace("revision = \"1.1.0\"", "revision = \"7.7.7\""),
            "is not the path of `job.completed`, which ends in `webhooks/v7/job.completed.json`",
        ),
    ] {
        assert_ne!(text, lock);
        repository.write(LOCK, text);
        repository.run(FETCH).exits(2).complains(says);
    }
    repository.write(LOCK, lock);
    repository
        .run(["fetch", "other", "vendored"])
        .exits(2)
        .complains("it was made from site, and this is other");
}

/// Returns an entry of a lock.
fn entry(family: &str, event: &str) -> String {
    let folder = format!("{family}/v1");
    format!(
        "\n[[schema]]\nfamily = \"{family}\"\nevent = \"{event}\"\nrevision = \"1.0.0\"\n\
         path = \"{folder}/{event}.json\"\npublished = \"{folder}/{event}/1.0.0.json\"\n\
         sha256 = \"{}\"\n",
        "0".repeat(64)
    )
}

/// Such paths would be one file, or a file and a folder, on the system of the next build.
#[test]
fn case_twins_in_a_lock_are_rejected() {
    let repository = published();
    repository.run(FETCH).exits(0);
    repository.remove("vendored/schemas");
    let lock = repository.read(LOCK);
    for (added, says) in [
        (
            entry("shop", "Order") + &entry("shop", "order"),
            "some systems cannot distinguish `shop/v1/order.json` from `shop/v1/Order.json`",
        ),
        (
            entry("shop", "order") + &entry("shop/v1/order.json", "item"),
            "is there twice, or a file and a folder",
        ),
        (
            entry("shop", "order") + &entry("shop", "order"),
            "it lists `shop/v1/order.json` twice",
        ),
        (
            entry("schemas.lock", "order"),
            "`schemas.lock` is there twice, or a file and a folder",
        ),
    ] {
        let text = format!("{lock}{added}");
        repository.write(LOCK, &text);
        for arguments in [FETCH.to_vec(), [&FETCH[..], &["--update"]].concat()] {
            repository.run(arguments).exits(2).complains(says);
            assert!(!repository.at("vendored/schemas").exists());
            assert!(!repository.at("vendored/shop").exists());
            assert_eq!(repository.read(LOCK), text);
        }
    }
}

#[test]
fn an_edited_lock_names_schemas_only() {
    let repository = published();
    repository.run(FETCH).exits(0);
    let lock = repository.read(LOCK);
    let path = "schemas/webhooks/v1/job.completed.json";
    for (old, new, says) in [
        (
            path,
            "package.json",
            "`package.json` is not the path of `job.completed`",
        ),
        (
            path,
            "schemas/webhooks/v1/.job.json",
            "begins with a full stop or a hyphen",
        ),
        (
            "https://docs.scrapenest.com/",
            "https://docs.scrapenest.com",
            "does not end in `/`",
        ),
        (
            "source = \"",
            "source = \"https://user:secret@",
            "may contain a secret",
        ),
        ("pinned = false", "pined = false", "unknown field `pined`"),
        (
            "pinned = false",
            "pinned = false\npinned = false",
            "duplicate key",
        ),
    ] {
        let text = lock.replacen(old, new, 1);
        assert_ne!(text, lock);
        repository.write(LOCK, &text);
        for arguments in [FETCH.to_vec(), [&FETCH[..], &["--update"]].concat()] {
            repository.run(arguments).exits(2).complains(says);
            assert_eq!(repository.read(LOCK), text);
        }
    }
}

/// A lock that cannot be read may have had a key.
#[test]
fn a_lock_that_cannot_be_read_is_not_replaced() {
    let repository = published();
    repository.write(LOCK, "key = \"RW");
    repository
        .run(FETCH.iter().chain(&["--update"]))
        .exits(2)
        .complains("cannot read `schemas.lock` (restore it, or remove it to start again)");
    assert_eq!(repository.read(LOCK), "key = \"RW");
}

/// The lock lists everything that an interrupted run leaves behind.
#[test]
fn a_fetch_that_was_cut_off_is_repeated() {
    let repository = published();
    let folder = repository.at("vendored/schemas/webhooks/v1");
    fs::create_dir_all(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let stopped = repository.tool(FETCH).restricted().run();
    stopped
        .exits(2)
        .complains("cannot write `schemas/webhooks/v1/");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    repository.write("vendored/schemas/webhooks/v1/job.created.json", "{");
    repository
        .run(FETCH)
        .exits(0)
        .says("new      schemas/webhooks/v1/job.completed.json 1.1.0")
        .says("replaced schemas/webhooks/v1/job.created.json 1.0.0");
    repository
        .run(FETCH)
        .exits(0)
        .says("3 equal; up to date (no requests made)");
    assert!(repository.read(COMPLETED).contains("1.1.0"));
}
