//! Changes of documents: every single change of a whole document, or some at random.

use std::fmt;

use fastrand::Rng;

use super::{
    document::{Doc, Kind, Path},
    generator::Generator,
    patterns::choose,
    shapes::Type,
};

/// Numbers that some type may confuse with something else. The first few represent all of them for values that are
/// not numbers.
const NUMBERS: &[&str] = &[
    "0",
    "1.5",
    "1e400",
    "-0",
    "-0.0",
    "-1",
    "1",
    "3.0",
    "3e2",
    "30E-1",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740991",
    "-9007199254740992",
    "9007199254740991.0",
    // The preceding number, to a parser that is fast and not exact.
    "9000000000000991.0",
    "18446744073709551616",
    "1e30",
    "-1e400",
];

/// Other values that some type may confuse with something else.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "\"\"",
    "\"x\"",
    "\"3\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\"\\ud800\"",
    "\"2024-01-01T00:00:00Z\"",
    "[]",
    "[null]",
    "{}",
    "{\"x\": null}",
];

/// Values for members that no schema lists.
const IGNORED: &[&str] = &[
    "null",
    "-0.0",
    "\"\\ud83d\\ude00\"",
    "[]",
    "{\"a\": [null]}",
];

/// Values that JSON's grammar allows, and that no `Value` can hold.
const UNREADABLE: &[&str] = &["1e400", "-1e400", "\"\\ud800\"", "{\"a\": 1, \"a\": 1}"];

/// Characters that some pattern, format or set accepts, and another does not.
const CHARACTERS: &[char] = &[
    'z',
    '0',
    '-',
    'A',
    '.',
    '\u{df}',
    '\n',
    '\u{2028}',
    '\u{1f600}',
    '"',
];

/// The levels of deep documents: the limit of the parser, a little more, and much more.
const DEPTHS: &[usize] = &[127, 128, 200];

/// One change of one value.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// The value is removed.
    Remove,
    Become(Kind),
    /// The value becomes the only item of a list.
    Wrap,
    /// The value becomes the list of its own values.
    Values,
    Reverse,
    First(usize),
    Last(usize),
    /// The value gets one more member, at the end or at the beginning.
    Extra(String, Doc, bool),
    /// A member gets another name.
    Rename(usize, String),
    /// A member is duplicated: with the same value or another one, directly after it or at the end.
    Again(usize, Option<Doc>, bool),
    /// An item is duplicated.
    Double(usize),
    /// The value becomes nested lists, so that the document has the given number of levels.
    Deep(usize),
}

/// A changed document.
pub(crate) struct Mutant {
    pub(crate) document: Doc,
    /// The names and indices that lead to the changed value.
    place: Vec<String>,
    /// The names of the members that the value had.
    names: Vec<String>,
    /// The paths, of the value or of one around it, whose value as a whole a rule or a check is about.
    wholes: Vec<Vec<String>>,
    pub(crate) change: Change,
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {:?}", self.place.join("/"), self.change)
    }
}

impl Mutant {
    /// Returns the paths at which it may be rejected: at one of these, or inside it.
    pub(crate) fn places(&self, generator: &Generator) -> Vec<Vec<String>> {
        let whole = || vec![self.place.clone()];
        let outer = || vec![self.place[..self.place.len().saturating_sub(1)].to_vec()];
        let member = |name: &String| [&*self.place, std::slice::from_ref(name)].concat();
        let is_item = self
            .place
            .last()
            .is_some_and(|last| last.parse::<usize>().is_ok());
        let mut places = match &self.change {
            // Another tag makes the other members wrong.
            Change::Become(Kind::Text(text)) if generator.shapes.words.contains(text) => outer(),
            // The items after it have other indices now.
            Change::Remove if is_item => outer(),
            Change::Extra(name, ..) => vec![member(name)],
            Change::Again(index, ..) => vec![member(&self.names[*index])],
            Change::Rename(index, name) => vec![member(&self.names[*index]), member(name)],
            _ => whole(),
        };
        places.extend(self.wholes.iter().cloned());
        places
    }
}

/// The changes of one kind that a value has.
type Class = fn(&Generator, &Doc, &Path) -> Vec<Change>;

const CLASSES: &[Class] = &[
    removed,
    retyped,
    off_its_shape,
    reordered,
    extended,
    renamed,
    doubled,
    nested,
];

