//! The other way to write what no type checks, for the place where it is: each of them has a type there.

use schema_registry::{
    json::{Node, NodeKind},
    keywords::type_of,
    kinds::listed_types,
    lint::without_type,
};

use super::{At, Lowering};

/// The help for values of several types.
pub(super) const ONE_TYPE: &str = "write one type, or one type and `\"null\"`";

const OPEN: &str = "remove it: readers ignore what they do not know";
const DESCRIBE: &str = "remove it, and say it in the `description`";
const UNION: &str = "write each branch as an object in `$defs` that has the same required property with a `const` of \
                     its own, and refer to them in a `oneOf`";
const OWN_MAP: &str = "move the members without fixed names into a property of their own, an object without \
                       `properties`; or remove this, and say it in the `description`";

impl Lowering<'_> {
    /// Returns the other way to write one keyword of a schema whose type checks only the handled ones.
    pub(super) fn rewrite(&self, at: At<'_>, keyword: &str, handled: &[&str]) -> String {
        let ty = at.node.get("type").and_then(Node::as_str);
        let value = at.node.get(keyword);
        let is_closed = value.is_some_and(|value| matches!(value.kind, NodeKind::Bool(false)));
        let help = match (keyword, handled) {
            ("additionalProperties" | "unevaluatedProperties", _) if is_closed => OPEN,
            (_, ["$ref"]) => return beside_reference(keyword),
            (_, ["type"]) if ty == Some("null") => "remove it: `null` is the only value",
            (_, ["type", "const"]) => "remove it: the `const` is the only value",
            (_, ["type", "enum", "const"]) => "remove it: the listed values say what is accepted",
            ("type", ["oneOf" | "anyOf"]) => "remove it: the branches have types of their own",
            ("allOf", _) => self.without_all_of(at),
            ("anyOf", _) => self.without_any_of(at),
            (_, ["oneOf" | "anyOf"]) => without_type(keyword).unwrap_or("move it into each branch"),
            ("$ref", _) => "write the keywords of what it names here, without `$ref`",
            // The payload has other members to count.
            ("minProperties" | "maxProperties", ["$ref", ..]) => DESCRIBE,
            // An event, whose payload has a schema of its own.
            (_, ["$ref", ..]) => {
                without_type(keyword).unwrap_or("move it into the schema of the payload")
            }
            _ => return of_type(at.node, ty, keyword),
        };
        help.to_owned()
    }

    /// Returns the way to write the parts of an `allOf` as one schema.
    fn without_all_of(&self, at: At<'_>) -> &'static str {
        let parts = at.node.get("allOf").map(Node::items).unwrap_or_default();
        let is_reference = |part: &Node| part.get("$ref").is_some();
        let annotations = ["allOf", "title", "description", "deprecated", "examples"];
        let is_alone = at.node.members().iter().all(|member| {
            annotations.contains(&member.name.as_str()) || member.name.starts_with("x-")
        });
        if is_alone && matches!(parts, [one] if is_reference(one)) {
            return "write the `$ref` itself beside the `description`, without `allOf`";
        }
        // An event refers to its envelope itself.
        if at.pointer.is_empty() && self.event.is_some() && self.family.envelope().is_some() {
            return "write the keywords of all parts here, `$ref` among them, without `allOf`";
        }
        let is_object = |node: &Node| {
            node.get("properties").is_some() || listed_types(node).contains(&"object")
        };
        let mut targets = parts.iter().map(|part| self.behind(at, part));
        let is_object = is_object(at.node) || targets.any(is_object);
        match (is_object, parts.iter().any(is_reference)) {
            (true, false) => "write the properties of all parts into one object, without `allOf`",
            (true, true) => {
                "write the properties of all parts, and of what they refer to, into one object, without `allOf`"
            }
            (false, false) => "write the keywords of all parts here, without `allOf`",
            (false, true) => {
                "write the keywords of all parts, and of what they refer to, here, without `allOf`"
            }
        }
    }

    /// Returns the way to write the branches of an `anyOf`.
    fn without_any_of(&self, at: At<'_>) -> &'static str {
        let branches = at.node.get("anyOf").map(Node::items).unwrap_or_default();
        if let [_] = branches {
            return "write that branch here, without `anyOf`";
        }
        if at.node.get("type").and_then(Node::as_str) == Some("object") {
            return UNION;
        }
        self.of_one_type(at, branches).unwrap_or(UNION)
    }

    /// Returns the help for branches of which any is not an object. `None` if all can be objects.
    pub(super) fn of_one_type(&self, at: At<'_>, branches: &[Node]) -> Option<&'static str> {
        let branches: Vec<&Node> = branches.iter().map(|it| self.behind(at, it)).collect();
        let types: Vec<Option<&str>> = branches.iter().map(|node| type_of_values(node)).collect();
        let all = |known: &[&str]| {
            let mut types = types.iter().flatten();
            types.all(|ty| known.contains(ty))
        };
        if all(&["object"]) {
            return None;
        }
        let is_listed = |node: &&Node| node.get("enum").is_some() || node.get("const").is_some();
        let is_set = branches.iter().any(is_listed);
        Some(if all(&["string"]) && is_set {
            "write one string here: `\"type\": \"string\"`, with `x-known-values` for an open set"
        } else if all(&["string"]) {
            "write one string here, with one `pattern` for what any branch accepts"
        } else if all(&["integer", "number"]) {
            "write one number here, with bounds for what any branch accepts"
        } else {
            ONE_TYPE
        })
    }

    /// The schema that a branch refers to, or the branch itself.
    pub(super) fn behind<'a>(&'a self, at: At<'a>, branch: &'a Node) -> &'a Node {
        let reference = branch.get("$ref").and_then(Node::as_str);
        let target = reference.and_then(|reference| self.registry.follow(at.schema, reference));
        target.map_or(branch, |(_, _, node)| node)
    }
}

