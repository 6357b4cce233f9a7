//! Verdicts on random pairs of schemas, kind by kind, compared with every document of a small domain.
//!
//! `COMPAT_RANDOM_PAIRS` is the number of pairs of each kind (default: 2,000; the gate uses 20,000). `COMPAT_SEED` is
//! the seed. `COMPAT_SHOW_UNDECIDED` prints the undecided pairs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod arrays;
mod change;
mod drafts;
mod edges;
mod judge;
mod limits;
mod mixed;
mod names;
mod numbers;
mod overlaps;
mod page;
mod parts;
mod recursion;
mod shrink;
mod strings;
mod table;
mod tagged;
mod tolerant;
mod unions;
#[path = "../validators/mod.rs"]
mod validators;
