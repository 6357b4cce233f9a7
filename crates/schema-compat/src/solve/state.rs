//! Takes literals apart until none of them is a union.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    AnyOf, Found, Literal, Solver,
    summary::{FEWEST_TAGGED, Summary},
};
use crate::model::{Id, Kinds, Node, Text};

/// Of a `oneOf` whose branches can hold together, this many pairs are tried.
const MOST_PAIRS: usize = 600;

/// Of more arrays and objects that a value is none of, only these are told apart from it part by part.
const MOST_COMPOSITES: usize = 400;

/// Of so many branches of a union that is not part of the question, the one with the smallest value is taken. Of
/// several unions, it is the number of combinations.
const MOST_FILLERS: usize = 12;

/// A look at a union costs as much as so many parts, beside those for its options.
const PARTS_OF_A_UNION: usize = 16;

/// What has to hold, as far as it has been taken apart.
#[derive(Clone)]
pub(super) struct State {
    pub(super) kinds: Kinds,
    seen: BTreeSet<Literal>,
    todo: Vec<Literal>,
    /// Unions, from which something is still to be chosen.
    unions: Vec<Literal>,
    /// Unions of which every branch fails.
    failing: Vec<Id>,
    summary: Summary,
    /// What each property has to be.
    properties: BTreeMap<Text, Vec<Id>>,
    /// Any value will do that some schemas accept, and the smallest of so many is taken. One, if the first will do.
    fillers: usize,
}

