//! Equality of values as JSON.

use std::{cmp::Ordering, net::Ipv4Addr};

use crate::{
    borrowed::Borrowed, date::Date, integer::Integer, primitive::Primitive, string::StringValue,
};

/// A type with an order in which two values are equal if, and only if, the JSON that they were read from is equal.
///
/// [`UniqueVec`](crate::UniqueVec) requires it. Not every type has such an order: two UUIDs that differ in letter
/// case are equal, but are different strings; two objects may differ in fields that a struct does not keep; two
/// integers beyond 64 bits may be the same [`Number`](crate::Number).
///
/// # Examples
///
/// ```
/// use std::cmp::Ordering;
///
/// use schema_runtime::{JsonOrd, Timestamp};
///
/// let zulu: Timestamp = "2024-01-01T00:00:00Z".parse()?;
/// let offset: Timestamp = "2024-01-01T00:00:00+00:00".parse()?;
/// assert_ne!(zulu.json_cmp(&offset), Ordering::Equal);
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
pub trait JsonOrd {
    /// Compares two values. The order of different values has no meaning.
    fn json_cmp(&self, other: &Self) -> Ordering;
}

impl JsonOrd for bool {
    fn json_cmp(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl<T: StringValue> JsonOrd for T {
    fn json_cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl JsonOrd for Date {
    fn json_cmp(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl JsonOrd for Ipv4Addr {
    fn json_cmp(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl<T> JsonOrd for Borrowed<'_, T> {
    fn json_cmp(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> JsonOrd
    for Integer<P, MIN, MAX, OF>
{
    fn json_cmp(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl<T: JsonOrd> JsonOrd for Option<T> {
    fn json_cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Some(one), Some(other)) => one.json_cmp(other),
            (one, other) => one.is_some().cmp(&other.is_some()),
        }
    }
}

impl<T: JsonOrd> JsonOrd for Vec<T> {
    fn json_cmp(&self, other: &Self) -> Ordering {
        slices(self, other)
    }
}

pub(crate) fn slices<T: JsonOrd>(one: &[T], other: &[T]) -> Ordering {
    let mut pairs = one.iter().zip(other);
    pairs
        .find_map(|(one, other)| Some(one.json_cmp(other)).filter(|order| order.is_ne()))
        .unwrap_or_else(|| one.len().cmp(&other.len()))
}
