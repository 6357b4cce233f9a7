// Validates every published example with ajv, from the published files alone: `node validate.cjs SITE`.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const Ajv2020 = require("ajv/dist/2020");
const addFormats = require("ajv-formats");

const site = process.argv[2];
const read = (name) => JSON.parse(fs.readFileSync(path.join(site, name), "utf8"));

const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
// RFC 3339 has a `T` between date and time in JSON Schema; ajv-formats takes a space as well.
const dateTime = addFormats.get("date-time").validate;
ajv.addFormat("date-time", (text) => !/\s/.test(text) && dateTime(text));

const index = read("index.json");
const events = index.families.flatMap((family) => family.majors.flatMap((major) => major.events));
const validators = new Map(events.map((event) => [event.schema, ajv.compile(read(event.schema))]));

// A body names its schema; one that does not is of an older sender, and names its event alone.
function validatorOf(body) {
  const named = validators.get(body.schema_ref);
  const event = events.find((event) => event.event === body.event_type);
  return named ?? (event && validators.get(event.schema));
}

const counts = { valid: 0, invalid: 0, wrong: 0 };
for (const { path: name } of read("manifest.json").files) {
  const example = /\/examples\/[^/]+\/(invalid\/)?[^/]+\.json$/.exec(name);
  if (!example) continue;
  const isInvalid = example[1] !== undefined;
  const body = isInvalid ? read(name).body : read(name);
  const validate = validatorOf(body);
  const accepted = validate !== undefined && validate(body);
  counts[isInvalid ? "invalid" : "valid"] += 1;
  if (accepted === isInvalid) {
    counts.wrong += 1;
    console.log(`${name}: ${accepted ? "accepted" : JSON.stringify(validate?.errors)}`);
  }
}
console.log(`${counts.valid} accepted, ${counts.invalid} refused, ${counts.wrong} wrong`);
process.exitCode = counts.wrong === 0 ? 0 : 1;
