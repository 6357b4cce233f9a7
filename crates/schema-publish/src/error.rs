//! Why something could not be published, verified or fetched.

use std::{error, fmt};

use crate::quote::cut;

/// No error has more characters: some come with an answer of a server.
const LONGEST: usize = 2_000;

/// What was being done, and what stopped it.
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

    /// An error that comes from no other.
    pub(crate) fn refused(doing: impl Into<String>, why: impl Into<String>) -> Self {
        Self::new(doing, why.into())
    }

    /// The same error, of one file: the place itself can be read.
    pub(crate) fn of_file(self) -> Self {
        Self {
            is_of_file: true,
            ..self
        }
    }

    /// Whether only one file is in the way, and others can be read.
    pub(crate) fn is_of_file(&self) -> bool {
        self.is_of_file
    }
}

impl Error {
    /// What was being done, as a sentence fragment.
    #[must_use]
    pub fn doing(&self) -> &str {
        &self.doing
    }

    /// What stopped it, with what that comes from.
    #[must_use]
    pub fn why(&self) -> String {
        let mut why = self.source.to_string();
        let mut said = why.clone();
        let mut cause = self.source.source();
        while let Some(error) = cause {
            let text = error.to_string();
            // Most libraries repeat in an error what it comes from.
            if !said.contains(&text) {
                why = format!("{why}: {text}");
                said = text;
            }
            cause = error.source();
        }
        // Servers answer in several lines.
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
