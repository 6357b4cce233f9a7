// Lines that compile, and lines that must not.
import { type Result, type Schema, sign, unwrap, v1, verify } from "@scrapenest/webhooks";
import { JobCompletedEvent } from "@scrapenest/webhooks/v1";

declare const body: string;
declare const request: Request;

const event: v1.Event = v1.Event.parseText(body);
const bytes: v1.Event = v1.Event.parseText(new TextEncoder().encode(body));
const result: Result<v1.JobCompletedEvent> = JobCompletedEvent.safeParse(JSON.parse(body));
if (result.success) {
  const id: string = result.data.data.job_id;
  const total: number = 0 + result.data.data.duration_ms;
  console.log(id, total);
} else {
  for (const { path, message } of result.issues) console.log(path.join("."), message);
}

const unwrapped: v1.Event = await unwrap(body, request.headers, "whsec_…");
const rotated: v1.Event = await unwrap(body, { "svix-id": "1" }, ["whsec_new", "whsec_old"]);
const only: v1.JobCreatedEvent = await unwrap(body, [["svix-id", "1"]], "whsec_…", { schema: v1.JobCreatedEvent });
await verify(body, new Map([["svix-id", "1"]]), "whsec_…", { tolerance: 60, now: 0 });
const headers: { "svix-signature": string } = await sign(body, "whsec_…", { id: "msg_1" });
const delivery = await sign(body, "whsec_…", { id: "msg_1" });
await verify(body, delivery, "whsec_…");
const again = new Request("https://example.com", { method: "POST", headers: delivery, body });

if (v1.isKnown(event)) {
  if (event.event_type === "job.completed" && event.data.status === "failed") {
    const reason: string = event.data.failure_reason;
    if (event.data.failure_reason === "timeout") console.log(reason);
    // @ts-expect-error: only a job that succeeded has artifacts.
    event.data.artifact_count;
  }
  // @ts-expect-error: there is no such type of event.
  event.event_type === "job.lost";
} else {
  const anything: { [name: string]: unknown } = event.data;
  console.log(anything);
}

// @ts-expect-error: a field of an event that may be unknown can be anything.
const unsure: string = event.data.job_id;

// @ts-expect-error: a field is missing.
const incomplete: v1.JobCompletedFailed = { job_id: "1", status: "failed", failure_reason: "timeout" };

const kind: v1.JobType = "a type that comes later";
// @ts-expect-error: a number is no string.
const slug: v1.OrgSlug = 1;

// Standard Schema, as libraries take it.
async function validated<T>(schema: { "~standard": Schema<T>["~standard"] }, value: unknown): Promise<T | undefined> {
  const outcome = await schema["~standard"].validate(value);
  return "value" in outcome ? outcome.value : undefined;
}
const standard: v1.ArtifactReady | undefined = await validated(v1.ArtifactReady, {});

export { again, bytes, headers, incomplete, kind, only, rotated, slug, standard, unsure, unwrapped };
