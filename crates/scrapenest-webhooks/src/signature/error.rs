//! Errors of secrets, of verification and of signing.

use std::{error::Error, fmt, time::Duration};

/// Implements `Debug` of an error as its message, which is what `unwrap` and `main` show.
macro_rules! debug_as_display {
    ($error:ident) => {
        impl fmt::Debug for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

pub(super) use debug_as_display;

/// The reason why a string is not the secret of an endpoint. It does not contain the string.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecretError {
    /// The part after `whsec_` is not base64 in the standard alphabet. A trailing line feed or space is enough to
    /// cause this.
    NotBase64,
    /// `v1,` precedes the secret, as it precedes a signature.
    VersionPrefix,
    /// The secret is in quotation marks.
    Quoted,
    /// The secret begins with `whsec_` twice.
    PrefixTwice,
    /// The secret is hexadecimal digits. They could be read as base64, and would be another key.
    Hexadecimal,
    /// The secret has no bytes.
    Empty,
    /// The secret is shorter than 24 bytes or longer than 64. Deliveries can be forged by guessing a short secret.
    Length {
        /// The number of bytes that the secret has.
        bytes: usize,
    },
}

impl fmt::Display for SecretError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotBase64 => f.write_str(
                "the secret is not base64 after `whsec_`: copy it whole, without spaces or line feeds",
            ),
            Self::VersionPrefix => {
                f.write_str("the secret has `v1,` before it: begin with `whsec_`")
            }
            Self::Quoted => f.write_str("the secret has quotation marks around it: remove them"),
            Self::PrefixTwice => f.write_str("the secret begins with `whsec_` twice: remove one"),
            Self::Hexadecimal => f.write_str(
                "the secret is hexadecimal digits (expected base64): copy it as ScrapeNest shows it",
            ),
            Self::Empty => {
                f.write_str("the secret is empty: copy the one of the endpoint, `whsec_` included")
            }
            Self::Length { bytes } => write!(
                f,
                "the length of the secret is {bytes} bytes (expected 24 to 64): copy it whole, or have another made",
            ),
        }
    }
}

debug_as_display!(SecretError);

impl Error for SecretError {}

/// The reason why a delivery is rejected. It contains neither secrets nor signatures.
///
/// Answer 401 for every variant: the sender does not need the reason. The variants help to find the cause.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// The header with this name is missing or empty.
    MissingHeader(&'static str),
    /// The header with this name occurs more than once.
    RepeatedHeader(&'static str),
    /// The header with this name is not UTF-8.
    HeaderIsNotText(&'static str),
    /// `svix-id` contains a dot or a control character. A dot separates the id from the timestamp in
    /// the signed bytes, so it cannot be part of an id.
    MalformedId,
    /// `svix-timestamp` is not a number of Unix seconds.
    MalformedTimestamp,
    /// `svix-timestamp` has to count seconds, but its size suggests milliseconds.
    TimestampInMilliseconds,
    /// The delivery was signed too long ago.
    TooOld {
        /// The time since the signature.
        age: Duration,
    },
    /// The delivery was signed too far in the future: one of the clocks is wrong.
    TooNew {
        /// The time until the signature.
        ahead: Duration,
    },
    /// No signature matches, and `svix-signature` has an entry that is not a version, a comma and
    /// the base64 of 32 bytes.
    MalformedSignature,
    /// `svix-signature` has no signature of version `v1`.
    NoKnownVersion,
    /// No signature matches: the secret is wrong, or the id, the timestamp or the body is not
    /// what was signed.
    NoMatch,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingHeader(name) => write!(f, "the header `{name}` is missing"),
            Self::RepeatedHeader(name) => write!(f, "the header `{name}` is there twice"),
            Self::HeaderIsNotText(name) => write!(f, "the header `{name}` is not UTF-8"),
            Self::MalformedId => {
                f.write_str("the header `svix-id` or `webhook-id` has a dot or a control character")
            }
            Self::MalformedTimestamp => {
                f.write_str("the header `svix-timestamp` or `webhook-timestamp` is not a number of Unix seconds")
            }
            Self::TimestampInMilliseconds => f.write_str(
                "the header `svix-timestamp` or `webhook-timestamp` looks like milliseconds (expected Unix seconds)",
            ),
            Self::TooOld { age } => {
                write!(f, "the delivery was signed too long ago: {} s", age.as_secs())
            }
            Self::TooNew { ahead } => write!(
                f,
                "the delivery was signed {} s in the future: compare the clocks",
                ahead.as_secs()
            ),
            Self::MalformedSignature => f.write_str(
                "the header `svix-signature` or `webhook-signature` has an entry that is not `v1,` and the base64 of 32 bytes",
            ),
            Self::NoKnownVersion => {
                f.write_str("the header `svix-signature` or `webhook-signature` has no signature of version `v1`")
            }
            Self::NoMatch => f.write_str(
                "no signature matches: compare the secrets, and verify the unmodified body",
            ),
        }
    }
}

debug_as_display!(VerifyError);

impl Error for VerifyError {}

/// The reason why a delivery cannot be signed.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// The secret is invalid.
    Secret(SecretError),
    /// The id is empty, or contains a dot or a control character.
    MalformedId,
    /// The time is before 1970, so it has no number that a receiver accepts.
    BeforeEpoch,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret(_) => f.write_str("cannot sign with this secret"),
            Self::MalformedId => {
                f.write_str("the id is empty, or has a dot or a control character")
            }
            Self::BeforeEpoch => f.write_str("the time is before 1970-01-01T00:00:00Z"),
        }
    }
}

debug_as_display!(SignError);

impl Error for SignError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Secret(error) => Some(error),
            Self::MalformedId | Self::BeforeEpoch => None,
        }
    }
}

impl From<SecretError> for SignError {
    fn from(error: SecretError) -> Self {
        Self::Secret(error)
    }
}
