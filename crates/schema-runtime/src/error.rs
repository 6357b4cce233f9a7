//! Reading bytes, and the errors of rejected ones.

use std::fmt;

use serde_core::de::{self, Deserialize, IgnoredAny};

use crate::{
    depth,
    located::{self, Problem},
    raw,
};

/// The reason why a body is rejected, with its position.
///
/// # Examples
///
/// ```
/// use std::collections::BTreeMap;
///
/// type Limits = BTreeMap<String, schema_runtime::Integer<u8, 0, 100>>;
///
/// let error = schema_runtime::from_str::<Limits>("{\n  \"cpu\": 101\n}").err().ok_or("accepted")?;
/// assert_eq!((error.path(), error.line(), error.column()), ("cpu", 2, 10));
/// assert_eq!(
///     error.to_string(),
///     "cpu: invalid value: integer `101`, expected an integer from 0 to 100, at line 2 column 10",
/// );
/// assert!(error.is_data());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    // Boxed so that the `Ok` of a `Result` does not pay for it.
    inner: Box<Inner>,
}

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    is_syntax: bool,
    message: String,
    path: String,
    line: usize,
    column: usize,
    event_id: Option<String>,
    event_type: Option<String>,
}

impl Error {
    /// Returns the reason, without the position. A rejected string is truncated after 100 characters.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.inner.message
    }

    /// Returns the path of the rejected field: `data.duration_ms`, `items[3].name`. It is empty if the body as a
    /// whole is rejected, or is not JSON. Long names are truncated, and end in `…`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.inner.path
    }

    /// Returns the line of the rejected value, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.inner.line
    }

    /// Returns the column of the rejected value, from 1, in characters.
    #[must_use]
    pub fn column(&self) -> usize {
        self.inner.column
    }

    /// Returns whether the body is not JSON.
    #[must_use]
    pub fn is_syntax(&self) -> bool {
        self.inner.is_syntax
    }

    /// Returns whether the body is JSON that its schema rejects.
    #[must_use]
    pub fn is_data(&self) -> bool {
        !self.inner.is_syntax
    }

    /// Returns the identifier of the event in the body, if it could be read, for example to store a rejected body
    /// under it. It has at most 256 bytes and only printable characters, and is not checked otherwise.
    #[must_use]
    pub fn event_id(&self) -> Option<&str> {
        self.inner.event_id.as_deref()
    }

    /// Returns the type of the event in the body, if it could be read. It has at most 256 bytes and only printable
    /// characters, and is not checked otherwise.
    #[must_use]
    pub fn event_type(&self) -> Option<&str> {
        self.inner.event_type.as_deref()
    }

    fn new(text: &str, is_syntax: bool, message: String, path: String, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self {
            inner: Box::new(Inner {
                is_syntax,
                message,
                path,
                line,
                column,
                event_id: None,
                event_type: None,
            }),
        }
    }

    /// Returns the error, with the event's identifier and type from the body.
    pub(crate) fn about(mut self, event_id: Option<String>, event_type: Option<String>) -> Self {
        self.inner.event_id = event_id;
        self.inner.event_type = event_type;
        self
    }

    /// Returns the error with its line number increased by the number of lines before the body.
    pub(crate) fn below(mut self, lines: usize) -> Self {
        self.inner.line += lines;
        self
    }

    fn syntax(text: &str, error: &serde_json::Error) -> Self {
        if text.trim_matches([' ', '\t', '\n', '\r']).is_empty() {
            let message = "the body is empty".to_owned();
            return Self::new(text, true, message, String::new(), 0);
        }
        let line_start: usize = text
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum();
        // The parser counts columns in bytes, and includes the byte that it rejects.
        let mut offset = (line_start + error.column().saturating_sub(1)).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        Self::new(text, true, without_position(error), String::new(), offset)
    }

    /// Reads a rejected text again, and tracks positions.
    #[cold]
    fn diagnose<'de, T: Deserialize<'de>>(text: &'de str, refused: &serde_json::Error) -> Self {
        if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
            return Self::syntax(text, &error);
        }
        // Deep nesting is found first: reading again would read each level as often as there are levels around it.
        if let Some(offset) = depth::first_too_deep(text, 0) {
            let path = depth::path(text, offset);
            return Self::new(text, false, depth::MESSAGE.to_owned(), path, offset);
        }
        match located::deserialize::<T>(text) {
            Err(Problem {
                message,
                position: Some(position),
                ..
            }) => Self::new(text, false, message, position.path, position.offset),
            Err(Problem { message, .. }) => Self::new(text, false, message, String::new(), 0),
            Ok(_) => Self::new(text, false, without_position(refused), String::new(), 0),
        }
    }
}

/// Returns the message of the JSON parser without the position that it appends.
pub(crate) fn without_position(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&place).unwrap_or(&message).to_owned()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            message,
            path,
            line,
            column,
            ..
        } = &*self.inner;
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        write!(f, "{message}, at line {line} column {column}")
    }
}

/// Formats as `Display` does, so that `unwrap` and `main` show the message.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

/// Deserializes a value from the bytes of a JSON text.
///
/// # Errors
///
/// Returns an error if the bytes are not UTF-8, are not JSON, or are not accepted by `T`. The error names the
/// field, the line and the column.
///
/// # Examples
///
/// ```
/// let id: schema_runtime::Uuid =
///     schema_runtime::from_slice(b"\"2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da\"")?;
/// assert_eq!(id.to_string(), "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da");
/// # Ok::<(), schema_runtime::Error>(())
/// ```
#[inline]
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    match std::str::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let text = String::from_utf8_lossy(valid);
            let message = "the body is not UTF-8".to_owned();
            Err(Error::new(&text, true, message, String::new(), text.len()))
        }
    }
}

/// Deserializes a value from a JSON text.
///
/// # Errors
///
/// Returns an error if the text is not JSON, or is not accepted by `T`. The error names the field, the line and
/// the column.
#[inline]
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Error> {
    let (read, is_nested) = raw::watch_levels(|| serde_json::from_str(text));
    match read {
        Ok(value) if !is_nested || !depth::is_too_deep(text, 0) => Ok(value),
        Ok(_) => {
            let refused = de::Error::custom(depth::MESSAGE);
            Err(Error::diagnose::<T>(text, &refused))
        }
        Err(refused) => Err(Error::diagnose::<T>(text, &refused)),
    }
}
