//! Unions of objects that are distinguished by a tag, as enums.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use schema_codegen::model::{Field, Type, TypeDef, Union};

use super::{
    accessors::{self, Taken, Variant},
    docs, idents, into_owned, structs,
    types::{self, Strings},
};
use crate::plan::Plan;

/// Returns the items of one union.
pub(super) fn items(major: &Plan, ty: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let mut items = enum_items(major, ty, union, Strings::Owned);
    if major.has_counterpart(&ty.name) {
        items.extend(enum_items(major, ty, union, Strings::Borrowed));
        items.extend(copy(major, ty, union));
    }
    items
}

fn enum_items(major: &Plan, ty: &TypeDef, union: &Union, strings: Strings) -> Vec<TokenStream> {
    let (name, lifetime) = (strings.name(&ty.name), strings.lifetime());
    let docs = match strings {
        Strings::Owned => docs::of(&ty.description, &ty.name),
        Strings::Borrowed => docs::counterpart(&ty.name),
    };
    let variants: Vec<Variant> = union
        .branches
        .iter()
        .map(|branch| Variant {
            ident: format_ident!("{}", idents::pascal(&branch.tag)),
            name: branch.tag.clone(),
            holds: types::tokens(major, None, &Type::Named(branch.ty.clone()), strings),
        })
        .collect();
    let (idents, held): (Vec<_>, Vec<_>) = variants.iter().map(|it| (&it.ident, &it.holds)).unzip();
    let variant_docs = union.branches.iter().map(|branch| {
        let ty = major.find(&branch.ty);
        docs::of(ty.map_or("", |ty| &ty.description), &branch.tag)
    });
    let mut taken = Taken::default();
    let accessors = accessors::of_variants(&variants, None, &mut taken);
    let shared = accessors::of_shared(major, union, strings, &mut taken);
    let mut items = vec![
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            pub enum #name #lifetime {
                #(
                    #variant_docs
                    #idents(#held),
                )*
            }
        },
        quote! { impl #lifetime #name #lifetime { #(#shared)* #(#accessors)* } },
        reading(major, ty, union, strings),
    ];
    items.extend(variants.iter().map(|Variant { ident, holds, .. }| {
        quote! {
            impl #lifetime From<#holds> for #name #lifetime {
                fn from(branch: #holds) -> Self {
                    Self::#ident(branch)
                }
            }
        }
    }));
    items
}

/// Returns the conversion of the borrowed counterpart.
fn copy(major: &Plan, ty: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let (counterpart, name) = (
        Strings::Borrowed.name(&ty.name),
        Strings::Owned.name(&ty.name),
    );
    let arms = union.branches.iter().map(|branch| {
        let variant = format_ident!("{}", idents::pascal(&branch.tag));
        let held = types::owned(major, &Type::Named(branch.ty.clone()), quote! { held });
        quote! { Self::#variant(held) => #name::#variant(#held) }
    });
    into_owned::item(&counterpart, &name, &quote! { match self { #(#arms),* } })
}

/// Returns the code that reads and writes an enum. The fields that all branches have are read before the tag is known.
fn reading(major: &Plan, ty: &TypeDef, union: &Union, strings: Strings) -> TokenStream {
    // A field whose type contains its owner is in a `Box`, which one branch may need and another may not.
    let is_boxed_alike = |field: &&Field| {
        let mut boxed = union
            .branches
            .iter()
            .map(|branch| major.is_boxed(&branch.ty, &field.ty));
        let first = boxed.next();
        boxed.all(|it| Some(it) == first)
    };
    let mut shared = accessors::shared(major, union);
    shared.retain(is_boxed_alike);
    let (name, lifetime) = (strings.name(&ty.name), strings.lifetime());
    let (tag, tag_json) = (format_ident!("{}", idents::snake(&union.tag)), &union.tag);
    let branches = union.branches.iter().map(|branch| {
        let variant = format_ident!("{}", idents::pascal(&branch.tag));
        let value = &branch.tag;
        let ty = match major.has_counterpart(&branch.ty) {
            true => strings.name(&branch.ty),
            false => Strings::Owned.name(&branch.ty),
        };
        let is_own = |field: &&Field| {
            field.name != union.tag && shared.iter().all(|other| other.name != field.name)
        };
        let own = accessors::fields_of(major, &branch.ty)
            .iter()
            .filter(is_own);
        let own = own.map(|field| structs::entry(major, field));
        quote! { #variant(#ty) = #value { #(#own,)* } }
    });
    let shared = shared.iter().map(|field| structs::entry(major, field));
    quote! {
        schema_runtime::union_type! {
            #name #lifetime { tag #tag = #tag_json, #(#shared,)* }
            #(#branches)*
        }
    }
}
