//! Searches for a value that some nodes of the model accept and others reject, or proves that there is none.
//!
//! Unions are split branch by branch. The rest is a set of small assertions, decided kind by kind: numbers by their
//! bounds and divisors, strings by automata, arrays and objects by the same question about their items and members. A
//! question that is asked within itself is assumed to have no value: a smallest value would contain a smaller one.

mod arrays;
mod counts;
mod exhaustive;
mod inclusion;
mod names;
mod numbers;
mod objects;
mod obstacle;
mod search_state;
mod strings;
mod summary;

use std::collections::BTreeMap;

use serde_json::Value;

pub(crate) use self::obstacle::SearchObstacle;
use self::{
    inclusion::Inclusions,
    search_state::SearchState,
    summary::{Summary, Tag},
};
use crate::{
    automata::Automata,
    model::{Id, Kinds, Model, Node},
    number::canonical_text,
};

/// A literal: a node, and whether it must accept the value or reject it.
pub(crate) type Literal = (Id, bool);

/// The answer to a question.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// There is no such value.
    Nothing,
    /// This value is one.
    Value(Value),
    /// It is unknown whether there is one. This value may be one.
    Unknown(Option<Value>),
}

impl Outcome {
    fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// Returns the value that is one, or may be one.
    fn candidate(&self) -> Option<&Value> {
        match self {
            Self::Value(value) | Self::Unknown(Some(value)) => Some(value),
            Self::Nothing | Self::Unknown(None) => None,
        }
    }
}

/// The combined answer to several questions, if a value for any of them is enough.
#[derive(Default)]
struct AnyOf {
    is_unknown: bool,
    candidate: Option<Value>,
}

impl AnyOf {
    /// Adds an answer, and returns it if it decides the question.
    fn settles(&mut self, found: Outcome) -> Option<Outcome> {
        match found {
            Outcome::Nothing => None,
            Outcome::Value(_) => Some(found),
            Outcome::Unknown(candidate) => {
                self.is_unknown = true;
                self.candidate = self.candidate.take().or(candidate);
                None
            }
        }
    }

    fn finish(self) -> Outcome {
        if self.is_unknown {
            Outcome::Unknown(self.candidate)
        } else {
            Outcome::Nothing
        }
    }
}

/// The maximum number of steps of one search. The work for each step is bounded.
const MOST_STEPS: usize = 60_000;

/// The number of parts of a question that are copied or visited in one step.
const PARTS_A_STEP: usize = 256;

/// The limits on the depth of questions within each other, which are tried in turn, so that small documents are found
/// before large ones are searched for.
const DEPTHS: [usize; 5] = [1, 3, 10, 40, 220];

/// The maximum number of definitions with which the last depth is tried at once.
const FEW_DEFINITIONS: usize = 24;

/// The value of `depends_on` for an answer that depends on no open question.
const INDEPENDENT: usize = usize::MAX;

/// A solver for questions about one model.
pub(crate) struct Solver<'a> {
    model: &'a Model,
    summaries: BTreeMap<Id, Summary>,
    /// True if the branches of a union exclude each other. The key says whether for all values (false) or for objects
    /// only (true).
    exclusive: BTreeMap<(Id, bool), bool>,
    tags: BTreeMap<Id, Option<Tag>>,
    answers: BTreeMap<Vec<Literal>, Outcome>,
    /// The open questions, each of which was asked within the one before, with their depths.
    open: BTreeMap<Vec<Literal>, usize>,
    /// Questions without a value, provided that the open question at the given depth has none either.
    provisional: Vec<(Vec<Literal>, usize)>,
    /// The least depth of an open question on which the current answer depends.
    depends_on: usize,
    steps: usize,
    /// Parts that were copied or visited, and not yet counted as a step.
    parts: usize,
    automata: Automata,
    /// Values that the wanted value must not equal.
    excluded: Vec<Value>,
    inclusions: Inclusions,
    /// The maximum depth of questions within each other.
    deepest: usize,
    /// True if a question was not asked because it is too deep.
    was_cut: bool,
    /// The literals of the first question without an answer that no limit cut off. A later one replaces it if it
    /// explains more.
    unclear: Vec<Literal>,
    /// The union with the most options, with their number.
    widest: Option<(usize, Id)>,
    /// Questions without an answer because of the maximum depth, each with its own depth.
    cuts: BTreeMap<Vec<Literal>, usize>,
}

/// Searches for a value for which all literals hold, with increasing depths.
pub(crate) fn find(model: &Model, literals: &[Literal]) -> SearchResult {
    let is_small = model.definitions.len() <= FEW_DEFINITIONS;
    let last = DEPTHS.len() - 1;
    let mut at = if is_small { last } else { 0 };
    let mut search = SearchResult::default();
    while let Some(deepest) = DEPTHS.get(at) {
        let mut solver = Solver::new(model);
        solver.deepest = *deepest;
        search = SearchResult {
            found: solver.solve(literals.iter().copied()),
            used_automata: solver.automata.were_used(),
            obstacle: solver.obstacle(),
        };
        if !solver.was_cut || !matches!(search.found, Outcome::Unknown(_)) {
            break;
        }
        // The search continues with the last depth if there are too many small documents, because a large one may be
        // found easily.
        let is_exhausted = solver.steps >= MOST_STEPS;
        at = if is_exhausted && at < last {
            last
        } else {
            at + 1
        };
    }
    search
}

