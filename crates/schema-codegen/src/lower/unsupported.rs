//! Findings about schemas without an exact type, each with the way to write a schema that has one.

use schema_registry::{
    diagnostic::Diagnostic,
    json::{self, NodeKind},
    keywords::type_of,
    keywords::{self, Draft, Purpose},
    kinds::{TYPES, is_true, listed_types},
    rules::UNMAPPABLE_SCHEMA,
};

use super::{
    At, Lowering,
    rewrites::{ONE_TYPE, plural},
};

impl Lowering<'_> {
    /// Reports each keyword that is not listed, and returns whether there is none. A schema that is `false` is reported
    /// as a whole.
    pub(super) fn only(&mut self, at: At<'_>, handled: &[&str]) -> bool {
        if let NodeKind::Bool(false) = at.node.kind {
            self.unmappable(at, "no value at all is accepted here", "remove this schema");
            return false;
        }
        let mut only = true;
        for member in at.node.members() {
            let keyword = member.name.as_str();
            let is_open = keyword == "additionalProperties" && is_true(&member.value);
            // The caller judges `type` if it handles no keyword.
            if handled.contains(&keyword)
                || needs_no_type(keyword)
                || (handled.is_empty() && keyword == "type")
                || is_open
            {
                continue;
            }
            only = false;
            let pointer = json::child(at.pointer, keyword);
            let is_untyped = handled.is_empty() && at.node.get("type").is_none();
            let message = match type_of(keyword).filter(|_| is_untyped) {
                Some(ty) => format!(
                    "`{keyword}` without `type` accepts all values that are not {}",
                    plural(ty)
                ),
                None => format!("there is no type that checks `{keyword}` here"),
            };
            let help = self.rewrite(at, keyword, handled);
            self.unmappable(at.keyword(&pointer), &message, &help);
        }
        only
    }

    /// Reports an object that rejects members that it does not declare.
    pub(super) fn closed(&mut self, at: At<'_>) {
        let keyword = "additionalProperties";
        let pointer = json::child(at.pointer, keyword);
        let message = format!("there is no type that checks `{keyword}` here");
        let help = self.rewrite(at, keyword, &[]);
        self.unmappable(at.keyword(&pointer), &message, &help);
    }

    /// Reports a schema of values of several types.
    pub(super) fn several_types(&mut self, at: At<'_>) {
        let types = listed_types(at.node);
        // A `type` that JSON does not have has a finding of its own.
        if types.is_empty() || types.iter().any(|ty| !TYPES.contains(ty)) {
            return;
        }
        let mut others = types.clone();
        others.retain(|ty| *ty != "null");
        let has_null = others.len() < types.len();
        let one = match others.as_slice() {
            [one] => Some(*one),
            ["integer", "number"] | ["number", "integer"] => Some("number"),
            _ => None,
        };
        if others.is_empty() {
            let help = "remove it: readers need no field that says nothing; or add another type";
            self.unmappable(at, "there is no type for `null` alone", help);
            return;
        }
        let help = match one {
            Some(one) if has_null => format!("write `\"type\": [\"{one}\", \"null\"]`"),
            Some(one) => format!("write `\"type\": \"{one}\"`"),
            None => ONE_TYPE.to_owned(),
        };
        self.unmappable(at, "there is no one type for these values", &help);
    }

    pub(super) fn unmappable(&mut self, at: At<'_>, message: &str, help: &str) {
        self.unmapped.push(
            Diagnostic::new(&UNMAPPABLE_SCHEMA, message)
                .help(help)
                .at(at.schema.location(at.pointer)),
        );
    }

    /// Reports a schema that no target can use, so that an event or a field of the envelope is left out.
    pub(super) fn unusable(&mut self, at: At<'_>, message: &str, help: &str) {
        self.findings.push(
            Diagnostic::new(&UNMAPPABLE_SCHEMA, message)
                .help(help)
                .at(at.schema.location(at.pointer)),
        );
    }
}

/// Reports whether a keyword is for people and tools, identifies the schema or its draft, or holds definitions.
pub(super) fn needs_no_type(keyword: &str) -> bool {
    let is_for_schemas = |purpose| matches!(purpose, Purpose::Identifier | Purpose::Definitions);
    keywords::is_annotation(keyword)
        || keywords::find_in(Draft::Draft202012, keyword)
            .is_some_and(|known| is_for_schemas(known.purpose))
}