/// Returns the help for a keyword beside a `$ref`, which has a type of its own.
fn beside_reference(keyword: &str) -> String {
    match (keyword, without_type(keyword)) {
        (_, Some(help)) => help.to_owned(),
        ("type", _) => "remove it: what `$ref` names has a type".to_owned(),
        ("allOf" | "anyOf" | "oneOf", _) => {
            format!("keep one of them: `$ref`, or the branches of `{keyword}`")
        }
        _ => "move it into what `$ref` names; or write the keywords of that here, without `$ref`"
            .to_owned(),
    }
}

/// Returns the help for a keyword that the type of its schema does not check.
fn of_type(node: &Node, ty: Option<&str>, keyword: &str) -> String {
    let of = type_of(keyword);
    let is_other = |of: &str| match ty {
        Some("integer") => of != "number",
        Some(ty) => ty != of,
        None => false,
    };
    if let Some(of) = of.filter(|of| is_other(of)) {
        return format!("remove it: `{keyword}` is for {}", plural(of));
    }
    let has_fields = node.get("properties").is_some();
    let help = match keyword {
        "patternProperties" if ty.is_some() && has_fields => {
            "move the members without fixed names into a property of their own: an object with \
             `additionalProperties` and `propertyNames`; or remove this, and say it in the `description`"
        }
        "additionalProperties" | "propertyNames" if ty.is_some() && has_fields => OWN_MAP,
        "minProperties" | "maxProperties" if has_fields => DESCRIBE,
        "pattern" | "minLength" | "maxLength" if ty.is_some() => {
            "keep one of them: the `format`, or the `pattern` and the lengths"
        }
        "multipleOf" if ty == Some("number") => {
            "write an integer in the smallest unit, with `multipleOf` and bounds"
        }
        _ => match (without_type(keyword), of) {
            (Some(help), _) => help,
            (None, Some("number")) if ty.is_none() && keyword == "multipleOf" => {
                "add `\"type\": \"integer\"`, with `minimum` and `maximum`"
            }
            (None, Some("number")) if ty.is_none() => {
                "add `\"type\": \"number\"`; or `\"type\": \"integer\"`, with `minimum` and `maximum`"
            }
            (None, Some(of)) if ty.is_none() => return format!("add `\"type\": \"{of}\"`"),
            (None, _) => DESCRIBE,
        },
    };
    help.to_owned()
}

/// The values that a keyword is for, in words.
pub(super) fn plural(ty: &str) -> &'static str {
    match ty {
        "string" => "strings",
        "number" => "numbers",
        "array" => "lists",
        _ => "objects",
    }
}

/// Returns the type of the values of a branch, as far as its keywords state one: that of the values it lists, too.
fn type_of_values(node: &Node) -> Option<&str> {
    if let Some(ty) = node.get("type").and_then(Node::as_str) {
        return Some(ty);
    }
    if !listed_types(node).is_empty() {
        return Some("several");
    }
    let listed = node.get("enum").map(Node::items).unwrap_or_default();
    let value = node.get("const").or(listed.first())?;
    Some(match value.kind {
        NodeKind::Object(_) => "object",
        NodeKind::String(_) => "string",
        NodeKind::Number(_) => "number",
        _ => "several",
    })
}
