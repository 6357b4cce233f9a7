//! Searches for strings that some patterns match and others do not, in the product of their automata.

mod alternating;
mod automaton;
mod characters;
mod formula;
mod look_around;
#[cfg(test)]
mod tests;

use std::{
    cell::Cell,
    collections::{BTreeMap, VecDeque},
};

use regex_syntax::hir::{Class, Hir, HirKind, Look};

use self::automaton::{Automaton, AutomatonState, Words};
use crate::{ecma::has_bare_class, model::Text};

/// The maximum number of states of a product that are visited.
const MOST_STATES: usize = 120_000;

/// The maximum length of a pattern that is compiled without first checking for a list of words.
const LONG_PATTERN: usize = 500;

/// The maximum number of words of one pattern.
const MOST_WORDS: usize = 20_000;

/// The maximum number of bytes of the words of one pattern.
const MOST_LETTERS: usize = 1 << 20;

/// The automata of patterns, built when they are first needed: `None` if no automaton can match a pattern, or if it is
/// too large.
#[derive(Default)]
pub(crate) struct Automata {
    known: BTreeMap<Text, Option<Automaton>>,
    /// The automaton of all valid UTF-8.
    utf8: Option<Automaton>,
    were_used: bool,
}

/// The constraints on a string.
pub(crate) struct StringDemand<'a> {
    /// Patterns, each with true if it has to match, and false if it must not.
    pub(crate) patterns: &'a [(Text, bool)],
    pub(crate) least: u64,
    pub(crate) most: Option<u64>,
    /// The length above `least` up to which strings are distinguished by their length alone.
    pub(crate) longer: u64,
    /// Excluded strings.
    pub(crate) excluded: &'a [&'a str],
    /// A function that is called with each string that fits, and returns true to accept it.
    pub(crate) takes: &'a dyn Fn(&str) -> bool,
    /// A counter for the visited states of automata.
    pub(crate) visited: &'a Cell<usize>,
}

/// The result of a search for strings.
pub(crate) enum Strings {
    /// No string fits.
    Nothing,
    /// This string fits, and was accepted.
    Taken(String),
    /// No string was accepted, which is not a proof. This string, if any, fits, and was not accepted.
    Refused(Option<String>),
}

/// The states of all automata after some characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct ProductState {
    states: Vec<AutomatonState>,
    /// The number of characters so far, up to the greatest number that matters.
    length: u64,
}

impl Automata {
    /// Reports whether a pattern was found to have no automaton.
    pub(crate) fn is_without(&self, pattern: Text) -> bool {
        matches!(self.known.get(&pattern), Some(None))
    }

    pub(crate) fn were_used(&self) -> bool {
        self.were_used
    }

    /// Searches for the shortest string that fits and is accepted.
    pub(crate) fn shortest(
        &mut self,
        demand: &StringDemand<'_>,
        source: impl Fn(Text) -> String,
    ) -> Strings {
        self.were_used = true;
        if self.utf8.is_none() {
            self.utf8 = Automaton::dense(r"\A(?s:.)*\z");
        }
        for (pattern, _) in demand.patterns {
            let compile = || automaton(&source(*pattern));
            self.known.entry(*pattern).or_insert_with(compile);
        }
        let Some(utf8) = &self.utf8 else {
            return Strings::Refused(None);
        };
        let excluded = Automaton::Words(Words::new(demand.excluded.iter().copied()));
        let mut product = Product {
            automata: vec![utf8],
            wanted: vec![true],
        };
        if !demand.excluded.is_empty() {
            product.automata.push(&excluded);
            product.wanted.push(false);
        }
        for (pattern, wanted) in demand.patterns {
            // A pattern without an automaton is omitted. That only allows more strings, so finding none is still a
            // proof, and `takes` checks each string that is found.
            if let Some(Some(automaton)) = self.known.get(pattern) {
                product.automata.push(automaton);
                product.wanted.push(*wanted);
            }
        }
        product.search(demand)
    }
}

/// Builds the automaton of a pattern.
fn automaton(pattern: &str) -> Option<Automaton> {
    if has_bare_class(pattern) {
        return None;
    }
    if look_around::is_needed(pattern) {
        let program = look_around::program(pattern)?;
        let table = alternating::table(&program)?;
        return Some(Automaton::Table(Box::new(table)));
    }
    compile(pattern)
}

