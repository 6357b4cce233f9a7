//! Effects of changes of schemas on programs: each case of a table in both directions, as a snapshot, and compared with
//! the results of the compiler.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a file of a test is written once, and a panic is how a test fails"
)]

mod source {
    pub(crate) mod base;
    pub(crate) mod compiler;
    pub(crate) mod program;
}

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use codegen_rust::semver::{
    self, Effect, SourceChange, SourceChangeKind as Kind, Step, crate_step, next_version,
};
use schema_codegen::{
    Artifact,
    model::{Api, Family},
};
use source::{base, base::cases, compiler, program};

/// Returns the changes of every family. A removed family counts as one without major versions.
fn source_changes(old: &Api, new: &Api) -> Vec<SourceChange> {
    let by_name = |api: &Api| -> BTreeMap<String, Family> {
        let families = api.families.iter();
        families.map(|it| (it.name.clone(), it.clone())).collect()
    };
    let (old, new) = (by_name(old), by_name(new));
    let empty = |family: &Family| Family {
        majors: Vec::new(),
        ..family.clone()
    };
    let mut changes = Vec::new();
    for (name, family) in &new {
        let old = old.get(name).cloned().unwrap_or_else(|| empty(family));
        changes.extend(semver::source_changes(&old, family));
    }
    for (_, family) in old.iter().filter(|(name, _)| !new.contains_key(*name)) {
        changes.extend(semver::source_changes(family, &empty(family)));
    }
    changes
}

/// The modules of generated code that programs use.
const MODULES: &[&str] = &["shop/v1", "shop/v2", "bare/v1"];

/// Each kind of case, which is the first word of its name, has a snapshot of its own.
#[test]
fn changes_of_every_case() {
    let files = base::files();
    let old = base::api(&files);
    let mut parts = BTreeMap::<String, String>::new();
    for (name, edits) in &cases() {
        let new = base::api(&base::edited(&files, edits));
        let (kind, _) = name.split_once('_').unwrap_or((name, ""));
        let out = parts.entry(format!("source_changes_{kind}")).or_default();
        for (direction, old, new) in [("", &old, &new), (", undone", &new, &old)] {
            let changes = source_changes(old, new);
            let step = crate_step(&changes);
            writeln!(out, "{name}{direction}: {step}").unwrap();
            for change in &changes {
                writeln!(out, "  {}: {change}", change.family).unwrap();
            }
        }
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        for (name, text) in &parts {
            insta::assert_snapshot!(name.as_str(), text);
        }
    });
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let present: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("source_changes") && name.ends_with(".snap"))
        .collect();
    let names: BTreeSet<String> = parts.keys().map(|name| format!("{name}.snap")).collect();
    assert_eq!(present, names);
}

/// The public interface differs if, and only if, a change is reported that is not only about values, order, names in
/// JSON, revisions or descriptions.
#[test]
fn every_change_of_the_surface_is_told() {
    let files = base::files();
    let old = base::api(&files);
    let old_surface = surface(&old);
    let mut differing = 0;
    for (name, edits) in &cases() {
        let new = base::api(&base::edited(&files, edits));
        let changes = source_changes(&old, &new);
        let is_told = changes.iter().any(|change| is_of_the_surface(&change.kind));
        assert_eq!(
            old_surface != surface(&new),
            is_told,
            "{name}: {changes:#?}"
        );
        differing += usize::from(is_told);
    }
    assert!(differing > 50, "{differing} cases differ");
}

/// Returns everything that programs can name, in all modules.
fn surface(api: &Api) -> BTreeSet<String> {
    let artifacts = base::rust(api);
    let mut parts = BTreeSet::new();
    for module in MODULES
        .iter()
        .filter(|module| program::has(&artifacts, module))
    {
        for part in program::program(&artifacts, module) {
            // Private imports of generated code do not concern programs.
            if !part.starts_with("use ") {
                parts.insert(format!("{module}: {part}"));
            }
        }
    }
    parts
}

/// Reports whether a change is one of the names that programs can use.
fn is_of_the_surface(kind: &Kind) -> bool {
    !matches!(
        kind,
        Kind::VariantsReordered { .. }
            | Kind::ValuesChanged { .. }
            | Kind::JsonNameChanged { .. }
            | Kind::RevisionChanged { .. }
            | Kind::DescriptionChanged
    )
}

