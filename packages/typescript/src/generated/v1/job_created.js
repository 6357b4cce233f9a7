// @generated from webhooks/v1/job.created.json by `cargo xtask codegen`. Changes made here are lost.

import { constant, expected, isObject, schema, text, timestamp, under, uri, uuid } from "../runtime.js";
import { checkOrgSlug, checkVersion } from "./envelope.js";

export function checkJobCreated(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.job_id)) !== null) issues = under(issues, found, "job_id");
  if ((found = checkJobType(value.job_type)) !== null) issues = under(issues, found, "job_type");
  if ((found = constant(value.status, "queued")) !== null) issues = under(issues, found, "status");
  if ((found = uri(value.target_url)) !== null) issues = under(issues, found, "target_url");
  if ((found = timestamp(value.created_at)) !== null) issues = under(issues, found, "created_at");
  return issues;
}

export const JobCreated = /* @__PURE__ */ schema(checkJobCreated);

export function checkJobType(value) {
  return text(value, 1, 100, null, "a string of 1 to 100 characters");
}

export const JobType = /* @__PURE__ */ schema(checkJobType);

export function checkJobCreatedEvent(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.event_id)) !== null) issues = under(issues, found, "event_id");
  if ((found = constant(value.event_type, "job.created")) !== null) issues = under(issues, found, "event_type");
  if (value.version !== undefined && (found = checkVersion(value.version)) !== null) issues = under(issues, found, "version");
  if (value.schema_ref !== undefined && (found = constant(value.schema_ref, "schemas/webhooks/v1/job.created.json")) !== null) issues = under(issues, found, "schema_ref");
  if ((found = timestamp(value.occurred_at)) !== null) issues = under(issues, found, "occurred_at");
  if ((found = uuid(value.org_id)) !== null) issues = under(issues, found, "org_id");
  if ((found = checkOrgSlug(value.org_slug)) !== null) issues = under(issues, found, "org_slug");
  if ((found = checkJobCreated(value.data)) !== null) issues = under(issues, found, "data");
  return issues;
}

export const JobCreatedEvent = /* @__PURE__ */ schema(checkJobCreatedEvent);
