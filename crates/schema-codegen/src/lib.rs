//! Generates code and documentation from a registry of schemas.
//!
//! ```text
//! Registry ─lower→ Api ─render→ Vec<Artifact>
//! ```
//!
//! What holds here:
//! - No input and no output: a registry comes in, texts go out. The same registry gives the same
//!   bytes.
//! - [`lower`] is the only reader of schemas. Every target reads the one model that it makes.
//! - What cannot be generated exactly is a finding with its place and the rewrite that helps.
//! - Nothing knows a particular family of schemas.

mod lower;
mod markdown;
pub mod model;
mod rust;
pub mod source;
mod text;

use model::Api;
use schema_registry::{config, diagnostic::Diagnostic, lint, load, model::Registry, released};

pub use lower::lower;
pub use markdown::safe::Markdown;

/// Everything that is wrong with a registry, as far as it counts: what its rules find, and what has
/// no exact type.
#[must_use]
pub fn findings(registry: &Registry) -> Vec<Diagnostic> {
    let mut findings = lint::lint(registry);
    findings.extend(lower(registry).1);
    lint::settle(registry, findings)
}

/// One generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Its path, relative to the registry's folder, with `/` between its parts.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// The command that makes generated files, as their headers name it.
pub const COMMAND: &str = "cargo xtask codegen";

/// Renders every target of every family, in the order of paths.
#[must_use]
pub fn render(api: &Api) -> Vec<Artifact> {
    let mut artifacts = vec![
        Artifact {
            path: load::CONFIG_SCHEMA_FILE.into(),
            text: json_text(&config::json_schema()),
        },
        Artifact {
            path: load::RELEASE_SCHEMA_FILE.into(),
            text: json_text(&released::json_schema()),
        },
    ];
    for family in &api.families {
        artifacts.extend(rust::render(family));
        artifacts.extend(markdown::render(family));
    }
    artifacts.extend(markdown::index(api));
    artifacts.sort_by(|left, right| left.path.cmp(&right.path));
    artifacts
}

/// JSON with two spaces a level and a line feed at the end.
fn json_text(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}

/// A path below an output folder, with `..` and `.` resolved as far as they go.
fn join(folder: &str, file: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(file.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