/// The result of a search.
pub(crate) struct SearchResult {
    pub(crate) found: Outcome,
    /// True if automata decided patterns of strings.
    pub(crate) used_automata: bool,
    /// The obstacle to an answer.
    pub(crate) obstacle: SearchObstacle,
}

impl Default for SearchResult {
    fn default() -> Self {
        Self {
            found: Outcome::Unknown(None),
            used_automata: false,
            obstacle: SearchObstacle::Cases(None),
        }
    }
}

impl<'a> Solver<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        Self {
            model,
            summaries: BTreeMap::new(),
            exclusive: BTreeMap::new(),
            tags: BTreeMap::new(),
            answers: BTreeMap::new(),
            open: BTreeMap::new(),
            provisional: Vec::new(),
            depends_on: INDEPENDENT,
            steps: 0,
            parts: 0,
            automata: Automata::default(),
            excluded: Vec::new(),
            inclusions: Inclusions::default(),
            deepest: DEPTHS.iter().copied().max().unwrap_or(0),
            was_cut: false,
            unclear: Vec::new(),
            widest: None,
            cuts: BTreeMap::new(),
        }
    }

    /// Counts a step. Returns false once there were too many.
    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_add(1);
        self.steps < MOST_STEPS
    }

    /// Counts the steps for copying or visiting parts of a question, which may be large. Returns false once there were
    /// too many steps.
    fn charge(&mut self, parts: usize) -> bool {
        self.parts = self.parts.saturating_add(parts);
        self.steps = self.steps.saturating_add(self.parts / PARTS_A_STEP);
        self.parts %= PARTS_A_STEP;
        self.steps < MOST_STEPS
    }

    /// Searches for a value for which all literals hold.
    fn solve(&mut self, literals: impl IntoIterator<Item = Literal>) -> Outcome {
        let mut question: Vec<Literal> = literals.into_iter().collect();
        question.retain(|(id, holds)| {
            !(*holds && self.model.is_always(*id) || !*holds && self.model.is_never(*id))
        });
        question.sort();
        question.dedup();
        if question
            .iter()
            .any(|(id, holds)| *holds && question.binary_search(&(*id, false)).is_ok())
        {
            return Outcome::Nothing;
        }
        if let Some(known) = self.answers.get(&question) {
            return known.clone();
        }
        if self.is_included(&question) {
            self.answers.insert(question, Outcome::Nothing);
            return Outcome::Nothing;
        }
        let assumed = self.open.get(&question).copied().or_else(|| {
            let known = self.provisional.iter().rev();
            known
                .into_iter()
                .find(|(known, _)| *known == question)
                .map(|(_, depth)| *depth)
        });
        if let Some(depth) = assumed {
            self.depends_on = self.depends_on.min(depth);
            return Outcome::Nothing;
        }
        let depth = self.open.len();
        let is_known_cut = self
            .cuts
            .get(&question)
            .is_some_and(|known| *known <= depth);
        if depth > self.deepest || is_known_cut {
            self.was_cut = true;
            return Outcome::Unknown(None);
        }
        if !self.step() {
            return Outcome::Unknown(None);
        }
        self.open.insert(question.clone(), depth);
        let outer = std::mem::replace(&mut self.depends_on, INDEPENDENT);
        let outer_cut = std::mem::replace(&mut self.was_cut, false);
        let first = self.provisional.len();
        // The excluded values concern the value of the outer question, not of this one.
        let excluded = std::mem::take(&mut self.excluded);
        let found = self.branch(SearchState::new(&question));
        self.excluded = excluded;
        self.open.remove(&question);
        let depends_on = std::mem::replace(&mut self.depends_on, outer);
        self.keep(question, &found, depth, depends_on, first);
        self.was_cut |= outer_cut;
        found
    }

    /// Searches for a value for which all literals hold, and which is not excluded. The literals concern a value inside
    /// the one of the current question.
    fn besides(&mut self, literals: &[Literal], excluded: Vec<Value>) -> Outcome {
        self.beside(SearchState::new(literals), excluded)
    }

    fn beside(&mut self, state: SearchState, excluded: Vec<Value>) -> Outcome {
        let outer = std::mem::replace(&mut self.excluded, excluded);
        let found = self.branch(state);
        self.excluded = outer;
        found
    }

    /// Stores an answer for as long as it is valid.
    fn keep(
        &mut self,
        question: Vec<Literal>,
        found: &Outcome,
        depth: usize,
        depends_on: usize,
        first: usize,
    ) {
        if !found.is_nothing() {
            // Answers that assumed that this question has no value are no longer valid.
            self.provisional.truncate(first);
            if self.was_cut && matches!(found, Outcome::Unknown(_)) {
                self.cuts.insert(question, depth);
            } else {
                self.answers.insert(question, found.clone());
            }
            return;
        }
        if depends_on < depth {
            for (_, other) in self.provisional.iter_mut().skip(first) {
                *other = depends_on.min(*other);
            }
            self.provisional.push((question, depends_on));
            self.depends_on = self.depends_on.min(depends_on);
            return;
        }
        for (proved, _) in self.provisional.drain(first..) {
            self.answers.insert(proved, Outcome::Nothing);
        }
        self.answers.insert(question, Outcome::Nothing);
    }

    /// Decides a question without unions, kind by kind.
    fn settle(&mut self, state: &SearchState) -> Outcome {
        let literals: Vec<Literal> = state.literals().collect();
        self.charge(literals.len());
        let found = self.settle_by_kind(&literals, state);
        if matches!(found, Outcome::Unknown(_)) && !self.was_cut && self.steps < MOST_STEPS {
            self.note_unclear(literals);
        }
        found
    }

    fn settle_by_kind(&mut self, literals: &[Literal], state: &SearchState) -> Outcome {
        if let Some(found) = self.among_values(literals, state.kinds) {
            return found;
        }
        let mut any = AnyOf::default();
        for kind in Kinds::EACH {
            if !state.kinds.has(kind) {
                continue;
            }
            let about: Vec<Literal> = literals
                .iter()
                .filter(|(id, _)| self.model.node(*id).domain(self.model).has(kind))
                .copied()
                .collect();
            let found = match kind {
                Kinds::NULL => self.first_of(literals, [Value::Null], true),
                Kinds::BOOLEAN => self.first_of(literals, [false.into(), true.into()], true),
                Kinds::STRING => {
                    let excluded = self.excluded.clone();
                    let texts: Vec<&str> = excluded.iter().filter_map(Value::as_str).collect();
                    self.string(&about, &texts)
                }
                Kinds::ARRAY => self.array(&about),
                Kinds::OBJECT => self.object(&about),
                _ => self.number(&about, kind),
            };
            if let Some(found) = any.settles(found) {
                return found;
            }
        }
        any.finish()
    }

    /// Tries the values one by one if a literal lists them; returns `None` if none does.
    fn among_values(&mut self, literals: &[Literal], kinds: Kinds) -> Option<Outcome> {
        let model = self.model;
        let constants = literals
            .iter()
            .filter_map(|(id, holds)| match model.node(*id) {
                Node::Values(constants) if *holds => Some(constants),
                _ => None,
            })
            .min_by_key(|constants| constants.len())?;
        let mut candidates = Vec::new();
        let mut is_complete = true;
        for constant in constants {
            let value = model.constant(*constant);
            if model.tells_doubles {
                // In draft 4, the two ways to write a whole number differ.
                match numbers::forms(value) {
                    Some(forms) => candidates.extend(forms),
                    None => is_complete = false,
                }
            }
            candidates.push(value.clone());
        }
        candidates.retain(|value| kinds.has(Kinds::of(value)));
        Some(self.first_of(literals, candidates, is_complete))
    }

    /// Returns the first candidate for which all literals hold. `is_complete` says that no other value is possible.
    fn first_of(
        &mut self,
        literals: &[Literal],
        candidates: impl IntoIterator<Item = Value>,
        is_complete: bool,
    ) -> Outcome {
        let mut any = AnyOf {
            is_unknown: !is_complete,
            candidate: None,
        };
        for candidate in candidates {
            if !self.charge(literals.len()) {
                any.is_unknown = true;
                break;
            }
            let found = match self.holds(literals, &candidate) {
                Some(true) => Outcome::Value(candidate),
                Some(false) => Outcome::Nothing,
                None => Outcome::Unknown(Some(candidate)),
            };
            if let Some(found) = any.settles(found) {
                return found;
            }
        }
        any.finish()
    }

    /// Returns a constructed value as an answer, after checking it.
    fn checked(&mut self, literals: &[Literal], value: Value) -> Outcome {
        match self.holds(literals, &value) {
            Some(true) => Outcome::Value(value),
            Some(false) | None => Outcome::Unknown(Some(value)),
        }
    }

    /// Reports whether a value equals an excluded one, as JSON Schema defines equality.
    fn is_excluded(&self, value: &Value) -> bool {
        !self.excluded.is_empty() && {
            let text = canonical_text(value);
            self.excluded.iter().any(|it| canonical_text(it) == text)
        }
    }

    /// Reports whether a value is not excluded and all literals hold for it; `None` if that is unknown.
    fn holds(&self, literals: &[Literal], value: &Value) -> Option<bool> {
        if self.is_excluded(value) {
            Some(false)
        } else {
            self.all_hold(literals, value)
        }
    }

    /// Reports whether all literals hold for a value, even if it is excluded.
    fn all_hold(&self, literals: &[Literal], value: &Value) -> Option<bool> {
        let mut known = Some(true);
        for (id, holds) in literals {
            match self.model.accepts(*id, value) {
                Some(accepts) if accepts == *holds => {}
                Some(_) => return Some(false),
                None => known = None,
            }
        }
        known
    }
}
