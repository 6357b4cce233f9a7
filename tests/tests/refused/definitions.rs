//! Definitions that refer to others, and names in `registry.toml`: each finding as a whole.

use repository_tests::targets;
use serde_json::{Value, json};

use crate::{CONFIG, envelope, event, findings, of_property, registry, with};

fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// Returns an object with a map and a union of a definition.
fn uses(definition: &str) -> [Value; 2] {
    [
        json!({ "type": "object", "propertyNames": of(definition) }),
        json!({ "oneOf": [of(definition), { "type": "null" }] }),
    ]
}

#[test]
fn definitions_are_followed_to_their_end() {
    let chain = |end: Value| json!({ "first": of("second"), "second": of("third"), "third": end });
    let found = |definitions: &Value| uses("first").map(|it| of_property(&it, definitions));
    let strings = chain(json!({ "type": "string", "minLength": 1 }));
    assert_eq!(found(&strings), ["", ""]);
    let no_names = "  unmappable-schema at /properties/value/propertyNames: there is no type for such names\n    \
        help: write `\"type\": \"string\"` with a `pattern`, lengths, an `enum` or `x-known-values`\n";
    let twice_null = "  unmappable-schema at /properties/value: both branches accept `null`, so that `oneOf` \
        rejects it\n    help: write `anyOf`, or remove `null` from one of them\n";
    let nullable = chain(json!({ "type": ["string", "null"] }));
    assert_eq!(found(&nullable), [no_names, twice_null]);
    let holds_itself = [("first", "First"), ("second", "Second"), ("third", "Third")].map(|(name, ty)| {
        format!(
            "  unmappable-schema at /$defs/{name}: `{ty}` holds itself, and no object is in between\n    \
             help: put it into a property of an object\n"
        )
    });
    let holds_itself = holds_itself.concat();
    let circle = chain(of("first"));
    assert_eq!(
        found(&circle),
        [format!("{no_names}{holds_itself}"), holds_itself]
    );
}

#[test]
fn definitions_of_one_name_are_told_apart() {
    let text = |length: u32| json!({ "type": "string", "minLength": length });
    let both = json!({
        "type": "object",
        "properties": { "one": of("foo_bar"), "two": of("fooBar") },
    });
    let found = of_property(&both, &json!({ "foo_bar": text(1), "fooBar": text(2) }));
    let expected = "  name-collision at /$defs/fooBar: this is the type `FooBar`, and so is `/$defs/foo_bar` of \
                 registry/f/v1/thing.json\n    help: rename it\n";
    assert_eq!(found, expected);
}

#[test]
fn payloads_are_found_behind_names() {
    let payload = |name: &str| json!({ "$ref": format!("envelope.json#/$defs/{name}") });
    let mut shared = envelope();
    for (name, definition) in [
        ("first", of("second")),
        ("second", of("third")),
        (
            "third",
            json!({ "type": "object", "properties": { "x": { "type": "boolean" } } }),
        ),
    ] {
        shared = with(shared, &format!("/$defs/{name}"), definition);
    }
    let files = |first: &str, second: &str| {
        let body = |name: &str, payload| with(event(name), "/properties/body", payload);
        vec![
            ("f/v1/a", body("a", payload(first))),
            ("f/v1/b", body("b", payload(second))),
            ("f/v1/envelope", shared.clone()),
        ]
    };
    let found = |files: &[(&str, Value)]| findings(&registry(CONFIG, files));
    assert_eq!(
        found(&files("first", "third")),
        "  unmappable-schema at /properties/body: `a` has the payload `Third` already\n    \
         help: define the payload of each event under a name of its own\n  \
         unmappable-schema at registry/f/v1/b.json: `b` would be left out of generated code\n    \
         help: fix the other findings here, also those that are allowed; or allow `unmappable-schema` here, with the reason\n"
    );
    assert_eq!(found(&files("first", "shared")), "");
}

#[test]
fn fields_that_a_registry_names_are_there() {
    let config = CONFIG.replace("event-type", "id = \"absent\"\nevent-type");
    let other = with(
        envelope(),
        "/properties/other",
        json!({ "type": "boolean" }),
    );
    assert_eq!(
        findings(&registry(&config, &[("f/v1/envelope", other)])),
        "  unmappable-schema at /properties/absent: `absent`: the envelope has no such field, and `registry.toml` \
         names it\n    help: see the envelope in `registry.toml`\n"
    );
}

/// The finding points at the target of the second family.
#[test]
fn a_folder_of_two_families_is_shown_where_it_is_named_again() {
    let config = format!("{CONFIG}{}", CONFIG.replace("families.f", "families.g"));
    let files = [("f/v1/envelope", envelope()), ("g/v1/envelope", envelope())];
    let (_, findings) = targets::lower(&registry(&config, &files));
    let finding = findings.first().unwrap();
    assert_eq!(
        finding.message,
        "the families `f` and `g` have one folder for the target `rust`"
    );
    let place = finding.location.as_ref().unwrap();
    assert_eq!(
        place.source.text.get(place.span.clone()).unwrap(),
        "families.g.targets.rust"
    );
}

/// Of a type of an event and one of the envelope with the same name, the event's has to be renamed.
#[test]
fn a_borrowed_counterpart_of_an_event_is_not_a_type_of_the_envelope() {
    let text = json!({ "type": "string", "maxLength": 5 });
    let shared = with(envelope(), "/$defs/item_ref", text);
    let shared = with(shared, "/properties/item", of("item_ref"));
    let item = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let payload = with(event("e"), "/properties/body", of("item"));
    let named = with(payload, "/$defs", json!({ "item": item }));
    let files = [("f/v1/e", named), ("f/v1/envelope", shared)];
    assert_eq!(
        findings(&registry(CONFIG, &files)),
        "  name-collision at /$defs/item: generated code has a type `ItemRef` for `Item`, and the envelope has \
         another one\n    help: rename it\n  unmappable-schema at registry/f/v1/e.json: `e` would be left out of generated \
         code\n    help: fix the other findings here, also those that are allowed; or allow `unmappable-schema` here, \
         with the reason\n"
    );
}
