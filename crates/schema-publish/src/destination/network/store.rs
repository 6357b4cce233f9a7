//! Object stores as destinations.

use std::sync::Arc;

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

use super::requests;
use crate::{
    destination::{
        Tag, Version, Written,
        limits::{Budget, Excess, Reading},
        sink::Sink,
    },
    error::Error,
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
        let doing = || format!("cannot use `{target}`");
        let runtime = requests::runtime().map_err(|error| Error::new(doing(), error))?;
        let open = |repetitions| {
            let opened = open(target, endpoint, repetitions);
            let (store, prefix) = opened.map_err(|error| explained(doing(), error))?;
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
        let doing = || format!("cannot read `{path}`");
        let key = key(path).map_err(|error| explained(doing(), error))?;
        let got = self.with_retries(|| async {
            let got = self.store.get(&key).await?;
            reading.size(got.meta.size).map_err(StoreFailure::Excess)?;
            let (e_tag, version) = (got.meta.e_tag.clone(), got.meta.version.clone());
            let mut sink = S::default();
            let mut parts = got.into_stream();
            while let Some(part) = parts.try_next().await? {
                reading
                    .part(&mut sink, &part)
                    .map_err(StoreFailure::Excess)?;
            }
            let version = Version(Tag::Store { e_tag, version });
            Ok((sink, version))
        });
        match got {
            Ok(got) => Ok(Some(got)),
            Err(StoreFailure::Store(object_store::Error::NotFound { path, source })) => {
                let text = format!("{source:?}");
                // A missing file is `None`, but a missing bucket or container is an error.
                if text.contains("NoSuchBucket") || text.contains("ContainerNotFound") {
                    let error = object_store::Error::NotFound { path, source };
                    Err(explained(doing(), error))
                } else {
                    Ok(None)
                }
            }
            Err(failed) => Err(failed.error(doing())),
        }
    }

    /// Writes a file by one request, if it still has the given version; without a version, if it does not exist.
    pub(in crate::destination) fn put(
        &self,
        file: &File,
        version: Option<&Version>,
    ) -> Result<Written, Error> {
        let doing = || format!("cannot write `{}`", file.path);
        let key = key(&file.path).map_err(|error| explained(doing(), error))?;
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
        let put = self.once.put_opts(&key, payload, options);
        match self.runtime.handle().block_on(put) {
            Ok(_) => Ok(Written::Done),
            Err(
                object_store::Error::AlreadyExists { .. }
                | object_store::Error::Precondition { .. },
            ) => Ok(Written::Another),
            // The version that was to be replaced is gone.
            Err(object_store::Error::NotFound { .. }) if version.is_some() => Ok(Written::Another),
            Err(error) => failed(doing(), error),
        }
    }

    pub(in crate::destination) fn remove(&self, path: &str) -> Result<Written, Error> {
        let doing = || format!("cannot remove `{path}`");
        let key = key(path).map_err(|error| explained(doing(), error))?;
        match self.runtime.handle().block_on(self.once.delete(&key)) {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(Written::Done),
            Err(error) => failed(doing(), error),
        }
    }

    pub(in crate::destination) fn list(&self, budget: &Budget) -> Result<Vec<String>, Error> {
        let listed = self.with_retries(|| async {
            let mut paths = Vec::new();
            let mut objects = self.store.list(None);
            while let Some(object) = objects.try_next().await? {
                let more = budget.file().map_err(Excess::OfRun);
                more.map_err(StoreFailure::Excess)?;
                paths.push(object.location.to_string());
            }
            Ok(paths)
        });
        let mut paths = listed.map_err(|failed| failed.error("cannot list the files".into()))?;
        paths.sort();
        Ok(paths)
    }

    /// Makes a request, and retries it if the connection failed. The client itself retries what the store rejects
    /// temporarily.
    fn with_retries<T, F: Future<Output = Result<T, StoreFailure>>>(
        &self,
        ask: impl Fn() -> F,
    ) -> Result<T, StoreFailure> {
        let is_passing = |failed: &StoreFailure| {
            matches!(
                failed,
                StoreFailure::Store(object_store::Error::Generic { .. })
            )
        };
        requests::with_retries(&self.runtime, is_passing, ask)
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

impl StoreFailure {
    fn error(self, doing: String) -> Error {
        match self {
            Self::Store(error) => explained(doing, error),
            Self::Excess(excess) => excess.error(doing),
        }
    }
}

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
                .with_bucket_name(container)
                .with_retry(retry);
            if let Some(endpoint) = endpoint {
                builder = builder.with_endpoint(endpoint).with_allow_http(is_plain);
            }
            Arc::new(builder.build()?)
        }
        "gs" => {
            let mut builder = GoogleCloudStorageBuilder::from_env()
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
fn failed(doing: String, error: object_store::Error) -> Result<Written, Error> {
    let is_unknown = matches!(error, object_store::Error::Generic { .. });
    let error = explained(doing, error);
    if is_unknown {
        Ok(Written::Unknown(error))
    } else {
        Err(error)
    }
}

fn key(path: &str) -> object_store::Result<Path> {
    Ok(Path::parse(path)?)
}

/// Adds a hint to store errors whose cause is known, and removes what may be secret: the body of a response, and
/// the user, query and fragment of a URL.
fn explained(doing: String, error: object_store::Error) -> Error {
    let text = format!("{error:?}");
    let help = [
        (
            "RequestTimeTooSkewed",
            "the clock of this machine is wrong, and stores reject requests that are signed with it",
        ),
        (
            "169.254.169.254",
            "there are no credentials in the environment (for S3: `AWS_ACCESS_KEY_ID` and \
             `AWS_SECRET_ACCESS_KEY`), and this machine is not in the cloud of the store",
        ),
    ];
    let why = without_secrets(&without_answer(&Error::new("", error).why()));
    match help.into_iter().find(|(mark, _)| text.contains(mark)) {
        Some((_, help)) => Error::refused(format!("{doing}: {help}"), why),
        None => Error::refused(doing, why),
    }
}

/// Removes the body of a response from an error message, except its code, such as `NoSuchBucket`.
fn without_answer(text: &str) -> String {
    const MARKS: [&str; 2] = ["non-2xx status code: ", "Server returned error response: "];
    let found = MARKS
        .into_iter()
        .find_map(|mark| Some((text.find(mark)?, mark)));
    let Some((at, mark)) = found else {
        return text.to_owned();
    };
    let (before, after) = text.split_at(at + mark.len());
    // The first mark is followed by the status, then by the body.
    let (status, answer) = after.split_once(':').unwrap_or((after, ""));
    let (status, answer) = if mark == MARKS[0] {
        (status, answer)
    } else {
        ("", after)
    };
    let code = answer
        .split_once("<Code>")
        .and_then(|(_, rest)| Some(rest.split_once("</Code>")?.0))
        .filter(|code| code.len() <= 64 && code.chars().all(|it| it.is_ascii_alphanumeric()));
    match code {
        Some(code) => format!("{before}{status} (`{code}`)"),
        None => format!("{before}{status}"),
    }
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
