//! Lists of a fixed length, with a type for each item: tuple structs.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use schema_codegen::model::{Item, TypeDef};

use super::{docs, types};
use crate::plan::Plan;

/// The items of one tuple.
pub(super) fn items(major: &Plan, ty: &TypeDef, items: &[Item]) -> Vec<TokenStream> {
    let name = format_ident!("{}", ty.name);
    let docs = docs::of(&ty.description, &ty.name);
    let fields = items.iter().enumerate().map(|(index, item)| {
        let docs = docs::of(&item.description, &index.to_string());
        let held = types::tokens(major, Some(&ty.name), &item.ty, types::Strings::Owned);
        quote! { #docs pub #held }
    });
    let slots = (0..items.len()).map(|index| {
        let (number, slot) = (
            Literal::usize_unsuffixed(index),
            format_ident!("item_{index}"),
        );
        quote! { #number #slot }
    });
    vec![
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            pub struct #name(#(#fields),*);
        },
        quote! { schema_runtime::tuple_type!(#name { #(#slots),* }); },
    ]
}
