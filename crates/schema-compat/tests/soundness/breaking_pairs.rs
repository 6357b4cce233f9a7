//! Pairs that break, each for a different reason that an implementation easily misses. The verdict has to show the
//! break.

use schema_compat::{
    Draft, Profile, Profile::Exact, Profile::Tolerant, Settings, Verdict, compare,
};
use serde_json::{Value, json};

use crate::{
    tolerant::Evaluator,
    verdict_check::{Answer, Pair, dialect, judge, validator},
};

/// Checks a pair with a known document that breaks it.
#[track_caller]
fn breaks(profile: Profile, writer: Value, reader: Value, document: &Value) {
    let answer = answer(profile, writer, reader, document);
    assert_eq!(answer, Answer::Breaking, "{profile:?}, {document}");
}

#[track_caller]
fn answer(profile: Profile, writer: Value, reader: Value, document: &Value) -> Answer {
    let pair = Pair {
        writer,
        reader,
        draft: Draft::Draft202012,
    };
    let sent = validator(&pair.writer, pair.draft).unwrap();
    let read = validator(&pair.reader, pair.draft).unwrap();
    assert!(sent.is_valid(document), "the writer rejects {document}");
    assert!(!read.is_valid(document), "the reader accepts {document}");
    if profile == Tolerant {
        let evaluator = Evaluator::new(&pair.writer, dialect(pair.draft)).unwrap();
        assert_eq!(evaluator.sends(document), Some(true), "{document}");
    }
    match judge(&pair, profile, std::slice::from_ref(document)) {
        Ok((answer, _)) => answer,
        Err(wrong) => panic!("{profile:?}: {wrong}\n{pair}"),
    }
}

fn object(keywords: Value) -> Value {
    let mut schema = json!({ "type": "object" });
    crate::schema_edits::extend(&mut schema, keywords);
    schema
}

#[test]
fn the_only_name_of_a_pattern_meets_two_demands() {
    let labels = |env: Value| {
        object(json!({ "patternProperties": { "^env$": env }, "additionalProperties": false }))
    };
    let both = json!([
        labels(json!({ "enum": ["dev", "prod"] })),
        labels(json!({ "enum": ["test"] })),
    ]);
    breaks(
        Exact,
        object(json!({ "properties": { "labels": labels(json!({ "type": "string" })) } })),
        object(json!({ "properties": { "labels": { "anyOf": both } } })),
        &json!({ "labels": { "env": "staging" } }),
    );
}

#[test]
fn the_empty_name_meets_two_demands() {
    let string = json!({ "type": "string" });
    let both = json!([
        object(json!({ "additionalProperties": { "type": "string", "minLength": 1 } })),
        object(json!({ "propertyNames": { "minLength": 1 }, "additionalProperties": string })),
    ]);
    breaks(
        Exact,
        object(json!({ "additionalProperties": string })),
        json!({ "anyOf": both }),
        &json!({ "": "" }),
    );
}

#[test]
fn one_value_meets_two_demands() {
    let of = |kind: &str| json!({ "patternProperties": { "^a$": { "type": kind } } });
    breaks(
        Exact,
        of("boolean"),
        json!({ "anyOf": [of("string"), of("number")] }),
        &json!({ "a": false }),
    );
}

#[test]
fn one_name_meets_two_demands_on_names() {
    let names = |names: Value| json!({ "propertyNames": names });
    breaks(
        Exact,
        names(json!({ "pattern": "^ab$" })),
        json!({ "anyOf": [names(json!({ "maxLength": 1 })), names(json!({ "minLength": 3 }))] }),
        &json!({ "ab": null }),
    );
}

#[test]
fn a_branch_with_two_values_of_the_tag_is_one_branch() {
    let union = |n: &str| {
        let first = json!({ "properties": { "t": { "enum": ["a", "b"] }, "n": { "type": n } } });
        let others = ["c", "d", "e", "f", "g", "h", "i"].into_iter();
        let others = others.map(|tag| json!({ "properties": { "t": { "const": tag } } }));
        let branches: Vec<Value> = [first].into_iter().chain(others).collect();
        object(json!({ "required": ["t"], "oneOf": branches }))
    };
    breaks(
        Exact,
        union("integer"),
        union("string"),
        &json!({ "t": "a", "n": 0 }),
    );
}

#[test]
fn whole_numbers_are_told_apart_beyond_those_of_128_bits() {
    let from = |bound: f64| json!({ "type": "integer", "minimum": bound });
    breaks(Exact, from(1e40), from(2e40), &json!(1.5e40));
}

#[test]
fn the_empty_string_is_found_beside_what_has_no_exact_form() {
    let rest =
        json!({ "type": "string", "maxLength": 0, "contains": {}, "unevaluatedItems": false });
    breaks(Exact, rest, json!({ "type": "integer" }), &json!(""));
}

#[test]
fn a_required_name_is_declared() {
    let a = |kind: &str, required: Value| {
        object(json!({ "properties": { "a": { "type": kind } }, "required": required }))
    };
    breaks(
        Tolerant,
        a("integer", json!(["a", "b"])),
        a("string", json!([])),
        &json!({ "a": 0, "b": null }),
    );
}

