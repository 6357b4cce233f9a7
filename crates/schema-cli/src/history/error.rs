//! The error of reading the history of a checkout.

use std::{error, fmt, io, path::PathBuf};

use gix_hash::ObjectId;
use gix_object::Kind;
use schema_registry::json;

use super::objects::shown;

/// A reason why the history cannot be read.
#[derive(Debug)]
pub(crate) struct Error(Box<ErrorKind>);

impl Error {
    /// Returns the error with the place where it occurred.
    pub(super) fn at(self, place: ErrorPlace) -> Self {
        ErrorKind::At { place, error: self }.into()
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(kind))
    }
}

impl From<gix_error::Error> for Error {
    fn from(error: gix_error::Error) -> Self {
        ErrorKind::Git(error).into()
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        ErrorKind::Io(error).into()
    }
}

/// A place where an error occurred.
#[derive(Debug)]
pub(super) enum ErrorPlace {
    /// The commit where a branch left the main branch.
    Base {
        commit: ObjectId,
        main: &'static str,
    },
    Commit(ObjectId),
    /// A file or a folder that is copied.
    Copy {
        path: String,
    },
    /// A path that is looked for.
    Find {
        path: PathBuf,
    },
    /// A list of releases.
    List {
        path: String,
    },
    /// A file of the repository.
    Read {
        path: String,
    },
    /// A reference of the repository.
    Reference {
        name: String,
    },
    Tag(ObjectId),
    /// The last commit of the main branch.
    Tip {
        commit: ObjectId,
        main: &'static str,
    },
    Tree(ObjectId),
}

