//! Types that are made beside others, and those of schemas that have their names.

use std::collections::BTreeSet;

use super::{At, Defined, Lowering};
use crate::{
    model::{Kind, Major, Type},
    rust,
};

impl Lowering<'_> {
    /// Types that are made beside others need their names. Whoever allows the finding gets code without the type of
    /// the schema: what holds it holds any value.
    pub(super) fn check_companions(&mut self, major: &mut Major) {
        let mut taken = BTreeSet::new();
        for ty in &major.types {
            for companion in rust::companions(major, ty) {
                let Some(other) = self.defined(&companion) else {
                    continue;
                };
                // Of a type of an event and one of the envelope, the event's has the wrong name.
                let is_of_envelope = self.is_of_envelope(other) && ty.event.is_some();
                let Some(owner) = self.defined(&ty.name).filter(|_| is_of_envelope) else {
                    let message =
                        format!("the type `{companion}` is one that generated code has for itself");
                    let (uri, pointer) = (other.uri.clone(), other.pointer.clone());
                    self.taken_at(&uri, &pointer, &message);
                    taken.insert(companion);
                    continue;
                };
                let message = format!(
                    "generated code has a type `{companion}` for `{}`, and the envelope has another one",
                    ty.name
                );
                let (uri, pointer) = (owner.uri.clone(), owner.pointer.clone());
                self.taken_at(&uri, &pointer, &message);
                taken.insert(ty.name.clone());
            }
        }
        if !taken.is_empty() {
            without(major, taken);
        }
    }

    fn is_of_envelope(&self, defined: &Defined) -> bool {
        let envelope = self.major.envelope.as_ref();
        envelope.is_some_and(|envelope| envelope.uri == defined.uri)
    }

    /// Reports the name of a schema, by the address of its file and its JSON pointer.
    fn taken_at(&mut self, uri: &str, pointer: &str, message: &str) {
        if let Some(schema) = self.registry.schema_at(uri) {
            let at = At {
                schema,
                pointer,
                node: &schema.root,
            };
            self.taken(at, message);
        }
    }
}

/// Takes types out of a major version, and the unions and events that cannot be without them.
fn without(major: &mut Major, mut gone: BTreeSet<String>) {
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
    major.events.retain(|event| !gone.contains(&event.payload));
    major.types.change(|types| {
        types.retain(|ty| !gone.contains(&ty.name));
        for ty in types {
            replace_in(&mut ty.kind, &gone);
        }
    });
    let fields = major.envelope.iter_mut().flat_map(|it| &mut it.fields);
    for field in fields {
        replace(&mut field.field.ty, &gone);
    }
    major.holding_texts = rust::holding_texts(&major.types);
}

fn replace_in(kind: &mut Kind, gone: &BTreeSet<String>) {
    match kind {
        Kind::Struct(fields) => fields.iter_mut().for_each(|it| replace(&mut it.ty, gone)),
        Kind::Tuple(items) => items.iter_mut().for_each(|it| replace(&mut it.ty, gone)),
        Kind::Alias(ty) => replace(ty, gone),
        Kind::Union(_)
        | Kind::ClosedSet(_)
        | Kind::OpenSet { .. }
        | Kind::Text(_)
        | Kind::Number(_) => {}
    }
}

/// Puts any value in the place of types.
fn replace(ty: &mut Type, gone: &BTreeSet<String>) {
    let is_gone = |ty: &Type| matches!(ty, Type::Named(name) if gone.contains(name));
    if is_gone(ty) {
        *ty = Type::Any;
        return;
    }
    match ty {
        Type::List { item, unique, .. } => {
            // Any values have no order by which they could be told apart.
            *unique &= !is_gone(item);
            replace(item, gone);
        }
        Type::Dictionary { key, value, .. } => {
            if is_gone(key) {
                **key = Type::String;
            }
            replace(value, gone);
        }
        Type::Array(inner) | Type::Map(inner) => replace(inner, gone),
        Type::Nullable(inner) if is_gone(inner) => *ty = Type::Any,
        Type::Nullable(inner) => replace(inner, gone),
        _ => {}
    }
}
