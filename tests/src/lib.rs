//! Code that the tests of the whole repository share.

/// The samples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

pub mod generated {
    //! The code that is generated from `fixtures`.

    pub mod bare;
    /// The types of a fixture that keeps the first webhook events. Tests that name an event or a field use them, so
    /// they do not change with the schemas.
    #[allow(
        clippy::enum_variant_names,
        clippy::large_enum_variant,
        clippy::type_complexity,
        reason = "names, sizes and nesting are those of the schemas"
    )]
    pub mod frozen {
        include!(concat!(env!("OUT_DIR"), "/frozen/majors.rs"));

        /// The folder of the generated files.
        pub const FOLDER: &str = concat!(env!("OUT_DIR"), "/frozen");
    }
    pub mod limits;
    pub mod plain;
    pub mod shop;
    pub mod words;
}

mod outcome;
#[allow(
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a property that does not hold is a panic"
)]
pub mod properties;
#[allow(
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "a registry that cannot be read is a panic"
)]
pub mod registries;
#[allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot say that it is skipped has failed"
)]
pub mod skipped;
#[allow(
    clippy::unwrap_used,
    reason = "a folder that cannot be read is a panic"
)]
pub mod snapshots;
pub mod synthetic;
pub mod targets;
pub mod tool;
