// @generated from plain/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Plain events.

mod figure_drawn;
mod json_schema;
mod note;
mod outline;

pub mod schemas;

pub use self::{
    figure_drawn::{
        Circle, CircleFields, CircleShape, Figure, FigureDrawn, Group, GroupFields, GroupShape,
    },
    note::{Note, NoteFields, NoteRef, NoteTagsItem, NoteText},
    outline::{OutlineEntry, OutlineEntryFields, OutlineEntryRef},
};
