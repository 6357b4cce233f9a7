//! Fetching published schemas in the build of a consumer.

mod keys;
mod locks;
mod places;
mod rollback;

use std::{fs, os::unix::fs::symlink};

use repository_tests::tool::Repository;

use super::release::{RELEASE, add_region, released};

const LOCK: &str = "vendored/schemas.lock";
const COMPLETED: &str = "vendored/schemas/webhooks/v1/job.completed.json";
const FETCH: [&str; 3] = ["fetch", "site", "vendored"];

/// Returns a published folder with two revisions of one event.
pub(super) fn published() -> Repository {
    let repository = released();
    add_region(&repository);
    repository.run(RELEASE).exits(0);
    repository.run(["publish", "--to", "site"]).exits(0);
    repository
}

fn pinned(pin: &str) -> Vec<String> {
    let pin = ["--pin", pin];
    FETCH
        .iter()
        .chain(&pin)
        .map(|it| (*it).to_owned())
        .collect()
}

#[test]
fn the_latest_of_every_event_is_fetched() {
    let repository = published();
    repository
        .run(FETCH)
        .exits(0)
        .says("new      schemas/webhooks/v1/job.completed.json 1.1.0")
        .says("3 schemas, 0 equal; not signed: the digests match the source's own manifest");
    assert_eq!(
        repository.read(COMPLETED),
        repository.read("site/schemas/webhooks/v1/job.completed/1.1.0.json")
    );
    let before = repository.tree();
    // Nothing is requested: the source may be gone.
    fs::rename(repository.at("site"), repository.at("away")).unwrap();
    repository
        .run(FETCH)
        .exits(0)
        .says("3 schemas, 3 equal; up to date (no requests made)");
    fs::rename(repository.at("away"), repository.at("site")).unwrap();
    let mut after = repository.tree();
    let mut before = before;
    for tree in [&mut before, &mut after] {
        tree.retain(|path, _| path.starts_with("vendored/"));
    }
    assert_eq!(after, before, "nothing was written again");
}

#[test]
fn a_pin_stays_until_it_is_updated() {
    let repository = published();
    repository
        .run(pinned("job.completed@1.0.0"))
        .exits(0)
        .says("new      schemas/webhooks/v1/job.completed.json 1.0.0")
        .says("1 schema, 0 equal");
    let text = repository.read(COMPLETED);
    repository.run(FETCH).exits(0).says("1 schema, 1 equal");
    repository
        .run(pinned("job.completed@1.1.0"))
        .exits(2)
        .complains("it does not have job.completed@1.1.0; pass `--update` to make a new lock");
    assert_eq!(repository.read(COMPLETED), text);
    repository
        .run(pinned("shop/job.completed@1.0.0"))
        .exits(2)
        .complains("it does not have shop/job.completed@1.0.0");
    repository
        .run(pinned("webhooks/job.completed@1.0.0"))
        .exits(0)
        .says("1 schema, 1 equal");
    // The requested revisions are remembered.
    repository
        .run(FETCH.iter().chain(&["--update"]))
        .exits(2)
        .complains("`schemas.lock` was made with `--pin`");
    assert_eq!(repository.read(COMPLETED), text);
    let mut update = pinned("job.completed@1.1.0");
    update.push("--update".into());
    repository
        .run(update)
        .exits(0)
        .says("replaced schemas/webhooks/v1/job.completed.json 1.1.0");
    assert_ne!(repository.read(COMPLETED), text);
}

/// A lock is valid for one request only.
#[test]
fn a_lock_of_more_or_less_is_another_one() {
    let repository = published();
    repository.run(FETCH).exits(0);
    repository
        .run(pinned("job.completed@1.1.0"))
        .exits(2)
        .complains("it was made without `--pin`, for the latest revision of every event; ");
    repository.remove("vendored");
    let mut two = pinned("job.completed@1.1.0");
    two.extend(["--pin".into(), "job.created@1.0.0".into()]);
    repository.run(&two).exits(0).says("2 schemas, 0 equal");
    repository
        .run(pinned("job.completed@1.1.0"))
        .exits(2)
        .complains("it also has job.created@1.0.0");
    repository.run(&two).exits(0).says("2 schemas, 2 equal");
}

