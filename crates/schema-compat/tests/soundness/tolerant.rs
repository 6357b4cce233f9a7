//! Evaluator for the profile `tolerant`: decides whether a writer sends a document.
//!
//! It applies the numbered rules of `docs/compatibility.md` to the document, and uses a validator where a rule requires
//! that a schema holds. It shares no code with the comparison that it checks.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Draft;
use serde_json::{Map, Value};

use crate::subschemas::{Parts, child};

/// The maximum number of combinations of branches for one document.
const MOST_CHOICES: usize = 4_096;

/// The pointers of schemas that apply to one value together.
type Schemas = BTreeSet<String>;

/// The evaluator of a writer's schema.
pub(crate) struct Evaluator<'a> {
    parts: Parts<'a>,
}

/// The answer to a question, or `None` if there are too many choices to visit.
type Answer = Option<bool>;

impl<'a> Evaluator<'a> {
    /// Reads a schema; `None` if it has references that depend on addresses of its parts.
    pub(crate) fn new(root: &'a Value, draft: Draft) -> Option<Self> {
        Parts::new(root, draft).map(|parts| Self { parts })
    }

    /// Reports whether the writer sends a document.
    pub(crate) fn sends(&self, document: &Value) -> Answer {
        if self.parts.holds("", document) {
            self.describes(&[String::new()].into(), document)
        } else {
            Some(false)
        }
    }

    /// Reports whether some schemas, which all hold for a value, describe it together.
    fn describes(&self, schemas: &Schemas, value: &Value) -> Answer {
        match value {
            Value::Object(members) => self.describes_object(schemas, value, members),
            Value::Array(items) => self.describes_array(schemas, value, items),
            _ => Some(true),
        }
    }

    // Rules 3 and 4.
    fn describes_object(
        &self,
        schemas: &Schemas,
        value: &Value,
        members: &Map<String, Value>,
    ) -> Answer {
        let choices = self.choices_of_all(schemas, value)?;
        let (names, patterns) = self.mentioned(schemas);
        let mut groups: BTreeMap<(Option<&str>, Vec<&String>), Vec<&str>> = BTreeMap::new();
        for name in members.keys() {
            let matched = patterns.iter().filter(|it| self.parts.matches(it, name));
            let alone = names.contains(name).then_some(name.as_str());
            let group = groups.entry((alone, matched.collect())).or_default();
            group.push(name);
        }
        let groups = groups.into_values();
        all(groups.map(|group| {
            any(choices.iter().map(|choice| {
                let is_free = !self.declares_any(choice);
                all(group.iter().map(|name| {
                    let is_open = is_free || self.is_open(choice, value, name);
                    if !is_open && !self.declares(choice, members, name) {
                        return Some(false);
                    }
                    self.describes(
                        &self.schemas_of_member(choice, value, name),
                        &members[*name],
                    )
                }))
            }))
        }))
    }

    // Rules 5 and 6.
    fn describes_array(&self, schemas: &Schemas, value: &Value, items: &[Value]) -> Answer {
        let choices = self.choices_of_all(schemas, value)?;
        any(choices.iter().map(|choice| {
            all(items.iter().enumerate().map(|(at, item)| {
                let mut sets = vec![self.schemas_of_item(choice, value, at)];
                for schema in choice.iter().filter(|it| self.parts.has(it, "contains")) {
                    let contains = format!("{schema}/contains");
                    if self.parts.holds(&contains, item) {
                        let with = sets.clone().into_iter().map(|mut set| {
                            set.insert(contains.clone());
                            set
                        });
                        let with: Vec<_> = with.collect();
                        sets.extend(with);
                    }
                }
                any(sets.iter().map(|set| self.describes(set, item)))
            }))
        }))
    }

    // Rule 1.

    /// Returns each set of schemas that apply to a value together, one for each choice of branches.
    fn choices_of_all(&self, schemas: &Schemas, value: &Value) -> Option<Vec<Schemas>> {
        let mut all = vec![Schemas::new()];
        for schema in schemas {
            all = product(&all, &self.choices(schema, value, &mut Vec::new())?)?;
        }
        Some(all)
    }