/// Returns every mutant of a document with one change, of those values that are wanted.
pub(crate) fn mutants<'a>(
    generator: &'a Generator,
    document: &'a Doc,
    mut is_wanted: impl FnMut(&Doc) -> bool + 'a,
) -> impl Iterator<Item = Mutant> + 'a {
    let paths = document.paths().into_iter();
    paths
        .filter(move |path| is_wanted(document.at(path)))
        .flat_map(move |path| {
            let doc = document.at(&path);
            // A change to another shape has other strings already.
            let has_texts = doc
                .shape
                .is_some_and(|shape| !generator.pools[shape].off.is_empty());
            let texts: &[Class] = if has_texts { &[] } else { &[retexted] };
            let changes: Vec<Change> = CLASSES
                .iter()
                .chain(texts)
                .flat_map(|class| class(generator, doc, &path))
                .collect();
            let place = document.tokens(&path);
            let wholes: Vec<Vec<String>> = (0..=path.len())
                .map(|length| &path[..length])
                .filter(|outer| {
                    let levels = path.len() - outer.len();
                    generator
                        .shapes
                        .is_judged_whole(document.at(outer).shape, levels)
                })
                .map(|outer| document.tokens(outer))
                .collect();
            let names: Vec<String> = doc.names().into_iter().map(str::to_owned).collect();
            changes.into_iter().map(move |change| Mutant {
                document: changed(document, &path, &change),
                place: place.clone(),
                names: names.clone(),
                wholes: wholes.clone(),
                change,
            })
        })
}

/// Changes one value of a document, at random.
pub(crate) fn mutate(generator: &Generator, document: &mut Doc, rng: &mut Rng) {
    let paths = document.paths();
    let classes = [CLASSES, &[retexted, on_its_shape]].concat();
    // Not every value has every kind of change.
    for _ in 0..20 {
        let path = choose(&paths, rng).unwrap();
        let class = choose(&classes, rng).unwrap();
        let changes = class(generator, document.at(path), path);
        if let Some(change) = choose(&changes, rng) {
            *document = changed(document, path, change);
            return;
        }
    }
}

fn changed(document: &Doc, path: &[usize], change: &Change) -> Doc {
    let mut document = document.clone();
    if let Change::Remove = change {
        document.remove(path);
        return document;
    }
    let doc = document.at_mut(path);
    match (change, &mut doc.kind) {
        (Change::Become(kind), _) => doc.kind = kind.clone(),
        (Change::Wrap, _) => doc.kind = Kind::List(vec![doc.clone()]),
        (Change::Values, Kind::Object(members)) => {
            doc.kind = Kind::List(members.drain(..).map(|(_, value)| value).collect());
        }
        (Change::Reverse, Kind::Object(members)) => members.reverse(),
        (Change::Reverse, Kind::List(items)) => items.reverse(),
        (Change::First(index), Kind::Object(members)) => members[..=*index].rotate_right(1),
        (Change::Last(index), Kind::Object(members)) => members[*index..].rotate_left(1),
        (Change::Extra(name, value, is_last), Kind::Object(members)) => {
            let at = if *is_last { members.len() } else { 0 };
            members.insert(at, (name.clone(), value.clone()));
        }
        (Change::Rename(index, name), Kind::Object(members)) => members[*index].0 = name.clone(),
        (Change::Again(index, other, is_last), Kind::Object(members)) => {
            let (name, mut value) = members[*index].clone();
            value = other.clone().unwrap_or(value);
            let at = if *is_last { members.len() } else { index + 1 };
            members.insert(at, (name, value));
        }
        (Change::Double(index), Kind::List(items)) => items.push(items[*index].clone()),
        (Change::Deep(levels), _) => {
            let levels = levels.saturating_sub(path.len());
            doc.kind = Kind::Verbatim(format!("{}{}", "[".repeat(levels), "]".repeat(levels)));
        }
        _ => {}
    }
    document
}

fn removed(_: &Generator, _: &Doc, path: &Path) -> Vec<Change> {
    if path.is_empty() {
        Vec::new()
    } else {
        vec![Change::Remove]
    }
}

fn retyped(generator: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    let shape = doc.shape.map(|shape| generator.shapes.get(shape));
    let is_number = shape.is_some_and(|shape| shape.allows(Type::Number));
    let numbers = if is_number { NUMBERS.len() } else { 3 };
    let values = NUMBERS
        .iter()
        .take(numbers)
        .chain(VALUES)
        .map(|text| Change::Become(Kind::Verbatim((*text).into())));
    let mut changes: Vec<Change> = values.collect();
    changes.push(Change::Wrap);
    if let Kind::Object(_) = doc.kind {
        changes.push(Change::Values);
    }
    changes
}

