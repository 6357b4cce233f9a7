//! Where an error says that it is, against where it should be.

use schema_registry::json::{self, Node};
use schema_runtime::Error;

/// What is wrong with the place of an error in a document that has a single defect.
pub(crate) fn misplaced(error: &Error, text: &str, place: &[String]) -> Option<String> {
    let here = (error.line(), error.column());
    if !is_inside(text, here) {
        return Some(format!("{here:?} is outside of the text"));
    }
    // What is refused is the changed value, something around it, or something that it lacks.
    let steps = (0..=place.len()).map(|length| &place[..length]);
    let shown = without_brackets(error.path());
    let Some(found) = steps.clone().find(|step| path(step) == shown) else {
        let changed = path(place);
        let inside = shown.strip_prefix(&changed);
        let is_inside =
            inside.is_some_and(|rest| changed.is_empty() || rest.starts_with(['.', '[']));
        return (!is_inside).then(|| format!("`{}` is not where it was changed", error.path()));
    };
    // No value has a place in a text that is no JSON.
    let root = json::parse(text).ok()?.root;
    let start = start(text, &root, found);
    let start = start.or_else(|| self::start(text, &root, found.split_last()?.1));
    (start != Some(here)).then(|| format!("{here:?} is not `{}`, at {start:?}", error.path()))
}

fn is_inside(text: &str, (line, column): (usize, usize)) -> bool {
    let line = line
        .checked_sub(1)
        .and_then(|index| text.split('\n').nth(index));
    line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&column))
}

/// The line and the column at which the value of a place begins.
fn start(text: &str, root: &Node, place: &[String]) -> Option<(usize, usize)> {
    let pointer = place
        .iter()
        .fold(String::new(), |outer, name| json::child(&outer, name));
    let before = &text[..root.at(&pointer)?.span.start];
    let line = before.rsplit('\n').next()?;
    Some((before.matches('\n').count() + 1, line.chars().count() + 1))
}

/// A place nearly as errors write it: `body.lines.0["a b"]`.
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

/// A path whose indices are written as names: places do not say whether `0` is an index or a name.
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
