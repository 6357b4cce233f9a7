//! The plan of generated Rust: everything that is decided about a major version before anything is written.
//!
//! Rendering prints a plan, and the judge of source changes compares two of them.

mod names;
mod problem;
mod without;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Deref,
    sync::OnceLock,
};

use schema_codegen::{
    analysis::{Cycles, in_place},
    model::{EnvelopeField, EnvelopeRole, Event, Field, Kind, Major, Type, TypeDef},
};

use crate::{idents, render::Skeletons};

pub(crate) use problem::Problem;

/// A major version as Rust has it. Its model has names of Rust, and nothing that Rust cannot hold.
pub(crate) struct Plan {
    major: Major,
    /// The types whose values hold strings that can be borrowed from what they are read from.
    with_strings: BTreeSet<String>,
    /// The types that have one value, and that nothing but required fields of objects have.
    constants: BTreeSet<String>,
    /// The structs of the fields that constructors ask for, by the names of their types.
    parameters: BTreeMap<String, String>,
    cycles: Cycles,
    /// The places of events in the model, by the names of their payloads.
    payloads: BTreeMap<String, usize>,
    skeletons: OnceLock<Skeletons>,
}

impl Deref for Plan {
    type Target = Major;

    fn deref(&self) -> &Major {
        &self.major
    }
}