#[test]
fn a_nested_object_holds_what_both_places_declare() {
    let p = |name: &str, kind: &str| json!({ "properties": { "p": object(json!({ "properties": { name: { "type": kind } } })) } });
    breaks(
        Tolerant,
        json!({ "allOf": [p("a", "string"), p("b", "integer")] }),
        p("b", "string"),
        &json!({ "p": { "b": 0 } }),
    );
}

#[test]
fn a_condition_adds_to_a_nested_object() {
    let data = |name: &str, kind: &str| json!({ "data": object(json!({ "properties": { name: { "type": kind } } })) });
    let mut base = data("id", "string");
    base["type"] = json!({ "type": "string" });
    let writer = object(json!({
        "properties": base,
        "if": { "properties": { "type": { "const": "a" } }, "required": ["type"] },
        "then": { "properties": data("size", "integer") },
    }));
    breaks(
        Tolerant,
        writer,
        json!({ "properties": data("size", "string") }),
        &json!({ "type": "a", "data": { "id": "", "size": 0 } }),
    );
}

#[test]
fn a_pattern_adds_to_a_property() {
    let v = |kind: &str| object(json!({ "properties": { "v": { "type": kind } } }));
    let owner = object(json!({ "properties": { "owner": { "type": "string" } } }));
    breaks(
        Tolerant,
        object(json!({
            "properties": { "ext_a": v("integer") },
            "patternProperties": { "^ext_": owner },
        })),
        object(json!({ "properties": { "ext_a": v("string") } })),
        &json!({ "ext_a": { "v": 0 } }),
    );
}

#[test]
fn a_free_form_branch_sends_every_name() {
    let declared = object(json!({ "properties": { "a": { "type": "integer" } } }));
    breaks(
        Tolerant,
        json!({ "anyOf": [declared, { "type": "object" }] }),
        object(json!({ "properties": { "b": { "type": "string" } } })),
        &json!({ "b": 0 }),
    );
}

#[test]
fn the_root_is_a_resource_beside_the_only_address() {
    let nested = json!({
        "$id": "https://example.com/inner",
        "$recursiveAnchor": true,
        "properties": { "next": { "$recursiveRef": "#" }, "v": { "type": "integer" } },
    });
    let inner = |inner: Value| json!({ "properties": { "inner": inner } });
    let mut writer = inner(json!({ "$ref": "https://example.com/inner" }));
    writer["$defs"] = json!({ "inner": nested });
    writer["$schema"] = json!("https://json-schema.org/draft/2019-09/schema");
    writer["$recursiveAnchor"] = json!(true);
    writer["properties"]["v"] = json!({ "type": "string" });
    let next = json!({ "properties": { "v": { "type": "integer" } } });
    let reader = inner(json!({ "properties": { "next": next } }));
    let answer = answer(
        Exact,
        writer,
        reader,
        &json!({ "inner": { "next": { "v": "" } } }),
    );
    // The target of such a reference may be undecided.
    assert!(matches!(answer, Answer::Breaking | Answer::Undecided));
}

/// Checks a recursive union: inside `x`, only the branch that declares `a` holds for `{"x": null}`.
#[test]
fn a_branch_that_does_not_hold_opens_no_object_on_the_way_back() {
    let open = object(json!({ "additionalProperties": { "$ref": "#/$defs/x" } }));
    let declared = object(json!({ "properties": { "a": {} } }));
    let writer = json!({ "$ref": "#/$defs/x", "$defs": { "x": { "anyOf": [declared, open] } } });
    let document = json!({ "x": { "x": null } });
    let evaluator = Evaluator::new(&writer, dialect(Draft::default())).unwrap();
    assert_eq!(evaluator.sends(&document), Some(false));
    let settings = Settings {
        profile: Tolerant,
        ..Settings::default()
    };
    let verdict = compare(&writer, &json!({ "not": { "const": document } }), &settings);
    assert!(!matches!(verdict, Verdict::Breaking { .. }), "{verdict:?}");
}

#[test]
fn an_item_that_contains_accepts_is_evaluated() {
    let rest = json!({ "oneOf": [{ "type": "object", "required": ["ab"] }] });
    breaks(
        Tolerant,
        json!({ "type": "array", "contains": { "type": "null" }, "unevaluatedItems": rest }),
        json!({ "type": "string" }),
        &json!([null]),
    );
}

/// Checks that no document is a witness that the writer does not send. No document of these writers breaks the reader.
#[test]
fn beyond_the_limits_nothing_that_is_not_sent_is_a_witness() {
    for count in [6, 7, 8, 12, 20] {
        let branch = |at: usize| {
            let (name, value) = (format!("n{at}"), json!({ "type": "integer" }));
            object(json!({ "properties": { name: value }, "required": [format!("r{at}")] }))
        };
        let writer = json!({ "anyOf": (0..count).map(branch).collect::<Vec<_>>() });
        let reader = json!({ "properties": { "other": { "type": "string" } } });
        let settings = Settings {
            profile: Tolerant,
            ..Settings::default()
        };
        let verdict = compare(&writer, &reader, &settings);
        if let Verdict::Breaking { witness, .. } = verdict {
            panic!("{count} branches do not send {witness}");
        }
    }
}
