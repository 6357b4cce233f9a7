// @generated from webhooks/v1/artifact.ready.json by `cargo xtask codegen`. Changes made here are lost.

import type * as runtime from "../runtime.js";
import type { OrgSlug, Version } from "./envelope.js";

/** Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download. */
export interface ArtifactReady {
  /**
   * Identifier of the job that the artifact belongs to, a UUID.
   *
   * Constraints: a UUID with hyphens.
   */
  job_id: string;
  /**
   * Identifier of the artifact, a UUID.
   *
   * Constraints: a UUID with hyphens.
   */
  artifact_id: string;
  /**
   * Type of the artifact, e.g. `screenshot`. An open set: a consumer must survive a value it does not know.
   *
   * Constraints: a string of 1 to 100 characters.
   */
  artifact_type: ArtifactType;
  /**
   * Size of the artifact in bytes, a whole number.
   *
   * Constraints: an integer from 0 to 9007199254740991.
   */
  byte_size: number;
  /**
   * SHA-256 digest of the artifact's content: `sha256:` and 64 lower-case hexadecimal digits.
   *
   * Constraints: a string that matches `^sha256:[0-9a-f]{64}$`.
   */
  content_hash: ContentHash;
  /**
   * Timestamp when the artifact was created. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:00:05Z`.
   *
   * Constraints: a date and time of RFC 3339.
   */
  created_at: string;
  /**
   * Where to download the artifact: an absolute URL.
   *
   * Constraints: a URI of RFC 3986 with a scheme.
   */
  download_url: string;
  /**
   * Timestamp when the download expires. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:15:05Z`.
   *
   * Constraints: a date and time of RFC 3339.
   */
  expires_at: string;
}
export declare const ArtifactReady: runtime.Schema<ArtifactReady>;

/**
 * Type of an artifact, 1 to 100 characters. An open set: a consumer must survive a value it does not know.
 *
 * Constraints: a string of 1 to 100 characters.
 */
export type ArtifactType = "html" | "screenshot" | "har" | "console_log" | "response_body" | "json" | "text" | "manifest" | (string & {});
export declare const ArtifactType: runtime.Schema<ArtifactType>;

/**
 * SHA-256 digest of content: `sha256:` and 64 lower-case hexadecimal digits.
 *
 * Constraints: a string that matches `^sha256:[0-9a-f]{64}$`.
 */
export type ContentHash = string;
export declare const ContentHash: runtime.Schema<ContentHash>;

/** `artifact.ready`: Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download. */
export interface ArtifactReadyEvent {
  /** Unique identifier for this specific event occurrence. A UUID, and the key for de-duplication: delivery is at least once, so the same `event_id` can arrive again. */
  event_id: string;
  /** The type of event (e.g., job.completed). It tells what `data` holds. */
  event_type: "artifact.ready";
  /** Event schema version. Written `1.x.y`. A producer always writes it; a consumer accepts a body without it, and can meet an older minor version, because deliveries are retried for up to 3 days. */
  version?: Version;
  /** Schema reference for this event type. Written `schemas/webhooks/v1/<event_type>.json`. A producer always writes it; a consumer accepts a body without it. */
  schema_ref?: "schemas/webhooks/v1/artifact.ready.json";
  /** Timestamp when the event happened. RFC 3339 date and time with an offset, e.g. `2024-01-01T12:03:10Z`. */
  occurred_at: string;
  /** Organization identifier for the event. A UUID. */
  org_id: string;
  /** Organization slug for the event. Lower-case letters, digits and single hyphens, e.g. `acme`. */
  org_slug: OrgSlug;
  /** The event-specific payload. An object whose fields depend on `event_type`. */
  data: ArtifactReady;
}
export declare const ArtifactReadyEvent: runtime.Schema<ArtifactReadyEvent>;
