//! The reference agrees with the schemas, and shows tested examples.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

#[path = "reference/anchors.rs"]
mod anchors;
#[path = "reference/hostile.rs"]
mod hostile;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use repository_tests::{
    registries::{frozen, webhooks},
    targets,
    tool::root,
};
use schema_codegen::model::Kind;
use schema_registry::{
    load,
    model::{Major, Registry, Role, Schema},
    resolve,
};

#[track_caller]
fn registry(folder: &Path) -> Registry {
    resolve::resolve(load::load(folder, "schemas").unwrap())
}

/// Returns the page of a major version of this repository's events.
fn page(path: &str) -> String {
    fs::read_to_string(root().join(format!("docs/{path}.md"))).unwrap()
}

/// Returns the paths of the major versions: `webhooks/v1`.
fn majors(registry: &Registry) -> impl Iterator<Item = (String, &Major)> {
    registry
        .majors()
        .map(|(family, major)| (format!("{}/{}", family.name, major.name), major))
}

/// The rendering of another family: a union, open sets, constraints of every kind.
#[test]
fn pages_of_another_family() {
    let mut registry = registry(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/base"));
    for family in registry.config.families.values_mut() {
        let folder = targets::folder("docs");
        family.targets.insert("markdown".into(), folder);
    }
    let (api, findings) = targets::lower(&registry);
    assert!(findings.is_empty(), "{findings:?}");
    let pages: Vec<_> = targets::render(&registry, &api)
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
    for family in registry.config.families.values_mut() {
        let folder = targets::folder("docs");
        family.targets.insert("markdown".into(), folder);
    }
    let (api, findings) = targets::lower(&registry);
    assert!(findings.is_empty(), "{findings:?}");
    let artifacts = targets::render(&registry, &api);
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

/// Returns the number of shapes that the payloads of each major version have: one for each branch.
#[track_caller]
fn payloads(registry: &Registry) -> Vec<usize> {
    let (api, findings) = targets::lower(registry);
    assert!(findings.is_empty(), "{findings:?}");
    let majors = api.families.iter().flat_map(|family| &family.majors);
    majors.map(payloads_of).collect()
}

fn payloads_of(major: &schema_codegen::model::Major) -> usize {
    let branches = major.events.iter().map(|event| {
        let payload = major.types.iter().find(|ty| ty.name == event.payload);
        match &payload.unwrap().kind {
            Kind::Union(union) => union.branches.len(),
            _ => 1,
        }
    });
    branches.sum()
}

/// Returns the schemas of a page.
fn of_the_page<'r>(registry: &'r Registry, path: &str) -> impl Iterator<Item = &'r Schema> {
    let folder = format!("{path}/");
    registry
        .schemas()
        .filter(move |schema| schema.path.starts_with(&folder))
}

#[test]
fn every_sample_is_an_example_file() {
    let registry = webhooks();
    for ((path, major), payloads) in majors(&registry).zip(payloads(&registry)) {
        let events = major.events.iter();
        let examples: Vec<&str> = events
            .flat_map(|event| &event.examples)
            .map(|example| example.source.text.trim_end())
            .collect();
        let page = page(&path);
        let samples: Vec<&str> = page
            .split("```json\n")
            .skip(1)
            .map(|rest| rest.split_once("\n```").unwrap().0)
            .collect();
        assert_eq!(
            samples.len(),
            1 + payloads,
            "the envelope, and each branch of each event"
        );
        for sample in samples {
            assert!(examples.contains(&sample), "{sample}");
        }
    }
}

#[test]
fn every_property_has_its_row() {
    let registry = webhooks();
    for (path, _) in majors(&registry) {
        let page = page(&path);
        let mut rows = 0;
        for schema in of_the_page(&registry, &path) {
            let is_envelope = schema.path.ends_with("envelope.json");
            for inner in schema.subschemas() {
                let Role::Property(name) = inner.role else {
                    continue;
                };
                // The descriptions of envelope fields in an event are in the envelope's own table.
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
}

/// The descriptions in the page of the first events, in their order.
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
    let registry = frozen();
    let (api, _) = targets::lower(&registry);
    let artifacts = targets::render(&registry, &api);
    let mut pages = artifacts.iter();
    let page = pages.find(|page| page.path.ends_with("/webhooks/v1.md"));
    let mut rest = page.unwrap().text.as_str();
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
    let headings = |page: &str| -> BTreeSet<String> {
        page.lines()
            .filter_map(|line| line.strip_prefix('#'))
            .map(|heading| heading.trim_start_matches('#').trim().to_lowercase())
            .map(|heading| {
                let kept = heading
                    .chars()
                    .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
                kept.collect::<String>().replace(' ', "-")
            })
            .collect()
    };
    let links = |text: &str| -> Vec<(String, String)> {
        let links = text
            .split("](")
            .skip(1)
            .map(|rest| rest.split_once(')').unwrap().0);
        links
            .map(|link| link.split_once('#').unwrap_or((link, "")))
            .map(|(file, anchor)| (file.to_owned(), anchor.to_owned()))
            .collect()
    };
    let registry = webhooks();
    let pages = majors(&registry).map(|(path, _)| (format!("{path}.md"), page(&path)));
    let pages: BTreeMap<String, String> = pages.collect();
    let of_pages = pages.iter().flat_map(|(file, page)| {
        let inside = links(page)
            .into_iter()
            .filter(|(other, _)| other.is_empty());
        inside.map(|(_, anchor)| (file.clone(), anchor))
    });
    let mut anchors = 0;
    for (file, anchor) in links(&index).into_iter().chain(of_pages) {
        let headings = headings(&pages[&file]);
        if !anchor.is_empty() {
            assert!(headings.contains(&anchor), "{file}#{anchor}: {headings:?}");
            anchors += 1;
        }
    }
    assert!(anchors >= 5, "{anchors}");
}
