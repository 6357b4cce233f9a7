//! A new event that passes `check`, to start from.

use schema_registry::{
    config::EnvelopeConfig,
    layout::FileRole,
    lint::{FIELD_TEMPLATE, event_template, payload_template},
    model::{EVENT_VERSION, Family, Major, Registry},
    names,
    resolve::DIALECT,
    revision::Revision,
};
use serde_json::{Map, Value, json};

use crate::{
    error::{Attempt, Error, Reason},
    registry_file::RegistryFile,
};

/// A new event of the newest major version of a family.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    registry: &'a Registry,
    family: &'a Family,
    major: &'a Major,
    event: &'a str,
}

impl<'a> Draft<'a> {
    /// Begins an event. The name of the family is optional if the registry has only one.
    ///
    /// # Errors
    ///
    /// Returns an error if the event type is not in snake case, if the family or its first major version does not
    /// exist, or if the event exists already.
    pub fn new(
        registry: &'a Registry,
        event: &'a str,
        family: Option<&str>,
    ) -> Result<Self, Error> {
        let failed = |reason| add_failed(event, reason);
        if event.is_empty() || !event.split('.').all(names::is_snake) {
            return Err(failed(Reason::EventName));
        }
        let family = self::family(registry, family).map_err(failed)?;
        let major = family.majors.last();
        let major = major.ok_or_else(|| {
            let family = family.name.clone();
            failed(Reason::NoFirstMajor { family })
        })?;
        if major.events.iter().any(|known| known.event_type == event) {
            return Err(failed(Reason::EventExists {
                family: family.name.clone(),
                major: major.name.clone(),
            }));
        }
        Ok(Self {
            registry,
            family,
            major,
            event,
        })
    }

