//! Work on threads: the same for many items, so many at once, and judgements, which are made in turn.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, Scope, ScopedJoinHandle},
};

use crate::error::Error;

/// The stack of the thread that judges schemas, which can be nested and refer to each other a lot.
const STACK: usize = 256 << 20;

/// Starts the thread that judges schemas one at a time: a validator can take many times the memory of its schema.
///
/// # Errors
///
/// If the system gives no thread.
pub(crate) fn judge<'scope, R: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> Result<R, Error> + Send + 'scope,
) -> Result<ScopedJoinHandle<'scope, Result<R, Error>>, Error> {
    let thread = thread::Builder::new().stack_size(STACK);
    let started = thread.spawn_scoped(scope, work);
    started.map_err(|error| Error::new("cannot start a thread", error))
}

/// Waits for what a thread gives.
pub(crate) fn joined<R>(thread: ScopedJoinHandle<'_, R>) -> R {
    let joined = thread.join();
    joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Returns the results of the work for each item, in their order. The first error ends it. `progress` hears how many are done.
pub(crate) fn try_map<'t, T: Sync, R: Send>(
    items: &'t [T],
    at_once: usize,
    progress: &(dyn Fn(usize) + Sync),
    work: impl Fn(&'t T) -> Result<R, Error> + Sync,
) -> Result<Vec<R>, Error> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let failed = Mutex::new(None);
    let run = || {
        let mut results = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else {
                return results;
            };
            match work(item) {
                Ok(result) => results.push((at, result)),
                Err(error) => {
                    next.store(items.len(), Ordering::Relaxed);
                    if let Ok(mut failed) = failed.lock() {
                        failed.get_or_insert(error);
                    }
                    return results;
                }
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    let mut results = thread::scope(|scope| {
        let threads = at_once.min(items.len()).saturating_sub(1);
        // Where the system gives no more threads, those that there are do all.
        let started: Vec<_> = (0..threads)
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, run).ok())
            .collect();
        let mut results = run();
        for thread in started {
            results.extend(joined(thread));
        }
        results
    });
    if let Some(error) = failed.into_inner().unwrap_or_default() {
        return Err(error);
    }
    results.sort_by_key(|(at, _)| *at);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}
