//! Bundles a compared file with the files that it refers to.

use std::{
    collections::{BTreeMap, VecDeque},
    path::{Path, PathBuf},
};

use schema_compat::references::{self, reference_to, rewrite};
use schema_registry::{
    file,
    json::child,
    layout::{self, resolved},
    load::{LARGEST_FILE, parse_source},
    reference::percent_decode,
    source::Source,
};
use serde_json::{Map, Value};

use super::input::{first_finding, position};

/// The most files that are bundled. A file that refers to more is assumed to be a mistake.
const MOST_FILES: usize = 256;

/// A file that the compared file includes.
pub(super) struct Beside {
    /// Its place in the compared file, as a JSON pointer.
    pub(super) pointer: String,
    pub(super) source: Source,
}

/// Puts the files that a schema refers to into its definitions, and changes the references accordingly. The files have
/// to be below the folder of the compared file.
///
/// # Errors
///
/// Returns the reason why a file cannot be included, with the place of the reference.
pub(super) fn bundle(
    path: &str,
    source: &Source,
    schema: &mut Value,
) -> Result<Vec<Beside>, String> {
    let folder = match Path::new(path).parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let name = Path::new(path).file_name().unwrap_or_default();
    let address = address(schema);
    let mut bundle = Bundle {
        folder,
        // Older drafts have definitions only under this keyword.
        container: match is_old(schema) {
            true => "definitions",
            false => "$defs",
        },
        dialect: dialect(schema),
        base: address.as_deref().and_then(folder_of).map(str::to_owned),
        taken: definitions(schema),
        places: BTreeMap::from([(name.to_string_lossy().into_owned(), String::new())]),
        waiting: VecDeque::new(),
    };
    bundle.redirect(source, "", String::new(), schema)?;
    let mut files = Vec::new();
    while let Some(waiting) = bundle.waiting.pop_front() {
        let Waiting {
            file,
            pointer,
            from,
        } = waiting;
        let (source, mut value) = bundle.read(&file).map_err(|why| format!("{from}: {why}"))?;
        bundle.same_dialect(&source, &value)?;
        let parent = bundle.folder_of(&file, &value);
        bundle.redirect(&source, &pointer, parent, &mut value)?;
        if let Value::Object(members) = &mut value {
            members.retain(|name, _| !matches!(name.as_str(), "$schema" | "$id" | "id"));
        }
        let members = schema.as_object_mut().ok_or("a schema is an object")?;
        let container = members
            .entry(bundle.container)
            .or_insert_with(|| Map::new().into());
        if let (Some(container), Some(name)) =
            (container.as_object_mut(), pointer.rsplit('/').next())
        {
            let name = name.replace("~1", "/").replace("~0", "~");
            container.insert(name, value);
        }
        files.push(Beside { pointer, source });
    }
    Ok(files)
}

struct Bundle {
    folder: PathBuf,
    container: &'static str,
    dialect: Option<String>,
    /// The address of the folder, if the compared file has an address.
    base: Option<String>,
    /// The names of definitions that are in use.
    taken: Vec<String>,
    /// The place of each file in the bundle, by its path below the folder.
    places: BTreeMap<String, String>,
    waiting: VecDeque<Waiting>,
}

/// A file that is referred to and not read yet.
struct Waiting {
    file: String,
    pointer: String,
    /// The place of the first reference to it, in words.
    from: String,
}

impl Bundle {
    /// Makes the references of a file lead into the bundle. `pointer` is the place of the file there, and `folder` is
    /// the folder of the file.
    fn redirect(
        &mut self,
        source: &Source,
        pointer: &str,
        folder: String,
        schema: &mut Value,
    ) -> Result<(), String> {
        let whole = schema.clone();
        let own = address(&whole);
        rewrite(schema, &mut |reference| {
            let text = reference.text;
            let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
            let is_own = address.is_empty() || own.as_deref() == Some(address);
            if is_own && pointer.is_empty() {
                return Ok(None);
            }
            let at = || match pointer {
                "" => position(source, reference.pointer),
                _ => format!("`{}`, {}", source.path, position(source, reference.pointer)),
            };
            if !pointer.is_empty() && reference.keyword != "$ref" {
                let keyword = reference.keyword;
                return Err(format!(
                    "{}: `{keyword}` is supported only within one file",
                    at()
                ));
            }
            if is_own {
                let inside = inside(&whole, fragment)
                    .ok_or_else(|| format!("{}: `{text}` leads to nothing", at()))?;
                return Ok(Some(reference_to(&format!("{pointer}{inside}"))));
            }
            let Some(path) = self.path(address, &whole) else {
                return Ok(None);
            };
            let file = resolved(&folder, &path).ok_or_else(|| {
                format!(
                    "{}: `{text}` leads out of the folder of the compared file",
                    at()
                )
            })?;
            let place = match self.places.get(&file) {
                Some(place) => place.clone(),
                None => self.add(file, at()),
            };
            let inside = self
                .inside(&folder, &path, fragment)
                .map_err(|why| format!("{}: {why}", at()))?;
            Ok(Some(reference_to(&format!("{place}{inside}"))))
        })
    }

    /// Returns the folder that the references of a file are relative to: the folder of its URI if that is below the URI
    /// of the compared file's folder, or else the folder of the file.
    fn folder_of(&self, file: &str, schema: &Value) -> String {
        let address = address(schema);
        let base = self.base.as_deref();
        let below = address
            .as_deref()
            .zip(base)
            .and_then(|(address, base)| address.strip_prefix(base));
        let parent = layout::parent(below.unwrap_or(file));
        parent.map(str::to_owned).unwrap_or_default()
    }

