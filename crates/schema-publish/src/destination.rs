//! Destinations and sources of publications: folders, object stores and web servers.

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
#[cfg(feature = "network")]
pub(crate) use self::network::StoreError;
use self::{
    address::Address,
    limits::{Budget, Reading},
    network::{Store, Web},
    sink::{Hashed, Sink},
};
pub(crate) use self::{
    folder::{Folder, read},
    limits::{Excess, LARGEST},
    sink::Summed,
};
use crate::{
    error::{Attempt, Error, Reason},
    site::File,
};

/// A folder, an object store or a web server that has publications.
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

/// The purpose for which a destination is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Only to read files.
    Reading,
    /// To read and write files.
    Writing,
}

/// A file as it is published.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The version of the file that has these bytes.
    pub version: Version,
}

/// An identifier of one version of a file.
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
    /// The identifiers that a store gives it.
    Store {
        e_tag: Option<String>,
        version: Option<String>,
    },
    /// No identifier: the file cannot be replaced.
    Unknown,
}

/// The outcome of a conditional write.
#[derive(Debug)]
#[must_use]
pub enum Written {
    /// The request was carried out.
    Done,
    /// Nothing was written: another file, or another version of it, is there.
    Another,
    /// It is unknown whether something was written, for this reason. The request may be made again.
    Unknown(Error),
}

