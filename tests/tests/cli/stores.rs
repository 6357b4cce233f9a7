//! Publication to an object store: a real server, other publishers, killed runs, and a network with faults. And
//! reading from a web server.

mod at_once;
mod cloud;
mod faults;
mod http;
pub(super) mod moto;
mod races;
mod steps;
mod web;

use std::{process::Command, thread, time::Duration};

use fastrand::Rng;
use repository_tests::tool::{Outcome, Repository};

use self::{
    cloud::{Cloud, Dialect},
    http::{Harm, Origin, Request, Server},
    moto::Moto,
};
use super::release::{RELEASE, add_region, released};
use crate::{COMPLETED, EXAMPLES};

/// Returns a released registry with few files.
fn small() -> Repository {
    let repository = released();
    for event in ["job.created", "job.completed", "artifact.ready"] {
        repository.remove(&format!("schemas/webhooks/v1/examples/{event}/invalid"));
    }
    repository
}

/// Returns the same registry with one more release of one event.
fn larger() -> Repository {
    let repository = small();
    add_region(&repository);
    repository.run(RELEASE).exits(0);
    repository
}

/// Returns a registry with another release under the same number.
fn conflicting() -> Repository {
    let repository = small();
    add_region(&repository);
    repository.replace(COMPLETED, "\"region\": {", "\"area\": {");
    repository.run(RELEASE).exits(0);
    repository
}

/// Adds something to a registry that can be published without a release.
#[track_caller]
fn change_an_example(repository: &Repository) {
    let example = format!("{EXAMPLES}/job.created/queued_minimal.json");
    repository.replace(&example, "acme", "other");
    repository.run(["codegen"]).exits(0);
}

/// The address that a run publishes to, or reads from.
#[derive(Clone)]
struct Place {
    target: String,
    endpoint: String,
}

impl Place {
    fn of(moto: &Moto) -> Self {
        Self {
            target: format!("s3://{}/base", moto.bucket()),
            endpoint: format!("http://{}", moto.address),
        }
    }

    /// Returns the same place through a server with faults.
    fn through(&self, server: &Server) -> Self {
        Self {
            target: self.target.clone(),
            endpoint: server.url(),
        }
    }

    fn command(&self, repository: &Repository, arguments: &[&str]) -> Command {
        let endpoint = ["--endpoint", &self.endpoint];
        let arguments = arguments.iter().chain(&endpoint);
        with_credentials(repository.tool(arguments)).command()
    }

    fn run(&self, repository: &Repository, arguments: &[&str]) -> Outcome {
        let endpoint = ["--endpoint", &self.endpoint];
        let arguments = arguments.iter().chain(&endpoint);
        with_credentials(repository.tool(arguments)).run()
    }

    fn publish(&self, repository: &Repository) -> Outcome {
        self.run(repository, &["publish", "--to", &self.target])
    }

    fn verify(&self, repository: &Repository) -> Outcome {
        self.run(repository, &["verify", &self.target])
    }
}

/// An account of Google that needs no token.
const NOBODY: &str =
    r#"{"private_key": "", "private_key_id": "", "client_email": "", "disable_oauth": true}"#;

