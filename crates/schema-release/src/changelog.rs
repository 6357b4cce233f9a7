//! Entries that a release adds to the changelog of a family.

use schema_registry::{
    model::{Family, Registry},
    text::oddity_of_markdown,
};

use crate::{
    entry::Entry,
    error::{Attempt, Error, Reason},
    plan::Planned,
    release_files::Occasion,
};

/// The text of a changelog without entries.
pub const EMPTY: &str = "# Changelog\n";

/// The section that entries are added to.
const SECTION: &str = "## Unreleased";

/// Returns the entries of a family: those of its revisions, then that of its crate. `registry` has the schemas as they
/// are released.
#[must_use]
pub fn entries(
    family: &Family,
    planned: &[Planned],
    registry: &Registry,
    occasion: &Occasion<'_>,
) -> Vec<Entry> {
    let planned = planned
        .iter()
        .filter(|plan| plan.folder.family() == family.name);
    let packages = occasion.packages.iter();
    let packages = packages.filter(|package| package.family == family.name);
    planned
        .map(|plan| Entry::of_revision(plan, registry, occasion.date, occasion.notes))
        .chain(packages.map(|package| Entry::of_package(package, occasion.date)))
        .collect()
}

/// Returns the text of a changelog with more entries. `file` is the changelog, as messages name it.
///
/// # Errors
///
/// Returns an error if the text has conflict markers or is not UTF-8 without a byte order mark.
pub fn with_entries(text: &str, file: &str, entries: &[Entry]) -> Result<String, Error> {
    if let Some(oddity) = oddity_of_markdown(text) {
        let file = file.to_owned();
        return Err(Error::new(Attempt::AddTo { file }, Reason::Odd(oddity)));
    }
    let add = |text: String, entry: &Entry| {
        with_entry(&text, entry.heading.as_str(), entry.text.as_str())
    };
    Ok(entries.iter().fold(text.to_owned(), add))
}

/// Returns a changelog with an entry at the end of the section of unreleased changes. An entry with the same heading,
/// which a killed run left, is removed.
fn with_entry(text: &str, heading: &str, entry: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let is_heading = |line: &&str| line.starts_with("## ") || line.starts_with("### ");
    let is_this = |line: &&str| {
        line.strip_prefix(heading)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
    };
    if let Some(start) = lines.iter().position(is_this) {
        let rest = lines.iter().skip(start + 1).position(is_heading);
        let end = rest.map_or(lines.len(), |rest| start + 1 + rest);
        lines.drain(start..end);
    }
    let section = lines.iter().position(|line| line.trim_end() == SECTION);
    let section = section.unwrap_or_else(|| {
        let first = lines.iter().position(|line| line.starts_with("## "));
        let at = first.unwrap_or(lines.len());
        lines.splice(at..at, ["", SECTION, ""]);
        at + 1
    });
    let next = lines
        .iter()
        .skip(section + 1)
        .position(|line| line.starts_with("## "));
    let end = next.map_or(lines.len(), |next| section + 1 + next);
    let (before, after) = lines.split_at_checked(end).unwrap_or((&lines, &[]));
    let mut text = format!("{}\n\n{entry}", before.join("\n").trim_end());
    if !after.is_empty() {
        text += &format!("\n{}\n", after.join("\n"));
    }
    text
}
