//! A registry with everything that commands ask about it, each computed once.

use std::sync::OnceLock;

use schema_codegen::{Artifact, Generator, model::Api};
use schema_registry::{
    config::Config, diagnostic::Diagnostic, lint, load::Loaded, model::Registry, resolve,
};

/// The targets of a program.
pub(crate) type Targets = &'static [&'static dyn Generator];

/// A registry that was loaded and resolved.
pub(crate) struct Session {
    pub(crate) registry: Registry,
    pub(crate) targets: Targets,
    lowered: OnceLock<(Api, Vec<Diagnostic>)>,
    unmappable: OnceLock<Vec<Diagnostic>>,
    linted: OnceLock<Vec<Diagnostic>>,
    findings: OnceLock<Vec<Diagnostic>>,
}

impl Session {
    /// Resolves a registry.
    pub(crate) fn new(targets: Targets, loaded: Loaded) -> Self {
        Self::of(targets, resolve::resolve(loaded))
    }

    /// Starts with a registry that is resolved.
    pub(crate) fn of(targets: Targets, registry: Registry) -> Self {
        Self {
            registry,
            targets,
            lowered: OnceLock::new(),
            unmappable: OnceLock::new(),
            linted: OnceLock::new(),
            findings: OnceLock::new(),
        }
    }

    /// Returns the model that targets render.
    pub(crate) fn api(&self) -> &Api {
        &self.lowered().0
    }

    fn lowered(&self) -> &(Api, Vec<Diagnostic>) {
        self.lowered
            .get_or_init(|| schema_codegen::lower(&self.registry))
    }

    /// Returns what cannot be generated, before allowances are applied.
    pub(crate) fn unmappable(&self) -> &[Diagnostic] {
        self.unmappable.get_or_init(|| {
            let (api, lowering) = self.lowered();
            let of_targets = schema_codegen::check(&self.registry, api, self.targets);
            [lowering.as_slice(), &of_targets].concat()
        })
    }

    /// Returns what the rules find, before allowances are applied.
    pub(crate) fn linted(&self) -> &[Diagnostic] {
        self.linted.get_or_init(|| lint::lint(&self.registry))
    }

    /// Returns everything that is wrong with the registry, with severities and allowances applied.
    pub(crate) fn findings(&self) -> &[Diagnostic] {
        self.findings.get_or_init(|| {
            let all = [self.linted(), self.unmappable()].concat();
            lint::apply_allowances(&self.registry, all)
        })
    }

    /// Renders every target.
    pub(crate) fn render(&self) -> Vec<Artifact> {
        schema_codegen::render(&self.registry.config, self.api(), self.targets)
    }

    /// Renders every target, and drops what rendering does not need before the next step.
    pub(crate) fn into_rendered(self) -> (Config, Vec<Artifact>) {
        let targets = self.targets;
        let (api, _) = match self.lowered.into_inner() {
            Some(lowered) => lowered,
            None => schema_codegen::lower(&self.registry),
        };
        let config = self.registry.config.clone();
        // Its schemas and examples take most of the memory.
        drop(self.registry);
        let artifacts = schema_codegen::render(&config, &api, targets);
        (config, artifacts)
    }

    /// Renders the targets whose files are published beside the schemas.
    pub(crate) fn render_published(&self) -> Vec<Artifact> {
        let published = self.targets.iter().filter(|target| target.is_published());
        let artifacts =
            published.flat_map(|target| target.render(&self.registry.config, self.api()));
        artifacts.collect()
    }
}
