//! Checks: functions that return `null` for a value that the schema accepts, and the issues of any other.

use std::collections::{BTreeMap, BTreeSet};

use schema_codegen::model::{
    Bound, Count, EnvelopeField, EnvelopeRole, Field, Item, Kind, Range, Text, Type, TypeDef, Union,
};

use schema_codegen::{
    constraints,
    naming::{Body, BodyField, UnionNames},
};

use crate::{
    names::{is_inherited, is_plain, string},
    plan::{self, ENVELOPE, EVENTS, Plan},
};

/// Renders the module of the envelope's types.
pub(super) fn envelope(plan: &Plan<'_>) -> String {
    let mut script = Script::new(plan, ENVELOPE);
    script.types();
    script.finish()
}

/// Renders the module of an event, with the types that its file defines.
pub(super) fn event(plan: &Plan<'_>, event: &Body<'_>) -> String {
    let mut script = Script::new(plan, plan.module(event));
    script.types();
    if let Some(name) = &event.name {
        script.body(name, |script, part| {
            let value = script.member(&part.field.name);
            match event.field(part) {
                BodyField::Literal(only) => script.constant(&value, only),
                BodyField::Type(ty) => script.check(&ty, &value),
            }
        });
    }
    script.finish()
}

/// Renders the module of the union of all events.
pub(super) fn events(plan: &Plan<'_>, own: &UnionNames) -> String {
    let mut script = Script::new(plan, EVENTS);
    let tag = plan.event_type().map(|field| script.member(&field.name));
    let tag = tag.unwrap_or_default();
    let checks: Vec<(String, String)> = plan
        .bodies
        .iter()
        .filter_map(|event| {
            let check = script.imported(plan.module(event), event.name.as_ref()?);
            Some((string(&event.event.event_type), check))
        })
        .collect();
    script.body(&own.unknown, |script, part| match part.role {
        EnvelopeRole::EventType => {
            let check = script.check(&part.field.ty, &tag);
            let expected = script.use_runtime("expected");
            format!("KNOWN.has({tag}) ? {expected}(\"another type of event\", {tag}) : {check}")
        }
        _ => {
            let value = script.member(&part.field.name);
            script.check(&part.field.ty, &value)
        }
    });
    let is_object = script.use_runtime("isObject");
    let expected = script.use_runtime("expected");
    let schema = script.use_runtime("schema");
    let types: Vec<&str> = checks
        .iter()
        .map(|(event_type, _)| event_type.as_str())
        .collect();
    let constant = format!(
        "const KNOWN = /* @__PURE__ */ new Set([{}]);\n",
        types.join(", ")
    );
    script.constants.push(constant);
    let cases: String = checks
        .iter()
        .map(|(event_type, check)| {
            format!("    case {event_type}:\n      return {check}(value);\n")
        })
        .collect();
    let function = |name: &str, rest: &str| {
        format!(
            "\nexport function check{name}(value) {{\n  if (!{is_object}(value)) return {expected}(\"an object\", value);\n  \
             switch ({tag}) {{\n{cases}    default:\n      return {rest};\n  }}\n}}\n\n\
             export const {name} = /* @__PURE__ */ {schema}(check{name});\n"
        )
    };
    let unknown = format!("check{}(value)", own.unknown);
    let key = plan
        .event_type()
        .map(|field| string(&field.name))
        .unwrap_or_default();
    let under = script.use_runtime("under");
    let rejected = format!("{under}(null, {expected}(\"a known type of event\", {tag}), {key})");
    script.out.push_str(&function(&own.any, &unknown));
    script.out.push_str(&function(&own.known, &rejected));
    script.out.push_str(&format!(
        "\nexport function isKnown(event) {{\n  return KNOWN.has({});\n}}\n",
        tag.replacen("value", "event", 1)
    ));
    script.finish()
}

