//! Objects and arrays with their constraints.

use schema_registry::json::{self, NodeKind};

use super::{At, Lowering, Shape};
use crate::{
    model::{Count, Kind, Type},
    rust::idents,
};

impl Lowering<'_> {
    pub(super) fn object(&mut self, at: At<'_>, name: &str) -> Shape {
        let has_fields = at
            .node
            .get("properties")
            .is_some_and(|node| !node.members().is_empty());
        let values = at
            .node
            .get("additionalProperties")
            .filter(|values| values.is_object());
        match values {
            Some(values) if !has_fields => {
                self.only(at, &["type", "additionalProperties", "properties"]);
                let pointer = json::child(at.pointer, "additionalProperties");
                let value = self.ty(at.inner(&pointer, values), &idents::joined(name, "value"));
                Shape::Plain(Type::Map(Box::new(value)))
            }
            _ if has_fields => {
                self.only(at, &["type", "properties", "required"]);
                if !self.are_distinct(at, "properties", schema_registry::names::snake) {
                    return Shape::Plain(Type::Any);
                }
                Shape::Named(Kind::Struct(self.fields(at, name)))
            }
            _ => {
                self.only(at, &["type"]);
                Shape::Plain(Type::Object)
            }
        }
    }

    pub(super) fn array(&mut self, at: At<'_>, name: &str) -> Shape {
        self.only(
            at,
            &["type", "items", "minItems", "maxItems", "uniqueItems"],
        );
        let pointer = json::child(at.pointer, "items");
        let item = match at.node.get("items") {
            Some(items) => self.ty(at.inner(&pointer, items), &idents::joined(name, "item")),
            None => Type::Any,
        };
        let Some(count) = self.count(at, "minItems", "maxItems") else {
            return Shape::Plain(Type::Any);
        };
        // There are no two items to be equal in a list of one.
        let unique = count.max.is_none_or(|max| max > 1)
            && at
                .node
                .get("uniqueItems")
                .is_some_and(|unique| matches!(unique.kind, NodeKind::Bool(true)));
        if unique && let Err(what) = self.is_comparable(&item, self.types.len()) {
            let pointer = json::child(at.pointer, "uniqueItems");
            let message = format!("no type tells {what} apart as JSON does");
            let help = "remove it, and say it in the `description`; or list strings or integers";
            self.unmappable(at.keyword(&pointer), &message, help);
            return Shape::Plain(Type::Any);
        }
        Shape::Plain(match count.is_any() && !unique {
            true => Type::Array(Box::new(item)),
            false => Type::List {
                item: Box::new(item),
                count,
                unique,
            },
        })
    }

    /// How many items or members there are, if that can be.
    fn count(&mut self, at: At<'_>, fewest: &str, most: &str) -> Option<Count> {
        let mut number = |keyword: &str| -> Option<Option<u32>> {
            let Some(node) = at.node.get(keyword) else {
                return Some(None);
            };
            let number = node
                .as_integer()
                .and_then(|number| u32::try_from(number).ok());
            if number.is_none() {
                let pointer = json::child(at.pointer, keyword);
                let message = "nothing holds as many as this";
                let help = "write a smaller number, at the greatest 4294967295";
                self.unmappable(at.keyword(&pointer), message, help);
            }
            number.map(Some)
        };
        let count = Count {
            min: number(fewest)?.unwrap_or(0),
            max: number(most)?,
        };
        if count.max.is_some_and(|max| max < count.min) {
            let message = format!("`{fewest}` is greater than `{most}`");
            let help = format!("write `{fewest}` below `{most}`");
            self.unmappable(at, &message, &help);
            return None;
        }
        Some(count)
    }

    /// Whether two values of a type are equal if, and only if, the JSON that they were read from is.
    /// An error says what they are. So many names are followed: definitions can hold each other.
    fn is_comparable(&self, ty: &Type, names: usize) -> Result<(), &'static str> {
        match ty {
            Type::String
            | Type::Timestamp
            | Type::Uri
            | Type::Boolean
            | Type::Integer { .. }
            | Type::Multiple { .. } => Ok(()),
            Type::Uuid => Err("UUIDs in upper and lower case"),
            Type::Number => Err("numbers beyond 2^53"),
            Type::Array(item) | Type::List { item, .. } => self.is_comparable(item, names),
            Type::Nullable(inner) => self.is_comparable(inner, names),
            Type::Map(_) | Type::Object => Err("objects"),
            Type::Any => Err("values of any type"),
            Type::Named(name) => match self.kind(name).filter(|_| names > 0) {
                Some(Kind::Text(_) | Kind::ClosedSet(_) | Kind::OpenSet { .. }) => Ok(()),
                Some(Kind::Number(_)) => Err("numbers beyond 2^53"),
                Some(Kind::Alias(inner)) => self.is_comparable(inner, names - 1),
                Some(Kind::Struct(_) | Kind::Union(_)) => Err("objects"),
                None => Err("values that hold themselves"),
            },
        }
    }
}
