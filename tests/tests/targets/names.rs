//! A target that lists the names of types.

use schema_codegen::{Artifact, Findings, Output, Target, join};
use schemars::JsonSchema;
use serde::Deserialize;

pub(crate) struct Names;

/// A list of the names of types.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Options {
    /// The beginning of each line.
    marker: String,
}

impl Target for Names {
    const KEY: &'static str = "names";
    const EXTENSIONS: &'static [&'static str] = &["txt"];
    const NEEDS_TYPES: bool = false;
    const IS_PUBLISHED: bool = false;
    const OWNS_FOLDER: bool = false;
    type Options = Options;

    fn check(&self, _: &[Output<'_, Options>], _: &mut Findings<'_>) {}

    fn render(&self, outputs: &[Output<'_, Options>]) -> Vec<Artifact> {
        let file = |output: &Output<'_, Options>| {
            let types = output.family.majors.iter().flat_map(|major| &major.types);
            let lines = types.map(|ty| format!("{}{}\n", output.options.marker, ty.name));
            Artifact {
                path: join(output.folder, &format!("{}.txt", output.family.name)),
                text: lines.collect(),
            }
        };
        outputs.iter().map(file).collect()
    }

    fn is_generated(&self, _: &str, text: &str) -> bool {
        text.starts_with("- ")
    }
}
