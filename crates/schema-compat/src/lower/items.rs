//! Items of arrays, and the schemas that describe them.

use std::collections::BTreeSet;

use jsonschema::Draft as Dialect;
use serde_json::Value;

use super::{
    Lowering, SchemaContext,
    applied::{Applied, Site},
};
use crate::model::{Id, Kinds, Node};

/// The maximum number of choices that are enumerated for the items of one array.
const MOST_CHOICES: usize = 256;

/// The maximum number of schemas in `contains` whose combinations are enumerated.
const MOST_CONTAINED: usize = 3;

/// Schemas that a writer can choose to apply together, with the assertion that they do.
#[derive(Clone)]
struct BranchChoice<'c, 'a> {
    condition: Id,
    applied: Vec<Chosen<'c, 'a>>,
}

/// Schemas that apply, and the choices among their parts.
#[derive(Clone)]
struct Chosen<'c, 'a> {
    applied: &'c Applied<'a>,
    inside: Vec<Chosen<'c, 'a>>,
}

impl Chosen<'_, '_> {
    /// Reports whether a branch with `contains` can hold without being chosen.
    fn leaves_out_contains(&self) -> bool {
        let mut chosen = BTreeSet::new();
        self.addresses(&mut chosen);
        leaves_out_contains(self.applied, &chosen)
    }

    fn addresses(&self, found: &mut BTreeSet<usize>) {
        found.insert(address_of(self.applied));
        self.inside.iter().for_each(|it| it.addresses(found));
    }
}

fn leaves_out_contains(applied: &Applied<'_>, chosen: &BTreeSet<usize>) -> bool {
    let inside = |part| leaves_out_contains(part, chosen);
    applied.parts.iter().any(inside)
        || applied.unions.iter().any(|union| {
            union.alternatives.iter().any(|it| {
                if chosen.contains(&address_of(&it.applied)) {
                    leaves_out_contains(&it.applied, chosen)
                } else {
                    // Another branch counts only if several can hold together.
                    union.are_several && says_contains(&it.applied)
                }
            })
        })
}

fn says_contains(applied: &Applied<'_>) -> bool {
    let mut is_said = false;
    applied.each(&mut |applied| {
        let mut site = applied.site.iter();
        is_said |= site.any(|site| site.keyword("contains").is_some());
    });
    is_said
}

fn address_of(applied: &Applied<'_>) -> usize {
    std::ptr::from_ref(applied).addr()
}

impl<'a> Site<'a> {
    fn prefix(&self) -> Option<&'a Vec<Value>> {
        let keywords = ["prefixItems", "items"].into_iter();
        keywords
            .filter_map(|name| self.keyword(name))
            .find_map(Value::as_array)
    }

    /// Returns the schema of the item at a position.
    fn item(&self, position: u64) -> Option<&'a Value> {
        let prefix = self.prefix();
        let at = usize::try_from(position).ok();
        if let Some(schema) = prefix.zip(at).and_then(|(prefix, at)| prefix.get(at)) {
            return Some(schema);
        }
        match self.keyword("items") {
            Some(Value::Array(_)) => self.keyword("additionalItems"),
            rest => rest,
        }
    }

    pub(super) fn covers_item(&self, position: u64) -> bool {
        self.item(position).is_some()
    }
}

/// Returns the first position from which on all positions have the same schemas, and whether any schema describes
/// items.
pub(super) fn extent(applied: &Applied<'_>) -> (u64, bool) {
    let (mut tail, mut is_said) = (0, false);
    applied.each(&mut |applied| {
        let Some(site) = &applied.site else { return };
        tail = tail.max(site.prefix().map_or(0, Vec::len) as u64);
        let names = ["items", "prefixItems", "contains", "unevaluatedItems"];
        is_said |= names.iter().any(|name| site.keyword(name).is_some());
    });
    (tail, is_said)
}

