//! Verification of a delivery and reading of its event, in one call.

use std::{error::Error as StdError, fmt, time::SystemTime};

use schema_runtime::{Error, ReadEvent};

use super::{SecretError, Verifier, VerifyError, error::debug_as_display};

/// Verifies a delivery, using the system clock, and reads its event: `Event` for an event of any type, or
/// `Event<JobCompleted>` for one type.
///
/// The headers are those of the request (see [`Verifier::verify`]), the body consists of its unmodified bytes, and the
/// secret is the one of the endpoint: `whsec_` and base64. To read the secret only once, or to accept two, call
/// [`Verifier::unwrap`].
///
/// # Errors
///
/// Returns an error if the secret is malformed, the delivery is not authentic and recent, or the body is not an event
/// that the schema accepts. The body is not read before it is verified.
///
/// # Examples
///
/// ```
/// use scrapenest_webhooks::{signature::{self, UnwrapError}, v1::Event};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let secret = "whsec_dGhlIHNlY3JldCBvZiB0aGUgZW5kcG9pbnQ=";
/// let body = br#"{
///   "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
///   "event_type": "job.cancelled",
///   "occurred_at": "2024-01-01T12:03:10Z",
///   "org_id": "b3c0b88f-1d2e-4f6a-8b7c-0a9d3e5f7c21",
///   "org_slug": "acme",
///   "data": {}
/// }"#;
/// # let headers = signature::sign(secret, "msg_1", std::time::SystemTime::now(), body)?;
/// let event = signature::unwrap::<Event>(headers, body, secret)?;
/// assert_eq!(event.event_type(), "job.cancelled");
///
/// match signature::unwrap::<Event>([("svix-id", "msg_1")], body, secret) {
///     Err(UnwrapError::Signature(error)) => assert_eq!(error.to_string(), "the header `svix-timestamp` is missing"),
///     other => panic!("{other:?}"),
/// }
/// # Ok(())
/// # }
/// ```
pub fn unwrap<'b, E: ReadEvent<'b>>(
    headers: impl DeliveryHeaders,
    body: &'b [u8],
    secret: &str,
) -> Result<E, UnwrapError> {
    Verifier::new(secret)?.unwrap(headers, body)
}

impl Verifier {
    /// Verifies a delivery, using the system clock, and reads its event, as [`unwrap`] does.
    ///
    /// # Errors
    ///
    /// Returns an error if the delivery is not authentic and recent, or the body is not an event that the schema
    /// accepts. The body is not read before it is verified.
    pub fn unwrap<'b, E: ReadEvent<'b>>(
        &self,
        headers: impl DeliveryHeaders,
        body: &'b [u8],
    ) -> Result<E, UnwrapError> {
        self.verify(headers, body)?;
        Ok(E::from_slice(body)?)
    }
}

/// The headers of a delivery: `&http::HeaderMap`, an array of pairs or a reference to one, a map, or another iterator over
/// pairs of a name and a value.
pub trait DeliveryHeaders: Sealed {}

impl<I: Sealed> DeliveryHeaders for I {}

/// The methods of [`DeliveryHeaders`], which only this crate can call.
pub trait Sealed {
    #[doc(hidden)]
    fn verify(self, verifier: &Verifier, body: &[u8], now: SystemTime) -> Result<(), VerifyError>;
}

impl<I: IntoIterator<Item: Pair>> Sealed for I {
    fn verify(self, verifier: &Verifier, body: &[u8], now: SystemTime) -> Result<(), VerifyError> {
        verifier.verify_pairs(self.into_iter().map(Pair::split), body, now)
    }
}

/// A name and a value, or a reference to both.
pub trait Pair {
    #[doc(hidden)]
    type Name: AsRef<str>;
    #[doc(hidden)]
    type Value: AsRef<[u8]>;

    #[doc(hidden)]
    fn split(self) -> (Self::Name, Self::Value);
}

impl<N: AsRef<str>, V: AsRef<[u8]>> Pair for (N, V) {
    type Name = N;
    type Value = V;

    fn split(self) -> (N, V) {
        self
    }
}

impl<'p, N: AsRef<str>, V: AsRef<[u8]>> Pair for &'p (N, V) {
    type Name = &'p N;
    type Value = &'p V;

    fn split(self) -> (&'p N, &'p V) {
        (&self.0, &self.1)
    }
}

/// The reason why a delivery gives no event.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnwrapError {
    /// The secret is malformed: the receiver is set up wrongly, so answer 500.
    Secret(SecretError),
    /// The delivery is not authentic and recent: answer 401.
    Signature(VerifyError),
    /// The body is not an event that the schema accepts, although ScrapeNest has sent it: store it, and answer 400, so
    /// that it is sent again.
    Event(Error),
}

impl fmt::Display for UnwrapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret(error) => error.fmt(f),
            Self::Signature(error) => error.fmt(f),
            Self::Event(error) => error.fmt(f),
        }
    }
}

debug_as_display!(UnwrapError);

impl StdError for UnwrapError {}

impl From<SecretError> for UnwrapError {
    fn from(error: SecretError) -> Self {
        Self::Secret(error)
    }
}

impl From<VerifyError> for UnwrapError {
    fn from(error: VerifyError) -> Self {
        Self::Signature(error)
    }
}

impl From<Error> for UnwrapError {
    fn from(error: Error) -> Self {
        Self::Event(error)
    }
}
