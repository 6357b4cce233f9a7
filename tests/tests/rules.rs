//! Every rule on fixtures: the defect that it finds, and a near miss that it does not report.
//!
//! `fixtures/base` is a registry without findings. A fixture is the base with the files of one folder added or
//! replaced: `fixtures/rules/<rule>/flagged` and `fixtures/rules/<rule>/allowed`. An empty file `<name>.delete`
//! removes `<name>`, and `released/.before.json` is the list of releases in the history.

// Some fixtures contain symbolic links.
#![cfg(unix)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

mod rules {
    mod algebra;
    mod bodies;
    mod circles;
    mod configuration;
    mod consequences;
    pub(crate) mod fixture;
    mod followed;
    mod helps;
    mod parts;
    mod values;
}

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs, io,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

use schema_registry::{
    diagnostic::{self, Diagnostic, Severity},
    escape::is_hidden,
    report::{self, Format},
    rules::{COMMAND_RULES, RULES},
};

use crate::rules::fixture::{Fixture, create, entries, fixtures, kind_folder, name_of, rule};

#[test]
fn a_defect_is_not_called_unmappable_as_well() {
    for name in [
        "closed-object",
        "unbounded-integer",
        "unknown-format",
        "unknown-keyword",
    ] {
        let mut fixture = Fixture::of(rule(name), "flagged");
        let alone = fixture.render();
        fixture.lowered = true;
        assert_eq!(fixture.render(), alone);
    }
    // An allowance of the lint does not make a type check the value.
    let mut fixture = Fixture::of(rule("unbounded-integer"), "allowed");
    fixture.lowered = true;
    assert!(fixture.codes().contains("unmappable-schema"));
}

#[test]
fn the_base_has_no_findings() {
    assert_eq!(Fixture::base().render(), "no findings");
}

#[test]
fn every_rule_has_both_fixtures_and_every_fixture_a_rule() {
    let mut expected: Vec<PathBuf> = Vec::new();
    for rule in RULES {
        expected.push(kind_folder(rule, "allowed"));
        expected.push(kind_folder(rule, "flagged"));
    }
    let present: Vec<PathBuf> = entries(&fixtures().join("rules"))
        .iter()
        .flat_map(|rule| entries(rule))
        .collect();
    assert_eq!(present, expected);
}

#[test]
fn flagged_fixtures_are_flagged() {
    for rule in RULES {
        let found = Fixture::of(rule, "flagged").codes();
        assert!(found.contains(rule.name), "`{}` finds nothing", rule.name);
    }
}

#[test]
fn allowed_fixtures_are_not_flagged() {
    for rule in RULES {
        let found = Fixture::of(rule, "allowed").codes();
        assert!(!found.contains(rule.name), "`{}` finds it", rule.name);
    }
}

#[test]
fn findings_read_well() {
    for rule in RULES {
        for kind in ["flagged", "allowed"] {
            let text = Fixture::of(rule, kind).render();
            snapshot(&format!("rule_{}_{kind}", rule.name), &text);
        }
    }
}

#[test]
fn every_rule_snapshot_has_a_rule() {
    let owned: BTreeSet<String> = RULES
        .iter()
        .flat_map(|rule| {
            ["flagged", "allowed"].map(|kind| format!("rule_{}_{kind}.snap", rule.name))
        })
        .collect();
    for path in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")) {
        let name = name_of(&path);
        if name.starts_with("rule_") && name.ends_with(".snap") {
            assert!(owned.contains(&name), "no rule owns `{name}`");
        }
    }
}

#[test]
fn rules_are_in_order_and_explain_themselves() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let sorted: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names, Vec::from_iter(sorted));
    let mut index = String::new();
    for rule in RULES {
        assert!(rule.explanation.contains("\nWhy: "), "{}", rule.name);
        assert!(rule.explanation.contains(rule.name), "{}", rule.name);
        let negotiable = if rule.is_negotiable() { "" } else { ", fixed" };
        let severity = rule.severity.as_str();
        index += &format!(
            "{} ({severity}{negotiable}): {}\n",
            rule.name,
            rule.summary()
        );
    }
    snapshot("explanations", &index);
}

