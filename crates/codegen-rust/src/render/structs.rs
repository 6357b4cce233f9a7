//! Objects with known fields: typify composes the struct, and this module finishes it.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::parse_quote;

use schema_codegen::{
    markdown,
    model::{Field, TypeDef},
};

use super::{
    docs, idents, into_owned,
    types::{self, Strings},
};
use crate::plan::Plan;

/// Returns the fields of the struct: those that can have more than one value.
fn stored(major: &Plan, fields: &[Field]) -> Vec<Field> {
    let stored = fields
        .iter()
        .filter(|field| major.constant(field).is_none());
    stored.cloned().collect()
}

/// Returns the documentation of the fields that have one value, which are not fields in Rust.
pub(super) fn constants_docs<'f>(
    constants: impl Iterator<Item = (&'f Field, &'f str)>,
) -> TokenStream {
    let lines: Vec<String> = constants
        .map(|(field, value)| {
            let (name, value) = (markdown::code(&field.name), markdown::code(value));
            match docs::line(&field.description).as_str() {
                "" => format!(" - {name} is {value}."),
                description => format!(" - {name} is {value}: {description}"),
            }
        })
        .collect();
    let before = (!lines.is_empty()).then(|| {
        quote! {
            #[doc = ""]
            #[doc = " Fields with one value are written, and checked when this is read:"]
            #[doc = ""]
        }
    });
    quote! { #before #(#[doc = #lines])* }
}

/// The items of one struct.
pub(super) fn items(major: &Plan, ty: &TypeDef, fields: &[Field]) -> Vec<TokenStream> {
    let stored = stored(major, fields);
    let mut item = match convert(major, &ty.name, &stored, Strings::Owned) {
        Ok(item) => item,
        Err(error) => return vec![quote! { compile_error!(#error); }],
    };
    let (docs, constants) = (
        docs::of(&ty.description, &ty.name),
        constants_docs(major.constants(fields)),
    );
    let default = major
        .parameters(&ty.name)
        .is_none()
        .then(|| quote! { Default, });
    item.attrs = parse_attributes(quote! {
        #docs
        #constants
        #[derive(Clone, Debug, #default PartialEq)]
        #[non_exhaustive]
    });
    let mut items = vec![quote! { #item }, reading(major, &item, fields)];
    items.extend(constructor(major, &ty.name, &item, &stored));
    if major.has_counterpart(&ty.name) {
        items.extend(counterpart(major, ty, fields, &stored));
    }
    items
}

/// The struct with borrowed strings.
fn counterpart(major: &Plan, ty: &TypeDef, fields: &[Field], stored: &[Field]) -> Vec<TokenStream> {
    let mut item = match convert(major, &ty.name, stored, Strings::Borrowed) {
        Ok(item) => item,
        Err(error) => return vec![quote! { compile_error!(#error); }],
    };
    let docs = docs::counterpart(&ty.name);
    item.attrs = parse_attributes(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
    });
    item.generics = parse_quote! { <'a> };
    let name = format_ident!("{}", ty.name);
    let copied = item.fields.iter().zip(stored).map(|(converted, field)| {
        let ident = &converted.ident;
        let owned = types::owned(major, &field.ty, quote! { self.#ident });
        quote! { #ident: #owned }
    });
    let copy = into_owned::item(&item.ident, &name, &quote! { #name { #(#copied),* } });
    [vec![quote! { #item }, reading(major, &item, fields)], copy].concat()
}

/// Returns the code that reads and writes a struct.
fn reading(major: &Plan, item: &syn::ItemStruct, fields: &[Field]) -> TokenStream {
    let (name, lifetime) = (&item.ident, &item.generics);
    let fields = fields.iter().map(|field| entry(major, field));
    quote! {
        schema_runtime::object_type! { #name #lifetime { #(#fields,)* } }
    }
}

/// Returns the line of a field for `object_type!` or `union_type!`.
pub(super) fn entry(major: &Plan, field: &Field) -> TokenStream {
    let name = idents::snake(&field.name);
    // A name that is not an identifier is a finding, and the generated code is not written.
    let is_nameable = idents::is_identifier(&name);
    let name = if is_nameable { &name } else { "unnameable" };
    let (ident, json) = (format_ident!("{name}"), &field.name);
    match (major.constant(field), field.required) {
        (Some(value), _) => quote! { #value #ident = #json },
        (None, true) => quote! { required #ident = #json },
        (None, false) => quote! { optional #ident = #json },
    }
}

/// Returns a call of `object_type!` or `union_type!` with a line for each field, because formatters do not format the
/// input of macros.
pub(super) fn lay_out(call: &syn::Macro) -> Option<String> {
    let name = &call.path.segments.last()?.ident;
    if name != "object_type" && name != "union_type" {
        return None;
    }
    let mut out = format!("schema_runtime::{name}! {{\n    ");
    let mut tokens = call.tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(fields) if fields.delimiter() == Delimiter::Brace => {
                out.push_str(" {");
                let mut line = String::new();
                for token in fields.stream() {
                    match token {
                        TokenTree::Punct(comma) if comma.as_char() == ',' => {
                            out.push_str(&format!("\n       {line},"));
                            line.clear();
                        }
                        token => line.push_str(&format!(" {token}")),
                    }
                }
                out.push_str(match fields.stream().is_empty() {
                    true => "}\n",
                    false => "\n    }\n",
                });
                out.push_str(match tokens.peek() {
                    Some(_) => "    ",
                    None => "}\n",
                });
            }
            TokenTree::Punct(equals) if equals.as_char() == '=' => out.push_str(" = "),
            token => out.push_str(&token.to_string()),
        }
    }
    Some(out)
}

fn parse_attributes(tokens: TokenStream) -> Vec<syn::Attribute> {
    let item: syn::ItemStruct = parse_quote! { #tokens struct Unit; };
    item.attrs
}

/// A struct with the fields in the order of the schema, and nothing but the documentation on each.
pub(super) fn convert(
    major: &Plan,
    name: &str,
    fields: &[Field],
    strings: Strings,
) -> Result<syn::ItemStruct, String> {
    let skeleton = major.skeletons().get(fields);
    let mut item = skeleton.ok_or_else(|| format!("typify does not compose `{name}`"))?;
    item.ident = strings.name(name);
    finish(major, name, &mut item, fields, strings);
    Ok(item)
}

/// Puts each field's own type and documentation in place.
fn finish(
    major: &Plan,
    owner: &str,
    item: &mut syn::ItemStruct,
    fields: &[Field],
    strings: Strings,
) {
    for (converted, field) in item.fields.iter_mut().zip(fields) {
        let ty = types::tokens(major, Some(owner), &field.ty, strings);
        converted.ty = if field.required {
            parse_quote! { #ty }
        } else {
            parse_quote! { Option<#ty> }
        };
        let docs = match (strings, &converted.ident) {
            (Strings::Borrowed, Some(ident)) => {
                let line = format!(" See [`{owner}::{ident}`].");
                quote! { #[doc = #line] }
            }
            _ => docs::of(&field.description, &field.name),
        };
        converted.attrs = parse_attributes(quote! { #docs });
    }
}

/// The required fields as a struct of their own: none can be forgotten, each is given by name, and
/// the struct itself can grow.
fn constructor(
    major: &Plan,
    name: &str,
    item: &syn::ItemStruct,
    fields: &[Field],
) -> Vec<TokenStream> {
    let ident = format_ident!("{name}");
    let Some(fields_ident) = major.parameters(name) else {
        return vec![quote! {
            impl #ident {
                /// Creates a value; no field is required. Optional fields are absent, and can be set.
                #[must_use]
                pub fn new() -> Self {
                    Self::default()
                }
            }
        }];
    };
    let fields_ident = format_ident!("{fields_ident}");
    let docs = format!(" The required fields of [`{name}`].");
    let both = item.fields.iter().zip(fields);
    let declared = both
        .clone()
        .filter(|(_, field)| field.required)
        .map(|(converted, field)| {
            let (ident, ty) = (&converted.ident, &converted.ty);
            let docs = docs::of(&field.description, &field.name);
            quote! { #docs pub #ident: #ty }
        });
    let values = both.map(|(converted, field)| {
        let ident = &converted.ident;
        match field.required {
            true => quote! { #ident: fields.#ident },
            false => quote! { #ident: None },
        }
    });
    vec![
        quote! {
            #[doc = #docs]
            #[derive(Clone, Debug, PartialEq)]
            pub struct #fields_ident { #(#declared),* }
        },
        quote! {
            impl #ident {
                /// Creates a value from its required fields. Optional fields are absent, and can be set.
                #[must_use]
                pub fn new(fields: #fields_ident) -> Self {
                    Self { #(#values),* }
                }
            }
        },
    ]
}
