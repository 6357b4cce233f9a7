//! The bodies that are read: examples of the repository, and bodies made from them.

/// The type of the event in a body, which a reader of a single type has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `job.created`
    JobCreated,
    /// `job.completed`
    JobCompleted,
    /// `artifact.ready`
    ArtifactReady,
    /// A type of event that no reader knows.
    Unknown,
}

impl Kind {
    /// Returns the type of event, as bodies name it.
    #[must_use]
    pub fn event_type(self) -> &'static str {
        match self {
            Self::JobCreated => "job.created",
            Self::JobCompleted => "job.completed",
            Self::ArtifactReady => "artifact.ready",
            Self::Unknown => "job.paused",
        }
    }

    /// Returns the type of event with a name.
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
    /// The type of its event.
    pub kind: Kind,
    /// The body.
    pub body: Vec<u8>,
}

/// Bodies that are read one after the other.
#[derive(Clone, Debug)]
pub struct Workload {
    /// The description of the bodies.
    pub title: &'static str,
    /// The bodies.
    pub documents: Vec<Document>,
}

impl Workload {
    /// Returns the mean size of a body in bytes.
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

/// Returns the four shapes, as compact JSON in the order in which they are written.
#[must_use]
pub fn usual() -> Workload {
    workload("the four shapes of events", four_shapes().to_vec())
}

/// Returns the four shapes, with the payload before all other fields.
#[must_use]
pub fn payload_first() -> Workload {
    let turned = four_shapes().map(|(kind, body)| {
        let (before, data) = split(&body);
        (kind, format!("{{\"data\":{data},{before}}}"))
    });
    workload("`data` before `event_type`", turned.to_vec())
}

/// Returns events of 10 kB with the fields of `artifact.ready`, one of which is a long URL.
#[must_use]
pub fn long_text() -> Workload {
    let [.., (kind, body)] = four_shapes();
    let rest = LARGE.saturating_sub(body.len() + 1);
    let query: String = "key=0123456789&".chars().cycle().take(rest).collect();
    let body = body.replacen("/download\"", &format!("/download?{query}\""), 1);
    workload(
        "an event of 10 kB: a long `download_url`",
        vec![(kind, body)],
    )
}

/// Returns events of 10 kB, most of whose fields are unknown to every reader.
#[must_use]
pub fn unknown_fields() -> Workload {
    let [.., (kind, mut body)] = four_shapes();
    let end = body.split_off(body.len() - "}}".len());
    for number in 0.. {
        if body.len() >= LARGE {
            break;
        }
        body.push_str(&format!(
            r#","unknown_{number}":{{"id":{number},"labels":["nightly","eu"],"note":null}}"#
        ));
    }
    workload(
        "an event of 10 kB: unknown fields in `data`",
        vec![(kind, body + &end)],
    )
}

/// Returns events of a type that no reader knows.
#[must_use]
pub fn unknown_events() -> Workload {
    let unknown = four_shapes().map(|(kind, body)| {
        let name = Kind::Unknown.event_type();
        (Kind::Unknown, body.replace(kind.event_type(), name))
    });
    workload("events of an unknown type", unknown.to_vec())
}

const LARGE: usize = 10_000;

fn four_shapes() -> [(Kind, String); 4] {
    macro_rules! example {
        ($path:literal) => {
            compact(include_str!(concat!(
                "../../../schemas/webhooks/v1/examples/",
                $path
            )))
        };
    }
    [
        (Kind::JobCreated, example!("job.created/queued.json")),
        (Kind::JobCompleted, example!("job.completed/succeeded.json")),
        (Kind::JobCompleted, example!("job.completed/failed.json")),
        (Kind::ArtifactReady, example!("artifact.ready/ready.json")),
    ]
}

/// Returns JSON without the space between its tokens: a [`serde_json::Value`] would change its order.
fn compact(text: &str) -> String {
    let (mut in_string, mut is_escaped) = (false, false);
    let is_kept = |character: &char| {
        let was_escaped = std::mem::replace(&mut is_escaped, in_string && *character == '\\');
        if was_escaped {
            is_escaped = false;
        } else if *character == '"' {
            in_string = !in_string;
        }
        in_string || !character.is_ascii_whitespace()
    };
    text.chars().filter(is_kept).collect()
}

/// Returns the fields before `data`, which comes last, and its value.
fn split(body: &str) -> (&str, &str) {
    let inner = body
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    inner
        .and_then(|inner| inner.split_once(",\"data\":"))
        .unwrap_or_default()
}

fn workload(title: &'static str, bodies: Vec<(Kind, String)>) -> Workload {
    let documents = bodies
        .into_iter()
        .map(|(kind, body)| Document {
            kind,
            body: body.into_bytes(),
        })
        .collect();
    Workload { title, documents }
}
