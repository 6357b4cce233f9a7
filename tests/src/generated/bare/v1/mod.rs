// @generated from bare/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Bare events.
//!
//! [`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:
//!
//! - [`Ping`], `ping`: A sign of life.

mod event;
mod json_schema;
mod ping;

pub mod schemas;

schema_runtime::test_util! {
    pub mod samples;
}

pub use self::{
    event::{Data, Event, EventEventType, Handler, UnknownEvent},
    ping::Ping,
};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::{
        event::{DataRef, EventRef, UnknownEventRef},
        ping::PingRef,
    };
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::{event::EventFields, ping::PingFields};
}
