//! One of several objects, told apart by a tag: an enum.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{Major, TypeDef, Union};

use super::{docs, idents};

/// The items of one union.
pub(super) fn items(major: &Major, ty: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let name = format_ident!("{}", ty.name);
    let docs = docs::of(&ty.description, &ty.name);
    let tag = &union.tag;
    let tags: Vec<&String> = union.branches.iter().map(|branch| &branch.tag).collect();
    let variants: Vec<_> = tags
        .iter()
        .map(|tag| format_ident!("{}", idents::pascal(tag)))
        .collect();
    let types: Vec<_> = union
        .branches
        .iter()
        .map(|branch| format_ident!("{}", branch.ty))
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
    let mut items = vec![
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            pub enum #name {
                #(
                    #variant_docs
                    #variants(#types),
                )*
            }
        },
        quote! {
            impl TaggedUnion for #name {
                const TAG: &'static str = #tag;
                const TAGS: &'static [&'static str] = &[#(#tags),*];

                fn branch<'de, D>(#argument: &str, deserializer: D) -> Result<Self, D::Error>
                where
                    D: Deserializer<'de>,
                {
                    #choice
                }
            }
        },
        quote! {
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    schema_runtime::deserialize_union(deserializer)
                }
            }
        },
        quote! {
            impl Serialize for #name {
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
            impl From<#ty> for #name {
                fn from(branch: #ty) -> Self {
                    Self::#variant(branch)
                }
            }
        }
    }));
    items
}
