//! Where files are published to, and read from: a folder, an object store, or a web server.

mod address;
mod folder;
mod limits;
#[cfg(feature = "network")]
mod network;
#[cfg(not(feature = "network"))]
#[path = "destination/no_network.rs"]
mod network;
mod sink;

use std::path::PathBuf;

pub use self::limits::Limits;
use self::{
    address::Address,
    limits::{Budget, Reading},
    network::{Store, Web},
    sink::{Hashed, Sink},
};
pub(crate) use self::{
    folder::{Folder, read},
    limits::LARGEST,
    sink::Summed,
};
use crate::{error::Error, site::File};

/// A place of publication.
#[derive(Debug)]
pub struct Destination {
    inner: Inner,
    budget: Budget,
}

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
#[cfg_attr(
    not(feature = "network"),
    expect(dead_code, reason = "only places on a network have the other tags")
)]
enum Tag {
    /// SHA-256 of the bytes.
    Digest(String),
    /// The names that a store gives it.
    Store {
        e_tag: Option<String>,
        version: Option<String>,
    },
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
    /// Credentials come from the usual variables of the environment. What is opened for reading has the usual
    /// [`Limits`].
    ///
    /// # Errors
    ///
    /// If it is no such place, has a secret in it, or cannot be used.
    pub fn open(target: &str, endpoint: Option<&str>, purpose: Use) -> Result<Self, Error> {
        let inner = match (address::parse(target)?, endpoint) {
            (Address::Folder(_), Some(_)) => {
                let doing = "cannot use this endpoint";
                return Err(Error::refused(
                    doing,
                    "only object stores have an endpoint, and this is a folder",
                ));
            }
            (Address::Folder(path), None) => {
                Inner::Folder(Folder::open(PathBuf::from(path), purpose)?)
            }
            (Address::Web(_), Some(_)) => {
                let why = "only object stores have an endpoint, and this is a web server";
                return Err(Error::refused("cannot use this endpoint", why));
            }
            (Address::Web(_), None) if purpose == Use::Writing => return Err(takes_no_files()),
            (Address::Web(url), None) => Inner::Web(Box::new(Web::open(url)?)),
            (Address::Store(target), endpoint) => {
                endpoint.map(address::check_endpoint).transpose()?;
                Inner::Store(Box::new(Store::open(&target, endpoint)?))
            }
        };
        let limits = match purpose {
            Use::Reading => Limits::default(),
            Use::Writing => Limits::NONE,
        };
        Ok(Self {
            inner,
            budget: Budget::new(limits),
        })
    }

    /// The same place with other limits, which count from now on.
    #[must_use]
    pub fn within(self, limits: Limits) -> Self {
        Self {
            budget: Budget::new(limits),
            ..self
        }
    }

    /// Rejects an address that may have a secret in it, or is none.
    ///
    /// # Errors
    ///
    /// If it does; the error does not show it.
    pub fn check(target: &str) -> Result<(), Error> {
        address::parse(target).map(drop)
    }

    /// Reports whether an address leads to a web server or an object store, which only the feature `network` can
    /// open. Folders, and what is not an address, need no network.
    #[must_use]
    pub fn needs_network(target: &str) -> bool {
        matches!(
            address::parse(target),
            Ok(Address::Web(_) | Address::Store(_))
        )
    }

    /// How many requests can be under way at once.
    #[must_use]
    pub fn at_once(&self) -> usize {
        match &self.inner {
            Inner::Folder(_) => 4,
            Inner::Store(_) | Inner::Web(_) => 32,
        }
    }

    /// Whether a file that must not be read is taken for one that is not there.
    #[must_use]
    pub fn hides(&self) -> bool {
        matches!(self.inner, Inner::Web(_))
    }

    /// Keeps other publishers of this program waiting, where that is possible, until the guard is dropped.
    /// Stores need none: what they write is conditional. `waits` is called now and then while another one
    /// has the lock.
    ///
    /// # Errors
    ///
    /// If that is possible, and fails, or takes minutes.
    pub fn lock(&self, waits: &dyn Fn()) -> Result<Guard, Error> {
        match &self.inner {
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
        self.get_within(path, LARGEST)
    }

    /// A file that has no more bytes than that; `None` if it is not there.
    ///
    /// # Errors
    ///
    /// If that cannot be told, or it has more.
    pub(crate) fn get_within(&self, path: &str, most: u64) -> Result<Option<Stored>, Error> {
        let got = self.read(path, most)?;
        Ok(got.map(|(bytes, version)| Stored { bytes, version }))
    }

    /// The digest of a file, whose bytes are not kept; `None` if it is not there.
    ///
    /// # Errors
    ///
    /// If that cannot be told.
    pub(crate) fn sum(&self, path: &str) -> Result<Option<Summed>, Error> {
        let got = self.read::<Hashed>(path, LARGEST)?;
        Ok(got.map(|(hashed, _)| hashed.finish()))
    }

    fn read<S: Sink>(&self, path: &str, most: u64) -> Result<Option<(S, Version)>, Error> {
        self.budget
            .file()
            .map_err(|why| Error::refused(format!("cannot read `{path}`"), why))?;
        let budget = &self.budget;
        let reading = Reading { most, budget };
        match &self.inner {
            Inner::Folder(folder) => folder.get(path, reading),
            Inner::Store(store) => store.get(path, reading),
            Inner::Web(web) => web.get(path, reading),
        }
    }

    /// Ends what takes too long.
    ///
    /// # Errors
    ///
    /// If the time of the run is up.
    pub(crate) fn check_time(&self) -> Result<(), Error> {
        let time = self.budget.time();
        time.map_err(|why| Error::refused("cannot go on", why))
    }

    /// Makes ready to write a file: a place that can be full takes its bytes now, and [`Self::create`] and
    /// [`Self::replace`] need no more room.
    ///
    /// # Errors
    ///
    /// If there is no room, or it cannot be written.
    pub fn stage(&self, file: &File) -> Result<(), Error> {
        match &self.inner {
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
        match &self.inner {
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
        match &self.inner {
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
        match &self.inner {
            Inner::Folder(folder) => folder.remove(path).map(|()| Written::Done),
            Inner::Store(store) => store.remove(path),
            Inner::Web(_) => Err(takes_no_files()),
        }
    }

    /// The paths of all files; `None` if the place does not tell. A path that ends in `/` is that of a folder
    /// that is too deep to be looked into.
    ///
    /// # Errors
    ///
    /// If the place tells, and cannot be read.
    pub fn list(&self) -> Result<Option<Vec<String>>, Error> {
        match &self.inner {
            Inner::Folder(folder) => folder.list(&self.budget).map(Some),
            Inner::Store(store) => store.list(&self.budget).map(Some),
            Inner::Web(_) => Ok(None),
        }
    }
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
