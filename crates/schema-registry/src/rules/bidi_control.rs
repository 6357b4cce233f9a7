use super::{FoundBy, Rule};
use crate::{
    diagnostic::{Diagnostic, Location, Severity},
    model::Registry,
};

/// A character that changes the order in which text is shown.
pub(super) const RULE: Rule = Rule {
    name: "bidi-control",
    severity: Severity::Error,
    explanation: r#"
Finds characters that change the order in which text is shown, raw or escaped, and other control
characters that have no place in a description.

Why: they make source, and everything generated from it, show something else than it says.

    "description": "Access level: \u202Eresu\u202C"     (bidi-control)
"#,
    found_by: FoundBy::Lint(check),
};

fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    for (_, source) in registry.sources.iter() {
        let raw = source
            .text
            .char_indices()
            .filter(|(_, character)| is_control(*character));
        let escaped = source.text.match_indices("\\u").filter_map(|(at, _)| {
            let digits = source.text.get(at + 2..at + 6)?;
            let character = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
            is_control(character).then_some((at, character))
        });
        for (at, character) in raw.chain(escaped) {
            let length = source
                .text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8);
            findings.push(
                Diagnostic::new(
                    &RULE,
                    format!(
                        "U+{:04X} makes text show something else than it says",
                        u32::from(character)
                    ),
                )
                .help("remove it")
                .at(Location::at_span(source, at..at + length)),
            );
        }
    }
}

fn is_control(character: char) -> bool {
    matches!(character,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}'
        | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{0085}'
    ) || (character.is_control() && !matches!(character, '\n' | '\t' | '\r'))
}
