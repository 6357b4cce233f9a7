//! Patterns as plain code: no engine at run time, and one step for each byte of the string.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use schema_codegen::automaton::{self, Automaton};
use schema_registry::pattern::Pattern;

use super::docs;

/// The most states of an automaton: more would fill pages of generated code.
const MOST_STATES: usize = 256;

/// The reason why generated code does not check a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Its automaton would fill pages of code.
    TooLarge,
    /// It looks at the characters around a position.
    LooksAround,
}

/// Compiles a pattern that is searched anywhere in a string.
pub(crate) fn compile(pattern: &Pattern) -> Result<Automaton, Problem> {
    match Automaton::of(pattern) {
        Ok(automaton) if automaton.transitions.len() > MOST_STATES => Err(Problem::TooLarge),
        Ok(automaton) => Ok(automaton),
        Err(automaton::Problem::TooLarge) => Err(Problem::TooLarge),
        Err(automaton::Problem::LooksAround) => Err(Problem::LooksAround),
    }
}

/// Returns the function `matches(text: &str) -> bool` of a pattern.
pub(super) fn function(source: &str, pattern: &Pattern) -> TokenStream {
    let docs = docs::verbatim("Matches ", source, ".");
    let body = match compile(pattern) {
        // Lowering has rejected the pattern.
        Err(_) => quote! { compile_error!("this pattern cannot be compiled") },
        Ok(automaton) => body(&automaton),
    };
    quote! {
        #docs
        fn matches(text: &str) -> bool { #body }
    }
}

fn body(automaton: &Automaton) -> TokenStream {
    let (prefix, start) = prefix(automaton);
    // No byte leads on, so exactly one string matches.
    if automaton.transitions.get(start).is_none_or(Vec::is_empty) {
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
    if let Some((set, length)) = run(automaton, start) {
        let length = Literal::usize_unsuffixed(length);
        let is_in_set = is_in_set(&set);
        return quote! {
            #strip
            #text.len() == #length && #text.bytes().all(|byte| #is_in_set)
        };
    }
    let number = |state: usize| Literal::usize_unsuffixed(state - start);
    let mut arms = Vec::new();
    for (state, ranges) in automaton.transitions.iter().enumerate().skip(start) {
        let mut targets: BTreeMap<usize, Vec<TokenStream>> = BTreeMap::new();
        for (from, to, next) in ranges {
            targets.entry(*next).or_default().push(range(*from, *to));
        }
        for (next, ranges) in targets {
            let (state, next) = (number(state), number(next));
            arms.push(quote! { (#state, #(#ranges)|*) => #next, });
        }
    }
    let accepting: Vec<_> = automaton
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

/// Returns the condition that `byte` is in one of some ranges.
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

/// Returns a fixed prefix of all accepted strings, and the state that it leads to.
fn prefix(automaton: &Automaton) -> (String, usize) {
    let mut prefix = String::new();
    let mut state = 0;
    while let Some([(from, to, next)]) = automaton.transitions.get(state).map(Vec::as_slice)
        && from == to
        && *next == state + 1
        && from.is_ascii_graphic()
        && !automaton.accepting.contains(&state)
    {
        prefix.push(char::from(*from));
        state = *next;
    }
    // A state that another state leads back to cannot be left out.
    let is_left = automaton
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

/// Returns the set of bytes, and the number of bytes, of accepted strings from a state on, if all bytes are from one
/// set and their number is fixed. Most digests have this form.
fn run(automaton: &Automaton, mut state: usize) -> Option<(Vec<(u8, u8)>, usize)> {
    let set = |state: usize| -> Option<Vec<(u8, u8)>> {
        Some(
            automaton
                .transitions
                .get(state)?
                .iter()
                .map(|(from, to, _)| (*from, *to))
                .collect(),
        )
    };
    let first = set(state)?;
    let mut length = 0;
    while set(state)? == first && !first.is_empty() {
        if !automaton
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
    (automaton.accepting == [state] && set(state)?.is_empty() && length > 1)
        .then_some((first, length))
}
