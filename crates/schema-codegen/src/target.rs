//! The interface of targets, and the functions that check and render all of them.

use std::collections::BTreeMap;

use schema_registry::{
    config::{self, Config, TargetConfig, find_table},
    diagnostic::{Diagnostic, Location},
    layout,
    model::Registry,
    names::closest,
    released,
    rule::Rule,
    rules::{INVALID_CONFIG, NAME_COLLISION},
};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::{
    Artifact, join,
    model::{Api, Family, Origin},
};

/// A language or document format that files are generated for.
///
/// A target is a crate of its own, and one entry in the list of targets of the command line.
pub trait Target: Sync {
    /// The key of its table in `registry.toml`: `[families.NAME.targets.KEY]`.
    const KEY: &'static str;
    /// The extensions of the files that it writes.
    const EXTENSIONS: &'static [&'static str];
    /// True if its values need exact types, so that a schema without one is an error.
    const NEEDS_TYPES: bool;
    /// True if its files are published beside the schemas.
    const IS_PUBLISHED: bool;
    /// True if each family needs a folder of its own.
    const OWNS_FOLDER: bool;
    /// Its options, beside the folder. The description of their schema describes the target.
    type Options: DeserializeOwned + JsonSchema;

    /// Reports schemas and names that the target cannot express. A finding that is allowed in a schema is allowed for
    /// the target, so [`Target::render`] leaves out the part that it is about.
    fn check(&self, outputs: &[Output<'_, Self::Options>], findings: &mut Findings<'_>);

    /// Renders the files of all families for which the target is switched on.
    fn render(&self, outputs: &[Output<'_, Self::Options>]) -> Vec<Artifact>;

    /// Reports whether the content of a file shows that the target has generated it. Anyone may have edited the list of
    /// generated files, so no file is overwritten or removed because of the list alone.
    fn is_generated(&self, path: &str, text: &str) -> bool;
}

/// A family for which a target is switched on.
#[derive(Clone, Debug)]
pub struct Output<'a, Options> {
    /// The family.
    pub family: &'a Family,
    /// The folder of the generated files, relative to the registry's folder.
    pub folder: &'a str,
    /// The options of the target.
    pub options: Options,
    /// The command that generates the files, for their headers.
    pub command: String,
}

/// The findings of a target.
#[derive(Debug)]
pub struct Findings<'r> {
    registry: &'r Registry,
    key: &'static str,
    found: Vec<Diagnostic>,
}

impl<'r> Findings<'r> {
    /// Returns the registry, for exact places.
    #[must_use]
    pub fn registry(&self) -> &'r Registry {
        self.registry
    }

    /// Reports a finding at a place of a schema. `pointer` continues the pointer of the place.
    pub fn report(&mut self, finding: Diagnostic, origin: &Origin, pointer: &str) {
        let schema = self.registry.schema_at(&origin.uri);
        let place = schema.map(|it| it.location(format!("{}{pointer}", origin.pointer)));
        self.found.push(match place {
            Some(place) => finding.at(place),
            None => finding,
        });
    }

    fn report_shared_folders<Options>(&mut self, outputs: &[Output<'_, Options>]) {
        let mut folders: BTreeMap<String, &str> = BTreeMap::new();
        for Output { family, folder, .. } in outputs {
            if let Some(other) = folders.insert(join(folder, ""), &family.name) {
                let message = format!(
                    "the families `{other}` and `{}` have one folder for the target `{}`",
                    family.name, self.key
                );
                let help = "give each family a folder of its own";
                self.report_config(&NAME_COLLISION, &family.name, message, help);
            }
        }
    }

    /// Reports a finding about the configuration of the target for a family.
    pub fn report_config(&mut self, rule: &Rule, family: &str, message: String, help: &str) {
        let table = format!("families.{family}.targets.{}", self.key);
        let finding = Diagnostic::new(rule, message).help(help);
        self.found.push(at_table(self.registry, finding, &table));
    }
}

/// Adds the place of a table of `registry.toml`.
fn at_table(registry: &Registry, finding: Diagnostic, table: &str) -> Diagnostic {
    match registry.sources.get(registry.config_source) {
        Some(config) => {
            let span = find_table(&config.text, table);
            finding.at(Location::at_span(config, span))
        }
        None => finding,
    }
}

/// A target with any type of options.
pub trait Generator: Sync {
    /// Returns [`Target::KEY`].
    fn key(&self) -> &'static str;
    /// Returns [`Target::EXTENSIONS`].
    fn extensions(&self) -> &'static [&'static str];
    /// Returns [`Target::NEEDS_TYPES`].
    fn needs_types(&self) -> bool;
    /// Returns [`Target::IS_PUBLISHED`].
    fn is_published(&self) -> bool;
    /// Returns the JSON Schema of the options.
    fn options(&self) -> serde_json::Value;
    /// Reports options that cannot be read, and schemas and names that the target cannot express.
    fn check(&self, registry: &Registry, api: &Api) -> Vec<Diagnostic>;
    /// Renders the files of the target.
    fn render(&self, config: &Config, api: &Api) -> Vec<Artifact>;
    /// Calls [`Target::is_generated`].
    fn is_generated(&self, path: &str, text: &str) -> bool;
}

