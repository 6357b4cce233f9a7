use schema_registry::{
    layout::FileRole,
    released::{ReleaseIndex, digest},
    resolve::resolve,
};
use schema_release::{
    package::Package,
    plan::Planned,
    registry_file::put,
    release_files::{Occasion, bundles, lists, raised},
    sunset,
};
use serde_json::Value;

use crate::{fixture, paths, planned, revision};

/// Returns a plan that raises `job.created` to 1.1.0.
fn created() -> Planned {
    let registry = resolve(fixture("webhooks"));
    let path = "webhooks/v1/job.created.json";
    let schema = registry.schemas().find(|schema| schema.path == path);
    let text = schema.unwrap().source.text.to_string();
    Planned {
        raised: Some(text.replace(
            "\"x-event-version\": \"1.0.0\"",
            "\"x-event-version\": \"1.1.0\"",
        )),
        ..planned("job.created", "1.1.0", Some("1.0.0"))
    }
}

#[test]
fn only_schemas_with_another_revision_are_raised() {
    let files = raised(&[planned("job.completed", "1.0.0", None), created()]);
    assert_eq!(paths(&files), ["webhooks/v1/job.created.json"]);
    let stem = "job.created".to_owned();
    assert_eq!(files[0].role, FileRole::Schema { stem });
}

#[test]
fn a_file_of_the_same_role_is_replaced() {
    let mut loaded = fixture("webhooks");
    let before = loaded.files.len();
    put(&mut loaded, "schemas", &raised(&[created()]));
    assert_eq!(loaded.files.len(), before);
    let registry = resolve(loaded);
    let mut events = registry.events();
    let (.., event) = events
        .find(|(.., event)| event.event_type == "job.created")
        .unwrap();
    assert_eq!(event.revision(), Some("1.1.0"));
}

#[test]
fn lists_have_the_new_revisions() {
    let mut loaded = fixture("webhooks");
    let registry = resolve(loaded.clone());
    let planned = [created()];
    put(&mut loaded, "schemas", &raised(&planned));
    let bundles = bundles(&planned, &resolve(loaded.clone())).unwrap();
    assert_eq!(
        paths(&bundles),
        ["webhooks/v1/released/job.created/1.1.0.json"]
    );
    let package = Package {
        family: "webhooks".into(),
        name: "shop".into(),
        version: revision("0.2.0"),
        before: None,
        changes: Vec::new(),
        written: revision("0.2.0"),
    };
    let mut occasion = Occasion {
        date: "2026-12-01",
        notes: None,
        packages: &[package],
    };
    let files = lists(&registry, &planned, &bundles, &occasion);
    assert_eq!(paths(&files), ["webhooks/v1/released/index.json"]);
    assert_eq!(files[0].role, FileRole::ReleaseIndex);
    let list: Value = serde_json::from_str(&files[0].text).unwrap();
    assert_eq!(list["crate"], "0.2.0");
    assert_eq!(
        list["order"],
        serde_json::json!(["job.created", "job.completed", "artifact.ready"])
    );
    let releases = list["releases"].as_array().unwrap();
    let names: Vec<_> = releases
        .iter()
        .map(|release| {
            let of = |name: &str| release[name].as_str().unwrap();
            (of("event"), of("revision"))
        })
        .collect();
    assert_eq!(
        names,
        [
            ("artifact.ready", "1.0.0"),
            ("job.completed", "1.0.0"),
            ("job.created", "1.0.0"),
            ("job.created", "1.1.0"),
        ]
    );
    assert_eq!(releases[3]["date"], "2026-12-01");
    assert_eq!(releases[3]["sha256"], digest(&bundles[0].text));
    assert_eq!(releases[3]["notes"], "The same as 1.0.0.");
    occasion.notes = Some("Labels.");
    let files = lists(&registry, &planned, &bundles, &occasion);
    assert!(files[0].text.contains("\"notes\": \"Labels.\""));
    // The registry accepts the result.
    put(&mut loaded, "schemas", &bundles);
    put(&mut loaded, "schemas", &files);
    let registry = resolve(loaded);
    assert_eq!(registry.findings.len(), 0, "{:?}", registry.findings);
    let released: Vec<_> = registry.families[0].majors[0]
        .released_of("job.created")
        .collect();
    assert_eq!(released.len(), 2);
}

#[test]
fn a_major_version_without_releases_has_a_first_list() {
    let mut loaded = fixture("webhooks");
    loaded.files.retain(|file| {
        !matches!(
            file.role,
            FileRole::ReleaseIndex | FileRole::Released { .. }
        )
    });
    let registry = resolve(loaded);
    let planned = [planned("job.created", "1.0.0", None)];
    let bundles = bundles(&planned, &registry).unwrap();
    let occasion = Occasion {
        date: "2026-12-01",
        notes: None,
        packages: &[],
    };
    let files = lists(&registry, &planned, &bundles, &occasion);
    let list: ReleaseIndex = serde_json::from_str(&files[0].text).unwrap();
    assert_eq!(list.crate_version, None);
    assert_eq!(list.releases.len(), 1);
    assert_eq!(list.releases[0].notes, "First revision.");
}

#[test]
fn a_schema_that_does_not_exist_has_no_bundle() {
    let error = bundles(
        &[planned("job.cancelled", "1.0.0", None)],
        &resolve(fixture("webhooks")),
    );
    assert_eq!(
        error.unwrap_err().to_string(),
        "cannot release `job.cancelled`: its schema has errors, which `check` shows"
    );
}

#[test]
fn sunset_days_of_planned_events_are_not_in_the_past() {
    let mut loaded = fixture("webhooks");
    let mut plan = created();
    let text = plan.raised.take().unwrap();
    let at = "\"status\": {";
    plan.raised = Some(text.replacen(
        at,
        &format!("{at}\n          \"deprecated\": true,\n          \"x-sunset\": \"2026-06-01\","),
        1,
    ));
    put(&mut loaded, "schemas", &raised(std::slice::from_ref(&plan)));
    let registry = resolve(loaded);
    let plans = [plan];
    let messages = |plans: &[Planned], date: &str| -> Vec<String> {
        let findings = sunset::past(&registry, plans, date);
        findings
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    };
    assert_eq!(
        messages(&plans, "2026-06-02"),
        ["`x-sunset` is 2026-06-01, which is before the day of the release, 2026-06-02"]
    );
    assert_eq!(messages(&plans, "2026-06-01"), [""; 0]);
    let other = [planned("job.completed", "1.1.0", Some("1.0.0"))];
    assert_eq!(messages(&other, "2026-06-02"), [""; 0]);
}
