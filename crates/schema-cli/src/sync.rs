//! Brings generated files up to date with one plan, which is either carried out or shown.
//!
//! A manifest lists the generated files with their SHA-256, in the form of `sha256sum`. It distinguishes a file that
//! was edited by hand from an outdated one, and a file that is no longer generated from someone else's. The manifest
//! alone is not enough: a file is the generator's if the manifest lists it, it is in an output folder, and it has the
//! mark of a generated file. JSON cannot have a mark, so its digest has to be the listed one.

mod manifest;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    time::Duration,
};

use schema_codegen::Artifact;
use schema_registry::{
    config::Config,
    diagnostic::{Diagnostic, Location},
    layout::MANIFEST_FILE,
    released::digest,
    rules,
    source::Source,
    text,
};
use similar::TextDiff;

use self::manifest::{Entries, Outputs, dropped, manifest_text};
use crate::{
    checkout::{Checkout, Target, Writer},
    exit::Failure,
    session::Targets,
};

/// State of a file, compared with what is generated for its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It is what it should be.
    Equal,
    /// It is not there.
    Missing,
    /// It was generated from other schemas.
    Stale,
    /// It was changed after it was generated, and still has the mark of a generated file.
    Edited,
    /// Someone else's file is there.
    Foreign,
    /// It was generated once, and is generated no more.
    Orphan,
    /// Like an orphan, but it was changed after it was generated, or is not a generated file at all.
    EditedOrphan,
}

impl State {
    /// Returns the word for the state.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Equal => "up to date",
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Edited => "edited by hand",
            Self::Foreign => "not generated",
            Self::Orphan => "orphaned",
            Self::EditedOrphan => "orphaned, and edited by hand",
        }
    }

    /// Returns the word for what writing did to the file.
    pub(crate) fn done(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Missing => "created",
            Self::Stale => "updated",
            Self::Edited => "restored",
            Self::Foreign => "kept",
            Self::Orphan => "removed",
            Self::EditedOrphan => "kept",
        }
    }

    /// Reports whether the file stays as it is, although it should differ.
    pub(crate) fn is_kept(self) -> bool {
        matches!(self, Self::Foreign | Self::EditedOrphan)
    }

    /// Returns what to do about the file.
    pub(crate) fn help(self) -> &'static str {
        match self {
            Self::EditedOrphan => {
                "a file that is no longer generated was edited by hand; remove or move it yourself"
            }
            Self::Foreign => {
                "move it away, or remove it if it was generated earlier: the generator writes a file of this name"
            }
            _ => "",
        }
    }
}

/// One file, as it is and as it should be.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) target: Target,
    pub(crate) state: State,
    old: Option<String>,
    new: Option<String>,
    /// The reason why the file is not a generated text, such as its encoding.
    odd: Option<String>,
}

/// The changes that bring generated files up to date.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) changes: Vec<Change>,
    /// The list of generated files.
    pub(crate) manifest: Change,
    /// The entries of the list that are removed, because the files do not agree with them.
    pub(crate) untrue: Vec<Diagnostic>,
    /// The entries of the list while files are being written: the old ones and the new ones.
    interim_manifest: String,
    /// A file of every folder that generated files are in, or were in.
    folders: BTreeSet<Target>,
}

