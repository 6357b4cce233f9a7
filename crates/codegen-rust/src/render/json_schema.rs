//! JSON Schemas of the generated types, as the runtime's macro `json_schema!` takes them.

use std::fmt::Write;

use proc_macro2::Literal;

use schema_codegen::model::{
    Bound, Envelope, EnvelopeField, EnvelopeRole, Field, Kind, Range, Text, Type, TypeDef,
};

use super::{File, idents};
use crate::plan::Plan;

/// The module's name.
pub(super) const MODULE: &str = "json_schema";

/// The file with the schemas of every type of a major version.
pub(super) fn file(command: &str, source: &str, major: &Plan) -> (String, String) {
    let mut file = File::new(
        command,
        source,
        "JSON Schemas of the types, for the feature `schemars`.",
    );
    file.items
        .extend(major.envelope.iter().filter_map(|it| envelope(major, it)));
    file.items
        .extend(major.written_types().filter_map(|it| definition(major, it)));
    (format!("{MODULE}.rs"), file.finish(&[]))
}

/// One call of the macro. Its layout is made here: neither printer looks into a macro.
fn call(what: &str, name: &str, about: &str, body: &str) -> String {
    let about = literal(about);
    format!("\nschema_runtime::json_schema! {{\n    {what} {name} {body}\n    {about}\n}}\n")
}

fn definition(major: &Plan, ty: &TypeDef) -> Option<String> {
    let (what, body) = match &ty.kind {
        Kind::Struct(fields) => {
            let fields = fields.iter().map(|it| match major.constant(it) {
                Some(value) => line("constant", &literal(value), it),
                None => field(it),
            });
            ("object", block(fields))
        }
        Kind::Union(union) => {
            let variants = union.branches.iter().map(|it| idents::pascal(&it.tag));
            ("union", list(variants))
        }
        Kind::ClosedSet(members) => (
            "closed_set",
            list(members.iter().map(|it| idents::pascal(it))),
        ),
        Kind::OpenSet { known, text } => {
            let known = list(known.iter().map(|it| idents::open_variant(it)));
            ("open_set", format!("{known} {}", list(constraints(text))))
        }
        Kind::Text(text) => ("text", list(constraints(text))),
        Kind::Number(range) => ("number", list(bounds(range))),
        Kind::Tuple(items) => {
            let items = items.iter().enumerate();
            let items = items.map(|(at, it)| format!("{at} = {}", literal(&it.description)));
            ("tuple", list(items))
        }
        // Another name for a type that has a schema.
        Kind::Alias(_) => return None,
    };
    Some(call(what, &ty.name, &ty.description, &body))
}

fn field(field: &Field) -> String {
    let kind = if field.required {
        "required"
    } else {
        "optional"
    };
    line(kind, &idents::snake(&field.name), field)
}

fn line(kind: &str, ident: &str, field: &Field) -> String {
    let (name, about) = (literal(&field.name), literal(&field.description));
    format!("{kind} {ident} = {name}, {about};")
}

fn constraints(text: &Text) -> Vec<String> {
    let length = |keyword: &str, length: Option<u64>| {
        // A literal without a type is an `i32`.
        let ty = |length| i32::try_from(length).map_or("_u64", |_| "");
        length.map(|it| format!("\"{keyword}\": {it}{}", ty(it)))
    };
    let pattern = text.pattern.as_ref();
    [
        length("minLength", text.min_length),
        length("maxLength", text.max_length),
        pattern.map(|(source, _)| format!("\"pattern\": {}", literal(source))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn bounds(range: &Range) -> Vec<String> {
    let keyword = |bound: Option<Bound>, inclusive: &str, exclusive: &str| {
        let bound = bound?;
        let keyword = if bound.exclusive {
            exclusive
        } else {
            inclusive
        };
        Some(format!("\"{keyword}\": {}", serde_json::json!(bound.value)))
    };
    let min = keyword(range.min, "minimum", "exclusiveMinimum");
    let max = keyword(range.max, "maximum", "exclusiveMaximum");
    min.into_iter().chain(max).collect()
}

fn envelope(major: &Plan, envelope: &Envelope) -> Option<String> {
    let event_type = envelope
        .fields
        .iter()
        .find(|it| it.role == EnvelopeRole::EventType)?;
    let Type::Named(set) = &event_type.field.ty else {
        return None;
    };
    let fields = block(envelope.fields.iter().map(|it| part(major, it)));
    let payloads = major.events.iter().map(|it| it.payload.clone());
    let unknown = format!("{}({set})", idents::UNKNOWN);
    let branches = list([unknown].into_iter().chain(payloads));
    let body = format!("{fields} around Data {branches}");
    Some(call("event", "Event", &envelope.description, &body))
}

fn part(major: &Plan, part: &EnvelopeField) -> String {
    if let Some(value) = major.envelope_constant(part) {
        return line("constant", &literal(value), &part.field);
    }
    match (part.role, &part.field.ty) {
        (EnvelopeRole::EventType, _) => line("event_type", "_", &part.field),
        (EnvelopeRole::Payload, _) => line("payload", "_", &part.field),
        (EnvelopeRole::SchemaRef, Type::Named(ty)) if part.field.required => {
            line("required_schema_ref", ty, &part.field)
        }
        (EnvelopeRole::SchemaRef, Type::Named(ty)) => line("optional_schema_ref", ty, &part.field),
        (EnvelopeRole::SchemaRef | EnvelopeRole::Version | EnvelopeRole::Plain, _) => {
            field(&part.field)
        }
    }
}

/// Lines between braces, each on its own.
fn block(lines: impl Iterator<Item = String>) -> String {
    let mut out = String::from("{\n");
    for line in lines {
        // Writing to a string does not fail.
        let _ = writeln!(out, "        {line}");
    }
    out.push_str("    }");
    out
}

/// Things between braces, on one line.
fn list(things: impl IntoIterator<Item = impl ToString>) -> String {
    let things: Vec<String> = things.into_iter().map(|it| it.to_string()).collect();
    if things.is_empty() {
        return "{}".into();
    }
    format!("{{ {} }}", things.join(", "))
}

fn literal(text: &str) -> String {
    Literal::string(text).to_string()
}
