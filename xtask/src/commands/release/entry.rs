//! What the changelog says of a release: what changed, for whom, and a body to look at.

use std::fmt::Write as _;

use schema_codegen::source::Effect;
use schema_compat::{Verdict, changes::Direction};
use schema_registry::model::{Event, Registry};
use serde_json::Value;

use super::{
    package::{Package, step_to_cargo},
    plan::{Planned, step},
};

/// The heading of an entry, up to what another run may say otherwise.
pub(super) fn heading(plan: &Planned) -> String {
    format!(
        "### `{}` {} of {}/{}",
        plan.event_type, plan.revision, plan.family, plan.major
    )
}

/// An entry.
pub(super) fn entry(
    plan: &Planned,
    registry: &Registry,
    date: &str,
    notes: Option<&str>,
) -> String {
    let mut out = format!("{}, {date}\n\n", heading(plan));
    match plan.before {
        None => out += "First revision.\n",
        Some(before) => {
            let _ = writeln!(out, "{} since {before}.", capitalised(step(plan.step)));
        }
    }
    if let Some(notes) = notes {
        let _ = writeln!(out, "\n{}", notes.trim());
    }
    let lines = plan.lines();
    if !lines.is_empty() {
        out.push('\n');
    }
    for line in lines {
        let _ = writeln!(out, "- {line}");
    }
    for line in plan.breaks() {
        let _ = writeln!(out, "\n**{line}**");
    }
    if let Some(before) = plan.before {
        out.push('\n');
        for direction in Direction::ALL {
            if let Some(verdict) = plan.verdicts.get(direction) {
                if out.ends_with("```\n") {
                    out.push('\n');
                }
                out += &for_whom(direction, verdict, &before.to_string());
            }
        }
    }
    if let Some(body) = sample(plan, registry) {
        let _ = writeln!(out, "\nA body:\n\n```json\n{body:#}\n```");
    }
    out
}

/// The heading of the entry of a crate, up to what another run may say otherwise.
pub(super) fn package_heading(package: &Package) -> String {
    format!("### The crate `{}` {}", package.name, package.version)
}

/// What a release means for programs that use the crate.
pub(super) fn of_package(package: &Package, date: &str) -> String {
    let mut out = format!("{}, {date}\n\n", package_heading(package));
    let Some((before, step)) = &package.before else {
        out += "First release.\n";
        return out;
    };
    let _ = writeln!(
        out,
        "{} since {before}.\n",
        capitalised(step_to_cargo(*before, *step))
    );
    let noticed = package.changes.iter();
    let mut noticed = noticed.filter(|change| change.kind.effect() != Effect::None);
    let Some(first) = noticed.next() else {
        out += "Programs notice nothing but documentation and constants.\n";
        return out;
    };
    for change in [first].into_iter().chain(noticed) {
        let _ = writeln!(out, "- {change}");
    }
    out
}

fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// What readers meet, and the body that shows it where they meet something.
fn for_whom(direction: Direction, verdict: &Verdict, before: &str) -> String {
    let (reader, written) = match direction {
        Direction::Forward => (
            format!("Readers of {before}"),
            "what is written now".to_owned(),
        ),
        Direction::Backward => (
            "Readers".to_owned(),
            format!("what was written for {before}"),
        ),
    };
    match verdict {
        Verdict::Compatible { .. } => format!("{reader} accept {written}.\n"),
        Verdict::Breaking {
            witness,
            refused_at,
        } => format!(
            "{reader} refuse some of {written}, by `{}` at `{}`:\n\n```json\n{witness:#}\n```\n",
            refused_at.keyword, refused_at.instance
        ),
        Verdict::Vacuous { reason } => {
            format!("{reader} are promised nothing about {written}: {reason}.\n")
        }
        Verdict::Undecided { reason } => {
            format!(
                "Whether {} accept {written} is not decided: {reason}.\n",
                reader.to_lowercase()
            )
        }
    }
}

/// The first example that has a field which changed, else the first.
fn sample(plan: &Planned, registry: &Registry) -> Option<Value> {
    let (family, _, event) = registry.events().find(|(family, major, event)| {
        family.name == plan.family
            && major.name == plan.major
            && event.event_type == plan.event_type
    })?;
    let bodies: Vec<Value> = bodies(event);
    let changes = plan.changes.iter().flat_map(|judged| &judged.changes);
    let pointers: Vec<String> = changes
        .flat_map(|change| &change.fields)
        .filter(|field| !field.is_empty())
        .map(|field| format!("/{}", field.replace('.', "/")))
        .collect();
    let shows = |body: &&Value| {
        pointers
            .iter()
            .any(|pointer| body.pointer(pointer).is_some())
    };
    let mut body = bodies.iter().find(shows).or(bodies.first())?.clone();
    // Examples need not say the newest revision.
    let version = family
        .envelope()
        .and_then(|envelope| envelope.version.as_ref());
    if let Some(field) = version.and_then(|name| body.get_mut(name)) {
        *field = plan.revision.to_string().into();
    }
    Some(body)
}

fn bodies(event: &Event) -> Vec<Value> {
    let examples = event.examples.iter();
    examples.map(|example| example.root.to_value()).collect()
}
