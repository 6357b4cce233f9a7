//! All targets, on registries and on models.

use codegen_docs::Pages;
use codegen_python::Python;
use codegen_rust::Rust;
use codegen_typescript::TypeScript;
use schema_codegen::{
    Artifact, Generator, Output, Target,
    model::{Api, Family},
};
use schema_registry::{config::TargetConfig, diagnostic::Diagnostic, lint, model::Registry};

/// The targets.
pub const TARGETS: &[&dyn Generator] = &[&Rust, &TypeScript, &Python, &Pages];

/// Lowers a registry, and returns what lowering and the targets find.
#[must_use]
pub fn lower(registry: &Registry) -> (Api, Vec<Diagnostic>) {
    let (api, mut findings) = schema_codegen::lower(registry);
    findings.extend(schema_codegen::check(registry, &api, TARGETS));
    (api, findings)
}

/// Renders the targets of a registry.
#[must_use]
pub fn render(registry: &Registry, api: &Api) -> Vec<Artifact> {
    schema_codegen::render(&registry.config, api, TARGETS)
}

/// Everything that is wrong with a registry.
#[must_use]
pub fn findings(registry: &Registry) -> Vec<Diagnostic> {
    let all = [lint::lint(registry), lower(registry).1].concat();
    lint::apply_allowances(registry, all)
}

/// The configuration of a target without options.
#[must_use]
pub fn folder(path: &str) -> TargetConfig {
    TargetConfig {
        folder: path.to_owned(),
        options: serde_json::Map::new(),
    }
}

/// Renders the pages of a model, whatever its registry says.
#[must_use]
pub fn pages(api: &Api, folder: &str) -> Vec<Artifact> {
    let outputs: Vec<_> = (api.families.iter())
        .map(|family| output(family, folder, codegen_docs::Options {}))
        .collect();
    Target::render(&Pages, &outputs)
}

/// Renders the Rust of a model, whatever its registry says.
#[must_use]
pub fn rust(api: &Api, folder: &str) -> Vec<Artifact> {
    let outputs: Vec<_> = (api.families.iter())
        .map(|family| output(family, folder, codegen_rust::Options {}))
        .collect();
    Target::render(&Rust, &outputs)
}

/// Renders the TypeScript of a model, each family in a folder of its own name, whatever its registry says.
#[must_use]
pub fn typescript(api: &Api) -> Vec<Artifact> {
    let outputs: Vec<_> = (api.families.iter())
        .map(|family| output(family, &family.name, codegen_typescript::Options {}))
        .collect();
    Target::render(&TypeScript, &outputs)
}

/// Renders the Python of a model, each family in a package of its own name, whatever its registry says.
#[must_use]
pub fn python(api: &Api) -> Vec<Artifact> {
    let outputs: Vec<_> = (api.families.iter())
        .map(|family| output(family, &family.name, codegen_python::Options {}))
        .collect();
    Target::render(&Python, &outputs)
}

fn output<'a, Options>(
    family: &'a Family,
    folder: &'a str,
    options: Options,
) -> Output<'a, Options> {
    Output {
        family,
        folder,
        options,
        command: "schemas codegen".into(),
    }
}
