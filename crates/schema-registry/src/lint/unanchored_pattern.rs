//! Checks for [`unanchored-pattern`](RULE).

use crate::rules::UNANCHORED_PATTERN as RULE;
use crate::{diagnostic::Diagnostic, model::Registry, pattern::Pattern};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for schema in registry.schemas() {
        for (pointer, text) in schema.patterns() {
            if Pattern::parse(text).is_ok_and(|pattern| !pattern.is_anchored()) {
                findings.push(
                    Diagnostic::new(
                        &RULE,
                        format!("`{text}` does not have to match the whole text"),
                    )
                    .help(help(text))
                    .at(schema.location(pointer)),
                );
            }
        }
    }
}

/// Returns the help for a pattern: the two patterns that can be meant, both for the whole text.
fn help(text: &str) -> String {
    // Anchors of one alternative are not those of the others.
    if text.contains('|') {
        return format!(
            "write `^(?:{text})$`, or `^.*(?:{text}).*$` if other text can surround it"
        );
    }
    let is_escaped = |text: &str| {
        let backslashes = text.bytes().rev().take_while(|byte| *byte == b'\\');
        backslashes.count() % 2 == 1
    };
    let (begins, inner) = match text.strip_prefix('^') {
        Some(inner) => (true, inner),
        None => (false, text),
    };
    let (ends, inner) = match inner.strip_suffix('$').filter(|inner| !is_escaped(inner)) {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let before = if begins { "" } else { ".*" };
    let after = if ends { "" } else { ".*" };
    format!("write `^{inner}$`, or `^{before}{inner}{after}$` if other text can surround it")
}
