//! Inclusions that follow from inclusions of parts, even if the parts are recursive.
//!
//! After an edit, two schemas are mostly equal, except for a few definitions to which all others lead. The inclusions
//! between all of them are found here at once, in time that grows with their number, before the search for a value.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{Literal, Solver};
use crate::model::{Id, Model, Node, Selector, Text};

/// The maximum number of inclusions that are examined in one search.
const MOST_LOOKED_AT: usize = 300_000;

/// The maximum number of constants of a node that are checked one by one.
const MOST_CONSTANTS: usize = 4_000;

/// An inclusion: the second node accepts everything that the first one accepts.
type Inclusion = (Id, Id);

/// The known inclusions.
///
/// Every inclusion is assumed to hold until it fails under these assumptions. Then those that used it are examined
/// again. The inclusions that are left hold together: a smallest value that refuted one of them would contain a smaller
/// value that refutes another.
#[derive(Default)]
pub(super) struct Inclusions {
    holds: BTreeMap<Inclusion, bool>,
    /// For each inclusion, those that use it.
    users: BTreeMap<Inclusion, BTreeSet<Inclusion>>,
    looked_at: usize,
    /// For each inclusion, the number of ways to prove it that have failed. A failed way fails permanently, so none is
    /// tried twice.
    failed: BTreeMap<Inclusion, usize>,
    parts: BTreeMap<Id, Rc<Parts>>,
}

/// The parts of a node, by the assertions that can follow from them.
#[derive(Default)]
struct Parts {
    properties: BTreeMap<Text, Vec<Id>>,
    others: Vec<Id>,
}

impl Parts {
    /// Returns the parts from which an assertion may follow. An assertion about one property implies nothing about
    /// others.
    fn likely(&self, outer: &Node) -> impl Iterator<Item = Id> {
        let named = match outer {
            Node::Property(name, _) => self.properties.get(name),
            _ => None,
        };
        let named = named.map_or(&[][..], Vec::as_slice);
        named.iter().chain(&self.others).copied()
    }
}

impl Inclusions {
    fn parts_of(&mut self, model: &Model, whole: Id, parts: &[Id]) -> Rc<Parts> {
        let known = self.parts.entry(whole).or_insert_with(|| {
            let mut known = Parts::default();
            for part in parts {
                match model.node(*part) {
                    Node::Property(name, _) => {
                        known.properties.entry(*name).or_default().push(*part);
                    }
                    // Only an equal assertion follows from it, and equal parts are recognised before.
                    Node::Required(_) => {}
                    _ => known.others.push(*part),
                }
            }
            Rc::new(known)
        });
        Rc::clone(known)
    }

    /// Reports whether one node accepts everything that another accepts, as far as that follows part by part.
    pub(super) fn follows(&mut self, model: &Model, inner: Id, outer: Id) -> bool {
        let asked = (inner, outer);
        if let Some(known) = self.holds.get(&asked) {
            return *known;
        }
        self.holds.insert(asked, true);
        let mut waiting = vec![asked];
        while let Some(next) = waiting.pop() {
            if self.holds.get(&next) == Some(&false) {
                continue;
            }
            self.looked_at += 1;
            let mut look = Examination {
                model,
                known: self,
                about: next,
                new: Vec::new(),
            };
            let is_over = look.known.looked_at > MOST_LOOKED_AT;
            let holds = !is_over && look.by_parts(next.0, next.1);
            waiting.append(&mut look.new);
            if !holds {
                self.holds.insert(next, false);
                waiting.extend(self.users.remove(&next).unwrap_or_default());
            }
        }
        self.holds.get(&asked) == Some(&true)
    }
}

/// The examination of one inclusion.
struct Examination<'l> {
    model: &'l Model,
    known: &'l mut Inclusions,
    about: Inclusion,
    /// Inclusions that are used for the first time.
    new: Vec<Inclusion>,
}

