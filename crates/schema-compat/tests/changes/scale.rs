//! Documents that are large in one way each. What would take the square of their size does not end.

use schema_compat::changes::{Change, ChangeKind, changes};
use serde_json::{Map, Value, json};

fn count(changes: &[Change], holds: impl Fn(&ChangeKind) -> bool) -> usize {
    changes.iter().filter(|change| holds(&change.kind)).count()
}

/// An object of as many members, each made from its number.
fn members(count: usize, make: impl Fn(usize) -> (String, Value)) -> Map<String, Value> {
    (0..count).map(make).collect()
}

#[test]
fn a_thousand_properties() {
    let of = |kind: &str| {
        let properties = members(1000, |i| (format!("p{i}"), json!({ "type": kind })));
        json!({ "properties": properties })
    };
    let found = changes(&of("string"), &of("integer"));
    let is_type = |kind: &ChangeKind| matches!(kind, ChangeKind::Type { .. });
    assert_eq!((found.len(), count(&found, is_type)), (1000, 1000));
}

#[test]
fn five_thousand_members() {
    let of = |first: usize| {
        let values: Vec<String> = (first..first + 5000).map(|i| format!("v{i}")).collect();
        json!({ "enum": values })
    };
    let found = changes(&of(0), &of(1000));
    let is_added = |kind: &ChangeKind| matches!(kind, ChangeKind::MemberAdded { .. });
    assert_eq!((found.len(), count(&found, is_added)), (2000, 1000));
}

#[test]
fn four_hundred_branches() {
    let of = |first: usize| {
        let branch = |i: usize| json!({ "properties": { "kind": { "const": i } } });
        json!({ "oneOf": (first..first + 400).map(branch).collect::<Vec<_>>() })
    };
    let found = changes(&of(0), &of(100));
    let is_added = |kind: &ChangeKind| matches!(kind, ChangeKind::BranchAdded { .. });
    assert_eq!((found.len(), count(&found, is_added)), (200, 100));
}

#[test]
fn a_chain_of_five_thousand_references() {
    let of = |kind: &str| {
        let mut definitions = members(5000, |i| {
            let next = format!("#/$defs/d{}", i + 1);
            (format!("d{i}"), json!({ "$ref": next }))
        });
        definitions.insert("d5000".into(), json!({ "type": kind }));
        json!({ "properties": { "a": { "$ref": "#/$defs/d0" } }, "$defs": definitions })
    };
    let found = changes(&of("string"), &of("integer"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].fields, ["a"]);
}

#[test]
fn a_thousand_definitions_with_other_names() {
    let of = |prefix: &str| {
        let name = |i: usize| format!("{prefix}{i}");
        let properties = members(1000, |i| {
            let reference = format!("#/$defs/{}", name(i));
            (format!("p{i}"), json!({ "$ref": reference }))
        });
        let definitions = members(1000, |i| (name(i), json!({ "maxLength": i })));
        json!({ "properties": properties, "$defs": definitions })
    };
    let found = changes(&of("a"), &of("b"));
    let is_renamed = |kind: &ChangeKind| matches!(kind, ChangeKind::DefinitionRenamed { .. });
    assert_eq!((found.len(), count(&found, is_renamed)), (1000, 1000));
}

/// Each definition leads three times to the next, so that there are more paths than can be walked.
#[test]
fn definitions_that_multiply() {
    let of = |kind: &str| {
        let mut definitions = members(100, |i| {
            let next = json!({ "$ref": format!("#/$defs/d{}", i + 1) });
            let properties = json!({ "a": next, "b": next, "c": next });
            (format!("d{i}"), json!({ "properties": properties }))
        });
        definitions.insert("d100".into(), json!({ "type": kind }));
        json!({ "$ref": "#/$defs/d0", "$defs": definitions })
    };
    assert_eq!(changes(&of("string"), &of("integer")).len(), 1);
}
