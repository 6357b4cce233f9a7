//! Breaks of a revision that approvals of other breaks do not cover.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

use schema_compat::{
    Profile, Settings, Verdict,
    changes::Direction::{self, Backward, Forward},
    compare,
    policy::beyond_approved,
};
use serde_json::{Value, json};

fn settings() -> Settings {
    Settings {
        profile: Profile::Tolerant,
        ..Settings::default()
    }
}

fn beyond(released: &Value, approved: &[&Value], new: &Value, direction: Direction) -> Verdict {
    let (old, settings) = (released, settings());
    beyond_approved(old, approved, new, direction, &settings, &mut compare)
}

/// Returns the schema of an object with these properties, of which some are required.
fn object(properties: Value, required: Value) -> Value {
    json!({ "type": "object", "properties": properties, "required": required })
}

/// Returns a bundle with the payload in `$defs`, like released files.
fn bundle(revision: &str, data: Value) -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("https://example.com/v1/job/{revision}.json"),
        "x-event-version": revision,
        "$ref": "#/$defs/envelope.json",
        "properties": { "data": { "$ref": "#/$defs/data" } },
        "$defs": {
            "envelope.json": {
                "x-source": "envelope.json",
                "type": "object",
                "properties": { "data": { "type": "object" }, "id": { "$ref": "#/$defs/envelope.json/$defs/id" } },
                "required": ["data", "id"],
                "$defs": { "id": { "type": "string", "maxLength": 9 } },
            },
            "data": data,
        },
    })
}

