//! Different publishers at the same time: one wins, and the others report why they do not.

use std::{
    process::Child,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use repository_tests::tool::{Outcome, Repository};

use super::{
    Place, change_an_example,
    http::{Harm, Moment, Origin, Request, Server},
    larger,
    moto::Moto,
    small,
};
use crate::{COMPLETED, CREATED, cli::release::RELEASE};

/// Holds a publisher when it writes a file for the first time, while another one runs; then the write has a fault.
/// Returns the outcomes of both.
#[track_caller]
fn held(
    (moto, place): (&Moto, &Place),
    publisher: &Repository,
    other: &Repository,
    (path, moment, harm): (&'static str, Moment, Harm),
) -> (Outcome, Outcome) {
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
        let run = scope.spawn(|| slow.publish(publisher));
        while !is_held.load(Ordering::SeqCst) {
            assert!(!run.is_finished(), "it writes {path}");
            thread::sleep(Duration::from_millis(5));
        }
        let other = place.publish(other);
        is_done.store(true, Ordering::SeqCst);
        (run.join().unwrap(), other)
    })
}

/// Holds an older publisher while a newer one runs, and checks that the older one stops.
#[track_caller]
fn assert_older_stops(path: &'static str, moment: Moment, harm: Harm) {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    // It has something to publish, and less than the newer one.
    change_an_example(&older);
    let (stopped, other) = held((&moto, &place), &older, &newer, (path, moment, harm));
    other.exits(0);
    stopped
        .exits(1)
        .says("`job.completed` 1.1.0 is published, but not released here");
    place.verify(&newer).exits(0);
}

#[test]
fn an_older_publisher_does_not_replace_a_newer_index() {
    assert_older_stops("/index.json", Moment::Before, Harm::None);
}

#[test]
fn an_older_publisher_stops_once_there_is_a_newer_index() {
    assert_older_stops("/index.json", Moment::After, Harm::None);
}

/// The newer publisher did not change the file, so its version is still the one that was read.
#[test]
fn a_write_that_failed_is_not_repeated_over_a_newer_index() {
    for harm in [Harm::Status(503), Harm::Status(429), Harm::Hang] {
        assert_older_stops("/queued_minimal.json", Moment::Before, harm);
    }
}

/// Two publishers with the same revisions and other files do not replace each other's files forever.
#[test]
fn of_two_publishers_with_other_examples_one_stops() {
    let Some(moto) = Moto::start() else { return };
    for (at, moment) in [
        ("/index.json", Moment::Before),
        ("/index.json", Moment::After),
        ("/manifest.json", Moment::Before),
        ("/queued_minimal.json", Moment::Before),
    ] {
        let (one, other) = (small(), small());
        let place = Place::of(&moto);
        place.publish(&small()).exits(0);
        change_an_example(&one);
        let example = format!("{}/job.created/queued_minimal.json", crate::EXAMPLES);
        other.replace(&example, "acme", "another");
        other.run(["codegen"]).exits(0);
        let (stopped, winner) = held((&moto, &place), &one, &other, (at, moment, Harm::None));
        winner.exits(0);
        stopped
            .exits(1)
            .says("another publisher has published the same revisions with other files")
            .says("queued_minimal.json");
        place.verify(&other).exits(0);
        place.publish(&other).exits(0).says("0 new, 0 changed");
        // Run again, it publishes.
        place.publish(&one).exits(0);
        place.verify(&one).exits(0);
        // Each index has the next number, including that of the publisher that was held.
        let number = match (at, moment) {
            ("/index.json", Moment::Before) => 3,
            _ => 4,
        };
        place
            .run(&one, &["fetch", &place.target, "vendored"])
            .exits(0);
        let lock = one.read("vendored/schemas.lock");
        assert!(
            lock.contains(&format!("\nnumber = {number}\n")),
            "{at} {lock}"
        );
    }
}

/// Returns a release of two events with a text.
#[track_caller]
fn both(text: &str) -> Repository {
    let repository = small();
    for path in [CREATED, COMPLETED] {
        repository.edit(path, |root| root["description"] = text.into());
    }
    repository.run(RELEASE).exits(0);
    repository
}

/// Of two publishers with different bytes for the same revisions, one publishes all of them and the other none:
/// nothing of it is left, and it reports the reason.
#[test]
fn of_two_different_releases_one_is_published() {
    let Some(moto) = Moto::start() else { return };
    let before = small();
    let (one, other) = (both("One text."), both("Another text."));
    for _ in 0..12 {
        let place = Place::of(&moto);
        place.publish(&before).exits(0);
        let publish = ["publish", "--to", &place.target];
        let runs = [&one, &other].map(|it| place.command(it, &publish).spawn().unwrap());
        let ends = runs.map(|mut run: Child| run.wait().unwrap().code());
        let (winner, loser) = match ends {
            [Some(0), Some(1)] => (&one, &other),
            [Some(1), Some(0)] => (&other, &one),
            ends => panic!("{ends:?}"),
        };
        place.verify(winner).exits(0).says_nothing_of("claimed");
        place.publish(winner).exits(0).says("0 new, 0 changed");
        place
            .publish(loser)
            .exits(1)
            .says("job.completed/1.0.1.json")
            .says("job.created/1.0.1.json")
            .says("a revision never changes: the digest at the destination is ");
    }
}

/// A publisher that has claimed a revision keeps it, although it does not exist yet.
#[test]
fn what_is_claimed_is_taken() {
    let Some(moto) = Moto::start() else { return };
    let (one, other) = (both("One text."), both("Another text."));
    let place = Place::of(&moto);
    place.publish(&small()).exits(0);
    let at = ("/job.completed/1.0.1.json", Moment::Before, Harm::None);
    let (winner, loser) = held((&moto, &place), &one, &other, at);
    loser.exits(1).says("job.completed/1.0.1.json").says(
        "another publisher has claimed it: a revision never changes: the digest at the destination is ",
    );
    winner.exits(0);
    place.verify(&one).exits(0).says_nothing_of("claimed");
}

/// A publisher that stopped after its claims does not block others, and can continue later.
#[test]
fn what_is_claimed_and_not_published_is_noted() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    let stopped = moto.harming("PUT", "/index.json", Harm::Status(400));
    place.through(&stopped).publish(&newer).exits(2);
    place
        .verify(&older)
        .exits(0)
        .says("`schemas/webhooks/v1/job.completed/1.1.0.json` is claimed but not published");
    change_an_example(&older);
    place.publish(&older).exits(0).says_nothing_of("note: ");
    place.verify(&older).exits(0);
    // Its path is claimed, although nothing names it.
    place
        .publish(&super::conflicting())
        .exits(1)
        .says("job.completed/1.1.0.json")
        .says("a revision never changes");
    place.publish(&newer).exits(0);
    place
        .verify(&newer)
        .exits(0)
        .says_nothing_of("claimed but not published");
}

/// The files that a build needs come right after the index, so a publication that is unfinished does not break
/// builds.
#[test]
fn a_publication_that_was_cut_off_can_be_fetched() {
    let Some(moto) = Moto::start() else { return };
    let (older, newer) = (small(), larger());
    let place = Place::of(&moto);
    place.publish(&older).exits(0);
    let stopped = moto.harming("PUT", "/job.completed.json", Harm::Status(400));
    place.through(&stopped).publish(&newer).exits(2);
    place
        .run(&newer, &["fetch", &place.target, "vendored"])
        .exits(0)
        .says("job.completed.json 1.1.0");
    place.verify(&newer).exits(1);
    place.publish(&newer).exits(0);
    place.verify(&newer).exits(0);
}
