//! Feature `url`: [`Uri`] to and from `url::Url`.

use ::url::{ParseError, Url};

use crate::{Uri, Violation};

/// Parses the string as browsers do (the URL Standard), which differs from RFC 3986: some URIs are rejected,
/// and others are rewritten.
///
/// It rewrites the letter case of scheme and host, a default port (`:443` of `https` is removed), `.` and `..` in
/// the path, an absent path (`/`), hosts that are numbers (`http://0x7f.1/` is `http://127.0.0.1/`), and
/// percent-encoded hosts. So the [`Uri`] is the one that was sent, and the `Url` is the address to which a request
/// goes.
///
/// # Errors
///
/// Returns an error for URIs that browsers do not open: `http:` without a host, a port above 65535, an address such
/// as `[v1.future]`.
///
/// # Examples
///
/// ```
/// use schema_runtime::Uri;
/// use url::Url;
///
/// let uri: Uri = "HTTPS://Example.com:443/a/../b?page=2".parse()?;
/// let url = Url::try_from(&uri)?;
/// assert_eq!(url.as_str(), "https://example.com/b?page=2");
/// assert_eq!(Uri::try_from(url)?.as_str(), "https://example.com/b?page=2");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<&Uri> for Url {
    type Error = ParseError;

    fn try_from(uri: &Uri) -> Result<Self, ParseError> {
        Self::parse(uri.as_str())
    }
}

/// Converts as for a reference.
///
/// # Errors
///
/// Returns the errors of the conversion of a reference.
impl TryFrom<Uri> for Url {
    type Error = ParseError;

    fn try_from(value: Uri) -> Result<Self, ParseError> {
        Self::try_from(&value)
    }
}

/// Converts the string of the URL without changes.
///
/// # Errors
///
/// Returns an error for a URL that RFC 3986 does not allow: the URL Standard does not encode some characters, such
/// as `|` and `[` in a query, or a `%` that encodes nothing.
impl TryFrom<Url> for Uri {
    type Error = Violation;

    fn try_from(url: Url) -> Result<Self, Violation> {
        String::from(url).try_into()
    }
}
