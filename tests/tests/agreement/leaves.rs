//! Strings and numbers: those at the limits of acceptance, and random ones.

use std::collections::BTreeSet;

use fastrand::Rng;

use super::{
    document::Kind,
    formats,
    patterns::{changed, characters, choose, matching},
    shapes::{Shape, Shapes, Type},
};

/// Numbers that some type may confuse with another one.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "0.1",
    "1.5",
    "-1.5",
    "3.0",
    "3e2",
    "3E+2",
    "30e-1",
    "1e-1",
    "0.30000000000000004",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740991",
    "-9007199254740992",
    "-9007199254740993",
    "9007199254740991.0",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "1e15",
    "1e16",
    "1e30",
    "5e-324",
    "1e-400",
    "1.7976931348623157e308",
    "1e400",
    "-1e400",
    "0e400",
];

/// One character of each length in UTF-8.
const WIDTHS: [char; 4] = ['a', '\u{e9}', '\u{20ac}', '\u{1f600}'];

/// Strings that some type may confuse with something else.
const TEXTS: &[&str] = &[
    "",
    "x",
    "3",
    "null",
    "\0",
    "\t\n",
    " ",
    "\"\\/",
    "\u{7f}",
    "\u{2028}",
    "e\u{301}",
    "\u{1f469}\u{200d}\u{1f680}",
    "\u{feff}",
    "\u{ffff}",
    "\u{10ffff}",
];

/// Returns scalars, most of which a shape accepts or nearly accepts.
pub(crate) fn candidates(shape: &Shape, shapes: &Shapes) -> Vec<Kind> {
    // The seed is fixed, so that every run has the same boundaries.
    let mut rng = Rng::with_seed(1);
    let mut found = Vec::new();
    if shape.allows(Type::Null) {
        found.push(Kind::Verbatim("null".into()));
    }
    if shape.allows(Type::Boolean) {
        found.extend(["false", "true"].map(|text| Kind::Verbatim(text.into())));
    }
    if shape.allows(Type::Number) {
        found.extend(numbers(shape).into_iter().map(Kind::Verbatim));
    }
    if shape.allows(Type::String) {
        found.extend(texts(shape, shapes, &mut rng).into_iter().map(Kind::Text));
    }
    if let Some(values) = &shape.values {
        let plain = values.iter().filter(|value| !value.is_string());
        found.extend(plain.map(|value| Kind::Verbatim(value.to_string())));
    }
    found
}

/// Returns a random value that a shape probably accepts.
pub(crate) fn random(shape: &Shape, rng: &mut Rng) -> Option<Kind> {
    if shape.values.is_some() {
        return None;
    }
    let is_text = shape.allows(Type::String);
    let is_number = shape.allows(Type::Number);
    match (is_text, is_number) {
        (true, false) => Some(Kind::Text(random_text(shape, rng))),
        (false, true) => Some(Kind::Verbatim(random_number(shape, rng))),
        _ => None,
    }
}

fn random_text(shape: &Shape, rng: &mut Rng) -> String {
    if let Some(format) = shape.formats.first() {
        return formats::random(format, rng).unwrap_or_default();
    }
    let most = shape.length.most.unwrap_or(shape.length.least + 12);
    let length = rng.usize(shape.length.least.min(most)..=most);
    match shape.patterns.first() {
        Some(pattern) => {
            let text = matching(pattern, rng.bool().then_some(length), rng);
            // A pattern without anchors accepts anything around a match.
            match rng.u8(..8) {
                0 => format!("{text}{}", WIDTHS[rng.usize(..4)]),
                1 => format!("{}{text}", WIDTHS[rng.usize(..4)]),
                _ => text,
            }
        }
        None => (0..length)
            .map(|_| match rng.u8(..3) {
                0 => WIDTHS[rng.usize(..4)],
                1 => rng.char('\0'..='\u{10ffff}'),
                _ => rng.char(' '..='~'),
            })
            .collect(),
    }
}

fn random_number(shape: &Shape, rng: &mut Rng) -> String {
    let bound = |bounds: &[(serde_json::Number, bool)]| {
        bounds
            .iter()
            .filter_map(|(bound, _)| bound.as_f64())
            .next_back()
    };
    let least = bound(&shape.least).unwrap_or(-1e6);
    let most = bound(&shape.most).unwrap_or(1e6);
    let number = least + (most - least) * rng.f64();
    let number = match shape.multiples_of.first() {
        Some(step) => (number / step).round() * step,
        None if shape.is_integer => number.round(),
        None => number,
    };
    match rng.u8(..4) {
        0 => format!("{number:e}"),
        1 if shape.is_integer => format!("{number:.1}"),
        _ => format!("{number}"),
    }
}