impl State {
    pub(super) fn new(literals: &[Literal]) -> Self {
        Self {
            kinds: Kinds::ALL,
            seen: BTreeSet::new(),
            todo: literals.to_vec(),
            unions: Vec::new(),
            failing: Vec::new(),
            summary: Summary::default(),
            properties: BTreeMap::new(),
            fillers: match literals.iter().all(|(_, holds)| *holds) {
                true => MOST_FILLERS,
                false => 1,
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

/// What a union leaves to choose.
enum Choice {
    /// It holds anyway, or there are too many ways to go through: then it is left out.
    Nothing,
    /// One of these has to hold.
    Options(Vec<Vec<Literal>>),
}

/// When it is the turn of a union.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// One of several assertions has to fail: each is a question of its own.
    First,
    /// One of several branches that exclude each other has to be chosen, which tells most about the value.
    Second,
    /// Any other branch has to be chosen.
    Third,
    /// All branches have to fail, most of which are refuted once others are chosen.
    Last,
}

/// Unions that leave something to choose, with their options.
type Open = Vec<(Literal, Vec<Vec<Literal>>)>;

/// Unions of more branches than this are not tried beforehand, and neither are more unions than this.
const MOST_PROBED: usize = 48;

impl Solver<'_> {
    /// Looks for a value, branch by branch.
    pub(super) fn branch(&mut self, mut state: State) -> Found {
        if !self.step() {
            return Found::Unknown(None);
        }
        let Some(options) = self.narrow(&mut state, false) else {
            return Found::Nothing;
        };
        if options.is_empty() {
            return self.settle(&state);
        }
        let mut any = AnyOf::default();
        // What is not part of the question is as small as it can be.
        let is_worth_it = options.len() <= state.fillers;
        state.fillers = match is_worth_it {
            true => state.fillers / options.len(),
            false => 1,
        };
        let mut smallest: Option<(usize, Value)> = None;
        let mut options = options.into_iter().peekable();
        while let Some(option) = options.next() {
            let next = match options.peek() {
                Some(_) => self.copy_with(&state, &option),
                None => std::mem::replace(&mut state, State::new(&[])).and(&option),
            };
            let found = self.branch(next);
            match any.settles(found) {
                Some(Found::Value(value)) if is_worth_it => {
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
            Some((_, value)) => Found::Value(value),
            None => any.finish(),
        }
    }

    fn copy_with(&mut self, state: &State, literals: &[Literal]) -> State {
        self.charge(state.size());
        state.clone().and(literals)
    }

    /// Takes apart all that leaves no choice, and returns the options of the union whose turn it is:
    /// none if there is no union left. `None` if the literals contradict each other. A probe looks at
    /// every union, and tries nothing beforehand.
    fn narrow(&mut self, state: &mut State, is_probe: bool) -> Option<Vec<Vec<Literal>>> {
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

    /// Returns the choice between objects and all else, where that tells the branches of a large union apart.
    fn by_kind(&self, state: &State, open: &Open) -> Option<Vec<Vec<Literal>>> {
        if !state.kinds.has(Kinds::OBJECT) || state.kinds == Kinds::OBJECT {
            return None;
        }
        let is_large = |((id, _), _): &(Literal, Vec<_>)| matches!(self.model.node(*id), Node::One(parts) if parts.len() >= FEWEST_TAGGED);
        let object = self.model.find(&Node::Kinds(Kinds::OBJECT))?;
        let is_wanted = open.iter().any(is_large);
        is_wanted.then(|| vec![vec![(object, true)], vec![(object, false)]])
    }

    fn turn(&mut self, state: &State, (id, holds): Literal) -> Turn {
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

    /// Looks at what a union leaves to choose; `None` if that is nothing.
    fn consider(&mut self, state: &mut State, union: Literal, open: &mut Open) -> Option<()> {
        self.charge(PARTS_OF_A_UNION);
        if let Choice::Options(options) = self.choice(state, union) {
            self.charge(options.len());
            match options.as_slice() {
                [] => return None,
                [only] => state.todo.extend_from_slice(only),
                _ => open.push((union, options)),
            }
        }
        Some(())
    }

    /// Drops the options that contradict the rest at once. False if that leaves a union one option,
    /// which has been taken; `None` if it leaves one none.
    fn probe(&mut self, state: &mut State, open: &mut Open) -> Option<bool> {
        if open.len() > MOST_PROBED {
            return Some(true);
        }
        for (union, options) in open {
            let is_branch = matches!(self.turn(state, *union), Turn::Second | Turn::Third);
            if options.len() > MOST_PROBED || !is_branch {
                continue;
            }
            // Out of steps, nothing is refuted any more.
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

    /// Takes apart what leaves no choice; `None` if that is a contradiction.
    fn expand(&mut self, state: &mut State) -> Option<()> {
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
                    // That an array or object is another one is that some part of it differs.
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

    fn choice(&mut self, state: &State, (id, holds): Literal) -> Choice {
        let model = self.model;
        match (model.node(id), holds) {
            (Node::Any(parts), true) => self.one_holds(state, id, parts),
            (Node::Any(parts), false) => {
                let alive = self.alive(state, id, parts);
                Choice::Options(vec![alive.iter().map(|part| (*part, false)).collect()])
            }
            (Node::All(parts), false) => self.one_fails(state, id, parts),
            (Node::One(parts), true) if self.are_exclusive(id, parts, state.kinds) => {
                self.one_holds(state, id, parts)
            }
            // Two branches hold for whatever the value can be.
            (Node::One(parts), true) if self.two_hold(state, parts) => Choice::Options(Vec::new()),
            (Node::One(parts), false) if self.two_hold(state, parts) => Choice::Nothing,
            (Node::One(parts), true) => {
                let alive = self.possible(state, id, parts);
                let option = |chosen: &Id| {
                    let each = alive.iter().map(|part| (*part, part == chosen));
                    each.collect::<Vec<Literal>>()
                };
                // The same branch twice can never be the only one.
                let is_single =
                    |part: &&Id| alive.iter().filter(|other| other == part).count() == 1;
                Choice::Options(alive.iter().filter(is_single).map(option).collect())
            }
            (Node::One(parts), false) => {
                let alive = self.possible(state, id, parts);
                let none = alive.iter().map(|part| (*part, false)).collect();
                if self.are_exclusive(id, parts, state.kinds) || alive.len() < 2 {
                    return Choice::Options(vec![none]);
                }
                if alive.len() * (alive.len() - 1) / 2 > MOST_PAIRS {
                    return Choice::Nothing;
                }
                let mut options = vec![none];
                for (at, left) in alive.iter().enumerate() {
                    for right in alive.iter().skip(at + 1) {
                        options.push(vec![(*left, true), (*right, true)]);
                    }
                }
                Choice::Options(options)
            }
            _ => Choice::Nothing,
        }
    }

    fn two_hold(&mut self, state: &State, parts: &[Id]) -> bool {
        let mut certain = 0;
        for part in parts {
            // What an object has to be takes a question for each of its properties.
            if !state.kinds.has(Kinds::OBJECT) && self.must_hold(state, *part) {
                certain += 1;
            }
            if certain > 1 {
                return true;
            }
        }
        false
    }

    /// The branches that can hold.
    fn alive(&mut self, state: &State, id: Id, parts: &[Id]) -> Vec<Id> {
        self.charge(parts.len());
        let by_tag = self.by_tag(id, parts, &state.summary);
        let mut alive = by_tag.unwrap_or_else(|| parts.to_vec());
        alive.retain(|part| {
            !state.has(*part, false) && !state.summary.excludes(self.summary(*part))
        });
        alive
    }

    /// The branches that can hold, where those do not that another union asks to fail.
    fn possible(&mut self, state: &State, id: Id, parts: &[Id]) -> Vec<Id> {
        let model = self.model;
        let mut possible = self.alive(state, id, parts);
        for union in &state.failing {
            if let Node::Any(failing) = model.node(*union) {
                possible.retain(|part| failing.binary_search(part).is_err());
            }
        }
        possible
    }

    fn one_holds(&mut self, state: &State, id: Id, parts: &[Id]) -> Choice {
        if parts.iter().any(|part| state.has(*part, true)) {
            return Choice::Nothing;
        }
        let alive = self.possible(state, id, parts);
        Choice::Options(alive.into_iter().map(|part| vec![(part, true)]).collect())
    }

    fn one_fails(&mut self, state: &State, whole: Id, parts: &[Id]) -> Choice {
        if parts.iter().any(|part| state.has(*part, false))
            || state.summary.excludes(self.summary(whole))
        {
            return Choice::Nothing;
        }
        let mut options = Vec::new();
        for part in parts {
            if state.has(*part, true) {
                continue;
            }
            if state.summary.excludes(self.summary(*part)) {
                return Choice::Nothing;
            }
            if !self.must_hold(state, *part) {
                options.push(vec![(*part, false)]);
            }
        }
        Choice::Options(options)
    }

    /// Whether a node accepts all that the value can be anyway, as far as can be seen without taking it
    /// apart.
    fn must_hold(&mut self, state: &State, part: Id) -> bool {
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
