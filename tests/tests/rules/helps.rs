//! The codes of findings, and the fixes that they suggest.

use std::{ffi::OsStr, fs, path::Path};

use schema_registry::{
    lint::FORMATS_WITH_TYPES,
    report::{self, Format},
    rule::Rule,
    rules::{self, COMMAND_RULES},
};

use super::fixture::{Fixture, entries};
use crate::{EXAMPLE, PLACED};

/// A finding needs a rule, so each code is explained; each rule is in the table that SARIF refers to, and something finds
/// it.
#[test]
fn every_rule_is_in_the_table_and_finds_something() {
    let names: Vec<&str> = COMMAND_RULES.iter().map(|rule| rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (mut texts, mut folders) = (String::new(), vec![root.join("crates")]);
    let mut declared = 0;
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension() == Some(OsStr::new("rs")) {
                let text = fs::read_to_string(&path).unwrap();
                if folder.ends_with("schema-registry/src/rules") {
                    declared += text.matches(": Rule = ").count();
                } else if !path.ends_with("schema-registry/src/rules.rs") {
                    texts.push_str(&text);
                }
            }
        }
    }
    let rules: Vec<&Rule> = rules::all().collect();
    assert_eq!(rules.len(), declared);
    let sarif: serde_json::Value =
        serde_json::from_str(&report::render(&[], Format::Sarif, "schemas", false)).unwrap();
    let listed = sarif["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    for rule in rules {
        let constant = rule.name.to_uppercase().replace('-', "_");
        assert!(texts.contains(&constant), "nothing finds `{}`", rule.name);
        assert!(rule.explanation.contains("\nWhy: "), "{}", rule.name);
        assert!(rule.explanation.contains(rule.name), "{}", rule.name);
        assert!(
            listed.iter().any(|it| it["id"] == rule.name),
            "{}",
            rule.name
        );
    }
}

/// `null` and an object have nothing in common, however the object is made.
#[test]
fn a_recursive_object_and_null_are_disjoint() {
    let tree = r##""tree": {
      "title": "Tree", "description": "A tree.", "type": "object",
      "properties": {
        "left": { "description": "A branch.", "oneOf": [{ "$ref": "#/$defs/tree" }, { "type": "null" }] },
        "right": { "description": "A branch.", "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/tree" }] },
        "either": { "description": "Both.", "oneOf": [OTHER, { "$ref": "#/$defs/tree" }] }
      }
    },
    "placed_order": {"##;
    let with = |other: &str| {
        Fixture::base()
            .replace(PLACED, "\"placed_order\": {", &tree.replace("OTHER", other))
            .codes()
    };
    for other in [
        "{ \"type\": \"string\" }",
        "{ \"type\": [\"integer\", \"null\"], \"minimum\": 0, \"maximum\": 1 }",
    ] {
        assert_eq!(Vec::from_iter(with(other)), Vec::<&str>::new(), "{other}");
    }
    for other in [
        "{}",
        "{ \"type\": [\"string\", \"object\"] }",
        "{ \"$ref\": \"#/$defs/tree\" }",
    ] {
        assert!(with(other).contains("overlapping-branches"), "{other}");
    }
}

/// A property that must be absent contradicts nothing, and needs no description. A required one does.
#[test]
fn a_forbidden_property_is_no_contradiction() {
    for schema in ["false", "{ \"not\": {} }", "{ \"not\": true }"] {
        let old = format!("\"old_note\": {schema}, \"note\": {{");
        let mut fixture = Fixture::base().replace(PLACED, "\"note\": {", &old);
        assert_eq!(fixture.render(), "no findings", "{schema}");
        fixture.lowered = true;
        let text = fixture.render();
        assert!(
            text.contains("this property must be absent, and no type checks that"),
            "{text}"
        );
        let required = fixture.replace(PLACED, "\"channel\"]", "\"channel\", \"old_note\"]");
        assert!(required.codes().contains("unmappable-schema"));
    }
    let nothing = "\"old_note\": { \"description\": \"None.\", \"type\": \"string\", \"minLength\": 2, \
                   \"maxLength\": 1 }, \"note\": {";
    let fixture = Fixture::base().replace(PLACED, "\"note\": {", nothing);
    assert!(fixture.codes().contains("unsatisfiable-schema"));
    let body = "\"channel\": \"shop\", \"old_note\": 1";
    let fixture = Fixture::base()
        .replace(PLACED, "\"note\": {", "\"old_note\": false, \"note\": {")
        .replace(EXAMPLE, "\"channel\": \"shop\"", body);
    assert!(fixture.codes().contains("invalid-example"));
}

