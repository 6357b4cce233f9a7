//! The Rust target: modules of types on top of `schema-runtime`.
//!
//! ```text
//! Family ─plan→ Plan, problems ─render→ Vec<Artifact>
//! (Plan, Plan) ─semver→ Vec<SourceChange>
//! ```
//!
//! The plan alone reports problems that are specific to Rust: identifiers, names that generated code needs for itself,
//! and patterns that would fill pages of code.

mod idents;
mod plan;
mod render;
pub mod semver;

use std::collections::BTreeSet;

use schema_codegen::{
    Artifact, Findings, Output, Target, is_marked,
    model::{Family, Major},
};
use schemars::JsonSchema;
use serde::Deserialize;

use self::plan::Plan;

/// The target of Rust modules.
#[derive(Clone, Copy, Debug)]
pub struct Rust;

/// Rust modules on top of `schema-runtime`. The folder belongs to the generator alone.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {}

impl Target for Rust {
    const KEY: &'static str = "rust";
    const EXTENSIONS: &'static [&'static str] = &["rs", "json"];
    const NEEDS_TYPES: bool = true;
    const IS_PUBLISHED: bool = false;
    const OWNS_FOLDER: bool = true;
    type Options = Options;

    fn check(&self, outputs: &[Output<'_, Options>], findings: &mut Findings<'_>) {
        for Output { family, .. } in outputs {
            for major in &family.majors {
                for problem in Plan::new(major).1 {
                    let pointer = problem.pointer(findings.registry());
                    findings.report(problem.finding, &problem.origin, &pointer);
                }
            }
        }
    }

    fn render(&self, outputs: &[Output<'_, Options>]) -> Vec<Artifact> {
        let outputs = outputs.iter();
        outputs
            .flat_map(|output| {
                render::family(&planned(output.family, &output.command), output.folder)
            })
            .collect()
    }

    /// JSON has no place to say that it was generated. It has to be the bundle of a schema:
    /// `<major>/schemas/<event>.json`, with an `$id` that ends in `<major>/<event>.json`.
    fn is_generated(&self, path: &str, text: &str) -> bool {
        if !path.ends_with(".json") {
            return is_marked(text, "// ");
        }
        let mut parts = path.rsplit('/');
        let (Some(file), Some("schemas"), Some(major)) = (parts.next(), parts.next(), parts.next())
        else {
            return false;
        };
        let root: Option<serde_json::Value> = serde_json::from_str(text).ok();
        let id = root.as_ref().and_then(|root| root.get("$id")?.as_str());
        id.is_some_and(|id| id.ends_with(&format!("/{major}/{file}")))
    }
}

/// Reports whether `cargo fmt` formats a file at a path. It does not look for modules in calls of macros.
#[must_use]
pub fn is_formatted(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".rs")
        .is_some_and(|module| module != render::SAMPLES)
}

/// A family with the plans of its major versions.
struct PlannedFamily<'f> {
    name: &'f str,
    title: &'f str,
    /// The command that generates the files.
    command: &'f str,
    majors: Vec<Plan>,
}

fn planned<'f>(family: &'f Family, command: &'f str) -> PlannedFamily<'f> {
    PlannedFamily {
        name: &family.name,
        title: &family.title,
        command,
        majors: family.majors.iter().map(plan_of).collect(),
    }
}

/// Returns the names of the types of a major version that have a borrowed counterpart.
#[must_use]
pub fn with_counterparts(major: &Major) -> BTreeSet<String> {
    let plan = plan_of(major);
    let types = plan.types.iter().map(|ty| ty.name.clone());
    types.filter(|name| plan.has_counterpart(name)).collect()
}

/// The plan of a major version without what Rust cannot hold.
fn plan_of(major: &Major) -> Plan {
    Plan::new(major).0
}
