//! The types that typify makes by itself from the schemas of `webhooks/v1`, normalised as little as it needs: every
//! schema has a definition of its own, and nothing refers to another file.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "this is typify's code as it comes"
)]

include!(concat!(env!("OUT_DIR"), "/typify.rs"));
