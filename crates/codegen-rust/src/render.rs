//! Prints plans as Rust.

mod accessors;
mod any;
mod docs;
mod event;
mod imports;
mod into_owned;
mod json_schema;
mod numbers;
mod pattern;
mod samples;
mod schemas;
mod skeletons;
mod strings;
mod structs;
mod tuples;
mod types;
mod union;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use schema_codegen::{
    Artifact, header, join, markdown,
    model::{Kind, TypeDef},
};

use schema_registry::parallel;

use self::imports::{Beside, Mentioned};
use crate::{PlannedFamily, idents, plan::Plan};

pub(crate) use self::{
    accessors::shared,
    pattern::{Problem as PatternProblem, compile},
    samples::MODULE as SAMPLES,
    skeletons::Skeletons,
    types::{Strings, text as type_text},
};

/// Reports whether generated code needs the name of a type for itself.
pub(crate) fn is_taken(name: &str, has_envelope: bool) -> bool {
    imports::is_imported(name)
        || (has_envelope
            && [event::OWN_NAMES, event::TWINS, event::GIVEN]
                .concat()
                .iter()
                .chain(event::PRIVATE_NAMES)
                .any(|own| *own == name))
}

/// Renders the modules of a family.
pub(crate) fn family(family: &PlannedFamily<'_>, folder: &str) -> Vec<Artifact> {
    let mut artifacts = Vec::new();
    let mut root = File::new(
        family.command,
        family.name,
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
    root.items(any::items(family));
    artifacts.push(artifact(folder, "mod.rs", root.finish(&[])));
    artifacts
}

/// The lints that generated code allows, because schemas decide its names, sizes and nesting.
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
        path: join(folder, path),
        text,
    }
}

