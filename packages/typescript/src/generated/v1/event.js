// @generated from webhooks/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

import { expected, isObject, object, schema, timestamp, under, uuid } from "../runtime.js";
import { checkArtifactReadyEvent } from "./artifact_ready.js";
import { checkEventType, checkOrgSlug, checkSchemaRef, checkVersion } from "./envelope.js";
import { checkJobCompletedEvent } from "./job_completed.js";
import { checkJobCreatedEvent } from "./job_created.js";

const KNOWN = /* @__PURE__ */ new Set(["job.created", "job.completed", "artifact.ready"]);

export function checkUnknownEvent(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.event_id)) !== null) issues = under(issues, found, "event_id");
  if ((found = KNOWN.has(value.event_type) ? expected("another type of event", value.event_type) : checkEventType(value.event_type)) !== null) issues = under(issues, found, "event_type");
  if (value.version !== undefined && (found = checkVersion(value.version)) !== null) issues = under(issues, found, "version");
  if (value.schema_ref !== undefined && (found = checkSchemaRef(value.schema_ref)) !== null) issues = under(issues, found, "schema_ref");
  if ((found = timestamp(value.occurred_at)) !== null) issues = under(issues, found, "occurred_at");
  if ((found = uuid(value.org_id)) !== null) issues = under(issues, found, "org_id");
  if ((found = checkOrgSlug(value.org_slug)) !== null) issues = under(issues, found, "org_slug");
  if ((found = object(value.data)) !== null) issues = under(issues, found, "data");
  return issues;
}

export const UnknownEvent = /* @__PURE__ */ schema(checkUnknownEvent);

export function checkEvent(value) {
  if (!isObject(value)) return expected("an object", value);
  switch (value.event_type) {
    case "job.created":
      return checkJobCreatedEvent(value);
    case "job.completed":
      return checkJobCompletedEvent(value);
    case "artifact.ready":
      return checkArtifactReadyEvent(value);
    default:
      return checkUnknownEvent(value);
  }
}

export const Event = /* @__PURE__ */ schema(checkEvent);

export function checkKnownEvent(value) {
  if (!isObject(value)) return expected("an object", value);
  switch (value.event_type) {
    case "job.created":
      return checkJobCreatedEvent(value);
    case "job.completed":
      return checkJobCompletedEvent(value);
    case "artifact.ready":
      return checkArtifactReadyEvent(value);
    default:
      return under(null, expected("a known type of event", value.event_type), "event_type");
  }
}

export const KnownEvent = /* @__PURE__ */ schema(checkKnownEvent);

export function isKnown(event) {
  return KNOWN.has(event.event_type);
}
