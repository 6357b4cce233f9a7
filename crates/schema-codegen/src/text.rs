//! Texts of schemas in generated documents.

/// A text as Markdown in which only code spans are marked up: what would be read as HTML or as a
/// link stands there as text.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    let ticks = text.matches('`').count();
    for character in text.chars() {
        match character {
            // A lone tick would open a span that nothing closes.
            '`' if ticks.is_multiple_of(2) => {
                in_code = !in_code;
                out.push('`');
            }
            '`' => out.push_str("\\`"),
            '<' | '>' | '[' | ']' | '*' | '_' | '\\' if !in_code => {
                out.push('\\');
                out.push(character);
            }
            '\n' | '\t' => out.push(character),
            character if character.is_control() => out.push(' '),
            character => out.push(character),
        }
    }
    out
}
