//! Types of the model as Rust writes them.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use schema_codegen::model::{Count, Kind, Type};
use schema_registry::json::MAX_SAFE_INTEGER;

use crate::{idents, plan::Plan};

/// The owner of the strings of a type: the value itself, or what it is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strings {
    Owned,
    Borrowed,
}

impl Strings {
    /// The name of a type with such strings.
    pub(super) fn name(self, name: &str) -> Ident {
        match self {
            Self::Owned => format_ident!("{name}"),
            Self::Borrowed => format_ident!("{}", idents::borrowed(name)),
        }
    }

    /// The lifetime of such strings, as parameter or argument.
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

/// A type in a field of `owner`.
pub(super) fn tokens(plan: &Plan, owner: Option<&str>, ty: &Type, strings: Strings) -> TokenStream {
    let text = text(plan, owner, ty, strings);
    // Names are identifiers, so that the text is Rust.
    let error = || quote! { compile_error!(#text) };
    text.parse().unwrap_or_else(|_| error())
}

/// The text of a type in a field of `owner`, on one line.
pub(crate) fn text(plan: &Plan, owner: Option<&str>, ty: &Type, strings: Strings) -> String {
    let is_borrowed = strings == Strings::Borrowed;
    let of_string = |name: &str| match is_borrowed {
        true => format!("Borrowed<'a, {name}>"),
        false => name.to_owned(),
    };
    // An item of a list or a value of a map is behind a pointer already.
    let inner = |ty: &Type| text(plan, None, ty, strings);
    match ty {
        Type::Named(name) => {
            let written = match plan.find(name).map(|def| &def.kind) {
                _ if !is_borrowed || !plan.borrows(ty) => name.clone(),
                Some(Kind::Text(_)) => of_string(name),
                // An alias has no parameters.
                Some(Kind::Alias(target)) => {
                    return text(plan, owner, plan.behind_aliases(target), strings);
                }
                _ => format!("{}<'a>", strings.name(name)),
            };
            if owner.is_some_and(|owner| plan.is_boxed(owner, ty)) {
                format!("Box<{written}>")
            } else {
                written
            }
        }
        Type::String => of_string("String"),
        Type::Uuid => "Uuid".into(),
        Type::Timestamp => of_string("Timestamp"),
        Type::Date => "Date".into(),
        Type::Ipv4 => "Ipv4Addr".into(),
        Type::Uri => of_string("Uri"),
        Type::Boolean => "bool".into(),
        // The bounds that most schemas have are named.
        Type::Integer {
            min: 0,
            max: MAX_SAFE_INTEGER,
        } => "U53".into(),
        Type::Integer {
            min,
            max: MAX_SAFE_INTEGER,
        } if *min == -MAX_SAFE_INTEGER => "I54".into(),
        Type::Integer { min, max } => {
            let primitive = primitive(*min, *max);
            format!("Integer<{primitive}, {}, {}>", integer(*min), integer(*max))
        }
        Type::Multiple { of, min, max } => {
            let primitive = primitive(*min, *max);
            let (of, min, max) = (integer(*of), integer(*min), integer(*max));
            format!("Multiple<{primitive}, {of}, {min}, {max}>")
        }
        Type::Number => "Number".into(),
        Type::Array(item) => format!("Vec<{}>", inner(item)),
        Type::List {
            item,
            count,
            unique,
        } => {
            let list = if *unique { "UniqueVec" } else { "BoundedVec" };
            format!("{list}<{}{}>", inner(item), counted(count))
        }
        Type::Map(value) => format!("ObjectMap<{}, {}>", of_string("String"), inner(value)),
        Type::Dictionary { key, value, count } => {
            let map = if count.is_any() {
                "ObjectMap"
            } else {
                "BoundedMap"
            };
            format!("{map}<{}, {}{}>", inner(key), inner(value), counted(count))
        }
        Type::Nullable(inner) => format!("Option<{}>", text(plan, owner, inner, strings)),
        Type::Object if is_borrowed => "RawObjectRef<'a>".into(),
        Type::Object => "RawObject".into(),
        Type::Any | Type::Unmapped(_) if is_borrowed => "RawRef<'a>".into(),
        Type::Any | Type::Unmapped(_) => "Raw".into(),
    }
}

/// The expression that makes a value own its strings.
pub(super) fn owned(plan: &Plan, ty: &Type, value: TokenStream) -> TokenStream {
    if plan.borrows(ty) {
        quote! { IntoOwned::into_owned(#value) }
    } else {
        value
    }
}

/// Returns the smallest primitive that holds the integers. It is unsigned if none is negative.
fn primitive(min: i64, max: i64) -> &'static str {
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
    if min >= 0 {
        let fits = unsigned.iter().find(|(_, most)| max <= *most);
        fits.map_or("u64", |(name, _)| name)
    } else {
        let fits = signed
            .iter()
            .find(|(_, least, most)| *least <= min && max <= *most);
        fits.map_or("i64", |(name, _, _)| name)
    }
}

/// An integer as an argument of a type.
fn integer(number: i64) -> String {
    match number {
        MAX_SAFE_INTEGER => "MAX_SAFE_INTEGER".into(),
        number if number == -MAX_SAFE_INTEGER => "{ -MAX_SAFE_INTEGER }".into(),
        number => grouped(number),
    }
}

/// The number of items, as the last arguments of a type, as far as it has no defaults for them.
fn counted(count: &Count) -> String {
    let min = integer(count.min.into());
    match count.max {
        Some(max) => format!(", {min}, {}", integer(max.into())),
        None if count.min > 0 => format!(", {min}"),
        None => String::new(),
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
