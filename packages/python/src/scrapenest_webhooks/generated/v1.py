# @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

"""Major version 1 of ScrapeNest webhook events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, cast
from pydantic import AfterValidator, Discriminator, Field, StringConstraints, Tag
from pydantic_core import PydanticCustomError
from typing_extensions import TypeIs
from ._runtime import Integer, Maybe, Model, Timestamp, Uri, Uuid, absent, parse


class JobCreated(Model):
    """Fired when a job is successfully accepted and queued."""

    job_id: Uuid
    """Identifier of the job, a UUID.

    Constraints: a UUID with hyphens."""

    job_type: JobType
    """Type of the job, e.g. `http`. An open set: a consumer must survive a value it does not know.

    Constraints: a string of 1 to 100 characters."""

    status: Literal["queued"]
    """Status of the job, here always `queued`."""

    target_url: Uri
    """Target of the job: an absolute URL, e.g. `https://example.com`.

    Constraints: a URI of RFC 3986 with a scheme."""

    created_at: Timestamp
    """Timestamp when the job was created. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.

    Constraints: a date and time of RFC 3339."""


class JobCompletedSucceeded(Model):
    """Fired when a job finishes successfully."""

    job_id: Uuid
    """Identifier of the job, a UUID.

    Constraints: a UUID with hyphens."""

    status: Literal["succeeded"]
    """Status of the job, here always `succeeded`."""

    artifact_count: Annotated[int, Field(strict=True, ge=0, le=9007199254740991), Integer]
    """Number of artifacts of the job, a whole number.

    Constraints: an integer from 0 to 9007199254740991."""

    duration_ms: Annotated[int, Field(strict=True, ge=0, le=9007199254740991), Integer]
    """Duration of the job in milliseconds, a whole number.

    Constraints: an integer from 0 to 9007199254740991."""

    completed_at: Timestamp
    """Timestamp when the job finished successfully. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.

    Constraints: a date and time of RFC 3339."""


class JobCompletedFailed(Model):
    """Fired when a job fails after all retries (`status` is `failed`)."""

    job_id: Uuid
    """Identifier of the job, a UUID.

    Constraints: a UUID with hyphens."""

    status: Literal["failed"]
    """Status of the job, here always `failed`."""

    failure_reason: FailureReason
    """Why the job failed, e.g. `timeout`. An open set: a consumer must survive a value it does not know.

    Constraints: a string of 1 to 100 characters."""

    duration_ms: Annotated[int, Field(strict=True, ge=0, le=9007199254740991), Integer]
    """Duration of the job in milliseconds, a whole number.

    Constraints: an integer from 0 to 9007199254740991."""

    completed_at: Timestamp
    """Timestamp when the job failed, after all retries. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.

    Constraints: a date and time of RFC 3339."""


class ArtifactReady(Model):
    """Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download."""

    job_id: Uuid
    """Identifier of the job that the artifact belongs to, a UUID.

    Constraints: a UUID with hyphens."""

    artifact_id: Uuid
    """Identifier of the artifact, a UUID.

    Constraints: a UUID with hyphens."""

    artifact_type: ArtifactType
    """Type of the artifact, e.g. `screenshot`. An open set: a consumer must survive a value it does not know.

    Constraints: a string of 1 to 100 characters."""

    byte_size: Annotated[int, Field(strict=True, ge=0, le=9007199254740991), Integer]
    """Size of the artifact in bytes, a whole number.

    Constraints: an integer from 0 to 9007199254740991."""

    content_hash: ContentHash
    """SHA-256 digest of the artifact's content: `sha256:` and 64 lower-case hexadecimal digits.

    Constraints: a string that matches `^sha256:[0-9a-f]{64}$`."""

    created_at: Timestamp
    """Timestamp when the artifact was created. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.

    Constraints: a date and time of RFC 3339."""

    download_url: Uri
    """Where to download the artifact: an absolute URL.

    Constraints: a URI of RFC 3986 with a scheme."""

    expires_at: Timestamp
    """Timestamp when the download expires. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:15:05Z`.

    Constraints: a date and time of RFC 3339."""


class JobCreatedEvent(Model):
    """`job.created`: Fired when a job is successfully accepted and queued."""

    event_id: Uuid
    """Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again.

    Constraints: a UUID with hyphens."""

    event_type: Literal["job.created"]
    """The type of event (e.g., job.completed). It tells what `data` holds.

    Constraints: at most 100 characters that match `^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$`."""

    version: Maybe[Version] = Field(default=None, exclude_if=absent)
    """Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days.

    Constraints: at most 20 characters that match `^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$`."""

    schema_ref: Maybe[Literal["schemas/webhooks/v1/job.created.json"]] = Field(default=None, exclude_if=absent)
    """Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it.

    Constraints: at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$`."""

    occurred_at: Timestamp
    """Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.

    Constraints: a date and time of RFC 3339."""

    org_id: Uuid
    """Organization identifier for the event. A UUID.

    Constraints: a UUID with hyphens."""

    org_slug: OrgSlug
    """Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`.

    Constraints: 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`."""

    data: JobCreated
    """The event-specific payload. An object whose fields depend on `event_type`."""


class JobCompletedEvent(Model):
    """`job.completed`: A job has ended: it succeeded, or it failed after all retries."""

    event_id: Uuid
    """Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again.

    Constraints: a UUID with hyphens."""

    event_type: Literal["job.completed"]
    """The type of event (e.g., job.completed). It tells what `data` holds.

    Constraints: at most 100 characters that match `^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$`."""

    version: Maybe[Version] = Field(default=None, exclude_if=absent)
    """Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days.

    Constraints: at most 20 characters that match `^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$`."""

    schema_ref: Maybe[Literal["schemas/webhooks/v1/job.completed.json"]] = Field(default=None, exclude_if=absent)
    """Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it.

    Constraints: at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$`."""

    occurred_at: Timestamp
    """Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.

    Constraints: a date and time of RFC 3339."""

    org_id: Uuid
    """Organization identifier for the event. A UUID.

    Constraints: a UUID with hyphens."""

    org_slug: OrgSlug
    """Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`.

    Constraints: 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`."""

    data: JobCompleted
    """The event-specific payload. An object whose fields depend on `event_type`."""


class ArtifactReadyEvent(Model):
    """`artifact.ready`: Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download."""

    event_id: Uuid
    """Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again.

    Constraints: a UUID with hyphens."""

    event_type: Literal["artifact.ready"]
    """The type of event (e.g., job.completed). It tells what `data` holds.

    Constraints: at most 100 characters that match `^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$`."""

    version: Maybe[Version] = Field(default=None, exclude_if=absent)
    """Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days.

    Constraints: at most 20 characters that match `^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$`."""

    schema_ref: Maybe[Literal["schemas/webhooks/v1/artifact.ready.json"]] = Field(default=None, exclude_if=absent)
    """Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it.

    Constraints: at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$`."""

    occurred_at: Timestamp
    """Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.

    Constraints: a date and time of RFC 3339."""

    org_id: Uuid
    """Organization identifier for the event. A UUID.

    Constraints: a UUID with hyphens."""

    org_slug: OrgSlug
    """Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`.

    Constraints: 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`."""

    data: ArtifactReady
    """The event-specific payload. An object whose fields depend on `event_type`."""


_KNOWN: frozenset[str] = frozenset(["job.created", "job.completed", "artifact.ready"])


def _is_other(value: str) -> str:
    if value in _KNOWN:
        raise PydanticCustomError("known", "expected another type of event")
    return value


class UnknownEvent(Model):
    """An event of a type that this version does not know. It has the fields of every event."""

    event_id: Uuid
    """Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again.

    Constraints: a UUID with hyphens."""

    event_type: Annotated[EventType, AfterValidator(_is_other)]
    """The type of event (e.g., job.completed). It tells what `data` holds.

    Constraints: at most 100 characters that match `^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$`."""

    version: Maybe[Version] = Field(default=None, exclude_if=absent)
    """Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days.

    Constraints: at most 20 characters that match `^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$`."""

    schema_ref: Maybe[SchemaRef] = Field(default=None, exclude_if=absent)
    """Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it.

    Constraints: at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$`."""

    occurred_at: Timestamp
    """Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.

    Constraints: a date and time of RFC 3339."""

    org_id: Uuid
    """Organization identifier for the event. A UUID.

    Constraints: a UUID with hyphens."""

    org_slug: OrgSlug
    """Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`.

    Constraints: 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`."""

    data: dict[str, Any]
    """The event-specific payload. An object whose fields depend on `event_type`."""


if TYPE_CHECKING:
    EventType = Union[Literal["job.created", "job.completed", "artifact.ready"], str]
else:
    EventType = Annotated[str, StringConstraints(strict=True, max_length=100, pattern="^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$")]
"""Name of a type of event: two or more names of lower-case letters, digits and underscores, joined by dots, at most 100 characters, e.g. `job.completed`.

Constraints: at most 100 characters that match `^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$`."""

Version = Annotated[str, StringConstraints(strict=True, max_length=20, pattern="^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$")]
"""Revision of an event's schema within this major version: `1.x.y`, three decimal numbers without leading zeros, at most 20 characters, e.g. `1.0.0`.

Constraints: at most 20 characters that match `^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$`."""

SchemaRef = Annotated[str, StringConstraints(strict=True, max_length=150, pattern="^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$")]
"""Path of an event's schema: `schemas/webhooks/v1/<event_type>.json`, at most 150 characters.

Constraints: at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$`."""

OrgSlug = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=63, pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Short name of an organization: lower-case letters and digits, in groups joined by single hyphens, 1 to 63 characters, e.g. `acme`.

Constraints: 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`."""

