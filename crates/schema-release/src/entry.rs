//! Entries of a changelog: the changes, their effect on readers, and an example body.

use codegen_docs::{Markdown, md};
use codegen_rust::semver::Effect;
use schema_compat::{
    Verdict,
    changes::{Branch, Change, ChangeKind, Direction},
};
use schema_registry::model::{Event, Registry, tags};
use serde_json::Value;

use crate::{
    package::{Package, step_to_cargo},
    plan::{Planned, step},
};

/// An entry of a changelog.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The heading up to the date: a later run replaces the entry that has the same.
    pub heading: Markdown,
    /// The whole entry, with its heading.
    pub text: Markdown,
}

impl Entry {
    /// Returns the entry of a revision. `registry` has the schemas as they are released, and `notes` are those of the
    /// user.
    #[must_use]
    pub fn of_revision(
        plan: &Planned,
        registry: &Registry,
        date: &str,
        notes: Option<&str>,
    ) -> Self {
        let heading = heading(plan);
        let mut out = Markdown::default();
        out.push(&md!("{}, {}\n", heading, Markdown::inline(date)));
        push_notes(&mut out, plan, notes);
        push_changes(&mut out, plan);
        push_verdicts(&mut out, plan);
        if let Some(body) = sample(plan, registry) {
            out.push(&md!(
                "\nA body:\n\n{}",
                Markdown::json(&format!("{body:#}"))
            ));
        }
        Self { heading, text: out }
    }

    /// Returns the entry of a crate, which lists the changes that programs notice.
    #[must_use]
    pub fn of_package(package: &Package, date: &str) -> Self {
        let heading = package_heading(package);
        let mut out = Markdown::default();
        out.push(&md!("{}, {}\n", heading, Markdown::inline(date)));
        push_package(&mut out, package);
        Self { heading, text: out }
    }
}

fn heading(plan: &Planned) -> Markdown {
    md!(
        "### {} {} of {}/{}",
        Markdown::code(&plan.event_type),
        Markdown::inline(&plan.revision.to_string()),
        Markdown::inline(plan.folder.family()),
        Markdown::inline(plan.folder.major())
    )
}

fn push_notes(out: &mut Markdown, plan: &Planned, notes: Option<&str>) {
    match plan.before {
        None => out.push(&Markdown::written("First revision.")),
        Some(before) => out.push(&Markdown::text(&format!(
            "{} since {before}.",
            capitalised(step(plan.step))
        ))),
    }
    if let Some(notes) = notes {
        out.push(&Markdown::default());
        for line in notes.trim().lines() {
            out.push(&Markdown::text(line));
        }
    }
}

fn push_changes(out: &mut Markdown, plan: &Planned) {
    let lines = plan.lines();
    if !lines.is_empty() {
        out.push(&Markdown::default());
    }
    for line in lines {
        out.push(&md!("- {}", Markdown::text(&line)));
    }
    for line in plan.breaks() {
        out.push(&md!("\n**{}**", Markdown::text(&line)));
    }
}

fn push_verdicts(out: &mut Markdown, plan: &Planned) {
    let Some(before) = plan.before else {
        return;
    };
    let mut was_shown = true;
    for direction in Direction::ALL {
        if let Some(verdict) = plan.verdicts.get(direction) {
            // A blank line separates a body from the next paragraph.
            if was_shown {
                out.push(&Markdown::default());
            }
            out.push(&for_whom(direction, verdict, &before.to_string()));
            was_shown = matches!(verdict, Verdict::Breaking { .. });
        }
    }
}

fn package_heading(package: &Package) -> Markdown {
    md!(
        "### The crate {} {}",
        Markdown::code(&package.name),
        Markdown::inline(&package.version.to_string())
    )
}

fn push_package(out: &mut Markdown, package: &Package) {
    let Some((before, step)) = &package.before else {
        out.push(&Markdown::written("First release."));
        return;
    };
    out.push(&Markdown::text(&format!(
        "{} since {before}.",
        capitalised(step_to_cargo(*before, *step))
    )));
    out.push(&Markdown::default());
    let noticed = package.changes.iter();
    let mut noticed = noticed.filter(|change| change.kind.effect() != Effect::None);
    let Some(first) = noticed.next() else {
        out.push(&Markdown::written(
            "Only documentation and constants changed.",
        ));
        return;
    };
    for change in [first].into_iter().chain(noticed) {
        out.push(&md!("- {}", Markdown::text(&change.to_string())));
    }
}

fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// Returns the effect on readers, with the body that shows a break.
fn for_whom(direction: Direction, verdict: &Verdict, before: &str) -> Markdown {
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
        Verdict::Compatible { .. } => Markdown::text(&format!("{reader} accept {written}.")),
        Verdict::Breaking {
            witness,
            refused_at,
        } => {
            let place = match refused_at.instance.as_str() {
                "" => Markdown::written("the root"),
                pointer => Markdown::code(pointer),
            };
            md!(
                "{}, by {} at {}:\n\n{}",
                Markdown::text(&format!("{reader} reject some of {written}")),
                Markdown::code(&refused_at.keyword),
                place,
                Markdown::json(&format!("{witness:#}"))
            )
        }
        Verdict::Vacuous { reason } => Markdown::text(&format!(
            "{reader} are promised nothing about {written}: {reason}."
        )),
        Verdict::Undecided(undecided) => Markdown::text(&format!(
            "It is undecided whether {} accept {written}: {}.",
            reader.to_lowercase(),
            undecided.reason()
        )),
    }
}

/// Returns the example that shows the most additions, else one that shows another change. Of several, one with the
/// revision is preferred, because writers always send it.
fn sample(plan: &Planned, registry: &Registry) -> Option<Value> {
    let (family, _, event) = registry.events().find(|(_, major, event)| {
        major.folder == plan.folder && event.event_type == plan.event_type
    })?;
    let version = family
        .envelope()
        .and_then(|envelope| envelope.version.as_ref());
    let changes = || plan.changes.iter().flat_map(|judged| &judged.changes);
    let score = |body: &Value| {
        let added = changes()
            .filter(|change| is_shown_addition(event, change, body))
            .count();
        let has_changed =
            changes().any(|change| places(change).any(|it| body.pointer(&it).is_some()));
        let is_whole = version.is_some_and(|name| body.get(name).is_some());
        (added, has_changed, is_whole)
    };
    let mut best: Option<Value> = None;
    for body in bodies(event) {
        if best.as_ref().is_none_or(|best| score(&body) > score(best)) {
            best = Some(body);
        }
    }
    let mut body = best?;
    // Examples need not have the newest revision.
    if let Some(field) = version.and_then(|name| body.get_mut(name)) {
        *field = plan.revision.to_string().into();
    }
    Some(body)
}

/// Returns the pointers into a body at which a change is visible.
fn places(change: &Change) -> impl Iterator<Item = String> {
    let fields = change.fields.iter().filter(|field| !field.is_empty());
    fields.map(|field| format!("/{}", field.replace('.', "/")))
}

/// Reports whether a body has the field or the branch that a change adds.
fn is_shown_addition(event: &Event, change: &Change, body: &Value) -> bool {
    let mut values = places(change).filter_map(|place| body.pointer(&place));
    match &change.kind {
        ChangeKind::FieldAdded { .. } => values.next().is_some(),
        ChangeKind::BranchAdded { branch, .. } => {
            let tags: Vec<(String, Value)> = match branch {
                Branch::Tag { property, value } => vec![(property.clone(), value.clone())],
                Branch::Reference { reference } => {
                    let definition = reference.rsplit('/').next().unwrap_or_default();
                    let definitions = event.schema.root.get("$defs");
                    let target = definitions.and_then(|definitions| definitions.get(definition));
                    let tags = target.map(tags).unwrap_or_default().into_iter();
                    tags.map(|(name, value)| (name.to_owned(), value.into()))
                        .collect()
                }
                Branch::Type { .. } | Branch::Position { .. } => Vec::new(),
            };
            let has = |value: &Value| tags.iter().all(|(name, tag)| value.get(name) == Some(tag));
            !tags.is_empty() && values.any(has)
        }
        _ => false,
    }
}

fn bodies(event: &Event) -> Vec<Value> {
    let examples = event.examples.iter();
    examples.map(|example| example.root.to_value()).collect()
}
