//! The constraints of a schema on each value, with references resolved and with all schemas that apply to a value
//! merged.

use std::collections::BTreeSet;

use regex_syntax::hir::Hir;
use schema_registry::model::{Registry, Schema};
use serde_json::{Number, Value};

use super::compiler::Compiler;

pub(crate) type ShapeId = usize;

/// All shapes of one schema.
pub(crate) struct Shapes {
    shapes: Vec<Shape>,
    pub(crate) root: ShapeId,
    /// Every string in a `const`, an `enum` or a list of known values.
    pub(crate) words: BTreeSet<String>,
    /// Every name of a property.
    pub(crate) names: BTreeSet<String>,
    /// The number of levels that the smallest value of each shape has.
    heights: Vec<usize>,
    /// The shapes that can be inside each shape, at any depth.
    inside: Vec<BTreeSet<ShapeId>>,
}

/// The constraints on one value. If there are alternatives, each of them has the remaining constraints.
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
    /// The bounds, and whether they are accepted themselves.
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

pub(crate) const TYPES: [(&str, Type); 7] = [
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

/// The constraint on members or items that are not listed.
#[derive(Clone, Copy, Default, PartialEq)]
pub(crate) enum Rest {
    #[default]
    Anything,
    Each(ShapeId),
    Nothing,
}

/// An inclusive range.
#[derive(Clone, Copy, Default)]
pub(crate) struct Range {
    pub(crate) least: usize,
    pub(crate) most: Option<usize>,
}

impl Range {
    pub(crate) fn contains(&self, number: usize) -> bool {
        self.least <= number && self.most.is_none_or(|most| number <= most)
    }

    pub(crate) fn narrow(&mut self, schema: &Value, least: &str, most: &str) {
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
        let mut compiler = Compiler::new(registry);
        let root = compiler.root(schema);
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

    /// Reports whether a defect at the given number of levels inside a value may be reported for the value as a
    /// whole. Nothing is known about the inside of a value without a shape.
    pub(crate) fn is_judged_whole(&self, id: Option<ShapeId>, levels: usize) -> bool {
        let Some(id) = id else {
            return true;
        };
        let shape = self.get(id);
        let mut alternatives = shape.alternatives.iter();
        shape.is_judged_whole(levels)
            || alternatives.any(|id| self.is_judged_whole(Some(*id), levels))
    }

    pub(crate) fn height(&self, id: ShapeId) -> usize {
        self.heights[id]
    }

    /// Reports whether values of a shape can contain values of the same shape.
    pub(crate) fn is_recursive(&self, id: ShapeId) -> bool {
        self.inside[id].contains(&id)
    }

    /// Reports whether values of a shape are recursive, or contain such values.
    pub(crate) fn is_endless(&self, id: ShapeId) -> bool {
        self.is_recursive(id)
            || self.inside[id]
                .iter()
                .any(|inner| self.is_recursive(*inner))
    }
}

impl Shape {
    /// Returns the shapes that can be directly inside.
    fn children(&self) -> impl Iterator<Item = ShapeId> {
        let rests = [self.rest, self.items].into_iter().filter_map(Rest::each);
        let fields = self.fields.iter().map(|field| field.shape);
        let items = self.first_items.iter().copied();
        fields.chain(items).chain(rests)
    }

    /// Returns the shape of an item, if it is constrained.
    pub(crate) fn item(&self, index: usize) -> Option<ShapeId> {
        self.first_items.get(index).copied().or(self.items.each())
    }

    fn is_judged_whole(&self, levels: usize) -> bool {
        let is_limited = |range: &Range| range.least > 0 || range.most.is_some();
        let is_counted = is_limited(&self.members) || is_limited(&self.count);
        // Items are compared as a whole; members and items are counted.
        self.is_set || self.is_raw() || (is_counted && levels <= 1)
    }

    /// Reports whether a value is kept as raw JSON, because its content is not constrained.
    fn is_raw(&self) -> bool {
        let holds = self.types.contains(&Type::Object) || self.types.contains(&Type::Array);
        holds
            && self.alternatives.is_empty()
            && self.fields.is_empty()
            && self.first_items.is_empty()
            && self.rest == Rest::Anything
            && self.items == Rest::Anything
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

/// Returns the number of levels that the smallest value of each shape has, or `usize::MAX` if there is none.
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
