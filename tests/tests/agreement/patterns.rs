//! Strings that match a pattern, made from its syntax tree, and strings that nearly do.

use fastrand::Rng;
use regex_syntax::hir::{Class, Hir, HirKind};

/// The most repetitions of an unlimited repetition.
const REPETITIONS: usize = 4;

/// Returns a string that matches a pattern, ignoring its look-around assertions, and has about the given length if
/// possible.
pub(crate) fn matching(pattern: &Hir, length: Option<usize>, rng: &mut Rng) -> String {
    let mut sampler = Sampler {
        rng,
        left: length,
        out: String::new(),
    };
    sampler.add(pattern);
    sampler.out
}

struct Sampler<'r> {
    rng: &'r mut Rng,
    /// The number of characters that are still wanted, if a length is given.
    left: Option<usize>,
    out: String,
}

impl Sampler<'_> {
    fn add(&mut self, pattern: &Hir) {
        match pattern.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => {
                for character in String::from_utf8_lossy(&literal.0).chars() {
                    self.push(character);
                }
            }
            HirKind::Class(class) => {
                if let Some((first, last)) = choose(&ranges(class), self.rng).copied() {
                    let character = match self.rng.u8(..4) {
                        0 => first,
                        1 => last,
                        _ => self.rng.char(first..=last),
                    };
                    self.push(character);
                }
            }
            HirKind::Capture(capture) => self.add(&capture.sub),
            HirKind::Concat(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    let later: usize = parts[index + 1..].iter().map(least).sum();
                    let reserved = self.left.map_or(0, |left| left.min(later));
                    self.left = self.left.map(|left| left - reserved);
                    self.add(part);
                    self.left = self.left.map(|left| left + reserved);
                }
            }
            HirKind::Alternation(parts) => {
                if let Some(part) = choose(parts, self.rng) {
                    self.add(part);
                }
            }
            HirKind::Repetition(repetition) => {
                let fewest = repetition.min as usize;
                let wanted = match self.left {
                    None => fewest + REPETITIONS,
                    Some(left) => left / least(&repetition.sub).max(1),
                };
                let most = repetition
                    .max
                    .map_or(wanted, |max| wanted.min(max as usize));
                let most = most.max(fewest);
                let times = match self.rng.u8(..3) {
                    0 => fewest,
                    1 => most,
                    _ => self.rng.usize(fewest..=most),
                };
                for _ in 0..times {
                    self.add(&repetition.sub);
                }
            }
        }
    }

    fn push(&mut self, character: char) {
        self.out.push(character);
        self.left = self.left.map(|left| left.saturating_sub(1));
    }
}

/// Returns the characters next to those that a pattern names: the ends and the neighbours of each range.
pub(crate) fn characters(pattern: &Hir) -> Vec<char> {
    let mut found = Vec::new();
    let mut around = |first: char, last: char| {
        let before = u32::from(first).checked_sub(1).and_then(char::from_u32);
        let after = char::from_u32(u32::from(last) + 1);
        found.extend(
            [Some(first), Some(last), before, after]
                .into_iter()
                .flatten(),
        );
    };
    match pattern.kind() {
        HirKind::Literal(literal) => {
            for character in String::from_utf8_lossy(&literal.0).chars() {
                around(character, character);
            }
        }
        HirKind::Class(class) => {
            // Classes of Unicode have hundreds of ranges, and the first ones are typical.
            for (first, last) in ranges(class).into_iter().take(20) {
                around(first, last);
            }
        }
        _ => {
            for part in pattern.kind().subs() {
                found.extend(characters(part));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Returns a string with one character added, removed or replaced.
pub(crate) fn changed(text: &str, characters: &[char], rng: &mut Rng) -> String {
    let mut changed: Vec<char> = text.chars().collect();
    let at = rng.usize(..=changed.len());
    let other = choose(characters, rng).copied().unwrap_or('\u{e9}');
    match rng.u8(..3) {
        0 if at < changed.len() => changed[at] = other,
        1 if at < changed.len() => drop(changed.remove(at)),
        _ => changed.insert(at, other),
    }
    changed.into_iter().collect()
}

pub(crate) fn choose<'a, T>(all: &'a [T], rng: &mut Rng) -> Option<&'a T> {
    (!all.is_empty()).then(|| &all[rng.usize(..all.len())])
}

/// Returns the fewest bytes of a match, which are at least as many as its characters.
fn least(pattern: &Hir) -> usize {
    pattern.properties().minimum_len().unwrap_or(0)
}

fn ranges(class: &Class) -> Vec<(char, char)> {
    match class {
        Class::Unicode(class) => class
            .ranges()
            .iter()
            .map(|range| (range.start(), range.end()))
            .collect(),
        Class::Bytes(class) => class
            .ranges()
            .iter()
            .map(|range| (char::from(range.start()), char::from(range.end())))
            .collect(),
    }
}