    fn choices(&self, schema: &str, value: &Value, open: &mut Vec<String>) -> Option<Vec<Schemas>> {
        let here: Schemas = [schema.to_owned()].into();
        let Value::Object(keywords) = self.parts.at(schema) else {
            return Some(vec![Schemas::new()]);
        };
        if open.iter().any(|it| it == schema) {
            return Some(vec![here]);
        }
        open.push(schema.to_owned());
        let mut all = vec![here];
        for keyword in keywords.keys().filter(|it| self.parts.has(schema, it)) {
            let below = format!("{schema}/{keyword}");
            let more = match keyword.as_str() {
                "$ref" | "$dynamicRef" | "$recursiveRef" => {
                    self.choices(&self.parts.target(&below), value, open)?
                }
                "allOf" => {
                    let mut all = vec![Schemas::new()];
                    for branch in self.parts.branches(&below) {
                        all = product(&all, &self.choices(&branch, value, open)?)?;
                    }
                    all
                }
                "anyOf" | "oneOf" => {
                    let mut some: Vec<Schemas> = Vec::new();
                    for branch in self.parts.branches(&below) {
                        if !self.parts.holds(&branch, value) {
                            continue;
                        }
                        let chosen = self.choices(&branch, value, open)?;
                        let mut both = product(&some, &chosen)?;
                        some.append(&mut both);
                        some.extend(chosen);
                        some.sort();
                        some.dedup();
                    }
                    some
                }
                "if" => {
                    let does_hold = self.parts.holds(&below, value);
                    let next = if does_hold { "then" } else { "else" };
                    let mut all = vec![Schemas::new()];
                    if does_hold {
                        all = self.choices(&below, value, open)?;
                    }
                    if keywords.contains_key(next) {
                        let next = format!("{schema}/{next}");
                        all = product(&all, &self.choices(&next, value, open)?)?;
                    }
                    all
                }
                "dependentSchemas" | "dependencies" => {
                    let mut all = vec![Schemas::new()];
                    for (name, schema) in keywords[keyword].as_object().into_iter().flatten() {
                        if value.get(name).is_some() && !schema.is_array() {
                            let schema = child(&below, name);
                            all = product(&all, &self.choices(&schema, value, open)?)?;
                        }
                    }
                    all
                }
                _ => continue,
            };
            all = product(&all, &more)?;
        }
        open.pop();
        Some(all)
    }

    // Rule 2.

    fn declares(&self, choice: &Schemas, members: &Map<String, Value>, name: &str) -> bool {
        choice.iter().any(|schema| {
            let lists = |list: &Value| {
                let mut names = list.as_array().into_iter().flatten();
                names.any(|it| it == name)
            };
            let depends = |keyword: &str| {
                let mut dependencies = self.parts.members(schema, keyword);
                dependencies.any(|(of, names)| members.contains_key(of) && lists(names))
            };
            let mut properties = self.parts.members(schema, "properties");
            let mut patterns = self.parts.members(schema, "patternProperties");
            properties.any(|(known, schema)| known == name && *schema != Value::Bool(false))
                || patterns.any(|(known, schema)| {
                    *schema != Value::Bool(false) && self.parts.matches(known, name)
                })
                || self.parts.keyword(schema, "required").is_some_and(lists)
                || depends("dependentRequired")
                || depends("dependencies")
        })
    }

    // Rule 3.

    fn is_open(&self, choice: &Schemas, object: &Value, name: &str) -> bool {
        let covering = self.schemas_of_member(choice, object, name);
        covering.iter().any(|schema| {
            let rests = ["/additionalProperties", "/unevaluatedProperties"];
            let is_rest = choice.iter().any(|of| {
                let keyword = schema.strip_prefix(of.as_str());
                keyword.is_some_and(|keyword| rests.contains(&keyword))
            });
            is_rest && *self.parts.at(schema) != Value::Bool(false)
        })
    }

