// @generated from webhooks/v1/job.completed.json by `cargo xtask codegen`. Changes made here are lost.

import { constant, expected, integer, isObject, schema, text, timestamp, under, uuid } from "../runtime.js";
import { checkOrgSlug, checkVersion } from "./envelope.js";

export function checkJobCompleted(value) {
  if (!isObject(value)) return expected("an object", value);
  switch (value.status) {
    case "succeeded":
      return checkJobCompletedSucceeded(value);
    case "failed":
      return checkJobCompletedFailed(value);
    default:
      return under(null, expected("one of \"succeeded\", \"failed\"", value.status), "status");
  }
}

export const JobCompleted = /* @__PURE__ */ schema(checkJobCompleted);

export function checkJobCompletedSucceeded(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.job_id)) !== null) issues = under(issues, found, "job_id");
  if ((found = constant(value.status, "succeeded")) !== null) issues = under(issues, found, "status");
  if ((found = integer(value.artifact_count, 0, 9007199254740991)) !== null) issues = under(issues, found, "artifact_count");
  if ((found = integer(value.duration_ms, 0, 9007199254740991)) !== null) issues = under(issues, found, "duration_ms");
  if ((found = timestamp(value.completed_at)) !== null) issues = under(issues, found, "completed_at");
  return issues;
}

export const JobCompletedSucceeded = /* @__PURE__ */ schema(checkJobCompletedSucceeded);

export function checkJobCompletedFailed(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.job_id)) !== null) issues = under(issues, found, "job_id");
  if ((found = constant(value.status, "failed")) !== null) issues = under(issues, found, "status");
  if ((found = checkFailureReason(value.failure_reason)) !== null) issues = under(issues, found, "failure_reason");
  if ((found = integer(value.duration_ms, 0, 9007199254740991)) !== null) issues = under(issues, found, "duration_ms");
  if ((found = timestamp(value.completed_at)) !== null) issues = under(issues, found, "completed_at");
  return issues;
}

export const JobCompletedFailed = /* @__PURE__ */ schema(checkJobCompletedFailed);

export function checkFailureReason(value) {
  return text(value, 1, 100, null, "a string of 1 to 100 characters");
}

export const FailureReason = /* @__PURE__ */ schema(checkFailureReason);

export function checkJobCompletedEvent(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.event_id)) !== null) issues = under(issues, found, "event_id");
  if ((found = constant(value.event_type, "job.completed")) !== null) issues = under(issues, found, "event_type");
  if (value.version !== undefined && (found = checkVersion(value.version)) !== null) issues = under(issues, found, "version");
  if (value.schema_ref !== undefined && (found = constant(value.schema_ref, "schemas/webhooks/v1/job.completed.json")) !== null) issues = under(issues, found, "schema_ref");
  if ((found = timestamp(value.occurred_at)) !== null) issues = under(issues, found, "occurred_at");
  if ((found = uuid(value.org_id)) !== null) issues = under(issues, found, "org_id");
  if ((found = checkOrgSlug(value.org_slug)) !== null) issues = under(issues, found, "org_slug");
  if ((found = checkJobCompleted(value.data)) !== null) issues = under(issues, found, "data");
  return issues;
}

export const JobCompletedEvent = /* @__PURE__ */ schema(checkJobCompletedEvent);
