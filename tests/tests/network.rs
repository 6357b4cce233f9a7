//! The tool without network clients builds and runs one that has them.
//!
//! Each build with other features replaces the program, so no other test of this file uses it.

#![allow(
    clippy::unwrap_used,
    reason = "clippy's own exception for tests does not reach helpers of an integration test"
)]

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Command, Output},
    thread,
};

use repository_tests::tool::{build, root};

/// Starts a web server without files, and returns its address.
fn empty_server() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for connection in listener.incoming() {
            let mut connection = connection.unwrap();
            let mut request = [0; 4096];
            let _ = connection.read(&mut request);
            let answer = "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
            let _ = connection.write_all(answer.as_bytes());
        }
    });
    address
}

fn run(program: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(program);
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .args(arguments)
        .current_dir(root())
        .env("SCHEMA_SIGNING_KEY", "")
        .output()
        .unwrap();
    let text = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
    (status.code(), text)
}

/// Commands that need no network are run by the tool itself. For an address of a web server or a store, the other
/// tool gets all arguments, and its exit code is returned.
#[test]
fn addresses_that_need_network_clients_are_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("xtask");
    fs::copy(build(&[]), &program).unwrap();
    let published = folder.path().join("published");
    let published = published.to_str().unwrap();
    let note = "needs network clients";

    let (code, text) = run(&program, &["publish", "--to", published]);
    assert_eq!(code, Some(0), "{text}");
    assert!(!text.contains(note), "{text}");
    let (code, text) = run(&program, &["verify", published]);
    assert_eq!(code, Some(0), "{text}");
    assert!(!text.contains(note), "{text}");

    let server = format!("http://{}/", empty_server());
    let fetched = folder.path().join("fetched");
    for arguments in [
        vec!["verify", &server],
        vec!["fetch", &server, fetched.to_str().unwrap()],
    ] {
        let (code, text) = run(&program, &arguments);
        assert!(text.contains(note), "{text}");
        assert!(text.contains("127.0.0.1"), "{text}");
        assert!(
            !text.contains("this build has no network clients"),
            "{text}"
        );
        assert!(matches!(code, Some(1 | 2)), "{code:?}: {text}");
        let handed_over = code;
        let (code, text) = run(&build(&["--features", "xtask/network"]), &arguments);
        assert_eq!(code, handed_over, "{text}");
        assert!(!text.contains(note), "{text}");
    }
    // The address is invalid here, and only a client of the store can report that.
    let (code, text) = run(&program, &["publish", "--to", "s3:///", "--dry-run"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(!text.contains(note), "{text}");
    let endpoint = ["--endpoint", server.as_str()];
    let store = [&["verify", "s3://bucket"][..], &endpoint].concat();
    let (_, text) = run(&program, &store);
    assert!(text.contains(note), "{text}");
}
