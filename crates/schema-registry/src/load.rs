//! Reads a folder into [`Sources`]. Only this module accesses the disk, and it only reads.

mod released;

use std::{fs, io, path::Path, sync::Arc};

use crate::{
    approvals::{self, Approval},
    config::{self, Config},
    diagnostic::{Diagnostic, Location},
    file, json,
    layout::{
        self, APPROVALS_FILE, CONFIG_FILE, CONFIG_SCHEMA_FILE, EXAMPLES_FOLDER, FileRole,
        INVALID_FOLDER, MANIFEST_FILE, MajorFolder, RELEASE_SCHEMA_FILE, RELEASED_FOLDER,
    },
    names::{closest, is_snake},
    parallel,
    rules::{DUPLICATE_KEY, INVALID_CONFIG, INVALID_JSON, UNEXPECTED_FILE},
    source::{Source, SourceId, Sources},
    text,
    unread::unread,
};

/// The size limit of a file in bytes. A larger file is a mistake or an attack: the largest schemas in public catalogues
/// have about a tenth of this.
pub const LARGEST_FILE: u64 = 8 * 1024 * 1024;

/// The contents of a folder, before references are resolved.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// `registry.toml`, or an empty configuration if it is not understood.
    pub config: Config,
    /// The file that `config` was read from.
    pub config_source: SourceId,
    /// The files that were read.
    pub sources: Sources,
    /// The schemas, examples and released files among them.
    pub files: Vec<LoadedFile>,
    /// The accepted breaking changes.
    pub approvals: Vec<Approval>,
    /// The findings about single files.
    pub findings: Vec<Diagnostic>,
}

/// A file of a major version, with its role.
#[derive(Clone, Debug)]
pub struct LoadedFile {
    /// The file.
    pub source: SourceId,
    /// The folder of its major version.
    pub folder: MajorFolder,
    /// The role of the file.
    pub role: FileRole,
}

/// Reads a registry's folder. Messages name its files as `<shown_as>/<path below the folder>`.
///
/// # Errors
///
/// Returns an error if `registry.toml` cannot be read, or is not a plain file of at most [`LARGEST_FILE`] bytes. The
/// folder is not a registry in that case, and there is nothing to report on. Every other defect becomes a finding.
pub fn load(folder: &Path, shown_as: &str) -> io::Result<Loaded> {
    let mut findings = Vec::new();
    let shown = format!("{shown_as}/{CONFIG_FILE}");
    let config_text = match file::plain_text(&folder.join(CONFIG_FILE), LARGEST_FILE) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            let file = Location::of_file(shown.as_str());
            findings.push(unread(CONFIG_FILE, &error).at(file));
            None
        }
        Err(error) => return Err(error),
    };
    let mut sources = Sources::default();
    let has_text = config_text.is_some();
    let config_file = Source {
        path: shown,
        text: config_text.unwrap_or_default().into(),
        root: None,
    };
    let config = has_text.then(|| config::parse(&config_file, folder, &mut findings));
    let config = config.flatten();
    let config_source = sources.add(config_file.clone());
    let Some(config) = config else {
        // Without families, the roles of the other files are unknown.
        return Ok(Loaded {
            config: Config::unread(),
            config_source,
            sources,
            files: Vec::new(),
            approvals: Vec::new(),
            findings,
        });
    };
    let mut loader = Loader {
        folder,
        shown_as,
        sources,
        files: Vec::new(),
        approvals: Vec::new(),
        findings,
    };
    let mut undeclared = Vec::new();
    for family in loader.children("") {
        let known = config.families.contains_key(&family.name);
        match family.kind {
            ChildKind::Folder if known => loader.family(&family),
            ChildKind::Folder => {
                loader.unexpected(
                    &family,
                    "this folder is not a family that `registry.toml` declares",
                    format!(
                        "add `[families.{}]` with a `title` to `registry.toml`, or move the folder away",
                        family.name
                    ),
                );
                undeclared.push(family.name);
            }
            ChildKind::File if family.name == APPROVALS_FILE => loader.approvals(&family),
            ChildKind::File
                if [
                    CONFIG_FILE,
                    CONFIG_SCHEMA_FILE,
                    MANIFEST_FILE,
                    RELEASE_SCHEMA_FILE,
                ]
                .contains(&family.name.as_str()) => {}
            _ => loader.unexpected(&family, "nothing reads this file", MOVE_IT.into()),
        }
    }
    // A name that a folder cannot have is a finding already.
    let names = config.families.keys().filter(|name| is_snake(name));
    for name in names {
        if !folder.join(name).is_dir() {
            let undeclared: Vec<&str> = undeclared.iter().map(String::as_str).collect();
            let help = match closest(name, &undeclared) {
                Some(meant) => format!("the folder is called `{meant}`: write this name"),
                None => format!(
                    "make the folder `{shown_as}/{}`, or remove the family",
                    MajorFolder::new(name, &layout::major_name(1))
                ),
            };
            loader.findings.push(
                Diagnostic::new(&INVALID_CONFIG, format!("family `{name}` has no folder"))
                    .help(help)
                    .at(Location::at_span(
                        &config_file,
                        config::find(&config_file.text, &format!("families.{name}")),
                    )),
            );
        }
    }
    loader.parse();
    let Loader {
        sources,
        files,
        approvals,
        findings,
        ..
    } = loader;
    Ok(Loaded {
        config,
        config_source,
        sources,
        files,
        approvals,
        findings,
    })
}

