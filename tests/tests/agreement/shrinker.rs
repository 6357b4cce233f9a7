//! Shrinks a document on which schema and types disagree.

use super::document::{Doc, Kind, Style};

/// The most documents that are tried.
const TRIES: usize = 5_000;

/// Makes a document smaller while it still has the defect.
pub(crate) fn shrink(
    mut document: Doc,
    mut style: Style,
    mut still_disagrees: impl FnMut(&str) -> bool,
) -> (Doc, Style) {
    let mut tries = 0;
    let mut is_kept = |document: &Doc, style: Style| {
        tries += 1;
        tries <= TRIES && still_disagrees(&document.print(style))
    };
    if style != Style::Compact && is_kept(&document, Style::Compact) {
        style = Style::Compact;
    }
    loop {
        let mut is_smallest = true;
        let mut next = 0;
        // Paths are listed again after each change. Those before the change stay the same.
        while let Some(path) = document.paths().get(next) {
            let smaller = if path.is_empty() { None } else { Some(None) };
            let simpler = simpler(document.at(path)).into_iter().map(Some);
            let smaller = smaller.into_iter().chain(simpler).find_map(|kind| {
                let mut changed = document.clone();
                match kind {
                    Some(kind) => changed.at_mut(path).kind = kind,
                    None => changed.remove(path),
                }
                is_kept(&changed, style).then_some(changed)
            });
            match smaller {
                Some(smaller) => {
                    document = smaller;
                    is_smallest = false;
                }
                None => next += 1,
            }
        }
        if is_smallest {
            return (document, style);
        }
    }
}

/// Returns the size of a scalar. A shorter one is smaller; two of the same length are ordered as strings.
fn size(kind: &Kind) -> (usize, String) {
    let text = Doc::from(kind.clone()).print(Style::Compact);
    (text.chars().count(), text)
}

/// Returns the values that are smaller than a value, simplest first.
fn simpler(doc: &Doc) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = ["0", "{}", "[]", "null"]
        .map(|text| Kind::Verbatim(text.into()))
        .into();
    kinds.push(Kind::Text(String::new()));
    // A value inside may replace it.
    kinds.extend((0..doc.children()).map(|index| doc.child(index).kind.clone()));
    match &doc.kind {
        Kind::Text(text) => kinds.extend(shorter(text).into_iter().map(Kind::Text)),
        Kind::Verbatim(text) if serde_json::from_str::<f64>(text).is_ok() => {
            let texts = shorter(text).into_iter();
            let numbers = texts.filter(|text| serde_json::from_str::<f64>(text).is_ok());
            kinds.extend(numbers.map(Kind::Verbatim));
        }
        Kind::Verbatim(text) => {
            // Nested lists lose a level on each side.
            let inner = text.strip_prefix("[[");
            let inner = inner.and_then(|rest| rest.strip_suffix("]]"));
            kinds.extend(inner.map(|inner| Kind::Verbatim(format!("[{inner}]"))));
        }
        Kind::Object(members) => {
            for (index, (name, _)) in members.iter().enumerate() {
                // A name that occurs already would be another defect.
                let names = shorter(name).into_iter();
                let free = names.filter(|name| !doc.names().contains(&name.as_str()));
                for name in free.take(4) {
                    let mut members = members.clone();
                    members[index].0 = name;
                    kinds.push(Kind::Object(members));
                }
            }
        }
        Kind::List(_) => {}
    }
    let limit = size(&doc.kind);
    kinds.retain(|kind| size(kind) < limit);
    kinds
}

/// Returns shorter strings, and simpler ones of the same length.
fn shorter(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let length = characters.len();
    let collect = |characters: &[char]| characters.iter().collect::<String>();
    let mut texts = Vec::new();
    let mut step = length / 2;
    while step > 0 {
        texts.extend([
            collect(&characters[step..]),
            collect(&characters[..length - step]),
        ]);
        step /= 2;
    }
    // A long string is halved first.
    for at in 0..length.min(40) {
        let mut without = characters.clone();
        without.remove(at);
        texts.push(without.into_iter().collect());
        for simple in ['0', 'a'] {
            let mut simpler = characters.clone();
            simpler[at] = simple;
            texts.push(simpler.into_iter().collect());
        }
    }
    texts
}
