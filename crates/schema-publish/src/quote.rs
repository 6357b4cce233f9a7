//! Text of others in messages: short, and never of a file that nothing vouches for.

use std::borrow::Cow;

use schema_registry::escape::escaped;
use serde_json::error::Category;

/// More characters of one name or value help no reader.
const LONGEST: usize = 200;

/// Returns a text in one line, without control characters, and cut where it is long.
pub(crate) fn quoted(text: &str) -> Cow<'_, str> {
    cut(text, LONGEST).map_or_else(
        || escaped(text),
        |start| Cow::Owned(format!("{}…", escaped(start))),
    )
}

/// Returns the start of a text that has more characters than that; `None` if it does not.
pub(crate) fn cut(text: &str, most: usize) -> Option<&str> {
    let (end, _) = text.char_indices().nth(most)?;
    text.get(..end)
}

/// Says why some bytes cannot be read as JSON of a form.
///
/// The bytes may be anything that a server has access to, so the message has a place and nothing else of them.
pub(crate) fn why_unreadable(error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    let text = error.to_string();
    // These name members of the form itself, and nothing of what was read.
    let names_member = ["missing field `", "duplicate field `"];
    match error.classify() {
        Category::Eof => format!("not JSON: it ends too early, at {place}"),
        Category::Data if names_member.iter().any(|it| text.starts_with(it)) => text,
        Category::Data => format!("it has another form, at {place}"),
        Category::Syntax | Category::Io => format!("not JSON, at {place}"),
    }
}