impl Destination {
    /// Opens a folder, `s3://bucket/prefix`, `gs://bucket/prefix` or `az://container/prefix`; for reading, also
    /// `https://…`. `endpoint` is the address of a server that speaks the protocol of such a store. Credentials
    /// come from the usual environment variables. Reading has the default [`Limits`]; a destination that is opened
    /// for writing has none.
    ///
    /// # Errors
    ///
    /// Returns an error if the address is invalid, may contain a secret, or cannot be used.
    pub fn open(target: &str, endpoint: Option<&str>, purpose: Use) -> Result<Self, Error> {
        let inner = match (address::parse(target)?, endpoint) {
            (Address::Folder(_), Some(_)) => {
                return Err(Error::new(Attempt::UseEndpoint, Reason::EndpointOfFolder));
            }
            (Address::Folder(path), None) => {
                Inner::Folder(Folder::open(PathBuf::from(path), purpose)?)
            }
            (Address::Web(_), Some(_)) => {
                return Err(Error::new(Attempt::UseEndpoint, Reason::EndpointOfWeb));
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

    /// Returns the same destination with other limits, which count from now on.
    #[must_use]
    pub fn within(self, limits: Limits) -> Self {
        Self {
            budget: Budget::new(limits),
            ..self
        }
    }

    /// Rejects an address that is invalid or may contain a secret.
    ///
    /// # Errors
    ///
    /// Returns an error that does not show the secret.
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

    /// Returns the number of requests that may run at once.
    #[must_use]
    pub fn at_once(&self) -> usize {
        match &self.inner {
            Inner::Folder(_) => 4,
            Inner::Store(_) | Inner::Web(_) => 32,
        }
    }

    /// Reports whether a file that may not be read looks like one that does not exist.
    #[must_use]
    pub fn hides(&self) -> bool {
        matches!(self.inner, Inner::Web(_))
    }

    /// Locks a folder, so that other publishers which use this program wait until the guard is dropped. Stores need
    /// no lock, since writes to them are conditional. `waits` is called repeatedly while another publisher holds
    /// the lock.
    ///
    /// # Errors
    ///
    /// Returns an error if the folder cannot be locked, or if another publisher holds the lock for minutes.
    pub fn lock(&self, waits: &dyn Fn()) -> Result<Guard, Error> {
        match &self.inner {
            Inner::Folder(folder) => folder.lock(waits).map(|lock| Guard(Some(lock))),
            Inner::Store(_) | Inner::Web(_) => Ok(Guard(None)),
        }
    }

    /// Returns a file, or `None` if it does not exist.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read, is not a regular file, or exceeds a limit.
    pub fn get(&self, path: &str) -> Result<Option<Stored>, Error> {
        self.get_within(path, LARGEST)
    }

    /// Returns a file that has at most `most` bytes, or `None` if it does not exist.
    ///
    /// # Errors
    ///
    /// Returns an error as [`Self::get`] does, or if the file has more bytes.
    pub(crate) fn get_within(&self, path: &str, most: u64) -> Result<Option<Stored>, Error> {
        let got = self.read(path, most)?;
        Ok(got.map(|(bytes, version)| Stored { bytes, version }))
    }

    /// Returns the size and the digest of a file, whose bytes are not kept, or `None` if it does not exist.
    ///
    /// # Errors
    ///
    /// Returns an error as [`Self::get`] does.
    pub(crate) fn sum(&self, path: &str) -> Result<Option<Summed>, Error> {
        let got = self.read::<Hashed>(path, LARGEST)?;
        Ok(got.map(|(hashed, _)| hashed.finish()))
    }

    fn read<S: Sink>(&self, path: &str, most: u64) -> Result<Option<(S, Version)>, Error> {
        self.budget
            .file()
            .map_err(|excess| Error::new(Attempt::read(path), excess))?;
        let budget = &self.budget;
        let reading = Reading { most, budget };
        match &self.inner {
            Inner::Folder(folder) => folder.get(path, reading),
            Inner::Store(store) => store.get(path, reading),
            Inner::Web(web) => web.get(path, reading),
        }
    }

    /// Checks that the run is within its time limit.
    ///
    /// # Errors
    ///
    /// Returns an error if it is not.
    pub(crate) fn check_time(&self) -> Result<(), Error> {
        let time = self.budget.time();
        time.map_err(|excess| Error::new(Attempt::Continue, excess))
    }

    /// Prepares to write a file. A folder, which can run out of space, stores the bytes now, so that
    /// [`Self::create`] and [`Self::replace`] need no more space.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes cannot be stored.
    pub fn stage(&self, file: &File) -> Result<(), Error> {
        match &self.inner {
            Inner::Folder(folder) => folder.stage(file),
            Inner::Store(_) | Inner::Web(_) => Ok(()),
        }
    }

    /// Creates a file by one request, unless a file exists at its path.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be written.
    pub fn create(&self, file: &File) -> Result<Written, Error> {
        match &self.inner {
            Inner::Folder(folder) => folder.create(file),
            Inner::Store(store) => store.put(file, None),
            Inner::Web(_) => Err(takes_no_files()),
        }
    }

    /// Replaces a file by one request, if it still has the given version.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be written.
    pub fn replace(&self, file: &File, version: &Version) -> Result<Written, Error> {
        match &self.inner {
            Inner::Folder(folder) => folder.replace(file, version),
            Inner::Store(store) => store.put(file, Some(version)),
            Inner::Web(_) => Err(takes_no_files()),
        }
    }

    /// Removes a file by one request. Removing a file that does not exist succeeds.
    ///
    /// # Errors
    ///
    /// Returns an error if the file exists and cannot be removed.
    pub fn remove(&self, path: &str) -> Result<Written, Error> {
        match &self.inner {
            Inner::Folder(folder) => folder.remove(path).map(|()| Written::Done),
            Inner::Store(store) => store.remove(path),
            Inner::Web(_) => Err(takes_no_files()),
        }
    }

    /// Returns the paths of all files, or `None` for a web server, which does not list them. A path that ends in
    /// `/` is a folder that is too deep to be searched.
    ///
    /// # Errors
    ///
    /// Returns an error if the files cannot be listed, or if a limit is exceeded.
    pub fn list(&self) -> Result<Option<Vec<String>>, Error> {
        match &self.inner {
            Inner::Folder(folder) => folder.list(&self.budget).map(Some),
            Inner::Store(store) => store.list(&self.budget).map(Some),
            Inner::Web(_) => Ok(None),
        }
    }
}

fn takes_no_files() -> Error {
    Error::new(Attempt::PublishToWeb, Reason::WebTakesNoFiles)
}

/// The lock of a destination, if it needs one. Other publishers wait until it is dropped.
#[derive(Debug)]
pub struct Guard(Option<folder::FolderLock>);

impl Guard {
    /// Reports whether other publishers wait.
    #[must_use]
    pub fn is_lock(&self) -> bool {
        self.0.is_some()
    }
}
