//! Requests over a network, with retries for failures of the network or the server.

use tokio::runtime::{Builder, Runtime};

use crate::retry::Attempts;

/// Creates the runtime that requests run on.
pub(super) fn runtime() -> std::io::Result<Runtime> {
    // An error means that another provider is installed already, which works too.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
}

/// Makes a request, and retries it while [`Attempts`] allows it and `may_pass` says that the error may be
/// temporary.
pub(super) fn with_retries<T, E, F: Future<Output = Result<T, E>>>(
    runtime: &Runtime,
    may_pass: impl Fn(&E) -> bool,
    ask: impl Fn() -> F,
) -> Result<T, E> {
    let mut attempts = Attempts::new();
    loop {
        match runtime.handle().block_on(ask()) {
            Err(error) if may_pass(&error) && attempts.goes_on() => {}
            other => return other,
        }
    }
}
