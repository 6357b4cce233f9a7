//! Lowers a registry of schemas to a neutral model, which targets render.
//!
//! ```text
//! Registry ─lower→ Api ─check→ Vec<Diagnostic>
//!                      └render→ Vec<Artifact>
//! ```
//!
//! Invariants:
//! - No input and no output: a registry comes in, files go out as data. The same registry gives the same bytes.
//! - [`lower`] is the only reader of schemas. Every [`Target`] reads the model that it makes.
//! - The model names no language, and neither does this crate: a target is a crate of its own.
//! - A schema that has no exact type is a finding with its place and the rewrite that helps, for targets that need types.
//! - Nothing knows a particular family of schemas.

pub mod analysis;
pub mod automaton;
pub mod constraints;
mod files;
pub mod findings;
mod lower;
pub mod markdown;
pub mod model;
pub mod naming;
mod target;

pub use files::{Artifact, header, is_marked, join};
pub use lower::lower;
pub use target::{Findings, Generator, Output, Target, check, json_text, render};
