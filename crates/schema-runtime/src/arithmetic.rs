//! Integers together with primitives: conversions, comparisons and arithmetic.
//!
//! Each integer has one primitive for arithmetic, so that the compiler infers the type of `0` in `let mut total =
//! 0` from `total += integer`, as it does for a primitive.

use std::{
    cmp::Ordering,
    iter::{Product, Sum},
    num::TryFromIntError,
    ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Rem, RemAssign, Sub, SubAssign},
};

use crate::{
    integer::Integer,
    integer_visitor,
    primitive::{FitsIn, Primitive},
    violation::Violation,
};

/// Compares an integer with a primitive of any size.
#[inline]
fn compare(one: i64, other: impl TryInto<i128>) -> Ordering {
    match other.try_into() {
        Ok(other) => i128::from(one).cmp(&other),
        // Only an `u128` can be beyond an `i128`.
        Err(_) => Ordering::Less,
    }
}

/// Implements checked conversion from primitive integers, and comparison with them.
macro_rules! beside {
    ($($primitive:ident)*) => {$(
        impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> TryFrom<$primitive>
            for Integer<P, MIN, MAX, OF>
        {
            type Error = Violation;

            fn try_from(value: $primitive) -> Result<Self, Violation> {
                integer_visitor::checked(value)
            }
        }

        impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> PartialEq<$primitive>
            for Integer<P, MIN, MAX, OF>
        {
            #[inline]
            fn eq(&self, other: &$primitive) -> bool {
                compare(self.as_i64(), *other).is_eq()
            }
        }

        impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64>
            PartialEq<Integer<P, MIN, MAX, OF>> for $primitive
        {
            #[inline]
            fn eq(&self, other: &Integer<P, MIN, MAX, OF>) -> bool {
                other == self
            }
        }

        impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> PartialOrd<$primitive>
            for Integer<P, MIN, MAX, OF>
        {
            #[inline]
            fn partial_cmp(&self, other: &$primitive) -> Option<Ordering> {
                Some(compare(self.as_i64(), *other))
            }
        }

        impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64>
            PartialOrd<Integer<P, MIN, MAX, OF>> for $primitive
        {
            #[inline]
            fn partial_cmp(&self, other: &Integer<P, MIN, MAX, OF>) -> Option<Ordering> {
                Some(compare(other.as_i64(), *self).reverse())
            }
        }
    )*};
}

beside! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// Implements conversion into a primitive that holds every value, sums and products.
macro_rules! fits {
    ($primitive:ident: $($fits:tt)*) => {
        fits! { @fold $primitive: Sum::sum $($fits)* }
        fits! { @fold $primitive: Product::product $($fits)* }

        impl<P: $($fits)*, const MIN: i64, const MAX: i64, const OF: i64>
            From<Integer<P, MIN, MAX, OF>> for $primitive
        {
            #[inline]
            fn from(value: Integer<P, MIN, MAX, OF>) -> Self {
                // The cast is lossless, since the value fits.
                value.as_i64() as $primitive
            }
        }
    };

    (@fold $primitive:ident: $trait:ident::$function:ident $($fits:tt)*) => {
        impl<P: $($fits)*, const MIN: i64, const MAX: i64, const OF: i64>
            $trait<Integer<P, MIN, MAX, OF>> for $primitive
        {
            fn $function<I: Iterator<Item = Integer<P, MIN, MAX, OF>>>(values: I) -> Self {
                values.map($primitive::from).$function()
            }
        }

        impl<'a, P: $($fits)*, const MIN: i64, const MAX: i64, const OF: i64>
            $trait<&'a Integer<P, MIN, MAX, OF>> for $primitive
        {
            fn $function<I: Iterator<Item = &'a Integer<P, MIN, MAX, OF>>>(values: I) -> Self {
                values.copied().map($primitive::from).$function()
            }
        }
    };
}

fits! { u8: FitsIn<u8> }
fits! { u16: FitsIn<u16> }
fits! { u32: FitsIn<u32> }
fits! { u64: FitsIn<u64> }
fits! { u128: FitsIn<u128> }
fits! { usize: FitsIn<usize> }
fits! { i8: FitsIn<i8> }
fits! { i16: FitsIn<i16> }
fits! { i32: FitsIn<i32> }
fits! { isize: FitsIn<isize> }
// The bounds are `i64`, so every value fits, whatever its primitive.
fits! { i64: Primitive }
fits! { i128: Primitive }

/// Converts an integer of at most 2<sup>53</sup>, which a double holds exactly. Others are a compile error.
impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> From<Integer<P, MIN, MAX, OF>>
    for f64
{
    #[inline]
    fn from(value: Integer<P, MIN, MAX, OF>) -> Self {
        const {
            let largest = 1 << 53;
            let fits = -largest <= MIN && MAX <= largest;
            assert!(fits, "a double cannot hold all values of the integer");
        };
        value.as_i64() as f64
    }
}

