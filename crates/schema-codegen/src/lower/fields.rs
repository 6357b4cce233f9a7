//! Fields of objects.

use schema_registry::{
    json::{self, Node},
    kinds::is_true,
    names::snake,
};

use super::{At, Lowering, deprecated, names::joined as joined_name, text};
use crate::{
    markdown::joined,
    model::{Field, Type},
};

impl Lowering<'_> {
    pub(super) fn fields(&mut self, at: At<'_>, owner: &str) -> Vec<Field> {
        let required: Vec<&str> = at
            .node
            .get("required")
            .map(|node| node.items().iter().filter_map(Node::as_str).collect())
            .unwrap_or_default();
        let properties = at
            .node
            .get("properties")
            .map(Node::members)
            .unwrap_or_default();
        self.described_fields(at);
        let keyword = json::child(at.pointer, "properties");
        properties
            .iter()
            .map(|property| {
                let pointer = json::child(&keyword, &property.name);
                let inner = at.inner(&pointer, &property.value);
                let ty = if self.registry.is_forbidden(at.schema, &property.value) {
                    let help = match property.value.is_object() {
                        true => {
                            "mark it `\"deprecated\": true` instead, and say in the `description` that it is never \
                             sent; or allow this here, with the reason"
                        }
                        false => {
                            "write `{ \"description\": \"…\", \"deprecated\": true }` instead of `false`, and say \
                             there that it is never sent; or allow this in the object around it, with the reason"
                        }
                    };
                    let message = "this property must be absent, and no type checks that";
                    self.unmappable(inner, message, help);
                    Type::Unmapped(Vec::new())
                } else {
                    self.ty(inner, &inner_name(owner, &property.name))
                };
                let mut description = self.property_description(inner);
                let mut unchecked = Vec::new();
                if self.registry.is_forbidden(at.schema, &property.value) {
                    description = joined(&description, "The schema says that it is never sent.");
                } else {
                    unchecked = self.unchecked(inner);
                }
                Field {
                    name: property.name.clone(),
                    description,
                    unchecked,
                    required: required.contains(&property.name.as_str()),
                    ty,
                }
            })
            .collect()
    }

    /// Reports the fields that are required and that no property describes.
    pub(super) fn described_fields(&mut self, at: At<'_>) {
        let maps = [
            "additionalProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
        ];
        let has_schema = |keyword: &&str| {
            let value = at.node.get(keyword);
            value.is_some_and(|value| !is_true(value))
        };
        let of_map: Vec<&str> = maps.into_iter().filter(has_schema).collect();
        let properties = at.node.get("properties");
        let required = at.node.get("required").map(Node::items).unwrap_or_default();
        for name in required.iter().filter_map(Node::as_str) {
            if properties.is_some_and(|properties| properties.get(name).is_some()) {
                continue;
            }
            let pointer = json::child(at.pointer, "required");
            let message = format!("`{name}` is required and not described");
            let help = match of_map.as_slice() {
                [] => "describe it in `properties`".to_owned(),
                keywords => format!(
                    "remove it here; or describe it in `properties`, without `{}`",
                    keywords.join("`, `")
                ),
            };
            self.unmappable(at.keyword(&pointer), &message, &help);
        }
    }

    /// The description of a property. It is deprecated, too, if what it refers to is.
    pub(super) fn property_description(&self, at: At<'_>) -> String {
        deprecated::noted(self.deprecation(at), text(at.node, "description"))
    }

    /// The sentence about a schema that is deprecated, or that refers to one that is.
    pub(super) fn deprecation(&self, at: At<'_>) -> Option<String> {
        deprecated::note(at.node).or_else(|| deprecated::note(self.behind(at, at.node)))
    }
}

/// The name of the type of a field, if the schema names none. Targets derive types called `…Ref` and `…Fields` from
/// the owner, so these names are not given.
fn inner_name(owner: &str, field: &str) -> String {
    match snake(field).as_str() {
        "ref" | "fields" => joined_name(owner, &format!("{field} value")),
        _ => joined_name(owner, field),
    }
}