    fn declares_any(&self, choice: &Schemas) -> bool {
        choice.iter().any(|schema| {
            ["properties", "patternProperties"].iter().any(|keyword| {
                let mut entries = self.parts.members(schema, keyword);
                entries.any(|(_, schema)| *schema != Value::Bool(false))
            })
        })
    }

    // Rule 4: the keywords that cover a member or an item.

    fn schemas_of_member(&self, choice: &Schemas, object: &Value, name: &str) -> Schemas {
        let mut all = Schemas::new();
        for schema in choice {
            let (own, is_rest) = self.own_of_member(schema, name);
            let is_named = !own.is_empty();
            all.extend(own);
            if !is_named && is_rest {
                all.insert(format!("{schema}/additionalProperties"));
            } else if !is_named
                && self.parts.has(schema, "unevaluatedProperties")
                && !self.evaluates(schema, object, &Part::Member(name), true)
            {
                all.insert(format!("{schema}/unevaluatedProperties"));
            }
        }
        all
    }

    /// Returns the schemas in `properties` and `patternProperties` of a schema for a member, and whether the schema has
    /// `additionalProperties`.
    fn own_of_member(&self, schema: &str, name: &str) -> (Vec<String>, bool) {
        let named = self.parts.members(schema, "properties");
        let named = named.filter(|(known, _)| *known == name);
        let named = named.map(|(known, _)| child(&format!("{schema}/properties"), known));
        let matching = self.parts.members(schema, "patternProperties");
        let matching = matching.filter(|(known, _)| self.parts.matches(known, name));
        let matching =
            matching.map(|(known, _)| child(&format!("{schema}/patternProperties"), known));
        let own = named.chain(matching).collect();
        (own, self.parts.has(schema, "additionalProperties"))
    }

    fn schemas_of_item(&self, choice: &Schemas, array: &Value, at: usize) -> Schemas {
        let mut all = Schemas::new();
        for schema in choice {
            if let Some(own) = self.own_of_item(schema, at) {
                all.insert(own);
            } else if self.parts.has(schema, "unevaluatedItems")
                && !self.evaluates(schema, array, &Part::Item(at), true)
            {
                all.insert(format!("{schema}/unevaluatedItems"));
            }
        }
        all
    }

    fn own_of_item(&self, schema: &str, at: usize) -> Option<String> {
        let of = |keyword: &str| Some(format!("{schema}/{keyword}"));
        let list = if self.parts.draft == Draft::Draft202012 {
            "prefixItems"
        } else {
            "items"
        };
        match self.parts.keyword(schema, list).and_then(Value::as_array) {
            Some(prefix) if at < prefix.len() => return Some(format!("{schema}/{list}/{at}")),
            Some(_) if list == "items" => {
                let is_there = self.parts.has(schema, "additionalItems");
                return is_there.then(|| of("additionalItems")).flatten();
            }
            _ => {}
        }
        self.parts
            .has(schema, "items")
            .then(|| of("items"))
            .flatten()
    }

    /// Reports whether a schema evaluates a member or an item, as defined for `unevaluatedProperties` and
    /// `unevaluatedItems`. `is_asking` ignores these two keywords of the schema itself.
    fn evaluates(&self, schema: &str, value: &Value, part: &Part<'_>, is_asking: bool) -> bool {
        let Value::Object(keywords) = self.parts.at(schema) else {
            return false;
        };
        let own = match part {
            Part::Member(name) => {
                let (own, is_rest) = self.own_of_member(schema, name);
                !own.is_empty()
                    || is_rest
                    || (!is_asking && self.parts.has(schema, "unevaluatedProperties"))
            }
            Part::Item(at) => {
                self.own_of_item(schema, *at).is_some()
                    || (!is_asking && self.parts.has(schema, "unevaluatedItems"))
                    || (self.parts.draft == Draft::Draft202012
                        && self.parts.has(schema, "contains")
                        && self.parts.holds(&format!("{schema}/contains"), &value[*at]))
            }
        };
        let does = |schema: &str| self.evaluates(schema, value, part, false);
        own || keywords
            .keys()
            .filter(|it| self.parts.has(schema, it))
            .any(|keyword| {
                let below = format!("{schema}/{keyword}");
                let next = |keyword: &str| {
                    keywords.contains_key(keyword) && does(&format!("{schema}/{keyword}"))
                };
                match keyword.as_str() {
                    "$ref" | "$dynamicRef" | "$recursiveRef" => does(&self.parts.target(&below)),
                    "allOf" | "anyOf" | "oneOf" => self
                        .parts
                        .branches(&below)
                        .any(|branch| self.parts.holds(&branch, value) && does(&branch)),
                    "if" if self.parts.holds(&below, value) => does(&below) || next("then"),
                    "if" => next("else"),
                    "dependentSchemas" => self
                        .parts
                        .members(schema, keyword)
                        .any(|(name, _)| value.get(name).is_some() && does(&child(&below, name))),
                    _ => false,
                }
            })
    }

