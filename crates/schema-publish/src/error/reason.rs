//! The reasons why an operation fails, and their wordings.

use std::{error, fmt, io, str::Utf8Error};

use minisign::PError;
use schema_registry::text::Oddity;

#[cfg(feature = "network")]
use crate::destination::StoreError;
use crate::{
    destination::Excess,
    fetch::Pin,
    lock::{LOCK, Locked},
    quote::why_unreadable,
    signature::{COMMENT, DAY, PURPOSE},
    verify::Finding,
};

/// The help for a lock that does not match.
const AGAIN: &str = "pass `--update` to make a new lock";

/// The help for a publication that is older than the lock.
const ROLLBACK: &str = "ask its publisher, and pass `--allow-rollback` if this is intended";

/// The reasons why an operation fails.
#[derive(Debug)]
pub(crate) enum Reason {
    /// A revision of the lock that is not requested.
    AlsoHas { event: String, revision: String },
    /// A file with another digest than the lock has.
    AnotherDigest { why: String },
    /// A file that the lock does not list.
    AnotherFile,
    /// A lock whose files were verified with another key.
    AnotherKey,
    /// A signature of something else.
    AnotherPurpose { comment: String },
    /// A lock of another registry than the publication.
    AnotherRegistry { locked: String, published: String },
    /// A lock of another registry than the request.
    AnotherRegistryNamed { locked: String, wanted: String },
    /// A signature for another registry.
    AnotherRegistrySigned { signed: String, wanted: String },
    /// A file with another size than the manifest lists.
    AnotherSize { size: u64, listed: u64 },
    /// A lock that was made from another address.
    AnotherSource { locked: String, wanted: String },
    /// A lock that another run has changed.
    ChangedMeanwhile,
    /// Claims that cannot be parsed. The message shows none of their content.
    Claims(serde_json::Error),
    /// Claims in another form.
    ClaimsForm,
    /// An endpoint for a folder.
    EndpointOfFolder,
    /// An endpoint for a web server.
    EndpointOfWeb,
    /// An endpoint that is not a web address.
    EndpointScheme,
    /// A limit that is exceeded.
    Excess(Excess),
    /// A `file` address without an absolute path.
    FileUrl,
    /// A defect of the publication.
    Finding(Finding),
    /// An address that is not a URL.
    InvalidUrl,
    /// An error of the operating system.
    Io(io::Error),
    /// A requested revision that the lock does not have.
    LacksPin { pin: Pin },
    /// A publication that lacks a revision that was fetched before.
    LacksRevision { event: String, revision: String },
    /// A publication with the greatest number.
    LastNumber { number: u64 },
    /// A lock whose address has the wrong form.
    LockBaseUri,
    /// A lock without schemas.
    LockEmpty,
    /// A folder that another publisher uses.
    LockHeld,
    /// A lock with a schema at the path of another one.
    LockMisplaced { why: String },
    /// A lock of the latest revisions, and a request for certain ones.
    LockNotPinned,
    /// A lock whose source is not an address.
    LockSource,
    /// A lock with two schemas for one path.
    LockTwice { path: String },
    /// A lock with a path that some system does not allow.
    LockUnwritable { path: String, why: String },
    /// A lock with a key that the caller did not repeat.
    LockedKey { key: String },
    /// A lock with requested revisions, and a request without them.
    LockedPins,
    /// An error about a key or a signature.
    Minisign(PError),
    /// A file that is missing.
    Missing,
    /// An address without a bucket or container.
    NoContainer,
    /// An event that is not published.
    NoEvent,
    /// An empty path.
    NoName,
    /// A build without clients.
    #[cfg(not(feature = "network"))]
    NoNetwork,
    /// An address that takes no path.
    #[cfg(feature = "network")]
    NoPath,
    /// A listed revision without a file.
    NoRevision { revision: String },
    /// A revision that is not published.
    NoSuchRevision { known: Vec<String> },
    /// A path that is not a directory.
    NotADirectory,
    /// A path inside a folder that is not a directory.
    NotADirectoryInside { path: String },
    /// A path that is not a file.
    NotAFile { path: String, kind: &'static str },
    /// Text that is not a secret key. The cause may show it.
    NotAKey,
    /// A schema of the lock that is not published.
    NotPublished(Box<Locked>),
    /// A lock with text that is not what it seems to be.
    Odd(Oddity),
    /// A publication with a smaller number than the lock has.
    OlderNumber { number: u64, locked: u64 },
    /// Two requested revisions that have one path.
    PinnedTwice {
        event: String,
        revisions: [String; 2],
    },
    /// A request that failed. The error has no URL, which may contain a secret.
    #[cfg(feature = "network")]
    Request(reqwest::Error),
    /// A published schema that cannot be used.
    Schema { why: String },
    /// Schemas that are too large together.
    SchemasTooLarge { most: u64 },
    /// An address that may contain a secret.
    Secret,
    /// An event that several families have.
    SeveralFamilies,
    /// A signature that another program made.
    SignatureComment,
    /// A signature in another form.
    SignatureForm,
    /// A signature with a day that has not come yet.
    SignatureInFuture { day: String },
    /// A signature that is not UTF-8.
    SignatureNotUtf8(Utf8Error),
    /// A signature from before the required day.
    SignatureTooOld { day: String, first: String },
    /// A signature that cannot be parsed.
    SignatureUnreadable(PError),
    /// A response of a web server with this status.
    #[cfg(feature = "network")]
    Status(reqwest::StatusCode),
    /// A request to a store that failed.
    #[cfg(feature = "network")]
    Store(StoreError),
    /// A lock that is not TOML.
    Toml(toml::de::Error),
    /// A lock that cannot be written as TOML.
    TomlWrite(toml::ser::Error),
    /// An address with an unknown scheme.
    UnknownScheme,
    /// A file that differs each time it is read.
    Unstable,
    /// A web server as the place to publish to.
    WebTakesNoFiles,
    /// An address with white space or control characters.
    WhiteSpace,
    /// A secret key that cannot be decrypted.
    WrongPassword,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlsoHas { event, revision } => write!(f, "it also has {event}@{revision}; {AGAIN}"),
            Self::AnotherDigest { why } => f.write_str(why),
            Self::AnotherFile => write!(f, "another file is there, which `{LOCK}` does not list; move it away, or fetch to another folder"),
            Self::AnotherKey => write!(f, "its files were not verified with this key; {AGAIN}"),
            Self::AnotherPurpose { comment } => write!(f, "it was made for something else: its trusted comment is `{}`, and not `{PURPOSE}ADDRESS{DAY}YYYY-MM-DD`", comment.escape_debug()),
            Self::AnotherRegistry { locked, published } => write!(f, "it is for the registry {locked}, and this is {published}; remove it to start again"),
            Self::AnotherRegistryNamed { locked, wanted } => write!(f, "it is for the registry {locked}, and this is {wanted}; if {locked} is right, pass it with `--base-uri`, and if not, remove `{LOCK}` to start again"),
            Self::AnotherRegistrySigned { signed, wanted } => write!(f, "it is for the registry {}, and this is {wanted} (if the registry is read from another address than its own, such as a mirror, pass its own address with `--base-uri`)", signed.escape_debug()),
            Self::AnotherSize { size, listed } => write!(f, "it has {size} bytes, and the manifest says {listed}"),
            Self::AnotherSource { locked, wanted } => write!(f, "it was made from {locked}, and this is {wanted}; {AGAIN}"),
            Self::ChangedMeanwhile => write!(f, "another run has changed `{LOCK}` meanwhile; fetch again"),
            Self::Claims(error) => write!(f, "not a list of claims: {}", why_unreadable(error)),
            Self::ClaimsForm => f.write_str("not a list of claims in the form that `publish` writes"),
            Self::EndpointOfFolder => f.write_str("only object stores have an endpoint, and this is a folder"),
            Self::EndpointOfWeb => f.write_str("only object stores have an endpoint, and this is a web server"),
            Self::EndpointScheme => f.write_str("its scheme is neither `http` nor `https`"),
            Self::Excess(error) => error.fmt(f),
            Self::FileUrl => f.write_str("write `file:///` and an absolute path"),
            Self::Finding(error) => write!(f, "`{}`: {}", error.path, error.message),
            Self::InvalidUrl => f.write_str("it is not a valid URL"),
            Self::Io(error) => error.fmt(f),
            Self::LacksPin { pin } => write!(f, "it does not have {pin}; {AGAIN}"),
            Self::LacksRevision { event, revision } => write!(f, "it lacks {event}@{revision} as recorded in `{LOCK}`, and revisions are never removed; {ROLLBACK}"),
            Self::LastNumber { number } => write!(f, "the published files have the number {number}, which is the greatest possible"),
            Self::LockBaseUri => f.write_str("its `base-uri` does not end in `/`"),
            Self::LockEmpty => f.write_str("it lists no schemas"),
            Self::LockHeld => f.write_str("another publisher has held the lock for minutes"),
            Self::LockMisplaced { why } => f.write_str(why),
            Self::LockNotPinned => write!(f, "it was made without `--pin`, for the latest revision of every event; {AGAIN}"),
            Self::LockSource => f.write_str("its `source` is not an address, or may contain a secret"),
            Self::LockTwice { path } => write!(f, "it lists `{path}` twice"),
            Self::LockUnwritable { path, why } => write!(f, "`{path}` cannot be written beside the others: {why}"),
            Self::LockedKey { key } => write!(f, "its files were verified with the key {key}; pass that key with `--key`, or the publisher's new one, or remove `{LOCK}` to start again without a key"),
            Self::LockedPins => write!(f, "`{LOCK}` was made with `--pin`: pass `--pin` with the revisions to fetch now, or remove `{LOCK}` to fetch the latest revision of every event"),
            Self::Minisign(error) => error.fmt(f),
            Self::Missing => f.write_str("it is missing"),
            Self::NoContainer => f.write_str("it names no bucket or container"),
            Self::NoEvent => f.write_str("there is no such event"),
            Self::NoName => f.write_str("it has no name"),
            #[cfg(not(feature = "network"))]
            Self::NoNetwork => f.write_str("this build has no network clients; build it with the feature `network`"),
            #[cfg(feature = "network")]
            Self::NoPath => f.write_str("the address takes no path"),
            Self::NoRevision { revision } => write!(f, "it has no revision {revision}"),
            Self::NoSuchRevision { known } => write!(f, "there is no such revision, only {}", known.join(", ")),
            Self::NotADirectory => f.write_str("not a directory"),
            Self::NotADirectoryInside { path } => write!(f, "`{path}` is not a directory; remove it"),
            Self::NotAFile { path, kind } => write!(f, "`{path}` is {kind}, not a file"),
            Self::NotAKey => f.write_str("not a minisign key"),
            Self::NotPublished(error) => write!(f, "{}@{} is not published at `{}` with the digest {}, as the lock says; {AGAIN}", error.event, error.revision, error.published, error.sha256),
            Self::Odd(error) => write!(f, "{}; {}", error.message, error.help),
            Self::OlderNumber { number, locked } => write!(f, "it has the number {number}, and `{LOCK}` has {locked}; {ROLLBACK}"),
            Self::PinnedTwice { event, revisions } => write!(f, "`{event}` is pinned to two revisions of one major version: {}", revisions.join(" and ")),
            #[cfg(feature = "network")]
            Self::Request(error) => error.fmt(f),
            Self::Schema { why } => f.write_str(why),
            Self::SchemasTooLarge { most } => write!(f, "the schemas have more than {most} bytes together"),
            Self::Secret => f.write_str("it has a password, a user, a query or a fragment; credentials come from the environment"),
            Self::SeveralFamilies => f.write_str("several families have it; write `family/event@revision`"),
            Self::SignatureComment => write!(f, "its first line is not `untrusted comment: {COMMENT}`, as `publish --key` writes it"),
            Self::SignatureForm => f.write_str("it is not in the form that `publish --key` writes"),
            Self::SignatureInFuture { day } => write!(f, "it was made on {day}, which is in the future"),
            Self::SignatureNotUtf8(error) => write!(f, "it cannot be read: {error}"),
            Self::SignatureTooOld { day, first } => write!(f, "it was made on {day}, and `--max-age` requires {first} or later: there may be a newer publication; otherwise its publisher has to sign again, with `publish --sign-again`"),
            Self::SignatureUnreadable(error) => write!(f, "it cannot be read: {error}"),
            #[cfg(feature = "network")]
            Self::Status(error) => write!(f, "the server answers {error}"),
            #[cfg(feature = "network")]
            Self::Store(error) => error.fmt(f),
            Self::Toml(error) => error.fmt(f),
            Self::TomlWrite(error) => error.fmt(f),
            Self::UnknownScheme => f.write_str("not a directory, and its scheme is not one of `s3`, `gs`, `az`, `http` and `https`"),
            Self::Unstable => f.write_str("a file differs each time it is read: other publishers are running, or the server does not accept its own ETags"),
            Self::WebTakesNoFiles => f.write_str("a web server takes no files; publish to the folder or the store that it serves"),
            Self::WhiteSpace => f.write_str("it contains white space or control characters"),
            Self::WrongPassword => f.write_str("its password is wrong or missing, or the key is damaged"),
        }
    }
}

impl error::Error for Reason {
    // An error that may show the content of a file that is not verified, or a secret, is not returned.
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::Minisign(error) => Some(error),
            Self::SignatureNotUtf8(error) => Some(error),
            Self::SignatureUnreadable(error) => Some(error),
            Self::Toml(error) => Some(error),
            Self::TomlWrite(error) => Some(error),
            #[cfg(feature = "network")]
            Self::Request(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<PError> for Reason {
    fn from(error: PError) -> Self {
        Self::Minisign(error)
    }
}

impl From<Excess> for Reason {
    fn from(excess: Excess) -> Self {
        Self::Excess(excess)
    }
}

#[cfg(feature = "network")]
impl From<reqwest::Error> for Reason {
    fn from(error: reqwest::Error) -> Self {
        Self::Request(error)
    }
}

#[cfg(feature = "network")]
impl From<StoreError> for Reason {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
