//! Conversions of borrowed counterparts into the types that own their strings.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The method `into_owned` of a borrowed counterpart, and the trait that it implements.
pub(super) fn item(borrowed: &Ident, owned: &Ident, value: &TokenStream) -> Vec<TokenStream> {
    vec![
        quote! {
            impl #borrowed<'_> {
                /// Converts to a value that owns its strings.
                #[must_use]
                pub fn into_owned(self) -> #owned {
                    #value
                }
            }
        },
        quote! { schema_runtime::into_owned!(#borrowed => #owned); },
    ]
}
