//! Members of objects, in classes of members to which the same schemas apply.

use serde_json::Value;

use super::{Lowering, applied::Applied, applied::Site};
use crate::model::{Id, Node, Selector, Text};

/// The maximum number of patterns whose combinations are enumerated.
const MOST_PATTERNS: usize = 6;

/// Members with one name, or all members that match the same patterns and have no name that schemas mention.
#[derive(Clone)]
pub(super) enum Class {
    Name(Text),
    Others(Selector),
}

/// The schemas that a schema object has for the members of a class.
#[derive(Default)]
pub(super) struct Said<'a> {
    /// The schemas.
    pub(super) schemas: Vec<&'a Value>,
    /// True if `properties`, `patternProperties` or `additionalProperties` covers them.
    pub(super) is_covered: bool,
    /// True if a schema other than `false` covers them.
    pub(super) is_declared: bool,
}

impl<'a> Lowering<'_, 'a> {
    /// Returns the classes of members for the schemas that can apply. If there are too many patterns, the selector
    /// stands for all members without a mentioned name.
    pub(super) fn classes_of(&mut self, applied: &Applied<'a>) -> (Vec<Class>, Option<Selector>) {
        let (names, patterns) = self.mentioned(applied);
        let mut classes: Vec<Class> = names.iter().copied().map(Class::Name).collect();
        let selector = |matching: Vec<Text>, patterns: Vec<Text>| Selector {
            matching,
            names: names.clone(),
            patterns,
        };
        if patterns.len() > MOST_PATTERNS {
            return (classes, Some(selector(Vec::new(), Vec::new())));
        }
        for ways in 0..1usize << patterns.len() {
            let matches = |at: usize| ways >> at & 1 == 1;
            let pick = |wanted: bool| {
                let all = patterns.iter().enumerate();
                all.filter(|(at, _)| matches(*at) == wanted)
                    .map(|(_, pattern)| *pattern)
                    .collect()
            };
            classes.push(Class::Others(selector(pick(true), pick(false))));
        }
        (classes, None)
    }

    /// Adds the assertion that all members of a class match a schema.
    pub(super) fn each_of(&mut self, class: &Class, schema: Id) -> Id {
        if self.model.is_always(schema) {
            return schema;
        }
        self.model.add(match class {
            Class::Name(name) => Node::Property(*name, schema),
            Class::Others(selector) => Node::Members(selector.clone(), schema),
        })
    }

    /// Returns the schemas of a schema object for members of a class; `None` if a pattern has no answer.
    pub(super) fn said(&mut self, site: &Site<'a>, class: &Class) -> Option<Said<'a>> {
        let mut said = Said::default();
        let mut says = |schema: &'a Value| {
            said.is_covered = true;
            said.is_declared |= *schema != Value::Bool(false);
            said.schemas.push(schema);
        };
        if let Class::Name(name) = class {
            let name = self.model.text(*name);
            let declared = site.entries("properties");
            declared
                .filter(|(known, _)| *known == name)
                .for_each(|(_, schema)| says(schema));
        }
        for (pattern, schema) in site.entries("patternProperties") {
            let pattern = self.model.pattern(pattern);
            let matches = match class {
                Class::Name(name) => self.model.matches(pattern, self.model.text(*name))?,
                Class::Others(selector) => selector.matching.contains(&pattern),
            };
            if matches {
                says(schema);
            }
        }
        if !said.is_covered
            && let Some(schema) = site.keyword("additionalProperties")
        {
            said.is_covered = true;
            said.is_declared = *schema != Value::Bool(false);
            said.schemas.push(schema);
        }
        Some(said)
    }
}
