//! The TypeScript target: ECMAScript modules with their declarations, and checks that accept exactly what the schemas
//! accept.
//!
//! ```text
//! Family ─plan→ Plan, problems ─render→ Vec<Artifact>
//! ```
//!
//! A family's folder is complete in itself: it has the functions that all modules share, one folder for each major
//! version, and in it one module for each event, so that bundlers leave out what a program does not import.

mod names;
mod plan;
mod render;

use schema_codegen::{Artifact, Findings, Output, Target, is_marked, model::Major, naming::Naming};
use schemars::JsonSchema;
use serde::Deserialize;

use self::plan::Plan;

/// The target of TypeScript modules.
#[derive(Clone, Copy, Debug)]
pub struct TypeScript;

/// TypeScript declarations and ECMAScript modules. The folder belongs to the generator alone.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {}

/// Returns the type of each event of a major version, and the name of the schema that checks its body.
///
/// A program imports the schema by this name from the folder of the major version.
#[must_use]
pub fn bodies(major: &Major) -> Vec<(&str, String)> {
    Naming::new(major, names::identifier).names_of_bodies()
}

impl Target for TypeScript {
    const KEY: &'static str = "typescript";
    const EXTENSIONS: &'static [&'static str] = &["js", "ts"];
    const NEEDS_TYPES: bool = true;
    const IS_PUBLISHED: bool = false;
    const OWNS_FOLDER: bool = true;
    type Options = Options;

    fn check(&self, outputs: &[Output<'_, Options>], findings: &mut Findings<'_>) {
        for Output { family, .. } in outputs {
            for major in &family.majors {
                for (finding, origin) in plan::problems(major) {
                    findings.report(finding, origin, "/pattern");
                }
            }
        }
    }

    fn render(&self, outputs: &[Output<'_, Options>]) -> Vec<Artifact> {
        outputs
            .iter()
            .flat_map(|output| {
                let majors: Vec<Plan<'_>> = output.family.majors.iter().map(Plan::new).collect();
                render::family(output.family, &majors, output.folder, &output.command)
            })
            .collect()
    }

    fn is_generated(&self, _: &str, text: &str) -> bool {
        is_marked(text, "// ")
    }
}
