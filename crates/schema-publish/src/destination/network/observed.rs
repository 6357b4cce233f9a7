//! The HTTP client of object stores, which keeps facts about the last request of an operation.
//!
//! An error of `object_store` has a variant for some statuses, and nothing else: the type with the status and the body
//! of a response, `RetryError`, is in a private module, so no error can be converted to it. The client sees both.

use std::cell::RefCell;

use futures_util::{TryStreamExt as _, future::BoxFuture};
use object_store::{
    ClientOptions,
    client::{
        HttpClient, HttpConnector, HttpError, HttpRequest, HttpResponse, HttpService,
        ReqwestConnector,
    },
};

/// The most bytes of the response to a failed request that are read.
const MOST_BYTES: usize = 1 << 16;

/// The most characters of an error code.
const LONGEST_CODE: usize = 64;

/// The header with the error code of Azure.
const AZURE_CODE: &str = "x-ms-error-code";

tokio::task_local! {
    static LAST_REQUEST: RefCell<LastRequest>;
}

/// Facts about the last request of an operation, which decides how the operation ends.
#[derive(Debug, Default)]
pub(super) struct LastRequest {
    /// The error code of the response, if the request failed.
    pub(super) code: Option<String>,
    /// True if it asked the service that gives credentials to machines in a cloud.
    pub(super) is_for_credentials: bool,
}

impl LastRequest {
    /// Reports whether the bucket or container does not exist.
    pub(super) fn lacks_container(&self) -> bool {
        matches!(
            self.code.as_deref(),
            Some("NoSuchBucket" | "ContainerNotFound")
        )
    }

    /// Reports whether the store rejected the request because of its time.
    pub(super) fn is_skewed(&self) -> bool {
        self.code.as_deref() == Some("RequestTimeTooSkewed")
    }
}

/// Runs an operation, and returns the facts about its last request.
pub(super) async fn observed<T>(operation: impl Future<Output = T>) -> (T, LastRequest) {
    let operation = async {
        let result = operation.await;
        (result, LAST_REQUEST.with(RefCell::take))
    };
    LAST_REQUEST.scope(RefCell::default(), operation).await
}

fn note(last: LastRequest) {
    // Outside an operation, no facts are kept.
    let _ = LAST_REQUEST.try_with(|it| it.replace(last));
}

/// A connector whose clients note the facts.
#[derive(Debug, Default)]
pub(super) struct ObservedConnector(ReqwestConnector);

impl HttpConnector for ObservedConnector {
    fn connect(&self, options: &ClientOptions) -> object_store::Result<HttpClient> {
        self.0
            .connect(options)
            .map(ObservedClient)
            .map(HttpClient::new)
    }
}

#[derive(Debug)]
struct ObservedClient(HttpClient);

impl HttpService for ObservedClient {
    fn call<'call, 'result>(
        &'call self,
        request: HttpRequest,
    ) -> BoxFuture<'result, Result<HttpResponse, HttpError>>
    where
        'call: 'result,
        Self: 'result,
    {
        Box::pin(async move {
            let is_for_credentials = request.uri().host().is_some_and(is_link_local);
            note(LastRequest {
                code: None,
                is_for_credentials,
            });
            let response = self.0.execute(request).await?;
            let status = response.status();
            if !status.is_client_error() && !status.is_server_error() {
                return Ok(response);
            }
            let (parts, body) = response.into_parts();
            let mut text = Vec::new();
            let mut stream = body.bytes_stream();
            while let Some(part) = stream.try_next().await? {
                let room = MOST_BYTES.saturating_sub(text.len());
                text.extend(part.into_iter().take(room));
                if text.len() == MOST_BYTES {
                    break;
                }
            }
            let header = parts.headers.get(AZURE_CODE);
            let header = header.and_then(|code| code.to_str().ok());
            let code = header
                .or_else(|| code_of(&text))
                .filter(|code| is_code(code));
            let code = code.map(str::to_owned);
            // The error repeats the body, which may contain secrets.
            let shown = match &code {
                Some(code) => format!("`{code}`"),
                None => "no error code".to_owned(),
            };
            note(LastRequest {
                code,
                is_for_credentials,
            });
            Ok(HttpResponse::from_parts(parts, shown.into()))
        })
    }
}

