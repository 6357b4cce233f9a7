//! How types of the model are written in Rust, and what that needs to import.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{Kind, Major, Type};

/// A type as it stands in a field of `owner`.
pub(super) fn tokens(major: &Major, owner: Option<&str>, ty: &Type) -> TokenStream {
    match ty {
        Type::Named(name) => {
            let ident = format_ident!("{name}");
            match owner {
                Some(owner) if holds(major, name, owner) => quote! { Box<#ident> },
                _ => quote! { #ident },
            }
        }
        Type::String => quote! { String },
        Type::Uuid => quote! { Uuid },
        Type::Timestamp => quote! { Timestamp },
        Type::Uri => quote! { Uri },
        Type::Boolean => quote! { bool },
        Type::Integer { min, max } => {
            let bound = |bound: &i64| match *bound {
                9_007_199_254_740_991 => quote! { MAX_SAFE_INTEGER },
                -9_007_199_254_740_991 => quote! { { -MAX_SAFE_INTEGER } },
                bound => {
                    let literal: TokenStream = grouped(bound).parse().unwrap_or_default();
                    quote! { #literal }
                }
            };
            let (min, max) = (bound(min), bound(max));
            quote! { Integer<#min, #max> }
        }
        Type::Number => quote! { f64 },
        // What stands in a list or a map has a size of its own.
        Type::Array(item) => {
            let item = tokens(major, None, item);
            quote! { Vec<#item> }
        }
        Type::Map(value) => {
            let value = tokens(major, None, value);
            quote! { BTreeMap<String, #value> }
        }
        Type::Nullable(inner) => {
            let inner = tokens(major, owner, inner);
            quote! { Option<#inner> }
        }
        Type::Object => quote! { RawObject },
        Type::Any => quote! { Raw },
    }
}

/// An integer with its digits in groups of three.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// Whether values of the type `name` hold values of `owner` in themselves, so that a value of
/// `owner` with such a field would have no end.
fn holds(major: &Major, name: &str, owner: &str) -> bool {
    let mut reached = vec![name];
    let mut next = 0;
    while let Some(name) = reached.get(next).copied() {
        next += 1;
        if name == owner {
            return true;
        }
        let Some(def) = major.find(name) else {
            continue;
        };
        let inside: Vec<&str> = match &def.kind {
            Kind::Struct(fields) => fields
                .iter()
                .filter_map(|field| in_place(&field.ty))
                .collect(),
            Kind::Union(union) => union
                .branches
                .iter()
                .map(|branch| branch.ty.as_str())
                .collect(),
            Kind::Alias(ty) => in_place(ty).into_iter().collect(),
            Kind::ClosedSet(_) | Kind::OpenSet { .. } | Kind::Text(_) => Vec::new(),
        };
        for name in inside {
            if !reached.contains(&name) {
                reached.push(name);
            }
        }
    }
    false
}

/// The named type that a value holds in itself.
fn in_place(ty: &Type) -> Option<&str> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Nullable(inner) => in_place(inner),
        _ => None,
    }
}

/// What generated code may import: modules and their names, in the order of `rustfmt`. An empty
/// module stands for an empty line.
const IMPORTS: &[(&str, &[&str])] = &[
    ("std::borrow", &["Cow"]),
    ("std::collections", &["BTreeMap"]),
    ("std::fmt", &["fmt"]),
    ("std::marker", &["PhantomData"]),
    ("std::str", &["FromStr"]),
    ("", &[]),
    (
        "schema_runtime",
        &[
            "Dispatch",
            "Error",
            "EventSet",
            "Integer",
            "KnownPayload",
            "MAX_SAFE_INTEGER",
            "Never",
            "OpenSet",
            "Payload",
            "Raw",
            "RawObject",
            "StringValue",
            "TaggedUnion",
            "Timestamp",
            "Unknown",
            "Uri",
            "Uuid",
            "read_field",
            "require",
        ],
    ),
    ("serde::de", &["IgnoredAny", "MapAccess", "Visitor"]),
    ("serde::ser", &["SerializeStruct"]),
    (
        "serde",
        &["Deserialize", "Deserializer", "Serialize", "Serializer"],
    ),
];

/// The `use` lines for the names that a text mentions, of other crates and of files beside it.
pub(super) fn imports(body: &str, siblings: &[String]) -> String {
    let mut words: BTreeSet<&str> = body
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(first_names)
        .collect();
    // A trait that is needed for its methods alone.
    if body.contains(".serialize_struct(") {
        words.insert("SerializeStruct");
    }
    let mut out = String::new();
    for (module, names) in IMPORTS {
        let used: Vec<&str> = names
            .iter()
            .copied()
            .filter(|name| words.contains(name))
            .collect();
        match used.as_slice() {
            [] if module.is_empty() && !out.is_empty() => out.push('\n'),
            [] => {}
            // A module by its own name.
            [one] if module.ends_with(&format!("::{one}")) => {
                out.push_str(&format!("use {module};\n"))
            }
            [one] => out.push_str(&format!("use {module}::{one};\n")),
            names => out.push_str(&list(module, names)),
        }
    }
    let used: Vec<&str> = siblings
        .iter()
        .map(String::as_str)
        .filter(|name| words.contains(name))
        .collect();
    if !used.is_empty() {
        out.push_str(if out.is_empty() { "" } else { "\n" });
        match used.as_slice() {
            [one] => out.push_str(&format!("use super::{one};\n")),
            names => out.push_str(&list("super", names)),
        }
    }
    out
}

/// The names of a line that are not the rest of a path.
fn first_names(line: &str) -> impl Iterator<Item = &str> {
    let is_inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    line.split(move |c| !is_inside(c))
        .filter_map(|path| path.split(':').next())
}

/// Whether generated code needs a name for itself.
pub(crate) fn is_imported(name: &str) -> bool {
    IMPORTS.iter().any(|(_, names)| names.contains(&name))
        || ["Box", "Option", "Result", "Self", "String", "Vec"].contains(&name)
}

/// `use module::{…};`, on as many lines as it needs.
fn list(module: &str, names: &[&str]) -> String {
    const WIDTH: usize = 100;
    let short = format!("use {module}::{{{}}};", names.join(", "));
    if short.len() <= WIDTH {
        return format!("{short}\n");
    }
    let mut out = format!("use {module}::{{\n");
    let mut line = String::from("   ");
    for name in names {
        if line.len() + 1 + name.len() + 1 > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = String::from("   ");
        }
        line.push_str(&format!(" {name},"));
    }
    out.push_str(&line);
    out.push_str("\n};\n");
    out
}
