// @generated from webhooks by `cargo xtask codegen`. Changes made here are lost.

/**
 * The checks that generated modules share. A check returns `null` for a value that its schema accepts, and the issues
 * of any other.
 */

/** The deepest nesting of a body. */
const DEEPEST = 127;
const LONGEST_SHOWN = 60;

/** The error that `parse` and `parseText` throw. */
export class ParseError extends Error {
  constructor(issues) {
    super(issues.map(inWords).join("; "));
    this.name = "ParseError";
    this.issues = issues;
  }
}

function inWords({ path, message }) {
  let place = "";
  for (const key of path) {
    place += typeof key === "number" ? `[${key}]` : place === "" ? key : `.${key}`;
  }
  return place === "" ? message : `${place}: ${message}`;
}

/** Makes the schema of a type: an object with `parse`, `safeParse`, `is`, and Standard Schema's `~standard`. */
export function schema(check) {
  const safeParse = (value) => {
    const issues = issuesOf(check, value);
    return issues === null ? { success: true, data: value } : { success: false, issues };
  };
  const safeParseText = (body) => {
    let value;
    try {
      value = read(body);
    } catch (error) {
      return { success: false, issues: issue(error.message) };
    }
    return safeParse(value);
  };
  return Object.freeze({
    is: (value) => issuesOf(check, value) === null,
    parse: (value) => unwrapped(safeParse(value)),
    parseText: (body) => unwrapped(safeParseText(body)),
    safeParse,
    safeParseText,
    "~standard": Object.freeze({
      version: 1,
      vendor: "schemas",
      validate: (value) => {
        const issues = issuesOf(check, value);
        return issues === null ? { value } : { issues };
      },
    }),
  });
}

function issuesOf(check, value) {
  try {
    return check(value);
  } catch (error) {
    // A value that was not read from a text can be nested without end.
    if (error instanceof RangeError) return issue("it is nested too deeply");
    throw error;
  }
}

function unwrapped(result) {
  if (result.success) return result.data;
  throw new ParseError(result.issues);
}

/** Reads a body. */
function read(body) {
  let text = body;
  if (typeof body !== "string") {
    const bytes = ArrayBuffer.isView(body) || body instanceof ArrayBuffer;
    if (!bytes) throw new Error("a body is a string, or bytes");
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    } catch {
      throw new Error("the body is not UTF-8");
    }
  }
  if (text.trim() === "") throw new Error("the body is empty");
  if (isDeep(text)) throw new Error(`the body has more than ${DEEPEST} levels`);
  return JSON.parse(text);
}

/** Returns whether a text has more levels than a body may have. */
function isDeep(text) {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        // A quotation mark after an even number of backslashes ends the string.
        for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at += 1) {
          if (text.charCodeAt(at) === 0x5c) at += 1;
        }
        break;
      case 0x5b:
      case 0x7b:
        depth += 1;
        if (depth > DEEPEST) return true;
        break;
      case 0x5d:
      case 0x7d:
        depth -= 1;
        break;
      default:
    }
  }
  return false;
}

function issue(message) {
  return [{ message, path: [] }];
}

/** The issue of a value that is something else than expected. */
export function expected(what, value) {
  return issue(value === undefined ? `missing: expected ${what}` : `expected ${what}, found ${shown(value)}`);
}

function shown(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "object":
      return "an object";
    case "string": {
      const text = JSON.stringify(value);
      return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
    }
    case "number":
    case "boolean":
      return String(value);
    default:
      return `a ${typeof value}`;
  }
}

/** Adds the issues of a member to those of its owner. */
export function under(issues, found, key) {
  for (const one of found) one.path.unshift(key);
  if (issues === null) return found;
  for (const one of found) issues.push(one);
  return issues;
}

