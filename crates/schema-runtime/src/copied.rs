//! Copies of values whose strings are borrowed.

use serde_core::{de::DeserializeOwned, ser::Serialize};

use crate::{Error, from_str};

/// Converts a value to another type with the same JSON: from a type that borrows its strings to one that owns them.
/// The value is serialized and deserialized, so the copy is checked like any body.
///
/// # Errors
///
/// Returns an error if the value cannot be serialized, or `T` does not accept it.
///
/// # Examples
///
/// ```
/// use schema_runtime::{Borrowed, Uri, copied};
///
/// let borrowed = Borrowed::<Uri>::new("https://example.com/")?;
/// let owned: Uri = copied(&borrowed)?;
/// assert_eq!(owned.as_str(), "https://example.com/");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn copied<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, Error> {
    match serde_json::to_string(value) {
        Ok(text) => from_str(&text),
        Err(error) => Err(Error::unwritten(&error)),
    }
}
