//! What every command needs: the registry, and a way to print findings.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process,
};

use schema_registry::{
    diagnostic::{self, Diagnostic},
    escape::escaped_lines,
    load::{self, Loaded},
    model::Registry,
    report, resolve,
};

use crate::{
    checkout::Checkout,
    cli::{Format, Global},
    exit::{Exit, Failure},
};

/// The folder of a registry, unless another one is named.
pub(crate) const FOLDER: &str = "schemas";

/// Nobody reads more findings than these; other formats have them all.
const MOST_SHOWN: usize = 100;

pub(crate) struct Context {
    registry: Option<PathBuf>,
    pub(crate) format: Format,
}

/// Where a registry is, and how messages name it.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
    pub(crate) shown_as: String,
}

impl Context {
    pub(crate) fn new(global: Global) -> Self {
        Self {
            registry: global.registry,
            format: global.format,
        }
    }

    /// The registry's folder: the one that was named, else `schemas` here or in a folder above.
    pub(crate) fn place(&self) -> Result<Place, Failure> {
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
        let here =
            env::current_dir().map_err(|error| Failure::new("cannot tell where this is", error))?;
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
                    "neither this folder nor one above has `{FOLDER}/registry.toml`; name one with `--registry`"
                ),
            )),
        }
    }

    /// Whether a registry was named.
    pub(crate) fn names_registry(&self) -> bool {
        self.registry.is_some()
    }

    /// Loads and resolves the registry.
    pub(crate) fn registry(&self, place: &Place) -> Result<Registry, Failure> {
        Ok(resolve::resolve(self.load(place)?))
    }

    /// Loads the registry.
    pub(crate) fn load(&self, place: &Place) -> Result<Loaded, Failure> {
        load::load(&place.folder, &place.shown_as).map_err(|error| {
            Failure::new(
                format!("cannot read `{}/{}`", place.shown_as, load::CONFIG_FILE),
                error,
            )
        })
    }

    /// Loads the registry of a checkout, and reports what `registry.toml` has written elsewhere.
    pub(crate) fn load_in(&self, checkout: &Checkout, place: &Place) -> Result<Loaded, Failure> {
        let mut loaded = self.load(place)?;
        let findings = checkout.findings(&loaded);
        loaded.findings.extend(findings);
        Ok(loaded)
    }

    /// Prints findings, and says how the run ends by them.
    pub(crate) fn report(&self, findings: &[Diagnostic]) -> Exit {
        let color = anstream::stdout().current_choice() != anstream::ColorChoice::Never;
        let is_cut = self.format == Format::Human && findings.len() > MOST_SHOWN;
        let shown = findings.get(..MOST_SHOWN).filter(|_| is_cut);
        let text = report::render(shown.unwrap_or(findings), self.format.into(), color);
        match self.format {
            Format::Human | Format::Github => print(&text),
            Format::Json | Format::Sarif => print_json(&text),
        }
        if is_cut {
            let rest = count(findings.len() - MOST_SHOWN, "more finding");
            print(&format!("… and {rest}; `--format json` has all\n\n"));
        }
        if diagnostic::has_errors(findings) {
            Exit::Findings
        } else {
            Exit::Fine
        }
    }

    /// Says something to a person; other formats are for programs.
    pub(crate) fn say(&self, text: &str) {
        if self.format == Format::Human {
            print(&format!("{text}\n"));
        }
    }
}

/// Prints text for people. Where no terminal shows it, colours are taken out, and other control
/// characters with them: what comes from files has to be [escaped] before.
///
/// [escaped]: schema_registry::escape
pub(crate) fn print(text: &str) {
    write(&mut anstream::stdout().lock(), text);
}

/// Prints JSON, of which nothing may be taken out: control characters are escaped.
pub(crate) fn print_json(text: &str) {
    write(&mut io::stdout().lock(), &escaped_lines(text));
}

/// Writes to the standard output. If the reader has left, nothing more is wanted. If the text is lost
/// for another reason, the run cannot go on as if it had been read.
fn write(out: &mut impl io::Write, text: &str) {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            // If that cannot be said either, the exit code says it.
            let _ = writeln!(
                anstream::stderr(),
                "error: cannot write the output: {error}"
            );
            process::exit(Exit::Failed.code().into());
        }
        _ => {}
    }
}

fn is_registry(folder: &Path) -> bool {
    // Whatever is there: reading it says what is wrong.
    fs::symlink_metadata(folder.join(load::CONFIG_FILE)).is_ok()
}

/// "1 file", "2 files".
pub(crate) fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}
