//! Work that grows at most in proportion to its input.
//!
//! Ratios of processor times are compared, which other work on the machine hardly changes. Each test runs alone,
//! since the time of child processes is counted for all of them together.

// The clocks of threads and of child processes.
#![cfg(unix)]
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    fs,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use nix::{
    sys::{
        resource::{UsageWho, getrusage},
        time::TimeValLike,
    },
    time::{ClockId, clock_gettime},
};
use repository_tests::{
    generated::{frozen::v1 as webhooks, shop::v1 as shop},
    properties::{longer, texts},
    registries::of_files,
    synthetic::{Size, files},
    targets,
    tool::Repository,
};
use schema_registry::model::Registry;
use serde_json::Value;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    let guard = ONE_AT_A_TIME.lock();
    guard.unwrap_or_else(PoisonError::into_inner)
}

/// Returns the processor time that this thread takes for a function.
#[track_caller]
fn of_thread(run: impl Fn()) -> Duration {
    let clock = || Duration::from(clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).unwrap());
    let start = clock();
    run();
    clock() - start
}

/// Returns the processor time that child processes take, with their own children. The time of the system is left
/// out: that of a file system depends on its earlier content.
#[track_caller]
fn of_children(run: impl Fn()) -> Duration {
    let clock = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
        let time = usage.user_time().num_microseconds();
        Duration::from_micros(time.unsigned_abs())
    };
    let start = clock();
    run();
    clock() - start
}

/// Returns the ratio of two times: the least of three ratios, or the first that is small enough. Caches that other
/// work has emptied can only make a ratio look worse.
fn ratio(most: f64, small: impl Fn() -> Duration, large: impl Fn() -> Duration) -> f64 {
    let mut least = f64::INFINITY;
    for _ in 0..3 {
        least = large().div_duration_f64(small()).min(least);
        if least < most * 0.75 {
            break;
        }
    }
    least
}

/// A check that backtracks in a string would take a hundred times as long.
#[test]
fn long_texts_take_linear_time() {
    const MOST: f64 = 30.0;
    let _alone = alone();
    let shop = |body: &[u8]| drop(shop::Event::<shop::Data>::from_slice(body));
    let webhooks = |body: &[u8]| drop(webhooks::Event::<webhooks::Data>::from_slice(body));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let patterns = "tests/fixtures/everything/shop/v1/examples/text.patterns.and_lengths";
    let examples = "tests/fixtures/webhooks/webhooks/v1/examples";
    type Read<'r> = &'r dyn Fn(&[u8]);
    let subjects: [(&str, Read<'_>); 4] = [
        (&format!("{patterns}/good.json"), &shop),
        (&format!("{examples}/job.created/queued.json"), &webhooks),
        (&format!("{examples}/job.completed/failed.json"), &webhooks),
        (&format!("{examples}/artifact.ready/ready.json"), &webhooks),
    ];
    let mut worst = (0.0, String::new());
    let mut count = 0;
    for (example, read) in subjects {
        let text = fs::read_to_string(root.join(example)).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        for pointer in texts(&document, "") {
            for tail in ["a", "0", "-", "ä", "a.", "\\u0061"] {
                count += 1;
                let time = |length| {
                    let body = longer(&document, &pointer, tail, length);
                    (0..3).map(|_| of_thread(|| read(&body))).min().unwrap()
                };
                let ratio = ratio(MOST, || time(100_000), || time(1_000_000));
                if ratio > worst.0 {
                    worst = (ratio, format!("{example} {pointer} {tail:?}"));
                }
            }
        }
    }
    println!("{count} texts, the worst ratio of 10^6 to 10^5 bytes is {worst:?}");
    assert!(worst.0 < MOST, "{worst:?}");
}

/// A search for each file among all others would take sixteen times as long.
#[test]
fn many_files_are_published_in_linear_time() {
    const MOST: f64 = 5.0;
    let _alone = alone();
    let with_examples = |count: usize| {
        let repository = Repository::copy();
        let examples = "schemas/webhooks/v1/examples/job.created";
        let text = repository.read(&format!("{examples}/queued_minimal.json"));
        for number in 0..count {
            repository.write(&format!("{examples}/many_{number}.json"), &text);
        }
        repository.run(["codegen"]).exits(0);
        repository
    };
    let (small, large) = (with_examples(1_000), with_examples(4_000));
    let time = |repository: &Repository| {
        if repository.at("site").exists() {
            repository.remove("site");
        }
        of_children(|| {
            repository.tool(["publish", "--to", "site"]).run().exits(0);
        })
    };
    let ratio = ratio(MOST, || time(&small), || time(&large));
    println!("the ratio of 4,000 to 1,000 files is {ratio}");
    assert!(ratio < MOST, "{ratio}");
    large.run(["verify", "site"]).exits(0);
}

#[test]
fn large_bodies_are_validated_in_linear_time() {
    const MOST: f64 = 20.0;
    let _alone = alone();
    let repository = Repository::copy();
    let example = "schemas/webhooks/v1/examples/job.completed/failed.json";
    let mut body: Value = serde_json::from_str(&repository.read(example)).unwrap();
    for length in [5_000_000, 50_000_000] {
        body["unknown"] = "x".repeat(length).into();
        repository.write(&format!("of_{length}.json"), body.to_string());
    }
    let time = |length: usize| {
        let path = format!("of_{length}.json");
        of_children(|| {
            let outcome = repository.tool(["validate", &path]).run();
            outcome.exits(0).says("a valid `job.completed`");
        })
    };
    let ratio = ratio(MOST, || time(5_000_000), || time(50_000_000));
    println!("the ratio of 50 to 5 MB is {ratio}");
    assert!(ratio < MOST, "{ratio}");
}

/// Names are not searched for in lists.
#[test]
fn many_events_are_generated_in_linear_time() {
    const MOST: f64 = 15.0;
    let _alone = alone();
    let (small, large) = (with_events(50), with_events(500));
    let time = |registry: &Registry| {
        of_thread(|| {
            let (api, findings) = targets::lower(registry);
            assert!(findings.is_empty(), "{findings:?}");
            drop(targets::render(registry, &api));
        })
    };
    let ratio = ratio(MOST, || time(&small), || time(&large));
    println!("the ratio of 500 to 50 events is {ratio}");
    assert!(ratio < MOST, "{ratio}");
}

/// Makes a registry of events that have types of their own.
fn with_events(count: usize) -> Registry {
    of_files(&files(Size::of_events(count)))
}
