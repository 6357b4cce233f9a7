//! Finds the differences between two models.

use std::collections::BTreeMap;

use super::{
    SourceChange, SourceChangeKind,
    SourceChangeKind::{
        BecameGiven, BecameImplied, BecameOptional, BecameRequired, DescriptionChanged,
        EnvelopeAdded, EnvelopeRemoved, EventAdded, EventRemoved, FieldAdded, FieldRemoved,
        JsonNameChanged, KindChanged, LengthChanged, RevisionChanged, TypeAdded, TypeChanged,
        TypeRemoved, TypeRenamed, ValuesChanged, VariantAdded, VariantRemoved, VariantsReordered,
    },
    pairs::{
        Shown, Side, Sides, constants_in_words, envelope_fields, fields_of, kind_in_words,
        shared_by,
    },
};
use schema_codegen::model::{Branch, Envelope, EnvelopeRole, Event, Item, Kind, Type, TypeDef};

use crate::{
    idents,
    plan::Plan,
    render::{Strings, type_text},
};

/// The old and the new name of the type that contains a type, where that matters.
type Owners<'n> = Option<(&'n str, &'n str)>;

/// The comparison of two states of a major version.
pub(super) struct Comparison<'a> {
    family: &'a str,
    sides: Sides<'a>,
    changes: Vec<SourceChange>,
}

impl<'a> Comparison<'a> {
    pub(super) fn run(family: &'a str, sides: Sides<'a>) -> Vec<SourceChange> {
        let mut comparison = Self {
            family,
            sides,
            changes: Vec::new(),
        };
        comparison.major();
        comparison.changes
    }

    /// Notes a change at a path below the module.
    fn note(&mut self, path: &str, kind: SourceChangeKind) {
        self.changes.push(SourceChange {
            family: self.family.to_owned(),
            path: format!("{}::{path}", self.sides.new.major.name),
            kind,
        });
    }

    fn major(&mut self) {
        let (old, new) = (self.sides.old.major, self.sides.new.major);
        match (&old.envelope, &new.envelope) {
            (None, None) => {}
            (None, Some(_)) => self.note("Event", EnvelopeAdded),
            (Some(_), None) => self.note("Event", EnvelopeRemoved),
            (Some(old), Some(new)) => self.envelope(old, new),
        }
        self.events(&old.events, &new.events);
        let names: BTreeMap<&str, &str> = self.sides.pairs.iter().map(|(o, n)| (*n, *o)).collect();
        for new in new.written_types() {
            let old = names.get(new.name.as_str());
            match old.and_then(|name| self.sides.old.find(name)) {
                Some(old) => self.definition(old, new),
                None => self.note(&new.name, TypeAdded),
            }
        }
        for old in old.written_types() {
            if !self.sides.pairs.contains_key(old.name.as_str()) {
                self.note(&old.name, TypeRemoved);
            }
        }
    }

    fn envelope(&mut self, old: &Envelope, new: &Envelope) {
        self.description("Event", &old.description, &new.description);
        let (old_major, new_major) = (self.sides.old.major, self.sides.new.major);
        let constants = (
            constants_in_words(old_major.envelope_constants(&old.fields)),
            constants_in_words(new_major.envelope_constants(&new.fields)),
        );
        self.values("Event", &constants.0, &constants.1);
        let fields = (
            envelope_fields(old_major, &old.fields),
            envelope_fields(new_major, &new.fields),
        );
        self.fields(("Event", "Event"), true, &fields.0, &fields.1);
    }

    fn events(&mut self, old: &[Event], new: &[Event]) {
        let has_data = |major: &Plan| major.envelope.is_some();
        let has_data = has_data(self.sides.old.major) && has_data(self.sides.new.major);
        let path = |event: &Event| match has_data {
            true => format!("Data::{}", idents::open_variant(&event.event_type)),
            false => event.payload.clone(),
        };
        let key = |event: &Event| idents::snake(&event.event_type);
        let added = |_: &Event| EventAdded;
        let matched = self.matched(old, new, key, path, added, EventRemoved);
        for (old, new) in matched {
            self.json_name(&path(new), &old.event_type, &new.event_type);
            let payloads = (
                Type::Named(old.payload.clone()),
                Type::Named(new.payload.clone()),
            );
            let counterpart = has_data.then(|| path(new).replacen("Data", "DataRef", 1));
            self.ty(
                &path(new),
                None,
                counterpart.as_deref(),
                &payloads.0,
                &payloads.1,
            );
            let constant = |name| format!("{}::{name}", new.payload);
            self.values(&constant("SCHEMA_REF"), &old.schema_ref, &new.schema_ref);
            if old.revision != new.revision {
                let (old, new) = (old.revision.clone(), new.revision.clone());
                self.note(&constant("VERSION"), RevisionChanged { old, new });
            }
            // Without an envelope, the schema of an event is the schema of its type.
            if has_data {
                self.description(&path(new), &old.description, &new.description);
            }
        }
    }

