//! Values of several kinds: `null` beside another type, and objects distinguished by a tag.

use schema_registry::{
    json::{self, Node, NodeKind},
    model::tags,
};

use crate::model::{Branch, Kind, Type, Union};

use super::{At, Lowering, Shape, deprecated, is_null, names::joined, rewrites::ONE_TYPE};

impl Lowering<'_> {
    /// `null` beside one other type, in either of the two ways to write it.
    pub(super) fn nullable(&mut self, at: At<'_>, name: &str) -> Option<Type> {
        // A definition is the alias; what it holds besides `null` has a name of its own.
        let is_reserved = self.defined(name).is_some_and(|it| it.def.is_none());
        let name = if is_reserved {
            joined(name, "value")
        } else {
            name.to_owned()
        };
        for keyword in ["oneOf", "anyOf"] {
            let branches = at.node.get(keyword).map(Node::items).unwrap_or_default();
            if let [first, second] = branches
                && let Some((null, other)) = match (is_null(first), is_null(second)) {
                    (true, false) => Some(((0, first), (1, second))),
                    (false, true) => Some(((1, second), (0, first))),
                    _ => None,
                }
            {
                self.only(at, &[keyword]);
                let branch = |index| format!("{}/{keyword}/{index}", at.pointer);
                let pointers = (branch(null.0), branch(other.0));
                let at_null = at.inner(&pointers.0, null.1);
                self.only(at_null, &["type"]);
                let at_other = at.inner(&pointers.1, other.1);
                let inner = self.ty(at_other, &name);
                if keyword == "oneOf" && self.takes_null(&inner) {
                    let help = "write `anyOf`, or remove `null` from one of them";
                    self.unmappable(
                        at,
                        "both branches accept `null`, so that `oneOf` rejects it",
                        help,
                    );
                    return Some(Type::Any);
                }
                return Some(Type::Nullable(Box::new(inner)));
            }
        }
        let types = at.node.get("type").map(Node::items).unwrap_or_default();
        let [first, second] = types else { return None };
        let other = match (first.as_str(), second.as_str()) {
            (Some("null"), Some(_)) => second,
            (Some(_), Some("null")) => first,
            _ => return None,
        };
        if at.node.get("enum").is_some() || at.node.get("const").is_some() {
            return None;
        }
        // The same schema with the other type alone.
        let mut node = at.node.clone();
        if let NodeKind::Object(members) = &mut node.kind {
            for member in members.iter_mut().filter(|member| member.name == "type") {
                member.value = other.clone();
            }
        }
        let at = At { node: &node, ..at };
        let inner = match self.shape(at, &name) {
            Shape::Plain(ty) => ty,
            Shape::Named(kind) => self.define(at, name, kind),
        };
        Some(Type::Nullable(Box::new(inner)))
    }

    pub(super) fn takes_null(&self, ty: &Type) -> bool {
        match ty {
            Type::Any | Type::Nullable(_) => true,
            Type::Named(name) => {
                let behind = self.behind_aliases(name.clone());
                matches!(
                    self.kind(&behind),
                    Some(Kind::Alias(Type::Any | Type::Nullable(_)))
                )
            }
            _ => false,
        }
    }

    pub(super) fn union(&mut self, at: At<'_>) -> Shape {
        self.only(at, &["oneOf"]);
        let keyword = json::child(at.pointer, "oneOf");
        let branches = at.node.get("oneOf").map(Node::items).unwrap_or_default();
        if let Some((message, help)) = self.no_choice(at, branches) {
            self.unmappable(at.keyword(&keyword), message, help);
            return Shape::Plain(Type::Any);
        }
        let mut named = Vec::new();
        let mut targets = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let pointer = format!("{keyword}/{index}");
            let inner = at.inner(&pointer, branch);
            let Some(reference) = branch.get("$ref").and_then(Node::as_str) else {
                let message = match is_null(branch) {
                    true => "`null` is among branches with a tag",
                    false => "this branch has no name",
                };
                let help = self.unnamed(at, branches);
                self.unmappable(inner, message, &help);
                return Shape::Plain(Type::Any);
            };
            self.only(inner, &["$ref"]);
            let target = self
                .registry
                .follow(at.schema, reference)
                .map(|(_, _, node)| node);
            let (Type::Named(ty), Some(target)) = (self.reference(inner, reference), target) else {
                return Shape::Plain(Type::Any);
            };
            targets.push(target);
            self.deprecate(&ty, deprecated::note(branch));
            named.push((ty, tags(target)));
        }
        let tags: Vec<_> = named.iter().map(|(_, tags)| tags.as_slice()).collect();
        let tag = common_tag(&tags);
        let Some(tag) = tag else {
            self.unmappable(at, "nothing tells the branches apart", untagged(&targets));
            return Shape::Plain(Type::Any);
        };
        let mut branches: Vec<Branch> = Vec::new();
        for (ty, tags) in &named {
            let Some((_, value)) = tags.iter().find(|(name, _)| *name == tag) else {
                continue;
            };
            branches.push(Branch {
                tag: (*value).to_owned(),
                ty: ty.clone(),
            });
        }
        Shape::Named(Kind::Union(Union {
            tag: tag.to_owned(),
            branches,
        }))
    }

    /// Returns the problem of branches that are not a choice between objects, and the way to write them.
    fn no_choice(&self, at: At<'_>, branches: &[Node]) -> Option<(&'static str, &'static str)> {
        if let [one] = branches
            && (one.get("$ref").is_none() || tags(self.behind(at, one)).is_empty())
        {
            let help = "write that branch here, without `oneOf`";
            return Some(("this `oneOf` has only one branch", help));
        }
        let mut objects = branches.to_vec();
        objects.retain(|branch| !is_null(branch));
        let help = self.of_one_type(at, &objects)?;
        // With `null` besides, one type alone is not enough.
        let help = match objects.len() < branches.len() {
            true => ONE_TYPE,
            false => help,
        };
        Some(("there is no one type for these branches", help))
    }

    /// Returns the help for a branch that is not a definition.
    fn unnamed(&self, at: At<'_>, branches: &[Node]) -> String {
        if branches.iter().any(is_null) {
            return "move the others to `$defs`, refer to them in a `oneOf` there, and write a `oneOf` of that and \
                    `null`"
                .to_owned();
        }
        let targets = branches.iter().map(|branch| self.behind(at, branch));
        let targets: Vec<&Node> = targets.collect();
        let all: Vec<_> = targets.iter().map(|target| tags(target)).collect();
        let all: Vec<_> = all.iter().map(Vec::as_slice).collect();
        let help = "move it to `$defs`, and refer to it";
        match common_tag(&all) {
            Some(_) => help.to_owned(),
            None => format!("{help}; and {}", untagged(&targets)),
        }
    }

    /// Notes that a type is deprecated where a union has it.
    pub(super) fn deprecate(&mut self, name: &str, note: Option<String>) {
        let slot = self.by_name.get(name).copied();
        let defined = slot.and_then(|slot| self.types.get_mut(slot));
        if let Some(def) = defined.and_then(|defined| defined.def.as_mut()) {
            def.description = deprecated::noted(note, std::mem::take(&mut def.description));
        }
    }
}

