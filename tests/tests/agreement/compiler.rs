//! Merges the constraints of all schemas that apply to one value.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::{
    json,
    model::{KNOWN_VALUES, Registry, Schema},
    pattern::Pattern,
};
use serde_json::Value;

use super::shapes::{Field, Rest, Shape, ShapeId, TYPES, Type};

/// A schema that applies to a value, without the keywords whose alternatives are chosen.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    uri: String,
    pointer: String,
    chosen: BTreeSet<&'static str>,
}

impl Part {
    fn child(&self, tokens: &[&str]) -> Self {
        let pointer = tokens.iter().fold(self.pointer.clone(), |pointer, token| {
            json::child(&pointer, token)
        });
        Self {
            uri: self.uri.clone(),
            pointer,
            chosen: BTreeSet::new(),
        }
    }

    fn address(&self) -> String {
        let mut address = format!("{}#", self.uri);
        for byte in self.pointer.bytes() {
            let is_plain = byte.is_ascii_alphanumeric() || b"/~._-$".contains(&byte);
            if is_plain {
                address.push(char::from(byte));
            } else {
                address += &format!("%{byte:02X}");
            }
        }
        address
    }
}

pub(crate) struct Compiler<'r> {
    registry: &'r Registry,
    ids: BTreeMap<Vec<Part>, ShapeId>,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) words: BTreeSet<String>,
    pub(crate) names: BTreeSet<String>,
}

/// Keywords that accept every value, and those that are read together with others.
const SILENT: &[&str] = &[
    "$comment",
    "$defs",
    "$id",
    "$ref",
    "$schema",
    "allOf",
    "default",
    "deprecated",
    "description",
    "examples",
    "readOnly",
    "required",
    "title",
    "writeOnly",
];

impl<'r> Compiler<'r> {
    pub(crate) fn new(registry: &'r Registry) -> Self {
        Self {
            registry,
            ids: BTreeMap::new(),
            shapes: Vec::new(),
            words: BTreeSet::new(),
            names: BTreeSet::new(),
        }
    }

    /// Returns the shape of whole documents.
    pub(crate) fn root(&mut self, schema: &Schema) -> ShapeId {
        self.shape(vec![Part {
            uri: schema.uri.clone(),
            pointer: String::new(),
            chosen: BTreeSet::new(),
        }])
    }

    /// Returns the shape of a value to which all of the parts apply.
    fn shape(&mut self, parts: Vec<Part>) -> ShapeId {
        let parts = self.expand(parts);
        let mut key = parts.clone();
        key.sort();
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let id = self.shapes.len();
        self.shapes.push(Shape::default());
        self.ids.insert(key, id);
        self.shapes[id] = self
            .alternatives(&parts)
            .unwrap_or_else(|| self.merge(&parts));
        id
    }

