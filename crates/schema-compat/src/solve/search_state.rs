//! Splits unions until none of the literals is one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    AnyOf, Literal, Outcome, Solver,
    summary::{FEWEST_TAGGED, Summary},
};
use crate::model::{Id, Kinds, Node, Text};

/// The maximum number of pairs of branches that are tried, for a `oneOf` whose branches can hold together.
const MOST_PAIRS: usize = 600;

/// The maximum number of excluded arrays and objects that are compared with the value part by part.
const MOST_COMPOSITES: usize = 400;

/// The maximum number of combinations of branches that are all tried, to take the smallest value, if every value that
/// some schemas accept is an answer.
const MOST_FILLERS: usize = 12;

/// The cost of examining a union, in parts, without its options.
const PARTS_OF_A_UNION: usize = 16;

/// The state of a search: the literals that have to hold, as far as they are split.
#[derive(Clone)]
pub(super) struct SearchState {
    pub(super) kinds: Kinds,
    seen: BTreeSet<Literal>,
    todo: Vec<Literal>,
    /// The unions that are not split yet.
    unions: Vec<Literal>,
    /// Unions of which every branch has to fail.
    failing: Vec<Id>,
    summary: Summary,
    /// The schemas for each property.
    properties: BTreeMap<Text, Vec<Id>>,
    /// The number of combinations of branches that may all be tried to find the smallest value; 1 if the first value is
    /// taken.
    fillers: usize,
}

impl SearchState {
    pub(super) fn new(literals: &[Literal]) -> Self {
        Self {
            kinds: Kinds::ALL,
            seen: BTreeSet::new(),
            todo: literals.to_vec(),
            unions: Vec::new(),
            failing: Vec::new(),
            summary: Summary::default(),
            properties: BTreeMap::new(),
            fillers: if literals.iter().all(|(_, holds)| *holds) {
                MOST_FILLERS
            } else {
                1
            },
        }
    }

    /// Returns the state at the start of a search for a value of one kind.
    pub(super) fn of_kind(literals: &[Literal], kinds: Kinds) -> Self {
        let mut state = Self::new(literals);
        state.kinds = kinds;
        state.summary.kinds = kinds;
        state
    }

    fn and(mut self, literals: &[Literal]) -> Self {
        self.todo.extend_from_slice(literals);
        self
    }

    /// Returns the number of parts that a copy has.
    fn size(&self) -> usize {
        self.seen.len()
            + self.todo.len()
            + self.unions.len()
            + self.properties.len()
            + self.summary.size()
    }

    pub(super) fn literals(&self) -> impl Iterator<Item = Literal> {
        self.seen.iter().copied()
    }

    fn has(&self, id: Id, holds: bool) -> bool {
        self.seen.contains(&(id, holds))
    }
}

/// The choice that a union leaves.
enum UnionChoice {
    /// None: it holds anyway, or it has too many options, so it is ignored.
    Nothing,
    /// One of these options has to hold.
    Options(Vec<Vec<Literal>>),
}

/// The order in which unions are split.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// One of several assertions has to fail. Each is a question of its own.
    First,
    /// One of several branches that exclude each other has to be chosen, which determines most of the value.
    Second,
    /// Any other branch has to be chosen.
    Third,
    /// All branches have to fail. Most do once others are chosen.
    Last,
}

/// Unions that leave a choice, with their options.
type Open = Vec<(Literal, Vec<Vec<Literal>>)>;

/// The maximum number of options of a union, and the maximum number of unions, whose options are tried beforehand.
const MOST_PROBED: usize = 48;

