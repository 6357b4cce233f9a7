//! A schema as it is written, with its validators.

use std::cell::OnceCell;

use jsonschema::{
    Draft as Dialect, EmailOptions, PatternOptions, ValidationError, Validator,
    error::ValidationErrorKind,
};
use serde_json::Value;

use crate::{
    Draft, Draft4Integers, Error, Formats, Refusal, Settings, ecma::EcmaPatterns, error::ErrorKind,
    format, number::Num, rewrite,
};

/// A schema as it is written: valid, and of a known draft.
pub(crate) struct Document<'a> {
    pub(crate) schema: &'a Value,
    pub(crate) dialect: Dialect,
    pub(crate) asserts_formats: bool,
    /// True if numbers that are written with a point are not integers.
    pub(crate) tells_doubles: bool,
    /// Reads patterns as ECMA 262 defines them. Built for the first document that it has to validate: most schemas are
    /// proved to be compatible, and building a validator takes longer than that.
    validator: OnceCell<Validator>,
    /// Like `validator`, but with patterns as they are written. `None` if every validator reads them as ECMA 262
    /// defines them.
    as_written: OnceCell<Option<Validator>>,
    ecma_patterns: OnceCell<Option<EcmaPatterns>>,
}

impl<'a> Document<'a> {
    /// Reads a schema. The error says why it cannot be compared.
    pub(crate) fn new(schema: &'a Value, settings: &Settings) -> Result<Self, Error> {
        let dialect = dialect_of(schema, settings)?;
        let validate = match dialect {
            Dialect::Draft4 => jsonschema::draft4::meta::validate,
            Dialect::Draft6 => jsonschema::draft6::meta::validate,
            Dialect::Draft7 => jsonschema::draft7::meta::validate,
            Dialect::Draft201909 => jsonschema::draft201909::meta::validate,
            _ => jsonschema::draft202012::meta::validate,
        };
        validate(schema).map_err(Error::invalid)?;
        Ok(Self {
            schema,
            dialect,
            asserts_formats: settings.formats == Formats::Assert,
            tells_doubles: dialect == Dialect::Draft4
                && settings.draft4_integers == Draft4Integers::ByLetter,
            validator: OnceCell::new(),
            as_written: OnceCell::new(),
            ecma_patterns: OnceCell::new(),
        })
    }

    fn ecma_patterns(&self) -> Option<&EcmaPatterns> {
        let made = || EcmaPatterns::of(self.schema);
        self.ecma_patterns.get_or_init(made).as_ref()
    }

    /// Returns the schema with its patterns written so that every engine reads them as ECMA 262 defines them.
    pub(crate) fn with_ecma_patterns(&self) -> &Value {
        self.ecma_patterns().map_or(self.schema, |it| &it.schema)
    }

    /// Reports whether every validator reads the patterns as ECMA 262 defines them.
    pub(crate) fn is_read_alike(&self) -> bool {
        self.ecma_patterns().is_none()
    }

    /// Reports whether a document is accepted by a validator that reads patterns as they are written; `None` if such a
    /// validator reads them as ECMA 262 defines them.
    pub(crate) fn accepts_as_written(&self, document: &Value) -> Option<bool> {
        let validator = self.as_written.get_or_init(|| {
            self.ecma_patterns()?;
            build_as_written(self.schema, self.dialect, self.asserts_formats).ok()
        });
        Some(validator.as_ref()?.is_valid(document))
    }

    /// Reports whether the validator distinguishes numbers that the settings treat as equal.
    pub(crate) fn needs_integers(&self) -> bool {
        self.dialect == Dialect::Draft4 && !self.tells_doubles
    }

    /// Returns the reason why the validator rejects a document; `None` if it accepts it.
    pub(crate) fn refusal(&self, document: &Value) -> Option<Refusal> {
        let error = self.validator().ok()?.iter_errors(document).next()?;
        let mut refusal = Refusal::of(&error);
        if let Some(ecma_patterns) = self.ecma_patterns() {
            refusal.schema = ecma_patterns.pointer(&refusal.schema);
            refusal.message = ecma_patterns.message(refusal.message);
        }
        Some(refusal)
    }

    /// Returns the validator. The error says why there is none: the schema is not self-contained, or a pattern is
    /// invalid.
    pub(crate) fn validator(&self) -> Result<&Validator, Error> {
        if let Some(validator) = self.validator.get() {
            return Ok(validator);
        }
        let schema = self.with_ecma_patterns();
        let validator = build_as_written(schema, self.dialect, self.asserts_formats).map_err(
            |error| match self.ecma_patterns() {
                Some(ecma_patterns) => ecma_patterns.error(error),
                None => error,
            },
        )?;
        Ok(self.validator.get_or_init(|| validator))
    }
}

