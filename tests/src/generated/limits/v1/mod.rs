// @generated from limits/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Values with limits.

mod event;
mod numbers;

pub mod schemas;

pub use self::{
    event::{Data, Event, EventEventType, EventFields, EventWeight, UnknownEvent},
    numbers::{
        Degrees, Numbers, NumbersAboveZero, NumbersAtMost, NumbersBelowZero, NumbersBoth,
        NumbersByNameValue, NumbersFields, NumbersFromZero, NumbersHalfClosed, NumbersHalfOpen,
        NumbersManyItem, NumbersMaybeShare, NumbersNegativeZero, NumbersNothing, NumbersOne,
        NumbersOpen, NumbersShare, NumbersTiny, NumbersWidest, NumbersWidestOpen,
    },
};
