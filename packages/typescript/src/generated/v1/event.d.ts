// @generated from webhooks/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

import type * as runtime from "../runtime.js";
import type { ArtifactReadyEvent } from "./artifact_ready.js";
import type { EventType, OrgSlug, SchemaRef, Version } from "./envelope.js";
import type { JobCompletedEvent } from "./job_completed.js";
import type { JobCreatedEvent } from "./job_created.js";

/** An event of a type that this version does not know. It has the fields of every event. */
export interface UnknownEvent {
  /** Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again. */
  event_id: string;
  /** The type of event (e.g., job.completed). It tells what `data` holds. */
  event_type: EventType;
  /** Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days. */
  version?: Version;
  /** Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it. */
  schema_ref?: SchemaRef;
  /** Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`. */
  occurred_at: string;
  /** Organization identifier for the event. A UUID. */
  org_id: string;
  /** Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`. */
  org_slug: OrgSlug;
  /** The event-specific payload. An object whose fields depend on `event_type`. */
  data: { [name: string]: unknown };
}
export declare const UnknownEvent: runtime.Schema<UnknownEvent>;

/** An event of a type that this version knows. */
export type KnownEvent = JobCreatedEvent | JobCompletedEvent | ArtifactReadyEvent;
export declare const KnownEvent: runtime.Schema<KnownEvent>;

/** Any event. Test it with {@link isKnown} before the type of the event selects its payload: {@link UnknownEvent} has any string as its type. */
export type Event = KnownEvent | UnknownEvent;
export declare const Event: runtime.Schema<Event>;

/** Returns whether an event has a type that this version knows. */
export declare function isKnown(event: Event): event is KnownEvent;
