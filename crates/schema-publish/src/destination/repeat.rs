//! Questions that are asked again when the network or a server failed.

use std::{
    thread,
    time::{Duration, Instant},
};

use tokio::runtime::{Builder, Runtime};

/// A question without an answer is asked again so many times.
const ATTEMPTS: u32 = 7;

/// A server that does not answer for so long is down.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

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
    let started = Instant::now();
    let mut attempt = 1;
    loop {
        match runtime.handle().block_on(ask()) {
            Err(error)
                if may_pass(&error) && attempt < ATTEMPTS && started.elapsed() < PATIENCE =>
            {
                let pause = Duration::from_millis(100) * 2_u32.pow(attempt);
                thread::sleep(pause.min(Duration::from_secs(5)));
                attempt += 1;
            }
            other => return other,
        }
    }
}
