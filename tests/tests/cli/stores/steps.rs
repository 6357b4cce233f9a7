//! The files that readers see after every single request of a publisher, in a store that needs no other program.

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use schema_registry::released::digest;
use serde_json::Value;

use super::{
    Place,
    cloud::{Cloud, Dialect},
    http::{Harm, Moment, Origin, Request, Server},
    larger, small,
};
use crate::EXAMPLES;

/// Returns a file as readers get it.
fn seen(host: &str, path: &str) -> Option<Vec<u8>> {
    let mut stream = TcpStream::connect(host).unwrap();
    // The path as the client writes it.
    let key = format!("base/{path}");
    let key = key
        .replace('/', "%2F")
        .replace('.', "%2E")
        .replace('_', "%5F");
    let key = key.replace('-', "%2D");
    let request = format!("GET /container/{key} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let head = answer.windows(4).position(|it| it == b"\r\n\r\n").unwrap();
    let is_there = answer.starts_with(b"HTTP/1.1 200");
    is_there.then(|| answer.split_off(head + 4))
}

/// Returns the files that the published index names and that are missing.
fn missing(host: &str) -> Vec<String> {
    let Some(index) = seen(host, "index.json") else {
        return Vec::new();
    };
    let index: Value = serde_json::from_slice(&index).unwrap();
    let mut missing = Vec::new();
    let mut look = |path: &Value, sha256: Option<&Value>| {
        let Some(path) = path.as_str() else { return };
        let found = seen(host, path).map(digest);
        let is_right = sha256.is_none_or(|it| it.as_str() == found.as_deref());
        if found.is_none() || !is_right {
            missing.push(path.to_owned());
        }
    };
    for family in index["families"].as_array().unwrap() {
        for major in family["majors"].as_array().unwrap() {
            look(&major["envelope"], None);
            for event in major["events"].as_array().unwrap() {
                look(&event["schema"], None);
                look(&event["links"]["documentation"], None);
                look(&event["links"]["successor"], None);
                for revision in event["revisions"].as_array().unwrap() {
                    look(&revision["path"], Some(&revision["sha256"]));
                }
            }
        }
    }
    missing
}

fn place(server: &Server) -> Place {
    Place {
        target: "gs://container/base".into(),
        endpoint: server.url(),
    }
}

/// Whenever a publisher is killed, all files of the published index exist.
#[test]
fn after_each_request_the_index_names_what_is_there() {
    let problems = Arc::new(Mutex::new(Vec::new()));
    let steps = Arc::new(AtomicUsize::new(0));
    let (found, count) = (problems.clone(), steps.clone());
    let server = Server::start(
        Origin::Cloud(Cloud::new(Dialect::Google)),
        move |request: &Request, moment| {
            if moment == Moment::After && request.method != "GET" {
                count.fetch_add(1, Ordering::SeqCst);
                for path in missing(&request.headers["host"]) {
                    let step = format!("after {} {}: {path}", request.method, request.target);
                    found.lock().unwrap().push(step);
                }
            }
            Harm::None
        },
    );
    let place = place(&server);
    place.publish(&small()).exits(0);
    let first = steps.load(Ordering::SeqCst);
    place.publish(&larger()).exits(0);
    let second = steps.load(Ordering::SeqCst) - first;
    assert!(first > 20 && second > 5, "{first} and {second} requests");
    let host = server.url().replace("http://", "");
    assert!(seen(&host, "index.json").is_some(), "readers see the index");
    let problems = problems.lock().unwrap();
    assert!(problems.is_empty(), "{problems:#?}");
}

/// A publisher is held when it removes a file, while a newer one publishes that file; then the request fails, and
/// would be retried.
#[test]
fn an_older_publisher_does_not_remove_what_a_newer_one_has() {
    let is_held = Arc::new(AtomicBool::new(false));
    let is_done = Arc::new(AtomicBool::new(false));
    let (held, go_on) = (is_held.clone(), is_done.clone());
    let server = Server::start(
        Origin::Cloud(Cloud::new(Dialect::Google)),
        move |request: &Request, moment| {
            let is_first = moment == Moment::Before
                && request.method == "DELETE"
                && !held.swap(true, Ordering::SeqCst);
            if !is_first {
                return Harm::None;
            }
            while !go_on.load(Ordering::SeqCst) {
                thread::sleep(Duration::from_millis(5));
            }
            Harm::Status(503)
        },
    );
    let place = place(&server);
    let (older, newer) = (small(), larger());
    place.publish(&small()).exits(0);
    older.remove(&format!(
        "{EXAMPLES}/job.completed/newer_minor_version.json"
    ));
    older.run(["codegen"]).exits(0);
    thread::scope(|scope| {
        let run = scope.spawn(|| place.publish(&older));
        while !is_held.load(Ordering::SeqCst) {
            assert!(!run.is_finished(), "it removes the example");
            thread::sleep(Duration::from_millis(5));
        }
        place.publish(&newer).exits(0);
        is_done.store(true, Ordering::SeqCst);
        run.join()
            .unwrap()
            .exits(1)
            .says("`job.completed` 1.1.0 is published, but not released here");
    });
    place.verify(&newer).exits(0);
}
