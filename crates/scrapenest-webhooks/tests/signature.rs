//! Tests of deliveries and secrets that the feature `signature` accepts and rejects.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::{HeaderMap, HeaderValue};
use base64ct::{Base64, Encoding};
use scrapenest_webhooks::signature::{SecretError, SignError, Verifier, VerifyError, sign};

#[path = "signature/pasted.rs"]
mod pasted;
#[path = "../../../tests/src/skipped.rs"]
mod skipped;
#[path = "signature/svix.rs"]
mod svix;

const SECRET: &str = "whsec_BwgJCgsMDQ4PEBESExQVFhcYGRobHB0e";
const OTHER: &str = "whsec_HwgJCgsMDQ4PEBESExQVFhcYGRobHB0e";
const BODY: &[u8] = b"{\"event_type\": \"job.created\"}";
const NOW: u64 = 1_704_110_590;

type Headers = Vec<(String, Vec<u8>)>;

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Returns the headers of a valid delivery of `body` at `NOW`.
#[track_caller]
fn signed(secret: &str, body: &[u8]) -> Headers {
    let headers = sign(secret, "msg_1", at(NOW), body).unwrap();
    headers
        .map(|(name, value)| (name.to_owned(), value.into_bytes()))
        .into()
}

/// Returns the same headers with another value of one of them.
#[track_caller]
fn with(name: &str, value: impl AsRef<[u8]>) -> Headers {
    let mut headers = signed(SECRET, BODY);
    let header = headers.iter_mut().find(|(known, _)| known == name).unwrap();
    header.1 = value.as_ref().to_owned();
    headers
}

#[track_caller]
fn signature_of(headers: &Headers) -> String {
    String::from_utf8(headers[2].1.clone()).unwrap()
}

#[track_caller]
fn verify(headers: &Headers, body: &[u8], now: SystemTime) -> Result<(), VerifyError> {
    let verifier = Verifier::new(SECRET).unwrap();
    verifier.verify_at(headers.iter().cloned(), body, now)
}

#[test]
fn a_good_delivery_is_accepted() {
    assert_eq!(verify(&signed(SECRET, BODY), BODY, at(NOW)), Ok(()));
    assert_eq!(verify(&signed(SECRET, b""), b"", at(NOW)), Ok(()));
    let no_text = [0xff, 0x00, b'{'];
    assert_eq!(verify(&signed(SECRET, &no_text), &no_text, at(NOW)), Ok(()));
}

#[test]
fn headers_come_in_many_forms() {
    let verifier = Verifier::new(SECRET).unwrap();
    let headers = sign(SECRET, "msg_1", at(NOW), BODY).unwrap();
    assert_eq!(verifier.verify_at(headers.clone(), BODY, at(NOW)), Ok(()));

    let mut map = HeaderMap::new();
    map.insert("content-type", HeaderValue::from_static("application/json"));
    for (name, value) in &headers {
        map.insert(*name, value.parse().unwrap());
    }
    assert_eq!(verifier.verify_at(&map, BODY, at(NOW)), Ok(()));
    map.append("SVIX-ID", HeaderValue::from_static("msg_2"));
    let refused = verifier.verify_at(&map, BODY, at(NOW));
    assert_eq!(refused, Err(VerifyError::RepeatedHeader("svix-id")));

    let sorted: std::collections::BTreeMap<String, String> = headers
        .iter()
        .map(|(name, value)| (name.to_uppercase(), value.clone()))
        .collect();
    assert_eq!(verifier.verify_at(&sorted, BODY, at(NOW)), Ok(()));
    let mixed = headers.map(|(name, value)| (name.replace("svix", "sViX"), value));
    assert_eq!(verifier.verify_at(mixed, BODY, at(NOW)), Ok(()));
}

#[test]
fn the_window_is_300_seconds_both_ways() {
    let headers = signed(SECRET, BODY);
    let nanosecond = Duration::from_nanos(1);
    for now in [at(NOW + 300), at(NOW - 300), at(NOW + 299), at(NOW - 299)] {
        assert_eq!(verify(&headers, BODY, now), Ok(()));
    }
    for late in [
        Duration::from_secs(301),
        Duration::from_secs(300) + nanosecond,
    ] {
        let too_old = Err(VerifyError::TooOld { age: late });
        assert_eq!(verify(&headers, BODY, at(NOW) + late), too_old);
        let too_new = Err(VerifyError::TooNew { ahead: late });
        assert_eq!(verify(&headers, BODY, at(NOW) - late), too_new);
    }
    let before_1970 = UNIX_EPOCH - Duration::from_secs(10);
    let ahead = Duration::from_secs(NOW + 10);
    assert_eq!(
        verify(&headers, BODY, before_1970),
        Err(VerifyError::TooNew { ahead })
    );
}

