//! Web servers, which only give files: any one that answers a question for a file with its bytes.

use std::{fmt, time::Duration};

use reqwest::{Client, StatusCode, Url};
use tokio::runtime::Runtime;

use super::{LARGEST, Stored, Tag, Version, ask};
use crate::error::Error;

#[derive(Debug)]
pub(super) struct Web {
    base: Url,
    client: Client,
    runtime: Runtime,
}

/// Why a file was not read.
#[derive(Debug)]
enum Failed {
    /// The server or the network failed; another time they may not.
    Passing(Box<dyn std::error::Error + Send + Sync>),
    /// The same would come of it again.
    Lasting(String),
}

impl Web {
    pub(super) fn open(target: &str) -> Result<Self, Error> {
        let doing = || format!("cannot use `{target}`");
        let runtime = ask::runtime().map_err(|error| Error::new(doing(), error))?;
        let base = Url::parse(target).map_err(|error| Error::new(doing(), error))?;
        let client = Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(30))
            .build()
            .map_err(|error| Error::new(doing(), error))?;
        Ok(Self {
            base,
            client,
            runtime,
        })
    }

    pub(super) fn get(&self, path: &str) -> Result<Option<Stored>, Error> {
        let doing = || format!("cannot read `{path}`");
        let mut url = self.base.clone();
        match url.path_segments_mut() {
            Ok(mut parts) => parts.pop_if_empty().extend(path.split('/')),
            Err(()) => return Err(Error::refused(doing(), "the address takes no path")),
        };
        let is_passing = |failed: &Failed| matches!(failed, Failed::Passing(_));
        let got = ask::again(&self.runtime, is_passing, || self.ask(url.clone()));
        match got {
            Ok(bytes) => Ok(bytes.map(|bytes| Stored {
                bytes,
                version: Version(Tag::Unknown),
            })),
            Err(Failed::Passing(error)) => Err(Error::new(doing(), error)),
            Err(Failed::Lasting(why)) => Err(Error::refused(doing(), why)),
        }
    }

    async fn ask(&self, url: Url) -> Result<Option<Vec<u8>>, Failed> {
        let passing = |error: reqwest::Error| Failed::Passing(error.into());
        let mut answer = self.client.get(url).send().await.map_err(passing)?;
        let status = answer.status();
        // Who may not list files is not always told which of them are missing.
        let is_absent = matches!(
            status,
            StatusCode::NOT_FOUND
                | StatusCode::GONE
                | StatusCode::FORBIDDEN
                | StatusCode::UNAUTHORIZED
        );
        if is_absent {
            return Ok(None);
        }
        if !status.is_success() {
            let why = format!("the server answers {status}");
            let may_pass = status.is_server_error()
                || matches!(
                    status,
                    StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT
                );
            return Err(match may_pass {
                true => Failed::Passing(why.into()),
                false => Failed::Lasting(why),
            });
        }
        let too_large = |size: &dyn fmt::Display| {
            Failed::Lasting(format!("it has {size} bytes, and {LARGEST} are read"))
        };
        if let Some(size) = answer.content_length().filter(|size| *size > LARGEST) {
            return Err(too_large(&size));
        }
        let mut bytes = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(passing)? {
            bytes.extend_from_slice(&part);
            if bytes.len() as u64 > LARGEST {
                return Err(too_large(&"more"));
            }
        }
        Ok(Some(bytes))
    }
}
