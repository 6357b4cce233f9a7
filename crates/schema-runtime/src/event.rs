//! Reading one or more bodies of events.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde_core::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::{Error, field::Name, from_slice};

/// The names of the fields that identify an event in its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventNames {
    /// The field that identifies an event, if there is one.
    pub id: Option<&'static str>,
    /// The field that names the type of an event.
    pub event_type: &'static str,
}

/// Deserializes the body of an event.
///
/// # Errors
///
/// Returns an error if the bytes are not UTF-8, are not JSON, or are not accepted by `T`. The error has the
/// identifier and the type of the event, as far as they can be read.
///
/// # Examples
///
/// ```
/// use schema_runtime::{EventNames, Uuid, read_event};
///
/// const NAMES: EventNames = EventNames { id: Some("id"), event_type: "type" };
///
/// let error = read_event::<Uuid>(br#"{ "id": "a-7", "type": "job.ended", "#, NAMES).err().ok_or("accepted")?;
/// assert_eq!((error.event_id(), error.event_type()), (Some("a-7"), Some("job.ended")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[inline]
pub fn read_event<'de, T: Deserialize<'de>>(
    body: &'de [u8],
    names: EventNames,
) -> Result<T, Error> {
    from_slice(body).map_err(|error| about(error, body, names))
}

// Compiled where it is used: the parser is compiled there anyway.
#[cold]
#[inline]
fn about(error: Error, body: &[u8], names: EventNames) -> Error {
    let found = EventIdentity::read(body, names);
    error.about(found.id, found.event_type)
}

/// An event that is read from the body of a delivery. Generated events implement it, whatever payload they expect.
///
/// Import it to name the payload that you expect: `Event::<JobCompleted>::from_slice(body)`. An event with any payload
/// has functions of these names itself, so `Event::from_slice(body)` needs no import, and is never ambiguous.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Error, EventNames, Integer, ReadEvent, read_event};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Ended {
///     exit_code: Integer<u8, 0, 255>,
/// }
///
/// const NAMES: EventNames = EventNames { id: Some("id"), event_type: "type" };
///
/// impl<'de> ReadEvent<'de> for Ended {
///     fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
///         read_event(body, NAMES)
///     }
/// }
///
/// let event = Ended::from_slice(br#"{ "id": "a-7", "type": "job.ended", "exit_code": 3 }"#)?;
/// assert_eq!(event.exit_code, 3);
/// assert_eq!(Ended::from_lines(b"{}\n{}\n").filter(Result::is_err).count(), 2);
/// # Ok::<(), schema_runtime::Error>(())
/// ```
pub trait ReadEvent<'de>: Sized {
    /// Reads the body of a delivery.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not JSON, or not an event that the schema accepts. The error names the
    /// field, the line and the column, and the event as far as it can be read.
    fn from_slice(body: &'de [u8]) -> Result<Self, Error>;

    /// Reads newline-delimited bodies, one after the other. Empty lines are left out.
    ///
    /// # Errors
    ///
    /// Each item fails independently, as for [`from_slice`](Self::from_slice). Line numbers refer to the whole input, and
    /// iteration continues after an error.
    #[inline]
    fn from_lines(bodies: &'de [u8]) -> Lines<'de, Self> {
        Lines::new(bodies)
    }
}

/// An iterator over the events of newline-delimited bodies, in order.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Error, Integer, Lines, ReadEvent, from_slice};
///
/// #[derive(Debug, PartialEq)]
/// struct Digit(Integer<u8, 0, 9>);
///
/// impl<'de> ReadEvent<'de> for Digit {
///     fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
///         from_slice(body).map(Self)
///     }
/// }
///
/// let mut lines = Lines::<Digit>::new(b"1\n\n12\n3");
/// assert!(lines.next().transpose()?.is_some_and(|digit| digit.0 == 1));
/// assert_eq!(lines.next().and_then(Result::err).map(|error| error.line()), Some(3));
/// assert!(lines.next().transpose()?.is_some_and(|digit| digit.0 == 3));
/// assert!(lines.next().is_none());
/// # Ok::<(), schema_runtime::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Lines<'a, T> {
    rest: Option<&'a [u8]>,
    /// The number of lines read so far.
    lines: usize,
    of: PhantomData<fn() -> T>,
}

impl<'a, T> Lines<'a, T> {
    /// Creates an iterator over bodies, one on each line.
    #[must_use]
    pub fn new(bodies: &'a [u8]) -> Self {
        Self {
            rest: Some(bodies),
            lines: 0,
            of: PhantomData,
        }
    }
}

impl<'a, T: ReadEvent<'a>> Iterator for Lines<'a, T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.rest?;
            let end = rest.iter().position(|byte| *byte == b'\n');
            let line = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
            self.rest = end.and_then(|end| rest.get(end + 1..));
            self.lines += 1;
            if !line.trim_ascii().is_empty() {
                let read = T::from_slice(line);
                return Some(read.map_err(|error| error.below(self.lines - 1)));
            }
        }
    }
}

/// The event's identifier and type, as found in a body.
struct EventIdentity {
    id: Option<String>,
    event_type: Option<String>,
}

impl EventIdentity {
    #[inline]
    fn read(body: &[u8], names: EventNames) -> Self {
        let is_name = |name: &str| Some(name) == names.id || name == names.event_type;
        let mut strings = strings_of(body, is_name);
        strings.retain(|(_, text)| is_printable(text));
        let first = |field: &str| {
            let found = strings.iter().find(|(name, _)| name == field);
            found.map(|(_, text)| text.clone())
        };
        Self {
            id: names.id.and_then(first),
            event_type: first(names.event_type),
        }
    }
}

/// Returns the top-level members whose values are strings and whose names `is_name` accepts, up to the first error.
#[inline]
pub(crate) fn strings_of(
    body: &[u8],
    is_name: impl Fn(&str) -> bool,
) -> Vec<(Cow<'_, str>, String)> {
    let valid = body.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let mut strings = Vec::new();
    // Members before the first error are collected when it occurs.
    let _ = serde_json::Deserializer::from_str(valid).deserialize_map(StringsVisitor {
        is_name,
        strings: &mut strings,
    });
    strings
}

struct StringsVisitor<'s, 'de, F> {
    is_name: F,
    strings: &'s mut Vec<(Cow<'de, str>, String)>,
}

impl<'de, F: Fn(&str) -> bool> Visitor<'de> for StringsVisitor<'_, 'de, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            if !(self.is_name)(&name) {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value: &RawValue = map.next_value()?;
            if let Ok(text) = serde_json::from_str(value.get()) {
                self.strings.push((name, text));
            }
        }
        Ok(())
    }
}

/// Returns whether a string is short and printable enough for a line of a log.
fn is_printable(text: &str) -> bool {
    // Invisible characters are escaped, and so are those that change the direction of text.
    let is_seen = |c: char| matches!(c, '"' | '\'' | '\\') || c.escape_debug().len() == 1;
    text.len() <= 256 && text.chars().all(is_seen)
}