    /// Returns the names and the patterns in all schemas that can apply where some schemas do.
    fn mentioned(&self, schemas: &Schemas) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut names, mut patterns) = (BTreeSet::new(), BTreeSet::new());
        let mut todo: Vec<String> = schemas.iter().cloned().collect();
        let mut seen = Schemas::new();
        while let Some(schema) = todo.pop() {
            if !seen.insert(schema.clone()) {
                continue;
            }
            names.extend(
                self.parts
                    .members(&schema, "properties")
                    .map(|it| it.0.clone()),
            );
            let lists = self.parts.keyword(&schema, "required").into_iter();
            let lists = lists.chain(
                self.parts
                    .members(&schema, "dependentRequired")
                    .map(|it| it.1),
            );
            let lists = lists.chain(self.parts.members(&schema, "dependencies").map(|it| it.1));
            let required = lists.filter_map(Value::as_array).flatten();
            names.extend(required.filter_map(Value::as_str).map(str::to_owned));
            let known = self.parts.members(&schema, "patternProperties");
            patterns.extend(known.map(|it| it.0.clone()));
            for keyword in self
                .parts
                .at(&schema)
                .as_object()
                .into_iter()
                .flat_map(Map::keys)
            {
                let below = format!("{schema}/{keyword}");
                match keyword.as_str() {
                    _ if !self.parts.has(&schema, keyword) => {}
                    "$ref" | "$dynamicRef" | "$recursiveRef" => {
                        todo.push(self.parts.target(&below))
                    }
                    "allOf" | "anyOf" | "oneOf" => todo.extend(self.parts.branches(&below)),
                    "if" => {
                        todo.push(below);
                        todo.extend(["then", "else"].map(|next| format!("{schema}/{next}")));
                    }
                    "dependentSchemas" | "dependencies" => {
                        let schemas = self.parts.members(&schema, keyword);
                        todo.extend(schemas.map(|(name, _)| child(&below, name)));
                    }
                    _ => {}
                }
            }
        }
        (names, patterns)
    }
}

/// A part of a value.
enum Part<'a> {
    Member(&'a str),
    Item(usize),
}

/// Returns each union of a set of the one and a set of the other; `None` if these are too many.
fn product(left: &[Schemas], right: &[Schemas]) -> Option<Vec<Schemas>> {
    if left.len() * right.len() > MOST_CHOICES {
        return None;
    }
    let of = |set: &Schemas| right.iter().map(|other| set | other).collect::<Vec<_>>();
    let mut all: Vec<Schemas> = left.iter().flat_map(of).collect();
    all.sort();
    all.dedup();
    Some(all)
}

/// Returns the conjunction of answers: false if any is false, even if others are unknown.
fn all(answers: impl Iterator<Item = Answer>) -> Answer {
    let mut known = Some(true);
    for answer in answers {
        match answer {
            Some(false) => return answer,
            Some(true) => {}
            None => known = None,
        }
    }
    known
}

fn any(answers: impl Iterator<Item = Answer>) -> Answer {
    all(answers.map(|answer| answer.map(|it| !it))).map(|it| !it)
}
