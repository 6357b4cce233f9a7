//! The envelope: `Event<D>`, the enum of payloads, and the traits of payloads.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use schema_codegen::{
    markdown,
    model::{Envelope, EnvelopeField, EnvelopeRole, Type},
};

use super::{
    accessors, docs, idents, into_owned, structs,
    types::{self, Strings},
};
use crate::plan::Plan;

mod handler;
mod payloads;
mod reading;

pub(super) use payloads::payload_items;

/// The types that this module generates in every major version with an envelope.
pub(super) const OWN_NAMES: &[&str] = &["Data", "Event", "Handler", "UnknownEvent"];

/// The borrowed counterparts of these types.
pub(super) const TWINS: &[&str] = &["DataRef", "EventRef", "UnknownEventRef"];

/// The types with the required fields of constructors.
pub(super) const GIVEN: &[&str] = &["EventFields"];

/// The private items that it generates there.
pub(super) const PRIVATE_NAMES: &[&str] = &["EventRefVisitor", "EventVisitor", "Field", "NAMES"];

/// Functions of the runtime that are called beside variables named after fields.
const FUNCTIONS: &[&str] = &["next_member", "read_constant", "read_field", "require"];

/// The items of the envelope.
pub(super) fn items(major: &Plan, envelope: &Envelope) -> Vec<TokenStream> {
    let owned = Generator::new(major, envelope, Strings::Owned);
    let borrowed = Generator::new(major, envelope, Strings::Borrowed);
    let (owned, borrowed) = match (owned, borrowed) {
        (Ok(Some(owned)), Ok(Some(borrowed))) => (owned, borrowed),
        (Err(error), _) | (_, Err(error)) => return vec![quote! { compile_error!(#error); }],
        // Lowering has rejected an envelope without these fields.
        _ => return Vec::new(),
    };
    let mut items = owned.structs();
    items.extend(owned.constructor());
    items.extend(owned.methods());
    items.push(owned.parsing());
    items.extend(owned.serialize());
    items.push(owned.field_names());
    items.extend(owned.deserialize());
    items.extend(owned.event_set());
    items.extend(owned.data());
    items.extend(owned.handler());
    items.extend(borrowed.structs());
    items.extend(borrowed.methods());
    items.extend(borrowed.serialize());
    items.extend(borrowed.deserialize());
    items.extend(borrowed.data());
    items.extend(borrowed.copy());
    items.extend(borrowed.payload_copies());
    items
}

/// The revisions that events have now, if this is the type of the field that says it.
pub(super) fn revisions<'m>(major: &'m Plan, name: &str) -> Vec<&'m str> {
    let fields = major.envelope.iter().flat_map(|envelope| &envelope.fields);
    let is_version = fields.into_iter().any(|part| {
        part.role == EnvelopeRole::Version && part.field.ty == Type::Named(name.to_owned())
    });
    let mut revisions: Vec<&str> = match is_version {
        true => major
            .events
            .iter()
            .map(|event| event.revision.as_str())
            .collect(),
        false => Vec::new(),
    };
    revisions.sort_unstable();
    revisions.dedup();
    revisions
}

/// A field of the envelope in Rust.
struct Part<'a> {
    field: &'a EnvelopeField,
    ident: Ident,
    ty: syn::Type,
    /// The one value that it can have.
    constant: Option<&'a str>,
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
    major: &'a Plan,
    envelope: &'a Envelope,
    strings: Strings,
    parts: Vec<Part<'a>>,
    /// The indices of the parts with these roles.
    event_type: usize,
    payload: usize,
    /// The type of the field that names the event's type.
    set: Ident,
}

impl<'a> Generator<'a> {
    fn new(
        major: &'a Plan,
        envelope: &'a Envelope,
        strings: Strings,
    ) -> Result<Option<Self>, String> {
        let fields: Vec<_> = envelope
            .fields
            .iter()
            .map(|field| field.field.clone())
            .collect();
        let item = structs::convert(major, "Event", &fields, strings)?;
        let parts: Vec<Part<'_>> = item
            .fields
            .iter()
            .zip(&envelope.fields)
            .filter_map(|(converted, field)| {
                Some(Part {
                    field,
                    ident: converted.ident.clone()?,
                    ty: converted.ty.clone(),
                    constant: major.envelope_constant(field),
                })
            })
            .collect();
        let find = |role| parts.iter().position(|part| part.field.role == role);
        let (Some(event_type), Some(payload)) =
            (find(EnvelopeRole::EventType), find(EnvelopeRole::Payload))
        else {
            return Ok(None);
        };
        let set = parts.get(event_type).map(|part| &part.field.field.ty);
        let Some(Type::Named(set)) = set else {
            return Ok(None);
        };
        Ok(Some(Self {
            major,
            envelope,
            strings,
            set: format_ident!("{set}"),
            parts,
            event_type,
            payload,
        }))
    }

