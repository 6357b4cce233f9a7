//! The protocol between the two processes. A worker first sends a word when it is ready. Each question is a header on
//! one line, and the texts of both schemas. Each answer is a verdict on one line.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

use super::Question;
use crate::Settings;

/// The line that a worker sends once its limits are set.
pub(super) const READY: &str = "ready";

/// A question about two schemas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asks {
    /// Asks whether the reader accepts everything that the writer sends.
    #[default]
    Verdict,
    /// Asks whether listing the changes from the writer to the reader finishes within the limits. If it does, the
    /// verdict is that they are compatible, which says nothing about the schemas.
    Changes,
}

#[derive(Serialize, Deserialize)]
struct Header {
    #[serde(default)]
    asks: Asks,
    settings: Settings,
    /// The number of bytes of the writer's schema.
    writer: usize,
    /// The number of bytes of the reader's schema.
    reader: usize,
}

/// One question, as a worker receives it.
pub(super) struct Request {
    pub(super) asks: Asks,
    pub(super) settings: Settings,
    pub(super) writer: String,
    pub(super) reader: String,
}

impl Request {
    /// Reads the next question; `None` at the end of the input.
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
            asks: header.asks,
            settings: header.settings,
            writer: text(header.writer)?,
            reader: text(header.reader)?,
        }))
    }
}

/// Sends one question.
pub(super) fn send(output: &mut impl Write, question: &Question<'_>) -> io::Result<()> {
    let Question { writer, reader, .. } = *question;
    let header = Header {
        asks: question.asks,
        settings: question.settings,
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

/// Parses JSON of any depth. The stack of a worker is the only limit.
pub(super) fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> serde_json::Result<T> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.disable_recursion_limit();
    let value = T::deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}
