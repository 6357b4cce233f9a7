//! Signatures in the form of `minisign`: Ed25519, with keys and signatures that its program reads.

use std::{fmt, fmt::Write as _, io::Cursor};

use base64ct::{Base64, Encoding as _};
use minisign::{PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

use schema_registry::released::is_date;

use crate::error::{Attempt, Error, Reason};

/// The untrusted comment of every signature. It is not signed, so it is always the same.
pub(crate) const COMMENT: &str = "signature of what is published";

/// The words before the address in a statement. They name its purpose, so that nothing else that the owner of the
/// key has signed counts as a publication.
pub(crate) const PURPOSE: &str = "publication of ";

/// The words before the day in a statement.
pub(crate) const DAY: &str = ", signed on ";

/// The statement that is signed together with the bytes, so that they count only for the purpose it names:
/// minisign's trusted comment.
///
/// # Examples
///
/// ```
/// use schema_publish::signature::Statement;
///
/// let text = "publication of https://docs.example.com/, signed on 2026-01-31";
/// let statement: Statement = text.parse()?;
/// assert_eq!(statement.base_uri, "https://docs.example.com/");
/// assert_eq!(statement.to_string(), text);
/// # Ok::<(), schema_publish::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The address of the registry whose publication is signed.
    pub base_uri: String,
    /// The day of the signature, as `YYYY-MM-DD`.
    pub signed_on: String,
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            base_uri,
            signed_on,
        } = self;
        write!(f, "{PURPOSE}{base_uri}{DAY}{signed_on}")
    }
}

impl std::str::FromStr for Statement {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix(PURPOSE);
        let parts = rest.and_then(|rest| rest.rsplit_once(DAY));
        match parts {
            Some((base_uri, signed_on)) if is_date(signed_on) => Ok(Self {
                base_uri: base_uri.to_owned(),
                signed_on: signed_on.to_owned(),
            }),
            _ => Err(invalid(Reason::AnotherPurpose {
                comment: text.to_owned(),
            })),
        }
    }
}

/// The requirements for the signature of a publication.
#[derive(Clone, Debug)]
pub struct Trust<'a> {
    /// The key whose owner has to have signed the manifest.
    pub key: &'a Verifier,
    /// The address of the registry, if it is known: a publication of another one is rejected.
    pub base_uri: Option<String>,
    /// The days on which the signature may have been made, if they matter.
    pub days: Option<Days>,
}

/// The days from one to another, both included, as `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

impl Trust<'_> {
    /// Verifies that the owner of the key signed some bytes, for this registry and within the days.
    ///
    /// # Errors
    ///
    /// Returns an error if the signature is not valid for them.
    pub fn verify(&self, bytes: &[u8], signature: &[u8]) -> Result<Statement, Error> {
        let statement = self.key.verify(bytes, signature)?;
        if let Some(wanted) = &self.base_uri
            && *wanted != statement.base_uri
        {
            return Err(invalid(Reason::AnotherRegistrySigned {
                signed: statement.base_uri,
                wanted: wanted.clone(),
            }));
        }
        let day = &statement.signed_on;
        match &self.days {
            Some(Days { first, .. }) if day < first => Err(invalid(Reason::SignatureTooOld {
                day: day.clone(),
                first: first.clone(),
            })),
            Some(Days { last, .. }) if day > last => {
                Err(invalid(Reason::SignatureInFuture { day: day.clone() }))
            }
            _ => Ok(statement),
        }
    }
}

/// Returns the address of the registry that is read from a source, if it is known: `base_uri`, or else the address
/// of a web server. It ends in one `/`.
#[must_use]
pub fn registry_of(source: &str, base_uri: Option<&str>) -> Option<String> {
    let scheme = source.split_once("://").map(|(scheme, _)| scheme);
    let is_web = scheme.is_some_and(|it| ["http", "https"].contains(&it));
    let address = base_uri.or(is_web.then_some(source))?;
    Some(format!("{}/", address.trim_end_matches('/')))
}

/// A secret key to sign with. It is never shown.
pub struct Key(SecretKey);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// Parses the text of a secret key file, with its password if it has one.
    ///
    /// # Errors
    ///
    /// Returns an error if it is not a key, or if the password is wrong. The error does not show the text.
    pub fn parse(text: &str, password: Option<String>) -> Result<Self, Error> {
        let failed = |reason| Error::new(Attempt::UseSecretKey, reason);
        let parsed = SecretKeyBox::from_string(text.trim_start());
        let parsed = parsed.map_err(|_| failed(Reason::NotAKey))?;
        let key = match password {
            Some(password) => parsed.into_secret_key(Some(password)),
            None => parsed.into_unencrypted_secret_key(),
        };
        let key = key.ok().or_else(|| without_checksum(text));
        Ok(Self(key.ok_or_else(|| failed(Reason::WrongPassword))?))
    }

    /// Returns the key that verifies what this one signs.
    ///
    /// # Errors
    ///
    /// Returns an error if the key is damaged.
    pub fn verifier(&self) -> Result<Verifier, Error> {
        let key = PublicKey::from_secret_key(&self.0);
        let key = key.map_err(|error| Error::new(Attempt::UseSecretKey, error))?;
        Ok(Verifier(key))
    }

    /// Signs some bytes with a statement.
    ///
    /// # Errors
    ///
    /// Returns an error if the key cannot sign.
    pub fn sign(&self, bytes: &[u8], statement: &Statement) -> Result<String, Error> {
        // A damaged key is detected here: its public half does not verify what it signs.
        let verifier = self.verifier()?;
        let signed = minisign::sign(
            Some(&verifier.0),
            &self.0,
            Cursor::new(bytes),
            Some(&statement.to_string()),
            Some(COMMENT),
        );
        let signed = signed.map_err(|error| Error::new(Attempt::Sign, error))?;
        Ok(signed.into_string())
    }
}

