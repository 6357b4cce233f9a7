// @generated from limits by `cargo xtask codegen`. Changes made here are lost.

//! Values with limits, one module for each major version.

#![allow(
    clippy::enum_variant_names,
    clippy::large_enum_variant,
    clippy::type_complexity,
    reason = "names, sizes and nesting are those of the schemas"
)]

pub mod v1;
