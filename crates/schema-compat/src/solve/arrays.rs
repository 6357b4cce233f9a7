//! Searches for arrays: their lengths, and the values of their items.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    AnyOf, Literal, Outcome, Solver,
    counts::{Count, Walk},
    names::{Candidates, Member, distinct},
};
use crate::{
    model::{Kinds, Node},
    number::canonical_text,
};

/// The maximum number of positions that are distinguished.
const MOST_POSITIONS: u64 = 2_048;

/// The maximum number of different values that are searched for if all items have to be different.
pub(super) const MOST_DIFFERENT: usize = 400;

/// The maximum number of pairs of positions that are tried if two items have to be equal.
const MOST_PAIRS: usize = 400;

/// The constraints on an array.
#[derive(Clone, Default)]
pub(super) struct ArrayShape {
    pub(super) least: u64,
    pub(super) most: Option<u64>,
    /// Literals for the item at one position.
    at: Vec<(u64, Literal)>,
    /// Literals for all items from a position on.
    from: Vec<(u64, Literal)>,
    /// Limits on the number of items that match schemas.
    pub(super) counts: Vec<Count>,
    is_unique: bool,
    has_equals: bool,
}

impl ArrayShape {
    fn limit(&mut self, most: u64) {
        self.most = Some(self.most.map_or(most, |known| known.min(most)));
    }

    /// Returns the literals for the item at a position.
    pub(super) fn item(&self, position: u64) -> Vec<Literal> {
        let at = self.at.iter().filter(|(at, _)| *at == position);
        let from = self.from.iter().filter(|(from, _)| *from <= position);
        at.chain(from).map(|(_, literal)| *literal).collect()
    }

    /// Returns the first position from which on all positions have the same constraints.
    pub(super) fn tail(&self) -> u64 {
        let at = self.at.iter().map(|(at, _)| at.saturating_add(1));
        let from = self.from.iter().map(|(from, _)| *from);
        let counted = self.counts.iter().map(|count| count.from);
        at.chain(from).chain(counted).max().unwrap_or(0)
    }
}

