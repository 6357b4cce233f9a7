//! Escapes for text that is shown to people: whatever files hold, a terminal shows it as it is.

use std::{borrow::Cow, fmt::Write as _};

/// Returns a text in one line, with each character that is not seen as its JSON escape (`\u007f`).
///
/// # Examples
///
/// ```
/// use schema_registry::escape::escaped;
///
/// assert_eq!(escaped("a\u{7f}b\u{202e}c\n"), r"a\u007fb\u202ec\u000a");
/// assert_eq!(escaped("\u{e0041}"), r"\udb40\udc41");
/// ```
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    replaced(text, is_hidden)
}

/// Returns a text with each character that is not seen, but line feeds, as its JSON escape.
///
/// JSON has such characters within strings alone, so a JSON text stays the same value.
#[must_use]
pub fn escaped_lines(text: &str) -> Cow<'_, str> {
    replaced(text, |character| character != '\n' && is_hidden(character))
}

/// Returns a text with some characters as their JSON escapes.
#[must_use]
pub fn replaced(text: &str, is_replaced: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_replaced) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_replaced(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` does not fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// Returns whether a character is not seen: it steers a terminal, breaks a line, changes the order in which
/// text is shown, or has no shape of its own.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    is_control(character)
        // The characters that Unicode calls default ignorable, and the marks of annotations.
        || matches!(
            character,
            '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
                | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}'
                | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
                | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
        )
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
