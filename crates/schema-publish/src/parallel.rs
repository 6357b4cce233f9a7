//! Work on threads: the same work for many items, several at once; and checks of schemas, one after the other.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, Scope, ScopedJoinHandle},
};

use crate::error::{Attempt, Error};

/// The stack size, in bytes, of the thread that checks schemas, which can be nested and refer to each other a lot.
const STACK: usize = 256 << 20;

/// Starts a thread that checks schemas one at a time: a validator can take many times the memory of its schema.
///
/// # Errors
///
/// Returns an error if the system cannot start a thread.
pub(crate) fn judge<'scope, R: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> Result<R, Error> + Send + 'scope,
) -> Result<ScopedJoinHandle<'scope, Result<R, Error>>, Error> {
    let thread = thread::Builder::new().stack_size(STACK);
    let started = thread.spawn_scoped(scope, work);
    started.map_err(|error| Error::new(Attempt::StartThread, error))
}

/// Waits for the result of a thread, and continues its panic if it has panicked.
pub(crate) fn joined<R>(thread: ScopedJoinHandle<'_, R>) -> R {
    let joined = thread.join();
    joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Returns the results of `work` for each item, in the order of the items, with up to `at_once` items at a time.
/// The first error ends the work. `progress` is called with the number of finished items.
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
        // The existing threads do all the work if the system cannot start more.
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
