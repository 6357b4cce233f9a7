//! Validates bodies against the schemas of their events.

use jsonschema::{Draft, PatternOptions, ValidationError, Validator, error::ValidationErrorKind};
use serde_json::Value;

use crate::{
    json,
    model::{Event, Family, Major, Registry, Schema},
    reference::percent_decode,
};

/// One reason why a validator rejects a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// The JSON pointer of the value that is rejected.
    pub pointer: String,
    /// The keyword that rejects it.
    pub keyword: String,
    /// The description of the defect.
    pub message: String,
    /// The URI of the keyword, if the validator reports it.
    pub keyword_at: Option<String>,
}

/// The most characters of a value that a message quotes.
const LONGEST_QUOTED_VALUE: usize = 60;

impl Violation {
    /// Converts an error of the validator.
    #[must_use]
    pub fn of(error: &ValidationError<'_>) -> Self {
        let is_long = error.instance().to_string().chars().count() > LONGEST_QUOTED_VALUE;
        let message = match error.kind() {
            ValidationErrorKind::Required { property } => match property.as_str() {
                Some(name) => format!("the field `{name}` is missing"),
                None => error.to_string(),
            },
            ValidationErrorKind::Enum { options } if !is_long => {
                let options: Vec<String> = options
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(Value::to_string)
                    .collect();
                format!("{} is not one of {}", error.instance(), options.join(", "))
            }
            _ if is_long => error.masked_with("the value").to_string(),
            _ => error.to_string(),
        };
        Self {
            pointer: error.instance_path().as_str().to_owned(),
            keyword: error.kind().keyword().to_owned(),
            message,
            keyword_at: error
                .absolute_keyword_location()
                .map(|address| address.as_str().to_owned()),
        }
    }

    /// Reports whether both say the same about a document, regardless of the branches that they come from.
    fn is_like(&self, other: &Self) -> bool {
        (&self.pointer, &self.keyword, &self.message)
            == (&other.pointer, &other.keyword, &other.message)
    }
}

/// Returns every reason why a validator rejects a document, sorted by JSON pointer. The reasons of a `oneOf` come from
/// the branch that the document was meant for.
#[must_use]
pub fn violations(validator: &Validator, document: &Value) -> Vec<Violation> {
    let mut violations: Vec<Violation> = validator
        .iter_errors(document)
        .flat_map(|error| leaves(&error))
        .collect();
    violations.sort();
    violations.dedup_by(|left, right| left.is_like(right));
    violations
}

fn leaves(error: &ValidationError<'_>) -> Vec<Violation> {
    let (ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context }) =
        error.kind()
    else {
        return vec![Violation::of(error)];
    };
    // A branch with another constant, or for another type, is not the one that was meant.
    let mut meant: Vec<&Vec<ValidationError<'_>>> = context
        .iter()
        .filter(|branch| !branch.iter().any(is_constant))
        .collect();
    let is_of_type = |branch: &[ValidationError<'_>]| {
        !branch.iter().any(|inner| {
            matches!(inner.kind(), ValidationErrorKind::Type { .. })
                && inner.instance_path() == error.instance_path()
        })
    };
    if meant.iter().any(|branch| is_of_type(branch)) {
        meant.retain(|branch| is_of_type(branch));
    }
    if let [branch] = meant.as_slice() {
        return branch.iter().flat_map(leaves).collect();
    }
    if meant.is_empty() {
        return unknown_constant(error, context);
    }
    // A requirement of every branch fails regardless of the branch that was meant.
    let mut branches = meant
        .iter()
        .map(|branch| branch.iter().flat_map(leaves).collect::<Vec<_>>());
    let mut common = branches.next().unwrap_or_default();
    for branch in branches {
        common.retain(|violation| branch.iter().any(|other| other.is_like(violation)));
    }
    if common.is_empty() {
        vec![Violation::of(error)]
    } else {
        common
    }
}

fn is_constant(error: &ValidationError<'_>) -> bool {
    matches!(error.kind(), ValidationErrorKind::Constant { .. })
}

