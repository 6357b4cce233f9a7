//! Arrays: lengths, what each item has to be, and what some item has to be.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{AnyOf, Found, Literal, Solver};
use crate::{
    model::{Id, Kinds, Node},
    number::canonical_text,
};

/// No array is made with more items than this.
const MOST_ITEMS: u64 = 2_000;

/// Positions that are told apart.
const MOST_POSITIONS: u64 = 64;

/// What an array has to be.
#[derive(Default)]
struct Shape {
    least: u64,
    most: Option<u64>,
    /// What an item has to be, at a position or from it on.
    at: Vec<(u64, Literal)>,
    from: Vec<(u64, Literal)>,
    /// What some item has to be: at a position, or from it on.
    some_at: Vec<(u64, Literal)>,
    some_from: Vec<(u64, Literal)>,
    /// What so many items have to be.
    several: Vec<(u64, Id)>,
    /// What no more items than this may be.
    few: Vec<(u64, Id)>,
    is_unique: bool,
    has_equals: bool,
}

impl Shape {
    fn limit(&mut self, most: u64) {
        self.most = Some(self.most.map_or(most, |known| known.min(most)));
    }

    /// What the item at a position has to be.
    fn item(&self, position: u64) -> Vec<Literal> {
        let at = self.at.iter().filter(|(at, _)| *at == position);
        let from = self.from.iter().filter(|(from, _)| *from <= position);
        at.chain(from).map(|(_, literal)| *literal).collect()
    }

    /// The first position from which on all are alike.
    fn tail(&self) -> u64 {
        let at = self.at.iter().chain(&self.some_at).map(|(at, _)| at + 1);
        let from = self.from.iter().chain(&self.some_from).map(|(at, _)| *at);
        at.chain(from).max().unwrap_or(0)
    }
}

