//! The public API of the published crates, as snapshots: a change of it is seen before it is released.

#![allow(
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    collections::BTreeMap,
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use public_api::{Builder, MINIMUM_NIGHTLY_RUST_VERSION};
use repository_tests::{skipped::skipped, snapshots::assert_parts};
use serde_json::Value;

/// The form in which `rustdoc` describes a crate, as this version of `public-api` reads it.
const FORMAT: u64 = 57;

/// The variable that is set if the API has to be compared, as in `cargo xtask ci`.
const REQUIRED: &str = "REQUIRE_PUBLIC_API";

#[test]
fn public_api_of_schema_runtime() {
    guard("schema-runtime");
}

#[test]
fn public_api_of_scrapenest_webhooks() {
    guard("scrapenest-webhooks");
}

#[track_caller]
fn guard(package: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // The JSON of `rustdoc` is not stable yet, and a separate folder keeps the build of the stable compiler.
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
        skipped(&why, "use one of these compilers");
        return;
    }
    let api = Builder::from_rustdoc_json(&path)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .unwrap();
    assert_parts(
        &format!("public_api/{name}"),
        &parts(&name, &api.to_string()),
    );
}

/// Returns the public API by types: those whose names begin with the same two words are one part. Items that belong
/// to no type are a part of their module.
fn parts(package: &str, surface: &str) -> BTreeMap<String, String> {
    let mut parts = BTreeMap::<String, String>::new();
    let mut part = String::new();
    for line in surface.lines() {
        if let Some(path) = declared(package, line) {
            let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
            let module = module.trim_start_matches(package).trim_start_matches("::");
            let is_type = !line.starts_with("pub use") && name.contains(char::is_lowercase);
            part = match (module, words(name).filter(|_| is_type)) {
                ("", None) => "crate".to_owned(),
                ("", Some(words)) => words.to_owned(),
                (module, None) => module.replace("::", "_"),
                (module, Some(words)) => format!("{}_{words}", module.replace("::", "_")),
            };
        }
        *parts.entry(part.clone()).or_default() += &format!("{line}\n");
    }
    parts
}

/// Returns the path of the item that a line declares in a module of the package. Members of types have lines of
/// their own, which declare nothing in a module.
fn declared<'l>(package: &str, line: &'l str) -> Option<&'l str> {
    let (attributes, declared) = line.split_once("pub ")?;
    let (keywords, rest) = declared.split_at(declared.find(package)?);
    let is_plain = attributes.is_empty() || attributes.starts_with("#[");
    if !is_plain || keywords.contains(|c| !matches!(c, 'a'..='z' | ' ')) {
        return None;
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':'));
    let path = rest.get(..end.unwrap_or(rest.len()))?;
    let path = path.trim_end_matches(':');
    let (module, _) = path.rsplit_once("::").unwrap_or_default();
    let of_a_type = module
        .split("::")
        .any(|name| name.starts_with(char::is_uppercase));
    (!of_a_type).then_some(path)
}

/// Returns the first two words of a name such as `JobCompletedRef`.
fn words(name: &str) -> Option<&str> {
    let mut starts = name.match_indices(char::is_uppercase).map(|(at, _)| at);
    if starts.next() != Some(0) {
        return None;
    }
    name.get(..starts.nth(1).unwrap_or(name.len()))
}
