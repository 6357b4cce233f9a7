//! Compares the scalar types with the validator on damaged values.

use std::{
    collections::BTreeSet,
    fmt::{Debug, Display},
    str::FromStr,
};

use schema_runtime::{Integer, Violation};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The number of strings that are compared for each type.
const ROUNDS: usize = 250_000;

/// A comparison of one type with the validator's `format`.
pub(super) struct Differential<T> {
    format: &'static str,
    validator: jsonschema::Validator,
    marker: std::marker::PhantomData<T>,
}

impl<T> Differential<T>
where
    T: FromStr<Err = Violation> + TryFrom<String, Error = Violation> + PartialEq + Debug,
    T: Display + DeserializeOwned + serde::Serialize,
{
    pub(super) fn new(format: &'static str) -> Self {
        let validator = validator(&json!({"type": "string", "format": format}));
        Self {
            format,
            validator,
            marker: std::marker::PhantomData,
        }
    }

    /// Compares both on strings with known results. The first two lists are separated by white space.
    #[track_caller]
    pub(super) fn by_hand(
        &self,
        accepted: &str,
        refused: &str,
        refused_with_odd_characters: &[&str],
    ) {
        for text in accepted.split_whitespace() {
            assert!(self.agree(text), "{text:?} is refused");
        }
        for text in refused.split_whitespace() {
            assert!(!self.agree(text), "{text:?} is accepted");
        }
        for text in refused_with_odd_characters {
            assert!(!self.agree(text), "{text:?} is accepted");
        }
    }

    /// Compares both on valid strings with random damage. The alphabet is separated by white space, and also has a
    /// space and a NUL.
    #[track_caller]
    pub(super) fn at_random(&self, alphabet: &str, valid: impl Fn(&mut Random) -> String) {
        let alphabet: Vec<&str> = alphabet.split_whitespace().chain([" ", "\0"]).collect();
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        let mut seen = BTreeSet::new();
        let mut accepted = 0;
        for _ in 0..ROUNDS {
            let mut text = valid(&mut random);
            for _ in 0..random.below(4) {
                text = random.damage(&text, &alphabet);
            }
            if !seen.contains(&text) {
                accepted += usize::from(self.agree(&text));
                seen.insert(text);
            }
        }
        let distinct = seen.len();
        let refused = distinct - accepted;
        println!(
            "{}: {distinct} distinct strings compared, {accepted} accepted, {refused} refused",
            self.format,
        );
        assert!(distinct >= 200_000, "{distinct}");
        assert!(accepted >= 50_000, "{accepted}");
        assert!(refused >= 50_000, "{refused}");
    }

    /// Reports whether the text is accepted, by the validator and by all conversions into the type. Checks that
    /// they agree.
    #[track_caller]
    pub(super) fn agree(&self, text: &str) -> bool {
        let instance = Value::from(text);
        let expected = self.validator.is_valid(&instance);
        let parsed = text.parse::<T>();
        assert_eq!(parsed.is_ok(), expected, "{text:?}");
        let converted = T::try_from(text.to_owned());
        let borrowed = T::deserialize(&instance);
        let owned = serde_json::from_value::<T>(instance.clone());
        assert_eq!(parsed, converted, "{text:?}");
        assert_eq!(parsed.as_ref().ok(), borrowed.as_ref().ok(), "{text:?}");
        assert_eq!(parsed.as_ref().ok(), owned.as_ref().ok(), "{text:?}");
        if let Ok(value) = parsed {
            let written = serde_json::to_value(&value).unwrap();
            assert_eq!(written, json!(value.to_string()));
            let kept = if self.format == "uuid" {
                text.to_lowercase()
            } else {
                text.to_owned()
            };
            assert_eq!(written, json!(kept));
        }
        expected
    }
}

#[track_caller]
pub(super) fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

#[track_caller]
pub(super) fn integer_agrees_in_range<const MIN: i64, const MAX: i64>() {
    let validator = validator(&json!({"type": "integer", "minimum": MIN, "maximum": MAX}));
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    let mut seen = BTreeSet::new();
    let mut accepted = 0;
    while seen.len() < 50_000 {
        let text = random_number(&mut random);
        if !seen.insert(text.clone()) {
            continue;
        }
        let read = serde_json::from_str::<Integer<i64, MIN, MAX>>(&text);
        let Ok(instance) = serde_json::from_str::<Value>(&text) else {
            assert!(read.is_err(), "{text}");
            continue;
        };
        assert_eq!(read.is_ok(), validator.is_valid(&instance), "{text}");
        let from_value = serde_json::from_value::<Integer<i64, MIN, MAX>>(instance.clone());
        assert_eq!(read.as_ref().ok(), from_value.as_ref().ok(), "{text}");
        if let Ok(value) = read {
            accepted += 1;
            // The exact integer if the text was read as one, and otherwise the float.
            match instance.as_i64() {
                Some(exact) => assert_eq!(value.get(), exact, "{text}"),
                None => assert_eq!(value.get() as f64, instance.as_f64().unwrap(), "{text}"),
            }
        }
    }
    let compared = seen.len();
    println!("integer from {MIN} to {MAX}: {compared} distinct numbers, {accepted} accepted");
    assert!((4_000..46_000).contains(&accepted), "{accepted}");
}

