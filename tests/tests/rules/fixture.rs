//! Registries on which rules are tried.

use repository_tests::targets;
use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use schema_compat::{
    Proof, Verdict, compare,
    policy::{self, Asked},
    worker::{Asks, Question},
};
use schema_registry::{
    diagnostic::{self, Diagnostic, Severity},
    layout::MajorFolder,
    lint, load, released,
    report::{self, Format},
    resolve,
    rule::{Phase, Rule},
    rules,
};
use tempfile::TempDir;

/// A registry in a folder of its own.
pub(crate) struct Fixture {
    folder: TempDir,
    /// True if findings of the generator are included: most fixtures use what shows their rule best, whether or not
    /// it can be generated.
    pub(crate) lowered: bool,
    /// True if schemas are compared with released ones: most fixtures have released what shows their rule best,
    /// compatible or not.
    compared: bool,
    /// The rule whose hints are included: most fixtures would have hints of some others.
    hinting: Option<&'static str>,
}

impl Fixture {
    pub(crate) fn base() -> Self {
        let folder = tempfile::tempdir().unwrap();
        lay_over(&fixtures().join("base"), folder.path());
        Self {
            folder,
            lowered: false,
            compared: false,
            hinting: None,
        }
    }

    pub(crate) fn of(rule: &Rule, kind: &str) -> Self {
        let mut fixture = Self::base();
        lay_over(&kind_folder(rule, kind), fixture.path());
        fixture.lowered = rule.phase == Phase::Lowering;
        fixture.compared = rule.phase == Phase::Comparing;
        fixture.hinting = (rule.severity == Severity::Hint).then_some(rule.name);
        fixture
    }

    #[track_caller]
    pub(crate) fn write(self, path: &str, text: &str) -> Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        io::Write::write_all(&mut create(&path), text.as_bytes()).unwrap();
        self
    }

    #[track_caller]
    pub(crate) fn replace(self, path: &str, old: &str, new: &str) -> Self {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "{old} in {path}");
        self.write(path, &text.replace(old, new))
    }

    pub(crate) fn append(self, path: &str, more: &str) -> Self {
        let text = self.read(path) + more;
        self.write(path, &text)
    }

    #[track_caller]
    pub(crate) fn delete(self, path: &str) -> Self {
        fs::remove_file(self.path().join(path)).unwrap();
        self
    }

    #[track_caller]
    pub(crate) fn link(self, path: &str, target: &str) -> Self {
        let fixture = self.delete(path);
        symlink(target, fixture.path().join(path)).unwrap();
        fixture
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    pub(crate) fn findings(&self) -> Vec<Diagnostic> {
        let mut findings = findings(self.path(), self.lowered, self.compared);
        findings.retain(|finding| {
            finding.severity != Severity::Hint || self.hinting == Some(finding.code)
        });
        findings
    }

    pub(crate) fn codes(&self) -> BTreeSet<&'static str> {
        self.findings().iter().map(|finding| finding.code).collect()
    }

    pub(crate) fn render(&self) -> String {
        match report::render(&self.findings(), Format::Human, "schemas", false).trim_end() {
            "" => "no findings".to_owned(),
            text => text.to_owned(),
        }
    }
}

#[track_caller]
pub(crate) fn rule(name: &str) -> &'static Rule {
    rules::find(name).unwrap()
}

pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

pub(crate) fn kind_folder(rule: &Rule, kind: &str) -> PathBuf {
    fixtures().join("rules").join(rule.name).join(kind)
}

#[track_caller]
pub(crate) fn lay_over(overlay: &Path, onto: &Path) {
    for from in entries(overlay) {
        let to = onto.join(name_of(&from));
        let kind = fs::symlink_metadata(&from).unwrap().file_type();
        if kind.is_symlink() {
            symlink(fs::read_link(&from).unwrap(), &to).unwrap();
        } else if kind.is_dir() {
            fs::create_dir_all(&to).unwrap();
            lay_over(&from, &to);
        } else if to.extension() == Some(OsStr::new("delete")) {
            fs::remove_file(to.with_extension("")).unwrap();
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

/// Returns the entries of a folder, in the order of their names.
#[track_caller]
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[track_caller]
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

#[expect(
    clippy::disallowed_methods,
    reason = "it lies in a folder of the test alone"
)]
#[track_caller]
pub(crate) fn create(path: &Path) -> fs::File {
    fs::File::create(path).unwrap()
}

/// Returns all findings of the tool about a folder.
#[track_caller]
pub(crate) fn findings(folder: &Path, lowered: bool, compared: bool) -> Vec<Diagnostic> {
    let mut loaded = load::load(folder, "schemas").expect("`registry.toml` is readable");
    // Fixtures do not name a target, and are judged as if Rust were generated from them.
    for family in loaded.config.families.values_mut() {
        let rust = || targets::folder("../generated");
        family.targets.entry("rust".into()).or_insert_with(rust);
    }
    let registry = resolve::resolve(loaded);
    if lowered {
        return targets::findings(&registry);
    }
    let mut findings = lint::lint(&registry);
    if let Ok(before) = fs::read_to_string(folder.join("orders/v1/released/.before.json")) {
        findings.extend(released::rewritten(
            &registry,
            &MajorFolder::new("orders", "v1"),
            &before,
            released::Listed::Before,
        ));
    }
    let mut findings = lint::apply_allowances(&registry, findings);
    if !compared {
        return findings;
    }
    let ask = |questions: &[Question<'_>]| Ok(questions.iter().map(verdict).collect());
    let reports = policy::reports(&registry, Asked::Promised, policy::SETTINGS, |_| true, &ask)
        .expect("nothing fails in this process");
    findings.extend(policy::findings(&registry, &reports, &ask));
    diagnostic::sort(&mut findings);
    findings
}

#[track_caller]
pub(crate) fn verdict(question: &Question<'_>) -> Verdict {
    // Nothing limits a list of changes in this process.
    if question.asks == Asks::Changes {
        return Verdict::Compatible {
            proof: Proof::Identical,
        };
    }
    let schema = |text| serde_json::from_str(text).expect("a bundle is JSON");
    compare(
        &schema(question.writer),
        &schema(question.reader),
        &question.settings,
    )
}
