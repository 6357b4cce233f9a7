//! Reading and writing an event in one pass.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::model::EnvelopeRole;

use super::{Generator, Part, idents};

impl Generator<'_> {
    pub(super) fn serialize(&self) -> Vec<TokenStream> {
        let bound = self.bound();
        let payload = &self.payload.ident;
        let count = Literal::usize_unsuffixed(self.parts.len());
        let optional: Vec<&Ident> = self
            .stored()
            .filter(|part| !part.is_required())
            .map(|part| &part.ident)
            .collect();
        let length = if optional.is_empty() {
            quote! { #count }
        } else {
            quote! { #count - absent }
        };
        let absent = (!optional.is_empty()).then(|| {
            quote! {
                let optional = [#(self.#optional.is_none()),*];
                let absent = optional.iter().filter(|absent| **absent).count();
            }
        });
        let written = self.parts.iter().map(|part| {
            let (name, ident) = (part.name(), &part.ident);
            match (part.field.role, part.is_required()) {
                (EnvelopeRole::EventType, _) => {
                    quote! { event.serialize_field(#name, &self.#payload.event_type())?; }
                }
                (EnvelopeRole::SchemaRef, true) => {
                    quote! { event.serialize_field(#name, self.schema_ref())?; }
                }
                (EnvelopeRole::SchemaRef, false) => quote! {
                    match self.schema_ref() {
                        Some(value) => event.serialize_field(#name, value)?,
                        None => event.skip_field(#name)?,
                    }
                },
                (_, true) => quote! { event.serialize_field(#name, &self.#ident)?; },
                (_, false) => quote! {
                    match &self.#ident {
                        Some(value) => event.serialize_field(#name, value)?,
                        None => event.skip_field(#name)?,
                    }
                },
            }
        });
        vec![quote! {
            impl<D: #bound> Serialize for Event<D> {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    #absent
                    let mut event = serializer.serialize_struct("Event", #length)?;
                    #(#written)*
                    event.end()
                }
            }
        }]
    }

    pub(super) fn deserialize(&self) -> Vec<TokenStream> {
        let bound = self.bound();
        // Where there is a choice, what chooses the type of the payload is read first.
        let rank = |part: &&Part<'_>| match part.field.role {
            EnvelopeRole::EventType => 0,
            EnvelopeRole::SchemaRef => 1,
            _ => 2,
        };
        let mut ordered: Vec<&Part<'_>> = self.parts.iter().collect();
        ordered.sort_by_key(rank);
        let names = ordered.iter().map(|part| part.name());
        let variants: Vec<String> = self
            .parts
            .iter()
            .map(|part| idents::pascal(part.name()))
            .collect();
        let taken: Vec<&str> = variants.iter().map(String::as_str).collect();
        let other = idents::other_than(&taken, "Other");
        let variants: Vec<Ident> = variants
            .iter()
            .map(|name| format_ident!("{name}"))
            .collect();
        let all_names = self.parts.iter().map(Part::name);
        let field = self.unused("field");
        let map = self.unused("map");
        let dispatch = self.unused("dispatch");
        let schema_ref = self.unused("schema_ref_field");
        let slots = self.stored().filter_map(|part| match part.field.role {
            EnvelopeRole::Payload | EnvelopeRole::SchemaRef => None,
            _ => {
                let local = part.local();
                Some(quote! { let mut #local = None; })
            }
        });
        let arms = self.parts.iter().zip(&variants).map(|(part, variant)| {
            let (name, local) = (part.name(), part.local());
            let read = match part.field.role {
                EnvelopeRole::EventType => quote! { #dispatch.read_event_type(#name, &mut #map)? },
                EnvelopeRole::SchemaRef => quote! { #dispatch.read_schema_ref(#name, &mut #map)? },
                EnvelopeRole::Payload => quote! { #dispatch.read_payload(#name, &mut #map)? },
                _ => quote! { read_field(&mut #local, #name, &mut #map)? },
            };
            quote! { Field::#variant => #read, }
        });
        let (event_type_name, payload_name) = (self.event_type.name(), self.payload.name());
        let payload = &self.payload.ident;
        let bound_ref = if self.schema_ref.is_some() {
            quote! { #schema_ref }
        } else {
            quote! { _ }
        };
        let values = self.stored().map(|part| {
            let (name, ident, local) = (part.name(), &part.ident, part.local());
            match (part.field.role, part.is_required()) {
                (EnvelopeRole::Payload, _) => quote! { #ident },
                (EnvelopeRole::SchemaRef, true) => quote! { #ident: require(#schema_ref, #name)? },
                (EnvelopeRole::SchemaRef, false) => quote! { #ident: #schema_ref },
                (_, true) => quote! { #ident: require(#local, #name)? },
                (_, false) if local == *ident => quote! { #ident },
                (_, false) => quote! { #ident: #local },
            }
        });
        let schema_ref_type = self.schema_ref_type();
        vec![
            quote! {
                #[derive(Deserialize)]
                #[serde(field_identifier)]
                enum Field {
                    #(
                        #[serde(rename = #all_names)]
                        #variants,
                    )*
                    #[serde(other)]
                    #other,
                }
            },
            quote! {
                impl<'de, D: #bound> Deserialize<'de> for Event<D> {
                    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
                        const FIELDS: &[&str] = &[#(#names),*];
                        deserializer.deserialize_struct("Event", FIELDS, EventVisitor(PhantomData))
                    }
                }
            },
            quote! { struct EventVisitor<D>(PhantomData<D>); },
            quote! {
                impl<'de, D: #bound> Visitor<'de> for EventVisitor<D> {
                    type Value = Event<D>;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an event")
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut #map: A) -> Result<Event<D>, A::Error> {
                        let mut #dispatch = Dispatch::<D, #schema_ref_type>::default();
                        #(#slots)*
                        while let Some(#field) = #map.next_key()? {
                            match #field {
                                #(#arms)*
                                Field::#other => {
                                    #map.next_value::<IgnoredAny>()?;
                                }
                            }
                        }
                        let (#payload, #bound_ref) = #dispatch.finish(#event_type_name, #payload_name)?;
                        Ok(Event { #(#values),* })
                    }
                }
            },
        ]
    }

    /// A name for a local variable that no field of the envelope has.
    pub(super) fn unused(&self, name: &str) -> Ident {
        let mut ident = format_ident!("{name}");
        while self.parts.iter().any(|part| part.ident == ident) {
            ident = format_ident!("{ident}_");
        }
        ident
    }
}
