//! What holds of a manifest, an index and a schema that are published. `verify` and `fetch` ask the same, so that
//! nothing is fetched that `verify` has a finding about.

mod index;
mod manifest;
mod schema;

pub(crate) use self::{
    index::index,
    manifest::{Signed, manifest},
    schema::{schema, schema_within},
};

use crate::verify::Finding;

/// More findings about one list help no reader, and take memory.
const MOST: usize = 10_000;

/// Findings about one file after the other.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, path: &str, message: impl Into<String>) {
        let message = match self.0.len() {
            ..MOST => message.into(),
            MOST => "more is wrong, which is not listed".into(),
            _ => return,
        };
        self.0.push(Finding {
            path: path.to_owned(),
            message,
        });
    }
}
