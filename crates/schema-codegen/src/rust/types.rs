//! How types of the model are written in Rust.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Count, EnvelopeField, Field, Kind, Major, Type, TypeDef};

use super::{idents, structs};

/// 2^53 − 1.
const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// Whether a type has its texts itself, or borrows them from what it is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    Owned,
    Borrowed,
}

impl Texts {
    /// The name of a type with such texts.
    pub(super) fn name(self, name: &str) -> Ident {
        match self {
            Self::Owned => format_ident!("{name}"),
            Self::Borrowed => format_ident!("{}", borrowed_name(name)),
        }
    }

    /// The lifetime of such texts, as parameter or argument.
    pub(super) fn lifetime(self) -> Option<TokenStream> {
        match self {
            Self::Owned => None,
            Self::Borrowed => Some(quote! { <'a> }),
        }
    }

    /// The parameters of an implementation that reads such a type.
    pub(super) fn reading(self) -> TokenStream {
        match self {
            Self::Owned => quote! { <'de> },
            Self::Borrowed => quote! { <'de: 'a, 'a> },
        }
    }
}

/// What a struct or enum is called where it borrows its texts.
pub(crate) fn borrowed_name(name: &str) -> String {
    idents::joined(name, "ref")
}

/// A type as it stands in a field of `owner`.
pub(super) fn tokens(major: &Major, owner: Option<&str>, ty: &Type, texts: Texts) -> TokenStream {
    let is_borrowed = texts == Texts::Borrowed;
    match ty {
        Type::Named(name) => {
            let written = match major.find(name).map(|def| &def.kind) {
                _ if !is_borrowed || !borrows(major, ty) => {
                    let ident = format_ident!("{name}");
                    quote! { #ident }
                }
                Some(Kind::Text(_)) => {
                    let ident = format_ident!("{name}");
                    quote! { Borrowed<'a, #ident> }
                }
                // An alias has no parameters.
                Some(Kind::Alias(target)) => {
                    return tokens(major, owner, behind_aliases(major, target), texts);
                }
                _ => {
                    let ident = texts.name(name);
                    quote! { #ident<'a> }
                }
            };
            match owner {
                Some(owner) if holds(major, name, owner) => quote! { Box<#written> },
                _ => written,
            }
        }
        Type::String if is_borrowed => quote! { Borrowed<'a, String> },
        Type::String => quote! { String },
        Type::Uuid => quote! { Uuid },
        Type::Timestamp if is_borrowed => quote! { Borrowed<'a, Timestamp> },
        Type::Timestamp => quote! { Timestamp },
        Type::Uri if is_borrowed => quote! { Borrowed<'a, Uri> },
        Type::Date => quote! { Date },
        Type::Ipv4 => quote! { Ipv4Addr },
        Type::Uri => quote! { Uri },
        Type::Boolean => quote! { bool },
        // The bounds that schemas give most of all have names.
        Type::Integer {
            min: 0,
            max: MAX_SAFE_INTEGER,
        } => quote! { U53 },
        Type::Integer {
            min,
            max: MAX_SAFE_INTEGER,
        } if *min == -MAX_SAFE_INTEGER => quote! { I54 },
        Type::Integer { min, max } => {
            let primitive = primitive(*min, *max);
            let (min, max) = (integer(*min), integer(*max));
            quote! { Integer<#primitive, #min, #max> }
        }
        Type::Multiple { of, min, max } => {
            let primitive = primitive(*min, *max);
            let (of, min, max) = (integer(*of), integer(*min), integer(*max));
            quote! { Multiple<#primitive, #of, #min, #max> }
        }
        Type::Number => quote! { Number },
        // What stands in a list or a map has a size of its own.
        Type::Array(item) => {
            let item = tokens(major, None, item, texts);
            quote! { Vec<#item> }
        }
        Type::List {
            item,
            count,
            unique,
        } => {
            let item = tokens(major, None, item, texts);
            let count = counted(count);
            match unique {
                true => quote! { UniqueVec<#item #count> },
                false => quote! { BoundedVec<#item #count> },
            }
        }
        Type::Map(value) => {
            let name = tokens(major, None, &Type::String, texts);
            let value = tokens(major, None, value, texts);
            quote! { ObjectMap<#name, #value> }
        }
        Type::Dictionary { key, value, count } => {
            let key = tokens(major, None, key, texts);
            let value = tokens(major, None, value, texts);
            match count.is_any() {
                true => quote! { ObjectMap<#key, #value> },
                false => {
                    let count = counted(count);
                    quote! { BoundedMap<#key, #value #count> }
                }
            }
        }
        Type::Nullable(inner) => {
            let inner = tokens(major, owner, inner, texts);
            quote! { Option<#inner> }
        }
        Type::Object if is_borrowed => quote! { RawObjectRef<'a> },
        Type::Object => quote! { RawObject },
        Type::Any if is_borrowed => quote! { RawRef<'a> },
        Type::Any => quote! { Raw },
    }
}

/// The expression that makes a value own its texts.
pub(super) fn owned(major: &Major, ty: &Type, value: TokenStream) -> TokenStream {
    match borrows(major, ty) {
        true => quote! { IntoOwned::into_owned(#value) },
        false => value,
    }
}

/// Whether values of a type hold texts that can be borrowed.
pub(super) fn borrows(major: &Major, ty: &Type) -> bool {
    let (is_text, names) = texts_in(ty);
    is_text || names.iter().any(|name| major.holding_texts.contains(*name))
}

/// The named types whose values hold texts that can be borrowed.
pub(crate) fn holding_texts(types: &[TypeDef]) -> BTreeSet<String> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<&str> = Vec::new();
    // Who holds values of a type, by the name of that type.
    let mut holders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for def in types {
        let (is_text, names) = match &def.kind {
            Kind::Text(_) => (true, Vec::new()),
            Kind::Alias(target) => texts_in(target),
            Kind::Struct(fields) => {
                let inside = fields.iter().map(|field| texts_in(&field.ty));
                inside.fold((false, Vec::new()), |(is_text, mut all), (is, names)| {
                    all.extend(names);
                    (is_text || is, all)
                })
            }
            Kind::Union(union) => {
                let branches = union.branches.iter().map(|branch| branch.ty.as_str());
                (false, branches.collect())
            }
            // A tuple has its texts itself.
            Kind::ClosedSet(_) | Kind::OpenSet { .. } | Kind::Number(_) | Kind::Tuple(_) => {
                (false, Vec::new())
            }
        };
        for name in names {
            holders.entry(name).or_default().push(&def.name);
        }
        if is_text && found.insert(&def.name) {
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

/// The named types that have one value, and that nothing but required fields of objects has.
pub(crate) fn constants(major: &Major) -> BTreeSet<String> {
    let has_one_value =
        |def: &&TypeDef| matches!(&def.kind, Kind::ClosedSet(members) if members.len() == 1);
    let single = major.types.iter().filter(has_one_value);
    let mut constants: BTreeSet<String> = single.map(|def| def.name.clone()).collect();
    if constants.is_empty() {
        return constants;
    }
    let mut elsewhere: Vec<&Type> = Vec::new();
    for def in &major.types {
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
    let around = major.envelope.iter().flat_map(|envelope| &envelope.fields);
    let has_type = |part: &&EnvelopeField| structs::envelope_constant(major, part).is_none();
    elsewhere.extend(around.filter(has_type).map(|part| &part.field.ty));
    for ty in elsewhere {
        let mut inner = ty;
        loop {
            inner = match inner {
                Type::Named(name) => {
                    constants.remove(name);
                    break;
                }
                Type::Dictionary { key, value, .. } => {
                    if let Some(name) = key.named() {
                        constants.remove(name);
                    }
                    value
                }
                Type::Array(inner)
                | Type::List { item: inner, .. }
                | Type::Map(inner)
                | Type::Nullable(inner) => inner,
                _ => break,
            };
        }
    }
    constants
}

/// Whether a type is or lists texts, and the named types in it.
fn texts_in(ty: &Type) -> (bool, Vec<&str>) {
    let mut ty = ty;
    let mut names = Vec::new();
    loop {
        match ty {
            Type::String
            | Type::Timestamp
            | Type::Uri
            | Type::Map(_)
            | Type::Object
            | Type::Any => return (true, names),
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

/// The type that an alias is in the end: aliases of aliases can be very many.
fn behind_aliases<'m>(major: &'m Major, mut ty: &'m Type) -> &'m Type {
    let mut steps = 0;
    while let Type::Named(name) = ty
        && let Some(Kind::Alias(target)) = major.find(name).map(|def| &def.kind)
        && steps < major.types.len()
    {
        steps += 1;
        ty = target;
    }
    ty
}

/// Whether a named type has a twin that borrows its texts.
pub(super) fn has_twin(major: &Major, name: &str) -> bool {
    let is_composed = matches!(
        major.find(name).map(|def| &def.kind),
        Some(Kind::Struct(_) | Kind::Union(_))
    );
    is_composed && major.holding_texts.contains(name)
}

/// The primitive that integers stand in for: the smallest that holds them, and unsigned if none is negative.
fn primitive(min: i64, max: i64) -> Ident {
    let unsigned: [(&str, i64); 3] = [
        ("u8", u8::MAX.into()),
        ("u16", u16::MAX.into()),
        ("u32", u32::MAX.into()),
    ];
    let signed: [(&str, i64, i64); 3] = [
        ("i8", i8::MIN.into(), i8::MAX.into()),
        ("i16", i16::MIN.into(), i16::MAX.into()),
        ("i32", i32::MIN.into(), i32::MAX.into()),
    ];
    let name = match min >= 0 {
        true => {
            let fits = unsigned.iter().find(|(_, most)| max <= *most);
            fits.map_or("u64", |(name, _)| name)
        }
        false => {
            let fits = signed
                .iter()
                .find(|(_, least, most)| *least <= min && max <= *most);
            fits.map_or("i64", |(name, _, _)| name)
        }
    };
    format_ident!("{name}")
}

/// An integer as an argument of a type.
fn integer(number: i64) -> TokenStream {
    match number {
        MAX_SAFE_INTEGER => quote! { MAX_SAFE_INTEGER },
        number if number == -MAX_SAFE_INTEGER => quote! { { -MAX_SAFE_INTEGER } },
        number => grouped(number).parse().unwrap_or_default(),
    }
}

/// How many items there are, as the last arguments of a type, as far as it has no defaults for them.
fn counted(count: &Count) -> TokenStream {
    let (min, max) = (
        integer(count.min.into()),
        count.max.map(|max| integer(max.into())),
    );
    match max {
        Some(max) => quote! { , #min, #max },
        None if count.min > 0 => quote! { , #min },
        None => quote! {},
    }
}

/// An integer with its digits in groups of three.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// Whether values of the type `name` hold values of `owner` in themselves, so that a value of
/// `owner` with such a field would have no end.
fn holds(major: &Major, name: &str, owner: &str) -> bool {
    let mut reached = vec![name];
    let mut next = 0;
    while let Some(name) = reached.get(next).copied() {
        next += 1;
        if name == owner {
            return true;
        }
        let Some(def) = major.find(name) else {
            continue;
        };
        let inside: Vec<&str> = match &def.kind {
            Kind::Struct(fields) => fields
                .iter()
                .filter_map(|field| in_place(&field.ty))
                .collect(),
            Kind::Tuple(items) => items.iter().filter_map(|item| in_place(&item.ty)).collect(),
            Kind::Union(union) => union
                .branches
                .iter()
                .map(|branch| branch.ty.as_str())
                .collect(),
            Kind::Alias(ty) => in_place(ty).into_iter().collect(),
            Kind::ClosedSet(_) | Kind::OpenSet { .. } | Kind::Text(_) | Kind::Number(_) => {
                Vec::new()
            }
        };
        for name in inside {
            if !reached.contains(&name) {
                reached.push(name);
            }
        }
    }
    false
}

/// The named type that a value holds in itself.
fn in_place(ty: &Type) -> Option<&str> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Nullable(inner) => in_place(inner),
        _ => None,
    }
}
