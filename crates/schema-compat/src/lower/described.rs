//! The profile `tolerant`: that a value is described by the schemas that apply to it together. The rules are those
//! of `docs/compatibility.md`.

use std::collections::BTreeMap;

use jsonschema::Draft as Dialect;
use serde_json::Value;

use super::{
    Lowering, Place, Progress, Waiting, What, address,
    applied::{Applied, Union},
    members::Class,
};
use crate::model::{Id, Node};

/// More choices of branches than this are not written out for one class of members.
const MOST_COVERS: usize = 1_024;

/// Chains of references are followed at once down to this length.
const LONGEST_CHAIN: usize = 64;

/// Keywords that leave a reference what it is.
const ANNOTATIONS: [&str; 9] = [
    "$ref",
    "$comment",
    "title",
    "description",
    "default",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
];

/// A union of two branches counts for so many, since there may be one for every condition.
const WEIGHT_OF_TWO: usize = 8;

/// No more branches than this, in all combinations, are gone through one by one.
const MOST_SPLITS: usize = 2_048;

/// Classes of members and branches are looked at so many times for one schema. Beyond, nothing is known of members.
const MOST_LOOKED_AT: usize = 150_000;

/// Values inside values are looked at at once down to this depth. Beyond, they wait in a queue, so that what is
/// nested takes no stack.
const DEEPEST_VALUE: usize = 48;

/// A choice of branches, and its effect on a class of members.
#[derive(Clone)]
struct Cover<'a> {
    /// That these branches apply.
    condition: Id,
    /// That they declare no name at all.
    free: Id,
    effect: Effect<'a>,
}

/// The schemas of a member by their addresses, without those that describe nothing.
#[derive(Clone, Default)]
struct Effect<'a> {
    schemas: BTreeMap<usize, (&'a Value, Place)>,
    is_declared: bool,
    is_evaluated: bool,
}

impl<'a> Effect<'a> {
    fn says_nothing(&self) -> bool {
        self.schemas.is_empty() && !self.is_declared && !self.is_evaluated
    }

    fn is_same(&self, other: &Self) -> bool {
        self.is_declared == other.is_declared
            && self.is_evaluated == other.is_evaluated
            && self.schemas.keys().eq(other.schemas.keys())
    }

    fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        let schemas = other.schemas.iter();
        both.schemas
            .extend(schemas.map(|(key, schema)| (*key, schema.clone())));
        both.is_declared |= other.is_declared;
        both.is_evaluated |= other.is_evaluated;
        both
    }
}

