//! The switch of the mutants. It is copied into each crate that has any.

use std::{
    env,
    fs::{File, OpenOptions},
    io::Write,
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

/// The limit of the numbers of mutants.
const MOST: usize = 16_384;

static SEEN: [AtomicBool; MOST] = [const { AtomicBool::new(false) }; MOST];

struct Switch {
    mutant: Option<u32>,
    trace: Option<File>,
}

/// Reports whether the mutant is on: the variable `MUTANT` has its number. With `MUTANT_TRACE`, each requested
/// number is written to that file, once for each process and crate.
pub(crate) fn on(id: u32) -> bool {
    static SWITCH: OnceLock<Switch> = OnceLock::new();
    let switch = SWITCH.get_or_init(|| Switch {
        mutant: env::var("MUTANT").ok().and_then(|it| it.parse().ok()),
        trace: env::var_os("MUTANT_TRACE")
            .and_then(|path| OpenOptions::new().append(true).create(true).open(path).ok()),
    });
    if let Some(mut file) = switch.trace.as_ref()
        && let Some(seen) = SEEN.get(id as usize)
        && !seen.swap(true, Ordering::Relaxed)
    {
        // One write, so that lines of several processes are not mixed.
        drop(file.write_all(format!("{id}\n").as_bytes()));
    }
    switch.mutant == Some(id)
}