#[test]
fn machines_can_read_findings() {
    // Its lines contain characters of several bytes before some of the positions.
    let found = Fixture::of(rule("bidi-control"), "flagged").findings();
    snapshot(
        "report_json",
        &report::render(&found, Format::Json, "schemas", false),
    );
    snapshot(
        "report_github",
        &report::render(&found, Format::Github, "schemas", false),
    );
    let sarif: serde_json::Value =
        serde_json::from_str(&report::render(&found, Format::Sarif, "schemas", false)).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let described = run["tool"]["driver"]["rules"].as_array().unwrap();
    let described: Vec<_> = described
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        described,
        Vec::from_iter(RULES.iter().chain(COMMAND_RULES).map(|rule| rule.name))
    );
    snapshot("report_sarif_results", &format!("{:#}", run["results"]));
    assert_eq!(report::render(&[], Format::Human, "schemas", false), "");
    assert_eq!(report::render(&[], Format::Json, "schemas", false), "[]\n");
    assert_eq!(report::render(&[], Format::Github, "schemas", false), "");
}

#[test]
fn severities_can_be_set() {
    let closed = |level: &str| {
        Fixture::of(rule("closed-object"), "flagged")
            .append(
                "registry.toml",
                &format!("\n[lints]\nclosed-object = \"{level}\"\n"),
            )
            .findings()
    };
    let severities = |found: &[Diagnostic]| Vec::from_iter(found.iter().map(|one| one.severity));
    assert_eq!(severities(&closed("error")), [Severity::Error; 2]);
    assert!(diagnostic::has_errors(&closed("error")));
    assert_eq!(severities(&closed("warning")), [Severity::Warning; 2]);
    assert!(!diagnostic::has_errors(&closed("warning")));
    assert_eq!(severities(&closed("off")), []);
    let text = report::render(&closed("warning"), Format::Human, "schemas", false);
    assert!(text.starts_with("warning[closed-object]: "), "{text}");
}

#[test]
fn an_allowance_of_a_rule_that_is_off_is_used() {
    let fixture = Fixture::of(rule("closed-object"), "allowed")
        .append("registry.toml", "\n[lints]\nclosed-object = \"off\"\n");
    assert_eq!(fixture.render(), "no findings");
}

#[test]
fn fixed_severities_stay() {
    let fixture = Fixture::of(rule("duplicate-key"), "flagged")
        .append("registry.toml", "\n[lints]\nduplicate-key = \"off\"\n");
    let codes = fixture.codes();
    assert_eq!(Vec::from_iter(codes), ["duplicate-key", "invalid-config"]);
    assert!(
        fixture
            .findings()
            .iter()
            .all(|one| one.severity == Severity::Error)
    );
}

/// Each of these is one defect, with one finding.
#[test]
fn one_defect_is_one_finding() {
    let cases: &[(&str, Fixture)] = &[
        (
            "unknown_key",
            Fixture::base().replace("registry.toml", "base-uri", "base-url"),
        ),
        (
            "broken_config",
            Fixture::base().replace("registry.toml", "\"Order events\"", "Order events"),
        ),
        ("broken_envelope", Fixture::base().write(ENVELOPE, "{")),
        ("missing_envelope", Fixture::base().delete(ENVELOPE)),
        ("empty_envelope", Fixture::base().write(ENVELOPE, "")),
        (
            "linked_envelope",
            Fixture::base().link(ENVELOPE, "order.placed.json"),
        ),
        (
            "broken_event",
            Fixture::base().write(PLACED, "{ \"title\": }"),
        ),
        ("event_that_is_true", Fixture::base().write(PLACED, "true")),
        ("broken_example", Fixture::base().write(EXAMPLE, "nul")),
        (
            "reference_of_a_branch",
            Fixture::base().replace(
                "orders/v1/order.closed.json",
                "#/$defs/cancelled_order",
                "#/$defs/canceled_order",
            ),
        ),
        (
            "example_of_a_branch",
            Fixture::base().replace(
                "orders/v1/examples/order.closed/cancelled.json",
                "\"stock\"",
                "\"weather\"",
            ),
        ),
        (
            "empty_enum",
            Fixture::base().replace(
                PLACED,
                "\"x-known-values\"",
                "\"enum\": {}, \"x-known-values\"",
            ),
        ),
    ];
    let mut text = String::new();
    for (name, fixture) in cases {
        assert_eq!(fixture.findings().len(), 1, "{name}:\n{}", fixture.render());
        text += &format!("# {name}\n{}\n\n", fixture.render());
    }
    snapshot("one_defect_is_one_finding", &text);
}

#[test]
fn examples_are_checked_beside_an_allowed_pattern() {
    let fixture = Fixture::of(rule("non-linear-pattern"), "allowed").replace(
        EXAMPLE,
        "\"channel\"",
        "\"not_admin\": \"administrator\", \"channel\"",
    );
    snapshot("example_beside_an_allowed_pattern", &fixture.render());
}

