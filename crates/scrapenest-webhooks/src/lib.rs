//! Typed webhook events of ScrapeNest.
mod generated;

pub use generated::v1;
pub use schema_runtime::{Error, Integer, RawObject, Timestamp, Uri, Uuid, Violation};
