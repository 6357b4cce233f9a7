//! The context of every command: the registry, and a way to print findings.

use std::{
    cmp::Reverse,
    env, fs,
    path::{Path, PathBuf},
};

use schema_registry::{
    diagnostic::{self, Diagnostic},
    layout,
    load::{self, Loaded},
    model::Registry,
    report, resolve,
};

use crate::{
    Program,
    checkout::Checkout,
    cli::{Format, Global},
    exit::{Exit, Failure},
    output::{self, Lines},
    session::Session,
};

/// The folder of a registry, unless another one is named.
pub(crate) const FOLDER: &str = "schemas";

/// The most findings that are printed for people. Other formats have them all.
const MOST_SHOWN: usize = 100;

/// The settings of a run, and the way to answer.
pub struct Context {
    pub(crate) program: Program,
    registry: Option<PathBuf>,
    pub(crate) format: Format,
}

/// The folder of a registry.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its path.
    pub folder: PathBuf,
    /// Its path as messages name it.
    pub shown_as: String,
}

impl Context {
    pub(crate) fn new(program: Program, global: Global) -> Self {
        Self {
            program,
            registry: global.registry,
            format: global.format,
        }
    }

    /// Returns the registry's folder: the one that was named, else `schemas` here or in a folder above.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no registry.
    pub fn place(&self) -> Result<Place, Failure> {
        if let Some(folder) = &self.registry {
            let shown = folder.to_string_lossy().replace('\\', "/");
            let shown_as = match shown.trim_end_matches('/') {
                "" => ".".to_owned(),
                shown => shown.trim_start_matches("./").to_owned(),
            };
            return Ok(Place {
                folder: folder.clone(),
                shown_as,
            });
        }
        let here = env::current_dir()
            .map_err(|error| Failure::new("cannot determine the current folder", error))?;
        let found = here
            .ancestors()
            .map(|folder| folder.join(FOLDER))
            .find(|folder| is_registry(folder));
        match found {
            Some(folder) => Ok(Place {
                folder,
                shown_as: FOLDER.into(),
            }),
            None => Err(Failure::other(
                "there is no registry here",
                format!(
                    "neither this folder nor a parent has `{FOLDER}/registry.toml`; name one with `--registry`"
                ),
            )),
        }
    }

    /// Reports whether a registry was named.
    pub(crate) fn names_registry(&self) -> bool {
        self.registry.is_some()
    }

    /// Starts with a registry that was loaded.
    pub(crate) fn session(&self, loaded: Loaded) -> Session {
        Session::new(self.program.targets, loaded)
    }

    /// Loads and resolves the registry.
    pub(crate) fn registry(&self, place: &Place) -> Result<Registry, Failure> {
        Ok(resolve::resolve(self.load(place)?))
    }

    /// Loads the registry.
    pub(crate) fn load(&self, place: &Place) -> Result<Loaded, Failure> {
        load::load(&place.folder, &place.shown_as).map_err(|error| {
            Failure::new(
                format!("cannot read `{}/{}`", place.shown_as, layout::CONFIG_FILE),
                error,
            )
        })
    }

    /// Loads the registry of a checkout, and reports paths in `registry.toml` that lead out of it.
    pub(crate) fn load_in(&self, checkout: &Checkout, place: &Place) -> Result<Loaded, Failure> {
        let mut loaded = self.load(place)?;
        let findings = checkout.findings(&loaded);
        loaded.findings.extend(findings);
        Ok(loaded)
    }

    /// Prints findings, and returns the end of the run that they cause.
    pub(crate) fn report(&self, findings: &[Diagnostic]) -> Exit {
        let is_cut = self.format == Format::Human && findings.len() > MOST_SHOWN;
        // The most severe findings are shown if there are too many.
        let mut weightiest = match is_cut {
            true => findings.to_vec(),
            false => Vec::new(),
        };
        weightiest.sort_by_key(|finding| Reverse(finding.severity));
        let shown = weightiest.get(..MOST_SHOWN).unwrap_or(findings);
        match self.format {
            Format::Human | Format::Github => {
                output::print(&Lines::findings(
                    shown,
                    self.format.into(),
                    self.program.name,
                ));
            }
            Format::Json | Format::Sarif => {
                output::print_json(&report::render(
                    shown,
                    self.format.into(),
                    self.program.name,
                    false,
                ));
            }
        }
        if is_cut {
            let rest = count(findings.len() - MOST_SHOWN, "more finding");
            self.say(&format!("… and {rest}; `--format json` prints all"));
            self.say("");
        }
        if diagnostic::has_errors(findings) {
            Exit::Findings
        } else {
            Exit::Fine
        }
    }

    /// Returns a command line of this tool for the same registry.
    pub(crate) fn command(&self, name: &str) -> String {
        let Some(folder) = &self.registry else {
            return format!("{} {name}", self.program.name);
        };
        let folder = folder.to_string_lossy();
        let is_plain = |it: char| it.is_alphanumeric() || "/._-+:@".contains(it);
        match folder.chars().all(is_plain) {
            true => format!("{} {name} --registry {folder}", self.program.name),
            // Shells read everything between single quotes literally.
            false => format!(
                "{} {name} --registry '{}'",
                self.program.name,
                folder.replace('\'', r"'\''")
            ),
        }
    }

    /// Prints a line for people; other formats are for programs.
    pub fn say(&self, line: &str) {
        if self.format == Format::Human {
            output::print(&Lines::one(line));
        }
    }
}

fn is_registry(folder: &Path) -> bool {
    // Any entry counts as a registry: reading it reports the problem.
    fs::symlink_metadata(folder.join(layout::CONFIG_FILE)).is_ok()
}

/// Returns a number with its noun: "1 file", "2 files".
pub(crate) fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}
