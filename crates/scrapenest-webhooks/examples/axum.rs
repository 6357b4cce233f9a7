//! A complete receiver: verifies, decodes and queues deliveries, and answers before they are processed.
//!
//! ```sh
//! SCRAPENEST_WEBHOOK_SECRET=whsec_… \
//!   cargo run -p scrapenest-webhooks --features signature --example axum -- 127.0.0.1:8080
//! ```
//!
//! | Answer | When | What the sender does |
//! | --- | --- | --- |
//! | 204 | the event is queued, or it was before | nothing more |
//! | 400 | the body is not an event that this version reads; it is parked | tries again |
//! | 401 | no signature matches, or the delivery is not fresh | tries again |
//! | 408 | the body does not arrive in time | tries again |
//! | 413 | the body is too large | tries again |
//! | 503 | the queue is full | tries again |
//!
//! The queue and the list of seen events are in this process, and are lost when it ends. Events that must not be
//! lost belong in a table or a durable queue: write them there in `Receiver::accept`, with `event_id` as a unique
//! key.

use std::{
    collections::{BTreeSet, VecDeque},
    env,
    error::Error,
    io,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderMap, StatusCode},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::post,
};
use scrapenest_webhooks::{
    Uuid,
    signature::Verifier,
    v1::{Data, Event},
};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};

/// The most bytes of a body. Events are far smaller. Every request can make the process hold this much, signed or
/// not.
pub(crate) const MAX_BODY_BYTES: usize = 1024 * 1024;

/// The time limit of a response: the sender waits for 10 seconds.
const ANSWER_WITHIN: Duration = Duration::from_secs(9);

/// The most events that may wait for the worker.
const QUEUE_LENGTH: usize = 1_000;

/// The number of events that are remembered, so that each is processed once. They take about 5 MB.
const REMEMBERED_EVENTS: usize = 100_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let secret = env::var("SCRAPENEST_WEBHOOK_SECRET")
        .map_err(|error| format!("SCRAPENEST_WEBHOOK_SECRET: {error}"))?;
    let verifier = Verifier::new(&secret)?;
    let address = env::args().nth(1).unwrap_or("127.0.0.1:8080".into());
    let listener = TcpListener::bind(&address).await?;
    println!("listening on http://{}/webhooks", listener.local_addr()?);

    let (queue, deliveries) = mpsc::channel(QUEUE_LENGTH);
    let worker = tokio::spawn(work(deliveries));
    serve(listener, verifier, queue, stopped()).await?;
    // The server had the only sender of the queue, so the worker ends when the queue is empty.
    worker.await?;
    Ok(())
}

/// A delivery that the receiver passes to the worker.
pub(crate) enum Delivery {
    /// An event that was not seen before.
    Event(Box<Event>),
    /// A body that the sender has signed, and that this version cannot read.
    Parked(Parked),
}

/// A body for a person to examine: its schema is newer than this program, or someone has made a mistake. The sender
/// tries again, so the same body can be parked more than once.
pub(crate) struct Parked {
    /// The reason why it cannot be read.
    pub(crate) error: scrapenest_webhooks::Error,
    /// The body, unchanged.
    pub(crate) body: Bytes,
}

/// Processes deliveries: the actual work of the program goes here. It may take as long as it needs.
async fn work(mut deliveries: mpsc::Receiver<Delivery>) {
    while let Some(delivery) = deliveries.recv().await {
        match delivery {
            Delivery::Event(event) => match &event.data {
                Data::JobCreated(job) => println!("{}: job {} waits", event.event_id, job.job_id),
                Data::JobCompleted(_) => println!("{}: a job has ended", event.event_id),
                Data::ArtifactReady(artifact) => {
                    println!("{}: fetch {}", event.event_id, artifact.download_url);
                }
                _ => println!("{}: {}, ignored", event.event_id, event.event_type()),
            },
            Delivery::Parked(parked) => {
                let body = String::from_utf8_lossy(&parked.body);
                let id = parked.error.event_id().unwrap_or("of an unknown id");
                eprintln!("cannot read event {id}: {}\n{body}", parked.error);
            }
        }
    }
}

/// Receives deliveries until `stop` is done, then answers the open requests, and returns.
pub(crate) async fn serve(
    listener: TcpListener,
    verifier: Verifier,
    queue: mpsc::Sender<Delivery>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let receiver = Arc::new(Receiver {
        verifier,
        queue,
        seen: Mutex::new(Seen::new(REMEMBERED_EVENTS)),
    });
    let routes = Router::new()
        .route("/webhooks", post(receive))
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(middleware::from_fn(answer_in_time))
        .with_state(receiver);
    axum::serve(listener, routes)
        .with_graceful_shutdown(stop)
        .await
}

/// Handles one delivery. The body is taken as bytes, since the signature is that of the unmodified body.
async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    if let Err(error) = receiver.verifier.verify(&headers, &body) {
        eprintln!("rejected a delivery: {error}");
        return StatusCode::UNAUTHORIZED;
    }
    match Event::from_slice(&body) {
        Ok(event) => receiver.accept(event),
        Err(error) => receiver.park(Parked { error, body }),
    }
}

struct Receiver {
    verifier: Verifier,
    queue: mpsc::Sender<Delivery>,
    seen: Mutex<Seen>,
}

impl Receiver {
    /// Queues an event that was not seen before. Only a queued event counts as seen: if the queue is full, the
    /// sender tries again.
    fn accept(&self, event: Event) -> StatusCode {
        let Ok(place) = self.queue.try_reserve() else {
            return StatusCode::SERVICE_UNAVAILABLE;
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.is_new(event.event_id) {
            place.send(Delivery::Event(Box::new(event)));
        }
        StatusCode::NO_CONTENT
    }

    fn park(&self, parked: Parked) -> StatusCode {
        match self.queue.try_send(Delivery::Parked(parked)) {
            Ok(()) => StatusCode::BAD_REQUEST,
            Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// The last seen events, at most as many as its capacity.
pub(crate) struct Seen {
    capacity: usize,
    ids: BTreeSet<Uuid>,
    oldest_first: VecDeque<Uuid>,
}

impl Seen {
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            capacity,
            ids: BTreeSet::new(),
            oldest_first: VecDeque::new(),
        }
    }

    /// Remembers an event, and reports whether it was not remembered before.
    pub(crate) fn is_new(&mut self, id: Uuid) -> bool {
        if !self.ids.insert(id) {
            return false;
        }
        self.oldest_first.push_back(id);
        if self.oldest_first.len() > self.capacity
            && let Some(oldest) = self.oldest_first.pop_front()
        {
            self.ids.remove(&oldest);
        }
        true
    }
}

async fn answer_in_time(request: Request, next: Next) -> Response {
    match timeout(ANSWER_WITHIN, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

/// Waits until Ctrl-C is pressed, or the process is told to end.
async fn stopped() {
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<Option<()>>();
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}
