//! The mutants, as `cargo mutants --list` names them.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
    path::Path,
    process::Command,
};

use serde_json::Value;

use crate::{Result, tree::cargo};

/// The parts of the workspace that can be named as arguments, and their sources.
pub const AREAS: &[(&str, &[&str])] = &[
    (
        "release",
        &[
            "crates/schema-cli/src/commands/release.rs",
            "crates/schema-cli/src/commands/release/**",
            "crates/schema-release/src/**",
        ],
    ),
    ("sync", &["crates/schema-cli/src/sync.rs", "crates/schema-cli/src/sync/**"]),
    ("history", &["crates/schema-cli/src/history/**"]),
    (
        "lower",
        &[
            "crates/schema-codegen/src/lower.rs",
            "crates/schema-codegen/src/lower/**",
        ],
    ),
    ("registry", &["crates/schema-registry/src/**"]),
    ("publish", &["crates/schema-publish/src/**"]),
    (
        "compat",
        &[
            "crates/schema-compat/src/solve.rs",
            "crates/schema-compat/src/solve/**",
            "crates/schema-compat/src/lower.rs",
            "crates/schema-compat/src/lower/**",
            "crates/schema-compat/src/automata.rs",
            "crates/schema-compat/src/number.rs",
        ],
    ),
];

/// A change of the sources that a test should notice.
pub struct Mutant {
    pub area: &'static str,
    pub file: String,
    pub name: String,
    pub genre: String,
    pub function: String,
    pub replacement: String,
    /// The reason why it cannot be behind a switch.
    pub untried: Option<&'static str>,
    /// Its range in the file, in bytes.
    pub span: Range<usize>,
}

/// Lists the mutants of the areas, one area after the other. The index of a mutant in the list is its number.
pub fn list(root: &Path, areas: &[String]) -> Result<Vec<Mutant>> {
    let mut command = Command::new(cargo());
    command.args(["mutants", "--list", "--json", "--no-config"]);
    let named = |area: &&str| areas.iter().any(|it| it == area);
    for (_, globs) in AREAS.iter().filter(|(area, _)| named(area)) {
        for glob in *globs {
            command.args(["-f", glob]);
        }
    }
    let output = command.current_dir(root).output()?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`cargo mutants` failed (cargo install cargo-mutants): {why}").into());
    }
    let listed: Vec<Value> = serde_json::from_slice(&output.stdout)?;
    let mut mutants = Vec::new();
    for (area, globs) in AREAS.iter().filter(|(area, _)| named(area)) {
        let is_of_area = |value: &&Value| {
            let file = value["file"].as_str().unwrap_or_default();
            globs.iter().any(|glob| match glob.strip_suffix("**") {
                Some(folder) => file.starts_with(folder),
                None => file == *glob,
            })
        };
        for value in listed.iter().filter(is_of_area) {
            mutants.push(mutant(root, area, value).ok_or("the list has another form")??);
        }
    }
    Ok(mutants)
}

fn mutant(root: &Path, area: &'static str, value: &Value) -> Option<Result<Mutant>> {
    let text = |pointer: &str| Some(value.pointer(pointer)?.as_str()?.to_owned());
    let file = text("/file")?;
    let source = match std::fs::read_to_string(root.join(&file)) {
        Ok(source) => source,
        Err(error) => return Some(Err(error.into())),
    };
    let place = |span: &str, end: &str| {
        let number = |name: &str| value.pointer(&format!("{span}/{end}/{name}"))?.as_u64();
        Some(offset(
            &source,
            number("line")? as usize,
            number("column")? as usize,
        ))
    };
    let span = place("/span", "start")?..place("/span", "end")?;
    let genre = text("/genre")?;
    let head = place("/function/span", "start").and_then(|start| source.get(start..span.start));
    let is_const = head.is_some_and(|head| head.contains("const fn "));
    let result = text("/function/return_type").unwrap_or_default();
    let untried = match genre.as_str() {
        "FnValue" if is_const => Some("a constant function"),
        "FnValue" if result.contains("impl ") => Some("another type as result"),
        _ => None,
    };
    Some(Ok(Mutant {
        area,
        name: text("/name")?,
        function: text("/function/function_name").unwrap_or_default(),
        replacement: text("/replacement")?,
        untried,
        file,
        genre,
        span,
    }))
}

/// Returns the offset of a line and a column, both from 1 and in characters.
fn offset(source: &str, line: usize, column: usize) -> usize {
    let start: usize = source
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let rest = &source[start..];
    rest.char_indices()
        .nth(column - 1)
        .map_or(source.len(), |(at, _)| start + at)
}

/// Returns a digest of the mutants and of their sources: outcomes of other ones do not apply to these.
pub fn digest(root: &Path, mutants: &[Mutant]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for mutant in mutants {
        mutant.name.hash(&mut hasher);
    }
    let files: BTreeSet<&String> = mutants.iter().map(|mutant| &mutant.file).collect();
    for file in files {
        std::fs::read(root.join(file))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
