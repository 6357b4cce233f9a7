//! The places of files in a registry's folder. No other module joins or splits these paths.
//!
//! ```text
//! registry.toml  approvals.toml                            written by people
//! registry.schema.json  released.schema.json               written by the tool, for editors
//! codegen.manifest                                         the list of generated files
//! webhooks/v1/job.completed.json                           a schema
//! webhooks/v1/examples/job.completed/succeeded.json        an example
//! webhooks/v1/examples/job.completed/invalid/no_job.json   a body that the schema must reject
//! webhooks/v1/released/index.json                          the release index
//! webhooks/v1/released/job.completed/1.0.0.json            a released revision
//! ```
//!
//! Paths are relative to the registry's folder, with `/` between names.

use std::fmt;

use crate::revision::Revision;

/// The file at the top of every registry.
pub const CONFIG_FILE: &str = "registry.toml";

/// The schema of [`CONFIG_FILE`], which the tool keeps beside it for editors.
pub const CONFIG_SCHEMA_FILE: &str = "registry.schema.json";

/// The list of generated files, which the tool keeps beside [`CONFIG_FILE`].
pub const MANIFEST_FILE: &str = "codegen.manifest";

/// The file with the accepted breaking changes, which is next to [`CONFIG_FILE`].
pub const APPROVALS_FILE: &str = "approvals.toml";

/// The schema of [`RELEASE_INDEX_FILE`], which the tool keeps beside [`CONFIG_FILE`].
pub const RELEASE_SCHEMA_FILE: &str = "released.schema.json";

/// The folder of a major version that contains the examples.
pub const EXAMPLES_FOLDER: &str = "examples";

/// The folder of an event's examples that contains the bodies that its schema must reject.
pub const INVALID_FOLDER: &str = "invalid";

/// The folder of a major version that contains the released schemas.
pub const RELEASED_FOLDER: &str = "released";

/// The index of the released schemas, in [`RELEASED_FOLDER`].
pub const RELEASE_INDEX_FILE: &str = "index.json";

const EXTENSION: &str = ".json";

/// The folder of a major version: `webhooks/v1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MajorFolder {
    family: String,
    major: String,
}

/// The role of a file of a major version, which follows from its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRole {
    /// `<stem>.json`
    Schema {
        /// The file's name without `.json`.
        stem: String,
    },
    /// `examples/<event>/<case>.json`, or below `invalid/` there.
    Example {
        /// The event that the example belongs to.
        event: String,
        /// The file's name without `.json`.
        case: String,
        /// True if the schema must accept the body.
        valid: bool,
    },
    /// `released/index.json`
    ReleaseIndex,
    /// `released/<event>/<revision>.json`
    Released {
        /// The event that was released.
        event: String,
        /// Its revision.
        revision: Revision,
    },
}

impl MajorFolder {
    /// Returns the folder of a major version by its name: `webhooks`, `v1`.
    #[must_use]
    pub fn new(family: &str, major: &str) -> Self {
        Self {
            family: family.to_owned(),
            major: major.to_owned(),
        }
    }

    /// Returns the folder that a file is in, or that is the path itself.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let mut names = path.split('/');
        Some(Self::new(names.next()?, names.next()?))
    }

    /// Returns the name of the family.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Returns the name of the major version: `v1`.
    #[must_use]
    pub fn major(&self) -> &str {
        &self.major
    }

    /// Returns the path of a file.
    #[must_use]
    pub fn file(&self, role: &FileRole) -> String {
        match role {
            FileRole::Schema { stem } => self.schema(stem),
            FileRole::Example { event, case, valid } => self.example(event, case, *valid),
            FileRole::ReleaseIndex => self.release_index(),
            FileRole::Released { event, revision } => self.released(event, *revision),
        }
    }

    /// Returns the path of a file by its name.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        format!("{self}/{name}")
    }

    /// Returns the path of a schema by its name, which is that of the event: `webhooks/v1/job.completed.json`.
    #[must_use]
    pub fn schema(&self, stem: &str) -> String {
        format!("{self}/{stem}{EXTENSION}")
    }

    /// Returns the name that messages have for an event: `webhooks/v1/job.completed`.
    #[must_use]
    pub fn event(&self, event: &str) -> String {
        format!("{self}/{event}")
    }

    /// Returns the folder of an event's examples: `webhooks/v1/examples/job.completed`.
    #[must_use]
    pub fn examples(&self, event: &str) -> String {
        format!("{self}/{EXAMPLES_FOLDER}/{event}")
    }

    /// Returns the path of an example as schemas name it: `job.completed/succeeded.json`.
    #[must_use]
    pub fn named_example(&self, named: &str) -> String {
        format!("{self}/{EXAMPLES_FOLDER}/{named}")
    }

    /// Returns the path of an example. `valid` is false if the schema must reject it.
    #[must_use]
    pub fn example(&self, event: &str, case: &str, valid: bool) -> String {
        let folder = self.examples(event);
        match valid {
            true => format!("{folder}/{case}{EXTENSION}"),
            false => format!("{folder}/{INVALID_FOLDER}/{case}{EXTENSION}"),
        }
    }

    /// Returns the path of a released revision.
    #[must_use]
    pub fn released(&self, event: &str, revision: Revision) -> String {
        format!("{self}/{RELEASED_FOLDER}/{event}/{revision}{EXTENSION}")
    }

    /// Returns the path of the release index.
    #[must_use]
    pub fn release_index(&self) -> String {
        format!("{self}/{RELEASED_FOLDER}/{RELEASE_INDEX_FILE}")
    }

    /// Returns a folder that nothing reads, in which this one is prepared.
    #[must_use]
    pub fn draft(&self) -> Self {
        Self::new(&self.family, &format!(".new-{}", self.major))
    }

    /// Reports whether a path is that of a file in this folder, or in a folder below it.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        is_in(&self.to_string(), path)
    }
}