impl<'a> Lowering<'_, 'a> {
    /// Returns the assertion that the items of an array are described by the schemas that apply.
    pub(super) fn described_items(&mut self, applied: &Applied<'a>) -> Id {
        let (tail, is_said) = extent(applied);
        if !is_said {
            return self.model.always();
        }
        let options = self.choices(applied).and_then(|choices| {
            let described = |choice| self.items_of(choice, tail);
            choices
                .into_iter()
                .map(described)
                .collect::<Option<Vec<_>>>()
        });
        match options {
            Some(options) => self.model.any(options),
            None => {
                let other = self.model.kinds(Kinds::ARRAY.complement());
                let unknown = self.model.opaque();
                self.model.any([other, unknown])
            }
        }
    }

    /// Returns that assertion for one choice of schemas; `None` if it is unknown, or if there are too many
    /// combinations.
    fn items_of(&mut self, choice: BranchChoice<'_, 'a>, tail: u64) -> Option<Id> {
        let mut parts = vec![choice.condition];
        for position in 0..=tail {
            let mut about = About::default();
            for chosen in &choice.applied {
                self.item_schemas(chosen, position, &mut about)?;
            }
            if about.rests.len() > MOST_CONTAINED {
                return None;
            }
            // A schema may evaluate the item at its position or not, depending on the array, so both cases are
            // alternatives.
            let mut options = Vec::new();
            for ways in 0..1usize << about.rests.len() {
                let (mut condition, mut left) = (Vec::new(), Vec::new());
                for (at, rest) in about.rests.iter().enumerate() {
                    if ways >> at & 1 == 1 {
                        condition.push(rest.is_evaluated);
                    } else {
                        condition.push(self.model.not(rest.is_evaluated));
                        left.push(rest);
                    }
                }
                let condition = self.model.all(condition);
                if self.model.is_never(condition) {
                    continue;
                }
                let item = self.item_described(&about, &left)?;
                let rule = if position == tail {
                    self.items_from(tail, item)
                } else {
                    self.item_at(position, item)
                };
                options.push(self.model.all([condition, rule]));
            }
            parts.push(self.model.any(options));
        }
        Some(self.model.all(parts))
    }

    /// Returns the assertion that an item is described. An item that matches a schema of `contains` may be described by
    /// it, and since 2020-12 it is evaluated by it.
    fn item_described(&mut self, about: &About<'a>, rests: &[&Rest<'a>]) -> Option<Id> {
        let contained: Vec<_> = about
            .contained
            .iter()
            .filter(|(schema, context)| !self.is_plain(schema, context))
            .collect();
        if contained.len() + rests.len() > MOST_CONTAINED {
            return None;
        }
        let mut options = Vec::new();
        for ways in 0..1usize << contained.len() {
            let all = contained.iter().enumerate();
            let chosen = all.filter(|(at, _)| ways >> at & 1 == 1);
            let mut group = about.schemas.clone();
            let mut parts = Vec::new();
            for (_, (schema, context)) in chosen {
                parts.push(self.value(schema, context));
                group.push((schema, context.clone()));
            }
            // `unevaluatedItems` describes the item if no `contains` evaluates it.
            let mut cases = vec![(parts, group)];
            for rest in rests {
                let evaluated = rest.contained.iter();
                let evaluated: Vec<Id> = evaluated
                    .map(|(schema, context)| self.value(schema, context))
                    .collect();
                let evaluated = self.model.any(evaluated);
                let left = self.model.not(evaluated);
                let mut next = Vec::new();
                for (parts, group) in cases {
                    let with = |condition: Id| [parts.as_slice(), &[condition]].concat();
                    next.push((with(evaluated), group.clone()));
                    let mut group = group;
                    group.push((rest.schema, rest.context.clone()));
                    next.push((with(left), group));
                }
                cases = next;
            }
            for (mut parts, group) in cases {
                parts.push(self.described(group));
                options.push(self.model.all(parts));
            }
        }
        Some(self.model.any(options))
    }

    /// Adds the schemas of the item at a position; `None` if they are unknown.
    fn item_schemas(
        &mut self,
        chosen: &Chosen<'_, 'a>,
        position: u64,
        about: &mut About<'a>,
    ) -> Option<()> {
        let before = about.contained.len();
        for inside in &chosen.inside {
            self.item_schemas(inside, position, about)?;
        }
        let Some(site) = &chosen.applied.site else {
            return Some(());
        };
        let here = |schema: &'a Value| (schema, site.context.clone());
        about.schemas.extend(site.item(position).map(here));
        about.contained.extend(site.keyword("contains").map(here));
        if let Some(schema) = site.keyword("unevaluatedItems") {
            let is_evaluated = self.evaluated_item_within(chosen.applied, position);
            if chosen.leaves_out_contains() && !self.model.is_always(is_evaluated) {
                return None;
            }
            let contained = about.contained.iter().skip(before);
            let evaluates = |context: &SchemaContext| context.dialect == Dialect::Draft202012;
            about.rests.push(Rest {
                schema,
                context: site.context.clone(),
                is_evaluated,
                contained: contained
                    .filter(|(_, context)| evaluates(context))
                    .cloned()
                    .collect(),
            });
        }
        Some(())
    }

    pub(super) fn item_at(&mut self, position: u64, schema: Id) -> Id {
        if self.model.is_always(schema) {
            schema
        } else {
            self.model.add(Node::Item(position, schema))
        }
    }

    /// Returns the choices of branches that differ in what they say about items; `None` if there are too many.
    fn choices<'c>(&mut self, applied: &'c Applied<'a>) -> Option<Vec<BranchChoice<'c, 'a>>> {
        let mut all = vec![BranchChoice {
            condition: self.model.always(),
            applied: vec![Chosen {
                applied,
                inside: Vec::new(),
            }],
        }];
        for part in &applied.parts {
            let more = self.choices(part)?;
            all = self.product(&all, &more)?;
        }
        for union in &applied.unions {
            let mut silent = Vec::new();
            let mut speaking: Vec<BranchChoice<'c, 'a>> = Vec::new();
            for alternative in &union.alternatives {
                if !extent(&alternative.applied).1 {
                    silent.push(alternative.condition);
                    continue;
                }
                let mut more = self.choices(&alternative.applied)?;
                for choice in &mut more {
                    let both = [choice.condition, alternative.condition];
                    choice.condition = self.model.all(both);
                }
                if union.are_several {
                    let joint = self.product(&speaking, &more)?;
                    speaking.extend(joint);
                }
                speaking.extend(more);
                if speaking.len() > MOST_CHOICES {
                    return None;
                }
            }
            if speaking.is_empty() {
                continue;
            }
            if !silent.is_empty() {
                speaking.push(BranchChoice {
                    condition: self.model.any(silent),
                    applied: Vec::new(),
                });
            }
            all = self.product(&all, &speaking)?;
        }
        // The schemas of the parts belong to this schema object.
        for choice in &mut all {
            let inside = std::mem::take(&mut choice.applied);
            let mut inside = inside.into_iter();
            if let Some(mut own) = inside.next() {
                own.inside = inside.collect();
                choice.applied = vec![own];
            }
        }
        Some(all)
    }

    fn product<'c>(
        &mut self,
        left: &[BranchChoice<'c, 'a>],
        right: &[BranchChoice<'c, 'a>],
    ) -> Option<Vec<BranchChoice<'c, 'a>>> {
        if left.len() * right.len() > MOST_CHOICES {
            return None;
        }
        let mut all = Vec::new();
        for one in left {
            for other in right {
                let condition = self.model.all([one.condition, other.condition]);
                if self.model.is_never(condition) {
                    continue;
                }
                let applied = one.applied.iter().chain(&other.applied);
                all.push(BranchChoice {
                    condition,
                    applied: applied.cloned().collect(),
                });
            }
        }
        Some(all)
    }
}

/// The schemas that describe an item.
#[derive(Default)]
struct About<'a> {
    schemas: Vec<(&'a Value, SchemaContext)>,
    /// The schemas of `contains`.
    contained: Vec<(&'a Value, SchemaContext)>,
    /// The schemas of `unevaluatedItems`.
    rests: Vec<Rest<'a>>,
}

/// A schema of `unevaluatedItems`.
struct Rest<'a> {
    schema: &'a Value,
    context: SchemaContext,
    /// The assertion that a schema evaluates the item at its position.
    is_evaluated: Id,
    /// The schemas of `contains` that evaluate items, so that this schema does not apply to them.
    contained: Vec<(&'a Value, SchemaContext)>,
}
