//! Searches for strings: lengths, patterns, excluded values, and assertions that only the validator can decide.

use std::cell::Cell;

use serde_json::Value;

use super::{Literal, Outcome, Solver};
use crate::{
    automata::{StringDemand, Strings, longest},
    format::{self, SAMPLES, stretched},
    model::{Check, Model, Node, Text},
};

/// The greatest minimum length for which simple strings are tried.
const LONGEST: u64 = 100_000;

/// The additional length up to which strings are distinguished, if an assertion other than a pattern may reject some of
/// them.
const LONGER: u64 = 4;

/// The number of states of automata that are visited in one step.
const STATES_A_STEP: usize = 40;

/// The constraints on a string.
#[derive(Default)]
struct StringShape<'m> {
    least: u64,
    most: Option<u64>,
    patterns: Vec<(Text, bool)>,
    checks: Vec<(&'m Check, bool)>,
    /// Strings that are excluded one by one.
    excluded: Vec<&'m str>,
}

impl<'m> StringShape<'m> {
    fn of(model: &'m Model, literals: &[Literal]) -> Self {
        let mut shape = Self::default();
        for (id, holds) in literals {
            match (model.node(*id), *holds) {
                (Node::MinLength(length), true) => shape.least = shape.least.max(*length),
                (Node::MinLength(length), false) => match length.checked_sub(1) {
                    Some(most) => shape.limit(most),
                    // No string has fewer than zero characters.
                    None => {
                        shape.least = 1;
                        shape.limit(0);
                    }
                },
                (Node::MaxLength(length), true) => shape.limit(*length),
                (Node::MaxLength(length), false) => {
                    shape.least = shape.least.max(length.saturating_add(1));
                }
                (Node::Pattern(pattern), holds) => shape.patterns.push((*pattern, holds)),
                (Node::Check(check), holds) => {
                    let check = model.checks.get(*check);
                    shape.checks.extend(check.map(|check| (check, holds)));
                    let longest = check.and_then(|check| check.facts?.longest);
                    if let Some(longest) = longest.filter(|_| holds) {
                        shape.limit(longest);
                    }
                }
                (Node::Values(constants), false) => {
                    let constants = constants.iter().map(|it| model.constant(*it));
                    shape.excluded.extend(constants.filter_map(Value::as_str));
                }
                _ => {}
            }
        }
        shape
    }

    fn limit(&mut self, most: u64) {
        self.most = Some(self.most.map_or(most, |known| known.min(most)));
    }

    /// Reports whether a format is required and another one is forbidden that all of its strings have.
    fn contradicts_itself(&self) -> bool {
        let formats = |wanted: bool| {
            let checks = self
                .checks
                .iter()
                .filter(move |(_, holds)| *holds == wanted);
            checks.filter_map(|(check, _)| check.format())
        };
        formats(true).any(|narrow| formats(false).any(|wide| format::is_within(narrow, wide)))
    }

    /// Returns the facts about formats as patterns: for a required format, one that all its strings match, and for a
    /// forbidden one, one that only its strings match.
    fn known(&self, model: &Model) -> Vec<(Text, bool)> {
        let asked = self.checks.iter().filter(|(_, holds)| *holds);
        let asked = asked.filter_map(|(check, _)| Some((check.facts?.all?, true)));
        let mut known: Vec<(Text, bool)> = asked.collect();
        let most = || {
            let wanted = self.patterns.iter().chain(&known);
            let wanted = wanted.filter(|(_, holds)| *holds);
            let lengths = wanted.filter_map(|(pattern, _)| longest(model.text(*pattern)));
            lengths.chain(self.most).min()
        };
        let barred = self.checks.iter().filter(|(_, holds)| !holds);
        let barred = barred.filter_map(|(check, _)| {
            let (pattern, up_to) = check.facts?.only?;
            let are_short = up_to.is_none_or(|up_to| most().is_some_and(|most| most <= up_to));
            are_short.then_some((pattern, false))
        });
        let barred: Vec<_> = barred.collect();
        known.extend(barred);
        known
    }
}

impl Solver<'_> {
    /// Searches for a string that is not excluded.
    pub(super) fn string(&mut self, literals: &[Literal], excluded: &[&str]) -> Outcome {
        let model = self.model;
        let mut shape = StringShape::of(model, literals);
        // The lengths, or the formats, contradict each other.
        if shape.most.is_some_and(|most| shape.least > most) || shape.contradicts_itself() {
            return Outcome::Nothing;
        }
        let has_checks = !shape.checks.is_empty();
        let fits = |text: &str| {
            if excluded.contains(&text) {
                return Some(false);
            }
            self.holds(literals, &Value::from(text))
        };
        let mut texts: Vec<String> = Vec::new();
        if has_checks {
            texts.extend(SAMPLES.iter().map(|text| (*text).to_owned()));
        }
        if shape.patterns.is_empty() && shape.least <= LONGEST {
            if has_checks {
                texts.extend(stretched(usize::try_from(shape.least).unwrap_or(0)));
            }
            texts.extend(simple_texts(shape.least));
        }
        let mut possible = None;
        for text in texts {
            match fits(&text) {
                Some(true) => return Outcome::Value(text.into()),
                Some(false) => {}
                None => possible = possible.or(Some(text)),
            }
        }
        if shape.most == Some(0) {
            // The empty string is the only one.
            return match fits("") {
                Some(true) => Outcome::Value("".into()),
                Some(false) => Outcome::Nothing,
                None => Outcome::Unknown(Some("".into())),
            };
        }
        let known = shape.known(model);
        let has_words = !shape.excluded.is_empty() || !excluded.is_empty();
        if shape.patterns.is_empty() && known.is_empty() && !has_words {
            return Outcome::Unknown(possible.map(Value::from));
        }
        shape.patterns.extend(known);
        shape.excluded.extend(excluded);
        // The search uses the automata, and asks this solver about each string.
        let mut automata = std::mem::take(&mut self.automata);
        let takes = |text: &str| {
            !excluded.contains(&text) && self.holds(literals, &Value::from(text)) == Some(true)
        };
        let visited = Cell::new(0);
        let demand = StringDemand {
            patterns: &shape.patterns,
            least: shape.least,
            most: shape.most,
            longer: if has_checks { LONGER } else { 0 },
            excluded: &shape.excluded,
            takes: &takes,
            visited: &visited,
        };
        let found = automata.shortest(&demand, |pattern| model.text(pattern).to_owned());
        self.automata = automata;
        self.steps = self.steps.saturating_add(visited.get() / STATES_A_STEP);
        match found {
            // Every string that fits matches these patterns, has such a length and is not excluded. Nothing was assumed
            // about other assertions.
            Strings::Nothing => Outcome::Nothing,
            Strings::Taken(text) => Outcome::Value(text.into()),
            Strings::Refused(text) => Outcome::Unknown(possible.or(text).map(Value::from)),
        }
    }
}

/// Returns simple strings of the minimum length, and some longer ones.
fn simple_texts(least: u64) -> impl Iterator<Item = String> {
    let least = usize::try_from(least).unwrap_or(usize::MAX);
    let same = "abcdefghijklmnopqrstuvwxyz0"
        .chars()
        .map(move |letter| letter.to_string().repeat(least.max(1)));
    let longer = (1..64).map(move |more| "a".repeat(least + more));
    std::iter::once("a".repeat(least)).chain(same).chain(longer)
}