#[test]
fn the_window_can_be_set() {
    let verify = |tolerance: Duration, now: SystemTime| {
        let verifier = Verifier::new(SECRET).unwrap().with_tolerance(tolerance);
        verifier.verify_at(signed(SECRET, BODY), BODY, now).is_ok()
    };
    assert!(verify(Duration::ZERO, at(NOW)));
    assert!(!verify(Duration::ZERO, at(NOW + 1)));
    assert!(!verify(Duration::ZERO, at(NOW - 1)));
    assert!(verify(Duration::from_secs(1_000), at(NOW + 1_000)));
    assert!(!verify(Duration::from_secs(1_000), at(NOW + 1_001)));
    assert!(verify(Duration::MAX, at(0)));
}

#[test]
fn the_clock_of_the_system_is_the_present() {
    #[allow(
        clippy::disallowed_methods,
        reason = "what is tested reads the clock too"
    )]
    let now = SystemTime::now();
    let verifier = Verifier::new(SECRET).unwrap();
    let sent = |when| verifier.verify(sign(SECRET, "msg_1", when, BODY).unwrap(), BODY);
    let ten_minutes = Duration::from_secs(600);
    assert_eq!(sent(now), Ok(()));
    assert!(matches!(
        sent(now - ten_minutes),
        Err(VerifyError::TooOld { .. })
    ));
    assert!(matches!(
        sent(now + ten_minutes),
        Err(VerifyError::TooNew { .. })
    ));
}

#[test]
fn any_change_is_noticed() {
    let headers = signed(SECRET, BODY);
    for place in 0..BODY.len() {
        for bit in 0..8 {
            let mut body = BODY.to_owned();
            body[place] ^= 1 << bit;
            assert_eq!(verify(&headers, &body, at(NOW)), Err(VerifyError::NoMatch));
        }
    }
    let longer = [BODY, b" "].concat();
    for body in [&longer, &BODY[1..], &BODY[..BODY.len() - 1], b""] {
        assert_eq!(verify(&headers, body, at(NOW)), Err(VerifyError::NoMatch));
    }
    for id in ["msg_2", "msg_", "MSG_1", "msg_1 "] {
        assert_eq!(
            verify(&with("svix-id", id), BODY, at(NOW)),
            Err(VerifyError::NoMatch)
        );
    }
    for timestamp in ["1704110591", "01704110590"] {
        let headers = with("svix-timestamp", timestamp);
        assert_eq!(verify(&headers, BODY, at(NOW)), Err(VerifyError::NoMatch));
    }
    let signature = Base64::decode_vec(&signature_of(&headers)[3..]).unwrap();
    for place in 0..signature.len() {
        let mut changed = signature.clone();
        changed[place] ^= 1;
        let changed = format!("v1,{}", Base64::encode_string(&changed));
        let headers = with("svix-signature", changed);
        assert_eq!(verify(&headers, BODY, at(NOW)), Err(VerifyError::NoMatch));
    }
    assert_eq!(
        verify(&signed(OTHER, BODY), BODY, at(NOW)),
        Err(VerifyError::NoMatch)
    );
}

#[test]
fn borders_between_the_parts_cannot_be_moved() {
    // Both have the signed text `a.1704110590.1704110591.{}`.
    let mut headers = sign(SECRET, "a", at(NOW), b"1704110591.{}").unwrap();
    assert_eq!(verify_all(&headers, b"1704110591.{}"), Ok(()));
    headers[0].1 = "a.1704110590".into();
    headers[1].1 = "1704110591".into();
    assert_eq!(verify_all(&headers, b"{}"), Err(VerifyError::MalformedId));
}

