//! A `serde_json::Value` and a validator: nothing is decoded, and only the schema decides.

use jsonschema::{Draft, PatternOptions, Validator};
use scrapenest_webhooks::v1::schemas;
use serde_json::Value;

use crate::documents::Kind;

/// A function that reports whether the schema of a type of event accepts a body.
pub type Validate = Box<dyn Fn(Kind, &Value) -> bool>;

/// Returns validators that are built once, when the program runs. Formats are asserted, and patterns run on a
/// linear engine.
///
/// # Errors
///
/// Returns an error if the validator rejects a schema.
pub fn at_run_time() -> Result<Validate, String> {
    let job_created = build(schemas::JOB_CREATED)?;
    let job_completed = build(schemas::JOB_COMPLETED)?;
    let artifact_ready = build(schemas::ARTIFACT_READY)?;
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

fn build(schema: &str) -> Result<Validator, String> {
    let schema: Value = serde_json::from_str(schema).map_err(|error| error.to_string())?;
    let options = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .with_pattern_options(PatternOptions::regex());
    options.build(&schema).map_err(|error| error.to_string())
}

/// Returns validators that a macro makes when the program is compiled.
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
