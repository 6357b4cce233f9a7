//! Patterns as plain code: no engine at run time, and one step for each byte of the text.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use regex_automata::{
    Anchored, MatchKind,
    dfa::{Automaton, StartKind, dense},
    util::{primitives::StateID, start},
};
use schema_registry::pattern::Pattern;

use crate::model::Text;

use super::docs;

/// More states would fill pages of generated code.
const MOST_STATES: usize = 256;
/// Memory for building an automaton, in bytes: enough for any pattern of so many states.
const BUILD_LIMIT: usize = 16 * 1024 * 1024;

/// A deterministic automaton over the bytes of a text. State 0 is the start.
#[derive(Debug, PartialEq)]
pub(crate) struct Machine {
    /// The transitions of each state: ranges of bytes, and where they lead.
    transitions: Vec<Vec<(u8, u8, usize)>>,
    accepting: Vec<usize>,
}

/// Why there is no automaton of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// It would fill pages of generated code.
    TooLarge,
    /// It asks what stands around a place.
    LooksAround,
}

/// Compiles a pattern that is looked for anywhere in a text, as JSON Schema does.
///
/// # Errors
///
/// If the automaton is larger than generated code should be, or if there is none.
pub(crate) fn compile(pattern: &Pattern) -> Result<Machine, Problem> {
    let whole = if pattern.is_anchored() {
        pattern.rust.clone()
    } else {
        format!("^(?s:.)*(?:{})(?s:.)*$", pattern.rust)
    };
    build(&whole)
}

/// Compiles a pattern that is anchored at both ends.
fn build(whole: &str) -> Result<Machine, Problem> {
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
    let mut machine = Machine {
        transitions: Vec::new(),
        accepting: Vec::new(),
    };
    let mut next = 0;
    while let Some(state) = queue.get(next).copied() {
        if dfa.is_match_state(dfa.next_eoi_state(state)) {
            machine.accepting.push(next);
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
        machine.transitions.push(ranges);
        if queue.len() > MOST_STATES {
            return Err(Problem::TooLarge);
        }
        next += 1;
    }
    Ok(machine)
}

impl Machine {
    /// Whether the automaton accepts a text.
    pub(crate) fn accepts(&self, text: &str) -> bool {
        let end = text.bytes().try_fold(0, |state, byte| {
            let ranges = self.transitions.get(state)?;
            ranges
                .iter()
                .find(|(from, to, _)| (*from..=*to).contains(&byte))
                .map(|range| range.2)
        });
        end.is_some_and(|state| self.accepting.contains(&state))
    }

    /// Whether no text is accepted.
    pub(crate) fn accepts_nothing(&self) -> bool {
        self.accepting.is_empty()
    }

    /// Whether every text is accepted.
    pub(crate) fn accepts_everything(&self) -> bool {
        // Automata of one language are equal: they are minimal, and states have the numbers in which
        // bytes reach them.
        build("^(?s:.)*$").is_ok_and(|everything| *self == everything)
    }

    /// Whether no accepted text has a character beyond ASCII: then it has as many bytes as characters.
    pub(crate) fn is_ascii(&self) -> bool {
        let mut ranges = self.transitions.iter().flatten();
        ranges.all(|(_, to, _)| to.is_ascii())
    }

    /// The fixed text that every accepted text begins with, and the state that it leads to.
    fn prefix(&self) -> (String, usize) {
        let mut prefix = String::new();
        let mut state = 0;
        while let Some([(from, to, next)]) = self.transitions.get(state).map(Vec::as_slice)
            && from == to
            && *next == state + 1
            && from.is_ascii_graphic()
            && !self.accepting.contains(&state)
        {
            prefix.push(char::from(*from));
            state = *next;
        }
        // A state that something leads back to cannot be left out.
        let is_left = self
            .transitions
            .iter()
            .skip(state)
            .flatten()
            .all(|(_, _, next)| *next >= state);
        if is_left {
            (prefix, state)
        } else {
            (String::new(), 0)
        }
    }

    /// The one set of bytes of which a text has so many from a state on, if that is all there is to
    /// it: how most digests are made.
    fn run(&self, mut state: usize) -> Option<(Vec<(u8, u8)>, usize)> {
        let set = |state: usize| -> Option<Vec<(u8, u8)>> {
            Some(
                self.transitions
                    .get(state)?
                    .iter()
                    .map(|(from, to, _)| (*from, *to))
                    .collect(),
            )
        };
        let first = set(state)?;
        let mut length = 0;
        while set(state)? == first && !first.is_empty() {
            if !self
                .transitions
                .get(state)?
                .iter()
                .all(|(_, _, next)| *next == state + 1)
            {
                return None;
            }
            state += 1;
            length += 1;
        }
        (self.accepting == [state] && set(state)?.is_empty() && length > 1)
            .then_some((first, length))
    }
}

/// The constraints of a text, ready to be asked about many values.
pub(crate) struct Acceptor<'a> {
    text: &'a Text,
    machine: Option<Result<Machine, Problem>>,
}

