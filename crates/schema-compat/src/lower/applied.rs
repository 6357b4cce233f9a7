//! The schemas that apply to the same value. `unevaluatedProperties`, `unevaluatedItems` and the profile `tolerant`
//! depend on them.

use jsonschema::Draft as Dialect;
use schema_registry::keywords::is_reference;
use serde_json::{Map, Value};

use super::{Lowering, SchemaContext, address, strings};
use crate::{
    model::{Id, Text},
    solve::Solver,
};

/// The schemas that apply to a value: a schema, those that it refers to, and its alternatives.
#[derive(Default)]
pub(super) struct Applied<'a> {
    /// `None` for a group of schemas, which are the parts.
    pub(super) site: Option<Site<'a>>,
    /// The names that it requires.
    pub(super) required: Vec<&'a str>,
    /// The schemas that always apply together with this one.
    pub(super) parts: Vec<Applied<'a>>,
    /// The unions. At least one alternative of each applies.
    pub(super) unions: Vec<Union<'a>>,
}

/// A schema object and its context.
#[derive(Clone)]
pub(super) struct Site<'a> {
    pub(super) members: &'a Map<String, Value>,
    pub(super) context: SchemaContext,
    /// The keyword for which the schemas are collected. It is ignored in this object.
    without: Option<&'static str>,
}

pub(super) struct Union<'a> {
    pub(super) alternatives: Vec<Alternative<'a>>,
    /// True if several alternatives can apply at once.
    pub(super) are_several: bool,
}

pub(super) struct Alternative<'a> {
    /// The assertion that it applies.
    pub(super) condition: Id,
    pub(super) applied: Applied<'a>,
}

impl<'a> Site<'a> {
    /// Returns the value of a keyword, if the dialect defines it.
    pub(super) fn keyword(&self, name: &str) -> Option<&'a Value> {
        let is_alone =
            self.context.dialect < Dialect::Draft201909 && self.members.contains_key("$ref");
        if is_alone || self.without == Some(name) || !self.context.dialect.is_known_keyword(name) {
            return None;
        }
        self.members.get(name)
    }

    /// Returns the schemas that a keyword holds by name.
    pub(super) fn entries(
        &self,
        name: &str,
    ) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
        let entries = self.keyword(name).and_then(Value::as_object);
        entries.into_iter().flatten()
    }
}

impl<'a> Applied<'a> {
    /// Applies a function to the part at a path of this tree.
    pub(super) fn change<T: Default>(
        &mut self,
        path: &[usize],
        change: impl FnOnce(&mut Self) -> T,
    ) -> T {
        match path.split_first() {
            None => change(self),
            Some((first, rest)) => match self.parts.get_mut(*first) {
                Some(part) => part.change(rest, change),
                None => T::default(),
            },
        }
    }

    /// Reports whether any schema that can apply describes members of objects.
    pub(super) fn says_something(&self) -> bool {
        let mut is_said = false;
        self.each(&mut |applied| {
            let keywords = [
                "properties",
                "patternProperties",
                "additionalProperties",
                "unevaluatedProperties",
            ];
            let site = applied.site.as_ref();
            is_said |= !applied.required.is_empty()
                || site.is_some_and(|site| keywords.iter().any(|it| site.keyword(it).is_some()));
        });
        is_said
    }

    /// Calls a function for every schema that can apply.
    pub(super) fn each(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        for part in &self.parts {
            part.each(visit);
        }
        for alternative in self.unions.iter().flat_map(|union| &union.alternatives) {
            alternative.applied.each(visit);
        }
    }
}

