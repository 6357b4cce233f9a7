//! Schemas that do not describe members of objects.

use std::collections::BTreeMap;

use schema_registry::keywords::{self, Purpose, is_reference};
use serde_json::Value;

use super::{Lowering, SchemaContext, address};

impl<'a> Lowering<'_, 'a> {
    /// Reports whether a schema does not declare, require or allow members of objects, at any depth. Under the profile
    /// `tolerant`, such a schema describes nothing.
    pub(super) fn is_plain(&mut self, schema: &'a Value, context: &SchemaContext) -> bool {
        if schema.is_boolean() {
            return true;
        }
        if let Some(known) = self.plain.get(&address(schema)) {
            return *known;
        }
        let mut visited = BTreeMap::new();
        let mut waiting = vec![(schema, context.clone())];
        while let Some((inner, context)) = waiting.pop() {
            let key = address(inner);
            let is_plain = match self.plain.get(&key) {
                Some(true) => continue,
                Some(false) => false,
                None if visited.insert(key, ()).is_some() => continue,
                None => self.is_plain_alone(inner, &context, &mut waiting),
            };
            if !is_plain {
                self.plain.insert(address(schema), false);
                return false;
            }
        }
        // The walk covers everything that each visited schema can reach.
        self.plain
            .extend(visited.into_keys().map(|key| (key, true)));
        true
    }

    /// Reports the same for the schema without those inside, which it adds to `inner`.
    fn is_plain_alone(
        &self,
        schema: &'a Value,
        context: &SchemaContext,
        inner: &mut Vec<(&'a Value, SchemaContext)>,
    ) -> bool {
        let (Some(members), Some(context)) = (schema.as_object(), self.enter(schema, context))
        else {
            return schema.is_boolean();
        };
        for (name, value) in members {
            match (name.as_str(), value) {
                (
                    "properties" | "patternProperties" | "dependentRequired",
                    Value::Object(entries),
                ) if !entries.is_empty() => return false,
                ("required", Value::Array(names)) if !names.is_empty() => return false,
                ("additionalProperties" | "unevaluatedProperties", value)
                    if *value != Value::Bool(false) =>
                {
                    return false;
                }
                (_, Value::String(reference)) if is_reference(name) => {
                    let reference = match name.as_str() {
                        "$ref" => Some(reference.clone()),
                        _ => self.dynamic_target(name, reference),
                    };
                    match reference.and_then(|it| self.follow(&it, &context)) {
                        Some(target) => inner.push(target),
                        None => return false,
                    }
                }
                // Their schemas describe no members.
                ("not" | "propertyNames", _) => {}
                (_, value) => {
                    let keyword = keywords::find(name).filter(|keyword| {
                        let purpose = keyword.purpose;
                        [Purpose::InPlaceApplicator, Purpose::ChildApplicator].contains(&purpose)
                    });
                    let schemas: Vec<&Value> = match (keyword, value) {
                        (None, _) => continue,
                        (Some(_), Value::Array(schemas)) => schemas.iter().collect(),
                        (Some(keyword), Value::Object(entries))
                            if keyword.holds.is_schema_map() =>
                        {
                            if entries.values().any(Value::is_array) {
                                return false;
                            }
                            entries.values().collect()
                        }
                        (Some(_), schema) => vec![schema],
                    };
                    inner.extend(schemas.into_iter().map(|schema| (schema, context.clone())));
                }
            }
        }
        true
    }
}
