//! Tests `examples/axum.rs`, which receives real deliveries over a local socket.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    time::{Duration, SystemTime},
};

use receiver::{Delivery, MAX_BODY_BYTES, Seen};
use scrapenest_webhooks::{
    Uuid,
    signature::{Verifier, sign},
    v1::{Data, Event},
};
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    runtime::Runtime,
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

#[path = "../examples/axum.rs"]
#[allow(dead_code, reason = "`main` and what it alone calls")]
mod receiver;

const SECRET: &str = "whsec_BwgJCgsMDQ4PEBESExQVFhcYGRobHB0e";

/// The longest time that anything may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);

const EXAMPLES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../schemas/webhooks/v1/examples"
);

type Headers = [(&'static str, String); 3];

/// A running receiver.
struct Server {
    runtime: Runtime,
    address: SocketAddr,
    queue: mpsc::Receiver<Delivery>,
    stop: oneshot::Sender<()>,
    server: JoinHandle<std::io::Result<()>>,
}

impl Server {
    #[track_caller]
    fn start(queue_length: usize) -> Self {
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let verifier = Verifier::new(SECRET).unwrap();
        let (sender, queue) = mpsc::channel(queue_length);
        let (stop, stopped) = oneshot::channel::<()>();
        let server = runtime.spawn(receiver::serve(listener, verifier, sender, async {
            let _ = stopped.await;
        }));
        Self {
            runtime,
            address,
            queue,
            stop,
            server,
        }
    }

    /// Posts a body, and returns the status of the response.
    fn post(&self, headers: &Headers, body: &[u8]) -> u16 {
        let mut request = format!(
            "POST /webhooks HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n",
            self.address,
            body.len()
        );
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        request += "\r\n";
        self.send(&[request.as_bytes(), body].concat())
    }

    /// Signs a body and posts it.
    fn deliver(&self, body: &[u8]) -> u16 {
        self.post(&signed(body, now()), body)
    }

    #[track_caller]
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    #[track_caller]
    fn send(&self, request: &[u8]) -> u16 {
        let mut stream = self.connect();
        stream.write_all(request).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap_or_default();
        status.parse().unwrap_or_else(|_| panic!("{answer}"))
    }

    #[track_caller]
    fn next_event(&mut self) -> Event {
        match self.queue.try_recv() {
            Ok(Delivery::Event(event)) => *event,
            Ok(Delivery::Parked(parked)) => panic!("parked: {}", parked.error),
            Err(_) => panic!("nothing is queued"),
        }
    }

    #[track_caller]
    fn assert_queue_is_empty(&mut self) {
        assert!(self.queue.try_recv().is_err(), "something is queued");
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the receiver compares with the clock"
)]
fn now() -> SystemTime {
    SystemTime::now()
}

#[track_caller]
fn signed(body: &[u8], at: SystemTime) -> Headers {
    sign(SECRET, "msg_1", at, body).unwrap()
}

/// Returns the first example of an event, with an id that ends in `number`.
fn event(number: u32) -> Value {
    let mut folders: Vec<_> = fs::read_dir(EXAMPLES)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    let files = folders.iter().flat_map(|folder| json_files(folder));
    let mut body: Value = serde_json::from_slice(&fs::read(files.min().unwrap()).unwrap()).unwrap();
    body["event_id"] = json!(format!("2b1f0e63-2c4b-4c40-9cb1-5d14{number:08x}"));
    body
}

fn body(number: u32) -> Vec<u8> {
    event(number).to_string().into_bytes()
}

#[test]
fn a_good_delivery_is_queued_once() {
    let mut server = Server::start(10);
    let body = body(1);
    assert_eq!(server.deliver(&body), 204);
    assert_eq!(server.next_event(), Event::from_slice(&body).unwrap());

    // The sender has not received the response, and tries again with another signature.
    let again = signed(&body, now() - Duration::from_secs(60));
    assert_eq!(server.post(&again, &body), 204);
    server.assert_queue_is_empty();
}

#[test]
fn an_event_of_an_unknown_type_is_queued() {
    let mut server = Server::start(10);
    let mut body = event(1);
    body["event_type"] = json!("job.paused");
    body["schema_ref"] = json!("schemas/webhooks/v1/job.paused.json");
    body["data"] = json!({ "paused_by": "Zoë" });
    assert_eq!(server.deliver(body.to_string().as_bytes()), 204);
    match server.next_event().data {
        Data::Unknown(event) => assert_eq!(event.event_type.as_str(), "job.paused"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_delivery_that_cannot_be_verified_is_401() {
    let mut server = Server::start(10);
    let body = body(1);
    let other_body = signed(b"{}", now());
    assert_eq!(server.post(&other_body, &body), 401);
    let other_secret = sign(
        "whsec_HwgJCgsMDQ4PEBESExQVFhcYGRobHB0e",
        "msg_1",
        now(),
        &body,
    )
    .unwrap();
    assert_eq!(server.post(&other_secret, &body), 401);
    for stale in [
        now() - Duration::from_secs(310),
        now() + Duration::from_secs(310),
    ] {
        assert_eq!(server.post(&signed(&body, stale), &body), 401);
    }
    let unsigned =
        b"POST /webhooks HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(server.send(unsigned), 401);
    server.assert_queue_is_empty();
    // A rejected event does not count as seen.
    assert_eq!(server.deliver(&body), 204);
    server.next_event();
}

#[test]
fn a_body_that_is_no_event_is_400_and_parked() {
    let mut server = Server::start(10);
    let mut bad = event(1);
    bad["occurred_at"] = json!(-1);
    let bad = bad.to_string();
    for (body, path) in [
        (bad.as_bytes(), "occurred_at"),
        (b"{}", "event_type"),
        (b"", ""),
        (b"not JSON", ""),
        (b"\xff", ""),
    ] {
        assert_eq!(server.deliver(body), 400);
        let Ok(Delivery::Parked(parked)) = server.queue.try_recv() else {
            panic!("{} is not parked", String::from_utf8_lossy(body));
        };
        assert_eq!(parked.body, body);
        assert_eq!(parked.error.path(), path, "{}", parked.error);
    }
    // The valid event with the same id is not a duplicate.
    assert_eq!(server.deliver(&body(1)), 204);
    server.next_event();
}

#[test]
fn a_body_that_is_too_large_is_413() {
    let mut server = Server::start(10);
    let mut body = body(1);
    body.resize(MAX_BODY_BYTES, b' ');
    assert_eq!(server.deliver(&body), 204);
    server.next_event();
    body.push(b' ');
    assert_eq!(server.deliver(&body), 413);

    let mut chunked = b"POST /webhooks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
        Transfer-Encoding: chunked\r\n\r\n"
        .to_vec();
    chunked.extend(format!("{:x}\r\n", body.len()).into_bytes());
    chunked.extend(&body);
    chunked.extend(b"\r\n0\r\n\r\n");
    assert_eq!(server.send(&chunked), 413);
    server.assert_queue_is_empty();
}

#[test]
fn a_full_queue_loses_nothing() {
    let mut server = Server::start(1);
    assert_eq!(server.deliver(&body(1)), 204);
    assert_eq!(server.deliver(&body(2)), 503);
    assert_eq!(server.deliver(b"{}"), 503);
    server.next_event();
    assert_eq!(server.deliver(&body(2)), 204);
    server.next_event();
    assert_eq!(server.deliver(b"{}"), 400);
}

#[test]
fn the_memory_of_events_is_bounded() {
    let id = |number: u32| -> Uuid { event(number)["event_id"].as_str().unwrap().parse().unwrap() };
    let mut seen = Seen::new(3);
    for number in 0..3 {
        assert!(seen.is_new(id(number)));
        assert!(!seen.is_new(id(number)));
    }
    assert!(seen.is_new(id(3)), "it takes the place of 0");
    assert!(!seen.is_new(id(1)) && !seen.is_new(id(2)) && !seen.is_new(id(3)));
    assert!(seen.is_new(id(0)));
}

#[test]
fn all_examples_are_answered_as_their_folder_says() {
    let mut server = Server::start(10);
    let (mut valid, mut invalid) = (0, 0);
    for events in fs::read_dir(EXAMPLES).unwrap() {
        let events = events.unwrap().path();
        for file in json_files(&events) {
            let mut body: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
            valid += 1;
            // The examples share their ids.
            body["event_id"] = event(valid)["event_id"].take();
            assert_eq!(
                server.deliver(body.to_string().as_bytes()),
                204,
                "{}",
                file.display()
            );
            server.next_event();
        }
        for file in json_files(&events.join("invalid")) {
            let case: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
            let body = case["body"].to_string();
            invalid += 1;
            assert_eq!(server.deliver(body.as_bytes()), 400, "{}", file.display());
            let Ok(Delivery::Parked(parked)) = server.queue.try_recv() else {
                panic!("{} is not parked", file.display());
            };
            assert_eq!(parked.body, body);
        }
    }
    assert!(
        valid >= 10 && invalid >= 10,
        "{valid} and {invalid} examples"
    );
}

#[track_caller]
fn json_files(folder: &Path) -> Vec<std::path::PathBuf> {
    // Not every event has examples of rejected bodies.
    if !folder.exists() {
        return Vec::new();
    }
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect()
}

#[test]
fn what_has_come_is_answered_before_the_end() {
    let server = Server::start(10);
    let body = body(1);
    let headers = signed(&body, now());
    let mut request = format!(
        "POST /webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n",
        body.len()
    );
    for (name, value) in &headers {
        request += &format!("{name}: {value}\r\n");
    }
    request += "Expect: 100-continue\r\n\r\n";
    let mut stream = server.connect();
    stream.write_all(request.as_bytes()).unwrap();
    // The receiver asks for the body as soon as it handles the request.
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");

    server.stop.send(()).unwrap();
    // The receiver accepts no more connections as soon as it stops.
    let stopped = now();
    while TcpStream::connect(server.address).is_ok() {
        let waited = stopped.elapsed().unwrap_or_default();
        assert!(waited < PATIENCE, "the server does not end");
        std::thread::yield_now();
    }
    assert!(
        !server.server.is_finished(),
        "a request is not answered yet"
    );
    stream.write_all(&body).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");

    let ended = server
        .runtime
        .block_on(async { tokio::time::timeout(PATIENCE, server.server).await });
    ended.expect("the server goes on").unwrap().unwrap();
    assert!(TcpStream::connect(server.address).is_err());
    // The sender of the queue is dropped with the server, and queued events stay.
    let mut queue = server.queue;
    assert!(matches!(queue.blocking_recv(), Some(Delivery::Event(_))));
    assert!(queue.blocking_recv().is_none());
}
