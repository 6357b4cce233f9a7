//! Patterns by the letter of ECMA 262.
//!
//! The validator leaves patterns with look-around to an engine in which `\d`, `\w` and `\s` are classes of Unicode.
//! A reader that goes by ECMA 262 takes fewer characters for digits, letters and spaces, so a document counts only
//! if it shows a break in both readings.

use serde_json::Value;

use crate::walk::Members;

/// The characters that `\s` matches.
const SPACES: &str =
    r"\x09-\x0D\x20\xA0\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}";

/// Returns a schema with the classes of its patterns written out, if any of them means something else to the
/// validator.
pub(crate) fn by_letter(schema: &Value) -> Option<Value> {
    changed(schema, Members::Keywords)
}

fn changed(value: &Value, kind: Members) -> Option<Value> {
    match value {
        Value::Array(items) => {
            let changed: Vec<Option<Value>> =
                items.iter().map(|item| changed(item, kind)).collect();
            changed.iter().any(Option::is_some).then(|| {
                let both = items.iter().zip(changed);
                both.map(|(item, changed)| changed.unwrap_or_else(|| item.clone()))
                    .collect()
            })
        }
        Value::Object(members) => {
            let mut has_changed = false;
            let changed = members.iter().map(|(name, value)| {
                let changed = match (kind, name.as_str(), value) {
                    (Members::Keywords, "pattern", Value::String(pattern)) => {
                        written_out(pattern).map(Value::from)
                    }
                    (Members::Keywords, "patternProperties", Value::Object(entries)) => {
                        by_letter_of_names(entries)
                    }
                    // Data is left as it is, whatever its members are called.
                    (_, name, value) => kind.inside(name).and_then(|kind| changed(value, kind)),
                };
                has_changed |= changed.is_some();
                (name.clone(), changed.unwrap_or_else(|| value.clone()))
            });
            let changed: Value = Value::Object(changed.collect());
            has_changed.then_some(changed)
        }
        _ => None,
    }
}

fn by_letter_of_names(entries: &serde_json::Map<String, Value>) -> Option<Value> {
    let mut has_changed = false;
    let changed = entries.iter().map(|(pattern, schema)| {
        let (name, inner) = (written_out(pattern), by_letter(schema));
        has_changed |= name.is_some() || inner.is_some();
        (
            name.unwrap_or_else(|| pattern.clone()),
            inner.unwrap_or_else(|| schema.clone()),
        )
    });
    let changed = Value::Object(changed.collect());
    has_changed.then_some(changed)
}

/// Returns a pattern with its classes written out, if it has look-around beside them.
fn written_out(pattern: &str) -> Option<String> {
    let has_look_around = ["(?=", "(?!", "(?<", r"\b", r"\B"]
        .iter()
        .any(|mark| pattern.contains(mark));
    if !has_look_around {
        return None;
    }
    let mut out = String::new();
    let mut is_class = false;
    let mut has_changed = false;
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '[' if !is_class => is_class = true,
            ']' if is_class => is_class = false,
            '\\' => {
                let Some(escaped) = characters.next() else {
                    out.push(character);
                    break;
                };
                let members = match escaped.to_ascii_lowercase() {
                    'd' => "0-9",
                    'w' => "A-Za-z0-9_",
                    's' => SPACES,
                    _ => "",
                };
                if members.is_empty() {
                    out.push(character);
                    out.push(escaped);
                    continue;
                }
                has_changed = true;
                match (is_class, escaped.is_ascii_uppercase()) {
                    (true, false) => out.push_str(members),
                    (false, false) => out.push_str(&format!("[{members}]")),
                    // The engine takes a class inside a class for one of its members.
                    (_, true) => out.push_str(&format!("[^{members}]")),
                }
                continue;
            }
            _ => {}
        }
        out.push(character);
    }
    has_changed.then_some(out)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{by_letter, written_out};

    #[test]
    fn classes_are_written_out_beside_look_around() {
        assert_eq!(written_out(r"^\d+$"), None);
        assert_eq!(
            written_out(r"^(?!x)\d\D[\d_][^\W]\\d$").as_deref(),
            Some(r"^(?!x)[0-9][^0-9][0-9_][^[^A-Za-z0-9_]]\\d$")
        );
        let schema =
            json!({ "properties": { "pattern": { "pattern": r"\b\w" } }, "const": r"\b\w" });
        let changed = json!({ "properties": { "pattern": { "pattern": r"\b[A-Za-z0-9_]" } }, "const": r"\b\w" });
        assert_eq!(by_letter(&schema), Some(changed));
        // A property can have the name of a keyword.
        let schema = json!({ "properties": { "const": { "pattern": r"\b\d" } } });
        let changed = json!({ "properties": { "const": { "pattern": r"\b[0-9]" } } });
        assert_eq!(by_letter(&schema), Some(changed));
    }
}