const MOVE_IT: &str = "move it out of the registry, or rename it to what it is meant to be";

struct Child {
    name: String,
    /// The path relative to the registry's folder.
    path: String,
    kind: ChildKind,
}

enum ChildKind {
    File,
    Folder,
    Link,
    Other,
}

struct Loader<'a> {
    folder: &'a Path,
    shown_as: &'a str,
    sources: Sources,
    files: Vec<LoadedFile>,
    approvals: Vec<Approval>,
    findings: Vec<Diagnostic>,
}

impl Loader<'_> {
    fn family(&mut self, family: &Child) {
        for major in self.children(&family.path) {
            match major.kind {
                ChildKind::Folder if layout::major_number(&major.name).is_some() => {
                    self.major(&MajorFolder::new(&family.name, &major.name), &major);
                }
                _ => self.unexpected(
                    &major,
                    "a family holds only folders of major versions: `v1`, `v2`, …",
                    MOVE_IT.into(),
                ),
            }
        }
    }

    fn major(&mut self, folder: &MajorFolder, major: &Child) {
        for entry in self.children(&major.path) {
            match (&entry.kind, layout::stem(&entry.name)) {
                (ChildKind::File, Some(stem)) => {
                    let role = FileRole::Schema {
                        stem: stem.to_owned(),
                    };
                    self.read(&entry, folder, role);
                }
                (ChildKind::Folder, None) if entry.name == EXAMPLES_FOLDER => {
                    for event in self.children(&entry.path) {
                        match event.kind {
                            ChildKind::Folder => self.examples(folder, &event),
                            _ => self.unexpected(
                                &event,
                                "examples belong in a folder named after their event",
                                MOVE_IT.into(),
                            ),
                        }
                    }
                }
                (ChildKind::Folder, None) if entry.name == RELEASED_FOLDER => {
                    self.released(folder, &entry);
                }
                _ => self.unexpected(&entry, "nothing reads this", MOVE_IT.into()),
            }
        }
    }

    fn examples(&mut self, folder: &MajorFolder, event: &Child) {
        for entry in self.children(&event.path) {
            match entry.kind {
                ChildKind::Folder if entry.name == INVALID_FOLDER => {
                    for invalid in self.children(&entry.path) {
                        self.example(folder, &event.name, &invalid, false);
                    }
                }
                _ => self.example(folder, &event.name, &entry, true),
            }
        }
    }

    fn example(&mut self, folder: &MajorFolder, event: &str, entry: &Child, valid: bool) {
        match (&entry.kind, layout::stem(&entry.name)) {
            (ChildKind::File, Some(case)) => {
                let role = FileRole::Example {
                    event: event.to_owned(),
                    case: case.to_owned(),
                    valid,
                };
                self.read(entry, folder, role);
            }
            _ => self.unexpected(entry, "an example is a file `<case>.json`", MOVE_IT.into()),
        }
    }

    /// Returns the entries of a folder, sorted by name, without hidden files and notes.
    fn children(&mut self, path: &str) -> Vec<Child> {
        let mut children = Vec::new();
        let entries = match fs::read_dir(self.folder.join(path)) {
            Ok(entries) => entries,
            Err(error) => {
                self.unreadable(path, &error);
                return children;
            }
        };
        for entry in entries {
            let Ok(entry) = entry else { continue };
            let name = match entry.file_name().into_string() {
                Ok(name) => name,
                Err(name) => {
                    let file = self.nothing_at(&layout::join(path, &name.to_string_lossy()));
                    self.findings.push(
                        Diagnostic::new(&UNEXPECTED_FILE, "the name is not UTF-8")
                            .help(MOVE_IT)
                            .at(Location::at_span(&file, 0..0)),
                    );
                    continue;
                }
            };
            if layout::is_ignored(&name) {
                continue;
            }
            let kind = match entry.file_type() {
                Ok(kind) if kind.is_symlink() => ChildKind::Link,
                Ok(kind) if kind.is_dir() => ChildKind::Folder,
                Ok(kind) if kind.is_file() => ChildKind::File,
                _ => ChildKind::Other,
            };
            let path = layout::join(path, &name);
            if let ChildKind::Link = kind {
                let why = "it is a symbolic link, and a registry does not follow links";
                self.unreadable(&path, &io::Error::other(why));
                continue;
            }
            children.push(Child { name, path, kind });
        }
        children.sort_by(|left, right| left.name.cmp(&right.name));
        children
    }

    fn approvals(&mut self, entry: &Child) {
        let Some(text) = self.text(entry) else {
            return;
        };
        let file = Source {
            path: layout::join(self.shown_as, &entry.path),
            text: text.into(),
            root: None,
        };
        self.approvals = approvals::parse(&file, &mut self.findings);
        self.sources.add(file);
    }

    fn read(&mut self, entry: &Child, folder: &MajorFolder, role: FileRole) {
        let Some(text) = self.text(entry) else {
            return;
        };
        let source = self.sources.add(Source {
            path: layout::join(self.shown_as, &entry.path),
            text: text.into(),
            root: None,
        });
        self.files.push(LoadedFile {
            source,
            folder: folder.clone(),
            role,
        });
    }

    /// Parses the files, and reports the defects of their texts.
    fn parse(&mut self) {
        let parsed = parallel::map(&self.files, |file| {
            let mut findings = Vec::new();
            let mut source = self.sources.get(file.source)?.clone();
            parse(&mut source, &mut findings);
            // A released file is never fixed in place: its digest shows whether it has changed.
            if matches!(file.role, FileRole::Released { .. }) {
                findings.clear();
            }
            Some((source, findings))
        });
        for (file, parsed) in self.files.iter().zip(parsed) {
            if let Some((source, mut findings)) = parsed {
                self.sources.set(file.source, source);
                self.findings.append(&mut findings);
            }
        }
    }

    /// Returns the text of a file. If it cannot be read, reports a finding and returns `None`.
    fn text(&mut self, entry: &Child) -> Option<String> {
        let path = self.folder.join(&entry.path);
        file::plain_text(&path, LARGEST_FILE)
            .map_err(|error| self.unreadable(&entry.path, &error))
            .ok()
    }

    fn unexpected(&mut self, entry: &Child, message: &str, help: String) {
        let file = self.nothing_at(&entry.path);
        self.findings.push(
            Diagnostic::new(&UNEXPECTED_FILE, message)
                .help(help)
                .at(Location::at_span(&file, 0..0)),
        );
    }

    fn unreadable(&mut self, path: &str, why: &io::Error) {
        let file = self.nothing_at(path);
        let finding = unread(path, why);
        self.findings
            .push(finding.at(Location::at_span(&file, 0..0)));
    }

    /// Returns a file of which only the path is known.
    fn nothing_at(&self, path: &str) -> Source {
        Source {
            path: format!("{}/{path}", self.shown_as),
            text: Arc::from(""),
            root: None,
        }
    }
}

/// Parses one JSON file, and reports the defects of its text.
pub fn parse_source(path: String, text: String, findings: &mut Vec<Diagnostic>) -> Source {
    let mut source = Source {
        path,
        text: text.into(),
        root: None,
    };
    parse(&mut source, findings);
    source
}

/// Sets the tree of a file if its text is JSON, and reports the defects of the text.
fn parse(source: &mut Source, findings: &mut Vec<Diagnostic>) {
    match json::parse(&source.text) {
        Ok(parsed) => {
            source.root = Some(Arc::new(parsed.root));
            for duplicate in parsed.duplicates {
                let first = source.position(duplicate.first.start);
                findings.push(
                    Diagnostic::new(
                        &DUPLICATE_KEY,
                        format!(
                            "duplicate key `{}`, first at line {}",
                            duplicate.name, first.line
                        ),
                    )
                    .help("keep one of them; readers differ in which one they take")
                    .at(Location::at_span(source, duplicate.again)),
                );
            }
        }
        Err(error) => {
            let help = text::oddity(&source.text).map_or(error.help(), |oddity| oddity.help);
            findings.push(
                Diagnostic::new(&INVALID_JSON, error.message)
                    .help(help)
                    .at(Location::at_span(source, error.span)),
            );
        }
    }
}
