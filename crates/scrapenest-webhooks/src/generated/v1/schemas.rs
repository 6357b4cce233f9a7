// @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

//! The schemas of this version, each complete in itself.

/// The schema of `job.created`, revision 1.0.0.
pub const JOB_CREATED: &str = include_str!("schemas/job.created.json");

/// The schema of `job.completed`, revision 1.0.0.
pub const JOB_COMPLETED: &str = include_str!("schemas/job.completed.json");

/// The schema of `artifact.ready`, revision 1.0.0.
pub const ARTIFACT_READY: &str = include_str!("schemas/artifact.ready.json");

/// Every schema, by its path.
pub const ALL: &[(&str, &str)] = &[
    ("schemas/webhooks/v1/job.created.json", JOB_CREATED),
    ("schemas/webhooks/v1/job.completed.json", JOB_COMPLETED),
    ("schemas/webhooks/v1/artifact.ready.json", ARTIFACT_READY),
];

/// The schema at a path.
#[must_use]
pub fn find(schema_ref: &str) -> Option<&'static str> {
    let found = ALL.iter().find(|(path, _)| *path == schema_ref);
    found.map(|(_, schema)| *schema)
}
