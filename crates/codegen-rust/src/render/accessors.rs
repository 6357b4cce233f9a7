//! Methods of enums for the value of a variant, and for the fields that all variants have in common.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use schema_registry::names;

use schema_codegen::{
    markdown,
    model::{Field, Kind, Type, Union},
};

use super::{
    docs, idents,
    types::{self, Strings},
};
use crate::plan::Plan;

/// A variant that holds one value.
pub(super) struct Variant {
    pub(super) ident: Ident,
    /// The name of the event, or the value of the tag.
    pub(super) name: String,
    /// The type of the value.
    pub(super) holds: TokenStream,
}

/// Names that are taken in one scope.
pub(super) struct Taken(BTreeSet<String>);

impl Default for Taken {
    fn default() -> Self {
        // Methods that conflict with those of derived traits and of traits of the prelude.
        let names = [
            "clone",
            "eq",
            "ne",
            "fmt",
            "from",
            "into",
            "into_owned",
            "sample",
            "sample_event",
            "serialize",
        ];
        Self::of(names)
    }
}

impl Taken {
    pub(super) fn of<const COUNT: usize>(names: [&str; COUNT]) -> Self {
        Self(names.map(str::to_owned).into())
    }

    /// Returns a name that is not taken.
    pub(super) fn free(&mut self, name: String) -> Ident {
        let mut name = name;
        while !self.0.insert(name.clone()) {
            name.push('_');
        }
        format_ident!("{name}")
    }
}

/// Returns `is_…`, `as_…` and `into_…` of each variant, and of the variant for unknown values, if there is one.
pub(super) fn of_variants(
    variants: &[Variant],
    unknown: Option<&Variant>,
    taken: &mut Taken,
) -> Vec<TokenStream> {
    let is_only = variants.len() + usize::from(unknown.is_some()) == 1;
    let mut methods = Vec::new();
    for variant in variants {
        let mut name = names::snake(&variant.name);
        // The method has an underscore as its variant has, to differ from the one for unknown values.
        if variant.ident.to_string().ends_with('_') {
            name.push('_');
        }
        let what = format!("is {}", markdown::code(&variant.name));
        methods.push(of_variant(variant, &name, &what, is_only, taken));
    }
    methods.extend(unknown.map(|variant| {
        let what = "is of a type that this version does not know";
        of_variant(
            variant,
            &names::snake(idents::UNKNOWN),
            what,
            is_only,
            taken,
        )
    }));
    methods
}

fn of_variant(
    variant: &Variant,
    name: &str,
    what: &str,
    is_only: bool,
    taken: &mut Taken,
) -> TokenStream {
    let Variant { ident, holds, .. } = variant;
    let [is, as_ref, into] = ["is", "as", "into"].map(|verb| taken.free(format!("{verb}_{name}")));
    let is_docs = format!(" Returns whether this {what}.");
    let as_docs = format!(" Returns the payload if this {what}.");
    let into_docs = format!(" Converts to the payload if this {what}, and to nothing otherwise.");
    let body = match is_only {
        true => quote! { let Self::#ident(held) = self; Some(held) },
        false => quote! {
            match self {
                Self::#ident(held) => Some(held),
                _ => None,
            }
        },
    };
    quote! {
        #[doc = #is_docs]
        #[must_use]
        pub fn #is(&self) -> bool {
            matches!(self, Self::#ident(_))
        }

        #[doc = #as_docs]
        #[must_use]
        pub fn #as_ref(&self) -> Option<&#holds> { #body }

        #[doc = #into_docs]
        #[must_use]
        pub fn #into(self) -> Option<#holds> { #body }
    }
}

/// The tag, and the fields that every branch has with one type.
pub(super) fn of_shared(
    major: &Plan,
    union: &Union,
    strings: Strings,
    taken: &mut Taken,
) -> Vec<TokenStream> {
    let variants: Vec<Ident> = union
        .branches
        .iter()
        .map(|branch| format_ident!("{}", idents::pascal(&branch.tag)))
        .collect();
    let tags = union.branches.iter().map(|branch| &branch.tag);
    let tag = taken.free(idents::snake(&union.tag));
    let docs = docs::verbatim("Returns ", &union.tag, ", which tells the branches apart.");
    let mut methods = vec![quote! {
        #docs
        #[must_use]
        pub fn #tag(&self) -> &'static str {
            match self { #(Self::#variants(_) => #tags),* }
        }
    }];
    methods.extend(shared(major, union).into_iter().map(|field| {
        let name = idents::snake(&field.name);
        let (method, held) = (taken.free(name.clone()), format_ident!("{name}"));
        let ty = types::tokens(major, None, &field.ty, strings);
        let is_copied = is_copied(major, &field.ty);
        let returned = if is_copied {
            quote! { #ty }
        } else {
            quote! { &#ty }
        };
        let result = match field.required {
            true => returned,
            false => quote! { Option<#returned> },
        };
        let arms = union
            .branches
            .iter()
            .zip(&variants)
            .map(|(branch, variant)| {
                let value = quote! { held.#held };
                let value = match (field.required, is_copied) {
                    (_, true) => value,
                    (true, false) => quote! { &#value },
                    (false, false) if major.is_boxed(&branch.ty, &field.ty) => {
                        quote! { #value.as_deref() }
                    }
                    (false, false) => quote! { #value.as_ref() },
                };
                quote! { Self::#variant(held) => #value }
            });
        let docs = docs::verbatim("Returns ", &field.name, ", which every branch has.");
        quote! {
            #docs
            #[must_use]
            pub fn #method(&self) -> #result {
                match self { #(#arms),* }
            }
        }
    }));
    methods
}

/// The fields that every branch has with one type, as the first branch describes them. Those with one value are not
/// fields in Rust.
pub(crate) fn shared<'m>(major: &'m Plan, union: &Union) -> Vec<&'m Field> {
    let branches = union.branches.iter();
    let mut branches = branches.map(|branch| fields_of(major, &branch.ty));
    let first = branches.next().unwrap_or_default();
    let others: Vec<&[Field]> = branches.collect();
    let is_shared = |field: &&Field| {
        let alike = |other: &Field| {
            (&other.name, &other.ty, other.required) == (&field.name, &field.ty, field.required)
        };
        field.name != union.tag
            && major.constant(field).is_none()
            && others.iter().all(|fields| fields.iter().any(alike))
    };
    first.iter().filter(is_shared).collect()
}

/// The fields of a struct, by its name.
pub(super) fn fields_of<'m>(major: &'m Plan, ty: &str) -> &'m [Field] {
    match major.find(ty).map(|def| &def.kind) {
        Some(Kind::Struct(fields)) => fields,
        _ => &[],
    }
}

/// Reports whether a method returns a copy of a value instead of a reference.
fn is_copied(major: &Plan, ty: &Type) -> bool {
    match ty {
        Type::Uuid
        | Type::Date
        | Type::Ipv4
        | Type::Boolean
        | Type::Integer { .. }
        | Type::Multiple { .. }
        | Type::Number => true,
        Type::Named(name) => match major.find(name).map(|def| &def.kind) {
            Some(Kind::ClosedSet(_) | Kind::Number(_)) => true,
            // Lowering rejects aliases that contain themselves.
            Some(Kind::Alias(target)) => is_copied(major, target),
            _ => false,
        },
        _ => false,
    }
}