impl Solver<'_> {
    /// Searches for a value, branch by branch.
    pub(super) fn branch(&mut self, mut state: SearchState) -> Outcome {
        if !self.step() {
            return Outcome::Unknown(None);
        }
        let Some(options) = self.narrow(&mut state, false) else {
            return Outcome::Nothing;
        };
        if options.is_empty() {
            return self.settle(&state);
        }
        let mut any = AnyOf::default();
        // All combinations are tried if there are few, and the smallest value is taken.
        let is_worth_it = options.len() <= state.fillers;
        state.fillers = if is_worth_it {
            state.fillers / options.len()
        } else {
            1
        };
        let mut smallest: Option<(usize, Value)> = None;
        let mut options = options.into_iter().peekable();
        while let Some(option) = options.next() {
            let next = match options.peek() {
                Some(_) => self.copy_with(&state, &option),
                None => std::mem::replace(&mut state, SearchState::new(&[])).and(&option),
            };
            let found = self.branch(next);
            match any.settles(found) {
                Some(Outcome::Value(value)) if is_worth_it => {
                    let size = value.to_string().len();
                    if smallest.as_ref().is_none_or(|(known, _)| size < *known) {
                        smallest = Some((size, value));
                    }
                }
                Some(found) => return found,
                None => {}
            }
        }
        match smallest {
            Some((_, value)) => Outcome::Value(value),
            None => any.finish(),
        }
    }

    fn copy_with(&mut self, state: &SearchState, literals: &[Literal]) -> SearchState {
        self.charge(state.size());
        state.clone().and(literals)
    }

    /// Splits everything that leaves no choice, and returns the options of the union that is next, or an empty list if
    /// there is no union left. Returns `None` if the literals contradict each other. A probe examines every union, and
    /// tries nothing beforehand.
    fn narrow(&mut self, state: &mut SearchState, is_probe: bool) -> Option<Vec<Vec<Literal>>> {
        loop {
            self.expand(state)?;
            let (mut open, mut later) = (Open::new(), Vec::new());
            for union in std::mem::take(&mut state.unions) {
                if !is_probe && self.turn(state, union) == Turn::Last {
                    later.push(union);
                } else {
                    self.consider(state, union, &mut open)?;
                }
            }
            if state.todo.is_empty() && open.is_empty() {
                for union in std::mem::take(&mut later) {
                    self.consider(state, union, &mut open)?;
                }
            }
            state.unions = later;
            state.unions.extend(open.iter().map(|(union, _)| *union));
            if !state.todo.is_empty() {
                continue;
            }
            if is_probe {
                return Some(Vec::new());
            }
            if open.len() + state.unions.len() > 2 && !self.probe(state, &mut open)? {
                continue;
            }
            if let Some(options) = self.by_kind(state, &open) {
                return Some(options);
            }
            let chosen = open
                .into_iter()
                .min_by_key(|(union, options)| (self.turn(state, *union), options.len()));
            let Some((union, options)) = chosen else {
                return Some(Vec::new());
            };
            if self.widest.is_none_or(|(most, _)| most < options.len()) {
                self.widest = Some((options.len(), union.0));
            }
            state.unions.retain(|other| *other != union);
            return Some(options);
        }
    }

    /// Returns the choice between objects and all other values, if there is a large union whose branches it helps to
    /// distinguish.
    fn by_kind(&self, state: &SearchState, open: &Open) -> Option<Vec<Vec<Literal>>> {
        if !state.kinds.has(Kinds::OBJECT) || state.kinds == Kinds::OBJECT {
            return None;
        }
        let is_large = |((id, _), _): &(Literal, Vec<_>)| matches!(self.model.node(*id), Node::One(parts) if parts.len() >= FEWEST_TAGGED);
        let object = self.model.find(&Node::Kinds(Kinds::OBJECT))?;
        let is_wanted = open.iter().any(is_large);
        is_wanted.then(|| vec![vec![(object, true)], vec![(object, false)]])
    }

    fn turn(&mut self, state: &SearchState, (id, holds): Literal) -> Turn {
        match (self.model.node(id), holds) {
            (Node::All(_), _) => Turn::First,
            (Node::Any(parts) | Node::One(parts), true)
                if self.are_exclusive(id, parts, state.kinds) =>
            {
                Turn::Second
            }
            (_, true) => Turn::Third,
            (_, false) => Turn::Last,
        }
    }

    /// Examines a union: keeps its options, or takes the only one. Returns `None` if there is none.
    fn consider(&mut self, state: &mut SearchState, union: Literal, open: &mut Open) -> Option<()> {
        self.charge(PARTS_OF_A_UNION);
        if let UnionChoice::Options(options) = self.choice(state, union) {
            self.charge(options.len());
            match options.as_slice() {
                [] => return None,
                [only] => state.todo.extend_from_slice(only),
                _ => open.push((union, options)),
            }
        }
        Some(())
    }

    /// Drops the options that immediately contradict the rest. Returns false if a union is left with one option, which
    /// has been taken, and `None` if one has none.
    fn probe(&mut self, state: &mut SearchState, open: &mut Open) -> Option<bool> {
        if open.len() > MOST_PROBED {
            return Some(true);
        }
        for (union, options) in open {
            let is_branch = matches!(self.turn(state, *union), Turn::Second | Turn::Third);
            if options.len() > MOST_PROBED || !is_branch {
                continue;
            }
            // Without steps, no option can be refuted.
            options.retain(|option| {
                !self.step() || {
                    let mut tried = self.copy_with(state, option);
                    self.narrow(&mut tried, true).is_some()
                }
            });
            match options.as_slice() {
                [] => return None,
                [only] => {
                    state.todo.extend_from_slice(only);
                    state.unions.retain(|other| *other != *union);
                    return Some(false);
                }
                _ => {}
            }
        }
        Some(true)
    }

    /// Splits everything that leaves no choice. Returns `None` if that is a contradiction.
    fn expand(&mut self, state: &mut SearchState) -> Option<()> {
        let model = self.model;
        while let Some((id, holds)) = state.todo.pop() {
            if state.has(id, !holds) {
                return None;
            }
            if !state.seen.insert((id, holds)) {
                continue;
            }
            if holds {
                let summary = self.summary(id);
                if state.summary.excludes(summary) {
                    return None;
                }
                state.summary.narrow(summary);
                state.kinds = state.kinds.and(summary.kinds);
            }
            match (model.node(id), holds) {
                (Node::All(parts), true) => {
                    state.todo.extend(parts.iter().map(|part| (*part, true)));
                }
                (Node::Any(parts), false) if parts.len() < 2 => {
                    state.todo.extend(parts.iter().map(|part| (*part, false)));
                }
                (Node::Not(part), _) => state.todo.push((*part, !holds)),
                (Node::Definition(definition), _) => {
                    let body = model.definitions.get(*definition).copied().flatten();
                    state.todo.extend(body.map(|body| (body, holds)));
                }
                (Node::Kinds(kinds), false) => state.kinds = state.kinds.and(kinds.complement()),
                (Node::All(_), false) | (Node::Any(_) | Node::One(_), _) => {
                    state.unions.push((id, holds));
                    if !holds && matches!(model.node(id), Node::Any(_)) {
                        state.failing.push(id);
                    }
                }
                (Node::Property(name, schema), true) => {
                    state.properties.entry(*name).or_default().push(*schema);
                }
                (Node::Required(name), false) => {
                    state.summary.absent.insert(*name);
                    state.kinds = state.kinds.and(Kinds::OBJECT);
                }
                (Node::Values(constants), false) => {
                    // An array or object differs from a constant if some part of it differs.
                    let composites = constants.iter().filter_map(|it| model.structure(*it));
                    let composites = composites.take(MOST_COMPOSITES);
                    state
                        .todo
                        .extend(composites.map(|structure| (structure, false)));
                }
                (node, false) => state.kinds = state.kinds.and(node.domain(model)),
                _ => {}
            }
            state.summary.kinds = state.kinds;
            if state.kinds.is_empty() {
                return None;
            }
        }
        Some(())
    }

    fn choice(&mut self, state: &SearchState, (id, holds): Literal) -> UnionChoice {
        let model = self.model;
        match (model.node(id), holds) {
            (Node::Any(parts), true) => self.one_holds(state, id, parts),
            (Node::Any(parts), false) => {
                let alive = self.alive(state, id, parts);
                UnionChoice::Options(vec![alive.iter().map(|part| (*part, false)).collect()])
            }
            (Node::All(parts), false) => self.one_fails(state, id, parts),
            (Node::One(parts), true) if self.are_exclusive(id, parts, state.kinds) => {
                self.one_holds(state, id, parts)
            }
            // Two branches hold for every possible value.
            (Node::One(parts), true) if self.two_hold(state, parts) => {
                UnionChoice::Options(Vec::new())
            }
            (Node::One(parts), false) if self.two_hold(state, parts) => UnionChoice::Nothing,
            (Node::One(parts), true) => {
                let alive = self.possible(state, id, parts);
                let option = |chosen: &Id| {
                    let each = alive.iter().map(|part| (*part, part == chosen));
                    each.collect::<Vec<Literal>>()
                };
                // A branch that occurs twice can never be the only one that holds.
                let is_single =
                    |part: &&Id| alive.iter().filter(|other| other == part).count() == 1;
                UnionChoice::Options(alive.iter().filter(is_single).map(option).collect())
            }
            (Node::One(parts), false) => {
                let alive = self.possible(state, id, parts);
                let none = alive.iter().map(|part| (*part, false)).collect();
                if self.are_exclusive(id, parts, state.kinds) || alive.len() < 2 {
                    return UnionChoice::Options(vec![none]);
                }
                if alive.len() * (alive.len() - 1) / 2 > MOST_PAIRS {
                    return UnionChoice::Nothing;
                }
                let mut options = vec![none];
                for (at, left) in alive.iter().enumerate() {
                    for right in alive.iter().skip(at + 1) {
                        options.push(vec![(*left, true), (*right, true)]);
                    }
                }
                UnionChoice::Options(options)
            }
            _ => UnionChoice::Nothing,
        }
    }

    fn two_hold(&mut self, state: &SearchState, parts: &[Id]) -> bool {
        let mut certain = 0;
        for part in parts {
            // For objects, this would need a question for each property.
            if !state.kinds.has(Kinds::OBJECT) && self.must_hold(state, *part) {
                certain += 1;
            }
            if certain > 1 {
                return true;
            }
        }
        false
    }

    /// Returns the branches that can hold.
    fn alive(&mut self, state: &SearchState, id: Id, parts: &[Id]) -> Vec<Id> {
        self.charge(parts.len());
        let by_tag = self.by_tag(id, parts, &state.summary);
        let mut alive = by_tag.unwrap_or_else(|| parts.to_vec());
        alive.retain(|part| {
            !state.has(*part, false) && !state.summary.excludes(self.summary(*part))
        });
        alive
    }

    /// Returns the branches that can hold, without those that have to fail because of another union.
    fn possible(&mut self, state: &SearchState, id: Id, parts: &[Id]) -> Vec<Id> {
        let model = self.model;
        let mut possible = self.alive(state, id, parts);
        for union in &state.failing {
            if let Node::Any(failing) = model.node(*union) {
                possible.retain(|part| failing.binary_search(part).is_err());
            }
        }
        possible
    }

    fn one_holds(&mut self, state: &SearchState, id: Id, parts: &[Id]) -> UnionChoice {
        if parts.iter().any(|part| state.has(*part, true)) {
            return UnionChoice::Nothing;
        }
        let alive = self.possible(state, id, parts);
        UnionChoice::Options(alive.into_iter().map(|part| vec![(part, true)]).collect())
    }

    fn one_fails(&mut self, state: &SearchState, whole: Id, parts: &[Id]) -> UnionChoice {
        if parts.iter().any(|part| state.has(*part, false))
            || state.summary.excludes(self.summary(whole))
        {
            return UnionChoice::Nothing;
        }
        let mut options = Vec::new();
        for part in parts {
            if state.has(*part, true) {
                continue;
            }
            if state.summary.excludes(self.summary(*part)) {
                return UnionChoice::Nothing;
            }
            if !self.must_hold(state, *part) {
                options.push(vec![(*part, false)]);
            }
        }
        UnionChoice::Options(options)
    }

    /// Reports whether a node accepts every possible value. Does not split it, so the answer may be false although it
    /// does.
    fn must_hold(&mut self, state: &SearchState, part: Id) -> bool {
        let model = self.model;
        match model.node(part) {
            _ if state.has(part, true) => true,
            node if state.kinds.and(node.domain(model)).is_empty() => true,
            Node::Definition(definition) => {
                let body = model.definitions.get(*definition).copied().flatten();
                body.is_some_and(|body| self.must_hold(state, body))
            }
            Node::Any(parts) => parts.iter().any(|part| self.must_hold(state, *part)),
            Node::All(parts) => parts.iter().all(|part| self.must_hold(state, *part)),
            Node::Property(name, schema) => {
                let Some(known) = state.properties.get(name) else {
                    return false;
                };
                let known = known.iter().map(|known| (*known, true));
                let literals: Vec<Literal> = known.chain([(*schema, false)]).collect();
                self.solve(literals).is_nothing()
            }
            Node::Required(name) => state.summary.required.contains(name),
            Node::Kinds(kinds) => state.kinds.and(kinds.complement()).is_empty(),
            _ => false,
        }
    }
}