    fn schema(&self, part: &Part) -> &'r Value {
        let file = self.registry.schema_at(&part.uri).unwrap();
        file.value.pointer(&part.pointer).unwrap()
    }

    /// Returns the parts with everything that they refer to.
    fn expand(&self, mut parts: Vec<Part>) -> Vec<Part> {
        let mut next = 0;
        while let Some(part) = parts.get(next).cloned() {
            next += 1;
            let schema = self.schema(&part);
            let mut more = Vec::new();
            if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
                let file = self.registry.schema_at(&part.uri).unwrap();
                let (file, pointer, _) = self.registry.follow(file, reference).unwrap();
                more.push(Part {
                    uri: file.uri.clone(),
                    pointer,
                    chosen: BTreeSet::new(),
                });
            }
            let all = schema.get("allOf").and_then(Value::as_array);
            for index in 0..all.map_or(0, Vec::len) {
                more.push(part.child(&["allOf", &index.to_string()]));
            }
            for part in more {
                let is_known =
                    |known: &Part| known.uri == part.uri && known.pointer == part.pointer;
                if !parts.iter().any(is_known) {
                    parts.push(part);
                }
            }
        }
        parts
    }

    /// Returns the first choice among alternatives, if there is one.
    fn alternatives(&mut self, parts: &[Part]) -> Option<Shape> {
        for (at, part) in parts.iter().enumerate() {
            for keyword in ["oneOf", "anyOf"] {
                let alternatives = self.schema(part).get(keyword).and_then(Value::as_array);
                let (Some(alternatives), false) = (alternatives, part.chosen.contains(keyword))
                else {
                    continue;
                };
                let mut chosen = parts.to_vec();
                chosen[at].chosen.insert(keyword);
                let shapes = (0..alternatives.len()).map(|index| {
                    let branch = part.child(&[keyword, &index.to_string()]);
                    self.shape([chosen.clone(), vec![branch]].concat())
                });
                return Some(Shape {
                    alternatives: shapes.collect(),
                    ..Shape::default()
                });
            }
        }
        None
    }

    fn merge(&mut self, parts: &[Part]) -> Shape {
        let mut shape = Shape {
            sources: parts.iter().map(Part::address).collect(),
            types: TYPES.iter().map(|(_, kind)| *kind).collect(),
            ..Shape::default()
        };
        for part in parts {
            let schema = self.schema(part);
            shape.is_never |= *schema == Value::Bool(false);
            for (keyword, value) in schema.as_object().into_iter().flatten() {
                self.keyword(&mut shape, keyword, value, schema);
            }
        }
        self.merge_members(&mut shape, parts);
        self.merge_items(&mut shape, parts);
        shape
    }

    /// Adds the constraint of a keyword on the value itself.
    fn keyword(&mut self, shape: &mut Shape, keyword: &str, value: &Value, schema: &Value) {
        let number = || value.as_number().unwrap().clone();
        let text = || value.as_str().unwrap().to_owned();
        match keyword {
            "type" => {
                let names = match value {
                    Value::Array(names) => names.iter().collect(),
                    name => vec![name],
                };
                let names: Vec<&str> = names.into_iter().filter_map(Value::as_str).collect();
                let named = TYPES.iter().filter(|(name, _)| names.contains(name));
                let named: BTreeSet<Type> = named.map(|(_, kind)| *kind).collect();
                shape.types.retain(|kind| named.contains(kind));
                shape.is_integer |= names.contains(&"integer") && !names.contains(&"number");
            }
            "const" => self.values(shape, std::slice::from_ref(value)),
            "enum" => self.values(shape, value.as_array().unwrap()),
            KNOWN_VALUES => {
                let known = value.as_array().unwrap().iter().filter_map(Value::as_str);
                shape.known.extend(known.map(str::to_owned));
                self.words.extend(shape.known.iter().cloned());
            }
            "pattern" => {
                let pattern = Pattern::parse(&text()).unwrap();
                shape
                    .patterns
                    .push(regex_syntax::parse(&pattern.source).unwrap());
            }
            "format" => shape.formats.push(text()),
            "minLength" | "maxLength" => shape.length.narrow(schema, "minLength", "maxLength"),
            "minimum" => shape.least.push((number(), true)),
            "exclusiveMinimum" => shape.least.push((number(), false)),
            "maximum" => shape.most.push((number(), true)),
            "exclusiveMaximum" => shape.most.push((number(), false)),
            "multipleOf" => shape.multiples_of.extend(value.as_f64()),
            "minItems" | "maxItems" => shape.count.narrow(schema, "minItems", "maxItems"),
            "uniqueItems" => shape.is_set |= value.as_bool().unwrap(),
            "minProperties" | "maxProperties" => {
                shape
                    .members
                    .narrow(schema, "minProperties", "maxProperties");
            }
            // These are merged for the whole value, or were chosen from.
            "properties"
            | "additionalProperties"
            | "propertyNames"
            | "items"
            | "prefixItems"
            | "oneOf"
            | "anyOf" => {}
            known if SILENT.contains(&known) || known.starts_with("x-") => {}
            unknown => panic!("the generator does not know `{unknown}`"),
        }
    }

    fn values(&mut self, shape: &mut Shape, values: &[Value]) {
        let words = values.iter().filter_map(Value::as_str);
        self.words.extend(words.map(str::to_owned));
        match &mut shape.values {
            Some(known) => known.retain(|value| values.contains(value)),
            none => *none = Some(values.to_vec()),
        }
    }

    fn merge_members(&mut self, shape: &mut Shape, parts: &[Part]) {
        let mut names: Vec<String> = Vec::new();
        let mut required = BTreeSet::new();
        let mut rest = Vec::new();
        for part in parts {
            let schema = self.schema(part);
            let properties = schema.get("properties").and_then(Value::as_object);
            let listed = schema.get("required").and_then(Value::as_array);
            let listed = listed.into_iter().flatten().filter_map(Value::as_str);
            required.extend(listed.clone().map(str::to_owned));
            let properties = properties.into_iter().flat_map(|members| members.keys());
            for name in properties.map(String::as_str).chain(listed) {
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
            match schema.get("additionalProperties") {
                None | Some(Value::Bool(true)) => {}
                Some(Value::Bool(false)) => shape.rest = Rest::Nothing,
                Some(_) => rest.push(part.child(&["additionalProperties"])),
            }
        }
        if !rest.is_empty() && shape.rest != Rest::Nothing {
            shape.rest = Rest::Each(self.shape(rest));
        }
        let of_names: Vec<Part> = self.with(parts, "propertyNames");
        shape.member_names = (!of_names.is_empty()).then(|| self.shape(of_names));
        for name in names {
            let applying = parts.iter().filter_map(|part| {
                let schema = self.schema(part);
                let has = |keyword: &str| schema.get(keyword).is_some();
                let is_listed = schema.get("properties").and_then(|all| all.get(&name));
                match is_listed {
                    Some(_) => Some(part.child(&["properties", &name])),
                    None => {
                        has("additionalProperties").then(|| part.child(&["additionalProperties"]))
                    }
                }
            });
            let applying = applying.collect();
            self.names.insert(name.clone());
            shape.fields.push(Field {
                shape: self.shape(applying),
                is_required: required.contains(&name),
                name,
            });
        }
    }

    fn merge_items(&mut self, shape: &mut Shape, parts: &[Part]) {
        let listed = |part: &Part| {
            let items = self.schema(part).get("prefixItems");
            items.and_then(Value::as_array).map_or(0, Vec::len)
        };
        let most = parts.iter().map(listed).max().unwrap_or(0);
        let applying: Vec<Vec<Part>> = (0..most)
            .map(|index| {
                let of_part = parts.iter().filter_map(|part| {
                    if index < listed(part) {
                        Some(part.child(&["prefixItems", &index.to_string()]))
                    } else {
                        self.schema(part).get("items")?;
                        Some(part.child(&["items"]))
                    }
                });
                of_part.collect()
            })
            .collect();
        shape.first_items = applying
            .into_iter()
            .map(|parts| self.shape(parts))
            .collect();
        let items = self.with(parts, "items");
        if items
            .iter()
            .any(|items| *self.schema(items) == Value::Bool(false))
        {
            shape.items = Rest::Nothing;
        } else if !items.is_empty() {
            shape.items = Rest::Each(self.shape(items));
        }
    }

    /// Returns the schemas below a keyword in each of the parts that have it.
    fn with(&self, parts: &[Part], keyword: &str) -> Vec<Part> {
        let having = parts
            .iter()
            .filter(|part| self.schema(part).get(keyword).is_some());
        having.map(|part| part.child(&[keyword])).collect()
    }
}
