//! The bodies that are read: examples of the repository, and others made from them.

use serde_json::{Map, Value, json};

/// Which type of event a body is of: a reader of a single type has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `job.created`
    JobCreated,
    /// `job.completed`
    JobCompleted,
    /// `artifact.ready`
    ArtifactReady,
    /// A type of event that nobody knows.
    Unknown,
}

impl Kind {
    /// The type of event, as bodies name it.
    #[must_use]
    pub fn event_type(self) -> &'static str {
        match self {
            Self::JobCreated => "job.created",
            Self::JobCompleted => "job.completed",
            Self::ArtifactReady => "artifact.ready",
            Self::Unknown => "job.paused",
        }
    }

    /// The type of event of a name.
    #[must_use]
    pub fn of(event_type: &str) -> Self {
        [Self::JobCreated, Self::JobCompleted, Self::ArtifactReady]
            .into_iter()
            .find(|kind| kind.event_type() == event_type)
            .unwrap_or(Self::Unknown)
    }
}

/// A body to be read.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its type of event.
    pub kind: Kind,
    /// The body.
    pub body: Vec<u8>,
}

impl Document {
    fn new(kind: Kind, body: &Value) -> Self {
        Self {
            kind,
            body: body.to_string().into_bytes(),
        }
    }
}

/// Bodies that are read one after the other.
#[derive(Clone, Debug)]
pub struct Workload {
    /// What the bodies have in common.
    pub title: &'static str,
    /// The bodies.
    pub documents: Vec<Document>,
}

impl Workload {
    /// The mean size of a body in bytes.
    #[must_use]
    pub fn mean_bytes(&self) -> usize {
        let total: usize = self
            .documents
            .iter()
            .map(|document| document.body.len())
            .sum();
        total / self.documents.len().max(1)
    }
}

/// The four shapes of events, as compact JSON in the order in which they are written.
///
/// # Errors
///
/// If an example is not JSON.
pub fn four_shapes() -> serde_json::Result<Vec<(Kind, Value)>> {
    macro_rules! example {
        ($path:literal) => {
            serde_json::from_str(include_str!(concat!(
                "../../../schemas/webhooks/v1/examples/",
                $path
            )))?
        };
    }
    Ok(vec![
        (Kind::JobCreated, example!("job.created/queued.json")),
        (Kind::JobCompleted, example!("job.completed/succeeded.json")),
        (Kind::JobCompleted, example!("job.completed/failed.json")),
        (Kind::ArtifactReady, example!("artifact.ready/ready.json")),
    ])
}

/// The four shapes.
///
/// # Errors
///
/// If an example is not JSON.
pub fn usual() -> serde_json::Result<Workload> {
    workload("the four shapes of events", four_shapes()?)
}

/// The four shapes, with the payload before all else.
///
/// # Errors
///
/// If an example is not JSON.
pub fn payload_first() -> serde_json::Result<Workload> {
    let turned = four_shapes()?.into_iter().map(|(kind, body)| {
        let mut first = Map::new();
        if let Some(data) = body.get("data") {
            first.insert("data".into(), data.clone());
        }
        for (name, value) in body.as_object().into_iter().flatten() {
            first.insert(name.clone(), value.clone());
        }
        (kind, Value::Object(first))
    });
    workload("`data` before `event_type`", turned.collect())
}

/// Events of 10 kB: their fields are those of `artifact.ready`, and the address is long.
///
/// # Errors
///
/// If an example is not JSON.
pub fn long_text() -> serde_json::Result<Workload> {
    let (kind, mut body) = artifact_ready()?;
    let rest = LARGE - body.to_string().len();
    let query: String = "X-Amz-Signature=0123456789abcdef%2F"
        .chars()
        .cycle()
        .take(rest - 1)
        .collect();
    if let Some(address) = body.pointer_mut("/data/download_url")
        && let Some(text) = address.as_str()
    {
        *address = format!("{text}?{}", query.trim_end_matches(['%', '2'])).into();
    }
    workload(
        "an event of 10 kB: a long `download_url`",
        vec![(kind, body)],
    )
}

/// Events of 10 kB: what they have beside the fields of `artifact.ready` is unknown to every reader.
///
/// # Errors
///
/// If an example is not JSON.
pub fn unknown_fields() -> serde_json::Result<Workload> {
    let (kind, mut body) = artifact_ready()?;
    let mut number = 0;
    while body.to_string().len() < LARGE {
        number += 1;
        let field =
            json!({ "id": number, "labels": ["nightly", "eu"], "ratio": 0.25, "note": null });
        if let Some(data) = body.get_mut("data").and_then(Value::as_object_mut) {
            data.insert(format!("unknown_{number}"), field);
        }
    }
    workload(
        "an event of 10 kB: unknown fields in `data`",
        vec![(kind, body)],
    )
}

/// Events of a type that no reader knows.
///
/// # Errors
///
/// If an example is not JSON.
pub fn unknown_events() -> serde_json::Result<Workload> {
    let unknown = four_shapes()?.into_iter().map(|(_, mut body)| {
        if let Some(fields) = body.as_object_mut() {
            let name = Kind::Unknown.event_type();
            fields.insert("event_type".into(), name.into());
            fields.insert(
                "schema_ref".into(),
                format!("schemas/webhooks/v1/{name}.json").into(),
            );
        }
        (Kind::Unknown, body)
    });
    workload("events of an unknown type", unknown.collect())
}

const LARGE: usize = 10_000;

fn artifact_ready() -> serde_json::Result<(Kind, Value)> {
    let found = four_shapes()?.pop();
    found.ok_or_else(|| serde::de::Error::custom("there is no example"))
}

fn workload(title: &'static str, bodies: Vec<(Kind, Value)>) -> serde_json::Result<Workload> {
    let documents = bodies
        .iter()
        .map(|(kind, body)| Document::new(*kind, body))
        .collect();
    Ok(Workload { title, documents })
}