/// Implements checked conversion into the primitives without [`FitsIn`].
macro_rules! may_fit {
    ($($from:ident in $($primitive:ident)*;)*) => {$($(
        impl<const MIN: i64, const MAX: i64, const OF: i64> TryFrom<Integer<$from, MIN, MAX, OF>>
            for $primitive
        {
            type Error = TryFromIntError;

            #[inline]
            fn try_from(value: Integer<$from, MIN, MAX, OF>) -> Result<Self, TryFromIntError> {
                value.as_i64().try_into()
            }
        }
    )*)*};
}

may_fit! {
    u8 in i8;
    u16 in u8 i8 i16 isize;
    u32 in u8 u16 usize i8 i16 i32 isize;
    u64 in u8 u16 u32 usize i8 i16 i32 isize;
    i8 in u8 u16 u32 u64 u128 usize;
    i16 in u8 u16 u32 u64 u128 usize i8;
    i32 in u8 u16 u32 u64 u128 usize i8 i16 isize;
    i64 in u8 u16 u32 u64 u128 usize i8 i16 i32 isize;
}

/// Arithmetic with a primitive on the left.
macro_rules! left {
    ($($primitive:ident)*) => {$(
        left! { @operator $primitive Add::add }
        left! { @operator $primitive Sub::sub }
        left! { @operator $primitive Mul::mul }
        left! { @operator $primitive Div::div }
        left! { @operator $primitive Rem::rem }
        left! { @assign $primitive AddAssign::add_assign }
        left! { @assign $primitive SubAssign::sub_assign }
        left! { @assign $primitive MulAssign::mul_assign }
        left! { @assign $primitive DivAssign::div_assign }
        left! { @assign $primitive RemAssign::rem_assign }
    )*};

    (@operator $primitive:ident $trait:ident::$function:ident) => {
        impl<const MIN: i64, const MAX: i64, const OF: i64>
            $trait<Integer<$primitive, MIN, MAX, OF>> for $primitive
        {
            type Output = Self;

            #[inline]
            fn $function(self, other: Integer<$primitive, MIN, MAX, OF>) -> Self {
                self.$function(other.get())
            }
        }
    };

    (@assign $primitive:ident $trait:ident::$function:ident) => {
        impl<const MIN: i64, const MAX: i64, const OF: i64>
            $trait<Integer<$primitive, MIN, MAX, OF>> for $primitive
        {
            #[inline]
            fn $function(&mut self, other: Integer<$primitive, MIN, MAX, OF>) {
                self.$function(other.get());
            }
        }

        impl<const MIN: i64, const MAX: i64, const OF: i64>
            $trait<&Integer<$primitive, MIN, MAX, OF>> for $primitive
        {
            #[inline]
            fn $function(&mut self, other: &Integer<$primitive, MIN, MAX, OF>) {
                self.$function(other.get());
            }
        }
    };
}

left! { u8 u16 u32 u64 i8 i16 i32 i64 }

/// Arithmetic with a primitive on the right.
macro_rules! right {
    ($($trait:ident::$function:ident)*) => {$(
        impl<P: Primitive, const MIN: i64, const MAX: i64, const OF: i64> $trait<P>
            for Integer<P, MIN, MAX, OF>
        {
            type Output = P;

            #[inline]
            fn $function(self, other: P) -> P {
                self.get().$function(other)
            }
        }
    )*};
}

right! { Add::add Sub::sub Mul::mul Div::div Rem::rem }

/// Arithmetic of two integers, which may have different bounds.
macro_rules! both {
    ($($trait:ident::$function:ident)*) => {$(
        impl<
            P: Primitive,
            const MIN: i64, const MAX: i64, const OF: i64,
            const LEAST: i64, const MOST: i64, const STEP: i64,
        > $trait<Integer<P, LEAST, MOST, STEP>> for Integer<P, MIN, MAX, OF>
        {
            type Output = P;

            #[inline]
            fn $function(self, other: Integer<P, LEAST, MOST, STEP>) -> P {
                self.get().$function(other.get())
            }
        }
    )*};
}

