//! Integers beside primitives: conversions, comparisons and sums.

use std::{
    cmp::Ordering,
    iter::Sum,
    ops::{Add, AddAssign},
};

use crate::{integer::Integer, violation::Violation};

/// Implements what an [`Integer`] is for some primitives. Each conversion is checked by the compiler, since all values
/// of a type fit into the primitive, or not.
macro_rules! primitives {
    ($($primitive:ident)*) => {$(
        impl<const MIN: i64, const MAX: i64> TryFrom<$primitive> for Integer<MIN, MAX> {
            type Error = Violation;

            fn try_from(value: $primitive) -> Result<Self, Violation> {
                Self::narrow(value)
            }
        }

        impl<const MIN: i64, const MAX: i64> From<Integer<MIN, MAX>> for $primitive {
            #[inline]
            fn from(value: Integer<MIN, MAX>) -> Self {
                const {
                    let fits = $primitive::MIN as i128 <= MIN as i128
                        && MAX as i128 <= $primitive::MAX as i128;
                    assert!(fits, "the primitive cannot hold all values of the integer");
                };
                // No value is out of the range that was checked.
                value.get() as $primitive
            }
        }

        impl<const MIN: i64, const MAX: i64> PartialEq<$primitive> for Integer<MIN, MAX> {
            #[inline]
            fn eq(&self, other: &$primitive) -> bool {
                i128::from(self.get()) == *other as i128
            }
        }

        impl<const MIN: i64, const MAX: i64> PartialEq<Integer<MIN, MAX>> for $primitive {
            #[inline]
            fn eq(&self, other: &Integer<MIN, MAX>) -> bool {
                other == self
            }
        }

        impl<const MIN: i64, const MAX: i64> PartialOrd<$primitive> for Integer<MIN, MAX> {
            #[inline]
            fn partial_cmp(&self, other: &$primitive) -> Option<Ordering> {
                Some(i128::from(self.get()).cmp(&(*other as i128)))
            }
        }

        impl<const MIN: i64, const MAX: i64> PartialOrd<Integer<MIN, MAX>> for $primitive {
            #[inline]
            fn partial_cmp(&self, other: &Integer<MIN, MAX>) -> Option<Ordering> {
                Some((*self as i128).cmp(&i128::from(other.get())))
            }
        }

        /// Overflows as the addition of two primitives does.
        impl<const MIN: i64, const MAX: i64> Add<Integer<MIN, MAX>> for $primitive {
            type Output = $primitive;

            #[inline]
            fn add(self, other: Integer<MIN, MAX>) -> $primitive {
                self + $primitive::from(other)
            }
        }

        /// Overflows as the addition of two primitives does.
        impl<const MIN: i64, const MAX: i64> Add<$primitive> for Integer<MIN, MAX> {
            type Output = $primitive;

            #[inline]
            fn add(self, other: $primitive) -> $primitive {
                $primitive::from(self) + other
            }
        }

        /// Overflows as the addition of two primitives does.
        impl<const MIN: i64, const MAX: i64> AddAssign<Integer<MIN, MAX>> for $primitive {
            #[inline]
            fn add_assign(&mut self, other: Integer<MIN, MAX>) {
                *self += $primitive::from(other);
            }
        }

        impl<const MIN: i64, const MAX: i64> Sum<Integer<MIN, MAX>> for $primitive {
            fn sum<I: Iterator<Item = Integer<MIN, MAX>>>(values: I) -> Self {
                values.map($primitive::from).sum()
            }
        }

        impl<'a, const MIN: i64, const MAX: i64> Sum<&'a Integer<MIN, MAX>> for $primitive {
            fn sum<I: Iterator<Item = &'a Integer<MIN, MAX>>>(values: I) -> Self {
                values.copied().map($primitive::from).sum()
            }
        }
    )*};
}

primitives!(u8 u16 u32 u64 usize i8 i16 i32 i64 i128);

/// For integers of at most 2<sup>53</sup>, which doubles hold exactly.
impl<const MIN: i64, const MAX: i64> From<Integer<MIN, MAX>> for f64 {
    #[inline]
    fn from(value: Integer<MIN, MAX>) -> Self {
        const {
            let largest = 1 << 53;
            let fits = -largest <= MIN && MAX <= largest;
            assert!(fits, "a double cannot hold all values of the integer");
        };
        value.get() as f64
    }
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
