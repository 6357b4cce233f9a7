//! Publication to an object store: a real server, other publishers, runs that are killed, and a network
//! that does harm. And reading from a web server.

mod http;
pub(super) mod moto;

use std::{
    fs,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use fastrand::Rng;
use repository_tests::tool::{Outcome, Repository};

use self::{
    http::{Harm, Moment, Origin, Request, Server},
    moto::Moto,
};
use super::release::{RELEASE, add_region, released};
use crate::{COMPLETED, EXAMPLES};

/// A released registry with few files.
fn small() -> Repository {
    let repository = released();
    for event in ["job.created", "job.completed", "artifact.ready"] {
        repository.remove(&format!("schemas/webhooks/v1/examples/{event}/invalid"));
    }
    repository
}

/// The same with one more release of one event.
fn larger() -> Repository {
    let repository = small();
    add_region(&repository);
    repository.run(RELEASE).exits(0);
    repository
}

/// Another release under the same number.
fn conflicting() -> Repository {
    let repository = small();
    add_region(&repository);
    repository.replace(COMPLETED, "\"region\": {", "\"area\": {");
    repository.run(RELEASE).exits(0);
    repository
}

/// Gives a registry something to publish that is no release.
fn change_an_example(repository: &Repository) {
    let example = format!("{EXAMPLES}/job.created/queued_minimal.json");
    repository.replace(&example, "acme", "other");
    repository.run(["codegen"]).exits(0);
}

/// Where a run publishes to, or reads from.
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

    /// The same place through a server that does harm.
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

fn with_credentials(tool: repository_tests::tool::Tool<'_>) -> repository_tests::tool::Tool<'_> {
    tool.env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env("AWS_REGION", "us-east-1")
}

#[test]
fn a_store_takes_a_publication_an_equal_one_and_no_other() {
    let Some(moto) = Moto::start() else { return };
    let place = Place::of(&moto);
    let repository = small();
    place
        .publish(&repository)
        .exits(0)
        .says(" 0 equal, 0 refused");
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
        .says("`job.completed` 1.1.0 is published there, and not released here");
    // Another revision under the same name.
    let other = conflicting();
    place
        .publish(&other)
        .exits(1)
        .says("job.completed/1.1.0.json")
        .says("a revision never changes: there it has the digest ");
    place.verify(&larger).exits(0);
    // The build of a consumer takes it from there.
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

#[test]
fn twenty_publishers_at_once_agree() {
    let Some(moto) = Moto::start() else { return };
    let place = Place::of(&moto);
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

/// Who has more wins, whenever both begin.
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
        // A place that is empty, or has the release before.
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

/// An older publisher is held when it writes a file for the first time, until a newer one is done.
fn assert_held(path: &'static str, moment: Moment, harm: Harm) {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    // It has something to publish, and less than the newer one.
    change_an_example(&older);
    let is_done = Arc::new(AtomicBool::new(false));
    let is_held = Arc::new(AtomicBool::new(false));
    let (go_on, held) = (is_done.clone(), is_held.clone());
    let slow = Server::start(
        Origin::Server(moto.address.clone()),
        move |request: &Request, now| {
            let is_it = request.method == "PUT" && request.target.ends_with(path);
            if !is_it || now != moment || held.swap(true, Ordering::SeqCst) {
                return Harm::None;
            }
            while !go_on.load(Ordering::SeqCst) {
                thread::sleep(Duration::from_millis(5));
            }
            harm
        },
    );
    let slow = place.through(&slow);
    thread::scope(|scope| {
        let run = scope.spawn(|| slow.publish(&older));
        while !is_held.load(Ordering::SeqCst) {
            assert!(!run.is_finished(), "it writes {path}");
            thread::sleep(Duration::from_millis(5));
        }
        place.publish(&newer).exits(0);
        is_done.store(true, Ordering::SeqCst);
        let outcome = run.join().unwrap();
        outcome
            .exits(1)
            .says("`job.completed` 1.1.0 is published there, and not released here");
    });
    place.verify(&newer).exits(0);
}

#[test]
fn an_older_publisher_does_not_replace_a_newer_index() {
    assert_held("/index.json", Moment::Before, Harm::None);
}

#[test]
fn an_older_publisher_stops_once_there_is_a_newer_index() {
    assert_held("/index.json", Moment::After, Harm::None);
}

/// The newer publisher had nothing to do about the file, so its version is still the one that was read.
#[test]
fn a_write_that_failed_is_not_repeated_over_a_newer_index() {
    for harm in [Harm::Status(503), Harm::Status(429), Harm::Hang] {
        assert_held("/queued_minimal.json", Moment::Before, harm);
    }
}

/// Of two revisions with one name, whichever is first stays; the other publisher hears of it.
#[test]
fn of_two_different_revisions_one_is_published() {
    let Some(moto) = Moto::start() else { return };
    let one = larger();
    let other = conflicting();
    for _ in 0..8 {
        let place = Place::of(&moto);
        let publish = ["publish", "--to", &place.target];
        let runs = [&one, &other].map(|it| place.command(it, &publish).spawn().unwrap());
        let ends = runs.map(|mut run| run.wait().unwrap().code());
        let winner = match ends {
            [Some(0), Some(1)] => &one,
            [Some(1), Some(0)] => &other,
            ends => panic!("{ends:?}"),
        };
        place.publish(winner).exits(0);
        place.verify(winner).exits(0);
    }
}

/// What a network does to one request of four.
fn harm(rng: &mut Rng) -> Harm {
    match rng.u8(..24) {
        0 => Harm::Status(500),
        1 => Harm::Status(503),
        2 => Harm::DoneAndStatus(500),
        3 => Harm::Hang,
        4 => Harm::Cut,
        5 => Harm::Late(300),
        _ => Harm::None,
    }
}

#[test]
fn a_bad_network_is_survived() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    let bad = Server::start(
        Origin::Server(moto.address.clone()),
        |request: &Request, _| harm(&mut Rng::with_seed(request.number as u64)),
    );
    let bad_place = place.through(&bad);
    bad_place.publish(&older).exits(0);
    place.verify(&older).exits(0);
    bad_place.publish(&newer).exits(0);
    place.verify(&newer).exits(0);
    bad_place.verify(&newer).exits(0);
    assert!(bad.requests() > 100, "{}", bad.requests());
}

#[test]
fn a_server_that_is_down_is_an_error() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    let address = moto.address.clone();
    // It answers questions, and takes nothing.
    let down = Server::start(
        Origin::Server(address),
        |request: &Request, _| match request.method.as_str() {
            "PUT" => Harm::Status(503),
            _ => Harm::None,
        },
    );
    place
        .through(&down)
        .publish(&newer)
        .exits(2)
        .complains("cannot write `")
        .complains("503");
    place.verify(&older).exits(0);
    let nobody = Place {
        endpoint: "http://127.0.0.1:1".into(),
        ..place.clone()
    };
    nobody.publish(&newer).exits(2).complains("cannot read `");
}

/// A server that takes a request and never answers is given up, in a time that is known.
#[test]
fn a_server_that_never_answers_is_an_error() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    for method in ["GET", "PUT"] {
        let silent = Server::start(
            Origin::Server(moto.address.clone()),
            move |request: &Request, _| match request.method == method {
                true => Harm::Late(60_000),
                false => Harm::None,
            },
        );
        let endpoint = silent.url();
        let publish = ["publish", "--to", &place.target, "--endpoint", &endpoint];
        let outcome = with_credentials(newer.tool(publish))
            .env("AWS_TIMEOUT", "200ms")
            .run();
        outcome.exits(2).complains("operation timed out");
        assert!(outcome.took < Duration::from_secs(50), "{:?}", outcome.took);
        place.verify(&older).exits(0);
    }
}

#[test]
fn a_server_with_wrong_tags_is_an_error() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    let wrong = Server::start(Origin::Server(moto.address.clone()), |_: &Request, _| {
        Harm::WrongTag
    });
    place
        .through(&wrong)
        .publish(&newer)
        .exits(2)
        .complains("the server gives tags that it does not take back");
    // Revisions that nothing names do no harm, and the next run goes on.
    place.publish(&newer).exits(0);
    place.verify(&newer).exits(0);
}