/// Compares the present files with the generated ones.
pub(crate) fn plan(
    checkout: &Checkout,
    config: &Config,
    targets: Targets,
    artifacts: Vec<Artifact>,
) -> Result<Plan, Failure> {
    let manifest = target(checkout, MANIFEST_FILE)?;
    let old_manifest = list(checkout, &manifest)?;
    let outputs = Outputs::of(config, targets, checkout);
    let claims = outputs.claims(&Source {
        path: manifest.shown.clone(),
        text: old_manifest.as_deref().unwrap_or_default().into(),
        root: None,
    });
    let (mut recorded, mut untrue) = (claims.entries, claims.findings);
    let mut changes = Vec::new();
    let (mut entries, mut interim) = (Entries::new(), Entries::new());
    let mut places = BTreeMap::new();
    for artifact in artifacts {
        let target = target(checkout, &artifact.path)?;
        if places
            .insert(target.clone(), artifact.path.clone())
            .is_some()
        {
            let why =
                "two things are generated into this file: rename one, or give it another folder";
            return Err(Failure::other(
                format!("cannot write `{}`", target.shown),
                why,
            ));
        }
        let digests = BTreeSet::from([digest(&artifact.text)]);
        entries.insert(artifact.path.clone(), digests);
        let (old, odd) = text_of(checkout, &target)?.unzip();
        let claim = recorded.get(&artifact.path).map(|claim| &claim.digests);
        let state = state(&outputs, &artifact, old.as_deref(), claim);
        // Most files are equal, and their texts are not needed any more.
        let is_equal = state == State::Equal;
        changes.push(Change {
            state,
            target,
            old: old.filter(|_| !is_equal),
            new: Some(artifact.text).filter(|_| !is_equal),
            odd: odd.flatten(),
        });
    }
    recorded.retain(|path, claim| {
        // One file under two names would be written and removed.
        let is_other = places.get(&claim.target).is_some_and(|known| known != path);
        if is_other {
            let why = format!("`{path}` is another name of a file that is generated");
            untrue.push(dropped(why, claim.location.clone()));
        }
        !is_other
    });
    let mut folders: BTreeSet<Target> = places.into_keys().collect();
    for (path, claim) in recorded {
        if entries.contains_key(&path) {
            interim.insert(path, claim.digests);
            continue;
        }
        let old = match text_of(checkout, &claim.target) {
            Ok(Some((old, _))) => old,
            Ok(None) => continue,
            Err(failure) if failure.source.kind() == io::ErrorKind::PermissionDenied => {
                return Err(failure);
            }
            Err(failure) => {
                let why = format!("`{path}` is not a generated file: {}", failure.source);
                untrue.push(dropped(why, claim.location));
                continue;
            }
        };
        let is_ours = claim.digests.contains(&digest(&old)) && outputs.is_generated(&path, &old);
        interim.insert(path.clone(), claim.digests.clone());
        if !is_ours {
            // It stays known until someone has removed it.
            entries.insert(path, claim.digests);
        }
        folders.insert(claim.target.clone());
        changes.push(Change {
            target: claim.target,
            state: match is_ours {
                true => State::Orphan,
                false => State::EditedOrphan,
            },
            old: Some(old),
            new: None,
            odd: None,
        });
    }
    for (path, digests) in &entries {
        let known = interim.entry(path.clone()).or_default();
        known.extend(digests.iter().cloned());
    }
    changes.sort_by(|left, right| left.target.shown.cmp(&right.target.shown));
    let new_manifest = manifest_text(&entries);
    let manifest = Change {
        target: manifest,
        state: if old_manifest.as_ref() == Some(&new_manifest) {
            State::Equal
        } else {
            State::Stale
        },
        old: old_manifest,
        new: Some(new_manifest),
        odd: None,
    };
    Ok(Plan {
        changes,
        manifest,
        untrue,
        interim_manifest: manifest_text(&interim),
        folders,
    })
}

/// Compares a file that is to be generated with what is there.
fn state(
    outputs: &Outputs<'_>,
    artifact: &Artifact,
    old: Option<&str>,
    claim: Option<&BTreeSet<String>>,
) -> State {
    let Some(old) = old else {
        return State::Missing;
    };
    if *old == artifact.text {
        return State::Equal;
    }
    let is_recorded = claim.is_some_and(|digests| digests.contains(&digest(old)));
    let can_say_so = !artifact.path.ends_with(".json");
    match outputs.is_generated(&artifact.path, old) {
        true if is_recorded => State::Stale,
        // Without a list, an edit cannot be detected.
        true if can_say_so && claim.is_none() => State::Stale,
        true if can_say_so => State::Edited,
        _ => State::Foreign,
    }
}

/// Carries a plan out, and counts the files that changed. Files of someone else stay.
///
/// The manifest first lists both the old and the new files, so that a kill at any moment leaves no unknown file.
pub(crate) fn write(writer: &Writer<'_>, plan: &Plan) -> Result<usize, Failure> {
    clean(
        writer,
        [&plan.manifest.target].into_iter().chain(&plan.folders),
    )?;
    let pending = plan
        .changes
        .iter()
        .any(|change| change.state != State::Equal);
    if pending {
        writer.replace(&plan.manifest.target, &plan.interim_manifest)?;
    }
    let mut written = 0;
    for change in &plan.changes {
        match &change.new {
            _ if change.state == State::Equal || change.state.is_kept() => continue,
            Some(new) => writer.replace(&change.target, new)?,
            None => writer.remove(&change.target)?,
        }
        written += 1;
    }
    if let Some(new) = &plan.manifest.new
        && (pending || plan.manifest.state != State::Equal)
    {
        writer.replace(&plan.manifest.target, new)?;
    }
    Ok(written)
}

