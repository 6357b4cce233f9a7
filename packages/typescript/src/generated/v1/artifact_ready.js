// @generated from webhooks/v1/artifact.ready.json by `cargo xtask codegen`. Changes made here are lost.

import { automaton, constant, expected, integer, isObject, schema, text, timestamp, under, uri, uuid } from "../runtime.js";
import { checkOrgSlug, checkVersion } from "./envelope.js";

const c1 = /* @__PURE__ */ automaton([[115,115,1], [104,104,2], [97,97,3], [50,50,4], [53,53,5], [54,54,6], [58,58,7], [48,57,8,97,102,8], [48,57,9,97,102,9], [48,57,10,97,102,10], [48,57,11,97,102,11], [48,57,12,97,102,12], [48,57,13,97,102,13], [48,57,14,97,102,14], [48,57,15,97,102,15], [48,57,16,97,102,16], [48,57,17,97,102,17], [48,57,18,97,102,18], [48,57,19,97,102,19], [48,57,20,97,102,20], [48,57,21,97,102,21], [48,57,22,97,102,22], [48,57,23,97,102,23], [48,57,24,97,102,24], [48,57,25,97,102,25], [48,57,26,97,102,26], [48,57,27,97,102,27], [48,57,28,97,102,28], [48,57,29,97,102,29], [48,57,30,97,102,30], [48,57,31,97,102,31], [48,57,32,97,102,32], [48,57,33,97,102,33], [48,57,34,97,102,34], [48,57,35,97,102,35], [48,57,36,97,102,36], [48,57,37,97,102,37], [48,57,38,97,102,38], [48,57,39,97,102,39], [48,57,40,97,102,40], [48,57,41,97,102,41], [48,57,42,97,102,42], [48,57,43,97,102,43], [48,57,44,97,102,44], [48,57,45,97,102,45], [48,57,46,97,102,46], [48,57,47,97,102,47], [48,57,48,97,102,48], [48,57,49,97,102,49], [48,57,50,97,102,50], [48,57,51,97,102,51], [48,57,52,97,102,52], [48,57,53,97,102,53], [48,57,54,97,102,54], [48,57,55,97,102,55], [48,57,56,97,102,56], [48,57,57,97,102,57], [48,57,58,97,102,58], [48,57,59,97,102,59], [48,57,60,97,102,60], [48,57,61,97,102,61], [48,57,62,97,102,62], [48,57,63,97,102,63], [48,57,64,97,102,64], [48,57,65,97,102,65], [48,57,66,97,102,66], [48,57,67,97,102,67], [48,57,68,97,102,68], [48,57,69,97,102,69], [48,57,70,97,102,70], [48,57,71,97,102,71], []], [71]);

export function checkArtifactReady(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.job_id)) !== null) issues = under(issues, found, "job_id");
  if ((found = uuid(value.artifact_id)) !== null) issues = under(issues, found, "artifact_id");
  if ((found = checkArtifactType(value.artifact_type)) !== null) issues = under(issues, found, "artifact_type");
  if ((found = integer(value.byte_size, 0, 9007199254740991)) !== null) issues = under(issues, found, "byte_size");
  if ((found = checkContentHash(value.content_hash)) !== null) issues = under(issues, found, "content_hash");
  if ((found = timestamp(value.created_at)) !== null) issues = under(issues, found, "created_at");
  if ((found = uri(value.download_url)) !== null) issues = under(issues, found, "download_url");
  if ((found = timestamp(value.expires_at)) !== null) issues = under(issues, found, "expires_at");
  return issues;
}

export const ArtifactReady = /* @__PURE__ */ schema(checkArtifactReady);

export function checkArtifactType(value) {
  return text(value, 1, 100, null, "a string of 1 to 100 characters");
}

export const ArtifactType = /* @__PURE__ */ schema(checkArtifactType);

export function checkContentHash(value) {
  return text(value, 0, Infinity, c1, "a string that matches `^sha256:[0-9a-f]{64}$`");
}

export const ContentHash = /* @__PURE__ */ schema(checkContentHash);

export function checkArtifactReadyEvent(value) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let found;
  if ((found = uuid(value.event_id)) !== null) issues = under(issues, found, "event_id");
  if ((found = constant(value.event_type, "artifact.ready")) !== null) issues = under(issues, found, "event_type");
  if (value.version !== undefined && (found = checkVersion(value.version)) !== null) issues = under(issues, found, "version");
  if (value.schema_ref !== undefined && (found = constant(value.schema_ref, "schemas/webhooks/v1/artifact.ready.json")) !== null) issues = under(issues, found, "schema_ref");
  if ((found = timestamp(value.occurred_at)) !== null) issues = under(issues, found, "occurred_at");
  if ((found = uuid(value.org_id)) !== null) issues = under(issues, found, "org_id");
  if ((found = checkOrgSlug(value.org_slug)) !== null) issues = under(issues, found, "org_slug");
  if ((found = checkArtifactReady(value.data)) !== null) issues = under(issues, found, "data");
  return issues;
}

export const ArtifactReadyEvent = /* @__PURE__ */ schema(checkArtifactReadyEvent);