/// The files of one major version, by their path below its folder.
fn major_files(family: &PlannedFamily<'_>, major: &Plan) -> Vec<(String, String)> {
    let source = &major.folder;
    let mut files = Vec::new();
    let title = format!("Major version {} of {}.", major.number, family.title);
    let mut root = File::new(family.command, source, &title);
    root.header.push_str(&about(major));
    let mut modules: Vec<(String, Names)> = Vec::new();
    let all = Definitions::of(major);

    if let Some(envelope) = &major.envelope {
        let mut file = File::new(family.command, &envelope.source, &envelope.title);
        file.items(event::items(major, envelope));
        file.items(definitions(major, all.types(None)));
        files.push(("event.rs".into(), file.finish(&all.beside(None))));
        let names = Names::of(major, all.types(None)).with_envelope();
        modules.push(("event".into(), names));
    }
    // They are composed once, before the threads begin.
    major.skeletons();
    let of_events = parallel::map(&major.events, |event| {
        let mut file = File::new(
            family.command,
            &event.source,
            &format!("`{}`: {}", event.event_type, event.description),
        );
        let event_type = Some(event.event_type.as_str());
        let types = all.types(event_type);
        file.items(definitions(major, types));
        let text = file.finish(&all.beside(event_type));
        let module = module_name(major, &event.event_type);
        (module, text, Names::of(major, types))
    });
    for (module, text, names) in of_events {
        files.push((format!("{module}.rs"), text));
        modules.push((module, names));
    }
    files.push(json_schema::file(family.command, source, major));
    modules.push((json_schema::MODULE.into(), Names::default()));
    modules.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (module, _) in &modules {
        let module = format_ident!("{module}");
        root.item_close(quote! { mod #module; });
    }
    root.item(quote! { pub mod schemas; });
    if let Some(text) = samples::file(family.command, source, major) {
        root.items
            .push("\nschema_runtime::test_util! {\n    pub mod samples;\n}\n".into());
        files.push((format!("{}.rs", samples::MODULE), text));
    }
    let own = uses(&modules, |names| &names.own);
    if !own.is_empty() {
        root.uses(quote! { pub use self::{#(#own),*}; });
    }
    let counterparts = uses(&modules, |names| &names.counterparts);
    if !counterparts.is_empty() {
        root.uses(quote! {
            pub mod borrowed {
                //! The same types with strings that point into the body: they are read without a copy. `into_owned`
                //! converts to the types of the module above.

                pub use super::{#(#counterparts),*};
            }
        });
    }
    let given = uses(&modules, |names| &names.given);
    if !given.is_empty() {
        root.uses(quote! {
            pub mod new {
                //! The fields that the constructors of the types above ask for: each has to be given, by its name.

                pub use super::{#(#given),*};
            }
        });
    }
    files.push(("mod.rs".into(), root.finish(&[])));
    files.extend(schemas::files(family.command, source, major));
    files
}

/// Returns the introduction of a major version's documentation, which lists its events.
fn about(major: &Plan) -> String {
    let mut lines = Vec::new();
    if major.envelope.is_some() {
        lines.push(
            "[`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:".into(),
        );
        lines.push(String::new());
    }
    for event in &major.events {
        let what = docs::line(&format!("`{}`: {}", event.event_type, event.description));
        lines.push(format!("- [`{}`], {what}", event.payload));
    }
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => "//!\n".to_owned(),
        line => format!("//! {line}\n"),
    });
    let lines: String = lines.collect();
    if lines.is_empty() {
        lines
    } else {
        format!("//!\n{lines}")
    }
}

/// The names that a file defines.
#[derive(Default)]
struct Names {
    own: Vec<String>,
    /// Types that borrow their strings.
    counterparts: Vec<String>,
    /// Types with the fields that constructors ask for.
    given: Vec<String>,
}

impl Names {
    /// Those of the types of a file.
    fn of(major: &Plan, types: &[&TypeDef]) -> Self {
        let mut names = Self::default();
        for ty in types {
            names.own.push(ty.name.clone());
            names.counterparts.extend(major.counterpart(&ty.name));
            names
                .given
                .extend(major.parameters(&ty.name).map(str::to_owned));
        }
        names
    }

    fn with_envelope(mut self) -> Self {
        let strings = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        self.own.extend(strings(event::OWN_NAMES));
        self.counterparts.extend(strings(event::TWINS));
        self.given.extend(strings(event::GIVEN));
        self
    }
}

/// The names of one kind, by the modules that define them.
fn uses(modules: &[(String, Names)], of: impl Fn(&Names) -> &Vec<String>) -> Vec<TokenStream> {
    let uses = modules.iter().filter_map(|(module, names)| {
        let mut names = of(names).clone();
        names.sort();
        let names: Vec<_> = names.iter().map(|name| format_ident!("{name}")).collect();
        let module = format_ident!("{module}");
        match names.as_slice() {
            [] => None,
            [name] => Some(quote! { #module::#name }),
            names => Some(quote! { #module::{#(#names),*} }),
        }
    });
    uses.collect()
}

/// The module of an event, beside those that every major version has.
fn module_name(major: &Plan, event_type: &str) -> String {
    let taken: &[&str] = match major.envelope {
        Some(_) => &[
            "borrowed",
            "event",
            json_schema::MODULE,
            "new",
            samples::MODULE,
            "schemas",
        ],
        None => &[
            "borrowed",
            json_schema::MODULE,
            "new",
            samples::MODULE,
            "schemas",
        ],
    };
    idents::other_than(taken, &idents::snake(event_type)).to_string()
}

/// The types of a major version, by the event of their file. The names of types and of borrowed counterparts have the
/// same event.
struct Definitions<'m> {
    types: BTreeMap<Option<&'m str>, Vec<&'m TypeDef>>,
    own: BTreeMap<String, Option<&'m str>>,
    borrowed: BTreeMap<String, Option<&'m str>>,
}

impl<'m> Definitions<'m> {
    fn of(major: &'m Plan) -> Self {
        let mut all = Self {
            types: BTreeMap::new(),
            own: BTreeMap::new(),
            borrowed: BTreeMap::new(),
        };
        for ty in major.written_types() {
            let event = ty.event.as_deref();
            all.types.entry(event).or_default().push(ty);
            all.own.insert(ty.name.clone(), event);
            all.borrowed
                .extend(major.counterpart(&ty.name).map(|name| (name, event)));
        }
        all
    }

    /// The types of a file.
    fn types<'s>(&'s self, event: Option<&'s str>) -> &'s [&'m TypeDef] {
        self.types.get(&event).map_or(&[], Vec::as_slice)
    }

    /// Returns the modules of the names that files of other events define.
    fn beside<'s>(&'s self, event: Option<&'s str>) -> [Beside<'s>; 2] {
        [("super", &self.own), ("super::borrowed", &self.borrowed)].map(|(module, names)| Beside {
            module,
            has: Box::new(move |name| names.get(name).is_some_and(|of| *of != event)),
        })
    }
}

/// The items of every type that one file defines.
fn definitions(major: &Plan, types: &[&TypeDef]) -> Vec<TokenStream> {
    types.iter().flat_map(|ty| definition(major, ty)).collect()
}

fn definition(major: &Plan, ty: &TypeDef) -> Vec<TokenStream> {
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
            let target = types::tokens(major, None, target, Strings::Owned);
            vec![quote! { #docs pub type #name = #target; }]
        }
    };
    if let Some(event) = major.event_of(&ty.name) {
        items.extend(event::payload_items(major, event));
    }
    items
}

/// One Rust file: a header, its items, and what they use.
struct File {
    header: String,
    items: Vec<String>,
    uses: Vec<String>,
    mentioned: Mentioned,
}

impl File {
    fn new(command: &str, source: &str, title: &str) -> Self {
        let [source, command] = [source, command].map(markdown::plain);
        let title = docs::line(title);
        let header = format!("// {}\n\n//! {title}\n", header(&source, &command));
        Self {
            header,
            items: Vec::new(),
            uses: Vec::new(),
            mentioned: Mentioned::default(),
        }
    }

    /// Adds an item, with an empty line before it.
    fn item(&mut self, tokens: TokenStream) {
        let text = self.text(tokens);
        self.items.push(format!("\n{text}"));
    }

    /// Adds an item without an empty line before it.
    fn item_close(&mut self, tokens: TokenStream) {
        let text = self.text(tokens);
        let before = if self.items.is_empty() { "\n" } else { "" };
        self.items.push(format!("{before}{text}"));
    }

    /// Returns the text of an item, and notes the names in it.
    fn text(&mut self, tokens: TokenStream) -> String {
        match parsed(tokens) {
            Ok(file) => {
                self.mentioned.add(&file);
                pretty(&file)
            }
            Err(text) => text,
        }
    }

    fn items(&mut self, items: Vec<TokenStream>) {
        for item in items {
            self.item(item);
        }
    }

    fn uses(&mut self, tokens: TokenStream) {
        self.uses.push(match parsed(tokens) {
            Ok(file) => pretty(&file),
            Err(text) => text,
        });
    }

    /// The text of the file. Names of other crates, and of `siblings`, are imported as far as items
    /// use them.
    fn finish(self, siblings: &[Beside<'_>]) -> String {
        let body: String = self.items.concat();
        let imports = imports::imports(self.mentioned, siblings);
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

/// The syntax tree of an item, or an item that the compiler rejects: items are made from names that were checked to be
/// identifiers.
fn parsed(tokens: TokenStream) -> Result<syn::File, String> {
    let text = |_| format!("compile_error!({:?});\n", tokens.to_string());
    syn::parse2(tokens.clone()).map_err(text)
}

/// One item, formatted, with empty lines between the parts of an `impl`.
fn pretty(file: &syn::File) -> String {
    if let Some(syn::Item::Macro(item)) = file.items.first()
        && let Some(text) = structs::lay_out(&item.mac)
    {
        return text;
    }
    let spaced = file
        .items
        .first()
        .is_some_and(|item| matches!(item, syn::Item::Impl(_) | syn::Item::Trait(_)));
    let text = prettyplease::unparse(file);
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
