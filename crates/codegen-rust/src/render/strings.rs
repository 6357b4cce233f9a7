//! Strings that are more than text: constrained ones, closed sets and open sets.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use schema_codegen::model::{Text, TypeDef};

use super::{docs, idents, pattern};

/// Returns the newtype of a string with constraints. A `known` value needs neither a check nor a copy.
pub(super) fn text(ty: &TypeDef, text: &Text, known: &[&str]) -> Vec<TokenStream> {
    let name = format_ident!("{}", ty.name);
    let (docs, expected) = (docs::of(&ty.description, &ty.name), text.in_words());
    let (check, matcher) = check(text);
    let checked = quote! { Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned()))) };
    let (check, from_text) = match known {
        [] => (check, checked),
        _ => (
            quote! { matches!(text, #(#known)|*) || (#check) },
            quote! {
                match &*text {
                    #(#known => Some(Self(Cow::Borrowed(#known))),)*
                    _ => #checked,
                }
            },
        ),
    };
    let mut items = vec![
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct #name(Cow<'static, str>);
        },
        quote! {
            impl StringValue for #name {
                const EXPECTED: &'static str = #expected;

                fn accepts(text: &str) -> bool { #check }

                fn from_text(text: Cow<'_, str>) -> Option<Self> { #from_text }

                #[inline]
                fn as_str(&self) -> &str {
                    &self.0
                }
            }
        },
    ];
    items.extend((!matcher.is_empty()).then(|| quote! { impl #name { #matcher } }));
    items.push(quote! { schema_runtime::text_type!(#name); });
    items
}

/// Returns the enum of a closed set.
pub(super) fn closed_set(ty: &TypeDef, members: &[String]) -> Vec<TokenStream> {
    let name = format_ident!("{}", ty.name);
    let docs = docs::of(&ty.description, &ty.name);
    let variants: Vec<Ident> = members
        .iter()
        .map(|member| format_ident!("{}", idents::pascal(member)))
        .collect();
    let declared = declared(members, &variants);
    // A set with one member has a default, so that its value need not be given.
    let (default, marked) = match variants.len() {
        1 => (Some(quote! { Default, }), Some(quote! { #[default] })),
        _ => (None, None),
    };
    let from_text = arms(members, &variants);
    let expected = one_of(members);
    vec![
        quote! {
            #docs
            #[derive(Clone, Copy, Debug, #default PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum #name { #marked #declared }
        },
        quote! {
            impl #name {
                /// All members, in the order of the schema.
                pub const MEMBERS: &'static [Self] = &[#(Self::#variants),*];
            }
        },
        quote! {
            impl StringValue for #name {
                const EXPECTED: &'static str = #expected;

                fn accepts(text: &str) -> bool {
                    Self::from_text(Cow::Borrowed(text)).is_some()
                }

                fn from_text(text: Cow<'_, str>) -> Option<Self> {
                    match &*text { #from_text }
                }

                #[inline]
                fn as_str(&self) -> &str {
                    match self { #(Self::#variants => #members),* }
                }
            }
        },
        quote! { schema_runtime::string_type!(#name); },
    ]
}

/// Returns the enum of an open set, with a variant for strings that this version does not know.
pub(super) fn open_set(ty: &TypeDef, known: &[String], text: &Text) -> Vec<TokenStream> {
    let name = format_ident!("{}", ty.name);
    let docs = docs::of(&ty.description, &ty.name);
    let variants: Vec<Ident> = known
        .iter()
        .map(|member| idents::open_variant(member))
        .collect();
    let declared = declared(known, &variants);
    let known_body = match known {
        [] => quote! { None },
        _ => {
            let arms = arms(known, &variants);
            quote! { match text { #arms } }
        }
    };
    let known_argument = argument(known.is_empty());
    let expected = text.in_words();
    let (check, matcher) = check(text);
    let argument = argument(check.to_string() == "true");
    let matcher = (!matcher.is_empty()).then(|| quote! { impl #name { #matcher } });
    let mut items = vec![
        quote! {
            #docs
            ///
            /// The set grows: a member that this version does not know is kept in `Unknown`.
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #declared
                /// A member that this version does not know.
                Unknown(Unknown<Self>),
            }
        },
        quote! {
            impl #name {
                /// The members that this version knows, in the order of the schema.
                pub const MEMBERS: &'static [Self] = &[#(Self::#variants),*];
            }
        },
        quote! {
            impl OpenSet for #name {
                fn known(#known_argument: &str) -> Option<Self> { #known_body }
            }
        },
        quote! {
            impl StringValue for #name {
                const EXPECTED: &'static str = #expected;

                fn accepts(#argument: &str) -> bool { #check }

                fn from_text(text: Cow<'_, str>) -> Option<Self> {
                    Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
                }

                #[inline]
                fn as_str(&self) -> &str {
                    match self {
                        #(Self::#variants => #known,)*
                        Self::Unknown(unknown) => unknown.as_str(),
                    }
                }
            }
        },
    ];
    items.extend(matcher);
    items.push(quote! { schema_runtime::string_type!(#name); });
    items
}

/// Returns the name of an argument that may be unused.
fn argument(is_unread: bool) -> TokenStream {
    if is_unread {
        quote! { _text }
    } else {
        quote! { text }
    }
}

fn declared(members: &[String], variants: &[Ident]) -> TokenStream {
    let docs = members.iter().map(|member| docs::verbatim("", member, ""));
    quote! { #(#docs #variants,)* }
}

fn arms(members: &[String], variants: &[Ident]) -> TokenStream {
    quote! {
        #(#members => Some(Self::#variants),)*
        _ => None,
    }
}

/// Returns strings as a list in words: "`a`, `b` or `c`".
fn one_of(members: &[String]) -> String {
    let quoted: Vec<String> = members.iter().map(|member| format!("`{member}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// The condition on `text`, and the functions that it calls.
fn check(text: &Text) -> (TokenStream, TokenStream) {
    let is_ascii = text.pattern.as_ref().is_some_and(|(_, parsed)| {
        pattern::compile(parsed).is_ok_and(|machine| machine.is_ascii())
    });
    let count = match is_ascii {
        true => quote! { text.len() },
        false => quote! { text.chars().count() },
    };
    let number = |number: u64| Literal::u64_unsuffixed(number);
    let length = match (text.min_length, text.max_length) {
        (None, None) => None,
        (_, Some(0)) => Some(quote! { text.is_empty() }),
        (Some(min), Some(max)) if min == max => {
            let min = number(min);
            Some(quote! { #count == #min })
        }
        (Some(min), Some(max)) => {
            let (min, max) = (number(min), number(max));
            Some(quote! { (#min..=#max).contains(&#count) })
        }
        (Some(1), None) => Some(quote! { !text.is_empty() }),
        (Some(min), None) => {
            let min = number(min);
            Some(quote! { #count >= #min })
        }
        (None, Some(max)) => {
            let max = number(max);
            Some(quote! { #count <= #max })
        }
    };
    let matcher = text
        .pattern
        .as_ref()
        .map(|(source, parsed)| pattern::function(source, parsed));
    let condition = match (length, &matcher) {
        (None, None) => quote! { true },
        (Some(length), None) => length,
        (None, Some(_)) => quote! { Self::matches(text) },
        (Some(length), Some(_)) => quote! { #length && Self::matches(text) },
    };
    (condition, matcher.unwrap_or_default())
}
