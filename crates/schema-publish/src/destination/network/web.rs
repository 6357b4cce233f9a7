//! Web servers as sources: any server that answers a request for a file with its bytes.

use std::time::Duration;

use reqwest::{Client, StatusCode, Url, redirect};
use tokio::runtime::Runtime;

use super::requests;
use crate::{
    destination::{
        Tag, Version,
        limits::{Excess, Reading},
        sink::Sink,
    },
    error::{Attempt, Error, Reason},
    quote::quoted,
};

/// The most redirects of one request: a server that redirects more often is in a loop.
const MOST_REDIRECTS: usize = 5;

#[derive(Debug)]
pub(in crate::destination) struct Web {
    base: Url,
    client: Client,
    runtime: Runtime,
}

/// The reason why a file was not read.
#[derive(Debug)]
enum WebFailure {
    /// A failure of the server or the network that may be temporary.
    Passing(Reason),
    /// A failure that a retry would repeat.
    Lasting(Reason),
    /// A limit is exceeded.
    Excess(Excess),
}

impl From<Excess> for WebFailure {
    fn from(excess: Excess) -> Self {
        Self::Excess(excess)
    }
}

impl Web {
    pub(in crate::destination) fn open(base: Url) -> Result<Self, Error> {
        let attempt = || Attempt::use_target(&base);
        let runtime = requests::runtime().map_err(|error| Error::new(attempt(), error))?;
        let client = Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(30))
            .https_only(base.scheme() == "https")
            .referer(false)
            .redirect(same_server(base.clone()))
            .build()
            .map_err(|error| Error::new(attempt(), error))?;
        Ok(Self {
            base,
            client,
            runtime,
        })
    }

    pub(in crate::destination) fn get<S: Sink>(
        &self,
        path: &str,
        reading: Reading<'_>,
    ) -> Result<Option<(S, Version)>, Error> {
        let attempt = || Attempt::read(path);
        let mut url = self.base.clone();
        match url.path_segments_mut() {
            Ok(mut parts) => parts.pop_if_empty().extend(path.split('/')),
            Err(()) => return Err(Error::new(attempt(), Reason::NoPath)),
        };
        let is_passing = |failed: &WebFailure| matches!(failed, WebFailure::Passing(_));
        let got =
            requests::with_retries(&self.runtime, is_passing, || self.ask(url.clone(), reading));
        match got {
            Ok(sink) => Ok(sink.map(|sink| (sink, Version(Tag::Unknown)))),
            Err(WebFailure::Passing(reason) | WebFailure::Lasting(reason)) => {
                Err(Error::new(attempt(), reason))
            }
            Err(WebFailure::Excess(excess)) => Err(excess.error(attempt())),
        }
    }

    async fn ask<S: Sink>(&self, url: Url, reading: Reading<'_>) -> Result<Option<S>, WebFailure> {
        let mut answer = self.client.get(url).send().await.map_err(failed)?;
        let status = answer.status();
        // Servers that forbid listing files may answer so for a missing file.
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
            let may_pass = status.is_server_error()
                || matches!(
                    status,
                    StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT
                );
            return Err(if may_pass {
                WebFailure::Passing(Reason::Status(status))
            } else {
                WebFailure::Lasting(Reason::Status(status))
            });
        }
        if let Some(size) = answer.content_length() {
            reading.size(size)?;
        }
        let mut sink = S::default();
        while let Some(part) = answer.chunk().await.map_err(failed)? {
            reading.part(&mut sink, &part)?;
        }
        Ok(Some(sink))
    }
}

/// Converts the error of a request, without its URL: the server may have redirected to one that contains a secret.
fn failed(error: reqwest::Error) -> WebFailure {
    let error = error.without_url();
    if error.is_redirect() || error.is_builder() {
        WebFailure::Lasting(error.into())
    } else {
        WebFailure::Passing(error.into())
    }
}

/// Returns the policy that follows redirects on the same server only, and from its `http` to its `https`. Another
/// server may be one that only this machine can reach.
fn same_server(base: Url) -> redirect::Policy {
    redirect::Policy::custom(move |attempt| {
        if attempt.previous().len() > MOST_REDIRECTS {
            return attempt.error("the server redirects too many times");
        }
        match why_elsewhere(&base, attempt.url()) {
            None => attempt.follow(),
            Some(why) => attempt.error(why),
        }
    })
}

fn why_elsewhere(base: &Url, to: &Url) -> Option<String> {
    let is_upgrade = base.scheme() == "http"
        && to.scheme() == "https"
        && base.port().is_none()
        && to.port().is_none();
    let is_same =
        base.scheme() == to.scheme() && base.port_or_known_default() == to.port_or_known_default();
    if base.host() == to.host() && (is_same || is_upgrade) {
        return None;
    }
    let port = to.port().map(|port| format!(":{port}")).unwrap_or_default();
    let host = quoted(to.host_str().unwrap_or_default());
    Some(format!(
        "the server redirects to `{}://{host}{port}`, which is another server; use that address if it is the right one",
        to.scheme()
    ))
}