/// Returns values that are close to what the schema accepts, and rejected.
fn off_its_shape(generator: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    let pool = doc.shape.map(|shape| generator.pools[shape].off.iter());
    let mut changes: Vec<Change> = pool
        .into_iter()
        .flatten()
        .cloned()
        .map(Change::Become)
        .collect();
    // A string from elsewhere in the schema, such as the tag of another alternative.
    let is_word = |text: &String| generator.shapes.words.contains(text);
    if let Kind::Text(text) = &doc.kind
        && is_word(text)
    {
        let others = generator.shapes.words.iter().filter(|word| *word != text);
        changes.extend(others.map(|word| Change::Become(Kind::Text(word.clone()))));
    }
    changes
}

/// Returns other values that the schema accepts.
fn on_its_shape(generator: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    let pool = doc.shape.map(|shape| generator.pools[shape].on.iter());
    pool.into_iter()
        .flatten()
        .cloned()
        .map(Change::Become)
        .collect()
}

fn retexted(_: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    let Kind::Text(text) = &doc.kind else {
        return Vec::new();
    };
    let characters: Vec<char> = text.chars().collect();
    let mut texts: Vec<String> = Vec::new();
    // Long texts repeat themselves.
    for at in 0..characters.len().min(80) {
        let mut changed = characters.clone();
        let other = CHARACTERS[(at + characters.len()) % CHARACTERS.len()];
        changed[at] = if changed[at] == other { 'y' } else { other };
        texts.push(changed.into_iter().collect());
    }
    texts.push(characters.iter().skip(1).collect());
    texts.push(
        characters
            .iter()
            .take(characters.len().saturating_sub(1))
            .collect(),
    );
    texts.extend(
        CHARACTERS
            .iter()
            .map(|character| format!("{text}{character}")),
    );
    texts.extend([text.to_uppercase(), text.repeat(2), format!(" {text}")]);
    texts
        .into_iter()
        .map(|text| Change::Become(Kind::Text(text)))
        .collect()
}

fn reordered(_: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    match &doc.kind {
        Kind::Object(members) if members.len() > 1 => {
            let firsts = (1..members.len()).map(Change::First);
            let lasts = (0..members.len() - 1).map(Change::Last);
            std::iter::once(Change::Reverse)
                .chain(firsts)
                .chain(lasts)
                .collect()
        }
        Kind::List(items) if items.len() > 1 => vec![Change::Reverse],
        _ => Vec::new(),
    }
}

fn extended(_: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    match &doc.kind {
        Kind::Object(members) => {
            let values = IGNORED.iter().chain(UNREADABLE).enumerate();
            let extras = values.map(|(index, text)| {
                Change::Extra("unknown".into(), Doc::verbatim(*text), index % 2 == 0)
            });
            let copies = members
                .iter()
                .map(|(name, value)| Change::Extra(format!("{name}_unknown"), value.clone(), true));
            extras.chain(copies).collect()
        }
        Kind::List(items) => (0..items.len().min(3)).map(Change::Double).collect(),
        Kind::Verbatim(_) | Kind::Text(_) => Vec::new(),
    }
}

fn renamed(generator: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    let Kind::Object(members) = &doc.kind else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    for (index, (name, _)) in members.iter().enumerate() {
        let next = generator.shapes.names.range(format!("{name}\0")..).next();
        let others = [
            name.to_uppercase(),
            format!("{name} "),
            name.replace('_', "-"),
        ];
        for other in others.into_iter().chain(next.cloned()) {
            if !members.iter().any(|(known, _)| *known == other) {
                changes.push(Change::Rename(index, other));
            }
        }
    }
    changes
}

fn doubled(_: &Generator, doc: &Doc, _: &Path) -> Vec<Change> {
    let Kind::Object(members) = &doc.kind else {
        return Vec::new();
    };
    let null = Some(Doc::verbatim("null"));
    let changes = (0..members.len()).flat_map(|index| {
        [
            Change::Again(index, None, false),
            Change::Again(index, None, true),
            Change::Again(index, null.clone(), true),
        ]
    });
    changes.collect()
}

fn nested(_: &Generator, doc: &Doc, path: &Path) -> Vec<Change> {
    let mut changes: Vec<Change> = DEPTHS.iter().map(|levels| Change::Deep(*levels)).collect();
    if let Kind::Object(_) = doc.kind {
        changes.extend(DEPTHS.iter().map(|levels| {
            let levels = levels.saturating_sub(path.len() + 1);
            let deep = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
            Change::Extra("unknown".into(), Doc::verbatim(deep), true)
        }));
    }
    changes
}