impl Examination<'_> {
    fn follows(&mut self, inner: Id, outer: Id) -> bool {
        if inner == outer || self.model.is_never(inner) || self.model.is_always(outer) {
            return true;
        }
        let pair = (inner, outer);
        let holds = match self.known.holds.get(&pair) {
            Some(holds) => *holds,
            None => {
                self.known.holds.insert(pair, true);
                self.new.push(pair);
                true
            }
        };
        if holds {
            self.known.users.entry(pair).or_default().insert(self.about);
        }
        holds
    }

    /// Reports whether one of several inclusions holds, each of which implies the examined one.
    fn one_follows(&mut self, ways: impl Iterator<Item = Inclusion>) -> bool {
        let failed = self.known.failed.get(&self.about).copied();
        for (at, (inner, outer)) in ways.enumerate().skip(failed.unwrap_or_default()) {
            if self.follows(inner, outer) {
                self.known.failed.insert(self.about, at);
                return true;
            }
        }
        false
    }

    fn by_parts(&mut self, inner: Id, outer: Id) -> bool {
        let model = self.model;
        let (of_inner, of_outer) = (model.node(inner), model.node(outer));
        match (of_inner, of_outer) {
            (Node::Definition(definition), _) => {
                let body = model.definitions.get(*definition).copied().flatten();
                body.is_some_and(|body| self.follows(body, outer))
            }
            (_, Node::Definition(definition)) => {
                let body = model.definitions.get(*definition).copied().flatten();
                body.is_some_and(|body| self.follows(inner, body))
            }
            (_, Node::All(parts)) => parts.iter().all(|part| self.follows(inner, *part)),
            (Node::Any(parts), _) => parts.iter().all(|part| self.follows(*part, outer)),
            (Node::Values(constants), _) => {
                constants.len() <= MOST_CONSTANTS
                    && !model.tells_doubles
                    && constants
                        .iter()
                        .all(|it| model.accepts(outer, model.constant(*it)) == Some(true))
            }
            (_, Node::Any(options)) if options.binary_search(&inner).is_ok() => true,
            (Node::All(parts), _) if parts.binary_search(&outer).is_ok() => true,
            (Node::All(parts), Node::Any(options)) => {
                let is_first = !self.known.failed.contains_key(&self.about);
                // A union with a common branch is the most likely part, and there may be many other parts, such as one
                // for each member.
                let mut alike = parts.iter().filter(|part| is_alike(model, **part, options));
                if is_first && alike.any(|part| self.follows(*part, outer)) {
                    self.known.failed.insert(self.about, 0);
                    return true;
                }
                let options = options.iter().map(|option| (inner, *option));
                self.one_follows(options.chain(parts.iter().map(|part| (*part, outer))))
            }
            (Node::All(parts), _) => {
                let known = self.known.parts_of(model, inner, parts);
                self.one_follows(known.likely(of_outer).map(|part| (part, outer)))
            }
            (_, Node::Any(options)) => {
                self.one_follows(options.iter().map(|option| (inner, *option)))
            }
            (Node::Not(inner), Node::Not(outer)) => self.follows(*outer, *inner),
            (Node::Kinds(kinds), outer) => match outer {
                Node::Kinds(others) => kinds.and(others.complement()).is_empty(),
                outer => kinds.and(outer.domain(model)).is_empty(),
            },
            _ => self.by_keyword(of_inner, of_outer),
        }
    }

    /// Reports whether an inclusion between single assertions holds.
    fn by_keyword(&mut self, inner: &Node, outer: &Node) -> bool {
        match (inner, outer) {
            (Node::AtLeast(inner, open), Node::AtLeast(outer, outer_open)) => {
                inner > outer || (inner == outer && (*open || !outer_open))
            }
            (Node::AtMost(inner, open), Node::AtMost(outer, outer_open)) => {
                inner < outer || (inner == outer && (*open || !outer_open))
            }
            (Node::MinLength(inner), Node::MinLength(outer))
            | (Node::MinItems(inner), Node::MinItems(outer))
            | (Node::MinProperties(inner), Node::MinProperties(outer)) => inner >= outer,
            (Node::MaxLength(inner), Node::MaxLength(outer))
            | (Node::MaxItems(inner), Node::MaxItems(outer))
            | (Node::MaxProperties(inner), Node::MaxProperties(outer)) => inner <= outer,
            (Node::Item(at, inner), Node::Item(outer_at, outer)) => {
                at == outer_at && self.follows(*inner, *outer)
            }
            (Node::ItemsFrom(from, inner), Node::Item(at, outer)) => {
                from <= at && self.follows(*inner, *outer)
            }
            (Node::ItemsFrom(from, inner), Node::ItemsFrom(outer_from, outer)) => {
                from <= outer_from && self.follows(*inner, *outer)
            }
            (Node::Contains(count, inner), Node::Contains(least, outer)) => {
                count >= least && self.follows(*inner, *outer)
            }
            (Node::ContainsAtMost(count, inner), Node::ContainsAtMost(most, outer)) => {
                count <= most && self.follows(*outer, *inner)
            }
            (Node::Property(name, inner), Node::Property(outer_name, outer)) => {
                name == outer_name && self.follows(*inner, *outer)
            }
            (Node::Members(selector, inner), Node::Property(name, outer)) => {
                self.model.selects(selector, self.model.text(*name)) == Some(true)
                    && self.follows(*inner, *outer)
            }
            (Node::Members(selector, inner), Node::Members(outer_selector, outer)) => {
                selects_all(selector, outer_selector) && self.follows(*inner, *outer)
            }
            (Node::Names(inner), Node::Names(outer)) => self.follows(*inner, *outer),
            _ => false,
        }
    }
}

/// Reports whether a node is a union that has one of these branches.
fn is_alike(model: &Model, id: Id, options: &[Id]) -> bool {
    match model.node(id) {
        Node::Any(parts) => parts.iter().any(|part| options.binary_search(part).is_ok()),
        _ => false,
    }
}

/// Reports whether a selector selects all members that another selects, because it has fewer conditions.
fn selects_all(selector: &Selector, of: &Selector) -> bool {
    let are_in = |few: &[_], many: &[_]| few.iter().all(|text| many.contains(text));
    are_in(&selector.matching, &of.matching)
        && are_in(&selector.names, &of.names)
        && are_in(&selector.patterns, &of.patterns)
}

impl Solver<'_> {
    /// Reports whether a question asks for a value that one node accepts and another node rejects that includes it.
    pub(super) fn is_included(&mut self, question: &[Literal]) -> bool {
        let model = self.model;
        let positive = question.iter().filter(|(_, holds)| *holds);
        positive.into_iter().any(|(inner, _)| {
            let mut negative = question.iter().filter(|(_, holds)| !holds);
            negative.any(|(outer, _)| self.inclusions.follows(model, *inner, *outer))
        })
    }
}
