//! Declarations of types.

use std::collections::{BTreeMap, BTreeSet};

use schema_codegen::model::{EnvelopeField, Field, Kind, Type, TypeDef};

use schema_codegen::{
    constraints,
    naming::{Body, BodyField, UNKNOWN_EVENT, UnionNames},
};

use super::docs::{comment, documented};
use crate::{
    names::{key, string},
    plan::{ENVELOPE, EVENTS, Plan},
};

/// Renders the declarations of the envelope's types.
pub(super) fn envelope(plan: &Plan<'_>) -> String {
    let mut declarations = Declarations::new(plan, ENVELOPE);
    declarations.types();
    declarations.finish()
}

/// Renders the declarations of an event, and of the types that its file defines.
pub(super) fn event(plan: &Plan<'_>, event: &Body<'_>) -> String {
    let mut declarations = Declarations::new(plan, plan.module(event));
    declarations.types();
    if let Some(name) = &event.name {
        declarations.body(
            name,
            &event.description(),
            |declarations, part| match event.field(part) {
                BodyField::Literal(only) => string(only),
                BodyField::Type(ty) => declarations.ty(&ty),
            },
        );
    }
    declarations.finish()
}

/// Renders the declarations of the union of all events.
pub(super) fn events(plan: &Plan<'_>, own: &UnionNames) -> String {
    let mut declarations = Declarations::new(plan, EVENTS);
    let names: Vec<String> = plan
        .bodies
        .iter()
        .filter_map(|event| {
            let name = event.name.as_ref()?;
            declarations.import(plan.module(event), name);
            Some(name.clone())
        })
        .collect();
    let union = match names.is_empty() {
        true => "never".to_owned(),
        false => names.join(" | "),
    };
    declarations.body(&own.unknown, UNKNOWN_EVENT, |declarations, part| {
        declarations.ty(&part.field.ty)
    });
    let UnionNames {
        any,
        known,
        unknown,
    } = own;
    declarations.alias(known, &union, "An event of a type that this version knows.");
    let text = format!(
        "Any event. Test it with {{@link isKnown}} before the type of the event selects its payload: {{@link {unknown}}} \
         has any string as its type."
    );
    declarations.alias(any, &format!("{known} | {unknown}"), &text);
    declarations.out.push_str(&format!(
        "\n/** Returns whether an event has a type that this version knows. */\n\
         export declare function isKnown(event: {any}): event is {known};\n"
    ));
    declarations.finish()
}

/// Declarations that are being written.
struct Declarations<'p, 'm> {
    plan: &'p Plan<'m>,
    module: &'p str,
    imports: BTreeMap<String, BTreeSet<String>>,
    uses_schema: bool,
    out: String,
}

impl<'p, 'm> Declarations<'p, 'm> {
    fn new(plan: &'p Plan<'m>, module: &'p str) -> Self {
        Self {
            plan,
            module,
            imports: BTreeMap::new(),
            uses_schema: false,
            out: String::new(),
        }
    }

    fn finish(self) -> String {
        let mut text = String::new();
        if self.uses_schema {
            text.push_str("import type * as runtime from \"../runtime.js\";\n");
        }
        for (module, names) in self.imports {
            let names: Vec<String> = names.into_iter().collect();
            text.push_str(&format!(
                "import type {{ {} }} from \"./{module}.js\";\n",
                names.join(", ")
            ));
        }
        text.push_str(&self.out);
        text
    }

    fn import(&mut self, module: &str, name: &str) {
        if module != self.module {
            let of_module = self.imports.entry(module.to_owned()).or_default();
            of_module.insert(name.to_owned());
        }
    }

    /// Writes the constant that has the name of a type.
    fn value(&mut self, name: &str) {
        self.uses_schema = true;
        self.out.push_str(&format!(
            "export declare const {name}: runtime.Schema<{name}>;\n"
        ));
    }

    fn alias(&mut self, name: &str, ty: &str, docs: &str) {
        self.out.push_str(&format!(
            "\n{}export type {name} = {ty};\n",
            comment(docs, "")
        ));
        self.value(name);
    }

