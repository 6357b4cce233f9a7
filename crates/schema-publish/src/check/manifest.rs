//! Reads the manifest of a publication, and verifies its signature.

use serde_json::json;

use crate::{
    destination::Destination,
    error::Error,
    manifest::{self, Manifest},
    portable_path,
    quote::{quoted, why_unreadable},
    signature::{self, Statement, Trust},
    site::{MANIFEST, SIGNATURE},
    verify::{Finding, look},
};

/// The manifest of a publication, and its signature if there is one.
pub(crate) struct Signed {
    pub(crate) manifest: Manifest,
    /// The bytes of the manifest.
    pub(crate) bytes: Vec<u8>,
    /// The statement of the signature, if there is one.
    pub(crate) statement: Option<Statement>,
}

/// Reads the manifest, and verifies its signature if a key is given. A manifest that cannot be relied on is a
/// finding. An error means that the source cannot be read.
pub(crate) fn manifest(
    source: &Destination,
    trust: Option<&Trust<'_>>,
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
            let why = if source.hides() {
                "it is missing, or must not be read: nothing is published here"
            } else {
                "it is missing: nothing is published here"
            };
            return finding(MANIFEST, why.into());
        }
        Err(error) => return finding(MANIFEST, error.why()),
    };
    let signature = match look(source, SIGNATURE)? {
        Ok(signature) => signature,
        Err(error) => return finding(SIGNATURE, error.why()),
    };
    let statement = match (&signature, trust) {
        (None, Some(_)) => {
            return finding(
                SIGNATURE,
                "it is missing: the manifest is not signed".into(),
            );
        }
        (None, None) => None,
        (Some(signature), Some(trust)) => match trust.verify(&bytes, &signature.bytes) {
            Ok(statement) => Some(statement),
            Err(error) => {
                let why = error.why();
                let message = format!("it does not verify this manifest by the key: {why}");
                return finding(SIGNATURE, message);
            }
        },
        (Some(signature), None) => match signature::statement(&signature.bytes) {
            Ok(statement) => Some(statement),
            Err(error) => return finding(SIGNATURE, error.why()),
        },
    };
    let manifest: Manifest = match serde_json::from_slice(&bytes) {
        Ok(manifest) => manifest,
        Err(error) => {
            let message = format!("not a manifest: {}", why_unreadable(&error));
            return finding(MANIFEST, message);
        }
    };
    if let Some(why) = super::why_invalid(&json!(manifest), &manifest::json_schema()) {
        return finding(MANIFEST, why);
    }
    let paths = manifest.files.iter().map(|entry| entry.path.as_str());
    if let Some((path, why)) = portable_path::unusable(paths).next() {
        let message = format!("it lists `{}`: {why}", quoted(path));
        return finding(MANIFEST, message);
    }
    Ok(Ok(Signed {
        manifest,
        bytes,
        statement,
    }))
}
