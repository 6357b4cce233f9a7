// @generated from words/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Words.
//!
//! [`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:
//!
//! - [`TheWordAll`], `all`: The word all.
//! - [`TheWordCrateFnMatch`], `crate.fn.match`: The word crate.fn.match.
//! - [`TheWordEvent`], `event`: The word event.
//! - [`TheWordMod`], `mod`: The word mod.
//! - [`TheWordSchemas`], `schemas`: The word schemas.
//! - [`TheWordSelf`], `self`: The word self.
//! - [`TheWordType`], `type`: The word type.
//! - [`TheWordUnknown`], `unknown`: The word unknown.

mod all;
mod crate_fn_match;
mod event;
mod event_;
mod json_schema;
mod mod_;
mod schemas_;
mod self_;
mod type_;
mod unknown;

pub mod schemas;

schema_runtime::test_util! {
    pub mod samples;
}

pub use self::{
    all::TheWordAll,
    crate_fn_match::TheWordCrateFnMatch,
    event::{Data, Event, EventType, Handler, Revision, SchemaRef, Shared, UnknownEvent},
    event_::TheWordEvent,
    mod_::TheWordMod,
    schemas_::TheWordSchemas,
    self_::TheWordSelf,
    type_::TheWordType,
    unknown::TheWordUnknown,
};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::event::{DataRef, EventRef, UnknownEventRef};
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::event::{EventFields, SharedFields};
}
