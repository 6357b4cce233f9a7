//! `registry.toml`: where schemas are addressed, which families there are, where output goes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::Severity;

/// The whole of `registry.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    /// The address below which schemas are published; ends in `/`. A schema's `$id` is this
    /// address, then `path`, then the file's path below the registry's folder.
    #[schemars(regex(pattern = "^https?://[^ ]+/$"))]
    pub base_uri: String,
    /// Where the registry's folder stands below `base-uri`.
    #[serde(default = "default_path")]
    pub path: String,
    /// The families of schemas, by the name of their folder.
    #[serde(default)]
    pub families: BTreeMap<String, FamilyConfig>,
    /// Severities that differ from the rules' own, by the name of the rule.
    #[serde(default)]
    pub lints: BTreeMap<String, LintLevel>,
}

fn default_path() -> String {
    "schemas".into()
}

/// One family of schemas.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FamilyConfig {
    /// What the family is called in the reference.
    pub title: String,
    /// What the reference says first.
    #[serde(default)]
    pub description: String,
    /// How a revision may differ from the released ones of the same major version.
    #[serde(default)]
    pub compatibility: Compatibility,
    /// The order in which events are shown. Events that are not listed follow by name.
    #[serde(default)]
    pub order: Vec<String>,
    /// The fields around each event's payload. A family without it has schemas that stand alone.
    pub envelope: Option<EnvelopeConfig>,
    /// Where generated files go, relative to `registry.toml`.
    #[serde(default)]
    pub outputs: Outputs,
}

/// Which fields of the envelope play a part in choosing an event's schema.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EnvelopeConfig {
    /// The file that defines the envelope, in the folder of each major version.
    #[serde(default = "EnvelopeConfig::default_file")]
    pub file: String,
    /// The field that names the type of the event.
    #[serde(default = "EnvelopeConfig::default_event_type")]
    pub event_type: String,
    /// The field that holds what is particular to the event.
    #[serde(default = "EnvelopeConfig::default_payload")]
    pub payload: String,
    /// The field that holds the revision of the event's schema, if the envelope has one.
    pub version: Option<String>,
    /// The field that holds the path of the event's schema, if the envelope has one.
    pub schema_ref: Option<String>,
}

impl EnvelopeConfig {
    fn default_file() -> String {
        "envelope.json".into()
    }

    fn default_event_type() -> String {
        "event_type".into()
    }

    fn default_payload() -> String {
        "data".into()
    }
}

/// Which documents a new revision must go on accepting and writing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Compatibility {
    /// Nothing is promised.
    None,
    /// New readers accept what every released revision wrote.
    Backward,
    /// Readers of every released revision accept what is written now.
    Forward,
    /// Both.
    #[default]
    Full,
}

/// Folders for generated files, relative to `registry.toml`. A target without one is not generated.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Outputs {
    /// The folder of generated Rust modules. It belongs to the generator alone.
    pub rust: Option<String>,
    /// The folder of the reference.
    pub markdown: Option<String>,
}

/// How a rule's findings count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LintLevel {
    /// Not reported.
    Off,
    /// Reported, and the check still passes.
    Warning,
    /// The check fails.
    Error,
}

impl LintLevel {
    /// The severity of a finding, or `None` if it is not reported.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// The JSON Schema of `registry.toml`, for editors.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Config).to_value()
}
