// @generated from bare/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Bare events.

mod event;
mod json_schema;
mod ping;

pub mod schemas;

pub use self::{
    event::{Data, Event, EventEventType, EventFields, UnknownEvent},
    ping::{Ping, PingFields},
};