/// A user who follows the help has nothing else to do.
#[test]
fn the_help_of_a_format_is_a_format_with_a_type() {
    for (format, expected) in [
        ("emial", "write a `pattern`, or one of"),
        ("datetime", "write `date-time`"),
        ("weather", "write a `pattern`, or one of"),
    ] {
        let fixture = Fixture::base().replace(
            PLACED,
            "\"maxLength\": 500",
            &format!("\"format\": \"{format}\""),
        );
        let findings = fixture.findings();
        assert_eq!(findings.len(), 1);
        let help = findings[0].help.as_deref().unwrap();
        assert!(help.starts_with(expected), "{help}");
    }
    for format in FORMATS_WITH_TYPES {
        let mut fixture = Fixture::base().replace(
            PLACED,
            "\"maxLength\": 500",
            &format!("\"format\": \"{format}\""),
        );
        fixture.lowered = true;
        assert!(!fixture.codes().contains("unmappable-schema"), "{format}");
    }
}

const NOTE: &str = "\"type\": \"string\",\n          \"maxLength\": 500";

/// Returns a base whose schema has one text replaced by another.
#[track_caller]
fn with(old: &str, new: &str) -> Fixture {
    let mut fixture = Fixture::base().replace(PLACED, old, new);
    fixture.lowered = true;
    fixture
}

#[track_caller]
fn offers(fixture: &Fixture, code: &str, expected: &str) {
    let findings = fixture.findings();
    let mut helps = findings.iter().filter(|it| it.code == code);
    let is_offered = helps.any(|it| it.help.as_ref().is_some_and(|help| help.contains(expected)));
    assert!(is_offered, "{code}: {expected}\n{}", fixture.render());
}

/// Keywords of other drafts and of OpenAPI get a suggestion of their form in 2020-12, and not of `x-`.
#[test]
fn keywords_of_other_dialects_have_their_words() {
    for (keyword, expected) in [
        (
            "\"nullable\": true",
            "write `\"type\": [\"string\", \"null\"]` instead",
        ),
        ("\"definitions\": {}", "call it `$defs`"),
        (
            "\"id\": \"note\"",
            "names a schema inside a file by its JSON pointer",
        ),
        ("\"dependencies\": {}", "and refer to them in a `oneOf`"),
        ("\"divisibleBy\": 2", "remove it: it is for numbers"),
        ("\"discriminator\": {}", "a `const` in each branch"),
        ("\"maxLenght\": 2", "write `maxLength`"),
    ] {
        let fixture = with(NOTE, &format!("{keyword}, {NOTE}"));
        offers(&fixture, "unknown-keyword", expected);
    }
    let moved = with(NOTE, "\"$ref\": \"#/definitions/note\"").replace(
        PLACED,
        "\"$defs\": {",
        "\"definitions\": { \"note\": { \"type\": \"string\" } }, \"$defs\": {",
    );
    offers(
        &moved,
        "unresolved-ref",
        "call `definitions` `$defs`, and write `#/$defs/note` here",
    );
}

