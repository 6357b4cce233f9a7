//! Adds the entries of releases to the changelog that a family names.

use codegen_docs::Markdown;
use schema_registry::{model::Registry, text::oddity_of_markdown};

use super::{
    edits::Edits,
    entry::{self, entry, heading},
    package::Package,
    plan::Planned,
};
use crate::{checkout::Checkout, exit::Failure, sync};

/// The section that entries are added to.
const SECTION: &str = "## Unreleased";

/// The inputs that all entries of a run share.
pub(super) struct Run<'a> {
    /// The registry, with the schemas as they are released.
    pub(super) registry: &'a Registry,
    /// The day of the release.
    pub(super) date: &'a str,
    /// The user's notes on the release.
    pub(super) notes: Option<&'a str>,
    /// The crates that the release gives a version.
    pub(super) packages: &'a [Package],
}

/// Adds an entry for each release to the changelog of its family. An entry that a killed run has left
/// is replaced.
pub(super) fn edit(
    edits: &mut Edits,
    checkout: &Checkout,
    planned: &[Planned],
    run: &Run<'_>,
) -> Result<(), Failure> {
    for family in &run.registry.families {
        let planned = planned.iter().filter(|plan| plan.family == family.name);
        let packages = run.packages.iter();
        let packages = packages.filter(|package| package.family == family.name);
        let entries: Vec<(Markdown, Markdown)> = planned
            .map(|plan| {
                let entry = entry(plan, run.registry, run.date, run.notes);
                (heading(plan), entry)
            })
            .chain(packages.map(|package| {
                let entry = entry::of_package(package, run.date);
                (entry::package_heading(package), entry)
            }))
            .collect();
        let Some(changelog) = family.config.changelog.as_ref() else {
            continue;
        };
        if entries.is_empty() {
            continue;
        }
        let target = sync::target(checkout, changelog)?;
        edits.edit(checkout, &target, Some("# Changelog\n"), |text| {
            if let Some(oddity) = oddity_of_markdown(text) {
                let doing = format!("cannot add to `{}`", target.shown);
                let why = format!("{}; {}", oddity.message, oddity.help);
                return Err(Failure::other(doing, why));
            }
            let add = |text: String, (heading, entry): &(Markdown, Markdown)| {
                with_entry(&text, heading.as_str(), entry.as_str())
            };
            Ok(entries.iter().fold(text.to_owned(), add))
        })?;
    }
    Ok(())
}

/// Returns a changelog with an entry at the end of the section of unpublished changes.
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
