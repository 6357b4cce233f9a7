//! Changes between two documents, their verdicts, and the step that they need.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod cases;
mod places;
mod property;
mod scale;
