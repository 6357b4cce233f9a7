//! `unevaluatedProperties` and `unevaluatedItems`: members and items that no schema evaluates that applies.

use jsonschema::Draft as Dialect;
use serde_json::{Map, Value};

use super::{
    Lowering, SchemaContext, address, applied::Applied, items::extent, member_classes::Class,
};
use crate::model::Id;

/// The maximum number of schemas in `contains` whose combinations are enumerated.
const MOST_CONTAINED: usize = 4;

impl<'a> Lowering<'_, 'a> {
    /// Adds the assertions of `unevaluatedProperties` and `unevaluatedItems`.
    pub(super) fn unevaluated(
        &mut self,
        schema: &'a Value,
        members: &'a Map<String, Value>,
        context: &SchemaContext,
        parts: &mut Vec<Id>,
    ) {
        for name in ["unevaluatedProperties", "unevaluatedItems"] {
            let Some(rest) = members
                .get(name)
                .filter(|_| self.dialect.is_known_keyword(name))
            else {
                continue;
            };
            let rest = self.value(rest, context);
            if self.model.is_always(rest) {
                continue;
            }
            let part = match self.applied(schema, context, Some(name)) {
                Some(applied) if name == "unevaluatedProperties" => {
                    self.rest_of_members(&applied, rest)
                }
                Some(applied) => self.rest_of_items(&applied, rest),
                None => self.model.opaque(),
            };
            self.model.note(part, self.role, address(schema), name);
            parts.push(part);
        }
    }

    /// Returns the assertion that each member is evaluated by a schema that applies, or matches `rest`.
    fn rest_of_members(&mut self, applied: &Applied<'a>, rest: Id) -> Id {
        let (classes, left) = self.classes_of(applied);
        let mut parts = Vec::new();
        for class in classes {
            let rule = self.each_of(&class, rest);
            let evaluated = self.evaluated(applied, &class);
            let evaluated = evaluated.unwrap_or_else(|| self.model.opaque());
            parts.push(self.model.any([rule, evaluated]));
        }
        if let Some(selector) = left {
            let rule = self.each_of(&Class::Others(selector), rest);
            let evaluated = self.model.opaque();
            parts.push(self.model.any([rule, evaluated]));
        }
        self.model.all(parts)
    }

    /// Returns the assertion that members of a class are evaluated; `None` if that is unknown.
    fn evaluated(&mut self, applied: &Applied<'a>, class: &Class) -> Option<Id> {
        let mut site = applied.site.iter();
        if site.any(|site| site.keyword("unevaluatedProperties").is_some()) {
            Some(self.model.always())
        } else {
            self.evaluated_within(applied, class)
        }
    }

    /// Returns the same assertion without `unevaluatedProperties` of the schema object itself.
    pub(super) fn evaluated_within(&mut self, applied: &Applied<'a>, class: &Class) -> Option<Id> {
        if let Some(site) = &applied.site
            && self.said(site, class)?.is_covered
        {
            return Some(self.model.always());
        }
        let mut options = Vec::new();
        for part in &applied.parts {
            options.push(self.evaluated(part, class)?);
        }
        for alternative in applied.unions.iter().flat_map(|union| &union.alternatives) {
            let inside = self.evaluated(&alternative.applied, class)?;
            options.push(self.model.all([alternative.condition, inside]));
        }
        Some(self.model.any(options))
    }

    /// Returns the assertion that each item is evaluated by a schema that applies, or matches `rest`.
    fn rest_of_items(&mut self, applied: &Applied<'a>, rest: Id) -> Id {
        let (tail, _) = extent(applied);
        let mut contained = Vec::new();
        let always = self.model.always();
        self.contained(applied, always, &mut contained);
        if contained.len() > MOST_CONTAINED {
            return self.model.opaque();
        }
        // Each option assumes that some of the schemas in `contains` apply, which evaluate the items that they match.
        let mut options = Vec::new();
        for ways in 0..1usize << contained.len() {
            let all = contained.iter().enumerate();
            let chosen = all.filter(|(at, _)| ways >> at & 1 == 1);
            let (mut parts, matching): (Vec<Id>, Vec<Id>) = chosen.map(|(_, it)| *it).unzip();
            let item = self.model.any(matching.into_iter().chain([rest]));
            for position in 0..=tail {
                let rule = if position == tail {
                    self.items_from(tail, item)
                } else {
                    self.item_at(position, item)
                };
                let evaluated = self.evaluated_item(applied, position);
                parts.push(self.model.any([rule, evaluated]));
            }
            options.push(self.model.all(parts));
        }
        self.model.any(options)
    }

    /// Returns the assertion that an item is evaluated at its position.
    fn evaluated_item(&mut self, applied: &Applied<'a>, position: u64) -> Id {
        let mut site = applied.site.iter();
        if site.any(|site| site.keyword("unevaluatedItems").is_some()) {
            self.model.always()
        } else {
            self.evaluated_item_within(applied, position)
        }
    }

    /// Returns the same assertion without `unevaluatedItems` of the schema object itself.
    pub(super) fn evaluated_item_within(&mut self, applied: &Applied<'a>, position: u64) -> Id {
        let mut site = applied.site.iter();
        if site.any(|site| site.covers_item(position)) {
            return self.model.always();
        }
        let mut options = Vec::new();
        for part in &applied.parts {
            options.push(self.evaluated_item(part, position));
        }
        for alternative in applied.unions.iter().flat_map(|union| &union.alternatives) {
            let inside = self.evaluated_item(&alternative.applied, position);
            options.push(self.model.all([alternative.condition, inside]));
        }
        self.model.any(options)
    }

    /// Adds the schemas in `contains` of 2020-12, which evaluate items, each with the condition that it applies.
    fn contained(&mut self, applied: &Applied<'a>, condition: Id, found: &mut Vec<(Id, Id)>) {
        if let Some(site) = &applied.site
            && site.context.dialect == Dialect::Draft202012
            && let Some(schema) = site.keyword("contains")
        {
            let schema = self.value(schema, &site.context);
            found.push((condition, schema));
        }
        for part in &applied.parts {
            self.contained(part, condition, found);
        }
        for alternative in applied.unions.iter().flat_map(|union| &union.alternatives) {
            let condition = self.model.all([condition, alternative.condition]);
            self.contained(&alternative.applied, condition, found);
        }
    }
}
