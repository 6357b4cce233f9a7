//! Signatures in the form of `minisign`: Ed25519, with keys and signatures that its program reads.

use std::{fmt, io::Cursor};

use minisign::{PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

use crate::error::Error;

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
        Ok(Self(key.map_err(|_| Error::refused(doing, wrong))?))
    }

    /// Signs some bytes. The same key and bytes give the same signature.
    ///
    /// # Errors
    ///
    /// If the key cannot sign.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<String, Error> {
        let signed = minisign::sign(
            None,
            &self.0,
            Cursor::new(bytes),
            Some(comment),
            Some("signature of what is published"),
        );
        let signed = signed.map_err(|error| Error::new("cannot sign", error))?;
        Ok(signed.into_string())
    }
}

/// A key to verify with.
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

    /// Why some bytes were not signed by the owner of the key; `None` if they were.
    #[must_use]
    pub fn why_refused(&self, bytes: &[u8], signature: &str) -> Option<String> {
        let signature = match SignatureBox::from_string(signature) {
            Ok(signature) => signature,
            Err(error) => return Some(format!("the signature cannot be read: {error}")),
        };
        let verified =
            minisign::verify(&self.0, &signature, Cursor::new(bytes), true, false, false);
        verified.err().map(|error| error.to_string())
    }
}
