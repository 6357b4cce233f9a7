//! The error of publishing, verifying and fetching.

use std::{error, fmt};

use crate::quote::cut;

/// The most characters of an error: some contain the response of a server.
const LONGEST: usize = 2_000;

/// An operation that failed, and the reason.
#[derive(Debug)]
pub struct Error {
    doing: String,
    source: Box<dyn error::Error + Send + Sync>,
    is_of_file: bool,
}

impl Error {
    pub(crate) fn new(
        doing: impl Into<String>,
        source: impl Into<Box<dyn error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            doing: doing.into(),
            source: source.into(),
            is_of_file: false,
        }
    }

    /// Returns an error that has no other error as its source.
    pub(crate) fn refused(doing: impl Into<String>, why: impl Into<String>) -> Self {
        Self::new(doing, why.into())
    }

    /// Returns the same error, marked as one that concerns a single file: other files can be read.
    pub(crate) fn of_file(self) -> Self {
        Self {
            is_of_file: true,
            ..self
        }
    }

    /// Reports whether the error concerns a single file, so that others can be read.
    pub(crate) fn is_of_file(&self) -> bool {
        self.is_of_file
    }
}

impl Error {
    /// Returns the operation that failed, as a sentence fragment.
    #[must_use]
    pub fn doing(&self) -> &str {
        &self.doing
    }

    /// Returns the reason and its causes, in one line.
    #[must_use]
    pub fn why(&self) -> String {
        let mut why = self.source.to_string();
        let mut said = why.clone();
        let mut cause = self.source.source();
        while let Some(error) = cause {
            let text = error.to_string();
            // Most libraries repeat the text of the cause in an error.
            if !said.contains(&text) {
                why = format!("{why}: {text}");
                said = text;
            }
            cause = error.source();
        }
        // The response of a server may have several lines.
        let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
        match cut(&why, LONGEST) {
            Some(start) => format!("{start}…"),
            None => why,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.doing, self.why())
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.source)
    }
}
