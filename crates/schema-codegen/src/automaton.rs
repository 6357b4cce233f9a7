//! Automata of patterns: they say which strings match, without an engine of regular expressions.

use std::collections::BTreeMap;

use regex_automata::{
    Anchored, MatchKind,
    dfa::{Automaton as _, StartKind, dense},
    util::{primitives::StateID, start},
};
use schema_registry::pattern::Pattern;

use crate::model::Text;

/// Bytes of memory for building an automaton.
const BUILD_LIMIT: usize = 16 * 1024 * 1024;

/// A minimal deterministic automaton over the bytes of a string. State 0 is the start.
#[derive(Clone, Debug, PartialEq)]
pub struct Automaton {
    /// The transitions of each state: ranges of bytes with both ends, and the next state.
    pub transitions: Vec<Vec<(u8, u8, usize)>>,
    /// The states in which a string may end.
    pub accepting: Vec<usize>,
}

/// The reason why there is no automaton of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It takes more memory than the limit.
    TooLarge,
    /// The pattern looks at the characters around a position, as `\b` does.
    LooksAround,
}

impl Automaton {
    /// Compiles a pattern that is searched anywhere in a string, as JSON Schema does.
    ///
    /// # Errors
    ///
    /// Returns an error if the automaton is too large, or if there is none.
    pub fn of(pattern: &Pattern) -> Result<Self, Problem> {
        let whole = if pattern.is_anchored() {
            pattern.source.clone()
        } else {
            format!("^(?s:.)*(?:{})(?s:.)*$", pattern.source)
        };
        build(&whole)
    }

    /// Reports whether the automaton accepts a string.
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        let end = text.bytes().try_fold(0, |state, byte| {
            let ranges = self.transitions.get(state)?;
            ranges
                .iter()
                .find(|(from, to, _)| (*from..=*to).contains(&byte))
                .map(|range| range.2)
        });
        end.is_some_and(|state| self.accepting.contains(&state))
    }

    /// Reports whether no string is accepted.
    #[must_use]
    pub fn accepts_nothing(&self) -> bool {
        self.accepting.is_empty()
    }

    /// Reports whether every string is accepted.
    #[must_use]
    pub fn accepts_everything(&self) -> bool {
        // Automata of one language are equal: they are minimal, and states have the numbers in which
        // bytes reach them.
        build("^(?s:.)*$").is_ok_and(|everything| *self == everything)
    }

    /// Reports whether accepted strings are ASCII, so that they have as many bytes as characters.
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        let mut ranges = self.transitions.iter().flatten();
        ranges.all(|(_, to, _)| to.is_ascii())
    }
}

/// Compiles a pattern that is anchored at both ends.
fn build(whole: &str) -> Result<Automaton, Problem> {
    let config = dense::Config::new()
        .minimize(true)
        .start_kind(StartKind::Anchored)
        .match_kind(MatchKind::All)
        .dfa_size_limit(Some(BUILD_LIMIT))
        .determinize_size_limit(Some(BUILD_LIMIT));
    let dfa = dense::Builder::new()
        .configure(config)
        .build(whole)
        .map_err(|error| match error.is_size_limit_exceeded() {
            true => Problem::TooLarge,
            false => Problem::LooksAround,
        })?;
    let start = dfa
        .start_state(&start::Config::new().anchored(Anchored::Yes))
        .map_err(|_| Problem::LooksAround)?;

    let mut numbers: BTreeMap<StateID, usize> = BTreeMap::from([(start, 0)]);
    let mut queue = vec![start];
    let mut automaton = Automaton {
        transitions: Vec::new(),
        accepting: Vec::new(),
    };
    let mut next = 0;
    while let Some(state) = queue.get(next).copied() {
        if dfa.is_match_state(dfa.next_eoi_state(state)) {
            automaton.accepting.push(next);
        }
        let mut ranges: Vec<(u8, u8, usize)> = Vec::new();
        for byte in u8::MIN..=u8::MAX {
            let target = dfa.next_state(state, byte);
            if dfa.is_dead_state(target) {
                continue;
            }
            if dfa.is_quit_state(target) {
                return Err(Problem::LooksAround);
            }
            let count = numbers.len();
            let number = *numbers.entry(target).or_insert_with(|| {
                queue.push(target);
                count
            });
            match ranges.last_mut() {
                Some((_, last, to)) if *to == number && last.checked_add(1) == Some(byte) => {
                    *last = byte;
                }
                _ => ranges.push((byte, byte, number)),
            }
        }
        automaton.transitions.push(ranges);
        next += 1;
    }
    Ok(automaton)
}

/// The constraints of a string type, compiled once for many values.
#[derive(Debug)]
pub struct Acceptor<'t> {
    text: &'t Text,
    automaton: Option<Result<Automaton, Problem>>,
}

impl<'t> Acceptor<'t> {
    /// Compiles the constraints.
    #[must_use]
    pub fn new(text: &'t Text) -> Self {
        let pattern = text.pattern.as_ref();
        let automaton = pattern.map(|(_, pattern)| Automaton::of(pattern));
        Self { text, automaton }
    }

    /// Reports whether a value meets the constraints. A pattern without an automaton rejects nothing.
    #[must_use]
    pub fn accepts(&self, value: &str) -> bool {
        let length = u64::try_from(value.chars().count()).unwrap_or(u64::MAX);
        self.text.min_length.is_none_or(|min| length >= min)
            && self.text.max_length.is_none_or(|max| length <= max)
            && match &self.automaton {
                Some(Ok(automaton)) => automaton.accepts(value),
                Some(Err(_)) | None => true,
            }
    }
}
