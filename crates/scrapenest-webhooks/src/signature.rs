//! Verification of deliveries (feature `signature`): that they come from ScrapeNest and are recent.
//!
//! Deliveries are signed with the scheme of [Svix](https://docs.svix.com/receiving/verifying-payloads/how-manual):
//! HMAC-SHA256 of the header `svix-id`, the header `svix-timestamp` and the unmodified body,
//! joined by dots. The header `svix-signature` contains one or more signatures, in base64. If a delivery lacks
//! these headers, those of [Standard Webhooks](https://www.standardwebhooks.com) are read: `webhook-id`,
//! `webhook-timestamp` and `webhook-signature`.
//!
//! ```
//! use axum::http::HeaderMap;
//! use scrapenest_webhooks::{
//!     signature::{self, UnwrapError},
//!     v1::Event,
//! };
//!
//! fn receive(headers: &HeaderMap, body: &[u8], secret: &str) -> Result<Event, UnwrapError> {
//!     signature::unwrap::<Event>(headers, body, secret)
//! }
//! ```
//!
//! A [`Verifier`] reads the secret once, accepts several, and verifies without reading the event.
//!
//! Pass the original bytes of the request body: JSON that was parsed and printed again has another signature.
//!
//! `examples/axum.rs` is a complete receiver.

mod error;
mod unwrap;

use std::{
    fmt,
    ops::RangeInclusive,
    str,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use base64ct::{Base64, Base64Unpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac, digest::CtOutput};
use sha2::Sha256;

pub use self::{
    error::{SecretError, SignError, VerifyError},
    unwrap::{DeliveryHeaders, UnwrapError, unwrap},
};

const ID: &str = "svix-id";
const TIMESTAMP: &str = "svix-timestamp";
const SIGNATURE: &str = "svix-signature";

/// The names of the headers, and those of Standard Webhooks.
const NAMES: [[&str; 3]; 2] = [
    [ID, TIMESTAMP, SIGNATURE],
    ["webhook-id", "webhook-timestamp", "webhook-signature"],
];

const SECRET_PREFIX: &str = "whsec_";
/// The length of a secret in bytes, as [Standard Webhooks](https://www.standardwebhooks.com) defines it: from 192 to
/// 512 bits.
const SECRET_BYTES: RangeInclusive<usize> = 24..=64;
const VERSION: &str = "v1";
const SIGNATURE_BYTES: usize = 32;
/// Timestamps in milliseconds, from 1973 to 5138. As seconds, they would be after the year 5000.
const MILLISECONDS: RangeInclusive<u64> = 100_000_000_000..=99_999_999_999_999;
const FIVE_MINUTES: Duration = Duration::from_secs(300);

/// HMAC-SHA256, initialised with its key.
type Key = Hmac<Sha256>;

/// A verifier of deliveries, with one or more secrets.
///
/// # Examples
///
/// During the rotation of a secret, accept both:
///
/// ```
/// use scrapenest_webhooks::signature::Verifier;
///
/// let verifier = Verifier::new("whsec_dGhlIG9sZCBzZWNyZXQgZm9yIHRoZSBkb2Nz")?
///     .with_secret("whsec_dGhlIG5ldyBzZWNyZXQgZm9yIHRoZSBkb2Nz")?;
/// // Secrets are not shown.
/// assert_eq!(format!("{verifier:?}"), "Verifier { secrets: 2, tolerance: 300s }");
/// # Ok::<(), scrapenest_webhooks::signature::SecretError>(())
/// ```
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<Key>,
    tolerance: Duration,
}

impl Verifier {
    /// Creates a verifier from the secret of an endpoint in the form that ScrapeNest shows: `whsec_` and base64.
    ///
    /// The prefix and the base64 padding are optional.
    ///
    /// # Errors
    ///
    /// Returns an error if the secret is not base64, or is not 24 to 64 bytes long (the limits of Standard Webhooks).
    pub fn new(secret: &str) -> Result<Self, SecretError> {
        Ok(Self {
            keys: vec![key(secret)?],
            tolerance: FIVE_MINUTES,
        })
    }

    /// Adds another secret to accept.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`new`](Self::new).
    pub fn with_secret(mut self, secret: &str) -> Result<Self, SecretError> {
        self.keys.push(key(secret)?);
        Ok(self)
    }

