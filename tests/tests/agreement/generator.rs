//! Documents that a schema accepts: every alternative and every boundary, and random ones.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use schema_registry::model::{Registry, Schema};
use serde_json::Value;

use super::{
    document::{Doc, Kind, Style},
    leaves,
    patterns::choose,
    pools::{Pool, pools},
    shapes::{Range, Rest, Shape, ShapeId, Shapes, Type},
};

/// The number of levels that have every alternative. Below them, values are as small as possible.
const LEVELS: usize = 7;

/// The most documents that one shape has.
const MOST: usize = 300;

/// The longest list or map that is made to reach an upper bound.
const LONGEST: usize = 300;

/// Values for schemas that accept anything.
const ANYTHING: &[&str] = &[
    "null",
    "true",
    "-0.0",
    "1.50",
    "18446744073709551616",
    "\"\u{e9}\u{1f600}\"",
    "[]",
    "{}",
    "[1, [\"2\", {}]]",
    "{\"a\": {\"b\": null}, \"\": [0]}",
];

/// Names that no schema lists.
const NAMES: &[&str] = &[
    "unknown",
    "",
    "\u{e9}",
    "a b",
    "$ref",
    "\u{1f600}",
    "__proto__",
    "0",
    "\"\\\n",
];

pub(crate) struct Generator {
    pub(crate) shapes: Shapes,
    pub(crate) pools: Vec<Pool>,
    anything: Vec<Doc>,
}

/// The shapes that were seen, with their largest numbers of members or items.
#[derive(Default)]
pub(crate) struct Covered(BTreeMap<Option<ShapeId>, usize>);

impl Covered {
    /// Reports whether a value is the first of its shape, or has more members than all before. Values without a
    /// shape count as one shape.
    pub(crate) fn is_new(&mut self, doc: &Doc) -> bool {
        let most = self.0.get(&doc.shape).copied();
        let is_new = most.is_none_or(|most| doc.children() > most);
        if is_new {
            self.0.insert(doc.shape, doc.children());
        }
        is_new
    }
}

impl Generator {
    pub(crate) fn new(registry: &Registry, schema: &Schema) -> Self {
        let shapes = Shapes::of(registry, schema);
        let pools = pools(registry, schema, &shapes);
        let anything = ANYTHING.iter().map(|text| {
            let value: Value = serde_json::from_str(text).unwrap();
            Doc::from(&value)
        });
        Self {
            anything: anything.collect(),
            shapes,
            pools,
        }
    }

    /// Returns documents that have every alternative, every field present and absent, and every boundary at least
    /// once.
    pub(crate) fn documents(&self) -> Vec<Doc> {
        let mut known = BTreeMap::new();
        self.variants(self.shapes.root, LEVELS, &mut known)
    }

    /// Returns documents that together have all shapes, each of them with all members that it can have. Documents
    /// with few levels come first, because they are small.
    pub(crate) fn covering(&self) -> Vec<Doc> {
        let mut known = BTreeMap::new();
        let mut covered = Covered::default();
        let mut documents = Vec::new();
        for levels in 2..=LEVELS {
            documents.extend(self.variants(self.shapes.root, levels, &mut known));
        }
        documents.retain(|document| {
            let paths = document.paths();
            let mut is_new = false;
            for path in paths {
                is_new |= covered.is_new(document.at(&path));
            }
            is_new
        });
        documents
    }

    fn variants(
        &self,
        id: ShapeId,
        levels: usize,
        known: &mut BTreeMap<(ShapeId, usize), Vec<Doc>>,
    ) -> Vec<Doc> {
        if let Some(variants) = known.get(&(id, levels)) {
            return variants.clone();
        }
        let shape = self.shapes.get(id);
        let mut variants: Vec<Doc> = Vec::new();
        for alternative in &shape.alternatives {
            if levels > 0 || self.shapes.height(*alternative) == self.shapes.height(id) {
                variants.extend(self.variants(*alternative, levels, known));
            }
        }
        variants.extend(self.scalars(id));
        if levels == 0 {
            if variants.is_empty() {
                variants.extend(self.simplest(id));
            }
        } else if shape.alternatives.is_empty() && shape.values.is_none() && !shape.is_never {
            let mut inner = |id| self.variants(id, levels - 1, known);
            if shape.allows(Type::Array) {
                variants.extend(self.lists(id, &mut inner));
            }
            if shape.allows(Type::Object) {
                variants.extend(self.objects(id, &mut inner));
            }
        }
        if variants.len() > MOST {
            let count = variants.len();
            variants = (0..MOST)
                .map(|index| variants[index * count / MOST].clone())
                .collect();
        }
        known.insert((id, levels), variants.clone());
        variants
    }

