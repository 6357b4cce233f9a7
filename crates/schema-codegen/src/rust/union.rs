//! One of several objects, told apart by a tag: an enum.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Branch, Field, Kind, Major, Type, TypeDef, Union};

use super::{
    docs, idents, structs,
    types::{self, Texts},
};

/// The items of one union.
pub(super) fn items(major: &Major, ty: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let mut items = enum_items(major, ty, union, Texts::Owned);
    if types::has_twin(major, &ty.name) {
        items.extend(enum_items(major, ty, union, Texts::Borrowed));
    }
    items
}

fn enum_items(major: &Major, ty: &TypeDef, union: &Union, texts: Texts) -> Vec<TokenStream> {
    let (name, lifetime) = (texts.name(&ty.name), texts.lifetime());
    let docs = match texts {
        Texts::Owned => docs::of(&ty.description, &ty.name),
        Texts::Borrowed => docs::twin(&ty.name),
    };
    let tags: Vec<&String> = union.branches.iter().map(|branch| &branch.tag).collect();
    let variants: Vec<_> = tags
        .iter()
        .map(|tag| format_ident!("{}", idents::pascal(tag)))
        .collect();
    let types: Vec<_> = union
        .branches
        .iter()
        .map(|branch| types::tokens(major, None, &Type::Named(branch.ty.clone()), texts))
        .collect();
    let variant_docs = union.branches.iter().map(|branch| {
        let ty = major.find(&branch.ty);
        docs::of(ty.map_or("", |ty| &ty.description), &branch.tag)
    });
    let accessors = accessors(&variants, &types, &tags, false);
    let mut items = vec![
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            pub enum #name #lifetime {
                #(
                    #variant_docs
                    #variants(#types),
                )*
            }
        },
        quote! { impl #lifetime #name #lifetime { #(#accessors)* } },
        reading(major, ty, union, texts),
    ];
    items.extend(variants.iter().zip(&types).map(|(variant, ty)| {
        quote! {
            impl #lifetime From<#ty> for #name #lifetime {
                fn from(branch: #ty) -> Self {
                    Self::#variant(branch)
                }
            }
        }
    }));
    items
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
    let is_shared = |(field, ty): &(&Field, String)| {
        let is_same = |(other, other_ty): &(&Field, String)| {
            (&other.name, other.required, other_ty) == (&field.name, field.required, ty)
        };
        branches.iter().all(|fields| fields.iter().any(is_same))
    };
    let (name, lifetime) = (texts.name(&ty.name), texts.lifetime());
    let (tag, tag_json) = (format_ident!("{}", idents::snake(&union.tag)), &union.tag);
    let first = branches.first().into_iter().flatten();
    let shared = first.filter(|field| is_shared(field));
    let shared = shared.map(|(field, _)| structs::entry(field));
    let branches = union.branches.iter().zip(&branches);
    let branches = branches.map(|(branch, fields)| {
        let (variant, value) = (idents::pascal(&branch.tag), &branch.tag);
        let variant = format_ident!("{variant}");
        let ty = match types::has_twin(major, &branch.ty) {
            true => texts.name(&branch.ty),
            false => Texts::Owned.name(&branch.ty),
        };
        let own = fields.iter().filter(|field| !is_shared(field));
        let own = own.map(|(field, _)| structs::entry(field));
        quote! { #variant(#ty) = #value { #(#own,)* } }
    });
    quote! {
        schema_runtime::union_type! {
            #name #lifetime { tag #tag = #tag_json, #(#shared,)* }
            #(#branches)*
        }
    }
}

/// A function for each variant that gives what it holds: `as_succeeded`. It may be that there are
/// variants besides these.
pub(super) fn accessors(
    variants: &[Ident],
    types: &[TokenStream],
    names: &[&String],
    has_others: bool,
) -> Vec<TokenStream> {
    let is_only = variants.len() == 1 && !has_others;
    let parts = variants.iter().zip(types).zip(names);
    let functions = parts.map(|((variant, ty), name)| {
        let mut function = format!("as_{}", schema_registry::names::snake(name));
        // As the variant, it is another one than that for what is unknown.
        if variant.to_string().ends_with('_') {
            function.push('_');
        }
        let docs = docs::verbatim("Returns the payload if this is ", name, ".");
        accessor(&function, &docs, variant, ty, is_only)
    });
    functions.collect()
}

/// The function that gives what one variant holds.
pub(super) fn accessor(
    function: &str,
    docs: &TokenStream,
    variant: &Ident,
    ty: &TokenStream,
    is_only: bool,
) -> TokenStream {
    let function = format_ident!("{function}");
    let body = match is_only {
        true => quote! {
            let Self::#variant(held) = self;
            Some(held)
        },
        false => quote! {
            match self {
                Self::#variant(held) => Some(held),
                _ => None,
            }
        },
    };
    quote! {
        #docs
        #[must_use]
        pub fn #function(&self) -> Option<&#ty> { #body }
    }
}
