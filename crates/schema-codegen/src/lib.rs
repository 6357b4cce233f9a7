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
mod files;
mod lower;
pub mod markdown;
pub mod model;
mod target;

use schema_registry::{diagnostic::Diagnostic, lint, model::Registry};

pub use files::{Artifact, header, is_marked, join};
pub use lower::{left_out, lower};
pub use target::{Findings, Generator, Output, Target, check, json_text, render};

/// Everything that is wrong with a registry, with its severities and allowances applied: what its rules find, and what
/// its targets cannot express.
#[must_use]
pub fn findings(registry: &Registry, targets: &[&dyn Generator]) -> Vec<Diagnostic> {
    let mut findings = lint::lint(registry);
    let (api, lowering) = lower(registry);
    findings.extend(lowering);
    findings.extend(check(registry, &api, targets));
    lint::settle(registry, findings)
}
