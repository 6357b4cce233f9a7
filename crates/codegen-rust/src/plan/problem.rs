//! Something that Rust cannot hold, with its place in the registry.

use schema_codegen::{findings, model::Origin};
use schema_registry::{
    diagnostic::Diagnostic,
    json::{self, Node},
    model::{KNOWN_VALUES, Registry},
    rules::UNMAPPABLE_SCHEMA,
};

/// Something that Rust cannot hold, and its place.
pub(crate) struct Problem {
    pub(crate) finding: Diagnostic,
    pub(crate) origin: Origin,
    pub(super) spot: Spot,
}

/// A place in a schema.
pub(super) enum Spot {
    /// The schema itself.
    Schema,
    /// A keyword.
    Keyword(&'static str),
    /// A property.
    Property(String),
    /// The list of the members of a set.
    Members,
    /// A member of a set.
    Member(String),
    /// A branch of a union.
    Branch(usize),
}

impl Problem {
    pub(super) fn new(finding: Diagnostic, origin: &Origin, spot: Spot) -> Self {
        let origin = origin.clone();
        Self {
            finding,
            origin,
            spot,
        }
    }

    pub(super) fn unmappable(origin: &Origin, spot: Spot, message: &str, help: &str) -> Self {
        let finding = Diagnostic::new(&UNMAPPABLE_SCHEMA, message).help(help);
        Self::new(finding, origin, spot)
    }

    /// Reports that the name of a type is taken.
    pub(super) fn taken(origin: &Origin, message: &str) -> Self {
        let finding = findings::taken(&origin.pointer, message);
        Self::new(finding, origin, Spot::Schema)
    }

    /// The pointer of the place below the schema.
    pub(crate) fn pointer(&self, registry: &Registry) -> String {
        let schema = registry.schema_at(&self.origin.uri);
        let node = schema.and_then(|schema| schema.root.at(&self.origin.pointer));
        let keyword = ["enum", KNOWN_VALUES, "const"]
            .into_iter()
            .find(|keyword| node.is_some_and(|node| node.get(keyword).is_some()));
        let members = json::child("", keyword.unwrap_or("enum"));
        match &self.spot {
            Spot::Schema => String::new(),
            Spot::Keyword(keyword) => json::child("", keyword),
            Spot::Property(name) => json::child("/properties", name),
            Spot::Members => members,
            Spot::Member(member) => {
                let listed = node.and_then(|node| node.get(keyword?));
                let mut listed = listed.map(Node::items).unwrap_or_default().iter();
                match listed.position(|item| item.as_str() == Some(member)) {
                    Some(index) => format!("{members}/{index}"),
                    None => members,
                }
            }
            Spot::Branch(index) => format!("/oneOf/{index}"),
        }
    }
}
