//! The Python target: models of pydantic that accept exactly what the schemas accept.
//!
//! A family's folder is a package: one module for each major version, and `_runtime.py`, which they share.

mod names;
mod render;

use schema_codegen::{Artifact, Findings, Output, Target, is_marked, model::Major, naming::Naming};
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
    Naming::new(major, names::class).names_of_bodies()
}

impl Target for Python {
    const KEY: &'static str = "python";
    const EXTENSIONS: &'static [&'static str] = &["py", "typed"];
    const NEEDS_TYPES: bool = true;
    const IS_PUBLISHED: bool = false;
    const OWNS_FOLDER: bool = true;
    type Options = Options;

    /// Models express every type of the model.
    fn check(&self, _: &[Output<'_, Options>], _: &mut Findings<'_>) {}

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
