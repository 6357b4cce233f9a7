// @generated from words/v3 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 3 of Words.

mod event;
mod json_schema;

pub mod schemas;

pub use self::event::{
    Data, DataRef, Event, EventFields, EventRef, EventType, Revision, SchemaRef, UnknownEvent,
    UnknownEventRef,
};
