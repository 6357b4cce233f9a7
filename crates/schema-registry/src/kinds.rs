//! The kinds of values that a schema can accept, as far as its keywords state them directly.

use std::collections::BTreeSet;

use crate::{
    json::{Node, NodeKind},
    model::{Registry, Schema},
};

/// Of more schemas than this the types are not asked for: branches can have branches of their own.
const MOST_SCHEMAS: usize = 64;

impl Registry {
    /// Returns whether two schemas accept values of different types alone, so that they share none.
    pub(crate) fn differ_in_type(&self, schema: &Schema, left: &Node, right: &Node) -> bool {
        let types = |node| self.types(schema, node, &mut { MOST_SCHEMAS });
        types(left)
            .zip(types(right))
            .is_some_and(|(left, right)| left.is_disjoint(&right))
    }

    /// The types of the values that a schema accepts at most; `None` if it does not say so.
    fn types<'a>(
        &'a self,
        schema: &'a Schema,
        node: &'a Node,
        left: &mut usize,
    ) -> Option<BTreeSet<&'a str>> {
        *left = left.checked_sub(1)?;
        if let Some(types) = node.get("type") {
            let one = types.as_str().into_iter();
            let several = types.items().iter().filter_map(Node::as_str);
            // Each integer is a number.
            let whole = |name| if name == "integer" { "number" } else { name };
            return Some(one.chain(several).map(whole).collect());
        }
        if let Some(reference) = node.get("$ref").and_then(Node::as_str) {
            let (file, _, target) = self.follow(schema, reference)?;
            return self.types(file, target, left);
        }
        let branches = node.get("oneOf").or_else(|| node.get("anyOf"))?.items();
        let mut all = BTreeSet::new();
        for branch in branches {
            all.append(&mut self.types(schema, branch, left)?);
        }
        Some(all)
    }
}

impl Registry {
    /// Returns whether the schema of a property says that the property must be absent: as [`is_forbidden`] finds it,
    /// in the definition that it refers to, or in a part of its `allOf`.
    #[must_use]
    pub fn is_forbidden(&self, schema: &Schema, node: &Node) -> bool {
        self.forbids(schema, node, &mut { MOST_SCHEMAS })
    }

    fn forbids(&self, schema: &Schema, node: &Node, left: &mut usize) -> bool {
        let Some(rest) = left.checked_sub(1) else {
            return false;
        };
        *left = rest;
        if is_forbidden(node) {
            return true;
        }
        let reference = node.get("$ref").and_then(Node::as_str);
        if let Some((file, _, target)) = reference.and_then(|it| self.follow(schema, it))
            && self.forbids(file, target, left)
        {
            return true;
        }
        let parts = node.get("allOf").map(Node::items).unwrap_or_default();
        parts.iter().any(|part| self.forbids(schema, part, left))
    }
}

/// The names that a `type` can have.
pub const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// Returns the types that the `type` of a schema names, be it one or a list.
#[must_use]
pub fn listed_types(node: &Node) -> Vec<&str> {
    let Some(types) = node.get("type") else {
        return Vec::new();
    };
    let several = types.items().iter().filter_map(Node::as_str);
    types.as_str().into_iter().chain(several).collect()
}

/// Returns whether a value is `true`.
#[must_use]
pub fn is_true(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Bool(true))
}

/// Returns whether the schema of a property says that the property must be absent: `false`, or `not` of whatever
/// there is.
#[must_use]
pub fn is_forbidden(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Bool(accepts) => !accepts,
        NodeKind::Object(_) => node.get("not").is_some_and(|not| match &not.kind {
            NodeKind::Bool(accepts) => *accepts,
            NodeKind::Object(members) => members.is_empty(),
            _ => false,
        }),
        _ => false,
    }
}
