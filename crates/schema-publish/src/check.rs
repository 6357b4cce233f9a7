//! Checks of published manifests, indexes and schemas. `verify` and `fetch` share them, so that nothing is fetched
//! that `verify` reports.

mod index;
mod manifest;
mod schema;

pub(crate) use self::{
    index::index,
    manifest::{Signed, manifest},
    schema::schema,
};

use serde_json::Value;

use crate::{quote::quoted, verify::Finding};

/// The most findings about one list: more of them help no reader, and take memory.
const MOST: usize = 10_000;

/// Findings in the order in which they are made. After [`MOST`] of them, one more says that the rest is not listed.
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

/// Returns the reason why a list does not match this program's schema of such lists. The schema in the publication
/// is not used, because it can be anything.
fn why_invalid(list: &Value, schema: &Value) -> Option<String> {
    let validator = match schema::validator(schema) {
        Ok(validator) => validator,
        Err(error) => return Some(schema::not_alone(&error)),
    };
    let error = validator.iter_errors(list).next()?;
    let place = error.instance_path().to_string();
    Some(format!(
        "its schema rejects it: {}, at `{}`",
        quoted(&error.to_string()),
        quoted(&place)
    ))
}
