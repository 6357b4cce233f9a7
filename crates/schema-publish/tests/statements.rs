//! A signature is valid only for the purpose it was made for.

#![allow(
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::io::Cursor;

use minisign::{KeyPair, PublicKey, SecretKey};
use schema_publish::signature::{Statement, Trust, Verifier, registry_of};

const COMMENT: &str = "signature of what is published";
const STATEMENT: &str = "publication of https://docs.example.com/, signed on 2026-01-31";

fn sign(pair: &KeyPair, bytes: &[u8], trusted: &str) -> String {
    let bytes = Cursor::new(bytes);
    let (public, secret) = (Some(&pair.pk), &pair.sk);
    let signed = minisign::sign(public, secret, bytes, Some(trusted), Some(COMMENT));
    signed.unwrap().into_string()
}

fn verifier(key: &PublicKey) -> Verifier {
    Verifier::parse(&key.to_base64()).unwrap()
}

#[test]
fn what_was_signed_for_something_else_is_rejected() {
    let pair = KeyPair::generate_unencrypted_keypair().unwrap();
    let verifier = verifier(&pair.pk);
    let verify = |trusted: &str| verifier.verify(b"{}", sign(&pair, b"{}", trusted).as_bytes());
    assert_eq!(verify(STATEMENT).unwrap().to_string(), STATEMENT);
    for trusted in [
        "timestamp:1769817600\tfile:manifest.json\thashed",
        "manifest.json",
        "release of https://docs.example.com/, signed on 2026-01-31",
        "publication of https://docs.example.com/",
        "publication of https://docs.example.com/, signed on 2026-02-30",
        "publication of https://docs.example.com/, signed on 2026-01-31T00:00:00Z",
        "Publication of https://docs.example.com/, signed on 2026-01-31",
    ] {
        let why = verify(trusted).unwrap_err().why();
        assert!(
            why.contains("it was made for something else"),
            "{trusted}: {why}"
        );
    }
}

#[test]
fn keys_and_signatures_that_look_alike_are_told_apart() {
    let (one, other) = (
        KeyPair::generate_unencrypted_keypair().unwrap(),
        KeyPair::generate_unencrypted_keypair().unwrap(),
    );
    let verifier = verifier(&one.pk);
    let own = sign(&one, b"{}", STATEMENT);
    assert!(verifier.verify(b"{}", own.as_bytes()).is_ok());
    assert!(verifier.verify(b"{} ", own.as_bytes()).is_err());
    let by_other = sign(&other, b"{}", STATEMENT);
    assert!(verifier.verify(b"{}", by_other.as_bytes()).is_err());
    // Another key can be given the same number: the bytes from 2 to 10 of each key.
    let mut bytes = other.sk.to_bytes();
    let number = 54..62;
    bytes[number.clone()].copy_from_slice(one.pk.keynum());
    let forged = SecretKey::from_bytes(&bytes).unwrap();
    let mut public = other.pk.to_bytes();
    public[2..10].copy_from_slice(one.pk.keynum());
    let pair = KeyPair {
        pk: PublicKey::from_bytes(&public).unwrap(),
        sk: forged,
    };
    assert_eq!(pair.pk.keynum(), one.pk.keynum());
    let same_number = sign(&pair, b"{}", STATEMENT);
    assert!(verifier.verify(b"{}", same_number.as_bytes()).is_err());
    // A signature covers its trusted comment, so a changed one does not verify.
    for (old, new) in [
        ("docs.example.com", "evil.example.com"),
        ("2026-01-31", "2027-01-31"),
    ] {
        let changed = own.replace(old, new);
        assert_ne!(changed, own);
        assert!(verifier.verify(b"{}", changed.as_bytes()).is_err(), "{new}");
    }
}

#[test]
fn statements_have_one_form() {
    let statement: Statement = STATEMENT.parse().unwrap();
    assert_eq!(statement.base_uri, "https://docs.example.com/");
    assert_eq!(statement.signed_on, "2026-01-31");
    assert_eq!(statement.to_string(), STATEMENT);
    let odd = "publication of x, signed on 2000-01-01, signed on 2026-01-31";
    let odd: Statement = odd.parse().unwrap();
    assert_eq!(odd.base_uri, "x, signed on 2000-01-01");
}

#[test]
fn registries_are_known_by_their_addresses() {
    let pair = KeyPair::generate_unencrypted_keypair().unwrap();
    let verifier = verifier(&pair.pk);
    let signature = sign(&pair, b"{}", STATEMENT);
    for (source, named, is_ours) in [
        ("https://docs.example.com/", None, true),
        ("https://docs.example.com", None, true),
        ("https://staging.example.com/", None, false),
        ("https://docs.example.com/v2/", None, false),
        ("http://docs.example.com/", None, false),
        (
            "http://127.0.0.1:8000",
            Some("https://docs.example.com/"),
            true,
        ),
        (
            "https://docs.example.com/",
            Some("https://staging.example.com/"),
            false,
        ),
        ("s3://bucket/prefix", None, true),
        ("folder", None, true),
        ("folder", Some("https://staging.example.com"), false),
    ] {
        let trust = Trust {
            key: &verifier,
            base_uri: registry_of(source, named),
            days: None,
        };
        let verified = trust.verify(b"{}", signature.as_bytes());
        assert_eq!(
            verified.is_ok(),
            is_ours,
            "{source} {named:?}: {verified:?}"
        );
    }
}
