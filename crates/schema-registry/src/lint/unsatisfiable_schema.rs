//! Checks for [`unsatisfiable-schema`](RULE).

use crate::rules::UNSATISFIABLE_SCHEMA as RULE;
use crate::{
    canonical::Algebra,
    diagnostic::Diagnostic,
    json::{Node, NodeKind},
    model::{Registry, Role, Schema},
    parallel,
};

pub(super) fn check(registry: &Registry, findings: &mut Vec<Diagnostic>) {
    let schemas: Vec<&Schema> = registry.schemas().collect();
    let found = parallel::map(&schemas, |schema| {
        let algebra = Algebra::of(registry, schema)?;
        // A property that must be absent is not a contradiction, because bodies without it are valid. The same holds
        // for a definition of such properties.
        let mut forbidden = Vec::new();
        for inner in schema.subschemas() {
            let has_name = matches!(inner.role, Role::Property(_) | Role::Definition(_));
            if has_name && registry.is_forbidden(schema, inner.node) {
                forbidden.push(inner.pointer);
            }
        }
        let is_forbidden = |pointer: &str| {
            let mut inside = forbidden
                .iter()
                .filter_map(|outer| pointer.strip_prefix(outer.as_str()));
            inside.any(|rest| rest.is_empty() || rest.starts_with("/allOf/"))
        };
        let unsatisfiable = algebra.unsatisfiable().into_iter();
        let unsatisfiable = unsatisfiable.filter(|(pointer, _)| !is_forbidden(pointer));
        let found = unsatisfiable.map(|(pointer, help)| {
            let help = schema.root.at(&pointer).and_then(crossed).unwrap_or(help);
            Diagnostic::new(&RULE, "no document meets this schema")
                .help(help)
                .at(schema.location(pointer))
        });
        Some(found.collect::<Vec<_>>())
    });
    findings.extend(found.into_iter().flatten().flatten());
}

/// Returns the help for a schema that lists no value, or whose lower bound is above its upper one.
fn crossed(node: &Node) -> Option<String> {
    let is_empty = |node: &Node| matches!(&node.kind, NodeKind::Array(items) if items.is_empty());
    if node.get("enum").is_some_and(is_empty) {
        return Some("`enum` lists no value: list those that are accepted, or remove it".into());
    }
    let pairs = [
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
        ("minimum", "maximum"),
    ];
    pairs.into_iter().find_map(|(lowest, greatest)| {
        let (NodeKind::Number(low), NodeKind::Number(high)) =
            (&node.get(lowest)?.kind, &node.get(greatest)?.kind)
        else {
            return None;
        };
        (low.as_f64()? > high.as_f64()?).then(|| {
            format!(
                "`{lowest}` is greater than `{greatest}`: write a `{lowest}` of at most {high}, or a `{greatest}` of \
                 at least {low}"
            )
        })
    })
}