/// Returns the first constant of the first branch by which all branches differ: the tag. Each branch has constants.
fn common_tag<'a>(branches: &[&[(&'a str, &'a str)]]) -> Option<&'a str> {
    let mut names = branches.first()?.iter().map(|(name, _)| *name);
    names.find(|name| {
        let mut values: Vec<&str> = branches
            .iter()
            .filter_map(|tags| tags.iter().find(|(tag, _)| tag == name))
            .map(|(_, value)| *value)
            .collect();
        values.sort_unstable();
        values.dedup();
        values.len() == branches.len()
    })
}

/// Returns the help for branches that no string distinguishes.
fn untagged(branches: &[&Node]) -> &'static str {
    let fixed = |branch: &Node, name: &str| {
        let required = branch.get("required").map(Node::items).unwrap_or_default();
        let property = branch.get("properties")?.get(name)?;
        let is_required = required.iter().any(|node| node.as_str() == Some(name));
        let one = property.get("enum").map(Node::items);
        let value = match one {
            Some([one]) => Some((one.to_value(), true)),
            _ => property.get("const").map(|node| (node.to_value(), false)),
        };
        value.filter(|_| is_required)
    };
    let properties = branches.first().and_then(|first| first.get("properties"));
    let names = properties.map(Node::members).unwrap_or_default();
    for property in names {
        let values: Option<Vec<_>> = branches
            .iter()
            .map(|branch| fixed(branch, &property.name))
            .collect();
        let Some(values) = values else { continue };
        let mut texts: Vec<String> = values.iter().map(|(value, _)| value.to_string()).collect();
        texts.sort_unstable();
        texts.dedup();
        if texts.len() < branches.len() {
            continue;
        }
        return match values.iter().any(|(_, is_listed)| *is_listed) {
            true => "write the `enum` of one member that each branch has as a `const`",
            false => {
                "a string has to distinguish them: give each branch one more required property with a `const`, \
                 such as `\"result\": { \"const\": \"accepted\" }`"
            }
        };
    }
    "give each branch, an object, the same required property with a `const` of its own, a string"
}
