//! The enum of payloads, and the items that make a type a payload.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use schema_codegen::model::{EnvelopeRole, Event, Type};

use super::{
    Generator, Part, Strings,
    accessors::{self, Taken, Variant},
    docs, idents, into_owned, types,
};
use crate::plan::Plan;

impl Generator<'_> {
    pub(super) fn event_set(&self) -> Vec<TokenStream> {
        let set = &self.set;
        let (variants, types) = self.variants();
        vec![quote! {
            impl EventSet for #set {
                #[inline]
                fn schema_ref(&self) -> Option<&'static str> {
                    match self {
                        #(Self::#variants => Some(#types::SCHEMA_REF),)*
                        Self::Unknown(_) => None,
                    }
                }
            }
        }]
    }

    /// The variants of the events, and the types of their payloads.
    pub(super) fn variants(&self) -> (Vec<Ident>, Vec<TokenStream>) {
        let events = self.major.events.iter();
        events
            .map(|event| {
                let payload = Type::Named(event.payload.clone());
                (
                    idents::open_variant(&event.event_type),
                    types::tokens(self.major, None, &payload, self.strings),
                )
            })
            .unzip()
    }

    pub(super) fn data(&self) -> Vec<TokenStream> {
        let set = &self.set;
        let (variants, types) = self.variants();
        let (data, unknown) = (self.strings.name("Data"), self.strings.name("UnknownEvent"));
        let (lifetime, reading) = (self.strings.lifetime(), self.strings.reading());
        let raw = types::tokens(self.major, None, &Type::Object, self.strings);
        let (kept, keep) = match self.strings {
            Strings::Owned => (
                quote! { 'static },
                quote! { event.others = others.into_owned(); },
            ),
            Strings::Borrowed => (quote! { 'a }, quote! { event.others = others; }),
        };
        // Without known events there is no other variant.
        let keep = match variants.is_empty() {
            true => quote! { let Self::Unknown(event) = self; #keep },
            false => quote! { if let Self::Unknown(event) = self { #keep } },
        };
        let variant_docs = self
            .major
            .events
            .iter()
            .map(|event| docs::of(&event.description, &event.event_type));
        let (data_docs, unknown_docs) = match self.strings {
            Strings::Owned => (
                self.part(self.payload).map(Part::docs),
                quote! {
                    /// The payload of an event of a type that this version does not know.
                },
            ),
            Strings::Borrowed => (
                Some(docs::counterpart("Data")),
                docs::counterpart("UnknownEvent"),
            ),
        };
        let names = self.major.events.iter().map(|event| &event.event_type);
        let known: Vec<Variant> = variants
            .iter()
            .zip(&types)
            .zip(names)
            .map(|((ident, holds), name)| Variant {
                ident: ident.clone(),
                name: name.clone(),
                holds: holds.clone(),
            })
            .collect();
        let other = Variant {
            ident: format_ident!("{}", idents::UNKNOWN),
            name: String::new(),
            holds: quote! { #unknown #lifetime },
        };
        let accessors = accessors::of_variants(&known, Some(&other), &mut Taken::default());
        let mut items = vec![
            quote! {
                #data_docs
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub enum #data #lifetime {
                    #(
                        #variant_docs
                        #variants(#types),
                    )*
                    /// An event of a type that this version does not know.
                    Unknown(#unknown #lifetime),
                }
            },
            quote! {
                impl #lifetime #data #lifetime { #(#accessors)* }
            },
            quote! {
                #unknown_docs
                #[derive(Clone, Debug, PartialEq, Eq)]
                #[non_exhaustive]
                pub struct #unknown #lifetime {
                    /// The type of the event.
                    pub event_type: Unknown<#set>,
                    /// The payload, unchanged.
                    pub data: #raw,
                    /// Those of another envelope could have the names of this one's fields.
                    others: OtherMembers<#kept>,
                }
            },
            quote! {
                impl #lifetime #unknown #lifetime {
                    /// Makes the payload of an event of a type that this version does not know.
                    #[must_use]
                    pub fn new(event_type: Unknown<#set>, data: #raw) -> Self {
                        Self { event_type, data, others: OtherMembers::default() }
                    }

                    /// Returns the fields of the envelope that this version does not know, unchanged.
                    #[must_use]
                    pub fn others(&self) -> &OtherMembers<#kept> {
                        &self.others
                    }
                }
            },
            quote! {
                impl #lifetime Payload for #data #lifetime {
                    type EventType = #set;
                    const EVENT_TYPE: Option<&'static str> = None;

                    #[inline]
                    fn event_type(&self) -> #set {
                        match self {
                            #(Self::#variants(_) => #set::#variants,)*
                            Self::Unknown(event) => #set::Unknown(event.event_type.clone()),
                        }
                    }

                    #[inline]
                    fn others(&self) -> Option<&OtherMembers<'_>> {
                        self.as_unknown().map(|event| &event.others)
                    }
                }
            },
            quote! {
                impl #reading ReadPayload<'de> for #data #lifetime {
                    fn deserialize_as<D>(event_type: &#set, deserializer: D) -> Result<Self, D::Error>
                    where
                        D: Deserializer<'de>,
                    {
                        match event_type {
                            #(
                                #set::#variants => {
                                    Deserialize::deserialize(deserializer).map(Self::#variants)
                                }
                            )*
                            #set::Unknown(event_type) => {
                                let event_type = event_type.clone();
                                let data = Deserialize::deserialize(deserializer)?;
                                Ok(Self::Unknown(#unknown::new(event_type, data)))
                            }
                        }
                    }

                    fn keep(&mut self, others: OtherMembers<'de>) {
                        #keep
                    }
                }
            },
            quote! {
                impl #lifetime Serialize for #data #lifetime {
                    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                        match self {
                            #(Self::#variants(data) => data.serialize(serializer),)*
                            Self::Unknown(event) => event.data.serialize(serializer),
                        }
                    }
                }
            },
        ];
        items.extend(variants.iter().zip(&types).map(|(variant, ty)| {
            quote! {
                impl #lifetime From<#ty> for #data #lifetime {
                    fn from(data: #ty) -> Self {
                        Self::#variant(data)
                    }
                }
            }
        }));
        items
    }
}

