//! The error of reading schemas, and of making a document from one of them.

use std::{error, fmt};

use jsonschema::{ReferencingError, ValidationError, error::ValidationErrorKind};
use serde_json::Value;

use crate::UndecidedCode;

/// A schema that cannot be compared, or that cannot become a document of its own.
#[derive(Debug)]
pub struct Error {
    pointer: String,
    kind: Box<ErrorKind>,
}

impl Error {
    pub(crate) fn new(pointer: impl Into<String>, kind: ErrorKind) -> Self {
        Self {
            pointer: pointer.into(),
            kind: Box::new(kind),
        }
    }

    /// Converts an error of the validator about a schema.
    pub(crate) fn invalid(error: ValidationError<'_>) -> Self {
        let pointer = error.instance_path().as_str().to_owned();
        let message = error.to_string();
        let error = error.to_owned();
        Self::new(pointer, ErrorKind::Invalid { message, error })
    }

    /// Converts an error about the references of a schema. `pointer` returns the place of a reference to a URI.
    pub(crate) fn reference(
        error: ReferencingError,
        pointer: impl FnOnce(&str) -> Option<String>,
    ) -> Self {
        match &error {
            ReferencingError::Unretrievable { uri, .. } => {
                let (uri, _) = uri.split_once('#').unwrap_or((uri, ""));
                let pointer = pointer(uri).unwrap_or_default();
                let uri = uri.to_owned();
                Self::new(pointer, ErrorKind::OtherFile { uri, error })
            }
            _ => Self::new("", ErrorKind::Reference(error)),
        }
    }

    /// Returns the error with a place in another document.
    pub(crate) fn at(mut self, pointer: String) -> Self {
        self.pointer = pointer;
        self
    }

    /// Returns the error with another message, if it is one of the validator.
    pub(crate) fn map_message(mut self, change: impl FnOnce(String) -> String) -> Self {
        if let ErrorKind::Invalid { message, .. } = &mut *self.kind {
            *message = change(std::mem::take(message));
        }
        self
    }

    /// Returns the JSON pointer of the part of the schema that is the reason.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Reports whether the reason is a reference that leads to nothing in its own document.
    #[must_use]
    pub fn is_dangling(&self) -> bool {
        matches!(*self.kind, ErrorKind::Dangling { .. })
    }

    pub(crate) fn code(&self) -> UndecidedCode {
        match &*self.kind {
            ErrorKind::Invalid { error, .. } => match error.kind() {
                ValidationErrorKind::Referencing(error) => code_of(error),
                ValidationErrorKind::Format { format } if format == "regex" => {
                    UndecidedCode::InvalidPattern
                }
                _ => UndecidedCode::InvalidSchema,
            },
            ErrorKind::OtherFile { .. } => UndecidedCode::ExternalReference,
            ErrorKind::Reference(error) => code_of(error),
            ErrorKind::Dangling { .. } => UndecidedCode::UnresolvedReference,
            ErrorKind::UnknownDraft { .. } => UndecidedCode::UnknownDraft,
            ErrorKind::NoDefinitions
            | ErrorKind::NoSchema
            | ErrorKind::DefinitionsAreNoObject
            | ErrorKind::RecursiveReference => UndecidedCode::InvalidSchema,
        }
    }
}

fn code_of(error: &ReferencingError) -> UndecidedCode {
    match error {
        ReferencingError::Unretrievable { .. } => UndecidedCode::ExternalReference,
        ReferencingError::UnknownSpecification { .. } => UndecidedCode::UnknownDraft,
        _ => UndecidedCode::UnresolvedReference,
    }
}

/// The reason, as a sentence fragment without its place.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.kind {
            ErrorKind::Dangling { reference } => write!(f, "`{reference}` leads to nothing"),
            ErrorKind::DefinitionsAreNoObject => f.write_str("the definitions are not an object"),
            ErrorKind::Invalid { message, .. } => f.write_str(message),
            ErrorKind::NoDefinitions => {
                f.write_str("the document is not an object, and has no definitions")
            }
            ErrorKind::NoSchema => write!(f, "there is no schema at `{}`", self.pointer),
            ErrorKind::OtherFile { uri, .. } => write!(
                f,
                "`{uri}` is not in the file; a compared schema has to be self-contained"
            ),
            ErrorKind::RecursiveReference => {
                f.write_str("a `$recursiveRef` in it would lead to that schema instead of the root")
            }
            ErrorKind::Reference(error) => error.fmt(f),
            ErrorKind::UnknownDraft { written } => write!(
                f,
                "`$schema` is {written}, which is not a draft from 4 to 2020-12"
            ),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &*self.kind {
            ErrorKind::Invalid { error, .. } => Some(error),
            ErrorKind::OtherFile { error, .. } | ErrorKind::Reference(error) => Some(error),
            _ => None,
        }
    }
}

/// The reasons of an [`Error`].
#[derive(Debug)]
pub(crate) enum ErrorKind {
    /// A reference that leads to nothing in its own document.
    Dangling { reference: String },
    /// A keyword for definitions with another value.
    DefinitionsAreNoObject,
    /// A schema that the metaschema of its draft rejects, or of which the validator cannot be built.
    Invalid {
        /// The message of the error, with patterns as they are written in the schema.
        message: String,
        error: ValidationError<'static>,
    },
    /// A document that cannot have definitions.
    NoDefinitions,
    /// A pointer that leads to no schema.
    NoSchema,
    /// A reference to another file.
    OtherFile {
        uri: String,
        error: ReferencingError,
    },
    /// A `$recursiveRef`, whose meaning depends on the root.
    RecursiveReference,
    /// A reference that cannot be resolved.
    Reference(ReferencingError),
    /// A `$schema` that names no draft that is known.
    UnknownDraft { written: Value },
}
