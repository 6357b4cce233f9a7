//! Constraints in words, for documentation.

use std::fmt;

use super::{Bound, Count, Range, Text};

impl Text {
    /// Returns the constraints in words: "1 to 63 characters that match `^[a-z]+$`".
    #[must_use]
    pub fn in_words(&self) -> String {
        match (self.length_in_words(), &self.pattern) {
            (Some(length), Some((pattern, _))) => format!("{length} that match `{pattern}`"),
            (Some(length), None) => length,
            (None, Some((pattern, _))) => format!("a string that matches `{pattern}`"),
            (None, None) => "a string".into(),
        }
    }

    /// Returns the allowed lengths in words, if they are limited.
    #[must_use]
    pub fn length_in_words(&self) -> Option<String> {
        let characters = |count| match count {
            1 => "1 character".to_owned(),
            _ => format!("{count} characters"),
        };
        Some(match (self.min_length, self.max_length) {
            (Some(min), Some(max)) if min == max => characters(min),
            (Some(min), Some(max)) => format!("{min} to {}", characters(max)),
            (Some(min), None) => format!("at least {}", characters(min)),
            (None, Some(max)) => format!("at most {}", characters(max)),
            (None, None) => return None,
        })
    }
}

impl Count {
    /// Reports whether any number is allowed.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.min == 0 && self.max.is_none()
    }

    /// Returns the allowed number of a thing in words: "1 to 3 items".
    #[must_use]
    pub fn in_words(&self, thing: &str) -> String {
        let things = |count| match count {
            1 => format!("1 {thing}"),
            _ => format!("{count} {thing}s"),
        };
        match (self.min, self.max) {
            (min, Some(max)) if min == max => things(min),
            (0, Some(max)) => format!("at most {}", things(max)),
            (min, Some(max)) => format!("{min} to {}", things(max)),
            (0, None) => format!("any number of {thing}s"),
            (min, None) => format!("at least {}", things(min)),
        }
    }
}

impl Range {
    /// Returns the bounds in words: "from 0 to 1", "greater than 0".
    #[must_use]
    pub fn in_words(&self) -> String {
        let lower = |bound: Bound| match bound.exclusive {
            true => format!("greater than {bound}"),
            false => format!("at least {bound}"),
        };
        let upper = |bound: Bound| match bound.exclusive {
            true => format!("less than {bound}"),
            false => format!("at most {bound}"),
        };
        match (self.min, self.max) {
            (Some(min), Some(max)) if !min.exclusive && !max.exclusive => {
                format!("from {min} to {max}")
            }
            (min, max) => {
                let ends = [min.map(lower), max.map(upper)];
                ends.into_iter().flatten().collect::<Vec<_>>().join(" and ")
            }
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // JSON writes tiny numbers with an exponent, so their text is short, too.
        let number = serde_json::json!(self.value).to_string();
        f.write_str(number.strip_suffix(".0").unwrap_or(&number))
    }
}
