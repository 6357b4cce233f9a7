//! Integers beside primitives: conversions, comparisons and sums.

use std::{
    cmp::Ordering,
    iter::Sum,
    ops::{Add, AddAssign, Sub, SubAssign},
};

use crate::{integer::Integer, multiple::Multiple, violation::Violation, whole};

/// Implements what a type of integers is for one primitive. Each conversion is checked by the compiler, since all
/// values of a type fit into the primitive, or not.
macro_rules! beside {
    ([$($generics:tt)*] $type:ty, $primitive:ident) => {
        impl<$($generics)*> TryFrom<$primitive> for $type {
            type Error = Violation;

            fn try_from(value: $primitive) -> Result<Self, Violation> {
                whole::checked(value)
            }
        }

        impl<$($generics)*> From<$type> for $primitive {
            #[inline]
            fn from(value: $type) -> Self {
                const {
                    let fits = $primitive::MIN as i128 <= MIN as i128
                        && MAX as i128 <= $primitive::MAX as i128;
                    assert!(fits, "the primitive cannot hold all values of the integer");
                };
                // No value is out of the range that was checked.
                value.get() as $primitive
            }
        }

        impl<$($generics)*> PartialEq<$primitive> for $type {
            #[inline]
            fn eq(&self, other: &$primitive) -> bool {
                i128::from(self.get()) == *other as i128
            }
        }

        impl<$($generics)*> PartialEq<$type> for $primitive {
            #[inline]
            fn eq(&self, other: &$type) -> bool {
                other == self
            }
        }

        impl<$($generics)*> PartialOrd<$primitive> for $type {
            #[inline]
            fn partial_cmp(&self, other: &$primitive) -> Option<Ordering> {
                Some(i128::from(self.get()).cmp(&(*other as i128)))
            }
        }

        impl<$($generics)*> PartialOrd<$type> for $primitive {
            #[inline]
            fn partial_cmp(&self, other: &$type) -> Option<Ordering> {
                Some((*self as i128).cmp(&i128::from(other.get())))
            }
        }

        beside! { @operator [$($generics)*] $type, $primitive, Add add AddAssign add_assign + += }
        beside! { @operator [$($generics)*] $type, $primitive, Sub sub SubAssign sub_assign - -= }

        impl<$($generics)*> Sum<$type> for $primitive {
            fn sum<I: Iterator<Item = $type>>(values: I) -> Self {
                values.map($primitive::from).sum()
            }
        }

        impl<'a, $($generics)*> Sum<&'a $type> for $primitive {
            fn sum<I: Iterator<Item = &'a $type>>(values: I) -> Self {
                values.copied().map($primitive::from).sum()
            }
        }
    };

    (
        @operator [$($generics:tt)*] $type:ty, $primitive:ident,
        $trait:ident $function:ident $assign:ident $assign_function:ident $sign:tt $assign_sign:tt
    ) => {
        /// Overflows as the operation of two primitives does.
        impl<$($generics)*> $trait<$type> for $primitive {
            type Output = $primitive;

            #[inline]
            fn $function(self, other: $type) -> $primitive {
                self $sign $primitive::from(other)
            }
        }

        /// Overflows as the operation of two primitives does.
        impl<$($generics)*> $trait<$primitive> for $type {
            type Output = $primitive;

            #[inline]
            fn $function(self, other: $primitive) -> $primitive {
                $primitive::from(self) $sign other
            }
        }

        /// Overflows as the operation of two primitives does.
        impl<$($generics)*> $assign<$type> for $primitive {
            #[inline]
            fn $assign_function(&mut self, other: $type) {
                *self $assign_sign $primitive::from(other);
            }
        }
    };
}

macro_rules! primitives {
    ($generics:tt $type:ty: $($primitive:ident)*) => {
        $(beside! { $generics $type, $primitive })*
        impl_f64! { $generics $type }
    };
}

macro_rules! impl_f64 {
    ([$($generics:tt)*] $type:ty) => {
        /// For integers of at most 2<sup>53</sup>, which doubles hold exactly.
        impl<$($generics)*> From<$type> for f64 {
            #[inline]
            fn from(value: $type) -> Self {
                const {
                    let largest = 1 << 53;
                    let fits = -largest <= MIN && MAX <= largest;
                    assert!(fits, "a double cannot hold all values of the integer");
                };
                value.get() as f64
            }
        }
    };
}

primitives! {
    [const MIN: i64, const MAX: i64] Integer<MIN, MAX>:
    u8 u16 u32 u64 usize i8 i16 i32 i64 i128
}

primitives! {
    [const OF: i64, const MIN: i64, const MAX: i64] Multiple<OF, MIN, MAX>:
    u8 u16 u32 u64 usize i8 i16 i32 i64 i128
}

#[cfg(test)]
mod tests {
    use super::*;

    type Count = Integer<0, 1_000>;

    fn count(value: i64) -> Count {
        Count::new(value).unwrap()
    }

    #[test]
    fn integers_are_added_to_primitives() {
        let counts = [count(7), count(1_000)];
        assert_eq!(counts.iter().sum::<u64>(), 1_007);
        assert_eq!(counts.into_iter().sum::<i32>(), 1_007);
        let mut total = 1_u16;
        total += count(2);
        assert_eq!(total + count(3), 6);
        assert_eq!(count(3) + total, 6);
        assert_eq!(f64::from(count(5)) / 2.0, 2.5);
    }

    #[test]
    fn integers_are_subtracted() {
        assert_eq!(count(3) - 5_i64, -2);
        assert_eq!(5_u32 - count(3), 2);
        let mut left = 10_u64;
        left -= count(4);
        assert_eq!(left, 6);
    }

    #[test]
    fn multiples_are_integers_too() {
        let cents = Multiple::<25, 0, 100>::new(75).unwrap();
        assert!(cents > 50 && cents == 75_u8);
        assert_eq!(u16::from(cents) + cents, 150);
        assert_eq!([cents, cents].iter().sum::<u64>(), 150);
        assert!(Multiple::<25, 0, 100>::try_from(30_u64).is_err());
    }

    #[test]
    fn integers_are_compared_with_primitives_of_any_size() {
        let negative = Integer::<{ i64::MIN }, -1>::new(-1).unwrap();
        assert!(negative < 0 && negative < 0_u64 && 0_u8 > negative);
        assert!(negative != u64::MAX && negative == -1_i128);
        let largest = Integer::<0, { i64::MAX }>::new(i64::MAX).unwrap();
        assert!(largest < u64::MAX && largest == i64::MAX && largest > 255_u8);
        assert!(count(300) != 44_u8, "it is not cut");
    }

    #[test]
    fn any_primitive_is_checked() {
        assert_eq!(Count::try_from(1_000_u128 as i128), Count::new(1_000));
        assert!(Count::try_from(i128::MAX).is_err());
        assert!(Count::try_from(-1_i8).is_err());
        assert!(Count::try_from(u64::MAX).is_err());
        assert_eq!(u64::from(count(9)), 9);
    }
}
