//! A description of the machine and of the software that were measured.

use std::{env, fs, path::PathBuf, process::Command};

/// Returns the top of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The crates whose versions matter.
const CRATES: &[&str] = &[
    "serde",
    "serde_json",
    "uuid",
    "chrono",
    "jiff",
    "fluent-uri",
    "regress",
    "typify",
    "jsonschema",
];

/// Returns a list of the machine, the system, the compiler and the crates.
pub(crate) fn describe() -> String {
    let processor = field("/proc/cpuinfo", "model name", ':');
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let system = field("/etc/os-release", "PRETTY_NAME", '=');
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output();
    let version = version.map_or_else(
        |_| "unknown".into(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    let crates: Vec<String> = locked()
        .into_iter()
        .filter(|(name, version)| CRATES.contains(&name.as_str()) && is_used(name, version))
        .map(|(name, version)| format!("`{name}` {version}"))
        .collect();
    format!(
        "- Processor: {processor}, {count} threads\n- System: {system}, kernel {}\n- Compiler: {version}, \
         `cargo bench` with Cargo's own profile\n- Crates: {}\n",
        kernel.trim(),
        crates.join(", ")
    )
}

/// Reports whether the contenders use that version of a crate: the tool uses another version of the validator.
fn is_used(name: &str, version: &str) -> bool {
    const MANIFEST: &str = include_str!("../../Cargo.toml");
    let exact = format!("{name} = {{ version = \"=");
    let asked = MANIFEST.lines().find_map(|line| line.strip_prefix(&exact));
    asked.is_none_or(|rest| rest.split('"').next() == Some(version))
}

/// Returns the first value of a name in a file of names and values.
fn field(file: &str, name: &str, separator: char) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let value = text
        .lines()
        .filter_map(|line| line.split_once(separator))
        .find(|(found, _)| found.trim() == name)
        .map(|(_, value)| value.trim().trim_matches('"').to_owned());
    value.unwrap_or_else(|| "unknown".into())
}

/// Returns the names and versions in the lock file.
fn locked() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("Cargo.lock")).unwrap_or_default();
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key));
        line.map(|value| value.trim_matches(['=', ' ', '"']).to_owned())
    };
    text.split("[[package]]")
        .filter_map(|block| Some((value(block, "name = ")?, value(block, "version = ")?)))
        .collect()
}
