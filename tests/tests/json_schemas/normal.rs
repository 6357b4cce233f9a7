//! A form of schemas that the algebra can compare, and that accepts the same documents.
//!
//! - A `$ref` is replaced by its target. If a recursive definition that both sides have is inside the value of
//!   another such definition, the reference stays, with the name of the type.
//! - A `oneOf` whose branches exclude each other is an `anyOf`: the algebra distinguishes branches itself, but not
//!   beyond references that stay.
//! - An `enum` of integers without a gap is a range: the algebra does not count the integers in a range.
//! - A `pattern` that every string matches is left out: the algebra does not analyse patterns.
//! - Descriptions and other annotations are left out.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::names;
use serde_json::{Map, Value, json};

/// A schema with everything that it refers to: one file with definitions, which may be files themselves.
pub(crate) struct Document<'a> {
    root: &'a Value,
    /// The recursive definitions, by the names of their types.
    recursive: BTreeMap<String, Place<'a>>,
}

/// A schema in a document.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// The `$id` of the file around.
    file: &'a str,
    node: &'a Value,
}

impl Place<'_> {
    fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.node, other.node)
    }
}

/// The references that led to a schema.
#[derive(Clone, Default)]
struct Way<'a> {
    /// The definitions that replace the references on the way.
    open: Vec<Place<'a>>,
    /// True if one of them is kept.
    is_in_kept: bool,
    /// True if the schema is for a value inside the value of that one.
    is_inside: bool,
}

impl<'a> Way<'a> {
    fn into_kept(place: Place<'a>) -> Self {
        Self {
            open: vec![place],
            is_in_kept: true,
            is_inside: false,
        }
    }

    fn through(&self, keyword: &str) -> Self {
        Self {
            is_inside: self.is_inside || (self.is_in_kept && !IN_PLACE.contains(&keyword)),
            ..self.clone()
        }
    }
}

/// Keywords that contain schemas by name.
const BY_NAME: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// Keywords whose schemas apply to the value itself, and not to values inside it.
const IN_PLACE: [&str; 4] = ["allOf", "anyOf", "oneOf", "not"];

/// Keywords that assert nothing.
const SILENT: [&str; 6] = [
    "$defs",
    "$id",
    "$schema",
    "$comment",
    "title",
    "description",
];

