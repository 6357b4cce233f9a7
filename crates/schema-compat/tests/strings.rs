//! Strings: patterns with look-around, lists of strings, formats, and assertions that differ between readers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

mod verdicts;

use schema_compat::{Draft, Settings, compare};
use serde_json::{Value, json};

use self::verdicts::witness;

fn in_draft(draft: Draft) -> Settings {
    Settings {
        draft,
        ..Settings::default()
    }
}

#[track_caller]
fn compatible(writer: &Value, reader: &Value) {
    verdicts::compatible(writer, reader, &Settings::default());
}

#[track_caller]
fn breaks(writer: &Value, reader: &Value) -> Value {
    witness(writer, reader, &Settings::default())
}

/// Checks that the first pattern matches some, but not all strings of the second.
#[track_caller]
fn narrows(narrow: &str, wide: &str) {
    let schema = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    compatible(&schema(narrow), &schema(wide));
    breaks(&schema(wide), &schema(narrow));
}

fn string(more: Value) -> Value {
    json!({ "type": "string", "allOf": [more] })
}

#[test]
fn what_cannot_be_told_of_the_empty_string_is_not_nothing() {
    let writer = json!({
        "type": "string",
        "maxLength": 0,
        "contains": {},
        "unevaluatedItems": false,
    });
    assert_eq!(breaks(&writer, &json!({ "type": "integer" })), json!(""));
}

#[test]
fn look_ahead_and_look_behind() {
    narrows("^(?!foo|bar)", "^(?!foo)");
    narrows("^(?!.*foo)[a-z]*$", "^(?!.*foob)[a-z]*$");
    narrows(
        "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,}$",
        "^(?=.*[a-z])(?=.*[0-9]).{8,}$",
    );
    narrows(
        "^(?=.*[a-z])(?=.*[0-9]).{9,}$",
        "^(?=.*[a-z])(?=.*[0-9]).{8,}$",
    );
    narrows("^(?!admin$)[a-z]+$", "^[a-z]+$");
    narrows("^[b-y][a-z]*$", "^(?!a)[a-z]+$");
    narrows("^((?!ab).)*$", "^((?!abc).)*$");
    narrows("^[a-z]+(?<!x)$", "^[a-z]+$");
    narrows("^[a-z]*[a-y]$", "(?<!z)$");
    narrows(r"^a\b", r"^a(?![b-z])");
    narrows(r"^foo\b.*$", r"^foo(?!d)");
    // Two ways to write the same.
    let same = [
        r"^(?!a)(?!b)[a-c]$",
        "^(?!a|b)[a-c]$",
        "^c$",
        r"^(?=c)[a-c](?<!b)$",
    ];
    for one in same {
        for other in same {
            compatible(&json!({ "pattern": one }), &json!({ "pattern": other }));
        }
    }
    narrows(r"^(?!x)\d+$", r"^(?!x)[^x]+$");
}

#[test]
fn patterns_and_lists_of_strings() {
    let words = ["get", "put", "post"];
    compatible(
        &string(json!({ "pattern": "^(get|put|post)$" })),
        &json!({ "enum": words }),
    );
    assert_eq!(
        breaks(
            &string(json!({ "pattern": "^(get|put|post|head)$" })),
            &json!({ "enum": words })
        ),
        json!("head")
    );
    compatible(
        &string(json!({ "pattern": "^[ab]{2}$" })),
        &json!({ "enum": ["aa", "ab", "ba", "bb", "c"] }),
    );
    assert_eq!(
        breaks(
            &string(json!({ "pattern": "^a{0,3}$" })),
            &json!({ "enum": ["", "a", "aaa"] })
        ),
        json!("aa")
    );
    compatible(
        &json!({ "enum": words }),
        &json!({ "pattern": "^(get|put|post|head)$" }),
    );
    let long: Vec<String> = (0..2_000)
        .map(|number| format!("event-number_{number}"))
        .collect();
    let pattern = format!("^({})$", long.join("|"));
    compatible(
        &string(json!({ "pattern": pattern })),
        &json!({ "enum": long }),
    );
    assert_eq!(
        breaks(
            &string(json!({ "pattern": pattern })),
            &json!({ "enum": long.iter().filter(|it| !it.ends_with("_777")).collect::<Vec<_>>() })
        ),
        json!("event-number_777")
    );
    compatible(
        &string(json!({ "pattern": pattern })),
        &json!({ "pattern": "^event-number_[0-9]+$" }),
    );
    compatible(
        &string(json!({ "maxLength": 0 })),
        &json!({ "enum": ["", 1] }),
    );
    breaks(
        &string(json!({ "maxLength": 1 })),
        &json!({ "enum": ["", "a", "b", "c"] }),
    );
}