impl<'a> Lowering<'_, 'a> {
    /// That a value is described by these schemas together.
    pub(super) fn described(&mut self, group: Vec<(&'a Value, Place)>) -> Id {
        let group = group.into_iter();
        let mut group: Vec<_> = group
            .map(|(schema, place)| self.target(schema, place))
            .collect();
        group.retain(|(schema, place)| !self.is_plain(schema, place));
        group.sort_by_key(|(schema, _)| address(schema));
        group.dedup_by_key(|(schema, _)| address(schema));
        if group.is_empty() {
            return self.model.always();
        }
        let key: Vec<usize> = group.iter().map(|(schema, _)| address(schema)).collect();
        match self.groups.get(&key) {
            Some(Progress::Done(id)) => return *id,
            Some(Progress::Open(Some(definition))) => {
                return self.model.add(Node::Definition(*definition));
            }
            Some(Progress::Open(None)) => {
                let definition = self.define();
                self.groups.insert(key, Progress::Open(Some(definition)));
                return self.model.add(Node::Definition(definition));
            }
            None => {}
        }
        if self.depth >= DEEPEST_VALUE {
            let definition = self.define();
            self.groups.insert(key, Progress::Open(Some(definition)));
            let what = What::Described(group);
            self.queue.push(Waiting { definition, what });
            return self.model.add(Node::Definition(definition));
        }
        self.groups.insert(key.clone(), Progress::Open(None));
        self.depth += 1;
        let id = self.describe(group);
        self.depth -= 1;
        if let Some(Progress::Open(Some(definition))) = self.groups.insert(key, Progress::Done(id))
            && let Some(body) = self.model.definitions.get_mut(definition)
        {
            *body = Some(id);
        }
        id
    }

    /// Returns where a schema leads that is nothing but a reference: all that refer to a schema are like it.
    fn target(&self, mut schema: &'a Value, mut place: Place) -> (&'a Value, Place) {
        for _ in 0..LONGEST_CHAIN {
            let Some(members) = schema.as_object() else {
                break;
            };
            let Some(reference) = members.get("$ref").and_then(Value::as_str) else {
                break;
            };
            let is_alone = place.dialect < Dialect::Draft201909
                || members
                    .keys()
                    .all(|name| ANNOTATIONS.contains(&name.as_str()));
            let target = match is_alone && members.get("$schema").is_none() {
                true => self.follow(reference, &place),
                false => None,
            };
            match target {
                Some(target) => (schema, place) = target,
                None => break,
            }
        }
        (schema, place)
    }

    /// The same, where it is not known yet.
    pub(super) fn describe(&mut self, group: Vec<(&'a Value, Place)>) -> Id {
        let mut applied = Applied::default();
        for (schema, place) in group {
            match self.applied(schema, &place, None) {
                Some(part) => applied.parts.push(part),
                None => return self.model.opaque(),
            }
        }
        let members = self.described_members(&mut applied, MOST_SPLITS);
        let items = self.described_items(&applied);
        self.model.all([members, items])
    }

    /// Each member is declared, unless the object is free-form, and its value is described.
    ///
    /// Where one of many branches holds, members are looked at branch by branch: no other choice is possible for any
    /// of them.
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

    /// Takes out a union with many branches that exclude each other, which say something about members. Returns
    /// where it was.
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
            // One union alone has no combinations, and the branches of `oneOf` exclude each other.
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
            // A rule for members holds where there are none.
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

    /// Counts what is looked at, and returns whether there may be more.
    fn looks_at(&mut self, count: usize) -> bool {
        self.looked_at = self.looked_at.saturating_add(count);
        self.looked_at <= MOST_LOOKED_AT
    }

    /// That branches can be chosen which declare no name.
    fn free(&mut self, applied: &Applied<'a>) -> Id {
        let mut parts = vec![self.free_alone(applied)];
        for part in &applied.parts {
            parts.push(self.free(part));
        }
        for union in &applied.unions {
            parts.push(self.free_of_union(union));
        }
        self.model.all(parts)
    }

    /// The same for the schema object itself.
    fn free_alone(&mut self, applied: &Applied<'a>) -> Id {
        let mut declared = applied.site.iter().flat_map(|site| {
            let entries = site.entries("properties");
            entries.chain(site.entries("patternProperties"))
        });
        match declared.any(|(_, schema)| *schema != Value::Bool(false)) {
            true => self.model.never(),
            false => self.model.always(),
        }
    }

    fn free_of_union(&mut self, union: &Union<'a>) -> Id {
        let mut options = Vec::new();
        for alternative in &union.alternatives {
            let free = self.free(&alternative.applied);
            options.push(self.model.all([alternative.condition, free]));
        }
        self.model.any(options)
    }

    /// Returns the effects of the choices of branches on a class of members; `None` if a pattern has no answer, or these are
    /// too many.
    fn covers(&mut self, applied: &Applied<'a>, class: &Class) -> Option<Vec<Cover<'a>>> {
        let mut own = Effect::default();
        if let Some(site) = &applied.site {
            let said = self.said(site, class)?;
            own.is_declared = said.is_declared;
            own.is_evaluated = said.is_covered;
            for schema in said.schemas {
                self.add_schema(&mut own, schema, &site.place);
            }
        }
        if let Class::Name(name) = class {
            let name = self.model.text(*name);
            own.is_declared |= applied.required.contains(&name);
        }
        let mut covers = vec![Cover {
            condition: self.model.always(),
            free: self.free_alone(applied),
            effect: own,
        }];
        for part in &applied.parts {
            let more = self.covers(part, class)?;
            covers = self.both(&covers, &more)?;
        }
        for union in &applied.unions {
            match self.covers_of_union(union, class)? {
                Some(more) => covers = self.both(&covers, &more)?,
                None => {
                    let free = self.free_of_union(union);
                    for cover in &mut covers {
                        cover.free = self.model.all([cover.free, free]);
                    }
                }
            }
        }
        if let Some(site) = &applied.site
            && let Some(rest) = site.keyword("unevaluatedProperties")
        {
            for cover in covers.iter_mut().filter(|cover| !cover.effect.is_evaluated) {
                cover.effect.is_evaluated = true;
                cover.effect.is_declared |= *rest != Value::Bool(false);
                self.add_schema(&mut cover.effect, rest, &site.place);
            }
        }
        Some(self.merged(covers))
    }

    fn add_schema(&mut self, effect: &mut Effect<'a>, schema: &'a Value, place: &Place) {
        if !self.is_plain(schema, place) {
            effect
                .schemas
                .insert(address(schema), (schema, place.clone()));
        }
    }

    /// The same for one union: `None` inside if no alternative says anything.
    #[expect(
        clippy::option_option,
        reason = "that nothing is said is no reason to give up"
    )]
    fn covers_of_union(
        &mut self,
        union: &Union<'a>,
        class: &Class,
    ) -> Option<Option<Vec<Cover<'a>>>> {
        if !self.looks_at(union.alternatives.len()) {
            return None;
        }
        let mut silent = Vec::new();
        let mut speaking = Vec::new();
        for alternative in &union.alternatives {
            let mut covers = self.covers(&alternative.applied, class)?;
            for cover in &mut covers {
                let both = [alternative.condition, cover.condition];
                cover.condition = self.model.all(both);
            }
            let (silent_here, here): (Vec<_>, Vec<_>) = covers
                .into_iter()
                .partition(|cover| cover.effect.says_nothing());
            silent.extend(silent_here);
            if !here.is_empty() {
                speaking.push((alternative.condition, here));
            }
        }
        if speaking.is_empty() {
            return Some(None);
        }
        let mut covers: Vec<Cover<'a>> = speaking
            .iter()
            .flat_map(|(_, covers)| covers.iter().cloned())
            .collect();
        covers = self.merged(covers);
        // Where all say the same, several of them say nothing more.
        if union.are_several && covers.len() > 1 {
            covers = self.several(&speaking)?;
        }
        covers.extend(silent);
        Some(Some(self.merged(covers)))
    }

    /// Every way to choose one or more alternatives that can hold together.
    fn several(&mut self, speaking: &[(Id, Vec<Cover<'a>>)]) -> Option<Vec<Cover<'a>>> {
        let conditions: Vec<Id> = speaking.iter().map(|(condition, _)| *condition).collect();
        let exclusions = self.exclusions(&conditions);
        // Each with the alternatives that it is made of.
        let mut ways: Vec<(Vec<usize>, Cover<'a>)> = Vec::new();
        for (at, (_, covers)) in speaking.iter().enumerate() {
            let excluded = exclusions.get(at)?;
            let mut more = Vec::new();
            for cover in covers {
                more.push((vec![at], cover.clone()));
                for (chosen, other) in &ways {
                    let is_possible = |at: &usize| excluded.get(*at) == Some(&false);
                    if !chosen.iter().all(is_possible) {
                        continue;
                    }
                    let mut chosen = chosen.clone();
                    chosen.push(at);
                    let condition = self.model.all([other.condition, cover.condition]);
                    let both = Cover {
                        condition,
                        free: self.model.all([other.free, cover.free]),
                        effect: other.effect.with(&cover.effect),
                    };
                    more.push((chosen, both));
                }
            }
            ways.extend(more);
            if ways.len() > MOST_COVERS {
                return None;
            }
        }
        Some(ways.into_iter().map(|(_, cover)| cover).collect())
    }

    fn both(&mut self, left: &[Cover<'a>], right: &[Cover<'a>]) -> Option<Vec<Cover<'a>>> {
        if left.len() * right.len() > MOST_COVERS {
            return None;
        }
        let mut all = Vec::new();
        for one in left {
            for other in right {
                let condition = self.model.all([one.condition, other.condition]);
                if !self.model.is_never(condition) {
                    all.push(Cover {
                        condition,
                        free: self.model.all([one.free, other.free]),
                        effect: one.effect.with(&other.effect),
                    });
                }
            }
        }
        Some(self.merged(all))
    }

    /// Choices that say the same are one.
    fn merged(&mut self, covers: Vec<Cover<'a>>) -> Vec<Cover<'a>> {
        let mut merged: Vec<(Effect<'a>, Vec<Id>, Vec<Id>)> = Vec::new();
        for cover in covers {
            let free = self.model.all([cover.condition, cover.free]);
            match merged
                .iter_mut()
                .find(|(known, ..)| known.is_same(&cover.effect))
            {
                Some((_, conditions, frees)) => {
                    conditions.push(cover.condition);
                    frees.push(free);
                }
                None => merged.push((cover.effect, vec![cover.condition], vec![free])),
            }
        }
        let one = |(effect, conditions, frees)| Cover {
            condition: self.model.any(conditions),
            free: self.model.any(frees),
            effect,
        };
        merged.into_iter().map(one).collect()
    }
}

/// Returns how much a union counts towards the branches that are gone through one by one.
fn weight(union: &Union<'_>) -> usize {
    match union.alternatives.len() {
        0..=2 => WEIGHT_OF_TWO,
        more => more,
    }
}
