//! Merges equivalent definitions.
//!
//! Equal nodes are one node from the start. Definitions represent recursive parts, so two of them are never equal as
//! nodes, even if they accept the same values. The definitions of the old and the new schema do, unless an edit affects
//! them.

use std::collections::BTreeMap;

use super::{Id, Model, Node};

impl Node {
    /// Returns the same assertion about other parts and definitions.
    fn map(&self, id: impl Fn(Id) -> Id, definition: impl Fn(usize) -> usize) -> Self {
        let all = |parts: &[Id]| parts.iter().map(|part| id(*part)).collect();
        match self {
            Self::All(parts) => Self::All(all(parts)),
            Self::Any(parts) => Self::Any(all(parts)),
            Self::One(parts) => Self::One(all(parts)),
            Self::Not(part) => Self::Not(id(*part)),
            Self::Definition(number) => Self::Definition(definition(*number)),
            Self::Item(at, schema) => Self::Item(*at, id(*schema)),
            Self::ItemsFrom(from, schema) => Self::ItemsFrom(*from, id(*schema)),
            Self::Contains(least, schema) => Self::Contains(*least, id(*schema)),
            Self::ContainsAtMost(most, schema) => Self::ContainsAtMost(*most, id(*schema)),
            Self::Property(name, schema) => Self::Property(*name, id(*schema)),
            Self::Members(selector, schema) => Self::Members(selector.clone(), id(*schema)),
            Self::Names(schema) => Self::Names(id(*schema)),
            Self::Kinds(_)
            | Self::Values(_)
            | Self::AtLeast(..)
            | Self::AtMost(..)
            | Self::MultipleOf(_)
            | Self::MinLength(_)
            | Self::MaxLength(_)
            | Self::Pattern(_)
            | Self::Check(_)
            | Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::Unique
            | Self::Required(_)
            | Self::MinProperties(_)
            | Self::MaxProperties(_)
            | Self::Opaque(_) => self.clone(),
        }
    }
}

impl Model {
    /// Merges definitions that cannot be distinguished, and returns the new nodes of the roots.
    ///
    /// This is partition refinement. All definitions are assumed to be equal until their bodies differ; then
    /// definitions that depend on the difference are separated in turn. Definitions that are never separated accept the
    /// same values: a smallest value that only one of them accepts would contain a smaller such value.
    pub(crate) fn merge(&mut self, roots: [Id; 2]) -> [Id; 2] {
        if self.definitions.len() < 2 {
            return roots;
        }
        let mut classes = vec![0; self.definitions.len()];
        let mut count = 1;
        loop {
            let next = self.told_apart(&classes);
            let next_count = next.iter().max().map_or(0, |most| most + 1);
            if next_count == count {
                break;
            }
            (classes, count) = (next, next_count);
        }
        if count == classes.len() {
            return roots;
        }
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for (definition, class) in classes.iter().enumerate() {
            first.entry(*class).or_insert(definition);
        }
        let stands_for = |definition: usize| {
            let class = classes.get(definition);
            class
                .and_then(|class| first.get(class))
                .copied()
                .unwrap_or(definition)
        };
        self.rebuild(roots, stands_for)
    }

    /// Returns refined classes: two definitions stay in one class only if their bodies are equal under the current
    /// classes.
    fn told_apart(&self, classes: &[usize]) -> Vec<usize> {
        let class_of = |definition: usize| classes.get(definition).copied().unwrap_or(definition);
        let mut known: BTreeMap<Node, Id> = BTreeMap::new();
        let mut looks: Vec<Id> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            // The parts of a node come before the node.
            let look_of = |id: Id| looks.get(id.0 as usize).copied().unwrap_or(id);
            let mut look = node.map(look_of, class_of);
            if let Node::All(parts) | Node::Any(parts) | Node::One(parts) = &mut look {
                parts.sort();
            }
            let next = Id(u32::try_from(known.len()).unwrap_or(u32::MAX));
            looks.push(*known.entry(look).or_insert(next));
        }
        let mut numbers: BTreeMap<(usize, Option<Id>), usize> = BTreeMap::new();
        let each = self.definitions.iter().enumerate();
        each.map(|(definition, body)| {
            let look = body.and_then(|body| looks.get(body.0 as usize).copied());
            // A definition without a body differs from all others.
            let class = match look {
                Some(_) => class_of(definition),
                None => usize::MAX - definition,
            };
            let next = numbers.len();
            *numbers.entry((class, look)).or_insert(next)
        })
        .collect()
    }

    /// Rebuilds all nodes, with each definition replaced by the one that represents it.
    fn rebuild(&mut self, roots: [Id; 2], stands_for: impl Fn(usize) -> usize) -> [Id; 2] {
        let nodes = std::mem::take(&mut self.nodes);
        self.ids.clear();
        let mut made: Vec<Id> = Vec::with_capacity(nodes.len());
        for node in &nodes {
            let node = node.map(
                |id| made.get(id.0 as usize).copied().unwrap_or(id),
                &stands_for,
            );
            made.push(match node {
                Node::All(parts) => self.all(parts),
                Node::Any(parts) => self.any(parts),
                Node::One(parts) => self.one(parts),
                Node::Not(part) => self.not(part),
                other => self.add(other),
            });
        }
        let new = |id: Id| made.get(id.0 as usize).copied().unwrap_or(id);
        for body in self.definitions.iter_mut().flatten() {
            *body = new(*body);
        }
        let origins = std::mem::take(&mut self.origins);
        for ((id, role), origin) in origins {
            self.origins.entry((new(id), role)).or_insert(origin);
        }
        for structure in self.structures.values_mut() {
            *structure = new(*structure);
        }
        roots.map(new)
    }
}
