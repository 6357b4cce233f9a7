//! Patterns, rewritten so that every engine reads them as ECMA 262 defines them.
//!
//! For patterns with look-around and back-references, the validator uses an engine in which `\d`, `\w`, `\s`, `\b` and
//! `.` follow Unicode. It also reads `[]` and `[^]` as the start of a longer class. A rewritten pattern means the same
//! for both.

mod pieces;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::Value;

use self::pieces::{Piece, Pieces};
use crate::{Error, rewrite, walk::MemberKind};

/// The class of word characters.
const WORD: &str = "[A-Za-z0-9_]";

/// The characters that `.` does not match.
const LINE_ENDS: &str = "\n\r\u{2028}\u{2029}";

/// A schema in which the patterns are rewritten that the validator would read differently.
pub(crate) struct EcmaPatterns {
    pub(crate) schema: Value,
    /// The original patterns, by the rewritten ones.
    patterns: BTreeMap<String, String>,
}

impl EcmaPatterns {
    /// Returns a schema with its patterns rewritten; `None` if the validator reads all of them correctly.
    pub(crate) fn of(schema: &Value) -> Option<Self> {
        let mut patterns = BTreeMap::new();
        let schema = changed(schema, MemberKind::Keywords, &mut patterns)?;
        Some(Self { schema, patterns })
    }

    /// Translates a JSON pointer into the rewritten schema to one into the original schema.
    pub(crate) fn pointer(&self, pointer: &str) -> String {
        let escaped = |pattern: &str| pattern.replace('~', "~0").replace('/', "~1");
        let known = self.patterns.iter();
        let names = known.map(|(out, pattern)| (escaped(out), escaped(pattern)));
        let names: BTreeMap<String, String> = names.collect();
        let parts = pointer.split('/');
        let parts: Vec<&str> = parts
            .map(|part| names.get(part).map_or(part, String::as_str))
            .collect();
        parts.join("/")
    }

    /// Returns a message with the original patterns.
    pub(crate) fn message(&self, message: String) -> String {
        let known = self.patterns.iter();
        known.fold(message, |message, (out, pattern)| {
            message.replace(out.as_str(), pattern)
        })
    }

    /// Converts an error about the rewritten schema to one about the original schema.
    pub(crate) fn error(&self, error: Error) -> Error {
        let pointer = self.pointer(error.pointer());
        error
            .at(pointer)
            .map_message(|message| self.message(message))
    }
}

fn changed(
    value: &Value,
    kind: MemberKind,
    patterns: &mut BTreeMap<String, String>,
) -> Option<Value> {
    match value {
        Value::Array(items) => rewrite::items(items, |item| changed(item, kind, patterns)),
        Value::Object(members) => rewrite::members(members, |name, value| {
            match (kind, name, value) {
                (MemberKind::Keywords, "pattern", Value::String(pattern)) => {
                    let out = rewritten(pattern)?;
                    patterns.insert(out.clone(), pattern.clone());
                    Some(Value::from(out))
                }
                (MemberKind::Keywords, "patternProperties", Value::Object(entries)) => {
                    changed_names(entries, patterns)
                }
                // Data is not changed, even if it has members with such names.
                (_, name, value) => changed(value, kind.inside(name)?, patterns),
            }
        }),
        _ => None,
    }
}

fn changed_names(
    entries: &serde_json::Map<String, Value>,
    patterns: &mut BTreeMap<String, String>,
) -> Option<Value> {
    let mut has_changed = false;
    let mut named = serde_json::Map::new();
    for (pattern, schema) in entries {
        let inner = changed(schema, MemberKind::Keywords, patterns);
        has_changed |= inner.is_some();
        let mut name = pattern.clone();
        if let Some(mut out) = rewritten(pattern) {
            // Two patterns can be rewritten to the same one, and both of their schemas apply then.
            while named.contains_key(&out) || entries.contains_key(&out) {
                out = format!("(?:{out})");
            }
            patterns.insert(out.clone(), pattern.clone());
            has_changed = true;
            name = out;
        }
        named.insert(name, inner.unwrap_or_else(|| schema.clone()));
    }
    has_changed.then_some(Value::Object(named))
}

/// Reports whether a pattern has `[]` or `[^]`: the class of no characters, or of all.
pub(crate) fn has_bare_class(pattern: &str) -> bool {
    Pieces::of(pattern).any(|piece| matches!(piece, Piece::Class { atoms, .. } if atoms.is_empty()))
}

/// Returns a pattern with its classes and boundaries rewritten; `None` if the validator reads it correctly.
fn rewritten(pattern: &str) -> Option<String> {
    let is_left_to_another_engine = ["(?=", "(?!", "(?<", r"\b", r"\B", r"\k", "[]", "[^]"]
        .iter()
        .any(|mark| pattern.contains(mark))
        || ('1'..='9').any(|digit| pattern.contains(&format!("\\{digit}")));
    if !is_left_to_another_engine {
        return None;
    }
    let mut out = String::new();
    for piece in Pieces::of(pattern) {
        match piece {
            Piece::Class { is_negated, atoms } => {
                out += &pieces::class(is_negated, &atoms);
            }
            Piece::Escape("b") => {
                out += &format!("(?:(?<={WORD})(?!{WORD})|(?<!{WORD})(?={WORD}))");
            }
            Piece::Escape("B") => {
                out += &format!("(?:(?<={WORD})(?={WORD})|(?<!{WORD})(?!{WORD}))");
            }
            Piece::Escape(escape) => match pieces::members(escape) {
                Some(members) => out += &format!("[{members}]"),
                None => {
                    out.push('\\');
                    out += escape;
                }
            },
            // No engine accepts a class without an end.
            Piece::Character('[') => return None,
            Piece::Character('.') => out += &format!("[^{LINE_ENDS}]"),
            Piece::Character(character) => out.push(character),
        }
    }
    (out != pattern).then_some(out)
}
