//! Numbers of JSON, compared by their exact values.

use std::{cmp::Ordering, fmt};

use num_bigint::BigInt;
use serde_json::{Number, Value};

/// The first integer from which doubles do not hold every integer.
pub(crate) const FIRST_GAP: f64 = 9_007_199_254_740_992.0;

/// The exact value of a number of JSON: `digits / 10^scale`, with the least scale. `1` and `1.0` are equal.
///
/// A double without a fraction is the integer that it holds. One with a fraction is the shortest decimal that is read
/// as this double. The validator reads both in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Num {
    digits: BigInt,
    scale: u32,
}

impl Num {
    pub(crate) fn of(number: &Number) -> Self {
        if let Some(whole) = number.as_i64() {
            return whole.into();
        }
        if let Some(whole) = number.as_u64() {
            return BigInt::from(whole).into();
        }
        match number.as_f64() {
            Some(double) if double.is_finite() => Self::of_double(double),
            _ => Self::of_decimal(&number.to_string()),
        }
    }

    /// Returns the number that a finite double represents.
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    pub(crate) fn of_double(double: f64) -> Self {
        if double.fract() != 0.0 {
            return Self::of_decimal(&double.to_string());
        }
        if double.abs() < FIRST_GAP {
            return (double as i64).into();
        }
        // With a precision, all digits of the double are printed, not only those that distinguish it.
        Self::of_decimal(&format!("{double:.0}"))
    }

    /// Parses a decimal: digits with at most one point and one exponent.
    pub(crate) fn of_decimal(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits: BigInt = format!("{whole}{fraction}").parse().unwrap_or_default();
        let exponent: i64 = exponent.parse().unwrap_or(0);
        let places = i64::try_from(fraction.len()).unwrap_or(0);
        let scale = places.saturating_sub(exponent);
        match u32::try_from(scale) {
            Ok(scale) => Self::scaled(digits, scale),
            Err(_) => Self::from(digits * power_of_ten(u32::try_from(-scale).unwrap_or(0))),
        }
    }

    /// Returns `digits / 10^scale`.
    pub(crate) fn scaled(mut digits: BigInt, mut scale: u32) -> Self {
        let ten = BigInt::from(10);
        while scale > 0 && &digits % &ten == BigInt::ZERO {
            digits /= &ten;
            scale -= 1;
        }
        Self { digits, scale }
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.scale == 0
    }

    /// Returns the number of digits behind the point.
    pub(crate) fn scale(&self) -> u32 {
        self.scale
    }

    /// Returns the number times `10^scale`, which is whole. The scale must not be less than that of the number.
    pub(crate) fn times_ten_to(&self, scale: u32) -> BigInt {
        &self.digits * power_of_ten(scale.saturating_sub(self.scale))
    }

    /// Reports whether it is a multiple of another number.
    pub(crate) fn is_multiple_of(&self, divisor: &Self) -> bool {
        let scale = self.scale().max(divisor.scale());
        self.times_ten_to(scale) % divisor.times_ten_to(scale) == BigInt::ZERO
    }

    /// Returns the number as an unsigned integer, if it is one of 64 bits.
    pub(crate) fn to_u64(&self) -> Option<u64> {
        self.is_whole()
            .then(|| u64::try_from(&self.digits).ok())
            .flatten()
    }

    /// Returns the number as an unsigned integer; the greatest one if it is greater. No value has that many characters,
    /// items or members.
    pub(crate) fn to_size(&self) -> Option<u64> {
        let is_negative = self.digits < BigInt::ZERO;
        (self.is_whole() && !is_negative).then(|| self.to_u64().unwrap_or(u64::MAX))
    }

    /// Returns the double that represents exactly this number, if there is one.
    pub(crate) fn to_double(&self) -> Option<f64> {
        let double: f64 = self.to_string().parse().ok()?;
        (double.is_finite() && Self::of_double(double) == *self).then_some(double)
    }

    /// Returns the number as JSON, without a fraction if it is whole; `None` if no number of 64 bits has exactly this
    /// value.
    pub(crate) fn to_value(&self) -> Option<Value> {
        if self.is_whole() {
            if let Ok(whole) = i64::try_from(&self.digits) {
                return Some(whole.into());
            }
            if let Ok(whole) = u64::try_from(&self.digits) {
                return Some(whole.into());
            }
        }
        self.to_double().map(Value::from)
    }
}

impl From<BigInt> for Num {
    fn from(digits: BigInt) -> Self {
        Self { digits, scale: 0 }
    }
}

impl From<i64> for Num {
    fn from(whole: i64) -> Self {
        BigInt::from(whole).into()
    }
}

impl fmt::Display for Num {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return self.digits.fmt(formatter);
        }
        let sign = if self.digits < BigInt::ZERO { "-" } else { "" };
        let width = self.scale as usize + 1;
        let digits = format!("{:0>width$}", self.digits.magnitude().to_string());
        let (whole, fraction) = digits
            .split_at_checked(digits.len() - self.scale as usize)
            .unwrap_or((&digits, ""));
        write!(formatter, "{sign}{whole}.{fraction}")
    }
}

impl Ord for Num {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.digits.cmp(&other.digits);
        }
        let scale = self.scale.max(other.scale);
        self.times_ten_to(scale).cmp(&other.times_ten_to(scale))
    }
}

impl PartialOrd for Num {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

pub(crate) fn power_of_ten(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// Reports whether a number is a multiple of a whole one. `None` if the bits and the digits of the double that holds it
/// give different answers.
pub(crate) fn is_multiple(number: &Number, divisor: u64) -> Option<bool> {
    let divisor = BigInt::from(divisor);
    let divides = |whole: &Num| whole.is_whole() && &whole.digits % &divisor == BigInt::ZERO;
    let answer = divides(&Num::of(number));
    let by_digits = match number.as_f64() {
        Some(double) if number.is_f64() && double.abs() >= FIRST_GAP => {
            divides(&Num::of_decimal(&double.to_string()))
        }
        _ => answer,
    };
    (answer == by_digits).then_some(answer)
}

/// Returns a canonical text, which is the same for all values that JSON Schema defines as equal.
pub(crate) fn canonical_text(value: &Value) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text);
    text
}

fn write_canonical(value: &Value, text: &mut String) {
    match value {
        Value::Number(number) if !number.is_f64() => text.push_str(&number.to_string()),
        Value::Number(number) => text.push_str(&Num::of(number).to_string()),
        Value::Array(items) => {
            text.push('[');
            for item in items {
                write_canonical(item, text);
                text.push(',');
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            text.push('{');
            for (name, value) in members {
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write_canonical(value, text);
                text.push(',');
            }
            text.push('}');
        }
        Value::Null | Value::Bool(_) | Value::String(_) => text.push_str(&value.to_string()),
    }
}