    /// Returns the path of a reference, relative to the file that has it. `None` if the reference does not lead to a
    /// file.
    fn path(&self, address: &str, schema: &Value) -> Option<String> {
        if is_embedded(schema, address) {
            return None;
        }
        let base = self.base.as_deref();
        let rest = base.and_then(|base| address.strip_prefix(base));
        let path = rest.unwrap_or(address);
        let is_relative = !path.starts_with('/') && !path.contains([':', '?', '\\']);
        is_relative.then(|| percent_decode(path)).flatten()
    }

    fn add(&mut self, file: String, from: String) -> String {
        let mut name = file.clone();
        while self.taken.contains(&name) {
            name.push('_');
        }
        self.taken.push(name.clone());
        let pointer = child(&format!("/{}", self.container), &name);
        self.places.insert(file.clone(), pointer.clone());
        self.waiting.push_back(Waiting {
            file,
            pointer: pointer.clone(),
            from,
        });
        pointer
    }

    /// Returns the pointer that a fragment refers to in another file.
    fn inside(&self, folder: &str, path: &str, fragment: &str) -> Result<String, String> {
        match percent_decode(fragment) {
            Some(pointer) if pointer.is_empty() || pointer.starts_with('/') => Ok(pointer),
            Some(name) => {
                let file = resolved(folder, path).unwrap_or_default();
                let (_, value) = self.read(&file)?;
                references::anchor(&value, &name)
                    .ok_or_else(|| format!("`{file}` has no anchor `{name}`"))
            }
            None => Err(format!("`#{fragment}` is not a fragment")),
        }
    }

    /// Reads a plain file below the folder. Links that lead out of the folder are rejected.
    fn read(&self, file: &str) -> Result<(Source, Value), String> {
        if self.places.len() > MOST_FILES {
            return Err(format!("it refers to more than {MOST_FILES} files"));
        }
        let cannot = |why: &dyn std::fmt::Display| format!("cannot read `{file}`: {why}");
        let folder = self.folder.canonicalize().map_err(|error| cannot(&error))?;
        let path = self.folder.join(file);
        let path = match path.canonicalize() {
            // A URI may leave out the extension of its file.
            Err(_) if path.extension().is_none() => path.with_extension("json").canonicalize(),
            found => found,
        };
        let path = path.map_err(|error| cannot(&error))?;
        if !path.starts_with(&folder) {
            return Err(cannot(
                &"it is a link that leads out of the folder of the compared file",
            ));
        }
        let text = file::plain_text(&path, LARGEST_FILE).map_err(|error| cannot(&error))?;
        let mut findings = Vec::new();
        let source = parse_source(file.to_owned(), text, &mut findings);
        if let Some(finding) = first_finding(&findings) {
            return Err(format!("`{file}`, {finding}"));
        }
        let value = source.root.as_ref().map(|root| root.to_value());
        let value = value.ok_or_else(|| cannot(&"not JSON"))?;
        Ok((source, value))
    }

    /// A file of another draft would have another meaning inside this one.
    fn same_dialect(&self, source: &Source, schema: &Value) -> Result<(), String> {
        match dialect(schema) {
            Some(other) if Some(&other) != self.dialect.as_ref() => Err(format!(
                "`{}`, {}: its draft is not that of the compared file; both need the same draft",
                source.path,
                position(source, "/$schema")
            )),
            _ => Ok(()),
        }
    }
}

/// Returns the pointer that a fragment refers to in a schema.
fn inside(schema: &Value, fragment: &str) -> Option<String> {
    let text = percent_decode(fragment)?;
    let is_pointer = text.is_empty() || text.starts_with('/');
    if is_pointer {
        return schema.pointer(&text).is_some().then_some(text);
    }
    references::anchor(schema, &text)
}

fn dialect(schema: &Value) -> Option<String> {
    let address = schema.get("$schema")?.as_str()?;
    Some(address.trim_end_matches('#').to_owned())
}

fn is_old(schema: &Value) -> bool {
    dialect(schema).is_some_and(|dialect| dialect.contains("/draft-0"))
}

fn address(schema: &Value) -> Option<String> {
    let of = |keyword| schema.get(keyword).and_then(Value::as_str);
    let address = of("$id").or_else(|| of("id"))?;
    Some(address.trim_end_matches('#').to_owned())
}

fn folder_of(address: &str) -> Option<&str> {
    let slash = address.rfind('/')?;
    address
        .get(..=slash)
        .filter(|folder| folder.contains("://"))
}

/// Reports whether a schema inside a document has a URI.
fn is_embedded(schema: &Value, address: &str) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(|item| is_embedded(item, address)),
        Value::Object(members) => members.iter().any(|(name, value)| match value {
            Value::String(text) if name == "$id" || name == "id" => {
                text.trim_end_matches('#') == address
            }
            value => is_embedded(value, address),
        }),
        _ => false,
    }
}

fn definitions(schema: &Value) -> Vec<String> {
    let containers = ["$defs", "definitions"].into_iter();
    let members = containers.filter_map(|name| schema.get(name)?.as_object());
    members
        .flat_map(|members| members.keys().cloned())
        .collect()
}
