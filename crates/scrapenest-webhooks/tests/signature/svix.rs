//! The `svix` package of Python, as a signer and a verifier that shares no code with this crate.
//!
//! ```sh
//! python3 -m venv target/svix
//! target/svix/bin/pip install -r crates/scrapenest-webhooks/tests/signature/requirements.txt
//! ```

use std::{
    env,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::SystemTime,
};

use base64ct::{Base64, Encoding};
use scrapenest_webhooks::signature::{Verifier, VerifyError, sign};
use serde_json::{Value, json};

use super::{at, skipped::skipped};

#[test]
fn recorded_signatures_are_accepted_and_made() {
    let recorded: Value = serde_json::from_str(include_str!("vectors.json")).unwrap();
    let vectors = recorded["vectors"].as_array().unwrap();
    assert!(vectors.len() >= 12, "{} vectors", vectors.len());
    for vector in vectors {
        check(vector, vector["signature"].as_str().unwrap());
    }
}

#[test]
fn svix_signs_what_is_accepted() {
    let Some(svix) = Svix::find() else { return };
    let deliveries = deliveries();
    let signatures = svix.run("sign", &deliveries);
    assert_eq!(signatures.len(), deliveries.len());
    for (delivery, signature) in deliveries.iter().zip(&signatures) {
        check(delivery, signature.as_str().unwrap());
    }
}

#[test]
fn svix_accepts_what_is_signed_here() {
    let Some(svix) = Svix::find() else { return };
    // The package reads the system clock, and accepts no other time.
    #[allow(
        clippy::disallowed_methods,
        reason = "the package compares with the clock"
    )]
    let now = SystemTime::now();
    let mut sent = Vec::new();
    let mut expected = Vec::new();
    for delivery in deliveries() {
        let [secret, id, body] =
            ["secret", "id", "body"].map(|key| delivery[key].as_str().unwrap());
        let headers = sign(secret, id, now, body.as_bytes()).unwrap();
        let headers: serde_json::Map<String, Value> = headers
            .map(|(name, value)| (name.to_owned(), value.into()))
            .into_iter()
            .collect();
        sent.push(json!({ "secret": secret, "headers": headers, "body": body }));
        expected.push(Value::Null);
        sent.push(json!({ "secret": secret, "headers": headers, "body": format!("{body} ") }));
        expected.push("No matching signature found".into());
    }
    assert_eq!(svix.run("verify", &sent), expected);
}

/// Checks that a delivery that the package signed is accepted, that the same signature is made here, and that
/// changed deliveries are rejected.
#[track_caller]
fn check(delivery: &Value, signature: &str) {
    let [secret, id, body] = ["secret", "id", "body"].map(|key| delivery[key].as_str().unwrap());
    let seconds = delivery["timestamp"].as_u64().unwrap();
    let verifier = Verifier::new(secret).unwrap();
    let verify = |id: &str, signatures: &str, body: &str| {
        let headers = [
            ("Svix-Id", id),
            ("Svix-Timestamp", &seconds.to_string()),
            ("Svix-Signature", signatures),
        ];
        verifier.verify_at(headers, body.as_bytes(), at(seconds))
    };
    assert_eq!(verify(id, signature, body), Ok(()), "{delivery}");

    let other = format!("v1,{}", Base64::encode_string(&[7; 32]));
    assert_eq!(
        verify(id, &format!("{other} v2,x {signature}"), body),
        Ok(())
    );

    let no_match = Err(VerifyError::NoMatch);
    assert_eq!(verify(id, &other, body), no_match, "{delivery}");
    assert_eq!(
        verify(id, signature, &format!("{body} ")),
        no_match,
        "{delivery}"
    );
    assert_eq!(
        verify(&format!("{id}0"), signature, body),
        no_match,
        "{delivery}"
    );

    let ours = sign(secret, id, at(seconds), body.as_bytes()).unwrap();
    assert_eq!(ours[2].1, signature, "{delivery}");
}

/// Returns deliveries with secrets of every accepted length, and bodies of many kinds.
fn deliveries() -> Vec<Value> {
    let bodies = [
        String::new(),
        "{}".to_owned(),
        "{\"name\": \"Zoë, 東京, 🦀, \u{301}\"}".to_owned(),
        "\0\u{1}\t\r\n\u{7f}\u{2028}\u{feff}".to_owned(),
        "1.2.3".to_owned(),
        "ä".repeat(50_000),
    ];
    (24_u8..=64)
        .zip(bodies.iter().cycle())
        .map(|(length, body)| {
            let key: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(37)).collect();
            json!({
                "secret": format!("whsec_{}", Base64::encode_string(&key)),
                "id": format!("msg_{length}"),
                "timestamp": 1_704_110_590 + u64::from(length),
                "body": body,
            })
        })
        .collect()
}

struct Svix {
    python: PathBuf,
}

impl Svix {
    /// Returns the package's Python: the one in `SVIX_PYTHON`, which has to work, or the one that `.ci/run`
    /// installs.
    #[track_caller]
    fn find() -> Option<Self> {
        if let Some(python) = env::var_os("SVIX_PYTHON") {
            return Some(Self {
                python: python.into(),
            });
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let python = root.join("target/svix/bin/python");
        if python.exists() {
            return Some(Self { python });
        }
        skipped("there is no `target/svix`", "`.ci/run` makes it");
        None
    }

    #[track_caller]
    fn run(&self, command: &str, deliveries: &[Value]) -> Vec<Value> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signature/svix_signer.py");
        let mut child = Command::new(&self.python)
            .arg(script)
            .arg(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot run {}: {error}", self.python.display()));
        let input = serde_json::to_vec(deliveries).unwrap();
        child.stdin.take().unwrap().write_all(&input).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "svix_signer.py: {}", output.status);
        serde_json::from_slice(&output.stdout).unwrap()
    }
}
