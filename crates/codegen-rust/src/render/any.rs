//! One reader for all major versions of a family.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use schema_registry::names;

use schema_codegen::model::{Envelope, EnvelopeRole};

use super::idents;
use crate::{PlannedFamily, plan::Plan};

/// The items of a family's root: a choice between the events of its major versions, and the trait that converts them.
pub(super) fn items(family: &PlannedFamily<'_>) -> Vec<TokenStream> {
    let majors: Vec<(&Plan, &Envelope)> = family
        .majors
        .iter()
        .filter_map(|major| Some((major, major.envelope.as_ref()?)))
        .collect();
    let Some((newest, older)) = majors.split_last() else {
        return Vec::new();
    };
    let newest = format_ident!("{}", newest.0.name);
    let modules: Vec<_> = majors
        .iter()
        .map(|(major, _)| format_ident!("{}", major.name))
        .collect();
    let variants: Vec<_> = majors
        .iter()
        .map(|(major, _)| format_ident!("{}", names::pascal(&major.name)))
        .collect();
    let numbers: Vec<_> = majors.iter().map(|(major, _)| number(major)).collect();
    let told = majors.iter().map(|(major, envelope)| {
        let field = |role| envelope.fields.iter().find(|part| part.role == role);
        let version = field(EnvelopeRole::Version).map(|part| &part.field.name);
        let version = match version {
            Some(name) => quote! { Some(#name) },
            None => quote! { None },
        };
        let schema_ref = field(EnvelopeRole::SchemaRef).zip(folder(major));
        let schema_ref = match schema_ref {
            Some((part, folder)) => {
                let name = &part.field.name;
                quote! { Some((#name, #folder)) }
            }
            None => quote! { None },
        };
        let major = number(major);
        quote! { MajorNames { major: #major, version: #version, schema_ref: #schema_ref } }
    });
    let docs: Vec<String> = modules
        .iter()
        .map(|module| format!(" An event of [`{module}`]."))
        .collect();
    let payloads = majors.iter().map(|(_, envelope)| {
        let mut fields = envelope.fields.iter();
        let payload = fields.find(|part| part.role == EnvelopeRole::Payload);
        let name = payload.map_or("data", |part| part.field.name.as_str());
        format_ident!("{}", idents::snake(name))
    });
    let other = variants.last();
    let body = match older.is_empty() {
        true => quote! { #newest::Event::from_slice(body).map(Self::#other) },
        false => {
            let from_newest = modules.iter().zip(&variants).rev().skip(1);
            let attempts = from_newest.map(|(module, variant)| {
                quote! { |body| #module::Event::from_slice(body).map(Self::#variant) }
            });
            quote! {
                match schema_runtime::told_major(body, MAJORS) {
                    #(Told::Major(#numbers) => #modules::Event::from_slice(body).map(Self::#variants),)*
                    Told::Major(_) | Told::Other => {
                        #newest::Event::from_slice(body).map(Self::#other)
                    }
                    Told::Nothing => {
                        let mut best = #newest::Event::from_slice(body).map(Self::#other);
                        let older: &[fn(&[u8]) -> Result<Self, Error>] = &[#(#attempts),*];
                        for read in older {
                            if best.as_ref().is_ok_and(Self::is_known) {
                                break;
                            }
                            match read(body) {
                                Ok(event) if best.is_err() || event.is_known() => best = Ok(event),
                                _ => {}
                            }
                        }
                        best
                    }
                }
            }
        }
    };
    let known = (!older.is_empty()).then(|| {
        quote! {
            /// Returns whether the major version knows the type of the event.
            fn is_known(&self) -> bool {
                match self { #(Self::#variants(event) => !event.#payloads.is_unknown()),* }
            }
        }
    });
    let mut items = vec![quote! {
        /// An event of any major version.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum AnyEvent {
            #(
                #[doc = #docs]
                #variants(#modules::Event),
            )*
        }
    }];
    items.extend((!older.is_empty()).then(|| {
        quote! { const MAJORS: &[MajorNames] = &[#(#told),*]; }
    }));
    items.push(quote! {
        impl AnyEvent {
            /// Reads the body of a delivery, as an event of the major version that it names.
            ///
            /// A body that names none is read as each of them, the newest first, until one accepts it and knows the type
            /// of the event. If none knows it, it is an event of the newest that accepts it.
            ///
            /// # Errors
            ///
            /// Returns an error if the body is not JSON, or if the schema of its major version rejects it. A body that
            /// names an unknown major version is read as the newest. If a body names none and all versions reject it,
            /// the error is that of the newest.
            #[inline]
            pub fn from_slice(body: &[u8]) -> Result<Self, Error> {
                #body
            }

            /// Reads newline-delimited bodies, one after the other, as [`from_slice`](Self::from_slice) does. Empty
            /// lines are left out.
            #[must_use]
            pub fn from_lines(bodies: &[u8]) -> Lines<'_, Self> {
                Lines::new(bodies)
            }

            /// Returns the major version.
            #[must_use]
            pub fn major(&self) -> u32 {
                match self { #(Self::#variants(_) => #numbers),* }
            }

            #known
        }
    });
    // A whole reader is compiled where it is called.
    items.push(quote! {
        impl ReadEvent<'_> for AnyEvent {
            #[inline]
            fn from_slice(body: &[u8]) -> Result<Self, Error> {
                Self::from_slice(body)
            }
        }
    });
    items.push(quote! {
        impl TryFrom<&[u8]> for AnyEvent {
            type Error = Error;

            #[inline]
            fn try_from(body: &[u8]) -> Result<Self, Error> {
                Self::from_slice(body)
            }
        }
    });
    items.push(quote! {
        impl FromStr for AnyEvent {
            type Err = Error;

            #[inline]
            fn from_str(body: &str) -> Result<Self, Error> {
                Self::from_slice(body.as_bytes())
            }
        }
    });
    items.push(quote! {
        impl Serialize for AnyEvent {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { #(Self::#variants(event) => event.serialize(serializer)),* }
            }
        }
    });
    items.extend(modules.iter().zip(&variants).map(|(module, variant)| {
        quote! {
            impl From<#module::Event> for AnyEvent {
                fn from(event: #module::Event) -> Self {
                    Self::#variant(event)
                }
            }
        }
    }));
    if !older.is_empty() {
        items.extend(lift(&modules, &variants));
    }
    items
}

/// The trait by which a program converts events into those of the next major version.
fn lift(modules: &[proc_macro2::Ident], variants: &[proc_macro2::Ident]) -> Vec<TokenStream> {
    let steps: Vec<_> = modules
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] => Some((format_ident!("{from}_to_{to}"), from, to)),
            _ => None,
        })
        .collect();
    let declared = steps.iter().map(|(method, from, to)| {
        let docs = format!(" Converts an event of [`{from}`] into one of [`{to}`].");
        quote! {
            #[doc = #docs]
            ///
            /// # Errors
            ///
            /// Returns an error if the next version does not have the event.
            fn #method(&mut self, event: #from::Event) -> Result<#to::Event, Self::Error>;
        }
    });
    let Some((_, _, newest)) = steps.last() else {
        return Vec::new();
    };
    let arms = variants.iter().enumerate().map(|(at, variant)| {
        let calls = steps.iter().skip(at).map(|(method, _, _)| {
            quote! { let event = lift.#method(event)?; }
        });
        quote! {
            Self::#variant(event) => { #(#calls)* Ok(event) }
        }
    });
    vec![
        quote! {
            /// Converts events to the next major version, so that a program only handles the newest one.
            pub trait Lift {
                /// The reason why an event cannot be converted.
                type Error;

                #(#declared)*
            }
        },
        quote! {
            impl AnyEvent {
                /// Converts to an event of the newest major version, step by step.
                ///
                /// # Errors
                ///
                /// The first error of a step.
                pub fn into_newest<L: Lift + ?Sized>(
                    self,
                    lift: &mut L,
                ) -> Result<#newest::Event, L::Error> {
                    match self { #(#arms)* }
                }
            }
        },
    ]
}

/// The number of a major version, from its name: `v1`.
fn number(major: &Plan) -> Literal {
    let digits = major.name.trim_start_matches('v');
    Literal::u32_unsuffixed(digits.parse().unwrap_or_default())
}

/// The folder of the schema paths of a major version, if they have the same folder.
fn folder(major: &Plan) -> Option<String> {
    let mut refs = major.events.iter().map(|event| event.schema_ref.as_str());
    let folder = |path: &str| {
        path.rfind('/')
            .map(|end| path.get(..=end).map(str::to_owned))
    };
    let first = folder(refs.next()?)??;
    refs.all(|path| path.starts_with(&first)).then_some(first)
}