/** Returns whether a value is an object of JSON. */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a member that every object inherits, if it is an object's own. */
export function own(value, name) {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

export function object(value) {
  return isObject(value) ? null : expected("an object", value);
}

export function any(value) {
  return value === undefined ? expected("a value", value) : null;
}

export function boolean(value) {
  return typeof value === "boolean" ? null : expected("a boolean", value);
}

export function constant(value, wanted) {
  return value === wanted ? null : expected(JSON.stringify(wanted), value);
}

export function oneOf(value, set) {
  if (typeof value === "string" && set.has(value)) return null;
  return expected(`one of ${[...set].map((member) => JSON.stringify(member)).join(", ")}`, value);
}

export function nullable(value, check) {
  return value === null ? null : check(value);
}

export function string(value) {
  return typeof value === "string" ? null : expected("a string", value);
}

/** Checks a string with constraints, which `what` has in words. */
export function text(value, min, max, matches, what) {
  if (typeof value !== "string" || !hasLength(value, min, max) || (matches !== null && !matches(value))) {
    return expected(what, value);
  }
  return null;
}

/** Returns whether a string has from `min` to `max` code points. */
function hasLength(value, min, max) {
  // A code point has one or two units.
  if (value.length < min || value.length > max * 2) return false;
  if (value.length <= max && value.length >= min * 2) return true;
  let count = 0;
  for (let at = 0; at < value.length; at += 1, count += 1) {
    if (value.codePointAt(at) > 0xffff) at += 1;
  }
  return count >= min && count <= max;
}

export function number(value) {
  return Number.isFinite(value) ? null : expected("a number", value);
}

/** Checks a number between bounds, which `what` has in words. A bound that is excluded is outside. */
export function range(value, min, max, excludesMin, excludesMax, what) {
  const isInside =
    Number.isFinite(value) &&
    (excludesMin ? value > min : value >= min) &&
    (excludesMax ? value < max : value <= max);
  return isInside ? null : expected(what, value);
}

export function integer(value, min, max) {
  if (Number.isInteger(value) && value >= min && value <= max) return null;
  return expected(`an integer from ${min} to ${max}`, value);
}

export function multiple(value, of, min, max) {
  if (Number.isInteger(value) && value >= min && value <= max && value % of === 0) return null;
  return expected(`a multiple of ${of} from ${min} to ${max}`, value);
}

export function list(value, check, min, max, isUnique) {
  if (!Array.isArray(value)) return expected("an array", value);
  let issues = null;
  if (value.length < min || value.length > max) issues = expectedCount("items", min, max, value.length);
  for (let at = 0; at < value.length; at += 1) {
    // A hole is no value.
    const found = check(value[at]);
    if (found !== null) issues = under(issues, found, at);
  }
  if (isUnique && issues === null && hasEqualItems(value)) issues = issue("expected items that differ from each other");
  return issues;
}

export function tuple(value, checks) {
  if (!Array.isArray(value)) return expected("an array", value);
  if (value.length !== checks.length) return expectedCount("items", checks.length, checks.length, value.length);
  let issues = null;
  for (let at = 0; at < value.length; at += 1) {
    const found = checks[at](value[at]);
    if (found !== null) issues = under(issues, found, at);
  }
  return issues;
}

export function map(value, check) {
  return dictionary(value, any, check, 0, Infinity);
}

/** Checks an object by its names and values. */
export function dictionary(value, checkName, check, min, max) {
  if (!isObject(value)) return expected("an object", value);
  let issues = null;
  let count = 0;
  for (const name of Object.keys(value)) {
    // A member without a value is not written.
    if (value[name] === undefined) continue;
    count += 1;
    const found = checkName(name) ?? check(value[name]);
    if (found !== null) issues = under(issues, found, name);
  }
  if (count < min || count > max) {
    issues = (issues ?? []).concat(expectedCount("members", min, max, count));
  }
  return issues;
}

function expectedCount(things, min, max, count) {
  const range = max === Infinity ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`;
  return issue(`expected ${range} ${things}, found ${count}`);
}

/** Returns whether two items are equal, as JSON compares values. */
function hasEqualItems(items) {
  const seen = new Set();
  for (const item of items) {
    const key = typeof item === "object" ? canonical(item) : typeof item === "string" ? `"${item}` : item;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/**
 * Makes the function that matches a string with an automaton over the bytes of its UTF-8. Each state has its
 * transitions as triples: the first byte, the last byte, and the next state.
 */
export function automaton(states, accepting) {
  const dead = states.length;
  let table;
  let ends;
  const build = () => {
    table = new Uint16Array((dead + 1) * 256).fill(dead);
    states.forEach((triples, state) => {
      for (let at = 0; at < triples.length; at += 3) {
        table.fill(triples[at + 2], state * 256 + triples[at], state * 256 + triples[at + 1] + 1);
      }
    });
    ends = new Uint8Array(dead + 1);
    for (const state of accepting) ends[state] = 1;
  };
  return (value) => {
    if (table === undefined) build();
    let state = 0;
    for (let at = 0; at < value.length; at += 1) {
      const unit = value.charCodeAt(at);
      if (unit < 0x80) {
        state = table[state * 256 + unit];
      } else {
        const point = value.codePointAt(at);
        if (point > 0xffff) at += 1;
        state = afterPoint(table, state, point);
      }
    }
    return ends[state] === 1;
  };
}

/** Returns the state after the bytes of a code point that is not ASCII. */
function afterPoint(table, state, point) {
  const last = 0x80 | (point & 0x3f);
  const middle = 0x80 | ((point >> 6) & 0x3f);
  if (point < 0x800) {
    return table[table[state * 256 + (0xc0 | (point >> 6))] * 256 + last];
  }
  let next;
  if (point < 0x10000) {
    next = table[state * 256 + (0xe0 | (point >> 12))];
  } else {
    next = table[state * 256 + (0xf0 | (point >> 18))];
    next = table[next * 256 + (0x80 | ((point >> 12) & 0x3f))];
  }
  return table[table[next * 256 + middle] * 256 + last];
}

// Classes of characters, each a bit.
const DIGIT = 1;
const HEX = 2;
const LETTER = 4;
/** `unreserved` and `sub-delims` of RFC 3986. */
const NAME = 8;
/** Characters of a scheme after the first. */
const SCHEME = 16;
const COLON = 32;
const AT = 64;
const SLASH = 128;
const QUESTION = 256;

const CLASSES = /* @__PURE__ */ classes();

function classes() {
  const table = new Uint16Array(128);
  const add = (characters, bits) => {
    for (const character of characters) table[character.charCodeAt(0)] |= bits;
  };
  add("0123456789", DIGIT | HEX | NAME | SCHEME);
  add("abcdefABCDEF", HEX);
  add("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", LETTER | NAME | SCHEME);
  add("+-.", NAME | SCHEME);
  add("_~!$&'()*,;=", NAME);
  add(":", COLON);
  add("@", AT);
  add("/", SLASH);
  add("?", QUESTION);
  return table;
}

/** Returns whether the character at a place has a class. There is none after the end. */
function has(value, at, bits) {
  const unit = value.charCodeAt(at);
  return unit < 128 && (CLASSES[unit] & bits) !== 0;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function uuid(value) {
  return typeof value === "string" && UUID.test(value) ? null : expected("a UUID with hyphens", value);
}

/** Returns the number that two digits write, or NaN. */
function two(value, at) {
  const tens = value.charCodeAt(at) - 48;
  const ones = value.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Returns whether a string begins with a day: `2024-01-01`. */
function isDay(value) {
  const year = two(value, 0) * 100 + two(value, 2);
  const month = two(value, 5);
  const day = two(value, 8);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (
    year >= 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= length &&
    value.charCodeAt(4) === 0x2d &&
    value.charCodeAt(7) === 0x2d
  );
}

export function date(value) {
  if (typeof value === "string" && value.length === 10 && isDay(value)) return null;
  return expected("an RFC 3339 date, such as `2024-01-01`", value);
}

export function timestamp(value) {
  if (typeof value === "string" && isTimestamp(value)) return null;
  return expected("an RFC 3339 date and time, such as `2024-01-01T12:03:10Z`", value);
}

function isTimestamp(value) {
  const separator = value.charCodeAt(10) | 0x20;
  if (!isDay(value) || separator !== 0x74 || value.charCodeAt(13) !== 0x3a || value.charCodeAt(16) !== 0x3a) {
    return false;
  }
  const hour = two(value, 11);
  const minute = two(value, 14);
  const second = two(value, 17);
  let at = 19;
  if (value.charCodeAt(at) === 0x2e) {
    at += 1;
    const first = at;
    while (has(value, at, DIGIT)) at += 1;
    if (at === first) return false;
  }
  let offset = 0;
  const sign = value.charCodeAt(at);
  if ((sign | 0x20) === 0x7a) {
    if (value.length !== at + 1) return false;
  } else {
    const hours = two(value, at + 1);
    const minutes = two(value, at + 4);
    const isOffset = (sign === 0x2b || sign === 0x2d) && hours <= 23 && minutes <= 59;
    if (!isOffset || value.charCodeAt(at + 3) !== 0x3a || value.length !== at + 6) return false;
    offset = (hours * 60 + minutes) * (sign === 0x2d ? -1 : 1);
  }
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return false;
  // A leap second ends the last minute of a day in UTC.
  return second < 60 || (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

export function ipv4(value) {
  return typeof value === "string" && isIpv4(value) ? null : expected("an IPv4 address", value);
}

function isIpv4(value) {
  const parts = value.split(".");
  const isPart = (part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
  return parts.length === 4 && parts.every(isPart);
}

export function uri(value) {
  if (typeof value === "string" && isUri(value)) return null;
  return expected("an RFC 3986 URI with a scheme, such as `https://example.com/path`", value);
}

/** Returns the place after the characters of some classes. With those of a name, percent-encoded bytes count. */
function after(value, from, bits) {
  const { length } = value;
  let at = from;
  while (at < length) {
    const unit = value.charCodeAt(at);
    if (unit < 128 && (CLASSES[unit] & bits) !== 0) {
      at += 1;
    } else if (unit === 0x25 && (bits & NAME) !== 0 && has(value, at + 1, HEX) && has(value, at + 2, HEX)) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

/** Returns whether a string is `scheme ":" [ "//" authority ] path [ "?" query ] [ "#" fragment ]`. */
function isUri(value) {
  if (!has(value, 0, LETTER)) return false;
  let at = after(value, 1, SCHEME);
  if (value.charCodeAt(at) !== 0x3a) return false;
  at += 1;
  if (value.charCodeAt(at) === 0x2f && value.charCodeAt(at + 1) === 0x2f) {
    at = afterAuthority(value, at + 2);
    if (at < 0) return false;
  }
  const path = NAME | COLON | AT | SLASH;
  at = after(value, at, path);
  if (value.charCodeAt(at) === 0x3f) at = after(value, at + 1, path | QUESTION);
  if (value.charCodeAt(at) === 0x23) at = after(value, at + 1, path | QUESTION);
  return at === value.length;
}

/** Returns the place after `[ userinfo "@" ] host [ ":" port ]`, or −1. */
function afterAuthority(value, from) {
  let at = after(value, from, NAME | COLON);
  at = value.charCodeAt(at) === 0x40 ? at + 1 : from;
  if (value.charCodeAt(at) === 0x5b) {
    const end = value.indexOf("]", at);
    if (end < 0 || !isIpLiteral(value.slice(at + 1, end))) return -1;
    at = end + 1;
  } else {
    at = after(value, at, NAME);
  }
  if (value.charCodeAt(at) === 0x3a) {
    at += 1;
    while (has(value, at, DIGIT)) at += 1;
  }
  return at === value.length || /[/?#]/.test(value[at]) ? at : -1;
}

/** Returns whether a string is `IPv6address`, or `"v" hex digits "." characters`. */
function isIpLiteral(literal) {
  return /^v[\dA-F]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal) || isIpv6(literal);
}

function isIpv6(address) {
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  let count = groups.length;
  const last = groups.at(-1);
  if (last !== undefined && last.includes(".")) {
    if (halves.at(-1) === "" || !isIpv4(last)) return false;
    groups.pop();
    count += 1;
  }
  return groups.every((group) => /^[\dA-F]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}
