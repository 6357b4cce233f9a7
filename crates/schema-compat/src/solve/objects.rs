//! Objects: which properties there have to be, and what each has to be.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{AnyOf, Found, Literal, Solver};
use crate::model::{Id, Kinds, Node, Text};

/// Ways in which patterns can match a name that nobody has declared: all combinations of so many.
const MOST_PATTERNS: usize = 6;

/// No object is filled up with more properties than this.
const MOST_PROPERTIES: u64 = 300;

/// What an object has to be.
#[derive(Default)]
struct Shape {
    least: u64,
    most: Option<u64>,
    required: BTreeSet<Text>,
    absent: BTreeSet<Text>,
    properties: Vec<(Text, Id)>,
    matching: Vec<(Text, Id)>,
    others: Vec<(Vec<Text>, Vec<Text>, Id)>,
    names: Vec<Id>,
    /// What some property has to be.
    demands: Vec<Demand>,
    /// What a property has to be that is there.
    wanted: BTreeMap<Text, Vec<Literal>>,
    /// All names that are mentioned.
    mentioned: BTreeSet<Text>,
}

/// That some property breaks a rule.
enum Demand {
    Matching(Text, Id),
    Others(Vec<Text>, Vec<Text>, Id),
    Name(Id),
}

impl Solver<'_> {
    /// Looks for an object.
    pub(super) fn object(&mut self, literals: &[Literal]) -> Found {
        let shape = self.object_shape(literals);
        if shape.most.is_some_and(|most| shape.least > most)
            || !shape.required.is_disjoint(&shape.absent)
            || shape
                .most
                .is_some_and(|most| (shape.required.len() as u64) > most)
        {
            return Found::Nothing;
        }
        let mut object = Map::new();
        let mut is_unknown = false;
        for name in &shape.required {
            let found = self.property(&shape, *name, &[]);
            match found {
                Found::Nothing => return Found::Nothing,
                Found::Value(_) => {}
                Found::Unknown(_) => is_unknown = true,
            }
            if let Some(value) = found.candidate() {
                object.insert(self.model.text(*name).to_owned(), value.clone());
            }
        }
        for demand in &shape.demands {
            match self.meet(&shape, demand, &mut object) {
                Found::Nothing => return Found::Nothing,
                Found::Value(_) => {}
                Found::Unknown(_) => is_unknown = true,
            }
        }
        if (object.len() as u64) < shape.least && !is_unknown {
            match self.fill_up(&shape, &mut object) {
                Found::Nothing => return Found::Nothing,
                Found::Value(_) => {}
                Found::Unknown(_) => is_unknown = true,
            }
        }
        match self.checked(literals, Value::Object(object)) {
            Found::Value(value) => Found::Value(value),
            Found::Unknown(candidate) => Found::Unknown(candidate),
            Found::Nothing if is_unknown => Found::Unknown(None),
            Found::Nothing => Found::Nothing,
        }
    }

    fn object_shape(&self, literals: &[Literal]) -> Shape {
        let mut shape = Shape::default();
        for (id, holds) in literals {
            match (self.model.node(*id).clone(), *holds) {
                (Node::Required(name), true) => {
                    shape.required.insert(name);
                }
                (Node::Required(name), false) => {
                    shape.absent.insert(name);
                }
                (Node::MinProperties(least), true) => shape.least = shape.least.max(least),
                (Node::MinProperties(least), false) => shape.limit(least.saturating_sub(1)),
                (Node::MaxProperties(most), true) => shape.limit(most),
                (Node::MaxProperties(most), false) => {
                    shape.least = shape.least.max(most.saturating_add(1));
                }
                (Node::Property(name, schema), true) => shape.properties.push((name, schema)),
                (Node::Property(name, schema), false) => {
                    shape.required.insert(name);
                    shape.wanted.entry(name).or_default().push((schema, false));
                }
                (Node::Matching(pattern, schema), true) => shape.matching.push((pattern, schema)),
                (Node::Matching(pattern, schema), false) => {
                    shape.demands.push(Demand::Matching(pattern, schema));
                }
                (Node::Others(names, patterns, schema), holds) => {
                    shape.mentioned.extend(&names);
                    if holds {
                        shape.others.push((names, patterns, schema));
                    } else {
                        shape.demands.push(Demand::Others(names, patterns, schema));
                    }
                }
                (Node::Names(schema), true) => shape.names.push(schema),
                (Node::Names(schema), false) => shape.demands.push(Demand::Name(schema)),
                _ => {}
            }
        }
        let mentioned = shape.properties.iter().map(|(name, _)| *name);
        let mentioned: Vec<Text> = mentioned
            .chain(shape.required.iter().copied())
            .chain(shape.absent.iter().copied())
            .collect();
        shape.mentioned.extend(mentioned);
        shape
    }

    /// What a declared property can be, with what else it has to be.
    fn property(&mut self, shape: &Shape, name: Text, more: &[Literal]) -> Found {
        if shape.absent.contains(&name) {
            return Found::Nothing;
        }
        let text = self.model.text(name).to_owned();
        let key = Value::from(text.as_str());
        if shape
            .names
            .iter()
            .any(|names| self.model.accepts(*names, &key) == Some(false))
        {
            return Found::Nothing;
        }
        let mut question: Vec<Literal> = more.to_vec();
        question.extend(shape.wanted.get(&name).into_iter().flatten());
        for (known, schema) in &shape.properties {
            if *known == name {
                question.push((*schema, true));
            }
        }
        for (pattern, schema) in &shape.matching {
            if self.model.matches(*pattern, &text) == Some(true) {
                question.push((*schema, true));
            }
        }
        for (names, patterns, schema) in &shape.others {
            let is_other = !names.contains(&name)
                && patterns
                    .iter()
                    .all(|pattern| self.model.matches(*pattern, &text) == Some(false));
            if is_other {
                question.push((*schema, true));
            }
        }
        self.solve(question)
    }

    /// Adds a property that meets a demand, or finds out that there can be none.
    fn meet(&mut self, shape: &Shape, demand: &Demand, object: &mut Map<String, Value>) -> Found {
        let mut any = AnyOf::default();
        for name in &shape.mentioned {
            let text = self.model.text(*name).to_owned();
            let more = match demand {
                Demand::Matching(pattern, schema) => {
                    match self.model.matches(*pattern, &text) {
                        Some(false) => continue,
                        Some(true) => {}
                        None => any.is_unknown = true,
                    }
                    vec![(*schema, false)]
                }
                Demand::Others(names, patterns, schema) => {
                    let matches = patterns
                        .iter()
                        .map(|known| self.model.matches(*known, &text));
                    let matches: Vec<_> = matches.collect();
                    if names.contains(name) || matches.contains(&Some(true)) {
                        continue;
                    }
                    any.is_unknown |= matches.contains(&None);
                    vec![(*schema, false)]
                }
                Demand::Name(names) => {
                    match self.model.accepts(*names, &text.as_str().into()) {
                        Some(true) => continue,
                        Some(false) => {}
                        None => any.is_unknown = true,
                    }
                    Vec::new()
                }
            };
            let found = self.property(shape, *name, &more);
            if let Found::Value(value) = &found {
                object.insert(text, value.clone());
            }
            if let Some(found) = any.settles(found) {
                return found;
            }
        }
        let excluded = self.excluded(shape, object);
        let found = self.fresh(shape, Some(demand), &excluded, object);
        any.settles(found).unwrap_or_else(|| any.finish())
    }

    fn excluded(&self, shape: &Shape, object: &Map<String, Value>) -> Vec<String> {
        let mentioned = shape.mentioned.iter().map(|name| self.model.text(*name));
        mentioned
            .chain(object.keys().map(String::as_str))
            .map(str::to_owned)
            .collect()
    }

    /// Adds a property that nobody has declared.
    fn fresh(
        &mut self,
        shape: &Shape,
        demand: Option<&Demand>,
        excluded: &[String],
        object: &mut Map<String, Value>,
    ) -> Found {
        let model = self.model;
        let mut patterns: BTreeSet<Text> = shape.matching.iter().map(|(known, _)| *known).collect();
        patterns.extend(shape.others.iter().flat_map(|(_, known, _)| known));
        let mut name_literals: Vec<Literal> = shape.names.iter().map(|id| (*id, true)).collect();
        let mut value_literals: Vec<Literal> = Vec::new();
        let literal = |pattern: &Text, holds: bool| {
            model
                .find(&Node::Pattern(*pattern))
                .map(|pattern| (pattern, holds))
        };
        match demand {
            Some(Demand::Matching(pattern, schema)) => {
                name_literals.extend(literal(pattern, true));
                value_literals.push((*schema, false));
            }
            Some(Demand::Others(_, known, schema)) => {
                name_literals.extend(known.iter().filter_map(|known| literal(known, false)));
                value_literals.push((*schema, false));
            }
            Some(Demand::Name(names)) => name_literals.push((*names, false)),
            None => {}
        }
        let patterns: Vec<Text> = patterns.into_iter().collect();
        if patterns.len() > MOST_PATTERNS {
            return Found::Unknown(None);
        }
        let string = model.find(&Node::Kinds(Kinds::STRING));
        let mut any = AnyOf::default();
        for ways in 0..1usize << patterns.len() {
            let does_match = |pattern: &Text| {
                let at = patterns.iter().position(|known| known == pattern);
                at.is_some_and(|at| ways >> at & 1 == 1)
            };
            let mut values = value_literals.clone();
            for (pattern, schema) in &shape.matching {
                values.extend(does_match(pattern).then_some((*schema, true)));
            }
            for (_, known, schema) in &shape.others {
                values.extend((!known.iter().any(does_match)).then_some((*schema, true)));
            }
            let value = self.solve(values);
            if value.is_nothing() {
                continue;
            }
            let mut names = name_literals.clone();
            names.extend(
                patterns
                    .iter()
                    .filter_map(|pattern| literal(pattern, does_match(pattern))),
            );
            names.extend(string.map(|string| (string, true)));
            let name = self.name(&names, excluded);
            match (&name, &value) {
                (Found::Value(Value::String(name)), Found::Value(found)) => {
                    object.insert(name.clone(), found.clone());
                    return value;
                }
                (Found::Nothing, _) => {}
                _ => any.is_unknown = true,
            }
        }
        any.finish()
    }

    /// A name for a property that nobody has declared.
    fn name(&mut self, literals: &[Literal], excluded: &[String]) -> Found {
        let mut names: Vec<Literal> = literals.to_vec();
        names.sort();
        names.dedup();
        let contradicts = |(id, holds): &Literal| names.binary_search(&(*id, !holds)).is_ok();
        if names.iter().any(contradicts) {
            return Found::Nothing;
        }
        let excluded: Vec<&str> = excluded.iter().map(String::as_str).collect();
        let is_plain = |(id, _): &Literal| {
            matches!(
                self.model.node(*id),
                Node::Pattern(_)
                    | Node::MinLength(_)
                    | Node::MaxLength(_)
                    | Node::Check(_)
                    | Node::Kinds(Kinds::STRING)
            )
        };
        if names.iter().all(is_plain) {
            return self.string(&names, &excluded);
        }
        match self.solve(names) {
            // It is among those that are declared; another would have to be looked for.
            Found::Value(Value::String(name)) if !excluded.contains(&name.as_str()) => {
                Found::Value(name.into())
            }
            Found::Nothing => Found::Nothing,
            _ => Found::Unknown(None),
        }
    }

    /// Adds properties until there are enough, or finds out that there can be no more.
    fn fill_up(&mut self, shape: &Shape, object: &mut Map<String, Value>) -> Found {
        if shape.least > MOST_PROPERTIES {
            return Found::Unknown(None);
        }
        let mut is_unknown = false;
        for name in &shape.mentioned {
            if object.len() as u64 >= shape.least {
                return Found::Value(Value::Null);
            }
            let text = self.model.text(*name).to_owned();
            if object.contains_key(&text) {
                continue;
            }
            match self.property(shape, *name, &[]) {
                Found::Value(value) => {
                    object.insert(text, value);
                }
                Found::Nothing => {}
                Found::Unknown(_) => is_unknown = true,
            }
        }
        while (object.len() as u64) < shape.least {
            let before = object.len();
            let excluded = self.excluded(shape, object);
            match self.fresh(shape, None, &excluded, object) {
                Found::Nothing if before == self.declared(shape, object) && !is_unknown => {
                    return Found::Nothing;
                }
                Found::Value(_) => {}
                Found::Nothing | Found::Unknown(_) => return Found::Unknown(None),
            }
        }
        Found::Value(Value::Null)
    }

    /// How many properties of an object are declared.
    fn declared(&self, shape: &Shape, object: &Map<String, Value>) -> usize {
        let declared = shape.mentioned.iter();
        declared
            .filter(|name| object.contains_key(self.model.text(**name)))
            .count()
    }
}

impl Shape {
    fn limit(&mut self, most: u64) {
        self.most = Some(self.most.map_or(most, |known| known.min(most)));
    }
}
