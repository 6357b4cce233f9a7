//! Checks that errors have the right positions.

use schema_registry::json::{self, Node};
use schema_runtime::Error;

/// Returns what is wrong with the position of an error in a document that has a single defect. It has to be at one
/// of the paths at which the defect can be, or inside it.
pub(crate) fn misplaced(error: &Error, text: &str, places: &[Vec<String>]) -> Option<String> {
    let here = (error.line(), error.column());
    if !is_inside(text, here) {
        return Some(format!("{here:?} is outside of the text"));
    }
    let root = json::parse(text).ok().map(|parsed| parsed.root);
    if error.is_syntax() {
        return root.map(|_| format!("the text is JSON: {error}"));
    }
    let shown = without_brackets(error.path());
    let is_expected = places.iter().any(|place| {
        let place = path(place);
        let rest = shown.strip_prefix(&place);
        rest.is_some_and(|rest| rest.is_empty() || place.is_empty() || rest.starts_with(['.', '[']))
    });
    if !is_expected {
        return Some(format!("`{}` is not where it was changed", error.path()));
    }
    // Some texts are JSON to the types, and not to parsers that need valid characters.
    let mut starts = Vec::new();
    starts_of(text, &root?, &mut Vec::new(), &shown, &mut starts);
    (!starts.contains(&here)).then(|| format!("{here:?} is not `{}`, at {starts:?}", error.path()))
}

fn is_inside(text: &str, (line, column): (usize, usize)) -> bool {
    let line = line
        .checked_sub(1)
        .and_then(|index| text.split('\n').nth(index));
    line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&column))
}

/// Finds the lines and columns at which a value of a path begins, or the innermost existing value around it.
/// Members with the same name have the same path, and each of them may be wrong.
fn starts_of(
    text: &str,
    node: &Node,
    place: &mut Vec<String>,
    shown: &str,
    starts: &mut Vec<(usize, usize)>,
) {
    let members = node.members().iter();
    let members = members.map(|member| (member.name.clone(), &member.value));
    let items = node.items().iter().enumerate();
    let items = items.map(|(index, item)| (index.to_string(), item));
    let mut is_here = true;
    for (name, value) in members.chain(items) {
        place.push(name);
        let inner = path(place);
        let rest = shown.strip_prefix(&inner);
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])) {
            is_here = false;
            starts_of(text, value, place, shown, starts);
        }
        place.pop();
    }
    if is_here {
        let before = &text[..node.span.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        starts.push((before.matches('\n').count() + 1, line.chars().count() + 1));
    }
}

/// Returns a path nearly as errors write it: `body.lines.0["a b"]`.
fn path(place: &[String]) -> String {
    let mut path = String::new();
    for token in place {
        let is_plain = token
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
        path += &match (is_plain && !token.is_empty(), path.is_empty()) {
            (true, true) => token.clone(),
            (true, false) => format!(".{token}"),
            (false, _) => format!("[{token:?}]"),
        };
    }
    without_brackets(&path)
}

/// Returns a path whose indices are written as names, since expected paths do not distinguish an index `0` from a
/// name `0`.
fn without_brackets(path: &str) -> String {
    let mut plain = String::new();
    let mut rest = path;
    while let Some((before, inner)) = rest.split_once('[') {
        plain += before;
        rest = inner;
        match inner.split_once(']') {
            Some((index, after)) if index.parse::<usize>().is_ok() => {
                let separator = if plain.is_empty() { "" } else { "." };
                plain += &format!("{separator}{index}");
                rest = after;
            }
            _ => plain.push('['),
        }
    }
    plain + rest
}
