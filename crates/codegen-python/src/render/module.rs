//! The module of a major version: its classes, then the types that are made of them.

use std::collections::BTreeSet;

use schema_codegen::{
    constraints,
    model::{Branch, EnvelopeField, EnvelopeRole, Family, Field, Kind, Type, TypeDef, Union},
    naming::{Body, BodyField, Naming, UNKNOWN_EVENT},
};

use super::expressions::{docstring, length, literal, literals, number, text_type};
use super::imports::imports;
use crate::names::{attributes, string};

/// Renders the module of a major version.
pub(super) fn render(family: &Family, naming: &Naming<'_>) -> String {
    let module = Module::new(naming);
    let title = format!("Major version {} of {}.", naming.major.number, family.title);
    let mut out = String::new();
    let mut classes = Vec::new();
    let mut aliases = Vec::new();
    for (ty, name) in naming.types() {
        if let Kind::Struct(fields) = &ty.kind {
            let members = fields.iter().map(|field| (field, module.of(&field.ty)));
            out.push_str(&module.class(name, &ty.description, &members.collect::<Vec<_>>()));
            classes.push(name.to_owned());
        } else {
            aliases.push(module.alias(name, ty));
        }
    }
    for body in &naming.bodies {
        if let Some(name) = &body.name {
            out.push_str(&module.body(name, body));
            classes.push(name.clone());
        }
    }
    if naming.union.is_some() {
        out.push_str(&module.unknown(&mut classes));
    }
    out.push_str(&sorted(aliases));
    out.push_str(&module.union());
    if !classes.is_empty() {
        out.push_str(&format!(
            "\nfor _model in ({},):\n    _model.model_rebuild()\n",
            classes.join(", ")
        ));
    }
    let mut exported: Vec<String> = classes;
    exported.extend(
        naming
            .types()
            .filter(|(ty, _)| !matches!(ty.kind, Kind::Struct(_)))
            .map(|(_, name)| name.to_owned()),
    );
    if let Some(union) = &naming.union {
        exported.extend([
            union.any.clone(),
            union.known.clone(),
            "is_known".into(),
            "parse_event".into(),
        ]);
    }
    exported.push("parse".into());
    exported.sort();
    let exported: Vec<String> = exported.iter().map(|name| string(name)).collect();
    out.push_str(&format!("\n__all__ = [{}]\n", exported.join(", ")));
    format!("{}\n{}{out}", docstring(&title, ""), imports(&out))
}

/// A type that is not a class.
struct Alias<'n> {
    name: &'n str,
    ty: String,
    /// The type as type checkers see it, if that is another one.
    shown: Option<String>,
    docs: String,
    /// The names of the aliases that it is made of.
    needs: BTreeSet<String>,
}

impl Alias<'_> {
    fn written(&self, is_in_circle: bool) -> String {
        let Self {
            name,
            ty,
            shown,
            docs,
            ..
        } = self;
        let text = match shown {
            // It is evaluated when its module is complete.
            _ if is_in_circle => {
                let (name, ty) = (name, string(ty));
                format!(
                    "if TYPE_CHECKING:\n    {name}: TypeAlias = {ty}\nelse:\n    {name} = TypeAliasType({}, {ty})\n",
                    string(name)
                )
            }
            Some(shown) => {
                format!("if TYPE_CHECKING:\n    {name} = {shown}\nelse:\n    {name} = {ty}\n")
            }
            None => format!("{name} = {ty}\n"),
        };
        format!("\n{text}{}", docstring(docs, ""))
    }
}