if TYPE_CHECKING:
    JobType = Union[Literal["http", "light", "standard", "stealth"], str]
else:
    JobType = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=100)]
"""Type of a job, 1 to 100 characters. An open set: a consumer must survive a value it does not know.

Constraints: a string of 1 to 100 characters."""

JobCompleted = Annotated[Union[JobCompletedSucceeded, JobCompletedFailed], Field(discriminator="status")]
"""The job that ended: `status` is `succeeded` or `failed`, and decides which fields there are."""

if TYPE_CHECKING:
    FailureReason = Union[Literal["timeout"], str]
else:
    FailureReason = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=100)]
"""Why a job failed, 1 to 100 characters. An open set: a consumer must survive a value it does not know.

Constraints: a string of 1 to 100 characters."""

if TYPE_CHECKING:
    ArtifactType = Union[Literal["html", "screenshot", "har", "console_log", "response_body", "json", "text", "manifest"], str]
else:
    ArtifactType = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=100)]
"""Type of an artifact, 1 to 100 characters. An open set: a consumer must survive a value it does not know.

Constraints: a string of 1 to 100 characters."""

ContentHash = Annotated[str, StringConstraints(strict=True, pattern="^sha256:[0-9a-f]{64}$")]
"""SHA-256 digest of content: `sha256:` and 64 lower-case hexadecimal digits.

Constraints: a string that matches `^sha256:[0-9a-f]{64}$`."""


