//! The old and the new state of one major version, with the pairs of types that are the same.

use std::collections::{BTreeMap, BTreeSet};

use schema_codegen::model::{
    Count, EnvelopeField, EnvelopeRole, Field, Kind, Type, TypeDef, Union,
};

use crate::{idents, plan::Plan, render};

/// One state of a major version.
pub(super) struct Side<'a> {
    pub(super) major: &'a Plan,
    types: BTreeMap<&'a str, &'a TypeDef>,
    counterparts: BTreeSet<&'a str>,
}

impl<'a> Side<'a> {
    pub(super) fn new(major: &'a Plan) -> Self {
        let types = major.written_types();
        let counterparts = types.clone().filter(|ty| major.has_counterpart(&ty.name));
        Self {
            major,
            counterparts: counterparts.map(|ty| ty.name.as_str()).collect(),
            types: types.map(|ty| (ty.name.as_str(), ty)).collect(),
        }
    }

    pub(super) fn find(&self, name: &str) -> Option<&'a TypeDef> {
        self.types.get(name).copied()
    }

    pub(super) fn has_counterpart(&self, name: &str) -> bool {
        self.counterparts.contains(name)
    }

    /// Returns the type that an alias leads to, or the type itself.
    fn behind_aliases<'t>(&self, mut ty: &'t Type) -> &'t Type
    where
        'a: 't,
    {
        // Lowering rejects aliases that contain themselves. The limit ends the loop for other models, too.
        for _ in 0..self.types.len() {
            match ty {
                Type::Named(name) => match self.find(name).map(|def| &def.kind) {
                    Some(Kind::Alias(target)) => ty = target,
                    _ => break,
                },
                _ => break,
            }
        }
        ty
    }

    /// Reports whether the type can contain the type that contains it, without a list or a map in between.
    pub(super) fn is_composed(&self, ty: &Type) -> bool {
        let mut ty = ty;
        for _ in 0..=self.types.len() {
            match self.behind_aliases(ty) {
                Type::Nullable(inner) => ty = inner,
                Type::Named(name) => {
                    let kind = self.find(name).map(|def| &def.kind);
                    return matches!(
                        kind,
                        Some(Kind::Struct(_) | Kind::Union(_) | Kind::Tuple(_))
                    );
                }
                _ => return false,
            }
        }
        false
    }

    /// Returns the inner type, if a type is an `Option`.
    pub(super) fn in_option<'t>(&self, ty: &'t Type) -> Option<&'t Type>
    where
        'a: 't,
    {
        match self.behind_aliases(ty) {
            Type::Nullable(inner) => Some(inner),
            _ => None,
        }
    }

    /// Reports whether a field of a borrowed counterpart has another type than the field of the struct itself, because
    /// its values have borrowed counterparts.
    pub(super) fn holds_counterpart(&self, ty: &Type) -> bool {
        let mut ty = ty;
        for _ in 0..=self.types.len() {
            let actual = self.behind_aliases(ty);
            match (actual, actual.inner()) {
                (Type::Named(name), _) => return self.has_counterpart(name),
                (_, Some(inner)) => ty = inner,
                (_, None) => return false,
            }
        }
        false
    }
}

/// A field of a struct or of the envelope in the public interface.
pub(super) struct Shown<'a> {
    /// Its name in Rust. The name of a method ends in `()`.
    pub(super) ident: String,
    pub(super) field: &'a Field,
    pub(super) role: EnvelopeRole,
    /// True if it is a parameter of the constructor.
    pub(super) given: bool,
}

pub(super) fn fields_of<'a>(side: &Side<'_>, fields: &'a [Field]) -> Vec<Shown<'a>> {
    let fields = fields.iter();
    fields
        .filter(|field| side.major.constant(field).is_none())
        .map(|field| Shown {
            ident: idents::snake(&field.name),
            field,
            role: EnvelopeRole::Plain,
            given: side.major.is_parameter(field),
        })
        .collect()
}

/// Returns the fields that are constants in Rust, in words.
pub(super) fn constants_in_words<'f>(
    constants: impl Iterator<Item = (&'f Field, &'f str)>,
) -> String {
    let constants = constants.map(|(field, value)| format!("`{}` as `{value}`", field.name));
    let constants: Vec<String> = constants.collect();
    match constants.as_slice() {
        [] => "without constants".into(),
        constants => format!("with {}", constants.join(", ")),
    }
}

