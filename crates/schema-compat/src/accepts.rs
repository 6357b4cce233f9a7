//! Evaluation of values against nodes of the model.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    model::{Id, Kinds, Model, Node},
    number::{Num, canonical_text, is_multiple},
};

impl Model {
    /// Reports whether a node accepts a value; `None` if the model cannot decide.
    pub(crate) fn accepts(&self, id: Id, value: &Value) -> Option<bool> {
        let node = self.node(id);
        if !node.domain(self).has(Kinds::of(value)) {
            return Some(true);
        }
        match (node, value) {
            (Node::All(parts), _) => all(parts.iter().map(|part| self.accepts(*part, value))),
            (Node::Any(parts), _) => not(all(parts
                .iter()
                .map(|part| not(self.accepts(*part, value))))),
            (Node::One(parts), _) => {
                let mut count = 0;
                for part in parts {
                    count += usize::from(self.accepts(*part, value)?);
                }
                Some(count == 1)
            }
            (Node::Not(part), _) => not(self.accepts(*part, value)),
            (Node::Definition(definition), _) => {
                self.accepts((*self.definitions.get(*definition)?)?, value)
            }
            (Node::Kinds(kinds), _) => Some(kinds.has(Kinds::of(value))),
            (Node::Values(constants), _) => Some(self.is_among(value, constants)),
            (Node::AtLeast(bound, open), Value::Number(number)) => {
                let number = Num::of(number);
                Some(number > *bound || (number == *bound && !open))
            }
            (Node::AtMost(bound, open), Value::Number(number)) => {
                let number = Num::of(number);
                Some(number < *bound || (number == *bound && !open))
            }
            (Node::MultipleOf(divisor), Value::Number(number)) => is_multiple(number, *divisor),
            (Node::MinLength(length), Value::String(text)) => Some(characters(text) >= *length),
            (Node::MaxLength(length), Value::String(text)) => Some(characters(text) <= *length),
            (Node::Pattern(pattern), Value::String(text)) => self.matches(*pattern, text),
            (Node::Check(check), _) => {
                let check = self.checks.get(*check)?;
                let accepts = check.accepts(value)?;
                // Some validators round before they divide. An answer that differs from exact arithmetic proves
                // nothing.
                let exact = match (&check.divisor, value) {
                    (Some(divisor), Value::Number(number)) => {
                        Num::of(number).is_multiple_of(divisor)
                    }
                    _ => accepts,
                };
                (accepts == exact).then_some(accepts)
            }
            (_, Value::Array(items)) => self.accepts_items(node, items),
            (_, Value::Object(members)) => self.accepts_members(node, members),
            _ => None,
        }
    }

    fn accepts_items(&self, node: &Node, items: &[Value]) -> Option<bool> {
        let length = items.len() as u64;
        let matching = |schema: &Id| {
            items.iter().try_fold(0u64, |count, item| {
                Some(count + u64::from(self.accepts(*schema, item)?))
            })
        };
        match node {
            Node::MinItems(least) => Some(length >= *least),
            Node::MaxItems(most) => Some(length <= *most),
            Node::Item(at, schema) => match items.get(usize::try_from(*at).ok()?) {
                Some(item) => self.accepts(*schema, item),
                None => Some(true),
            },
            Node::ItemsFrom(from, schema) => {
                let from = usize::try_from(*from).ok()?;
                all(items
                    .iter()
                    .skip(from)
                    .map(|item| self.accepts(*schema, item)))
            }
            Node::Unique => {
                let distinct: BTreeSet<String> = items.iter().map(canonical_text).collect();
                Some(distinct.len() == items.len())
            }
            Node::Contains(least, schema) => Some(matching(schema)? >= *least),
            Node::ContainsAtMost(most, schema) => Some(matching(schema)? <= *most),
            _ => None,
        }
    }

    fn accepts_members(
        &self,
        node: &Node,
        members: &serde_json::Map<String, Value>,
    ) -> Option<bool> {
        let count = members.len() as u64;
        match node {
            Node::Required(name) => Some(members.contains_key(self.text(*name))),
            Node::MinProperties(least) => Some(count >= *least),
            Node::MaxProperties(most) => Some(count <= *most),
            Node::Property(name, schema) => match members.get(self.text(*name)) {
                Some(value) => self.accepts(*schema, value),
                None => Some(true),
            },
            Node::Members(selector, schema) => all(members.iter().map(|(name, value)| {
                match self.selects(selector, name) {
                    Some(false) => Some(true),
                    Some(true) => self.accepts(*schema, value),
                    // An accepted value passes whether its name is selected or not.
                    None => self.accepts(*schema, value).filter(|accepts| *accepts),
                }
            })),
            Node::Names(schema) => all(members
                .keys()
                .map(|name| self.accepts(*schema, &Value::from(name.as_str())))),
            _ => None,
        }
    }
}

fn characters(text: &str) -> u64 {
    text.chars().count() as u64
}

/// Returns the conjunction: false if a part is false, otherwise unknown if a part is unknown, otherwise true.
fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(true);
    for part in parts {
        match part {
            Some(true) => {}
            Some(false) => return Some(false),
            None => known = None,
        }
    }
    known
}

fn not(part: Option<bool>) -> Option<bool> {
    part.map(|known| !known)
}
