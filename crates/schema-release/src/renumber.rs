//! The files of a major version with another number.

use schema_registry::{
    json::{self, Node, NodeKind, Span},
    layout::{FileRole, MajorFolder, major_name},
    model::{EVENT_VERSION, Family, Major, Registry, Schema},
    revision::Revision,
    source::Source,
};

/// The strings that contain the number of a major version, and the places where they do.
pub(crate) struct Renumber<'a> {
    old: u32,
    new: u32,
    /// The public paths of the folders: `schemas/webhooks/v1/`.
    folders: (String, String),
    /// The field that holds the revision, if the envelope has one.
    version: Option<&'a str>,
    /// The schemas of that field: the path of the file, as messages show it, and the pointer.
    version_schemas: Vec<(String, String)>,
}

impl<'a> Renumber<'a> {
    pub(crate) fn new(registry: &Registry, family: &'a Family, major: &'a Major, new: u32) -> Self {
        let folder = |number: u32| {
            let folder = MajorFolder::new(&family.name, &major_name(number));
            registry.public_path(&folder.path(""))
        };
        let version = family
            .envelope()
            .and_then(|envelope| envelope.version.as_deref());
        let mut version_schemas = Vec::new();
        for schema in version.iter().flat_map(|_| major.schemas()) {
            let pointer = json::child("/properties", version.unwrap_or_default());
            version_schemas.extend(places(registry, schema, &pointer));
        }
        Self {
            old: major.number,
            new,
            folders: (folder(major.number), folder(new)),
            version,
            version_schemas,
        }
    }

    /// Returns the text of a file of the new major version. White space does not change.
    pub(crate) fn file(&self, source: &Source, role: &FileRole) -> String {
        let mut edits: Vec<(Span, String)> = Vec::new();
        if let Some(root) = &source.root {
            self.walk(root, &mut |node, pointer, text| {
                let changed = self.text(source, role, pointer, text);
                if changed != text {
                    edits.push((node.span.clone(), changed));
                }
            });
        }
        let mut out = source.text.to_string();
        for (span, text) in edits.into_iter().rev() {
            let text = serde_json::Value::from(text).to_string();
            out.replace_range(span, &text);
        }
        out
    }

    fn walk(&self, root: &Node, see: &mut dyn FnMut(&Node, &str, &str)) {
        let mut pending = vec![(root, String::new())];
        let mut texts = Vec::new();
        while let Some((node, pointer)) = pending.pop() {
            match &node.kind {
                NodeKind::String(text) => texts.push((node, pointer, text)),
                NodeKind::Array(items) => {
                    for (index, item) in items.iter().enumerate() {
                        pending.push((item, format!("{pointer}/{index}")));
                    }
                }
                NodeKind::Object(members) => {
                    for member in members {
                        pending.push((&member.value, json::child(&pointer, &member.name)));
                    }
                }
                _ => {}
            }
        }
        texts.sort_by_key(|(node, ..)| node.span.start);
        for (node, pointer, text) in texts {
            see(node, &pointer, text);
        }
    }

    /// Returns a string of a file with the new number.
    fn text(&self, source: &Source, role: &FileRole, pointer: &str, text: &str) -> String {
        let text = text.replace(&self.folders.0, &self.folders.1);
        let (old, new) = (self.old, self.new);
        match role {
            FileRole::Schema { .. } => {
                if pointer == format!("/{EVENT_VERSION}") {
                    return Revision::first(new).to_string();
                }
                let is_of_version = self.version_schemas.iter().any(|(path, schema)| {
                    let inside = pointer.strip_prefix(schema.as_str());
                    *path == source.path
                        && inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                });
                if is_of_version {
                    // The first form is that of patterns, the second that of descriptions.
                    return text
                        .replace(&format!("^{old}\\."), &format!("^{new}\\."))
                        .replace(&format!("`{old}."), &format!("`{new}."));
                }
                text
            }
            FileRole::Example { valid, .. } => {
                let body = if *valid { "" } else { "/body" };
                match self.version {
                    Some(version) if pointer == json::child(body, version) => self.shifted(&text),
                    Some(_) if !*valid && pointer == "/reason" => text
                        .split('`')
                        .enumerate()
                        .map(|(index, part)| match index % 2 {
                            1 => self.shifted(part),
                            _ => part.to_owned(),
                        })
                        .collect::<Vec<_>>()
                        .join("`"),
                    _ => text,
                }
            }
            FileRole::ReleaseIndex | FileRole::Released { .. } => text,
        }
    }

    /// Returns a revision whose major number is as far from the new one as it was from the old one. Strings that do not
    /// begin like a revision of the old or a later major version do not change.
    fn shifted(&self, text: &str) -> String {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
        let zeros: String = number.chars().take_while(|digit| *digit == '0').collect();
        match number.parse::<u32>() {
            Ok(number) if rest.starts_with('.') && number >= self.old => {
                format!(
                    "{zeros}{}{rest}",
                    u64::from(number) + u64::from(self.new - self.old)
                )
            }
            _ => text.to_owned(),
        }
    }
}

/// Returns the place of a schema inside a file, and those of the schemas that it refers to, one after the other.
fn places(registry: &Registry, schema: &Schema, pointer: &str) -> Vec<(String, String)> {
    let mut places = Vec::new();
    let mut next = schema
        .root
        .at(pointer)
        .map(|node| (schema, pointer.to_owned(), node));
    while let Some((file, pointer, node)) = next {
        let place = (file.source.path.clone(), pointer);
        if places.contains(&place) {
            break;
        }
        places.push(place);
        next = node
            .get("$ref")
            .and_then(Node::as_str)
            .and_then(|reference| registry.follow(file, reference));
    }
    places
}
