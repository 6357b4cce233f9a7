//! Strings that some patterns match and others do not, by the product of their automata.

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

use self::automaton::{Automaton, State, Words};
use crate::{letter::has_bare_class, model::Text};

/// So many states of a product are visited.
const MOST_STATES: usize = 120_000;

/// A longer pattern is looked at for a list of words first.
const LONG_PATTERN: usize = 500;

/// Words of one pattern, and their bytes.
const MOST_WORDS: usize = 20_000;
const MOST_LETTERS: usize = 1 << 20;

/// The automata of patterns, made when they are first asked for: `None` where an automaton cannot match
/// one or is too large.
#[derive(Default)]
pub(crate) struct Automata {
    known: BTreeMap<Text, Option<Automaton>>,
    /// Accepts what is UTF-8.
    utf8: Option<Automaton>,
    were_used: bool,
}

/// What a string has to be.
pub(crate) struct Demand<'a> {
    /// Patterns, each with whether it has to match.
    pub(crate) patterns: &'a [(Text, bool)],
    pub(crate) least: u64,
    pub(crate) most: Option<u64>,
    /// How much longer strings to tell apart that are otherwise alike.
    pub(crate) longer: u64,
    /// Strings that do not fit.
    pub(crate) excluded: &'a [&'a str],
    /// Is asked about each string that fits, and takes it or goes on.
    pub(crate) takes: &'a dyn Fn(&str) -> bool,
    /// Counts the states of automata that are visited.
    pub(crate) visited: &'a Cell<usize>,
}

/// What was found out about strings.
pub(crate) enum Strings {
    /// None fits.
    Nothing,
    /// This one fits, and was taken.
    Taken(String),
    /// At least this one fits, and was not taken.
    Refused(Option<String>),
}

/// Where the automata are after some characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Point {
    states: Vec<State>,
    /// Characters so far, as far as they matter.
    length: u64,
}

impl Automata {
    /// Returns whether a pattern was found to have no automaton.
    pub(crate) fn is_without(&self, pattern: Text) -> bool {
        matches!(self.known.get(&pattern), Some(None))
    }

    pub(crate) fn were_used(&self) -> bool {
        self.were_used
    }

    /// The shortest string that fits and is taken.
    pub(crate) fn shortest(
        &mut self,
        demand: &Demand<'_>,
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
            // A pattern without automaton is left out. Then there are more strings, so that finding none
            // is still a proof; and one that is found is asked about.
            if let Some(Some(automaton)) = self.known.get(pattern) {
                product.automata.push(automaton);
                product.wanted.push(*wanted);
            }
        }
        product.search(demand)
    }
}

/// The automaton of a pattern.
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
    /// Visits what can be reached, the shortest strings first. Strings that lead to one point go on alike,
    /// so that there is none that fits if no point is one where a string may end; and a string that
    /// ended there and was refused is told.
    fn search(&self, demand: &Demand<'_>) -> Strings {
        let mut reached = Vec::new();
        let found = self.visit(demand, &mut reached);
        let states = reached.len().saturating_mul(self.automata.len());
        demand
            .visited
            .set(demand.visited.get().saturating_add(states));
        found
    }

    /// `reached` tells how each point was reached: from which, and by which byte.
    fn visit(&self, demand: &Demand<'_>, reached: &mut Vec<(Point, usize, u8)>) -> Strings {
        let Some(start) = self.start() else {
            return Strings::Refused(None);
        };
        let bytes = self.bytes();
        reached.push((start.clone(), 0, 0));
        let mut seen: BTreeMap<Point, ()> = BTreeMap::from([(start, ())]);
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
                // Another string may be taken that leads to the same point; look a little further.
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

    fn start(&self) -> Option<Point> {
        let states = self.automata.iter().map(|automaton| automaton.start());
        Some(Point {
            states: states.collect::<Option<_>>()?,
            length: 0,
        })
    }

    /// The point after one more byte: `Some(None)` if no string that fits goes on that way, `None` if
    /// it cannot be told.
    fn next(&self, point: &Point, byte: u8, demand: &Demand<'_>) -> Option<Option<Point>> {
        let is_first_of_character = byte & 0xC0 != 0x80;
        let mut length = point.length + u64::from(is_first_of_character);
        match demand.most {
            Some(most) if length > most => return Some(None),
            // Beyond the least length, lengths matter only where there is a limit.
            None => length = length.min(demand.least.saturating_add(demand.longer)),
            Some(_) => {}
        }
        let mut states = Vec::with_capacity(point.states.len());
        for ((automaton, state), wanted) in
            self.automata.iter().zip(&point.states).zip(&self.wanted)
        {
            match (automaton.next(*state, byte)?, wanted) {
                (State::Always, false) | (State::Never, true) => return Some(None),
                (state, _) => states.push(state),
            }
        }
        Some(Some(Point { states, length }))
    }

    fn accepts(&self, point: &Point) -> bool {
        let all = self.automata.iter().zip(&point.states).zip(&self.wanted);
        all.into_iter()
            .all(|((automaton, state), wanted)| automaton.accepts(*state) == *wanted)
    }

    /// One byte of each class that no automaton tells apart, those that read best first.
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
            // Where a character begins, it counts.
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

fn text_of(reached: &[(Point, usize, u8)], mut at: usize) -> Option<String> {
    let mut bytes = Vec::new();
    while at != 0 {
        let (_, before, byte) = reached.get(at)?;
        bytes.push(*byte);
        at = *before;
    }
    bytes.reverse();
    String::from_utf8(bytes).ok()
}

/// A number of characters that no string has more of which a pattern matches, where its syntax tells one.
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

/// The automaton of a pattern of ECMA 262 without look-around.
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

/// All strings that a pattern matches, if they are written out in it.
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

/// Each of these strings with each that a part matches.
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