/// A module that is being written.
struct Script<'p, 'm> {
    plan: &'p Plan<'m>,
    module: &'p str,
    runtime: BTreeSet<&'static str>,
    imports: BTreeMap<String, BTreeSet<String>>,
    constants: Vec<String>,
    out: String,
}

impl<'p, 'm> Script<'p, 'm> {
    fn new(plan: &'p Plan<'m>, module: &'p str) -> Self {
        Self {
            plan,
            module,
            runtime: BTreeSet::new(),
            imports: BTreeMap::new(),
            constants: Vec::new(),
            out: String::new(),
        }
    }

    fn finish(self) -> String {
        let mut text = String::new();
        let names = |names: Vec<&str>, from: &str| {
            format!("import {{ {} }} from \"{from}\";\n", names.join(", "))
        };
        if !self.runtime.is_empty() {
            text.push_str(&names(self.runtime.into_iter().collect(), "../runtime.js"));
        }
        for (module, imported) in &self.imports {
            let imported = imported.iter().map(String::as_str).collect();
            text.push_str(&names(imported, &format!("./{module}.js")));
        }
        if !self.constants.is_empty() {
            text.push('\n');
        }
        text.extend(self.constants);
        text.push_str(&self.out);
        text
    }

    /// Imports a function of the runtime, and returns its name.
    fn use_runtime(&mut self, name: &'static str) -> &'static str {
        self.runtime.insert(name);
        name
    }

    /// Imports the check of a name in TypeScript, if it is in another module, and returns the name of the check.
    fn imported(&mut self, module: &str, name: &str) -> String {
        let check = format!("check{name}");
        if module != self.module {
            let of_module = self.imports.entry(module.to_owned()).or_default();
            of_module.insert(check.clone());
        }
        check
    }

    /// Adds a constant of the module, and returns its name.
    fn constant_of(&mut self, value: &str) -> String {
        let name = format!("c{}", self.constants.len() + 1);
        self.constants
            .push(format!("const {name} = /* @__PURE__ */ {value};\n"));
        name
    }

    /// Writes the types of the module.
    fn types(&mut self) {
        let plan = self.plan;
        for (ty, name) in plan.types_of(self.module) {
            let body = self.kind(ty);
            self.function(name, &body);
        }
    }

    /// Writes a check and the schema that has it.
    fn function(&mut self, name: &str, body: &str) {
        let schema = self.use_runtime("schema");
        self.out.push_str(&format!(
            "\nexport function check{name}(value) {{\n{body}}}\n\nexport const {name} = /* @__PURE__ */ {schema}(check{name});\n"
        ));
    }

    /// Writes the check of a body. `check` is the check of each field.
    fn body(&mut self, name: &str, check: impl Fn(&mut Self, &EnvelopeField) -> String) {
        let plan = self.plan;
        let members = plan
            .fields()
            .iter()
            .map(|part| (&part.field, check(self, part)));
        let members: Vec<(&Field, String)> = members.collect();
        let body = self.object(&members);
        self.function(name, &body);
    }

    fn constant(&mut self, value: &str, only: &str) -> String {
        let check = self.use_runtime("constant");
        format!("{check}({value}, {})", string(only))
    }

    /// Returns the expression of a member of the value `value`, which is `undefined` if the object has none.
    fn member(&mut self, name: &str) -> String {
        match is_inherited(name) {
            true => format!("{}(value, {})", self.use_runtime("own"), string(name)),
            false if is_plain(name) => format!("value.{name}"),
            false => format!("value[{}]", string(name)),
        }
    }

    fn object(&mut self, members: &[(&Field, String)]) -> String {
        let is_object = self.use_runtime("isObject");
        let expected = self.use_runtime("expected");
        let guard =
            format!("  if (!{is_object}(value)) return {expected}(\"an object\", value);\n");
        if members.is_empty() {
            return format!("{guard}  return null;\n");
        }
        let under = self.use_runtime("under");
        let mut body = format!("{guard}  let issues = null;\n  let found;\n");
        for (field, check) in members {
            let present = match field.required {
                true => String::new(),
                false => format!("{} !== undefined && ", self.member(&field.name)),
            };
            body.push_str(&format!(
                "  if ({present}(found = {check}) !== null) issues = {under}(issues, found, {});\n",
                string(&field.name)
            ));
        }
        body.push_str("  return issues;\n");
        body
    }

    fn kind(&mut self, ty: &TypeDef) -> String {
        match &ty.kind {
            Kind::Struct(fields) => {
                let members = fields.iter().map(|field| {
                    let value = self.member(&field.name);
                    (field, self.check(&field.ty, &value))
                });
                let members: Vec<(&Field, String)> = members.collect();
                self.object(&members)
            }
            Kind::Union(union) => self.union(union),
            Kind::ClosedSet(members) => self.set(members),
            Kind::OpenSet { text, .. } | Kind::Text(text) => {
                let check = self.text(text);
                format!("  return {check};\n")
            }
            Kind::Number(range) => {
                let check = self.range(*range);
                format!("  return {check};\n")
            }
            Kind::Tuple(items) => {
                let checks: Vec<String> = items
                    .iter()
                    .map(|Item { ty, .. }| self.checker(ty))
                    .collect();
                let tuple = self.use_runtime("tuple");
                format!("  return {tuple}(value, [{}]);\n", checks.join(", "))
            }
            Kind::Alias(inner) => {
                let check = self.check(inner, "value");
                format!("  return {check};\n")
            }
        }
    }

    fn union(&mut self, union: &Union) -> String {
        let is_object = self.use_runtime("isObject");
        let expected = self.use_runtime("expected");
        let under = self.use_runtime("under");
        let tag = self.member(&union.tag);
        let cases: String = union
            .branches
            .iter()
            .map(|branch| {
                let check = self.check(&Type::Named(branch.ty.clone()), "value");
                format!("    case {}:\n      return {check};\n", string(&branch.tag))
            })
            .collect();
        let tags: Vec<String> = union
            .branches
            .iter()
            .map(|branch| string(&branch.tag))
            .collect();
        let what = string(&format!("one of {}", tags.join(", ")));
        format!(
            "  if (!{is_object}(value)) return {expected}(\"an object\", value);\n  switch ({tag}) {{\n{cases}    default:\n      \
             return {under}(null, {expected}({what}, {tag}), {});\n  }}\n",
            string(&union.tag)
        )
    }

    fn set(&mut self, members: &[String]) -> String {
        let members: Vec<String> = members.iter().map(|member| string(member)).collect();
        let set = self.constant_of(&format!("new Set([{}])", members.join(", ")));
        let check = self.use_runtime("oneOf");
        format!("  return {check}(value, {set});\n")
    }

    fn text(&mut self, text: &Text) -> String {
        let matches = match plan::automaton(text) {
            None => "null".to_owned(),
            Some(Err(_)) => "() => true".to_owned(),
            Some(Ok(automaton)) => {
                let states = automaton.transitions.iter().map(|ranges| {
                    let numbers = ranges
                        .iter()
                        .map(|(from, to, next)| format!("{from},{to},{next}"));
                    format!("[{}]", numbers.collect::<Vec<_>>().join(","))
                });
                let states: Vec<String> = states.collect();
                let accepting = automaton.accepting.iter().map(usize::to_string);
                let accepting: Vec<String> = accepting.collect();
                let function = self.use_runtime("automaton");
                self.constant_of(&format!(
                    "{function}([{}], [{}])",
                    states.join(", "),
                    accepting.join(", ")
                ))
            }
        };
        if matches == "null" && text.min_length.is_none() && text.max_length.is_none() {
            return format!("{}(value)", self.use_runtime("string"));
        }
        let check = self.use_runtime("text");
        format!(
            "{check}(value, {}, {}, {matches}, {})",
            text.min_length.unwrap_or_default(),
            bound(text.max_length),
            string(&constraints::of_text(text))
        )
    }

    fn range(&mut self, range: Range) -> String {
        let check = self.use_runtime("range");
        let value = |bound: Option<Bound>, none: &str| {
            bound.map_or(none.to_owned(), |bound| bound.to_string())
        };
        let excludes = |bound: Option<Bound>| bound.is_some_and(|bound| bound.exclusive);
        format!(
            "{check}(value, {}, {}, {}, {}, {})",
            value(range.min, "-Infinity"),
            value(range.max, "Infinity"),
            excludes(range.min),
            excludes(range.max),
            string(&constraints::of_range(range))
        )
    }

    /// Returns the expression of the issues that a value has.
    fn check(&mut self, ty: &Type, value: &str) -> String {
        match ty {
            Type::Named(name) => {
                let plan = self.plan;
                if let Some(only) = plan.only_member(name) {
                    return self.constant(value, only);
                }
                match plan.place(name) {
                    Some((name, module)) => {
                        let check = self.imported(module, name);
                        format!("{check}({value})")
                    }
                    None => format!("{}({value})", self.use_runtime("any")),
                }
            }
            Type::String => format!("{}({value})", self.use_runtime("string")),
            Type::Uuid => format!("{}({value})", self.use_runtime("uuid")),
            Type::Timestamp => format!("{}({value})", self.use_runtime("timestamp")),
            Type::Date => format!("{}({value})", self.use_runtime("date")),
            Type::Ipv4 => format!("{}({value})", self.use_runtime("ipv4")),
            Type::Uri => format!("{}({value})", self.use_runtime("uri")),
            Type::Boolean => format!("{}({value})", self.use_runtime("boolean")),
            Type::Number => format!("{}({value})", self.use_runtime("number")),
            Type::Object => format!("{}({value})", self.use_runtime("object")),
            Type::Any | Type::Unmapped(_) => format!("{}({value})", self.use_runtime("any")),
            Type::Integer { min, max } => {
                format!("{}({value}, {min}, {max})", self.use_runtime("integer"))
            }
            Type::Multiple { of, min, max } => {
                format!(
                    "{}({value}, {of}, {min}, {max})",
                    self.use_runtime("multiple")
                )
            }
            Type::Array(item) => {
                let item = self.checker(item);
                format!(
                    "{}({value}, {item}, 0, Infinity, false)",
                    self.use_runtime("list")
                )
            }
            Type::List {
                item,
                count,
                unique,
            } => {
                let item = self.checker(item);
                let (min, max) = counts(*count);
                format!(
                    "{}({value}, {item}, {min}, {max}, {unique})",
                    self.use_runtime("list")
                )
            }
            Type::Map(inner) => {
                let inner = self.checker(inner);
                format!("{}({value}, {inner})", self.use_runtime("map"))
            }
            Type::Dictionary {
                key,
                value: inner,
                count,
            } => {
                let (key, inner) = (self.checker(key), self.checker(inner));
                let (min, max) = counts(*count);
                let check = self.use_runtime("dictionary");
                format!("{check}({value}, {key}, {inner}, {min}, {max})")
            }
            Type::Nullable(inner) => {
                let inner = self.checker(inner);
                format!("{}({value}, {inner})", self.use_runtime("nullable"))
            }
        }
    }

    /// Returns a function that checks a value.
    fn checker(&mut self, ty: &Type) -> String {
        let check = self.check(ty, "value");
        match check.strip_suffix("(value)") {
            Some(name) if !name.contains('(') => name.to_owned(),
            _ => format!("(value) => {check}"),
        }
    }
}

fn bound<T: ToString>(value: Option<T>) -> String {
    value.map_or("Infinity".into(), |value| value.to_string())
}

fn counts(count: Count) -> (u32, String) {
    (count.min, bound(count.max))
}
