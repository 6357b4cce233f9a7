//! What generated Rust shows of a model, for who compares two of them.

use std::slice;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Field, Major, Type, TypeDef};

use super::{
    idents, structs,
    types::{self, Texts},
};

pub(crate) use super::{
    accessors::shared,
    structs::{constant, envelope_constant, envelope_with_one_value, with_one_value},
};

/// The types that there are in Rust: all but those of constants.
pub(crate) fn types(major: &Major) -> impl Iterator<Item = &TypeDef> + Clone {
    let types = major.types.iter();
    types.filter(|ty| !major.constants.contains(&ty.name))
}

/// A type as it stands in a field of `owner`, on one line.
pub(crate) fn type_text(major: &Major, owner: Option<&str>, ty: &Type) -> String {
    on_one_line(&types::tokens(major, owner, ty, Texts::Owned))
}

/// A type as it stands in a twin, on one line.
pub(crate) fn borrowed_text(major: &Major, ty: &Type) -> String {
    on_one_line(&types::tokens(major, None, ty, Texts::Borrowed))
}

fn on_one_line(ty: &TokenStream) -> String {
    let text = match syn::parse2(quote! { type Shown = #ty; }) {
        Ok(file) => prettyplease::unparse(&file),
        Err(_) => ty.to_string(),
    };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = line
        .strip_prefix("type Shown = ")
        .and_then(|line| line.strip_suffix(';'));
    shown.unwrap_or(&line).to_owned()
}

/// Whether a field of `owner` holds its value in a `Box`, because it would have no end otherwise.
pub(crate) fn is_boxed(major: &Major, owner: &str, ty: &Type) -> bool {
    // What stands in a list or a map has a size of its own.
    if !matches!(ty, Type::Named(_) | Type::Nullable(_)) {
        return false;
    }
    let in_place = types::tokens(major, None, ty, Texts::Owned);
    let in_field = types::tokens(major, Some(owner), ty, Texts::Owned);
    in_place.to_string() != in_field.to_string()
}

/// Whether the constructor of a struct asks for a field.
pub(crate) fn is_given(major: &Major, field: &Field) -> bool {
    structs::fields_name(major, "", slice::from_ref(field)).is_some()
}

/// Whether a type has a twin that borrows its texts.
pub(crate) fn has_twin(major: &Major, ty: &TypeDef) -> bool {
    // Most types hold no texts, and it takes long to find each of them by its name.
    major.holding_texts.contains(&ty.name) && types::has_twin(major, &ty.name)
}

/// The name of the twin of a type.
pub(crate) fn twin(name: &str) -> String {
    types::borrowed_name(name)
}

/// The variant of a member of an open set, or of an event.
pub(crate) fn open_variant(member: &str) -> String {
    idents::open_variant(member).to_string()
}
