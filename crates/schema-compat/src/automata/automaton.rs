//! Automata that read strings byte by byte.

use std::collections::BTreeMap;

use regex_automata::{
    Anchored,
    dfa::{Automaton as _, StartKind, dense},
    nfa::thompson,
    util::{primitives::StateID, start, syntax},
};

/// The maximum number of bytes of one automaton, and of the memory to build it.
const LARGEST: usize = 4 << 20;

use super::characters::{CharacterKinds, Read};

/// An automaton that accepts or rejects strings.
pub(super) enum Automaton {
    /// The automaton of a pattern without look-around, from the library.
    Dense(Box<dense::DFA<Vec<u32>>>),
    Table(Box<Table>),
    /// These strings and no others.
    Words(Words),
}

/// The state of an automaton after some bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AutomatonState {
    At(u32),
    /// It accepts, regardless of what follows.
    Always,
    /// It rejects, regardless of what follows.
    Never,
}

impl Automaton {
    /// Builds the automaton of a pattern in the syntax of Rust; `None` if it is too large.
    pub(super) fn dense(pattern: &str) -> Option<Self> {
        let built = dense::Builder::new()
            .configure(
                dense::Config::new()
                    .start_kind(StartKind::Unanchored)
                    .dfa_size_limit(Some(LARGEST))
                    .determinize_size_limit(Some(LARGEST)),
            )
            .syntax(syntax::Config::new())
            .thompson(thompson::Config::new().nfa_size_limit(Some(LARGEST)))
            .build(pattern);
        built.ok().map(|dfa| Self::Dense(Box::new(dfa)))
    }

    /// Returns the state before the first byte; `None` if it is unknown.
    pub(super) fn start(&self) -> Option<AutomatonState> {
        match self {
            Self::Dense(dfa) => {
                let config = start::Config::new().anchored(Anchored::No);
                let state = dfa.start_state(&config).ok()?;
                Some(AutomatonState::At(state.as_u32()))
            }
            Self::Table(table) => table.state(0),
            Self::Words(_) => Some(AutomatonState::At(0)),
        }
    }

    /// Returns the state after one more byte; `None` if it is unknown.
    pub(super) fn next(&self, state: AutomatonState, byte: u8) -> Option<AutomatonState> {
        let AutomatonState::At(at) = state else {
            return Some(state);
        };
        match self {
            Self::Dense(dfa) => {
                let next = dfa.next_state(state_id(at)?, byte);
                // The library reports a match one byte late.
                if dfa.is_quit_state(next) {
                    None
                } else if dfa.is_match_state(next) {
                    Some(AutomatonState::Always)
                } else if dfa.is_dead_state(next) {
                    Some(AutomatonState::Never)
                } else {
                    Some(AutomatonState::At(next.as_u32()))
                }
            }
            Self::Table(table) => table.next(at, byte),
            Self::Words(words) => Some(
                words
                    .next
                    .get(&(at, byte))
                    .map_or(AutomatonState::Never, |at| AutomatonState::At(*at)),
            ),
        }
    }

    /// Reports whether it accepts a string that ends here.
    pub(super) fn accepts(&self, state: AutomatonState) -> bool {
        match (self, state) {
            (_, AutomatonState::Always) => true,
            (_, AutomatonState::Never) => false,
            (Self::Dense(dfa), AutomatonState::At(at)) => {
                state_id(at).is_some_and(|state| dfa.is_match_state(dfa.next_eoi_state(state)))
            }
            (Self::Table(table), AutomatonState::At(at)) => table.accepts(at),
            (Self::Words(words), AutomatonState::At(at)) => is_set(&words.ends, at),
        }
    }

    /// Returns the class of a byte: bytes that it does not distinguish have the same class.
    pub(super) fn class(&self, byte: u8) -> u8 {
        match self {
            Self::Dense(dfa) => dfa.byte_classes().get(byte),
            Self::Table(table) => table.kinds.byte_class(byte),
            Self::Words(words) => words.letters.binary_search(&byte).map_or(0, |at| {
                u8::try_from(at).unwrap_or(u8::MAX - 1).saturating_add(1)
            }),
        }
    }
}

fn state_id(at: u32) -> Option<StateID> {
    StateID::new(usize::try_from(at).ok()?).ok()
}

fn is_set(all: &[bool], at: u32) -> bool {
    all.get(at as usize).copied().unwrap_or(false)
}

/// An automaton as a table of states and kinds of characters. The first state is the one before the first character.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) kinds: CharacterKinds,
    pub(super) next: Vec<u32>,
    pub(super) accepts: Vec<bool>,
    pub(super) always: Vec<bool>,
    pub(super) never: Vec<bool>,
}

impl Table {
    /// Returns a state between two characters.
    fn state(&self, at: u32) -> Option<AutomatonState> {
        if is_set(&self.always, at) {
            Some(AutomatonState::Always)
        } else if is_set(&self.never, at) {
            Some(AutomatonState::Never)
        } else {
            at.checked_mul(self.kinds.parts()).map(AutomatonState::At)
        }
    }

    fn next(&self, at: u32, byte: u8) -> Option<AutomatonState> {
        let parts = self.kinds.parts();
        let (state, part) = (at / parts, at % parts);
        match self.kinds.read(part, byte) {
            Read::Nothing => Some(AutomatonState::Never),
            Read::Part(part) => Some(AutomatonState::At(at - at % parts + part)),
            Read::Kind(kind) => {
                let place = state as usize * self.kinds.count() + kind as usize;
                self.state(*self.next.get(place)?)
            }
        }
    }

    fn accepts(&self, at: u32) -> bool {
        let parts = self.kinds.parts();
        at.is_multiple_of(parts) && is_set(&self.accepts, at / parts)
    }
}

/// A set of strings as a tree of bytes.
#[derive(Default)]
pub(super) struct Words {
    next: BTreeMap<(u32, u8), u32>,
    ends: Vec<bool>,
    /// The bytes that occur, sorted.
    letters: Vec<u8>,
}

impl Words {
    pub(super) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut tree = Self {
            ends: vec![false],
            ..Self::default()
        };
        for word in words {
            let mut at = 0u32;
            for byte in word.bytes() {
                let new = u32::try_from(tree.ends.len()).unwrap_or(u32::MAX);
                at = *tree.next.entry((at, byte)).or_insert(new);
                if at == new {
                    tree.ends.push(false);
                }
            }
            if let Some(end) = tree.ends.get_mut(at as usize) {
                *end = true;
            }
        }
        tree.letters = tree.next.keys().map(|(_, byte)| *byte).collect();
        tree.letters.sort_unstable();
        tree.letters.dedup();
        tree
    }
}