    fn scalars(&self, id: ShapeId) -> impl Iterator<Item = Doc> {
        self.pools[id]
            .on
            .iter()
            .map(move |kind| Doc::from(kind.clone()).of(id))
    }

    fn lists(&self, id: ShapeId, inner: &mut impl FnMut(ShapeId) -> Vec<Doc>) -> Vec<Doc> {
        let shape = self.shapes.get(id);
        let first: Vec<Vec<Doc>> = shape.first_items.iter().map(|item| inner(*item)).collect();
        let rest = self.rest(shape.items, inner);
        let list = |length: usize, start: usize| -> Option<Doc> {
            let mut items: Vec<Doc> = Vec::new();
            let mut skipped = 0;
            while items.len() < length {
                let choices = first.get(items.len()).unwrap_or(&rest);
                if choices.is_empty() || skipped > choices.len() {
                    return None;
                }
                let index = match first.get(items.len()) {
                    Some(_) => start + skipped,
                    None => start * length + items.len() + skipped,
                };
                let item = choices[index % choices.len()].clone();
                if shape.is_set && items.iter().any(|other| equal(other, &item)) {
                    skipped += 1;
                } else {
                    items.push(item);
                }
            }
            Some(Doc::from(Kind::List(items)).of(id))
        };
        let usual = first
            .len()
            .max(4)
            .max(shape.count.least)
            .min(shape.count.most.unwrap_or(usize::MAX));
        let widest = first.iter().map(Vec::len).max().unwrap_or(0);
        let chunks = widest.max(rest.len().div_ceil(usual.max(1)));
        let bounds = sizes(shape.count, &[0, 1, 2, first.len(), first.len() + 1]);
        let of_bounds = bounds.into_iter().map(|length| (length, 0));
        let of_items = (0..chunks).map(|start| (usual, start));
        of_bounds
            .chain(of_items)
            .filter_map(|(length, start)| list(length, start))
            .collect()
    }

    fn rest(&self, rest: Rest, inner: &mut impl FnMut(ShapeId) -> Vec<Doc>) -> Vec<Doc> {
        match rest {
            Rest::Anything => self.anything.clone(),
            Rest::Each(id) => inner(id),
            Rest::Nothing => Vec::new(),
        }
    }

    fn objects(&self, id: ShapeId, inner: &mut impl FnMut(ShapeId) -> Vec<Doc>) -> Vec<Doc> {
        let shape = self.shapes.get(id);
        let fields: Vec<Vec<Doc>> = shape
            .fields
            .iter()
            .map(|field| inner(field.shape))
            .collect();
        let rest = self.rest(shape.rest, inner);
        let names = self.names(shape);
        let object = |start: usize, extra: usize, has: &dyn Fn(usize) -> bool| {
            let mut members = Vec::new();
            for (index, field) in shape.fields.iter().enumerate() {
                let choices = &fields[index];
                if (field.is_required || has(index)) && !choices.is_empty() {
                    members.push((field.name.clone(), choices[start % choices.len()].clone()));
                }
            }
            for index in 0..extra {
                let name = match names.get((start + index) % names.len().max(1)) {
                    Some(name) if index < names.len() => name.clone(),
                    _ if shape.member_names.is_some() => break,
                    _ => format!("name{index}"),
                };
                if let Some(value) = rest.get((start * extra + index) % rest.len().max(1)) {
                    members.push((name, value.clone()));
                }
            }
            Doc::from(Kind::Object(members)).of(id)
        };
        let is_map = shape.rest.each().is_some();
        let usual = match (is_map, shape.members.most) {
            (true, most) => most.unwrap_or(3).min(3),
            (false, _) => 0,
        };
        let optional: Vec<usize> = (0..fields.len())
            .filter(|index| !shape.fields[*index].is_required)
            .collect();
        let widest = fields.iter().map(Vec::len).max().unwrap_or(0);
        let widest = if is_map {
            widest.max(rest.len().div_ceil(usual.max(1)))
        } else {
            widest
        };
        let mut objects: Vec<Doc> = (0..widest.max(1))
            .map(|start| object(start, usual, &|_| true))
            .collect();
        objects.push(object(0, 0, &|_| false));
        objects.push(object(1, 1, &|_| true));
        for wanted in optional {
            objects.push(object(0, 0, &|index| index == wanted));
            objects.push(object(1, 0, &|index| index != wanted));
        }
        if is_map {
            let counts = sizes(shape.members, &[0, 1, 2]);
            objects.extend(counts.into_iter().map(|count| object(0, count, &|_| false)));
        } else if shape.rest == Rest::Anything {
            objects.extend((0..rest.len()).map(|start| object(start, 2, &|_| start % 2 == 0)));
        }
        objects.retain(|object| shape.members.contains(object.children()));
        objects
    }