struct Product<'a> {
    automata: Vec<&'a Automaton>,
    wanted: Vec<bool>,
}

impl Product<'_> {
    /// Visits the reachable points, the shortest strings first. Strings that lead to the same point have the same
    /// continuations. So if no string may end at any of the points, no string fits.
    fn search(&self, demand: &StringDemand<'_>) -> Strings {
        let mut reached = Vec::new();
        let found = self.visit(demand, &mut reached);
        let states = reached.len().saturating_mul(self.automata.len());
        demand
            .visited
            .set(demand.visited.get().saturating_add(states));
        found
    }

    /// Visits the reachable points. `reached` has each point with the index of the point before, and the byte between
    /// them.
    fn visit(
        &self,
        demand: &StringDemand<'_>,
        reached: &mut Vec<(ProductState, usize, u8)>,
    ) -> Strings {
        let Some(start) = self.start() else {
            return Strings::Refused(None);
        };
        let bytes = self.bytes();
        reached.push((start.clone(), 0, 0));
        let mut seen: BTreeMap<ProductState, ()> = BTreeMap::from([(start, ())]);
        let mut queue = VecDeque::from([0]);
        let mut refused = None;
        while let Some(at) = queue.pop_front() {
            let Some((point, _, _)) = reached.get(at).cloned() else {
                continue;
            };
            if point.length >= demand.least && self.accepts(&point) {
                let text = text_of(reached, at);
                match text {
                    Some(text) if (demand.takes)(&text) => return Strings::Taken(text),
                    text => refused = Some(refused.flatten().or(text)),
                }
                // Another string that leads to the same point may be accepted, so the search continues for a limited
                // time.
                if reached.len() > MOST_STATES / 8 {
                    return Strings::Refused(refused.flatten());
                }
            }
            for byte in &bytes {
                match self.next(&point, *byte, demand) {
                    Some(Some(next)) => {
                        if seen.insert(next.clone(), ()).is_none() {
                            queue.push_back(reached.len());
                            reached.push((next, at, *byte));
                        }
                    }
                    Some(None) => {}
                    None => return Strings::Refused(refused.flatten()),
                }
            }
            if reached.len() > MOST_STATES {
                return Strings::Refused(refused.flatten());
            }
        }
        match refused {
            Some(refused) => Strings::Refused(refused),
            None => Strings::Nothing,
        }
    }

    fn start(&self) -> Option<ProductState> {
        let states = self.automata.iter().map(|automaton| automaton.start());
        Some(ProductState {
            states: states.collect::<Option<_>>()?,
            length: 0,
        })
    }

    /// Returns the point after one more byte; `Some(None)` if no string that fits continues with it, and `None` if that
    /// is unknown.
    fn next(
        &self,
        point: &ProductState,
        byte: u8,
        demand: &StringDemand<'_>,
    ) -> Option<Option<ProductState>> {
        let is_first_of_character = byte & 0xC0 != 0x80;
        let mut length = point.length + u64::from(is_first_of_character);
        match demand.most {
            Some(most) if length > most => return Some(None),
            // Above the minimum, lengths matter only if there is a maximum.
            None => length = length.min(demand.least.saturating_add(demand.longer)),
            Some(_) => {}
        }
        let mut states = Vec::with_capacity(point.states.len());
        for ((automaton, state), wanted) in
            self.automata.iter().zip(&point.states).zip(&self.wanted)
        {
            match (automaton.next(*state, byte)?, wanted) {
                (AutomatonState::Always, false) | (AutomatonState::Never, true) => {
                    return Some(None);
                }
                (state, _) => states.push(state),
            }
        }
        Some(Some(ProductState { states, length }))
    }

    fn accepts(&self, point: &ProductState) -> bool {
        let all = self.automata.iter().zip(&point.states).zip(&self.wanted);
        all.into_iter()
            .all(|((automaton, state), wanted)| automaton.accepts(*state) == *wanted)
    }

    /// Returns one byte of each class of bytes that no automaton distinguishes, the most readable ones first.
    fn bytes(&self) -> Vec<u8> {
        let is_readable = |byte: u8| match byte {
            b'a'..=b'z' => 0,
            b'0'..=b'9' => 1,
            b'A'..=b'Z' => 2,
            b' '..=b'~' => 3,
            _ => 4,
        };
        let mut all: Vec<u8> = (0..=255).collect();
        all.sort_by_key(|byte| (is_readable(*byte), *byte));
        let mut classes = BTreeMap::new();
        for byte in all {
            let class: Vec<u8> = self
                .automata
                .iter()
                .map(|automaton| automaton.class(byte))
                .collect();
            // Bytes that start a character increase the length, so they are in other classes than continuation bytes.
            let place = classes.len();
            classes
                .entry((class, byte & 0xC0 == 0x80))
                .or_insert((place, byte));
        }
        let mut bytes: Vec<(usize, u8)> = classes.into_values().collect();
        bytes.sort_unstable();
        bytes.into_iter().map(|(_, byte)| byte).collect()
    }
}

