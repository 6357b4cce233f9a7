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
    all::{TheWordAll, TheWordAllWord},
    crate_fn_match::{TheWordCrateFnMatch, TheWordCrateFnMatchWord},
    event::{
        Data, DataRef, Event, EventFields, EventRef, EventType, Revision, SchemaRef, Shared,
        SharedFields, UnknownEvent, UnknownEventRef,
    },
    event_::{TheWordEvent, TheWordEventWord},
    mod_::{TheWordMod, TheWordModWord},
    schemas_::{TheWordSchemas, TheWordSchemasWord},
    self_::{TheWordSelf, TheWordSelfWord},
    type_::{TheWordType, TheWordTypeWord},
    unknown::{TheWordUnknown, TheWordUnknownWord},
};
