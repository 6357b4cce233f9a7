//! Which properties and items a schema evaluates: what `unevaluatedProperties` and `unevaluatedItems`
//! leave over, and what a closed writer may send.

use std::collections::BTreeSet;

use jsonschema::Draft as Dialect;
use serde_json::{Map, Value};

use super::{Lowering, Place, address};
use crate::model::{Id, Node, Text};

/// More combinations of branches than this are not written out.
const MOST_WAYS: usize = 256;

/// Of an `anyOf` every subset of its branches may hold, which is written out up to this many branches.
const MOST_ALTERNATIVES: usize = 6;

/// One way in which a schema can hold, and what is evaluated then.
///
/// A way need not say that other branches fail: where they hold too, more is evaluated, which is a
/// way of its own.
#[derive(Clone, Default)]
struct Way {
    conditions: Vec<Id>,
    names: BTreeSet<Text>,
    patterns: BTreeSet<Text>,
    has_all_properties: bool,
    items: u64,
    has_all_items: bool,
    /// Items are evaluated one by one, by `contains`.
    has_some_items: bool,
}

impl Way {
    fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.conditions.extend(&other.conditions);
        both.names.extend(&other.names);
        both.patterns.extend(&other.patterns);
        both.has_all_properties |= other.has_all_properties;
        both.items = both.items.max(other.items);
        both.has_all_items |= other.has_all_items;
        both.has_some_items |= other.has_some_items;
        both
    }
}

/// Every combination of a way of the one and a way of the other, unless these are too many.
fn product(left: &[Way], right: &[Way]) -> Option<Vec<Way>> {
    if left.len() * right.len() > MOST_WAYS {
        return None;
    }
    let each = |way: &Way| -> Vec<Way> { right.iter().map(|other| way.with(other)).collect() };
    Some(left.iter().flat_map(each).collect())
}

