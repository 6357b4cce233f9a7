//! Objects with known fields: typify makes the struct, and this module finishes it.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use schema_registry::names;
use schemars_v08::schema as s;
use syn::parse_quote;
use typify::{TypeSpace, TypeSpaceSettings};

use crate::model::{Field, Major, TypeDef};

use super::{docs, idents, types};

/// The name of the struct that holds the required fields of another one, for its constructor. None
/// if nothing is required.
pub(crate) fn fields_name(name: &str, fields: &[Field]) -> Option<String> {
    let has_required = fields.iter().any(|field| field.required);
    has_required.then(|| idents::joined(name, "fields"))
}

/// What typify calls the struct, until it has its own name.
const CONVERTED: &str = "Converted";

/// The items of one struct.
pub(super) fn items(major: &Major, ty: &TypeDef, fields: &[Field]) -> Vec<TokenStream> {
    let mut item = match convert(major, &ty.name, fields) {
        Ok(item) => item,
        Err(error) => return vec![quote! { compile_error!(#error); }],
    };
    let docs = docs::of(&ty.description, &ty.name);
    let default = fields_name(&ty.name, fields)
        .is_none()
        .then(|| quote! { Default, });
    item.attrs = parse_attributes(quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq, Serialize, Deserialize)]
        #[serde(remote = "Self")]
        #[non_exhaustive]
    });
    let name = &item.ident;
    let mut items = vec![
        quote! { #item },
        quote! { schema_runtime::object_type!(#name); },
    ];
    items.extend(constructor(&ty.name, &item, fields));
    items
}

fn parse_attributes(tokens: TokenStream) -> Vec<syn::Attribute> {
    let item: syn::ItemStruct = parse_quote! { #tokens struct Unit; };
    item.attrs
}

/// A struct with the fields in the order of the schema, and nothing but `serde`'s attributes and the
/// documentation on each.
pub(super) fn convert(
    major: &Major,
    name: &str,
    fields: &[Field],
) -> Result<syn::ItemStruct, String> {
    let mut settings = TypeSpaceSettings::default();
    let mut object = s::ObjectValidation::default();
    let mut definitions = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        // typify composes the struct; what a field holds is tied in by name, because it is checked
        // by types of this generator and of the runtime.
        let key = format!("Field{index}");
        settings.with_replacement(&key, format!("Slot{index}"), std::iter::empty());
        definitions.push((key.clone(), s::Schema::Bool(true)));
        let reference = s::SchemaObject {
            reference: Some(format!("#/definitions/{key}")),
            ..Default::default()
        };
        // A name that typify need not bring into Rust's case: there is one way to do that.
        let property = names::snake(&field.name);
        object
            .properties
            .insert(property.clone(), s::Schema::Object(reference));
        if field.required {
            object.required.insert(property);
        }
    }
    let schema = s::SchemaObject {
        instance_type: Some(s::InstanceType::Object.into()),
        object: Some(Box::new(object)),
        ..Default::default()
    };
    definitions.push((CONVERTED.to_owned(), s::Schema::Object(schema)));
    let mut space = TypeSpace::new(&settings);
    space
        .add_ref_types(definitions)
        .map_err(|error| format!("`{name}`: {error}"))?;
    let file: syn::File =
        syn::parse2(space.to_stream()).map_err(|error| format!("`{name}`: {error}"))?;
    let found = file.items.into_iter().find_map(|item| match item {
        syn::Item::Struct(item) if item.ident == CONVERTED => Some(item),
        _ => None,
    });
    let mut item = found.ok_or_else(|| format!("`{name}` was not converted"))?;
    item.ident = format_ident!("{name}");
    finish(major, name, &mut item, fields)?;
    Ok(item)
}

/// Puts the fields into the schema's order, and each field's own type and documentation in place.
fn finish(
    major: &Major,
    owner: &str,
    item: &mut syn::ItemStruct,
    fields: &[Field],
) -> Result<(), String> {
    let syn::Fields::Named(named) = &mut item.fields else {
        return Err(format!("`{owner}` has no named fields"));
    };
    let mut found: BTreeMap<String, syn::Field> = std::mem::take(&mut named.named)
        .into_iter()
        .filter_map(|field| Some((slot(&field.ty)?, field)))
        .collect();
    for (index, field) in fields.iter().enumerate() {
        let mut converted = match found.remove(&format!("Slot{index}")) {
            Some(field) => field,
            None => return Err(format!("`{owner}` has no field `{}`", field.name)),
        };
        let ty = types::tokens(major, Some(owner), &field.ty);
        converted.ty = if field.required {
            parse_quote! { #ty }
        } else {
            parse_quote! { Option<#ty> }
        };
        let docs = docs::of(&field.description, &field.name);
        let name = &field.name;
        let is_renamed = converted.ident.as_ref().is_some_and(|ident| ident != name);
        let rename = is_renamed.then(|| quote! { #[serde(rename = #name)] });
        let read = match (field.required, types::takes_null(major, &field.ty)) {
            (false, _) => Some(quote! {
                #[serde(default, skip_serializing_if = "Option::is_none")]
                #[serde(deserialize_with = "schema_runtime::present")]
            }),
            // `serde` takes an absent `Option` for `None`.
            (true, true) => Some(quote! {
                #[serde(deserialize_with = "schema_runtime::required")]
            }),
            (true, false) => None,
        };
        converted.attrs = parse_attributes(quote! { #docs #rename #read });
        named.named.push(converted);
    }
    Ok(())
}

/// The slot that a converted type mentions.
fn slot(ty: &syn::Type) -> Option<String> {
    let text = quote! { #ty }.to_string();
    text.split(|c: char| !c.is_alphanumeric())
        .find(|word| word.starts_with("Slot"))
        .map(str::to_owned)
}

/// The required fields as a struct of their own: none can be forgotten, each is given by name, and
/// the struct itself can grow.
fn constructor(name: &str, item: &syn::ItemStruct, fields: &[Field]) -> Vec<TokenStream> {
    let ident = format_ident!("{name}");
    let Some(fields_ident) = fields_name(name, fields) else {
        return vec![quote! {
            impl #ident {
                /// Makes a value without any field: all are optional, and can be set.
                #[must_use]
                pub fn new() -> Self {
                    Self::default()
                }
            }
        }];
    };
    let fields_ident = format_ident!("{fields_ident}");
    let docs = format!(" The required fields of a [`{name}`].");
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
        if field.required {
            quote! { #ident: fields.#ident }
        } else {
            quote! { #ident: None }
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
                /// Makes a value of its required fields. Optional fields are absent, and can be set.
                #[must_use]
                pub fn new(fields: #fields_ident) -> Self {
                    Self { #(#values),* }
                }
            }
        },
    ]
}
