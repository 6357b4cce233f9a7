//! Integers beside primitives: conversions, comparisons and arithmetic.
//!
//! Each integer has one primitive for arithmetic, so that the compiler knows what `0` is in `let mut total = 0` from
//! `total += integer`, as it does beside a primitive.

use std::{
    cmp::Ordering,
    iter::Sum,
    num::TryFromIntError,
    ops::{Add, AddAssign, Div, Mul, Rem, Sub, SubAssign},
};

use crate::{
    integer::Integer,
    multiple::Multiple,
    primitive::{FitsIn, Primitive},
    violation::Violation,
    whole,
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

/// Implements the traits of one type of integers.
macro_rules! integers {
    ($generics:tt $type:ident $bounds:tt, $other_generics:tt $other_bounds:tt) => {
        integers! {
            @each beside $generics $type $bounds:
            [u8] [u16] [u32] [u64] [u128] [usize] [i8] [i16] [i32] [i64] [i128] [isize]
        }
        integers! {
            @each fits $generics $type $bounds:
            [u8: FitsIn<u8>] [u16: FitsIn<u16>] [u32: FitsIn<u32>] [u64: FitsIn<u64>]
            [u128: FitsIn<u128>] [usize: FitsIn<usize>]
            [i8: FitsIn<i8>] [i16: FitsIn<i16>] [i32: FitsIn<i32>] [isize: FitsIn<isize>]
            [i64: Primitive] [i128: Primitive]
        }
        integers! {
            @each may_fit $generics $type $bounds:
            [u8: i8]
            [u16: u8] [u16: i8] [u16: i16] [u16: isize]
            [u32: u8] [u32: u16] [u32: usize] [u32: i8] [u32: i16] [u32: i32] [u32: isize]
            [u64: u8] [u64: u16] [u64: u32] [u64: usize]
            [u64: i8] [u64: i16] [u64: i32] [u64: isize]
            [i8: u8] [i8: u16] [i8: u32] [i8: u64] [i8: u128] [i8: usize]
            [i16: u8] [i16: u16] [i16: u32] [i16: u64] [i16: u128] [i16: usize] [i16: i8]
            [i32: u8] [i32: u16] [i32: u32] [i32: u64] [i32: u128] [i32: usize]
            [i32: i8] [i32: i16] [i32: isize]
            [i64: u8] [i64: u16] [i64: u32] [i64: u64] [i64: u128] [i64: usize]
            [i64: i8] [i64: i16] [i64: i32] [i64: isize]
        }
        integers! {
            @each left $generics $type $bounds:
            [u8] [u16] [u32] [u64] [i8] [i16] [i32] [i64]
        }
        integers! {
            @each right $generics $type $bounds:
            [Add::add] [Sub::sub] [Mul::mul] [Div::div] [Rem::rem]
        }
        integers! {
            @each both $generics $type $bounds:
            [Add::add $other_generics $other_bounds] [Sub::sub $other_generics $other_bounds]
        }
        impl_f64! { $generics $type $bounds }
    };

    (@each $macro:ident $generics:tt $type:ident $bounds:tt: $([$($rest:tt)*])*) => {
        $($macro! { $generics $type $bounds $($rest)* })*
    };
}

/// What an integer is beside any primitive.
macro_rules! beside {
    ([$($generics:tt)*] $type:ident [$($bounds:tt)*] $primitive:ident) => {
        impl<P: Primitive, $($generics)*> TryFrom<$primitive> for $type<P, $($bounds)*> {
            type Error = Violation;

            fn try_from(value: $primitive) -> Result<Self, Violation> {
                whole::checked(value)
            }
        }

        impl<P: Primitive, $($generics)*> PartialEq<$primitive> for $type<P, $($bounds)*> {
            #[inline]
            fn eq(&self, other: &$primitive) -> bool {
                compare(self.as_i64(), *other).is_eq()
            }
        }

        impl<P: Primitive, $($generics)*> PartialEq<$type<P, $($bounds)*>> for $primitive {
            #[inline]
            fn eq(&self, other: &$type<P, $($bounds)*>) -> bool {
                other == self
            }
        }

        impl<P: Primitive, $($generics)*> PartialOrd<$primitive> for $type<P, $($bounds)*> {
            #[inline]
            fn partial_cmp(&self, other: &$primitive) -> Option<Ordering> {
                Some(compare(self.as_i64(), *other))
            }
        }

        impl<P: Primitive, $($generics)*> PartialOrd<$type<P, $($bounds)*>> for $primitive {
            #[inline]
            fn partial_cmp(&self, other: &$type<P, $($bounds)*>) -> Option<Ordering> {
                Some(compare(other.as_i64(), *self).reverse())
            }
        }
    };
}

/// What an integer is beside a primitive that it fits into.
macro_rules! fits {
    ([$($generics:tt)*] $type:ident [$($bounds:tt)*] $primitive:ident: $($fits:tt)*) => {
        impl<P: $($fits)*, $($generics)*> From<$type<P, $($bounds)*>> for $primitive {
            #[inline]
            fn from(value: $type<P, $($bounds)*>) -> Self {
                // Nothing is cut off: the value fits.
                value.as_i64() as $primitive
            }
        }

        impl<P: $($fits)*, $($generics)*> Sum<$type<P, $($bounds)*>> for $primitive {
            fn sum<I: Iterator<Item = $type<P, $($bounds)*>>>(values: I) -> Self {
                values.map($primitive::from).sum()
            }
        }

        impl<'a, P: $($fits)*, $($generics)*> Sum<&'a $type<P, $($bounds)*>> for $primitive {
            fn sum<I: Iterator<Item = &'a $type<P, $($bounds)*>>>(values: I) -> Self {
                values.copied().map($primitive::from).sum()
            }
        }
    };
}

