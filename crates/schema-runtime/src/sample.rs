//! Values for tests of programs (feature `test-util`).

/// Expands to its items with the feature `test-util`, and to nothing without it. So the crate that contains generated
/// code needs no feature and no `cfg` for its samples.
#[cfg(feature = "test-util")]
#[macro_export]
macro_rules! test_util {
    ($($items:tt)*) => { $($items)* };
}

/// Expands to its items with the feature `test-util`, and to nothing without it.
#[cfg(not(feature = "test-util"))]
#[macro_export]
macro_rules! test_util {
    ($($items:tt)*) => {};
}

/// Reads an example.
///
/// # Panics
///
/// Panics if the example is not a valid `T`. Generated code is tested with each of its examples.
#[cfg(feature = "test-util")]
#[allow(clippy::panic, reason = "it is for tests, which fail by a panic")]
#[must_use]
pub fn sample<T: serde_core::de::DeserializeOwned>(text: &str) -> T {
    match crate::from_str(text) {
        Ok(value) => value,
        Err(error) => panic!("an example is not accepted: {error}"),
    }
}
