// Deliveries that an attacker or a mistake makes: nothing is verified, and errors are those that the README names.
import assert from "node:assert/strict";

import { ParseError, sign, v1, verify } from "@scrapenest/webhooks";

const SECRET = `whsec_${"A".repeat(32)}`;
const OTHER = `whsec_${"B".repeat(32)}`;
const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const AT = "2024-01-01T12:03:10Z";
const EVENT = {
  event_id: ID,
  event_type: "job.created",
  occurred_at: AT,
  org_id: ID,
  org_slug: "acme",
  data: { job_id: ID, job_type: "http", status: "queued", target_url: "https://example.com", created_at: AT },
};
const BODY = JSON.stringify(EVENT);
const HEADERS = await sign(BODY, SECRET, { id: "m", timestamp: 1000 });
const at = (now) => ({ now });
const fails = (code, ...given) => assert.rejects(verify(...given), { code }, code);

await verify(BODY, HEADERS, SECRET, at(1000));
await verify(Buffer.from(BODY), new Headers(HEADERS), [OTHER, SECRET], at(1300));
for (const tolerance of [NaN, -1, "5m"]) {
  await assert.rejects(verify(BODY, HEADERS, SECRET, { tolerance, now: 1000 }), TypeError);
}
for (const now of [NaN, Infinity]) await assert.rejects(verify(BODY, HEADERS, SECRET, at(now)), TypeError);
await fails("too-old", BODY, HEADERS, SECRET, at(1301));
await fails("too-new", BODY, HEADERS, SECRET, at(699));
await fails("no-match", `${BODY} `, HEADERS, SECRET, at(1000));
await fails("no-match", BODY, HEADERS, OTHER, at(1000));
await fails("empty", BODY, HEADERS, [], at(1000));
await fails("missing-header", BODY, { ...HEADERS, "svix-id": null }, SECRET, at(1000));
await fails("malformed-id", BODY, { ...HEADERS, "svix-id": "a.b" }, SECRET, at(1000));
await fails("malformed-timestamp", BODY, { ...HEADERS, "svix-timestamp": "1e3" }, SECRET, at(1000));
await fails("no-known-version", BODY, { ...HEADERS, "svix-signature": "v1a,x" }, SECRET, at(1000));
await fails("repeated-header", BODY, [...Object.entries(HEADERS), ["Svix-Id", "m"]], SECRET, at(1000));
await assert.rejects(verify(EVENT, HEADERS, SECRET, at(1000)), TypeError);
await assert.rejects(sign(BODY, SECRET, { id: "m", timestamp: 1.5 }), TypeError);
// A sender chooses the number of signatures, and the body is hashed once all the same.
const counted = crypto.subtle.sign;
let hashed = 0;
crypto.subtle.sign = function (...given) {
  hashed += 1;
  return counted.apply(this, given);
};
const fakes = Array.from({ length: 300 }, (_, fill) => `v1,${Buffer.alloc(32, fill).toString("base64")}`);
await fails("no-match", BODY, { ...HEADERS, "svix-signature": fakes.join(" ") }, [SECRET, OTHER], at(1000));
crypto.subtle.sign = counted;
assert.equal(hashed, 2);

for (const body of ["", "\ufeff{}", "[".repeat(200) + "]".repeat(200), '{"a":NaN}', "[".repeat(200), "null"]) {
  assert.throws(() => v1.Event.parseText(body), ParseError);
  assert.throws(() => v1.Event.parseText(Buffer.from(body)), ParseError);
}
assert.throws(() => v1.Event.parseText(Buffer.from([0xff])), ParseError);
assert.throws(() => v1.Event.parseText({}), ParseError);
const deep = {};
deep.event_id = deep;
assert.equal(v1.Event.is(deep), false);
for (const name of ["__proto__", "constructor", "toString"]) {
  const body = BODY.replace('"org_slug"', `"${name}":{"org_slug":"acme"},"slug"`);
  assert.equal(v1.Event.safeParseText(body).success, false, name);
}
assert.deepEqual(v1.JobCreatedEvent.parseText(BODY), EVENT);
console.log("all assertions hold");
