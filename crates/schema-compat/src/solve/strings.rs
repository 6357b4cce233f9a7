//! Strings: lengths, patterns, and what only the validator can tell.

use serde_json::Value;

use super::{Found, Literal, Solver};
use crate::{
    automata::{Demand, Strings},
    model::Node,
};

/// No longer string is made without need.
const LONGEST: u64 = 100_000;

/// Where a string may be refused for what is no pattern, strings longer by this are tried.
const LONGER: u64 = 4;

/// Texts of the formats that drafts define, and of others, to try where a format is asked for.
const SAMPLES: [&str; 22] = [
    "",
    "a",
    "0",
    "2020-01-01",
    "2020-01-01T00:00:00Z",
    "2020-01-01T00:00:00.5Z",
    "2020-01-01T00:00:00+01:00",
    "00:00:00Z",
    "P1D",
    "a@b.co",
    "example.com",
    "127.0.0.1",
    "::1",
    "http://example.com",
    "https://example.com/a?b=c#d",
    "/a",
    "(",
    "{",
    "00000000-0000-4000-8000-000000000000",
    "{\"a\": 1}",
    "YQ==",
    "é",
];

impl Solver<'_> {
    /// Looks for a string that is none of those excluded.
    pub(super) fn string(&mut self, literals: &[Literal], excluded: &[&str]) -> Found {
        let model = self.model;
        let (mut least, mut most) = (0u64, None::<u64>);
        let mut patterns = Vec::new();
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
                (Node::Check(_), _) => has_checks = true,
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
            texts.extend(simple_texts(least));
            let fitting = texts.into_iter().find(|text| fits(text) == Some(true));
            if let Some(text) = fitting {
                return Found::Value(text.into());
            }
            let is_only_empty = most == Some(0);
            return match is_only_empty && !has_checks {
                true => Found::Nothing,
                false => Found::Unknown(None),
            };
        }
        let sample = SAMPLES.iter().filter(|_| has_checks);
        if let Some(sample) = sample.into_iter().find(|text| fits(text) == Some(true)) {
            return Found::Value((*sample).into());
        }
        // Only these would be found otherwise.
        let fitting: Vec<&str> = excluded
            .iter()
            .filter(|text| self.holds(literals, &Value::from(**text)) != Some(false))
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
