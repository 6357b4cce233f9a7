//! Objects with known fields: typify makes the struct, and this module finishes it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use schemars_v08::schema as s;
use syn::parse_quote;
use typify::{TypeSpace, TypeSpaceSettings};

use crate::model::{Field, Major, TypeDef};

use super::{docs, types};

/// The name of the struct that holds the required fields of another one, for its constructor.
pub(super) fn fields_name(name: &str) -> String {
    format!("{name}Fields")
}

/// The items of one struct.
pub(super) fn items(major: &Major, ty: &TypeDef, fields: &[Field]) -> Vec<TokenStream> {
    let mut item = match convert(major, &ty.name, fields) {
        Ok(item) => item,
        Err(error) => return vec![quote! { compile_error!(#error); }],
    };
    let docs = docs::of(&ty.description);
    item.attrs = parse_attributes(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
        object
            .properties
            .insert(field.name.clone(), s::Schema::Object(reference));
        if field.required {
            object.required.insert(field.name.clone());
        }
    }
    let schema = s::SchemaObject {
        instance_type: Some(s::InstanceType::Object.into()),
        object: Some(Box::new(object)),
        ..Default::default()
    };
    definitions.push((name.to_owned(), s::Schema::Object(schema)));
    let mut space = TypeSpace::new(&settings);
    space
        .add_ref_types(definitions)
        .map_err(|error| format!("`{name}`: {error}"))?;
    let file: syn::File =
        syn::parse2(space.to_stream()).map_err(|error| format!("`{name}`: {error}"))?;
    let found = file.items.into_iter().find_map(|item| match item {
        syn::Item::Struct(item) if item.ident == name => Some(item),
        _ => None,
    });
    let mut item = found.ok_or_else(|| format!("`{name}` was not converted"))?;
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
    let mut found: Vec<syn::Field> = std::mem::take(&mut named.named).into_iter().collect();
    for (index, field) in fields.iter().enumerate() {
        let slot = format!("Slot{index}");
        let place = found.iter().position(|field| mentions(&field.ty, &slot));
        let mut converted = match place {
            Some(place) => found.swap_remove(place),
            None => return Err(format!("`{owner}` has no field `{}`", field.name)),
        };
        let ty = types::tokens(major, Some(owner), &field.ty);
        converted.ty = if field.required {
            parse_quote! { #ty }
        } else {
            parse_quote! { Option<#ty> }
        };
        let rename = converted.attrs.iter().find_map(rename);
        let docs = docs::of(&field.description);
        let rename = rename.map(|name| quote! { #[serde(rename = #name)] });
        let optional = (!field.required).then(|| {
            quote! {
                #[serde(default, skip_serializing_if = "Option::is_none")]
                #[serde(deserialize_with = "schema_runtime::present")]
            }
        });
        converted.attrs = parse_attributes(quote! { #docs #rename #optional });
        named.named.push(converted);
    }
    Ok(())
}

fn mentions(ty: &syn::Type, slot: &str) -> bool {
    let text = quote! { #ty }.to_string();
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| word == slot)
}

/// The name in JSON, where it is another one than in Rust.
fn rename(attribute: &syn::Attribute) -> Option<String> {
    if !attribute.path().is_ident("serde") {
        return None;
    }
    let mut found = None;
    // Other options of typify's have no value that ends the parsing early.
    let _ = attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident("rename") {
            found = Some(meta.value()?.parse::<syn::LitStr>()?.value());
        } else if meta.input.peek(syn::Token![=]) {
            meta.value()?.parse::<syn::Expr>()?;
        }
        Ok(())
    });
    found
}

/// The required fields as a struct of their own: none can be forgotten, each is given by name, and
/// the struct itself can grow.
fn constructor(name: &str, item: &syn::ItemStruct, fields: &[Field]) -> Vec<TokenStream> {
    let ident = format_ident!("{name}");
    let fields_ident = format_ident!("{}", fields_name(name));
    let docs = format!(" The required fields of a [`{name}`].");
    let both = item.fields.iter().zip(fields);
    let declared = both
        .clone()
        .filter(|(_, field)| field.required)
        .map(|(converted, field)| {
            let (ident, ty) = (&converted.ident, &converted.ty);
            let docs = docs::of(&field.description);
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
