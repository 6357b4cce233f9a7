//! The imports of generated code, and the names that schemas cannot use because of them.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};

/// The possible imports of generated code: modules and their names, in the order of `rustfmt`. An empty module is an
/// empty line.
const IMPORTS: &[(&str, &[&str])] = &[
    ("std::borrow", &["Cow"]),
    ("std::fmt", &["fmt"]),
    ("std::marker", &["PhantomData"]),
    ("std::net", &["Ipv4Addr"]),
    ("std::str", &["FromStr"]),
    ("", &[]),
    ("schema_runtime::serde::de", &["MapAccess", "Visitor"]),
    ("schema_runtime::serde::ser", &["SerializeMap"]),
    (
        "schema_runtime::serde",
        &["Deserialize", "Deserializer", "Serialize", "Serializer"],
    ),
    (
        "schema_runtime",
        &[
            "Borrowed",
            "BoundedMap",
            "BoundedVec",
            "Date",
            "Dispatch",
            "Error",
            "EventNames",
            "EventSet",
            "I54",
            "Integer",
            "IntoOwned",
            "KnownPayload",
            "Lines",
            "MAX_SAFE_INTEGER",
            "MajorNames",
            "Member",
            "Multiple",
            "Never",
            "Number",
            "NumberValue",
            "ObjectMap",
            "OpenSet",
            "OtherMembers",
            "Payload",
            "Raw",
            "RawObject",
            "RawObjectRef",
            "RawRef",
            "ReadEvent",
            "ReadPayload",
            "SchemaRefSlot",
            "StringValue",
            "Timestamp",
            "Told",
            "U53",
            "UniqueVec",
            "Unknown",
            "Uri",
            "Uuid",
            "next_member",
            "read_constant",
            "read_field",
            "require",
        ],
    ),
];

/// Names of the prelude that generated code uses, and its own type parameters.
const KNOWN: &[&str] = &[
    "A", "Box", "D", "Err", "FnOnce", "From", "None", "Ok", "Option", "Result", "S", "Self",
    "Some", "String", "T", "TryFrom", "Vec",
];

/// A module with the names of other files.
pub(super) struct Beside<'n> {
    pub(super) module: &'static str,
    /// Reports whether the module defines a name.
    pub(super) has: Box<dyn Fn(&str) -> bool + 'n>,
}

/// The `use` lines for the names that items mention, of other crates and of files beside theirs.
pub(super) fn imports(mentioned: Mentioned, siblings: &[Beside<'_>]) -> String {
    let Mentioned { mut words, own } = mentioned;
    words.retain(|word| !own.contains(word));
    let mut out = String::new();
    for (module, names) in IMPORTS {
        let used: Vec<&str> = names
            .iter()
            .copied()
            .filter(|name| words.contains(*name))
            .collect();
        match used.as_slice() {
            [] if module.is_empty() && !out.is_empty() => out.push('\n'),
            [] => {}
            // A module by its own name.
            [one] if module.ends_with(&format!("::{one}")) => {
                out.push_str(&format!("use {module};\n"));
            }
            [one] => out.push_str(&format!("use {module}::{one};\n")),
            names => out.push_str(&list(module, names)),
        }
    }
    let mut has_siblings = false;
    for Beside { module, has } in siblings {
        let used: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|name| has(name))
            .collect();
        if used.is_empty() {
            continue;
        }
        if !out.is_empty() && !has_siblings {
            out.push('\n');
        }
        has_siblings = true;
        match used.as_slice() {
            [one] => out.push_str(&format!("use {module}::{one};\n")),
            names => out.push_str(&list(module, names)),
        }
    }
    out
}

/// The names that items mention.
#[derive(Default)]
pub(super) struct Mentioned {
    /// The first names of all paths.
    words: BTreeSet<String>,
    /// The constants that are defined, which may be called as those of the runtime are.
    own: BTreeSet<String>,
}

impl Mentioned {
    /// Adds the names of items.
    pub(super) fn add(&mut self, items: &syn::File) {
        self.visit_file(items);
        self.own
            .extend(items.items.iter().filter_map(|item| match item {
                syn::Item::Const(item) => Some(item.ident.to_string()),
                _ => None,
            }));
    }
}

impl<'a> Visit<'a> for Mentioned {
    fn visit_path(&mut self, path: &'a syn::Path) {
        if let (None, Some(first)) = (path.leading_colon, path.segments.first()) {
            self.words.insert(first.ident.to_string());
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        // A trait that is needed for its methods alone.
        if call.method == "serialize_map" {
            self.words.insert("SerializeMap".into());
        }
        visit::visit_expr_method_call(self, call);
    }

    // Attributes are skipped: derives are macros of the prelude, and a schema may give a type the name of one.
    fn visit_attribute(&mut self, _: &'a syn::Attribute) {}
}

/// Reports whether generated code needs a name for itself.
pub(super) fn is_imported(name: &str) -> bool {
    KNOWN.contains(&name) || IMPORTS.iter().any(|(_, names)| names.contains(&name))
}

/// Returns `use module::{…};`, on as many lines as it needs.
fn list(module: &str, names: &[&str]) -> String {
    const WIDTH: usize = 100;
    let short = format!("use {module}::{{{}}};", names.join(", "));
    if short.len() <= WIDTH {
        return format!("{short}\n");
    }
    let mut out = format!("use {module}::{{\n");
    let mut line = String::from("   ");
    for name in names {
        if line.len() + 1 + name.len() + 1 > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = String::from("   ");
        }
        line.push_str(&format!(" {name},"));
    }
    out.push_str(&line);
    out.push_str("\n};\n");
    out
}
