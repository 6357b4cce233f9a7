//! `registry.toml`: the URIs of schemas, the families, and the folders of generated files.

mod schema;

use std::{
    collections::BTreeMap,
    num::NonZero,
    path::{self, Path},
};

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, de::Error as _};

use crate::{
    diagnostic::{Diagnostic, Location, Severity},
    json,
    names::{closest, is_snake},
    rules::INVALID_CONFIG,
    source::Source,
    text,
};

pub use schema::json_schema;

/// The whole of `registry.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    /// The address below which schemas are published; ends in `/`. A schema's `$id` is this
    /// address, then `path`, then the file's path below the registry's folder.
    #[schemars(regex(pattern = "^https?://[^ /?#@\\\\]+/([^ ?#\\\\]*/)?$"))]
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
    /// What one comparison of schemas may take. One that needs more is undecided.
    #[serde(default)]
    pub comparison: Comparison,
    /// The command line that calls the tool here. Generated files name it; commands themselves name the program that
    /// was called.
    #[serde(default = "default_command")]
    pub command: String,
    /// The command line that tests what is generated. Commands show it among the next steps, and never run it.
    pub test_command: Option<String>,
}

impl Config {
    /// Returns the configuration of a registry whose `registry.toml` is not understood. It has no families.
    pub(crate) fn unread() -> Self {
        Self {
            base_uri: String::new(),
            path: String::new(),
            families: BTreeMap::new(),
            lints: BTreeMap::new(),
            comparison: Comparison::default(),
            command: default_command(),
            test_command: None,
        }
    }

    /// Returns the families for which a target is enabled, with the configuration of the target.
    pub fn with_target<'c>(
        &'c self,
        key: &'c str,
    ) -> impl Iterator<Item = (&'c str, &'c TargetConfig)> {
        let families = self.families.iter();
        families.filter_map(move |(name, family)| Some((name.as_str(), family.targets.get(key)?)))
    }

    /// Reports whether `registry.toml` was not understood. Nothing else of the registry was read in that case, so
    /// nothing counts as missing.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        // A configuration that was read never has an empty base URI.
        self.base_uri.is_empty()
    }
}

/// What one comparison of schemas may take, before it is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Comparison {
    /// Milliseconds by the clock.
    #[serde(deserialize_with = "at_most::<_, { Comparison::MOST_TIME_MS }>")]
    #[schemars(range(min = 1, max = Comparison::MOST_TIME_MS))]
    pub time_ms: u32,
    /// MiB of memory, beside the stack.
    #[serde(deserialize_with = "at_most::<_, { Comparison::MOST_MEMORY_MIB }>")]
    #[schemars(range(min = 1, max = Comparison::MOST_MEMORY_MIB))]
    pub memory_mib: u32,
    /// MiB of stack.
    #[serde(deserialize_with = "at_most::<_, { Comparison::MOST_STACK_MIB }>")]
    #[schemars(range(min = 1, max = Comparison::MOST_STACK_MIB))]
    pub stack_mib: u32,
}

impl Comparison {
    /// The most milliseconds that a registry can ask for: ten minutes.
    const MOST_TIME_MS: u32 = 600_000;
    /// The most MiB of memory that a registry can ask for: 16 GiB.
    const MOST_MEMORY_MIB: u32 = 16_384;
    /// The most MiB of stack that a registry can ask for: 4 GiB.
    const MOST_STACK_MIB: u32 = 4_096;
}

impl Default for Comparison {
    /// Returns two seconds, 768 MiB of memory and 256 MiB of stack.
    fn default() -> Self {
        Self {
            time_ms: 2_000,
            memory_mib: 768,
            stack_mib: 256,
        }
    }
}

/// Deserializes a positive limit of at most `MOST`. A registry is data: it must not decide alone how much of
/// a machine a check takes.
fn at_most<'de, D: Deserializer<'de>, const MOST: u32>(deserializer: D) -> Result<u32, D::Error> {
    match NonZero::<u32>::deserialize(deserializer)?.get() {
        limit if limit <= MOST => Ok(limit),
        limit => Err(D::Error::custom(format!(
            "{limit} is more than the maximum, which is {MOST}"
        ))),
    }
}

