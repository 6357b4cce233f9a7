//! Signatures in the form of `minisign`: Ed25519, with keys and signatures that its program reads.

use std::{fmt, fmt::Write as _, io::Cursor};

use base64ct::{Base64, Encoding as _};
use minisign::{PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

use crate::error::Error;

/// What a signature says of itself. It is not signed, so it is always the same.
const COMMENT: &str = "signature of what is published";

/// A key to sign with. It is never shown.
pub struct Key(SecretKey);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// Reads the text of a secret key file, with its password if it has one.
    ///
    /// # Errors
    ///
    /// If it is none, or the password is another one. The error does not show the text.
    pub fn parse(text: &str, password: Option<String>) -> Result<Self, Error> {
        let doing = "cannot use the secret key";
        let parsed = SecretKeyBox::from_string(text.trim_start());
        let parsed = parsed.map_err(|_| Error::refused(doing, "it is no key of minisign"))?;
        let key = match password {
            Some(password) => parsed.into_secret_key(Some(password)),
            None => parsed.into_unencrypted_secret_key(),
        };
        let wrong = "it has a password that is another or missing, or is damaged";
        let key = key.ok().or_else(|| without_checksum(text));
        Ok(Self(key.ok_or_else(|| Error::refused(doing, wrong))?))
    }

    /// The key that verifies what this one signs.
    ///
    /// # Errors
    ///
    /// If the key is damaged.
    pub fn verifier(&self) -> Result<Verifier, Error> {
        let key = PublicKey::from_secret_key(&self.0);
        let key = key.map_err(|error| Error::new("cannot use the secret key", error))?;
        Ok(Verifier(key))
    }

    /// Signs some bytes, each time with other digits.
    ///
    /// # Errors
    ///
    /// If the key cannot sign.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<String, Error> {
        // A key that is damaged is noticed: its other half does not verify what it signs.
        let verifier = self.verifier()?;
        let signed = minisign::sign(
            Some(&verifier.0),
            &self.0,
            Cursor::new(bytes),
            Some(comment),
            Some(COMMENT),
        );
        let signed = signed.map_err(|error| Error::new("cannot sign", error))?;
        Ok(signed.into_string())
    }
}

/// A key without a password, as the program `minisign` writes it: with nothing in the place of its
/// checksum, which the library misses.
fn without_checksum(text: &str) -> Option<SecretKey> {
    const CHECKSUM: usize = 32;
    let bytes = Base64::decode_vec(text.trim().lines().nth(1)?.trim()).ok()?;
    let (body, checksum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
    let has_none = checksum.iter().all(|byte| *byte == 0);
    // Which algorithm makes a key of the password: none.
    let is_open = body.get(2..4) == Some(&[0, 0]);
    (has_none && is_open).then(|| SecretKey::from_bytes(&bytes).ok())?
}

/// A key to verify with.
///
/// # Examples
///
/// ```
/// use schema_publish::signature::Verifier;
///
/// let line = "RWT1B2xS2kmBqIoO8tqmxJey74iFrSyV4VCgSnlRbjN8WVq/ki01HueE";
/// let verifier = Verifier::parse(line)?;
/// assert_eq!(verifier.to_line(), line);
/// assert!(verifier.why_refused(b"{}", b"no signature").is_some());
/// # Ok::<(), schema_publish::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier(PublicKey);

impl Verifier {
    /// Reads a public key: the text of its file, or its second line alone.
    ///
    /// # Errors
    ///
    /// If it is none.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let key = match text.contains('\n') {
            true => PublicKeyBox::from_string(text).and_then(PublicKeyBox::into_public_key),
            false => PublicKey::from_base64(text),
        };
        let key = key.map_err(|error| Error::new("cannot use the public key", error))?;
        Ok(Self(key))
    }

    /// The key as one line, which [`Verifier::parse`] reads.
    #[must_use]
    pub fn to_line(&self) -> String {
        self.0.to_base64()
    }

    /// What the key is called in public, as `minisign` shows it.
    #[must_use]
    pub fn id(&self) -> String {
        shown(self.0.keynum())
    }

    /// Why some bytes were not signed by the owner of the key; `None` if they were.
    #[must_use]
    pub fn why_refused(&self, bytes: &[u8], signature: &[u8]) -> Option<String> {
        let signature = match parse(signature) {
            Ok(signature) => signature,
            Err(why) => return Some(why),
        };
        let verified =
            minisign::verify(&self.0, &signature, Cursor::new(bytes), true, false, false);
        verified.err().map(|error| error.to_string())
    }
}

/// What the key of a signature is called in public; `None` if the bytes are no signature.
#[must_use]
pub fn key_id(signature: &[u8]) -> Option<String> {
    let signature = SignatureBox::from_string(str::from_utf8(signature).ok()?).ok()?;
    Some(shown(signature.keynum()))
}

/// The number of a key, which is written with its last byte first.
fn shown(number: &[u8]) -> String {
    number.iter().rev().fold(String::new(), |mut text, byte| {
        // Writing to a `String` does not fail.
        let _ = write!(text, "{byte:02X}");
        text
    })
}

/// Reads a signature, which has one form only: a part that is not signed cannot be changed either. The program
/// `minisign` writes another comment, so what it signed is no signature here.
fn parse(bytes: &[u8]) -> Result<SignatureBox, String> {
    let unreadable = |why: &dyn fmt::Display| format!("it cannot be read: {why}");
    let text = str::from_utf8(bytes).map_err(|error| unreadable(&error))?;
    let read = || SignatureBox::from_string(text);
    let signature = read().map_err(|error| unreadable(&error))?;
    let comment = signature.untrusted_comment();
    let is_ours = comment.is_ok_and(|comment| comment == COMMENT);
    let written = read().map(SignatureBox::into_string);
    match written {
        Ok(written) if is_ours && written == text => Ok(signature),
        Ok(_) if !is_ours => Err(format!(
            "its first line is not `untrusted comment: {COMMENT}`, as `publish --key` writes it"
        )),
        _ => Err("it is not as it was written".into()),
    }
}

/// Why some bytes are no signature, whoever may have made it; `None` if they are.
#[must_use]
pub fn why_none(signature: &[u8]) -> Option<String> {
    parse(signature).err()
}
