//! Brings generated files to what they should be: one plan, which is either carried out or shown.
//!
//! A file is written beside its place and renamed, so a reader sees the old file or the new one. A
//! manifest lists what was generated, with its SHA-256, in the form of `sha256sum`: it tells a file
//! that was edited by hand from one that is only old, and a file that is generated no more from one
//! that somebody put there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use schema_codegen::Artifact;
use schema_publish::unfinished;
use schema_registry::{
    config::Config,
    load::{CONFIG_FILE, CONFIG_SCHEMA_FILE, MANIFEST_FILE, RELEASE_SCHEMA_FILE},
    released::digest,
};
use similar::TextDiff;

use crate::{context::Place, exit::Failure};

/// How a file stands to what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It is what it should be.
    Equal,
    /// It is not there.
    Missing,
    /// It was generated from other schemas.
    Stale,
    /// It was changed after it was generated.
    Edited,
    /// It was generated once, and is generated no more.
    Orphan,
    /// Like an orphan, but it was changed after it was generated, or is no generated file at all.
    EditedOrphan,
}

impl State {
    /// What the file is.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Equal => "up to date",
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Edited => "edited by hand",
            Self::Orphan => "orphaned",
            Self::EditedOrphan => "orphaned, and edited by hand",
        }
    }

    /// What writing did to the file.
    pub(crate) fn done(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Missing => "created",
            Self::Stale => "updated",
            Self::Edited => "restored",
            Self::Orphan => "removed",
            Self::EditedOrphan => "kept",
        }
    }

    /// What to do about the file.
    pub(crate) fn help(self) -> &'static str {
        match self {
            Self::EditedOrphan => {
                "a file that is generated no more was edited by hand; remove or move it yourself"
            }
            _ => "run `cargo xtask codegen`",
        }
    }
}

/// One file: what it is, and what it should be.
#[derive(Debug)]
pub(crate) struct Change {
    path: PathBuf,
    /// The path as messages show it.
    pub(crate) shown: String,
    pub(crate) state: State,
    old: Option<String>,
    new: Option<String>,
}

/// What has to be done.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) changes: Vec<Change>,
    /// The list of generated files.
    pub(crate) manifest: Change,
    /// The entries to have while files are being written: those of before and those of after.
    interim_manifest: String,
    /// Every folder that generated files are in, or were in.
    folders: BTreeSet<PathBuf>,
}

/// The digests that a file may have, by its path. There are several after a run that was killed.
type Entries = BTreeMap<String, BTreeSet<String>>;

/// Keeps other writers of the same registry waiting until it is dropped.
pub(crate) fn lock(place: &Place) -> Result<File, Failure> {
    let shown = format!("{}/{CONFIG_FILE}", place.shown_as);
    let file = File::open(place.folder.join(CONFIG_FILE))
        .map_err(|error| Failure::new(format!("cannot read `{shown}`"), error))?;
    file.lock()
        .map_err(|error| Failure::new(format!("cannot lock `{shown}`"), error))?;
    Ok(file)
}

/// Compares what is there with what should be.
pub(crate) fn plan(
    place: &Place,
    config: &Config,
    artifacts: &[Artifact],
) -> Result<Plan, Failure> {
    let manifest_path = place.folder.join(MANIFEST_FILE);
    let manifest_shown = shown(place, MANIFEST_FILE);
    let old_manifest = read(&manifest_path, &manifest_shown)?;
    let recorded = parse_manifest(old_manifest.as_deref().unwrap_or_default());
    let mut changes = Vec::new();
    let mut entries = Entries::new();
    for artifact in artifacts {
        let (path, shown) = (
            place.folder.join(&artifact.path),
            shown(place, &artifact.path),
        );
        let digests = BTreeSet::from([digest(&artifact.text)]);
        if entries.insert(artifact.path.clone(), digests).is_some() {
            let why =
                "two things are generated into this file: rename one, or give it another folder";
            return Err(Failure::other(format!("cannot write `{shown}`"), why));
        }
        let old = read(&path, &shown)?;
        let state = match &old {
            None => State::Missing,
            Some(old) if *old == artifact.text => State::Equal,
            Some(old) => match recorded.get(&artifact.path) {
                Some(recorded) if !recorded.contains(&digest(old)) => State::Edited,
                None if !may_replace(config, &artifact.path, old) => {
                    let why = "it is there already, and was not generated; move it away";
                    return Err(Failure::other(format!("cannot write `{shown}`"), why));
                }
                _ => State::Stale,
            },
        };
        changes.push(Change {
            path,
            shown,
            state,
            old,
            new: Some(artifact.text.clone()),
        });
    }
    let mut interim = recorded.clone();
    for (path, digests) in &entries {
        interim
            .entry(path.clone())
            .or_default()
            .extend(digests.iter().cloned());
    }
    let folders = interim
        .keys()
        .filter_map(|path| place.folder.join(path).parent().map(Path::to_path_buf))
        .collect();
    for (path, recorded) in recorded
        .iter()
        .filter(|(path, _)| !artifacts.iter().any(|artifact| artifact.path == **path))
    {
        let (absolute, shown) = (place.folder.join(path), shown(place, path));
        let Some(old) = read(&absolute, &shown)? else {
            continue;
        };
        let is_ours =
            is_generated(&old) || is_bundle(config, path, &old) || is_output(config, path);
        let state = if is_ours && recorded.contains(&digest(&old)) {
            State::Orphan
        } else {
            // It stays known until somebody has removed it.
            entries.insert(path.clone(), recorded.clone());
            State::EditedOrphan
        };
        changes.push(Change {
            path: absolute,
            shown,
            state,
            old: Some(old),
            new: None,
        });
    }
    changes.sort_by(|left, right| left.shown.cmp(&right.shown));
    let new_manifest = manifest_text(&entries);
    let manifest = Change {
        path: manifest_path,
        shown: manifest_shown,
        state: if old_manifest.as_ref() == Some(&new_manifest) {
            State::Equal
        } else {
            State::Stale
        },
        old: old_manifest,
        new: Some(new_manifest),
    };
    Ok(Plan {
        changes,
        manifest,
        interim_manifest: manifest_text(&interim),
        folders,
    })
}