/// Returns the fields that all branches of a union share. The enum has a method for each of them.
pub(super) fn shared_by<'a>(side: &Side<'a>, union: &Union) -> Vec<Shown<'a>> {
    let shared = render::shared(side.major, union).into_iter();
    shared
        .map(|field| Shown {
            ident: format!("{}()", idents::snake(&field.name)),
            field,
            role: EnvelopeRole::Plain,
            given: false,
        })
        .collect()
}

pub(super) fn envelope_fields<'a>(major: &Plan, fields: &'a [EnvelopeField]) -> Vec<Shown<'a>> {
    let fields = fields.iter();
    fields
        .filter(|part| major.envelope_constant(part).is_none())
        .map(|EnvelopeField { field, role }| Shown {
            ident: match role {
                EnvelopeRole::EventType => "event_type()".into(),
                EnvelopeRole::SchemaRef => "schema_ref()".into(),
                EnvelopeRole::Plain | EnvelopeRole::Version | EnvelopeRole::Payload => {
                    idents::snake(&field.name)
                }
            },
            field,
            role: *role,
            given: match role {
                EnvelopeRole::Plain => field.required,
                EnvelopeRole::Payload => true,
                EnvelopeRole::EventType | EnvelopeRole::SchemaRef | EnvelopeRole::Version => false,
            },
        })
        .collect()
}

/// The old and the new state of a major version.
pub(super) struct Sides<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    /// The new name of each old type that still exists.
    pub(super) pairs: BTreeMap<&'a str, &'a str>,
}

impl<'a> Sides<'a> {
    /// Pairs types with the same name, and types of the same kind at the same place.
    pub(super) fn new(old: &'a Plan, new: &'a Plan) -> Self {
        let mut sides = Self {
            old: Side::new(old),
            new: Side::new(new),
            pairs: BTreeMap::new(),
        };
        let names = old.written_types().map(|ty| ty.name.as_str());
        let mut waiting: Vec<(&str, &str)> = names
            .filter(|name| sides.new.find(name).is_some())
            .map(|name| (name, name))
            .collect();
        sides.pairs.extend(waiting.iter().copied());
        let mut renamed: BTreeSet<&str> = BTreeSet::new();
        let mut places = (places_of_major(old), places_of_major(new));
        loop {
            for (place, old_name) in &places.0 {
                let Some(new_name) = places.1.get(place) else {
                    continue;
                };
                let (Some(old_def), Some(new_def)) =
                    (sides.old.find(old_name), sides.new.find(new_name))
                else {
                    continue;
                };
                let is_free = sides.new.find(old_name).is_none()
                    && sides.old.find(new_name).is_none()
                    && !sides.pairs.contains_key(old_name)
                    && !renamed.contains(new_name);
                if is_free && kind_in_words(&old_def.kind) == kind_in_words(&new_def.kind) {
                    sides.pairs.insert(old_name, new_name);
                    renamed.insert(new_name);
                    waiting.push((old_name, new_name));
                }
            }
            let Some((old_name, new_name)) = waiting.pop() else {
                break;
            };
            let of = |side: &Side<'a>, name| side.find(name).map(|def| places_of_kind(&def.kind));
            places = (
                of(&sides.old, old_name).unwrap_or_default(),
                of(&sides.new, new_name).unwrap_or_default(),
            );
        }
        sides
    }

    /// Reports whether an old and a new type are the same to programs. Named types are the same if they are a pair.
    /// Differences between the two are changes of their definitions.
    pub(super) fn are_same(&self, old: &Type, new: &Type) -> bool {
        let (mut old, mut new) = (old, new);
        // The limit ends the loop for aliases that contain themselves in a list, too.
        for _ in 0..LONGEST_TYPE {
            if self.is_pair(old, new) {
                return true;
            }
            (old, new) = (self.old.behind_aliases(old), self.new.behind_aliases(new));
            if self.is_pair(old, new) {
                return true;
            }
            (old, new) = match (old, new) {
                (Type::Named(_), Type::Named(_)) => return false,
                (Type::Array(old), Type::Array(new))
                | (Type::Nullable(old), Type::Nullable(new)) => (&**old, &**new),
                (
                    Type::List {
                        item: old,
                        count: old_count,
                        unique: old_unique,
                    },
                    Type::List {
                        item: new,
                        count: new_count,
                        unique: new_unique,
                    },
                ) if old_count == new_count && old_unique == new_unique => (&**old, &**new),
                _ => match (map_of(old), map_of(new)) {
                    (Some((old_key, old, old_count)), Some((new_key, new, new_count)))
                        if old_count == new_count && self.are_same_keys(old_key, new_key) =>
                    {
                        (old, new)
                    }
                    (None, None) => return old == new,
                    _ => return false,
                },
            };
        }
        false
    }

