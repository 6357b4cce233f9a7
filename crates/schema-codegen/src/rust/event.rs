//! The envelope: `Event<D>`, the choice of payloads, and what makes a type a payload.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Envelope, EnvelopeField, EnvelopeRole, Major, Type};

use super::{docs, idents, structs};

mod payloads;
mod reading;

pub(super) use payloads::payload_items;

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
}
