//! Judgements about published manifests, indexes and schemas. `verify` and `fetch` ask the same, so that nothing
//! is fetched that `verify` has a finding about.

mod index;
mod manifest;
mod schema;

pub(crate) use self::{
    index::index,
    manifest::{Signed, manifest},
    schema::schema,
};

use serde_json::Value;

use crate::verify::Finding;

/// Findings about one file after the other.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, path: &str, message: impl Into<String>) {
        self.0.push(Finding {
            path: path.to_owned(),
            message: message.into(),
        });
    }
}

/// Why a list is not one by our own schema of such lists: that of the publication can be anything.
fn why_invalid(bytes: &[u8], schema: &Value) -> Option<String> {
    let value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => return Some(format!("it is no JSON: {error}")),
    };
    let validator = match schema::validator(schema) {
        Ok(validator) => validator,
        Err(why) => return Some(why),
    };
    let error = validator.iter_errors(&value).next()?;
    let place = error.instance_path().to_string();
    Some(format!("its schema rejects it: {error}, at `{place}`"))
}
