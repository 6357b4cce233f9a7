//! Parses addresses of destinations. An address that may contain a secret is rejected, since addresses are printed
//! and written to lock files.

use url::Url;

use crate::error::{Attempt, Error, Reason};

/// A parsed address.
#[derive(Debug)]
pub(super) enum Address {
    /// A folder, by its path.
    Folder(String),
    /// A web server.
    Web(Url),
    /// A bucket or container of an object store, as an address with its scheme in lower case.
    Store(String),
}

/// The schemes of object stores.
const STORES: [&str; 3] = ["s3", "gs", "az"];

/// Parses an address. No error shows a part of it that may be secret.
pub(super) fn parse(target: &str) -> Result<Address, Error> {
    // Parsers of URLs ignore control characters and surrounding white space, which could hide a secret.
    let plain: String = target.chars().filter(|it| !it.is_control()).collect();
    if plain.trim() != target && scheme(plain.trim()).is_some() {
        return Err(Error::new(Attempt::UseAddress, Reason::WhiteSpace));
    }
    let Some(scheme) = scheme(target) else {
        return Ok(Address::Folder(target.to_owned()));
    };
    let failed = |reason| Err(Error::new(Attempt::use_target(target), reason));
    if scheme == "file" {
        return match target.split_once("://") {
            Some((_, path)) if path.starts_with('/') => Ok(Address::Folder(path.to_owned())),
            _ => failed(Reason::FileUrl),
        };
    }
    // A bucket name that is invalid in a URL is left to the store to reject.
    let url = match Url::parse(target) {
        Ok(url) => Some(url),
        Err(_) if target.contains(['@', '?', '#']) => return Err(secret()),
        Err(_) => None,
    };
    if url.as_ref().is_some_and(has_secret) {
        return Err(secret());
    }
    match url {
        Some(url) if is_web(&scheme) => Ok(Address::Web(url)),
        _ if is_web(&scheme) => failed(Reason::InvalidUrl),
        _ if STORES.contains(&scheme.as_str()) => {
            let (_, rest) = target.split_once(':').unwrap_or_default();
            let rest = rest.strip_prefix("//").unwrap_or(rest);
            if rest.is_empty() || rest.starts_with('/') {
                failed(Reason::NoContainer)
            } else {
                Ok(Address::Store(format!("{scheme}://{rest}")))
            }
        }
        _ => failed(Reason::UnknownScheme),
    }
}

/// Rejects an endpoint that is not an `http` or `https` URL, or may contain a secret.
pub(super) fn check_endpoint(endpoint: &str) -> Result<(), Error> {
    let failed = |reason| Err(Error::new(Attempt::UseEndpoint, reason));
    match Url::parse(endpoint) {
        Err(_) => failed(Reason::InvalidUrl),
        Ok(url) if has_secret(&url) => Err(secret()),
        Ok(url) if !is_web(url.scheme()) => failed(Reason::EndpointScheme),
        Ok(_) => Ok(()),
    }
}

fn secret() -> Error {
    Error::new(Attempt::UseAddress, Reason::Secret)
}

fn has_secret(url: &Url) -> bool {
    let has_user = !url.username().is_empty() || url.password().is_some();
    has_user || url.query().is_some() || url.fragment().is_some()
}

fn is_web(scheme: &str) -> bool {
    matches!(scheme, "http" | "https")
}

/// Returns the scheme of an address in lower case, or `None` for a path. After a known scheme, a URL needs no
/// slashes.
fn scheme(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let is_scheme = !scheme.is_empty()
        && scheme
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    let scheme = scheme.to_ascii_lowercase();
    let is_known = is_web(&scheme) || scheme == "file" || scheme == "ftp";
    (is_scheme && (rest.starts_with("//") || is_known)).then_some(scheme)
}
