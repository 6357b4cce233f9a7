//! Checks for [`bidi-control`](RULE).

use crate::rules::BIDI_CONTROL as RULE;
use crate::{
    diagnostic::{Diagnostic, Location},
    escape::is_control,
    json::Span,
    model::Registry,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (id, source) in registry.sources.iter() {
        // A file that cannot be understood is reported for that alone.
        let is_config = id == registry.config_source && !registry.config.is_unread();
        if source.root.is_none() && !is_config {
            continue;
        }
        for (span, character) in controls(&source.text) {
            let pointer = source
                .root
                .as_ref()
                .map(|root| root.pointer_at(span.start))
                .unwrap_or_default();
            findings.push(
                Diagnostic::new(
                    &RULE,
                    format!(
                        "U+{:04X} makes text show something else than it says",
                        u32::from(character)
                    ),
                )
                .help("remove it")
                .at(Location {
                    source: source.clone(),
                    pointer,
                    span,
                }),
            );
        }
    }
}

/// The control characters of a text, as they are or as escapes.
fn controls(text: &str) -> Vec<(Span, char)> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'[' | b']'..=b'~' | b'\n' | b'\r' | b'\t');
    if text.bytes().all(is_plain) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut rest = text.char_indices();
    while let Some((at, character)) = rest.next() {
        if is_misplaced(character) {
            found.push((at..at + character.len_utf8(), character));
        }
        if character != '\\' {
            continue;
        }
        // Taking the character after the backslash leaves `\\u202E` alone, which is no escape.
        let escaped = match rest.next() {
            Some((_, 'u')) => text
                .get(at + 2..at + 6)
                .and_then(|digits| u32::from_str_radix(digits, 16).ok())
                .and_then(char::from_u32)
                .map(|character| (at..at + 6, character)),
            Some((_, 'b')) => Some((at..at + 2, '\u{8}')),
            Some((_, 'f')) => Some((at..at + 2, '\u{C}')),
            _ => None,
        };
        found.extend(escaped.filter(|(_, character)| is_misplaced(*character)));
    }
    found
}

/// Returns whether a character has no place in a file of text.
fn is_misplaced(character: char) -> bool {
    is_control(character) && !matches!(character, '\n' | '\t' | '\r')
}
