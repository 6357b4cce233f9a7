//! Adds the entries of releases to the changelog that a family names.

use std::{fs, io};

use schema_registry::model::Registry;

use super::{
    entry::{self, entry, heading},
    package::Package,
    plan::Planned,
};
use crate::{
    context::Place,
    exit::Failure,
    sync::{self, shown},
};

/// The section that entries are added to.
const SECTION: &str = "## Unreleased";

/// What is the same for all entries of a run.
pub(super) struct Run<'a> {
    /// The registry, with the schemas as they are released.
    pub(super) registry: &'a Registry,
    /// The day of the release.
    pub(super) date: &'a str,
    /// What the user says of it.
    pub(super) notes: Option<&'a str>,
    /// The crates that the release gives a version.
    pub(super) packages: &'a [Package],
}

/// Adds an entry for each release to the changelog of its family. An entry that a killed run has left
/// is replaced.
pub(super) fn write(place: &Place, planned: &[Planned], run: &Run<'_>) -> Result<(), Failure> {
    for family in &run.registry.families {
        let Some(changelog) = &family.config.changelog else {
            continue;
        };
        let path = place.folder.join(changelog);
        let shown = shown(place, changelog);
        let mut text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => "# Changelog\n".into(),
            Err(error) => return Err(Failure::new(format!("cannot read `{shown}`"), error)),
        };
        let before = text.clone();
        for plan in planned.iter().filter(|plan| plan.family == family.name) {
            let entry = entry(plan, run.registry, run.date, run.notes);
            text = with_entry(&text, heading(plan).as_str(), entry.as_str());
        }
        for package in run.packages {
            if package.family == family.name {
                let entry = entry::of_package(package, run.date);
                text = with_entry(
                    &text,
                    entry::package_heading(package).as_str(),
                    entry.as_str(),
                );
            }
        }
        if text != before {
            sync::replace(&path, &shown, &text)?;
        }
    }
    Ok(())
}

/// A changelog with an entry, at the end of the section of what is not published yet.
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