#[test]
fn what_is_no_longer_wanted_is_removed() {
    let repository = published();
    repository.run(FETCH).exits(0);
    let update = |pin: &str| {
        let mut arguments = pinned(pin);
        arguments.extend(["--pin".into(), pin.to_owned(), "--update".into()]);
        repository.run(arguments)
    };
    // A file that someone has changed is no longer the fetched one.
    let other = "vendored/schemas/webhooks/v1/artifact.ready.json";
    repository.write(other, "{}");
    update("job.created@1.0.0")
        .exits(0)
        .says("removed  schemas/webhooks/v1/job.completed.json 1.1.0")
        .says("1 schema, 1 equal; not signed");
    assert!(!repository.at(COMPLETED).exists());
    assert_eq!(repository.read(other), "{}");
}

/// A killed run leaves incomplete files, which the next run removes.
#[test]
fn what_a_killed_run_left_is_removed() {
    let repository = published();
    repository.write("vendored/.schemas-unfinished/unfinished-1", "{");
    repository.run(FETCH).exits(0);
    assert!(!repository.at("vendored/.schemas-unfinished").exists());
}

/// Nothing is read or written through a link.
#[test]
fn a_link_among_what_was_fetched_is_refused() {
    let repository = published();
    repository.run(FETCH).exits(0);
    let text = repository.read(COMPLETED);
    repository.remove(COMPLETED);
    repository.write("elsewhere", &text);
    symlink(repository.at("elsewhere"), repository.at(COMPLETED)).unwrap();
    repository
        .run(FETCH)
        .exits(2)
        .complains("job.completed.json` is a symbolic link, not a file");
    repository.remove("vendored/schemas");
    fs::create_dir(repository.at("outside")).unwrap();
    symlink("../outside", repository.at("vendored/schemas")).unwrap();
    repository
        .run(FETCH)
        .exits(2)
        .complains("`vendored/schemas` is a symbolic link, not a file");
    assert_eq!(fs::read_dir(repository.at("outside")).unwrap().count(), 0);
}

#[test]
fn what_was_changed_is_fetched_again() {
    let repository = published();
    repository.run(FETCH).exits(0);
    let text = repository.read(COMPLETED);
    repository.write(COMPLETED, "{}");
    repository
        .run(FETCH)
        .exits(0)
        .says("replaced schemas/webhooks/v1/job.completed.json 1.1.0")
        .says("3 schemas, 2 equal; fetched the missing files and verified them against the lock, which records no key");
    assert_eq!(repository.read(COMPLETED), text);
}

#[test]
fn what_is_damaged_is_not_fetched() {
    let repository = published();
    let revision = "site/schemas/webhooks/v1/job.completed/1.1.0.json";
    let text = repository.read(revision);
    repository.write(revision, text.replace("1.1.0", "1.1.1"));
    repository
        .run(FETCH)
        .exits(2)
        .complains("cannot fetch `schemas/webhooks/v1/job.completed/1.1.0.json`")
        .complains("it has the digest ");
    assert!(!repository.at("vendored").exists());
    repository.write(revision, text);
    repository.edit("site/index.json", |index| {
        index["families"][0]["title"] = "Others".into();
    });
    repository
        .run(FETCH)
        .exits(2)
        .complains("cannot trust site: `index.json`: it has the digest ");
    assert!(!repository.at("vendored").exists());
}

#[test]
fn what_is_not_there_is_said() {
    let repository = published();
    for (pin, says) in [
        (
            "job.completed@9.9.9",
            "there is no such revision, only 1.0.0, 1.1.0",
        ),
        ("job.lost@1.0.0", "there is no such event"),
        ("shop/job.completed@1.0.0", "there is no such event"),
        ("job.completed", "an event and a revision"),
    ] {
        repository.run(pinned(pin)).exits(2).complains(says);
    }
    repository
        .run([
            "fetch",
            "site",
            "vendored",
            "--pin",
            "job.completed@1.0.0",
            "--pin",
            "job.completed@1.1.0",
        ])
        .exits(2)
        .complains("is pinned to two revisions of one major version");
    repository
        .run(["fetch", "nowhere", "vendored"])
        .exits(2)
        .complains("cannot read `nowhere`");
    assert!(!repository.at("vendored").exists());
}