impl Plan {
    /// Plans a major version, and lists what Rust cannot hold. The plan is without it.
    pub(crate) fn new(major: &Major) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let major = names::nameable(major.clone(), &mut problems);
        let mut plan = Self::of(major);
        let taken = names::derived(&plan, &mut problems);
        if !taken.is_empty() {
            let Self { mut major, .. } = plan;
            names::remove(&mut major, taken, &mut problems);
            plan = Self::of(major);
        }
        (plan, problems)
    }

    fn of(major: Major) -> Self {
        let mut plan = Self {
            with_strings: with_strings(&major.types),
            constants: BTreeSet::new(),
            parameters: BTreeMap::new(),
            cycles: Cycles::of(&major.types),
            payloads: (major.events.iter().enumerate())
                .map(|(number, event)| (event.payload.clone(), number))
                .collect(),
            skeletons: OnceLock::new(),
            major,
        };
        plan.constants = plan.find_constants();
        let structs = plan.major.types.iter().filter_map(|ty| match &ty.kind {
            Kind::Struct(fields) => Some((ty, fields)),
            _ => None,
        });
        let with_parameters =
            structs.filter(|(_, fields)| fields.iter().any(|field| plan.is_parameter(field)));
        plan.parameters = with_parameters
            .map(|(ty, _)| (ty.name.clone(), idents::joined(&ty.name, "fields")))
            .collect();
        plan
    }

    /// The types that there are in Rust: all but those of constants.
    pub(crate) fn written_types(&self) -> impl Iterator<Item = &TypeDef> + Clone {
        let types = self.types.iter();
        types.filter(|ty| !self.is_constant(&ty.name))
    }

    /// The event whose payload a type is.
    pub(crate) fn event_of(&self, payload: &str) -> Option<&Event> {
        self.events.get(*self.payloads.get(payload)?)
    }

    /// Reports whether a named type has one value and no type in Rust.
    pub(crate) fn is_constant(&self, name: &str) -> bool {
        self.constants.contains(name)
    }

    /// The name of the struct of the fields that the constructor of a type asks for, if it asks for any.
    pub(crate) fn parameters(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str)
    }

    /// Reports whether the constructor of a struct asks for a field: it is required, and can be more than one value.
    pub(crate) fn is_parameter(&self, field: &Field) -> bool {
        field.required && self.constant(field).is_none()
    }

    /// The name of the borrowed counterpart of a type, if it has one.
    pub(crate) fn counterpart(&self, name: &str) -> Option<String> {
        self.has_counterpart(name).then(|| idents::borrowed(name))
    }

    /// Reports whether a type has a borrowed counterpart.
    pub(crate) fn has_counterpart(&self, name: &str) -> bool {
        self.with_strings.contains(name)
            && matches!(
                self.find(name).map(|def| &def.kind),
                Some(Kind::Struct(_) | Kind::Union(_))
            )
    }

    /// The names of the types that are derived from a type.
    pub(crate) fn derived(&self, name: &str) -> impl Iterator<Item = String> {
        let parameters = self.parameters(name).map(str::to_owned);
        parameters.into_iter().chain(self.counterpart(name))
    }

    /// Reports whether values of a type hold strings that can be borrowed.
    pub(crate) fn borrows(&self, ty: &Type) -> bool {
        let (is_string, names) = strings_in(ty);
        is_string || names.iter().any(|name| self.with_strings.contains(*name))
    }

    /// Reports whether a field of `owner` holds its value in a `Box`, because it would be infinite otherwise.
    pub(crate) fn is_boxed(&self, owner: &str, ty: &Type) -> bool {
        in_place(ty).is_some_and(|name| self.cycles.has_both(owner, name))
    }

    /// Returns the only value of a required field, if there is only one. Such a field is not a field in Rust.
    pub(crate) fn constant<'p>(&'p self, field: &Field) -> Option<&'p str> {
        let Type::Named(name) = &field.ty else {
            return None;
        };
        match &self.find(name).filter(|_| field.required)?.kind {
            Kind::ClosedSet(members) => match members.as_slice() {
                [member] => Some(member),
                _ => None,
            },
            _ => None,
        }
    }

    /// The one value of a field of the envelope that can have no other, and that plays no part in choosing a schema.
    pub(crate) fn envelope_constant<'p>(&'p self, part: &EnvelopeField) -> Option<&'p str> {
        match part.role {
            EnvelopeRole::Plain => self.constant(&part.field),
            _ => None,
        }
    }

    /// The fields of an object that are none in Rust, with their values.
    pub(crate) fn constants<'p>(
        &'p self,
        fields: &'p [Field],
    ) -> impl Iterator<Item = (&'p Field, &'p str)> {
        let fields = fields.iter();
        fields.filter_map(|field| Some((field, self.constant(field)?)))
    }

    /// The fields of the envelope that are none in Rust, with their values.
    pub(crate) fn envelope_constants<'p>(
        &'p self,
        parts: &'p [EnvelopeField],
    ) -> impl Iterator<Item = (&'p Field, &'p str)> {
        let parts = parts.iter();
        parts.filter_map(|part| Some((&part.field, self.envelope_constant(part)?)))
    }

    /// The structs without the types of their fields.
    pub(crate) fn skeletons(&self) -> &Skeletons {
        self.skeletons.get_or_init(|| {
            let structs = self.types.iter().filter_map(|ty| match &ty.kind {
                Kind::Struct(fields) => Some(fields),
                _ => None,
            });
            let is_stored = |field: &&Field| self.constant(field).is_none();
            let structs = structs.map(|fields| fields.iter().filter(is_stored).collect());
            let envelopes = self.envelope.iter();
            let envelopes = envelopes.map(|it| it.fields.iter().map(|part| &part.field).collect());
            Skeletons::of(structs.chain(envelopes))
        })
    }

    /// The type that an alias is in the end. Chains of aliases can be long.
    pub(crate) fn behind_aliases<'p>(&'p self, mut ty: &'p Type) -> &'p Type {
        let mut steps = 0;
        while let Type::Named(name) = ty
            && let Some(Kind::Alias(target)) = self.find(name).map(|def| &def.kind)
            && steps < self.types.len()
        {
            steps += 1;
            ty = target;
        }
        ty
    }

    fn find_constants(&self) -> BTreeSet<String> {
        let has_one_value =
            |def: &&TypeDef| matches!(&def.kind, Kind::ClosedSet(members) if members.len() == 1);
        let single = self.types.iter().filter(has_one_value);
        let mut constants: BTreeSet<String> = single.map(|def| def.name.clone()).collect();
        if constants.is_empty() {
            return constants;
        }
        let mut elsewhere: Vec<&Type> = Vec::new();
        for def in &self.types {
            match &def.kind {
                Kind::Struct(fields) => {
                    let is_constant =
                        |field: &&Field| field.required && matches!(field.ty, Type::Named(_));
                    let others = fields.iter().filter(|field| !is_constant(field));
                    elsewhere.extend(others.map(|field| &field.ty));
                }
                Kind::Tuple(items) => elsewhere.extend(items.iter().map(|item| &item.ty)),
                Kind::Alias(target) => elsewhere.push(target),
                Kind::Union(_)
                | Kind::ClosedSet(_)
                | Kind::OpenSet { .. }
                | Kind::Text(_)
                | Kind::Number(_) => {}
            }
        }
        let around = self.envelope.iter().flat_map(|envelope| &envelope.fields);
        let has_type = |part: &&EnvelopeField| self.envelope_constant(part).is_none();
        elsewhere.extend(around.filter(has_type).map(|part| &part.field.ty));
        for ty in elsewhere {
            for name in mentioned(ty) {
                constants.remove(name);
            }
        }
        constants
    }
}

