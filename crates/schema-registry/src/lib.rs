//! Loads a folder of versioned JSON Schemas, resolves it, and reports its defects.
//!
//! ```text
//! folder ─load→ Loaded ─resolve→ Registry ─lint→ Vec<Diagnostic>
//! ```
//!
//! Invariants:
//! - Only [`load`](load::load) touches the disk, and it only reads. Nothing here writes.
//! - Nothing is fetched. A reference leads into the same registry, or it is a finding.
//! - Wrong input is a [`Diagnostic`](diagnostic::Diagnostic), and the run continues. An `Err` means that the folder is
//!   not a registry.
//! - Nothing panics, and the same files give the same findings in the same order.
//! - No code depends on a particular family of schemas.

pub mod approvals;
pub mod bundle;
pub mod canonical;
pub mod config;
pub mod diagnostic;
mod endless;
pub mod escape;
pub mod file;
pub mod format;
pub mod json;
pub mod keywords;
pub mod kinds;
pub mod layout;
pub mod lint;
pub mod load;
pub mod model;
pub mod names;
pub mod parallel;
pub mod pattern;
pub mod reference;
pub mod released;
pub mod report;
pub mod resolve;
pub mod revision;
pub mod rule;
pub mod rules;
pub mod source;
pub mod text;
mod unread;
pub mod validate;