/// A program that uses everything of the old code compiles with the new code if, and only if, no change
/// is said to be breaking.
#[test]
#[ignore = "it compiles some hundred programs"]
fn the_compiler_is_of_the_same_opinion() {
    let files = base::files();
    let mut opinions = Opinions::default();
    let old = opinions.add_state("base", base::api(&files));
    for module in MODULES {
        opinions.expect(&old, &old, module);
    }
    for (name, edits) in &cases() {
        let new = opinions.add_state(name, base::api(&base::edited(&files, edits)));
        for module in MODULES {
            if old.files(module) != new.files(module) {
                opinions.expect(&new, &new, module);
                opinions.expect(&old, &new, module);
                opinions.expect(&new, &old, module);
            }
        }
    }
    let checked = opinions.package.check();
    let mut wrong = String::new();
    for (name, compiles) in &opinions.expected {
        match (checked.get(name), compiles) {
            (Some(Ok(())), true) | (Some(Err(_)), false) => {}
            (Some(Ok(())), false) => writeln!(wrong, "{name} compiles all the same").unwrap(),
            (Some(Err(error)), true) => {
                writeln!(wrong, "{name} does not compile: {error}").unwrap()
            }
            (None, _) => writeln!(wrong, "{name} was not tried").unwrap(),
        }
    }
    let all = opinions.expected.len();
    let broken = opinions.expected.values().filter(|it| !**it).count();
    println!("{all} programs, {broken} of them broken");
    assert!(wrong.is_empty(), "{wrong}");
    assert!(broken > 60, "{broken} broken programs");
    assert!(all > broken + 60);
}

/// The expected results for programs, before the compiler runs.
#[derive(Default)]
struct Opinions {
    package: compiler::Package,
    /// True for each program that is expected to compile.
    expected: BTreeMap<String, bool>,
}

/// A registry and what is generated from it.
struct State {
    name: String,
    api: Api,
    artifacts: Vec<Artifact>,
}

impl Opinions {
    fn add_state(&mut self, name: &str, api: Api) -> State {
        let artifacts = base::rust(&api);
        self.package.add_state(name, &artifacts);
        State {
            name: name.to_owned(),
            api,
            artifacts,
        }
    }

    /// Adds the program that uses all of a module as it was, and is compiled with what it is.
    fn expect(&mut self, old: &State, new: &State, module: &str) {
        if old.files(module).is_empty() {
            return;
        }
        let (family, _) = module.split_once('/').unwrap();
        let changes = source_changes(&old.api, &new.api);
        let is_broken = changes
            .iter()
            .any(|change| change.family == family && change.kind.effect() == Effect::Breaking);
        let module_name = module.replace('/', "_");
        let name = format!("{}_with_{}_{module_name}", old.name, new.name);
        let program = program::program(&old.artifacts, module);
        self.package.add_program(&name, &new.name, module, &program);
        self.expected.insert(name, !is_broken);
    }
}

impl State {
    fn files(&self, module: &str) -> Vec<&Artifact> {
        let prefix = format!("{module}/");
        let artifacts = self.artifacts.iter();
        artifacts
            .filter(|it| it.path.starts_with(&prefix))
            .collect()
    }
}

#[test]
fn versions_after_each_step() {
    let after = |version: &str, step| {
        let next = next_version(version.parse().unwrap(), step);
        next.map(|version| version.to_string())
    };
    let cases = [
        ("0.1.4", ["0.1.5", "0.1.5", "0.2.0"]),
        ("0.0.3", ["0.0.4", "0.0.4", "0.1.0"]),
        ("1.2.3", ["1.2.4", "1.3.0", "2.0.0"]),
    ];
    for (version, expected) in cases {
        for (step, expected) in [Step::Patch, Step::Minor, Step::Major]
            .into_iter()
            .zip(expected)
        {
            assert_eq!(
                after(version, step).as_deref(),
                Some(expected),
                "{version}, {step}"
            );
        }
    }
    assert_eq!(after("4294967295.0.0", Step::Major), None);
    assert_eq!(after("0.4294967295.0", Step::Major), None);
    assert_eq!(crate_step(&[]), Step::Patch);
}
