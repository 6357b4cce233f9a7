//! The files that are compared, and what is wrong with them.

use std::path::Path;

use schema_compat::{Error, Settings, check_schema};
use schema_registry::{
    diagnostic::Diagnostic, file, json, load::parse_source, source::Source, text,
};
use serde_json::Value;

use super::beside::{Beside, bundle};
use crate::exit::Failure;

/// A file, complete in itself.
pub(super) struct Input {
    /// The path as it was given.
    pub(super) path: String,
    /// The schema as text, with the files that it refers to.
    pub(super) text: String,
    /// The same as a value. `None` if it is nested very deep: the worker may fail at it.
    pub(super) schema: Option<Value>,
    beside: Vec<Beside>,
}

impl Input {
    pub(super) fn read(path: &str, settings: &Settings) -> Result<Self, Failure> {
        let text = file::named_text(Path::new(path))
            .map_err(|error| Failure::new(format!("cannot read `{path}`"), error))?;
        let rejected = |why: String| Failure::other(format!("cannot compare `{path}`"), why);
        let mut schema: Value = match serde_json::from_str(&text) {
            Ok(schema) => schema,
            Err(_) if json::is_too_deep(&text) => {
                return Ok(Self {
                    path: path.to_owned(),
                    text,
                    schema: None,
                    beside: Vec::new(),
                });
            }
            Err(_) if text::oddity(&text).is_some() => {
                let mut findings = Vec::new();
                parse_source(path.to_owned(), text, &mut findings);
                return Err(rejected(first_finding(&findings).unwrap_or_default()));
            }
            Err(error) => {
                let why = format!("not JSON: {error}; write one JSON Schema");
                return Err(rejected(why));
            }
        };
        let mut findings = Vec::new();
        let source = parse_source(path.to_owned(), text.clone(), &mut findings);
        if let Some(finding) = first_finding(&findings) {
            return Err(rejected(finding));
        }
        let beside = bundle(path, &source, &mut schema).map_err(rejected)?;
        if let Err(error) = check_schema(&schema, settings) {
            return Err(rejected(objected(&source, &beside, &schema, &error)));
        }
        let text = match beside.as_slice() {
            [] => text,
            _ => schema.to_string(),
        };
        Ok(Self {
            path: path.to_owned(),
            text,
            schema: Some(schema),
            beside,
        })
    }

    /// The paths of the files that the schema includes, by the JSON pointers of their places.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, String)> {
        let files = self.beside.iter();
        files.map(|file| (file.pointer.clone(), file.source.path.clone()))
    }
}

/// The file beside the compared one that a place is in, and the place there.
fn inside<'b, 'p>(beside: &'b [Beside], pointer: &'p str) -> Option<(&'b Beside, &'p str)> {
    beside.iter().find_map(|file| {
        let rest = pointer.strip_prefix(file.pointer.as_str())?;
        (rest.is_empty() || rest.starts_with('/')).then_some((file, rest))
    })
}

/// An error about a schema, with its place and what to do.
fn objected(source: &Source, beside: &[Beside], schema: &Value, error: &Error) -> String {
    let (file, pointer) = match inside(beside, error.pointer()) {
        Some((file, rest)) => (Some(&file.source), rest),
        None => (None, error.pointer()),
    };
    let what = match pointer {
        "" => String::new(),
        pointer => format!("`{pointer}`: "),
    };
    let help = match (pointer.ends_with("/$ref"), error.is_dangling()) {
        (true, true) => definitions(schema),
        (true, false) => {
            "refer to a file in or below the same folder by its path; any other schema has to be in the file \
             itself"
                .to_owned()
        }
        _ => "fix the schema".to_owned(),
    };
    let place = position(file.unwrap_or(source), pointer);
    let place = match file {
        Some(file) => format!("`{}`, {place}", file.path),
        None => place,
    };
    format!("{place}: {what}{error}; {help}")
}

/// The definitions that a reference could lead to.
fn definitions(schema: &Value) -> String {
    let names: Vec<String> = schema_compat::definition::definitions(schema)
        .into_iter()
        .take(8)
        .map(|definition| format!("`#{}`", definition.pointer))
        .collect();
    match names.as_slice() {
        [] => "the schema has no definitions".to_owned(),
        names => format!("the schema has {}", names.join(", ")),
    }
}

/// Returns the first fault of a text, with its line and column.
pub(super) fn first_finding(findings: &[Diagnostic]) -> Option<String> {
    let finding = findings.first()?;
    let place = finding.location.as_ref().map(|location| {
        let start = location.start();
        format!("line {}, column {}: ", start.line, start.column)
    });
    let help = finding.help.as_ref().map(|help| format!("; {help}"));
    Some(format!(
        "{}{}{}",
        place.unwrap_or_default(),
        finding.message,
        help.unwrap_or_default()
    ))
}

/// The line and the column of a JSON pointer.
pub(super) fn position(source: &Source, pointer: &str) -> String {
    let place = source.position(source.span_at(pointer).start);
    format!("line {}, column {}", place.line, place.column)
}
