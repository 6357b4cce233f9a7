//! Strings with their constraints.

use std::collections::BTreeSet;

use schema_registry::{
    json::{self, MAX_SAFE_INTEGER, Node, NodeKind},
    lint::FORMATS_WITH_TYPES,
    model::KNOWN_VALUES,
    pattern::Pattern,
};

use super::{At, Lowering, Shape, names::distinct};
use crate::{
    automaton::{Acceptor, Automaton},
    model::{Kind, Text, Type},
};

impl Lowering<'_> {
    pub(super) fn closed_set(&mut self, at: At<'_>) -> Shape {
        self.only(at, &["type", "enum", "const"]);
        if let Some(range) = listed_integers(at.node) {
            return Shape::Plain(range);
        }
        let members: Option<Vec<String>> = match (at.node.get("enum"), at.node.get("const")) {
            (Some(values), None) => values
                .items()
                .iter()
                .map(|value| value.as_str().map(str::to_owned))
                .collect(),
            (None, Some(value)) => value.as_str().map(|value| vec![value.to_owned()]),
            _ => None,
        };
        let is_string = at
            .node
            .get("type")
            .is_none_or(|ty| ty.as_str() == Some("string"));
        match members.filter(|members| !members.is_empty() && is_string) {
            Some(members) => Shape::Named(Kind::ClosedSet(distinct(members))),
            None => {
                let help = match at.node.get("type").is_some_and(|ty| !ty.items().is_empty()) {
                    _ if at.node.get("enum").is_some() && at.node.get("const").is_some() => {
                        "keep one of them: `enum` or `const`"
                    }
                    true => {
                        "for a set or `null`, write a `oneOf` of the set and `\"type\": \"null\"`"
                    }
                    false if is_boolean(at.node) => {
                        "write `\"type\": \"boolean\"`, or a string where one value alone is right"
                    }
                    false => "list strings, or integers without a gap between them",
                };
                self.unmappable(at, "there is no type for these fixed values", help);
                Shape::Plain(Type::Any)
            }
        }
    }

    pub(super) fn string(&mut self, at: At<'_>) -> Shape {
        let node = at.node;
        if let Some(format) = node.get("format").and_then(Node::as_str) {
            let ty = match format {
                "uuid" => Type::Uuid,
                "date-time" => Type::Timestamp,
                "date" => Type::Date,
                "ipv4" => Type::Ipv4,
                "uri" => Type::Uri,
                _ => {
                    let pointer = json::child(at.pointer, "format");
                    let message = format!("there is no type for the format `{format}`");
                    let formats = FORMATS_WITH_TYPES.join(", ");
                    let has = |keyword: &str| node.get(keyword).is_some();
                    let help = if has("pattern") {
                        "remove it: `pattern` says which strings are accepted".into()
                    } else if has("minLength") || has("maxLength") {
                        "write a `pattern` instead".into()
                    } else {
                        format!("write a `pattern` instead, or one of {formats}")
                    };
                    self.unmappable(at.keyword(&pointer), &message, &help);
                    self.only(at, &["type", "format", "pattern", "minLength", "maxLength"]);
                    return Shape::Plain(Type::Any);
                }
            };
            self.only(at, &["type", "format"]);
            return Shape::Plain(ty);
        }
        self.only(at, &["type", "pattern", "minLength", "maxLength"]);
        let Some(text) = self.text(at) else {
            return Shape::Plain(Type::Any);
        };
        if let Some(known) = node.get(KNOWN_VALUES) {
            let known: Vec<String> = known
                .items()
                .iter()
                .filter_map(Node::as_str)
                .map(str::to_owned)
                .collect();
            let acceptor = Acceptor::new(&text);
            for member in known.iter().filter(|member| !acceptor.accepts(member)) {
                let pointer = json::child(at.pointer, KNOWN_VALUES);
                let message = format!("the known value `{member}` is rejected by its own schema");
                let help = "widen the constraints, or remove the value";
                self.unmappable(at.keyword(&pointer), &message, help);
            }
            let known = distinct(known);
            return Shape::Named(Kind::OpenSet { known, text });
        }
        if text.min_length.is_none() && text.max_length.is_none() && text.pattern.is_none() {
            return Shape::Plain(Type::String);
        }
        Shape::Named(Kind::Text(text))
    }

    /// The constraints of a string, if they can be met.
    fn text(&mut self, at: At<'_>) -> Option<Text> {
        let mut length = |keyword| -> Option<Option<u64>> {
            let Some(node) = at.node.get(keyword) else {
                return Some(None);
            };
            let length = node
                .as_integer()
                .and_then(|length| u64::try_from(length).ok());
            if length.is_none() {
                let pointer = json::child(at.pointer, keyword);
                let inner = at.keyword(&pointer);
                self.unmappable(
                    inner,
                    "no length is as large as this",
                    "write a smaller one",
                );
            }
            length.map(Some)
        };
        let min_length = length("minLength")?.filter(|min| *min > 0);
        let max_length = length("maxLength")?;
        if min_length > max_length && max_length.is_some() {
            self.unmappable(
                at,
                "no string is of such a length",
                "write `minLength` below `maxLength`",
            );
            return None;
        }
        let pattern = match at.node.get("pattern").and_then(Node::as_str) {
            Some(source) => self.pattern(at, source)?,
            None => None,
        };
        Some(Text {
            min_length,
            max_length,
            pattern,
        })
    }

    /// A pattern, or `Some(None)` for one that every string matches.
    fn pattern(&mut self, at: At<'_>, source: &str) -> Option<Option<(String, Pattern)>> {
        let problem = match Pattern::parse(source) {
            Err(problem) => (
                format!("no type checks `{source}`: {problem}"),
                "say what is allowed instead of what is not",
            ),
            Ok(parsed) => match Automaton::of(&parsed) {
                Ok(automaton) if automaton.accepts_nothing() => (
                    format!("no string matches `{source}`"),
                    "write a pattern that strings match",
                ),
                Ok(automaton) if automaton.accepts_everything() => return Some(None),
                // Targets that need an automaton report that there is none.
                Ok(_) | Err(_) => return Some(Some((source.to_owned(), parsed))),
            },
        };
        let pointer = json::child(at.pointer, "pattern");
        let inner = at.keyword(&pointer);
        self.unmappable(inner, &problem.0, problem.1);
        None
    }
}

/// The range of integers that are listed without a gap, be it a single one.
fn listed_integers(node: &Node) -> Option<Type> {
    let ty = node.get("type").map(Node::as_str);
    let values = match (node.get("enum"), node.get("const")) {
        (Some(values), None) => values.items(),
        (None, Some(value)) => std::slice::from_ref(value),
        _ => return None,
    };
    let values: Option<BTreeSet<i64>> = values
        .iter()
        .map(|value| {
            let value = value.as_integer()?;
            (-MAX_SAFE_INTEGER..=MAX_SAFE_INTEGER)
                .contains(&value)
                .then_some(value)
        })
        .collect();
    let values = values?;
    let (min, max) = (*values.first()?, *values.last()?);
    let has_no_gap = usize::try_from(max - min).ok()? + 1 == values.len();
    let is_number = matches!(ty, None | Some(Some("integer" | "number")));
    (has_no_gap && is_number).then_some(Type::Integer { min, max })
}

fn is_boolean(node: &Node) -> bool {
    let listed = node.get("enum").map(Node::items).unwrap_or_default();
    let mut values = listed.iter().chain(node.get("const"));
    values.any(|value| matches!(value.kind, NodeKind::Bool(_)))
}
