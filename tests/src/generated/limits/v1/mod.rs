// @generated from limits/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Values with limits.
//!
//! [`Event::from_slice`] reads the body of a delivery. What [`Event`] holds:
//!
//! - [`Lists`], `lists`: Lists with limits.
//! - [`Maps`], `maps`: Maps with limits.
//! - [`Numbers`], `numbers`: Numbers with bounds.
//! - [`Texts`], `texts`: Texts of formats.
//! - [`Tuples`], `tuples`: Tuples.

mod event;
mod json_schema;
mod lists;
mod maps;
mod numbers;
mod texts;
mod tuples;

pub mod schemas;

schema_runtime::test_util! {
    pub mod samples;
}

pub use self::{
    event::{Data, Event, EventEventType, EventWeight, Handler, Slug, UnknownEvent},
    lists::{
        Line, Lists, ListsGridItemItem, ListsUniqueOpenItem, ListsUniqueSidesItem, Mark, Names,
        Point, PointX, PointY, Shape, Tree, TreeLabel,
    },
    maps::{
        Index, IndexValueItem, Key, Maps, MapsByLengthKey, MapsByOpenKey, MapsByPatternKey,
        MapsBySideKey, Nested, Spot, SpotX, SpotY,
    },
    numbers::{
        Degrees, Numbers, NumbersAboveZero, NumbersAtMost, NumbersBelowZero, NumbersBoth,
        NumbersByNameValue, NumbersFromZero, NumbersHalfClosed, NumbersHalfOpen, NumbersManyItem,
        NumbersMaybeShare, NumbersNegativeZero, NumbersNothing, NumbersOne, NumbersOpen,
        NumbersShare, NumbersTiny, NumbersWidest, NumbersWidestOpen,
    },
    texts::{Day, Texts},
    tuples::{
        BoxOf, BoxOfSides, Branch, Chain, Choice, Circle, CircleRadius, Span, SpotOf, Tuples,
        TuplesAnything, TuplesBoth, TuplesByLength, TuplesHoles, TuplesInner, TuplesInnerItem2,
        TuplesLimited, TuplesLimitedItem1, TuplesLimitedItem2, TuplesLimitedItem4, TuplesLong,
        TuplesMaybe, TuplesPair,
    },
};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::{
        event::{DataRef, EventRef, UnknownEventRef},
        lists::{ListsRef, TreeRef},
        maps::{MapsRef, NestedRef},
        numbers::NumbersRef,
        texts::TextsRef,
        tuples::TuplesRef,
    };
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::{
        event::EventFields,
        lists::{LineFields, ListsFields, MarkFields, PointFields, TreeFields},
        maps::{MapsFields, NestedFields, SpotFields},
        numbers::NumbersFields,
        texts::TextsFields,
        tuples::{BoxOfFields, CircleFields, SpotOfFields, TuplesFields},
    };
}
