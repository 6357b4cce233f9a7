//! Questions over a network, which are asked again when it or a server failed.

use tokio::runtime::{Builder, Runtime};

use crate::repeat::Attempts;

/// What requests run on.
pub(super) fn runtime() -> std::io::Result<Runtime> {
    // Another one may be set already; it does as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
}

/// Asks for something, again as long as what failed may pass.
pub(super) fn again<T, E, F: Future<Output = Result<T, E>>>(
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
