//! The schemas themselves, for consumers that validate.

use proc_macro2::TokenStream;
use quote::quote;
use schema_registry::names;

use super::{File, docs, idents};
use crate::plan::Plan;

/// The module of schemas, and the files that it includes.
pub(super) fn files(command: &str, source: &str, major: &Plan) -> Vec<(String, String)> {
    let mut module = File::new(
        command,
        source,
        "The schemas of this version, each complete in itself.",
    );
    let mut files = Vec::new();
    let mut entries: Vec<TokenStream> = Vec::new();
    for event in &major.events {
        let path = format!("schemas/{}.json", event.event_type);
        let name = names::snake(&event.event_type).to_uppercase();
        let constant = idents::other_than(&["ALL"], &name);
        let after = format!(", revision {}.", event.revision);
        let docs = docs::verbatim("The schema of ", &event.event_type, &after);
        module.item(quote! {
            #docs
            pub const #constant: &str = include_str!(#path);
        });
        let schema_ref = &event.schema_ref;
        entries.push(quote! { (#schema_ref, #constant) });
        files.push((path, schema_codegen::json_text(&event.bundle)));
    }
    module.item(quote! {
        /// Every schema, by its path.
        pub const ALL: &[(&str, &str)] = &[#(#entries),*];
    });
    module.item(quote! {
        /// The schema at a path.
        #[must_use]
        pub fn find(schema_ref: &str) -> Option<&'static str> {
            let found = ALL.iter().find(|(path, _)| *path == schema_ref);
            found.map(|(_, schema)| *schema)
        }
    });
    files.push(("schemas.rs".into(), module.finish(&[])));
    files
}
