//! Registries of any size, made from a seed: the same numbers give the same files.

use serde_json::{Map, Value, json};

/// The size of a registry.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The seed of everything that is chosen.
    pub seed: u64,
    /// The families.
    pub families: usize,
    /// The major versions of each family.
    pub majors: usize,
    /// The events of each major version.
    pub events: usize,
    /// The fields of each payload.
    pub fields: usize,
    /// The definitions of the envelope, which payloads share.
    pub shared: usize,
}

impl Size {
    /// One family with one major version, whose payloads have eight fields and share nothing.
    #[must_use]
    pub fn of_events(events: usize) -> Self {
        Self {
            seed: 1,
            families: 1,
            majors: 1,
            events,
            fields: 8,
            shared: 0,
        }
    }
}

/// The address of synthetic registries.
const BASE: &str = "https://synthetic.example/";

/// Makes the files of a registry, by their paths in its folder. Rust and pages are generated beside the folder.
#[must_use]
pub fn files(size: Size) -> Vec<(String, String)> {
    let mut random = Random(size.seed);
    let mut config = format!("base-uri = \"{BASE}\"\npath = \"\"\n");
    let mut files = Vec::new();
    for family in 0..size.families {
        let name = format!("family_{family}");
        config.push_str(&format!(
            "\n[families.{name}]\ntitle = \"Family {family}\"\ndescription = \"Events of family {family}.\"\n\n\
             [families.{name}.envelope]\nevent-type = \"type\"\npayload = \"data\"\n\n\
             [families.{name}.targets.rust]\nfolder = \"../out/{name}\"\n\n\
             [families.{name}.targets.markdown]\nfolder = \"../out/docs\"\n"
        ));
        for major in 1..=size.majors {
            let folder = format!("{name}/v{major}");
            files.push(file(
                &format!("{folder}/envelope.json"),
                envelope(size.shared),
            ));
            for event in 0..size.events {
                let schema = event_schema(size, event, &mut random);
                files.push(file(&format!("{folder}/thing_{event}.done.json"), schema));
            }
        }
    }
    files.push(("registry.toml".to_owned(), config));
    files
}

fn file(path: &str, mut schema: Map<String, Value>) -> (String, String) {
    schema.insert("$id".to_owned(), format!("{BASE}{path}").into());
    let dialect = "https://json-schema.org/draft/2020-12/schema";
    schema.insert("$schema".to_owned(), dialect.into());
    (path.to_owned(), format!("{:#}\n", Value::from(schema)))
}

fn envelope(shared: usize) -> Map<String, Value> {
    let mut definitions = Map::new();
    for number in 0..shared {
        let text = json!({
            "title": format!("Shared {number}"), "description": "A name.", "type": "string",
            "maxLength": 10 + number,
        });
        definitions.insert(format!("shared_{number}"), text);
    }
    object(json!({
        "title": "Envelope", "description": "The fields of every event.", "type": "object",
        "required": ["type", "data"],
        "properties": {
            "type": { "description": "The type.", "type": "string", "maxLength": 90 },
            "data": { "description": "The payload.", "type": "object" },
        },
        "$defs": definitions,
    }))
}

fn event_schema(size: Size, event: usize, random: &mut Random) -> Map<String, Value> {
    let (name, payload) = (format!("thing_{event}.done"), format!("thing_{event}"));
    let mut fields = Map::new();
    let mut required = Vec::new();
    for number in 0..size.fields {
        let field = format!(
            "{}_{number}",
            random.of(&["size", "colour", "owner", "place"])
        );
        if random.below(2) == 0 {
            required.push(field.clone());
        }
        fields.insert(
            field,
            field_schema(size, number, &format!("{event} {number}"), random),
        );
    }
    object(json!({
        "title": format!("Thing {event} done"), "description": format!("Thing {event} is done."),
        "x-event-version": "1.0.0", "$ref": "envelope.json",
        "properties": { "type": { "const": name }, "data": { "$ref": format!("#/$defs/{payload}") } },
        "$defs": { payload: {
            "title": format!("Thing {event}"), "description": "The thing.", "type": "object",
            "required": required, "properties": fields,
        } },
    }))
}

/// A field of each kind in turn.
fn field_schema(size: Size, number: usize, name: &str, random: &mut Random) -> Value {
    if size.shared > 0 && random.below(4) == 0 {
        let shared = format!("envelope.json#/$defs/shared_{}", random.below(size.shared));
        return json!({ "description": "A shared name.", "$ref": shared });
    }
    match number % 8 {
        0 => json!({ "description": "A text.", "type": "string" }),
        1 => json!({
            "description": "A number.", "type": "integer", "minimum": 0, "maximum": random.below(10_000) + 1,
        }),
        2 => json!({ "description": "An identifier.", "type": "string", "format": "uuid" }),
        3 => json!({ "description": "A moment.", "type": "string", "format": "date-time" }),
        4 => json!({ "description": "A switch.", "type": "boolean" }),
        5 => json!({
            "title": format!("Colour {name}"), "description": "A set.", "type": "string",
            "x-known-values": ["red", "green"],
        }),
        6 => json!({
            "title": format!("Name {name}"), "description": "A name.", "type": "string", "minLength": 1,
            "maxLength": random.below(90) + 1,
        }),
        _ => json!({
            "title": format!("Part {name}"), "description": "An object.", "type": "object",
            "required": ["length"],
            "properties": { "length": { "description": "A length.", "type": "number" } },
        }),
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// The generator SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % bound.max(1) as u64).unwrap_or_default()
    }

    fn of<'t>(&mut self, choices: &[&'t str]) -> &'t str {
        let index = self.below(choices.len());
        choices.get(index).copied().unwrap_or_default()
    }
}