fn text_of(reached: &[(ProductState, usize, u8)], mut at: usize) -> Option<String> {
    let mut bytes = Vec::new();
    while at != 0 {
        let (_, before, byte) = reached.get(at)?;
        bytes.push(*byte);
        at = *before;
    }
    bytes.reverse();
    String::from_utf8(bytes).ok()
}

/// Returns an upper bound for the number of characters of the strings that a pattern matches, if its syntax gives one.
pub(crate) fn longest(pattern: &str) -> Option<u64> {
    if has_bare_class(pattern) {
        return None;
    }
    let pattern = jsonschema_regex::to_rust_regex(pattern).ok()?;
    let pattern = regex_syntax::parse(&pattern).ok()?;
    let properties = pattern.properties();
    let is_whole = properties.look_set_prefix().contains(Look::Start)
        && properties.look_set_suffix().contains(Look::End);
    // A character has one byte or more.
    let bytes = properties.maximum_len().filter(|_| is_whole)?;
    u64::try_from(bytes).ok()
}

/// Builds the automaton of a pattern of ECMA 262 without look-around.
fn compile(pattern: &str) -> Option<Automaton> {
    let pattern = jsonschema_regex::to_rust_regex(pattern).ok()?;
    if pattern.len() > LONG_PATTERN
        && let Some(words) = words(&pattern)
    {
        return Some(Automaton::Words(Words::new(
            words.iter().map(String::as_str),
        )));
    }
    Automaton::dense(&pattern)
}

/// Returns all strings that a pattern matches, if it lists them.
fn words(pattern: &str) -> Option<Vec<String>> {
    let pattern = regex_syntax::parse(pattern).ok()?;
    let HirKind::Concat(parts) = pattern.kind() else {
        return None;
    };
    match parts.as_slice() {
        [start, inside @ .., end]
            if *start.kind() == HirKind::Look(Look::Start)
                && *end.kind() == HirKind::Look(Look::End) =>
        {
            inside.iter().try_fold(vec![String::new()], followed_by)
        }
        _ => None,
    }
}

/// Appends each string that a part matches to each of these strings; `None` if there are too many.
fn followed_by(before: Vec<String>, part: &Hir) -> Option<Vec<String>> {
    let mut after = Vec::new();
    match part.kind() {
        HirKind::Empty => return Some(before),
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            after.extend(before.into_iter().map(|before| before + text));
        }
        HirKind::Class(Class::Unicode(class)) => {
            let characters = class.iter().flat_map(|range| range.start()..=range.end());
            for character in characters {
                after.extend(before.iter().map(|before| format!("{before}{character}")));
                if after.len() > MOST_WORDS {
                    return None;
                }
            }
        }
        HirKind::Capture(capture) => return followed_by(before, &capture.sub),
        HirKind::Concat(parts) => return parts.iter().try_fold(before, followed_by),
        HirKind::Alternation(branches) => {
            for branch in branches {
                after.extend(followed_by(before.clone(), branch)?);
                if after.len() > MOST_WORDS {
                    return None;
                }
            }
        }
        HirKind::Repetition(repetition) => {
            let most = repetition.max.filter(|most| *most as usize <= MOST_WORDS)?;
            let mut times = before;
            for time in 0..=most {
                if time >= repetition.min {
                    after.extend(times.iter().cloned());
                }
                if time < most {
                    times = followed_by(times, &repetition.sub)?;
                }
                if after.len() > MOST_WORDS {
                    return None;
                }
            }
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => return None,
    }
    let letters: usize = after.iter().map(String::len).sum();
    (after.len() <= MOST_WORDS && letters <= MOST_LETTERS).then_some(after)
}
