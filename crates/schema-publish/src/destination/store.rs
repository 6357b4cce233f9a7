//! Object stores.

use std::sync::Arc;

use object_store::{
    Attribute, Attributes, BackoffConfig, ClientConfigKey, ObjectStore, ObjectStoreExt as _,
    PutMode, PutOptions, RetryConfig,
    aws::AmazonS3Builder,
    azure::MicrosoftAzureBuilder,
    gcp::{GoogleCloudStorageBuilder, GoogleConfigKey},
    path::Path,
    prefix::PrefixStore,
};
use tokio::runtime::Runtime;

use super::{LARGEST, Stored, Tag, Version, Written, ask};
use crate::{
    error::Error,
    repeat::PATIENCE,
    site::{File, Lifetime},
};

/// A revision is never anything else, so nobody has to ask again.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// What changes is asked for each time, by its tag.
const ASK_AGAIN: &str = "no-cache";

#[derive(Debug)]
pub(super) struct Store {
    /// Repeats what fails for the moment.
    store: Arc<dyn ObjectStore>,
    /// Repeats nothing: whether a write may be made again is for others to say.
    once: Arc<dyn ObjectStore>,
    runtime: Runtime,
}

impl Store {
    pub(super) fn open(target: &str, endpoint: Option<&str>) -> Result<Self, Error> {
        let doing = || format!("cannot use `{target}`");
        let runtime = ask::runtime().map_err(|error| Error::new(doing(), error))?;
        let open = |repetitions| {
            let opened = open(target, endpoint, repetitions);
            let (store, prefix) = opened.map_err(|error| Error::new(doing(), error))?;
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

    pub(super) fn get(&self, path: &str) -> Result<Option<Stored>, Error> {
        let doing = || format!("cannot read `{path}`");
        let key = key(path).map_err(|error| Error::new(doing(), error))?;
        let got = self.again(|| async {
            let got = self.store.get(&key).await?;
            if got.meta.size > LARGEST {
                return Err(object_store::Error::NotSupported {
                    source: format!("it has {} bytes, and {LARGEST} are read", got.meta.size)
                        .into(),
                });
            }
            let (e_tag, version) = (got.meta.e_tag.clone(), got.meta.version.clone());
            let bytes = got.bytes().await?;
            Ok(Stored {
                bytes: bytes.to_vec(),
                version: Version(Tag::Store(object_store::UpdateVersion { e_tag, version })),
            })
        });
        match got {
            Ok(stored) => Ok(Some(stored)),
            Err(object_store::Error::NotFound { source, .. }) => {
                let text = format!("{source:?}");
                // The file is not there; that its place is not there is another matter.
                match text.contains("NoSuchBucket") || text.contains("ContainerNotFound") {
                    true => Err(Error::new(doing(), source)),
                    false => Ok(None),
                }
            }
            Err(error) => Err(explained(doing(), error)),
        }
    }

    /// Writes a file in the place of a version, or of nothing, by one request.
    pub(super) fn put(&self, file: &File, version: Option<&Version>) -> Result<Written, Error> {
        let doing = || format!("cannot write `{}`", file.path);
        let key = key(&file.path).map_err(|error| Error::new(doing(), error))?;
        let mode = match version {
            None => PutMode::Create,
            Some(Version(Tag::Store(version))) => PutMode::Update(version.clone()),
            // It is of another place, so it is no version of this.
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
            // Who replaces a file that is gone has seen another version.
            Err(object_store::Error::NotFound { .. }) if version.is_some() => Ok(Written::Another),
            Err(error) => failed(doing(), error),
        }
    }

    pub(super) fn remove(&self, path: &str) -> Result<Written, Error> {
        let doing = || format!("cannot remove `{path}`");
        let key = key(path).map_err(|error| Error::new(doing(), error))?;
        match self.runtime.handle().block_on(self.once.delete(&key)) {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(Written::Done),
            Err(error) => failed(doing(), error),
        }
    }

    pub(super) fn list(&self) -> Result<Vec<String>, Error> {
        let listed = self.again(|| async {
            use futures_util::TryStreamExt as _;
            let objects = self.store.list(None);
            let paths = objects.map_ok(|object| object.location.to_string());
            paths.try_collect::<Vec<String>>().await
        });
        let mut paths = listed.map_err(|error| explained("cannot list the files".into(), error))?;
        paths.sort();
        Ok(paths)
    }

    /// Asks for something, again if the connection failed. The client itself repeats what was refused for the
    /// moment.
    fn again<T, F: Future<Output = object_store::Result<T>>>(
        &self,
        ask: impl Fn() -> F,
    ) -> object_store::Result<T> {
        let is_passing =
            |error: &object_store::Error| matches!(error, object_store::Error::Generic { .. });
        ask::again(&self.runtime, is_passing, ask)
    }
}

type Opened = (Arc<dyn ObjectStore>, Option<Path>);

fn open(target: &str, endpoint: Option<&str>, repetitions: usize) -> object_store::Result<Opened> {
    let is_plain = endpoint.unwrap_or(target).starts_with("http://");
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

/// What failed, if nobody knows whether it was carried out; the error, if somebody does.
fn failed(doing: String, error: object_store::Error) -> Result<Written, Error> {
    let is_unknown = matches!(error, object_store::Error::Generic { .. });
    let error = explained(doing, error);
    match is_unknown {
        true => Ok(Written::Unknown(error)),
        false => Err(error),
    }
}

fn key(path: &str) -> object_store::Result<Path> {
    Ok(Path::parse(path)?)
}

/// What a person can do about an answer of a store that is no riddle.
fn explained(doing: String, error: object_store::Error) -> Error {
    let text = format!("{error:?}");
    let help = [
        (
            "RequestTimeTooSkewed",
            "the clock of this machine is wrong, and stores refuse what is signed with it",
        ),
        (
            "169.254.169.254",
            "there are no credentials in the environment (for S3: `AWS_ACCESS_KEY_ID` and \
             `AWS_SECRET_ACCESS_KEY`), and this is no machine of the store's cloud",
        ),
    ];
    match help.into_iter().find(|(mark, _)| text.contains(mark)) {
        Some((_, help)) => Error::new(format!("{doing}: {help}"), error),
        None => Error::new(doing, error),
    }
}
