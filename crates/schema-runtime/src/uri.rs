//! The `uri` format: a URI of RFC 3986, scheme included.

use std::fmt;
use std::net::Ipv6Addr;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::violation::Violation;

const EXPECTED: &str = "an RFC 3986 URI with a scheme, such as `https://example.com/path`";

/// A URI of RFC 3986 with its scheme, as the JSON Schema format `uri` defines it.
///
/// Relative references (`/path`, `//host/path`), characters outside of ASCII, spaces and stray
/// `%` signs are refused. Any scheme is accepted, and no scheme has rules of its own: `http:` is
/// a URI. A port is any number of digits, none included.
///
/// The text is kept as received. Equality and hash are those of the text, so two spellings of
/// one resource (`HTTP://a` and `http://a`) differ.
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

impl Uri {
    /// The text as received.
    ///
    /// # Examples
    ///
    /// ```
    /// use schema_runtime::Uri;
    ///
    /// let uri: Uri = "mailto:ada@example.com".parse()?;
    /// assert_eq!(uri.as_str(), "mailto:ada@example.com");
    /// # Ok::<(), schema_runtime::Violation>(())
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Uri {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        if is_uri(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Violation::new(EXPECTED))
        }
    }
}

impl TryFrom<&str> for Uri {
    type Error = Violation;

    fn try_from(text: &str) -> Result<Self, Violation> {
        text.parse()
    }
}

impl TryFrom<String> for Uri {
    type Error = Violation;

    fn try_from(text: String) -> Result<Self, Violation> {
        if is_uri(&text) {
            Ok(Self(text))
        } else {
            Err(Violation::new(EXPECTED))
        }
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Uri {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Uri {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_string(UriVisitor)
    }
}

struct UriVisitor;

impl Visitor<'_> for UriVisitor {
    type Value = Uri;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Uri, E> {
        if is_uri(text) {
            Ok(Uri(text.to_owned()))
        } else {
            Err(E::invalid_value(Unexpected::Str(text), &self))
        }
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Uri, E> {
        if is_uri(&text) {
            Ok(Uri(text))
        } else {
            Err(E::invalid_value(Unexpected::Str(&text), &self))
        }
    }
}

/// `scheme ":" [ "//" authority ] path [ "?" query ] [ "#" fragment ]`
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    // The first `#` starts the fragment whatever stands before it, and the first `?` before that
    // starts the query: each part is cut off before the one on its left is looked at.
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            rest.split_at_checked(end).unwrap_or((rest, ""))
        }
        // No authority and an empty one are alike: both hold nothing to refuse.
        None => ("", rest),
    };
    is_scheme(scheme)
        && is_authority(authority)
        && is_encoded(path, |b| is_path_char(b) || b == b'/')
        && is_encoded(query, is_query_char)
        && is_encoded(fragment, is_query_char)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// `[ userinfo "@" ] host [ ":" port ]`
fn is_authority(text: &str) -> bool {
    let (userinfo, host_and_port) = text.split_once('@').unwrap_or(("", text));
    let (host_is_sound, port) = match host_and_port.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((literal, "")) => (is_ip_literal(literal), ""),
            Some((literal, after)) => match after.strip_prefix(':') {
                Some(port) => (is_ip_literal(literal), port),
                None => return false,
            },
            None => return false,
        },
        None => {
            let (host, port) = host_and_port.split_once(':').unwrap_or((host_and_port, ""));
            (is_encoded(host, is_name_char), port)
        }
    };
    host_is_sound
        && is_encoded(userinfo, |b| is_name_char(b) || b == b':')
        && port.bytes().all(|b| b.is_ascii_digit())
}

/// What stands between the brackets of `[::1]` or `[v1.future]`. A zone (`fe80::1%25eth0`) is
/// RFC 6874, not RFC 3986, and `Ipv6Addr` reads none.
fn is_ip_literal(text: &str) -> bool {
    match text.strip_prefix(['v', 'V']) {
        Some(future) => future.split_once('.').is_some_and(|(version, address)| {
            !version.is_empty()
                && version.bytes().all(|b| b.is_ascii_hexdigit())
                && !address.is_empty()
                && address.bytes().all(|b| is_name_char(b) || b == b':')
        }),
        None => text.parse::<Ipv6Addr>().is_ok(),
    }
}

/// Whether `text` holds allowed characters and whole percent-encoded bytes only.
fn is_encoded(text: &str, is_allowed: impl Fn(u8) -> bool) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [b'%', high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                rest
            }
            [byte, rest @ ..] if is_allowed(*byte) => rest,
            _ => return false,
        };
    }
}

fn is_query_char(byte: u8) -> bool {
    is_path_char(byte) || matches!(byte, b'/' | b'?')
}

/// RFC 3986 `pchar` without its percent-encoded bytes.
fn is_path_char(byte: u8) -> bool {
    is_name_char(byte) || matches!(byte, b':' | b'@')
}

/// RFC 3986 `unreserved` or `sub-delims`.
fn is_name_char(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte)
}
