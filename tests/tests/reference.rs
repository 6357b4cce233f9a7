//! The reference says what the schemas say, and shows what is tested.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

#[path = "reference/hostile.rs"]
mod hostile;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use schema_codegen::model::Kind;
use schema_registry::{
    load,
    model::{Registry, Role, Schema},
    resolve,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[track_caller]
fn registry(folder: &Path) -> Registry {
    resolve::resolve(load::load(folder, "schemas").unwrap())
}

fn page() -> String {
    fs::read_to_string(root().join("docs/webhooks/v1.md")).unwrap()
}

/// The rendering of another family: a union, open sets, constraints of every kind.
#[test]
fn pages_of_another_family() {
    let mut registry = registry(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/base"));
    for family in &mut registry.families {
        family.config.outputs.markdown = Some("docs".into());
    }
    let (api, findings) = schema_codegen::lower(&registry);
    assert!(findings.is_empty(), "{findings:?}");
    let pages: Vec<_> = schema_codegen::render(&api)
        .into_iter()
        .filter(|artifact| artifact.path.ends_with(".md"))
        .map(|artifact| format!("=== {}\n{}", artifact.path, artifact.text))
        .collect();
    assert_eq!(pages.len(), 2);
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("reference_of_another_family", pages.join("\n"));
    });
}

/// Limits of every kind, in words.
#[test]
fn pages_of_limits() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/everything");
    let mut registry = registry(&folder);
    registry.families.retain(|family| family.name == "limits");
    for family in &mut registry.families {
        family.config.outputs.markdown = Some("docs".into());
    }
    let (api, findings) = schema_codegen::lower(&registry);
    assert!(findings.is_empty(), "{findings:?}");
    let artifacts = schema_codegen::render(&api);
    let page = artifacts
        .iter()
        .find(|page| page.path == "docs/limits/v1.md");
    let tables: Vec<&str> = page
        .unwrap()
        .text
        .lines()
        .filter(|line| line.starts_with(['|', '#']))
        .collect();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("reference_of_limits", tables.join("\n"));
    });
}

/// How many shapes the payloads of the events have: one for each branch.
#[track_caller]
fn payloads(registry: &Registry) -> usize {
    let (api, findings) = schema_codegen::lower(registry);
    assert!(findings.is_empty(), "{findings:?}");
    let major = &api.families.first().unwrap().majors.first().unwrap();
    let branches = major.events.iter().map(|event| {
        let payload = major.types.iter().find(|ty| ty.name == event.payload);
        match &payload.unwrap().kind {
            Kind::Union(union) => union.branches.len(),
            _ => 1,
        }
    });
    branches.sum()
}

/// The schemas of the page.
fn of_the_page(registry: &Registry) -> impl Iterator<Item = &Schema> {
    registry
        .schemas()
        .filter(|schema| schema.path.starts_with("webhooks/v1/"))
}

#[test]
fn every_sample_is_an_example_file() {
    let registry = registry(&root().join("schemas"));
    let examples: Vec<String> = registry
        .events()
        .flat_map(|(_, _, event)| &event.examples)
        .map(|example| example.source.text.trim_end().to_owned())
        .collect();
    let page = page();
    let samples: Vec<&str> = page
        .split("```json\n")
        .skip(1)
        .map(|rest| rest.split_once("\n```").unwrap().0)
        .collect();
    assert_eq!(
        samples.len(),
        1 + payloads(&registry),
        "the envelope, and each branch of each event"
    );
    for sample in samples {
        assert!(examples.iter().any(|example| example == sample), "{sample}");
    }
}

#[test]
fn every_property_has_its_row() {
    let registry = registry(&root().join("schemas"));
    let page = page();
    let mut rows = 0;
    for schema in of_the_page(&registry) {
        let is_envelope = schema.path.ends_with("envelope.json");
        for inner in schema.subschemas() {
            let Role::Property(name) = inner.role else {
                continue;
            };
            // What an event says of the envelope's fields is in the envelope's own table.
            if !is_envelope && inner.pointer.starts_with("/properties/") {
                continue;
            }
            let description = inner.node.get("description").unwrap().as_str().unwrap();
            let row = page
                .lines()
                .filter(|line| line.starts_with(&format!("| `{name}` |")))
                .find(|line| line.ends_with(&format!("| {description} |")));
            assert!(
                row.is_some(),
                "{} has no row for `{}`",
                schema.path,
                inner.pointer
            );
            rows += 1;
        }
    }
    let written = page.lines().filter(|line| line.starts_with("| `"));
    assert_eq!(rows, written.count(), "every row is that of a property");
    assert!(rows > 8, "the page has more than the envelope: {rows}");
}

/// What the published page of events says, in its order.
#[test]
fn the_page_keeps_the_order_and_the_words_of_the_service() {
    let expected = [
        "Events Reference",
        "This page lists the events that ScrapeNest can send to your webhook endpoints.",
        "## Envelope",
        "Every webhook event is wrapped in a standard envelope.",
        "Unique identifier for this specific event occurrence.",
        "The type of event (e.g., job.completed).",
        "Event schema version.",
        "Schema reference for this event type.",
        "Timestamp when the event happened.",
        "Organization identifier for the event.",
        "Organization slug for the event.",
        "The event-specific payload.",
        "## job.created",
        "Fired when a job is successfully accepted and queued.",
        "## job.completed",
        "Fired when a job finishes successfully.",
        "### job.completed (failed)",
        "Fired when a job fails after all retries (`status` is `failed`).",
        "## artifact.ready",
        "Fired when a specific artifact (e.g., screenshot, HTML) is uploaded and ready for download.",
    ];
    let page = page();
    let mut rest = page.as_str();
    for text in expected {
        let at = rest
            .find(text)
            .unwrap_or_else(|| panic!("`{text}` is missing, or out of order"));
        rest = &rest[at + text.len()..];
    }
}

#[test]
fn links_lead_to_headings() {
    let index = fs::read_to_string(root().join("docs/README.md")).unwrap();
    let page = page();
    let headings: BTreeSet<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|heading| heading.trim_start_matches('#').trim().to_lowercase())
        .map(|heading| {
            let kept = heading
                .chars()
                .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
            kept.collect::<String>().replace(' ', "-")
        })
        .collect();
    let links = |text: &str| -> Vec<String> {
        let links = text
            .split("](")
            .skip(1)
            .map(|rest| rest.split_once(')').unwrap().0.to_owned());
        links.collect()
    };
    let mut anchors = 0;
    for link in links(&index).into_iter().chain(links(&page)) {
        let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
        assert!(["", "webhooks/v1.md"].contains(&file), "{link}");
        if !anchor.is_empty() {
            assert!(headings.contains(anchor), "{link}: {headings:?}");
            anchors += 1;
        }
    }
    assert!(anchors >= 5, "{anchors}");
}
