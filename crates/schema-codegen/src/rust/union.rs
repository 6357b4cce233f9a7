//! One of several objects, told apart by a tag: an enum.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Major, Type, TypeDef, Union};

use super::{
    docs, idents,
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
    let (name, lifetime, reading) = (texts.name(&ty.name), texts.lifetime(), texts.reading());
    let docs = match texts {
        Texts::Owned => docs::of(&ty.description, &ty.name),
        Texts::Borrowed => docs::twin(&ty.name),
    };
    let tag = &union.tag;
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
    // The last tag needs no test: what is none of the tags was refused before.
    let (last, others) = match variants.split_last() {
        Some((last, others)) => (last, others),
        None => return Vec::new(),
    };
    let last = quote! { Deserialize::deserialize(deserializer).map(Self::#last) };
    let other_tags = tags.iter().take(others.len());
    let (argument, choice) = if others.is_empty() {
        (quote! { _ }, last)
    } else {
        let choice = quote! {
            match tag {
                #(#other_tags => Deserialize::deserialize(deserializer).map(Self::#others),)*
                _ => #last,
            }
        };
        (quote! { tag }, choice)
    };
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
        quote! {
            impl #reading TaggedUnion<'de> for #name #lifetime {
                const TAG: &'static str = #tag;
                const TAGS: &'static [&'static str] = &[#(#tags),*];

                fn branch<D>(#argument: &str, deserializer: D) -> Result<Self, D::Error>
                where
                    D: Deserializer<'de>,
                {
                    #choice
                }
            }
        },
        quote! {
            impl #reading Deserialize<'de> for #name #lifetime {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    schema_runtime::deserialize_union(deserializer)
                }
            }
        },
        quote! {
            impl #lifetime Serialize for #name #lifetime {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    match self {
                        #(Self::#variants(branch) => branch.serialize(serializer),)*
                    }
                }
            }
        },
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
        let docs = docs::verbatim("What it holds, if it is ", name, ".");
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
