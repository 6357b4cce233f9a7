//! Strings that some patterns match and others do not, by the product of their automata.

use std::collections::{BTreeMap, VecDeque};

use regex_automata::{
    Anchored,
    dfa::{Automaton, StartKind, dense},
    nfa::thompson,
    util::{primitives::StateID, start, syntax},
};

use crate::model::Text;

/// Bytes that one automaton may take, and that may be used to make it.
const LARGEST_AUTOMATON: usize = 4 << 20;

/// So many states of a product are visited.
const MOST_STATES: usize = 120_000;

type Dfa = dense::DFA<Vec<u32>>;

/// The automata of patterns, made when they are first asked for.
#[derive(Default)]
pub(crate) struct Automata {
    known: BTreeMap<Text, Option<Dfa>>,
    /// Accepts what is UTF-8.
    utf8: Option<Dfa>,
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

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    At(StateID),
    /// It has matched, whatever follows.
    Matched,
}

impl Automata {
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
        for (pattern, _) in demand.patterns {
            self.known
                .entry(*pattern)
                .or_insert_with(|| compile(&source(*pattern)));
        }
        if self.utf8.is_none() {
            self.utf8 = build(r"\A(?s:.)*\z");
        }
        let Some(utf8) = &self.utf8 else {
            return Strings::Refused(None);
        };
        let excluded = excluding(demand.excluded);
        let mut product = Product {
            automata: vec![utf8],
            wanted: vec![true],
        };
        if let Some(excluded) = &excluded {
            product.automata.push(excluded);
            product.wanted.push(false);
        }
        for (pattern, wanted) in demand.patterns {
            // Without it there are more strings: finding none is still a proof.
            if let Some(Some(dfa)) = self.known.get(pattern) {
                product.automata.push(dfa);
                product.wanted.push(*wanted);
            }
        }
        product.search(demand)
    }
}

struct Product<'a> {
    automata: Vec<&'a Dfa>,
    wanted: Vec<bool>,
}

impl Product<'_> {
    fn search(&self, demand: &Demand<'_>) -> Strings {
        let Some(start) = self.start() else {
            return Strings::Refused(None);
        };
        let bytes = self.bytes();
        // How each point was reached: from which, by which byte.
        let mut reached: Vec<(Point, usize, u8)> = vec![(start.clone(), 0, 0)];
        let mut seen: BTreeMap<Point, ()> = BTreeMap::from([(start, ())]);
        let mut queue = VecDeque::from([0]);
        let mut refused = None;
        while let Some(at) = queue.pop_front() {
            let Some((point, _, _)) = reached.get(at).cloned() else {
                continue;
            };
            if point.length >= demand.least && self.accepts(&point) {
                let text = text_of(&reached, at);
                match text {
                    Some(text) if (demand.takes)(&text) => return Strings::Taken(text),
                    text => refused = refused.or(text),
                }
                // Another string may be taken that leads to the same point; look a little further.
                if reached.len() > MOST_STATES / 8 {
                    return Strings::Refused(refused);
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
                    None => return Strings::Refused(refused),
                }
            }
            if reached.len() > MOST_STATES {
                return Strings::Refused(refused);
            }
        }
        match refused {
            Some(refused) => Strings::Refused(Some(refused)),
            None => Strings::Nothing,
        }
    }

    fn start(&self) -> Option<Point> {
        let config = start::Config::new().anchored(Anchored::No);
        let states = self.automata.iter().map(|dfa| {
            let state = dfa.start_state(&config).ok()?;
            Some(State::At(state))
        });
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
        for ((dfa, state), wanted) in self.automata.iter().zip(&point.states).zip(&self.wanted) {
            let State::At(state) = state else {
                states.push(State::Matched);
                continue;
            };
            let next = dfa.next_state(*state, byte);
            if dfa.is_quit_state(next) {
                return None;
            }
            // A match is reported one byte late.
            if dfa.is_match_state(next) {
                if !wanted {
                    return Some(None);
                }
                states.push(State::Matched);
            } else if dfa.is_dead_state(next) && *wanted {
                return Some(None);
            } else {
                states.push(State::At(next));
            }
        }
        Some(Some(Point { states, length }))
    }

    fn accepts(&self, point: &Point) -> bool {
        let all = self.automata.iter().zip(&point.states).zip(&self.wanted);
        all.into_iter().all(|((dfa, state), wanted)| {
            let matches = match state {
                State::Matched => true,
                State::At(state) => dfa.is_match_state(dfa.next_eoi_state(*state)),
            };
            matches == *wanted
        })
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
                .map(|dfa| dfa.byte_classes().get(byte))
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

/// The automaton of a pattern of ECMA 262, if an automaton can match it and is not too large.
fn compile(pattern: &str) -> Option<Dfa> {
    build(&jsonschema_regex::to_rust_regex(pattern).ok()?)
}

/// Accepts these strings alone.
fn excluding(strings: &[&str]) -> Option<Dfa> {
    if strings.is_empty() {
        return None;
    }
    let escaped: Vec<String> = strings
        .iter()
        .map(|text| regex_syntax::escape(text))
        .collect();
    build(&format!(r"\A(?:{})\z", escaped.join("|")))
}

fn build(pattern: &str) -> Option<Dfa> {
    dense::Builder::new()
        .configure(
            dense::Config::new()
                .start_kind(StartKind::Unanchored)
                .dfa_size_limit(Some(LARGEST_AUTOMATON))
                .determinize_size_limit(Some(LARGEST_AUTOMATON)),
        )
        .syntax(syntax::Config::new())
        .thompson(thompson::Config::new().nfa_size_limit(Some(LARGEST_AUTOMATON)))
        .build(pattern)
        .ok()
}
