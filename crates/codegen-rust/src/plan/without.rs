//! Models without some of their types.

use std::collections::BTreeSet;

use schema_codegen::model::{Kind, Major, Type};

/// Takes types out of a major version, and the unions and events that cannot be without them. Returns the event types
/// of these events.
pub(super) fn without(major: &mut Major, mut gone: BTreeSet<String>) -> Vec<String> {
    loop {
        let before = gone.len();
        for ty in &major.types {
            if let Kind::Union(union) = &ty.kind
                && union
                    .branches
                    .iter()
                    .any(|branch| gone.contains(&branch.ty))
            {
                gone.insert(ty.name.clone());
            }
        }
        if gone.len() == before {
            break;
        }
    }
    let mut left_out = Vec::new();
    major.events.retain(|event| {
        let is_kept = !gone.contains(&event.payload);
        if !is_kept {
            left_out.push(event.event_type.clone());
        }
        is_kept
    });
    major
        .types
        .change(|types| types.retain(|ty| !gone.contains(&ty.name)));
    change_types(major, &mut |ty| replace(ty, &gone));
    left_out
}

/// Changes the type of every field and item, and the target of every alias.
pub(super) fn change_types(major: &mut Major, change: &mut dyn FnMut(&mut Type)) {
    major.types.change(|types| {
        for ty in types {
            match &mut ty.kind {
                Kind::Struct(fields) => fields.iter_mut().for_each(|it| change(&mut it.ty)),
                Kind::Tuple(items) => items.iter_mut().for_each(|it| change(&mut it.ty)),
                Kind::Alias(ty) => change(ty),
                Kind::Union(_)
                | Kind::ClosedSet(_)
                | Kind::OpenSet { .. }
                | Kind::Text(_)
                | Kind::Number(_) => {}
            }
        }
    });
    let fields = major.envelope.iter_mut().flat_map(|it| &mut it.fields);
    for field in fields {
        change(&mut field.field.ty);
    }
}

/// Replaces types by any value.
fn replace(ty: &mut Type, gone: &BTreeSet<String>) {
    let is_gone = |ty: &Type| match ty {
        Type::Named(name) => gone.contains(name),
        _ => false,
    };
    if is_gone(ty) {
        *ty = Type::Any;
        return;
    }
    match ty {
        Type::List { item, unique, .. } => {
            // Any values have no order by which they could be told apart.
            *unique &= !is_gone(item);
        }
        Type::Dictionary { key, .. } if is_gone(key) => **key = Type::String,
        Type::Nullable(inner) if is_gone(inner) => *ty = Type::Any,
        _ => {}
    }
    if let Some(inner) = ty.inner_mut() {
        replace(inner, gone);
    }
}