#[test]
fn an_allowed_id_changes_no_meaning() {
    let fixture = Fixture::of(rule("wrong-id"), "allowed").replace(
        EXAMPLE,
        "\"item_count\": 1",
        "\"item_count\": 0",
    );
    assert_eq!(Vec::from_iter(fixture.codes()), ["invalid-example"]);
}

/// Names and values from files are in messages, and never control a terminal.
#[test]
fn reports_hold_no_control_characters() {
    let names =
        "\"x\\u001b[2J\\n::error::\\u009b\\u202e\": { \"$ref\": \"#/$defs/none\" }, \"note\": ";
    let fixture = Fixture::base()
        .replace(PLACED, "\"note\": ", names)
        .replace(
            PLACED,
            "\"placed_order\": {",
            "\"a\\u001b[31mb\": true, \"placed_order\": {",
        )
        .replace(PLACED, "The order, as", "The order,\u{9b}31m \u{202e} as")
        .write("orders/v1/\u{1b}[1m.txt", "");
    let raw = OsStr::from_bytes(b"orders/v1/\xff.json");
    let base = fs::File::open(fixture.path().join(PLACED)).unwrap();
    io::copy(&mut &base, &mut create(&fixture.path().join(raw))).unwrap();
    let text = fixture.render();
    let hidden = |text: &str| text.chars().find(|c| is_hidden(*c) && *c != '\n');
    assert_eq!(hidden(&text), None, "{text}");
    assert!(!text.contains("\n::"), "{text}");
    assert!(!text.contains(&*fixture.path().to_string_lossy()), "{text}");
    let workflow = report::render(&fixture.findings(), Format::Github, "schemas", false);
    assert_eq!(hidden(&workflow), None, "{workflow}");
    assert!(
        workflow
            .lines()
            .all(|line| line.starts_with("::error title=")),
        "{workflow}"
    );
    snapshot("control_characters", &text);
}

#[test]
fn large_files_are_not_read() {
    let fixture = Fixture::base();
    create(&fixture.path().join("orders/v1/large.json"))
        .set_len(9 << 20)
        .unwrap();
    snapshot("large_file", &fixture.render());
}

#[test]
fn deep_nesting_ends_in_findings() {
    let sound: &[&str] = &["missing-description"];
    let overlapping: &[&str] = &[
        "missing-description",
        "overlapping-branches",
        "unsatisfiable-schema",
    ];
    // The number of levels that each of them has.
    for (open, close, levels, expected) in [
        ("{ \"not\": ", "}", 1, sound),
        ("{ \"items\": ", "}", 1, sound),
        ("{ \"allOf\": [", "]}", 2, sound),
        ("{ \"const\": [[[[", "]]]]}", 5, sound),
        ("{ \"oneOf\": [{}, ", "]}", 2, overlapping),
    ] {
        for depth in [10, 24, 25, 60, 61, 120, 121, 100_000] {
            let nested = format!("{}{{}}{}", open.repeat(depth), close.repeat(depth));
            let fixture = Fixture::base().replace(
                PLACED,
                "\"note\": {",
                &format!("\"deep\": {nested}, \"note\": {{"),
            );
            // It is in four objects, and has an empty one in its middle.
            let is_read = 4 + levels * depth < 127;
            let is_empty = open.contains("not") && depth % 2 == 1;
            let expected = match is_read {
                true if is_empty => &["missing-description", "unsatisfiable-schema"],
                true => expected,
                false => &["invalid-json"],
            };
            assert_eq!(Vec::from_iter(fixture.codes()), expected, "{open} {depth}");
        }
    }
    for depth in [100, 125, 126, 100_000] {
        let nested = format!(
            "\"channel\": \"shop\", \"deep\": {}{}",
            "[".repeat(depth),
            "]".repeat(depth)
        );
        let fixture = Fixture::base().replace(EXAMPLE, "\"channel\": \"shop\"", &nested);
        let expected: &[&str] = if depth > 125 { &["invalid-json"] } else { &[] };
        assert_eq!(Vec::from_iter(fixture.codes()), expected);
    }
}

const ENVELOPE: &str = "orders/v1/envelope.json";
const PLACED: &str = "orders/v1/order.placed.json";
const EXAMPLE: &str = "orders/v1/examples/order.placed/one_item.json";

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}
