//! The choices of branches of an object, and their effect on its members.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    Lowering, SchemaContext, address,
    applied::{Applied, Site, Union},
    member_classes::Class,
};
use crate::model::Id;

/// The maximum number of choices that are enumerated for one class of members.
const MOST_COVERS: usize = 1_024;

/// The maximum number of classes and branches that are visited for one schema. After that, nothing is known about
/// members.
const MOST_LOOKED_AT: usize = 150_000;

/// A choice of branches, and its effect on a class of members.
#[derive(Clone)]
pub(super) struct Cover<'a> {
    /// The assertion that these branches apply.
    pub(super) condition: Id,
    /// The assertion that they apply and declare no name at all.
    pub(super) free: Id,
    pub(super) effect: MemberEffect<'a>,
}

/// The schemas for a member by their addresses, without those that describe nothing.
#[derive(Clone, Default)]
pub(super) struct MemberEffect<'a> {
    pub(super) schemas: BTreeMap<usize, (&'a Value, SchemaContext)>,
    pub(super) is_declared: bool,
}

impl<'a> MemberEffect<'a> {
    fn says_nothing(&self) -> bool {
        self.schemas.is_empty() && !self.is_declared
    }

    fn is_same(&self, other: &Self) -> bool {
        self.is_declared == other.is_declared && self.schemas.keys().eq(other.schemas.keys())
    }

    fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        let schemas = other.schemas.iter();
        both.schemas
            .extend(schemas.map(|(key, schema)| (*key, schema.clone())));
        both.is_declared |= other.is_declared;
        both
    }
}

impl<'a> Lowering<'_, 'a> {
    /// Counts visits, and returns whether their number is within the limit.
    pub(super) fn looks_at(&mut self, count: usize) -> bool {
        self.looked_at = self.looked_at.saturating_add(count);
        self.looked_at <= MOST_LOOKED_AT
    }

    /// Returns the choices of branches, with their effects on a class of members; `None` if a pattern has no answer, or
    /// if there are too many choices.
    pub(super) fn covers(
        &mut self,
        applied: &Applied<'a>,
        class: &Class,
    ) -> Option<Vec<Cover<'a>>> {
        let mut own = MemberEffect::default();
        if let Some(site) = &applied.site {
            let said = self.said(site, class)?;
            own.is_declared = said.is_declared;
            for schema in said.schemas {
                self.add_schema(&mut own, schema, &site.context);
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
            covers = self.with_rest(applied, site, class, rest, covers)?;
        }
        Some(self.merged(covers))
    }

    /// Adds the schema of `unevaluatedProperties` to the choices in which nothing evaluates the members. Branches that
    /// hold evaluate members, even if the writer does not choose them.
    fn with_rest(
        &mut self,
        applied: &Applied<'a>,
        site: &Site<'a>,
        class: &Class,
        rest: &'a Value,
        covers: Vec<Cover<'a>>,
    ) -> Option<Vec<Cover<'a>>> {
        let evaluated = self.evaluated_within(applied, class)?;
        let left = self.model.not(evaluated);
        let mut all = Vec::new();
        for cover in covers {
            let mut over = cover.clone();
            over.condition = self.model.all([cover.condition, left]);
            over.effect.is_declared |= *rest != Value::Bool(false);
            self.add_schema(&mut over.effect, rest, &site.context);
            let mut cover = cover;
            cover.condition = self.model.all([cover.condition, evaluated]);
            let possible = [cover, over].into_iter();
            all.extend(possible.filter(|cover| !self.model.is_never(cover.condition)));
        }
        Some(all)
    }

    fn add_schema(
        &mut self,
        effect: &mut MemberEffect<'a>,
        schema: &'a Value,
        context: &SchemaContext,
    ) {
        if !self.is_plain(schema, context) {
            effect
                .schemas
                .insert(address(schema), (schema, context.clone()));
        }
    }

    /// Returns the choices for one union. The inner option is `None` if no alternative says anything about the class.
    #[expect(
        clippy::option_option,
        reason = "where nothing is said, the search goes on"
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
        // Combinations of alternatives with the same effect have no other effect.
        if union.are_several && covers.len() > 1 {
            covers = self.several(&speaking)?;
        }
        covers.extend(silent);
        Some(Some(self.merged(covers)))
    }

    /// Returns every choice of one or more alternatives that can hold together.
    fn several(&mut self, speaking: &[(Id, Vec<Cover<'a>>)]) -> Option<Vec<Cover<'a>>> {
        let conditions: Vec<Id> = speaking.iter().map(|(condition, _)| *condition).collect();
        let exclusions = self.exclusions(&conditions);
        // Choices, each with its alternatives.
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

    /// Returns the assertion that branches can be chosen that declare no name.
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

    /// Returns the same assertion for the schema object without its parts and unions.
    fn free_alone(&mut self, applied: &Applied<'a>) -> Id {
        let mut declared = applied.site.iter().flat_map(|site| {
            let entries = site.entries("properties");
            entries.chain(site.entries("patternProperties"))
        });
        if declared.any(|(_, schema)| *schema != Value::Bool(false)) {
            self.model.never()
        } else {
            self.model.always()
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

    /// Merges choices that have the same effect.
    fn merged(&mut self, covers: Vec<Cover<'a>>) -> Vec<Cover<'a>> {
        let mut merged: Vec<(MemberEffect<'a>, Vec<Id>, Vec<Id>)> = Vec::new();
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