    /// Returns names for members that are not listed.
    fn names(&self, shape: &Shape) -> Vec<String> {
        let is_listed = |name: &str| shape.fields.iter().any(|field| field.name == name);
        let names: Vec<String> = match shape.member_names {
            Some(names) => {
                let on = self.pools[names].on.iter();
                on.filter_map(|kind| match kind {
                    Kind::Text(text) => Some(text.clone()),
                    _ => None,
                })
                .collect()
            }
            None => NAMES.iter().map(|name| (*name).to_owned()).collect(),
        };
        names.into_iter().filter(|name| !is_listed(name)).collect()
    }

    /// Returns a value with as few levels as possible, and with required members only.
    pub(crate) fn simplest(&self, id: ShapeId) -> Option<Doc> {
        let height = self.shapes.height(id);
        if height == usize::MAX {
            return None;
        }
        let shape = self.shapes.get(id);
        if !shape.alternatives.is_empty() {
            let mut alternatives = shape.alternatives.iter();
            let least = alternatives.find(|id| self.shapes.height(**id) == height)?;
            return self.simplest(*least);
        }
        if let Some(scalar) = self.scalars(id).next() {
            return Some(scalar);
        }
        let kind = if shape.allows(Type::Array) {
            let item = |index: usize| match shape.item(index) {
                Some(item) => self.simplest(item),
                None => self.anything.get(index % self.anything.len()).cloned(),
            };
            Kind::List((0..shape.count.least).map(item).collect::<Option<_>>()?)
        } else {
            let required = shape.fields.iter().filter(|field| field.is_required);
            let members =
                required.map(|field| Some((field.name.clone(), self.simplest(field.shape)?)));
            let mut members: Vec<_> = members.collect::<Option<_>>()?;
            let missing = shape.members.least.saturating_sub(members.len());
            for name in self.names(shape).into_iter().take(missing) {
                let value = match shape.rest {
                    Rest::Each(id) => self.simplest(id),
                    _ => self.anything.first().cloned(),
                };
                members.push((name, value?));
            }
            Kind::Object(members)
        };
        Some(Doc::from(kind).of(id))
    }

    /// Returns a random document, which the schema probably accepts.
    pub(crate) fn random(&self, rng: &mut Rng) -> Doc {
        let levels = rng.usize(2..=LEVELS);
        // Documents with few members show more than others, and are quicker.
        let density = rng.u32(..=100);
        self.random_of(self.shapes.root, levels, density, rng)
            .unwrap()
    }