fn numbers(shape: &Shape) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (bound, _) in shape.least.iter().chain(&shape.most) {
        let float = bound.as_f64().unwrap();
        let mut around = vec![
            float,
            float - 0.5,
            float + 0.5,
            float.next_down(),
            float.next_up(),
        ];
        if let Some(whole) = bound.as_i64() {
            for whole in [whole - 1, whole, whole + 1] {
                found.extend([
                    whole.to_string(),
                    format!("{whole}.0"),
                    format!("{whole}e0"),
                ]);
            }
            found.extend([format!("{whole}.00000000001"), format!("{whole}0E-1")]);
        } else {
            around.extend([float - 1.0, float + 1.0]);
            found.push(bound.to_string());
        }
        found.extend(
            around
                .into_iter()
                .flat_map(|float| [format!("{float:?}"), format!("{float:e}")]),
        );
    }
    for step in &shape.multiples_of {
        let times = [-2.0, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 7.0, 1e6];
        found.extend(times.iter().map(|times| format!("{:?}", times * step)));
        found.push(format!("{:?}", step.next_up()));
    }
    found.extend(NUMBERS.iter().map(|text| (*text).to_owned()));
    distinct(found)
}

fn texts(shape: &Shape, shapes: &Shapes, rng: &mut Rng) -> Vec<String> {
    let listed = shape
        .values
        .iter()
        .flatten()
        .filter_map(|value| value.as_str());
    let members: Vec<&str> = listed
        .chain(shape.known.iter().map(String::as_str))
        .collect();
    let mut found: Vec<String> = members.iter().map(|text| (*text).to_owned()).collect();
    if let Some(format) = shape.formats.first() {
        found.extend(formats::texts(format).iter().map(|text| (*text).to_owned()));
        found.extend((0..12).filter_map(|_| formats::random(format, rng)));
    }
    let lengths: BTreeSet<usize> = [Some(shape.length.least), shape.length.most]
        .into_iter()
        .flatten()
        .flat_map(|length| [length.saturating_sub(1), length, length + 1])
        .filter(|length| *length < 5000)
        .collect();
    for pattern in &shape.patterns {
        let mut samples: Vec<String> = (0..16).map(|_| matching(pattern, None, rng)).collect();
        for length in lengths.iter().copied().filter(|length| *length > 0) {
            let mut tries = (0..60).map(|_| matching(pattern, Some(length), rng));
            let exact = tries.find(|text| text.chars().count() == length);
            samples.extend(exact);
        }
        let characters = characters(pattern);
        for character in &characters {
            let sample = choose(&samples, rng).unwrap().clone();
            samples.push(format!("{sample}{character}"));
            samples.push(changed(&sample, &[*character], rng));
        }
        for width in WIDTHS {
            let sample = choose(&samples, rng).unwrap().clone();
            samples.extend([format!("{sample}{width}"), format!("{width}{sample}")]);
        }
        let sample = choose(&samples, rng).unwrap().clone();
        samples.push(format!("{sample}\n"));
        samples.push(sample.repeat(2));
        found.extend(samples);
    }
    if shape.patterns.is_empty() && shape.formats.is_empty() && shape.values.is_none() {
        for length in &lengths {
            found.extend(WIDTHS.map(|width| width.to_string().repeat(*length)));
            found.push(WIDTHS.iter().cycle().take(*length).collect());
            // One combined character is several code points.
            found.push("e\u{301}".repeat(*length));
        }
    }
    if !members.is_empty() {
        for member in members.iter().take(12) {
            found.extend([
                member.to_uppercase(),
                format!("{member}x"),
                format!(" {member}"),
                changed(member, &['_', 'e'], rng),
            ]);
        }
        found.extend(shapes.words.iter().take(12).cloned());
    }
    found.extend(TEXTS.iter().map(|text| (*text).to_owned()));
    distinct(found)
}

fn distinct(mut texts: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts.retain(|text| seen.insert(text.clone()));
    texts
}