#[test]
fn a_wrong_clock_is_named() {
    let Some(moto) = Moto::start() else { return };
    let repository = small();
    let place = Place::of(&moto);
    let skewed = Server::start(Origin::Server(moto.address.clone()), |_: &Request, _| {
        Harm::Skewed
    });
    place
        .through(&skewed)
        .publish(&repository)
        .exits(2)
        .complains("the clock of this machine is wrong");
}

#[test]
fn a_bucket_that_is_missing_is_an_error() {
    let Some(moto) = Moto::start() else { return };
    let place = Place {
        target: "s3://no-such-bucket/base".into(),
        endpoint: format!("http://{}", moto.address),
    };
    place.publish(&small()).exits(2).complains("NoSuchBucket");
}

#[test]
fn many_requests_are_under_way_at_once() {
    let Some(moto) = Moto::start() else { return };
    let place = Place::of(&moto);
    let slow = Server::start(Origin::Server(moto.address.clone()), |_: &Request, _| {
        Harm::Late(150)
    });
    place.through(&slow).publish(&released()).exits(0);
    assert!(slow.most_at_once() >= 16, "{}", slow.most_at_once());
}

/// A server can say that a file is as large as it likes.
#[test]
fn a_file_without_end_is_not_read() {
    let repository = released();
    fs::create_dir(repository.at("site")).unwrap();
    let server = Server::start(Origin::Folder(repository.at("site")), |_: &Request, _| {
        Harm::Endless
    });
    repository
        .run(["verify", &server.url()])
        .exits(2)
        .complains("it has 999999999999 bytes");
}

#[test]
fn a_web_server_is_enough_to_verify_and_to_fetch() {
    let repository = larger();
    repository.run(["publish", "--to", "site"]).exits(0);
    let folder = repository.at("site");
    let server = Server::start(Origin::Folder(folder), |request: &Request, _| {
        harm(&mut Rng::with_seed(request.number as u64))
    });
    let url = server.url();
    repository
        .run(["verify", &url])
        .exits(0)
        .says("this server does not list its files");
    let fetch = ["fetch", &url, "vendored", "--pin", "job.completed@1.1.0"];
    repository.run(fetch).exits(0).says("1 schema, 0 equal");
    let asked = server.requests();
    repository.run(fetch).exits(0).says("nothing was asked for");
    assert_eq!(server.requests(), asked);
    assert_eq!(
        repository.read("vendored/schemas/webhooks/v1/job.completed.json"),
        repository.read("site/schemas/webhooks/v1/job.completed/1.1.0.json")
    );
}
