//! Nesting levels of lists and objects in JSON, counted without parsing the values.

use std::{fmt::Write, ops::Range};

use crate::violation::shown;

/// The maximum nesting of lists and objects, which is that of the JSON parser.
pub(crate) const DEEPEST: usize = 127;

/// The message for deeper nesting.
pub(crate) const MESSAGE: &str = "nested too deeply";

/// Returns whether a JSON text nests too deeply, given the number of levels around it.
pub(crate) fn is_too_deep(text: &str, around: usize) -> bool {
    first_too_deep(text, around).is_some()
}

/// Returns the offset of the first list or object in a JSON text that is nested too deeply, given the number of
/// levels around the text.
pub(crate) fn first_too_deep(text: &str, around: usize) -> Option<usize> {
    // A text with few brackets is not deep, and counting them is fast. The two brackets differ in one bit, and
    // counts of one byte are added many at a time.
    let in_part = |part: &[u8]| {
        let brackets = part.iter().map(|byte| u8::from(byte | 0x20 == b'{'));
        usize::from(brackets.sum::<u8>())
    };
    let brackets: usize = text.as_bytes().chunks(128).map(in_part).sum();
    if brackets + around <= DEEPEST {
        return None;
    }
    let mut open = around;
    let (mut is_string, mut is_escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => is_string = !is_string,
            b'[' | b'{' if !is_string => {
                open += 1;
                if open > DEEPEST {
                    return Some(at);
                }
            }
            b']' | b'}' if !is_string => open = open.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// An open list or object, with the position of the value that is being read.
enum Level {
    Item(usize),
    /// The range of the member's name, without its quotes.
    Member(Range<usize>),
}

/// Returns the path of the value that begins at an offset of a JSON text.
// Compiled where it is used: the parser of names is compiled there anyway.
#[inline]
pub(crate) fn path(text: &str, offset: usize) -> String {
    let before = text.get(..offset).unwrap_or(text);
    let mut levels: Vec<Level> = Vec::new();
    let (mut is_string, mut is_escaped) = (false, false);
    let mut string = 0..0;
    for (at, byte) in before.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' if is_string => {
                is_string = false;
                string.end = at;
            }
            b'"' => {
                is_string = true;
                string.start = at + 1;
            }
            _ if is_string => {}
            b'[' => levels.push(Level::Item(0)),
            b'{' => levels.push(Level::Member(0..0)),
            b']' | b'}' => {
                levels.pop();
            }
            b',' => {
                if let Some(Level::Item(index)) = levels.last_mut() {
                    *index += 1;
                }
            }
            b':' => {
                if let Some(Level::Member(name)) = levels.last_mut() {
                    *name = string.clone();
                }
            }
            _ => {}
        }
    }
    let mut path = String::new();
    for level in levels {
        match level {
            Level::Item(index) => add_item(&mut path, index),
            Level::Member(name) => {
                let quoted = name.start.saturating_sub(1)..name.end + 1;
                let name = text.get(quoted).map(serde_json::from_str::<String>);
                // The grammar of JSON allows an unpaired surrogate, which no string contains.
                add_member(&mut path, &name.and_then(Result::ok).unwrap_or_default());
            }
        }
    }
    path
}

/// Appends the index of an item to the path of its list.
pub(crate) fn add_item(path: &mut String, index: usize) {
    // Writing to a `String` does not fail.
    let _ = write!(path, "[{index}]");
}

/// Appends the name of a member to the path of its object.
pub(crate) fn add_member(path: &mut String, name: &str) {
    let name = &*shown(name);
    let is_plain = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '…'));
    if !is_plain {
        // Writing to a `String` does not fail.
        let _ = write!(path, "[{name:?}]");
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}
