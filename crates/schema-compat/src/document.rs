//! A schema as it is written, and its validator.

use std::cell::OnceCell;

use jsonschema::{
    Draft as Dialect, EmailOptions, PatternOptions, ValidationError, Validator,
    error::ValidationErrorKind,
};
use serde_json::Value;

use crate::{Draft, Draft4Integers, Formats, Objection, Refusal, Settings, format, number::Num};

/// A schema as it is written: valid, and of a known draft.
pub(crate) struct Document<'a> {
    pub(crate) schema: &'a Value,
    pub(crate) dialect: Dialect,
    pub(crate) asserts_formats: bool,
    /// Numbers that are written with a point are no integers.
    pub(crate) tells_doubles: bool,
    /// Made when a document is shown to it first: most schemas are proved to be compatible, and making
    /// a validator takes longer than that.
    validator: OnceCell<Validator>,
}

impl<'a> Document<'a> {
    /// Reads a schema, or says as a sentence fragment why it cannot be compared.
    pub(crate) fn new(schema: &'a Value, settings: &Settings) -> Result<Self, String> {
        Self::read(schema, settings)
            .map_err(|Objection { pointer, reason }| format!("`{pointer}`: {reason}"))
    }

    /// The same, with the place of what is wrong.
    pub(crate) fn read(schema: &'a Value, settings: &Settings) -> Result<Self, Objection> {
        let dialect = dialect_of(schema, settings).map_err(|reason| Objection {
            pointer: "/$schema".into(),
            reason,
        })?;
        let validate = match dialect {
            Dialect::Draft4 => jsonschema::draft4::meta::validate,
            Dialect::Draft6 => jsonschema::draft6::meta::validate,
            Dialect::Draft7 => jsonschema::draft7::meta::validate,
            Dialect::Draft201909 => jsonschema::draft201909::meta::validate,
            _ => jsonschema::draft202012::meta::validate,
        };
        validate(schema).map_err(|error| Objection {
            pointer: error.instance_path().as_str().to_owned(),
            reason: error.to_string(),
        })?;
        Ok(Self {
            schema,
            dialect,
            asserts_formats: settings.formats == Formats::Assert,
            tells_doubles: dialect == Dialect::Draft4
                && settings.draft4_integers == Draft4Integers::ByLetter,
            validator: OnceCell::new(),
        })
    }

    /// Returns whether the validator tells numbers apart that are the same to the reader.
    pub(crate) fn needs_integers(&self) -> bool {
        self.dialect == Dialect::Draft4 && !self.tells_doubles
    }

    /// The validator, or why there is none: the schema is not complete in itself, or a pattern is none.
    pub(crate) fn validator(&self) -> Result<&Validator, String> {
        if let Some(validator) = self.validator.get() {
            return Ok(validator);
        }
        let validator = build(self.schema, self.dialect, self.asserts_formats)?;
        Ok(self.validator.get_or_init(|| validator))
    }
}

/// The same document with whole numbers written without a point, if any is written with one.
pub(crate) fn with_integers(document: &Value) -> Option<Value> {
    match document {
        Value::Number(number) if number.is_f64() => {
            let whole = Num::of(number).to_value();
            whole.filter(|whole| !whole.is_f64())
        }
        Value::Array(items) => {
            let changed: Vec<_> = items.iter().map(with_integers).collect();
            changed.iter().any(Option::is_some).then(|| {
                let both = items.iter().zip(changed);
                both.map(|(item, changed)| changed.unwrap_or_else(|| item.clone()))
                    .collect()
            })
        }
        Value::Object(members) => {
            let changed: Vec<_> = members.values().map(with_integers).collect();
            changed.iter().any(Option::is_some).then(|| {
                let both = members.iter().zip(changed);
                let both = both.map(|((name, value), changed)| {
                    (name.clone(), changed.unwrap_or_else(|| value.clone()))
                });
                Value::Object(both.collect())
            })
        }
        _ => None,
    }
}

/// Why a validator refuses a document; `None` if it accepts it.
pub(crate) fn refusal(validator: &Validator, document: &Value) -> Option<Refusal> {
    let error = validator.iter_errors(document).next()?;
    Some(Refusal::of(&error))
}

impl Refusal {
    /// The refusal that an error stands for. Of a union, it comes from the branch that was meant, if
    /// one can be told.
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

/// Why the branch refuses that a value was meant for: the only one whose constants it has, and whose
/// type.
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

fn dialect_of(schema: &Value, settings: &Settings) -> Result<Dialect, String> {
    let default = match settings.draft {
        Draft::Draft4 => Dialect::Draft4,
        Draft::Draft6 => Dialect::Draft6,
        Draft::Draft7 => Dialect::Draft7,
        Draft::Draft201909 => Dialect::Draft201909,
        Draft::Draft202012 => Dialect::Draft202012,
    };
    match default.detect(schema) {
        Dialect::Unknown => Err(format!(
            "`$schema` is {}, which is no draft from 4 to 2020-12",
            schema.get("$schema").unwrap_or(&Value::Null)
        )),
        dialect => Ok(dialect),
    }
}

/// A validator that fetches nothing, and whose patterns run on an engine of linear time unless one of
/// them needs another. It asserts what the draft lets every reader assert: content is an annotation, so
/// is a format that only later drafts define, and a name beside an address makes no e-mail address.
pub(crate) fn build(
    schema: &Value,
    dialect: Dialect,
    asserts_formats: bool,
) -> Result<Validator, String> {
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
        .map_err(|error| unsound(&error))
}

fn unsound(error: &ValidationError<'_>) -> String {
    format!("`{}`: {error}", error.instance_path().as_str())
}