    /// Sets how far `svix-timestamp` may be from now, in the past or in the future (default: 5 minutes).
    ///
    /// An attacker can replay a recorded delivery for this long.
    #[must_use]
    pub fn with_tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Verifies a delivery, using the system clock.
    ///
    /// Headers are pairs of a name, in any letter case, and a value: `&http::HeaderMap`, an array of
    /// pairs, a map. The body consists of the unmodified bytes of the request.
    ///
    /// # Errors
    ///
    /// Returns an error if a header is missing or malformed, the delivery is too old or too new, or no signature
    /// matches. The error contains neither secrets nor signatures.
    pub fn verify(&self, headers: impl DeliveryHeaders, body: &[u8]) -> Result<(), VerifyError> {
        #[allow(
            clippy::disallowed_methods,
            reason = "freshness is about the present; `verify_at` is there for what has to be repeatable"
        )]
        let now = SystemTime::now();
        self.verify_at(headers, body, now)
    }

    /// Verifies a delivery at the given time.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`verify`](Self::verify).
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::{Duration, UNIX_EPOCH};
    /// use scrapenest_webhooks::signature::{Verifier, VerifyError};
    ///
    /// let headers = [
    ///     ("Svix-Id", "msg_2b1f0e63"),
    ///     ("Svix-Timestamp", "1704110590"),
    ///     ("Svix-Signature", "v1,B+7mo6dPrOSvJGI+nUoofZjbR3KJ/zOPCv62oDH75pg="),
    /// ];
    /// let verifier = Verifier::new("whsec_c2VjcmV0IGZvciB0aGUgZG9jdW1lbnRhdGlvbg==")?;
    /// let sent = UNIX_EPOCH + Duration::from_secs(1_704_110_590);
    ///
    /// assert_eq!(verifier.verify_at(headers, b"{}", sent), Ok(()));
    /// assert_eq!(verifier.verify_at(headers, b"[]", sent), Err(VerifyError::NoMatch));
    ///
    /// let age = Duration::from_secs(301);
    /// assert_eq!(verifier.verify_at(headers, b"{}", sent + age), Err(VerifyError::TooOld { age }));
    /// # Ok::<(), scrapenest_webhooks::signature::SecretError>(())
    /// ```
    pub fn verify_at(
        &self,
        headers: impl DeliveryHeaders,
        body: &[u8],
        now: SystemTime,
    ) -> Result<(), VerifyError> {
        headers.verify(self, body, now)
    }

    fn verify_pairs<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
        now: SystemTime,
    ) -> Result<(), VerifyError> {
        let Headers { names, values } = Headers::pick(headers)?;
        let ([id_name, timestamp_name, signature_name], [id, timestamp, signatures]) =
            (names, &values);
        let id = text(id_name, id)?;
        let timestamp = text(timestamp_name, timestamp)?;
        let signatures = text(signature_name, signatures)?;
        if !is_sound_id(id) {
            return Err(VerifyError::MalformedId);
        }
        self.check_age(timestamp, now)?;
        self.check_signatures(id, timestamp, signatures, body)
    }

    fn check_age(&self, timestamp: &str, now: SystemTime) -> Result<(), VerifyError> {
        // The number parser would accept a sign as well.
        let is_number = timestamp.bytes().all(|byte| byte.is_ascii_digit());
        let number = timestamp.parse().ok().filter(|_| is_number);
        if number.is_some_and(|number| MILLISECONDS.contains(&number)) {
            return Err(VerifyError::TimestampInMilliseconds);
        }
        let sent = number
            .and_then(|seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds)))
            .ok_or(VerifyError::MalformedTimestamp)?;
        match now.duration_since(sent) {
            Ok(age) if age > self.tolerance => Err(VerifyError::TooOld { age }),
            Err(error) if error.duration() > self.tolerance => Err(VerifyError::TooNew {
                ahead: error.duration(),
            }),
            _ => Ok(()),
        }
    }

    fn check_signatures(
        &self,
        id: &str,
        timestamp: &str,
        signatures: &str,
        body: &[u8],
    ) -> Result<(), VerifyError> {
        let mut candidates = Vec::new();
        let mut is_malformed = false;
        for entry in signatures.split(' ').filter(|entry| !entry.is_empty()) {
            match entry.split_once(',') {
                Some((VERSION, base64)) => match decode(base64) {
                    Some(signature) => candidates.push(signature),
                    None => is_malformed = true,
                },
                // The signature has a version that is newer or older than this one.
                Some(_) => {}
                None => is_malformed = true,
            }
        }
        let matches = !candidates.is_empty()
            && self.keys.iter().any(|key| {
                let expected = mac(key, id, timestamp, body).finalize();
                // `CtOutput` compares in constant time.
                candidates.contains(&expected)
            });
        match (matches, is_malformed, candidates.is_empty()) {
            (true, _, _) => Ok(()),
            (false, true, _) => Err(VerifyError::MalformedSignature),
            (false, false, true) => Err(VerifyError::NoKnownVersion),
            (false, false, false) => Err(VerifyError::NoMatch),
        }
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.keys.len())
            .field("tolerance", &self.tolerance)
            .finish()
    }
}

