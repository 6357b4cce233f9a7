//! Decides whether every document that one JSON Schema lets be written is read by another, with proof.
//!
//! [`compare`] never says that a change breaks without a document that shows it, confirmed by the
//! validators of both schemas as they are written, and never that it does not without a proof. What it
//! can neither prove nor refute is [`Verdict::Undecided`].
//!
//! Nothing is fetched, nothing is written, and the same input gives the same verdict: no clock, and
//! random numbers from one seed.

mod accepts;
mod algebra;
mod automata;
pub mod changes;
mod compare;
pub mod definition;
mod document;
mod format;
mod letter;
mod lower;
mod model;
mod number;
pub mod policy;
pub mod references;
mod rewrite;
mod search;
mod shrink;
mod solve;
mod sound;
pub mod step;
mod verdict;
mod walk;
pub mod worker;

pub use compare::{Objection, comparable, compare};
pub use sound::sound;
pub use verdict::{Draft, Draft4Integers, Formats, Profile, Proof, Refusal, Settings, Verdict};
