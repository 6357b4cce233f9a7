//! Strings: lengths, patterns, and what only the validator can tell.

use serde_json::Value;

use super::{Found, Literal, Solver};
use crate::{
    automata::{Demand, Strings},
    format::{SAMPLES, stretched},
    model::Node,
};

/// No longer string is made without need.
const LONGEST: u64 = 100_000;

/// Where a string may be refused for what is no pattern, strings longer by this are tried.
const LONGER: u64 = 4;

impl Solver<'_> {
    /// Looks for a string that is none of those excluded.
    pub(super) fn string(&mut self, literals: &[Literal], excluded: &[&str]) -> Found {
        let model = self.model;
        let (mut least, mut most) = (0u64, None::<u64>);
        let (mut patterns, mut known) = (Vec::new(), Vec::new());
        let mut has_checks = false;
        for (id, holds) in literals {
            let shorter =
                |length: u64, most: Option<u64>| Some(most.map_or(length, |most| most.min(length)));
            match (model.node(*id), *holds) {
                (Node::MinLength(length), true) => least = least.max(*length),
                (Node::MinLength(length), false) => most = shorter(length.saturating_sub(1), most),
                (Node::MaxLength(length), true) => most = shorter(*length, most),
                (Node::MaxLength(length), false) => least = least.max(length.saturating_add(1)),
                (Node::Pattern(pattern), holds) => patterns.push((*pattern, holds)),
                (Node::Check(check), holds) => {
                    has_checks = true;
                    if let Some(fact) = model.checks.get(*check).and_then(|check| check.fact)
                        && (holds || fact.is_exact)
                    {
                        known.push((fact.pattern, holds));
                    }
                }
                _ => {}
            }
        }
        if most.is_some_and(|most| least > most) {
            return Found::Nothing;
        }
        let fits = |text: &str| {
            if excluded.contains(&text) {
                return Some(false);
            }
            self.holds(literals, &Value::from(text))
        };
        if patterns.is_empty() && least <= LONGEST {
            let mut texts: Vec<String> = SAMPLES
                .iter()
                .filter(|_| has_checks)
                .map(|text| (*text).to_owned())
                .collect();
            if has_checks {
                texts.extend(stretched(usize::try_from(least).unwrap_or(0)));
            }
            texts.extend(simple_texts(least));
            let fitting = texts.into_iter().find(|text| fits(text) == Some(true));
            if let Some(text) = fitting {
                return Found::Value(text.into());
            }
            if most == Some(0) {
                return Found::Nothing;
            }
            if known.is_empty() {
                return Found::Unknown(None);
            }
        }
        let sample = SAMPLES.iter().filter(|_| has_checks);
        if let Some(sample) = sample.into_iter().find(|text| fits(text) == Some(true)) {
            return Found::Value((*sample).into());
        }
        // What is known of formats may prove that there is none.
        patterns.extend(known);
        // Only these would be found otherwise.
        let fitting: Vec<&str> = excluded
            .iter()
            .filter(|text| self.all_hold(literals, &Value::from(**text)) != Some(false))
            .copied()
            .collect();
        // The automata are lent out for the search, which asks this solver about each string.
        let mut automata = std::mem::take(&mut self.automata);
        let takes = |text: &str| {
            !excluded.contains(&text) && self.holds(literals, &Value::from(text)) == Some(true)
        };
        let demand = Demand {
            patterns: &patterns,
            least,
            most,
            longer: if has_checks { LONGER } else { 0 },
            excluded: &fitting,
            takes: &takes,
        };
        let found = automata.shortest(&demand, |pattern| model.text(pattern).to_owned());
        self.automata = automata;
        match found {
            Strings::Nothing => Found::Nothing,
            Strings::Taken(text) => Found::Value(text.into()),
            Strings::Refused(text) => Found::Unknown(text.map(Value::from)),
        }
    }
}

/// Texts of the least length and a little more.
fn simple_texts(least: u64) -> impl Iterator<Item = String> {
    let least = usize::try_from(least).unwrap_or(usize::MAX);
    let same = "abcdefghijklmnopqrstuvwxyz0"
        .chars()
        .map(move |letter| letter.to_string().repeat(least.max(1)));
    let longer = (1..64).map(move |more| "a".repeat(least + more));
    std::iter::once("a".repeat(least)).chain(same).chain(longer)
}
