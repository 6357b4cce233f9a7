//! The Rust target: modules of types on top of `schema-runtime`.

mod copies;
mod docs;
mod event;
pub(crate) mod idents;
mod imports;
mod json_schema;
mod numbers;
pub(crate) mod pattern;
mod schemas;
mod strings;
mod structs;
pub(crate) mod surface;
mod tuples;
mod types;
mod union;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::{
    Artifact,
    model::{Family, Kind, Major, TypeDef},
    text,
};

/// Whether generated code needs the name of a type for itself.
pub(crate) fn is_taken(name: &str, has_envelope: bool) -> bool {
    imports::is_imported(name)
        || (has_envelope
            && event::NAMES
                .iter()
                .chain(event::PRIVATE_NAMES)
                .any(|own| *own == name))
}

pub(crate) use types::holding_texts;

/// The names of the types that are made beside a type of the model: one that holds the fields that
/// have to be given, and one that borrows its texts.
pub(crate) fn companions(major: &Major, ty: &TypeDef) -> Vec<String> {
    let fields = match &ty.kind {
        Kind::Struct(fields) => structs::fields_name(major, &ty.name, fields),
        _ => None,
    };
    let twin = types::has_twin(major, &ty.name).then(|| types::borrowed_name(&ty.name));
    fields.into_iter().chain(twin).collect()
}

/// Renders a family's modules, if its configuration asks for them.
pub(crate) fn render(family: &Family) -> Vec<Artifact> {
    let Some(folder) = &family.outputs.rust else {
        return Vec::new();
    };
    let mut artifacts = Vec::new();
    let mut root = File::new(
        &family.name,
        &format!("{}, one module for each major version.", family.title),
    );
    root.header.push_str(CHOSEN_BY_SCHEMAS);
    for major in &family.majors {
        let module = format_ident!("{}", major.name);
        root.item(quote! { pub mod #module; });
        artifacts.extend(
            major_files(family, major)
                .into_iter()
                .map(|(path, text)| artifact(folder, &format!("{}/{path}", major.name), text)),
        );
    }
    artifacts.push(artifact(folder, "mod.rs", root.finish(&[])));
    artifacts
}

/// What generated code cannot choose otherwise.
const CHOSEN_BY_SCHEMAS: &str = r#"
#![allow(
    clippy::enum_variant_names,
    clippy::large_enum_variant,
    clippy::type_complexity,
    reason = "names, sizes and nesting are those of the schemas"
)]
"#;

fn artifact(folder: &str, path: &str, text: String) -> Artifact {
    Artifact {
        path: crate::join(folder, path),
        text,
    }
}

