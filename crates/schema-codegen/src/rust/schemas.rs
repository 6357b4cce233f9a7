//! The schemas themselves, for consumers that validate.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use schema_registry::names;

use crate::model::Major;

use super::File;

/// The module of schemas, and the files that it includes.
pub(super) fn files(source: &str, major: &Major) -> Vec<(String, String)> {
    let mut module = File::new(
        source,
        "The schemas of this version, each complete in itself.",
    );
    let mut files = Vec::new();
    let mut entries: Vec<TokenStream> = Vec::new();
    for event in &major.events {
        let path = format!("schemas/{}.json", event.event_type);
        let constant = format_ident!("{}", names::snake(&event.event_type).to_uppercase());
        let docs = format!(
            " The schema of `{}`, revision {}.",
            event.event_type, event.revision
        );
        module.item(quote! {
            #[doc = #docs]
            pub const #constant: &str = include_str!(#path);
        });
        let schema_ref = &event.schema_ref;
        entries.push(quote! { (#schema_ref, #constant) });
        files.push((path, crate::json_text(&event.bundle)));
    }
    module.item(quote! {
        /// Every schema, by the path that bodies name in their `schema_ref`.
        pub const ALL: &[(&str, &str)] = &[#(#entries),*];
    });
    module.item(quote! {
        /// The schema that a body names in its `schema_ref`.
        #[must_use]
        pub fn find(schema_ref: &str) -> Option<&'static str> {
            let found = ALL.iter().find(|(path, _)| *path == schema_ref);
            found.map(|(_, schema)| *schema)
        }
    });
    files.push(("schemas.rs".into(), module.finish(&[])));
    files
}
