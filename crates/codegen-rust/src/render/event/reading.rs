//! Reading and writing an event in one pass.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use schema_codegen::model::EnvelopeRole;

use super::{Generator, Part, Strings, idents};

impl Generator<'_> {
    /// The functions that read bodies: of any event as functions of the type, so that its parameter need not be
    /// written; of a type of event by the trait.
    pub(super) fn readers(&self) -> Vec<TokenStream> {
        let (event, first, lifetime) = (self.event(), self.first(), self.strings.lifetime());
        let data = self.strings.name("Data");
        // With borrowed strings the body lives as long as they do.
        let (own, body) = match self.strings {
            Strings::Owned => (quote! { <'de> }, quote! { 'de }),
            Strings::Borrowed => (TokenStream::new(), quote! { 'a }),
        };
        let slice = match self.strings {
            Strings::Owned => quote! { &[u8] },
            Strings::Borrowed => quote! { &'a [u8] },
        };
        let bound = self.bound(&quote! { 'de });
        let reading = match self.strings {
            Strings::Owned => quote! { 'de },
            Strings::Borrowed => quote! { 'de: 'a, 'a },
        };
        vec![
            quote! {
                impl #lifetime #event<#first #data #lifetime> {
                    /// Reads the body of a delivery, with any event. To expect one type of event, import
                    /// [`ReadEvent`], and name its payload: `Event::<JobCompleted>::from_slice(body)`.
                    ///
                    /// # Errors
                    ///
                    /// If the body is not JSON, or not an event that the schema accepts. The error names
                    /// the field, the line and the column, and the event as far as it can be read.
                    // A whole reader is compiled where it is called.
                    #[inline]
                    pub fn from_slice(body: #slice) -> Result<Self, Error> {
                        schema_runtime::read_event(body, NAMES)
                    }

                    /// Reads newline-delimited bodies, one after the other. Empty lines are left out.
                    ///
                    /// # Errors
                    ///
                    /// Each item fails independently, as for [`from_slice`](Self::from_slice). Line numbers
                    /// refer to the whole input, and iteration continues after an error.
                    #[inline]
                    pub fn from_lines #own(bodies: &#body [u8]) -> Lines<#body, Self> {
                        Lines::new(bodies)
                    }
                }
            },
            quote! {
                impl<#reading, D: #bound> ReadEvent<'de> for #event<#first D> {
                    #[inline]
                    fn from_slice(body: &'de [u8]) -> Result<Self, Error> {
                        schema_runtime::read_event(body, NAMES)
                    }
                }
            },
            quote! {
                impl<#reading, D: #bound> TryFrom<&'de [u8]> for #event<#first D> {
                    type Error = Error;

                    fn try_from(body: &'de [u8]) -> Result<Self, Error> {
                        schema_runtime::read_event(body, NAMES)
                    }
                }
            },
        ]
    }

    /// The names by which an error tells which event it is about.
    pub(super) fn field_names(&self) -> TokenStream {
        let event_type = self.name_of(self.event_type);
        let id = match &self.envelope.id {
            Some(id) => quote! { Some(#id) },
            None => quote! { None },
        };
        let all_names = self.parts.iter().map(Part::name);
        let variants = self.field_variants();
        quote! {
            const NAMES: EventNames = EventNames { id: #id, event_type: #event_type };

            enum Field { #(#variants),* }

            impl Field {
                fn find(name: &str) -> Option<Self> {
                    match name {
                        #(#all_names => Some(Self::#variants),)*
                        _ => None,
                    }
                }
            }
        }
    }

    /// The variants of the names of fields.
    fn field_variants(&self) -> Vec<Ident> {
        let names = self.parts.iter().map(|part| idents::pascal(part.name()));
        names.map(|name| format_ident!("{name}")).collect()
    }

    pub(super) fn parsing(&self) -> TokenStream {
        let bound = self.bound(&quote! { 'de });
        quote! {
            impl<D: for<'de> #bound> FromStr for Event<D> {
                type Err = Error;

                fn from_str(body: &str) -> Result<Self, Error> {
                    schema_runtime::read_event(body.as_bytes(), NAMES)
                }
            }
        }
    }

    pub(super) fn serialize(&self) -> Option<TokenStream> {
        let (event, first) = (self.event(), self.first());
        let bound = self.bound(&TokenStream::new());
        let payload = self.payload()?;
        let count = Literal::usize_unsuffixed(self.parts.len());
        let optional: Vec<TokenStream> = self
            .stored()
            .filter(|part| !part.is_required())
            .map(|part| match part.field.role {
                EnvelopeRole::SchemaRef => quote! { schema_ref.is_none() },
                _ => {
                    let ident = &part.ident;
                    quote! { self.#ident.is_none() }
                }
            })
            .collect();
        let length = if optional.is_empty() {
            quote! { #count }
        } else {
            quote! { #count - absent }
        };
        let absent = (!optional.is_empty()).then(|| {
            quote! {
                let optional = [#(#optional),*];
                let absent = optional.iter().filter(|absent| **absent).count();
            }
        });
        let written = self.parts.iter().map(|part| {
            let (name, ident) = (part.name(), &part.ident);
            if let Some(value) = part.constant {
                return quote! { event.serialize_entry(#name, #value)?; };
            }
            match (part.field.role, part.is_required()) {
                (EnvelopeRole::EventType, _) => {
                    quote! { event.serialize_entry(#name, &event_type)?; }
                }
                (EnvelopeRole::SchemaRef, true) => {
                    let message = format!("an event of an unknown type needs its own `{name}`");
                    quote! {
                        match schema_ref {
                            Some(value) => event.serialize_entry(#name, value)?,
                            None => return Err(schema_runtime::serde::ser::Error::custom(#message)),
                        }
                    }
                }
                (EnvelopeRole::SchemaRef, false) => quote! {
                    if let Some(value) = schema_ref {
                        event.serialize_entry(#name, value)?;
                    }
                },
                (_, true) => quote! { event.serialize_entry(#name, &self.#ident)?; },
                (_, false) => quote! {
                    if let Some(value) = &self.#ident {
                        event.serialize_entry(#name, value)?;
                    }
                },
            }
        });
        let schema_ref = self.schema_ref().map(|part| {
            let ident = &part.ident;
            quote! { let schema_ref = self.#ident.path(event_type.schema_ref()); }
        });
        Some(quote! {
            impl<#first D: #bound> Serialize for #event<#first D> {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let event_type = self.#payload.event_type();
                    #schema_ref
                    #absent
                    let others = self.#payload.others();
                    let more = others.map_or(0, OtherMembers::len);
                    let mut event = serializer.serialize_map(Some(#length + more))?;
                    #(#written)*
                    if let Some(others) = others {
                        others.write(&mut event)?;
                    }
                    event.end()
                }
            }
        })
    }

    pub(super) fn deserialize(&self) -> Vec<TokenStream> {
        let (event, first) = (self.event(), self.first());
        let visitor = format_ident!("{event}Visitor");
        let bound = self.bound(&quote! { 'de });
        let reading = match self.strings {
            Strings::Owned => quote! { 'de },
            Strings::Borrowed => quote! { 'de: 'a, 'a },
        };
        // Deserializers that choose the order of fields read those first that select the type of the payload.
        let rank = |part: &&Part<'_>| match part.field.role {
            EnvelopeRole::EventType => 0,
            EnvelopeRole::SchemaRef => 1,
            _ => 2,
        };
        let mut ordered: Vec<&Part<'_>> = self.parts.iter().collect();
        ordered.sort_by_key(rank);
        let names = ordered.iter().map(|part| part.name());
        let variants = self.field_variants();
        let member = self.unused("member");
        let map = self.unused("map");
        let dispatch = self.unused("dispatch");
        let schema_ref = self.unused("schema_ref_field");
        let slots = self.parts.iter().filter_map(|part| match part.field.role {
            EnvelopeRole::EventType | EnvelopeRole::Payload | EnvelopeRole::SchemaRef => None,
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
                _ => match part.constant {
                    Some(value) => {
                        quote! { read_constant(&mut #local, #name, &[#value], &mut #map)? }
                    }
                    None => quote! { read_field(&mut #local, #name, &mut #map)? },
                },
            };
            quote! { Member::Known(Field::#variant) => #read, }
        });
        let (event_type_name, payload_name) =
            (self.name_of(self.event_type), self.name_of(self.payload));
        let payload = self.payload();
        let bound_ref = match self.schema_ref() {
            Some(_) => quote! { #schema_ref },
            None => quote! { _ },
        };
        let values = self.stored().map(|part| {
            let (name, ident, local) = (part.name(), &part.ident, part.local());
            match (part.field.role, part.is_required()) {
                (EnvelopeRole::Payload, _) => quote! { #ident },
                (EnvelopeRole::SchemaRef, true) => quote! { #ident: #schema_ref.require(#name)? },
                (EnvelopeRole::SchemaRef, false) => quote! { #ident: #schema_ref },
                (_, true) => quote! { #ident: require(#local, #name)? },
                (_, false) if local == *ident => quote! { #ident },
                (_, false) => quote! { #ident: #local },
            }
        });
        let checked = self.parts.iter().filter(|part| part.constant.is_some());
        let checked = checked.map(|part| {
            let (name, local) = (part.name(), part.local());
            quote! { require(#local, #name)?; }
        });
        let schema_ref_type = self.schema_ref_type();
        let marker = self.marker().map(|marker| quote! { #marker: PhantomData });
        vec![
            quote! {
                impl<#reading, D: #bound> Deserialize<'de> for #event<#first D> {
                    fn deserialize<T: Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
                        const FIELDS: &[&str] = &[#(#names),*];
                        let visitor = #visitor(PhantomData);
                        deserializer.deserialize_struct("Event", FIELDS, visitor)
                    }
                }
            },
            quote! { struct #visitor<#first D>(PhantomData<#event<#first D>>); },
            quote! {
                impl<#reading, D: #bound> Visitor<'de> for #visitor<#first D> {
                    type Value = #event<#first D>;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut #map: A) -> Result<Self::Value, A::Error> {
                        let mut #dispatch = Dispatch::<D, #schema_ref_type>::default();
                        #(#slots)*
                        while let Some(#member) = next_member(&mut #map, Field::find)? {
                            match #member {
                                #(#arms)*
                                Member::Other(name) => #dispatch.read_other(name, &mut #map)?,
                            }
                        }
                        let (#payload, #bound_ref) = #dispatch.finish(#event_type_name, #payload_name)?;
                        #(#checked)*
                        Ok(#event { #(#values,)* #marker })
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
