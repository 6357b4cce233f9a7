//! Reading bytes, and why they are refused.

use std::fmt;

use serde_core::de::{self, Deserialize, IgnoredAny};

use crate::{
    depth,
    located::{self, Problem},
    raw,
};

/// Why a body is refused: where, and what is wrong there.
///
/// # Examples
///
/// ```
/// use std::collections::BTreeMap;
///
/// type Limits = BTreeMap<String, schema_runtime::Integer<0, 100>>;
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    // Boxed so that the `Ok` of a `Result` does not pay for it.
    inner: Box<Inner>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// What is wrong, without the place. A refused text is shown up to its hundredth character.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.inner.message
    }

    /// The field that is refused, from the top: `data.duration_ms`, `items[3].name`. Empty if it is
    /// the body as a whole, or if the text is not JSON. Long names are cut, and end in `…`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.inner.path
    }

    /// The line of the refused value, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.inner.line
    }

    /// The column of the refused value, from 1, in characters.
    #[must_use]
    pub fn column(&self) -> usize {
        self.inner.column
    }

    /// Whether the text is not JSON at all.
    #[must_use]
    pub fn is_syntax(&self) -> bool {
        self.inner.is_syntax
    }

    /// Whether the text is JSON, and its schema refuses it.
    #[must_use]
    pub fn is_data(&self) -> bool {
        !self.inner.is_syntax
    }

    /// What identifies the event that the body holds, if that could be read: what is refused can be
    /// put aside under it. It has no more than 256 bytes and only characters that are seen, and is not
    /// checked otherwise.
    #[must_use]
    pub fn event_id(&self) -> Option<&str> {
        self.inner.event_id.as_deref()
    }

    /// The type of the event that the body holds, if that could be read. It has no more than 256
    /// bytes and only characters that are seen, and is not checked otherwise.
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

    /// The error of a value that could not be written.
    pub(crate) fn unwritten(error: &serde_json::Error) -> Self {
        Self::new("", false, without_place(error), String::new(), 0)
    }

    /// The error, with what the body says of its event.
    pub(crate) fn about(mut self, event_id: Option<String>, event_type: Option<String>) -> Self {
        self.inner.event_id = event_id;
        self.inner.event_type = event_type;
        self
    }

    /// The error, in a text that begins with some lines more.
    pub(crate) fn below(mut self, lines: usize) -> Self {
        self.inner.line += lines;
        self
    }

    fn syntax(text: &str, error: &serde_json::Error) -> Self {
        let line_start: usize = text
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum();
        // The parser counts a column in bytes, and counts the byte that it refuses.
        let mut offset = (line_start + error.column().saturating_sub(1)).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        Self::new(text, true, without_place(error), String::new(), offset)
    }

    /// Reads a refused text again, this time keeping track of places.
    #[cold]
    fn diagnose<'de, T: Deserialize<'de>>(text: &'de str, refused: &serde_json::Error) -> Self {
        if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
            return Self::syntax(text, &error);
        }
        // Each level would be read as often as there are levels around it.
        if let Some(offset) = depth::first_too_deep(text, 0) {
            let path = depth::path(text, offset);
            return Self::new(text, false, depth::MESSAGE.to_owned(), path, offset);
        }
        match located::deserialize::<T>(text) {
            Err(Problem {
                message,
                place: Some(place),
                ..
            }) => Self::new(text, false, message, place.path, place.offset),
            Err(Problem { message, .. }) => Self::new(text, false, message, String::new(), 0),
            Ok(_) => Self::new(text, false, without_place(refused), String::new(), 0),
        }
    }
}

/// The message of the JSON parser without the place that it appends.
pub(crate) fn without_place(error: &serde_json::Error) -> String {
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

impl std::error::Error for Error {}

/// Reads a value from the bytes of a JSON text.
///
/// # Errors
///
/// If the bytes are not UTF-8, are not JSON, or are not what `T` accepts. The error names the field,
/// the line and the column.
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

/// Reads a value from a JSON text.
///
/// # Errors
///
/// If the text is not JSON, or is not what `T` accepts. The error names the field, the line and the
/// column.
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