    /// Returns the family of the event.
    #[must_use]
    pub fn family(&self) -> &'a Family {
        self.family
    }

    /// Returns the path of the schema, below the registry's folder.
    #[must_use]
    pub fn schema_path(&self) -> String {
        self.major.folder.schema(self.event)
    }

    /// Returns the folder of the event's examples, below the registry's.
    #[must_use]
    pub fn examples(&self) -> String {
        self.major.folder.examples(self.event)
    }

    /// Returns the files of the event: the schema, then its examples.
    ///
    /// # Errors
    ///
    /// Returns an error if the family has an envelope, and no other event has an example of its fields.
    pub fn files(&self) -> Result<Vec<RegistryFile>, Error> {
        let path = self.schema_path();
        let stem = self.event.to_owned();
        let schema = text(&self.schema(&path));
        let mut files = vec![self.file(FileRole::Schema { stem }, schema)];
        for (case, is_full) in [("default", true), ("default_minimal", false)] {
            let role = FileRole::Example {
                event: self.event.to_owned(),
                case: case.to_owned(),
                valid: true,
            };
            let body = self.example(&path, is_full);
            let body = body.map_err(|reason| add_failed(self.event, reason))?;
            files.push(self.file(role, text(&body)));
        }
        Ok(files)
    }

    fn file(&self, role: FileRole, text: String) -> RegistryFile {
        RegistryFile {
            folder: self.major.folder.clone(),
            role,
            text,
        }
    }

    fn schema(&self, path: &str) -> Value {
        let public = self.registry.public_path(path);
        let mut schema = json!({
            "$schema": DIALECT,
            "$id": format!("{}{public}", self.registry.config.base_uri),
            "title": self.event,
            "description": event_template(self.event),
            EVENT_VERSION: Revision::first(self.major.number).to_string(),
        });
        let payload = json!({
            "title": format!("{} payload", self.event),
            "description": payload_template(self.event),
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {
                    "description": FIELD_TEMPLATE,
                    "type": "string",
                    "format": "uuid"
                }
            }
        });
        let (Some(members), Some(payload_members)) = (schema.as_object_mut(), payload.as_object())
        else {
            return schema;
        };
        let Some(envelope) = self.family.envelope() else {
            let keywords = ["type", "required", "properties"];
            members.extend(keywords.iter().filter_map(|name| {
                Some(((*name).to_owned(), payload_members.get(*name)?.clone()))
            }));
            return schema;
        };
        let definition = self.event.replace('.', "_");
        let properties = self.properties(envelope, &public, &definition);
        members.insert("$ref".into(), envelope.file.clone().into());
        members.insert("type".into(), "object".into());
        members.insert("properties".into(), properties.into());
        members.insert("$defs".into(), json!({ definition: payload }));
        schema
    }

    /// Returns the properties that refine those of the envelope. `public` is the public path of the schema, and
    /// `definition` the name of the payload's.
    fn properties(
        &self,
        envelope: &EnvelopeConfig,
        public: &str,
        definition: &str,
    ) -> Map<String, Value> {
        let mut properties = Map::new();
        properties.insert(
            envelope.event_type.clone(),
            json!({
                "description": format!("The type of event, here always `{}`.", self.event),
                "const": self.event,
            }),
        );
        if let Some(name) = &envelope.schema_ref {
            properties.insert(
                name.clone(),
                json!({
                    "description": format!("Schema reference for this event type, here always `{public}`."),
                    "const": public,
                }),
            );
        }
        properties.insert(
            envelope.payload.clone(),
            json!({
                "description": "The event-specific payload.",
                "$ref": format!("#/$defs/{definition}"),
            }),
        );
        properties
    }

    /// Returns a body with the envelope's fields of another event's example, which has realistic values for them.
    fn example(&self, path: &str, is_full: bool) -> Result<Value, Reason> {
        let payload = json!({ "id": "9e8e64d4-0d5c-4c8f-9a3e-2f4b7c1d6e5a" });
        let Some(envelope) = self.family.envelope() else {
            return Ok(payload);
        };
        let model = self
            .major
            .events
            .iter()
            .flat_map(|event| &event.examples)
            .map(|example| example.root.to_value())
            .max_by_key(|body| body.as_object().map_or(0, Map::len))
            .ok_or(Reason::NoModelExample)?;
        let known: Vec<&str> = self
            .major
            .envelope
            .iter()
            .filter_map(|envelope| envelope.root.get("properties"))
            .flat_map(|properties| properties.members())
            .map(|member| member.name.as_str())
            .collect();
        let mut body = Map::new();
        for (name, value) in model.as_object().into_iter().flatten() {
            let is = |field: &Option<String>| field.as_ref() == Some(name);
            let value = if *name == envelope.event_type {
                self.event.into()
            } else if *name == envelope.payload {
                payload.clone()
            } else if is(&envelope.schema_ref) {
                self.registry.public_path(path).into()
            } else {
                value.clone()
            };
            let may_be_absent = is(&envelope.schema_ref) || is(&envelope.version);
            if known.contains(&name.as_str()) && (is_full || !may_be_absent) {
                body.insert(name.clone(), value);
            }
        }
        Ok(body.into())
    }
}

fn text(value: &Value) -> String {
    let text = format!("{value:#}\n");
    schema_registry::format::format(&text).unwrap_or(text)
}

fn family<'a>(registry: &'a Registry, name: Option<&str>) -> Result<&'a Family, Reason> {
    let families = registry.families.as_slice();
    let known = || families.iter().map(|family| family.name.clone()).collect();
    match (name, families) {
        (Some(name), families) => {
            let found = families.iter().find(|family| family.name == name);
            found.ok_or_else(|| Reason::UnknownFamily {
                family: name.to_owned(),
                known: known(),
            })
        }
        (None, [family]) => Ok(family),
        (None, []) => Err(Reason::NoFamily),
        (None, _) => Err(Reason::SeveralFamilies { known: known() }),
    }
}

fn add_failed(event: &str, reason: Reason) -> Error {
    let event = event.to_owned();
    Error::new(Attempt::AddEvent { event }, reason)
}
