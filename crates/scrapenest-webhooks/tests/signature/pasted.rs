//! Secrets and headers in other forms than those of Svix.

use base64ct::{Base64, Encoding};
use scrapenest_webhooks::signature::{SecretError, Verifier, VerifyError};

use crate::{BODY, Headers, NOW, OTHER, SECRET, at, signed, verify, with};

/// Text that is pasted with a secret is named in the error, and never shown.
#[test]
fn what_stands_around_a_secret_is_named() {
    let hex = "0123456789abcdef".repeat(4);
    for (secret, error, words) in [
        (
            format!("v1,{SECRET}"),
            SecretError::VersionPrefix,
            "has `v1,` before it",
        ),
        (
            format!("\"{SECRET}\""),
            SecretError::Quoted,
            "quotation marks",
        ),
        (
            format!("'{SECRET}'"),
            SecretError::Quoted,
            "quotation marks",
        ),
        (
            format!("`{SECRET}`"),
            SecretError::Quoted,
            "quotation marks",
        ),
        (
            format!("“{SECRET}”"),
            SecretError::Quoted,
            "quotation marks",
        ),
        (
            format!("whsec_{SECRET}"),
            SecretError::PrefixTwice,
            "`whsec_` twice",
        ),
        (
            "whsec_whsec_YWJj".to_owned(),
            SecretError::PrefixTwice,
            "`whsec_` twice",
        ),
        (
            hex.clone(),
            SecretError::Hexadecimal,
            "hexadecimal digits (expected base64)",
        ),
        (
            format!("whsec_{}", hex.to_uppercase()),
            SecretError::Hexadecimal,
            "hexadecimal digits (expected base64)",
        ),
    ] {
        assert_eq!(Verifier::new(&secret).unwrap_err(), error, "{secret}");
        let message = error.to_string();
        assert!(message.contains(words), "{message}");
        assert!(!message.contains(&SECRET[6..]), "{message}");
    }
    // Secrets of random bytes can have this length.
    let long = Base64::encode_string(&[0xA5; 48]);
    assert_eq!(long.len(), 64);
    Verifier::new(&long).unwrap();
}

#[test]
fn milliseconds_are_named() {
    for milliseconds in [NOW * 1000, NOW * 1000 + 999, 100_000_000_000] {
        let headers = with("svix-timestamp", milliseconds.to_string());
        let error = verify(&headers, BODY, at(NOW)).unwrap_err();
        assert_eq!(error, VerifyError::TimestampInMilliseconds);
        assert!(error.to_string().contains("looks like milliseconds"));
    }
    let headers = with("svix-timestamp", "99999999999");
    let error = verify(&headers, BODY, at(NOW)).unwrap_err();
    assert!(matches!(error, VerifyError::TooNew { .. }));
}

/// Standard Webhooks has the same headers under names without `svix`.
#[test]
fn unbranded_headers_are_read_as_well() {
    let unbranded = |headers: Headers| -> Headers {
        let rename = |(name, value): (String, Vec<u8>)| (name.replace("svix-", "Webhook-"), value);
        headers.into_iter().map(rename).collect()
    };
    let headers = unbranded(signed(SECRET, BODY));
    assert_eq!(verify(&headers, BODY, at(NOW)), Ok(()));
    assert_eq!(verify(&headers, b"{}", at(NOW)), Err(VerifyError::NoMatch));
    for (index, name) in ["webhook-id", "webhook-timestamp", "webhook-signature"]
        .into_iter()
        .enumerate()
    {
        let mut missing = headers.clone();
        missing.remove(index);
        assert_eq!(
            verify(&missing, BODY, at(NOW)),
            Err(VerifyError::MissingHeader(name))
        );
        let mut repeated = headers.clone();
        repeated.push(headers[index].clone());
        assert_eq!(
            verify(&repeated, BODY, at(NOW)),
            Err(VerifyError::RepeatedHeader(name))
        );
    }
    // The set of Svix is used if a delivery has both, and parts of both sets do not form one.
    let both = [signed(SECRET, BODY), unbranded(signed(OTHER, BODY))].concat();
    assert_eq!(verify(&both, BODY, at(NOW)), Ok(()));
    let both = [signed(OTHER, BODY), unbranded(signed(SECRET, BODY))].concat();
    assert_eq!(verify(&both, BODY, at(NOW)), Err(VerifyError::NoMatch));
    let mixed = [&signed(SECRET, BODY)[..1], &headers[1..]].concat();
    let missing = Err(VerifyError::MissingHeader("svix-timestamp"));
    assert_eq!(verify(&mixed, BODY, at(NOW)), missing);
}