#[track_caller]
fn verify_all(headers: &[(&'static str, String)], body: &[u8]) -> Result<(), VerifyError> {
    let verifier = Verifier::new(SECRET).unwrap();
    verifier.verify_at(headers.iter().cloned(), body, at(NOW))
}

#[test]
fn missing_repeated_and_malformed_headers_are_told_apart() {
    for name in ["svix-id", "svix-timestamp", "svix-signature"] {
        let mut missing = signed(SECRET, BODY);
        missing.retain(|(known, _)| known != name);
        let refused = Err(VerifyError::MissingHeader(name));
        assert_eq!(verify(&missing, BODY, at(NOW)), refused);
        assert_eq!(verify(&with(name, ""), BODY, at(NOW)), refused);

        let mut repeated = signed(SECRET, BODY);
        let again = repeated.iter().find(|(known, _)| known == name).cloned();
        let (_, value) = again.unwrap();
        repeated.push((name.to_uppercase(), value));
        let refused = Err(VerifyError::RepeatedHeader(name));
        assert_eq!(verify(&repeated, BODY, at(NOW)), refused);

        let refused = Err(VerifyError::HeaderIsNotText(name));
        assert_eq!(verify(&with(name, b"\xff\xfe"), BODY, at(NOW)), refused);
    }
    let refused = verify(&Headers::new(), b"", at(NOW));
    assert_eq!(refused, Err(VerifyError::MissingHeader("svix-id")));

    for id in ["a.b", ".", "msg_1\0", "msg_1\n"] {
        let refused = verify(&with("svix-id", id), BODY, at(NOW));
        assert_eq!(refused, Err(VerifyError::MalformedId), "{id:?}");
    }
    for timestamp in [
        "soon",
        "-1",
        "+1704110590",
        "1704110590.0",
        "1704110590 ",
        " 1704110590",
        "1e9",
        "0x1",
        "18446744073709551616",
        "18446744073709551615",
        "１７０４１１０５９０",
        "2024-01-01T12:03:10Z",
    ] {
        let refused = verify(&with("svix-timestamp", timestamp), BODY, at(NOW));
        assert_eq!(refused, Err(VerifyError::MalformedTimestamp), "{timestamp}");
    }
}

#[test]
fn any_of_several_signatures_may_match() {
    let good = signature_of(&signed(SECRET, BODY));
    let bad = signature_of(&signed(OTHER, BODY));
    let accepted = [
        format!("{bad} {good}"),
        format!("{good} {bad}"),
        format!("v2,whatever v1a,{bad} {good}"),
        format!(" {good}  {bad} "),
        // A malformed entry next to a valid one does no harm.
        format!("nonsense v1,short {good}"),
        format!("{} {good}", vec![bad.as_str(); 1_000].join(" ")),
    ];
    for signatures in accepted {
        let headers = with("svix-signature", &signatures);
        assert_eq!(verify(&headers, BODY, at(NOW)), Ok(()), "{signatures}");
    }
    let (_, base64) = good.split_once(',').unwrap();
    let refused = [
        (bad.clone(), VerifyError::NoMatch),
        (format!("{bad} {bad} v2,{base64}"), VerifyError::NoMatch),
        (
            format!("v2,{base64} V1,{base64} ,{base64}"),
            VerifyError::NoKnownVersion,
        ),
        (" ".to_owned(), VerifyError::NoKnownVersion),
        (base64.to_owned(), VerifyError::MalformedSignature),
        (format!("{bad} v1"), VerifyError::MalformedSignature),
        (
            format!("v1,{}", &base64[..43]),
            VerifyError::MalformedSignature,
        ),
        (
            format!("v1,{}", &base64[..40]),
            VerifyError::MalformedSignature,
        ),
        (
            format!("v1,{base64}{base64}"),
            VerifyError::MalformedSignature,
        ),
        (format!("v1,{base64}\t"), VerifyError::MalformedSignature),
        (format!("v1,,{base64}"), VerifyError::MalformedSignature),
        ("v1,".to_owned(), VerifyError::MalformedSignature),
        (
            format!("v1,{}", "é".repeat(22)),
            VerifyError::MalformedSignature,
        ),
        (
            format!("v1,{}", "A".repeat(1_000_000)),
            VerifyError::MalformedSignature,
        ),
    ];
    for (signatures, error) in refused {
        let refused = verify(&with("svix-signature", &signatures), BODY, at(NOW));
        assert_eq!(refused, Err(error), "{signatures}");
    }
}

#[test]
fn both_secrets_count_while_they_rotate() {
    let verifier = Verifier::new(SECRET).unwrap().with_secret(OTHER).unwrap();
    for secret in [SECRET, OTHER] {
        let headers = sign(secret, "msg_1", at(NOW), BODY).unwrap();
        assert_eq!(verifier.verify_at(headers, BODY, at(NOW)), Ok(()));
    }
    let third = sign(
        "whsec_YSB0aGlyZCBzZWNyZXQsIDI0IGJ5dGVz",
        "msg_1",
        at(NOW),
        BODY,
    )
    .unwrap();
    let refused = verifier.verify_at(third, BODY, at(NOW));
    assert_eq!(refused, Err(VerifyError::NoMatch));
}

#[test]
fn the_key_is_what_the_base64_stands_for() {
    // Some senders use the whole text of the secret, or its base64 text, as the key.
    let (_, base64) = SECRET.split_once('_').unwrap();
    for wrong in [SECRET, base64] {
        let key = Base64::encode_string(wrong.as_bytes());
        let refused = verify(&signed(&key, BODY), BODY, at(NOW));
        assert_eq!(refused, Err(VerifyError::NoMatch));
    }
    assert_eq!(verify(&signed(base64, BODY), BODY, at(NOW)), Ok(()));
}

#[test]
fn what_is_no_secret_is_refused() {
    for text in ["", "whsec_"] {
        assert_eq!(
            Verifier::new(text).unwrap_err(),
            SecretError::Empty,
            "{text}"
        );
    }
    for text in [
        "whsec_ ",
        "whsec_abc=d",
        "whsec_YWJj\n",
        " whsec_YWJj",
        "whsec_a",
        "whsec_é",
        "whsec_-_-_",
        "=",
        "whsec_YWJjZA=",
    ] {
        assert_eq!(
            Verifier::new(text).unwrap_err(),
            SecretError::NotBase64,
            "{text}"
        );
        let verifier = Verifier::new(SECRET).unwrap();
        assert_eq!(
            verifier.with_secret(text).unwrap_err(),
            SecretError::NotBase64
        );
        let refused = sign(text, "msg_1", at(NOW), BODY).unwrap_err();
        assert_eq!(refused, SignError::Secret(SecretError::NotBase64));
    }
}

/// Standard Webhooks requires 24 to 64 bytes.
#[test]
fn secrets_of_another_length_are_rejected() {
    for bytes in 1..=200 {
        let base64 = Base64::encode_string(&vec![7; bytes]);
        let error = SecretError::Length { bytes };
        let expected = match bytes {
            24..=64 => Ok(()),
            _ => Err(error),
        };
        for secret in [format!("whsec_{base64}"), base64] {
            assert_eq!(Verifier::new(&secret).map(drop), expected, "{bytes}");
            let further = Verifier::new(SECRET).unwrap().with_secret(&secret);
            assert_eq!(further.map(drop), expected, "{bytes}");
            let signed = sign(&secret, "msg_1", at(NOW), BODY).map(drop);
            assert_eq!(signed, expected.map_err(SignError::Secret), "{bytes}");
        }
    }
    let error = SecretError::Length { bytes: 23 };
    let message = error.to_string();
    assert!(
        message.contains("23 bytes (expected 24 to 64)"),
        "{message}"
    );
}

#[test]
fn what_cannot_be_verified_is_not_signed() {
    for id in ["", "a.b", "a\r\nb"] {
        assert_eq!(
            sign(SECRET, id, at(NOW), BODY),
            Err(SignError::MalformedId),
            "{id:?}"
        );
    }
    let before = UNIX_EPOCH - Duration::from_secs(1);
    assert_eq!(
        sign(SECRET, "msg_1", before, BODY),
        Err(SignError::BeforeEpoch)
    );
}

#[test]
fn ten_megabytes_are_nothing_special() {
    let mut body = vec![b'x'; 10_000_000];
    let headers = signed(SECRET, &body);
    assert_eq!(verify(&headers, &body, at(NOW)), Ok(()));
    body[9_999_999] = b'y';
    assert_eq!(verify(&headers, &body, at(NOW)), Err(VerifyError::NoMatch));
}

#[test]
fn messages_hold_no_secret_and_no_signature() {
    let age = Duration::from_secs(301);
    let errors: [VerifyError; 10] = [
        VerifyError::MissingHeader("svix-id"),
        VerifyError::RepeatedHeader("svix-id"),
        VerifyError::HeaderIsNotText("svix-id"),
        VerifyError::MalformedId,
        VerifyError::MalformedTimestamp,
        VerifyError::TooOld { age },
        VerifyError::TooNew { ahead: age },
        VerifyError::MalformedSignature,
        VerifyError::NoKnownVersion,
        VerifyError::NoMatch,
    ];
    let mut messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    messages.sort();
    messages.dedup();
    assert_eq!(messages.len(), errors.len(), "two variants say the same");

    let verifier = Verifier::new(SECRET).unwrap();
    let refused = Verifier::new("whsec_hunter2!").unwrap_err();
    let (_, base64) = SECRET.split_once('_').unwrap();
    for shown in [
        format!("{verifier:?}"),
        format!("{refused} {refused:?}"),
        format!("{:?}", SignError::from(refused)),
    ] {
        assert!(!shown.contains(base64), "{shown}");
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}
