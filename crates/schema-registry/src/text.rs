//! Defects of a text that a parser cannot explain: another encoding, or a merge that was not finished.

use serde::de::DeserializeOwned;

use crate::json::Span;

/// The reason why a text cannot be read, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// The position of the defect.
    pub span: Span,
    /// The description of the defect, a lower-case sentence fragment.
    pub message: String,
    /// The advice on how to fix it.
    pub help: &'static str,
}

const BYTE_ORDER_MARK: char = '\u{FEFF}';

const SAVE_AS_UTF_8: &str = "save it as UTF-8 without a byte order mark";

/// The beginnings of the lines that git writes around both sides of a conflict.
const CONFLICT_MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Finds a byte order mark at the beginning of a text, and UTF-16 or UTF-32 that is also valid UTF-8.
#[must_use]
pub fn wrong_encoding(text: &str) -> Option<Oddity> {
    if text.starts_with(BYTE_ORDER_MARK) {
        return Some(Oddity {
            span: 0..BYTE_ORDER_MARK.len_utf8(),
            message: "the file begins with a byte order mark (U+FEFF), which is not shown".into(),
            help: SAVE_AS_UTF_8,
        });
    }
    wide(text.as_bytes()).map(|encoding| Oddity {
        span: 0..0,
        message: format!("the file looks like {encoding}"),
        help: SAVE_AS_UTF_8,
    })
}

/// Finds another encoding or a marker of a merge conflict in a text that could not be parsed. A text that can be parsed
/// may have lines that look like such markers.
#[must_use]
pub fn oddity(text: &str) -> Option<Oddity> {
    wrong_encoding(text).or_else(|| conflict(text))
}

/// Deserializes TOML. `help` is the advice for an error that is not one of the defects of this module.
pub(crate) fn from_toml<T: DeserializeOwned>(text: &str, help: &'static str) -> Result<T, Oddity> {
    if let Some(oddity) = wrong_encoding(text) {
        return Err(oddity);
    }
    toml::from_str(text).map_err(|error: toml::de::Error| {
        oddity(text).unwrap_or_else(|| Oddity {
            span: error.span().unwrap_or(0..0),
            message: error.message().trim().to_owned(),
            help,
        })
    })
}

/// Finds another encoding and an unfinished merge in Markdown, in which a single line of markers is not a conflict:
/// `=======` underlines a heading.
#[must_use]
pub fn oddity_of_markdown(text: &str) -> Option<Oddity> {
    let mut expected = CONFLICT_MARKERS
        .iter()
        .filter(|marker| **marker != "|||||||");
    let mut next = expected.next();
    for line in text.lines() {
        if next.is_some_and(|marker| line.starts_with(marker)) {
            next = expected.next();
        }
    }
    let is_conflict = next.is_none();
    wrong_encoding(text).or_else(|| is_conflict.then(|| conflict(text)).flatten())
}

/// Finds the first marker of a conflict.
fn conflict(text: &str) -> Option<Oddity> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        let is_marker = |marker: &&str| {
            let rest = shown.strip_prefix(*marker);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if CONFLICT_MARKERS.iter().any(is_marker) {
            return Some(Oddity {
                span: start..start + shown.len(),
                message: "this is a marker of a merge conflict that is not resolved".into(),
                help: "choose between the two sides, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
            });
        }
        start += line.len();
    }
    None
}

/// Decodes UTF-8.
///
/// # Errors
///
/// Returns the reason if the bytes are not UTF-8: another encoding, or the position of the first invalid byte.
pub fn decode(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let bytes = error.as_bytes();
        if let Some(encoding) = wide(bytes) {
            return format!("it is {encoding}; {SAVE_AS_UTF_8}");
        }
        let at = error.utf8_error().valid_up_to();
        let before = bytes.get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("it is not UTF-8 at byte {at}, in line {line}")
    })
}

/// Returns the encoding of bytes that begin with the byte order mark of UTF-16 or UTF-32, or with an ASCII character in
/// one of them.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let (utf_16, utf_32) = (Some("UTF-16"), Some("UTF-32"));
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => utf_32,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => utf_16,
        [0, 0, 0, 1..=255, ..] | [1..=255, 0, 0, 0, ..] => utf_32,
        [first, second, ..] if (*first == 0) != (*second == 0) => utf_16,
        _ => None,
    }
}
