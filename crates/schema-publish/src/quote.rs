//! Strings of unknown origin in messages: short, and never the content of a file that is not verified.

use std::{borrow::Cow, error::Error};

use schema_registry::escape::escaped;
use serde_json::error::Category;

/// The most characters of one name or value: more of them help no reader.
const LONGEST: usize = 200;

/// Returns a string in one line, without control characters, and shortened if it is long.
pub(crate) fn quoted(text: &str) -> Cow<'_, str> {
    cut(text, LONGEST).map_or_else(
        || escaped(text),
        |start| Cow::Owned(format!("{}…", escaped(start))),
    )
}

/// Returns the first `most` characters of a string that has more, and `None` for any other.
pub(crate) fn cut(text: &str, most: usize) -> Option<&str> {
    let (end, _) = text.char_indices().nth(most)?;
    text.get(..end)
}

/// Returns an error and its causes, in one line.
pub(crate) fn with_causes(error: &dyn Error) -> String {
    let mut all = error.to_string();
    let mut said = all.clone();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        // Most libraries repeat the text of the cause in an error.
        if !said.contains(&text) {
            all = format!("{all}: {text}");
            said = text;
        }
        cause = error.source();
    }
    // The response of a server may have several lines.
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the reason why some bytes cannot be read as JSON of some form.
///
/// The bytes may be anything that a server can read, so the message has their line and column, and none of their
/// content.
pub(crate) fn why_unreadable(error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => format!("not JSON: it ends too early, at {place}"),
        Category::Data => format!("it has another form, at {place}"),
        Category::Syntax | Category::Io => format!("not JSON, at {place}"),
    }
}
