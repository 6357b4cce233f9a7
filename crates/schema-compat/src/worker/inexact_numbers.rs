//! Numbers that a double cannot distinguish from their neighbours. Two schemas that differ in such a number would look
//! equal.

use std::borrow::Cow;

use schema_registry::{
    json,
    keywords::{self, Holds, Purpose, is_reference},
};

use crate::number::FIRST_GAP;

/// The bound below which integers are read exactly.
const END_OF_INTEGERS: f64 = 18_446_744_073_709_551_616.0;

/// A number of a schema that is not read exactly.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Inexact<'t> {
    pub(super) number: &'t str,
    /// The JSON pointer of the number.
    pub(super) pointer: String,
}

/// Returns the text with inexact numbers replaced by zero where they have no effect, such as in annotations. The error
/// is the first inexact number that has an effect.
pub(super) fn readable(text: &str) -> Result<Cow<'_, str>, Inexact<'_>> {
    let found = scan(text);
    let mut readable = Cow::Borrowed(text);
    // The order is from the last to the first, so that positions stay valid.
    for place in found.numbers.iter().rev() {
        if matters(&place.path, &found.references) {
            continue;
        }
        let end = place.start + place.number.len();
        readable.to_mut().replace_range(place.start..end, "0");
    }
    let first = found
        .numbers
        .into_iter()
        .find(|place| matters(&place.path, &found.references));
    match first {
        None => Ok(readable),
        Some(place) => Err(Inexact {
            number: place.number,
            pointer: place
                .path
                .iter()
                .fold(String::new(), |pointer, name| json::child(&pointer, name)),
        }),
    }
}

/// A number that is not read exactly, with its position.
struct LocatedNumber<'t> {
    start: usize,
    number: &'t str,
    path: Vec<String>,
}

#[derive(Default)]
struct Scan<'t> {
    numbers: Vec<LocatedNumber<'t>>,
    /// The last tokens of the targets of references.
    references: Vec<String>,
}

/// A container around the position of the scan: an object, with the name of the current member, or an array, with the
/// current index.
enum Frame {
    Object(Option<String>),
    Array(usize),
}

/// Finds inexact numbers and references. The text may be invalid JSON, which the parser reports later.
fn scan(text: &str) -> Scan<'_> {
    let mut scan = Scan::default();
    let mut frames: Vec<Frame> = Vec::new();
    let mut at = 0;
    // All the bytes that matter are ASCII, so they are at character boundaries.
    while let Some(byte) = text.as_bytes().get(at) {
        let rest = text.get(at..).unwrap_or_default();
        let mut width = 1;
        match byte {
            b'{' => frames.push(Frame::Object(None)),
            b'[' => frames.push(Frame::Array(0)),
            b'}' | b']' => drop(frames.pop()),
            b',' => match frames.last_mut() {
                Some(Frame::Object(name)) => *name = None,
                Some(Frame::Array(index)) => *index += 1,
                None => {}
            },
            b'"' => {
                width = string_length(rest);
                let string = || serde_json::from_str::<String>(rest.get(..width)?).ok();
                match frames.last_mut() {
                    Some(Frame::Object(name @ None)) => *name = Some(string().unwrap_or_default()),
                    Some(Frame::Object(Some(name))) if is_reference(name) => {
                        scan.references.extend(string().map(last_part));
                    }
                    _ => {}
                }
            }
            b'-' | b'0'..=b'9' => {
                let goes_on =
                    |byte: u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
                width = rest.bytes().take_while(|byte| goes_on(*byte)).count();
                let number = rest.get(..width).unwrap_or_default();
                if !is_exact(number) {
                    let path = frames.iter().map(|frame| match frame {
                        Frame::Object(name) => name.clone().unwrap_or_default(),
                        Frame::Array(index) => index.to_string(),
                    });
                    scan.numbers.push(LocatedNumber {
                        start: at,
                        number,
                        path: path.collect(),
                    });
                }
            }
            _ => {}
        }
        at += width;
    }
    scan
}

/// Returns the number of bytes of a string with its quotes.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Returns the last token of the JSON pointer in a reference.
fn last_part(reference: String) -> String {
    let (_, last) = reference.rsplit_once('/').unwrap_or(("", &reference));
    last.replace("~1", "/").replace("~0", "~")
}

/// Reports whether a number has an effect in a schema, because it is not in an annotation.
fn matters(path: &[String], references: &[String]) -> bool {
    let mut is_schema = true;
    for (at, name) in path.iter().enumerate() {
        if !is_schema {
            // The name of a property or of a definition.
            is_schema = true;
            continue;
        }
        let keyword = keywords::find(name);
        match keyword.map(|keyword| (keyword.purpose, keyword.holds)) {
            Some((
                Purpose::InPlaceApplicator | Purpose::ChildApplicator | Purpose::Definitions,
                holds,
            )) => is_schema = !holds.is_schema_map(),
            Some((Purpose::Assertion, Holds::Value | Holds::ValueList)) => return true,
            Some((_, holds)) if holds.is_number() => return true,
            // One of several schemas.
            None if at > 0 && name.bytes().all(|byte| byte.is_ascii_digit()) => {}
            // An unknown keyword may contain a schema, if a reference points to it.
            _ => {
                let points_here =
                    |last: &String| last.contains('%') || path.iter().skip(at).any(|it| it == last);
                return references.iter().any(points_here);
            }
        }
    }
    true
}

