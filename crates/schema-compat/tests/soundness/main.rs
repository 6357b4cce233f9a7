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
mod breaking_pairs;
mod documented_cases;
mod drafts;
mod edges;
mod limits;
mod mixed;
mod names;
mod numbers;
mod overlaps;
mod recursion;
mod schema_edits;
mod shrink;
mod strings;
mod subschemas;
mod tagged;
mod tolerant;
mod unions;
#[path = "../validators/mod.rs"]
mod validators;
mod verdict_check;