/// Carries a plan out, and counts the files that changed.
///
/// The manifest first lists files of before and of after, so that a kill at any moment leaves no
/// file that nobody knows.
pub(crate) fn write(plan: &Plan) -> Result<usize, Failure> {
    for folder in plan.folders.iter().filter(|folder| folder.is_dir()) {
        let doing = || format!("cannot clean `{}`", folder.display());
        sweep(folder).map_err(|error| Failure::new(doing(), error))?;
    }
    let pending = plan
        .changes
        .iter()
        .any(|change| change.state != State::Equal);
    if pending {
        replace(
            &plan.manifest.path,
            &plan.manifest.shown,
            &plan.interim_manifest,
        )?;
    }
    let mut written = 0;
    for change in &plan.changes {
        match (&change.new, change.state) {
            (_, State::Equal | State::EditedOrphan) => continue,
            (Some(new), _) => replace(&change.path, &change.shown, new)?,
            (None, _) => remove(&change.path, &change.shown)?,
        }
        written += 1;
    }
    if let Some(new) = &plan.manifest.new
        && (pending || plan.manifest.state != State::Equal)
    {
        replace(&plan.manifest.path, &plan.manifest.shown, new)?;
    }
    Ok(written)
}

/// Writes a file beside its place and renames it. Also for files that are not generated.
pub(crate) fn replace(path: &Path, shown: &str, text: &str) -> Result<(), Failure> {
    let attempt = || -> io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        sweep(folder)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
        let file = unfinished::write(&mut builder, folder, text.as_bytes())?;
        file.as_file().sync_data()?;
        file.persist(path)?;
        Ok(())
    };
    attempt().map_err(|error| Failure::new(format!("cannot write `{shown}`"), error))
}

/// The names of files that are being written.
const TEMPORARY: (&str, &str) = (".codegen-", ".tmp");

/// Removes what killed runs have left: no other run writes while this one has the lock.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn remove(path: &Path, shown: &str) -> Result<(), Failure> {
    fs::remove_file(path)
        .map_err(|error| Failure::new(format!("cannot remove `{shown}`"), error))?;
    // A folder that is not empty stays.
    for folder in path.ancestors().skip(1) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// The text of a file, or `None` if there is none. What is not UTF-8 is no generated text.
fn read(path: &Path, shown: &str) -> Result<Option<String>, Failure> {
    // Reading a pipe would wait for ever.
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        let why = "it is no regular file; move it away";
        return Err(Failure::other(format!("cannot read `{shown}`"), why));
    }
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::new(format!("cannot read `{shown}`"), error)),
    }
}

fn manifest_text(entries: &Entries) -> String {
    entries
        .iter()
        .flat_map(|(path, digests)| digests.iter().map(move |digest| (path, digest)))
        .map(|(path, digest)| format!("{digest}  {path}\n"))
        .collect()
}

/// The entries of a manifest. What is none is left out, and the manifest is written anew.
fn parse_manifest(text: &str) -> Entries {
    let mut entries = Entries::new();
    let is_entry = |(digest, path): &(&str, &str)| {
        let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_digest && !path.is_empty() && Path::new(path).is_relative()
    };
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    for (digest, path) in lines.filter(is_entry) {
        entries
            .entry(path.to_owned())
            .or_default()
            .insert(digest.to_owned());
    }
    entries
}

/// Whether a text says in its first line that it was generated.
fn is_generated(text: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|line| line.contains("@generated"))
}

/// Whether a file outside the registry is one of its schemas, as they go into generated code.
fn is_bundle(config: &Config, path: &str, text: &str) -> bool {
    path.starts_with("../") && text.contains(&format!("\"$id\": \"{}", config.base_uri))
}

/// Whether a file that the manifest does not list may be replaced. JSON has no place to say that it
/// was generated; it counts as generated where only the generator writes.
fn may_replace(config: &Config, path: &str, text: &str) -> bool {
    is_generated(text) || (path.ends_with(".json") && is_output(config, path))
}

/// Whether a path is in a folder that the generator writes to.
fn is_output(config: &Config, path: &str) -> bool {
    let outputs = config
        .families
        .values()
        .flat_map(|family| [&family.outputs.rust, &family.outputs.markdown]);
    [CONFIG_SCHEMA_FILE, RELEASE_SCHEMA_FILE].contains(&path)
        || outputs.flatten().any(|output| {
            let inside = path.strip_prefix(output.trim_end_matches('/'));
            inside.is_some_and(|rest| rest.starts_with('/') && !rest.contains("/../"))
        })
}

/// A path relative to the registry as messages show it: `schemas` and `../docs/x` make `docs/x`.
pub(crate) fn shown(place: &Place, path: &str) -> String {
    let mut parts: Vec<&str> = place.shown_as.split('/').collect();
    for part in path.split('/') {
        match (part, parts.last()) {
            ("..", Some(last)) if !matches!(*last, ".." | "." | "") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

impl Change {
    /// The first lines that differ.
    pub(crate) fn diff(&self) -> Vec<String> {
        const MOST_LINES: usize = 12;
        let (Some(old), Some(new)) = (&self.old, &self.new) else {
            return Vec::new();
        };
        // What takes longer to compare has little in common, and a rougher diff shows that too.
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
