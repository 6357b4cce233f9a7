//! Documents that differ from a valid one in a single place.

use std::{collections::BTreeSet, fmt};

use serde_json::{Map, Value};

/// What stands in for a text that no [`Value`] can spell.
const MARK: &str = "\u{1}verbatim:";

/// Values that some type or other takes for something else.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0.0",
    "-1",
    "1",
    "1.5",
    "3.0",
    "3e2",
    "30E-1",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740991",
    "-9007199254740992",
    "9007199254740991.0",
    "18446744073709551616",
    "1e30",
    "\"\"",
    "\"x\"",
    "\"3\"",
    "\"é😀\"",
    "\"2024-01-01T00:00:00Z\"",
    "[]",
    "[null]",
    "{}",
    "{\"x\": null}",
];

/// Characters that some pattern, format or set takes, and another does not.
const CHARACTERS: &[char] = &['z', '0', '-', 'A', '.', 'ß', '\n', '\u{2028}', '😀', '"'];

/// The numbers that schemas set as bounds, with their neighbours.
#[derive(Default)]
pub(crate) struct Bounds {
    lengths: BTreeSet<usize>,
    numbers: BTreeSet<i64>,
}

impl Bounds {
    /// Adds the bounds of a schema, and of those inside.
    pub(crate) fn add(&mut self, schema: &Value) {
        let inside: Vec<&Value> = match schema {
            Value::Object(members) => members.values().collect(),
            Value::Array(items) => items.iter().collect(),
            _ => return,
        };
        inside.into_iter().for_each(|inner| self.add(inner));
        let around = |keyword: &str| {
            let bound = schema
                .get(keyword)
                .and_then(Value::as_f64)
                .map(|bound| bound as i64);
            bound
                .into_iter()
                .flat_map(|bound| [bound - 1, bound, bound + 1])
        };
        for keyword in ["minLength", "maxLength"] {
            let lengths = around(keyword).filter_map(|length| usize::try_from(length).ok());
            self.lengths.extend(lengths.filter(|length| *length < 1000));
        }
        for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
            self.numbers.extend(around(keyword));
        }
    }
}

/// A document, and the place in which it differs from the valid one.
pub(crate) struct Mutant {
    pub(crate) text: String,
    pub(crate) change: String,
    /// The names and indices that lead to the place.
    pub(crate) place: Vec<String>,
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.place.join("/"), self.change)
    }
}

/// Every mutant of a document, in a fixed order.
pub(crate) fn mutants(document: &Value, bounds: &Bounds) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    walk(document, &[], &mut |place, value| {
        let mut add = |change: &str, replacement: Value| {
            let text = print(&replace(document, place, Some(replacement)));
            mutants.push(Mutant {
                text,
                change: change.into(),
                place: place.to_vec(),
            });
        };
        for text in VALUES {
            add(
                &format!("is {text}"),
                Value::String(format!("{MARK}{text}")),
            );
        }
        add("is in a list", Value::Array(vec![value.clone()]));
        match value {
            Value::String(text) => change_text(text, bounds, &mut add),
            Value::Array(items) => {
                let (mut doubled, mut turned) = (items.clone(), items.clone());
                doubled.extend(items.first().cloned());
                turned.reverse();
                add("has its first item twice", Value::Array(doubled));
                add("is turned around", Value::Array(turned));
            }
            Value::Object(members) => change_object(members, &mut add),
            Value::Number(_) => {
                for number in &bounds.numbers {
                    add(&format!("is {number}"), (*number).into());
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
        if !place.is_empty() {
            let text = print(&replace(document, place, None));
            mutants.push(Mutant {
                text,
                change: "is missing".into(),
                place: place.to_vec(),
            });
        }
    });
    mutants
}

fn change_text(text: &str, bounds: &Bounds, add: &mut impl FnMut(&str, Value)) {
    let characters: Vec<char> = text.chars().collect();
    for at in 0..characters.len() {
        let mut changed = characters.clone();
        let other = CHARACTERS[(at + characters.len()) % CHARACTERS.len()];
        changed[at] = if changed[at] == other { 'y' } else { other };
        add(
            &format!("has another character {at}"),
            changed.into_iter().collect::<String>().into(),
        );
    }
    let shorter: String = characters.iter().skip(1).collect();
    add("has no first character", shorter.into());
    for character in CHARACTERS {
        add(
            &format!("ends in {character:?}"),
            format!("{text}{character}").into(),
        );
    }
    add("is in upper case", text.to_uppercase().into());
    let last = characters.last().copied().unwrap_or('a');
    let endless = characters.iter().copied().chain(std::iter::repeat(last));
    for length in &bounds.lengths {
        let changed: String = endless.clone().take(*length).collect();
        add(&format!("has {length} characters"), changed.into());
    }
    add("is twice as long", format!("{text}{text}").into());
}

fn change_object(members: &Map<String, Value>, add: &mut impl FnMut(&str, Value)) {
    let values: Vec<Value> = members.values().cloned().collect();
    add("is the list of its values", values.into());
    let turned: Map<String, Value> = members
        .iter()
        .rev()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    add("is turned around", turned.into());
    for (name, value) in members {
        let mut first = Map::from_iter([(name.clone(), value.clone())]);
        first.extend(members.clone());
        add(&format!("begins with {name:?}"), first.into());
        let mut last = members.clone();
        last.shift_remove(name);
        last.insert(name.clone(), value.clone());
        add(&format!("ends with {name:?}"), last.clone().into());
        last.insert(format!("{name}_unknown"), value.clone());
        add(&format!("has a copy of {name:?}"), last.into());
    }
}

/// Calls a function for every value of a document, outermost first.
fn walk(value: &Value, place: &[String], visit: &mut impl FnMut(&[String], &Value)) {
    visit(place, value);
    let inside: Vec<(String, &Value)> = match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, item)| (index.to_string(), item))
            .collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (token, value) in inside {
        walk(value, &[place, &[token]].concat(), visit);
    }
}

/// A document with another value at a place, or with none.
fn replace(document: &Value, place: &[String], replacement: Option<Value>) -> Value {
    let mut document = document.clone();
    let Some((last, outer)) = place.split_last() else {
        return replacement.unwrap();
    };
    let mut owner = &mut document;
    for token in outer {
        owner = match owner {
            Value::Array(items) => &mut items[token.parse::<usize>().unwrap()],
            owner => &mut owner[token.as_str()],
        };
    }
    match (owner, replacement) {
        (Value::Array(items), Some(value)) => items[last.parse::<usize>().unwrap()] = value,
        (Value::Array(items), None) => drop(items.remove(last.parse().unwrap())),
        (owner, Some(value)) => owner[last.as_str()] = value,
        (owner, None) => drop(owner.as_object_mut().unwrap().shift_remove(last)),
    }
    document
}

/// The text of a document, over several lines.
fn print(document: &Value) -> String {
    let text = serde_json::to_string_pretty(document).unwrap();
    let mark = serde_json::to_string(MARK).unwrap();
    let mark = mark.trim_end_matches('"');
    let Some((before, after)) = text.split_once(mark) else {
        return text;
    };
    let mut rest = serde_json::Deserializer::from_str(&text[before.len()..]).into_iter::<String>();
    let verbatim = rest.next().unwrap().unwrap();
    let after = &after[rest.byte_offset() - mark.len()..];
    format!("{before}{}{after}", verbatim.strip_prefix(MARK).unwrap())
}
