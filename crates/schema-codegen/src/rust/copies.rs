//! Conversions of values that borrow their texts into values that own them: a method of every twin.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The method of a twin, and the trait that it implements.
pub(super) fn item(twin: &Ident, owned: &Ident, value: &TokenStream) -> Vec<TokenStream> {
    vec![
        quote! {
            impl #twin<'_> {
                /// Converts to a value that owns its strings.
                #[must_use]
                pub fn into_owned(self) -> #owned {
                    #value
                }
            }
        },
        quote! { schema_runtime::into_owned!(#twin => #owned); },
    ]
}
