//! Findings by value: those of rules that only a snapshot would test otherwise, and near misses that no fixture
//! has.

use schema_registry::{diagnostic::Diagnostic, released};

use super::fixture::{Fixture, rule};

const INDEX: &str = "orders/v1/released/index.json";
const CLOSED: &str = "orders/v1/order.closed.json";

/// A finding: its rule and message, the file, and the JSON pointer.
type Shown = (&'static str, String, String, String);

#[track_caller]
fn shown(findings: &[Diagnostic]) -> Vec<Shown> {
    let show = |finding: &Diagnostic| {
        let location = finding.location.as_ref().unwrap();
        (
            finding.code,
            finding.message.clone(),
            location.source.path.clone(),
            location.pointer.clone(),
        )
    };
    findings.iter().map(show).collect()
}

#[track_caller]
fn assert_findings(fixture: &Fixture, expected: &[(&'static str, &str, &str, &str)]) {
    let expected: Vec<Shown> = expected
        .iter()
        .map(|(code, message, path, pointer)| {
            (
                *code,
                (*message).into(),
                format!("schemas/{path}"),
                (*pointer).into(),
            )
        })
        .collect();
    assert_eq!(shown(&fixture.findings()), expected);
}

#[test]
fn a_major_version_is_named_by_a_number_without_zeros_before_it() {
    let names = [
        "v0",
        "v00",
        "v01",
        "v+1",
        "v-1",
        "v1.0",
        "v",
        "V1",
        "1",
        "v4294967296",
    ];
    for name in names {
        let fixture = Fixture::base().write(&format!("orders/{name}/order.placed.json"), "{}");
        let expected = (
            "unexpected-file",
            "a family holds only folders of major versions: `v1`, `v2`, …",
            &*format!("orders/{name}"),
            "",
        );
        assert_findings(&fixture, &[expected]);
    }
    for name in ["v2", "v10", "v4294967295"] {
        let codes = Fixture::base()
            .write(&format!("orders/{name}/order.placed.json"), "{}")
            .codes();
        assert!(!codes.contains("unexpected-file"), "{name}: {codes:?}");
    }
}

/// The path of a file determines what its references mean: there are no other findings if a part has an `$id`.
#[test]
fn an_id_inside_a_schema_changes_no_reference() {
    let fixture = Fixture::base().replace(
        CLOSED,
        "\"title\": \"Closed order\"",
        "\"$id\": \"https://elsewhere.example/\", \"title\": \"Closed order\"",
    );
    let expected = (
        "wrong-id",
        "a `$id` inside a file changes what its references mean",
        CLOSED,
        "/$defs/closed_order/$id",
    );
    assert_findings(&fixture, &[expected]);
}

#[test]
fn every_part_of_a_released_entry_stays() {
    let released = || Fixture::of(rule("rewritten-release"), "allowed");
    let changes = [
        ("\"notes\": \"First revision.\"", "\"notes\": \"Another.\""),
        (
            "\"date\": \"2026-01-02\",\n      \"sha256\": \"2132",
            "\"date\": \"2026-01-03\",\n      \"sha256\": \"2132",
        ),
    ];
    assert_findings(&released(), &[]);
    for (old, new) in changes {
        let expected = (
            "rewritten-release",
            "the entry of `order.placed` 1.0.0 is not as it was released",
            INDEX,
            "/releases/0",
        );
        assert_findings(&released().replace(INDEX, old, new), &[expected]);
    }
}

/// The list could name every file, so none of them is reported as unlisted, with the advice to remove it.
#[test]
fn a_list_that_cannot_be_read_is_one_finding() {
    let released = || Fixture::of(rule("rewritten-release"), "allowed").delete(BEFORE);
    let path = format!("schemas/{INDEX}");
    let unreadable = released().link(INDEX, "elsewhere.json");
    let broken = released().write(INDEX, "{ \"releases\": [");
    let of_another_kind = released().write(INDEX, "[]");
    for (fixture, code) in [
        (unreadable, "unreadable-file"),
        (broken, "invalid-json"),
        (of_another_kind, "invalid-release-index"),
    ] {
        let found = shown(&fixture.findings());
        let [(found, _, place, _)] = found.as_slice() else {
            panic!("{found:#?}");
        };
        assert_eq!((*found, place), (code, &path));
    }
}

const BEFORE: &str = "orders/v1/released/.before.json";

/// References of each kind need a target in a released file.
#[test]
fn every_reference_of_a_released_file_is_followed() {
    let path = "orders/v1/released/order.placed/1.0.0.json";
    let dynamic = |target: &str| {
        let fixture = Fixture::of(rule("invalid-released-file"), "allowed").replace(
            path,
            "\"$ref\": \"#/$defs/order_id\"",
            &format!("\"$dynamicRef\": \"#/$defs/{target}\""),
        );
        let digest = released::digest(fixture.read(path));
        let old = "2e6a7c507fca3c5f4a758bccdb77f29d0f9473425080d65fa86150f565f1d84a";
        fixture.replace(INDEX, old, &digest)
    };
    assert_findings(&dynamic("order_id"), &[]);
    let expected = (
        "invalid-released-file",
        "`#/$defs/none` leads to nothing in this file",
        path,
        "/properties/id/$dynamicRef",
    );
    assert_findings(&dynamic("none"), &[expected]);
}

/// Constants with different names are not a tag: a document can have both.
#[test]
fn constants_of_different_names_tell_no_branches_apart() {
    let named = |name: &str| {
        // Only the second branch has another name for its constant.
        let text = Fixture::base().read(CLOSED);
        let (before, cancelled) = text.split_once("\"Cancelled order\"").unwrap();
        let cancelled = cancelled.replace("\"outcome\"", &format!("\"{name}\""));
        Fixture::base().write(CLOSED, &format!("{before}\"Cancelled order\"{cancelled}"))
    };
    let codes = |name: &str| named(name).codes();
    assert!(!codes("outcome").contains("overlapping-branches"));
    let found = shown(&named("ended").findings());
    let overlapping: Vec<&Shown> = found
        .iter()
        .filter(|(code, ..)| *code == "overlapping-branches")
        .collect();
    let [(_, message, path, pointer)] = overlapping.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(
        message,
        "a document can meet this branch and `/$defs/closed_order/oneOf/0`"
    );
    assert_eq!(path, &format!("schemas/{CLOSED}"));
    assert_eq!(pointer, "/$defs/closed_order/oneOf/1");
}
