//! Numbers with bounds: newtypes.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use schema_codegen::model::{Bound, Range, TypeDef};

use super::docs;

/// The items of one number with bounds.
pub(super) fn items(ty: &TypeDef, range: &Range) -> Vec<TokenStream> {
    let name = format_ident!("{}", ty.name);
    let docs = docs::of(&ty.description, &ty.name);
    let (expected, check) = (in_words(range), check(range));
    vec![
        quote! {
            #docs
            #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
            pub struct #name(Number);
        },
        quote! {
            impl NumberValue for #name {
                const EXPECTED: &'static str = #expected;

                fn from_number(number: Number) -> Option<Self> {
                    let value = number.get();
                    (#check).then_some(Self(number))
                }

                fn number(&self) -> Number {
                    self.0
                }
            }
        },
        quote! { schema_runtime::number_type!(#name); },
    ]
}

fn in_words(range: &Range) -> String {
    let words = range.in_words();
    match words.strip_prefix("at ") {
        Some(_) => format!("a number of {words}"),
        None => format!("a number {words}"),
    }
}

/// The condition on `value`.
fn check(range: &Range) -> TokenStream {
    let literal = |bound: Bound| -> TokenStream {
        // The shortest text that is read as this very number.
        let text = serde_json::json!(bound.value).to_string();
        text.parse().unwrap_or_default()
    };
    match (range.min, range.max) {
        (Some(min), Some(max)) if !min.exclusive => {
            let inclusive = !max.exclusive;
            let (min, max) = (literal(min), literal(max));
            match inclusive {
                true => quote! { (#min..=#max).contains(&value) },
                false => quote! { (#min..#max).contains(&value) },
            }
        }
        (min, max) => {
            let lower = min.map(|bound| {
                let min = literal(bound);
                match bound.exclusive {
                    true => quote! { value > #min },
                    false => quote! { value >= #min },
                }
            });
            let upper = max.map(|bound| {
                let max = literal(bound);
                match bound.exclusive {
                    true => quote! { value < #max },
                    false => quote! { value <= #max },
                }
            });
            let ends = [lower, upper].into_iter().flatten();
            quote! { #(#ends)&&* }
        }
    }
}
