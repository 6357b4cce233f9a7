//! Reads bodies as the README of the crate shows: `consumer FILE…` says which are accepted.

// The sample of the README, with the function `receive`.
include!("sample.rs");

fn main() {
    for path in std::env::args().skip(1) {
        let body = std::fs::read(&path).expect("the file can be read");
        match receive(&body) {
            Ok(()) => println!("accepted {path}"),
            Err(error) => println!("refused {path}: {error}"),
        }
    }
}
