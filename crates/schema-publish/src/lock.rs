//! `schemas.lock`: which revisions were fetched, and their digests.

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The name of the lock file.
pub const LOCK: &str = "schemas.lock";

const HEADER: &str = "\
# Written by `fetch`; keep it under version control. As long as it is here, the same revisions with the
# same bytes are fetched again; `fetch --update` looks for newer ones.

";

/// What was fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// Where it came from.
    pub source: String,
    /// The public key whose owner signed it, if that was verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Whether these revisions were asked for; if not, they were the latest of every event.
    #[serde(default)]
    pub pinned: bool,
    /// The schemas, in the order of their paths.
    #[serde(rename = "schema", default)]
    pub schemas: Vec<Locked>,
}

/// One schema.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locked {
    /// The family: `webhooks`.
    pub family: String,
    /// The type of the event: `job.completed`.
    pub event: String,
    /// The revision: `1.0.0`.
    pub revision: String,
    /// The file, beside the lock: the path that bodies name in `schema_ref`.
    pub path: String,
    /// The path of the revision below the source.
    pub published: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
}

impl Lock {
    /// Reads a lock file.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        toml::from_slice(bytes).map_err(|error| Error::new(format!("cannot read `{LOCK}`"), error))
    }

    /// The text of the lock file.
    ///
    /// # Errors
    ///
    /// If TOML cannot say it.
    pub fn text(&self) -> Result<String, Error> {
        let text = toml::to_string(self);
        let text = text.map_err(|error| Error::new(format!("cannot write `{LOCK}`"), error))?;
        Ok(format!("{HEADER}{text}"))
    }
}