#[test]
fn formats_within_formats() {
    let format = |name: &str| json!({ "type": "string", "format": name });
    for (narrow, wide) in [
        ("uri", "uri-reference"),
        ("uri", "iri"),
        ("uri", "iri-reference"),
        ("uri-reference", "iri-reference"),
        ("uri-reference", "uri-template"),
        ("iri", "iri-reference"),
        ("email", "idn-email"),
        ("hostname", "idn-hostname"),
        ("ipv4", "hostname"),
        ("uuid", "hostname"),
    ] {
        compatible(&format(narrow), &format(wide));
        breaks(&format(wide), &format(narrow));
    }
    breaks(&format("date"), &format("date-time"));
    breaks(&format("ipv6"), &format("ipv4"));
}

#[test]
fn formats_and_patterns_written_by_hand() {
    let format = |name: &str| json!({ "type": "string", "format": name });
    let pattern = |text: &str| json!({ "type": "string", "pattern": text });
    let loose = r"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$";
    compatible(&format("date-time"), &pattern(loose));
    breaks(&pattern(loose), &format("date-time"));
    let strict = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$";
    compatible(&pattern(strict), &format("date-time"));
    breaks(&format("date-time"), &pattern(strict));
    compatible(&pattern("^20[0-9]{2}-0[1-9]-1[0-9]$"), &format("date"));
    compatible(&format("date"), &pattern("^[0-9]{4}-[01][0-9]-[0-3][0-9]$"));
    compatible(
        &pattern(r"^https://[a-z]+\.example\.com/[a-z]*$"),
        &format("uri"),
    );
    compatible(&format("uri"), &pattern("^[A-Za-z][^:]*:"));
    compatible(
        &pattern(r"^[a-z]{1,20}@example\.com$"),
        &format("idn-email"),
    );
    compatible(&format("email"), &pattern("@"));
    compatible(&pattern("^P[1-9]D$"), &format("duration"));
    compatible(&format("duration"), &pattern("^P"));
    compatible(
        &pattern("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
        &format("uuid"),
    );
    compatible(&format("json-pointer"), &pattern("^(/|$)"));
    let host = json!({ "type": "string", "pattern": "^[a-z][a-z0-9]*$", "maxLength": 63 });
    compatible(&host, &format("hostname"));
}

#[test]
fn drafts_that_do_not_define_a_format_do_not_assert_it() {
    for (draft, format) in [
        (Draft::Draft4, "date"),
        (Draft::Draft4, "time"),
        (Draft::Draft6, "regex"),
        (Draft::Draft6, "idn-email"),
        (Draft::Draft4, "uri-reference"),
        (Draft::Draft7, "duration"),
    ] {
        let reader = json!({ "format": format });
        let verdict = compare(&json!({ "const": "(" }), &reader, &in_draft(draft));
        assert!(verdict.is_compatible(), "{format}: {verdict:?}");
        let verdict = compare(&json!({ "type": "string" }), &reader, &in_draft(draft));
        assert!(verdict.is_compatible(), "{format}: {verdict:?}");
    }
    let reader = json!({ "format": "date" });
    witness(&json!({ "const": "(" }), &reader, &in_draft(Draft::Draft7));
}

#[test]
fn content_is_an_annotation() {
    for draft in [Draft::Draft6, Draft::Draft7, Draft::Draft201909] {
        for reader in [
            json!({ "contentEncoding": "base64" }),
            json!({ "contentMediaType": "application/json" }),
            json!({ "contentEncoding": "base64", "contentMediaType": "application/json" }),
        ] {
            let settings = in_draft(draft);
            let verdict = compare(&json!({ "type": "string" }), &reader, &settings);
            assert!(verdict.is_compatible(), "{reader}: {verdict:?}");
            // The validator that confirms documents does not assert it either.
            witness(&reader, &json!({ "type": "integer" }), &settings);
            let never = json!({ "not": reader });
            assert!(witness(&json!({ "const": "{" }), &never, &settings).is_string());
        }
    }
}

#[test]
fn strings_of_formats_are_such_as_every_reader_takes() {
    let number = json!({ "type": "number" });
    let mut found = Vec::new();
    for format in ["email", "uri", "date-time", "hostname", "time", "idn-email"] {
        let writer = json!({ "type": "string", "format": format });
        found.push(breaks(&writer, &number).as_str().unwrap().to_owned());
        let long = json!({ "type": "string", "format": format, "minLength": 40 });
        let shown = breaks(&long, &number);
        assert!(!shown.as_str().unwrap().contains('<'), "{shown}");
    }
    assert_eq!(
        found,
        [
            "user@example.com",
            "https://example.com/",
            "2020-01-01T00:00:00Z",
            "a",
            "12:00:00Z",
            "user@example.com",
        ]
    );
    // An address with a display name is not an address.
    let named = json!({ "const": "Joe <user@example.com>" });
    breaks(&named, &json!({ "format": "email" }));
    compatible(&named, &json!({ "not": { "format": "email" } }));
}
