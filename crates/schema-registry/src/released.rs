//! Released schemas, which never change, and the release index, which lists them.

mod history;
mod latest;
mod read;
mod standing;

use std::{fmt::Write as _, sync::Arc};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    bundle::{self, Unbundled},
    format::format,
    json::Node,
    layout::MajorFolder,
    revision::Revision,
    source::Source,
};

pub use history::{Listed, rewritten};
pub(crate) use read::{order, read};

/// One released revision of an event, whose file matches the release index.
#[derive(Clone, Debug)]
pub struct Released {
    /// The type of the event.
    pub event_type: String,
    /// Its revision.
    pub revision: Revision,
    /// The file.
    pub source: Source,
    /// The tree of the file, which is a bundle.
    pub root: Arc<Node>,
    /// The entry in the release index.
    pub entry: Release,
    /// The folder of the major version.
    pub folder: MajorFolder,
}

/// The list of what was released of one major version: `released/index.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseIndex {
    /// The version of the crate with the generated Rust that the last release came with, if there is
    /// one: `0.1.0`.
    #[serde(rename = "crate", default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"))]
    pub crate_version: Option<String>,
    /// The events in the order that `registry.toml` gave them at the last release. Generated Rust sorts
    /// the types of events by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// What was released, by event and revision.
    pub releases: Vec<Release>,
}

/// One entry of the list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The type of the event: `job.completed`.
    #[schemars(length(min = 1))]
    pub event: String,
    /// The revision: `1.0.0`. The file is `<event>/<revision>.json`, beside the list.
    #[schemars(regex(pattern = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"))]
    pub revision: String,
    /// The day of the release, as `YYYY-MM-DD`.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// SHA-256 of the bytes of the file, in lower-case hexadecimal digits.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// What changed, for people.
    pub notes: String,
}

impl ReleaseIndex {
    /// Returns the formatted text of the index.
    #[must_use]
    pub fn text(&self) -> String {
        canonical_text(&serde_json::json!(self))
    }
}

impl Released {
    /// Returns the schemas that the release consists of, the event's first.
    #[must_use]
    pub fn unbundle(&self) -> Vec<Unbundled> {
        bundle::unbundle(&self.root, &self.folder, &self.event_type).unwrap_or_default()
    }

    /// Converts a path relative to the registry's folder to the form that messages show.
    #[must_use]
    pub fn shown(&self, path: &str) -> String {
        let own = self.folder.released(&self.event_type, self.revision);
        shown(&self.source, &own, path)
    }
}

/// Converts a path relative to the registry's folder to the form that messages show. `own` is such a path of `file`.
fn shown(file: &Source, own: &str, path: &str) -> String {
    let folder = file.path.strip_suffix(own).unwrap_or_default();
    format!("{folder}{path}")
}

/// Returns the JSON Schema of the release index.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(ReleaseIndex).to_value()
}

/// Reports whether a string is a calendar date in the form `YYYY-MM-DD`, which dates in the release index have.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let schema = serde_json::json!({ "type": "string", "format": "date" });
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema);
    validator.is_ok_and(|validator| validator.is_valid(&text.into()))
}

/// Returns the formatted text of a value, as in released files.
#[must_use]
pub fn canonical_text(value: &serde_json::Value) -> String {
    let text = format!("{value:#}\n");
    format(&text).unwrap_or(text)
}

/// Returns the SHA-256 digest of some bytes, in lower-case hexadecimal digits.
#[must_use]
pub fn digest(bytes: impl AsRef<[u8]>) -> String {
    let mut digester = Digester::default();
    digester.add(bytes.as_ref());
    digester.finish()
}

/// The SHA-256 digest of bytes that arrive in parts, so that they do not have to be in memory together.
#[derive(Clone, Debug, Default)]
pub struct Digester(Sha256);

impl Digester {
    /// Adds the next part.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// Returns the digest, in lower-case hexadecimal digits.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
            .finalize()
            .iter()
            .fold(String::new(), |mut hex, byte| {
                // Writing to a `String` does not fail.
                let _ = write!(hex, "{byte:02x}");
                hex
            })
    }
}
