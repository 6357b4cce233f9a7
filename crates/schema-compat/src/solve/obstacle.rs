//! Obstacles to an answer, which explain an undecided verdict.

use super::{Literal, MOST_STEPS, Solver};
use crate::model::{Id, Node};

/// An obstacle to an answer.
#[derive(Clone, Debug)]
pub(crate) enum SearchObstacle {
    /// There are too many cases. This union has the most options.
    Cases(Option<Id>),
    /// These assertions have no exact form together.
    Assertions(Vec<Id>),
}

impl Solver<'_> {
    pub(super) fn obstacle(&self) -> SearchObstacle {
        if self.steps >= MOST_STEPS || self.unclear.is_empty() {
            return SearchObstacle::Cases(self.widest.map(|(_, id)| id));
        }
        let all = self.unclear.iter().map(|(id, _)| *id);
        let inexact: Vec<Id> = all.clone().filter(|id| self.is_inexact(*id)).collect();
        if !inexact.is_empty() {
            return SearchObstacle::Assertions(inexact);
        }
        // A type is exact, so it is not an obstacle.
        let is_type = |id: &Id| matches!(self.model.node(*id), Node::Kinds(_));
        let others: Vec<Id> = all.clone().filter(|id| !is_type(id)).collect();
        SearchObstacle::Assertions(if others.is_empty() {
            all.collect()
        } else {
            others
        })
    }

    /// Reports whether an assertion has no exact form.
    fn is_inexact(&self, id: Id) -> bool {
        let model = self.model;
        match model.node(id) {
            Node::Opaque(_) => true,
            Node::Pattern(pattern) => self.automata.is_without(*pattern),
            Node::Members(selector, _) => {
                let mut patterns = selector.matching.iter().chain(&selector.patterns);
                patterns.any(|pattern| self.automata.is_without(*pattern))
            }
            Node::Check(check) => model
                .checks
                .get(*check)
                .is_none_or(|check| check.divisor.is_none() && !check.is_exact()),
            _ => false,
        }
    }

    /// Stores the literals of a question without an answer, if they explain more than the stored ones.
    pub(super) fn note_unclear(&mut self, literals: Vec<Literal>) {
        // An assertion without an exact form explains more than an unsuccessful search. One with a known place in a
        // schema explains most.
        let worth = |literals: &[Literal]| {
            let ids = literals.iter().map(|(id, _)| *id);
            let inexact = ids.filter(|id| self.is_inexact(*id));
            inexact
                .map(|id| 1 + u8::from(self.model.has_origin(id)))
                .max()
        };
        if self.unclear.is_empty() || worth(&literals) > worth(&self.unclear) {
            self.unclear = literals;
        }
    }
}