/// Parses a key without a password as the program `minisign` writes it: its checksum is all zeros, which the
/// library rejects.
fn without_checksum(text: &str) -> Option<SecretKey> {
    const CHECKSUM: usize = 32;
    let bytes = Base64::decode_vec(text.trim().lines().nth(1)?.trim()).ok()?;
    let (body, checksum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
    let has_none = checksum.iter().all(|byte| *byte == 0);
    // The algorithm that derives a key from the password: none.
    let is_open = body.get(2..4) == Some(&[0, 0]);
    (has_none && is_open).then(|| SecretKey::from_bytes(&bytes).ok())?
}

/// A public key to verify with.
///
/// # Examples
///
/// ```
/// use schema_publish::signature::Verifier;
///
/// let line = "RWT1B2xS2kmBqIoO8tqmxJey74iFrSyV4VCgSnlRbjN8WVq/ki01HueE";
/// let verifier = Verifier::parse(line)?;
/// assert_eq!(verifier.to_line(), line);
/// assert!(verifier.verify(b"{}", b"not a signature").is_err());
/// # Ok::<(), schema_publish::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier(PublicKey);

impl Verifier {
    /// Parses a public key: the text of its file, or its second line alone.
    ///
    /// # Errors
    ///
    /// Returns an error if it is not a public key.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let key = if text.contains('\n') {
            PublicKeyBox::from_string(text).and_then(PublicKeyBox::into_public_key)
        } else {
            PublicKey::from_base64(text)
        };
        let key = key.map_err(|error| Error::new(Attempt::UsePublicKey, error))?;
        Ok(Self(key))
    }

    /// Returns the key as one line, which [`Verifier::parse`] reads.
    #[must_use]
    pub fn to_line(&self) -> String {
        self.0.to_base64()
    }

    /// Returns the identifier of the key, as `minisign` shows it.
    #[must_use]
    pub fn id(&self) -> String {
        shown(self.0.keynum())
    }

    /// Verifies that the owner of the key signed some bytes, and returns the statement that was signed with them.
    ///
    /// # Errors
    ///
    /// Returns an error if the signature is not valid for them.
    pub fn verify(&self, bytes: &[u8], signature: &[u8]) -> Result<Statement, Error> {
        let (signature, statement) = parse(signature)?;
        let verified =
            minisign::verify(&self.0, &signature, Cursor::new(bytes), true, false, false);
        verified.map_err(|error| invalid(Reason::Minisign(error)))?;
        Ok(statement)
    }
}

/// Returns the identifier of the key of a signature, or `None` if the bytes are not a signature.
#[must_use]
pub fn key_id(signature: &[u8]) -> Option<String> {
    let signature = SignatureBox::from_string(str::from_utf8(signature).ok()?).ok()?;
    Some(shown(signature.keynum()))
}

/// Formats the number of a key, which is written with its last byte first.
fn shown(number: &[u8]) -> String {
    number.iter().rev().fold(String::new(), |mut text, byte| {
        // Writing to a `String` does not fail.
        let _ = write!(text, "{byte:02X}");
        text
    })
}

/// Parses a signature, which has one valid form only: parts that are not signed cannot be changed either. The
/// program `minisign` writes other comments, so its own signatures are rejected.
fn parse(bytes: &[u8]) -> Result<(SignatureBox, Statement), Error> {
    let unreadable = |error| invalid(Reason::SignatureUnreadable(error));
    let text = str::from_utf8(bytes).map_err(|error| invalid(Reason::SignatureNotUtf8(error)))?;
    let read = || SignatureBox::from_string(text);
    let signature = read().map_err(unreadable)?;
    let comment = signature.untrusted_comment();
    if comment.is_ok_and(|comment| comment != COMMENT) {
        return Err(invalid(Reason::SignatureComment));
    }
    if !read().is_ok_and(|signature| signature.into_string() == text) {
        return Err(invalid(Reason::SignatureForm));
    }
    let trusted = signature.trusted_comment();
    let trusted = trusted.map_err(unreadable)?;
    Ok((signature, trusted.parse()?))
}

/// Returns the statement of a signature, without verifying who made it.
///
/// # Errors
///
/// Returns an error if it is not a signature of a publication.
pub fn statement(signature: &[u8]) -> Result<Statement, Error> {
    parse(signature).map(|(_, statement)| statement)
}

fn invalid(reason: Reason) -> Error {
    Error::new(Attempt::VerifySignature, reason)
}
