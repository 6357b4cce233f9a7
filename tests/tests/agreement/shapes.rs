//! What a schema asks for, with references followed, and with all that applies to one place put
//! together.

use std::collections::{BTreeMap, BTreeSet};

use regex_syntax::hir::Hir;
use schema_registry::{
    json,
    model::{KNOWN_VALUES, Registry, Schema},
    pattern::Pattern,
};
use serde_json::{Number, Value};

pub(crate) type ShapeId = usize;

/// All shapes of one schema.
pub(crate) struct Shapes {
    shapes: Vec<Shape>,
    pub(crate) root: ShapeId,
    /// Every text that some `const`, `enum` or list of known values has.
    pub(crate) words: BTreeSet<String>,
    /// Every name of a property.
    pub(crate) names: BTreeSet<String>,
    /// How many levels the smallest value of each shape has.
    heights: Vec<usize>,
    /// The shapes that can stand inside each shape, at any depth.
    inside: Vec<BTreeSet<ShapeId>>,
}

/// What one place asks for. Where there are alternatives, each of them says the rest.
#[derive(Default)]
pub(crate) struct Shape {
    /// The addresses of all schemas that apply.
    pub(crate) sources: Vec<String>,
    pub(crate) alternatives: Vec<ShapeId>,
    pub(crate) is_never: bool,
    pub(crate) types: BTreeSet<Type>,
    pub(crate) is_integer: bool,
    /// The only values, if they are listed.
    pub(crate) values: Option<Vec<Value>>,
    pub(crate) known: Vec<String>,
    pub(crate) patterns: Vec<Hir>,
    pub(crate) formats: Vec<String>,
    pub(crate) length: Range,
    /// The numbers at which acceptance changes, and whether they are accepted themselves.
    pub(crate) least: Vec<(Number, bool)>,
    pub(crate) most: Vec<(Number, bool)>,
    pub(crate) multiples_of: Vec<f64>,
    pub(crate) fields: Vec<Field>,
    pub(crate) rest: Rest,
    pub(crate) member_names: Option<ShapeId>,
    pub(crate) members: Range,
    pub(crate) first_items: Vec<ShapeId>,
    pub(crate) items: Rest,
    pub(crate) count: Range,
    pub(crate) is_set: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Type {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

const TYPES: [(&str, Type); 7] = [
    ("null", Type::Null),
    ("boolean", Type::Boolean),
    ("number", Type::Number),
    ("integer", Type::Number),
    ("string", Type::String),
    ("array", Type::Array),
    ("object", Type::Object),
];

pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) shape: ShapeId,
    pub(crate) is_required: bool,
}

/// What is not listed.
#[derive(Clone, Copy, Default, PartialEq)]
pub(crate) enum Rest {
    #[default]
    Anything,
    Each(ShapeId),
    Nothing,
}

/// A range with both ends in it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Range {
    pub(crate) least: usize,
    pub(crate) most: Option<usize>,
}

impl Range {
    pub(crate) fn contains(&self, number: usize) -> bool {
        self.least <= number && self.most.is_none_or(|most| number <= most)
    }

    fn narrow(&mut self, schema: &Value, least: &str, most: &str) {
        let number = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
        if let Some(least) = number(least) {
            self.least = self.least.max(least as usize);
        }
        if let Some(most) = number(most) {
            let most = most as usize;
            self.most = Some(self.most.map_or(most, |other| other.min(most)));
        }
    }
}

impl Shapes {
    pub(crate) fn of(registry: &Registry, schema: &Schema) -> Self {
        let mut compiler = Compiler {
            registry,
            ids: BTreeMap::new(),
            shapes: Vec::new(),
            words: BTreeSet::new(),
            names: BTreeSet::new(),
        };
        let root = compiler.shape(vec![Part {
            uri: schema.uri.clone(),
            pointer: String::new(),
            chosen: BTreeSet::new(),
        }]);
        let shapes = compiler.shapes;
        let (words, names) = (compiler.words, compiler.names);
        Self {
            heights: heights(&shapes),
            inside: inside(&shapes),
            shapes,
            root,
            words,
            names,
        }
    }

    pub(crate) fn get(&self, id: ShapeId) -> &Shape {
        &self.shapes[id]
    }

    pub(crate) fn ids(&self) -> std::ops::Range<ShapeId> {
        0..self.shapes.len()
    }

    pub(crate) fn height(&self, id: ShapeId) -> usize {
        self.heights[id]
    }

