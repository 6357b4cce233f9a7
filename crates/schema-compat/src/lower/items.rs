//! Items of arrays, and which schemas are about them.

use jsonschema::Draft as Dialect;
use serde_json::Value;

use super::{
    Lowering, Place,
    applied::{Applied, Site},
};
use crate::model::{Id, Kinds, Node};

/// More choices of branches than this are not written out for the items of one array.
const MOST_CHOICES: usize = 256;

/// Of more schemas in `contains` than these, the combinations are not written out.
const MOST_CONTAINED: usize = 3;

/// Schemas that a writer can choose to apply together, with the condition that they do.
#[derive(Clone)]
struct Choice<'c, 'a> {
    condition: Id,
    applied: Vec<Chosen<'c, 'a>>,
}

/// A schema object, and what applies with it below.
#[derive(Clone)]
struct Chosen<'c, 'a> {
    site: Option<&'c Site<'a>>,
    inside: Vec<Chosen<'c, 'a>>,
}

impl<'a> Site<'a> {
    fn prefix(&self) -> Option<&'a Vec<Value>> {
        let keywords = ["prefixItems", "items"].into_iter();
        keywords
            .filter_map(|name| self.keyword(name))
            .find_map(Value::as_array)
    }

    /// The schema of the item at a position.
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

/// Returns the first position from which on all are alike, and whether anything is said about items.
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
    /// That the items of an array are described by the schemas that apply.
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

    /// The items, where these schemas apply.
    fn items_of(&mut self, choice: Choice<'_, 'a>, tail: u64) -> Option<Id> {
        let mut parts = vec![choice.condition];
        for position in 0..=tail {
            let mut about = About::default();
            for chosen in &choice.applied {
                item_schemas(chosen, position, &mut about);
            }
            let item = self.item_described(&about)?;
            parts.push(match position == tail {
                true => self.items_from(tail, item),
                false => self.item_at(position, item),
            });
        }
        Some(self.model.all(parts))
    }

    /// An item that matches a schema of `contains` may be described by it, and is evaluated by it since 2020-12.
    fn item_described(&mut self, about: &About<'a>) -> Option<Id> {
        let contained: Vec<_> = about
            .contained
            .iter()
            .filter(|(schema, place)| !self.is_plain(schema, place))
            .collect();
        if contained.len() + about.rests.len() > MOST_CONTAINED {
            return None;
        }
        let mut options = Vec::new();
        for ways in 0..1usize << contained.len() {
            let all = contained.iter().enumerate();
            let chosen = all.filter(|(at, _)| ways >> at & 1 == 1);
            let mut group = about.schemas.clone();
            let mut parts = Vec::new();
            for (_, (schema, place)) in chosen {
                parts.push(self.value(schema, place));
                group.push((schema, place.clone()));
            }
            // What is left over is described by `unevaluatedItems`, and what `contains` evaluates is not.
            let mut cases = vec![(parts, group)];
            for rest in &about.rests {
                let evaluated = rest.evaluated.iter();
                let evaluated: Vec<Id> = evaluated
                    .map(|(schema, place)| self.value(schema, place))
                    .collect();
                let evaluated = self.model.any(evaluated);
                let left = self.model.not(evaluated);
                let mut next = Vec::new();
                for (parts, group) in cases {
                    let with = |condition: Id| [parts.as_slice(), &[condition]].concat();
                    next.push((with(evaluated), group.clone()));
                    let mut group = group;
                    group.push((rest.schema, rest.place.clone()));
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

    pub(super) fn item_at(&mut self, position: u64, schema: Id) -> Id {
        match self.model.is_always(schema) {
            true => schema,
            false => self.model.add(Node::Item(position, schema)),
        }
    }

    /// The choices of branches that differ in what they say about items; `None` if these are too many.
    fn choices<'c>(&mut self, applied: &'c Applied<'a>) -> Option<Vec<Choice<'c, 'a>>> {
        let mut all = vec![Choice {
            condition: self.model.always(),
            applied: vec![Chosen {
                site: applied.site.as_ref(),
                inside: Vec::new(),
            }],
        }];
        for part in &applied.parts {
            let more = self.choices(part)?;
            all = self.product(&all, &more)?;
        }
        for union in &applied.unions {
            let mut silent = Vec::new();
            let mut speaking: Vec<Choice<'c, 'a>> = Vec::new();
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
                speaking.push(Choice {
                    condition: self.model.any(silent),
                    applied: Vec::new(),
                });
            }
            all = self.product(&all, &speaking)?;
        }
        // What applies below belongs to the schema object here.
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
        left: &[Choice<'c, 'a>],
        right: &[Choice<'c, 'a>],
    ) -> Option<Vec<Choice<'c, 'a>>> {
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
                all.push(Choice {
                    condition,
                    applied: applied.cloned().collect(),
                });
            }
        }
        Some(all)
    }
}

/// The schemas that are about an item.
#[derive(Default)]
struct About<'a> {
    schemas: Vec<(&'a Value, Place)>,
    /// Those of `contains`.
    contained: Vec<(&'a Value, Place)>,
    /// Those of `unevaluatedItems`.
    rests: Vec<Rest<'a>>,
}

/// A schema of `unevaluatedItems`, with those of `contains` whose items it leaves alone.
struct Rest<'a> {
    schema: &'a Value,
    place: Place,
    evaluated: Vec<(&'a Value, Place)>,
}

/// Adds the schemas of the item at a position. Returns whether the item is evaluated for its position.
fn item_schemas<'a>(chosen: &Chosen<'_, 'a>, position: u64, about: &mut About<'a>) -> bool {
    let own = chosen.site.and_then(|site| site.item(position));
    let mut is_evaluated = own.is_some();
    let before = about.contained.len();
    for inside in &chosen.inside {
        is_evaluated |= item_schemas(inside, position, about);
    }
    if let Some(site) = chosen.site {
        let here = |schema: &'a Value| (schema, site.place.clone());
        about.schemas.extend(own.map(here));
        about.contained.extend(site.keyword("contains").map(here));
        if let Some(rest) = site.keyword("unevaluatedItems") {
            if !is_evaluated {
                let evaluated = about.contained.iter().skip(before);
                about.rests.push(Rest {
                    schema: rest,
                    place: site.place.clone(),
                    evaluated: evaluated
                        .filter(|(_, place)| place.dialect == Dialect::Draft202012)
                        .cloned()
                        .collect(),
                });
            }
            is_evaluated = true;
        }
    }
    is_evaluated
}