/// Returns the rejection of a tag that no branch accepts.
fn unknown_constant(
    error: &ValidationError<'_>,
    context: &[Vec<ValidationError<'_>>],
) -> Vec<Violation> {
    let constants: Vec<_> = context
        .iter()
        .flatten()
        .filter(|error| is_constant(error))
        .collect();
    let Some(first) = constants.first() else {
        return vec![Violation::of(error)];
    };
    let pointer = first.instance_path().as_str();
    let expected: Vec<String> = constants
        .iter()
        .filter(|error| error.instance_path().as_str() == pointer)
        .filter_map(|error| match error.kind() {
            ValidationErrorKind::Constant { expected_value } => Some(expected_value.to_string()),
            _ => None,
        })
        .collect();
    vec![Violation {
        pointer: pointer.to_owned(),
        keyword: "const".into(),
        message: format!("{} is not one of {}", first.instance(), expected.join(", ")),
        keyword_at: first
            .absolute_keyword_location()
            .map(|address| address.as_str().to_owned()),
    }]
}

/// Returns the major version of a revision: 1 for `1.4.2`.
pub(crate) fn major_of(revision: &str) -> Option<u32> {
    revision.split('.').next()?.parse().ok()
}

/// The event whose schema applies to a body.
#[derive(Clone, Debug)]
pub enum Choice<'a> {
    /// The body names this event.
    Event(&'a Family, &'a Major, &'a Event),
    /// The body names an event, and the registry does not have it.
    Unknown {
        /// The JSON pointer of the field that names it.
        pointer: String,
        /// The value of that field.
        named: String,
    },
    /// The body names no event.
    Unnamed,
}

impl Registry {
    /// Returns the validator of a schema. It asserts formats and fetches nothing. Patterns run on an engine of linear
    /// time, unless one of them needs another engine. Returns `None` if the schema or one that it refers to is not
    /// sound.
    #[must_use]
    pub fn validator(&self, schema: &Schema) -> Option<Validator> {
        schema.validator.clone()
    }

    /// Builds the validator of a schema inside a schema file, given by its JSON pointer.
    #[must_use]
    pub fn validator_at(&self, schema: &Schema, pointer: &str) -> Option<Validator> {
        self.build_validator(schema, pointer)?.ok()
    }

    /// Builds a validator like [`Registry::validator_at`], and returns the reason if a sound schema is rejected.
    pub(crate) fn build_validator(
        &self,
        schema: &Schema,
        pointer: &str,
    ) -> Option<Result<Validator, String>> {
        let reference = serde_json::json!({ "$ref": format!("{}#{pointer}", schema.uri) });
        let build = |resources: jsonschema::Registry<'_>| {
            let options = jsonschema::options()
                .with_draft(Draft::Draft202012)
                .should_validate_formats(true)
                .with_registry(&resources)
                .offline();
            let linear = options
                .clone()
                .with_pattern_options(PatternOptions::regex())
                .build(&reference);
            linear
                .or_else(|_| {
                    options
                        .with_pattern_options(PatternOptions::fancy_regex())
                        .build(&reference)
                })
                .map_err(|error| error.to_string())
        };
        Some(self.prepare(schema)?.and_then(build))
    }

    /// Returns a schema and every schema that it refers to as resources for the validator, if all of them are sound.
    pub(crate) fn resources<'a>(&'a self, schema: &'a Schema) -> Option<jsonschema::Registry<'a>> {
        self.prepare(schema)?.ok()
    }

    fn prepare<'a>(
        &'a self,
        schema: &'a Schema,
    ) -> Option<Result<jsonschema::Registry<'a>, String>> {
        let closure = self.closure(schema)?;
        if !closure.iter().all(|schema| schema.sound) {
            return None;
        }
        let resources = closure
            .iter()
            .map(|schema| (schema.uri.as_str(), schema.value.as_ref()));
        let prepared = jsonschema::Registry::new()
            .draft(Draft::Draft202012)
            .extend(resources)
            .and_then(|registry| registry.prepare());
        Some(prepared.map_err(|error| error.to_string()))
    }

    /// Describes the keyword that rejects a body of an event, with its file and JSON pointer.
    #[must_use]
    pub fn rejected_by(&self, violation: &Violation, event: &Event) -> String {
        let address = violation.keyword_at.as_deref();
        let place = address.and_then(|address| {
            let (file, fragment) = address.split_once('#')?;
            let schema = self.schema_at(file)?;
            Some((&schema.source.path, percent_decode(fragment)?))
        });
        let keyword = &violation.keyword;
        match place {
            Some((path, pointer)) => format!("`{keyword}` at {path}#{pointer} rejects it"),
            None => format!(
                "`{keyword}` in the schema of `{}` rejects it",
                event.event_type
            ),
        }
    }

    /// Chooses the schema for a body by its `schema_ref` field, else by its `event_type` field. Each family configures
    /// the names of these fields.
    #[must_use]
    pub fn choose(&self, body: &Value) -> Choice<'_> {
        let mut unknown = None;
        let field = |name: &str| body.get(name).and_then(Value::as_str);
        // A body without a version belongs to the newest major version.
        let majors: Vec<_> = self.majors().collect();
        for (family, major) in majors.into_iter().rev() {
            let Some(envelope) = family.envelope() else {
                continue;
            };
            let of_version = envelope
                .version
                .as_deref()
                .and_then(field)
                .and_then(major_of);
            let is_another = of_version.is_some_and(|number| number != major.number);
            if is_another
                && family
                    .majors
                    .iter()
                    .any(|other| Some(other.number) == of_version)
            {
                continue;
            }
            let by_ref = envelope
                .schema_ref
                .as_deref()
                .and_then(|name| Some((name, field(name)?)));
            if let Some((name, named)) = by_ref {
                match major
                    .events
                    .iter()
                    .find(|event| self.schema_ref(&event.schema) == named)
                {
                    Some(event) => return Choice::Event(family, major, event),
                    None => unknown = Some((name, named)),
                }
                continue;
            }
            let by_type = field(&envelope.event_type);
            match (
                by_type,
                major
                    .events
                    .iter()
                    .find(|event| Some(&*event.event_type) == by_type),
            ) {
                (_, Some(event)) => return Choice::Event(family, major, event),
                (Some(named), None) => unknown = unknown.or(Some((&envelope.event_type, named))),
                (None, None) => {}
            }
        }
        match unknown {
            Some((name, named)) => Choice::Unknown {
                pointer: json::child("", name),
                named: named.to_owned(),
            },
            None => Choice::Unnamed,
        }
    }
}
