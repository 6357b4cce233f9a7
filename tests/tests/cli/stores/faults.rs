//! Faults of a network, a server and a clock: publications stay complete, and the error names the reason.

use fastrand::Rng;

use super::{
    Place,
    http::{Harm, Origin, Request, Server},
    larger,
    moto::Moto,
    small, with_credentials,
};
use crate::cli::release::released;

/// Returns a random fault for about one request of four.
pub(super) fn harm(rng: &mut Rng) -> Harm {
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
    // The server answers reads, and accepts no writes.
    let down = moto.harming("PUT", "", Harm::Status(503));
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

/// A server that accepts a request and does not answer for the time limit of a run is given up.
#[test]
fn a_server_that_never_answers_is_an_error() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    for method in ["GET", "PUT"] {
        let silent = moto.harming(method, "", Harm::Late(3_600_000));
        let endpoint = silent.url();
        let publish = ["publish", "--to", &place.target, "--endpoint", &endpoint];
        let outcome = with_credentials(newer.tool(publish))
            .env("AWS_TIMEOUT", "200ms")
            .run();
        outcome.exits(2).complains("operation timed out");
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
        .complains("the server does not accept its own ETags");
    // Revisions that nothing names are harmless, and the next run continues.
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