    fn definition(&mut self, old: &'a TypeDef, new: &'a TypeDef) {
        let path = new.name.as_str();
        let owners = (old.name.as_str(), path);
        if old.name != new.name {
            let (old, new) = (old.name.clone(), new.name.clone());
            self.note(path, TypeRenamed { old, new });
        }
        self.description(path, &old.description, &new.description);
        let counterparts = (
            self.sides.old.has_counterpart(owners.0),
            self.sides.new.has_counterpart(owners.1),
        );
        match counterparts {
            (false, true) => self.note(&idents::borrowed(path), TypeAdded),
            (true, false) => self.note(&idents::borrowed(owners.0), TypeRemoved),
            _ => {}
        }
        let has_counterparts = counterparts == (true, true);
        match (&old.kind, &new.kind) {
            (Kind::Struct(old), Kind::Struct(new)) => {
                let constants = (
                    constants_in_words(self.sides.old.major.constants(old)),
                    constants_in_words(self.sides.new.major.constants(new)),
                );
                self.values(path, &constants.0, &constants.1);
                let old = fields_of(&self.sides.old, old);
                let new = fields_of(&self.sides.new, new);
                self.fields(owners, has_counterparts, &old, &new);
            }
            (Kind::Union(old), Kind::Union(new)) => {
                let by_tag = |tag| format!("distinguished by `{tag}`");
                self.values(path, &by_tag(&old.tag), &by_tag(&new.tag));
                let tags = [&old.tag, &new.tag].map(|tag| idents::snake(tag));
                if let [old, new] = &tags
                    && old != new
                {
                    self.note(&format!("{path}::{new}()"), FieldAdded { given: false });
                    self.note(&format!("{path}::{old}()"), FieldRemoved);
                }
                self.branches(path, has_counterparts, &old.branches, &new.branches);
                let shared = (
                    shared_by(&self.sides.old, old),
                    shared_by(&self.sides.new, new),
                );
                self.methods(owners, &shared.0, &shared.1);
            }
            (Kind::ClosedSet(old), Kind::ClosedSet(new)) => {
                self.members(path, true, idents::pascal, old, new);
            }
            (
                Kind::OpenSet {
                    known: old_known,
                    text: old,
                },
                Kind::OpenSet {
                    known: new_known,
                    text: new,
                },
            ) => {
                self.values(path, &old.in_words(), &new.in_words());
                // Its members are the events. Added and removed events are noted already, but their order is not.
                let is_event_type = is_event_type(self.sides.old.major, owners.0)
                    && is_event_type(self.sides.new.major, owners.1);
                if is_event_type {
                    self.order(path, false, idents::open_variant_name, old_known, new_known);
                } else {
                    self.members(path, false, idents::open_variant_name, old_known, new_known);
                }
            }
            (Kind::Text(old), Kind::Text(new)) => {
                self.values(path, &old.in_words(), &new.in_words());
            }
            (Kind::Number(old), Kind::Number(new)) => {
                let number = |words| format!("a number {words}");
                self.values(path, &number(old.in_words()), &number(new.in_words()));
            }
            (Kind::Tuple(old), Kind::Tuple(new)) => self.items(owners, old, new),
            (Kind::Alias(old), Kind::Alias(new)) => self.ty(path, None, None, old, new),
            (old, new) => {
                let (old, new) = (kind_in_words(old), kind_in_words(new));
                self.note(path, KindChanged { old, new });
            }
        }
    }

