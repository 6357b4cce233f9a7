// @generated from webhooks by `cargo xtask codegen`. Changes made here are lost.

//! ScrapeNest webhook events, one module for each major version.

pub mod v1;
