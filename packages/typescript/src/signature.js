/**
 * Verification of deliveries: HMAC-SHA256 of the header `svix-id`, the header `svix-timestamp` and the unmodified body,
 * joined by dots, as https://docs.svix.com/receiving/verifying-payloads/how-manual describes it.
 */

import { Event } from "./generated/v1/event.js";

/** The names of the headers, and those of Standard Webhooks. */
const NAMES = [
  ["svix-id", "svix-timestamp", "svix-signature"],
  ["webhook-id", "webhook-timestamp", "webhook-signature"],
];
const PREFIX = "whsec_";
/** The bytes of a secret, as Standard Webhooks defines them. */
const LEAST_BYTES = 24;
const MOST_BYTES = 64;
const SIGNATURE_BYTES = 32;
const FIVE_MINUTES = 300;
const ALGORITHM = { name: "HMAC", hash: "SHA-256" };

/** A secret that cannot be one. */
export class SecretError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "SecretError";
    this.code = code;
  }
}

/** A delivery that is not authentic, or not recent. */
export class VerifyError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "VerifyError";
    this.code = code;
  }
}

export async function unwrap(body, headers, secret, options = {}) {
  await verify(body, headers, secret, options);
  const schema = options.schema ?? Event;
  return schema.parseText(body);
}

export async function verify(body, headers, secret, { tolerance = FIVE_MINUTES, now = Date.now() / 1000 } = {}) {
  if (!(typeof tolerance === "number" && tolerance >= 0)) throw new TypeError("a tolerance is a number of seconds");
  if (!Number.isFinite(now)) throw new TypeError("the present is a number of seconds");
  const secrets = [secret].flat();
  if (secrets.length === 0) throw new SecretError("empty", "there is no secret: give that of the endpoint");
  const keys = await Promise.all(secrets.map(keyOf));
  const [id, timestamp, signatures] = picked(headers);
  if (!isSoundId(id)) {
    throw new VerifyError("malformed-id", "the header `svix-id` or `webhook-id` has a dot or a control character");
  }
  checkAge(timestamp, tolerance, now);
  const { candidates, isMalformed } = candidatesOf(signatures);
  const signed = message(id, timestamp, body);
  let matches = false;
  // A sender chooses the number of candidates, so the body is hashed once for each key.
  for (const key of keys) {
    const expected = new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, signed));
    for (const candidate of candidates) matches = isEqual(expected, candidate) || matches;
  }
  if (matches) return;
  if (isMalformed) {
    const expected = "that is not `v1,` and the base64 of 32 bytes";
    throw new VerifyError("malformed-signature", `the header \`svix-signature\` or \`webhook-signature\` has an entry ${expected}`);
  }
  if (candidates.length === 0) {
    const missing = "has no signature of version `v1`";
    throw new VerifyError("no-known-version", `the header \`svix-signature\` or \`webhook-signature\` ${missing}`);
  }
  throw new VerifyError("no-match", "no signature matches: compare the secrets, and verify the unmodified body");
}

export async function sign(body, secret, { id, timestamp = Math.floor(Date.now() / 1000) }) {
  const key = await keyOf(secret);
  if (!(Number.isSafeInteger(timestamp) && timestamp >= 0)) {
    throw new TypeError("a timestamp is a whole number of seconds since 1970");
  }
  if (!isSoundId(id)) {
    throw new VerifyError("malformed-id", "an id is not empty, and has no dot and no control character");
  }
  const signature = await crypto.subtle.sign(ALGORITHM, key, message(id, String(timestamp), body));
  return {
    "svix-id": id,
    "svix-timestamp": String(timestamp),
    "svix-signature": `v1,${btoa(String.fromCharCode(...new Uint8Array(signature)))}`,
  };
}

/** Compares two signatures in a time that does not depend on their bytes. */
function isEqual(one, other) {
  let difference = 0;
  for (let at = 0; at < SIGNATURE_BYTES; at += 1) difference |= one[at] ^ other[at];
  return difference === 0;
}

function message(id, timestamp, body) {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const bytes = bytesOf(body);
  const signed = new Uint8Array(head.length + bytes.length);
  signed.set(head);
  signed.set(bytes, head.length);
  return signed;
}

function bytesOf(body) {
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new TypeError("a body is a string, or bytes: pass it as it was received, before it is parsed");
}

