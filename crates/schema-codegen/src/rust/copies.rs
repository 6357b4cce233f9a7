//! Copies of values whose texts are borrowed: a method of every twin.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::types;

/// The method of the twin of a type.
pub(super) fn item(name: &str) -> TokenStream {
    let (twin, owned) = (
        format_ident!("{}", types::borrowed_name(name)),
        format_ident!("{name}"),
    );
    let method = method(&quote! { #owned }, &quote! { schema_runtime::copied(self) });
    quote! { impl #twin<'_> { #method } }
}

/// The method that makes a copy. It holds a whole reader, so it is compiled where it is called: others
/// build no such code.
pub(super) fn method(owned: &TokenStream, copy: &TokenStream) -> TokenStream {
    quote! {
        /// Returns an owned copy, by writing it as JSON and reading it again.
        ///
        /// # Errors
        ///
        /// Returns an error if the value cannot be written, which never happens for a value that was read.
        #[inline]
        pub fn to_static(&self) -> Result<#owned, Error> {
            #copy
        }
    }
}
