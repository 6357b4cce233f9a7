//! The primitive types that integers with bounds represent.

use std::{
    fmt::{Debug, Display},
    hash::Hash,
    ops::{Add, Div, Mul, Rem, Sub},
};

mod sealed {
    pub trait Sealed {}
}

/// A primitive type that an [`Integer`](crate::Integer) stands in for: `u8` to `u64`, and
/// `i8` to `i64`. No other type implements it.
pub trait Primitive:
    sealed::Sealed
    + Copy
    + Ord
    + Hash
    + Debug
    + Display
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Rem<Output = Self>
    + TryInto<i64>
{
    /// The least value.
    #[doc(hidden)]
    const LEAST: i64;

    /// The greatest value that an `i64` holds.
    #[doc(hidden)]
    const GREATEST: i64;

    /// Converts a value from `LEAST` to `GREATEST`.
    #[doc(hidden)]
    fn from_i64(value: i64) -> Self;
}

/// A primitive type whose values all fit into `T`.
///
/// Each implementation corresponds to one of `From` in the standard library. (The standard library could add others, so
/// that an implementation for each `Into` would exclude a checked `TryFrom` for the rest.)
#[diagnostic::on_unimplemented(
    message = "not every integer in `{Self}` fits into `{T}`",
    label = "may not fit into `{T}`",
    note = "`{T}::try_from` converts what fits"
)]
pub trait FitsIn<T>: Primitive {}

macro_rules! primitives {
    ($($primitive:ident fits in $($wider:ident)*;)*) => {$(
        impl sealed::Sealed for $primitive {}

        impl Primitive for $primitive {
            const LEAST: i64 = $primitive::MIN as i64;
            const GREATEST: i64 = if $primitive::MAX as u64 > i64::MAX as u64 {
                i64::MAX
            } else {
                $primitive::MAX as i64
            };

            #[inline]
            fn from_i64(value: i64) -> Self {
                // No value is beyond the primitive, by the contract.
                value as $primitive
            }
        }

        $(impl FitsIn<$wider> for $primitive {})*
    )*};
}

// All of them fit into `i64` and `i128`, because of the bounds.
primitives! {
    u8 fits in u8 u16 u32 u64 u128 usize i16 i32 isize;
    u16 fits in u16 u32 u64 u128 usize i32;
    u32 fits in u32 u64 u128;
    u64 fits in u64 u128;
    i8 fits in i8 i16 i32 isize;
    i16 fits in i16 i32 isize;
    i32 fits in i32;
    i64 fits in;
}
