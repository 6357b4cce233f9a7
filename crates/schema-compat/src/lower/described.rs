//! The profile `tolerant`: the assertion that a value is described by the schemas that apply to it together. The rules
//! are in `docs/compatibility.md`.

use jsonschema::Draft as Dialect;
use schema_registry::keywords::is_annotation;
use serde_json::Value;

use super::{
    Lowering, LoweringState, SchemaContext, Waiting, What, address,
    applied::{Applied, Union},
    member_classes::Class,
};
use crate::model::{Id, Node};

/// The maximum length of a chain of references that is followed at once.
const LONGEST_CHAIN: usize = 64;

/// The weight of a union of two branches. There may be one for every condition.
const WEIGHT_OF_TWO: usize = 8;

/// The maximum number of combinations of branches that are visited one by one.
const MOST_SPLITS: usize = 2_048;

/// The depth down to which values inside values are visited at once. Deeper ones wait in a queue, so nesting does not
/// use the stack.
const DEEPEST_VALUE: usize = 48;

impl<'a> Lowering<'_, 'a> {
    /// Returns the assertion that a value is described by these schemas together.
    pub(super) fn described(&mut self, group: Vec<(&'a Value, SchemaContext)>) -> Id {
        let group = group.into_iter();
        let mut group: Vec<_> = group
            .map(|(schema, context)| self.target(schema, context))
            .collect();
        group.retain(|(schema, context)| !self.is_plain(schema, context));
        group.sort_by_key(|(schema, _)| address(schema));
        group.dedup_by_key(|(schema, _)| address(schema));
        if group.is_empty() {
            return self.model.always();
        }
        let key: Vec<usize> = group.iter().map(|(schema, _)| address(schema)).collect();
        match self.groups.get(&key) {
            Some(LoweringState::Done(id)) => return *id,
            Some(LoweringState::Open(Some(definition))) => {
                return self.model.add(Node::Definition(*definition));
            }
            Some(LoweringState::Open(None)) => {
                let definition = self.define();
                self.groups
                    .insert(key, LoweringState::Open(Some(definition)));
                return self.model.add(Node::Definition(definition));
            }
            None => {}
        }
        if self.depth >= DEEPEST_VALUE {
            let definition = self.define();
            self.groups
                .insert(key, LoweringState::Open(Some(definition)));
            let what = What::Described(group);
            self.queue.push(Waiting { definition, what });
            return self.model.add(Node::Definition(definition));
        }
        self.groups.insert(key.clone(), LoweringState::Open(None));
        self.depth += 1;
        let id = self.describe(group);
        self.depth -= 1;
        if let Some(LoweringState::Open(Some(definition))) =
            self.groups.insert(key, LoweringState::Done(id))
            && let Some(body) = self.model.definitions.get_mut(definition)
        {
            *body = Some(id);
        }
        id
    }

    /// Returns the target of a schema that is only a reference, so that all references to a schema are equal to it.
    fn target(
        &self,
        mut schema: &'a Value,
        mut context: SchemaContext,
    ) -> (&'a Value, SchemaContext) {
        for _ in 0..LONGEST_CHAIN {
            let Some(members) = schema.as_object() else {
                break;
            };
            let Some(reference) = members.get("$ref").and_then(Value::as_str) else {
                break;
            };
            let is_alone = context.dialect < Dialect::Draft201909
                || members
                    .keys()
                    .all(|name| name == "$ref" || is_annotation(name));
            let target = if is_alone && members.get("$schema").is_none() {
                self.follow(reference, &context)
            } else {
                None
            };
            match target {
                Some(target) => (schema, context) = target,
                None => break,
            }
        }
        (schema, context)
    }

    /// Makes the assertion of [`described`](Self::described), without looking up whether it is known.
    pub(super) fn describe(&mut self, group: Vec<(&'a Value, SchemaContext)>) -> Id {
        let mut applied = Applied::default();
        for (schema, context) in group {
            match self.applied(schema, &context, None) {
                Some(part) => applied.parts.push(part),
                None => return self.model.opaque(),
            }
        }
        let members = self.described_members(&mut applied, MOST_SPLITS);
        let items = self.described_items(&applied);
        self.model.all([members, items])
    }

    /// Returns the assertion that each member is declared, unless the object is free-form, and that its value is
    /// described.
    ///
    /// Each branch is visited separately if exactly one of many holds, because no other choice is possible for any
    /// member.
    fn described_members(&mut self, applied: &mut Applied<'a>, splits: usize) -> Id {
        let Some((path, mut union)) = self.take_split(applied, splits) else {
            return self.described_by_class(applied);
        };
        let splits = splits / weight(&union);
        let mut options = Vec::new();
        for alternative in &mut union.alternatives {
            let branch = std::mem::take(&mut alternative.applied);
            applied.change(&path, |here| here.parts.push(branch));
            let described = self.described_members(applied, splits);
            let branch = applied.change(&path, |here| here.parts.pop());
            alternative.applied = branch.unwrap_or_default();
            options.push(self.model.all([alternative.condition, described]));
        }
        applied.change(&path, |here| here.unions.push(union));
        self.model.any(options)
    }

    /// Removes a union whose branches exclude each other and say something about members. Returns its path and the
    /// union.
    fn take_split(
        &mut self,
        applied: &mut Applied<'a>,
        splits: usize,
    ) -> Option<(Vec<usize>, Union<'a>)> {
        let found = applied.unions.iter().position(|union| {
            let speaks = || {
                let mut alternatives = union.alternatives.iter();
                alternatives.any(|it| it.applied.says_something())
            };
            // A single union has no combinations, and the branches of `oneOf` exclude each other.
            let is_alone = splits == MOST_SPLITS && !union.are_several;
            (weight(union) <= splits || is_alone) && speaks() && self.is_exclusive(union)
        });
        if let Some(at) = found {
            return Some((Vec::new(), applied.unions.remove(at)));
        }
        for (at, part) in applied.parts.iter_mut().enumerate() {
            if let Some((mut path, union)) = self.take_split(part, splits) {
                path.insert(0, at);
                return Some((path, union));
            }
        }
        None
    }

    fn is_exclusive(&self, union: &Union<'a>) -> bool {
        if !union.are_several {
            return true;
        }
        let conditions: Vec<Id> = union.alternatives.iter().map(|it| it.condition).collect();
        self.exclude_each_other(&conditions)
    }

    fn described_by_class(&mut self, applied: &Applied<'a>) -> Id {
        let (classes, left) = self.classes_of(applied);
        let never = self.model.never();
        let mut parts = Vec::new();
        for class in classes {
            let absent = self.each_of(&class, never);
            let mut options = Vec::new();
            let mut is_always_declared = false;
            let covers = self.looks_at(1).then(|| self.covers(applied, &class));
            match covers.flatten() {
                Some(covers) => {
                    for cover in covers {
                        let (condition, effect) = (cover.condition, cover.effect);
                        is_always_declared |= effect.is_declared && self.model.is_always(condition);
                        let free = (!effect.is_declared).then_some(cover.free);
                        let described = self.described(effect.schemas.into_values().collect());
                        let rule = self.each_of(&class, described);
                        options.push(self.model.all([condition, rule].into_iter().chain(free)));
                    }
                }
                None => options.push(self.model.opaque()),
            }
            // An object without members of the class satisfies every rule for them.
            if !is_always_declared {
                options.push(absent);
            }
            parts.push(self.model.any(options));
        }
        if let Some(selector) = left {
            let absent = self.each_of(&Class::Others(selector), never);
            let unknown = self.model.opaque();
            parts.push(self.model.any([absent, unknown]));
        }
        self.model.all(parts)
    }
}

/// Returns the factor by which a union increases the number of combinations.
fn weight(union: &Union<'_>) -> usize {
    match union.alternatives.len() {
        0..=2 => WEIGHT_OF_TWO,
        more => more,
    }
}