    fn are_same_keys(&self, old: &Type, new: &Type) -> bool {
        let (old, new) = (self.old.behind_aliases(old), self.new.behind_aliases(new));
        self.is_pair(old, new) || (old == new && *old == Type::String)
    }

    fn is_pair(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Named(old), Type::Named(new)) => {
                self.pairs.get(old.as_str()) == Some(&new.as_str())
            }
            _ => false,
        }
    }
}

/// A number of levels that no type of a schema reaches, with all of its aliases.
const LONGEST_TYPE: usize = 100_000;

/// Returns the type of the names, the type of the values and the allowed number, if a type is a map.
fn map_of(ty: &Type) -> Option<(&Type, &Type, Count)> {
    const ANY: Count = Count { min: 0, max: None };
    match ty {
        Type::Map(value) => Some((&Type::String, value, ANY)),
        Type::Dictionary { key, value, count } => Some((key, value, *count)),
        _ => None,
    }
}

/// Returns the kind of item that a type is, in words.
pub(super) fn kind_in_words(kind: &Kind) -> &'static str {
    match kind {
        Kind::Struct(_) => "a struct",
        Kind::Union(_) => "an enum of objects",
        Kind::ClosedSet(_) => "an enum of strings",
        Kind::OpenSet { .. } => "an open enum of strings",
        Kind::Text(_) => "a string with constraints",
        Kind::Number(_) => "a number with bounds",
        Kind::Tuple(_) => "a tuple",
        Kind::Alias(_) => "another name for a type",
    }
}

/// Named types by their place: in an event or the envelope, or in another type.
type Places<'a> = BTreeMap<String, &'a str>;

fn places_of_major(major: &Plan) -> Places<'_> {
    let events = major.events.iter();
    let payloads = events.map(|event| (idents::snake(&event.event_type), event.payload.as_str()));
    let fields = major
        .envelope
        .iter()
        .flat_map(|it| envelope_fields(major, &it.fields));
    let around = fields.flat_map(|shown| names_at(&shown.ident, &shown.field.ty));
    // The keys differ, because a place of the envelope has a slash.
    payloads.chain(around).collect()
}

fn places_of_kind(kind: &Kind) -> Places<'_> {
    match kind {
        Kind::Struct(fields) => {
            let at = |field: &Field| idents::snake(&field.name);
            let places = fields.iter().flat_map(|it| names_at(&at(it), &it.ty));
            places.collect()
        }
        Kind::Union(union) => {
            let branches = union.branches.iter();
            branches
                .map(|it| (idents::snake(&it.tag), it.ty.as_str()))
                .collect()
        }
        Kind::Tuple(items) => {
            let items = items.iter().enumerate();
            let places = items.flat_map(|(at, it)| names_at(&at.to_string(), &it.ty));
            places.collect()
        }
        Kind::Alias(target) => names_at("", target).into_iter().collect(),
        Kind::ClosedSet(_) | Kind::OpenSet { .. } | Kind::Text(_) | Kind::Number(_) => {
            Places::new()
        }
    }
}

/// Returns the named types in a type: the type of its values, and of its names if it is a map.
fn names_at<'t>(place: &str, ty: &'t Type) -> Vec<(String, &'t str)> {
    let value = ty.named().map(|name| (format!("{place}/"), name));
    let mut names: Vec<(String, &str)> = value.into_iter().collect();
    let levels = std::iter::successors(Some(ty), |ty| ty.inner());
    for (depth, ty) in (1..).zip(levels) {
        if let Type::Dictionary { key, .. } = ty {
            let key = key.named().map(|name| (format!("{place}/{depth}"), name));
            names.extend(key);
        }
    }
    names
}
