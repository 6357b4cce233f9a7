//! Locks of folders: one publisher writes, and the others wait.

#![allow(
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{sync::mpsc, thread};

use schema_publish::destination::{Destination, Use};

/// The second publisher waits while the folder is locked, and the lock of a free folder is taken without waiting.
#[test]
fn a_publisher_waits_for_another_one_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_str().unwrap();
    let open = || Destination::open(folder, None, Use::Writing).unwrap();
    let (first, second) = (open(), open());
    let guard = first.lock(&|| panic!("it waits for itself")).unwrap();
    let (send, waits) = mpsc::channel();
    thread::scope(|scope| {
        let other = scope.spawn(move || {
            let guard = second.lock(&|| send.send(()).unwrap());
            assert!(guard.is_ok());
        });
        for _ in 0..3 {
            waits.recv().expect("it waits while the folder is locked");
        }
        drop(guard);
        other.join().unwrap();
    });
    first.lock(&|| panic!("the folder is free")).unwrap();
}