fn with_credentials(tool: repository_tests::tool::Tool<'_>) -> repository_tests::tool::Tool<'_> {
    tool.env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env("AWS_REGION", "us-east-1")
        // The servers of these tests accept any account.
        .env("GOOGLE_SERVICE_ACCOUNT_KEY", NOBODY)
        .env("AZURE_SKIP_SIGNATURE", "true")
        .env("AZURE_STORAGE_ACCOUNT_NAME", "test")
}

/// Checks that a place accepts a publication, an equal one and a larger one, and no other; and that a build can
/// fetch from it.
#[track_caller]
fn assert_takes(place: &Place) {
    let repository = small();
    place
        .publish(&repository)
        .exits(0)
        .says(" 0 equal, 0 rejected");
    place.verify(&repository).exits(0).says(": 0 errors");
    place.publish(&repository).exits(0).says("0 new, 0 changed");
    let larger = larger();
    place
        .publish(&larger)
        .exits(0)
        .says("new      schemas/webhooks/v1/job.completed/1.1.0.json")
        .says("changed  index.json");
    place.verify(&larger).exits(0);
    place
        .publish(&repository)
        .exits(1)
        .says("`job.completed` 1.1.0 is published, but not released here");
    // Another revision with the same number.
    let other = conflicting();
    place
        .publish(&other)
        .exits(1)
        .says("job.completed/1.1.0.json")
        .says("a revision never changes: the digest at the destination is ");
    place.verify(&larger).exits(0);
    place
        .run(
            &larger,
            &[
                "fetch",
                &place.target,
                "vendored",
                "--pin",
                "job.completed@1.0.0",
            ],
        )
        .exits(0)
        .says("new      schemas/webhooks/v1/job.completed.json 1.0.0");
}

#[track_caller]
fn assert_twenty_agree(place: &Place) {
    let repository = small();
    let at_once = |repository: &Repository| {
        let publish = ["publish", "--to", &place.target];
        let runs: Vec<_> = (0..20)
            .map(|_| place.command(repository, &publish).spawn().unwrap())
            .collect();
        for mut run in runs {
            assert!(run.wait().unwrap().success());
        }
    };
    at_once(&repository);
    place.verify(&repository).exits(0);
    let larger = larger();
    at_once(&larger);
    place.verify(&larger).exits(0);
    place.publish(&larger).exits(0).says("0 new, 0 changed");
}

#[test]
fn a_store_takes_a_publication_an_equal_one_and_no_other() {
    let Some(moto) = Moto::start() else { return };
    assert_takes(&Place::of(&moto));
}

#[test]
fn twenty_publishers_at_once_agree() {
    let Some(moto) = Moto::start() else { return };
    assert_twenty_agree(&Place::of(&moto));
}

/// The protocols of Google's and Azure's stores, as far as they are used.
#[test]
fn stores_of_other_clouds_do_the_same() {
    for (dialect, scheme) in [(Dialect::Google, "gs"), (Dialect::Azure, "az")] {
        let place = |name: &str| Place {
            target: format!("{scheme}://{name}/base"),
            endpoint: Server::start(Origin::Cloud(Cloud::new(dialect)), |_: &Request, _| {
                Harm::None
            })
            .url(),
        };
        assert_takes(&place("container"));
        assert_twenty_agree(&place("other"));
    }
}

/// The publisher with more revisions wins, whenever both begin.
#[test]
fn an_older_publisher_never_takes_anything_back() {
    let Some(moto) = Moto::start() else { return };
    let (before, older, newer) = (small(), small(), larger());
    change_an_example(&older);
    let mut rng = Rng::with_seed(1);
    for _ in 0..8 {
        let place = Place::of(&moto);
        place.publish(&before).exits(0);
        let publish = ["publish", "--to", &place.target];
        let mut runs = Vec::new();
        for repository in [&older, &newer, &older] {
            runs.push(place.command(repository, &publish).spawn().unwrap());
            thread::sleep(Duration::from_millis(rng.u64(..60)));
        }
        let ends: Vec<bool> = runs
            .into_iter()
            .map(|mut run| run.wait().unwrap().success())
            .collect();
        assert!(ends[1], "the newer one is published");
        place.verify(&newer).exits(0);
    }
}

#[test]
fn a_publisher_that_is_killed_loses_nothing() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let mut rng = Rng::with_seed(2);
    let place = Place::of(&moto);
    let takes = place.publish(&newer).exits(0).took;
    for moment in 0..50_u32 {
        let place = Place::of(&moto);
        // A place that is empty, or has the previous release.
        let is_first = moment % 2 == 0;
        if !is_first {
            place.publish(&older).exits(0);
        }
        let publish = ["publish", "--to", &place.target];
        let mut run = place.command(&newer, &publish).spawn().unwrap();
        thread::sleep(takes.mul_f64(rng.f64()));
        run.kill().unwrap();
        run.wait().unwrap();
        place.publish(&newer).exits(0);
        place.verify(&newer).exits(0).says(": 0 errors");
    }
}