async function keyOf(secret) {
  if (typeof secret !== "string" || secret === "" || secret === PREFIX) {
    throw new SecretError("empty", "the secret is empty: copy the one of the endpoint, `whsec_` included");
  }
  if (/^["'`“”‘’]|["'`“”‘’]$/.test(secret)) {
    throw new SecretError("quoted", "the secret has quotation marks around it: remove them");
  }
  if (secret.startsWith("v1,")) {
    throw new SecretError("version-prefix", "the secret has `v1,` before it: begin with `whsec_`");
  }
  const base64 = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  if (base64.startsWith(PREFIX)) {
    throw new SecretError("prefix-twice", "the secret begins with `whsec_` twice: remove one");
  }
  // A base64 secret of random bytes practically never has only hexadecimal digits.
  if (base64.length >= 32 && /^[\da-f]*$/i.test(base64) && /\d/.test(base64)) {
    const message = "the secret is hexadecimal digits (expected base64): copy it as ScrapeNest shows it";
    throw new SecretError("hexadecimal", message);
  }
  const bytes = decoded(base64.includes("=") ? base64 : padded(base64));
  if (bytes === null) {
    const message = "the secret is not base64 after `whsec_`: copy it whole, without spaces or line feeds";
    throw new SecretError("not-base64", message);
  }
  if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
    const expected = `${bytes.length} bytes (expected ${LEAST_BYTES} to ${MOST_BYTES})`;
    throw new SecretError("length", `the length of the secret is ${expected}: copy it whole, or have another made`);
  }
  return crypto.subtle.importKey("raw", bytes, ALGORITHM, false, ["sign"]);
}

function padded(base64) {
  return base64 + "=".repeat((4 - (base64.length % 4)) % 4);
}

/** Returns the bytes of a base64 text in its one form, or `null`. */
function decoded(base64) {
  try {
    const binary = atob(base64);
    // `atob` takes white space and other last bits, too.
    return btoa(binary) === base64 ? Uint8Array.from(binary, (unit) => unit.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

function isSoundId(id) {
  return typeof id === "string" && id !== "" && !/[.\p{Cc}]/u.test(id);
}

/** Returns the values of the three headers. Only one set of names is used. */
function picked(headers) {
  const sets = NAMES.map(() => [undefined, undefined, undefined]);
  for (const [name, value] of pairs(headers)) {
    const lower = name.toLowerCase();
    NAMES.forEach((names, set) => {
      const slot = names.indexOf(lower);
      if (slot < 0) return;
      if (sets[set][slot] !== undefined) {
        throw new VerifyError("repeated-header", `the header \`${lower}\` is there twice`);
      }
      sets[set][slot] = value;
    });
  }
  const isThere = (values) => values.some((value) => value !== undefined);
  const set = !isThere(sets[0]) && isThere(sets[1]) ? 1 : 0;
  sets[set].forEach((value, slot) => {
    if (value === undefined || value === "") {
      throw new VerifyError("missing-header", `the header \`${NAMES[set][slot]}\` is missing`);
    }
  });
  return sets[set];
}

function* pairs(headers) {
  const isIterable = typeof headers[Symbol.iterator] === "function";
  for (const [name, value] of isIterable ? headers : Object.entries(headers)) {
    // Node.js has a list for a header that is there several times.
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) yield [name, one];
    }
  }
}

function checkAge(timestamp, tolerance, now) {
  const name = "the header `svix-timestamp` or `webhook-timestamp`";
  const sent = Number(timestamp);
  if (!/^\d+$/.test(timestamp) || !Number.isSafeInteger(sent)) {
    throw new VerifyError("malformed-timestamp", `${name} is not a number of Unix seconds`);
  }
  if (sent >= 1e11 && sent < 1e14) {
    throw new VerifyError("timestamp-in-milliseconds", `${name} looks like milliseconds (expected Unix seconds)`);
  }
  const age = now - sent;
  if (!(age <= tolerance)) {
    throw new VerifyError("too-old", `the delivery was signed too long ago: ${Math.floor(age)} s`);
  }
  if (!(-age <= tolerance)) {
    throw new VerifyError("too-new", `the delivery was signed ${Math.floor(-age)} s in the future: compare the clocks`);
  }
}

function candidatesOf(signatures) {
  const candidates = [];
  let isMalformed = false;
  for (const entry of signatures.split(" ")) {
    if (entry === "") continue;
    const comma = entry.indexOf(",");
    if (comma < 0) isMalformed = true;
    // Other versions are newer or older than this one.
    if (comma < 0 || entry.slice(0, comma) !== "v1") continue;
    const bytes = decoded(entry.slice(comma + 1));
    if (bytes?.length === SIGNATURE_BYTES) candidates.push(bytes);
    else isMalformed = true;
  }
  return { candidates, isMalformed };
}
