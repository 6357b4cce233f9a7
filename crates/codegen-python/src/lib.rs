//! The Python target: models of pydantic that accept exactly what the schemas accept.
//!
//! A family's folder is a package: one module for each major version, and `_runtime.py`, which they share.

mod names;
mod render;

use std::collections::BTreeMap;

use schema_codegen::{
    Artifact, Findings, Output, Target, is_marked, join, model::Major, naming::Naming,
};
use schema_registry::rules::NAME_COLLISION;
use schemars::JsonSchema;
use serde::Deserialize;

/// The target of Python modules.
#[derive(Clone, Copy, Debug)]
pub struct Python;

/// Models of pydantic. The folder belongs to the generator alone.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {}

/// Returns the type of each event of a major version, and the name of the type of its body.
///
/// A program imports the type by this name from the module of the major version.
#[must_use]
pub fn bodies(major: &Major) -> Vec<(&str, String)> {
    let naming = Naming::new(major, names::class);
    let names = naming.names_of_bodies();
    names
        .map(|(event, name)| (event, name.to_owned()))
        .collect()
}

impl Target for Python {
    const KEY: &'static str = "python";
    const EXTENSIONS: &'static [&'static str] = &["py", "typed"];
    const NEEDS_TYPES: bool = true;
    const IS_PUBLISHED: bool = false;
    type Options = Options;

    fn check(&self, outputs: &[Output<'_, Options>], findings: &mut Findings<'_>) {
        let mut folders: BTreeMap<String, &str> = BTreeMap::new();
        for Output { family, folder, .. } in outputs {
            if let Some(other) = folders.insert(join(folder, ""), &family.name) {
                let message = format!(
                    "the families `{other}` and `{}` have one folder for generated Python",
                    family.name
                );
                let help = "give each family a folder of its own";
                findings.report_config(&NAME_COLLISION, &family.name, message, help);
            }
        }
    }

    fn render(&self, outputs: &[Output<'_, Options>]) -> Vec<Artifact> {
        outputs
            .iter()
            .flat_map(|output| render::family(output.family, output.folder, &output.command))
            .collect()
    }

    fn is_generated(&self, _: &str, text: &str) -> bool {
        is_marked(text, "# ")
    }
}
