//! Generated files: the model, the public API of the Rust code, and whether the files are fresh.

#![allow(
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use repository_tests::{
    snapshots::assert_parts,
    targets,
    tool::{self, Repository},
};
use schema_codegen::model::{Api, Field, Kind, Major, Type, TypeDef};
use schema_registry::{load, resolve};
use serde_json::json;
use syn::{Fields, ImplItem, Item, Visibility};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[track_caller]
fn api(folder: &str) -> Api {
    let registry = resolve::resolve(load::load(&root().join(folder), folder).unwrap());
    let (api, findings) = targets::lower(&registry);
    assert!(findings.is_empty(), "{findings:#?}");
    api
}

#[test]
fn generated_model() {
    assert_parts(
        "generated_model/webhooks",
        &shown(&api("schemas"), "webhooks"),
    );
    let everything = api("tests/fixtures/everything");
    for family in ["limits", "plain", "shop", "words"] {
        let folder = format!("generated_model/{family}");
        assert_parts(&folder, &shown(&everything, family));
    }
}

/// A tag that changes is a break of programs: constants after it, and ones by which branches do not differ, leave it.
#[test]
fn the_first_constant_by_which_branches_differ_is_the_tag() {
    let tag = |names: [&str; 3]| {
        let repository = Repository::copy();
        repository.edit("schemas/webhooks/v1/job.completed.json", |root| {
            for (branch, value) in [("succeeded", "yes"), ("failed", "no")] {
                let branch = &mut root["$defs"][format!("job_completed_{branch}")];
                let status = branch["properties"]["status"].take();
                let constant = |value: &str| json!({ "type": "string", "const": value });
                let mut properties = serde_json::Map::new();
                for name in names {
                    let schema = match name {
                        "status" => status.clone(),
                        "same" => constant("always"),
                        other => constant(&format!("{other}_{value}")),
                    };
                    properties.insert(name.into(), schema);
                }
                branch["required"] = json!(names);
                branch["properties"] = properties.into();
            }
        });
        let registry = resolve::resolve(load::load(&repository.at("schemas"), "schemas").unwrap());
        let (api, _) = targets::lower(&registry);
        let types = api.families.iter().flat_map(|family| &family.majors);
        let mut types = types.flat_map(|major| &major.types);
        types.find_map(|ty| match &ty.kind {
            Kind::Union(union) => Some(union.tag.clone()),
            _ => None,
        })
    };
    for (names, expected) in [
        (["status", "ended", "same"], "status"),
        (["ended", "status", "same"], "ended"),
        (["same", "ended", "status"], "ended"),
        (["same", "status", "ended"], "status"),
    ] {
        assert_eq!(tag(names).as_deref(), Some(expected), "{names:?}");
    }
}

/// Returns a family of the model: one line for everything that has a name, by the event that adds it.
#[track_caller]
fn shown(api: &Api, family: &str) -> BTreeMap<String, String> {
    let family = api
        .families
        .iter()
        .find(|known| known.name == family)
        .unwrap();
    let mut parts = BTreeMap::new();
    for major in &family.majors {
        show_major(&mut parts, major).unwrap();
    }
    parts
}

fn show_major(parts: &mut BTreeMap<String, String>, major: &Major) -> std::fmt::Result {
    let part = |place: &str| format!("{}_{place}", major.name);
    let out = parts.entry(part("envelope")).or_default();
    for field in major.envelope.iter().flat_map(|envelope| &envelope.fields) {
        writeln!(out, "{} as {:?}", show_field(&field.field), field.role)?;
    }
    for event in &major.events {
        let (name, revision, payload) = (&event.event_type, &event.revision, &event.payload);
        let out = parts.entry(part(name)).or_default();
        writeln!(out, "{name} {revision} of {}: {payload}", event.schema_ref)?;
    }
    for TypeDef {
        name, event, kind, ..
    } in &major.types
    {
        let out = parts
            .entry(part(event.as_deref().unwrap_or("envelope")))
            .or_default();
        write!(out, "{name} is ")?;
        show_kind(out, kind)?;
    }
    Ok(())
}

fn show_kind(out: &mut String, kind: &Kind) -> std::fmt::Result {
    match kind {
        Kind::Struct(fields) => {
            writeln!(out, "a struct")?;
            for field in fields {
                writeln!(out, "  {}", show_field(field))?;
            }
            Ok(())
        }
        Kind::Union(union) => {
            writeln!(out, "a union by `{}`", union.tag)?;
            for branch in &union.branches {
                writeln!(out, "  {:?}: {}", branch.tag, branch.ty)?;
            }
            Ok(())
        }
        Kind::ClosedSet(members) => writeln!(out, "one of {members:?}"),
        Kind::OpenSet { known, text } => writeln!(out, "one of {known:?} or {}", text.in_words()),
        Kind::Text(text) => writeln!(out, "{}", text.in_words()),
        Kind::Number(range) => writeln!(out, "a number {}", range.in_words()),
        Kind::Tuple(items) => {
            let items: Vec<String> = items.iter().map(|item| show_type(&item.ty)).collect();
            writeln!(out, "a tuple of {}", items.join(", "))
        }
        Kind::Alias(ty) => writeln!(out, "{}", show_type(ty)),
    }
}

fn show_field(field: &Field) -> String {
    let optional = if field.required { "" } else { "?" };
    format!("{}{optional}: {}", field.name, show_type(&field.ty))
}

