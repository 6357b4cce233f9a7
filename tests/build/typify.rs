//! The types that typify makes by itself from the schemas of each major version, normalised as little as it needs.

use schema_registry::model::{Major, Registry};
use schemars_v08::schema::Schema;
use serde_json::json;
use typify::{TypeSpace, TypeSpaceSettings};

use crate::normalise::normalise;

/// The types of all major versions.
pub(crate) struct Made {
    /// A module for each major version.
    pub(crate) code: String,
    /// The name of each event with family and major version, and the path of typify's type for it.
    pub(crate) names: Vec<(String, String)>,
}

pub(crate) fn make(registry: &Registry) -> Made {
    let (mut code, mut names) = (String::new(), Vec::new());
    for (family, major) in registry.majors() {
        let module = format!("{}_{}", family.name, major.name);
        let (space, types) = space(registry, major);
        code += &format!("pub mod {module} {{\n{}\n}}\n", space.to_stream());
        for (event, ty) in major.events.iter().zip(types) {
            let name = format!("{}/{}/{}", family.name, major.name, event.event_type);
            names.push((name, format!("{module}::{ty}")));
        }
    }
    Made { code, names }
}

/// Returns typify's types of a major version, with the names of those of its events.
fn space(registry: &Registry, major: &Major) -> (TypeSpace, Vec<String>) {
    let normalised = normalise(registry, major);
    let mut definitions = normalised.definitions;
    let reference = |name: &String| json!({ "$ref": format!("#/definitions/{name}") });
    let branches: Vec<_> = normalised.events.iter().map(reference).collect();
    definitions.push(("any_event".into(), json!({ "oneOf": branches })));
    let schema = |value| -> Schema { serde_json::from_value(value).unwrap() };
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    let definitions = definitions
        .into_iter()
        .map(|(name, value)| (name, schema(value)));
    space.add_ref_types(definitions).unwrap();
    let names = normalised.events.iter().map(|event| {
        let id = space.add_type(&schema(reference(event))).unwrap();
        space.get_type(&id).unwrap().name()
    });
    let names = names.collect();
    (space, names)
}