impl<'a> Document<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        let mut document = Self {
            root,
            recursive: BTreeMap::new(),
        };
        let mut ambiguous = BTreeSet::new();
        for (name, place) in document.definitions() {
            if document.reached(place).iter().any(|other| other.is(&place))
                && document.recursive.insert(name.clone(), place).is_some()
            {
                ambiguous.insert(name);
            }
        }
        document
            .recursive
            .retain(|name, _| !ambiguous.contains(name));
        document
    }

    fn files(&self) -> impl Iterator<Item = Place<'a>> {
        let inner = self.root.get("$defs").and_then(Value::as_object);
        let inner = inner.into_iter().flat_map(Map::values);
        std::iter::once(self.root)
            .chain(inner.filter(|node| node.get("$id").is_some()))
            .map(|node| Place {
                file: node.get("$id").and_then(Value::as_str).unwrap_or_default(),
                node,
            })
    }

    /// Returns every definition, by the name that its type has or would have.
    fn definitions(&self) -> Vec<(String, Place<'a>)> {
        let mut found = Vec::new();
        for Place { file, node } in self.files() {
            let definitions = node.get("$defs").and_then(Value::as_object);
            for (name, node) in definitions.into_iter().flatten() {
                if node.get("$id").is_none() {
                    found.push((names::pascal(name), Place { file, node }));
                }
            }
        }
        found
    }

    /// Returns the target of a reference.
    fn target(&self, from: &str, reference: &str) -> Place<'a> {
        let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let file = match path {
            "" => from.to_owned(),
            path if path.contains("://") => path.to_owned(),
            path => format!("{folder}/{path}"),
        };
        let found = self.files().find(|place| place.file == file);
        let found = found.unwrap_or_else(|| panic!("`{reference}` leads out of the document"));
        let node = found.node.pointer(pointer);
        let node = node.unwrap_or_else(|| panic!("`{reference}` leads nowhere"));
        Place {
            file: found.file,
            node,
        }
    }

    /// Returns everything that references lead to from here, one after the other.
    fn reached(&self, from: Place<'a>) -> Vec<Place<'a>> {
        let mut reached: Vec<Place<'a>> = Vec::new();
        let mut next = vec![from];
        while let Some(place) = next.pop() {
            for reference in references(place.node) {
                let target = self.target(place.file, reference);
                if !reached.iter().any(|other| other.is(&target)) {
                    reached.push(target);
                    next.push(target);
                }
            }
        }
        reached
    }

    /// Returns the names of the recursive definitions.
    pub(crate) fn recursive(&self) -> BTreeSet<String> {
        self.recursive.keys().cloned().collect()
    }

    /// Returns the document in its comparable form, with references to the definitions of these names.
    ///
    /// # Errors
    ///
    /// Returns an error if another definition is recursive.
    pub(crate) fn root(&self, kept: &BTreeSet<String>) -> Result<Value, String> {
        let root = Place {
            file: self
                .root
                .get("$id")
                .and_then(Value::as_str)
                .unwrap_or_default(),
            node: self.root,
        };
        self.normal(root, kept, &Way::default())
    }

    /// Returns the definitions of these names in their comparable form.
    ///
    /// # Errors
    ///
    /// Returns an error if another definition is recursive.
    pub(crate) fn kept(&self, kept: &BTreeSet<String>) -> Result<BTreeMap<String, Value>, String> {
        let form = |name| {
            let place = self.recursive[name];
            self.normal(place, kept, &Way::into_kept(place))
        };
        let forms = kept.iter().map(|name| Ok((name.clone(), form(name)?)));
        forms.collect()
    }

    fn normal(
        &self,
        place: Place<'a>,
        kept: &BTreeSet<String>,
        way: &Way<'a>,
    ) -> Result<Value, String> {
        let Value::Object(members) = place.node else {
            return Ok(place.node.clone());
        };
        let inner = |keyword: &str, node| {
            let way = way.through(keyword);
            self.normal(Place { node, ..place }, kept, &way)
        };
        let mut form = Map::new();
        let mut target = None;
        for (keyword, value) in members {
            let value = match (keyword.as_str(), value) {
                (keyword, _) if SILENT.contains(&keyword) || keyword.starts_with("x-") => continue,
                ("pattern", Value::String(pattern)) if matches_every_text(pattern) => continue,
                ("$ref", Value::String(reference)) => {
                    let place = self.target(place.file, reference);
                    target = Some(self.referred(place, kept, way)?);
                    continue;
                }
                (keyword, Value::Object(schemas)) if BY_NAME.contains(&keyword) => schemas
                    .iter()
                    .map(|(name, schema)| Ok((name.clone(), inner(keyword, schema)?)))
                    .collect::<Result<_, String>>()?,
                ("const" | "enum" | "required" | "type", value) => value.clone(),
                (keyword, Value::Array(schemas)) => schemas
                    .iter()
                    .map(|schema| inner(keyword, schema))
                    .collect::<Result<_, _>>()?,
                (keyword, schema) => inner(keyword, schema)?,
            };
            form.insert(keyword.clone(), value);
        }
        if let Some(Value::Array(branches)) = form.get("oneOf")
            && !form.contains_key("anyOf")
            && self.exclude_one_another(branches)
            && let Some(branches) = form.remove("oneOf")
        {
            form.insert("anyOf".into(), branches);
        }
        let range = form.get("enum").and_then(range);
        if range.is_some() {
            form.remove("enum");
            // The range implies the type, and without other keywords it is recognised by its type.
            if matches!(form.get("type"), Some(Value::String(ty)) if is_number(ty)) {
                form.remove("type");
            }
        }
        let beside = [target, range].into_iter().flatten();
        let own = (!form.is_empty()).then(|| form.into());
        let mut parts: Vec<Value> = beside.chain(own).collect();
        Ok(match parts.len() {
            0 => json!({}),
            1 => parts.remove(0),
            _ => json!({ "allOf": parts }),
        })
    }

    /// Returns the form that replaces a reference.
    fn referred(
        &self,
        target: Place<'a>,
        kept: &BTreeSet<String>,
        way: &Way<'a>,
    ) -> Result<Value, String> {
        let is_target = |name: &&String| self.recursive.get(*name).is_some_and(|it| it.is(&target));
        let is_open = way.open.iter().any(|place| place.is(&target));
        match kept.iter().find(is_target) {
            Some(name) if way.is_inside || is_open => {
                Ok(json!({ "$ref": format!("#/$defs/{name}") }))
            }
            Some(_) => {
                let mut next = Way::into_kept(target);
                if way.is_in_kept {
                    next.open.extend(&way.open);
                }
                self.normal(target, kept, &next)
            }
            None if is_open => {
                Err("a definition leads back to itself, and the other side has no such one".into())
            }
            None => {
                let mut next = way.clone();
                next.open.push(target);
                self.normal(target, kept, &next)
            }
        }
    }

    /// Reports whether no value is accepted by two of these schemas: because of its type, or because of a constant
    /// that each of them requires.
    fn exclude_one_another(&self, branches: &[Value]) -> bool {
        let facts: Vec<Facts> = branches.iter().map(|branch| self.facts(branch)).collect();
        facts.iter().enumerate().all(|(index, left)| {
            let mut others = facts.iter().skip(index + 1);
            others.all(|right| left.excludes(right))
        })
    }

    /// Returns the facts about a schema in its comparable form.
    fn facts(&self, form: &Value) -> Facts {
        let name = form.get("$ref").and_then(Value::as_str);
        let name = name.and_then(|reference| reference.strip_prefix("#/$defs/"));
        let stayed = name.and_then(|name| self.recursive.get(name));
        let (file, node) = stayed.map_or(("", form), |place| (place.file, place.node));
        let required = node.get("required").and_then(Value::as_array);
        let properties = node.get("properties").and_then(Value::as_object);
        let tags = properties
            .into_iter()
            .flatten()
            .filter_map(|(name, schema)| {
                let is_required = required.is_some_and(|names| names.iter().any(|it| it == name));
                let target = stayed
                    .and(schema.get("$ref"))
                    .and_then(Value::as_str)
                    .map(|reference| self.target(file, reference).node);
                let tag = Tag::of(target.unwrap_or(schema))?;
                is_required.then(|| (name.clone(), tag))
            });
        Facts {
            ty: node.get("type").and_then(Value::as_str).map(str::to_owned),
            tags: tags.collect(),
        }
    }
}

