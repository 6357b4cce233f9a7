//! Changes in a consumer's folder while a fetch runs.

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
const COMPLETED: &str = "vendored/schemas/webhooks/v1/job.completed.json";

/// Returns a publication with two revisions of `job.completed`.
fn published() -> Arc<Repository> {
    let repository = larger();
    repository.run(["publish", "--to", "site"]).exits(0);
    Arc::new(repository)
}

/// Fetches from a server. While the latest schema of `job.completed` is requested, a function is called with the
/// address of the server.
fn fetch(
    repository: &Arc<Repository>,
    arguments: &[&str],
    meanwhile: impl Fn(&Repository, &str) + Send + Sync + 'static,
) -> Outcome {
    let (inner, has_begun) = (repository.clone(), AtomicBool::new(false));
    let url: Arc<Mutex<String>> = Arc::default();
    let known = url.clone();
    let server = Server::start(
        Origin::Folder(repository.at("site")),
        move |request: &Request, moment| {
            let is_it = request.target.ends_with("/1.1.0.json") && moment == Moment::Before;
            if is_it && !has_begun.swap(true, Ordering::SeqCst) {
                let url = known.lock().unwrap().clone();
                meanwhile(&inner, &url);
            }
            Harm::None
        },
    );
    *url.lock().unwrap() = server.url();
    repository.run([&["fetch", &server.url(), "vendored"], arguments].concat())
}

/// Returns the files of the consumer.
fn vendored(repository: &Repository) -> Vec<String> {
    let mut files: Vec<String> = repository.files().into_keys().collect();
    files.retain(|path| path.starts_with("vendored"));
    files
}

#[test]
fn two_fetches_at_once_do_not_lose_what_the_other_has() {
    let repository = published();
    let completed = ["--pin", "job.completed@1.1.0"];
    let says = "another run has changed `schemas.lock` meanwhile; fetch again";
    fetch(&repository, &completed, |repository, _| {
        let created = ["fetch", "site", "vendored", "--pin", "job.created@1.0.0"];
        repository.run(created).exits(0);
    })
    .exits(2)
    .complains(says);
    let created = "vendored/schemas/webhooks/v1/job.created.json";
    assert_eq!(vendored(&repository), [LOCK, created]);
    assert!(!repository.read(LOCK).contains("job.completed"));
    // The same holds for an update.
    fetch(
        &repository,
        &[&completed[..], &["--update"]].concat(),
        |repository, _| {
            let two = [
                "--pin",
                "job.created@1.0.0",
                "--pin",
                "artifact.ready@1.0.0",
            ];
            let update = ["fetch", "site", "vendored", "--update"];
            repository.run([&update[..], &two].concat()).exits(0);
        },
    )
    .exits(2)
    .complains(says);
    let lock = repository.read(LOCK);
    assert!(
        lock.contains("job.created") && lock.contains("artifact.ready"),
        "{lock}"
    );
    assert_eq!(vendored(&repository).len(), 3);
}

/// Builds of the same program fetch the same files.
#[test]
fn two_fetches_of_the_same_at_once_both_end() {
    let repository = published();
    let other = |repository: &Repository, url: &str| {
        let run = repository.run(["fetch", url, "vendored"]);
        run.exits(0)
            .says("new      schemas/webhooks/v1/job.completed.json 1.1.0");
    };
    fetch(&repository, &[], other)
        .exits(0)
        .says("new      schemas/webhooks/v1/job.completed.json 1.1.0");
    assert_eq!(vendored(&repository).len(), 4);
    assert!(repository.read(COMPLETED).contains("1.1.0"));
}

#[test]
fn a_file_that_appears_meanwhile_is_not_replaced() {
    let repository = published();
    fetch(&repository, &[], |repository, _| {
        repository.write(COMPLETED, "{}")
    })
    .exits(2)
    .complains("another file is there, which `schemas.lock` does not list");
    assert_eq!(repository.read(COMPLETED), "{}");
    assert_eq!(vendored(&repository), [COMPLETED]);
}
