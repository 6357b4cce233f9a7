//! Schemas that are inline in one document, and a definition in the other.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{
    change::ChangeKind,
    diff::{Differ, FollowedReferences, Object, PointerPair, SchemaPair},
    edit::Edit,
    keyword::is_text,
    local::LocalChanges,
    pointer,
    renames::are_related,
};

/// The maximum number of references that are followed to one place. A definition that refers to itself has no last one.
const MOST_FOLLOWED: usize = 8;

impl<'a> Differ<'a> {
    /// Detects that a reference was replaced by the content of its definition, or vice versa, if the schema and the
    /// definition are related. Returns the pair of schemas to compare next.
    pub(super) fn inline_or_extract(&self, local: &mut LocalChanges<'a>) -> Option<SchemaPair<'a>> {
        let is_one_sided = local.olds.contains_key("$ref") != local.news.contains_key("$ref");
        if !is_one_sided || local.at.followed.count >= MOST_FOLLOWED {
            return None;
        }
        let at = local.at.clone();
        let followed = FollowedReferences {
            is_here: true,
            count: at.followed.count + 1,
        };
        let (kind, edit, pair) =
            if let Some((reference, target, place)) = target(self.old, local.olds) {
                if !are_related(target, local.news) {
                    return None;
                }
                let members = target.iter().filter(|(name, _)| !is_text(name));
                let edit = Edit::Inline {
                    schema: at.edit.clone(),
                    members: Arc::new(
                        members
                            .map(|(name, value)| (name.clone(), value.clone()))
                            .collect(),
                    ),
                };
                let before = at.before.iter().cloned().chain([edit.clone()]);
                let place = PointerPair {
                    old: place,
                    before: before.collect(),
                    followed,
                    ..at.clone()
                };
                let pair = (
                    self.old.pointer(&place.old)?,
                    self.new.pointer(&at.new)?,
                    place,
                );
                (ChangeKind::Inlined { reference }, edit, pair)
            } else {
                let (reference, target, place) = target(self.new, local.news)?;
                // A reference to another definition, inside one that was followed already, is part of the first
                // definition.
                if at.followed.count > 0 || !are_related(local.olds, target) {
                    return None;
                }
                let edit = Edit::Extract {
                    schema: at.edit.clone(),
                    definition: self.renames.to_old(&place),
                };
                let place = PointerPair {
                    new: place,
                    followed,
                    ..at.clone()
                };
                let pair = (
                    self.old.pointer(&at.old)?,
                    self.new.pointer(&place.new)?,
                    place,
                );
                (ChangeKind::Extracted { reference }, edit, pair)
            };
        local.push("$ref", kind, (Some(at.old), Some(at.new)), [edit]);
        self.texts(local);
        Some(pair)
    }
}

/// Returns the reference of a schema that consists only of a reference and annotations, with the definition and its
/// pointer.
fn target<'v>(
    root: &'v Value,
    schema: &Object,
) -> Option<(String, &'v Map<String, Value>, String)> {
    /// Keywords by which other schemas find a definition, so that it cannot be moved.
    const NAMES: [&str; 4] = ["$id", "id", "$anchor", "$dynamicAnchor"];
    let reference = schema.get("$ref")?.as_str()?;
    if schema.keys().any(|name| name != "$ref" && !is_text(name)) {
        return None;
    }
    let place = pointer::target(reference)?;
    let definition = root.pointer(&place)?.as_object()?;
    let is_named = NAMES.iter().any(|name| definition.contains_key(*name));
    (!is_named).then(|| (reference.to_owned(), definition, place))
}