/// The facts that distinguish a schema from others.
struct Facts {
    ty: Option<String>,
    /// The constraints on members that it requires.
    tags: BTreeMap<String, Tag>,
}

impl Facts {
    fn excludes(&self, other: &Self) -> bool {
        if let (Some(one), Some(other)) = (&self.ty, &other.ty)
            && one != other
        {
            return !(is_number(one) && is_number(other));
        }
        // A value that is not an object has no members, and so no wrong ones.
        let is_of_objects = |facts: &Self| facts.ty.as_deref() == Some("object");
        let mut tags = self.tags.iter();
        (is_of_objects(self) || is_of_objects(other))
            && tags.any(|(name, tag)| other.tags.get(name).is_some_and(|it| it.excludes(tag)))
    }
}

/// The constraint of a schema on a member that distinguishes it.
enum Tag {
    Is(Value),
    IsNot(Vec<Value>),
}

impl Tag {
    fn of(schema: &Value) -> Option<Self> {
        if let Some(value) = schema.get("const") {
            return Some(Self::Is(value.clone()));
        }
        let values = schema.pointer("/not/enum").and_then(Value::as_array);
        let parts = schema.get("allOf").and_then(Value::as_array);
        values
            .map(|values| Self::IsNot(values.clone()))
            .or_else(|| parts.into_iter().flatten().find_map(Self::of))
    }

    fn excludes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Is(one), Self::Is(other)) => one != other,
            (Self::Is(one), Self::IsNot(others)) | (Self::IsNot(others), Self::Is(one)) => {
                others.contains(one)
            }
            (Self::IsNot(_), Self::IsNot(_)) => false,
        }
    }
}

/// Returns the references in a schema, without those in its definitions.
fn references(node: &Value) -> Vec<&str> {
    match node {
        Value::Array(items) => items.iter().flat_map(references).collect(),
        Value::Object(members) => members
            .iter()
            .filter(|(keyword, _)| *keyword != "$defs")
            .flat_map(|(keyword, value)| match value {
                Value::String(reference) if keyword == "$ref" => vec![reference.as_str()],
                value => references(value),
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Returns the references that apply to the value itself, in a comparable form.
pub(crate) fn in_place(form: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if let Some(reference) = form.get("$ref").and_then(Value::as_str) {
        found.insert(reference.trim_start_matches("#/$defs/").to_owned());
    }
    for keyword in IN_PLACE {
        match form.get(keyword) {
            Some(Value::Array(schemas)) => found.extend(schemas.iter().flat_map(in_place)),
            Some(schema) => found.extend(in_place(schema)),
            None => {}
        }
    }
    found
}

fn is_number(ty: &str) -> bool {
    matches!(ty, "integer" | "number")
}

/// Returns the range that has exactly the members of an `enum`, if these are integers without a gap.
fn range(members: &Value) -> Option<Value> {
    let integer = |member: &Value| {
        let float = member.as_f64()?;
        // An integer further from 0 may have been rounded to a float.
        let is_exact = float.fract() == 0.0 && float.abs() <= 9_007_199_254_740_991.0;
        is_exact.then_some(float as i64)
    };
    let members = members.as_array()?.iter().map(integer);
    let members: BTreeSet<i64> = members.collect::<Option<_>>()?;
    let (first, last) = (*members.first()?, *members.last()?);
    (first..=last)
        .eq(members)
        .then(|| json!({ "type": "integer", "minimum": first, "maximum": last }))
}

/// Reports whether every string matches a pattern: it has no anchors, and matches the empty string, which is found
/// in every string.
fn matches_every_text(pattern: &str) -> bool {
    !pattern.contains(['^', '$', '\\', '(']) && {
        let validator = jsonschema::draft202012::new(&json!({ "pattern": pattern })).unwrap();
        validator.is_valid(&json!(""))
    }
}
