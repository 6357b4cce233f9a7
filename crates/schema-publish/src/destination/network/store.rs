//! Object stores as destinations.

use std::{error, fmt, sync::Arc};

use futures_util::TryStreamExt as _;
use object_store::{
    Attribute, Attributes, BackoffConfig, ClientConfigKey, ObjectStore, ObjectStoreExt as _,
    PutMode, PutOptions, RetryConfig, UpdateVersion,
    aws::AmazonS3Builder,
    azure::MicrosoftAzureBuilder,
    gcp::{GoogleCloudStorageBuilder, GoogleConfigKey},
    path::Path,
    prefix::PrefixStore,
};
use tokio::runtime::Runtime;

use super::{
    observed::{LastRequest, ObservedConnector, observed},
    requests,
};
use crate::{
    destination::{
        Tag, Version, Written,
        limits::{Budget, Excess, Reading},
        sink::Sink,
    },
    error::{Attempt, Error},
    quote::with_causes,
    retry::PATIENCE,
    site::{File, Lifetime},
};

/// The caching of a revision: it never changes, so clients need not ask again.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The caching of a mutable file: clients ask each time whether its ETag has changed.
const ASK_AGAIN: &str = "no-cache";

#[derive(Debug)]
pub(in crate::destination) struct Store {
    /// The client that retries temporary failures.
    store: Arc<dyn ObjectStore>,
    /// The client that retries nothing: the caller decides whether a write may be made again.
    once: Arc<dyn ObjectStore>,
    runtime: Runtime,
}

impl Store {
    pub(in crate::destination) fn open(
        target: &str,
        endpoint: Option<&str>,
    ) -> Result<Self, Error> {
        let attempt = || Attempt::use_target(target);
        let runtime = requests::runtime().map_err(|error| Error::new(attempt(), error))?;
        let open = |repetitions| {
            let opened = open(target, endpoint, repetitions);
            let (store, prefix) =
                opened.map_err(|error| Error::new(attempt(), StoreError::before(&error)))?;
            Ok(match prefix {
                Some(prefix) => Arc::new(PrefixStore::new(store, prefix)) as Arc<dyn ObjectStore>,
                None => store,
            })
        };
        Ok(Self {
            store: open(6)?,
            once: open(0)?,
            runtime,
        })
    }

    pub(in crate::destination) fn get<S: Sink>(
        &self,
        path: &str,
        reading: Reading<'_>,
    ) -> Result<Option<(S, Version)>, Error> {
        let attempt = || Attempt::read(path);
        let key = key(path).map_err(|error| Error::new(attempt(), StoreError::before(&error)))?;
        let (got, last) = self.with_retries(|| async {
            let got = self.store.get(&key).await?;
            reading.size(got.meta.size)?;
            let (e_tag, version) = (got.meta.e_tag.clone(), got.meta.version.clone());
            let mut sink = S::default();
            let mut parts = got.into_stream();
            while let Some(part) = parts.try_next().await? {
                reading.part(&mut sink, &part)?;
            }
            let version = Version(Tag::Store { e_tag, version });
            Ok((sink, version))
        });
        match got {
            Ok(got) => Ok(Some(got)),
            // A missing file is `None`, but a missing bucket or container is an error.
            Err(StoreFailure::Store(object_store::Error::NotFound { .. }))
                if !last.lacks_container() =>
            {
                Ok(None)
            }
            Err(failed) => Err(failed.error(attempt(), &last)),
        }
    }