    fn types(&mut self) {
        let plan = self.plan;
        for (ty, name) in plan.types_of(self.module) {
            self.definition(ty, name);
        }
    }

    fn definition(&mut self, ty: &TypeDef, name: &str) {
        let docs = documented(&ty.description, constraints::of_named(ty));
        let written = match &ty.kind {
            Kind::Struct(fields) => {
                let members: String = fields.iter().map(|field| self.field(field, None)).collect();
                self.interface(name, &docs, &members);
                return;
            }
            Kind::Union(union) => {
                let branches = union
                    .branches
                    .iter()
                    .map(|branch| self.ty(&Type::Named(branch.ty.clone())));
                branches.collect::<Vec<_>>().join(" | ")
            }
            Kind::ClosedSet(members) => literals(members),
            Kind::OpenSet { known, .. } if known.is_empty() => "string".into(),
            Kind::OpenSet { known, .. } => format!("{} | (string & {{}})", literals(known)),
            Kind::Text(_) => "string".into(),
            Kind::Number(_) => "number".into(),
            Kind::Tuple(items) => {
                let items = items.iter().map(|item| self.ty(&item.ty));
                format!("[{}]", items.collect::<Vec<_>>().join(", "))
            }
            Kind::Alias(inner) => self.ty(inner),
        };
        self.alias(name, &written, &docs);
    }

    fn interface(&mut self, name: &str, docs: &str, members: &str) {
        self.out.push_str(&format!(
            "\n{}export interface {name} {{\n{members}}}\n",
            comment(docs, "")
        ));
        self.value(name);
    }

    /// Writes the interface of a body. `of` is the type of a field that depends on the event.
    fn body(
        &mut self,
        name: &str,
        description: &str,
        of: impl Fn(&mut Self, &EnvelopeField) -> String,
    ) {
        let plan = self.plan;
        let members = plan.fields().iter().map(|part| {
            let ty = of(self, part);
            self.field(&part.field, Some(ty))
        });
        let members: String = members.collect();
        self.interface(name, &documented(description, None), &members);
    }

    fn field(&mut self, field: &Field, ty: Option<String>) -> String {
        let constraints = constraints::of_type(self.plan.major, &field.ty).filter(|_| ty.is_none());
        let docs = documented(&field.description, constraints);
        let ty = ty.unwrap_or_else(|| self.ty(&field.ty));
        let optional = if field.required { "" } else { "?" };
        format!(
            "{}  {}{optional}: {ty};\n",
            comment(&docs, "  "),
            key(&field.name)
        )
    }

    /// Returns a type as TypeScript.
    fn ty(&mut self, ty: &Type) -> String {
        match ty {
            Type::Named(name) => {
                let plan = self.plan;
                if let Some(only) = plan.only_member(name) {
                    return string(only);
                }
                match plan.place(name) {
                    Some((name, module)) => {
                        self.import(module, name);
                        name.to_owned()
                    }
                    None => "unknown".into(),
                }
            }
            Type::String | Type::Uuid | Type::Timestamp | Type::Date | Type::Ipv4 | Type::Uri => {
                "string".into()
            }
            Type::Boolean => "boolean".into(),
            Type::Integer { .. } | Type::Multiple { .. } | Type::Number => "number".into(),
            Type::Array(item) | Type::List { item, .. } => {
                let item = self.ty(item);
                match item.contains([' ', '&', '|']) {
                    true => format!("({item})[]"),
                    false => format!("{item}[]"),
                }
            }
            Type::Map(value) | Type::Dictionary { value, .. } => {
                format!("{{ [name: string]: {} }}", self.ty(value))
            }
            Type::Nullable(inner) => format!("{} | null", self.ty(inner)),
            Type::Object => "{ [name: string]: unknown }".into(),
            Type::Any | Type::Unmapped(_) => "unknown".into(),
        }
    }
}

fn literals(members: &[String]) -> String {
    let members: Vec<String> = members.iter().map(|member| string(member)).collect();
    members.join(" | ")
}
