//! The `uri` format: a URI of RFC 3986 with a scheme.

use std::{
    borrow::{Borrow, Cow},
    net::Ipv6Addr,
};

use crate::{Borrowed, FromBorrowed, StringValue, string_type};

/// A URI of RFC 3986 with its scheme, as the JSON Schema format `uri` defines it.
///
/// Relative references (`/path`, `//host/path`), characters outside of ASCII, spaces and unpaired
/// `%` signs are rejected. Any scheme is accepted, and no scheme has additional rules: `http:` is
/// a URI. A port has any number of digits, including none.
///
/// The string is kept unchanged. Equality and hash are those of the string, so two spellings of
/// the same resource (`HTTP://a` and `http://a`) are not equal.
///
/// # Examples
///
/// ```
/// use schema_runtime::Uri;
///
/// let uri: Uri = "https://example.com/a%20b?page=2#top".parse()?;
/// assert_eq!(uri.as_str(), "https://example.com/a%20b?page=2#top");
///
/// assert!("/a".parse::<Uri>().is_err());
/// assert!("https://example.com/a b".parse::<Uri>().is_err());
/// # Ok::<(), schema_runtime::Violation>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Uri(String);

impl StringValue for Uri {
    const EXPECTED: &'static str =
        "an RFC 3986 URI with a scheme, such as `https://example.com/path`";

    fn accepts(text: &str) -> bool {
        is_uri(text.as_bytes())
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(text.into_owned()))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

string_type!(Uri);

/// Hash and equality are those of the string.
impl Borrow<str> for Uri {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl FromBorrowed for Uri {
    fn from_borrowed(text: Borrowed<'_, Self>) -> Self {
        Self(text.into_string())
    }
}

/// Reports whether a string is `scheme ":" [ "//" authority ] path [ "?" query ] [ "#" fragment ]`.
fn is_uri(text: &[u8]) -> bool {
    let [first, rest @ ..] = text else {
        return false;
    };
    let [b':', rest @ ..] = after(rest, SCHEME) else {
        return false;
    };
    let rest = match rest {
        [b'/', b'/', rest @ ..] => {
            let end = rest.iter().position(|b| matches!(b, b'/' | b'?' | b'#'));
            let (authority, rest) = rest
                .split_at_checked(end.unwrap_or(rest.len()))
                .unwrap_or((rest, &[]));
            if !is_authority(authority) {
                return false;
            }
            rest
        }
        rest => rest,
    };
    let rest = match after(rest, NAME | COLON | AT | SLASH) {
        [b'?', query @ ..] => after(query, NAME | COLON | AT | SLASH | QUESTION),
        rest => rest,
    };
    let rest = match rest {
        [b'#', fragment @ ..] => after(fragment, NAME | COLON | AT | SLASH | QUESTION),
        rest => rest,
    };
    first.is_ascii_alphabetic() && rest.is_empty()
}

/// Reports whether a string is `[ userinfo "@" ] host [ ":" port ]`.
fn is_authority(text: &[u8]) -> bool {
    let host_and_port = match after(text, NAME | COLON) {
        [b'@', rest @ ..] => rest,
        _ => text,
    };
    let port = match host_and_port {
        [b'[', rest @ ..] => {
            let end = rest.iter().position(|b| *b == b']').unwrap_or(rest.len());
            match rest.split_at_checked(end) {
                Some((literal, [_, port @ ..])) if is_ip_literal(literal) => port,
                _ => return false,
            }
        }
        host => after(host, NAME),
    };
    match port {
        [] => true,
        [b':', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// Checks the content of brackets: `IPv6address`, or `"v" hex digits "." characters`.
fn is_ip_literal(text: &[u8]) -> bool {
    match text {
        [b'v' | b'V', future @ ..] => {
            let digits = future.iter().take_while(|b| b.is_ascii_hexdigit()).count();
            match future.split_at_checked(digits) {
                Some(([_, ..], [b'.', address @ ..])) => {
                    !address.is_empty() && address.iter().all(|b| class(*b) & (NAME | COLON) != 0)
                }
                _ => false,
            }
        }
        _ => str::from_utf8(text).is_ok_and(|text| text.parse::<Ipv6Addr>().is_ok()),
    }
}

/// Returns the rest after the longest prefix of characters of the allowed classes. If `NAME` is allowed, so is
/// `%` with two hexadecimal digits.
fn after(text: &[u8], allowed: u8) -> &[u8] {
    let mut rest = text;
    let mut left_for_blocks = rest.len();
    loop {
        if allowed & IN_BLOCKS == IN_BLOCKS && rest.len() <= left_for_blocks {
            rest = after_blocks(rest);
            // The next block has a rare character. Its bytes are read one by one, and none of them twice.
            left_for_blocks = rest.len().saturating_sub(BLOCK);
        }
        rest = match rest {
            [byte, rest @ ..] if class(*byte) & allowed != 0 => rest,
            [b'%', high, low, rest @ ..]
                if allowed & NAME != 0 && high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                rest
            }
            _ => return rest,
        };
    }
}

/// Returns the rest after the blocks at the beginning that contain nothing but frequent characters of `IN_BLOCKS`.
#[inline]
fn after_blocks(text: &[u8]) -> &[u8] {
    let mut rest = text;
    while let Some((block, after)) = rest.split_first_chunk::<BLOCK>() {
        // Without branches, so that the compiler handles many bytes at a time.
        let rare = block.iter().map(|byte| u8::from(!is_frequent(*byte)));
        if rare.sum::<u8>() > 0 {
            break;
        }
        rest = after;
    }
    rest
}

/// Reports whether a byte is a letter, a digit or one of `&'()*+,-./:;=_`.
#[inline]
fn is_frequent(byte: u8) -> bool {
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let is_digit_or_mark = byte.wrapping_sub(b'&') <= b';' - b'&';
    is_letter | is_digit_or_mark | (byte == b'=') | (byte == b'_')
}

const BLOCK: usize = 32;

/// The classes of the characters in blocks.
const IN_BLOCKS: u8 = NAME | COLON | SLASH;

/// `unreserved` and `sub-delims`
const NAME: u8 = 1;
/// Characters of a scheme: letters, digits, `+`, `-` and `.`
const SCHEME: u8 = 2;
const COLON: u8 = 4;
const AT: u8 = 8;
const SLASH: u8 = 16;
const QUESTION: u8 = 32;

/// Returns the classes of a character.
fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or_default()
}

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    loop {
        let class = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'+' | b'-' | b'.' => NAME | SCHEME,
            b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b',' | b';' | b'=' => {
                NAME
            }
            b':' => COLON,
            b'@' => AT,
            b'/' => SLASH,
            b'?' => QUESTION,
            _ => 0,
        };
        // `get_mut` cannot be called in constants.
        #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
        {
            classes[byte as usize] = class;
        }
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::is_uri;

    #[test]
    fn blocks_are_read_as_single_bytes_are() {
        for byte in 0..=127 {
            let character = char::from(byte);
            for (before, after) in [("", ""), ("?", ""), ("#", ""), ("", "%"), ("", "%41")] {
                let expected = is_uri(format!("s:{before}{character}{after}").as_bytes());
                for length in 0..100 {
                    let (start, end) = ("g".repeat(length), "g".repeat(100 - length));
                    let text = format!("s:{before}{start}{character}{end}{after}");
                    assert_eq!(is_uri(text.as_bytes()), expected, "{text}");
                }
            }
        }
    }
}
