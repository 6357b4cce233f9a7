//! The error of publishing, verifying and fetching.

mod reason;

use std::{error, fmt};

pub(crate) use self::reason::Reason;
use crate::{
    lock::LOCK,
    quote::{cut, with_causes},
};

/// The most characters of an error: some contain the response of a server.
const LONGEST: usize = 2_000;

/// An operation that failed, and the reason.
#[derive(Debug)]
pub struct Error {
    attempt: Attempt,
    reason: Box<Reason>,
    is_of_file: bool,
}

impl Error {
    pub(crate) fn new(attempt: Attempt, reason: impl Into<Reason>) -> Self {
        Self {
            attempt,
            reason: Box::new(reason.into()),
            is_of_file: false,
        }
    }

    /// Returns the same error, marked as one that concerns a single file: other files can be read.
    pub(crate) fn of_file(self) -> Self {
        Self {
            is_of_file: true,
            ..self
        }
    }

    /// Reports whether the error concerns a single file, so that others can be read.
    pub(crate) fn is_of_file(&self) -> bool {
        self.is_of_file
    }

    /// Returns the operation that failed, as a sentence fragment.
    #[must_use]
    pub fn doing(&self) -> String {
        self.attempt.to_string()
    }

    /// Returns the reason and its causes, in one line.
    #[must_use]
    pub fn why(&self) -> String {
        let why = with_causes(&*self.reason);
        match cut(&why, LONGEST) {
            Some(start) => format!("{start}…"),
            None => why,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.attempt, self.why())
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        error::Error::source(&*self.reason)
    }
}

/// The operations that can fail.
#[derive(Debug)]
pub(crate) enum Attempt {
    ChooseUpdates,
    Continue,
    Fetch,
    FetchFile {
        path: String,
    },
    /// The name is an event, with its revision or without.
    FetchNamed {
        name: String,
    },
    List {
        folder: String,
    },
    #[cfg(feature = "network")]
    ListFiles,
    MakeLock,
    MatchLock,
    Publish,
    PublishToWeb,
    Read {
        path: String,
    },
    ReadLock,
    Remove {
        path: String,
    },
    Sign,
    StartThread,
    Trust {
        source: String,
    },
    TrustLock,
    UpdateLock,
    /// The message does not repeat the address, which may contain a secret.
    UseAddress,
    UseEndpoint,
    UseFolder,
    UsePublicKey,
    UseSecretKey,
    UseTarget {
        target: String,
    },
    VerifyNewer,
    VerifySignature,
    Write {
        path: String,
    },
    WriteTo {
        folder: String,
    },
}

impl Attempt {
    pub(crate) fn read(path: impl fmt::Display) -> Self {
        Self::Read {
            path: path.to_string(),
        }
    }

    pub(crate) fn use_target(target: impl fmt::Display) -> Self {
        Self::UseTarget {
            target: target.to_string(),
        }
    }

    pub(crate) fn write(path: impl fmt::Display) -> Self {
        Self::Write {
            path: path.to_string(),
        }
    }
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChooseUpdates => f.write_str("cannot determine what to update"),
            Self::Continue => f.write_str("cannot go on"),
            Self::Fetch => f.write_str("cannot fetch"),
            Self::FetchFile { path } => write!(f, "cannot fetch `{path}`"),
            Self::FetchNamed { name } => write!(f, "cannot fetch {name}"),
            Self::List { folder } => write!(f, "cannot list `{folder}`"),
            #[cfg(feature = "network")]
            Self::ListFiles => f.write_str("cannot list the files"),
            Self::MakeLock => write!(f, "cannot make `{LOCK}`"),
            Self::MatchLock => write!(f, "`{LOCK}` does not match this command"),
            Self::Publish => f.write_str("cannot publish"),
            Self::PublishToWeb => f.write_str("cannot publish to the web"),
            Self::Read { path } => write!(f, "cannot read `{path}`"),
            Self::ReadLock => write!(
                f,
                "cannot read `{LOCK}` (restore it, or remove it to start again)"
            ),
            Self::Remove { path } => write!(f, "cannot remove `{path}`"),
            Self::Sign => f.write_str("cannot sign"),
            Self::StartThread => f.write_str("cannot start a thread"),
            Self::Trust { source } => write!(f, "cannot trust {source}"),
            Self::TrustLock => write!(f, "cannot trust `{LOCK}`"),
            Self::UpdateLock => write!(f, "cannot update `{LOCK}`"),
            Self::UseAddress => f.write_str("cannot use this address"),
            Self::UseEndpoint => f.write_str("cannot use this endpoint"),
            Self::UseFolder => f.write_str("cannot use this folder"),
            Self::UsePublicKey => f.write_str("cannot use the public key"),
            Self::UseSecretKey => f.write_str("cannot use the secret key"),
            Self::UseTarget { target } => write!(f, "cannot use `{target}`"),
            Self::VerifyNewer => {
                f.write_str("the publication is older than the one that was fetched before")
            }
            Self::VerifySignature => f.write_str("cannot verify the signature"),
            Self::Write { path } => write!(f, "cannot write `{path}`"),
            Self::WriteTo { folder } => write!(f, "cannot write to `{folder}`"),
        }
    }
}
