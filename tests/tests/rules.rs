//! Every rule on fixtures: what it finds, and the near miss that it leaves alone.
//!
//! `fixtures/base` is a registry without findings. A fixture is the base with the files of one
//! folder laid over it: `fixtures/rules/<rule>/flagged` and `fixtures/rules/<rule>/allowed`. An empty
//! file `<name>.delete` takes `<name>` away, and `released/.before.json` is the list of releases that
//! the history has.

// Some fixtures hold symbolic links.
#![cfg(unix)]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs, io,
    os::unix::{ffi::OsStrExt, fs::symlink},
    path::{Path, PathBuf},
};

use schema_registry::{
    diagnostic::{self, Diagnostic, Severity},
    lint, load, released,
    report::{self, Format},
    resolve,
    rules::{self, FoundBy, RULES, Rule},
};
use tempfile::TempDir;

/// Everything that the tool finds wrong with a folder.
fn findings(folder: &Path, lowered: bool) -> Vec<Diagnostic> {
    let loaded = load::load(folder, "schemas").expect("`registry.toml` is readable");
    let registry = resolve::resolve(loaded);
    if lowered {
        return schema_codegen::findings(&registry);
    }
    let mut findings = lint::lint(&registry);
    if let Ok(before) = fs::read_to_string(folder.join("orders/v1/released/.before.json")) {
        findings.extend(released::rewritten(&registry, "orders/v1", &before));
    }
    lint::settle(&registry, findings)
}

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
    // What is allowed for people is still not what a type can check.
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
    // Its lines hold characters of several bytes before some of the places.
    let found = Fixture::of(rule("bidi-control"), "flagged").findings();
    snapshot("report_json", &report::render(&found, Format::Json, false));
    snapshot(
        "report_github",
        &report::render(&found, Format::Github, false),
    );
    let sarif: serde_json::Value =
        serde_json::from_str(&report::render(&found, Format::Sarif, false)).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let described = run["tool"]["driver"]["rules"].as_array().unwrap();
    let described: Vec<_> = described
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        described,
        Vec::from_iter(RULES.iter().map(|rule| rule.name))
    );
    snapshot("report_sarif_results", &format!("{:#}", run["results"]));
    assert_eq!(report::render(&[], Format::Human, false), "");
    assert_eq!(report::render(&[], Format::Json, false), "[]\n");
    assert_eq!(report::render(&[], Format::Github, false), "");
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
    let text = report::render(&closed("warning"), Format::Human, false);
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

/// Each of these is one defect, and one finding says so.
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

/// Names and values from files reach messages, never a terminal.
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
    let control = text.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "{text}");
    assert!(!text.contains('\u{202e}'), "{text}");
    assert!(!text.contains("\n::"), "{text}");
    assert!(!text.contains(&*fixture.path().to_string_lossy()), "{text}");
    let workflow = report::render(&fixture.findings(), Format::Github, false);
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
    for (open, close) in [
        ("{ \"not\": ", "}"),
        ("{ \"items\": ", "}"),
        ("{ \"allOf\": [", "]}"),
        ("{ \"const\": [[[[", "]]]]}"),
        ("{ \"oneOf\": [{}, ", "]}"),
    ] {
        for depth in [10, 30, 60, 120, 100_000] {
            let nested = format!("{}{{}}{}", open.repeat(depth), close.repeat(depth));
            let fixture = Fixture::base().replace(
                PLACED,
                "\"note\": {",
                &format!("\"deep\": {nested}, \"note\": {{"),
            );
            let _ = fixture.findings();
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

/// A registry in a folder of its own.
struct Fixture {
    folder: TempDir,
    /// Whether it is about what the generator finds, too: most fixtures use whatever shows their
    /// rule best, mappable or not.
    lowered: bool,
}

impl Fixture {
    fn base() -> Self {
        let folder = tempfile::tempdir().unwrap();
        lay_over(&fixtures().join("base"), folder.path());
        Self {
            folder,
            lowered: false,
        }
    }

    fn of(rule: &Rule, kind: &str) -> Self {
        let mut fixture = Self::base();
        lay_over(&kind_folder(rule, kind), fixture.path());
        fixture.lowered = matches!(rule.found_by, FoundBy::Lowering);
        fixture
    }

    fn write(self, path: &str, text: &str) -> Self {
        io::Write::write_all(&mut create(&self.path().join(path)), text.as_bytes()).unwrap();
        self
    }

    fn replace(self, path: &str, old: &str, new: &str) -> Self {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "{old} in {path}");
        self.write(path, &text.replace(old, new))
    }

    fn append(self, path: &str, more: &str) -> Self {
        let text = self.read(path) + more;
        self.write(path, &text)
    }

    fn delete(self, path: &str) -> Self {
        fs::remove_file(self.path().join(path)).unwrap();
        self
    }

    fn link(self, path: &str, target: &str) -> Self {
        let fixture = self.delete(path);
        symlink(target, fixture.path().join(path)).unwrap();
        fixture
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    fn findings(&self) -> Vec<Diagnostic> {
        findings(self.path(), self.lowered)
    }

    fn codes(&self) -> BTreeSet<&'static str> {
        self.findings().iter().map(|finding| finding.code).collect()
    }

    fn render(&self) -> String {
        match report::render(&self.findings(), Format::Human, false).trim_end() {
            "" => "no findings".to_owned(),
            text => text.to_owned(),
        }
    }
}

fn rule(name: &str) -> &'static Rule {
    rules::find(name).unwrap()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn kind_folder(rule: &Rule, kind: &str) -> PathBuf {
    fixtures().join("rules").join(rule.name).join(kind)
}

fn lay_over(overlay: &Path, onto: &Path) {
    for from in entries(overlay) {
        let to = onto.join(name_of(&from));
        let kind = fs::symlink_metadata(&from).unwrap().file_type();
        if kind.is_symlink() {
            symlink(fs::read_link(&from).unwrap(), &to).unwrap();
        } else if kind.is_dir() {
            fs::create_dir_all(&to).unwrap();
            lay_over(&from, &to);
        } else if to.extension() == Some(OsStr::new("delete")) {
            fs::remove_file(to.with_extension("")).unwrap();
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

/// What a folder holds, in the order of the names.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

#[expect(
    clippy::disallowed_methods,
    reason = "it lies in a folder of the test alone"
)]
fn create(path: &Path) -> fs::File {
    fs::File::create(path).unwrap()
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}