    /// Writes a file by one request, if it still has the given version; without a version, if it does not exist.
    pub(in crate::destination) fn put(
        &self,
        file: &File,
        version: Option<&Version>,
    ) -> Result<Written, Error> {
        let attempt = || Attempt::write(&file.path);
        let key =
            key(&file.path).map_err(|error| Error::new(attempt(), StoreError::before(&error)))?;
        let mode = match version {
            None => PutMode::Create,
            Some(Version(Tag::Store { e_tag, version })) => PutMode::Update(UpdateVersion {
                e_tag: e_tag.clone(),
                version: version.clone(),
            }),
            // The version is from another kind of destination, so no file here has it.
            Some(Version(Tag::Digest(_) | Tag::Unknown)) => return Ok(Written::Another),
        };
        let caching = match file.lifetime {
            Lifetime::Immutable => FOR_EVER,
            Lifetime::Mutable => ASK_AGAIN,
        };
        let attributes = Attributes::from_iter([
            (Attribute::ContentType, file.media_type),
            (Attribute::CacheControl, caching),
        ]);
        let options = PutOptions {
            mode,
            attributes,
            ..PutOptions::default()
        };
        let payload = file.bytes.clone().into();
        let put = observed(self.once.put_opts(&key, payload, options));
        let (put, last) = self.runtime.handle().block_on(put);
        match put {
            Ok(_) => Ok(Written::Done),
            Err(
                object_store::Error::AlreadyExists { .. }
                | object_store::Error::Precondition { .. },
            ) => Ok(Written::Another),
            // The version that was to be replaced is gone.
            Err(object_store::Error::NotFound { .. }) if version.is_some() => Ok(Written::Another),
            Err(error) => failed(attempt(), &error, &last),
        }
    }

    pub(in crate::destination) fn remove(&self, path: &str) -> Result<Written, Error> {
        let attempt = || Attempt::Remove {
            path: path.to_owned(),
        };
        let key = key(path).map_err(|error| Error::new(attempt(), StoreError::before(&error)))?;
        let removal = observed(self.once.delete(&key));
        let (removed, last) = self.runtime.handle().block_on(removal);
        match removed {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(Written::Done),
            Err(error) => failed(attempt(), &error, &last),
        }
    }

    pub(in crate::destination) fn list(&self, budget: &Budget) -> Result<Vec<String>, Error> {
        let (listed, last) = self.with_retries(|| async {
            let mut paths = Vec::new();
            let mut objects = self.store.list(None);
            while let Some(object) = objects.try_next().await? {
                budget.file()?;
                paths.push(object.location.to_string());
            }
            Ok(paths)
        });
        let mut paths = listed.map_err(|failed| failed.error(Attempt::ListFiles, &last))?;
        paths.sort();
        Ok(paths)
    }

    /// Makes a request, and retries it if the connection failed. The client itself retries what the store rejects
    /// temporarily. The facts are those of the last try.
    fn with_retries<T, F: Future<Output = Result<T, StoreFailure>>>(
        &self,
        ask: impl Fn() -> F,
    ) -> (Result<T, StoreFailure>, LastRequest) {
        type Failed = (StoreFailure, LastRequest);
        let is_passing = |(failed, _): &Failed| {
            matches!(
                failed,
                StoreFailure::Store(object_store::Error::Generic { .. })
            )
        };
        let ask = || async {
            let (result, last) = observed(ask()).await;
            result.map_err(|failed| (failed, last))
        };
        match requests::with_retries(&self.runtime, is_passing, ask) {
            Ok(got) => (Ok(got), LastRequest::default()),
            Err((failed, last)) => (Err(failed), last),
        }
    }
}

/// The reason why something was not read.
#[derive(Debug)]
enum StoreFailure {
    /// The store or the network failed.
    Store(object_store::Error),
    /// A limit is exceeded.
    Excess(Excess),
}