impl Generator<'_> {
    /// The conversions of payloads with borrowed strings.
    pub(super) fn payload_copies(&self) -> Vec<TokenStream> {
        let arms = self.major.events.iter().map(|event| {
            let variant = idents::open_variant(&event.event_type);
            let payload = Type::Named(event.payload.clone());
            let held = types::owned(self.major, &payload, quote! { data });
            quote! { Self::#variant(data) => Data::#variant(#held) }
        });
        let data = into_owned::item(
            &format_ident!("DataRef"),
            &format_ident!("Data"),
            &quote! {
                match self {
                    #(#arms,)*
                    Self::Unknown(event) => Data::Unknown(event.into_owned()),
                }
            },
        );
        let unknown = into_owned::item(
            &format_ident!("UnknownEventRef"),
            &format_ident!("UnknownEvent"),
            &quote! {
                UnknownEvent {
                    event_type: self.event_type,
                    data: self.data.into_owned(),
                    others: self.others.into_owned(),
                }
            },
        );
        [data, unknown].concat()
    }
}

/// Returns the items that make a type the payload of an event.
pub(in crate::render) fn payload_items(major: &Plan, event: &Event) -> Vec<TokenStream> {
    let name = format_ident!("{}", event.payload);
    let (event_type, schema_ref, version) = (&event.event_type, &event.schema_ref, &event.revision);
    let mut items = vec![quote! {
        impl #name {
            /// The type of the events that carry this payload.
            pub const EVENT_TYPE: &'static str = #event_type;

            /// The path of the schema that describes them.
            pub const SCHEMA_REF: &'static str = #schema_ref;

            /// The revision of that schema that this type is generated from.
            pub const VERSION: &'static str = #version;
        }
    }];
    let set = major.envelope.as_ref().and_then(|envelope| {
        let part = envelope
            .fields
            .iter()
            .find(|part| part.role == EnvelopeRole::EventType)?;
        match &part.field.ty {
            Type::Named(set) => Some(format_ident!("{set}")),
            _ => None,
        }
    });
    let Some(set) = set else { return items };
    let variant = idents::open_variant(event_type);
    let mut flavours = vec![Strings::Owned];
    flavours.extend(
        major
            .has_counterpart(&event.payload)
            .then_some(Strings::Borrowed),
    );
    for strings in flavours {
        let (counterpart, lifetime) = (strings.name(&event.payload), strings.lifetime());
        items.push(quote! {
            impl #lifetime Payload for #counterpart #lifetime {
                type EventType = #set;
                const EVENT_TYPE: Option<&'static str> = Some(#name::EVENT_TYPE);

                #[inline]
                fn event_type(&self) -> #set {
                    #set::#variant
                }
            }
        });
        items.push(quote! {
            impl #lifetime KnownPayload for #counterpart #lifetime {
                const SCHEMA_REF: &'static str = #name::SCHEMA_REF;
                const VERSION: &'static str = #name::VERSION;
            }
        });
    }
    items
}
