//! Does the same work for many items, on all processors.

use std::{num::NonZero, panic, thread};

/// The stack of a thread in bytes. A schema may be deeply nested.
const STACK: usize = 256 << 20;

/// The fewest items for which another thread is started. Fewer items are done before a thread has started.
const FEWEST: usize = 64;

/// Returns the result of the work for each item, in the order of the items.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    if threads == 1 || items.len() < FEWEST {
        return items.iter().map(work).collect();
    }
    let share = |part: &[T]| part.iter().map(&work).collect::<Vec<R>>();
    let size = items.len().div_ceil(threads);
    let (first, others) = items.split_at(size.min(items.len()));
    thread::scope(|scope| {
        let started: Vec<_> = others
            .chunks(size)
            .map(|part| {
                let thread = thread::Builder::new().stack_size(STACK);
                (part, thread.spawn_scoped(scope, || share(part)))
            })
            .collect();
        let mut done = share(first);
        for (part, thread) in started {
            match thread.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(results)) => done.extend(results),
                Ok(Err(panic)) => panic::resume_unwind(panic),
                // The system does not start more threads.
                Err(_) => done.extend(share(part)),
            }
        }
        done
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_in_the_order_of_items() {
        for length in [0, 1, 63, 64, 65, 1001] {
            let items: Vec<usize> = (0..length).collect();
            let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
            assert_eq!(super::map(&items, |item| item * 2), doubled);
        }
    }
}
