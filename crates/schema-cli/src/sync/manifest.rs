//! The list of generated files, which anyone may have edited: what it says is a claim.

use std::collections::{BTreeMap, BTreeSet};

use schema_registry::{
    config::Config,
    diagnostic::{Diagnostic, Location},
    layout::{CONFIG_SCHEMA_FILE, RELEASE_SCHEMA_FILE},
    rules,
    source::Source,
    text,
};

use schema_codegen::Generator;

use crate::{
    checkout::{Checkout, Target},
    session::Targets,
};

/// The digests that a file may have, by its path. There are several after a run that was killed.
pub(super) type Entries = BTreeMap<String, BTreeSet<String>>;

/// The folders that the generator writes to.
pub(super) struct Outputs<'c> {
    checkout: &'c Checkout,
    targets: Targets,
    /// The folders of targets.
    folders: Vec<(&'static dyn Generator, Target)>,
}

/// The content of a manifest.
#[derive(Default)]
pub(super) struct Claims {
    /// The entries that can be true, with their places.
    pub(super) entries: BTreeMap<String, Claim>,
    /// The findings about the others, which are left out.
    pub(super) findings: Vec<Diagnostic>,
}

/// One entry of a manifest.
pub(super) struct Claim {
    pub(super) target: Target,
    pub(super) digests: BTreeSet<String>,
    pub(super) location: Location,
}

impl<'c> Outputs<'c> {
    pub(super) fn of(config: &Config, targets: Targets, checkout: &'c Checkout) -> Self {
        let mut folders = Vec::new();
        for generator in targets {
            for (_, target) in config.with_target(generator.key()) {
                let folder = checkout.target(&target.folder).ok();
                folders.extend(folder.map(|folder| (*generator, folder)));
            }
        }
        Self {
            checkout,
            targets,
            folders,
        }
    }

    /// Returns the place of a path that the generator may have written, else what is wrong with it.
    fn place(&self, path: &str) -> Result<Target, String> {
        let target = self.checkout.target(path);
        let target = target.map_err(|why| format!("`{path}` {why}"))?;
        if !is_normal(path) {
            return Err(format!(
                "`{path}` does not have the form in which the generator writes paths"
            ));
        }
        let is_output = (self.folders.iter())
            .any(|(generator, folder)| has_extension(*generator, path) && target.is_below(folder));
        if is_own_schema(path) || (is_output && !self.checkout.is_in_registry(&target)) {
            return Ok(target);
        }
        Err(format!(
            "`{path}` is not in an output folder of `registry.toml`; if it was generated earlier, remove it \
             yourself"
        ))
    }

    /// Reports whether a file says itself what the manifest says: that it was generated.
    pub(super) fn is_generated(&self, path: &str, text: &str) -> bool {
        let mut generators = self.targets.iter().filter(|it| has_extension(**it, path));
        is_own_schema(path) || generators.any(|generator| generator.is_generated(path, text))
    }

    /// Reads a manifest.
    pub(super) fn claims(&self, file: &Source) -> Claims {
        let mut claims = Claims::default();
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            let text = line.trim_end_matches(['\n', '\r']);
            let location = Location::at_span(file, start..start + text.len());
            start += line.len();
            if text.trim().is_empty() {
                continue;
            }
            match self.claim(text) {
                Ok((path, target, digest)) => {
                    let claim = claims.entries.entry(path).or_insert_with(|| Claim {
                        target,
                        digests: BTreeSet::new(),
                        location,
                    });
                    claim.digests.insert(digest);
                }
                Err(why) => claims.findings.push(dropped(why, location)),
            }
        }
        claims
    }

    fn claim(&self, line: &str) -> Result<(String, Target, String), String> {
        let is_digest = |digest: &str| {
            digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        let (digest, path) = line
            .split_once("  ")
            .filter(|(digest, path)| is_digest(digest) && !path.is_empty())
            .ok_or_else(|| match text::oddity(line) {
                Some(oddity) => oddity.message,
                None => "this line is not a digest and a path".into(),
            })?;
        let target = self.place(path)?;
        Ok((path.to_owned(), target, digest.to_owned()))
    }
}

/// Returns the finding of an entry that is left out.
pub(super) fn dropped(why: String, location: Location) -> Diagnostic {
    Diagnostic::new(&rules::UNTRUE_MANIFEST, why)
            .help("the next time that files are generated, the line is removed from the list, and the file stays")
            .at(location)
}

pub(super) fn manifest_text(entries: &Entries) -> String {
    entries
        .iter()
        .flat_map(|(path, digests)| digests.iter().map(move |digest| (path, digest)))
        .map(|(path, digest)| format!("{digest}  {path}\n"))
        .collect()
}

/// Reports whether a target writes files with the extension of a path.
fn has_extension(generator: &dyn Generator, path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| generator.extensions().contains(&extension))
}

/// Reports whether a path is that of a schema which the tool keeps in the registry.
fn is_own_schema(path: &str) -> bool {
    [CONFIG_SCHEMA_FILE, RELEASE_SCHEMA_FILE].contains(&path)
}

/// Reports whether a path is `..` any number of times, and then names alone.
fn is_normal(path: &str) -> bool {
    let mut parts = path.split('/').skip_while(|part| *part == "..").peekable();
    parts.peek().is_some() && parts.all(|part| !matches!(part, "" | "." | ".."))
}