impl From<object_store::Error> for StoreFailure {
    fn from(error: object_store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Excess> for StoreFailure {
    fn from(excess: Excess) -> Self {
        Self::Excess(excess)
    }
}

impl StoreFailure {
    fn error(self, attempt: Attempt, last: &LastRequest) -> Error {
        match self {
            Self::Store(error) => Error::new(attempt, StoreError::new(&error, last)),
            Self::Excess(excess) => excess.error(attempt),
        }
    }
}

/// An error of a store.
///
/// The error of the library is not kept as the source, because its text and its fields have the address of the
/// request, which may contain a secret.
#[derive(Debug)]
pub(crate) struct StoreError {
    cause: Option<StoreCause>,
    /// The text of the error and its causes, without secrets.
    text: String,
}

/// A cause of an error for which there is help.
#[derive(Clone, Copy, Debug)]
enum StoreCause {
    /// The time of this machine is wrong.
    Clock,
    /// The client looked for credentials at an address that only machines of a cloud have.
    NoCredentials,
}

impl StoreError {
    fn new(error: &object_store::Error, last: &LastRequest) -> Self {
        let cause = if last.is_skewed() {
            Some(StoreCause::Clock)
        } else if last.is_for_credentials {
            Some(StoreCause::NoCredentials)
        } else {
            None
        };
        Self {
            cause,
            text: without_secrets(&with_causes(error)),
        }
    }

    /// Converts an error from before the first request.
    fn before(error: &object_store::Error) -> Self {
        Self::new(error, &LastRequest::default())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = match self.cause {
            Some(StoreCause::Clock) => {
                "the clock of this machine is wrong, and stores reject requests that are signed with it: "
            }
            Some(StoreCause::NoCredentials) => {
                "there are no credentials in the environment (for S3: `AWS_ACCESS_KEY_ID` and \
                 `AWS_SECRET_ACCESS_KEY`), and this machine is not in the cloud of the store: "
            }
            None => "",
        };
        write!(f, "{help}{}", self.text)
    }
}

impl error::Error for StoreError {}

type Opened = (Arc<dyn ObjectStore>, Option<Path>);

fn open(target: &str, endpoint: Option<&str>, repetitions: usize) -> object_store::Result<Opened> {
    let address = endpoint.unwrap_or(target).to_ascii_lowercase();
    let is_plain = address.starts_with("http://");
    let retry = RetryConfig {
        backoff: BackoffConfig::default(),
        max_retries: repetitions,
        retry_timeout: PATIENCE,
    };
    let (scheme, rest) = target.split_once("://").unwrap_or_default();
    let (container, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let prefix = prefix.trim_matches('/');
    let store: Arc<dyn ObjectStore> = match scheme {
        "s3" => {
            let mut builder = AmazonS3Builder::from_env()
                .with_http_connector(ObservedConnector::default())
                .with_bucket_name(container)
                .with_retry(retry);
            if let Some(endpoint) = endpoint {
                builder = builder.with_endpoint(endpoint).with_allow_http(is_plain);
            }
            Arc::new(builder.build()?)
        }
        "gs" => {
            let mut builder = GoogleCloudStorageBuilder::from_env()
                .with_http_connector(ObservedConnector::default())
                .with_bucket_name(container)
                .with_retry(retry);
            if let Some(endpoint) = endpoint {
                let allows_plain = GoogleConfigKey::Client(ClientConfigKey::AllowHttp);
                builder = builder
                    .with_base_url(endpoint)
                    .with_config(allows_plain, is_plain.to_string());
            }
            Arc::new(builder.build()?)
        }
        _ => {
            let mut builder = MicrosoftAzureBuilder::from_env()
                .with_http_connector(ObservedConnector::default())
                .with_container_name(container)
                .with_retry(retry);
            if let Some(endpoint) = endpoint {
                builder = builder
                    .with_endpoint(endpoint.to_owned())
                    .with_allow_http(is_plain);
            }
            Arc::new(builder.build()?)
        }
    };
    let prefix = match prefix {
        "" => None,
        prefix => Some(Path::parse(prefix)?),
    };
    Ok((store, prefix))
}

/// Returns [`Written::Unknown`] for an error after which the request may have been carried out, and the error
/// itself otherwise.
fn failed(
    attempt: Attempt,
    error: &object_store::Error,
    last: &LastRequest,
) -> Result<Written, Error> {
    let is_unknown = matches!(error, object_store::Error::Generic { .. });
    let error = Error::new(attempt, StoreError::new(error, last));
    if is_unknown {
        Ok(Written::Unknown(error))
    } else {
        Err(error)
    }
}

fn key(path: &str) -> object_store::Result<Path> {
    Ok(Path::parse(path)?)
}

/// Removes users, queries and fragments from the URLs in a string, since they may be secret.
fn without_secrets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        out.push_str(before);
        out.push_str("://");
        let is_end = |it: char| it.is_whitespace() || "\"'`<>()".contains(it);
        let (url, next) = after.split_at(after.find(is_end).unwrap_or(after.len()));
        let (place, hidden) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
        let (authority, path) = place.split_at(place.find('/').unwrap_or(place.len()));
        out.push_str(
            authority
                .rsplit_once('@')
                .map_or(authority, |(_, host)| host),
        );
        out.push_str(path);
        if !hidden.is_empty() {
            out.push('…');
        }
        rest = next;
    }
    out.push_str(rest);
    out
}
