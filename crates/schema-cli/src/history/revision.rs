//! Names of commits: branches, tags, and digits of an object's name, with `~` and `^` behind them.

use gix_hash::ObjectId;

use super::{
    error::{Error, ErrorKind},
    repository::Repository,
};

/// The ways to complete a short name. Every reference that it may mean is looked up. A name with more than one is
/// ambiguous.
const PLACES: [&str; 4] = ["refs/tags/", "refs/heads/", "refs/remotes/", "refs/"];

/// The digits of an object's whole name.
const DIGITS: usize = 40;

/// Returns the commit that a text names, or the reason why it names none.
pub(super) fn commit(repository: &Repository, text: &str) -> Result<ObjectId, Error> {
    let end = text.find(['~', '^']).unwrap_or(text.len());
    let (name, steps) = text.split_at(end);
    let mut commit = repository.objects.commit(named(repository, name)?)?;
    for step in steps_of(steps).ok_or_else(|| unknown(text))? {
        let earlier = |commit: ObjectId, number: usize| {
            let found = repository.objects.parents(&commit)?.get(number).copied();
            let number = number + 1;
            found.ok_or_else(|| Error::from(ErrorKind::NoParent { commit, number }))
        };
        match step {
            Step::Back(count) => {
                for _ in 0..count {
                    commit = earlier(commit, 0)?;
                }
            }
            Step::Parent(0) => {}
            Step::Parent(number) => commit = earlier(commit, number - 1)?,
        }
        commit = repository.objects.commit(commit)?;
    }
    Ok(commit)
}

enum Step {
    /// `~3`: the first parent, three times.
    Back(usize),
    /// `^2`: the second parent; `^0` and `^{commit}` stay where they are.
    Parent(usize),
}

/// Reads the suffixes of a name.
fn steps_of(text: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        rest = rest.get(1..)?;
        if let Some(after) = rest.strip_prefix("{commit}").or(rest.strip_prefix("{}")) {
            if sign != '^' {
                return None;
            }
            rest = after;
            continue;
        }
        let end = rest.find(|digit: char| !digit.is_ascii_digit());
        let (number, after) = rest.split_at(end.unwrap_or(rest.len()));
        let number = match number {
            "" => 1,
            number => number.parse().ok()?,
        };
        steps.push(match sign {
            '~' => Step::Back(number),
            '^' => Step::Parent(number),
            _ => return None,
        });
        rest = after;
    }
    Some(steps)
}

/// Returns the object that a name without suffixes refers to.
fn named(repository: &Repository, name: &str) -> Result<ObjectId, Error> {
    if name == "HEAD" || name == "@" {
        return Ok(repository.head()?.ok_or(ErrorKind::NoCommit)?);
    }
    let is_hexadecimal = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let (true, Ok(id)) = (name.len() == DIGITS, ObjectId::from_hex(name.as_bytes())) {
        return Ok(id);
    }
    // A name that is not valid for a reference is not looked up.
    if !is_hexadecimal && gix_ref::FullName::try_from(format!("refs/heads/{name}")).is_err() {
        return Err(unknown(name));
    }
    if name.starts_with("refs/") {
        return repository.reference(name)?.ok_or_else(|| unknown(name));
    }
    let mut found = Vec::new();
    let short = PLACES.iter().map(|place| format!("{place}{name}"));
    let head = format!("refs/remotes/{name}/HEAD");
    for reference in short.chain([head]) {
        if let Some(id) = repository.reference(&reference)? {
            found.push((format!("`{reference}`"), id));
        }
    }
    if is_hexadecimal && let Some(id) = repository.objects.abbreviated(name)? {
        found.push((format!("object `{id}`"), id));
    }
    match found.as_slice() {
        [] => Err(unknown(name)),
        [(_, id)] => Ok(*id),
        several => {
            let meanings = several.iter().map(|(name, _)| name.clone()).collect();
            let name = name.to_owned();
            Err(ErrorKind::AmbiguousName { name, meanings }.into())
        }
    }
}

fn unknown(text: &str) -> Error {
    let name = text.to_owned();
    ErrorKind::Unknown { name }.into()
}
