// @generated from webhooks/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

import type * as runtime from "../runtime.js";

/**
 * Name of a type of event: two or more names of lower-case letters, digits and underscores, joined by dots, at most 100 characters, e.g. `job.completed`.
 *
 * Constraints: at most 100 characters that match `^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$`.
 */
export type EventType = "job.created" | "job.completed" | "artifact.ready" | (string & {});
export declare const EventType: runtime.Schema<EventType>;

/**
 * Revision of an event's schema within this major version: `1.x.y`, three decimal numbers without leading zeros, at most 20 characters, e.g. `1.0.0`.
 *
 * Constraints: at most 20 characters that match `^1\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$`.
 */
export type Version = string;
export declare const Version: runtime.Schema<Version>;

/**
 * Path of an event's schema: `schemas/webhooks/v1/<event_type>.json`, at most 150 characters.
 *
 * Constraints: at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+\.json$`.
 */
export type SchemaRef = string;
export declare const SchemaRef: runtime.Schema<SchemaRef>;

/**
 * Short name of an organization: lower-case letters and digits, in groups joined by single hyphens, 1 to 63 characters, e.g. `acme`.
 *
 * Constraints: 1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`.
 */
export type OrgSlug = string;
export declare const OrgSlug: runtime.Schema<OrgSlug>;