fn show_type(ty: &Type) -> String {
    match ty {
        Type::Named(name) => name.clone(),
        Type::Array(inner) => format!("list of {}", show_type(inner)),
        Type::List {
            item,
            count,
            unique,
        } => {
            let different = if *unique { " different" } else { "" };
            let count = count.in_words("item");
            format!("list of {count},{different} {}", show_type(item))
        }
        Type::Dictionary { key, value, count } => {
            let (key, value) = (show_type(key), show_type(value));
            format!("map of {}, {key} to {value}", count.in_words("member"))
        }
        Type::Map(inner) => format!("map of {}", show_type(inner)),
        Type::Nullable(inner) => format!("null or {}", show_type(inner)),
        Type::Integer { min, max } => format!("integer {min}..={max}"),
        Type::Multiple { of, min, max } => format!("multiple of {of} {min}..={max}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[test]
fn generated_surface() {
    let webhooks = root().join("crates/scrapenest-webhooks/src/generated");
    assert_parts("generated_surface/webhooks", &surface(&webhooks));
    let everything = root().join("tests/src/generated");
    for family in ["limits", "plain", "words"] {
        let folder = format!("generated_surface/{family}");
        assert_parts(&folder, &surface(&everything.join(family)));
    }
}

/// Returns the public parts of the Rust files of a folder: items, signatures and implementations, without bodies
/// and documentation. Each file is a part, or two if it is long: the types, and their implementations.
#[track_caller]
fn surface(folder: &Path) -> BTreeMap<String, String> {
    const LONG: usize = 300;
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension() {
                None => folders.push(path),
                Some(extension) if extension == "rs" => files.push(path),
                Some(_) => {}
            }
        }
    }
    // The content of these is compared with the schemas themselves, in `json_schemas.rs`.
    files.retain(|path| !path.ends_with("json_schema.rs"));
    let mut parts = BTreeMap::new();
    for path in files {
        let mut file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
        file.attrs.clear();
        file.items.retain_mut(is_shown);
        let shown = path.strip_prefix(folder).unwrap().with_extension("");
        let name = shown.to_str().unwrap().replace(['/', '\\'], "_");
        let text = prettyplease::unparse(&file);
        if text.lines().count() < LONG {
            parts.insert(name, text);
            continue;
        }
        let (implementations, types) = file
            .items
            .into_iter()
            .partition(|item| matches!(item, Item::Impl(_) | Item::Macro(_)));
        for (part, items) in [("types", types), ("implementations", implementations)] {
            file.items = items;
            parts.insert(format!("{name}_{part}"), prettyplease::unparse(&file));
        }
    }
    parts
}

/// Reports whether an item is public, and removes its private parts.
fn is_shown(item: &mut Item) -> bool {
    let is_public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    let attributes = |attributes: &mut Vec<syn::Attribute>| {
        attributes.retain(|attribute| {
            ["derive", "non_exhaustive", "must_use"]
                .iter()
                .any(|name| attribute.path().is_ident(name))
        });
    };
    match item {
        Item::Struct(item) => {
            attributes(&mut item.attrs);
            if let Fields::Named(fields) = &mut item.fields {
                fields.named = std::mem::take(&mut fields.named)
                    .into_iter()
                    .filter(|field| is_public(&field.vis))
                    .map(|mut field| {
                        field.attrs.clear();
                        field
                    })
                    .collect();
            }
            is_public(&item.vis)
        }
        Item::Enum(item) => {
            attributes(&mut item.attrs);
            item.variants
                .iter_mut()
                .for_each(|variant| variant.attrs.clear());
            is_public(&item.vis)
        }
        Item::Impl(item) => {
            let of_trait = item.trait_.is_some();
            item.items.retain_mut(|inner| match inner {
                ImplItem::Fn(function) => {
                    attributes(&mut function.attrs);
                    function.block.stmts.clear();
                    !of_trait && is_public(&function.vis)
                }
                ImplItem::Const(constant) => {
                    constant.attrs.clear();
                    of_trait || is_public(&constant.vis)
                }
                _ => of_trait,
            });
            of_trait || !item.items.is_empty()
        }
        Item::Fn(item) => {
            attributes(&mut item.attrs);
            item.block.stmts.clear();
            is_public(&item.vis)
        }
        Item::Const(item) => {
            item.attrs.clear();
            is_public(&item.vis)
        }
        Item::Type(item) => {
            item.attrs.clear();
            is_public(&item.vis)
        }
        Item::Mod(item) => is_public(&item.vis),
        Item::Use(item) => is_public(&item.vis),
        Item::Macro(_) => true,
        _ => false,
    }
}

/// Every major version that is generated can be imported, without a line for it.
#[test]
fn the_crate_shows_all_that_is_generated() {
    let lib = root().join("crates/scrapenest-webhooks/src/lib.rs");
    let lib = fs::read_to_string(lib).unwrap();
    assert!(lib.lines().any(|line| line == "pub use generated::*;"));
}

/// None of them is stale.
#[test]
fn generated_files_are_those_of_the_schemas() {
    for registry in ["schemas", "tests/fixtures/everything"] {
        let output = Command::new(tool::binary())
            .args(["--registry", registry, "codegen", "--check"])
            .current_dir(root())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let complained = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{registry}: {said}{complained}");
    }
}
