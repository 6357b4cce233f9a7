//! What travels between the two processes: a word once a worker is ready; then a header in one line
//! and the texts of both schemas; and back, the verdict in one line.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use crate::Settings;

/// What a worker says once its limits are set.
pub(super) const READY: &str = "ready";

#[derive(Serialize, Deserialize)]
struct Header {
    settings: Settings,
    /// Bytes of the writer's schema.
    writer: usize,
    /// Bytes of the reader's schema.
    reader: usize,
}

/// One question, as a worker receives it.
pub(super) struct Request {
    pub(super) settings: Settings,
    pub(super) writer: String,
    pub(super) reader: String,
}

impl Request {
    /// The next question, or `None` if nobody asks any more.
    pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let header: Header = serde_json::from_str(&line)?;
        let mut text = |bytes: usize| {
            let mut text = vec![0; bytes];
            input.read_exact(&mut text)?;
            String::from_utf8(text)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
        };
        Ok(Some(Self {
            settings: header.settings,
            writer: text(header.writer)?,
            reader: text(header.reader)?,
        }))
    }
}

/// Sends one question.
pub(super) fn send(
    output: &mut impl Write,
    settings: &Settings,
    writer: &str,
    reader: &str,
) -> io::Result<()> {
    let header = Header {
        settings: *settings,
        writer: writer.len(),
        reader: reader.len(),
    };
    let mut message = serde_json::to_vec(&header)?;
    message.push(b'\n');
    message.extend_from_slice(writer.as_bytes());
    message.extend_from_slice(reader.as_bytes());
    output.write_all(&message)?;
    output.flush()
}

/// A JSON text, however deep: the stack of a worker is its only limit.
pub(super) fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> serde_json::Result<T> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.disable_recursion_limit();
    let value = T::deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}