impl fmt::Display for MajorFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.family, self.major)
    }
}

/// The part of a major version's folder that a path is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Schemas,
    Examples,
    Released,
}

impl Part {
    /// Returns the part of a path. A path outside such a folder counts as one of schemas.
    pub(crate) fn of(path: &str) -> Self {
        match path.split('/').nth(2) {
            Some(EXAMPLES_FOLDER) => Self::Examples,
            Some(RELEASED_FOLDER) => Self::Released,
            _ => Self::Schemas,
        }
    }
}

/// Reports whether a file or folder that was not read is a schema, or may contain schemas.
pub(crate) fn may_hold_schemas(path: &str) -> bool {
    path.split('/').count() <= 3 && path != APPROVALS_FILE
}

/// Reports whether a path is directly in the registry's folder.
pub(crate) fn is_at_the_top(path: &str) -> bool {
    !path.contains('/')
}

/// Reports whether a path is that of a file in a folder, or in a folder below it.
pub(crate) fn is_in(folder: &str, path: &str) -> bool {
    let below = path.strip_prefix(folder);
    below.is_some_and(|below| below.starts_with('/'))
}

/// Returns the folders above a path, topmost first: `webhooks` and `webhooks/v1` of `webhooks/v1/job.completed.json`.
pub(crate) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}

/// Returns a path below a folder. The folder `""` is the one that all paths are relative to.
#[must_use]
pub fn join(folder: &str, path: &str) -> String {
    match folder {
        "" => path.to_owned(),
        folder => format!("{folder}/{path}"),
    }
}

/// Reports whether a registry leaves an entry of a folder alone, by its name: hidden ones, and notes for people.
#[must_use]
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.') || name.ends_with(".md")
}

/// Returns the name of a major version's folder: `v1`.
#[must_use]
pub fn major_name(number: u32) -> String {
    format!("v{number}")
}

/// Returns the number of a major version, or `None` if its folder cannot have this name.
///
/// # Examples
///
/// ```
/// use schema_registry::layout::major_number;
///
/// assert_eq!(major_number("v12"), Some(12));
/// assert_eq!(major_number("v01"), None);
/// ```
#[must_use]
pub fn major_number(name: &str) -> Option<u32> {
    let digits = name.strip_prefix('v')?;
    let is_number = digits.starts_with(|first| matches!(first, '1'..='9'));
    digits.parse().ok().filter(|_| is_number)
}

/// Returns the last name of a path.
#[must_use]
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Returns the folder that a path is in, or `None` if it is a single name.
#[must_use]
pub fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// Returns the name of a JSON file without its extension, or `None` if the name has another extension.
#[must_use]
pub fn stem(name: &str) -> Option<&str> {
    name.strip_suffix(EXTENSION)
}

/// Splits the path of a schema into its folder and its name.
pub(crate) fn split_schema(path: &str) -> Option<(MajorFolder, &str)> {
    let folder = MajorFolder::of(path)?;
    let below = path.strip_prefix(&folder.to_string())?.strip_prefix('/')?;
    let name = stem(below)?;
    (!name.contains('/')).then_some((folder, name))
}

/// Splits the name that schemas have for an example, `job.completed/succeeded.json`, into the event and the file.
pub(crate) fn split_example(named: &str) -> (&str, &str) {
    named.split_once('/').unwrap_or((named, ""))
}

/// Returns the published path of a revision, which is in a folder beside the schema of its event:
/// `webhooks/v1/job.completed/1.0.0.json` for `webhooks/v1/job.completed.json`. URIs are as good as paths.
#[must_use]
pub fn published_revision(schema: &str, revision: Revision) -> String {
    let event = stem(schema).unwrap_or(schema);
    format!("{event}/{revision}{EXTENSION}")
}

/// Resolves a relative path from a folder. Returns `None` if it leads above the topmost folder.
#[must_use]
pub fn resolved(folder: &str, path: &str) -> Option<String> {
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// Returns the relative path from one file of the registry to another.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    from.pop();
    let to: Vec<&str> = to.split('/').collect();
    let common = from
        .iter()
        .zip(&to)
        .take_while(|(left, right)| left == right)
        .count();
    let up = std::iter::repeat_n("..", from.len() - common);
    let down = to.iter().skip(common).copied();
    up.chain(down).collect::<Vec<_>>().join("/")
}