/// Returns the content of the element `Code` of an error as the APIs of S3, Google and Azure describe it.
fn code_of(body: &[u8]) -> Option<&str> {
    let body = str::from_utf8(body).ok()?;
    let (_, rest) = body.split_once("<Code>")?;
    let (code, _) = rest.split_once("</Code>")?;
    Some(code.trim())
}

fn is_code(code: &str) -> bool {
    (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_alphanumeric())
}

/// Reports whether an address is reached without a router. The clouds give credentials at such an address.
fn is_link_local(host: &str) -> bool {
    host.parse::<std::net::Ipv4Addr>()
        .is_ok_and(|address| address.is_link_local())
}

#[cfg(test)]
mod tests {
    use futures_util::future::BoxFuture;
    use object_store::client::{
        HttpClient, HttpError, HttpRequest, HttpRequestBody, HttpResponse, HttpService,
    };

    use super::{LastRequest, ObservedClient, observed};
    use crate::destination::network::requests;

    /// A server that answers each request with a status, and with this body.
    #[derive(Debug)]
    struct Server(u16, &'static str);

    impl HttpService for Server {
        fn call<'call, 'result>(
            &'call self,
            _: HttpRequest,
        ) -> BoxFuture<'result, Result<HttpResponse, HttpError>>
        where
            'call: 'result,
            Self: 'result,
        {
            let mut response = HttpResponse::new(self.1.to_owned().into());
            *response.status_mut() = self.0.try_into().unwrap();
            Box::pin(async { Ok(response) })
        }
    }

    /// Returns the body that the library gets, and the facts about the request.
    fn asked(server: Server, url: &str) -> (String, LastRequest) {
        let client = ObservedClient(HttpClient::new(server));
        let mut request = HttpRequest::new(HttpRequestBody::empty());
        *request.uri_mut() = url.parse().unwrap();
        let operation = observed(async {
            let response = client.call(request).await.unwrap();
            response.into_body().bytes().await.unwrap()
        });
        let (body, last) = requests::runtime().unwrap().block_on(operation);
        (String::from_utf8(body.to_vec()).unwrap(), last)
    }

    #[test]
    fn codes_of_failed_requests_are_kept_and_nothing_else() {
        let url = "https://store.example.com/bucket/file";
        let missing =
            "<?xml version=\"1.0\"?><Error><Code>NoSuchBucket</Code><Key>hunter2</Key></Error>";
        let (body, last) = asked(Server(404, missing), url);
        assert_eq!(body, "`NoSuchBucket`");
        assert!(last.lacks_container() && !last.is_skewed() && !last.is_for_credentials);
        let skewed = "<Error><Code>RequestTimeTooSkewed</Code></Error>";
        assert!(asked(Server(403, skewed), url).1.is_skewed());
        // A file can have any content.
        let (body, last) = asked(Server(200, missing), url);
        assert_eq!((body.as_str(), last.code), (missing, None));
        for other in [
            "hunter2",
            "<Code></Code>",
            "<Code>two words</Code>",
            "<Code>a",
        ] {
            let (body, last) = asked(Server(500, other), url);
            assert_eq!((body.as_str(), last.code), ("no error code", None));
        }
    }

    #[test]
    fn requests_for_credentials_are_known_by_their_address() {
        let asks = |url| asked(Server(404, ""), url).1.is_for_credentials;
        assert!(asks("http://169.254.169.254/latest/api/token"));
        assert!(asks("http://169.254.170.2/v2/credentials"));
        assert!(!asks("https://store.example.com/169.254.169.254"));
        assert!(!asks("http://127.0.0.1:9000/bucket"));
    }
}
