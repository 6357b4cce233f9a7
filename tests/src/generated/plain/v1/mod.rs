// @generated from plain/v1 by `cargo xtask codegen`. Changes made here are lost.

//! Major version 1 of Plain events.
//!
//! - [`FigureDrawn`], `figure.drawn`: A figure: a union at the top.
//! - [`Note`], `note`: A note that stands alone.
//! - [`OutlineEntry`], `outline`: An outline, by a definition.

mod figure_drawn;
mod json_schema;
mod note;
mod outline;

pub mod schemas;

schema_runtime::test_util! {
    pub mod samples;
}

pub use self::{
    figure_drawn::{Circle, Figure, FigureDrawn, Group},
    note::{Note, NoteTagsItem, NoteText},
    outline::OutlineEntry,
};

pub mod borrowed {
    //! The same types with strings that point into the body: they are read without a copy. `into_owned`
    //! converts to the types of the module above.
    pub use super::{note::NoteRef, outline::OutlineEntryRef};
}

pub mod new {
    //! The fields that the constructors of the types above ask for: each has to be given, by its name.
    pub use super::{
        figure_drawn::{CircleFields, GroupFields},
        note::NoteFields,
        outline::OutlineEntryFields,
    };
}