impl<'a> Lowering<'_, 'a> {
    /// Returns the schemas that apply where a schema does; `None` if it refers to something that the model cannot
    /// express. `without` is the keyword for which they are collected.
    pub(super) fn applied(
        &mut self,
        schema: &'a Value,
        context: &SchemaContext,
        without: Option<&'static str>,
    ) -> Option<Applied<'a>> {
        self.applied_at(schema, context, without, &mut Vec::new())
    }

    fn applied_at(
        &mut self,
        schema: &'a Value,
        context: &SchemaContext,
        without: Option<&'static str>,
        open: &mut Vec<usize>,
    ) -> Option<Applied<'a>> {
        let Value::Object(members) = schema else {
            return Some(Applied::default());
        };
        // A schema that applies already adds nothing.
        if open.contains(&address(schema)) {
            return Some(Applied::default());
        }
        let context = self.enter(schema, context)?;
        open.push(address(schema));
        let site = Site {
            members,
            context,
            without,
        };
        let applied = self.applied_by(site, open);
        open.pop();
        applied
    }

    fn applied_by(&mut self, site: Site<'a>, open: &mut Vec<usize>) -> Option<Applied<'a>> {
        let (members, context) = (site.members, site.context.clone());
        let mut applied = Applied {
            required: site
                .keyword("required")
                .into_iter()
                .flat_map(strings)
                .collect(),
            ..Applied::default()
        };
        for (name, value) in members {
            let is_reference = is_reference(name);
            // Before 2019-09, keywords next to a reference are ignored.
            if !is_reference && site.keyword(name).is_none()
                || is_reference && !context.dialect.is_known_keyword(name)
            {
                continue;
            }
            match (name.as_str(), value) {
                ("$ref", Value::String(reference)) => {
                    let (target, context) = self.follow(reference, &context)?;
                    applied
                        .parts
                        .push(self.applied_at(target, &context, None, open)?);
                }
                ("$dynamicRef" | "$recursiveRef", Value::String(reference)) => {
                    let reference = self.dynamic_target(name, reference)?;
                    let (target, context) = self.follow(&reference, &context)?;
                    applied
                        .parts
                        .push(self.applied_at(target, &context, None, open)?);
                }
                ("allOf", Value::Array(schemas)) => {
                    for schema in schemas {
                        applied
                            .parts
                            .push(self.applied_at(schema, &context, None, open)?);
                    }
                }
                ("anyOf" | "oneOf", Value::Array(branches)) => {
                    let mut alternatives = Vec::new();
                    for branch in branches {
                        alternatives.push(self.alternative(branch, &context, open)?);
                    }
                    applied.unions.push(Union {
                        alternatives,
                        are_several: name == "anyOf",
                    });
                }
                ("if", condition) => {
                    let union = self.conditional_union(condition, members, &context, open)?;
                    applied.unions.push(union);
                }
                ("dependentSchemas" | "dependencies" | "dependentRequired", Value::Object(all)) => {
                    for (name, dependency) in all {
                        let union = self.dependent_union(name, dependency, &context, open)?;
                        applied.unions.push(union);
                    }
                }
                _ => {}
            }
        }
        applied.site = Some(site);
        Some(applied)
    }

    fn alternative(
        &mut self,
        schema: &'a Value,
        context: &SchemaContext,
        open: &mut Vec<usize>,
    ) -> Option<Alternative<'a>> {
        Some(Alternative {
            condition: self.condition(schema, context),
            applied: self.applied_at(schema, context, None, open)?,
        })
    }

    fn conditional_union(
        &mut self,
        condition: &'a Value,
        members: &'a Map<String, Value>,
        context: &SchemaContext,
        open: &mut Vec<usize>,
    ) -> Option<Union<'a>> {
        let holds = self.condition(condition, context);
        let mut then = Applied::default();
        then.parts
            .push(self.applied_at(condition, context, None, open)?);
        if let Some(schema) = members.get("then") {
            then.parts
                .push(self.applied_at(schema, context, None, open)?);
        }
        let otherwise = match members.get("else") {
            Some(schema) => self.applied_at(schema, context, None, open)?,
            None => Applied::default(),
        };
        let fails = self.model.not(holds);
        let alternative = |(condition, applied)| Alternative { condition, applied };
        Some(Union {
            alternatives: [(holds, then), (fails, otherwise)].map(alternative).into(),
            are_several: false,
        })
    }

    fn dependent_union(
        &mut self,
        name: &str,
        dependency: &'a Value,
        context: &SchemaContext,
        open: &mut Vec<usize>,
    ) -> Option<Union<'a>> {
        let applied = match dependency {
            Value::Array(_) => Applied {
                required: strings(dependency).collect(),
                ..Applied::default()
            },
            _ => self.applied_at(dependency, context, None, open)?,
        };
        let has = self.has(name);
        let lacks = self.model.not(has);
        Some(Union {
            alternatives: vec![
                Alternative {
                    condition: has,
                    applied,
                },
                Alternative {
                    condition: lacks,
                    applied: Applied::default(),
                },
            ],
            are_several: false,
        })
    }

    /// Returns for each pair of nodes whether their summaries exclude each other.
    pub(super) fn exclusions(&self, nodes: &[Id]) -> Vec<Vec<bool>> {
        let mut solver = Solver::new(self.model);
        let mut row = |left: &Id| {
            let excluded = nodes.iter().map(|right| solver.exclude(*left, *right));
            excluded.collect()
        };
        nodes.iter().map(&mut row).collect()
    }

    /// Reports whether the summary of each node excludes all others.
    pub(super) fn exclude_each_other(&self, nodes: &[Id]) -> bool {
        let mut solver = Solver::new(self.model);
        let mut rows = nodes.iter().enumerate();
        rows.all(|(at, left)| {
            let mut others = nodes.iter().enumerate().filter(|(other, _)| *other != at);
            others.all(|(_, right)| solver.exclude(*left, *right))
        })
    }

    /// Returns the names and the patterns in schemas that can apply.
    pub(super) fn mentioned(&mut self, applied: &Applied<'a>) -> (Vec<Text>, Vec<Text>) {
        let (mut names, mut patterns) = (Vec::new(), Vec::new());
        applied.each(&mut |applied| {
            let site = applied.site.iter();
            let declared = site.clone().flat_map(|site| site.entries("properties"));
            let declared = declared.map(|(name, _)| name.as_str());
            let all = declared.chain(applied.required.iter().copied());
            names.extend(all.map(|name| self.model.intern(name)));
            let matching = site.flat_map(|site| site.entries("patternProperties"));
            patterns.extend(matching.map(|(pattern, _)| self.model.pattern(pattern)));
        });
        for texts in [&mut names, &mut patterns] {
            texts.sort();
            texts.dedup();
        }
        (names, patterns)
    }
}