/// The finding is at the reference, and has the form that works.
#[test]
fn references_that_are_no_uris_are_shown_encoded() {
    for (name, encoded) in [
        ("a note", "a%20note"),
        ("note[1]", "note%5B1%5D"),
        ("ä#b", "%C3%A4%23b"),
    ] {
        let definition = format!(
            "\"{name}\": {{ \"title\": \"N\", \"description\": \"N.\", \"type\": \"string\" }}, \"placed_order\": {{"
        );
        let fixture = with(NOTE, &format!("\"$ref\": \"#/$defs/{name}\"")).replace(
            PLACED,
            "\"placed_order\": {",
            &definition,
        );
        let help = format!("write them with percent-encoding: `#/$defs/{encoded}`");
        offers(&fixture, "unresolved-ref", &help);
        let finding = fixture
            .findings()
            .into_iter()
            .find(|it| it.code == "unresolved-ref");
        let pointer = finding.unwrap().location.unwrap().pointer;
        assert_eq!(pointer, "/$defs/placed_order/properties/note/$ref");
        // The suggested form is accepted.
        let fixed = fixture.replace(
            PLACED,
            &format!("#/$defs/{name}"),
            &format!("#/$defs/{encoded}"),
        );
        assert!(
            !fixed.codes().contains("unresolved-ref"),
            "{}",
            fixed.render()
        );
    }
}

/// A name that results in an invalid URL is reported as a name, not as an `$id`.
#[test]
fn a_file_name_with_spaces_is_to_be_changed() {
    let base = Fixture::base();
    let text = base.read(PLACED).replace("order.placed", "My Order");
    let fixture = base.write("orders/v1/My Order.json", &text);
    offers(
        &fixture,
        "non-snake-case-name",
        "rename the file to `my.order.json`",
    );
    for code in ["wrong-id", "invalid-schema", "missing-example"] {
        assert!(!fixture.codes().contains(code), "{}", fixture.render());
    }
}

/// A schema without a type gets a suggestion that fits.
#[test]
fn what_has_no_type_has_a_help_that_fits() {
    let branches = |one: &str, other: &str| {
        let branch = |name: &str, tag: &str| {
            format!(
                "\"{name}\": {{ \"title\": \"{name}\", \"description\": \"D.\", \"type\": \"object\", \
                 \"required\": [\"ok\"], \"properties\": {{ \"ok\": {{ \"description\": \"D.\", {tag} }} }} }}, "
            )
        };
        let union = "\"oneOf\": [{ \"$ref\": \"#/$defs/good\" }, { \"$ref\": \"#/$defs/bad\" }]";
        let definitions = branch("good", one) + &branch("bad", other) + "\"placed_order\": {";
        with(NOTE, union).replace(PLACED, "\"placed_order\": {", &definitions)
    };
    let reference = "\"allOf\": [{ \"$ref\": \"envelope.json#/$defs/order_id\" }]";
    let object = "\"description\": \"The order.\",\n      \"$ref\": \"#/$defs/placed_order\"";
    for (fixture, expected) in [
        (
            with(NOTE, reference),
            "write the `$ref` itself beside the `description`, without `allOf`",
        ),
        (
            with(NOTE, "\"type\": \"string\", \"pattern\": \"^\\\\p{L}+$\""),
            "list the characters that occur",
        ),
        (
            with(
                NOTE,
                "\"type\": \"string\", \"pattern\": \"^[a-z]{1,2000}$\"",
            ),
            "instead of by counted repetition",
        ),
        (
            branches("\"const\": true", "\"const\": false"),
            "a string has to distinguish them",
        ),
        (
            branches("\"const\": 1", "\"const\": 2"),
            "a string has to distinguish them",
        ),
        (
            branches("\"enum\": [\"a\"]", "\"enum\": [\"b\"]"),
            "write the `enum` of one member that each branch has as a `const`",
        ),
        (
            branches("\"type\": \"boolean\"", "\"const\": \"b\""),
            "give each branch, an object, the same required property",
        ),
        (
            with(
                object,
                "\"description\": \"The order.\", \"type\": \"object\"",
            ),
            "describe in `properties` what is known of it",
        ),
        (
            with(NOTE, "\"const\": true"),
            "write `\"type\": \"boolean\"`",
        ),
    ] {
        offers(&fixture, "unmappable-schema", expected);
    }
}