impl<'a> Acceptor<'a> {
    pub(crate) fn new(text: &'a Text) -> Self {
        let pattern = text.pattern.as_ref();
        let machine = pattern.map(|(_, pattern)| compile(pattern));
        Self { text, machine }
    }

    /// Whether a value meets the constraints.
    pub(crate) fn accepts(&self, value: &str) -> bool {
        let length = u64::try_from(value.chars().count()).unwrap_or(u64::MAX);
        self.text.min_length.is_none_or(|min| length >= min)
            && self.text.max_length.is_none_or(|max| length <= max)
            && match &self.machine {
                None => true,
                Some(machine) => machine.as_ref().is_ok_and(|machine| machine.accepts(value)),
            }
    }
}

/// The function `matches(text: &str) -> bool` of a pattern.
pub(super) fn function(source: &str, pattern: &Pattern) -> TokenStream {
    let docs = docs::verbatim("Matches ", source, ".");
    let body = match compile(pattern) {
        // Lowering has refused the pattern.
        Err(_) => quote! { compile_error!("this pattern cannot be compiled") },
        Ok(machine) => body(&machine),
    };
    quote! {
        #docs
        fn matches(text: &str) -> bool { #body }
    }
}

fn body(machine: &Machine) -> TokenStream {
    let (prefix, start) = machine.prefix();
    // No byte leads on: there is one text only.
    if machine.transitions.get(start).is_none_or(Vec::is_empty) {
        return if prefix.is_empty() {
            quote! { text.is_empty() }
        } else {
            quote! { text == #prefix }
        };
    }
    let (text, strip) = if prefix.is_empty() {
        (quote! { text }, None)
    } else {
        let strip = quote! {
            let Some(rest) = text.strip_prefix(#prefix) else {
                return false;
            };
        };
        (quote! { rest }, Some(strip))
    };
    if let Some((set, length)) = machine.run(start) {
        let length = Literal::usize_unsuffixed(length);
        let is_in_set = is_in_set(&set);
        return quote! {
            #strip
            #text.len() == #length && #text.bytes().all(|byte| #is_in_set)
        };
    }
    let number = |state: usize| Literal::usize_unsuffixed(state - start);
    let mut arms = Vec::new();
    for (state, ranges) in machine.transitions.iter().enumerate().skip(start) {
        let mut targets: BTreeMap<usize, Vec<TokenStream>> = BTreeMap::new();
        for (from, to, next) in ranges {
            targets.entry(*next).or_default().push(range(*from, *to));
        }
        for (next, ranges) in targets {
            let (state, next) = (number(state), number(next));
            arms.push(quote! { (#state, #(#ranges)|*) => #next, });
        }
    }
    let accepting: Vec<_> = machine
        .accepting
        .iter()
        .map(|state| number(*state))
        .collect();
    let accepts = match accepting.as_slice() {
        [one] => quote! { state == #one },
        many => quote! { matches!(state, #(#many)|*) },
    };
    quote! {
        #strip
        let mut state = 0;
        for byte in #text.bytes() {
            state = match (state, byte) {
                #(#arms)*
                _ => return false,
            };
        }
        #accepts
    }
}

/// Whether `byte` is in one of some ranges.
fn is_in_set(set: &[(u8, u8)]) -> TokenStream {
    match set {
        [(b'0', b'9')] => quote! { byte.is_ascii_digit() },
        [(b'A', b'Z')] => quote! { byte.is_ascii_uppercase() },
        [(b'a', b'z')] => quote! { byte.is_ascii_lowercase() },
        [(b'A', b'Z'), (b'a', b'z')] => quote! { byte.is_ascii_alphabetic() },
        [(b'0', b'9'), (b'A', b'Z'), (b'a', b'z')] => quote! { byte.is_ascii_alphanumeric() },
        [(b'0', b'9'), (b'A', b'F'), (b'a', b'f')] => quote! { byte.is_ascii_hexdigit() },
        _ => {
            let ranges = set.iter().map(|(from, to)| range(*from, *to));
            quote! { matches!(byte, #(#ranges)|*) }
        }
    }
}

fn range(from: u8, to: u8) -> TokenStream {
    let byte = |byte: u8| {
        if byte.is_ascii_graphic() || byte == b' ' {
            Literal::byte_character(byte)
        } else {
            Literal::u8_unsuffixed(byte)
        }
    };
    let (first, last) = (byte(from), byte(to));
    if from == to {
        quote! { #first }
    } else {
        quote! { #first..=#last }
    }
}