/// Removes what killed runs have left beside files.
pub(crate) fn clean<'t>(
    writer: &Writer<'_>,
    files: impl IntoIterator<Item = &'t Target>,
) -> Result<(), Failure> {
    let mut cleaned = BTreeSet::new();
    for target in files {
        if cleaned.insert(target.folder()) {
            writer.clean(target)?;
        }
    }
    Ok(())
}

/// Returns the place of a file that is to be written.
pub(crate) fn target(checkout: &Checkout, path: &str) -> Result<Target, Failure> {
    let doing = || format!("cannot write `{path}`");
    let target = checkout.target(path);
    target.map_err(|why| Failure::other(doing(), format!("it {why}")))
}

/// Returns the list of generated files, or `None` if there is none. Without it, generated JSON would be taken for
/// files of someone else.
fn list(checkout: &Checkout, manifest: &Target) -> Result<Option<String>, Failure> {
    match text_of(checkout, manifest)? {
        Some((_, Some(why))) => {
            let doing = format!("cannot read `{}`", manifest.shown);
            let why = why.split("; ").next().unwrap_or(&why);
            Err(Failure::other(
                doing,
                format!("{why}; bring it back from the history"),
            ))
        }
        read => Ok(read.map(|(text, _)| text)),
    }
}

/// Returns the text of a file, or `None` if there is none; and why it is not a generated text, if its encoding shows
/// that.
fn text_of(
    checkout: &Checkout,
    target: &Target,
) -> Result<Option<(String, Option<String>)>, Failure> {
    let bytes = checkout.read(target)?;
    Ok(bytes.map(|bytes| match text::decode(bytes.clone()) {
        Ok(text) => {
            let oddity = text::wrong_encoding(&text);
            (text, oddity.map(|oddity| oddity.message))
        }
        Err(why) => (String::from_utf8_lossy(&bytes).into_owned(), Some(why)),
    }))
}

impl Plan {
    /// Returns the files that someone else put where files are to be generated.
    pub(crate) fn foreign(&self) -> Vec<&Change> {
        let changes = self.changes.iter();
        changes
            .filter(|change| change.state == State::Foreign)
            .collect()
    }
}

/// Reports files that are not what the schemas say.
pub(crate) fn findings(changes: &[&Change]) -> Vec<Diagnostic> {
    let finding = |change: &Change| {
        if let Some(odd) = &change.odd {
            return Diagnostic::new(
                &rules::FOREIGN_FILE,
                format!("this is not a generated file: {odd}"),
            )
            .help("remove it, and generate again")
            .command(["codegen"])
            .at(Location::of_file(&change.target.shown));
        }
        let finding = match change.state {
            State::Foreign => Diagnostic::new(
                &rules::FOREIGN_FILE,
                "this file was not generated, and has the path of a generated file",
            ),
            state => Diagnostic::new(
                &rules::STALE_FILE,
                format!("this generated file is {}", state.word()),
            ),
        };
        let finding = match change.state.help() {
            "" => finding.command(["codegen"]),
            help => finding.help(help),
        };
        finding.at(Location::of_file(&change.target.shown))
    };
    changes.iter().map(|change| finding(change)).collect()
}

impl Change {
    /// The first lines that differ.
    pub(crate) fn diff(&self) -> Vec<String> {
        const MOST_LINES: usize = 12;
        if self.state == State::Foreign {
            return Vec::new();
        }
        let (Some(old), Some(new)) = (&self.old, &self.new) else {
            return Vec::new();
        };
        // Texts that take longer to compare have little in common, and a rougher diff is enough for them.
        let diff = TextDiff::configure()
            .timeout(Duration::from_millis(200))
            .diff_lines(old, new);
        let text = diff.unified_diff().context_radius(1).to_string();
        let mut lines = text.lines();
        let shown = lines.by_ref().take(MOST_LINES);
        let mut out: Vec<String> = shown.map(|line| format!("    {line}")).collect();
        let rest = lines.count();
        if rest > 0 {
            out.push(format!("    … and {rest} more lines"));
        }
        out
    }
}
