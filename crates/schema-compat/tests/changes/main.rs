//! What changed between two documents, who is the worse for it, and the step that follows.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

mod cases;
mod property;
mod scale;
