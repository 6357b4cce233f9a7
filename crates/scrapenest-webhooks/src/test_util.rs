//! Signed deliveries for tests of a receiver (feature `test-util`).

use std::time::SystemTime;

use crate::signature::{SignError, sign};

/// The secret that [`delivery`] signs with.
pub const SECRET: &str = "whsec_dGhlIHNlY3JldCBvZiB0ZXN0cyBvZiBhIHJlY2VpdmVy";

/// A request in the form in which ScrapeNest sends it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// The headers `svix-id`, `svix-timestamp` and `svix-signature`.
    pub headers: [(&'static str, String); 3],
    /// The body.
    pub body: Vec<u8>,
}

/// Signs a body with [`SECRET`], as sent now.
///
/// # Errors
///
/// Returns an error if the clock of the machine is before 1970.
///
/// # Examples
///
/// The registry's examples, each delivered to a receiver:
///
/// ```
/// use scrapenest_webhooks::{signature, test_util, v1::{Event, samples}};
///
/// for (path, body) in samples::ALL {
///     let delivery = test_util::delivery(body)?;
///     let event = signature::unwrap::<Event>(delivery.headers, &delivery.body, test_util::SECRET)?;
///     assert!(path.contains(event.event_type().as_str()));
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn delivery(body: impl AsRef<[u8]>) -> Result<Delivery, SignError> {
    #[allow(
        clippy::disallowed_methods,
        reason = "a receiver asks how old a delivery is"
    )]
    let now = SystemTime::now();
    let body = body.as_ref().to_owned();
    Ok(Delivery {
        headers: sign(SECRET, "msg_sample", now, &body)?,
        body,
    })
}
