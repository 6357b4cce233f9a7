//! The kinds of JSON values.

use serde_json::Value;

/// A set of kinds of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NULL: Self = Self(1);
    pub(crate) const BOOLEAN: Self = Self(2);
    /// Whole numbers that are written without a fraction. In draft 4, only these are integers.
    pub(crate) const WHOLE: Self = Self(4);
    /// Whole numbers that are written with a fraction, like `1.0`.
    pub(crate) const WHOLE_DOUBLE: Self = Self(8);
    /// Numbers that are not whole.
    pub(crate) const FRACTION: Self = Self(16);
    pub(crate) const STRING: Self = Self(32);
    pub(crate) const ARRAY: Self = Self(64);
    pub(crate) const OBJECT: Self = Self(128);
    pub(crate) const INTEGER: Self = Self(4 | 8);
    pub(crate) const NUMBER: Self = Self(4 | 8 | 16);
    pub(crate) const ALL: Self = Self(255);

    /// Each kind, the simplest first. The last one is rarely distinguished by readers.
    pub(crate) const EACH: [Self; 8] = [
        Self::NULL,
        Self::BOOLEAN,
        Self::WHOLE,
        Self::STRING,
        Self::ARRAY,
        Self::OBJECT,
        Self::FRACTION,
        Self::WHOLE_DOUBLE,
    ];

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn complement(self) -> Self {
        Self(!self.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::NULL,
            Value::Bool(_) => Self::BOOLEAN,
            Value::Number(number) if is_written_whole(number) => Self::WHOLE,
            Value::Number(number)
                if number.as_f64().is_some_and(|double| double.fract() == 0.0) =>
            {
                Self::WHOLE_DOUBLE
            }
            Value::Number(_) => Self::FRACTION,
            Value::String(_) => Self::STRING,
            Value::Array(_) => Self::ARRAY,
            Value::Object(_) => Self::OBJECT,
        }
    }
}

/// Reports whether a number is written without a fraction. For the validator, that includes doubles in the range in
/// which all doubles are whole.
fn is_written_whole(number: &serde_json::Number) -> bool {
    const ALL_ARE_WHOLE: f64 = 9_223_372_036_854_775_808.0;
    !number.is_f64()
        || number
            .as_f64()
            .is_some_and(|double| double.abs() >= ALL_ARE_WHOLE)
}
