//! Two fetches into one folder at once.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use repository_tests::tool::{Outcome, Repository};

use super::{
    http::{Harm, Moment, Origin, Request, Server},
    larger,
};

const LOCK: &str = "vendored/schemas.lock";

/// A fetch of a pin, and another one that begins and ends while the first waits for its schema.
fn both(
    repository: &Arc<Repository>,
    first: &[&str],
    other: &[&'static str],
) -> (Outcome, Outcome) {
    let ended: Arc<Mutex<Option<Outcome>>> = Arc::default();
    let (inner, outcome) = (repository.clone(), ended.clone());
    let has_begun = AtomicBool::new(false);
    let other = [&["fetch", "site", "vendored"], other].concat();
    let server = Server::start(
        Origin::Folder(repository.at("site")),
        move |request: &Request, moment| {
            let is_it = request.target.ends_with("/1.1.0.json") && moment == Moment::Before;
            if is_it && !has_begun.swap(true, Ordering::SeqCst) {
                *outcome.lock().unwrap() = Some(inner.run(&other));
            }
            Harm::None
        },
    );
    let url = server.url();
    let first = [&["fetch", &url, "vendored"], first].concat();
    let first = repository.run(first);
    let other = ended.lock().unwrap().take().unwrap();
    (first, other)
}

#[test]
fn two_fetches_at_once_do_not_lose_what_the_other_has() {
    let repository = Arc::new(larger());
    repository.run(["publish", "--to", "site"]).exits(0);
    let completed = ["--pin", "job.completed@1.1.0"];
    let created = ["--pin", "job.created@1.0.0"];
    let files = || {
        let mut files: Vec<String> = repository.files().into_keys().collect();
        files.retain(|path| path.starts_with("vendored"));
        files
    };
    let created_alone = [LOCK, "vendored/schemas/webhooks/v1/job.created.json"];
    let says = "another run has changed `schemas.lock` meanwhile; fetch again";
    let (first, other) = both(&repository, &completed, &created);
    other.exits(0);
    first.exits(2).complains(says);
    assert_eq!(files(), created_alone);
    assert!(!repository.read(LOCK).contains("job.completed"));
    // So it is for an update.
    let update = [&completed[..], &["--update"]].concat();
    let more = [
        "--pin",
        "job.created@1.0.0",
        "--pin",
        "artifact.ready@1.0.0",
        "--update",
    ];
    let (first, other) = both(&repository, &update, &more);
    other.exits(0);
    first.exits(2).complains(says);
    let lock = repository.read(LOCK);
    assert!(
        lock.contains("job.created") && lock.contains("artifact.ready"),
        "{lock}"
    );
    assert_eq!(files().len(), 3);
}

/// Builds of the same program fetch the same.
#[test]
fn two_fetches_of_the_same_at_once_both_end() {
    let repository = Arc::new(larger());
    repository.run(["publish", "--to", "site"]).exits(0);
    let ended: Arc<Mutex<Option<Outcome>>> = Arc::default();
    let (inner, outcome) = (repository.clone(), ended.clone());
    let has_begun = AtomicBool::new(false);
    let url: Arc<Mutex<String>> = Arc::default();
    let known = url.clone();
    let server = Server::start(
        Origin::Folder(repository.at("site")),
        move |request: &Request, moment| {
            let is_it = request.target.ends_with("/1.1.0.json") && moment == Moment::Before;
            if is_it && !has_begun.swap(true, Ordering::SeqCst) {
                let url = known.lock().unwrap().clone();
                let run = inner.run(["fetch", &url, "vendored"]);
                *outcome.lock().unwrap() = Some(run);
            }
            Harm::None
        },
    );
    *url.lock().unwrap() = server.url();
    let fetch = ["fetch", &server.url(), "vendored"];
    repository.run(fetch).exits(0);
    ended.lock().unwrap().take().unwrap().exits(0);
    let asked = server.requests();
    repository
        .run(fetch)
        .exits(0)
        .says("3 schemas, 3 equal; nothing was asked for");
    assert_eq!(server.requests(), asked);
}
