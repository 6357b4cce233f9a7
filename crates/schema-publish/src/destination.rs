//! Where files are published to, and read from: a folder, an object store, or a web server.

mod ask;
mod folder;
mod store;
mod web;

use std::path::PathBuf;

use object_store::UpdateVersion;

pub(crate) use self::folder::{Folder, read};
use self::{store::Store, web::Web};
use crate::{error::Error, site::File};

/// No published file is larger; what is read can be anything.
const LARGEST: u64 = 256 << 20;

/// A place of publication.
#[derive(Debug)]
pub struct Destination(Inner);

#[derive(Debug)]
enum Inner {
    Folder(Folder),
    Store(Box<Store>),
    Web(Box<Web>),
}

/// What a place is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Only to be read.
    Reading,
    /// Also to be written.
    Writing,
}

/// A file as it is published.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Which version of the file they are.
    pub version: Version,
}

/// What tells a version of a file from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version(Tag);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Tag {
    /// SHA-256 of the bytes.
    Digest(String),
    /// What a store calls it.
    Store(UpdateVersion),
    /// Nothing: it cannot be replaced.
    Unknown,
}

/// What became of a conditional write.
#[derive(Debug)]
#[must_use]
pub enum Written {
    /// The file is what it should be.
    Done,
    /// Nothing was written: another file, or another version of it, is there.
    Another,
    /// Nobody knows whether something was written, and why. The request may be made again.
    Unknown(Error),
}

impl Destination {
    /// Opens a folder, `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`; for reading,
    /// also `https://…`. `endpoint` is the address of a server that speaks the protocol of such a store.
    /// Credentials come from the usual variables of the environment.
    ///
    /// # Errors
    ///
    /// If it is no such place, or cannot be used.
    pub fn open(target: &str, endpoint: Option<&str>, purpose: Use) -> Result<Self, Error> {
        let doing = || format!("cannot use `{target}`");
        let Some((scheme, rest)) = target.split_once("://") else {
            if endpoint.is_some() {
                return Err(Error::refused(doing(), "a folder has no endpoint"));
            }
            if target.starts_with("file:") {
                return Err(no_whole_path(doing()));
            }
            let folder = Folder::open(PathBuf::from(target), purpose)?;
            return Ok(Self(Inner::Folder(folder)));
        };
        // Addresses are printed, and noted in locks.
        let (authority, _) = rest.split_once('/').unwrap_or((rest, ""));
        if scheme.starts_with("http") && (authority.contains('@') || rest.contains(['?', '#'])) {
            return Err(Error::refused(
                "cannot use this address",
                "it has a password, a query or a fragment; credentials come from the environment",
            ));
        }
        match scheme {
            "file" => {
                if !rest.starts_with('/') {
                    return Err(no_whole_path(doing()));
                }
                let folder = Folder::open(PathBuf::from(rest), purpose)?;
                Ok(Self(Inner::Folder(folder)))
            }
            "http" | "https" if endpoint.is_some() => Err(Error::refused(
                doing(),
                "an address of the web has no endpoint: it is one",
            )),
            "s3" | "gs" | "az" if authority.is_empty() => {
                Err(Error::refused(doing(), "it names no bucket or container"))
            }
            "http" | "https" if purpose == Use::Writing => Err(takes_no_files()),
            "http" | "https" => Ok(Self(Inner::Web(Box::new(Web::open(target)?)))),
            "s3" | "gs" | "az" => {
                let store = Store::open(target, endpoint)?;
                Ok(Self(Inner::Store(Box::new(store))))
            }
            _ => Err(Error::refused(
                doing(),
                "it is no folder, and its scheme is none of `s3`, `gs`, `az`, `http` and `https`",
            )),
        }
    }

    /// How many requests can be under way at once.
    #[must_use]
    pub fn at_once(&self) -> usize {
        match &self.0 {
            Inner::Folder(_) => 4,
            Inner::Store(_) | Inner::Web(_) => 32,
        }
    }

    /// Whether a file that must not be read is taken for one that is not there.
    #[must_use]
    pub fn hides(&self) -> bool {
        matches!(self.0, Inner::Web(_))
    }

    /// Keeps other publishers of this program waiting, where that is possible, until the guard is dropped.
    /// Stores need none: what they write is conditional. `waits` is called now and then while another one
    /// has the lock.
    ///
    /// # Errors
    ///
    /// If that is possible, and fails, or takes minutes.
    pub fn lock(&self, waits: &dyn Fn()) -> Result<Guard, Error> {
        match &self.0 {
            Inner::Folder(folder) => folder.lock(waits).map(|lock| Guard(Some(lock))),
            Inner::Store(_) | Inner::Web(_) => Ok(Guard(None)),
        }
    }

    /// A file; `None` if it is not there.
    ///
    /// # Errors
    ///
    /// If that cannot be told.
    pub fn get(&self, path: &str) -> Result<Option<Stored>, Error> {
        match &self.0 {
            Inner::Folder(folder) => folder.get(path),
            Inner::Store(store) => store.get(path),
            Inner::Web(web) => web.get(path),
        }
    }

    /// Makes ready to write a file: a place that can be full takes its bytes now, and [`Self::create`] and
    /// [`Self::replace`] need no more room.
    ///
    /// # Errors
    ///
    /// If there is no room, or it cannot be written.
    pub fn stage(&self, file: &File) -> Result<(), Error> {
        match &self.0 {
            Inner::Folder(folder) => folder.stage(file),
            Inner::Store(_) | Inner::Web(_) => Ok(()),
        }
    }

    /// Writes a file, unless one is there, by one request.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn create(&self, file: &File) -> Result<Written, Error> {
        match &self.0 {
            Inner::Folder(folder) => folder.create(file),
            Inner::Store(store) => store.put(file, None),
            Inner::Web(_) => Err(takes_no_files()),
        }
    }

    /// Writes a file in the place of a version of it, by one request.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn replace(&self, file: &File, version: &Version) -> Result<Written, Error> {
        match &self.0 {
            Inner::Folder(folder) => folder.replace(file, version),
            Inner::Store(store) => store.put(file, Some(version)),
            Inner::Web(_) => Err(takes_no_files()),
        }
    }

    /// Removes a file, by one request. One that is not there is as good as removed.
    ///
    /// # Errors
    ///
    /// If it is there and cannot be removed.
    pub fn remove(&self, path: &str) -> Result<Written, Error> {
        match &self.0 {
            Inner::Folder(folder) => folder.remove(path).map(|()| Written::Done),
            Inner::Store(store) => store.remove(path),
            Inner::Web(_) => Err(takes_no_files()),
        }
    }

    /// The paths of all files; `None` if the place does not tell.
    ///
    /// # Errors
    ///
    /// If the place tells, and cannot be read.
    pub fn list(&self) -> Result<Option<Vec<String>>, Error> {
        match &self.0 {
            Inner::Folder(folder) => folder.list().map(Some),
            Inner::Store(store) => store.list().map(Some),
            Inner::Web(_) => Ok(None),
        }
    }
}

fn no_whole_path(doing: String) -> Error {
    Error::refused(doing, "write `file:///` and the whole path")
}

fn takes_no_files() -> Error {
    Error::refused(
        "cannot publish to the web",
        "a web server takes no files; publish to the folder or the store that it serves",
    )
}

/// What keeps other publishers waiting, where there is a lock.
#[derive(Debug)]
pub struct Guard(Option<folder::Lock>);

impl Guard {
    /// Whether others wait.
    #[must_use]
    pub fn is_lock(&self) -> bool {
        self.0.is_some()
    }
}
