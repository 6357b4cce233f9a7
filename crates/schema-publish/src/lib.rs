//! Publishes a registry as plain files, and verifies and fetches what was published.
//!
//! ```text
//! Registry ─site→ Site ─sign→ Publication ─plan→ Plan ─carry out→ folder or store
//!                                    folder, store or server ─verify→ Report
//!                                    folder, store or server ─fetch→ files and a lock
//! ```
//!
//! ```no_run
//! use schema_publish::{
//!     destination::{Destination, Use},
//!     publish::{Outcome, Publication},
//!     site,
//! };
//! use schema_registry::{load, resolve};
//!
//! let registry = resolve::resolve(load::load("schemas".as_ref(), "schemas")?);
//! let site = site::site(&registry, Vec::new()).map_err(|problems| format!("{problems:?}"))?;
//! let destination = Destination::open("public", None, Use::Writing)?;
//! let outcome = Publication::new(site, None)?.publish(&destination, &|_, _, _| {})?;
//! assert!(matches!(outcome, Outcome::Published(..)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants:
//! - Only what is released is published, and the same release gives the same bytes everywhere.
//! - A revision is created once and never written again. Every other file is replaced only if it still has the
//!   version that was read. There is no server of our own and no lock on a store, and the current day comes from
//!   the caller.
//! - Every published path is valid on every system, or nothing is written.
//! - Schemas are fetched to the paths of their events. A file that was not fetched before is never replaced.
//!   Nothing is written until everything is verified.
//! - Keys come from the caller, and are never shown.

mod catalog;
mod check;
pub mod claims;
pub mod destination;
mod error;
pub mod fetch;
pub mod index;
pub mod lock;
pub mod manifest;
mod parallel;
pub mod plan;
pub mod portable_path;
pub mod publish;
mod quote;
mod retry;
pub mod revision_path;
pub mod signature;
pub mod site;
pub mod temporary_file;
pub mod verify;

pub use error::Error;