    /// Compares the fields of a struct or of the envelope, and those of its borrowed counterpart, if both sides have
    /// one.
    fn fields(
        &mut self,
        owners: (&str, &str),
        has_counterparts: bool,
        old: &[Shown<'_>],
        new: &[Shown<'_>],
    ) {
        let owner = owners.1;
        let path = |shown: &Shown<'_>| format!("{owner}::{}", shown.ident);
        let added = |shown: &Shown<'_>| FieldAdded { given: shown.given };
        let ident = |shown: &Shown<'_>| shown.ident.clone();
        for (old, new) in self.matched(old, new, ident, path, added, FieldRemoved) {
            let path = path(new);
            self.json_name(&path, &old.field.name, &new.field.name);
            self.description(&path, &old.field.description, &new.field.description);
            self.values(&path, role_in_words(old.role), role_in_words(new.role));
            if new.role == EnvelopeRole::SchemaRef {
                // The method returns an optional string, whether or not the schema requires the field.
                let presence = |shown: &Shown<'_>| match shown.field.required {
                    true => "in every body",
                    false => "in some bodies",
                };
                self.values(&path, presence(old), presence(new));
                continue;
            }
            let counterpart = format!("{}::{}", idents::borrowed(owner), new.ident);
            let counterpart = has_counterparts.then_some(counterpart.as_str());
            self.field(&path, Some(owners), counterpart, old, new);
        }
    }

    fn field(
        &mut self,
        path: &str,
        owners: Owners<'_>,
        counterpart: Option<&str>,
        old: &Shown<'_>,
        new: &Shown<'_>,
    ) {
        let (old_ty, new_ty) = (&old.field.ty, &new.field.ty);
        // The type in Rust is the same if both are an `Option` for different reasons.
        let is_same_option = match (old.field.required, new.field.required) {
            (true, false) => {
                let inner = self.sides.old.in_option(old_ty);
                inner.is_some_and(|inner| self.sides.are_same(inner, new_ty))
            }
            (false, true) => {
                let inner = self.sides.new.in_option(new_ty);
                inner.is_some_and(|inner| self.sides.are_same(old_ty, inner))
            }
            _ => false,
        };
        if !is_same_option && !self.are_same_in(owners, old_ty, new_ty) {
            let (old_text, new_text) = self.texts_in(owners, old_ty, new_ty);
            let shown = |text, required| match required {
                true => text,
                false => format!("Option<{text}>"),
            };
            let kind = TypeChanged {
                old: shown(old_text, old.field.required),
                new: shown(new_text, new.field.required),
            };
            return self.note(path, kind);
        }
        match (old.field.required, new.field.required) {
            (true, false) if !is_same_option => return self.note(path, BecameOptional),
            (false, true) if !is_same_option => return self.note(path, BecameRequired),
            _ => {}
        }
        match (old.given, new.given) {
            (false, true) => self.note(path, BecameGiven),
            (true, false) => self.note(path, BecameImplied),
            _ => {}
        }
        self.borrowed(counterpart, old_ty, new_ty);
    }

    /// Compares two types at the same path. `counterpart` is the path in the borrowed counterpart, if both sides have one.
    fn ty(
        &mut self,
        path: &str,
        owners: Owners<'_>,
        counterpart: Option<&str>,
        old: &Type,
        new: &Type,
    ) {
        if self.are_same_in(owners, old, new) {
            return self.borrowed(counterpart, old, new);
        }
        let (old, new) = self.texts_in(owners, old, new);
        self.note(path, TypeChanged { old, new });
    }

    /// Reports whether two types are the same at their place. A type that contains itself is in a `Box`.
    fn are_same_in(&self, owners: Owners<'_>, old: &Type, new: &Type) -> bool {
        let sides = &self.sides;
        let is_boxed =
            |side: &Side<'_>, owner, ty| side.is_composed(ty) && side.major.is_boxed(owner, ty);
        let is_boxed_alike = owners.is_none_or(|(old_owner, new_owner)| {
            is_boxed(&sides.old, old_owner, old) == is_boxed(&sides.new, new_owner, new)
        });
        is_boxed_alike && sides.are_same(old, new)
    }

    fn texts_in(&self, owners: Owners<'_>, old: &Type, new: &Type) -> (String, String) {
        let (old_owner, new_owner) = owners.unzip();
        (
            type_text(self.sides.old.major, old_owner, old, Strings::Owned),
            type_text(self.sides.new.major, new_owner, new, Strings::Owned),
        )
    }

    /// Notes another type in the borrowed counterpart, if the same type has gained or lost its own borrowed
    /// counterpart.
    fn borrowed(&mut self, counterpart: Option<&str>, old: &Type, new: &Type) {
        let Some(counterpart) = counterpart else {
            return;
        };
        if self.sides.old.holds_counterpart(old) != self.sides.new.holds_counterpart(new) {
            let old = type_text(self.sides.old.major, None, old, Strings::Borrowed);
            let new = type_text(self.sides.new.major, None, new, Strings::Borrowed);
            self.note(counterpart, TypeChanged { old, new });
        }
    }

    fn branches(&mut self, owner: &str, has_counterparts: bool, old: &[Branch], new: &[Branch]) {
        let variant = |branch: &Branch| idents::pascal(&branch.tag);
        let path = |branch: &Branch| format!("{owner}::{}", variant(branch));
        let key = |branch: &Branch| idents::snake(&branch.tag);
        let added = |_: &Branch| VariantAdded { exhaustive: true };
        for (old, new) in self.matched(old, new, key, path, added, VariantRemoved) {
            self.json_name(&path(new), &old.tag, &new.tag);
            let types = (Type::Named(old.ty.clone()), Type::Named(new.ty.clone()));
            let counterpart = format!("{}::{}", idents::borrowed(owner), variant(new));
            let counterpart = has_counterparts.then_some(counterpart.as_str());
            self.ty(&path(new), None, counterpart, &types.0, &types.1);
        }
    }

    /// Compares the methods of an enum for the fields that its branches share.
    fn methods(&mut self, owners: (&str, &str), old: &[Shown<'_>], new: &[Shown<'_>]) {
        let path = |shown: &Shown<'_>| format!("{}::{}", owners.1, shown.ident);
        let added = |_: &Shown<'_>| FieldAdded { given: false };
        let ident = |shown: &Shown<'_>| shown.ident.clone();
        for (old, new) in self.matched(old, new, ident, path, added, FieldRemoved) {
            self.field(&path(new), None, None, old, new);
        }
    }

    fn members(
        &mut self,
        owner: &str,
        exhaustive: bool,
        variant: fn(&str) -> String,
        old: &[String],
        new: &[String],
    ) {
        let path = |member: &String| format!("{owner}::{}", variant(member));
        let key = |member: &String| variant(member);
        let added = |_: &String| VariantAdded { exhaustive };
        for (old, new) in self.matched(old, new, key, path, added, VariantRemoved) {
            self.json_name(&path(new), old, new);
        }
        self.order(owner, exhaustive, variant, old, new);
    }

    /// Compares the order of a set's variants, which is the order of its values. Added and removed variants do not
    /// change the order of the others.
    fn order(
        &mut self,
        owner: &str,
        exhaustive: bool,
        variant: fn(&str) -> String,
        old: &[String],
        new: &[String],
    ) {
        let kept: BTreeMap<String, usize> = old.iter().map(|it| variant(it)).zip(0..).collect();
        let places = new.iter().filter_map(|member| kept.get(&variant(member)));
        if !places.is_sorted() {
            self.note(owner, VariantsReordered { exhaustive });
        }
    }

    fn items(&mut self, owners: (&str, &str), old: &[Item], new: &[Item]) {
        if old.len() != new.len() {
            let (old, new) = (old.len(), new.len());
            self.note(owners.1, LengthChanged { old, new });
        }
        for (at, (old, new)) in old.iter().zip(new).enumerate() {
            let path = format!("{}::{at}", owners.1);
            self.description(&path, &old.description, &new.description);
            self.ty(&path, Some(owners), None, &old.ty, &new.ty);
        }
    }

    /// Returns the parts that are on both sides, in the order of the new side. Notes the others as added or removed.
    fn matched<'t, T>(
        &mut self,
        old: &'t [T],
        new: &'t [T],
        key: impl Fn(&T) -> String,
        path: impl Fn(&T) -> String,
        added: impl Fn(&T) -> SourceChangeKind,
        removed: SourceChangeKind,
    ) -> Vec<(&'t T, &'t T)> {
        let mut left: BTreeMap<String, &T> = old.iter().map(|part| (key(part), part)).collect();
        let mut matched = Vec::new();
        for part in new {
            match left.remove(&key(part)) {
                Some(old) => matched.push((old, part)),
                None => self.note(&path(part), added(part)),
            }
        }
        for part in old.iter().filter(|part| left.contains_key(&key(part))) {
            self.note(&path(part), removed.clone());
        }
        matched
    }