/// The named types that a type mentions, for the names and the values of maps.
pub(crate) fn mentioned(ty: &Type) -> Vec<&str> {
    let levels = std::iter::successors(Some(ty), |ty| ty.inner());
    let names = levels.filter_map(|ty| match ty {
        Type::Named(name) => Some(name.as_str()),
        Type::Dictionary { key, .. } => key.named(),
        _ => None,
    });
    names.collect()
}

/// The named types whose values hold strings that can be borrowed.
fn with_strings(types: &[TypeDef]) -> BTreeSet<String> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<&str> = Vec::new();
    // The types that hold values of a type, by the name of that type.
    let mut holders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for def in types {
        let (is_string, names) = match &def.kind {
            Kind::Text(_) => (true, Vec::new()),
            Kind::Alias(target) => strings_in(target),
            Kind::Struct(fields) => {
                let inside = fields.iter().map(|field| strings_in(&field.ty));
                inside.fold((false, Vec::new()), |(is_string, mut all), (is, names)| {
                    all.extend(names);
                    (is_string || is, all)
                })
            }
            Kind::Union(union) => {
                let branches = union.branches.iter().map(|branch| branch.ty.as_str());
                (false, branches.collect())
            }
            // A tuple owns its strings.
            Kind::ClosedSet(_) | Kind::OpenSet { .. } | Kind::Number(_) | Kind::Tuple(_) => {
                (false, Vec::new())
            }
        };
        for name in names {
            holders.entry(name).or_default().push(&def.name);
        }
        if is_string && found.insert(&def.name) {
            waiting.push(&def.name);
        }
    }
    while let Some(name) = waiting.pop() {
        for holder in holders.get(name).into_iter().flatten() {
            if found.insert(holder) {
                waiting.push(holder);
            }
        }
    }
    found.into_iter().map(str::to_owned).collect()
}

/// Reports whether a type is or lists strings that can be borrowed, and the named types in it.
fn strings_in(ty: &Type) -> (bool, Vec<&str>) {
    let mut ty = ty;
    let mut names = Vec::new();
    loop {
        match ty {
            Type::String
            | Type::Timestamp
            | Type::Uri
            | Type::Map(_)
            | Type::Object
            | Type::Any
            | Type::Unmapped(_) => return (true, names),
            Type::Array(inner) | Type::List { item: inner, .. } | Type::Nullable(inner) => {
                ty = inner;
            }
            Type::Dictionary { key, value, .. } => match &**key {
                Type::Named(name) => {
                    names.push(name.as_str());
                    ty = value;
                }
                _ => return (true, names),
            },
            Type::Named(name) => {
                names.push(name.as_str());
                return (false, names);
            }
            _ => return (false, names),
        }
    }
}
