//! Copies of values whose texts are borrowed.

use serde_core::{de::DeserializeOwned, ser::Serialize};

use crate::{Error, from_str};

/// Another type's value of the same JSON: that of a type that borrows its texts, as one that owns them.
/// It is written and read again, so the copy is checked like any body.
///
/// # Errors
///
/// If the value cannot be written, or `T` does not accept it.
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