pub(super) fn random_number(random: &mut Random) -> String {
    pub(super) const EDGES: [i128; 7] = [
        0,
        3,
        300,
        1 << 53,
        i64::MAX as i128,
        u64::MAX as i128,
        1 << 70,
    ];
    let near = random.pick(&EDGES) + random.below(9) as i128 - 4;
    let free = random.below(1_000_000) as i128;
    let integer = if random.below(2) == 0 { near } else { free };
    let sign = random.pick(&["", "", "-"]);
    let fraction = random.pick(&["", "", ".0", ".000", ".5", ".25", ".00000000000000000001"]);
    let exponent = random.pick(&["", "", "e0", "E2", "e+1", "e-1", "e-2", "e15", "e400"]);
    format!("{sign}{}{fraction}{exponent}", integer.abs())
}

pub(super) fn random_timestamp(random: &mut Random) -> String {
    let year = random.pick(&["0000", "1900", "1999", "2000", "2023", "2024", "9999"]);
    let month = 1 + random.below(12);
    let day = 1 + random.below(31);
    let fraction = random.pick(&["", "", ".0", ".5", ".123456789", ".1234567890123"]);
    let hours = random.pick(&[0, 0, 1, 8, 22, 23]);
    let minutes = random.pick(&[0, 0, 1, 30, 58, 59]);
    let sign = random.pick(&["+", "-"]);
    let offset = match random.below(2) {
        0 => random.pick(&["Z", "z"]).to_string(),
        _ => format!("{sign}{hours:02}:{minutes:02}"),
    };
    let is_leap_second = random.below(3) == 0;
    let (local, second) = if is_leap_second {
        let ahead = match (offset.len(), sign) {
            (1, _) => 0,
            (_, "+") => hours * 60 + minutes,
            _ => 1440 - hours * 60 - minutes,
        };
        ((1439 + ahead) % 1440, 60)
    } else {
        (random.below(1440), random.below(60))
    };
    let (hour, minute) = (local / 60, local % 60);
    let t = random.pick(&["T", "T", "t"]);
    format!("{year}-{month:02}-{day:02}{t}{hour:02}:{minute:02}:{second:02}{fraction}{offset}")
}

pub(super) fn random_uri(random: &mut Random) -> String {
    let scheme = random.pick(&["http", "https", "urn", "mailto", "a", "X+y-z.1"]);
    let userinfo = random.pick(&["", "", "", "@", "ada@", "ada:p%40ss@", ":@"]);
    let host = match random.below(3) {
        0 => format!("[{}]", random_ip_literal(random)),
        _ => random
            .pick(&[
                "",
                "example.com",
                "127.0.0.1",
                "%C3%A9",
                "a_b~c",
                "sub-delims!$&'()*+,;=",
            ])
            .to_string(),
    };
    let port = random.pick(&["", "", ":", ":80", ":65536"]);
    let path = random.pick(&["", "/", "/a", "/a/b%20c", "//", "/a:b@c/./..", "/;p=1,2"]);
    let query = random.pick(&["", "", "?", "?a=b&c=d", "?/?:@%7F"]);
    let fragment = random.pick(&["", "", "#", "#top", "#/a?b:@%00"]);
    let number = random.below(100_000);
    match random.below(4) {
        0 => format!("{scheme}:{number}{path}{query}{fragment}"),
        _ => format!("{scheme}://{userinfo}{host}{port}{path}{query}{fragment}{number}"),
    }
}

pub(super) fn random_ip_literal(random: &mut Random) -> String {
    if random.below(6) == 0 {
        let version = random.pick(&["v1", "VaF", "v0"]);
        let address = random.pick(&["a", "a:b", "~!$", "::1"]);
        return format!("{version}.{address}");
    }
    // About as many groups as fit, with or without `::`, so that all limits are reached.
    let mut groups: Vec<&str> = (0..random.below(9))
        .map(|_| random.pick(&["0", "1", "ab", "CDE", "ffff"]))
        .collect();
    if random.below(3) == 0 {
        groups.push(random.pick(&["1.2.3.4", "255.255.255.255", "0.0.0.0", "1.2.3.04"]));
    }
    if random.below(4) == 0 {
        return groups.join(":");
    }
    let (before, after) = groups.split_at(random.below(groups.len() + 1));
    format!("{}::{}", before.join(":"), after.join(":"))
}

/// Marsaglia's xorshift, which needs no dependency and gives the same numbers on every machine.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper half is mixed better.
        (self.0 >> 32) as usize % limit
    }

    pub(super) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Returns the text with one small change, at any position.
    pub(super) fn damage(&mut self, text: &str, alphabet: &[&str]) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        let at = self.below(chars.len() + 1);
        let end = (at + self.below(3)).min(chars.len());
        let token = self.pick(alphabet).chars();
        match self.below(8) {
            0 | 1 => drop(chars.splice(at..end, token)),
            2 | 3 => drop(chars.splice(at..(at + 1).min(chars.len()), token)),
            4 => drop(chars.splice(at..at, token)),
            5 => drop(chars.drain(at..end)),
            6 => chars[at..end].reverse(),
            _ => chars[at..end].iter_mut().for_each(|c| {
                *c = if c.is_ascii_lowercase() {
                    c.to_ascii_uppercase()
                } else {
                    c.to_ascii_lowercase()
                };
            }),
        }
        chars.into_iter().collect()
    }
}
