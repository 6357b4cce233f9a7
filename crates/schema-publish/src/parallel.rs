//! The same work for many items, so many at once. The first error ends it.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use crate::error::Error;

/// What the work gives for each item, in their order. `progress` hears how many are done.
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
            match thread.join() {
                Ok(done) => results.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    if let Some(error) = failed.into_inner().unwrap_or_default() {
        return Err(error);
    }
    results.sort_by_key(|(at, _)| *at);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}
