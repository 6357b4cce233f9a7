//! The list of all contenders that read and write, and the ratios that this project's types have to reach.

use std::hint::black_box;

use scrapenest_webhooks::v1 as ours;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    derived,
    documents::{Document, Kind},
    hand_written,
    typify::webhooks_v1 as typify,
    validated,
};

/// The measured function: reads or writes a body, and returns whether it was accepted.
pub type Run<T> = Box<dyn Fn(&T) -> bool>;

/// A contender that reads bodies.
pub struct Reader {
    /// Its name in the tables.
    pub name: &'static str,
    /// Its method, in a few words.
    pub about: &'static str,
    /// True if it accepts exactly what the schemas accept.
    pub exact: bool,
    /// A function that reads a body, drops the value, and returns whether the body was accepted.
    pub read: Run<Document>,
}

/// A contender that writes bodies that were read before.
pub struct Writer {
    /// Its name in the tables.
    pub name: &'static str,
    /// A function that reads a body, and returns a function that writes it to the end of a buffer.
    pub prepare: fn(&Document) -> Option<Write>,
}

/// A function that writes one event to the end of a buffer.
pub type Write = Box<dyn Fn(&mut Vec<u8>) -> bool>;

/// The ratio that one contender has to reach compared with another one.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The contender of this project.
    pub ours: &'static str,
    /// The other contender.
    pub peer: &'static str,
    /// The greatest ratio of their times.
    pub at_most: f64,
}

/// The name of this project's owned types.
pub const OURS: &str = "ours, owned";
/// The name of this project's borrowed types.
pub const OURS_BORROWED: &str = "ours, borrowed";
/// The name of typify's structs.
pub const TYPIFY: &str = "typify, one type per event";
/// The name of typify's choice between all events.
pub const TYPIFY_UNION: &str = "typify, untagged union";
/// The name of the owned visitors.
pub const HAND_WRITTEN: &str = "hand-written, owned";
/// The name of the borrowed visitors.
pub const HAND_WRITTEN_BORROWED: &str = "hand-written, borrowed";
/// The name of the validator that a macro makes.
pub const COMPILED: &str = "`Value` + compile-time validator";

/// The ratios that reading has to reach.
pub const READING: &[Target] = &[
    Target {
        ours: OURS,
        peer: TYPIFY,
        at_most: 0.75,
    },
    Target {
        ours: OURS,
        peer: TYPIFY_UNION,
        at_most: 0.55,
    },
    Target {
        ours: OURS,
        peer: HAND_WRITTEN,
        at_most: 1.05,
    },
    Target {
        ours: OURS,
        peer: COMPILED,
        at_most: 0.8,
    },
    Target {
        ours: OURS_BORROWED,
        peer: HAND_WRITTEN_BORROWED,
        at_most: 1.05,
    },
];

/// The ratios that writing has to reach.
pub const WRITING: &[Target] = &[Target {
    ours: OURS,
    peer: HAND_WRITTEN,
    at_most: 1.05,
}];

/// The greatest cost of `data` before `event_type`, compared with the usual order.
pub const PAYLOAD_FIRST: f64 = 1.35;

/// Returns all contenders that read. The first is this project's, and the others are compared with it.
///
/// # Errors
///
/// Returns an error if the validators cannot be built.
pub fn readers() -> Result<Vec<Reader>, String> {
    let at_run_time = validated::at_run_time()?;
    let at_compile_time = validated::at_compile_time();
    let reader = |name, about, exact, read| Reader {
        name,
        about,
        exact,
        read,
    };
    Ok(vec![
        reader(
            OURS,
            "`v1::Event`, all constraints",
            true,
            Box::new(|document| {
                let read = ours::Event::from_slice(&document.body);
                black_box(read).is_ok()
            }),
        ),
        reader(
            OURS_BORROWED,
            "`v1::EventRef`, the same, strings borrowed from the body",
            true,
            Box::new(|document| {
                let read = ours::borrowed::EventRef::from_slice(&document.body);
                black_box(read).is_ok()
            }),
        ),
        reader(
            HAND_WRITTEN,
            "visitors, all constraints, dates parsed by jiff and kept as strings",
            true,
            Box::new(|document| {
                let read = std::str::from_utf8(&document.body)
                    .ok()
                    .and_then(|body| serde_json::from_str::<hand_written::Owned>(body).ok());
                black_box(read).is_some()
            }),
        ),
        reader(
            HAND_WRITTEN_BORROWED,
            "the same, strings borrowed from the body",
            true,
            Box::new(|document| {
                let read = std::str::from_utf8(&document.body)
                    .ok()
                    .and_then(|body| serde_json::from_str::<hand_written::Borrowed<'_>>(body).ok());
                black_box(read).is_some()
            }),
        ),
        reader(
            TYPIFY,
            "the type is known; checks patterns and lengths, not bounds and URIs",
            false,
            Box::new(|document| match document.kind {
                Kind::JobCreated => read::<typify::JobCreatedEvent>(document),
                Kind::JobCompleted => read::<typify::JobCompletedEvent>(document),
                Kind::ArtifactReady => read::<typify::ArtifactReadyEvent>(document),
                Kind::Unknown => false,
            }),
        ),
        reader(
            TYPIFY_UNION,
            "each type is tried in turn",
            false,
            owned::<typify::AnyEvent>(),
        ),
        reader(
            "`derive`, enum with a tag",
            "`flatten`, `tag` and `content`; only dates and UUIDs are checked",
            false,
            owned::<derived::Event>(),
        ),
        reader(
            "`Value` alone",
            "`serde_json::Value`, nothing is checked",
            false,
            owned::<Value>(),
        ),
        reader(
            "`Value` + run-time validator",
            "`jsonschema`, built once; no types",
            true,
            validated_by(at_run_time),
        ),
        reader(
            COMPILED,
            "`jsonschema`'s macro; no types",
            true,
            validated_by(at_compile_time),
        ),
    ])
}

/// All contenders that write. The first is this project's.
pub const WRITERS: &[Writer] = &[
    Writer {
        name: OURS,
        prepare: prepare::<ours::Event>,
    },
    Writer {
        name: HAND_WRITTEN,
        prepare: prepare::<hand_written::Owned>,
    },
    Writer {
        name: "`derive`, enum with a tag",
        prepare: prepare::<derived::Event>,
    },
    Writer {
        name: TYPIFY,
        prepare: |document| match document.kind {
            Kind::JobCreated => prepare::<typify::JobCreatedEvent>(document),
            Kind::JobCompleted => prepare::<typify::JobCompletedEvent>(document),
            Kind::ArtifactReady => prepare::<typify::ArtifactReadyEvent>(document),
            Kind::Unknown => None,
        },
    },
];

fn read<T: DeserializeOwned>(document: &Document) -> bool {
    black_box(serde_json::from_slice::<T>(&document.body)).is_ok()
}

fn owned<T: DeserializeOwned + 'static>() -> Run<Document> {
    Box::new(read::<T>)
}

fn validated_by(validate: validated::Validate) -> Run<Document> {
    Box::new(move |document| {
        let Ok(value) = serde_json::from_slice::<Value>(&document.body) else {
            return false;
        };
        validate(document.kind, black_box(&value))
    })
}

fn prepare<T: DeserializeOwned + Serialize + 'static>(document: &Document) -> Option<Write> {
    let value: T = serde_json::from_slice(&document.body).ok()?;
    Some(Box::new(move |buffer| {
        serde_json::to_writer(buffer, black_box(&value)).is_ok()
    }))
}