impl Solver<'_> {
    /// Searches for an array.
    pub(super) fn array(&mut self, literals: &[Literal]) -> Outcome {
        let shape = self.shape(literals);
        if shape.most.is_some_and(|most| most < shape.least) {
            return Outcome::Nothing;
        }
        if shape.tail() > MOST_POSITIONS {
            return Outcome::Unknown(None);
        }
        if shape.is_unique && self.runs_out(&shape) {
            return Outcome::Nothing;
        }
        let found = if shape.has_equals {
            self.with_equals(literals, &shape)
        } else {
            self.walk(literals, &shape, None)
        };
        let are_excluded = self.excluded.iter().any(Value::is_array);
        if matches!(found, Outcome::Unknown(_)) && are_excluded {
            self.arrays_one_by_one(literals, &shape)
        } else {
            found
        }
    }

    fn shape(&self, literals: &[Literal]) -> ArrayShape {
        let mut shape = ArrayShape::default();
        let count = |from: u64, literal: Literal, least: u64, most: Option<u64>| Count {
            literal,
            from,
            least,
            most,
        };
        for (id, holds) in literals {
            match (self.model.node(*id), *holds) {
                (Node::MinItems(least), true) => shape.least = shape.least.max(*least),
                (Node::MinItems(least), false) => shape.limit(least.saturating_sub(1)),
                (Node::MaxItems(most), true) => shape.limit(*most),
                (Node::MaxItems(most), false) => {
                    shape.least = shape.least.max(most.saturating_add(1));
                }
                (Node::Item(at, schema), holds) => {
                    shape.at.push((*at, (*schema, holds)));
                    if !holds {
                        shape.least = shape.least.max(at.saturating_add(1));
                    }
                }
                (Node::ItemsFrom(from, schema), true) => shape.from.push((*from, (*schema, true))),
                (Node::ItemsFrom(from, schema), false) => {
                    let literal = (*schema, false);
                    shape.counts.push(count(*from, literal, 1, None));
                }
                (Node::Contains(1, schema), false) => shape.from.push((0, (*schema, false))),
                (Node::Contains(least, schema), true) => {
                    shape.counts.push(count(0, (*schema, true), *least, None));
                }
                (Node::Contains(least, schema), false) => {
                    let most = least.saturating_sub(1);
                    shape.counts.push(count(0, (*schema, true), 0, Some(most)));
                }
                (Node::ContainsAtMost(most, schema), true) => {
                    shape.counts.push(count(0, (*schema, true), 0, Some(*most)));
                }
                (Node::ContainsAtMost(most, schema), false) => {
                    let least = most.saturating_add(1);
                    shape.counts.push(count(0, (*schema, true), least, None));
                }
                (Node::Unique, true) => shape.is_unique = true,
                (Node::Unique, false) => shape.has_equals = true,
                _ => {}
            }
        }
        if shape.has_equals {
            shape.least = shape.least.max(2);
        }
        shape
    }

    /// Reports whether there are fewer different values than the minimum number of items. Only items with fewer
    /// possible values than that can make the difference.
    fn runs_out(&mut self, shape: &ArrayShape) -> bool {
        let Ok(least) = usize::try_from(shape.least) else {
            return false;
        };
        if !(2..=MOST_DIFFERENT).contains(&least) {
            return false;
        }
        let questions: Vec<_> = (0..shape.least).map(|at| shape.item(at)).collect();
        let mut lists = self.different(&questions, least);
        lists.retain(|list| !list.is_unknown && list.members.len() < least);
        distinct(&lists).is_none()
    }

    /// Searches for `count` different values for each question.
    pub(super) fn different(
        &mut self,
        questions: &[Vec<Literal>],
        count: usize,
    ) -> Vec<Candidates> {
        let mut known: BTreeMap<&[Literal], (Vec<Value>, bool)> = BTreeMap::new();
        for question in questions {
            if known.contains_key(question.as_slice()) {
                continue;
            }
            let mut values: Vec<Value> = Vec::new();
            let mut is_open = false;
            while values.len() < count {
                match self.besides(question, values.clone()) {
                    Outcome::Value(value) => values.push(value),
                    Outcome::Nothing => break,
                    Outcome::Unknown(_) => {
                        is_open = true;
                        break;
                    }
                }
            }
            known.insert(question, (values, is_open));
        }
        let list = |question: &Vec<Literal>| {
            let (values, is_open) = known.get(question.as_slice()).cloned().unwrap_or_default();
            let member = |value: Value| Member {
                name: canonical_text(&value),
                value,
            };
            Candidates {
                members: values.into_iter().map(member).collect(),
                is_unknown: is_open,
            }
        };
        questions.iter().map(list).collect()
    }

    /// Searches for an array with two equal items. In every such array, the constraints on both items hold for both
    /// positions, and positions from the tail on are alike. So if no pair of positions up to there has an array, none
    /// has.
    fn with_equals(&mut self, literals: &[Literal], shape: &ArrayShape) -> Outcome {
        let mut any = AnyOf::default();
        let last = shape.tail() + 1;
        let mut tried = 0;
        for left in 0..=last {
            for right in left + 1..=last {
                if shape.most.is_some_and(|most| right >= most) {
                    break;
                }
                tried += 1;
                if tried > MOST_PAIRS {
                    return Outcome::Unknown(any.candidate);
                }
                let mut both = shape.clone();
                both.least = both.least.max(right + 1);
                let (of_left, of_right) = (shape.item(left), shape.item(right));
                both.at
                    .extend(of_right.into_iter().map(|literal| (left, literal)));
                both.at
                    .extend(of_left.into_iter().map(|literal| (right, literal)));
                let found = self.walk(literals, &both, Some((left, right)));
                // In draft 4, equal numbers in two forms are two values, and so are values that contain them.
                any.is_unknown |= found.is_nothing()
                    && self.model.tells_doubles
                    && [left, right]
                        .iter()
                        .all(|at| self.may_hold_numbers(&shape.item(*at)));
                if let Some(found) = any.settles(found) {
                    return found;
                }
            }
        }
        any.finish()
    }

    fn may_hold_numbers(&mut self, item: &[Literal]) -> bool {
        let numbers = Kinds::INTEGER.or(Kinds::ARRAY).or(Kinds::OBJECT);
        item.iter()
            .all(|(id, holds)| !holds || self.summary(*id).kinds.has(numbers))
    }

    /// Walks along the positions and constructs an array. `equals` has two positions that need equal items.
    fn walk(
        &mut self,
        literals: &[Literal],
        shape: &ArrayShape,
        equals: Option<(u64, u64)>,
    ) -> Outcome {
        let mut questions = match self.items(shape) {
            Walk::Nothing => return Outcome::Nothing,
            Walk::Unknown => return Outcome::Unknown(None),
            Walk::Items(questions) => questions,
        };
        if let Some((left, right)) = equals {
            let at = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
            let (left, right) = (at(left), at(right));
            let both: Vec<Literal> = [left, right]
                .into_iter()
                .filter_map(|at| questions.get(at))
                .flatten()
                .copied()
                .collect();
            for at in [left, right] {
                if let Some(question) = questions.get_mut(at) {
                    question.clone_from(&both);
                }
            }
        }
        let mut items = Vec::new();
        if shape.is_unique && questions.len() > 1 {
            if questions.len() > MOST_DIFFERENT {
                return Outcome::Unknown(None);
            }
            let lists = self.different(&questions, questions.len());
            let Some(members) = distinct(&lists) else {
                return Outcome::Unknown(None);
            };
            // The members are in the order of the lists.
            items.extend(members.into_iter().map(|member| member.value.clone()));
        } else {
            for question in questions {
                match self.solve(question).candidate() {
                    Some(item) => items.push(item.clone()),
                    None => return Outcome::Unknown(None),
                }
            }
        }
        self.checked(literals, Value::Array(items))
    }
}
