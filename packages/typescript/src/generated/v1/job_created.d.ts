// @generated from webhooks/v1/job.created.json by `cargo xtask codegen`. Changes made here are lost.

import type * as runtime from "../runtime.js";
import type { OrgSlug, Version } from "./envelope.js";

/** Fired when a job is successfully accepted and queued. */
export interface JobCreated {
  /**
   * Identifier of the job, a UUID.
   *
   * Constraints: a UUID with hyphens.
   */
  job_id: string;
  /**
   * Type of the job, e.g. `http`. An open set: a consumer must survive a value it does not know.
   *
   * Constraints: a string of 1 to 100 characters.
   */
  job_type: JobType;
  /** Status of the job, here always `queued`. */
  status: "queued";
  /**
   * Target of the job: an absolute URL, e.g. `https://example.com`.
   *
   * Constraints: a URI of RFC 3986 with a scheme.
   */
  target_url: string;
  /**
   * Timestamp when the job was created. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`.
   *
   * Constraints: a date and time of RFC 3339.
   */
  created_at: string;
}
export declare const JobCreated: runtime.Schema<JobCreated>;

/**
 * Type of a job, 1 to 100 characters. An open set: a consumer must survive a value it does not know.
 *
 * Constraints: a string of 1 to 100 characters.
 */
export type JobType = "http" | "light" | "standard" | "stealth" | (string & {});
export declare const JobType: runtime.Schema<JobType>;

/** `job.created`: Fired when a job is successfully accepted and queued. */
export interface JobCreatedEvent {
  /** Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again. */
  event_id: string;
  /** The type of event (e.g., job.completed). It tells what `data` holds. */
  event_type: "job.created";
  /** Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days. */
  version?: Version;
  /** Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it. */
  schema_ref?: "schemas/webhooks/v1/job.created.json";
  /** Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`. */
  occurred_at: string;
  /** Organization identifier for the event. A UUID. */
  org_id: string;
  /** Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`. */
  org_slug: OrgSlug;
  /** The event-specific payload. An object whose fields depend on `event_type`. */
  data: JobCreated;
}
export declare const JobCreatedEvent: runtime.Schema<JobCreatedEvent>;