impl Solver<'_> {
    /// Looks for an array.
    pub(super) fn array(&mut self, literals: &[Literal]) -> Found {
        let mut shape = self.shape(literals);
        let tail = shape.tail();
        if tail > MOST_POSITIONS {
            return Found::Unknown(None);
        }
        // An item that cannot be ends the array before it.
        for position in 0..=tail {
            if shape.most.is_some_and(|most| most <= position) {
                break;
            }
            if self.solve(shape.item(position)).is_nothing() {
                shape.limit(position);
                break;
            }
        }
        let is_too_short = shape.most.is_some_and(|most| most < shape.least);
        if is_too_short || self.runs_out(&shape, tail) {
            return Found::Nothing;
        }
        self.fill(literals, &shape, tail)
    }

    fn shape(&self, literals: &[Literal]) -> Shape {
        let mut shape = Shape::default();
        for (id, holds) in literals {
            match (self.model.node(*id), *holds) {
                (Node::MinItems(least), true) => shape.least = shape.least.max(*least),
                (Node::MinItems(least), false) => shape.limit(least.saturating_sub(1)),
                (Node::MaxItems(most), true) => shape.limit(*most),
                (Node::MaxItems(most), false) => {
                    shape.least = shape.least.max(most.saturating_add(1));
                }
                (Node::Item(at, schema), true) => shape.at.push((*at, (*schema, true))),
                (Node::Item(at, schema), false) => shape.some_at.push((*at, (*schema, false))),
                (Node::ItemsFrom(from, schema), true) => shape.from.push((*from, (*schema, true))),
                (Node::ItemsFrom(from, schema), false) => {
                    shape.some_from.push((*from, (*schema, false)));
                }
                (Node::Contains(1, schema), false) => shape.from.push((0, (*schema, false))),
                (Node::Contains(least, schema), true) => shape.several.push((*least, *schema)),
                (Node::Contains(least, schema), false) => {
                    shape.few.push((least.saturating_sub(1), *schema));
                }
                (Node::ContainsAtMost(most, schema), true) => shape.few.push((*most, *schema)),
                (Node::ContainsAtMost(most, schema), false) => {
                    shape.several.push((most.saturating_add(1), *schema));
                }
                (Node::Unique, true) => shape.is_unique = true,
                (Node::Unique, false) => shape.has_equals = true,
                _ => {}
            }
        }
        if shape.has_equals {
            shape.least = shape.least.max(2);
        }
        for (at, _) in &shape.some_at {
            shape.least = shape.least.max(at.saturating_add(1));
        }
        for (least, _) in &shape.several {
            shape.least = shape.least.max(*least);
        }
        shape
    }

    /// Whether there are fewer different values than an array of different items needs.
    fn runs_out(&mut self, shape: &Shape, tail: u64) -> bool {
        if !shape.is_unique || shape.least < 2 || tail > 0 {
            return false;
        }
        let mut kinds = Kinds::ALL;
        let mut values: Option<usize> = None;
        for (id, holds) in shape.item(0) {
            if !holds {
                continue;
            }
            let summary = self.summary(id);
            kinds = kinds.and(summary.kinds);
            let count = summary.values.as_ref().map(BTreeSet::len);
            values = match (values, count) {
                (Some(known), Some(count)) => Some(known.min(count)),
                (known, count) => known.or(count),
            };
        }
        let simple = Kinds::NULL.or(Kinds::BOOLEAN);
        if kinds.and(simple.complement()).is_empty() {
            let count =
                usize::from(kinds.has(Kinds::NULL)) + 2 * usize::from(kinds.has(Kinds::BOOLEAN));
            values = Some(values.map_or(count, |known| known.min(count)));
        }
        values.is_some_and(|count| (count as u64) < shape.least)
    }

    /// Makes an array, or finds out that one of the demands cannot be met at any position.
    fn fill(&mut self, literals: &[Literal], shape: &Shape, tail: u64) -> Found {
        let mut slots: Vec<Vec<Literal>> = Vec::new();
        let mut is_unknown = false;
        for (at, literal) in &shape.some_at {
            let Ok(at) = usize::try_from(*at) else {
                return Found::Unknown(None);
            };
            let mut question = shape.item(at as u64);
            question.push(*literal);
            if self.solve(question).is_nothing() {
                return Found::Nothing;
            }
            slots.resize(slots.len().max(at + 1), Vec::new());
            if let Some(slot) = slots.get_mut(at) {
                slot.push(*literal);
            }
        }
        let mut demands: Vec<(u64, Literal)> = shape.some_from.clone();
        for (least, schema) in &shape.several {
            let count = (*least).min(MOST_POSITIONS);
            demands.extend((0..count).map(|_| (0, (*schema, true))));
            is_unknown |= count < *least;
        }
        let several_from = shape.some_from.len();
        for (index, (from, literal)) in demands.iter().enumerate() {
            let is_one_of_several = index >= several_from;
            match self.place(shape, &mut slots, *from, *literal, tail, is_one_of_several) {
                Found::Nothing => return Found::Nothing,
                Found::Value(_) => {}
                Found::Unknown(_) => is_unknown = true,
            }
        }
        if shape.has_equals {
            match self.place_equals(shape, &mut slots, tail) {
                Found::Nothing => return Found::Nothing,
                Found::Value(_) => {}
                Found::Unknown(_) => is_unknown = true,
            }
        }
        if shape.least > MOST_ITEMS {
            return Found::Unknown(None);
        }
        let least = usize::try_from(shape.least).unwrap_or(usize::MAX);
        slots.resize(slots.len().max(least), Vec::new());
        let mut items = Vec::new();
        let mut taken = BTreeSet::new();
        for (position, slot) in slots.iter().enumerate() {
            let mut question = shape.item(position as u64);
            question.extend(slot);
            let found = self.solve(question.clone());
            is_unknown |= !matches!(found, Found::Value(_));
            let Some(item) = found.candidate().cloned() else {
                return Found::Unknown(None);
            };
            let item = match shape.is_unique && taken.contains(&canonical_text(&item)) {
                true => self.another(&question, &item, &taken).unwrap_or(item),
                false => item,
            };
            taken.insert(canonical_text(&item));
            items.push(item);
        }
        if shape.has_equals
            && let [first, rest @ ..] = items.as_mut_slice()
        {
            // Two slots ask for the same; one value serves both.
            for item in rest {
                if slots.iter().skip(1).any(|slot| !slot.is_empty()) {
                    break;
                }
                *item = first.clone();
            }
        }
        match self.checked(literals, Value::Array(items)) {
            Found::Unknown(candidate) => Found::Unknown(candidate),
            found if is_unknown && found.is_nothing() => Found::Unknown(None),
            found => found,
        }
    }

    /// Finds a position for an item that some position has to have.
    fn place(
        &mut self,
        shape: &Shape,
        slots: &mut Vec<Vec<Literal>>,
        from: u64,
        literal: Literal,
        tail: u64,
        is_one_of_several: bool,
    ) -> Found {
        let mut any = AnyOf::default();
        let last = tail.max(from).max(slots.len() as u64);
        for position in from..=last {
            if shape.most.is_some_and(|most| position >= most) {
                break;
            }
            let mut question = shape.item(position);
            question.push(literal);
            let alone = self.solve(question.clone());
            let Ok(at) = usize::try_from(position) else {
                break;
            };
            let slot = slots.get(at).cloned().unwrap_or_default();
            if matches!(alone, Found::Value(_)) {
                // One item can be one of several only once.
                let is_taken = is_one_of_several && slot.contains(&literal);
                question.extend(slot);
                if !is_taken && matches!(self.solve(question), Found::Value(_)) {
                    slots.resize(slots.len().max(at + 1), Vec::new());
                    if let Some(slot) = slots.get_mut(at) {
                        slot.push(literal);
                    }
                    return alone;
                }
                any.is_unknown = true;
            } else if let Some(found) = any.settles(alone) {
                return found;
            }
        }
        any.finish()
    }

    /// Finds two positions that can hold the same item.
    fn place_equals(&mut self, shape: &Shape, slots: &mut Vec<Vec<Literal>>, tail: u64) -> Found {
        let mut any = AnyOf::default();
        let last = tail + 1;
        for left in 0..=last {
            for right in left + 1..=last {
                if shape.most.is_some_and(|most| right >= most) {
                    break;
                }
                let mut question = shape.item(left);
                question.extend(shape.item(right));
                let found = self.solve(question.clone());
                if !matches!(found, Found::Value(_)) {
                    // Equal numbers in two forms are two values to draft 4, as are what holds them.
                    any.is_unknown |= self.model.tells_doubles
                        && self.may_hold_numbers(&shape.item(left))
                        && self.may_hold_numbers(&shape.item(right));
                    any.settles(found);
                    continue;
                }
                let (Ok(left), Ok(right)) = (usize::try_from(left), usize::try_from(right)) else {
                    return Found::Unknown(None);
                };
                slots.resize(slots.len().max(right + 1), Vec::new());
                for at in [left, right] {
                    if let Some(slot) = slots.get_mut(at) {
                        slot.extend(question.iter().copied());
                    }
                }
                return found;
            }
        }
        any.finish()
    }

    fn may_hold_numbers(&mut self, item: &[Literal]) -> bool {
        let numbers = Kinds::INTEGER.or(Kinds::ARRAY).or(Kinds::OBJECT);
        item.iter()
            .all(|(id, holds)| !holds || self.summary(*id).kinds.has(numbers))
    }

    /// A value like one that is taken already, but different from all that are.
    fn another(
        &mut self,
        question: &[Literal],
        value: &Value,
        taken: &BTreeSet<String>,
    ) -> Option<Value> {
        let mut candidates: Vec<Value> = vec![Value::Null, false.into(), true.into()];
        for (id, holds) in question {
            if let Some(values) = self.summary(*id).values.clone().filter(|_| *holds) {
                candidates.extend(
                    values
                        .iter()
                        .map(|value| self.model.constant(*value).clone()),
                );
            }
        }
        for more in 1..200i64 {
            match value {
                Value::String(text) => {
                    candidates.push(format!("{text}{more}").into());
                    candidates.push(more.to_string().into());
                    candidates.push("a".repeat(more.unsigned_abs() as usize).into());
                }
                Value::Number(number) => {
                    if let Some(whole) = number.as_i64() {
                        candidates.push(whole.saturating_add(more).into());
                        candidates.push(whole.saturating_sub(more).into());
                    }
                }
                Value::Array(items) => {
                    let mut items = items.clone();
                    items.extend((0..more).map(|_| Value::Null));
                    candidates.push(items.into());
                }
                Value::Object(members) => {
                    let mut members = members.clone();
                    members.insert(more.to_string(), Value::Null);
                    candidates.push(members.into());
                }
                Value::Null | Value::Bool(_) => candidates.push(more.into()),
            }
        }
        candidates.into_iter().find(|candidate| {
            !taken.contains(&canonical_text(candidate))
                && self.holds(question, candidate) == Some(true)
        })
    }
}