/// The kinds of errors.
#[derive(Debug)]
pub(super) enum ErrorKind {
    /// A short name of several objects.
    AmbiguousDigits {
        digits: String,
    },
    /// A short name of several references.
    AmbiguousName {
        name: String,
        meanings: Vec<String>,
    },
    /// An error with its place.
    At {
        place: ErrorPlace,
        error: Error,
    },
    /// A date that cannot be formatted.
    Date(jiff_v02::Error),
    /// A bare repository as plain files, inside a work tree.
    EmbeddedRepository {
        path: PathBuf,
    },
    /// A path in a work tree that leads to another place.
    Link {
        named: PathBuf,
        real: PathBuf,
    },
    /// A name that is not valid for a file.
    FileName {
        path: String,
    },
    /// An error of the library that reads repositories.
    Git(gix_error::Error),
    Io(io::Error),
    /// A tree with an entry that is neither a file nor a folder.
    LinkOrSubmodule {
        path: String,
    },
    /// A registry with more or larger files than any has.
    LargeRegistry {
        most_files: usize,
        most_bytes: usize,
    },
    /// A reference to a reference, too many times.
    LongReference {
        name: String,
    },
    /// A tag of a tag, too many times.
    LongTag {
        id: ObjectId,
    },
    NestedTooDeeply {
        path: String,
        most: usize,
    },
    /// A registry that is in no work tree.
    NoCheckout,
    /// A repository without commits.
    NoCommit,
    /// Two commits with separate histories.
    NoCommonCommit {
        main: &'static str,
    },
    /// A file `.git` that does not lead to a repository.
    NoGitFolder {
        path: PathBuf,
    },
    NoHead {
        folder: PathBuf,
    },
    NoMain,
    NoParent {
        commit: ObjectId,
        number: usize,
    },
    NoRegistry {
        commit: ObjectId,
    },
    /// Commits without a registry where the branch left the main branch.
    NoRegistryAtBase {
        commits: Vec<ObjectId>,
        main: &'static str,
    },
    NotACommit {
        id: ObjectId,
        kind: Kind,
    },
    /// An object of another kind than expected.
    NotAKind {
        id: ObjectId,
        found: Kind,
        wanted: Kind,
    },
    /// A list of releases that is not JSON.
    NotJson {
        path: String,
        error: json::SyntaxError,
    },
    /// A file of the registry with a kind that cannot be read.
    NotRegular {
        path: String,
    },
    /// A pipe or a device among the files of the repository.
    NotRegularFile {
        path: PathBuf,
    },
    /// A file at the place of the folder of releases.
    ReleasedNotAFolder,
    Shallow,
    TooLarge {
        size: u64,
        most: u64,
    },
    /// A file of the repository that is too large.
    TooLargeFile {
        size: u64,
    },
    /// A file of the repository that is not a file.
    UnexpectedKind,
    /// A name of no commit.
    Unknown {
        name: String,
    },
    /// Text that cannot be decoded.
    Undecodable {
        why: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            ErrorKind::AmbiguousDigits { digits } => write!(
                f,
                "the names of several objects begin with `{digits}`; give more digits"
            ),
            ErrorKind::AmbiguousName { name, meanings } => write!(
                f,
                "`{name}` is ambiguous: {}; write the whole name",
                meanings.join(" or ")
            ),
            ErrorKind::At { place, error } => at(f, place, error),
            ErrorKind::Date(error) => error.fmt(f),
            ErrorKind::EmbeddedRepository { path } => write!(
                f,
                "`{}` has a git repository as plain files; remove it",
                path.display()
            ),
            ErrorKind::FileName { path } => {
                write!(f, "`{path}` is not a name that a file can have")
            }
            ErrorKind::Git(error) => f.write_str(&shown(error)),
            ErrorKind::Io(error) => error.fmt(f),
            ErrorKind::LargeRegistry {
                most_files,
                most_bytes,
            } => write!(
                f,
                "the registry has more than {most_files} files or {most_bytes} bytes"
            ),
            ErrorKind::Link { named, real } => write!(
                f,
                "a link leads from `{}` to `{}`; name the folder itself",
                named.display(),
                real.display()
            ),
            ErrorKind::LinkOrSubmodule { path } => write!(
                f,
                "`{path}` is a link or a submodule, which a registry cannot contain"
            ),
            ErrorKind::LongReference { name } => write!(
                f,
                "the reference `{name}` is a circle, or a chain of too many references"
            ),
            ErrorKind::LongTag { id } => {
                write!(f, "object {id} is a tag of a tag, too many times")
            }
            ErrorKind::NestedTooDeeply { path, most } => write!(
                f,
                "`{path}` is nested too deeply: the limit is {most} folders"
            ),
            ErrorKind::NoCheckout => {
                f.write_str("the registry is not in a git checkout: no folder above has `.git`")
            }
            ErrorKind::NoCommit => f.write_str("nothing is committed yet"),
            ErrorKind::NoCommonCommit { main } => {
                write!(f, "this branch has no commit in common with `{main}`")
            }
            ErrorKind::NoGitFolder { path } => write!(
                f,
                "`{}` does not name the folder of a repository",
                path.display()
            ),
            ErrorKind::NoHead { folder } => write!(f, "`{}` has no `HEAD`", folder.display()),
            ErrorKind::NoMain => f.write_str("there is no branch `main`"),
            ErrorKind::NoParent { commit, number } => {
                write!(f, "commit {commit} has no parent {number}")
            }
            ErrorKind::NoRegistry { commit } => write!(f, "commit {commit} has no such registry"),
            ErrorKind::NoRegistryAtBase { commits, main } => {
                let commits: Vec<String> = commits.iter().map(ToString::to_string).collect();
                write!(
                    f,
                    "commit {}, where this branch left `{main}`, has no registry at this path",
                    commits.join(", ")
                )
            }
            ErrorKind::NotACommit { id, kind } => {
                write!(f, "object {id} is a {kind}, not a commit")
            }
            ErrorKind::NotAKind { id, found, wanted } => {
                write!(f, "object {id} is a {found}, not a {wanted}")
            }
            ErrorKind::NotJson { path, error } => write!(f, "`{path}` is not JSON: {error}"),
            ErrorKind::NotRegular { path } => write!(f, "`{path}` is not a regular file"),
            ErrorKind::NotRegularFile { path } => {
                write!(f, "`{}` is not a regular file", path.display())
            }
            ErrorKind::ReleasedNotAFolder => f.write_str("`released` is not a folder"),
            ErrorKind::Shallow => {
                f.write_str("the checkout has only a part of the history; fetch all of it")
            }
            ErrorKind::TooLarge { size, most } => {
                write!(f, "it has {size} bytes, and the limit is {most}")
            }
            ErrorKind::TooLargeFile { size } => write!(f, "it has {size} bytes"),
            ErrorKind::Undecodable { why } => f.write_str(why),
            ErrorKind::UnexpectedKind => f.write_str("it is not a regular file"),
            ErrorKind::Unknown { name } => write!(
                f,
                "`{name}` is neither a folder nor a commit of this checkout; name a branch, a tag or a commit, \
                 optionally followed by `~N` or `^N`"
            ),
        }
    }
}

fn at(f: &mut fmt::Formatter<'_>, place: &ErrorPlace, error: &Error) -> fmt::Result {
    match place {
        ErrorPlace::Base { commit, main } => {
            write!(
                f,
                "commit {commit}, where this branch left `{main}`: {error}"
            )
        }
        ErrorPlace::Commit(id) => write!(f, "commit {id}: {error}"),
        ErrorPlace::Copy { path } => write!(f, "cannot copy `{path}`: {error}"),
        ErrorPlace::Find { path } => write!(f, "cannot find `{}`: {error}", path.display()),
        ErrorPlace::List { path } => write!(f, "`{path}` cannot be read: {error}"),
        ErrorPlace::Read { path } => write!(f, "cannot read `{path}`: {error}"),
        ErrorPlace::Reference { name } => write!(
            f,
            "cannot read the reference `{name}`: {error}; SHA-256 and `reftable` are not supported"
        ),
        ErrorPlace::Tag(id) => write!(f, "tag {id}: {error}"),
        ErrorPlace::Tip { commit, main } => {
            write!(f, "commit {commit}, the tip of `{main}`: {error}")
        }
        ErrorPlace::Tree(id) => write!(f, "tree {id}: {error}"),
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &*self.0 {
            ErrorKind::At { error, .. } => error.source(),
            ErrorKind::Date(error) => Some(error),
            ErrorKind::Git(error) => Some(error),
            ErrorKind::Io(error) => Some(error),
            ErrorKind::NotJson { error, .. } => Some(error),
            _ => None,
        }
    }
}
