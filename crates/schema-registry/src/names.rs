//! Converts names of schemas to the cases of programming languages.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Converts a name to that of a Rust field, module or function: `job_id`.
#[must_use]
pub fn snake(name: &str) -> String {
    name.to_snake_case()
}

/// Converts a name to that of a type or variant: `JobCompleted`.
#[must_use]
pub fn pascal(name: &str) -> String {
    name.to_upper_camel_case()
}

/// The help for a file whose name is not the name of an event.
pub(crate) const FILE_NAME: &str = "name the file in lower case, with dots and underscores between the words, such as \
                                    `job.created.json`";

/// Reports whether a name is in snake case: `a_b2`, starting with a letter.
#[must_use]
pub fn is_snake(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Returns the names in snake case that are likely meant by the name of an event that is not in snake case: one with
/// the same dots, and one with dots between all words.
#[must_use]
pub fn event_types(name: &str) -> Vec<String> {
    let words = |is_end: fn(char) -> bool| {
        let parts: Vec<String> = name.split(is_end).map(snake).collect();
        parts
            .iter()
            .all(|part| is_snake(part))
            .then(|| parts.join("."))
    };
    let same = words(|letter| letter == '.');
    let all = words(|letter| !letter.is_alphanumeric());
    let mut names: Vec<String> = same.into_iter().chain(all).collect();
    names.dedup();
    names
}

/// Returns the known name that a misspelt name most likely means. At most a third of its letters are wrong, missing,
/// extra, or swapped with their neighbours.
#[must_use]
pub fn closest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let (distance, best) = known
        .iter()
        .map(|known| {
            (
                distance(&name.to_lowercase(), &known.to_lowercase()),
                *known,
            )
        })
        .min()?;
    (distance * 3 <= name.chars().count()).then_some(best)
}

/// Returns the number of edits between two strings, by optimal string alignment.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for (index, left) in from.chars().enumerate() {
        let mut row = vec![index + 1];
        for (at, right) in to.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut best = (cell(&last, at) + usize::from(left != *right))
                .min(cell(&last, at + 1) + 1)
                .min(cell(&row, at) + 1);
            let is_exchanged = at > 0 && previous == Some(*right) && to.get(at - 1) == Some(&left);
            if is_exchanged {
                best = best.min(cell(&before_last, at - 1) + 1);
            }
            row.push(best);
        }
        previous = Some(left);
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}
