//! The schemas of the types of all events.

use repository_tests::generated::{
    bare::v1 as bare, limits::v1 as limits, plain::v1 as plain, shop::v1 as shop, words,
};
use schemars::{JsonSchema, generate::SchemaSettings};
use scrapenest_webhooks::v1 as webhooks;
use serde_json::{Map, Value, json};

/// Makes the schema of a type.
pub(crate) type Derive = fn() -> Value;

/// The schema of a type as a reference, with all definitions beside it: a type that holds itself is
/// then referred to by its name everywhere, and not as the root in one place.
fn derived<T: JsonSchema>() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.subschema_for::<T>();
    let definitions = generator.take_definitions(true);
    schema.insert("$defs".into(), Value::Object(definitions));
    schema.to_value()
}

/// The schemas of the events of webhooks, by their names, as parts of the schema of the choice between
/// them: a new event needs no row here.
pub(crate) fn webhooks() -> Vec<(String, Value)> {
    let majors = ANY_EVENT
        .iter()
        .filter(|(major, _)| major.starts_with("webhooks/"));
    majors
        .flat_map(|(major, derive)| events(major, &derive()))
        .collect()
}

fn events(major: &str, any: &Value) -> Vec<(String, Value)> {
    let definitions = any["$defs"].as_object().unwrap();
    let branches = definitions["Event"]["oneOf"].as_array().unwrap();
    // The last one is for events that are not known.
    let known = branches.iter().filter_map(|branch| branch["$ref"].as_str());
    let events = known.map(|reference| {
        let name = reference.strip_prefix(DEFINITIONS).unwrap();
        let event = &definitions[name]["properties"]["event_type"]["const"];
        let mut used = Map::new();
        keep(name, definitions, &mut used);
        let schema = json!({ "$ref": reference, "$defs": used });
        (format!("{major}/{}", event.as_str().unwrap()), schema)
    });
    events.collect()
}

const DEFINITIONS: &str = "#/$defs/";

/// Keeps a definition, and those that it refers to.
fn keep(name: &str, definitions: &Map<String, Value>, kept: &mut Map<String, Value>) {
    if kept.contains_key(name) {
        return;
    }
    kept.insert(name.to_owned(), definitions[name].clone());
    let mut parts = vec![&definitions[name]];
    while let Some(part) = parts.pop() {
        match part {
            Value::Array(items) => parts.extend(items),
            Value::Object(members) => {
                let reference = members.get("$ref").and_then(Value::as_str);
                if let Some(name) = reference.and_then(|text| text.strip_prefix(DEFINITIONS)) {
                    keep(name, definitions, kept);
                }
                parts.extend(members.values());
            }
            _ => {}
        }
    }
}

/// The schemas of the events of the fixture, by their names.
pub(crate) fn everything() -> Vec<(String, Value)> {
    let types = EVERYTHING.iter();
    types
        .map(|(name, derive)| ((*name).to_owned(), derive()))
        .collect()
}

const EVERYTHING: &[(&str, Derive)] = &[
    ("bare/v1/ping", derived::<bare::Event<bare::Ping>>),
    ("limits/v1/lists", derived::<limits::Event<limits::Lists>>),
    ("limits/v1/maps", derived::<limits::Event<limits::Maps>>),
    (
        "limits/v1/numbers",
        derived::<limits::Event<limits::Numbers>>,
    ),
    ("limits/v1/texts", derived::<limits::Event<limits::Texts>>),
    ("limits/v1/tuples", derived::<limits::Event<limits::Tuples>>),
    ("plain/v1/figure.drawn", derived::<plain::FigureDrawn>),
    ("plain/v1/note", derived::<plain::Note>),
    ("plain/v1/outline", derived::<plain::OutlineEntry>),
    (
        "shop/v1/a_kind_of_event_that_goes_on_for_sixty_characters_and_stops",
        derived::<shop::Event<shop::AKindOfEventThatGoesOnForSixtyCharactersAndStops>>,
    ),
    (
        "shop/v1/all_optional",
        derived::<shop::Event<shop::AllOptional>>,
    ),
    (
        "shop/v1/containers",
        derived::<shop::Event<shop::Containers>>,
    ),
    (
        "shop/v1/hostile.text",
        derived::<shop::Event<shop::HostileText>>,
    ),
    ("shop/v1/keywords", derived::<shop::Event<shop::Keywords>>),
    (
        "shop/v1/payment.of.order.settled",
        derived::<shop::Event<shop::Settlement>>,
    ),
    ("shop/v1/scalars", derived::<shop::Event<shop::Scalars>>),
    ("shop/v1/sets", derived::<shop::Event<shop::Sets>>),
    (
        "shop/v1/text.patterns.and_lengths",
        derived::<shop::Event<shop::TextPatternsAndLengths>>,
    ),
    ("shop/v1/trees", derived::<shop::Event<shop::Trees>>),
    (
        "words/v1/all",
        derived::<words::v1::Event<words::v1::TheWordAll>>,
    ),
    (
        "words/v1/crate.fn.match",
        derived::<words::v1::Event<words::v1::TheWordCrateFnMatch>>,
    ),
    (
        "words/v1/event",
        derived::<words::v1::Event<words::v1::TheWordEvent>>,
    ),
    (
        "words/v1/mod",
        derived::<words::v1::Event<words::v1::TheWordMod>>,
    ),
    (
        "words/v1/schemas",
        derived::<words::v1::Event<words::v1::TheWordSchemas>>,
    ),
    (
        "words/v1/self",
        derived::<words::v1::Event<words::v1::TheWordSelf>>,
    ),
    (
        "words/v1/type",
        derived::<words::v1::Event<words::v1::TheWordType>>,
    ),
    (
        "words/v1/unknown",
        derived::<words::v1::Event<words::v1::TheWordUnknown>>,
    ),
    (
        "words/v2/added",
        derived::<words::v2::Event<words::v2::TheWordAdded>>,
    ),
    (
        "words/v2/event",
        derived::<words::v2::Event<words::v2::TheWordEvent>>,
    ),
    (
        "words/v2/self",
        derived::<words::v2::Event<words::v2::TheWordSelf>>,
    ),
    (
        "words/v2/unknown",
        derived::<words::v2::Event<words::v2::TheWordUnknown>>,
    ),
];

/// The events of a major version, whichever it is.
pub(crate) const ANY_EVENT: &[(&str, Derive)] = &[
    ("bare/v1", derived::<bare::Event>),
    ("limits/v1", derived::<limits::Event>),
    ("shop/v1", derived::<shop::Event>),
    ("webhooks/v1", derived::<webhooks::Event>),
    ("words/v1", derived::<words::v1::Event>),
    ("words/v2", derived::<words::v2::Event>),
    ("words/v3", derived::<words::v3::Event>),
];
