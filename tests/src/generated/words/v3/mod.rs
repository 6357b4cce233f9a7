// @generated from words/v3 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 3 of Words.
//!
//! [`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:
//!

mod event;
mod json_schema;

pub mod schemas;

pub use self::event::{Data, Event, EventType, Handler, Revision, SchemaRef, UnknownEvent};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::event::{DataRef, EventRef, UnknownEventRef};
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::event::EventFields;
}
