//! Escapes for text that is shown to people: whatever files hold, a terminal shows it as it is.

use std::{borrow::Cow, fmt::Write as _};

/// Returns a text in one line, with each control character as its JSON escape (`\u007f`).
///
/// # Examples
///
/// ```
/// use schema_registry::escape::escaped;
///
/// assert_eq!(escaped("a\u{7f}b\u{202e}c\n"), r"a\u007fb\u202ec\u000a");
/// ```
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    replaced(text, is_control)
}

/// Returns a text with each control character but line feeds as its JSON escape.
///
/// JSON has such characters within strings alone, so a JSON text stays the same value.
#[must_use]
pub fn escaped_lines(text: &str) -> Cow<'_, str> {
    replaced(text, |character| character != '\n' && is_control(character))
}

fn replaced(text: &str, is_replaced: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_replaced) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_replaced(character) {
            let _ = write!(out, "\\u{:04x}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// Returns whether a character steers a terminal, breaks a line, or changes the order in which text is
/// shown.
pub(crate) fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}'
                | '\u{2028}' | '\u{2029}' | '\u{FEFF}'
        )
}
