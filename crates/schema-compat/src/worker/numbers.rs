//! Numbers that a double cannot tell from their neighbours. Two schemas that differ in such a number
//! would look alike.

/// Any two decimals of so many digits are different doubles.
const MOST_DIGITS: usize = 15;

/// Below it, doubles have fewer digits.
const SMALLEST: f64 = f64::MIN_POSITIVE * 1e15;

/// The first number of a JSON text that is not read exactly.
pub(super) fn first_inexact(text: &str) -> Option<&str> {
    let mut rest = text;
    // What is looked for is ASCII, so it stands between whole characters.
    let begins = |byte: u8| matches!(byte, b'"' | b'-' | b'0'..=b'9');
    while let Some(at) = rest.bytes().position(begins) {
        let (_, from) = rest.split_at_checked(at)?;
        if let Some(inside) = from.strip_prefix('"') {
            rest = after_string(inside);
            continue;
        }
        let goes_on = |byte: u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let end = from.bytes().position(|byte| !goes_on(byte));
        let (number, after) = from.split_at_checked(end.unwrap_or(from.len()))?;
        if !is_exact(number) {
            return Some(number);
        }
        rest = after;
    }
    None
}

/// What follows a string whose opening quote is gone.
fn after_string(text: &str) -> &str {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return text.get(at + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

fn is_exact(number: &str) -> bool {
    if number.parse::<i64>().is_ok() || number.parse::<u64>().is_ok() {
        return true;
    }
    let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    let is_large_enough = number
        .parse::<f64>()
        .is_ok_and(|value| value.abs() >= SMALLEST);
    significant.is_empty() || (significant.len() <= MOST_DIGITS && is_large_enough)
}

#[cfg(test)]
mod tests {
    use super::first_inexact;

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
            r#"{"a\"1e999":[1,2.5]}"#,
        ] {
            assert_eq!(first_inexact(exact), None, "{exact}");
        }
        for (text, number) in [
            ("18446744073709551616", "18446744073709551616"),
            (r#"{"\\": 1e-310}"#, "1e-310"),
            (r#"["1", 0.1234567890123456]"#, "0.1234567890123456"),
            ("[1e-400]", "1e-400"),
        ] {
            assert_eq!(first_inexact(text), Some(number), "{text}");
        }
    }
}