/// Returns a document with whole numbers written without a point; `None` if no such number has one.
pub(crate) fn with_integers(document: &Value) -> Option<Value> {
    match document {
        Value::Number(number) if number.is_f64() => {
            let whole = Num::of(number).to_value();
            whole.filter(|whole| !whole.is_f64())
        }
        Value::Array(items) => rewrite::items(items, with_integers),
        Value::Object(members) => rewrite::members(members, |_, value| with_integers(value)),
        _ => None,
    }
}

impl Refusal {
    /// Converts an error of the validator. For a union, takes the error of the branch that was meant, if one can be
    /// identified.
    fn of(error: &ValidationError<'_>) -> Self {
        if let ValidationErrorKind::OneOfNotValid { context }
        | ValidationErrorKind::AnyOf { context } = error.kind()
            && let Some(inner) = meant(error, context)
        {
            return Self::of(inner);
        }
        Self {
            instance: error.instance_path().as_str().to_owned(),
            keyword: error.kind().keyword().to_owned(),
            schema: error.schema_path().as_str().to_owned(),
            message: error.to_string(),
        }
    }
}

/// Returns the first error of the branch that a value was meant for: the only branch with the same type and constants.
fn meant<'e>(
    error: &ValidationError<'_>,
    branches: &'e [Vec<ValidationError<'e>>],
) -> Option<&'e ValidationError<'e>> {
    let is_another = |inner: &ValidationError<'_>| match inner.kind() {
        ValidationErrorKind::Constant { .. } | ValidationErrorKind::Enum { .. } => true,
        ValidationErrorKind::Type { .. } => inner.instance_path() == error.instance_path(),
        _ => false,
    };
    let mut meant = branches
        .iter()
        .filter(|branch| !branch.iter().any(is_another));
    let (branch, others) = (meant.next()?, meant.next());
    others.is_none().then(|| branch.first())?
}

fn dialect_of(schema: &Value, settings: &Settings) -> Result<Dialect, Error> {
    let default = match settings.draft {
        Draft::Draft4 => Dialect::Draft4,
        Draft::Draft6 => Dialect::Draft6,
        Draft::Draft7 => Dialect::Draft7,
        Draft::Draft201909 => Dialect::Draft201909,
        Draft::Draft202012 => Dialect::Draft202012,
    };
    match default.detect(schema) {
        Dialect::Unknown => {
            let written = schema.get("$schema").cloned().unwrap_or_default();
            Err(Error::new("/$schema", ErrorKind::UnknownDraft { written }))
        }
        dialect => Ok(dialect),
    }
}

/// Builds a validator that reads patterns as ECMA 262 defines them.
pub(crate) fn build(
    schema: &Value,
    dialect: Dialect,
    asserts_formats: bool,
) -> Result<Validator, Error> {
    let ecma_patterns = EcmaPatterns::of(schema);
    match ecma_patterns {
        Some(ecma_patterns) => build_as_written(&ecma_patterns.schema, dialect, asserts_formats)
            .map_err(|error| ecma_patterns.error(error)),
        None => build_as_written(schema, dialect, asserts_formats),
    }
}

/// Builds a validator that fetches nothing, and that reads patterns as they are written. They run on an engine of
/// linear time unless one of them needs another engine. The validator only asserts what the draft lets every reader
/// assert: content is an annotation, a format that only later drafts define is an annotation, and an address with a
/// display name is not an e-mail address.
fn build_as_written(
    schema: &Value,
    dialect: Dialect,
    asserts_formats: bool,
) -> Result<Validator, Error> {
    let mut options = jsonschema::options()
        .with_draft(dialect)
        .should_validate_formats(asserts_formats)
        .with_email_options(EmailOptions::default().without_display_text())
        .without_content_encoding_support("base64")
        .without_content_media_type_support("application/json")
        .offline();
    for format in format::undefined(dialect) {
        options = options.with_format(format, |_| true);
    }
    options
        .clone()
        .with_pattern_options(PatternOptions::regex())
        .build(schema)
        .or_else(|_| {
            options
                .with_pattern_options(PatternOptions::fancy_regex())
                .build(schema)
        })
        .map_err(Error::invalid)
}
