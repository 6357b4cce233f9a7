//! Objects and arrays with their constraints.

use schema_registry::{
    json::{self, Member, Node, NodeKind},
    kinds::is_true,
};

use super::{At, Lowering, Shape, names::joined};
use crate::model::{Count, Item, Kind, Type};

impl Lowering<'_> {
    pub(super) fn object(&mut self, at: At<'_>, name: &str) -> Shape {
        let has_fields = at
            .node
            .get("properties")
            .is_some_and(|node| !node.members().is_empty());
        if has_fields {
            self.only(at, &["type", "properties", "required"]);
            return Shape::Named(Kind::Struct(self.fields(at, name)));
        }
        self.only(
            at,
            &[
                "type",
                "additionalProperties",
                "properties",
                "required",
                "propertyNames",
                "minProperties",
                "maxProperties",
            ],
        );
        self.described_fields(at);
        self.map(at, name)
    }

    /// Returns the shape of an object that declares no fields.
    fn map(&mut self, at: At<'_>, name: &str) -> Shape {
        let pointer = json::child(at.pointer, "additionalProperties");
        let values = at.node.get("additionalProperties");
        let value = match values.filter(|values| values.is_object()) {
            Some(values) => Some(self.ty(at.inner(&pointer, values), &joined(name, "value"))),
            None => {
                if values.is_some_and(|values| matches!(values.kind, NodeKind::Bool(false))) {
                    self.closed(at);
                }
                None
            }
        };
        let Some(count) = self.count(at, "minProperties", "maxProperties") else {
            return Shape::Plain(Type::Any);
        };
        let key = match at.node.get("propertyNames") {
            Some(names) => self.key(at, names, &joined(name, "key")),
            None => Some(Type::String),
        };
        Shape::Plain(match (key, value) {
            (None, _) => Type::Any,
            (Some(Type::String), Some(value)) if count.is_any() => Type::Map(Box::new(value)),
            (Some(Type::String), None) if count.is_any() => Type::Object,
            (Some(key), value) => Type::Dictionary {
                key: Box::new(key),
                value: Box::new(value.unwrap_or(Type::Any)),
                count,
            },
        })
    }

    /// Returns the type of a map's names, which are strings even if their schema has no `type`.
    fn key(&mut self, at: At<'_>, names: &Node, name: &str) -> Option<Type> {
        let pointer = json::child(at.pointer, "propertyNames");
        let mut node = names.clone();
        let is_typed = ["$ref", "type", "enum", "const", "oneOf", "anyOf"]
            .iter()
            .any(|keyword| node.get(keyword).is_some());
        if let NodeKind::Object(members) = &mut node.kind
            && !is_typed
        {
            members.push(Member {
                name: "type".into(),
                name_span: names.span.clone(),
                value: Node {
                    span: names.span.clone(),
                    kind: NodeKind::String("string".into()),
                },
            });
        }
        let inner = at.inner(&pointer, &node);
        let ty = match node.kind {
            NodeKind::Bool(true) => Type::String,
            _ => self.ty(inner, name),
        };
        if matches!(ty, Type::Any | Type::Unmapped(_)) {
            // It has a finding already.
            return None;
        }
        if self.is_key(&ty, self.types.len()) {
            return Some(ty);
        }
        let help =
            "write `\"type\": \"string\"` with a `pattern`, lengths, an `enum` or `x-known-values`";
        self.unmappable(inner, "there is no type for such names", help);
        None
    }

    /// Reports whether names of a type are equal if, and only if, they are the same string. At most `names` aliases are
    /// followed, because definitions can contain each other.
    fn is_key(&self, ty: &Type, names: usize) -> bool {
        match ty {
            Type::String => true,
            Type::Named(name) => match self.kind(name).filter(|_| names > 0) {
                Some(Kind::Text(_) | Kind::ClosedSet(_) | Kind::OpenSet { .. }) => true,
                Some(Kind::Alias(inner)) => self.is_key(inner, names - 1),
                _ => false,
            },
            _ => false,
        }
    }

    pub(super) fn array(&mut self, at: At<'_>, name: &str) -> Shape {
        if let Some(items) = at.node.get("prefixItems").map(Node::items) {
            return self.tuple(at, name, items);
        }
        self.only(
            at,
            &["type", "items", "minItems", "maxItems", "uniqueItems"],
        );
        let pointer = json::child(at.pointer, "items");
        let item = match at.node.get("items") {
            Some(items) => self.ty(at.inner(&pointer, items), &joined(name, "item")),
            None => Type::Any,
        };
        let Some(count) = self.count(at, "minItems", "maxItems") else {
            return Shape::Plain(Type::Any);
        };
        // A list of at most one item cannot contain equal items.
        let unique =
            count.max.is_none_or(|max| max > 1) && at.node.get("uniqueItems").is_some_and(is_true);
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

    /// Returns the shape of a list with exactly as many items as `prefixItems` describes.
    fn tuple(&mut self, at: At<'_>, name: &str, items: &[Node]) -> Shape {
        self.only(
            at,
            &["type", "prefixItems", "items", "minItems", "maxItems"],
        );
        let keyword = json::child(at.pointer, "prefixItems");
        if items.len() == 1 {
            let help = "write its schema as `items`, with a `minItems` and a `maxItems` of 1";
            self.unmappable(at.keyword(&keyword), "one item is not a tuple", help);
            return Shape::Plain(Type::Any);
        }
        let others = at.node.get("items").map(|others| &others.kind);
        let length = |keyword| at.node.get(keyword).and_then(Node::as_integer);
        let described = i64::try_from(items.len()).ok();
        let is_closed = matches!(others, Some(NodeKind::Bool(false)));
        let is_exact = length("minItems") == described
            && (others.is_none() || is_closed)
            && (length("maxItems") == described || (is_closed && length("maxItems").is_none()));
        if !is_exact {
            let message = "there is no type for a list of which only the first items are described";
            let without = match length("maxItems") {
                Some(_) => ", without `maxItems`",
                None => "",
            };
            let help = format!(
                "write `\"items\": false` and `\"minItems\": {}`{without}; or an object with a name for each item",
                items.len()
            );
            self.unmappable(at.keyword(&keyword), message, &help);
            return Shape::Plain(Type::Any);
        }
        let items = items.iter().enumerate().map(|(index, node)| {
            let pointer = format!("{keyword}/{index}");
            let inner = at.inner(&pointer, node);
            Item {
                description: super::deprecated::description(node),
                ty: self.ty(inner, &joined(name, &format!("item {}", index + 1))),
            }
        });
        Shape::Named(Kind::Tuple(items.collect()))
    }

    /// Returns the allowed number of items or members. Bounds that are too large or contradict each other are reported,
    /// and have no result.
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

    /// Checks that two values of a type are equal if, and only if, the JSON that they were read from is equal. The
    /// error names the values for which this is not so. At most `names` aliases are followed, because definitions can
    /// contain each other.
    fn is_comparable(&self, ty: &Type, names: usize) -> Result<(), &'static str> {
        match ty {
            Type::String
            | Type::Timestamp
            | Type::Date
            | Type::Ipv4
            | Type::Uri
            | Type::Boolean
            | Type::Integer { .. }
            | Type::Multiple { .. } => Ok(()),
            Type::Uuid => Err("UUIDs in upper and lower case"),
            Type::Number => Err("numbers beyond 2^53"),
            Type::Array(item) | Type::List { item, .. } => self.is_comparable(item, names),
            Type::Nullable(inner) => self.is_comparable(inner, names),
            Type::Map(_) | Type::Dictionary { .. } | Type::Object => Err("objects"),
            Type::Any | Type::Unmapped(_) => Err("values of any type"),
            Type::Named(name) => match self.kind(name).filter(|_| names > 0) {
                Some(Kind::Text(_) | Kind::ClosedSet(_) | Kind::OpenSet { .. }) => Ok(()),
                Some(Kind::Number(_)) => Err("numbers beyond 2^53"),
                Some(Kind::Alias(inner)) => self.is_comparable(inner, names - 1),
                Some(Kind::Struct(_) | Kind::Union(_)) => Err("objects"),
                Some(Kind::Tuple(_)) => Err("tuples"),
                None => Err("values that hold themselves"),
            },
        }
    }
}
