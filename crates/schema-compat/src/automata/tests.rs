//! Automata of patterns, compared with the validator on all short strings of a small alphabet.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that panics has failed"
)]

use fastrand::Rng;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use super::{automaton, automaton::Automaton, look_around::program};
use crate::document::build;

const LETTERS: [char; 6] = ['a', 'b', '1', ' ', '\n', 'é'];

/// Letters, digits, spaces and line ends that some engines classify differently.
const OTHERS: [char; 7] = ['a', '1', '\u{663}', '\u{85}', '\r', '\u{2028}', 'é'];

fn strings(longest: usize) -> Vec<String> {
    let mut all = strings_of(&LETTERS, longest);
    all.extend(strings_of(&OTHERS, 3));
    all
}

fn strings_of(letters: &[char], longest: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut from = 0;
    for _ in 0..longest {
        let last = all.len();
        for at in from..last {
            for letter in letters {
                all.push(format!("{}{letter}", all.get(at).unwrap()));
            }
        }
        from = last;
    }
    all
}

fn accepts(automaton: &Automaton, text: &str) -> bool {
    let mut state = automaton.start().unwrap();
    for byte in text.bytes() {
        state = automaton.next(state, byte).unwrap();
    }
    automaton.accepts(state)
}

fn validator(pattern: &str) -> Option<Validator> {
    build(&json!({ "pattern": pattern }), Draft::Draft202012, true).ok()
}

/// Compares an automaton with the validator; returns false if there is none.
fn agrees_with_validator(pattern: &str, strings: &[String]) -> bool {
    let (Some(validator), Some(automaton)) = (validator(pattern), automaton(pattern)) else {
        return false;
    };
    for text in strings {
        let expected = validator.is_valid(&Value::from(text.as_str()));
        assert_eq!(accepts(&automaton, text), expected, "{pattern} on {text:?}");
    }
    true
}

#[test]
fn patterns_with_look_around_match_what_the_validator_matches() {
    let strings = strings(5);
    for pattern in [
        "^(?!ab)",
        "^(?!.*ab)",
        "^(?!ab$).*$",
        "^(?!a|b1)[ab1]+$",
        "^(?=.*[a-b])(?=.*[0-9]).{3,}$",
        r"^(?=.*\d)(?!.*\s)\w*$",
        "^((?!ab).)*$",
        "^(?:(?!aa)[ab])+$",
        "(?=a)",
        "a(?=b)",
        "a(?!b)",
        "a(?!b)$|^1",
        "(?<=a)b",
        "(?<!a)b$",
        "^.*(?<!ab)$",
        "^.*(?<!a|b)$",
        r"\bab\b",
        r"\Bab",
        r"^\b|1$",
        r"a\b.",
        r"(?!\W)",
        r"(?!\w)(?!\n)(?! )",
        "(?:(?=a)|b)*1",
        "(?=(?!a)b)",
        "(?!(?=a)b)",
        "(?!(?!a))",
        "(?<=^a)b",
        "^(?=.{2}$)",
        "^(?=[^ab]*a)(?=[^ab]*[1]).+",
        r"[(?=]a\(?=b",
        "(?=a(?=b(?=1)))",
        "(?:^(?=a)|1)b",
        "(a|(?=b)){2}b",
        "$(?!a)",
        "(?:$)+b?",
        r"^(?!b)[\D]{2}$",
        r"(?=[\w-])[^\S1]",
        r"(?!a)[^\W\d]",
        r"(?=.$)",
        r"\B.\b",
    ] {
        assert!(
            agrees_with_validator(pattern, &strings),
            "{pattern} has no automaton"
        );
    }
}

/// Returns a random pattern.
fn random(rng: &mut Rng, depth: usize) -> String {
    let inner = |rng: &mut Rng| random(rng, depth.saturating_sub(1));
    match rng.u8(..if depth == 0 { 10 } else { 20 }) {
        0 | 1 => "a".into(),
        2 => "b".into(),
        3 => ".".into(),
        4 => "[a1]".into(),
        5 => "[^b]".into(),
        6 => [r"\w", r"\d", r"\s", r"\W", r"[\S]", r"[^\D]", "é"][rng.usize(..7)].into(),
        7 => [r"\b", r"\B"][rng.usize(..2)].into(),
        8 => "^".into(),
        9 => "$".into(),
        10..=12 => format!("{}{}", inner(rng), inner(rng)),
        13 => format!("(?:{}|{})", inner(rng), inner(rng)),
        14 => format!(
            "(?:{}){}",
            inner(rng),
            ["*", "+", "?", "{2}"][rng.usize(..4)]
        ),
        15 | 16 => format!("(?={})", inner(rng)),
        17 | 18 => format!("(?!{})", inner(rng)),
        _ => format!("{}{})", ["(?<=", "(?<!"][rng.usize(..2)], inner(rng)),
    }
}

#[test]
fn random_patterns_match_what_the_validator_matches() {
    let strings = strings(4);
    let mut rng = Rng::with_seed(4);
    let mut compared = 0;
    let patterns =
        std::env::var("COMPAT_RANDOM_PATTERNS").map_or(2_000, |text| text.parse().unwrap());
    for _ in 0..patterns {
        let pattern = format!("{}{}", random(&mut rng, 3), random(&mut rng, 3));
        compared += usize::from(agrees_with_validator(&pattern, &strings));
    }
    assert!(compared > patterns / 2, "{compared}");
}

#[test]
fn what_has_no_exact_form_has_no_automaton() {
    for pattern in [
        r"^(a)\1(?!b)",
        r"(?<=a(?=b))b",
        r"(?<=\b)a",
        r"(?<=a$)",
        "(?i)(?=a)",
        "(?i:(?=a))",
        "(?=a",
        "(?=a))",
    ] {
        assert!(program(pattern).is_none(), "{pattern}");
    }
}

#[test]
fn long_lists_of_words_are_automata() {
    let words: Vec<String> = (0..4_000)
        .map(|number| format!("word-{number:04}"))
        .collect();
    let pattern = format!("^({})$", words.join("|"));
    let Some(automaton) = automaton(&pattern) else {
        panic!("it has no automaton");
    };
    assert!(words.iter().all(|word| accepts(&automaton, word)));
    assert!(!accepts(&automaton, "word-4000") && !accepts(&automaton, "word-00"));
}
