// @generated from words/v2 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 2 of Words.
//!
//! [`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:
//!
//! - [`TheWordAdded`], `added`: The word added.
//! - [`TheWordEvent`], `event`: The word event.
//! - [`TheWordSelf`], `self`: The word self.
//! - [`TheWordUnknown`], `unknown`: The word unknown.

mod added;
mod event;
mod event_;
mod json_schema;
mod self_;
mod unknown;

pub mod schemas;

schema_runtime::test_util! {
    pub mod samples;
}

pub use self::{
    added::TheWordAdded,
    event::{Data, Event, EventType, Handler, Revision, SchemaRef, Shared, UnknownEvent},
    event_::TheWordEvent,
    self_::TheWordSelf,
    unknown::TheWordUnknown,
};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::event::{DataRef, EventRef, UnknownEventRef};
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::{
        added::TheWordAddedFields,
        event::{EventFields, SharedFields},
        event_::TheWordEventFields,
        self_::TheWordSelfFields,
        unknown::TheWordUnknownFields,
    };
}