    fn random_of(&self, id: ShapeId, levels: usize, density: u32, rng: &mut Rng) -> Option<Doc> {
        let shape = self.shapes.get(id);
        if levels == 0 {
            return self.simplest(id);
        }
        if !shape.alternatives.is_empty() {
            let alternative = *choose(&shape.alternatives, rng)?;
            return self.random_of(alternative, levels, density, rng);
        }
        let of_rest = |rest: Rest, rng: &mut Rng| match rest {
            Rest::Anything => choose(&self.anything, rng).cloned(),
            Rest::Each(id) => self.random_of(id, levels - 1, density, rng),
            Rest::Nothing => None,
        };
        let containers = [Type::Array, Type::Object].into_iter();
        let containers = containers.filter(|kind| shape.allows(*kind) && shape.values.is_none());
        let containers: Vec<Type> = containers.collect();
        let is_scalar = !self.pools[id].on.is_empty() && (containers.is_empty() || rng.bool());
        if is_scalar {
            let fresh = if rng.u8(..3) == 0 {
                leaves::random(shape, rng)
            } else {
                None
            };
            let kind = fresh.or_else(|| choose(&self.pools[id].on, rng).cloned())?;
            return Some(Doc::from(kind).of(id));
        }
        let kind = match choose(&containers, rng)? {
            Type::Array => {
                let length = *choose(
                    &sizes(shape.count, &[0, 1, 2, 3, shape.first_items.len()]),
                    rng,
                )?;
                let mut items: Vec<Doc> = Vec::new();
                for index in 0..length {
                    let mut draw = || match shape.first_items.get(index) {
                        Some(id) => self.random_of(*id, levels - 1, density, rng),
                        None => of_rest(shape.items, rng),
                    };
                    // Sets reject equal items, and a small stock of them is soon exhausted.
                    let is_free =
                        |item: &Doc| !shape.is_set || !items.iter().any(|other| equal(other, item));
                    let item = (0..8).find_map(|_| draw().filter(is_free));
                    items.extend(item);
                }
                Kind::List(items)
            }
            _ => {
                let mut members = Vec::new();
                for field in &shape.fields {
                    if (field.is_required || rng.u32(..100) < density)
                        && let Some(value) = self.random_of(field.shape, levels - 1, density, rng)
                    {
                        members.push((field.name.clone(), value));
                    }
                }
                let names = self.names(shape);
                let extra = *choose(&sizes(shape.members, &[0, 1, 2, 3]), rng)?;
                let is_extended = shape.rest.each().is_some() || rng.u8(..6) == 0;
                for index in 0..if is_extended { extra } else { 0 } {
                    let Some(value) = of_rest(shape.rest, rng) else {
                        continue;
                    };
                    let name = match choose(&names, rng) {
                        Some(name) if shape.member_names.is_some() || rng.bool() => name.clone(),
                        _ => format!("name{index}"),
                    };
                    if !members.iter().any(|(known, _)| *known == name) {
                        members.push((name, value));
                    }
                }
                if rng.bool() {
                    rng.shuffle(&mut members);
                }
                Kind::Object(members)
            }
        };
        Some(Doc::from(kind).of(id))
    }

    /// Returns a document with about the given number of levels, if its schema is recursive.
    pub(crate) fn deep(&self, levels: usize, rng: &mut Rng) -> Option<Doc> {
        let root = self.shapes.root;
        self.shapes
            .is_endless(root)
            .then(|| self.spine(root, levels, rng))?
    }

    fn spine(&self, id: ShapeId, levels: usize, rng: &mut Rng) -> Option<Doc> {
        if levels == 0 || !self.shapes.is_endless(id) {
            return self.simplest(id);
        }
        let shape = self.shapes.get(id);
        let endless = |ids: Vec<ShapeId>| -> Vec<ShapeId> {
            ids.into_iter()
                .filter(|id| self.shapes.is_endless(*id))
                .collect()
        };
        if !shape.alternatives.is_empty() {
            let alternative = *choose(&endless(shape.alternatives.clone()), rng)?;
            return self.spine(alternative, levels, rng);
        }
        let items = endless(shape.items.each().into_iter().collect());
        let kind = if let Some(item) = items.first() {
            Kind::List(vec![self.spine(*item, levels - 1, rng)?])
        } else {
            let inner = endless(shape.fields.iter().map(|field| field.shape).collect());
            let chosen = choose(&inner, rng).copied();
            let mut members = Vec::new();
            let mut is_placed = false;
            for field in &shape.fields {
                if !is_placed && Some(field.shape) == chosen {
                    is_placed = true;
                    members.push((
                        field.name.clone(),
                        self.spine(field.shape, levels - 1, rng)?,
                    ));
                } else if field.is_required {
                    members.push((field.name.clone(), self.simplest(field.shape)?));
                }
            }
            if let (false, Some(each)) = (is_placed, shape.rest.each()) {
                members.push(("deeper".into(), self.spine(each, levels - 1, rng)?));
            }
            Kind::Object(members)
        };
        Some(Doc::from(kind).of(id))
    }
}

/// Returns the sizes at the ends of a range, and others in it.
fn sizes(range: Range, others: &[usize]) -> Vec<usize> {
    let ends = [Some(range.least), Some(range.least + 1), range.most];
    let before = range.most.and_then(|most| most.checked_sub(1));
    let all = ends
        .into_iter()
        .chain([before])
        .flatten()
        .chain(others.iter().copied());
    let sizes: BTreeSet<usize> = all
        .filter(|size| range.contains(*size) && *size <= LONGEST)
        .collect();
    sizes.into_iter().collect()
}

/// Reports whether two items are equal for `uniqueItems`.
fn equal(left: &Doc, right: &Doc) -> bool {
    let value = |doc: &Doc| serde_json::from_str::<Value>(&doc.print(Style::Compact)).ok();
    let (left, right) = (value(left), value(right));
    let number = |value: &Option<Value>| value.as_ref().and_then(Value::as_f64);
    left == right || (number(&left).is_some() && number(&left) == number(&right))
}
