//! How types of the model are written in Rust.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{Count, Kind, Major, Type};

/// A type as it stands in a field of `owner`.
pub(super) fn tokens(major: &Major, owner: Option<&str>, ty: &Type) -> TokenStream {
    match ty {
        Type::Named(name) => {
            let ident = format_ident!("{name}");
            match owner {
                Some(owner) if holds(major, name, owner) => quote! { Box<#ident> },
                _ => quote! { #ident },
            }
        }
        Type::String => quote! { String },
        Type::Uuid => quote! { Uuid },
        Type::Timestamp => quote! { Timestamp },
        Type::Date => quote! { Date },
        Type::Ipv4 => quote! { Ipv4Addr },
        Type::Uri => quote! { Uri },
        Type::Boolean => quote! { bool },
        Type::Integer { min, max } => {
            let (min, max) = (integer(*min), integer(*max));
            quote! { Integer<#min, #max> }
        }
        Type::Multiple { of, min, max } => {
            let (of, min, max) = (integer(*of), integer(*min), integer(*max));
            quote! { Multiple<#of, #min, #max> }
        }
        Type::Number => quote! { Number },
        // What stands in a list or a map has a size of its own.
        Type::Array(item) => {
            let item = tokens(major, None, item);
            quote! { Vec<#item> }
        }
        Type::List {
            item,
            count,
            unique,
        } => {
            let item = tokens(major, None, item);
            let count = counted(count);
            match unique {
                true => quote! { UniqueVec<#item #count> },
                false => quote! { BoundedVec<#item #count> },
            }
        }
        Type::Map(value) => {
            let value = tokens(major, None, value);
            quote! { ObjectMap<String, #value> }
        }
        Type::Dictionary { key, value, count } => {
            let (key, value) = (tokens(major, None, key), tokens(major, None, value));
            match count.is_any() {
                true => quote! { ObjectMap<#key, #value> },
                false => {
                    let count = counted(count);
                    quote! { BoundedMap<#key, #value #count> }
                }
            }
        }
        Type::Nullable(inner) => {
            let inner = tokens(major, owner, inner);
            quote! { Option<#inner> }
        }
        Type::Object => quote! { RawObject },
        Type::Any => quote! { Raw },
    }
}

/// An integer as an argument of a type.
fn integer(number: i64) -> TokenStream {
    match number {
        9_007_199_254_740_991 => quote! { MAX_SAFE_INTEGER },
        -9_007_199_254_740_991 => quote! { { -MAX_SAFE_INTEGER } },
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

/// Whether `null` is a value of a type, so that it is an `Option` in Rust.
pub(super) fn takes_null(major: &Major, ty: &Type) -> bool {
    match ty {
        Type::Nullable(_) => true,
        Type::Named(name) => match major.find(name).map(|def| &def.kind) {
            Some(Kind::Alias(ty)) => takes_null(major, ty),
            _ => false,
        },
        _ => false,
    }
}

/// The named type that a value holds in itself.
fn in_place(ty: &Type) -> Option<&str> {
    match ty {
        Type::Named(name) => Some(name),
        Type::Nullable(inner) => in_place(inner),
        _ => None,
    }
}
