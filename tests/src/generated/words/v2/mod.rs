// @generated from words/v2 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 2 of Words.

mod added;
mod event;
mod event_;
mod json_schema;
mod self_;
mod unknown;

pub mod schemas;

pub use self::{
    added::{TheWordAdded, TheWordAddedFields, TheWordAddedWord},
    event::{
        Data, DataRef, Event, EventFields, EventRef, EventType, Revision, SchemaRef, Shared,
        SharedFields, UnknownEvent, UnknownEventRef,
    },
    event_::{TheWordEvent, TheWordEventFields, TheWordEventWord},
    self_::{TheWordSelf, TheWordSelfFields, TheWordSelfWord},
    unknown::{TheWordUnknown, TheWordUnknownFields, TheWordUnknownWord},
};
