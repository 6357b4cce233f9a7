//! Decides what a registry of JSON Schemas releases: which events are due, their revisions, the version of the crate
//! with the generated code, the entries of changelogs; and begins new events and new major versions.
//!
//! ```text
//! reports ─due→ Vec<Planned> ─raised→ schemas
//!                            ─bundles→ released files ─lists→ lists of releases
//!                            ─next→ Package ─in_manifest, in_lock_file→ Cargo.toml, Cargo.lock
//!                            ─entries→ Vec<Entry> ─with_entries→ changelog
//!
//! Registry ─Draft→ files of a new event
//! Registry ─NewMajor→ files of a new major version
//! ```
//!
//! Invariants:
//! - Nothing is read, written, printed or asked for. The caller passes the texts of files as strings, and writes the
//!   files that it gets back.
//! - Wrong schemas are findings. An [`Error`] means that there is nothing to release or to begin.
//! - No clock is read: the day of a release comes from the caller.

pub mod changelog;
pub mod due;
pub mod entry;
mod error;
pub mod new_event;
pub mod new_major;
pub mod objections;
pub mod package;
pub mod plan;
pub mod registry_file;
pub mod release_files;
mod renumber;
pub mod sunset;

pub use error::Error;
