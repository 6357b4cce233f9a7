// A receiver: reads deliveries, and prints what it makes of each.
import { readFileSync } from "node:fs";

import { ParseError, SecretError, VerifyError, unwrap, v1 } from "@scrapenest/webhooks";

interface Delivery {
  name: string;
  headers: [string, string][];
  body: string;
  secret: string;
}

function told(event: v1.Event): string {
  if (!v1.isKnown(event)) return `unknown type ${event.event_type}`;
  switch (event.event_type) {
    case "job.created":
      return `created ${event.data.job_id}`;
    case "job.completed":
      return event.data.status === "succeeded"
        ? `succeeded with ${event.data.artifact_count} artifacts`
        : `failed: ${event.data.failure_reason}`;
    case "artifact.ready":
      return `artifact ${event.data.artifact_id}`;
    default:
      return "something that this program does not handle";
  }
}

const deliveries: Delivery[] = JSON.parse(readFileSync("deliveries.json", "utf8"));
for (const { name, headers, body, secret } of deliveries) {
  try {
    const event = await unwrap(Buffer.from(body), headers, secret);
    console.log(`${name}: ${told(event)}`);
  } catch (error) {
    if (error instanceof ParseError) {
      console.log(`${name}: invalid at ${error.issues.map(({ path }) => path.join(".")).join(", ")}`);
    } else if (error instanceof VerifyError || error instanceof SecretError) {
      console.log(`${name}: not verified: ${error.code}`);
    } else {
      throw error;
    }
  }
}