    /// Whether values of a shape can hold values of it.
    pub(crate) fn is_recursive(&self, id: ShapeId) -> bool {
        self.inside[id].contains(&id)
    }

    /// Whether values of a shape are recursive, or hold such values.
    pub(crate) fn is_endless(&self, id: ShapeId) -> bool {
        self.is_recursive(id)
            || self.inside[id]
                .iter()
                .any(|inner| self.is_recursive(*inner))
    }
}

impl Shape {
    /// The shapes that can stand directly inside.
    fn children(&self) -> impl Iterator<Item = ShapeId> {
        let rests = [self.rest, self.items].into_iter().filter_map(Rest::each);
        let fields = self.fields.iter().map(|field| field.shape);
        let items = self.first_items.iter().copied();
        fields.chain(items).chain(rests)
    }

    /// The shape of an item, if any is asked for.
    pub(crate) fn item(&self, index: usize) -> Option<ShapeId> {
        self.first_items.get(index).copied().or(self.items.each())
    }

    pub(crate) fn has_field(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    pub(crate) fn allows(&self, kind: Type) -> bool {
        self.types.contains(&kind)
    }
}

impl Rest {
    pub(crate) fn each(self) -> Option<ShapeId> {
        match self {
            Self::Each(shape) => Some(shape),
            Self::Anything | Self::Nothing => None,
        }
    }
}

/// A schema that applies to a place, without the keywords whose alternatives are chosen.
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

struct Compiler<'r> {
    registry: &'r Registry,
    ids: BTreeMap<Vec<Part>, ShapeId>,
    shapes: Vec<Shape>,
    words: BTreeSet<String>,
    names: BTreeSet<String>,
}

/// Keywords that say nothing about what is accepted, and those whose names stand with others.
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
    /// The shape of a place to which all of the parts apply.
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

    /// The parts with all that they refer to.
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

    /// The first choice among alternatives, if there is one.
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

    /// Adds what a keyword asks of the value itself.
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
                    .push(regex_syntax::parse(&pattern.rust).unwrap());
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
            // These are put together for the whole value, or were chosen from.
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

    /// What a keyword holds in each of the parts that have it.
    fn with(&self, parts: &[Part], keyword: &str) -> Vec<Part> {
        let having = parts
            .iter()
            .filter(|part| self.schema(part).get(keyword).is_some());
        having.map(|part| part.child(&[keyword])).collect()
    }
}

/// How many levels the smallest value of each shape has; `usize::MAX` if there is none.
fn heights(shapes: &[Shape]) -> Vec<usize> {
    let mut heights = vec![usize::MAX; shapes.len()];
    loop {
        let mut is_stable = true;
        for (id, shape) in shapes.iter().enumerate() {
            let least = shape.alternatives.iter().map(|id| heights[*id]).min();
            let scalars = [Type::Null, Type::Boolean, Type::Number, Type::String];
            let height = if let Some(least) = least {
                least
            } else if shape.is_never {
                usize::MAX
            } else if scalars.iter().any(|kind| shape.allows(*kind)) {
                0
            } else if shape.allows(Type::Array) {
                let items = shape.first_items.iter().copied().chain(shape.items.each());
                let needed = items.take(shape.count.least);
                let inner = needed.map(|id| heights[id]).max().unwrap_or(0);
                inner.saturating_add(1)
            } else {
                let fields = shape.fields.iter().filter(|field| field.is_required);
                let needed = fields.map(|field| heights[field.shape]).max();
                needed.unwrap_or(0).saturating_add(1)
            };
            is_stable &= heights[id] == height;
            heights[id] = height;
        }
        if is_stable {
            return heights;
        }
    }
}

fn inside(shapes: &[Shape]) -> Vec<BTreeSet<ShapeId>> {
    let direct = |shape: &Shape| -> BTreeSet<ShapeId> {
        let alternatives = shape.alternatives.iter().copied();
        alternatives.chain(shape.children()).collect()
    };
    let mut inside: Vec<BTreeSet<ShapeId>> = shapes.iter().map(direct).collect();
    loop {
        let mut is_stable = true;
        for id in 0..shapes.len() {
            let found: BTreeSet<ShapeId> = inside[id]
                .iter()
                .flat_map(|inner| inside[*inner].iter().copied())
                .collect();
            let before = inside[id].len();
            inside[id].extend(found);
            is_stable &= inside[id].len() == before;
        }
        if is_stable {
            return inside;
        }
    }
}