def _tag(value: Any) -> str:
    if isinstance(value, dict):
        tag: Any = cast("dict[str, Any]", value).get("event_type")
    else:
        tag = getattr(value, "event_type", None)
    return tag if isinstance(tag, str) and tag in _KNOWN else ""

if TYPE_CHECKING:
    KnownEvent = Union[JobCreatedEvent, JobCompletedEvent, ArtifactReadyEvent]
else:
    KnownEvent = Annotated[Union[JobCreatedEvent, JobCompletedEvent, ArtifactReadyEvent], Field(discriminator="event_type")]
"""An event of a type that this version knows."""

if TYPE_CHECKING:
    Event = Union[JobCreatedEvent, JobCompletedEvent, ArtifactReadyEvent, UnknownEvent]
else:
    Event = Annotated[Union[
    Annotated[JobCreatedEvent, Tag("job.created")],
    Annotated[JobCompletedEvent, Tag("job.completed")],
    Annotated[ArtifactReadyEvent, Tag("artifact.ready")],
    Annotated[UnknownEvent, Tag("")],
    ], Discriminator(_tag)]
"""Any event."""


def parse_event(body: Union[str, bytes, bytearray, memoryview]) -> Event:
    """Reads the body of a delivery, with any event."""
    event: Event = parse(Event, body)
    return event


def is_known(event: Event) -> TypeIs[KnownEvent]:
    """Returns whether an event has a type that this version knows."""
    return not isinstance(event, UnknownEvent)

for _model in (JobCreated, JobCompletedSucceeded, JobCompletedFailed, ArtifactReady, JobCreatedEvent, JobCompletedEvent, ArtifactReadyEvent, UnknownEvent,):
    _model.model_rebuild()

__all__ = ["ArtifactReady", "ArtifactReadyEvent", "ArtifactType", "ContentHash", "Event", "EventType", "FailureReason", "JobCompleted", "JobCompletedEvent", "JobCompletedFailed", "JobCompletedSucceeded", "JobCreated", "JobCreatedEvent", "JobType", "KnownEvent", "OrgSlug", "SchemaRef", "UnknownEvent", "Version", "is_known", "parse", "parse_event"]