/// Returns the texts of aliases, so that each stands behind those that it is made of.
fn sorted(aliases: Vec<Alias<'_>>) -> String {
    let mut waiting = aliases;
    let mut written: BTreeSet<String> = BTreeSet::new();
    let mut out = String::new();
    while !waiting.is_empty() {
        let is_ready = |alias: &Alias<'_>| alias.needs.is_subset(&written);
        let (mut now, mut later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(is_ready);
        let is_circle = now.is_empty();
        if is_circle {
            std::mem::swap(&mut now, &mut later);
        }
        for alias in now {
            out.push_str(&alias.written(is_circle));
            written.insert(alias.name.to_owned());
        }
        waiting = later;
    }
    out
}

struct Module<'p, 'm> {
    naming: &'p Naming<'m>,
    /// The names of types, which an attribute would hide in its class.
    names: BTreeSet<&'p str>,
}

impl<'p, 'm> Module<'p, 'm> {
    fn new(naming: &'p Naming<'m>) -> Self {
        let types = naming.types().map(|(_, name)| name);
        let bodies = naming.bodies.iter().filter_map(|body| body.name.as_deref());
        let union = naming.union.iter();
        let union = union.flat_map(|it| [&*it.any, &*it.known, &*it.unknown]);
        let names = types.chain(bodies).chain(union).collect();
        Self { naming, names }
    }
}

impl Module<'_, '_> {
    /// Returns the class of an object.
    fn class(&self, name: &str, description: &str, members: &[(&Field, String)]) -> String {
        let mut out = format!("\nclass {name}(Model):\n{}", docstring(description, "    "));
        let attributes = self.attributes(members.iter().map(|(member, _)| *member));
        for ((member, ty), attribute) in members.iter().zip(attributes) {
            let ty = match member.required {
                true => ty.clone(),
                false => format!("Maybe[{ty}]"),
            };
            let mut options = Vec::new();
            if !member.required {
                options.push("default=None".to_owned());
                if !self.takes_null(&member.ty) {
                    options.push("exclude_if=absent".to_owned());
                }
            }
            if attribute != member.name {
                options.push(format!("alias={}", string(&member.name)));
            }
            if let Some(note) = constraints::deprecation(&member.description) {
                let note = if note.is_empty() { "deprecated" } else { note };
                options.push(format!("deprecated={}", string(note)));
            }
            let value = match options.as_slice() {
                [] => String::new(),
                [only] if only == "default=None" => " = None".into(),
                options => format!(" = Field({})", options.join(", ")),
            };
            out.push_str(&format!("\n    {attribute}: {ty}{value}\n"));
            let words = constraints::of_type(self.naming.major, &member.ty);
            let docs = constraints::documented(&member.description, words);
            if !docs.is_empty() {
                out.push_str(&docstring(&docs, "    "));
            }
        }
        if members.is_empty() && description.is_empty() {
            out.push_str("    pass\n");
        }
        format!("{out}\n")
    }

    fn body(&self, name: &str, body: &Body<'_>) -> String {
        let of = |part: &EnvelopeField| match body.field(part) {
            BodyField::Literal(only) => literal(only),
            BodyField::Type(ty) => self.of(&ty),
        };
        let members = self
            .naming
            .fields()
            .iter()
            .map(|part| (&part.field, of(part)));
        let members: Vec<_> = members.collect();
        self.class(name, &body.description(), &members)
    }

    /// Returns the class of events of other types, with the function that tells them.
    fn unknown(&self, classes: &mut Vec<String>) -> String {
        let Some(union) = &self.naming.union else {
            return String::new();
        };
        let known = self
            .naming
            .bodies
            .iter()
            .map(|body| string(&body.event.event_type));
        let known: Vec<String> = known.collect();
        let members = self.naming.fields().iter().map(|part| {
            let ty = self.of(&part.field.ty);
            let ty = match part.role {
                EnvelopeRole::EventType => format!("Annotated[{ty}, AfterValidator(_is_other)]"),
                _ => ty,
            };
            (&part.field, ty)
        });
        let members: Vec<_> = members.collect();
        classes.push(union.unknown.clone());
        format!(
            "\n_KNOWN: frozenset[str] = frozenset([{}])\n\n\ndef _is_other(value: str) -> str:\n    if value in _KNOWN:\n        \
             raise PydanticCustomError(\"known\", \"expected another type of event\")\n    return value\n\n{}",
            known.join(", "),
            self.class(&union.unknown, UNKNOWN_EVENT, &members)
        )
    }

    /// Returns the union of all events, and the functions that read them.
    fn union(&self) -> String {
        let Some(union) = &self.naming.union else {
            return String::new();
        };
        let Some(tag) = self.naming.event_type() else {
            return String::new();
        };
        let fields = self.naming.fields().iter().map(|part| &part.field);
        let mut attributes = fields.clone().zip(self.attributes(fields));
        let found = attributes.find(|(field, _)| field.name == tag.name);
        let attribute = found.map(|(_, attribute)| attribute).unwrap_or_default();
        let (any, known, unknown) = (&union.any, &union.known, &union.unknown);
        let bodies = self.naming.bodies.iter();
        let bodies: Vec<(String, &String)> = bodies
            .filter_map(|body| Some((string(&body.event.event_type), body.name.as_ref()?)))
            .collect();
        let names: Vec<&str> = bodies.iter().map(|(_, name)| name.as_str()).collect();
        let tagged = bodies
            .iter()
            .map(|(tag, name)| format!("    Annotated[{name}, Tag({tag})],\n"));
        let tagged: String = tagged.collect();
        let (names, all) = match names.join(", ") {
            names if names.is_empty() => ("Never".to_owned(), unknown.clone()),
            names => {
                let all = format!("{names}, {unknown}");
                (format!("Union[{names}]"), format!("Union[{all}]"))
            }
        };
        format!(
            "\n\ndef _tag(value: Any) -> str:\n    if isinstance(value, dict):\n        tag: Any = cast(\"dict[str, Any]\", value).get({json})\n    \
             else:\n        tag = getattr(value, {attribute}, None)\n    \
             return tag if isinstance(tag, str) and tag in _KNOWN else \"\"\n\n\
             if TYPE_CHECKING:\n    {known} = {names}\nelse:\n    {known} = {read}\n\
             \"\"\"An event of a type that this version knows.\"\"\"\n\n\
             if TYPE_CHECKING:\n    {any} = {all}\nelse:\n    {any} = Annotated[Union[\n{tagged}    \
             Annotated[{unknown}, Tag(\"\")],\n    ], Discriminator(_tag)]\n\"\"\"Any event.\"\"\"\n\n\n\
             def parse_event(body: Union[str, bytes, bytearray, memoryview]) -> {any}:\n    \
             \"\"\"Reads the body of a delivery, with any event.\"\"\"\n    event: {any} = parse({any}, body)\n    \
             return event\n\n\n\
             def is_known(event: {any}) -> TypeIs[{known}]:\n    \
             \"\"\"Returns whether an event has a type that this version knows.\"\"\"\n    \
             return {is_known}\n",
            json = string(&tag.name),
            read = match bodies.len() {
                0 | 1 => names.clone(),
                _ => format!(
                    "Annotated[{names}, Field(discriminator={})]",
                    string(&attribute)
                ),
            },
            is_known = match bodies.is_empty() {
                true => "False".to_owned(),
                false => format!("not isinstance(event, {unknown})"),
            },
            attribute = string(&attribute),
        )
    }

    /// Returns a type that is not a class.
    fn alias<'n>(&self, name: &'n str, ty: &TypeDef) -> Alias<'n> {
        let mut shown = None;
        let written = match &ty.kind {
            Kind::Struct(_) => String::new(),
            Kind::Union(union) => self.tagged(union),
            Kind::ClosedSet(members) => literals(members),
            Kind::OpenSet { known, text } => {
                let is_known = !known.is_empty();
                shown = is_known.then(|| format!("Union[{}, str]", literals(known)));
                text_type(text)
            }
            Kind::Text(text) => text_type(text),
            Kind::Number(range) => number(Some(*range)),
            Kind::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|item| self.of(&item.ty)).collect();
                format!("tuple[{}]", items.join(", "))
            }
            Kind::Alias(inner) => self.of(inner),
        };
        Alias {
            name,
            ty: written,
            shown,
            docs: constraints::documented(&ty.description, constraints::of_named(ty)),
            needs: self.aliases_in(ty),
        }
    }

    fn tagged(&self, union: &Union) -> String {
        let names = union
            .branches
            .iter()
            .filter_map(|branch| self.naming.ty(&branch.ty));
        let names: Vec<&str> = names.collect();
        match names.as_slice() {
            [only] => (*only).to_owned(),
            names => {
                let attributes = union
                    .branches
                    .iter()
                    .map(|branch| self.tag(branch, &union.tag));
                let attributes: BTreeSet<Option<String>> = attributes.collect();
                match attributes.first() {
                    Some(Some(attribute)) if attributes.len() == 1 => format!(
                        "Annotated[Union[{}], Field(discriminator={})]",
                        names.join(", "),
                        string(attribute)
                    ),
                    // The branches have the tag in attributes of different names.
                    _ => self.by_function(union),
                }
            }
        }
    }

    /// Reports whether `null` is a value of a type.
    fn takes_null(&self, ty: &Type) -> bool {
        match ty {
            Type::Nullable(_) | Type::Any | Type::Unmapped(_) => true,
            Type::Named(name) => match self.naming.major.find(name).map(|ty| &ty.kind) {
                Some(Kind::Alias(inner)) => self.takes_null(inner),
                _ => false,
            },
            _ => false,
        }
    }

    fn by_function(&self, union: &Union) -> String {
        let branches = union.branches.iter().filter_map(|branch| {
            let name = self.naming.ty(&branch.ty)?;
            Some(format!("Annotated[{name}, Tag({})]", string(&branch.tag)))
        });
        let branches: Vec<String> = branches.collect();
        format!(
            "Annotated[Union[{}], Discriminator(tag_of({}))]",
            branches.join(", "),
            string(&union.tag)
        )
    }

    /// Returns the attribute of a branch that holds its tag.
    fn tag(&self, branch: &Branch, tag: &str) -> Option<String> {
        let Kind::Struct(fields) = &self.naming.major.find(&branch.ty)?.kind else {
            return None;
        };
        let mut attributes = fields.iter().zip(self.attributes(fields.iter()));
        let found = attributes.find(|(field, _)| field.name == tag);
        found.map(|(_, attribute)| attribute)
    }

    fn attributes<'f>(&self, fields: impl Iterator<Item = &'f Field>) -> Vec<String> {
        let names: Vec<&str> = fields.map(|field| field.name.as_str()).collect();
        attributes(&names, |name| self.names.contains(name))
    }

    /// Returns the names of the aliases that an alias is made of.
    fn aliases_in(&self, ty: &TypeDef) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut add = |ty: &Type| {
            if let Some(name) = ty.named() {
                found.insert(name.to_owned());
            }
            if let Type::Dictionary { key, .. } = ty
                && let Some(name) = key.named()
            {
                found.insert(name.to_owned());
            }
        };
        match &ty.kind {
            Kind::Tuple(items) => items.iter().for_each(|item| add(&item.ty)),
            Kind::Alias(inner) => add(inner),
            Kind::Union(union) => union
                .branches
                .iter()
                .for_each(|branch| add(&Type::Named(branch.ty.clone()))),
            _ => {}
        }
        let is_alias = |name: &String| {
            let found = self.naming.major.find(name);
            found.is_some_and(|it| !matches!(it.kind, Kind::Struct(_)))
                && self.naming.only_member(name).is_none()
        };
        let names = found.into_iter().filter(is_alias);
        names
            .filter_map(|name| self.naming.ty(&name).map(str::to_owned))
            .collect()
    }

    /// Returns a type as Python.
    fn of(&self, ty: &Type) -> String {
        match ty {
            Type::Named(name) => match self.naming.only_member(name) {
                Some(only) => literal(only),
                None => self.naming.ty(name).unwrap_or("Any").to_owned(),
            },
            Type::String => "Annotated[str, Field(strict=True)]".into(),
            Type::Uuid => "Uuid".into(),
            Type::Timestamp => "Timestamp".into(),
            Type::Date => "Date".into(),
            Type::Ipv4 => "Ipv4".into(),
            Type::Uri => "Uri".into(),
            Type::Boolean => "Annotated[bool, Field(strict=True)]".into(),
            Type::Number => number(None),
            Type::Integer { min, max } => {
                format!("Annotated[int, Field(strict=True, ge={min}, le={max}), Integer]")
            }
            Type::Multiple { of, min, max } => format!(
                "Annotated[int, Field(strict=True, ge={min}, le={max}, multiple_of={of}), Integer]"
            ),
            Type::Array(item) => format!("list[{}]", self.of(item)),
            Type::List {
                item,
                count,
                unique,
            } => {
                let mut parts = vec![format!("list[{}]", self.of(item))];
                parts.extend(length(*count));
                if *unique {
                    parts.push("Unique".into());
                }
                format!("Annotated[{}]", parts.join(", "))
            }
            Type::Map(value) => format!("dict[str, {}]", self.of(value)),
            Type::Dictionary { key, value, count } => {
                let dictionary = format!("dict[{}, {}]", self.of(key), self.of(value));
                match length(*count) {
                    Some(length) => format!("Annotated[{dictionary}, {length}]"),
                    None => dictionary,
                }
            }
            Type::Nullable(inner) => format!("Union[{}, None]", self.of(inner)),
            Type::Object => "dict[str, Any]".into(),
            Type::Any | Type::Unmapped(_) => "Any".into(),
        }
    }
}