/// Signs a delivery as ScrapeNest does, and returns the three headers to send with it.
///
/// Use it in tests and local development, to send deliveries to your own receiver.
///
/// # Errors
///
/// Returns an error if the secret is invalid, the id is empty or contains a dot or a control character, or the time is
/// before 1970.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use scrapenest_webhooks::signature::{Verifier, sign};
///
/// let secret = "whsec_c2VjcmV0IGZvciB0aGUgZG9jdW1lbnRhdGlvbg==";
/// let sent = UNIX_EPOCH + Duration::from_secs(1_704_110_590);
/// let headers = sign(secret, "msg_2b1f0e63", sent, b"{}")?;
/// assert_eq!(Verifier::new(secret)?.verify_at(headers, b"{}", sent), Ok(()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sign(
    secret: &str,
    id: &str,
    sent: SystemTime,
    body: &[u8],
) -> Result<[(&'static str, String); 3], SignError> {
    let key = key(secret)?;
    if !is_sound_id(id) {
        return Err(SignError::MalformedId);
    }
    let timestamp = sent
        .duration_since(UNIX_EPOCH)
        .map_err(|_| SignError::BeforeEpoch)?
        .as_secs()
        .to_string();
    let signature = mac(&key, id, &timestamp, body).finalize().into_bytes();
    let signature = format!("{VERSION},{}", Base64::encode_string(&signature));
    Ok([
        (ID, id.to_owned()),
        (TIMESTAMP, timestamp),
        (SIGNATURE, signature),
    ])
}

fn key(secret: &str) -> Result<Key, SecretError> {
    const QUOTES: [char; 7] = ['"', '\'', '`', '“', '”', '‘', '’'];
    if secret.starts_with(QUOTES) || secret.ends_with(QUOTES) {
        return Err(SecretError::Quoted);
    }
    if secret.starts_with("v1,") {
        return Err(SecretError::VersionPrefix);
    }
    let base64 = secret.strip_prefix(SECRET_PREFIX).unwrap_or(secret);
    if base64.starts_with(SECRET_PREFIX) {
        return Err(SecretError::PrefixTwice);
    }
    // A base64 secret of random bytes practically never has only hexadecimal digits.
    let is_hex = base64.bytes().all(|byte| byte.is_ascii_hexdigit());
    if base64.len() >= 32 && is_hex && base64.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(SecretError::Hexadecimal);
    }
    let bytes = if base64.contains('=') {
        Base64::decode_vec(base64)
    } else {
        Base64Unpadded::decode_vec(base64)
    }
    .map_err(|_| SecretError::NotBase64)?;
    if bytes.is_empty() {
        return Err(SecretError::Empty);
    }
    if !SECRET_BYTES.contains(&bytes.len()) {
        return Err(SecretError::Length { bytes: bytes.len() });
    }
    // HMAC takes keys of any length.
    Key::new_from_slice(&bytes).map_err(|_| SecretError::Empty)
}

fn mac(key: &Key, id: &str, timestamp: &str, body: &[u8]) -> Key {
    let parts = [id.as_bytes(), b".", timestamp.as_bytes(), b".", body];
    let mut mac = key.clone();
    for part in parts {
        mac.update(part);
    }
    mac
}

fn decode(base64: &str) -> Option<CtOutput<Key>> {
    let mut bytes = [0; SIGNATURE_BYTES];
    let decoded = Base64::decode(base64, &mut bytes).ok()?;
    (decoded.len() == SIGNATURE_BYTES).then(|| CtOutput::new(bytes.into()))
}

/// Returns whether an id is not empty and has no dot or control character.
///
/// With a dot in the id, the boundaries between id, timestamp and body could be moved without a change
/// of the signed bytes.
fn is_sound_id(id: &str) -> bool {
    !id.is_empty() && !id.chars().any(|c| c == '.' || c.is_control())
}

/// The relevant headers and their names, collected while all headers are read.
struct Headers<V> {
    names: [&'static str; 3],
    values: [Option<V>; 3],
}

impl<V: AsRef<[u8]>> Headers<V> {
    fn pick<N: AsRef<str>>(headers: impl IntoIterator<Item = (N, V)>) -> Result<Self, VerifyError> {
        let mut picked = NAMES.map(|names| Self {
            names,
            values: [None, None, None],
        });
        for (name, value) in headers {
            let name = name.as_ref();
            let slots = picked
                .iter_mut()
                .flat_map(|set| set.names.iter().zip(&mut set.values));
            let mut slots = slots.filter(|(known, _)| name.eq_ignore_ascii_case(known));
            let Some((known, slot)) = slots.next() else {
                continue;
            };
            if slot.replace(value).is_some() {
                return Err(VerifyError::RepeatedHeader(known));
            }
        }
        // Only one set is used: headers of the other one are duplicates, or were added in between.
        let [branded, unbranded] = picked;
        let is_there = |set: &Self| set.values.iter().any(Option::is_some);
        if !is_there(&branded) && is_there(&unbranded) {
            Ok(unbranded)
        } else {
            Ok(branded)
        }
    }
}

/// Returns the value of a header. An empty value counts as missing.
fn text<'v, V: AsRef<[u8]>>(
    name: &'static str,
    value: &'v Option<V>,
) -> Result<&'v str, VerifyError> {
    let value = value.as_ref().map(V::as_ref).unwrap_or_default();
    match str::from_utf8(value) {
        Ok("") => Err(VerifyError::MissingHeader(name)),
        Ok(text) => Ok(text),
        Err(_) => Err(VerifyError::HeaderIsNotText(name)),
    }
}
