//! Decides whether one JSON Schema (the reader's) accepts every document that another (the writer's) allows, with
//! proof.
//!
//! [`compare`] reports a break only with a document that shows it, confirmed by the validators of both schemas as they
//! are written. It reports compatibility only with a proof. If it finds neither, the verdict is [`Verdict::Undecided`].
//!
//! Nothing is fetched and nothing is written. The same input gives the same verdict: no clock is read, and random
//! numbers have a fixed seed.

mod accepts;
mod algebra;
mod automata;
pub mod changes;
mod compare;
pub mod definition;
mod document;
mod ecma;
mod error;
mod format;
mod lower;
mod model;
mod number;
pub mod policy;
pub mod references;
pub mod revision_step;
mod rewrite;
mod sampling;
mod schema_check;
mod shrink;
mod solve;
mod undecided;
mod verdict;
mod walk;
pub mod worker;

pub use compare::{comparable, compare};
pub use error::Error;
pub use schema_check::check_schema;
pub use undecided::{Undecided, UndecidedCode};
pub use verdict::{Draft, Draft4Integers, Formats, Profile, Proof, Refusal, Settings, Verdict};