#[track_caller]
fn breaks(verdict: &Verdict, expected: &Value, keyword: &str) {
    match verdict {
        Verdict::Breaking {
            witness,
            refused_at,
        } => {
            assert_eq!(witness, expected);
            assert_eq!(refused_at.keyword, keyword);
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn is_covered(verdict: &Verdict) {
    assert!(verdict.is_compatible(), "{verdict:?}");
}

/// Checks that the breaks of an approved schema are covered, also together with a change that readers do not notice.
#[test]
fn the_same_break_is_covered() {
    let old = object(
        json!({ "a": { "type": "string", "maxLength": 3 } }),
        json!(["a"]),
    );
    let approved = object(
        json!({ "a": { "type": "string", "maxLength": 5 } }),
        json!(["a"]),
    );
    let described =
        json!({ "description": "An object.", "$ref": "#/$defs/it", "$defs": { "it": approved } });
    // A new member of any name, even one that the old revision has elsewhere.
    let more = object(
        json!({ "a": { "type": "string", "maxLength": 5 }, "b": object(json!({ "a": { "type": "integer" } }), json!([])) }),
        json!(["a", "b"]),
    );
    let shorter = object(
        json!({ "a": { "type": "string", "maxLength": 4 } }),
        json!(["a"]),
    );
    for new in [&approved, &described, &more, &shorter] {
        assert!(!compare(new, &old, &settings()).is_compatible());
        is_covered(&beyond(&old, &[&approved], new, Forward));
    }
    let longer = object(
        json!({ "a": { "type": "string", "maxLength": 6 } }),
        json!(["a"]),
    );
    breaks(
        &beyond(&old, &[&approved], &longer, Forward),
        &json!({ "a": "aaaaaa" }),
        "maxLength",
    );
}

#[test]
fn the_same_break_of_old_bodies_is_covered() {
    let old = object(
        json!({ "a": { "type": "integer", "maximum": 9 } }),
        json!(["a"]),
    );
    let approved = object(
        json!({ "a": { "type": "integer", "maximum": 6 } }),
        json!(["a"]),
    );
    let more = object(
        json!({ "a": { "type": "integer", "maximum": 7 }, "b": { "type": "string" } }),
        json!(["a"]),
    );
    for new in [&approved, &more] {
        assert!(!compare(&old, new, &settings()).is_compatible());
        is_covered(&beyond(&old, &[&approved], new, Backward));
    }
    let less = object(
        json!({ "a": { "type": "integer", "maximum": 5 } }),
        json!(["a"]),
    );
    breaks(
        &beyond(&old, &[&approved], &less, Backward),
        &json!({ "a": 6 }),
        "maximum",
    );
    // The old revision had no `b`, so the approved schema for it has no effect.
    let approved = object(
        json!({ "a": { "type": "integer", "maximum": 6 }, "b": { "type": "string" } }),
        json!([]),
    );
    let new = object(
        json!({ "a": { "type": "integer", "maximum": 6 }, "b": { "type": "integer" } }),
        json!([]),
    );
    is_covered(&beyond(&old, &[&approved], &new, Backward));
}

#[test]
fn another_break_is_not_covered() {
    let (text, number) = (json!({ "type": "string" }), json!({ "type": "integer" }));
    let old = object(json!({ "a": text, "b": text }), json!(["a"]));
    let approved = object(json!({ "a": number, "b": text }), json!(["a"]));
    let new = object(
        json!({ "a": { "type": ["integer", "string"] }, "b": number }),
        json!(["a"]),
    );
    breaks(
        &beyond(&old, &[&approved], &new, Forward),
        &json!({ "a": 0, "b": 0 }),
        "type",
    );
    let approved = object(
        json!({ "a": { "type": "string", "maxLength": 3 }, "b": text }),
        json!(["a"]),
    );
    let new = object(
        json!({ "a": { "type": "string", "maxLength": 3 }, "b": number }),
        json!(["a"]),
    );
    breaks(
        &beyond(&old, &[&approved], &new, Backward),
        &json!({ "a": "", "b": "" }),
        "type",
    );
}

/// Checks a field that the approved schema does not declare, so that it accepts any value for it.
#[test]
fn a_field_that_comes_back_otherwise_is_not_covered() {
    let field = |ty: &str| json!({ "type": ty });
    let with = |maximum: u32, b: Option<Value>| {
        let mut schema = object(
            json!({ "a": { "type": "string", "maxLength": maximum } }),
            json!([]),
        );
        if let Some(b) = b {
            schema["properties"]["b"] = b;
        }
        schema
    };
    let old = with(3, Some(field("string")));
    let approved = with(5, None);
    let new = with(5, Some(field("integer")));
    assert!(compare(&new, &approved, &settings()).is_compatible());
    breaks(
        &beyond(&old, &[&approved], &new, Forward),
        &json!({ "b": 0 }),
        "type",
    );
    let same = with(5, Some(field("string")));
    is_covered(&beyond(&old, &[&approved], &same, Forward));
    // The same in the payload of an event, in one branch of a union.
    let event = |revision: &str, data: Value| {
        let failed = object(
            json!({ "status": { "const": "failed" }, "b": field("string") }),
            json!(["status"]),
        );
        let mut done = data;
        done["properties"]["status"] = json!({ "const": "done" });
        done["required"] = json!(["status"]);
        bundle(revision, json!({ "oneOf": [done, failed] }))
    };
    let old = event("1.0.0", old);
    let approved = event("1.1.0", approved);
    let verdict = beyond(&old, &[&approved], &event("1.2.0", new), Forward);
    let witness = json!({ "data": { "b": 0, "status": "done" }, "id": "" });
    breaks(&verdict, &witness, "type");
    is_covered(&beyond(&old, &[&approved], &event("1.2.0", same), Forward));
}

/// Checks that references lead into the schema that contains them, even if two schemas have the same `$id`.
#[test]
fn bundles_are_told_apart() {
    for has_own_id in [true, false] {
        let bundle = |revision: &str, maximum: u32| {
            let a = json!({ "type": "integer", "minimum": 0, "maximum": maximum });
            let mut bundle = bundle(revision, object(json!({ "a": a }), json!(["a"])));
            if !has_own_id {
                bundle.as_object_mut().unwrap().shift_remove("$id");
            }
            bundle
        };
        let witness = |a: u32| json!({ "data": { "a": a }, "id": "" });
        let (old, approved) = (bundle("1.0.0", 3), bundle("1.1.0", 5));
        is_covered(&beyond(&old, &[&approved], &bundle("1.1.1", 5), Forward));
        let verdict = beyond(&old, &[&approved], &bundle("1.2.0", 6), Forward);
        breaks(&verdict, &witness(6), "maximum");
        let (old, approved) = (bundle("1.0.0", 6), bundle("1.1.0", 4));
        is_covered(&beyond(&old, &[&approved], &bundle("1.1.1", 4), Backward));
        let verdict = beyond(&old, &[&approved], &bundle("1.2.0", 3), Backward);
        breaks(&verdict, &witness(4), "maximum");
    }
}

#[test]
fn approvals_of_one_revision_add_up() {
    let with = |a: u32, b: u32| {
        let text = |maximum: u32| json!({ "type": "string", "maxLength": maximum });
        object(json!({ "a": text(a), "b": text(b) }), json!([]))
    };
    let old = with(3, 3);
    let (first, second) = (with(5, 3), with(5, 5));
    let new = with(5, 5);
    is_covered(&beyond(&old, &[&first, &second], &new, Forward));
    assert!(!beyond(&old, &[&first], &new, Forward).is_compatible());
    assert!(!beyond(&old, &[&first, &second], &with(5, 6), Forward).is_compatible());
    let (old, first, second) = (with(9, 9), with(5, 9), with(9, 5));
    is_covered(&beyond(&old, &[&first, &second], &with(5, 5), Backward));
    assert!(!beyond(&old, &[&first], &with(5, 5), Backward).is_compatible());
    assert!(!beyond(&old, &[&first, &second], &with(5, 4), Backward).is_compatible());
}

/// Checks that nothing can break if an approval already gave up all bodies of the revision.
#[test]
fn nothing_breaks_twice() {
    let old = object(json!({ "a": { "type": "string" } }), json!(["a"]));
    let approved = object(json!({ "a": { "type": "integer" } }), json!(["a"]));
    let new = object(json!({ "a": { "type": "null" } }), json!(["a"]));
    is_covered(&beyond(&old, &[&approved], &new, Backward));
}
