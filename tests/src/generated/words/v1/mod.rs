// @generated from words/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Words.

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

pub use self::{
    all::{TheWordAll, TheWordAllFields, TheWordAllWord},
    crate_fn_match::{TheWordCrateFnMatch, TheWordCrateFnMatchFields, TheWordCrateFnMatchWord},
    event::{
        Data, Event, EventFields, EventType, Revision, SchemaRef, Shared, SharedFields,
        UnknownEvent,
    },
    event_::{TheWordEvent, TheWordEventFields, TheWordEventWord},
    mod_::{TheWordMod, TheWordModFields, TheWordModWord},
    schemas_::{TheWordSchemas, TheWordSchemasFields, TheWordSchemasWord},
    self_::{TheWordSelf, TheWordSelfFields, TheWordSelfWord},
    type_::{TheWordType, TheWordTypeFields, TheWordTypeWord},
    unknown::{TheWordUnknown, TheWordUnknownFields, TheWordUnknownWord},
};