/// The files of one major version, by their path below its folder.
fn major_files(family: &Family, major: &Major) -> Vec<(String, String)> {
    let source = format!("{}/{}", family.name, major.name);
    let mut files = Vec::new();
    let title = format!(
        "Major version {} of {}.",
        major.name.trim_start_matches('v'),
        family.title
    );
    let mut root = File::new(&source, &title);
    let mut modules: Vec<(String, Vec<String>)> = Vec::new();

    if let Some(envelope) = &major.envelope {
        let mut file = File::new(&envelope.source, &envelope.title);
        file.items(event::items(major, envelope));
        file.items(definitions(major, None));
        files.push(("event.rs".into(), file.finish(&siblings(major, None))));
        let own = event::NAMES.iter().map(|name| (*name).to_owned());
        modules.push(("event".into(), own.chain(type_names(major, None)).collect()));
    }
    for event in &major.events {
        let mut file = File::new(
            &event.source,
            &format!("`{}`: {}", event.event_type, event.description),
        );
        file.items(definitions(major, Some(&event.event_type)));
        let module = module_name(major, &event.event_type);
        files.push((
            format!("{module}.rs"),
            file.finish(&siblings(major, Some(&event.event_type))),
        ));
        modules.push((module, type_names(major, Some(&event.event_type))));
    }
    files.push(json_schema::file(&source, major));
    modules.push((json_schema::MODULE.into(), Vec::new()));
    modules.sort();
    for (module, _) in &modules {
        let module = format_ident!("{module}");
        root.item_close(quote! { mod #module; });
    }
    root.item(quote! { pub mod schemas; });
    let uses = modules
        .iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(module, names)| {
            let mut names = names.clone();
            names.sort();
            let names = names.iter().map(|name| format_ident!("{name}"));
            let module = format_ident!("{module}");
            quote! { #module::{#(#names),*} }
        });
    let uses: Vec<TokenStream> = uses.collect();
    if !uses.is_empty() {
        root.uses(quote! { pub use self::{#(#uses),*}; });
    }
    files.push(("mod.rs".into(), root.finish(&[])));
    files.extend(schemas::files(&source, major));
    files
}

/// The module of an event, beside those that every major version has.
fn module_name(major: &Major, event_type: &str) -> String {
    let taken: &[&str] = match major.envelope {
        Some(_) => &["event", json_schema::MODULE, "schemas"],
        None => &[json_schema::MODULE, "schemas"],
    };
    idents::other_than(taken, &idents::snake(event_type)).to_string()
}

fn type_names(major: &Major, event: Option<&str>) -> Vec<String> {
    let types = major.types.iter().filter(|ty| ty.event.as_deref() == event);
    types
        .flat_map(|ty| [vec![ty.name.clone()], companions(major, ty)].concat())
        .collect()
}

/// The names that other files of the major version define.
fn siblings(major: &Major, event: Option<&str>) -> Vec<String> {
    let others = major.types.iter().filter(|ty| ty.event.as_deref() != event);
    let mut names: Vec<String> = others
        .flat_map(|ty| [vec![ty.name.clone()], companions(major, ty)].concat())
        .collect();
    names.sort();
    names
}

/// The items of every type that one file defines.
fn definitions(major: &Major, event: Option<&str>) -> Vec<TokenStream> {
    let types = major.types.iter().filter(|ty| ty.event.as_deref() == event);
    types.flat_map(|ty| definition(major, ty)).collect()
}

fn definition(major: &Major, ty: &TypeDef) -> Vec<TokenStream> {
    let mut items = match &ty.kind {
        Kind::Struct(fields) => structs::items(major, ty, fields),
        Kind::Union(union) => union::items(major, ty, union),
        Kind::ClosedSet(members) => strings::closed_set(ty, members),
        Kind::OpenSet { known, text } => strings::open_set(ty, known, text),
        Kind::Text(text) => strings::text(ty, text, &event::revisions(major, &ty.name)),
        Kind::Number(range) => numbers::items(ty, range),
        Kind::Tuple(items) => tuples::items(major, ty, items),
        Kind::Alias(target) => {
            let (name, docs) = (
                format_ident!("{}", ty.name),
                docs::of(&ty.description, &ty.name),
            );
            let target = types::tokens(major, None, target, types::Texts::Owned);
            vec![quote! { #docs pub type #name = #target; }]
        }
    };
    items.extend(types::has_twin(major, &ty.name).then(|| copies::item(&ty.name)));
    if let Some(event) = major.events.iter().find(|event| event.payload == ty.name) {
        items.extend(event::payload_items(major, event));
    }
    items
}

/// One Rust file: a header, its items, and what they use.
struct File {
    header: String,
    items: Vec<String>,
    uses: Vec<String>,
}

impl File {
    fn new(source: &str, title: &str) -> Self {
        let (source, title) = (text::plain(source), docs::line(title));
        let header = format!("// {}\n\n//! {title}\n", crate::header(&source));
        Self {
            header,
            items: Vec::new(),
            uses: Vec::new(),
        }
    }

    /// Adds an item, with an empty line before it.
    fn item(&mut self, tokens: TokenStream) {
        let text = pretty(&tokens);
        self.items.push(format!("\n{text}"));
    }

    /// Adds an item that stands close to the one before it.
    fn item_close(&mut self, tokens: TokenStream) {
        let text = pretty(&tokens);
        let before = if self.items.is_empty() { "\n" } else { "" };
        self.items.push(format!("{before}{text}"));
    }

    fn items(&mut self, items: Vec<TokenStream>) {
        for item in items {
            self.item(item);
        }
    }

    fn uses(&mut self, tokens: TokenStream) {
        self.uses.push(pretty(&tokens));
    }

    /// The text of the file. Names of other crates, and of `siblings`, are imported as far as items
    /// use them.
    fn finish(self, siblings: &[String]) -> String {
        let body: String = self.items.concat();
        let imports = imports::imports(&body, siblings);
        let mut text = self.header;
        if !imports.is_empty() {
            text.push('\n');
            text.push_str(&imports);
        }
        text.push_str(&body);
        for line in &self.uses {
            text.push('\n');
            text.push_str(line);
        }
        text
    }
}

/// One item, laid out, with empty lines between the parts of an `impl`.
fn pretty(tokens: &TokenStream) -> String {
    let Ok(file) = syn::parse2::<syn::File>(tokens.clone()) else {
        // Items are made from names that were checked to be identifiers.
        return format!("compile_error!({:?});\n", tokens.to_string());
    };
    if let Some(syn::Item::Macro(item)) = file.items.first()
        && let Some(text) = structs::lay_out(&item.mac)
    {
        return text;
    }
    let spaced = file
        .items
        .first()
        .is_some_and(|item| matches!(item, syn::Item::Impl(_) | syn::Item::Trait(_)));
    let text = prettyplease::unparse(&file);
    if !spaced {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let ends_a_part = line == "    }"
            || (line.starts_with("    ") && !line.starts_with("     ") && line.ends_with(';'));
        let next = lines.peek().copied().unwrap_or_default();
        let is_part = next.starts_with("    ") && !next.starts_with("     ");
        let both_are_bare_lines = line.ends_with(';')
            && !next.trim_start().starts_with('#')
            && !next.trim_start().starts_with('/')
            && next.ends_with(';');
        if ends_a_part && is_part && !both_are_bare_lines {
            out.push('\n');
        }
    }
    out
}