fn default_command() -> String {
    "schemas".into()
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
    /// The Markdown file (`.md`), relative to `registry.toml`, that releases add their entries to, in the
    /// section `Unreleased`. It is in the same checkout.
    pub changelog: Option<String>,
    /// The targets that files are generated for, by their keys.
    #[serde(default)]
    pub targets: BTreeMap<String, TargetConfig>,
    /// The folders of targets, in the form that older registries have. `targets` replaces it.
    #[serde(default)]
    #[schemars(extend("deprecated" = true))]
    outputs: BTreeMap<String, String>,
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
    /// The field that identifies an event, if the envelope has one. Errors name it.
    pub id: Option<String>,
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

/// A target that is switched on: a language or document format that files are generated for.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct TargetConfig {
    /// The folder of the generated files, relative to `registry.toml`. It is in the same checkout.
    pub folder: String,
    /// The options of the target, which knows them.
    #[serde(flatten)]
    pub options: serde_json::Map<String, serde_json::Value>,
}

/// How a rule's findings count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LintLevel {
    /// Not reported.
    Off,
    /// Reported as a proposal, and the check still passes.
    Hint,
    /// Reported, and the check still passes.
    Warning,
    /// The check fails.
    Error,
}

impl LintLevel {
    /// Returns the severity of a finding, or `None` if it is not reported.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Hint => Some(Severity::Hint),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// Returns the first occurrence of a string in a text, or an empty span at the beginning of the text.
#[must_use]
pub fn find(text: &str, needle: &str) -> json::Span {
    text.find(needle).map_or(0..0, |at| at..at + needle.len())
}

/// Returns the first occurrence of a table's name that is not the beginning of a longer name.
#[must_use]
pub fn find_table(text: &str, name: &str) -> json::Span {
    let goes_on = |end: usize| {
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    };
    let mut places = text.match_indices(name).map(|(at, _)| at..at + name.len());
    places.find(|span| !goes_on(span.end)).unwrap_or(0..0)
}

/// Returns the position of a name in the `order` of a family. If the name is a duplicate, its last occurrence is
/// returned.
pub(crate) fn find_in_order(text: &str, family: &str, name: &str) -> json::Span {
    let table = find(text, &format!("families.{family}]")).start;
    let after = |needle: &str, from: usize| {
        let rest = text.get(from..)?;
        rest.find(needle).map(|at| from + at)
    };
    let place = || {
        let start = after("order", table)?;
        let list = text.get(start..after("]", start)?)?;
        let quoted = format!("\"{name}\"");
        let at = start + list.rfind(&quoted)?;
        Some(at..at + quoted.len())
    };
    place().unwrap_or_else(|| find(text, "order"))
}

/// Finds a family without a title, which may be a misspelt name of another family. Returns its name, and how to fix it.
fn untitled(text: &str) -> Option<(String, String)> {
    let config: toml::Table = toml::from_str(text).ok()?;
    let families = config.get("families")?.as_table()?;
    let is_titled = |family: &toml::Value| {
        let family = family.as_table();
        family.is_none_or(|family| family.contains_key("title"))
    };
    let (name, _) = families.iter().find(|(_, family)| !is_titled(family))?;
    let others = families.iter().filter(|(_, family)| is_titled(family));
    let others: Vec<&str> = others.map(|(name, _)| name.as_str()).collect();
    let help = match closest(name, &others) {
        Some(meant) => format!("the family is called `{meant}`: write this name"),
        None => format!("add `title` to `[families.{name}]`: the name that people read"),
    };
    Some((name.clone(), help))
}

/// Parses `registry.toml`, and reports invalid content as findings.
pub(crate) fn parse(
    file: &Source,
    folder: &Path,
    findings: &mut Vec<Diagnostic>,
) -> Option<Config> {
    let mut problem = |message: String, help: &str, span: json::Span| {
        findings.push(
            Diagnostic::new(&INVALID_CONFIG, message)
                .help(help)
                .at(Location::at_span(file, span)),
        );
    };
    let mut old = Vec::new();
    let help = "the keys are described by `registry.schema.json`";
    let mut config: Config = match text::from_toml(&file.text, help) {
        Ok(config) => config,
        Err(oddity) => {
            match untitled(&file.text) {
                Some((name, help)) => {
                    let span = find_table(&file.text, &format!("families.{name}"));
                    problem(format!("family `{name}` has no `title`"), &help, span);
                }
                None => problem(oddity.message, oddity.help, oddity.span),
            }
            return None;
        }
    };
    let authority = config.base_uri.split('/').nth(2);
    if authority.is_some_and(|authority| authority.contains('@')) {
        problem(
            "`base-uri` has the name of a user, or a password".into(),
            "write the address without the part before `@`: it is published with every schema",
            find(&file.text, "base-uri"),
        );
        return None;
    }
    let is_web_address = ["https://", "http://"].iter().any(|scheme| {
        let rest = config.base_uri.strip_prefix(scheme);
        rest.is_some_and(|rest| {
            let is_odd = |c: char| c.is_control() || matches!(c, ' ' | '?' | '#' | '\\');
            !rest.is_empty() && !rest.contains(is_odd)
        })
    });
    if !is_web_address {
        problem(
            format!("`{}` is not the address of a web site", config.base_uri),
            "write it with its scheme: `https://docs.example.com/`",
            find(&file.text, "base-uri"),
        );
        return None;
    }
    if !config.base_uri.ends_with('/') {
        problem(
            format!("`base-uri` has to end in `/`, and is `{}`", config.base_uri),
            "add a `/`: addresses are put together by appending",
            find(&file.text, "base-uri"),
        );
        config.base_uri.push('/');
    }
    if config.command.trim().is_empty() || config.command.contains(['`', '\n', '\r']) {
        problem(
            "`command` is not a command line".into(),
            "write one line without backticks, such as `schemas`",
            find(&file.text, "command"),
        );
        config.command = default_command();
    }
    for name in config.lints.keys() {
        match crate::rules::find(name) {
            None => problem(
                format!("there is no rule `{name}`"),
                "`explain` lists the rules",
                find(&file.text, name),
            ),
            Some(rule) if !rule.has_settable_severity() => problem(
                format!("the severity of `{name}` is fixed"),
                "remove the line, and fix what the rule finds",
                find(&file.text, name),
            ),
            Some(_) => {}
        }
    }
    for (name, family) in &mut config.families {
        for (key, folder) in std::mem::take(&mut family.outputs) {
            let place = find_table(&file.text, &format!("families.{name}.outputs"));
            let options = serde_json::Map::new();
            let target = TargetConfig { folder, options };
            if family.targets.insert(key.clone(), target).is_some() {
                problem(
                    format!("the target `{key}` of the family `{name}` is configured twice"),
                    "remove its line from `outputs`",
                    place,
                );
            } else {
                old.push((name.clone(), key, place));
            }
        }
    }
    for (name, family) in &config.families {
        if !is_snake(name) {
            problem(
                format!("`{name}` is not a name in snake case"),
                "a family is called after its folder: `webhooks`",
                find(&file.text, name),
            );
        }
        let folders = family.targets.values().map(|target| &target.folder);
        if let Some(changelog) = &family.changelog
            && !is_markdown(changelog)
        {
            problem(
                format!("`{changelog}` is not a Markdown file"),
                "name one that ends in `.md` and is not hidden, such as `../CHANGELOG.md`",
                find(&file.text, &format!("\"{changelog}\"")),
            );
        }
        for output in folders.chain(&family.changelog) {
            let (message, help) = if !is_relative(output) {
                (
                    format!("`{output}` is not a path relative to this file"),
                    "write it with `/` between its parts, and `..` where it leads up",
                )
            } else if leads_inside(folder, output) {
                (
                    format!("`{output}` leads into the registry, which is for schemas alone"),
                    "begin it with `../`, and name a folder beside the registry's",
                )
            } else {
                continue;
            };
            problem(message, help, find(&file.text, &format!("\"{output}\"")));
        }
    }
    findings.extend(old.into_iter().map(|(family, key, place)| {
        let message = format!("the folder of the target `{key}` is written in an older form");
        let help = format!("write `folder` into a table `[families.{family}.targets.{key}]`");
        Diagnostic {
            severity: Severity::Hint,
            ..Diagnostic::new(&INVALID_CONFIG, message)
        }
        .help(help)
        .at(Location::at_span(file, place))
    }));
    Some(config)
}

/// Reports whether a path is relative on every operating system.
fn is_relative(path: &str) -> bool {
    !path.is_empty() && !path.starts_with('/') && !path.contains(['\\', ':', '\0'])
}

/// Reports whether a path is that of a Markdown file that is not hidden. A file of another kind could hold commands for
/// a program, and an entry contains arbitrary content of examples.
fn is_markdown(path: &str) -> bool {
    let mut parts = path.split('/');
    let is_hidden = parts.any(|part| part.starts_with('.') && !matches!(part, "." | ".."));
    path.ends_with(".md") && !is_hidden
}

/// Reports whether a path relative to a folder stays in that folder.
fn leads_inside(folder: &Path, path: &str) -> bool {
    let Ok(folder) = path::absolute(folder) else {
        return false;
    };
    let mut target = folder.clone();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                target.pop();
            }
            part => target.push(part),
        }
    }
    target.starts_with(folder)
}
