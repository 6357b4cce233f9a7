//! Reads bodies as the README of the crate shows. `consumer FILE…` prints which files are accepted, and which
//! schemas the crate has.

// The sample of the README, with the function `receive`.
include!("sample.rs");

fn main() {
    for (path, schema) in scrapenest_webhooks::v1::schemas::ALL {
        println!("has {path}: {} bytes", schema.len());
    }
    for path in std::env::args().skip(1) {
        let body = std::fs::read(&path).expect("the file can be read");
        match receive(&body) {
            Ok(()) => println!("accepted {path}"),
            Err(error) => println!("refused {path}: {error}"),
        }
    }
}
