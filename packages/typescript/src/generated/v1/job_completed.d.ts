// @generated from webhooks/v1/job.completed.json by `cargo xtask codegen`. Changes made here are lost.

import type * as runtime from "../runtime.js";
import type { OrgSlug, Version } from "./envelope.js";

/** The job that ended: `status` is `succeeded` or `failed`, and decides which fields there are. */
export type JobCompleted = JobCompletedSucceeded | JobCompletedFailed;
export declare const JobCompleted: runtime.Schema<JobCompleted>;

/** Fired when a job finishes successfully. */
export interface JobCompletedSucceeded {
  /**
   * Identifier of the job, a UUID.
   *
   * Constraints: a UUID with hyphens.
   */
  job_id: string;
  /** Status of the job, here always `succeeded`. */
  status: "succeeded";
  /**
   * Number of artifacts of the job, a whole number.
   *
   * Constraints: an integer from 0 to 9007199254740991.
   */
  artifact_count: number;
  /**
   * Duration of the job in milliseconds, a whole number.
   *
   * Constraints: an integer from 0 to 9007199254740991.
   */
  duration_ms: number;
  /**
   * Timestamp when the job finished successfully. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.
   *
   * Constraints: a date and time of RFC 3339.
   */
  completed_at: string;
}
export declare const JobCompletedSucceeded: runtime.Schema<JobCompletedSucceeded>;

/** Fired when a job fails after all retries (`status` is `failed`). */
export interface JobCompletedFailed {
  /**
   * Identifier of the job, a UUID.
   *
   * Constraints: a UUID with hyphens.
   */
  job_id: string;
  /** Status of the job, here always `failed`. */
  status: "failed";
  /**
   * Why the job failed, e.g. `timeout`. An open set: a consumer must survive a value it does not know.
   *
   * Constraints: a string of 1 to 100 characters.
   */
  failure_reason: FailureReason;
  /**
   * Duration of the job in milliseconds, a whole number.
   *
   * Constraints: an integer from 0 to 9007199254740991.
   */
  duration_ms: number;
  /**
   * Timestamp when the job failed, after all retries. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.
   *
   * Constraints: a date and time of RFC 3339.
   */
  completed_at: string;
}
export declare const JobCompletedFailed: runtime.Schema<JobCompletedFailed>;

/**
 * Why a job failed, 1 to 100 characters. An open set: a consumer must survive a value it does not know.
 *
 * Constraints: a string of 1 to 100 characters.
 */
export type FailureReason = "timeout" | (string & {});
export declare const FailureReason: runtime.Schema<FailureReason>;

/** `job.completed`: A job has ended: it succeeded, or it failed after all retries. */
export interface JobCompletedEvent {
  /** Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again. */
  event_id: string;
  /** The type of event (e.g., job.completed). It tells what `data` holds. */
  event_type: "job.completed";
  /** Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days. */
  version?: Version;
  /** Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it. */
  schema_ref?: "schemas/webhooks/v1/job.completed.json";
  /** Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`. */
  occurred_at: string;
  /** Organization identifier for the event. A UUID. */
  org_id: string;
  /** Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`. */
  org_slug: OrgSlug;
  /** The event-specific payload. An object whose fields depend on `event_type`. */
  data: JobCompleted;
}
export declare const JobCompletedEvent: runtime.Schema<JobCompletedEvent>;
