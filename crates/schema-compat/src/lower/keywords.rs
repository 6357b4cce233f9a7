//! The assertions of the keywords.

use jsonschema::Draft as Dialect;
use serde_json::{Map, Value, json};

use super::{Lowering, SchemaContext, strings};
use crate::{
    format,
    model::{Id, Kinds, Node, Selector},
    number::Num,
};

impl<'a> Lowering<'_, 'a> {
    /// Adds the assertion of a keyword to the parts of its schema.
    pub(super) fn keyword(
        &mut self,
        name: &str,
        value: &'a Value,
        siblings: &'a Map<String, Value>,
        context: &SchemaContext,
        parts: &mut Vec<Id>,
    ) {
        if !self.dialect.is_known_keyword(name) {
            return;
        }
        let part = match name {
            "$ref" | "$dynamicRef" | "$recursiveRef" => self.any_reference(name, value, context),
            "type" => self.kinds(value),
            "enum" => self
                .model
                .values(value.as_array().map_or(&[], Vec::as_slice)),
            "const" => self.model.values(std::slice::from_ref(value)),
            "allOf" => {
                let all = self.each(value, context);
                self.model.all(all)
            }
            "anyOf" => {
                let any = self.each(value, context);
                self.model.any(any)
            }
            "oneOf" => self.one_of(value, context),
            "not" => {
                let inner = self.condition(value, context);
                self.model.not(inner)
            }
            "if" => self.conditional(value, siblings, context),
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                self.bound(name, value, siblings)
            }
            "multipleOf" => self.multiple_of(value),
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" => self.size(name, value),
            "pattern" => {
                let pattern = value.as_str().map(|pattern| self.model.pattern(pattern));
                pattern.map(|pattern| self.model.add(Node::Pattern(pattern)))
            }
            .unwrap_or_else(|| self.model.opaque()),
            "format" => self.format(value),
            "items" | "prefixItems" | "additionalItems" => {
                self.items(name, value, siblings, context)
            }
            "contains" => self.contains(value, siblings, context),
            "uniqueItems" if value == &Value::Bool(true) => self.model.add(Node::Unique),
            "required" => {
                let names = strings(value).map(|name| self.model.intern(name));
                let names: Vec<_> = names.collect();
                let required = names
                    .into_iter()
                    .map(|name| self.model.add(Node::Required(name)));
                let required: Vec<_> = required.collect();
                self.model.all(required)
            }
            "properties" => {
                let members = value.as_object().into_iter().flatten();
                let properties = members.map(|(name, schema)| self.property(name, schema, context));
                let properties: Vec<_> = properties.collect();
                self.model.all(properties)
            }
            "patternProperties" => {
                let members = value.as_object().into_iter().flatten();
                let matching = members.map(|(pattern, schema)| {
                    let schema = self.value(schema, context);
                    let pattern = self.model.pattern(pattern);
                    if self.model.is_always(schema) {
                        schema
                    } else {
                        let selector = Selector {
                            matching: vec![pattern],
                            ..Selector::default()
                        };
                        self.model.add(Node::Members(selector, schema))
                    }
                });
                let matching: Vec<_> = matching.collect();
                self.model.all(matching)
            }
            "additionalProperties" => self.additional(value, siblings, context),
            "propertyNames" => {
                let names = self.value(value, context);
                if self.model.is_always(names) {
                    names
                } else {
                    self.model.add(Node::Names(names))
                }
            }
            "dependentRequired" | "dependentSchemas" | "dependencies" => {
                self.dependent(value, context)
            }
            _ => return,
        };
        parts.push(part);
    }

    fn any_reference(&mut self, name: &str, value: &Value, context: &SchemaContext) -> Id {
        let reference = value.as_str().and_then(|reference| match name {
            "$ref" => Some(reference.to_owned()),
            _ => self.dynamic_target(name, reference),
        });
        match reference {
            Some(reference) => self.reference(&reference, context),
            None => self.model.opaque(),
        }
    }

    fn each(&mut self, value: &'a Value, context: &SchemaContext) -> Vec<Id> {
        let schemas = value.as_array().into_iter().flatten();
        schemas.map(|schema| self.schema(schema, context)).collect()
    }

    fn one_of(&mut self, value: &'a Value, context: &SchemaContext) -> Id {
        // The other branches have to fail if one branch holds.
        let branches = value.as_array().into_iter().flatten();
        let branches = branches.map(|branch| self.condition(branch, context));
        let branches = branches.collect();
        self.model.one(branches)
    }

    fn conditional(
        &mut self,
        value: &'a Value,
        siblings: &'a Map<String, Value>,
        context: &SchemaContext,
    ) -> Id {
        let condition = self.condition(value, context);
        let mut branch = |name: &str| match siblings.get(name) {
            Some(schema) => self.schema(schema, context),
            None => self.model.always(),
        };
        let (then, otherwise) = (branch("then"), branch("else"));
        let refuted = self.model.not(condition);
        let then = self.model.any([refuted, then]);
        let otherwise = self.model.any([condition, otherwise]);
        self.model.all([then, otherwise])
    }

    fn kinds(&mut self, value: &Value) -> Id {
        let names: Vec<&str> = match value {
            Value::String(name) => vec![name],
            _ => strings(value).collect(),
        };
        let mut kinds = Kinds::NONE;
        for name in names {
            kinds = kinds.or(match name {
                "null" => Kinds::NULL,
                "boolean" => Kinds::BOOLEAN,
                "integer" if self.tells_doubles => {
                    self.model.tells_doubles = true;
                    Kinds::WHOLE
                }
                "integer" => Kinds::INTEGER,
                "number" => Kinds::NUMBER,
                "string" => Kinds::STRING,
                "array" => Kinds::ARRAY,
                "object" => Kinds::OBJECT,
                _ => return self.model.opaque(),
            });
        }
        self.model.kinds(kinds)
    }

    fn bound(&mut self, name: &str, value: &Value, siblings: &Map<String, Value>) -> Id {
        let Value::Number(number) = value else {
            // In draft 4, the exclusive bounds are flags for the other bounds.
            return self.model.always();
        };
        let is_flagged = |flag: &str| siblings.get(flag) == Some(&Value::Bool(true));
        let bound = Num::of(number);
        self.model.add(match name {
            "minimum" => Node::AtLeast(bound, is_flagged("exclusiveMinimum")),
            "maximum" => Node::AtMost(bound, is_flagged("exclusiveMaximum")),
            "exclusiveMinimum" => Node::AtLeast(bound, true),
            _ => Node::AtMost(bound, true),
        })
    }

    fn multiple_of(&mut self, value: &Value) -> Id {
        /// The largest divisor that is exact in the validator.
        const LARGEST: u64 = 1 << 53;
        match value
            .as_number()
            .and_then(|number| Num::of(number).to_u64())
        {
            Some(divisor @ 1..=LARGEST) => self.model.add(Node::MultipleOf(divisor)),
            _ => self.model.check(
                format!("multipleOf {value}"),
                json!({ "multipleOf": value }),
                Dialect::Draft202012,
                Kinds::NUMBER,
            ),
        }
    }

    fn size(&mut self, name: &str, value: &Value) -> Id {
        let Some(size) = value
            .as_number()
            .and_then(|number| Num::of(number).to_size())
        else {
            return self.model.opaque();
        };
        if size == 0 && name.starts_with("min") {
            return self.model.always();
        }
        self.model.add(match name {
            "minLength" => Node::MinLength(size),
            "maxLength" => Node::MaxLength(size),
            "minItems" => Node::MinItems(size),
            "maxItems" => Node::MaxItems(size),
            "minProperties" => Node::MinProperties(size),
            _ => Node::MaxProperties(size),
        })
    }

    fn format(&mut self, value: &Value) -> Id {
        let format = value
            .as_str()
            .filter(|format| self.asserts_formats && format::is_defined(self.dialect, format));
        let Some(format) = format else {
            return self.model.always();
        };
        let key = format!("format {}", format::name(self.dialect, format));
        let schema = json!({ "format": format });
        self.model.check(key, schema, self.dialect, Kinds::STRING)
    }

    fn items(
        &mut self,
        name: &str,
        value: &'a Value,
        siblings: &'a Map<String, Value>,
        context: &SchemaContext,
    ) -> Id {
        let prefix_of = |name: &str| siblings.get(name).and_then(Value::as_array).map(Vec::len);
        let from = match (name, value) {
            ("items" | "prefixItems", Value::Array(schemas)) => {
                let mut all = Vec::new();
                for (at, schema) in schemas.iter().enumerate() {
                    let schema = self.value(schema, context);
                    if !self.model.is_always(schema) {
                        all.push(self.model.add(Node::Item(at as u64, schema)));
                    }
                }
                return self.model.all(all);
            }
            ("items", _) if self.dialect == Dialect::Draft202012 => {
                prefix_of("prefixItems").unwrap_or(0)
            }
            ("items", _) => 0,
            _ => match prefix_of("items") {
                Some(from) => from,
                None => return self.model.always(),
            },
        };
        let schema = self.value(value, context);
        self.items_from(from as u64, schema)
    }

    pub(super) fn items_from(&mut self, from: u64, schema: Id) -> Id {
        if self.model.is_always(schema) {
            schema
        } else {
            self.model.add(Node::ItemsFrom(from, schema))
        }
    }

    fn contains(
        &mut self,
        value: &'a Value,
        siblings: &Map<String, Value>,
        context: &SchemaContext,
    ) -> Id {
        let schema = self.value(value, context);
        let count = |name: &str| {
            siblings
                .get(name)
                .filter(|_| self.dialect.is_known_keyword(name))
                .and_then(Value::as_number)
                .and_then(|number| Num::of(number).to_size())
        };
        let (least, most) = (count("minContains").unwrap_or(1), count("maxContains"));
        let mut parts = Vec::new();
        if least > 0 {
            parts.push(self.model.add(Node::Contains(least, schema)));
        }
        match most {
            Some(0) => {
                let none = self.model.not(schema);
                parts.push(self.items_from(0, none));
            }
            Some(most) => parts.push(self.model.add(Node::ContainsAtMost(most, schema))),
            None => {}
        }
        self.model.all(parts)
    }

    fn property(&mut self, name: &str, schema: &'a Value, context: &SchemaContext) -> Id {
        let schema = self.value(schema, context);
        let name = self.model.intern(name);
        if self.model.is_always(schema) {
            schema
        } else {
            self.model.add(Node::Property(name, schema))
        }
    }

    fn additional(
        &mut self,
        value: &'a Value,
        siblings: &'a Map<String, Value>,
        context: &SchemaContext,
    ) -> Id {
        let schema = self.value(value, context);
        if self.model.is_always(schema) {
            return schema;
        }
        let keys = |name: &str| {
            let members = siblings.get(name).and_then(Value::as_object);
            members.into_iter().flat_map(Map::keys)
        };
        let mut names: Vec<_> = keys("properties")
            .map(|name| self.model.intern(name))
            .collect();
        let mut patterns: Vec<_> = keys("patternProperties")
            .map(|pattern| self.model.pattern(pattern))
            .collect();
        names.sort();
        patterns.sort();
        let selector = Selector {
            matching: Vec::new(),
            names,
            patterns,
        };
        self.model.add(Node::Members(selector, schema))
    }

    fn dependent(&mut self, value: &'a Value, context: &SchemaContext) -> Id {
        let mut parts = Vec::new();
        for (name, dependency) in value.as_object().into_iter().flatten() {
            let then = match dependency {
                Value::Array(_) => {
                    let names: Vec<_> = strings(dependency)
                        .map(|name| self.model.intern(name))
                        .collect();
                    let required: Vec<_> = names
                        .into_iter()
                        .map(|name| self.model.add(Node::Required(name)))
                        .collect();
                    self.model.all(required)
                }
                _ => self.schema(dependency, context),
            };
            let absent = self.lacks(name);
            parts.push(self.model.any([absent, then]));
        }
        self.model.all(parts)
    }

    /// Returns the assertion that a value is not an object with this property.
    fn lacks(&mut self, name: &str) -> Id {
        let has = self.has(name);
        self.model.not(has)
    }

    /// Returns the assertion that a value is an object with this property.
    pub(super) fn has(&mut self, name: &str) -> Id {
        let name = self.model.intern(name);
        let object = self.model.kinds(Kinds::OBJECT);
        let required = self.model.add(Node::Required(name));
        self.model.all([object, required])
    }
}