    /// Returns the bound of the type parameter for payloads.
    fn bound(&self, asked: &TokenStream) -> TokenStream {
        let set = &self.set;
        match asked.is_empty() {
            true => quote! { Payload<EventType = #set> },
            false => quote! { ReadPayload<#asked, EventType = #set> },
        }
    }

    /// The lifetime of borrowed strings as the first parameter, before that of the payload.
    fn first(&self) -> Option<TokenStream> {
        self.strings.lifetime().map(|_| quote! { 'a, })
    }

    fn event(&self) -> Ident {
        self.strings.name("Event")
    }

    fn part(&self, index: usize) -> Option<&Part<'a>> {
        self.parts.get(index)
    }

    fn name_of(&self, index: usize) -> &str {
        self.part(index).map_or("", Part::name)
    }

    /// The variable or field that holds the payload.
    fn payload(&self) -> Option<&Ident> {
        self.part(self.payload).map(|part| &part.ident)
    }

    fn schema_ref(&self) -> Option<&Part<'a>> {
        let mut parts = self.parts.iter();
        parts.find(|part| part.is(EnvelopeRole::SchemaRef))
    }

    /// The type of the field that names the schema; one without values if there is no such field.
    fn schema_ref_type(&self) -> TokenStream {
        self.schema_ref().map_or(quote! { Never }, Part::inner)
    }

    /// Returns the fields of the struct: all but the event's type, which the payload determines, and constants.
    fn stored(&self) -> impl Iterator<Item = &Part<'a>> {
        self.parts
            .iter()
            .filter(|part| !part.is(EnvelopeRole::EventType) && part.constant.is_none())
    }

    /// The field that uses the lifetime of borrowed strings, if no field of the envelope does.
    fn marker(&self) -> Option<Ident> {
        let mut around = self.stored().filter(|part| !part.is(EnvelopeRole::Payload));
        let is_used = self.strings == Strings::Owned
            || around.any(|part| self.major.borrows(&part.field.field.ty));
        (!is_used).then(|| self.unused("marker"))
    }

    /// The conversion of an event with borrowed strings.
    fn copy(&self) -> Vec<TokenStream> {
        let event = self.event();
        let fields = self.stored().map(|part| {
            let ident = &part.ident;
            let value = quote! { self.#ident };
            let value = match part.field.role {
                EnvelopeRole::Payload => quote! { IntoOwned::into_owned(#value) },
                EnvelopeRole::SchemaRef if self.schema_ref_borrows() => {
                    quote! { IntoOwned::into_owned(#value) }
                }
                EnvelopeRole::SchemaRef => value,
                _ => types::owned(self.major, &part.field.field.ty, value),
            };
            quote! { #ident: #value }
        });
        vec![
            quote! {
                impl<'a, D: IntoOwned> #event<'a, D> {
                    /// Converts to an event that owns its strings.
                    #[must_use]
                    pub fn into_owned(self) -> Event<D::Owned> {
                        Event { #(#fields),* }
                    }
                }
            },
            quote! {
                impl<'a, D: IntoOwned> IntoOwned for #event<'a, D> {
                    type Owned = Event<D::Owned>;

                    fn into_owned(self) -> Event<D::Owned> {
                        self.into_owned()
                    }
                }
            },
        ]
    }

    fn schema_ref_borrows(&self) -> bool {
        self.schema_ref()
            .is_some_and(|part| self.major.borrows(&part.field.field.ty))
    }

    fn structs(&self) -> Vec<TokenStream> {
        let (event, first, lifetime) = (self.event(), self.first(), self.strings.lifetime());
        let data = self.strings.name("Data");
        let is_owned = self.strings == Strings::Owned;
        let docs = match self.strings {
            Strings::Owned => {
                let docs = docs::of(&self.envelope.description, "Event");
                let fields = &self.envelope.fields;
                let constants = self.major.envelope_constants(fields);
                let constants = structs::constants_docs(constants);
                quote! { #docs #constants }
            }
            Strings::Borrowed => docs::counterpart("Event"),
        };
        let fields = self.stored().map(|part| {
            let (ident, ty) = (&part.ident, &part.ty);
            let docs = match self.strings {
                Strings::Owned => {
                    let (docs, stays) = (part.docs(), self.stays(part));
                    quote! { #docs #stays }
                }
                Strings::Borrowed => {
                    let line = format!(" See [`Event::{ident}`].");
                    quote! { #[doc = #line] }
                }
            };
            match part.field.role {
                EnvelopeRole::Payload => quote! { #docs pub #ident: D },
                EnvelopeRole::SchemaRef => {
                    let ty = part.inner();
                    quote! {
                        /// A text only of an event of an unknown type; else the payload tells it.
                        #ident: SchemaRefSlot<#ty>
                    }
                }
                _ => quote! { #docs pub #ident: #ty },
            }
        });
        let marker = self
            .marker()
            .map(|marker| quote! { #marker: PhantomData<&'a ()> });
        let mut items = vec![quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub struct #event<#first D = #data #lifetime> { #(#fields,)* #marker }
        }];
        let given = self.given().map(|part| {
            let (docs, ident, ty) = (part.docs(), &part.ident, &part.ty);
            if part.is(EnvelopeRole::Payload) {
                quote! { #docs pub #ident: D }
            } else {
                quote! { #docs pub #ident: #ty }
            }
        });
        items.extend(is_owned.then(|| {
            quote! {
                /// The fields of an [`Event`] that its writer sets; the others follow from the payload.
                #[derive(Clone, Debug, PartialEq)]
                pub struct EventFields<D> { #(#given),* }
            }
        }));
        items
    }

    /// Returns the note on the payload's field that the version does not change with it, if there is a version.
    fn stays(&self, part: &Part<'_>) -> Option<TokenStream> {
        let version = self
            .parts
            .iter()
            .find(|part| part.is(EnvelopeRole::Version));
        let version = version.filter(|_| part.is(EnvelopeRole::Payload))?;
        let line = format!(
            " If the payload is replaced, [{}](Self::{}) does not change.",
            markdown::code(version.name()),
            version.ident,
        );
        Some(quote! { #[doc = ""] #[doc = #line] })
    }

    /// The fields that a writer gives.
    fn given(&self) -> impl Iterator<Item = &Part<'a>> {
        self.stored().filter(|part| match part.field.role {
            EnvelopeRole::Plain => part.is_required(),
            EnvelopeRole::Payload => true,
            _ => false,
        })
    }

    fn constructor(&self) -> Vec<TokenStream> {
        let made = self.stored().map(|part| {
            let (ident, ty) = (&part.ident, part.inner());
            match (part.field.role, part.is_required()) {
                (EnvelopeRole::Version, true) => {
                    quote! { #ident: #ty(Cow::Borrowed(D::VERSION)) }
                }
                (EnvelopeRole::Version, false) => {
                    quote! { #ident: Some(#ty(Cow::Borrowed(D::VERSION))) }
                }
                (EnvelopeRole::SchemaRef, _) => quote! { #ident: SchemaRefSlot::Implied },
                (_, true) => quote! { #ident: fields.#ident },
                (_, false) => quote! { #ident: None },
            }
        });
        vec![quote! {
            impl<D: KnownPayload> Event<D> {
                /// Creates an event to be sent. The fields that depend on the payload are filled in: the
                /// event's type, and the schema that describes it.
                #[must_use]
                pub fn new(fields: EventFields<D>) -> Self {
                    Self { #(#made),* }
                }
            }
        }]
    }

    /// An event with the fields of `self`, and another payload.
    fn moved(&self, payload: &TokenStream) -> TokenStream {
        let event = self.event();
        let fields = self.stored().map(|part| {
            let ident = &part.ident;
            match part.is(EnvelopeRole::Payload) {
                true if *ident == payload.to_string() => quote! { #ident },
                true => quote! { #ident: #payload },
                false => quote! { #ident: self.#ident },
            }
        });
        let marker = self.marker().map(|marker| quote! { #marker: self.#marker });
        quote! { #event { #(#fields,)* #marker } }
    }

    fn methods(&self) -> Vec<TokenStream> {
        let (event, first, set) = (self.event(), self.first(), &self.set);
        let any = self.bound(&TokenStream::new());
        let Some(payload) = self.payload() else {
            return Vec::new();
        };
        let change = quote! { change(self.#payload) };
        let moved = self.moved(&change);
        let type_docs = self.part(self.event_type).map(Part::docs);
        let schema_ref = self.schema_ref().map(|part| {
            let (docs, ident) = (part.docs(), &part.ident);
            quote! {
                #docs
                #[must_use]
                pub fn schema_ref(&self) -> Option<&str> {
                    self.#ident.path(self.#payload.event_type().schema_ref())
                }
            }
        });
        let mut methods = self.readers();
        methods.push(quote! {
            impl<#first D: #any> #event<#first D> {
                #type_docs
                #[must_use]
                pub fn event_type(&self) -> #set {
                    self.#payload.event_type()
                }

                #schema_ref

                /// Converts the payload, for example to `Data` with `event.map_payload(Data::from)`.
                #[must_use]
                pub fn map_payload<T>(self, change: impl FnOnce(D) -> T) -> #event<#first T> {
                    #moved
                }
            }
        });
        methods
    }
}
