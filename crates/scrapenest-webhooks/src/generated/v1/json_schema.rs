// @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

//! JSON Schemas of the types, for the feature `schemars`.

schema_runtime::json_schema! {
    event Event {
        required event_id = "event_id", "Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again.";
        event_type _ = "event_type", "The type of event (e.g., job.completed). It tells what `data` holds.";
        optional version = "version", "Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days.";
        optional_schema_ref SchemaRef = "schema_ref", "Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it.";
        required occurred_at = "occurred_at", "Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.";
        required org_id = "org_id", "Organization identifier for the event. A UUID.";
        required org_slug = "org_slug", "Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`.";
        payload _ = "data", "The event-specific payload. An object whose fields depend on `event_type`.";
    } around Data { Unknown(EventType), JobCreated, JobCompleted, ArtifactReady }
    "Every webhook event is wrapped in a standard envelope."
}

schema_runtime::json_schema! {
    open_set EventType { JobCreated, JobCompleted, ArtifactReady } { "maxLength": 100, "pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$" }
    "Name of a type of event: two or more names of lower-case letters, digits and underscores, joined by dots, at most 100 characters, e.g. `job.completed`."
}

schema_runtime::json_schema! {
    text Version { "maxLength": 20, "pattern": "^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$" }
    "Revision of an event's schema within this major version: `1.x.y`, three decimal numbers without leading zeros, at most 20 characters, e.g. `1.0.0`."
}

schema_runtime::json_schema! {
    text SchemaRef { "maxLength": 150, "pattern": "^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$" }
    "Path of an event's schema: `schemas/webhooks/v1/<event_type>.json`, at most 150 characters."
}

schema_runtime::json_schema! {
    text OrgSlug { "minLength": 1, "maxLength": 63, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }
    "Short name of an organization: lower-case letters and digits, in groups joined by single hyphens, 1 to 63 characters, e.g. `acme`."
}

schema_runtime::json_schema! {
    object JobCreated {
        required job_id = "job_id", "Identifier of the job, a UUID.";
        required job_type = "job_type", "Type of the job, e.g. `http`. An open set: a consumer must survive a value it does not know.";
        constant "queued" = "status", "Status of the job, here always `queued`.";
        required target_url = "target_url", "Target of the job: an absolute URL, e.g. `https://example.com`.";
        required created_at = "created_at", "Timestamp when the job was created. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.";
    }
    "Fired when a job is successfully accepted and queued."
}

schema_runtime::json_schema! {
    open_set JobType { Http, Light, Standard, Stealth } { "minLength": 1, "maxLength": 100 }
    "Type of a job, 1 to 100 characters. An open set: a consumer must survive a value it does not know."
}

schema_runtime::json_schema! {
    union JobCompleted { Succeeded, Failed }
    "The job that ended: `status` is `succeeded` or `failed`, and decides which fields there are."
}

schema_runtime::json_schema! {
    object JobCompletedSucceeded {
        required job_id = "job_id", "Identifier of the job, a UUID.";
        constant "succeeded" = "status", "Status of the job, here always `succeeded`.";
        required artifact_count = "artifact_count", "Number of artifacts of the job, a whole number.";
        required duration_ms = "duration_ms", "Duration of the job in milliseconds, a whole number.";
        required completed_at = "completed_at", "Timestamp when the job finished successfully. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.";
    }
    "Fired when a job finishes successfully."
}

schema_runtime::json_schema! {
    object JobCompletedFailed {
        required job_id = "job_id", "Identifier of the job, a UUID.";
        constant "failed" = "status", "Status of the job, here always `failed`.";
        required failure_reason = "failure_reason", "Why the job failed, e.g. `timeout`. An open set: a consumer must survive a value it does not know.";
        required duration_ms = "duration_ms", "Duration of the job in milliseconds, a whole number.";
        required completed_at = "completed_at", "Timestamp when the job failed, after all retries. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.";
    }
    "Fired when a job fails after all retries (`status` is `failed`)."
}

schema_runtime::json_schema! {
    open_set FailureReason { Timeout } { "minLength": 1, "maxLength": 100 }
    "Why a job failed, 1 to 100 characters. An open set: a consumer must survive a value it does not know."
}

schema_runtime::json_schema! {
    object ArtifactReady {
        required job_id = "job_id", "Identifier of the job that the artifact belongs to, a UUID.";
        required artifact_id = "artifact_id", "Identifier of the artifact, a UUID.";
        required artifact_type = "artifact_type", "Type of the artifact, e.g. `screenshot`. An open set: a consumer must survive a value it does not know.";
        required byte_size = "byte_size", "Size of the artifact in bytes, a whole number.";
        required content_hash = "content_hash", "SHA-256 digest of the artifact's content: `sha256:` and 64 lower-case hexadecimal digits.";
        required created_at = "created_at", "Timestamp when the artifact was created. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.";
        required download_url = "download_url", "Where to download the artifact: an absolute URL.";
        required expires_at = "expires_at", "Timestamp when the download expires. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:15:05Z`.";
    }
    "Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download."
}

schema_runtime::json_schema! {
    open_set ArtifactType { Html, Screenshot, Har, ConsoleLog, ResponseBody, Json, Text, Manifest } { "minLength": 1, "maxLength": 100 }
    "Type of an artifact, 1 to 100 characters. An open set: a consumer must survive a value it does not know."
}

schema_runtime::json_schema! {
    text ContentHash { "pattern": "^sha256:[0-9a-f]{64}$" }
    "SHA-256 digest of content: `sha256:` and 64 lower-case hexadecimal digits."
}