/// What an integer is beside a primitive that it may not fit into.
macro_rules! may_fit {
    ([$($generics:tt)*] $type:ident [$($bounds:tt)*] $from:ident: $primitive:ident) => {
        impl<$($generics)*> TryFrom<$type<$from, $($bounds)*>> for $primitive {
            type Error = TryFromIntError;

            #[inline]
            fn try_from(value: $type<$from, $($bounds)*>) -> Result<Self, TryFromIntError> {
                value.as_i64().try_into()
            }
        }
    };
}

/// Arithmetic with a primitive on the left.
macro_rules! left {
    ($generics:tt $type:ident $bounds:tt $primitive:ident) => {
        left! { @operator $generics $type $bounds $primitive Add::add }
        left! { @operator $generics $type $bounds $primitive Sub::sub }
        left! { @operator $generics $type $bounds $primitive Mul::mul }
        left! { @operator $generics $type $bounds $primitive Div::div }
        left! { @operator $generics $type $bounds $primitive Rem::rem }
        left! { @assign $generics $type $bounds $primitive AddAssign::add_assign }
        left! { @assign $generics $type $bounds $primitive SubAssign::sub_assign }
    };

    (
        @operator [$($generics:tt)*] $type:ident [$($bounds:tt)*] $primitive:ident
        $trait:ident::$function:ident
    ) => {
        impl<$($generics)*> $trait<$type<$primitive, $($bounds)*>> for $primitive {
            type Output = Self;

            #[inline]
            fn $function(self, other: $type<$primitive, $($bounds)*>) -> Self {
                self.$function(other.get())
            }
        }
    };

    (
        @assign [$($generics:tt)*] $type:ident [$($bounds:tt)*] $primitive:ident
        $trait:ident::$function:ident
    ) => {
        impl<$($generics)*> $trait<$type<$primitive, $($bounds)*>> for $primitive {
            #[inline]
            fn $function(&mut self, other: $type<$primitive, $($bounds)*>) {
                self.$function(other.get());
            }
        }

        impl<$($generics)*> $trait<&$type<$primitive, $($bounds)*>> for $primitive {
            #[inline]
            fn $function(&mut self, other: &$type<$primitive, $($bounds)*>) {
                self.$function(other.get());
            }
        }
    };
}

/// Arithmetic with a primitive on the right.
macro_rules! right {
    ([$($generics:tt)*] $type:ident [$($bounds:tt)*] $trait:ident::$function:ident) => {
        impl<P: Primitive, $($generics)*> $trait<P> for $type<P, $($bounds)*> {
            type Output = P;

            #[inline]
            fn $function(self, other: P) -> P {
                self.get().$function(other)
            }
        }
    };
}

/// Arithmetic of two integers.
macro_rules! both {
    (
        [$($generics:tt)*] $type:ident [$($bounds:tt)*] $trait:ident::$function:ident
        [$($other_generics:tt)*] [$($other_bounds:tt)*]
    ) => {
        impl<P: Primitive, $($generics)*, $($other_generics)*> $trait<$type<P, $($other_bounds)*>>
            for $type<P, $($bounds)*>
        {
            type Output = P;

            #[inline]
            fn $function(self, other: $type<P, $($other_bounds)*>) -> P {
                self.get().$function(other.get())
            }
        }
    };
}

macro_rules! impl_f64 {
    ([$($generics:tt)*] $type:ident [$($bounds:tt)*]) => {
        /// For integers of at most 2<sup>53</sup>, which doubles hold exactly. Others are a compile error.
        impl<P: Primitive, $($generics)*> From<$type<P, $($bounds)*>> for f64 {
            #[inline]
            fn from(value: $type<P, $($bounds)*>) -> Self {
                const {
                    let largest = 1 << 53;
                    let fits = -largest <= MIN && MAX <= largest;
                    assert!(fits, "a double cannot hold all values of the integer");
                };
                value.as_i64() as f64
            }
        }
    };
}

integers! {
    [const MIN: i64, const MAX: i64] Integer [MIN, MAX],
    [const LEAST: i64, const GREATEST: i64] [LEAST, GREATEST]
}

integers! {
    [const OF: i64, const MIN: i64, const MAX: i64] Multiple [OF, MIN, MAX],
    [const STEP: i64, const LEAST: i64, const GREATEST: i64] [STEP, LEAST, GREATEST]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::U53;

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
    }

    #[test]
    fn integers_are_compared_with_primitives_of_any_size() {
        let negative = Integer::<i64, { i64::MIN }, -1>::new(-1).unwrap();
        assert!(negative < 0 && negative < 0_u64 && 0_u8 > negative);
        assert!(negative != u64::MAX && negative == -1_i128);
        assert!(negative < u128::MAX && u128::MAX > negative && negative != u128::MAX);
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
        assert!(serde_json::from_str::<Odd>("128").is_err());
    }
}
