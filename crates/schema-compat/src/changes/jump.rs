//! What is written out in one document, and stands in a definition in the other.

use serde_json::{Map, Value};

use super::{
    diff::{Differ, Jump, Object, Pair, Place},
    edit::Edit,
    keyword::is_text,
    kind::ChangeKind,
    own::Own,
    pointer,
    renames::are_alike,
};

impl<'a> Differ<'a> {
    /// Notices that a reference is written out, or that a definition takes the place of what was, where
    /// both say much the same. Answers with what is still to be compared.
    pub(super) fn jump(&self, own: &mut Own<'a>) -> Option<Pair<'a>> {
        if own.at.jump != Jump::None
            || own.olds.contains_key("$ref") == own.news.contains_key("$ref")
        {
            return None;
        }
        let at = own.at.clone();
        let (kind, edits, pair) =
            if let Some((reference, target, place)) = target(self.old, own.olds) {
                if !are_alike(target, own.news) {
                    return None;
                }
                let members = target.iter().filter(|(name, _)| !is_text(name));
                let edit = Edit::Inline {
                    schema: at.edit.clone(),
                    members: members
                        .map(|(name, value)| (name.clone(), value.clone()))
                        .collect(),
                };
                let place = Place {
                    old: place,
                    before: vec![edit.clone()],
                    jump: Jump::Here,
                    ..at.clone()
                };
                let pair = (
                    self.old.pointer(&place.old)?,
                    self.new.pointer(&at.new)?,
                    place,
                );
                (ChangeKind::Inlined { reference }, vec![edit], pair)
            } else {
                let (reference, target, place) = target(self.new, own.news)?;
                if !are_alike(own.olds, target) {
                    return None;
                }
                let names = own.olds.keys().filter(|name| !is_text(name));
                let mut edits: Vec<Edit> = names
                    .map(|name| Edit::Take {
                        object: at.edit.clone(),
                        name: name.clone(),
                    })
                    .collect();
                edits.push(Edit::Put {
                    object: at.edit.clone(),
                    name: "$ref".to_owned(),
                    value: self
                        .renames
                        .keyword_to_old("$ref", &Value::from(reference.as_str())),
                });
                let place = Place {
                    new: place,
                    jump: Jump::Here,
                    ..at.clone()
                };
                let pair = (
                    self.old.pointer(&at.old)?,
                    self.new.pointer(&place.new)?,
                    place,
                );
                (ChangeKind::Extracted { reference }, edits, pair)
            };
        own.push("$ref", kind, (Some(at.old), Some(at.new)), edits);
        self.texts(own);
        Some(pair)
    }
}

/// What a schema refers to that says nothing else itself: the reference, the definition, its pointer.
fn target<'v>(
    root: &'v Value,
    schema: &Object,
) -> Option<(String, &'v Map<String, Value>, String)> {
    /// What other schemas find a definition by, so that it cannot stand elsewhere.
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
