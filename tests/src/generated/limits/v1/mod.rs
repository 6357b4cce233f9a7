// @generated from limits/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Values with limits.

mod event;
mod json_schema;
mod lists;
mod maps;
mod numbers;
mod texts;
mod tuples;

pub mod schemas;

pub use self::{
    event::{
        Data, DataRef, Event, EventEventType, EventFields, EventRef, EventWeight, Slug,
        UnknownEvent, UnknownEventRef,
    },
    lists::{
        Line, LineFields, LineShape, Lists, ListsFields, ListsGridItemItem, ListsRef,
        ListsUniqueOpenItem, ListsUniqueSidesItem, Mark, MarkFields, MarkShape, Names, Point,
        PointFields, PointX, PointY, Shape, Tree, TreeFields, TreeLabel, TreeRef,
    },
    maps::{
        Index, IndexValueItem, Key, Maps, MapsByLengthKey, MapsByOpenKey, MapsByPatternKey,
        MapsBySideKey, MapsFields, MapsRef, Nested, NestedFields, NestedRef, Spot, SpotFields,
        SpotX, SpotY,
    },
    numbers::{
        Degrees, Numbers, NumbersAboveZero, NumbersAtMost, NumbersBelowZero, NumbersBoth,
        NumbersByNameValue, NumbersFields, NumbersFromZero, NumbersHalfClosed, NumbersHalfOpen,
        NumbersManyItem, NumbersMaybeShare, NumbersNegativeZero, NumbersNothing, NumbersOne,
        NumbersOpen, NumbersRef, NumbersShare, NumbersTiny, NumbersWidest, NumbersWidestOpen,
    },
    texts::{Day, Texts, TextsFields, TextsRef},
    tuples::{
        BoxOf, BoxOfFields, BoxOfKind, BoxOfSides, Branch, Chain, Choice, Circle, CircleFields,
        CircleKind, CircleRadius, Span, SpotOf, SpotOfFields, Tuples, TuplesAnything, TuplesBoth,
        TuplesByLength, TuplesFields, TuplesHoles, TuplesInner, TuplesInnerItem2, TuplesLimited,
        TuplesLimitedItem1, TuplesLimitedItem2, TuplesLimitedItem4, TuplesLong, TuplesMaybe,
        TuplesPair, TuplesRef,
    },
};