    fn description(&mut self, path: &str, old: &str, new: &str) {
        if old != new {
            self.note(path, DescriptionChanged);
        }
    }

    fn json_name(&mut self, path: &str, old: &str, new: &str) {
        if old != new {
            let (old, new) = (old.to_owned(), new.to_owned());
            self.note(path, JsonNameChanged { old, new });
        }
    }

    fn values(&mut self, path: &str, old: &str, new: &str) {
        if old != new {
            let (old, new) = (old.to_owned(), new.to_owned());
            self.note(path, ValuesChanged { old, new });
        }
    }
}

/// Returns the part of a field in the constructor of an event.
fn role_in_words(role: EnvelopeRole) -> &'static str {
    match role {
        EnvelopeRole::Plain => "what a program sets",
        EnvelopeRole::Version => "filled in with the revision",
        EnvelopeRole::Payload => "the payload",
        EnvelopeRole::EventType | EnvelopeRole::SchemaRef => "what follows from the payload",
    }
}

/// Reports whether a type is the set of event types.
fn is_event_type(major: &Plan, name: &str) -> bool {
    let mut fields = major.envelope.iter().flat_map(|it| &it.fields);
    let set = fields.find(|it| it.role == EnvelopeRole::EventType);
    set.is_some_and(|it| it.field.ty.named() == Some(name))
}
