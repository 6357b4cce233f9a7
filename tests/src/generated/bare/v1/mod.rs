// @generated from bare/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Bare events.

mod event;
mod json_schema;
mod ping;

pub mod schemas;

pub use self::{
    event::{
        Data, DataRef, Event, EventEventType, EventFields, EventRef, UnknownEvent, UnknownEventRef,
    },
    ping::{Ping, PingFields, PingRef},
};
