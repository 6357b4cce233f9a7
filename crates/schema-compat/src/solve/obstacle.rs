//! Obstacles to an answer, which explain an undecided verdict.

use super::{Literal, MOST_STEPS, Solver};
use crate::{
    model::{Id, Node, Role},
    undecided::Inexact,
};

/// An obstacle to an answer.
#[derive(Clone, Debug)]
pub(crate) enum SearchObstacle {
    /// There are too many cases. This union has the most options.
    Cases(Option<Id>),
    /// These assertions have no exact form together, because of one of this kind.
    Assertions { ids: Vec<Id>, kind: Inexact },
}

impl Solver<'_> {
    pub(super) fn obstacle(&self) -> SearchObstacle {
        if self.steps >= MOST_STEPS || self.unclear.is_empty() {
            return SearchObstacle::Cases(self.widest.map(|(_, id)| id));
        }
        let all = self.unclear.iter().map(|(id, _)| *id);
        let inexact = |id: Id| Some((id, self.inexact(id)?));
        let inexact: Vec<(Id, Inexact)> = all.clone().filter_map(inexact).collect();
        // The places in the message are those of assertions with a known place.
        let with_place = inexact.iter().find(|(id, _)| self.model.has_origin(*id));
        if let Some((_, kind)) = with_place.or(inexact.first()) {
            return SearchObstacle::Assertions {
                kind: *kind,
                ids: inexact.iter().map(|(id, _)| *id).collect(),
            };
        }
        // A type is exact, so it is not an obstacle.
        let is_type = |id: &Id| matches!(self.model.node(*id), Node::Kinds(_));
        let others: Vec<Id> = all.clone().filter(|id| !is_type(id)).collect();
        SearchObstacle::Assertions {
            kind: Inexact::Combination,
            ids: if others.is_empty() {
                all.collect()
            } else {
                others
            },
        }
    }

    /// Returns the kind of an assertion that has no exact form.
    fn inexact(&self, id: Id) -> Option<Inexact> {
        let model = self.model;
        let is_without = |pattern| self.automata.is_without(pattern);
        match model.node(id) {
            Node::Opaque(_) => {
                let mut origins = [Role::Writer, Role::Reader]
                    .into_iter()
                    .filter_map(|role| model.origin(id, role));
                let is_dynamic = |(_, keyword): (usize, &str)| {
                    matches!(keyword, "$dynamicRef" | "$recursiveRef")
                };
                Some(if origins.any(is_dynamic) {
                    Inexact::DynamicReference
                } else {
                    Inexact::Keyword
                })
            }
            Node::Pattern(pattern) => is_without(*pattern).then_some(Inexact::Pattern),
            Node::Members(selector, _) => {
                let mut patterns = selector.matching.iter().chain(&selector.patterns);
                let is_inexact = patterns.any(|pattern| is_without(*pattern));
                is_inexact.then_some(Inexact::Pattern)
            }
            Node::Check(check) => {
                let check = model.checks.get(*check);
                let is_inexact =
                    check.is_none_or(|check| check.divisor.is_none() && !check.is_exact());
                is_inexact.then_some(Inexact::Format)
            }
            _ => None,
        }
    }

    /// Stores the literals of a question without an answer, if they explain more than the stored ones.
    pub(super) fn note_unclear(&mut self, literals: Vec<Literal>) {
        // An assertion without an exact form explains more than an unsuccessful search. One with a known place in a
        // schema explains most.
        let worth = |literals: &[Literal]| {
            let ids = literals.iter().map(|(id, _)| *id);
            let inexact = ids.filter(|id| self.inexact(*id).is_some());
            inexact
                .map(|id| 1 + u8::from(self.model.has_origin(id)))
                .max()
        };
        if self.unclear.is_empty() || worth(&literals) > worth(&self.unclear) {
            self.unclear = literals;
        }
    }
}