impl<T: Target> Generator for T {
    fn key(&self) -> &'static str {
        T::KEY
    }

    fn extensions(&self) -> &'static [&'static str] {
        T::EXTENSIONS
    }

    fn needs_types(&self) -> bool {
        T::NEEDS_TYPES
    }

    fn is_published(&self) -> bool {
        T::IS_PUBLISHED
    }

    fn options(&self) -> serde_json::Value {
        schemars::schema_for!(T::Options).to_value()
    }

    fn check(&self, registry: &Registry, api: &Api) -> Vec<Diagnostic> {
        let mut findings = Findings {
            registry,
            key: T::KEY,
            found: Vec::new(),
        };
        let mut outputs = Vec::new();
        for read in outputs_of::<T>(&registry.config, api) {
            match read {
                Ok(output) => outputs.push(output),
                Err((family, why)) => {
                    let message =
                        format!("the options of the target `{}` are invalid: {why}", T::KEY);
                    let help = "the keys are described by `registry.schema.json`";
                    findings.report_config(&INVALID_CONFIG, family, message, help);
                }
            }
        }
        if T::OWNS_FOLDER {
            findings.report_shared_folders(&outputs);
        }
        Target::check(self, &outputs, &mut findings);
        findings.found
    }

    fn render(&self, config: &Config, api: &Api) -> Vec<Artifact> {
        let outputs: Vec<_> = outputs_of::<T>(config, api).flatten().collect();
        Target::render(self, &outputs)
    }

    fn is_generated(&self, path: &str, text: &str) -> bool {
        Target::is_generated(self, path, text)
    }
}

/// Returns the families for which a target is switched on. An error is the name of a family and the problem of its
/// options.
fn outputs_of<'a, T: Target>(
    config: &'a Config,
    api: &'a Api,
) -> impl Iterator<Item = Result<Output<'a, T::Options>, (&'a str, String)>> {
    api.families.iter().filter_map(|family| {
        let target = target_of(config, &family.name, T::KEY)?;
        let options = serde_json::from_value(target.options.clone().into());
        Some(match options {
            Ok(options) => Ok(Output {
                family,
                folder: &target.folder,
                options,
                command: format!("{} codegen", config.command),
            }),
            Err(error) => Err((family.name.as_str(), error.to_string())),
        })
    })
}

fn target_of<'c>(config: &'c Config, family: &str, key: &str) -> Option<&'c TargetConfig> {
    config.families.get(family)?.targets.get(key)
}

/// Returns findings about schemas that targets cannot express, and about unknown targets in `registry.toml`.
#[must_use]
pub fn check(registry: &Registry, api: &Api, targets: &[&dyn Generator]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let keys: Vec<&str> = targets.iter().map(|target| target.key()).collect();
    for (name, family) in &registry.config.families {
        for key in family
            .targets
            .keys()
            .filter(|key| !keys.contains(&key.as_str()))
        {
            let message = format!("there is no target `{key}`");
            let help = match closest(key, &keys) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the targets are `{}`", keys.join("`, `")),
            };
            let finding = Diagnostic::new(&INVALID_CONFIG, message).help(help);
            let table = format!("families.{name}.targets.{key}");
            findings.push(at_table(registry, finding, &table));
        }
    }
    for family in &api.families {
        let mut typed = targets.iter().filter(|target| target.needs_types());
        if typed.any(|target| target_of(&registry.config, &family.name, target.key()).is_some()) {
            findings.extend(family.unmapped.iter().cloned());
        }
    }
    findings.extend(
        targets
            .iter()
            .flat_map(|target| target.check(registry, api)),
    );
    findings
}

/// Renders every target of every family, and the schemas of the files that the tool reads, in the order of paths.
#[must_use]
pub fn render(config: &Config, api: &Api, targets: &[&dyn Generator]) -> Vec<Artifact> {
    let options = targets
        .iter()
        .map(|target| (target.key(), target.options()));
    let mut artifacts = vec![
        Artifact {
            path: layout::CONFIG_SCHEMA_FILE.into(),
            text: json_text(&config::json_schema(options)),
        },
        Artifact {
            path: layout::RELEASE_SCHEMA_FILE.into(),
            text: json_text(&released::json_schema()),
        },
    ];
    artifacts.extend(targets.iter().flat_map(|target| target.render(config, api)));
    artifacts.sort_by(|left, right| left.path.cmp(&right.path));
    artifacts
}

/// Returns JSON with two spaces a level and a line feed at the end.
#[must_use]
pub fn json_text(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