impl<'a> Lowering<'_, 'a> {
    /// Adds what `unevaluatedProperties` and `unevaluatedItems` say.
    pub(super) fn unevaluated(
        &mut self,
        schema: &'a Value,
        members: &'a Map<String, Value>,
        place: &Place,
        parts: &mut Vec<Id>,
    ) {
        for name in ["unevaluatedProperties", "unevaluatedItems"] {
            let Some(rest) = members
                .get(name)
                .filter(|_| self.dialect.is_known_keyword(name))
            else {
                continue;
            };
            let rest = self.value(rest, place);
            if self.model.is_always(rest) {
                continue;
            }
            let part = match self.ways(schema, &place.open(), &mut vec![], Some(name)) {
                Some(ways) if name == "unevaluatedProperties" => {
                    self.rest_of_properties(ways, rest)
                }
                Some(ways) => self.rest_of_items(ways, rest),
                None => self.model.opaque(),
            };
            parts.push(part);
        }
    }

    /// What a closed schema adds to one for a whole value: that its objects have declared properties
    /// only. A schema that declares none is left open, since it describes objects of any shape.
    pub(super) fn closing(&mut self, schema: &'a Value, place: &Place) -> Id {
        let ways = self.ways(schema, place, &mut vec![], None).or_else(|| {
            // Of too many ways, each declares what any of them does.
            let mut all = Way::default();
            self.declared(schema, place, &mut vec![], &mut all)?;
            Some(vec![all])
        });
        let Some(ways) = ways else {
            return self.model.opaque();
        };
        let declares = |way: &Way| !way.names.is_empty() || !way.patterns.is_empty();
        if !ways.iter().any(declares) {
            return self.model.always();
        }
        let never = self.model.never();
        self.rest_of_properties(ways, never)
    }

    fn rest_of_properties(&mut self, ways: Vec<Way>, rest: Id) -> Id {
        let ways = ways.into_iter().map(|mut way| {
            if !way.has_all_properties {
                let names = way.names.into_iter().collect();
                let patterns = way.patterns.into_iter().collect();
                let others = Node::Others(names, patterns, rest);
                way.conditions.push(self.model.add(others));
            }
            self.model.all(way.conditions)
        });
        let ways: Vec<_> = ways.collect();
        self.model.any(ways)
    }

    fn rest_of_items(&mut self, ways: Vec<Way>, rest: Id) -> Id {
        if ways
            .iter()
            .any(|way| way.has_some_items && !way.has_all_items)
        {
            return self.model.opaque();
        }
        let ways = ways.into_iter().map(|mut way| {
            if !way.has_all_items {
                way.conditions.push(self.items_from(way.items, rest));
            }
            self.model.all(way.conditions)
        });
        let ways: Vec<_> = ways.collect();
        self.model.any(ways)
    }

    /// The ways in which a schema can hold. `without` is the keyword that asks, which evaluates
    /// nothing before it has its answer.
    fn ways(
        &mut self,
        schema: &'a Value,
        place: &Place,
        open: &mut Vec<usize>,
        without: Option<&str>,
    ) -> Option<Vec<Way>> {
        let Value::Object(members) = schema else {
            return Some(vec![Way::default()]);
        };
        let here = address(schema);
        if open.contains(&here) {
            return None;
        }
        open.push(here);
        let ways = self.ways_of(schema, members, place, open, without);
        open.pop();
        ways
    }

    fn ways_of(
        &mut self,
        schema: &'a Value,
        members: &'a Map<String, Value>,
        place: &Place,
        open: &mut Vec<usize>,
        without: Option<&str>,
    ) -> Option<Vec<Way>> {
        let place = self.enter(schema, place)?;
        let mut ways = vec![self.own(members, &place, without)];
        for (name, value) in members {
            if !self.dialect.is_known_keyword(name) {
                continue;
            }
            let has_siblings = self.dialect >= Dialect::Draft201909;
            if !has_siblings && name != "$ref" && members.contains_key("$ref") {
                continue;
            }
            let more = match name.as_str() {
                "$ref" | "$dynamicRef" | "$recursiveRef" => {
                    let reference = match name.as_str() {
                        "$ref" => value.as_str()?.to_owned(),
                        _ => self.dynamic_target(name, value.as_str()?)?,
                    };
                    let (target, place) = self.follow(&reference, &place)?;
                    self.ways(target, &place, open, None)?
                }
                "allOf" => {
                    let mut all = vec![Way::default()];
                    for schema in value.as_array()? {
                        let more = self.ways(schema, &place, open, None)?;
                        all = product(&all, &more)?;
                    }
                    all
                }
                "anyOf" | "oneOf" => {
                    self.ways_of_branches(name, value.as_array()?, &place, open)?
                }
                "if" => self.ways_of_conditional(value, members, &place, open)?,
                "dependentSchemas" | "dependencies" => {
                    self.ways_of_dependent(value.as_object()?, &place, open)?
                }
                _ => continue,
            };
            ways = product(&ways, &more)?;
        }
        Some(ways)
    }

    /// Adds what is declared anywhere in a schema for the same value.
    fn declared(
        &mut self,
        schema: &'a Value,
        place: &Place,
        open: &mut Vec<usize>,
        all: &mut Way,
    ) -> Option<()> {
        let Value::Object(members) = schema else {
            return Some(());
        };
        if open.contains(&address(schema)) {
            return Some(());
        }
        open.push(address(schema));
        let place = self.enter(schema, place)?;
        *all = all.with(&self.own(members, &place, None));
        for (name, value) in members {
            let schemas: Vec<&'a Value> = match name.as_str() {
                _ if !self.dialect.is_known_keyword(name) => continue,
                "$ref" => {
                    let (target, place) = self.follow(value.as_str()?, &place)?;
                    self.declared(target, &place, open, all)?;
                    continue;
                }
                "$dynamicRef" | "$recursiveRef" => return None,
                "allOf" | "anyOf" | "oneOf" => value.as_array()?.iter().collect(),
                "if" | "then" | "else" => vec![value],
                "dependentSchemas" | "dependencies" => value.as_object()?.values().collect(),
                _ => continue,
            };
            for schema in schemas {
                self.declared(schema, &place, open, all)?;
            }
        }
        Some(())
    }

    /// What the keywords of a schema object itself evaluate.
    fn own(
        &mut self,
        members: &'a Map<String, Value>,
        place: &Place,
        without: Option<&str>,
    ) -> Way {
        let mut way = Way::default();
        if self.dialect < Dialect::Draft201909 && members.contains_key("$ref") {
            return way;
        }
        let asserts = |name: &str| {
            let value = members
                .get(name)
                .filter(|_| self.dialect.is_known_keyword(name));
            value.filter(|_| without != Some(name))
        };
        let is_trivial = |value: &Value| {
            *value == Value::Bool(true) || value.as_object().is_some_and(Map::is_empty)
        };
        let keys = |name: &str| asserts(name).and_then(Value::as_object).into_iter();
        let names: Vec<&String> = keys("properties").flat_map(Map::keys).collect();
        let patterns: Vec<&String> = keys("patternProperties").flat_map(Map::keys).collect();
        let declares = !names.is_empty() || !patterns.is_empty();
        for name in ["additionalProperties", "unevaluatedProperties"] {
            // That further properties may be anything declares none of them.
            way.has_all_properties |= asserts(name)
                .is_some_and(|value| !(place.is_closed && declares && is_trivial(value)));
        }
        way.has_all_items |= asserts("unevaluatedItems").is_some();
        match (self.dialect, asserts("items"), asserts("prefixItems")) {
            (_, Some(Value::Array(prefix)), _) => {
                way.items = prefix.len() as u64;
                way.has_all_items |= asserts("additionalItems").is_some();
            }
            (_, Some(_), _) => way.has_all_items = true,
            (_, None, Some(Value::Array(prefix))) => way.items = prefix.len() as u64,
            (_, None, _) => {}
        }
        way.has_some_items = self.dialect == Dialect::Draft202012 && asserts("contains").is_some();
        way.names = names
            .into_iter()
            .map(|name| self.model.intern(name))
            .collect();
        way.patterns = patterns
            .into_iter()
            .map(|pattern| self.model.pattern(pattern))
            .collect();
        way
    }

    /// The ways of one branch, under the condition that it holds.
    fn ways_of_branch(
        &mut self,
        schema: &'a Value,
        place: &Place,
        open: &mut Vec<usize>,
    ) -> Option<Vec<Way>> {
        let condition = self.schema(schema, &place.open());
        let mut ways = self.ways(schema, place, open, None)?;
        for way in &mut ways {
            way.conditions.push(condition);
        }
        Some(ways)
    }

    fn ways_of_branches(
        &mut self,
        name: &str,
        branches: &'a [Value],
        place: &Place,
        open: &mut Vec<usize>,
    ) -> Option<Vec<Way>> {
        let mut each = Vec::new();
        for branch in branches {
            each.push(self.ways_of_branch(branch, place, open)?);
        }
        if name == "oneOf" {
            return Some(each.into_iter().flatten().collect());
        }
        // Where no branch evaluates anything, it does not matter which hold.
        let is_plain = |way: &Way| {
            way.names.is_empty()
                && way.patterns.is_empty()
                && !way.has_all_properties
                && way.items == 0
                && !way.has_all_items
                && !way.has_some_items
        };
        if each.iter().flatten().all(is_plain) {
            return Some(vec![Way::default()]);
        }
        if each.len() > MOST_ALTERNATIVES {
            return None;
        }
        let mut ways: Vec<Way> = Vec::new();
        for branch in &each {
            let mut more = product(&ways, branch)?;
            more.extend(branch.iter().cloned());
            ways.extend(more);
            if ways.len() > MOST_WAYS {
                return None;
            }
        }
        Some(ways)
    }

    fn ways_of_conditional(
        &mut self,
        condition: &'a Value,
        siblings: &'a Map<String, Value>,
        place: &Place,
        open: &mut Vec<usize>,
    ) -> Option<Vec<Way>> {
        let mut holds = self.ways_of_branch(condition, place, open)?;
        if let Some(then) = siblings.get("then") {
            let then = self.ways(then, place, open, None)?;
            holds = product(&holds, &then)?;
        }
        let mut fails = match siblings.get("else") {
            Some(otherwise) => self.ways(otherwise, place, open, None)?,
            None => vec![Way::default()],
        };
        let condition = self.schema(condition, &place.open());
        let refuted = self.model.not(condition);
        for way in &mut fails {
            way.conditions.push(refuted);
        }
        holds.extend(fails);
        Some(holds)
    }

    fn ways_of_dependent(
        &mut self,
        dependencies: &'a Map<String, Value>,
        place: &Place,
        open: &mut Vec<usize>,
    ) -> Option<Vec<Way>> {
        let mut ways = vec![Way::default()];
        for (name, schema) in dependencies.iter().filter(|(_, schema)| !schema.is_array()) {
            let has = self.has(name);
            let mut present = self.ways(schema, place, open, None)?;
            for way in &mut present {
                way.conditions.push(has);
            }
            present.push(Way::default());
            ways = product(&ways, &present)?;
        }
        Some(ways)
    }
}
