//! The choice of payloads, and what makes a type a payload.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{EnvelopeRole, Event, Major, Type};

use super::{Generator, docs, idents};

impl Generator<'_> {
    pub(super) fn event_set(&self) -> Vec<TokenStream> {
        let set = &self.set;
        let (variants, types) = self.variants();
        vec![quote! {
            impl EventSet for #set {
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
    pub(super) fn variants(&self) -> (Vec<Ident>, Vec<Ident>) {
        let events = self.major.events.iter();
        events
            .map(|event| {
                (
                    idents::open_variant(&event.event_type),
                    format_ident!("{}", event.payload),
                )
            })
            .unzip()
    }

    pub(super) fn data(&self) -> Vec<TokenStream> {
        let set = &self.set;
        let (variants, types) = self.variants();
        let variant_docs = self
            .major
            .events
            .iter()
            .map(|event| docs::of(&event.description, &event.event_type));
        let payload_docs = self.payload.docs();
        let mut items = vec![
            quote! {
                #payload_docs
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub enum Data {
                    #(
                        #variant_docs
                        #variants(#types),
                    )*
                    /// An event of a type that this version does not know.
                    Unknown(UnknownEvent),
                }
            },
            quote! {
                /// The payload of an event of a type that this version does not know.
                #[derive(Clone, Debug, PartialEq, Eq)]
                #[non_exhaustive]
                pub struct UnknownEvent {
                    /// The type of the event.
                    pub event_type: Unknown<#set>,
                    /// The payload as it came.
                    pub data: RawObject,
                }
            },
            quote! {
                impl Payload for Data {
                    type EventType = #set;
                    const EVENT_TYPE: Option<&'static str> = None;

                    fn event_type(&self) -> #set {
                        match self {
                            #(Self::#variants(_) => #set::#variants,)*
                            Self::Unknown(event) => #set::Unknown(event.event_type.clone()),
                        }
                    }

                    fn deserialize_as<'de, D>(event_type: &#set, deserializer: D) -> Result<Self, D::Error>
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
                                let data = RawObject::deserialize(deserializer)?;
                                Ok(Self::Unknown(UnknownEvent { event_type, data }))
                            }
                        }
                    }
                }
            },
            quote! {
                impl Serialize for Data {
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
                impl From<#ty> for Data {
                    fn from(data: #ty) -> Self {
                        Self::#variant(data)
                    }
                }
            }
        }));
        items
    }
}

/// What makes a type the payload of an event.
pub(in crate::rust) fn payload_items(major: &Major, event: &Event) -> Vec<TokenStream> {
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
    if let Some(set) = set {
        let variant = idents::open_variant(event_type);
        items.push(quote! {
            impl Payload for #name {
                type EventType = #set;
                const EVENT_TYPE: Option<&'static str> = Some(Self::EVENT_TYPE);

                fn event_type(&self) -> #set {
                    #set::#variant
                }

                fn deserialize_as<'de, D>(_: &#set, deserializer: D) -> Result<Self, D::Error>
                where
                    D: Deserializer<'de>,
                {
                    Deserialize::deserialize(deserializer)
                }
            }
        });
        items.push(quote! {
            impl KnownPayload for #name {
                const SCHEMA_REF: &'static str = Self::SCHEMA_REF;
                const VERSION: &'static str = Self::VERSION;
            }
        });
    }
    items
}
