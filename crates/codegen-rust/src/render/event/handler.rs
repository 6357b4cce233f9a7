//! A trait with a method for each type of event, and one for all others.

use proc_macro2::TokenStream;
use quote::quote;

use schema_codegen::markdown;

use super::{Generator, accessors::Taken, idents};

impl Generator<'_> {
    pub(super) fn handler(&self) -> Vec<TokenStream> {
        let Some(payload) = self.payload() else {
            return Vec::new();
        };
        let (variants, types) = self.variants();
        let mut taken = Taken::of(["other"]);
        let methods: Vec<_> = self
            .major
            .events
            .iter()
            .map(|event| taken.free(idents::snake(&event.event_type)))
            .collect();
        let docs = self.major.events.iter().map(|event| {
            let event = markdown::code(&event.event_type);
            format!(" Handles {event}. Without a method of its own, [`other`](Self::other) does.")
        });
        let (moved, handler) = (self.moved(&quote! { #payload }), self.unused("handler"));
        vec![
            quote! {
                /// A program that handles events, with a method for each type of event that it knows. What it has no
                /// method for goes to [`other`](Self::other), which cannot be left out: events of later types, too.
                pub trait Handler {
                    /// What the methods return.
                    type Output;

                    /// Handles an event that no other method handles, or that this version does not know.
                    fn other(&mut self, event: Event) -> Self::Output;

                    #(
                        #[doc = #docs]
                        fn #methods(&mut self, event: Event<#types>) -> Self::Output {
                            self.other(event.map_payload(Data::#variants))
                        }
                    )*
                }
            },
            quote! {
                impl Event {
                    /// Calls the method of a handler for the type of this event.
                    pub fn handle<H: Handler + ?Sized>(self, #handler: &mut H) -> H::Output {
                        match self.#payload {
                            #(Data::#variants(#payload) => #handler.#methods(#moved),)*
                            #payload @ Data::Unknown(_) => #handler.other(#moved),
                        }
                    }
                }
            },
        ]
    }
}
