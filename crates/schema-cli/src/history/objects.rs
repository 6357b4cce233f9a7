//! Objects of a repository: their bytes, each compared with its name.

use std::{io, path::Path};

use gix_error::{Error as GitError, Result as GixResult};
use gix_hash::{Kind as HashKind, ObjectId, Prefix, oid};
use gix_object::{CommitRefIter, Data, Find, Kind, TagRefIter, TreeRefIter, tree::EntryMode};
use gix_odb::{Header as _, store::init::Options};

use super::error::{Error, ErrorKind, ErrorPlace};

/// Nothing larger is unpacked. A commit, a tree or a schema of that size is a mistake or an attack.
const LARGEST_OBJECT: usize = 32 * 1024 * 1024;

/// A tag of a tag of a tag. More of them are a mistake.
const MOST_TAGS: usize = 16;

/// The objects of one repository, and of those that it borrows objects from. Where bytes come from does
/// not matter, since their digest is the name that was asked for.
pub(super) struct Objects {
    store: gix_odb::Handle,
}

/// An entry of a tree.
pub(super) struct Entry {
    pub(super) name: Vec<u8>,
    pub(super) mode: EntryMode,
    pub(super) id: ObjectId,
}

impl Objects {
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let options = Options {
            alloc_limit_bytes: Some(LARGEST_OBJECT),
            ..Options::default()
        };
        // No replacements: an object is what its name says.
        let store = gix_odb::at_opts(folder, HashKind::Sha1, None, options)?;
        Ok(Self { store })
    }

    /// Returns the bytes of a file.
    pub(super) fn blob(&self, id: &oid, limit: u64) -> Result<Vec<u8>, Error> {
        let header = self.store.try_header(id)?;
        match header.map(|header| header.size()) {
            Some(size) if size > limit => Err(ErrorKind::TooLarge { size, most: limit }.into()),
            Some(_) => self.read(id, Kind::Blob),
            None => Err(missing(id).into()),
        }
    }

    /// Returns the entries of a tree.
    pub(super) fn tree(&self, id: &oid) -> Result<Vec<Entry>, Error> {
        let bytes = self.read(id, Kind::Tree)?;
        TreeRefIter::from_bytes(&bytes, HashKind::Sha1)
            .map(|entry| {
                let entry = entry
                    .map_err(|error| Error::from(error).at(ErrorPlace::Tree(id.to_owned())))?;
                Ok(Entry {
                    name: entry.filename.to_vec(),
                    mode: entry.mode,
                    id: entry.oid.to_owned(),
                })
            })
            .collect()
    }

    /// Returns the tree of a commit.
    pub(super) fn tree_of(&self, commit: &oid) -> Result<ObjectId, Error> {
        let bytes = self.read(commit, Kind::Commit)?;
        CommitRefIter::from_bytes(&bytes, HashKind::Sha1)
            .tree_id()
            .map_err(|error| of_commit(commit, error))
    }

    /// Returns the parents of a commit.
    pub(super) fn parents(&self, commit: &oid) -> Result<Vec<ObjectId>, Error> {
        let bytes = self.read(commit, Kind::Commit)?;
        Ok(CommitRefIter::from_bytes(&bytes, HashKind::Sha1)
            .parent_ids()
            .collect())
    }

    /// Returns the day of a commit where its committer was, as `YYYY-MM-DD`.
    pub(super) fn day(&self, commit: &oid) -> Result<String, Error> {
        let bytes = self.read(commit, Kind::Commit)?;
        let time = CommitRefIter::from_bytes(&bytes, HashKind::Sha1)
            .committer()
            .and_then(|committer| committer.time())
            .map_err(|error| of_commit(commit, error))?;
        time.format(gix_object::date::time::format::SHORT)
            .map_err(|error| of_commit(commit, ErrorKind::Date(error)))
    }

    /// Returns the commit that an object is, or that it is a tag of.
    pub(super) fn commit(&self, id: ObjectId) -> Result<ObjectId, Error> {
        let mut id = id;
        let mut buffer = Vec::new();
        for _ in 0..MOST_TAGS {
            let found = self.find(&id, &mut buffer)?;
            match found.kind {
                Kind::Commit => return Ok(id),
                Kind::Tag => {
                    id = TagRefIter::from_bytes(found.data, HashKind::Sha1)
                        .target_id()
                        .map_err(|error| Error::from(error).at(ErrorPlace::Tag(id)))?;
                }
                kind => return Err(ErrorKind::NotACommit { id, kind }.into()),
            }
        }
        Err(ErrorKind::LongTag { id }.into())
    }

    /// Returns the object whose name begins with digits, if there is one.
    pub(super) fn abbreviated(&self, digits: &str) -> Result<Option<ObjectId>, Error> {
        let Ok(prefix) = Prefix::from_hex(digits) else {
            return Ok(None);
        };
        let found = self.store.lookup_prefix(prefix, None);
        match found? {
            Some(Ok(id)) => Ok(Some(id)),
            Some(Err(())) => {
                let digits = digits.to_owned();
                Err(ErrorKind::AmbiguousDigits { digits }.into())
            }
            None => Ok(None),
        }
    }

    /// Returns the bytes of an object of one kind.
    fn read(&self, id: &oid, kind: Kind) -> Result<Vec<u8>, Error> {
        let mut buffer = Vec::new();
        let found = self.find(id, &mut buffer)?.kind;
        if found != kind {
            let (id, wanted) = (id.to_owned(), kind);
            return Err(ErrorKind::NotAKind { id, found, wanted }.into());
        }
        Ok(buffer)
    }

    fn find<'a>(&self, id: &oid, buffer: &'a mut Vec<u8>) -> Result<Data<'a>, Error> {
        let found = self.try_find(id, buffer)?;
        found.ok_or_else(|| missing(id).into())
    }
}

impl Find for Objects {
    /// Finds an object, of which nothing but its name may be believed: the bytes of another one are an
    /// error, and so is a missing one. Walking over the history would go around it otherwise.
    fn try_find<'a>(&self, id: &oid, buffer: &'a mut Vec<u8>) -> GixResult<Option<Data<'a>>> {
        let Some(found) = self.store.try_find(id, buffer)? else {
            return Err(missing(id));
        };
        found.verify_checksum(id)?;
        Ok(Some(found))
    }
}

fn of_commit(commit: &oid, error: impl Into<Error>) -> Error {
    error.into().at(ErrorPlace::Commit(commit.to_owned()))
}

fn missing(id: &oid) -> GitError {
    gix_error::message!(
        "object {id} is missing (a partial clone omits objects, and this tool does not fetch them; fetch them with git)"
    )
    .not_found_error()
}

/// Returns the message of an error and of its causes.
pub(super) fn shown(error: &GitError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let more = inner.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = inner.source();
    }
    text
}
