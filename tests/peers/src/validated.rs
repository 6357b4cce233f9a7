//! A `serde_json::Value` and a validator: nothing is decoded, the schema alone decides.

use std::path::Path;

use schema_registry::{load, model::Registry, resolve};
use serde_json::Value;

use crate::documents::Kind;

/// Says whether the schema of a type of event accepts a body.
pub type Validate = Box<dyn Fn(Kind, &Value) -> bool>;

/// The registry of this repository.
///
/// # Errors
///
/// If it cannot be read, or there is a finding.
pub fn registry() -> Result<Registry, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    let loaded = load::load(&folder, "schemas").map_err(|error| error.to_string())?;
    let registry = resolve::resolve(loaded);
    match registry.findings.first() {
        Some(finding) => Err(finding.message.clone()),
        None => Ok(registry),
    }
}

/// Validators that are built once, when the program runs. Formats assert, patterns run on a linear
/// engine.
///
/// # Errors
///
/// If the registry has no sound schema for a type of event.
pub fn at_run_time() -> Result<Validate, String> {
    let registry = registry()?;
    let validator = |kind: Kind| {
        let (_, _, event) = registry
            .events()
            .find(|(_, _, event)| event.event_type == kind.event_type())
            .ok_or_else(|| format!("there is no event `{}`", kind.event_type()))?;
        registry
            .validator(&event.schema)
            .ok_or_else(|| format!("the schema of `{}` is not sound", kind.event_type()))
    };
    let job_created = validator(Kind::JobCreated)?;
    let job_completed = validator(Kind::JobCompleted)?;
    let artifact_ready = validator(Kind::ArtifactReady)?;
    Ok(Box::new(move |kind, body| {
        let validator = match kind {
            Kind::JobCreated => &job_created,
            Kind::JobCompleted => &job_completed,
            Kind::ArtifactReady => &artifact_ready,
            Kind::Unknown => return false,
        };
        validator.is_valid(body)
    }))
}

/// Validators that a macro makes when the program is compiled.
#[must_use]
pub fn at_compile_time() -> Validate {
    Box::new(|kind, body| match kind {
        Kind::JobCreated => compiled::JobCreated::is_valid(body),
        Kind::JobCompleted => compiled::JobCompleted::is_valid(body),
        Kind::ArtifactReady => compiled::ArtifactReady::is_valid(body),
        Kind::Unknown => false,
    })
}

#[allow(
    clippy::all,
    unreachable_pub,
    reason = "this code is written by a macro"
)]
mod compiled {
    #[jsonschema::validator(
        path = "../../crates/scrapenest-webhooks/src/generated/v1/schemas/job.created.json",
        draft = Draft202012,
        validate_formats = true,
        methods = { is_valid = true, validate = false, iter_errors = false }
    )]
    pub(super) struct JobCreated;

    #[jsonschema::validator(
        path = "../../crates/scrapenest-webhooks/src/generated/v1/schemas/job.completed.json",
        draft = Draft202012,
        validate_formats = true,
        methods = { is_valid = true, validate = false, iter_errors = false }
    )]
    pub(super) struct JobCompleted;

    #[jsonschema::validator(
        path = "../../crates/scrapenest-webhooks/src/generated/v1/schemas/artifact.ready.json",
        draft = Draft202012,
        validate_formats = true,
        methods = { is_valid = true, validate = false, iter_errors = false }
    )]
    pub(super) struct ArtifactReady;
}