both! { Add::add Sub::sub }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Multiple, U53};

    type Count = Integer<u16, 0, 1_000>;

    fn count(value: u16) -> Count {
        Count::new(value).unwrap()
    }

    #[test]
    fn integers_are_added_to_primitives() {
        let counts = [count(7), count(1_000)];
        assert_eq!(counts.iter().sum::<u64>(), 1_007);
        assert_eq!(counts.into_iter().sum::<i32>(), 1_007);
        let mut total = 1;
        total += count(2);
        total += &count(0);
        assert_eq!(total + count(3), 6_u16);
        assert_eq!(count(3) + total, 6);
        assert_eq!(f64::from(count(5)) / 2.0, 2.5);
    }

    #[test]
    fn the_primitive_of_a_literal_is_known() {
        let large = U53::try_from(5_000_000_000_i64).unwrap();
        let mut total = 0;
        total += large;
        total -= large - 1;
        assert_eq!(total, 1_u64);
        assert_eq!(size_of_val(&(large + 1)), 8);
        assert_eq!(1 + large, 5_000_000_001);
    }

    #[test]
    fn integers_are_operands_of_all_operators() {
        assert_eq!(5_u16 - count(3), 2);
        assert_eq!((count(7) * 2, 2 * count(7)), (14, 14));
        assert_eq!((count(7) / 2, 15 / count(7)), (3, 2));
        assert_eq!((count(7) % 2, 15 % count(7)), (1, 1));
        assert_eq!(count(7) - count(5), 2);
        assert_eq!(count(7) + Integer::<u16, 0, 9>::literal::<2>(), 9);
        let below = Integer::<i8, -5, 5>::literal::<-5>();
        assert_eq!((below - 1, below * below.get()), (-6, 25));
        let mut left = 10;
        left -= count(4);
        assert_eq!(left, 6);
        left *= count(7);
        left /= count(2);
        left %= count(8);
        assert_eq!(left, 5);
        assert_eq!([count(7), count(6)].iter().product::<u64>(), 42);
    }

    #[test]
    fn multiples_are_integers_too() {
        type Cents = Multiple<u8, 25, 0, 100>;
        let cents = Cents::new(75).unwrap();
        assert!(cents > 50 && cents == 75_u8);
        assert_eq!(u8::from(cents) + cents, 150);
        assert_eq!((cents + 1, cents - cents), (76, 0));
        assert_eq!([cents, cents].iter().sum::<u64>(), 150);
        assert!(Cents::try_from(30_u64).is_err());
        assert_eq!(Cents::literal::<25>(), 25);
        assert_eq!(
            (Cents::MIN, Cents::MAX),
            (Cents::literal::<0>(), Cents::literal::<100>())
        );
        type Odd = Multiple<i8, 7, -20, 20>;
        assert_eq!((Odd::MIN.get(), Odd::MAX.get()), (-14, 14));
        type Above = Multiple<u8, 7, 15, 20>;
        assert!((0..=255_u8).all(|value| Above::new(value).is_err()));
        assert!((0..=255_u8).all(|value| Multiple::<u8, 0, 0, 20>::new(value).is_err()));
        assert_eq!(Multiple::<i8, 7, 1, 20>::MIN.get(), 7);
    }

    #[test]
    fn integers_are_compared_with_primitives_of_any_size() {
        let negative = Integer::<i64, { i64::MIN }, -1>::new(-1).unwrap();
        assert!(negative < 0 && negative < 0_u64 && 0_u8 > negative);
        assert!(negative != u64::MAX && negative == -1_i128);
        assert!(negative < u128::MAX);
        assert!(u128::MAX > negative);
        assert!(negative != u128::MAX);
        let largest = Integer::<u64, 0, { i64::MAX }>::new(i64::MAX as u64).unwrap();
        assert!(largest < u64::MAX && largest == i64::MAX && largest > 255_u8);
        assert!(count(300) != 44_u8, "it is not cut");
    }

    #[test]
    fn any_primitive_is_checked() {
        assert_eq!(Count::try_from(1_000_u128), Count::new(1_000));
        assert!(Count::try_from(i128::MAX).is_err());
        assert!(Count::try_from(u128::MAX).is_err());
        assert!(Count::try_from(-1_i8).is_err());
        assert!(Count::try_from(u64::MAX).is_err());
        assert_eq!(u64::from(count(9)), 9);
        assert_eq!(i64::from(count(9)), 9);
    }

    #[test]
    fn a_smaller_primitive_may_hold_an_integer() {
        assert_eq!(u8::try_from(count(255)), Ok(255));
        assert!(u8::try_from(count(256)).is_err());
        assert_eq!(i16::try_from(count(1_000)), Ok(1_000));
        assert!(u32::try_from(Integer::<i64, -1, 1>::literal::<-1>()).is_err());
    }

    #[test]
    fn bounds_beyond_the_primitive_reject() {
        type Odd = Integer<i8, -1_000, 1_000>;
        assert_eq!(Odd::try_from(127).map(Odd::get), Ok(127));
        assert!(Odd::try_from(128).is_err() && Odd::try_from(-129).is_err());
        let refused = serde_json::from_str::<Odd>("128").unwrap_err().to_string();
        assert!(refused.contains("an integer from -128 to 127"), "{refused}");
    }
}
