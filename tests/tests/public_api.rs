//! What the published crates show to others, as snapshots: a change of it is seen before it is released.

#![allow(
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    env, fs,
    io::{self, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use public_api::{Builder, MINIMUM_NIGHTLY_RUST_VERSION};
use serde_json::Value;

/// The form in which `rustdoc` describes a crate, as this version of `public-api` reads it.
const FORMAT: u64 = 57;

/// Set where the surface has to be compared, as in the gate.
const REQUIRED: &str = "REQUIRE_PUBLIC_API";

#[test]
fn public_api_of_schema_runtime() {
    guard("schema-runtime");
}

#[test]
fn public_api_of_scrapenest_webhooks() {
    guard("scrapenest-webhooks");
}

fn guard(package: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // The JSON of `rustdoc` is not stable yet, and a folder of its own keeps what the stable compiler
    // has built.
    let status = Command::new(cargo)
        .args(["rustdoc", "--quiet", "--lib", "--all-features"])
        .args(["--package", package, "--target-dir", "target/public-api"])
        .args(["--", "-Zunstable-options", "--output-format", "json"])
        .env("RUSTC_BOOTSTRAP", "1")
        .current_dir(&root)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let name = package.replace('-', "_");
    let path = root.join(format!("target/public-api/doc/{name}.json"));
    let described: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let format = described.get("format_version").and_then(Value::as_u64);
    if format != Some(FORMAT) {
        let why = format!(
            "this `rustdoc` writes format {format:?}; `public-api` reads {FORMAT}, which Rust 1.95 and \
             {MINIMUM_NIGHTLY_RUST_VERSION} write"
        );
        assert!(env::var_os(REQUIRED).is_none(), "{why}");
        // The macros print nothing from a test that passes.
        let skipped = format!("skipped: {why}\n");
        #[expect(
            clippy::disallowed_methods,
            reason = "a test prints what it has made itself"
        )]
        io::stderr().write_all(skipped.as_bytes()).unwrap();
        return;
    }
    let api = Builder::from_rustdoc_json(&path)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .unwrap();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("public_api_{name}"), api.to_string());
    });
}