/// Reports whether a number is read exactly: it equals the shortest decimal of the double, in any notation.
fn is_exact(number: &str) -> bool {
    if number.parse::<i64>().is_ok() || number.parse::<u64>().is_ok() {
        return true;
    }
    let Some(double) = number.parse().ok().filter(|it: &f64| it.is_finite()) else {
        return false;
    };
    let written = Decimal::of(number);
    if written.is_none() || written != Decimal::of(&double.to_string()) {
        return false;
    }
    // In the range in which integers are exact and doubles have gaps, a double is compared as the integer that it
    // holds.
    let is_between = (FIRST_GAP..END_OF_INTEGERS).contains(&double.abs());
    !is_between || written == Decimal::of(&format!("{double:.0}"))
}

/// A decimal: digits without zeros at either end, and the power of ten of the last digit.
#[derive(PartialEq, Eq)]
struct Decimal {
    digits: String,
    exponent: i64,
}

impl Decimal {
    fn of(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{}{fraction}", whole.trim_start_matches('-'));
        let significant = digits.trim_end_matches('0');
        let zeros = i64::try_from(digits.len() - significant.len()).ok()?;
        let places = i64::try_from(fraction.len()).ok()?;
        let digits = significant.trim_start_matches('0').to_owned();
        let exponent: i64 = exponent.parse().ok()?;
        let exponent = if digits.is_empty() {
            0
        } else {
            exponent.checked_sub(places)?.checked_add(zeros)?
        };
        Some(Self { digits, exponent })
    }
}

#[cfg(test)]
mod tests {
    use super::{Inexact, is_exact, readable};

    #[test]
    fn numbers_that_look_like_their_neighbours_are_found() {
        for exact in [
            "0",
            "-0",
            "-0.0",
            "0e9",
            "0.1",
            "1e300",
            "18446744073709551615",
            "-9223372036854775808",
            "1.50000000000000000000",
            "123456789012345",
            "1e20",
            "3.141592653589793",
            "-0.30000000000000004",
            "0.3e-1",
            "1E+16",
            "5e-324",
            "100000000000000000000000",
        ] {
            assert!(is_exact(exact), "{exact}");
        }
        for inexact in [
            "18446744073709551616",
            "1e-400",
            "4e-324",
            "0.1234567890123456789",
            "3.1415926535897931",
            "1e999",
            "1e99999999999999999999",
            "9007199254740993.0",
            // 10^18 + 128 as a double, whose shortest text is another integer.
            "1000000000000000100.0",
        ] {
            assert!(!is_exact(inexact), "{inexact}");
        }
    }

    #[test]
    fn numbers_of_annotations_say_nothing() {
        for text in [
            r#"{"default":N}"#,
            r#"{"properties":{"default":{"default":{"a":[N]}}}}"#,
            r#"{"allOf":[{"examples":[1,N]}]}"#,
            r#"{"contentSchema":{"maximum":N}}"#,
            r##"{"x-limit":{"maximum":N},"title":"","$ref":"#/$defs/a"}"##,
            r##"{"x-limit":{"maximum":N},"x-otherRef":"#/x-limit"}"##,
        ] {
            let text = text.replace('N', "1e999");
            assert_eq!(
                readable(&text).unwrap(),
                text.replace("1e999", "0"),
                "{text}"
            );
        }
        let text = r#"{"title":"\"1e999","maximum":1.5}"#;
        assert_eq!(readable(text).unwrap(), text);
    }

    #[test]
    fn numbers_that_say_something_have_a_place() {
        for (text, pointer) in [
            (r#"{"default":1e999,"maximum":N}"#, "/maximum"),
            (
                r#"{"properties":{"default":{"minimum":N}}}"#,
                "/properties/default/minimum",
            ),
            (
                r#"{"anyOf":[{},{"enum":[1,{"a/b":N}]}]}"#,
                "/anyOf/1/enum/1/a~1b",
            ),
            (
                r##"{"x":{"y":{"maximum":N}},"items":{"$ref":"#/x/y"}}"##,
                "/x/y/maximum",
            ),
            (
                r##"{"default":{"maximum":N},"items":{"$ref":"#/%64efault"}}"##,
                "/default/maximum",
            ),
        ] {
            let number = "0.10000000000000000001";
            let text = text.replace('N', number);
            let pointer = pointer.to_owned();
            assert_eq!(
                readable(&text).unwrap_err(),
                Inexact { number, pointer },
                "{text}"
            );
        }
    }
}
