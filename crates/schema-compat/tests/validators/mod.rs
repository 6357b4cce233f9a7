//! Validators with the assertions that a comparison assumes of every reader.

mod ecma;

use jsonschema::{Draft, EmailOptions, ValidationError, ValidationOptions, Validator};
use serde_json::Value;

pub(crate) use self::ecma::by_ecma;

/// Builds a validator with these assertions, which reads patterns as ECMA 262 defines them.
pub(crate) fn build(draft: Draft, schema: &Value) -> Result<Validator, ValidationError<'static>> {
    options(draft).build(&by_ecma(schema))
}

/// Returns options under which content is an annotation, and only the formats that the draft defines are asserted.
pub(crate) fn options<'a>(draft: Draft) -> ValidationOptions<'a> {
    let mut options = jsonschema::options()
        .with_draft(draft)
        .should_validate_formats(true)
        .with_email_options(EmailOptions::default().without_display_text())
        .without_content_encoding_support("base64")
        .without_content_media_type_support("application/json")
        .offline();
    if matches!(draft, Draft::Draft4 | Draft::Draft6) {
        for format in ["date", "time", "regex", "idn-email"] {
            options = options.with_format(format, |_| true);
        }
    }
    options
}
