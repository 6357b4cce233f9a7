//! Counts of items of an array that match schemas.

use std::collections::BTreeMap;

use super::{Literal, Solver, arrays::ArrayShape};

/// The maximum number of schemas whose matches are counted. Further schemas are ignored.
const MOST_COUNTED: usize = 5;

/// The maximum number of states after one item.
const MOST_STATES: usize = 2_000;

/// The maximum number of states that are visited for one array.
const MOST_VISITED: usize = 300_000;

/// The maximum number of items of a constructed array.
const MOST_ITEMS: u64 = 100_000;

/// Limits on the number of items, from a position on, for which a literal holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Count {
    pub(super) literal: Literal,
    pub(super) from: u64,
    pub(super) least: u64,
    pub(super) most: Option<u64>,
}

impl Count {
    /// Returns the count after one more match; `None` if that is too many. Without a maximum, counts above the minimum
    /// are not distinguished.
    fn after(&self, count: u64) -> Option<u64> {
        match self.most {
            Some(most) => (count < most).then(|| count + 1),
            None => Some((count + 1).min(self.least)),
        }
    }
}

/// The result of a walk along the positions of an array.
pub(super) enum Walk {
    /// No array satisfies the limits.
    Nothing,
    /// It is unknown whether one does.
    Unknown,
    /// An array with these literals for its items does, if the items can also be different or equal as required.
    Items(Vec<Vec<Literal>>),
}

/// The number of items that have matched each schema.
type MatchCounts = Vec<u64>;

/// The states that can be reached with a number of items, each with the state before and the choice of the last item.
type Layer = BTreeMap<MatchCounts, (MatchCounts, usize)>;

/// A choice for an item.
#[derive(Clone, Default)]
struct ItemChoice {
    /// For each schema, true if the item counts as a match.
    counts: Vec<bool>,
    literals: Vec<Literal>,
}

impl Solver<'_> {
    /// Finds literals for the items of an array that satisfy the limits.
    ///
    /// At each position, an item either counts for a schema or not. An item that counts has to match if there is a
    /// minimum. An item that does not count has to fail if there is a maximum. So this visits every possible array.
    /// From the tail on, all positions have the same choices. So once one more item leads to the same states, any
    /// number of items does.
    pub(super) fn items(&mut self, shape: &ArrayShape) -> Walk {
        let counts: Vec<Count> = shape.counts.iter().take(MOST_COUNTED).cloned().collect();
        let tail = shape.tail();
        let is_enough = |state: &&MatchCounts| {
            let mut all = counts.iter().zip(*state);
            all.all(|(count, reached)| *reached >= count.least)
        };
        let start = vec![0; counts.len()];
        let mut layers = vec![Layer::from([(start.clone(), (start, 0))])];
        let mut choices: Vec<Vec<ItemChoice>> = Vec::new();
        let mut is_same = false;
        let mut visited = 0;
        while let Some(states) = layers.last() {
            let length = layers.len() as u64 - 1;
            let end = states.keys().find(is_enough);
            match end {
                // From here on, the states stay the same up to the minimum length, which is not above the maximum.
                Some(end) if length >= shape.least || is_same => {
                    let length = length.max(shape.least);
                    return if length > MOST_ITEMS {
                        Walk::Unknown
                    } else {
                        Walk::Items(way_to(end, length, &layers, &choices))
                    };
                }
                _ if is_same || states.is_empty() => return Walk::Nothing,
                _ => {}
            }
            if shape.most.is_some_and(|most| length >= most) {
                return Walk::Nothing;
            }
            visited += states.len();
            if visited > MOST_VISITED || length > MOST_ITEMS || states.len() > MOST_STATES {
                return Walk::Unknown;
            }
            if length <= tail {
                if !self.step() {
                    return Walk::Unknown;
                }
                choices.push(self.choices(shape, &counts, length));
            }
            let here = choices.last().map_or(&[][..], Vec::as_slice);
            let next = after(states, &counts, here);
            is_same = length >= tail && next.keys().eq(states.keys());
            layers.push(next);
        }
        Walk::Unknown
    }

    /// Returns the possible choices for the item at a position.
    fn choices(&mut self, shape: &ArrayShape, counts: &[Count], position: u64) -> Vec<ItemChoice> {
        let item = shape.item(position);
        let mut choices = vec![ItemChoice::default()];
        for count in counts {
            let (literal, holds) = count.literal;
            let fails = count.most.map(|_| (literal, !holds));
            let matches = (count.least > 0).then_some(count.literal);
            let options: &[(bool, Option<Literal>)] = if position < count.from {
                &[(false, None)]
            } else {
                &[(false, fails), (true, matches)]
            };
            let with = |choice: ItemChoice| {
                options.iter().map(move |(counts, literal)| {
                    let mut choice = choice.clone();
                    choice.counts.push(*counts);
                    choice.literals.extend(literal);
                    choice
                })
            };
            choices = choices.into_iter().flat_map(with).collect();
        }
        for choice in &mut choices {
            choice.literals.extend(&item);
        }
        choices.retain(|choice| !self.solve(choice.literals.iter().copied()).is_nothing());
        choices
    }
}

/// Returns the states after one more item.
fn after(states: &Layer, counts: &[Count], choices: &[ItemChoice]) -> Layer {
    let mut next = Layer::new();
    for state in states.keys() {
        for (at, choice) in choices.iter().enumerate() {
            let counted = state.iter().zip(&choice.counts).zip(counts);
            let reached = counted.map(|((reached, is_counted), count)| {
                if *is_counted {
                    count.after(*reached)
                } else {
                    Some(*reached)
                }
            });
            if let Some(reached) = reached.collect::<Option<MatchCounts>>() {
                next.entry(reached).or_insert_with(|| (state.clone(), at));
            }
        }
    }
    next
}

/// Returns the literals for the items on the way to a state. Positions beyond the last layer and the last choices are
/// like these.
fn way_to(
    end: &MatchCounts,
    length: u64,
    layers: &[Layer],
    choices: &[Vec<ItemChoice>],
) -> Vec<Vec<Literal>> {
    let mut items = Vec::new();
    let mut state = end;
    let clamp = |at: u64, count: usize| {
        usize::try_from(at).map_or(count, |at| at.min(count.saturating_sub(1)))
    };
    for position in (0..length).rev() {
        let layer = layers.get(clamp(position + 1, layers.len()));
        let Some((before, choice)) = layer.and_then(|layer| layer.get(state)) else {
            break;
        };
        let here = choices.get(clamp(position, choices.len()));
        let chosen = here.and_then(|choices| choices.get(*choice));
        items.push(
            chosen
                .map(|choice| choice.literals.clone())
                .unwrap_or_default(),
        );
        state = before;
    }
    items.reverse();
    items
}
