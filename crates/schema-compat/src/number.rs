//! Numbers of JSON, compared by what they mean.

use std::cmp::Ordering;

use serde_json::{Number, Value};

/// Doubles from here on are kept as doubles: an `i128` would not hold them.
const LARGEST_WHOLE_DOUBLE: f64 = 1e30;

/// A number of JSON: `1` and `1.0` are equal.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Num {
    Whole(i128),
    /// A number with a fraction, or one too large for an `i128`.
    Double(f64),
}

impl Num {
    pub(crate) fn of(number: &Number) -> Self {
        if let Some(whole) = number.as_i64() {
            return Self::Whole(whole.into());
        }
        if let Some(whole) = number.as_u64() {
            return Self::Whole(whole.into());
        }
        Self::of_double(number.as_f64().unwrap_or(f64::MAX))
    }

    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    pub(crate) fn of_double(double: f64) -> Self {
        if double.fract() == 0.0 && double.abs() < LARGEST_WHOLE_DOUBLE {
            Self::Whole(double as i128)
        } else {
            Self::Double(double)
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "it serves to find candidates")]
    pub(crate) fn as_double(self) -> f64 {
        match self {
            Self::Whole(whole) => whole as f64,
            Self::Double(double) => double,
        }
    }

    /// The smallest whole number that is not below it.
    #[expect(clippy::cast_possible_truncation, reason = "casts saturate")]
    pub(crate) fn ceil(self) -> i128 {
        match self {
            Self::Whole(whole) => whole,
            Self::Double(double) => double.ceil() as i128,
        }
    }

    /// The largest whole number that is not above it.
    #[expect(clippy::cast_possible_truncation, reason = "casts saturate")]
    pub(crate) fn floor(self) -> i128 {
        match self {
            Self::Whole(whole) => whole,
            Self::Double(double) => double.floor() as i128,
        }
    }

    /// As a JSON number, without a fraction where it has none.
    pub(crate) fn to_value(self) -> Value {
        match self {
            Self::Whole(whole) => i64::try_from(whole)
                .map(Value::from)
                .or_else(|_| u64::try_from(whole).map(Value::from))
                .unwrap_or_else(|_| Value::from(self.as_double())),
            Self::Double(double) => Value::from(double),
        }
    }
}

impl Ord for Num {
    fn cmp(&self, other: &Self) -> Ordering {
        match (*self, *other) {
            (Self::Whole(left), Self::Whole(right)) => left.cmp(&right),
            (Self::Double(left), Self::Double(right)) => left.total_cmp(&right),
            (Self::Whole(left), Self::Double(right)) => compare(left, right),
            (Self::Double(left), Self::Whole(right)) => compare(right, left).reverse(),
        }
    }
}

/// Compares a whole number with a double that has a fraction or is beyond all whole numbers.
fn compare(whole: i128, double: f64) -> Ordering {
    if double >= LARGEST_WHOLE_DOUBLE {
        return Ordering::Less;
    }
    if double <= -LARGEST_WHOLE_DOUBLE {
        return Ordering::Greater;
    }
    if whole <= Num::Double(double).floor() {
        Ordering::Less
    } else {
        Ordering::Greater
    }
}

impl PartialOrd for Num {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Num {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Num {}

/// The text that all values have which JSON Schema holds to be equal.
pub(crate) fn canonical_text(value: &Value) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text);
    text
}

fn write_canonical(value: &Value, text: &mut String) {
    match value {
        Value::Number(number) => match Num::of(number) {
            Num::Whole(whole) => text.push_str(&whole.to_string()),
            Num::Double(double) => text.push_str(&double.to_string()),
        },
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
