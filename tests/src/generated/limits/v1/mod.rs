// @generated from limits/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Values with limits.

mod event;
mod lists;
mod numbers;

pub mod schemas;

pub use self::{
    event::{Data, Event, EventEventType, EventFields, EventTagsItem, EventWeight, UnknownEvent},
    lists::{
        Line, LineFields, LineShape, Lists, ListsFields, ListsGridItemItem, ListsUniqueOpenItem,
        ListsUniqueSidesItem, Mark, MarkFields, MarkShape, Names, Point, PointFields, PointX,
        PointY, Shape, Slug, Tree, TreeFields, TreeLabel,
    },
    numbers::{
        Degrees, Numbers, NumbersAboveZero, NumbersAtMost, NumbersBelowZero, NumbersBoth,
        NumbersByNameValue, NumbersFields, NumbersFromZero, NumbersHalfClosed, NumbersHalfOpen,
        NumbersManyItem, NumbersMaybeShare, NumbersNegativeZero, NumbersNothing, NumbersOne,
        NumbersOpen, NumbersShare, NumbersTiny, NumbersWidest, NumbersWidestOpen,
    },
};
