//! The manifest of a place, with its signature.

use crate::{
    destination::Destination,
    error::Error,
    manifest::Manifest,
    names,
    quote::{quoted, why_unreadable},
    signature::{self, Verifier},
    site::{MANIFEST, SIGNATURE},
    verify::{Finding, look},
};

/// The manifest of a place, and its signature if there is one.
pub(crate) struct Signed {
    pub(crate) manifest: Manifest,
    /// The bytes of the manifest.
    pub(crate) bytes: Vec<u8>,
    pub(crate) is_signed: bool,
}

/// Reads the manifest, and judges its signature by a key if one is given.
pub(crate) fn manifest(
    source: &Destination,
    key: Option<&Verifier>,
) -> Result<Result<Signed, Finding>, Error> {
    let finding = |path: &str, message: String| {
        Ok(Err(Finding {
            path: path.to_owned(),
            message,
        }))
    };
    let bytes = match look(source, MANIFEST)? {
        Ok(Some(stored)) => stored.bytes,
        Ok(None) => {
            let why = match source.hides() {
                true => "it is missing, or must not be read: nothing is published here",
                false => "it is missing: nothing is published here",
            };
            return finding(MANIFEST, why.into());
        }
        Err(why) => return finding(MANIFEST, why),
    };
    let signature = match look(source, SIGNATURE)? {
        Ok(signature) => signature,
        Err(why) => return finding(SIGNATURE, why),
    };
    if let Some(key) = key {
        let Some(signature) = &signature else {
            return finding(
                SIGNATURE,
                "it is missing: the manifest is not signed".into(),
            );
        };
        if let Some(why) = key.why_refused(&bytes, &signature.bytes) {
            let message = format!("the owner of the key did not sign this manifest: {why}");
            return finding(SIGNATURE, message);
        }
    }
    if let Some(signature) = &signature
        && let Some(why) = signature::why_none(&signature.bytes)
    {
        return finding(SIGNATURE, why);
    }
    let manifest: Manifest = match serde_json::from_slice(&bytes) {
        Ok(manifest) => manifest,
        Err(error) => {
            let message = format!("it is no manifest: {}", why_unreadable(&error));
            return finding(MANIFEST, message);
        }
    };
    let paths = manifest.files.iter().map(|entry| entry.path.as_str());
    if let Some((path, why)) = names::unusable(paths).next() {
        let message = format!("it lists `{}`: {why}", quoted(path));
        return finding(MANIFEST, message);
    }
    Ok(Ok(Signed {
        manifest,
        bytes,
        is_signed: signature.is_some(),
    }))
}
