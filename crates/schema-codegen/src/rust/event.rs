//! The envelope: `Event<D>`, the choice of payloads, and what makes a type a payload.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Envelope, EnvelopeField, EnvelopeRole, Event, Major, Type};

use super::{docs, idents, structs};

/// What this module makes in every major version that has an envelope.
pub(super) const NAMES: &[&str] = &["Data", "Event", "EventFields", "UnknownEvent"];

/// What it makes there for itself.
pub(super) const PRIVATE_NAMES: &[&str] = &["EventVisitor", "Field"];

/// Functions of the runtime that are called beside variables named after fields.
const FUNCTIONS: &[&str] = &["read_field", "require"];

/// The items of the envelope.
pub(super) fn items(major: &Major, envelope: &Envelope) -> Vec<TokenStream> {
    let fields: Vec<_> = envelope
        .fields
        .iter()
        .map(|field| field.field.clone())
        .collect();
    let item = match structs::convert(major, "Event", &fields) {
        Ok(item) => item,
        Err(error) => return vec![quote! { compile_error!(#error); }],
    };
    let parts: Vec<Part<'_>> = item
        .fields
        .iter()
        .zip(&envelope.fields)
        .filter_map(|(converted, field)| {
            Some(Part {
                field,
                ident: converted.ident.clone()?,
                ty: converted.ty.clone(),
            })
        })
        .collect();
    let find = |role| parts.iter().find(|part| part.field.role == role);
    // Lowering has refused an envelope without these.
    let (Some(event_type), Some(payload)) =
        (find(EnvelopeRole::EventType), find(EnvelopeRole::Payload))
    else {
        return Vec::new();
    };
    let Type::Named(set) = &event_type.field.field.ty else {
        return Vec::new();
    };
    let generator = Generator {
        major,
        parts: &parts,
        event_type,
        payload,
        schema_ref: find(EnvelopeRole::SchemaRef),
        set: format_ident!("{set}"),
    };
    let mut items = generator.structs(envelope);
    items.extend(generator.methods());
    items.extend(generator.serialize());
    items.extend(generator.deserialize());
    items.extend(generator.event_set());
    items.extend(generator.data());
    items
}

/// A field of the envelope in Rust.
struct Part<'a> {
    field: &'a EnvelopeField,
    ident: Ident,
    ty: syn::Type,
}

impl Part<'_> {
    fn name(&self) -> &str {
        &self.field.field.name
    }

    fn docs(&self) -> TokenStream {
        docs::of(&self.field.field.description, self.name())
    }

    fn is(&self, role: EnvelopeRole) -> bool {
        self.field.role == role
    }

    fn is_required(&self) -> bool {
        self.field.field.required
    }

    /// The variable that holds the field while an event is read.
    fn local(&self) -> Ident {
        idents::other_than(FUNCTIONS, &self.ident.to_string())
    }

    /// The type of the value, without the `Option` around an optional field.
    fn inner(&self) -> TokenStream {
        let ty = &self.ty;
        match (self.is_required(), ty) {
            (false, syn::Type::Path(path)) => {
                let arguments = path.path.segments.last().map(|segment| &segment.arguments);
                match arguments {
                    Some(syn::PathArguments::AngleBracketed(inner)) => {
                        let inner = &inner.args;
                        quote! { #inner }
                    }
                    _ => quote! { #ty },
                }
            }
            _ => quote! { #ty },
        }
    }
}

struct Generator<'a> {
    major: &'a Major,
    parts: &'a [Part<'a>],
    event_type: &'a Part<'a>,
    payload: &'a Part<'a>,
    schema_ref: Option<&'a Part<'a>>,
    /// The type of the field that names the event's type.
    set: Ident,
}

impl Generator<'_> {
    fn bound(&self) -> TokenStream {
        let set = &self.set;
        quote! { Payload<EventType = #set> }
    }

    /// The type of the field that names the schema; one without values if there is no such field.
    fn schema_ref_type(&self) -> TokenStream {
        self.schema_ref.map_or(quote! { Never }, Part::inner)
    }

    /// The fields of the struct: all but the event's type, which the payload tells.
    fn stored(&self) -> impl Iterator<Item = &Part<'_>> {
        self.parts
            .iter()
            .filter(|part| !part.is(EnvelopeRole::EventType))
    }

    fn structs(&self, envelope: &Envelope) -> Vec<TokenStream> {
        let docs = docs::of(&envelope.description, "Event");
        let fields = self.stored().map(|part| {
            let (docs, ident, ty) = (part.docs(), &part.ident, &part.ty);
            match part.field.role {
                EnvelopeRole::Payload => quote! { #docs pub #ident: D },
                EnvelopeRole::SchemaRef => quote! {
                    /// Kept for events of unknown types; else the payload tells it.
                    #ident: #ty
                },
                _ => quote! { #docs pub #ident: #ty },
            }
        });
        let given = self.given().map(|part| {
            let (docs, ident, ty) = (part.docs(), &part.ident, &part.ty);
            if part.is(EnvelopeRole::Payload) {
                quote! { #docs pub #ident: D }
            } else {
                quote! { #docs pub #ident: #ty }
            }
        });
        vec![
            quote! {
                #docs
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub struct Event<D = Data> { #(#fields),* }
            },
            quote! {
                /// The fields of an [`Event`] that its writer gives; the others follow from the payload.
                #[derive(Clone, Debug, PartialEq)]
                pub struct EventFields<D> { #(#given),* }
            },
        ]
    }

    /// The fields that a writer gives.
    fn given(&self) -> impl Iterator<Item = &Part<'_>> {
        self.stored().filter(|part| match part.field.role {
            EnvelopeRole::Plain => part.is_required(),
            EnvelopeRole::Payload => true,
            _ => false,
        })
    }

    fn methods(&self) -> Vec<TokenStream> {
        let bound = self.bound();
        let made = self.stored().map(|part| {
            let (ident, ty) = (&part.ident, part.inner());
            let value = match part.field.role {
                EnvelopeRole::Version => Some(quote! { #ty(D::VERSION.to_owned()) }),
                EnvelopeRole::SchemaRef => Some(quote! { #ty(D::SCHEMA_REF.to_owned()) }),
                _ => None,
            };
            match (value, part.is_required()) {
                (Some(value), true) => quote! { #ident: #value },
                (Some(value), false) => quote! { #ident: Some(#value) },
                (None, true) => quote! { #ident: fields.#ident },
                (None, false) => quote! { #ident: None },
            }
        });
        let moved = self.stored().map(|part| {
            let ident = &part.ident;
            match part.is(EnvelopeRole::Payload) {
                true => quote! { #ident: change(self.#ident) },
                false => quote! { #ident: self.#ident },
            }
        });
        let set = &self.set;
        let payload = &self.payload.ident;
        let type_docs = self.event_type.docs();
        let schema_ref = self.schema_ref.map(|part| {
            let (docs, ident) = (part.docs(), &part.ident);
            if part.is_required() {
                quote! {
                    #docs
                    #[must_use]
                    pub fn schema_ref(&self) -> &str {
                        let known = self.#payload.event_type().schema_ref();
                        known.unwrap_or(self.#ident.as_str())
                    }
                }
            } else {
                quote! {
                    #docs
                    #[must_use]
                    pub fn schema_ref(&self) -> Option<&str> {
                        let named = self.#ident.as_ref()?;
                        let known = self.#payload.event_type().schema_ref();
                        Some(known.unwrap_or(named.as_str()))
                    }
                }
            }
        });
        vec![
            quote! {
                impl<D: KnownPayload> Event<D> {
                    /// Makes an event to be sent. What depends on the payload is filled in: the event's
                    /// type, and the schema that describes it.
                    #[must_use]
                    pub fn new(fields: EventFields<D>) -> Self {
                        Self { #(#made),* }
                    }
                }
            },
            quote! {
                impl<D: #bound> Event<D> {
                    /// Reads the body of a delivery.
                    ///
                    /// # Errors
                    ///
                    /// If the body is not JSON, or not an event that the schema accepts. The error names
                    /// the field, the line and the column.
                    pub fn from_slice(body: &[u8]) -> Result<Self, Error> {
                        schema_runtime::from_slice(body)
                    }

                    #type_docs
                    #[must_use]
                    pub fn event_type(&self) -> #set {
                        self.#payload.event_type()
                    }

                    #schema_ref

                    /// Changes the payload: `event.map_payload(Data::from)` forgets which one it is.
                    #[must_use]
                    pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> Event<T> {
                        Event { #(#moved),* }
                    }
                }
            },
            quote! {
                impl<D: #bound> FromStr for Event<D> {
                    type Err = Error;

                    fn from_str(body: &str) -> Result<Self, Error> {
                        schema_runtime::from_str(body)
                    }
                }
            },
        ]
    }

    fn serialize(&self) -> Vec<TokenStream> {
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

    fn deserialize(&self) -> Vec<TokenStream> {
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
    fn unused(&self, name: &str) -> Ident {
        let mut ident = format_ident!("{name}");
        while self.parts.iter().any(|part| part.ident == ident) {
            ident = format_ident!("{ident}_");
        }
        ident
    }

    fn event_set(&self) -> Vec<TokenStream> {
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
    fn variants(&self) -> (Vec<Ident>, Vec<Ident>) {
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

    fn data(&self) -> Vec<TokenStream> {
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
pub(super) fn payload_items(major: &Major, event: &Event) -> Vec<TokenStream> {
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
