//! One of several objects, told apart by a tag: an enum.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{Branch, Field, Kind, Major, Type, TypeDef, Union};

use super::{
    accessors::{self, Taken, Variant},
    copies, docs, idents, structs,
    types::{self, Texts},
};

/// The items of one union.
pub(super) fn items(major: &Major, ty: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let mut items = enum_items(major, ty, union, Texts::Owned);
    if types::has_twin(major, &ty.name) {
        items.extend(enum_items(major, ty, union, Texts::Borrowed));
        items.extend(copy(major, ty, union));
    }
    items
}

fn enum_items(major: &Major, ty: &TypeDef, union: &Union, texts: Texts) -> Vec<TokenStream> {
    let (name, lifetime) = (texts.name(&ty.name), texts.lifetime());
    let docs = match texts {
        Texts::Owned => docs::of(&ty.description, &ty.name),
        Texts::Borrowed => docs::twin(&ty.name),
    };
    let variants: Vec<Variant> = union
        .branches
        .iter()
        .map(|branch| Variant {
            ident: format_ident!("{}", idents::pascal(&branch.tag)),
            name: branch.tag.clone(),
            holds: types::tokens(major, None, &Type::Named(branch.ty.clone()), texts),
        })
        .collect();
    let (idents, held): (Vec<_>, Vec<_>) = variants.iter().map(|it| (&it.ident, &it.holds)).unzip();
    let variant_docs = union.branches.iter().map(|branch| {
        let ty = major.find(&branch.ty);
        docs::of(ty.map_or("", |ty| &ty.description), &branch.tag)
    });
    let mut taken = Taken::default();
    let accessors = accessors::of_variants(&variants, None, &mut taken);
    let shared = accessors::of_shared(major, union, texts, &mut taken);
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
        reading(major, ty, union, texts),
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

/// The conversion of the twin.
fn copy(major: &Major, ty: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let (twin, name) = (Texts::Borrowed.name(&ty.name), Texts::Owned.name(&ty.name));
    let arms = union.branches.iter().map(|branch| {
        let variant = format_ident!("{}", idents::pascal(&branch.tag));
        let held = types::owned(major, &Type::Named(branch.ty.clone()), quote! { held });
        quote! { Self::#variant(held) => #name::#variant(#held) }
    });
    copies::item(&twin, &name, &quote! { match self { #(#arms),* } })
}

/// What reads and writes an enum: the fields that all branches have are read before the tag is known.
fn reading(major: &Major, ty: &TypeDef, union: &Union, texts: Texts) -> TokenStream {
    let fields_of = |branch: &Branch| -> Vec<(&Field, String)> {
        let fields = match major.find(&branch.ty).map(|def| &def.kind) {
            Some(Kind::Struct(fields)) => fields.as_slice(),
            _ => &[],
        };
        let fields = fields.iter().filter(|field| field.name != union.tag);
        let typed = fields.map(|field| {
            let ty = types::tokens(major, Some(&branch.ty), &field.ty, texts);
            (field, ty.to_string())
        });
        typed.collect()
    };
    let branches: Vec<_> = union.branches.iter().map(fields_of).collect();
    let is_fixed = |field: &Field| structs::constant(major, field).is_some();
    let is_shared = |(field, ty): &(&Field, String)| {
        let is_same = |(other, other_ty): &(&Field, String)| {
            (&other.name, other.required, other_ty) == (&field.name, field.required, ty)
        };
        // Which value a constant has, a branch knows best.
        !is_fixed(field) && branches.iter().all(|fields| fields.iter().any(is_same))
    };
    let (name, lifetime) = (texts.name(&ty.name), texts.lifetime());
    let (tag, tag_json) = (format_ident!("{}", idents::snake(&union.tag)), &union.tag);
    let first = branches.first().into_iter().flatten();
    let shared = first.filter(|field| is_shared(field));
    let shared = shared.map(|(field, _)| structs::entry(major, field));
    let branches = union.branches.iter().zip(&branches);
    let branches = branches.map(|(branch, fields)| {
        let (variant, value) = (idents::pascal(&branch.tag), &branch.tag);
        let variant = format_ident!("{variant}");
        let ty = match types::has_twin(major, &branch.ty) {
            true => texts.name(&branch.ty),
            false => Texts::Owned.name(&branch.ty),
        };
        let own = fields.iter().filter(|field| !is_shared(field));
        let own = own.map(|(field, _)| structs::entry(major, field));
        quote! { #variant(#ty) = #value { #(#own,)* } }
    });
    quote! {
        schema_runtime::union_type! {
            #name #lifetime { tag #tag = #tag_json, #(#shared,)* }
            #(#branches)*
        }
    }
}
