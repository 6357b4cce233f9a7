//! Facts about a model that targets need and schemas do not state. They are computed beside the model.

use std::collections::BTreeMap;

use crate::model::{Kind, Type, TypeDef};

/// The cycles of types that contain each other without a list or a map in between, so that a value without indirection
/// would be infinite.
#[derive(Clone, Debug)]
pub struct Cycles(BTreeMap<String, usize>);

impl Cycles {
    /// Finds the cycles of types.
    #[must_use]
    pub fn of(types: &[TypeDef]) -> Self {
        let numbers: BTreeMap<&str, usize> =
            types.iter().map(|def| def.name.as_str()).zip(0..).collect();
        let edges: Vec<Vec<usize>> = types
            .iter()
            .map(|def| {
                let names = contained(&def.kind).into_iter();
                names
                    .filter_map(|name| numbers.get(name).copied())
                    .collect()
            })
            .collect();
        let mut reversed = vec![Vec::new(); types.len()];
        for (from, targets) in edges.iter().enumerate() {
            for to in targets {
                if let Some(sources) = reversed.get_mut(*to) {
                    sources.push(from);
                }
            }
        }
        // Kosaraju's algorithm: types that reach each other have one number.
        let mut order = Vec::new();
        let mut seen = vec![false; types.len()];
        for start in 0..types.len() {
            visit(&edges, start, &mut seen, &mut |ended| order.push(ended));
        }
        let mut component = BTreeMap::new();
        let mut seen = vec![false; types.len()];
        for start in order.into_iter().rev() {
            visit(&reversed, start, &mut seen, &mut |reached| {
                if let Some(def) = types.get(reached) {
                    component.insert(def.name.clone(), start);
                }
            });
        }
        Self(component)
    }

    /// Reports whether a type that contains another one is contained in it as well.
    #[must_use]
    pub fn has_both(&self, owner: &str, contained: &str) -> bool {
        self.0
            .get(owner)
            .is_some_and(|number| self.0.get(contained) == Some(number))
    }
}

/// Visits what is reachable from a node and was not seen, and reports each node after those that it leads to.
fn visit(edges: &[Vec<usize>], start: usize, seen: &mut [bool], ended: &mut dyn FnMut(usize)) {
    let is_new = |node: usize, seen: &mut [bool]| match seen.get_mut(node) {
        Some(seen) => !std::mem::replace(seen, true),
        None => false,
    };
    if !is_new(start, seen) {
        return;
    }
    let mut path = vec![(start, 0)];
    while let Some((node, next)) = path.last_mut() {
        match edges.get(*node).and_then(|targets| targets.get(*next)) {
            Some(target) => {
                *next += 1;
                if is_new(*target, seen) {
                    path.push((*target, 0));
                }
            }
            None => {
                ended(*node);
                path.pop();
            }
        }
    }
}

/// The named types that values of a type contain without a list or a map in between.
fn contained(kind: &Kind) -> Vec<&str> {
    match kind {
        Kind::Struct(fields) => fields
            .iter()
            .filter_map(|field| in_place(&field.ty))
            .collect(),
        Kind::Tuple(items) => items.iter().filter_map(|item| in_place(&item.ty)).collect(),
        Kind::Union(union) => union
            .branches
            .iter()
            .map(|branch| branch.ty.as_str())
            .collect(),
        Kind::Alias(ty) => in_place(ty).into_iter().collect(),
        Kind::ClosedSet(_) | Kind::OpenSet { .. } | Kind::Text(_) | Kind::Number(_) => Vec::new(),
    }
}

/// Returns the named type that a value is, or that it is beside `null`.
#[must_use]
pub fn in_place(ty: &Type) -> Option<&str> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Nullable(inner) => in_place(inner),
        _ => None,
    }
}
