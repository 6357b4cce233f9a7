//! Typed webhook events of [ScrapeNest](https://docs.scrapenest.com), generated from their JSON
//! Schemas.
//!
//! `from_slice` turns bytes into a typed event, or returns an error that names the field, the line and the column:
//!
//! ```
//! use scrapenest_webhooks::v1::{Data, Event, JobCompleted};
//!
//! let body = br#"{
//!   "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
//!   "event_type": "job.completed",
//!   "occurred_at": "2024-01-01T12:03:10Z",
//!   "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
//!   "org_slug": "acme",
//!   "data": {
//!     "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
//!     "status": "succeeded",
//!     "artifact_count": 1,
//!     "duration_ms": 1250,
//!     "completed_at": "2024-01-01T12:00:05Z"
//!   }
//! }"#;
//!
//! let event = Event::from_slice(body)?;
//! assert_eq!(event.org_slug, "acme");
//! match event.data {
//!     Data::JobCompleted(JobCompleted::Succeeded(job)) => {
//!         assert!(job.duration_ms > 1000);
//!         assert_eq!(std::time::Duration::from_millis(job.duration_ms.into()).as_secs_f64(), 1.25);
//!     }
//!     Data::JobCompleted(JobCompleted::Failed(job)) => println!("failed: {}", job.failure_reason),
//!     Data::Unknown(event) => println!("not known to this version: {}", event.event_type),
//!     _ => println!("something else"),
//! }
//! # Ok::<(), scrapenest_webhooks::Error>(())
//! ```
//!
//! # Guarantees
//!
//! - A type accepts exactly what its schema accepts: bounds, patterns, lengths and formats are
//!   checked once, while the body is read. Every value of a type is valid. As in validators, a number with a point or
//!   an exponent is the nearest double, so that `1.0` is an integer, and so is `1.00000000000000000001`.
//! - Additions do not break readers. An unknown field is ignored. An unknown member of an open
//!   set is kept in `Unknown`. An event of an unknown type is kept in [`Data::Unknown`](v1::Data::Unknown),
//!   with its payload and its other fields unchanged, so it is written back completely.
//! - A body is read in one pass, whatever the position of `event_type`.
//!
//! # Errors
//!
//! An error says what was expected, what was found (long strings are truncated), and where. As far as the body can
//! be read, it also has the identifier and the type of the event, for example to store a rejected event under its
//! identifier:
//!
//! ```
//! use scrapenest_webhooks::v1::Event;
//!
//! let body = br#"{ "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da", "event_type": 3 }"#;
//! let error = Event::from_slice(body).err().ok_or("accepted")?;
//! assert!(error.is_data());
//! assert_eq!((error.path(), error.line(), error.column()), ("event_type", 1, 69));
//! assert_eq!(error.event_id(), Some("2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Event::from_lines`](v1::Event::from_lines) reads newline-delimited bodies, and continues after a rejected one.
//! Events also implement serde's `Deserialize`, for any self-describing format.
//!
//! # One type of event
//!
//! To accept a single event type, import [`ReadEvent`] and name it; any other type is rejected:
//!
//! ```
//! use scrapenest_webhooks::{ReadEvent, v1::{Event, JobCreated}};
//!
//! let refused = Event::<JobCreated>::from_slice(br#"{ "event_type": "artifact.ready" }"#);
//! let error = refused.err().ok_or("accepted")?;
//! assert_eq!(error.path(), "event_type");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Code for every type of event is generic over [`Payload`], [`ReadPayload`] or [`KnownPayload`]:
//!
//! ```
//! use scrapenest_webhooks::{Error, ReadEvent, ReadPayload, v1::{Event, EventType}};
//!
//! fn read<D>(body: &[u8]) -> Result<Event<D>, Error>
//! where
//!     D: for<'de> ReadPayload<'de, EventType = EventType>,
//! {
//!     Event::<D>::from_slice(body)
//! }
//! # assert!(read::<scrapenest_webhooks::v1::JobCreated>(b"{}").is_err());
//! ```
//!
//! A [`Handler`](v1::Handler) has a method for each type of event that it knows, and one for all others, which cannot be
//! left out:
//!
//! ```
//! use scrapenest_webhooks::v1::{Event, Handler, JobCompleted};
//!
//! #[derive(Default)]
//! struct Totals {
//!     duration_ms: u64,
//!     others: usize,
//! }
//!
//! impl Handler for Totals {
//!     type Output = ();
//!
//!     fn job_completed(&mut self, event: Event<JobCompleted>) {
//!         self.duration_ms += event.data.duration_ms();
//!     }
//!
//!     fn other(&mut self, _: Event) {
//!         self.others += 1;
//!     }
//! }
//! # let body = r#"{"event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da", "event_type": "job.cancelled", "occurred_at": "2024-01-01T12:03:10Z", "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21", "org_slug": "acme", "data": {}}"#;
//!
//! let mut totals = Totals::default();
//! Event::from_slice(body.as_bytes())?.handle(&mut totals);
//! assert_eq!(totals.others, 1);
//! # Ok::<(), scrapenest_webhooks::Error>(())
//! ```
//!
//! # Numbers, strings, times
//!
//! An integer is used in arithmetic as its primitive is, which is an `u64` for [`U53`], and is compared with
//! primitive integers of every type. `From` converts into those that hold all values of its primitive, and
//! `TryFrom` into the others. For everything else, `get` returns the primitive:
//!
//! ```
//! use std::time::Duration;
//! use scrapenest_webhooks::U53;
//!
//! let durations: [U53; 2] = [1_250.try_into()?, U53::literal::<30_000>()];
//! let mut total = durations.iter().sum::<u64>();
//! total += durations[0];
//! assert_eq!(total, 32_500);
//! assert_eq!((durations[0] + 1, durations[1] / 1_000), (1_251, 30));
//! assert_eq!(durations[0].get().saturating_sub(2_000), 0);
//! assert!(durations[0] > 1_000 && durations[0] == 1_250);
//! assert_eq!(Duration::from_millis(durations[0].into()), Duration::from_secs_f64(1.25));
//! assert_eq!(u32::try_from(durations[0])?, 1_250);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Strings compare with `str`, maps find them by a `str`, and `as_str` returns it. Sets list their members:
//!
//! ```
//! use std::collections::HashMap;
//! use scrapenest_webhooks::v1::{JobType, OrgSlug};
//!
//! let slug: OrgSlug = "acme".parse()?;
//! assert!(slug == "acme");
//! let jobs = HashMap::from([(slug.clone(), 3)]);
//! assert_eq!(jobs.get("acme"), Some(&3));
//! let text: String = slug.into();
//! assert_eq!(text, "acme");
//!
//! assert_eq!("http".parse::<JobType>()?, JobType::Http);
//! assert!(JobType::MEMBERS.iter().any(|member| member.as_str() == "stealth"));
//! # Ok::<(), scrapenest_webhooks::Violation>(())
//! ```
//!
//! The error of a value that is not accepted has the value, the type and the constraint:
//!
//! ```
//! use scrapenest_webhooks::v1::OrgSlug;
//!
//! let violation = "Acme Inc".parse::<OrgSlug>().err().ok_or("accepted")?;
//! assert_eq!(
//!     format!("{violation:?}"),
//!     r#"OrgSlug: expected 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`, found "Acme Inc""#,
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Timestamps are equal if they are written alike. Compare and order them by [`instant`](Timestamp::instant), since equal
//! instants can have different offsets; so there is no `<`.
//! Identifiers convert from and to those of the re-exported crate [`uuid`]:
//!
//! ```
//! use scrapenest_webhooks::{Timestamp, Uuid, uuid};
//!
//! let mut times: Vec<Timestamp> = vec!["2024-01-01T12:00:00Z".parse()?, "2024-01-01T12:00:00+01:00".parse()?];
//! times.sort_by_key(Timestamp::instant);
//! assert_eq!(times[0], "2024-01-01T12:00:00+01:00");
//!
//! let id: Uuid = uuid::Uuid::nil().into();
//! assert_eq!(uuid::Uuid::from(id), uuid::Uuid::nil());
//! # Ok::<(), scrapenest_webhooks::Violation>(())
//! ```
//!
//! # Unions
//!
//! Fields that all branches of a payload share have methods, and each branch has methods too:
//!
//! ```
//! use scrapenest_webhooks::v1::JobCompleted;
//!
//! let job: JobCompleted = serde_json::from_str(r#"{
//!   "job_id": "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905",
//!   "status": "failed",
//!   "failure_reason": "timeout",
//!   "duration_ms": 30000,
//!   "completed_at": "2024-01-01T12:00:05Z"
//! }"#)?;
//! assert_eq!((job.status(), job.duration_ms().get()), ("failed", 30_000));
//! assert!(job.is_failed() && job.as_succeeded().is_none());
//! assert_eq!(job.into_failed().ok_or("it succeeded")?.failure_reason, "timeout");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Several major versions
//!
//! [`AnyEvent`] reads events of every major version that this crate has:
//!
//! ```
//! use scrapenest_webhooks::AnyEvent;
//!
//! fn receive(body: &[u8]) -> Result<(), scrapenest_webhooks::Error> {
//!     match AnyEvent::from_slice(body)? {
//!         AnyEvent::V1(event) => println!("{}", event.event_type()),
//!         other => println!("major version {}", other.major()),
//!     }
//!     Ok(())
//! }
//! # assert!(receive(b"{}").is_err());
//! ```
//!
//! # Without copies
//!
//! A gateway that inspects events and passes them on can read them without copying their strings:
//! [`EventRef`](v1::borrowed::EventRef) and its payloads make the same checks, and borrow their strings from the body.
//! Only strings with escapes, and unknown members of open sets, are copied.
//!
//! ```
//! use scrapenest_webhooks::v1::borrowed::EventRef;
//!
//! fn org_of(body: &[u8]) -> Result<String, scrapenest_webhooks::Error> {
//!     let event = EventRef::from_slice(body)?;
//!     Ok(event.org_slug.as_str().to_owned())
//! }
//! # assert!(org_of(b"{}").is_err());
//! ```
//!
//! To keep an event longer than its body, convert it with `into_owned`; payloads have this method too:
//!
//! ```
//! use scrapenest_webhooks::v1::{Event, borrowed::EventRef};
//!
//! fn keep(body: &[u8]) -> Result<Event, scrapenest_webhooks::Error> {
//!     Ok(EventRef::from_slice(body)?.into_owned())
//! }
//! # assert!(keep(b"{}").is_err());
//! ```
//!
//! # Writing events
//!
//! [`Event::new`](v1::Event::new) derives two fields from the payload: the type of the event, and
//! the path of its schema. Required fields cannot be omitted, and values that the schema
//! rejects cannot be constructed:
//!
//! ```
//! use scrapenest_webhooks::v1::{
//!     Event, JobCreated, JobType,
//!     new::{EventFields, JobCreatedFields},
//! };
//!
//! let event = Event::new(EventFields {
//!     event_id: "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da".parse()?,
//!     occurred_at: "2024-01-01T12:03:10Z".parse()?,
//!     org_id: "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21".parse()?,
//!     org_slug: "acme".parse()?,
//!     data: JobCreated::new(JobCreatedFields {
//!         job_id: "b3c0b88f-6a54-4e0d-9f3b-7c2d18e4a905".parse()?,
//!         job_type: JobType::Http,
//!         target_url: "https://example.com".parse()?,
//!         created_at: "2024-01-01T12:03:10Z".parse()?,
//!     }),
//! });
//! assert_eq!(event.schema_ref(), Some("schemas/webhooks/v1/job.created.json"));
//! let body = serde_json::to_string(&event)?;
//! assert!(body.contains(r#""event_type":"job.created""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The schemas themselves
//!
//! [`v1::schemas`] contains the JSON Schemas, for programs that validate before they decode.
//!
//! # Features
//!
//! All features are off by default.
//!
//! | Feature | What it adds |
//! | --- | --- |
//! | `signature` | the module `signature`, which verifies that a delivery comes from ScrapeNest and is recent, and reads its event |
//! | `chrono` | [`Timestamp`] to and from `chrono::DateTime<Utc>` and `DateTime<FixedOffset>` |
//! | `jiff` | [`Timestamp`] to and from `jiff::Timestamp` and `jiff::ZonedDateTime` |
//! | `time` | [`Timestamp`] to and from `time::UtcDateTime` and `time::OffsetDateTime` |
//! | `url` | [`Uri`] to and from `url::Url` |
//! | `schemars` | `schemars::JsonSchema` for every type that can be deserialized and borrows nothing |
//! | `test-util` | the module `test_util` with signed deliveries, the registry's examples in [`v1`], and `sample()` of each type that they show; with `signature` |
//!
//! # JSON Schemas of the types
//!
//! With the feature `schemars`, every type that can be deserialized and borrows nothing implements
//! `schemars::JsonSchema` (1.x, JSON Schema 2020-12), including descriptions. So schemas of your own types that
//! contain these types, or the OpenAPI document of your service, describe them exactly. The schema of a type accepts
//! exactly what the type accepts; it is proven equivalent to the schema that the type is generated from.
//!
#![cfg_attr(feature = "schemars", doc = "```")]
#![cfg_attr(not(feature = "schemars"), doc = "```ignore")]
//! use scrapenest_webhooks::v1::{Event, JobCompleted};
//!
//! /// A delivery that could not be handled.
//! #[derive(schemars::JsonSchema)]
//! struct Parked {
//!     attempts: u32,
//!     event: Event<JobCompleted>,
//! }
//!
//! let schema = schemars::schema_for!(Parked).to_value();
//! let event = &schema["$defs"]["Event_for_JobCompleted"]["properties"];
//! assert_eq!(event["event_type"]["const"], "job.completed");
//! assert_eq!(event["org_slug"]["$ref"], "#/$defs/OrgSlug");
//! assert_eq!(schema["$defs"]["OrgSlug"]["maxLength"], 63);
//! ```

mod generated;
#[cfg(feature = "signature")]
pub mod signature;
#[cfg(feature = "test-util")]
pub mod test_util;

// One module for each major version.
pub use generated::*;
#[doc(no_inline)]
pub use schema_runtime::uuid;
pub use schema_runtime::{
    Borrowed, CompareByInstant, Error, FromBorrowed, I54, Instant, Integer, IntoOwned,
    KnownPayload, Lines, MAX_SAFE_INTEGER, Multiple, OtherMembers, Payload, Raw, RawObject,
    RawObjectRef, RawRef, ReadEvent, ReadPayload, Timestamp, U53, Unknown, Uri, Uuid, Violation,
};

#[cfg(all(doctest, feature = "signature", feature = "test-util"))]
#[doc = include_str!("../README.md")]
struct Readme;
